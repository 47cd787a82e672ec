package osvscanner

import (
	"os"
	"strings"
	"testing"

	"secobserve/model"
	"secobserve/parsers/parsertest"
)

func TestAccepts(t *testing.T) {
	parsertest.Accepts(t, Parser{}, map[string]bool{
		`{"results":[]}`: true,
		`{"results":[],"experimental_config":{"licenses":{}}}`: true,
		`{"results":[],"errors":[],"version":"1"}`:             false,
		`{"results":[{"source":{},"packages":[]}]}`:            true,
		`{"results":[{"source":{}}]}`:                          false,
		`{"results":[7]}`:                                      false,
		`{"results":null}`:                                     false,
		`[{"results":[]}]`:                                     false,
	})
}

func TestTool(t *testing.T) {
	content, err := os.ReadFile("testdata/osv-scanner.json")
	if err != nil {
		t.Fatal(err)
	}
	got := parsertest.Read(t, Parser{}, "osv.json", string(content))
	if got.Scanner != "OSV-Scanner" || len(got.Findings) != 3 {
		t.Fatalf("%+v", got)
	}
	f := got.Findings[0]
	o := f.Observation
	if o.Title != "CVE-2022-31090" || o.VulnerabilityID != o.Title || o.VulnerabilityIDAliases != "GHSA-25mq-v84q-4j7r, PHPSEC-2022-1" || *o.CWE != 200 ||
		o.ParserSeverity != "" || o.CVSS3Vector != "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:H/I:N/A:N" || o.OriginSourceFile != "shop/composer.lock" ||
		o.Recommendation != "Upgrade guzzlehttp/guzzle to version 6.5.8, 7.4.5" || o.OriginComponentPURL != "pkg:composer/guzzlehttp/guzzle@6.3.3" ||
		!strings.HasPrefix(o.Description, "CURLOPT_HTTPAUTH option not cleared on change of origin\n\nAuthorization") {
		t.Errorf("%+v", o)
	}
	if len(f.Evidences) != 2 || len(f.References) != 2 {
		t.Errorf("%d evidences, references %v", len(f.Evidences), f.References)
	}
	o.Normalise()
	o.Derive()
	if o.CurrentSeverity != model.SeverityHigh || *o.UpdateImpactScore != 20 {
		t.Errorf("%s, impact %d", o.CurrentSeverity, *o.UpdateImpactScore)
	}
	if o = got.Findings[1].Observation; o.Title != "GHSA-none-none-none" || o.ParserSeverity != model.SeverityMedium || o.Recommendation != "" {
		t.Errorf("a record of no group: %+v", o)
	}
	if o = got.Findings[2].Observation; o.Title != "CVE-2021-38561" || o.VulnerabilityIDAliases != "GHSA-ppp9-7jff-5vj2, GO-2021-0113" ||
		o.OriginComponentPURL != "pkg:golang/golang.org/x/text@0.3.5" || o.Description != "**Called:** no" {
		t.Errorf("%+v", o)
	}
}

func TestImage(t *testing.T) {
	o := parsertest.One(t, Parser{}, "x.json", `{"results":[{"source":{"path":"shop/web:1.4","type":"docker"},"packages":[{"package":{"name":"openssl","version":"3.0.1","ecosystem":"Debian:12"},
		"vulnerabilities":[{"id":"DSA-1"}],"groups":[{"ids":["DSA-1","unknown"]},{"ids":["DSA-1"]},7]}]}]}`).Observation
	if o.OriginDockerImageName != "shop/web:1.4" || o.OriginSourceFile != "" || o.OriginComponentPURL != "" || o.OriginComponentVersion != "3.0.1" {
		t.Errorf("%+v", o)
	}
}

func TestUnusableEntries(t *testing.T) {
	got := parsertest.Read(t, Parser{}, "x.json", `{"results":[{"source":{},"packages":[{"vulnerabilities":[7,{"id":""},{"id":"A","severity":7,"affected":[7],"references":[{}]},{"id":"A"}],"groups":{}},7]}]}`)
	if len(got.Findings) != 1 || got.Findings[0].Observation.Title != "A" {
		t.Errorf("%+v", got)
	}
}

func FuzzParse(f *testing.F) {
	content, err := os.ReadFile("testdata/osv-scanner.json")
	if err != nil {
		f.Fatal(err)
	}
	parsertest.Fuzz(f, Parser{}, ".json", string(content), `{"results":[]}`)
}
