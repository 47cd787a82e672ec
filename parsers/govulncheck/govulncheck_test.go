package govulncheck

import (
	"os"
	"strings"
	"testing"

	"secobserve/parsers/parsertest"
)

const config = `{"config":{"protocol_version":"v1.0.0","scanner_name":"govulncheck","scanner_version":"v1.1.4","scan_level":"symbol"}}`

func TestAccepts(t *testing.T) {
	parsertest.Accepts(t, Parser{}, map[string]bool{
		config:             true,
		`[` + config + `]`: true,
		config + "\n" + `{"progress":{"message":"x"}}`:     true,
		`[{"progress":{}},` + config + `]`:                 false,
		`{"config":{"protocol_version":"v1.0.0"}}`:         false,
		`{"config":{"scanner_name":"govulncheck"}}`:        false,
		`{"config":null}`:                                  false,
		`[7]`:                                              false,
		`{"config":[{"protocol_version":"v1.0.0"}],"a":1}`: false,
	})
}

// A stream of the tool: one vulnerability is called, one is in an imported package, one in a package that nothing imports.
func TestTool(t *testing.T) {
	for file, scanner := range map[string]string{"govulncheck.json": "govulncheck / v1.9.0", "govulncheck-1.2.0.json": "govulncheck / v1.2.0"} {
		t.Run(file, func(t *testing.T) { checkTool(t, file, scanner) })
	}
}

// A program without vulnerabilities.
func TestTool_Empty(t *testing.T) {
	content, err := os.ReadFile("testdata/govulncheck-1.9.0-empty.json")
	if err != nil {
		t.Fatal(err)
	}
	got := parsertest.Read(t, Parser{}, "govulncheck.json", string(content))
	if got.Scanner != "govulncheck / v1.9.0" || len(got.Findings) != 0 {
		t.Errorf("%s, %d findings", got.Scanner, len(got.Findings))
	}
}

func checkTool(t *testing.T, file, scanner string) {
	content, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	got := parsertest.Read(t, Parser{}, file, string(content))
	if got.Scanner != scanner || len(got.Findings) != 3 {
		t.Fatalf("%s, %d findings", got.Scanner, len(got.Findings))
	}
	want := map[string]struct{ status, justification, recommendation, aliases string }{
		"CVE-2020-28852": {"Not affected", "vulnerable_code_not_present", "Upgrade golang.org/x/text to version v0.3.6", "GO-2020-0015"},
		"CVE-2021-38561": {"", "", "Upgrade golang.org/x/text to version v0.3.7", "GHSA-ppp9-7jff-5vj2, GO-2021-0113"},
		"CVE-2022-3064":  {"Not affected", "vulnerable_code_not_in_execute_path", "Upgrade gopkg.in/yaml.v2 to version v2.2.4", "GHSA-6q6q-88xp-6f2r, GO-2022-0956"},
	}
	for _, f := range got.Findings {
		o := f.Observation
		w, ok := want[o.Title]
		if !ok || string(o.ParserStatus) != w.status || string(o.ParserVexJustification) != w.justification || o.Recommendation != w.recommendation ||
			o.VulnerabilityIDAliases != w.aliases || o.VulnerabilityID != o.Title || len(f.Evidences) != 2 || len(f.References) != 2 {
			t.Errorf("%+v %v", o, f.References)
		}
		if o.Title == "CVE-2021-38561" {
			if o.OriginComponentPURL != "pkg:golang/golang.org/x/text@v0.3.5" || o.OriginComponentName != "golang.org/x/text" {
				t.Errorf("%+v", o)
			}
			if !strings.HasPrefix(o.Description, "Out-of-bounds read in golang.org/x/text/language\n\nDue to") ||
				!strings.Contains(o.Description, "**Called:** yes\n\n**Trace:**\n\n* example.org/shop/inner.Languages (inner/inner.go:11)\n"+
					"* golang.org/x/text/language.ParseAcceptLanguage (language/parse.go:144)") {
				t.Errorf("%s", o.Description)
			}
		}
	}
}

// Without a scan of symbols nothing is known about calls.
func TestOtherScanLevel(t *testing.T) {
	content := strings.Replace(config, "symbol", "module", 1) + `{"finding":{"osv":"GO-1","trace":[{"module":"m","version":"v1"}]}}{"finding":{"osv":""}}{"finding":7}`
	o := parsertest.One(t, Parser{}, "x.json", content).Observation
	if o.ParserStatus != "" || o.Title != "GO-1" || o.Recommendation != "" || strings.Contains(o.Description, "Called") {
		t.Errorf("%+v", o)
	}
}

func TestLongTrace(t *testing.T) {
	frames := strings.TrimSuffix(strings.Repeat(`{"module":"m","version":"v1","package":"p","function":"f","receiver":"*T"},`, 50), ",")
	o := parsertest.One(t, Parser{}, "x.json", config+`{"finding":{"osv":"GO-1","trace":[`+frames+`]}}`).Observation
	if strings.Count(o.Description, "* p.T.f") != maxFrames || !strings.Contains(o.Description, "\n\n* ...\n* p.T.f") {
		t.Errorf("%s", o.Description)
	}
}

func FuzzParse(f *testing.F) {
	parsertest.Fuzz(f, Parser{}, ".json", config, config+`{"osv":{"id":"GO-1","aliases":["CVE-1"],"references":[{"url":"u"}]}}{"finding":{"osv":"GO-1","fixed_version":"v2","trace":[{"module":"m","version":"v1","package":"p","function":"f","position":{"filename":"a.go","line":3}}]}}`)
}
