package semgrep

import (
	"os"
	"testing"

	"secobserve/model"
	"secobserve/parsers/parsertest"
)

func TestAccepts(t *testing.T) {
	parsertest.Accepts(t, Parser{}, map[string]bool{
		`{"results":[],"errors":[],"paths":{"scanned":[]},"version":"1"}`: true,
		`{"results":[],"errors":[]}`:                                      false,
		`{"results":[{"check_id":"c","path":"p","extra":{}}]}`:            true,
		`{"results":[{"check_id":"c","path":"p"}]}`:                       false,
		`{"results":[{"check_id":7,"extra":{}}]}`:                         false,
		`{"results":[7]}`: false,
		`{"results":{"a":1},"errors":[],"paths":{}}`: false,
		`[{"results":[]}]`:                           false,
	})
}

func TestTool(t *testing.T) {
	content, err := os.ReadFile("testdata/semgrep.json")
	if err != nil {
		t.Fatal(err)
	}
	got := parsertest.Read(t, Parser{}, "semgrep.json", string(content))
	if got.Scanner != "Semgrep / 1.140.0" || len(got.Findings) != 2 {
		t.Fatalf("%+v", got)
	}
	f := got.Findings[0]
	o := f.Observation
	if o.Title != "python.lang.security.audit.exec-detected.exec-detected" || o.Scanner != got.Scanner || o.ParserSeverity != model.SeverityMedium || *o.CWE != 95 ||
		o.OriginSourceFile != "shop/run.py" || *o.OriginSourceLineStart != 12 || *o.OriginSourceLineEnd != 13 || o.VulnerabilityID != "" ||
		o.Description != "Detected the use of exec().\n\n**Confidence:** Low\n\n**OWASP:** A03:2021 - Injection" ||
		o.Recommendation != "Replace the code by:\n\n```\nast.literal_eval(x)\n```" || len(f.References) != 3 {
		t.Errorf("%+v %v", o, f.References)
	}
	o = got.Findings[1].Observation
	if o.Title != "CVE-2031-7" || o.VulnerabilityID != "CVE-2031-7" || o.OriginComponentName != "@acme/left-pad" || o.OriginComponentVersion != "1.0.0" ||
		o.OriginComponentPURL != "pkg:npm/%40acme/left-pad@1.0.0" || o.ParserSeverity != model.SeverityCritical || *o.CWE != 400 ||
		o.Description != "left-pad pads too much.\n\n**Validation:** no validator\n\n**Reachable:** no" {
		t.Errorf("%+v", o)
	}
}

func TestSeverity(t *testing.T) {
	for level, want := range map[string]model.Severity{"ERROR": "High", "INFO": "Low", "INVENTORY": "None", "HIGH": "High", "": "Unknown", "odd": "Unknown"} {
		if got := severity(level); got != want {
			t.Errorf("%s: %s, want %s", level, got, want)
		}
	}
}

func TestUnusableEntries(t *testing.T) {
	got := parsertest.Read(t, Parser{}, "x.json", `{"results":[{"check_id":"c","extra":{"metadata":7,"severity":[],"message":{}},"start":7,"path":null},{"check_id":""},7]}`)
	if len(got.Findings) != 1 || got.Findings[0].Observation.CWE != nil {
		t.Errorf("%+v", got)
	}
}

func FuzzParse(f *testing.F) {
	content, err := os.ReadFile("testdata/semgrep.json")
	if err != nil {
		f.Fatal(err)
	}
	parsertest.Fuzz(f, Parser{}, ".json", string(content), `{"results":[],"errors":[],"paths":{}}`)
}
