package registry

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"unicode/utf16"

	"secobserve/parsers"
)

const (
	sarifReport = `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":{"name":"semgrep","rules":[` +
		`{"id":"R","name":"rule","properties":{"tags":["CWE-601: Open Redirect"]}}]}},"results":[{"ruleId":"R","level":"error","message":{"text":"m"}},` +
		`{"ruleId":"R","kind":"informational"},{"ruleId":"R","suppressions":[{}]},{"message":3},7]}]}`
	cyclonedxReport = `{"bomFormat":"CycloneDX","serialNumber":"urn:uuid:1","metadata":{"tools":[{"name":"t","version":"2"}],"component":{"type":"container","name":"a","version":"sha256:0"}},` +
		`"components":[{"bom-ref":"x","name":"lib","version":"1","type":"library","components":[{"name":"inner"}]}],"dependencies":[{"ref":"x","dependsOn":["x"]}],` +
		`"vulnerabilities":[{"id":"CVE-1","ratings":[{"severity":"low"},{"severity":"critical"},{"score":"None"}],"affects":[{"ref":"x"},{"ref":"urn:cdx:1/1#x"},{"ref":"y"}]},{"id":null},3]}`
)

// findings reads a file and returns its findings.
func findings(filename, content string) ([]parsers.Finding, error) {
	parser, doc, err := Detect(filename, []byte(content))
	if err != nil {
		return nil, err
	}
	report, err := parser.Parse(doc)
	if err != nil {
		return nil, err
	}
	var all []parsers.Finding
	for f := range report.Findings {
		all = append(all, *f)
	}
	if report.Components != nil {
		for c := range report.Components {
			_ = c.Dependencies
		}
	}
	return all, nil
}

func TestDetect(t *testing.T) {
	wide := func(s string) string {
		out := "\xff\xfe"
		for _, unit := range utf16.Encode([]rune(s)) {
			out += string([]byte{byte(unit), byte(unit >> 8)})
		}
		return out
	}
	for _, test := range []struct {
		name, filename, content string
		want                    error
		findings                int
	}{
		{"SARIF", "x.sarif", sarifReport, nil, 1},
		{"extension in upper case", "x.SARIF", sarifReport, nil, 1},
		{"CycloneDX", "x.json", cyclonedxReport, nil, 1},
		{"byte order mark", "x.json", "\xef\xbb\xbf" + cyclonedxReport, nil, 1},
		{"UTF-16", "x.json", wide(cyclonedxReport), nil, 1},
		{"no number", "x.json", strings.Replace(cyclonedxReport, `"None"`, `NaN`, 1), nil, 1},
		{"other extension", "x.xml", sarifReport, parsers.ErrFileType, 0},
		{"truncated", "x.json", sarifReport[:len(sarifReport)-9], parsers.ErrJSON, 0},
		{"nothing", "x.json", "", parsers.ErrJSON, 0},
		{"empty object", "x.json", "{}", parsers.ErrUnknown, 0},
		{"odd types", "x.json", `{"$schema":null,"version":3,"bomFormat":[]}`, parsers.ErrUnknown, 0},
		{"bad CSV", "x.csv", "a,b\n\"", parsers.ErrCSV, 0},
		{"deep nesting", "x.json", strings.Repeat("[", 200000), parsers.ErrJSON, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := findings(test.filename, test.content)
			if !errors.Is(err, test.want) || len(got) != test.findings {
				t.Errorf("%d findings, error %v; want %d, %v", len(got), err, test.findings, test.want)
			}
		})
	}
}

func TestFindings(t *testing.T) {
	got, err := findings("x.json", cyclonedxReport)
	if err != nil {
		t.Fatal(err)
	}
	o := got[0].Observation
	if o.ParserSeverity != "Critical" || o.Scanner != "t / 2" || o.OriginDockerImageDigest != "sha256:0" || o.OriginComponentDependencies != "lib:1 --> lib:1" ||
		o.OriginComponentCycloneDXBOMLink != "urn:cdx:1/1#x" {
		t.Errorf("%+v", o)
	}
	for _, e := range got[0].Evidences {
		if !json.Valid([]byte(e.Text.String())) || !strings.Contains(e.Text.String(), `": `) {
			t.Errorf("evidence %s: %s", e.Name, e.Text.String())
		}
	}
	if got, err = findings("x.sarif", sarifReport); err != nil {
		t.Fatal(err)
	}
	if o := got[0].Observation; *o.CWE != 601 || o.ParserSeverity != "High" || o.Title != "rule" || !strings.Contains(o.Description, "**Tags:** ['CWE-601: Open Redirect']") {
		t.Errorf("%+v", o)
	}
}

// Whatever is uploaded: no panic, and what is read can be stored.
func FuzzDetect(f *testing.F) {
	for _, seed := range []string{sarifReport, cyclonedxReport, "{}", "[]", "a,b\n1,2\n"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, content string) {
		for _, name := range []string{"x.json", "x.csv"} {
			got, err := findings(name, content)
			if err != nil {
				continue
			}
			for i := range got {
				o := &got[i].Observation
				o.Normalise()
				o.Clip()
				_ = o.Hash("")
			}
		}
	})
}
