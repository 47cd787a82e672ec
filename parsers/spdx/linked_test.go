package spdx

import (
	"os"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"secobserve/parsers"
	"secobserve/parsers/parsertest"
)

// graph is an SPDX 3.0 document with elements.
func graph(elements string) string {
	return `{"@context":"https://spdx.org/rdf/3.0.1/spdx-context.jsonld","@graph":[` + elements + `]}`
}

func TestLinked(t *testing.T) {
	content, err := os.ReadFile("testdata/inventory.spdx3.json")
	if err != nil {
		t.Fatal(err)
	}
	got := parsertest.Read(t, Parser{}, "inventory.spdx3.json", string(content))
	if got.Scanner != "inventory-2.1" || len(got.Findings) != 0 {
		t.Errorf("scanner %q, %d findings", got.Scanner, len(got.Findings))
	}
	for i := range got.Components {
		c := &got.Components[i]
		if len(c.Evidences) != 1 || c.Evidences[0].Name != "Package" || !strings.Contains(c.Evidences[0].Text.String(), `"software_Package"`) {
			t.Errorf("evidences of %s: %v", c.Name, c.Evidences)
		}
		c.Evidences = nil
	}
	want := []parsers.Component{
		{Name: "shop", Version: "2.0", Type: "Application"},
		{Name: "zlib", Version: "1.3", Type: "Library", PURL: "pkg:generic/zlib@1.3", CPE: "cpe:2.3:a:zlib:zlib:1.3:*:*:*:*:*:*:*",
			DeclaredLicenses: []string{"zlib OR GPL-2.0-only"}, ConcludedLicenses: []string{"Zlib"},
			Dependencies: "left --> zlib:1.3\nshop:2.0 --> left\nshop:2.0 --> zlib:1.3"},
		{Name: "left", PURL: "pkg:npm/left", Dependencies: "shop:2.0 --> left"},
	}
	if diff := gocmp.Diff(want, got.Components); diff != "" {
		t.Error(diff)
	}
}

// What is missing or of another type is left out, and the rest is read.
func TestLinked_Damaged(t *testing.T) {
	for elements, want := range map[string]string{
		``:                                       "",
		`null,7,"x",[],{}`:                       "",
		`{"type":"software_Package"}`:            "",
		`{"type":"software_Package","name":7}`:   "",
		`{"type":"software_Package","name":"a"}`: "a()",
		`{"@type":"software_Package","@id":"p","name":"a"},{"relationshipType":"hasDeclaredLicense","from":"p","to":"https://spdx.org/licenses/MIT"}`:                                                                                                                                                                                            "a(MIT)",
		`{"type":"software_Package","spdxId":7,"name":"a"},{"relationshipType":"hasDeclaredLicense","from":7,"to":["l"]}`:                                                                                                                                                                                                                        "a()",
		`{"type":"software_Package","spdxId":"p","name":"a"},{"relationshipType":"hasDeclaredLicense","from":"p","to":["l",7,null,{"x":1},"https://spdx.org/licenses/","https://spdx.org/licenses/a/b"]}`:                                                                                                                                        "a()",
		`{"type":"software_Package","spdxId":"p","name":"a"},{"relationshipType":"hasDeclaredLicense","from":"p","to":["l","m"]},{"type":"simplelicensing_LicenseExpression","spdxId":"m","simplelicensing_licenseExpression":"Acme, Inc."},{"type":"simplelicensing_LicenseExpression","spdxId":"l","simplelicensing_licenseExpression":["x"]}`: "a(Acme, Inc.)",
		`{"type":"software_Package","spdxId":"p","name":"a"},{"relationshipType":"dependsOn","from":"p","to":["p","p"]},{"relationshipType":["dependsOn"],"from":"p","to":["p"]}`:                                                                                                                                                                "a()",
	} {
		got := parsertest.Read(t, Parser{}, "x.json", graph(elements))
		var shown []string
		for _, c := range got.Components {
			shown = append(shown, c.Name+"("+strings.Join(c.DeclaredLicenses, "|")+")")
		}
		if text := strings.Join(shown, " "); text != want {
			t.Errorf("%s: %s, want %s", elements, text, want)
		}
	}
}

func FuzzParseLinked(f *testing.F) {
	content, err := os.ReadFile("testdata/inventory.spdx3.json")
	if err != nil {
		f.Fatal(err)
	}
	parsertest.Fuzz(f, Parser{}, ".json", string(content), graph(`{"type":"software_Package","spdxId":"p","name":"a"}`))
}
