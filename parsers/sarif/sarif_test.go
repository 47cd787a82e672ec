package sarif

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"secobserve/parsers"
	"secobserve/parsers/parsertest"
)

// report is a report of one tool with rules and results.
func report(driver, rules, results string) string {
	return `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":{"name":"` + driver +
		`","rules":[` + rules + `]}},"results":[` + results + `]}]}`
}

func read(t testing.TB, content string) parsertest.Report {
	t.Helper()
	return parsertest.Read(t, Parser{}, "x.sarif", content)
}

func one(t testing.TB, driver, rules, result string) parsers.Finding {
	t.Helper()
	return parsertest.One(t, Parser{}, "x.sarif", report(driver, rules, result))
}

func file(t testing.TB, name string) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func TestAccepts(t *testing.T) {
	parsertest.Accepts(t, Parser{}, map[string]bool{
		`{"$schema":"https://x/SARIF-schema.json","version":"2.1.0"}`: true,
		`{"$schema":"https://x/sarif.json","version":"2.0.0"}`:        false,
		`{"$schema":"https://x/other.json","version":"2.1.0"}`:        false,
		`{"$schema":null,"version":"2.1.0"}`:                          false,
		`{"$schema":"sarif","version":2.1}`:                           false,
		`[{"$schema":"sarif","version":"2.1.0"}]`:                     false,
	})
}

func TestUnusable(t *testing.T) {
	for _, runs := range []string{`null`, `{}`, `"x"`} {
		doc := parsertest.Document(t, "x.sarif", `{"$schema":"sarif","version":"2.1.0","runs":`+runs+`}`)
		if _, err := (Parser{}).Parse(doc); err == nil || err.Error() != "File is not a valid SARIF report: runs is not a list" {
			t.Errorf("runs %s: error %v", runs, err)
		}
	}
}

func TestScanner(t *testing.T) {
	for runs, want := range map[string]string{
		``: "SARIF",
		`{"tool":{"driver":{"name":"a","version":"1","semanticVersion":"2"}}}`: "a / 1",
		`{"tool":{"driver":{"name":"a","semanticVersion":"2"}}}`:               "a / 2",
		`{"tool":{"driver":{"name":"a"}}},{"tool":{"driver":{"name":"b"}}}`:    "b",
		`{"tool":null,"results":null}`:                                         "",
	} {
		if got := read(t, `{"$schema":"sarif","version":"2.1.0","runs":[`+runs+`]}`).Scanner; got != want {
			t.Errorf("scanner of %s is %q, want %q", runs, got, want)
		}
	}
}

// Each run has its own tool and rules.
func TestRuns(t *testing.T) {
	got := read(t, `{"$schema":"sarif","version":"2.1.0","runs":[
		{"tool":{"driver":{"name":"a","rules":[{"id":"R","name":"of a"}]}},"results":[{"ruleId":"R"}]},7,
		{"results":[{"ruleId":"R"}],"tool":{"driver":{"name":"b","version":"2","rules":[{"id":"R","name":"of b"}]}}}]}`).Findings
	if len(got) != 2 || got[0].Observation.Title != "of a" || got[1].Observation.Title != "of b" || got[0].Observation.Scanner != "a" ||
		got[1].Observation.Scanner != "b / 2" {
		t.Errorf("%+v", got)
	}
}

