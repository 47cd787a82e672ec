package cyclonedx

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"secobserve/model"
)

func TestLicenses(t *testing.T) {
	for _, test := range []struct {
		name, licenses      string
		declared, concluded []string
	}{
		{"id and name", `[{"license":{"id":"MIT"}},{"license":{"name":"Zlib","acknowledgement":"concluded"}}]`, []string{"MIT"}, []string{"Zlib"}},
		{"expression stands alone", `[{"expression":"MIT OR Apache-2.0"},{"license":{"id":"BSD-2-Clause"}}]`, []string{"MIT OR Apache-2.0"}, nil},
		{"concluded expression", `[{"expression":"MIT","acknowledgement":"concluded"}]`, nil, []string{"MIT"}},
		{"declared expression", `[{"expression":"MIT","acknowledgement":"declared"}]`, []string{"MIT"}, nil},
		{"expression that is not first", `[{"license":{"id":"MIT"}},{"expression":"Zlib"}]`, []string{"MIT"}, nil},
		{"id before name", `[{"license":{"id":"MIT","name":"The MIT License"}}]`, []string{"MIT"}, nil},
		{"duplicates", `[{"license":{"id":"MIT"}},{"license":{"name":"B"}},{"license":{"id":"MIT"}},{"license":{"id":"MIT","acknowledgement":"concluded"}}]`,
			[]string{"MIT", "B"}, []string{"MIT"}},
		{"odd values", `[null,3,{"license":null},{"license":"MIT"},{"license":{"id":3,"name":"N"}},{"license":{}}]`, []string{"N"}, nil},
		{"null expression", `[{"expression":null,"license":{"id":"MIT"}}]`, []string{"MIT"}, nil},
		{"no list", `{"license":{"id":"MIT"}}`, nil, nil},
		{"empty", `[]`, nil, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := read(t, bomWith(`"components":[{"name":"a","licenses":`+test.licenses+`}]`)).components
			if len(got) != 1 {
				t.Fatalf("%d components", len(got))
			}
			if d := cmp.Diff([][]string{test.declared, test.concluded}, [][]string{got[0].DeclaredLicenses, got[0].ConcludedLicenses}); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestComponentOrder(t *testing.T) {
	for _, test := range []struct{ name, members, want string }{
		{"depth first, root first", `"metadata":{"component":{"bom-ref":"r","name":"r","components":[{"bom-ref":"s","name":"s"}]}},` +
			`"components":[{"bom-ref":"a","name":"a","components":[{"bom-ref":"b","name":"b","components":[{"bom-ref":"c","name":"c"}]}]},{"bom-ref":"d","name":"d"}]`, "r s a b c d"},
		{"children before the name", `"components":[{"components":[{"name":"b"}],"name":"a"}]`, "a b"},
		{"without reference", `"components":[{"name":"a","components":[{"name":"b"},{"name":"a"}]}]`, "a b a"},
		{"without anything, its children stay", `"components":[{"type":"library","components":[{"name":"b"}]},{},null,3,[{"name":"no"}]]`, "b"},
		{"a duplicate takes the place", `"components":[{"bom-ref":"x","name":"old"},{"bom-ref":"y","name":"y"},{"bom-ref":"x","name":"new"}]`, "new y"},
		{"components elsewhere are none", `"components":[{"name":"a","pedigree":{"ancestors":[{"name":"no"}],"components":[{"name":"no"}]},"x":{"components":[{"name":"no"}]}}],` +
			`"services":[{"name":"no","components":[{"name":"no"}]}]`, "a"},
		{"escaped key", `"components":[{"name":"a","\u0063omponents":[{"name":"b"}]}]`, "a b"},
		{"wrong types", `"metadata":{"component":[{"name":"no"}]},"components":{"name":"no"}`, ""},
		{"text that looks like structure", `"components":[{"name":"}],{\"components\":["},{"name":"\\"}]`, `}],{"components":[ \`},
		{"a name that is a key", `"components":[{"name":"components","x":[{"name":"no"}]}]`, "components"},
		{"white space", "\"components\" : [ { \"name\" : \"a\" ,\n\t\"components\" : [ { \"name\" : \"b\" } ] } ]", "a b"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, c := range read(t, bomWith(test.members)).components {
				got = append(got, c.Name)
			}
			if had := strings.Join(got, " "); had != test.want {
				t.Errorf("got %q, want %q", had, test.want)
			}
		})
	}
}

func TestComponentTypes(t *testing.T) {
	for kind, want := range map[string]model.ComponentType{"application": "Application", "operating-system": "Operating system",
		"machine-learning-model": "Machine learning model", "cryptographic-asset": "Cryptographic asset", "device-driver": "Device driver", "Library": "", "x": ""} {
		got := read(t, bomWith(fmt.Sprintf(`"components":[{"name":"a","type":%q}]`, kind))).components
		if got[0].Type != want {
			t.Errorf("%s gives %q, want %q", kind, got[0].Type, want)
		}
	}
	known := make(map[model.ComponentType]bool)
	for _, kind := range model.ComponentTypes {
		known[kind] = true
	}
	for from, to := range kinds {
		if !known[to] {
			t.Errorf("%s gives %q, which is no component type", from, to)
		}
	}
	if len(kinds) != len(model.ComponentTypes) {
		t.Errorf("%d of %d types", len(kinds), len(model.ComponentTypes))
	}
}

func TestBOMLink(t *testing.T) {
	for members, want := range map[string]string{
		`"serialNumber":"urn:uuid:s","version":4`:    "urn:cdx:s/4#a b",
		`"serialNumber":"urn:uuid:s"`:                "urn:cdx:s/1#a b",
		`"serialNumber":"urn:uuid:s","version":null`: "urn:cdx:s/1#a b",
		`"serialNumber":"s"`:                         "",
		`"serialNumber":null`:                        "",
		`"serialNumber":"urn:uuid:"`:                 "",
	} {
		got := read(t, bomWith(members+`,"components":[{"bom-ref":"a b","name":"a"},{"name":"c"}]`)).components
		if got[0].CycloneDXBOMLink != want || got[1].CycloneDXBOMLink != "" {
			t.Errorf("%s gives %q and %q", members, got[0].CycloneDXBOMLink, got[1].CycloneDXBOMLink)
		}
	}
}

func TestComponentEvidence(t *testing.T) {
	got := read(t, bomWith(`"components":[{"zz":1,"name":"a","components":[{"name":"b"}]}]`)).components
	for i, want := range []string{`{"zz": 1, "name": "a", "components": [{"name": "b"}]}`, `{"name": "b"}`} {
		if e := got[i].Evidences[0]; e.Name != "Component" || e.Text.String() != want {
			t.Errorf("evidence %s %s, want %s", e.Name, e.Text.String(), want)
		}
	}
}

// Components that are nested without end are all read, and what they say together stays within bounds.
func TestDeepNesting(t *testing.T) {
	const depth = 4000
	content := bomWith(`"components":[` + strings.Repeat(`{"name":"a","components":[`, depth) + strings.Repeat("]}", depth) + `]`)
	got := read(t, content).components
	if len(got) != depth {
		t.Fatalf("%d components", len(got))
	}
	size := 0
	for _, c := range got {
		size += len(c.Evidences[0].Text.String())
	}
	if bound := (maxNestedCopies + 3) * len(content); size > bound {
		t.Errorf("evidences of %d bytes, want at most %d", size, bound)
	}
}

func TestScanner(t *testing.T) {
	for tools, want := range map[string]string{
		`[{"name":"a","version":"1"},{"name":"b"}]`: "a / 1",
		`[{"name":"a"}]`: "a",
		`[]`:             "",
		`{"components":[{"name":"a","version":"1"}],"services":[{"name":"s"}]}`: "a / 1",
		`{"components":[],"services":[{"name":"s","version":"2"}]}`:             "s / 2",
		`{"services":[{"name":"s"}]}`:                                           "s",
		`{}`:                                                                    "",
		`null`:                                                                  "",
		`"grype"`:                                                               "",
		`[null]`:                                                                "",
		`[{"name":3,"version":"1"}]`:                                            "",
		`[{"name":"a","version":null}]`:                                         "a",
	} {
		if got := read(t, bomWith(`"metadata":{"tools":`+tools+`}`)).scanner; got != want {
			t.Errorf("%s gives %q, want %q", tools, got, want)
		}
	}
}

func TestOrigins(t *testing.T) {
	type origin struct{ image, tag, digest, file string }
	for root, want := range map[string]origin{
		`{"type":"container","name":"shop/web:2.1"}`:                     {image: "shop/web:2.1"},
		`{"type":"container","name":"shop/web","version":"sha256:ab12"}`: {image: "shop/web", digest: "sha256:ab12"},
		`{"type":"container","name":"shop/web","version":"2.1"}`:         {image: "shop/web", tag: "2.1"},
		`{"type":"container","name":"shop/web","version":null}`:          {image: "shop/web"},
		`{"type":"file","name":"app.jar","version":"sha256:ab12"}`:       {file: "app.jar"},
		`{"type":"application","name":"shop","version":"1"}`:             {},
		`"container"`: {},
		`null`:        {},
	} {
		o := one(t, `"metadata":{"component":`+root+`},`+affecting(`"id":"A"`)).Observation
		got := origin{o.OriginDockerImageName, o.OriginDockerImageTag, o.OriginDockerImageDigest, o.OriginSourceFile}
		if got != want {
			t.Errorf("%s gives %+v, want %+v", root, got, want)
		}
	}
}
