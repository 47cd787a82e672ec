package npmaudit

import (
	"os"
	"strings"
	"testing"

	"secobserve/model"
	"secobserve/parsers/parsertest"
)

func TestAccepts(t *testing.T) {
	parsertest.Accepts(t, Parser{}, map[string]bool{
		`{"auditReportVersion":2,"vulnerabilities":{}}`:       true,
		`{"auditReportVersion":2,"vulnerabilities":[]}`:       false,
		`{"auditReportVersion":"2","vulnerabilities":{}}`:     false,
		`{"advisories":{},"metadata":{"vulnerabilities":{}}}`: true,
		`{"advisories":{}}`: false,
		`{"advisories":[],"metadata":{"vulnerabilities":{"a":1}}}`: false,
		`{"vulnerabilities":[]}`:                                   false,
		`[7]`:                                                      false,
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

func TestSecond(t *testing.T) {
	got := read(t, "second.json")
	if got.Scanner != "npm audit" || len(got.Findings) != 2 {
		t.Fatalf("%+v", got)
	}
	f := got.Findings[0]
	o := f.Observation
	if o.Title != "GHSA-gxpj-cx7g-858c" || o.VulnerabilityID != o.Title || o.ParserSeverity != model.SeverityMedium || *o.CVSS3Score != 5.3 || o.CVSS3Vector == "" || *o.CWE != 400 ||
		o.OriginComponentName != "debug" || o.OriginComponentPURL != "pkg:npm/debug" || o.Recommendation != "Upgrade vercel to version 32.3.0 (a new major version)" ||
		len(f.References) != 1 || len(f.Evidences) != 2 {
		t.Errorf("%+v", o)
	}
	want := "Regular Expression Denial of Service in debug\n\n**Vulnerable versions:** >=4.0.0 <4.3.1\n\n" +
		"**Installed in:** node_modules/debug, node_modules/@vercel/fun/node_modules/debug\n\n**Needed by:** @vercel/fun\n\n**Direct dependency:** no"
	if o.Description != want {
		t.Errorf("%s", o.Description)
	}
	if o = got.Findings[1].Observation; o.Title != "Prints too much" || o.VulnerabilityID != "" || o.ParserSeverity != model.SeverityNone || o.CVSS3Score != nil || o.CVSS3Vector != "" {
		t.Errorf("%+v", o)
	}
}

func TestFirst(t *testing.T) {
	got := read(t, "first.json")
	if len(got.Findings) != 3 {
		t.Fatalf("%+v", got)
	}
	o := got.Findings[0].Observation
	if o.Title != "CVE-2016-10540" || o.VulnerabilityID != o.Title || o.VulnerabilityIDAliases != "" || o.OriginComponentVersion != "2.0.10" || *o.CWE != 400 ||
		o.OriginComponentPURL != "pkg:npm/minimatch@2.0.10" || o.ParserSeverity != model.SeverityHigh || o.Recommendation != "Update to version 3.0.2 or later." {
		t.Errorf("%+v", o)
	}
	if !strings.HasPrefix(o.Description, "Regular Expression Denial of Service\n\nAffected versions are slow.") || !strings.HasSuffix(o.Description, "**Installed in:** gulp>glob>minimatch, other>minimatch") {
		t.Errorf("%s", o.Description)
	}
	if o = got.Findings[1].Observation; o.OriginComponentVersion != "0.2.14" || strings.Contains(o.Description, "other>minimatch") {
		t.Errorf("%+v", o)
	}
	if o = got.Findings[2].Observation; o.Title != "GHSA-aaaa-bbbb-cccc" || o.VulnerabilityIDAliases != "CVE-2031-1, CVE-2031-2" || *o.CVSS4Score != 9.3 || o.CVSS3Score != nil ||
		o.OriginComponentPURL != "pkg:npm/%40acme/left-pad@1.0.0" || *o.CWE != 79 {
		t.Errorf("%+v", o)
	}
}

func TestUnusableEntries(t *testing.T) {
	got := parsertest.Read(t, Parser{}, "x.json", `{"auditReportVersion":2,"vulnerabilities":{"a":7,"b":{"via":[{}]},"c":{"via":[{"title":"t","url":"::","cvss":7}],"fixAvailable":false},"d":{"via":{"a":1}}}}`)
	if len(got.Findings) != 1 || got.Findings[0].Observation.Title != "t" || got.Findings[0].Observation.Recommendation != "" {
		t.Errorf("%+v", got)
	}
	got = parsertest.Read(t, Parser{}, "x.json", `{"metadata":{"vulnerabilities":{"a":1}},"advisories":{"1":7,"2":{"title":"t","findings":null},"3":{"title":"u","findings":[7]}}}`)
	if len(got.Findings) != 2 {
		t.Errorf("%+v", got)
	}
}

func FuzzParse(f *testing.F) {
	var seeds []string
	for _, file := range []string{"first.json", "second.json"} {
		content, err := os.ReadFile("testdata/" + file)
		if err != nil {
			f.Fatal(err)
		}
		seeds = append(seeds, string(content))
	}
	parsertest.Fuzz(f, Parser{}, ".json", seeds...)
}
