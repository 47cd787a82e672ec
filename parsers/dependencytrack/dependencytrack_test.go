package dependencytrack

import (
	"os"
	"testing"

	"secobserve/model"
	"secobserve/parsers/parsertest"
)

func TestAccepts(t *testing.T) {
	parsertest.Accepts(t, Parser{}, map[string]bool{
		`{"meta":{"application":"Dependency-Track"},"findings":[]}`:      true,
		`{"meta":{"application":"Dependency-Track"},"findings":{}}`:      false,
		`{"meta":{"application":"Dependency-Track"},"findings":{"a":1}}`: false,
		`{"meta":{"application":"Other"},"findings":[]}`:                 false,
		`{"meta":7,"findings":[]}`:                                       false,
		`[7]`:                                                            false,
	})
}

func TestTool(t *testing.T) {
	content, err := os.ReadFile("testdata/findings.json")
	if err != nil {
		t.Fatal(err)
	}
	got := parsertest.Read(t, Parser{}, "findings.json", string(content))
	if got.Scanner != "Dependency-Track / 4.13.2" || len(got.Findings) != 2 {
		t.Fatalf("%+v", got)
	}
	f := got.Findings[0]
	o := f.Observation
	if o.Title != "CVE-2031-2000" || o.VulnerabilityID != o.Title || o.VulnerabilityIDAliases != "GHSA-aaaa-bbbb-cccc, OSV-1" || o.ParserSeverity != model.SeverityCritical ||
		o.ParserStatus != model.StatusInReview || *o.CVSS3Score != 9.8 || o.CVSS3Vector == "" || *o.CWE != 502 || o.Recommendation != "Upgrade core to version 1.4.2" ||
		o.Description != "Runs what it reads\n\ncore\n\nA long story.\n\n**Latest version of the component:** 2.0.1" || o.Scanner != got.Scanner {
		t.Errorf("%+v", o)
	}
	if o.OriginComponentName != "core" || o.OriginComponentVersion != "1.4" || o.OriginComponentPURL != "pkg:maven/org.acme/core@1.4?type=jar" || o.OriginComponentCPE == "" ||
		len(f.References) != 1 || len(f.Evidences) != 1 {
		t.Errorf("%+v %v", o, f.References)
	}
	if o = got.Findings[1].Observation; o.ParserSeverity != model.SeverityUnknown || o.ParserStatus != "" || *o.CWE != 79 || o.Description != "" {
		t.Errorf("%+v", o)
	}
}

func TestUnusableEntries(t *testing.T) {
	got := parsertest.Read(t, Parser{}, "x.json", `{"meta":{"application":"Dependency-Track"},"findings":[7,{"vulnerability":[]},{"vulnerability":{"vulnId":"C","aliases":[7,{"a":7}],"cwes":7},"analysis":7,"component":null}]}`)
	if len(got.Findings) != 1 || got.Scanner != "Dependency-Track" {
		t.Errorf("%+v", got)
	}
}

func FuzzParse(f *testing.F) {
	content, err := os.ReadFile("testdata/findings.json")
	if err != nil {
		f.Fatal(err)
	}
	parsertest.Fuzz(f, Parser{}, ".json", string(content))
}