func TestSkippedResults(t *testing.T) {
	for result, want := range map[string]int{
		`{"ruleId":"R"}`:                                                              1,
		`{"ruleId":"R","kind":"fail"}`:                                                1,
		`{"ruleId":"R","kind":"pass"}`:                                                0,
		`{"ruleId":"R","kind":"informational"}`:                                       0,
		`{"ruleId":"R","kind":7}`:                                                     1,
		`{"ruleId":"R","suppressions":[]}`:                                            1,
		`{"ruleId":"R","suppressions":null}`:                                          1,
		`{"ruleId":"R","suppressions":[{"kind":"inSource"}]}`:                         0,
		`{"ruleId":"R","suppressions":[{"status":"rejected"}]}`:                       1,
		`{"ruleId":"R","suppressions":[{"status":"underReview"}]}`:                    1,
		`{"ruleId":"R","suppressions":[{"status":"rejected"},{"status":"accepted"}]}`: 0,
		`{"message":{"text":"without rule"}}`:                                         0,
		`{"ruleId":null}`:                                                             0,
		`7`:                                                                           0,
		`null`:                                                                        0,
		`{"ruleId":"R","locations":[{},{}]}`:                                          2,
		`{"ruleId":"R","locations":{}}`:                                               1,
		`{"ruleId":"R","locations":[null,7]}`:                                         1,
		`{"ruleId":"R","locations":[{"physicalLocation":7}]}`:                         1,
	} {
		if got := read(t, report("x", "", result)).Findings; len(got) != want {
			t.Errorf("%d findings of %s, want %d", len(got), result, want)
		}
	}
}

func TestRuleOfResult(t *testing.T) {
	const rules = `{"id":"A","name":"first"},{"id":"B","name":"second"},{"id":"A","name":"first again"}`
	for _, test := range []struct{ name, result, title, evidence string }{
		{"by id, the last one of equal ids", `{"ruleId":"A"}`, "first again", `{"id": "A", "name": "first again"}`},
		{"unknown", `{"ruleId":"Z"}`, "Z", `null`},
		{"by id of the reference", `{"rule":{"id":"B"}}`, "second", `{"id": "B", "name": "second"}`},
		{"by index", `{"ruleIndex":1}`, "second", `{"id": "B", "name": "second"}`},
		{"by index of the reference", `{"rule":{"index":0}}`, "first", `{"id": "A", "name": "first"}`},
		{"by index, a less specific rule", `{"ruleId":"B/x","ruleIndex":1}`, "second", `{"id": "B", "name": "second"}`},
		{"index of another rule", `{"ruleId":"Z","ruleIndex":1}`, "Z", `null`},
		{"of an extension", `{"ruleId":"E"}`, "of extension", `{"id": "E", "name": "of extension"}`},
		{"by index in an extension", `{"rule":{"index":0,"toolComponent":{"index":0}}}`, "of extension", `{"id": "E", "name": "of extension"}`},
		{"the driver's rule before that of an extension", `{"ruleId":"B"}`, "second", `{"id": "B", "name": "second"}`},
		{"index out of range", `{"ruleId":"Z","ruleIndex":99}`, "Z", `null`},
		{"odd index", `{"ruleId":"Z","ruleIndex":-1,"rule":{"toolComponent":{"index":1e300}}}`, "Z", `null`},
	} {
		content := strings.Replace(report("x", rules, test.result), `]}},"results"`,
			`]},"extensions":[{"rules":[{"id":"E","name":"of extension"},{"id":"B","name":"hidden"}]}]},"results"`, 1)
		f := parsertest.One(t, Parser{}, "x.sarif", content)
		if f.Observation.Title != test.title || f.Evidences[0].Text.String() != test.evidence {
			t.Errorf("%s: title %q, rule %s; want %q, %s", test.name, f.Observation.Title, f.Evidences[0].Text.String(), test.title, test.evidence)
		}
	}
}

