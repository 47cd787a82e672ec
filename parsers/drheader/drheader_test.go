package drheader

import (
	"slices"
	"strings"
	"testing"

	"secobserve/parsers"
	"secobserve/parsers/parsertest"
)

func one(t *testing.T, members string) parsers.Finding {
	t.Helper()
	return parsertest.One(t, Parser{}, "x.json", `[{"rule":"Pragma","message":"Must be there","severity":"high"`+members+`}]`)
}

func TestAccepts(t *testing.T) {
	parsertest.Accepts(t, Parser{}, map[string]bool{
		`[{"rule":"r","message":"m","severity":"low"}]`: true,
		`[{"rule":"r","message":"","severity":"low"}]`:  false,
		`[{"rule":"r","message":"m"}]`:                  false,
		`[["rule"]]`:                                    false,
		`{"rule":"r","message":"m","severity":"low"}`:   false,
	})
}

func TestFinding(t *testing.T) {
	f := one(t, `,"value":"cache","expected":["no-cache"]`)
	o := f.Observation
	if o.Title != "Header: Pragma" || o.ParserSeverity != "High" || o.Description != "Must be there\n\n**Value:** cache\n\n**Expected:** no-cache" || o.Scanner != "" {
		t.Errorf("%+v", o)
	}
	if !slices.Equal(f.References, []string{"https://developer.mozilla.org/en-US/docs/Web/HTTP/Headers/Pragma"}) {
		t.Errorf("references %v", f.References)
	}
	if e := f.Evidences[0]; e.Name != "Result" || !strings.HasPrefix(e.Text.String(), `{"rule": "Pragma", "message"`) {
		t.Errorf("evidence %s", e.Text.String())
	}
}

func TestExpected(t *testing.T) {
	for members, want := range map[string]string{
		`"expected":["a"],"delimiter":";"`:     "**Expected:** a",
		`"expected":["a","b"],"delimiter":";"`: "**Expected:** a; b",
		`"expected":["a","b"]`:                 "**Expected:**\n* a\n* b",
		`"expected":["a",true,7]`:              "**Expected:**\n* a\n* True\n* 7",
		`"expected":"text"`:                    "**Expected:** text",
		`"expected":{"k":["v"]}`:               "**Expected:** {'k': ['v']}",
		`"expected":[]`:                        "",
		`"expected":null`:                      "",
		`"value":7`:                            "",
	} {
		got := strings.TrimPrefix(strings.TrimPrefix(one(t, ","+members).Observation.Description, "Must be there"), "\n\n")
		if got != want {
			t.Errorf("%s: %q, want %q", members, got, want)
		}
	}
}

func TestOddEntries(t *testing.T) {
	got := parsertest.Read(t, Parser{}, "x.json", `[{"rule":"pragma","message":"m","severity":"low"},{"message":"m"},null,7]`)
	if len(got.Findings) != 2 || got.Scanner != "DrHeader" {
		t.Fatalf("%+v", got)
	}
	if len(got.Findings[0].References) != 0 {
		t.Error("rules are told apart by case")
	}
	if o := got.Findings[1].Observation; o.Title != "No rule name" || o.ParserSeverity != "Unknown" {
		t.Errorf("%+v", o)
	}
}

func FuzzParse(f *testing.F) {
	parsertest.Fuzz(f, Parser{}, ".json", `[{"rule":"Server","message":"m","severity":"low","expected":["a",["b"]],"delimiter":";","value":"v"}]`)
}
