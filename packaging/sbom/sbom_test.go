package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"secobserve/parsers"
	"secobserve/parsers/cyclonedx"
)

const goPart = `{"bomFormat":"CycloneDX","metadata":{"component":{"bom-ref":"app","type":"application","name":"secobserve"}},"components":[
	{"bom-ref":"m1","type":"library","name":"go.etcd.io/bbolt","version":"v1","purl":"pkg:golang/go.etcd.io/bbolt@v1","evidence":{"licenses":[{"license":{"id":"MIT"}}]}},
	{"bom-ref":"m2","type":"library","name":"github.com/package-url/packageurl-go","version":"v2","purl":"pkg:golang/github.com/package-url/packageurl-go@v2"}],
	"dependencies":[{"ref":"app","dependsOn":["m1","m2"]},{"ref":"m1"},{"ref":"m2"}]}`

const npmPart = `{"bomFormat":"CycloneDX","metadata":{"component":{"bom-ref":"web","type":"library","name":"web"}},"components":[
	{"bom-ref":"react","type":"library","name":"react","version":"19","purl":"pkg:npm/react@19","licenses":[{"expression":"MIT OR ISC"}]},
	{"bom-ref":"x","type":"file","name":"x"}],"dependencies":[{"ref":"web","dependsOn":["react"]},{"ref":"react"}]}`

func parts(t *testing.T) (server, ui *document) {
	t.Helper()
	server, ui = new(document), new(document)
	for text, d := range map[string]*document{goPart: server, npmPart: ui} {
		if err := json.Unmarshal([]byte(text), d); err != nil {
			t.Fatal(err)
		}
	}
	return server, ui
}

func TestJoin(t *testing.T) {
	d := join(parts(t))
	content, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`{"ref":"secobserve","dependsOn":["m1","m2","react"]}`, `"licenses":[{"expression":"MIT OR ISC"}]`} {
		if !strings.Contains(string(content), want) {
			t.Errorf("%s is missing in %s", want, content)
		}
	}
	if again := join(parts(t)); again.SerialNumber != d.SerialNumber || len(d.SerialNumber) != len("urn:uuid:00000000-0000-0000-0000-000000000000") {
		t.Errorf("serial numbers %s, %s", d.SerialNumber, again.SerialNumber)
	}
	text, err := licenseList(d)
	if err != nil || !strings.Contains(text, "| go.etcd.io/bbolt | v1 | MIT |\n") || !strings.Contains(text, "| github.com/package-url/packageurl-go | v2 | MIT |\n") {
		t.Errorf("%v\n%s", err, text)
	}
	d.Components[0].Licenses = nil
	if _, err := licenseList(d); err == nil {
		t.Error("a component without license is no error")
	}
}

// TestOnly: what is only for development is not part of the product.
func TestOnly(t *testing.T) {
	lock := filepath.Join(t.TempDir(), "package-lock.json")
	if err := os.WriteFile(lock, []byte(`{"packages":{"":{},"node_modules/a":{"version":"1"},"node_modules/b/node_modules/@s/c":{"version":"2"},"node_modules/d":{"version":"3","dev":true}}}`), 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := readLock(lock)
	if err != nil || len(s) != 2 || !s["a@1"] || !s["@s/c@2"] {
		t.Fatalf("%v, %v", s, err)
	}
	d := (&document{Components: []component{{BOMRef: "a", Name: "a", Version: "1"}, {BOMRef: "d", Name: "d", Version: "3"}},
		Dependencies: []dependency{{"", []string{"a", "d"}}, {"d", []string{"a"}}}}).only(s)
	if len(d.Components) != 1 || len(d.Dependencies) != 1 || len(d.Dependencies[0].DependsOn) != 1 {
		t.Errorf("%+v", d)
	}
}

// TestImportsIntoItself: the product reads its own bill of materials.
func TestImportsIntoItself(t *testing.T) {
	content, err := json.Marshal(join(parts(t)))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := parsers.Read("secobserve.cdx.json", content)
	if err != nil {
		t.Fatal(err)
	}
	report, err := cyclonedx.Parser{}.Parse(doc)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for c := range report.Components {
		found[c.Name] = strings.Join(c.DeclaredLicenses, "|") + " " + c.Dependencies
	}
	if found["react"] != "MIT OR ISC secobserve --> react:19" || found["go.etcd.io/bbolt"] != "MIT secobserve --> go.etcd.io/bbolt:v1" {
		t.Errorf("components %v", found)
	}
}

// TestListIsCurrent: whoever adds a dependency has looked at its license.
func TestListIsCurrent(t *testing.T) {
	root := filepath.Join("..", "..")
	list, err := os.ReadFile(filepath.Join(root, "THIRD_PARTY.md"))
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}| {{.Path}} | {{.Version}} |{{end}}{{end}}", ".")
	command.Dir = root
	modules, err := command.Output()
	if err != nil {
		t.Fatal(err)
	}
	missing := map[string]bool{}
	for line := range strings.Lines(string(modules)) {
		if line = strings.TrimSpace(line); line != "" && !strings.Contains(string(list), "\n"+line) {
			missing[line] = true
		}
	}
	packages, err := readLock(filepath.Join(root, "web", "package-lock.json"))
	if err != nil {
		t.Fatal(err)
	}
	for one := range packages {
		at := strings.LastIndexByte(one, '@')
		if line := "| " + one[:at] + " | " + one[at+1:] + " |"; !strings.Contains(string(list), "\n"+line) {
			missing[line] = true
		}
	}
	if len(missing) > 0 {
		t.Errorf("run make sbom; THIRD_PARTY.md lacks %d lines, such as %v", len(missing), missing)
	}
}