func TestSeverity(t *testing.T) {
	for _, test := range []struct{ driver, rule, result, want string }{
		{"x", ``, `"level":"error"`, "High"},
		{"x", ``, `"level":"WARNING"`, "Medium"},
		{"x", ``, `"level":"note"`, "Low"},
		{"x", ``, `"level":"none"`, "None"},
		{"x", ``, `"level":"odd"`, "Unknown"},
		{"x", ``, `"level":null`, "Unknown"},
		{"x", `,"defaultConfiguration":{"level":"error"}`, `"kind":"fail"`, "High"},
		{"x", `,"defaultConfiguration":{"level":"error"}`, `"level":"note"`, "Low"},
		{"x", `,"defaultConfiguration":"error"`, `"kind":"fail"`, "Unknown"},
		{"Foo", ``, `"properties":{"issue_severity":"HIGH"}`, "Unknown"},
		{"Bandit", ``, `"properties":{"issue_severity":"LOW"}`, "Low"},
		{"Bandit", ``, `"level":"error","properties":{"issue_severity":"LOW"}`, "High"},
		{"Bandit", ``, `"properties":{"issue_severity":"UNDEFINED"}`, "Unknown"},
	} {
		f := one(t, test.driver, `{"id":"R"`+test.rule+`}`, `{"ruleId":"R",`+test.result+`}`)
		if got := string(f.Observation.ParserSeverity); got != test.want {
			t.Errorf("%+v: %q", test, got)
		}
	}
}

func TestLocations(t *testing.T) {
	got := read(t, report("x", "", `{"ruleId":"R","locations":[
		{"physicalLocation":{"artifactLocation":{"uri":"file:///a/b.go"},"region":{"startLine":3,"endLine":"7"}}},
		{"physicalLocation":{"artifactLocation":{"uri":7},"region":{"startLine":0,"endLine":-1}}}]}`)).Findings
	if len(got) != 2 {
		t.Fatalf("%d findings", len(got))
	}
	o := got[0].Observation
	if o.OriginSourceFile != "file:///a/b.go" || *o.OriginSourceLineStart != 3 || *o.OriginSourceLineEnd != 7 {
		t.Errorf("%+v", o)
	}
	if o = got[1].Observation; o.OriginSourceFile != "" || o.OriginSourceLineStart != nil || o.OriginSourceLineEnd != nil {
		t.Errorf("%+v", o)
	}
	if got[0].Observation.Title != got[1].Observation.Title || got[0].Evidences[1].Text != got[1].Evidences[1].Text {
		t.Error("findings of one result share title and evidence")
	}
}

func TestCWE(t *testing.T) {
	for rule, want := range map[string]int{
		`"properties":{"tags":["security","CWE-601: Open Redirect","CWE-2: x"]}`:                                  601,
		`"properties":{"tags":["CWE-79"]}`:                                                                        79,
		`"properties":{"tags":["external/cwe/cwe-079"]}`:                                                          79,
		`"properties":{"tags":["CWE-x: y","CWE-7 : z"]}`:                                                          7,
		`"properties":{"tags":["CWE-0","CWE-99999999999999999999","notCWE-1"]}`:                                   0,
		`"properties":{"tags":"CWE-79"}`:                                                                          0,
		`"properties":null`:                                                                                       0,
		`"relationships":[{"target":{"id":"CWE-120","toolComponent":{"name":"CWE"}}}]`:                            120,
		`"relationships":[7,{"target":{"id":"78","toolComponent":{"name":"cwe"}}}]`:                               78,
		`"relationships":[{"target":{"id":"78","toolComponent":{"name":"OWASP"}}}]`:                               0,
		`"properties":{"tags":["CWE-1:"]},"relationships":[{"target":{"id":"2","toolComponent":{"name":"CWE"}}}]`: 1,
	} {
		f := one(t, "x", `{"id":"R",`+rule+`}`, `{"ruleId":"R"}`)
		got := 0
		if f.Observation.CWE != nil {
			got = *f.Observation.CWE
		}
		if got != want {
			t.Errorf("%s: %d, want %d", rule, got, want)
		}
	}
}

func TestReferences(t *testing.T) {
	f := one(t, "x", `{"id":"R","helpUri":"https://x.example/R"}`, `{"ruleId":"R"}`)
	if len(f.References) != 1 || f.References[0] != "https://x.example/R" {
		t.Errorf("references %v", f.References)
	}
	if f = one(t, "x", `{"id":"R","helpUri":""}`, `{"ruleId":"R"}`); len(f.References) != 0 {
		t.Errorf("references %v", f.References)
	}
}
