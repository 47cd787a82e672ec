package spdx

import (
	"os"
	"strings"
	"testing"

	"secobserve/parsers"
	"secobserve/parsers/parsertest"
)

// documentWith is an SPDX document with further members.
func documentWith(members string) string {
	return `{"SPDXID":"SPDXRef-DOCUMENT","spdxVersion":"SPDX-2.3",` + members + `}`
}

func packages(t testing.TB, members string) []parsers.Component {
	t.Helper()
	return parsertest.Read(t, Parser{}, "x.json", documentWith(members)).Components
}

func TestAccepts(t *testing.T) {
	parsertest.Accepts(t, Parser{}, map[string]bool{
		`{"SPDXID":"a","spdxVersion":"SPDX-2.3"}`:                                     true,
		`{"SPDXID":"a","SPDXVersion":"SPDX-2.2"}`:                                     true,
		`{"SPDXID":"","spdxVersion":"SPDX-2.3"}`:                                      false,
		`{"SPDXID":"a","spdxVersion":null}`:                                           false,
		`{"SPDXID":7,"spdxVersion":"SPDX-2.3"}`:                                       false,
		`{"@context":"x","@graph":[]}`:                                                false,
		`{"@context":"https://spdx.org/rdf/3.0.1/spdx-context.jsonld","@graph":[]}`:   true,
		`{"@context":["https://spdx.org/rdf/3.0.0/spdx-context.jsonld"],"@graph":[]}`: true,
		`{"@context":"https://spdx.org/rdf/3.0.1/spdx-context.jsonld","@graph":{}}`:   false,
		`{"@context":"https://spdx.org/rdf/4.0.0/spdx-context.jsonld","@graph":[]}`:   false,
	})
}

func TestScanner(t *testing.T) {
	for creators, want := range map[string]string{
		`["Organization: Acme","Tool: syft-1.2","Tool: other"]`: "syft-1.2",
		`["Tool: a:b","Person: Tool"]`:                          "",
		`["Tool"]`:                                              "",
		`"Tool: x"`:                                             "",
		`[null,7,"Tool:x "]`:                                    "x",
	} {
		got := parsertest.Read(t, Parser{}, "x.json", documentWith(`"creationInfo":{"creators":`+creators+`}`))
		if got.Scanner != want || len(got.Findings) != 0 {
			t.Errorf("scanner of %s is %q, want %q", creators, got.Scanner, want)
		}
	}
}

func TestPackage(t *testing.T) {
	got := packages(t, `"packages":[{"SPDXID":"p","name":"zlib","versionInfo":"1.3","primaryPackagePurpose":"OPERATING-SYSTEM","downloadLocation":7,
		"checksums":"bad","licenseDeclared":"mit and gpl-2.0","licenseConcluded":"MIT AND","externalRefs":[{"referenceType":"cpe23Type","referenceLocator":"cpe:2.3:a:x"},
		{"referenceType":"purl","referenceLocator":"pkg:apk/zlib@1.3"},{"referenceType":"purl","referenceLocator":"pkg:other/zlib"},null]}]`)
	if len(got) != 1 {
		t.Fatalf("%d components", len(got))
	}
	c := got[0]
	if c.Name != "zlib" || c.Version != "1.3" || c.PURL != "pkg:apk/zlib@1.3" || c.CPE != "cpe:2.3:a:x" || c.Type != "Operating system" || c.CycloneDXBOMLink != "" {
		t.Errorf("%+v", c)
	}
	if strings.Join(c.DeclaredLicenses, "|") != "mit AND GPL-2.0-only" || strings.Join(c.ConcludedLicenses, "|") != "MIT AND" {
		t.Errorf("licenses %v, %v", c.DeclaredLicenses, c.ConcludedLicenses)
	}
	if e := c.Evidences[0]; e.Name != "Package" || !strings.HasPrefix(e.Text.String(), `{"SPDXID": "p", "name": "zlib"`) {
		t.Errorf("evidence %s: %s", e.Name, e.Text.String())
	}
}

