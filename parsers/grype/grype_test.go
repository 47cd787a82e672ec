package grype

import (
	"os"
	"strings"
	"testing"

	"secobserve/model"
	"secobserve/parsers/parsertest"
)

func TestAccepts(t *testing.T) {
	parsertest.Accepts(t, Parser{}, map[string]bool{
		`{"matches":[],"descriptor":{"name":"grype"}}`: true,
		`{"matches":[]}`: false,
		`{"matches":[{"vulnerability":{},"artifact":{}}]}`:      true,
		`{"matches":[{"vulnerability":"CVE-1","artifact":{}}]}`: false,
		`{"matches":[7]}`: false,
		`{"matches":{"a":1},"descriptor":{"name":"grype"}}`: false,
		`{"descriptor":{"name":"grype"}}`:                   false,
		`[{"matches":[]}]`:                                  false,
	})
}

func read(t *testing.T, file string) parsertest.Report {
	t.Helper()
	content, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	return parsertest.Read(t, Parser{}, file, string(content))
}

func TestImage(t *testing.T) {
	got := read(t, "image.json")
	if got.Scanner != "grype / 0.103.0" || len(got.Findings) != 2 {
		t.Fatalf("%+v", got)
	}
	f := got.Findings[0]
	o := f.Observation
	if o.Title != "GHSA-aaaa-bbbb-cccc" || o.VulnerabilityID != o.Title || o.VulnerabilityIDAliases != "CVE-2031-2000" || o.Scanner != got.Scanner ||
		o.Description != "Acme core runs what it reads" || o.ParserSeverity != model.SeverityCritical || *o.CVSS3Score != 10 || !strings.Contains(o.CVSS3Vector, "S:C") ||
		*o.CVSS4Score != 9.3 || !strings.HasPrefix(o.CVSS4Vector, "CVSS:4.0/") || o.Recommendation != "Upgrade core to version 1.4.2, 2.0.1" {
		t.Errorf("%+v", o)
	}
	if o.OriginComponentName != "core" || o.OriginComponentVersion != "1.4" || o.OriginComponentPURL != "pkg:maven/org.acme/core@1.4" || o.OriginSourceFile != "/app/lib/core-1.4.jar" ||
		o.OriginComponentCPE != "cpe:2.3:a:acme:core:1.4:*:*:*:*:*:*:*" || o.OriginDockerImageName != "registry.example.org/shop/web:1.4" || o.OriginDockerImageDigest != "sha256:2222" {
		t.Errorf("origins: %+v", o)
	}
	if len(f.References) != 2 || f.References[0] != "https://github.example.org/advisories/GHSA-aaaa-bbbb-cccc" || !strings.Contains(f.Evidences[0].Text.String(), `"matcher": "java-matcher"`) {
		t.Errorf("%v", f.References)
	}

	o = got.Findings[1].Observation
	if o.VulnerabilityIDAliases != "" || o.Description != "Reads too far\n\n**Fix state:** wont-fix" || o.ParserSeverity != model.SeverityNone || *o.CVSS3Score != 7.5 ||
		o.Recommendation != "" || o.OriginSourceFile != "" || o.OriginComponentCPE != "" {
		t.Errorf("%+v", o)
	}
}

func TestOldReport(t *testing.T) {
	got := read(t, "old.json")
	f := got.Findings[0]
	o := f.Observation
	if got.Scanner != "grype / 0.7.0" || o.ParserSeverity != model.SeverityMedium || *o.CVSS3Score != 5.9 || o.CVSS3Vector == "" || o.OriginComponentCPE != "" ||
		o.Recommendation != "Upgrade libgnutls30 to version 3.7.0" || o.OriginDockerImageName != "" || len(f.References) != 1 {
		t.Errorf("%+v %v", o, f.References)
	}
}

func TestUnusableEntries(t *testing.T) {
	got := parsertest.Read(t, Parser{}, "x.json", `{"matches":[{"vulnerability":{},"artifact":{}},7,{"vulnerability":{"id":"C","cvss":[{"version":3},{"version":"3.1","metrics":{"baseScore":"x"}}],"cvssV3":7,"fix":[]},"artifact":7,"relatedVulnerabilities":{"a":1}}]}`)
	if len(got.Findings) != 1 || got.Scanner != "Grype" || got.Findings[0].Observation.CVSS3Vector != "" {
		t.Errorf("%+v", got)
	}
}

func FuzzParse(f *testing.F) {
	var seeds []string
	for _, file := range []string{"image.json", "old.json"} {
		content, err := os.ReadFile("testdata/" + file)
		if err != nil {
			f.Fatal(err)
		}
		seeds = append(seeds, string(content))
	}
	parsertest.Fuzz(f, Parser{}, ".json", seeds...)
}