// Reports of two versions of Syft.
func TestVersions(t *testing.T) {
	for _, file := range []string{"syft-1.52.0.spdx.json", "syft-1.57.1.spdx.json"} {
		content, err := os.ReadFile("testdata/" + file)
		if err != nil {
			t.Fatal(err)
		}
		got := parsertest.Read(t, Parser{}, file, string(content))
		if got.Scanner != "syft-[not provided]" || len(got.Components) != 8 || len(got.Findings) != 0 {
			t.Errorf("%s: %d components of %q, %d findings", file, len(got.Components), got.Scanner, len(got.Findings))
			continue
		}
		found := map[string]parsers.Component{}
		for _, c := range got.Components {
			found[c.Name+"@"+c.Version] = c
		}
		if c := found["debug@4.4.1"]; c.PURL != "pkg:npm/debug@4.4.1" || strings.Join(c.DeclaredLicenses, "|") != "MIT" || !strings.Contains(c.Dependencies, "debug:4.4.1") {
			t.Errorf("%s: %+v", file, c)
		}
		if c := found["gopkg.in/yaml.v3@v3.0.1"]; c.PURL != "pkg:golang/gopkg.in/yaml.v3@v3.0.1" || len(c.ConcludedLicenses) != 1 {
			t.Errorf("%s: %+v", file, c)
		}
	}
}

func TestNoLicense(t *testing.T) {
	for _, license := range []string{`"NOASSERTION"`, `"none"`, `""`, `null`, `["MIT"]`} {
		c := packages(t, `"packages":[{"SPDXID":"p","name":"a","licenseDeclared":`+license+`}]`)[0]
		if len(c.DeclaredLicenses) != 0 || len(c.ConcludedLicenses) != 0 {
			t.Errorf("%s: %v", license, c.DeclaredLicenses)
		}
	}
}

func TestUnusablePackages(t *testing.T) {
	if got := packages(t, `"packages":[{"SPDXID":"p"},null,7,{"name":"without id"},{"SPDXID":"q","name":7}]`); len(got) != 1 || got[0].Name != "without id" {
		t.Errorf("%+v", got)
	}
	for _, members := range []string{`"packages":null`, `"packages":{}`, `"name":"without packages"`} {
		if got := packages(t, members); len(got) != 0 {
			t.Errorf("%s: %+v", members, got)
		}
	}
}

func TestDependencies(t *testing.T) {
	relationship := func(from, kind, to string) string {
		return `{"spdxElementId":"` + from + `","relationshipType":"` + kind + `","relatedSpdxElement":"` + to + `"}`
	}
	got := packages(t, `"packages":[{"SPDXID":"app","name":"app","versionInfo":"1"},{"SPDXID":"a","name":"a"},{"SPDXID":"b","name":"b","versionInfo":"2"},{"SPDXID":"c","name":"c"}],
		"relationships":[`+strings.Join([]string{
		relationship("app", "DEPENDS_ON", "a"),
		relationship("a", "contains", "b"),
		relationship("c", "DEPENDENCY-OF", "b"),
		relationship("c", "CONTAINED_BY", "app"),
		relationship("app", "DESCRIBES", "c"),
		relationship("SPDXRef-DOCUMENT", "CONTAINS", "app"),
		relationship("a", "DEPENDS_ON", "missing"),
		`null`, `{"spdxElementId":7}`}, ",")+`]`)
	want := []string{"", "app:1 --> a", "a --> b:2\napp:1 --> a", "a --> b:2\napp:1 --> a\napp:1 --> c\nb:2 --> c"}
	for i, c := range got {
		if c.Dependencies != want[i] {
			t.Errorf("%s: %q, want %q", c.Name, c.Dependencies, want[i])
		}
	}
}

func FuzzParse(f *testing.F) {
	parsertest.Fuzz(f, Parser{}, ".json", documentWith(`"packages":[{"SPDXID":"p","name":"a","licenseDeclared":"(MIT OR GPL-2.0) AND X"},{"SPDXID":"q","name":"b",
		"externalRefs":[{"referenceType":"purl","referenceLocator":"pkg:a/b"}]}],"relationships":[{"spdxElementId":"p","relationshipType":"CONTAINS","relatedSpdxElement":"q"}]`))
}
