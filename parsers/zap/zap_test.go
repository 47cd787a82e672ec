package zap

import (
	"strings"
	"testing"

	"secobserve/parsers"
	"secobserve/parsers/parsertest"
)

func report(alerts string) string {
	return `{"@programName":"ZAP","@version":"2.16.0","site":[{"@name":"https://shop.example","alerts":[` + alerts + `]}]}`
}

func one(t *testing.T, alert string) parsers.Finding {
	t.Helper()
	return parsertest.One(t, Parser{}, "x.json", report(alert))
}

func TestAccepts(t *testing.T) {
	parsertest.Accepts(t, Parser{}, map[string]bool{
		`{"@programName":"OWASP ZAP"}`: true,
		`{"@programName":"zap"}`:       false,
		`{"@programName":["ZAP"]}`:     false,
		`{"programName":"ZAP"}`:        false,
	})
}

func TestFinding(t *testing.T) {
	f := one(t, `{"alert":"XSS","name":"other","riskcode":"3","desc":"<p>desc</p>","otherinfo":"info","count":"5","solution":"<p>fix</p>","cweid":"79",
		"reference":"<p>https://a see there</p><p></p><p>https://b</p>",
		"instances":[{"uri":"https://shop.example/x","method":"GET","param":"q","attack":"<s>","evidence":"e","otherinfo":"o"},{"uri":"second"}]}`)
	o := f.Observation
	if o.Title != "XSS" || o.ParserSeverity != "High" || o.Recommendation != "<p>fix</p>" || *o.CWE != 79 || o.OriginEndpointURL != "https://shop.example" ||
		o.Scanner != "ZAP / 2.16.0" {
		t.Errorf("%+v", o)
	}
	want := "<p>desc</p>\n\n**Other info:** info\n\n**Amount of instances:** 5\n\n**First instance:**\n* **URI:** https://shop.example/x\n* **Method:** GET\n" +
		"* **Param:** q\n* **Attack:** <s>\n* **Evidence:** e"
	if o.Description != want {
		t.Errorf("%s\nwant\n%s", o.Description, want)
	}
	if got := strings.Join(f.References, " "); got != "https://a https://b" {
		t.Errorf("references %s", got)
	}
	if e := f.Evidences[0]; e.Name != "Alert" || !strings.HasPrefix(e.Text.String(), `{"alert": "XSS", "name": "other"`) {
		t.Errorf("evidence %s", e.Text.String())
	}
}

func TestOddValues(t *testing.T) {
	for _, instances := range []string{`[]`, `null`, `{}`, `[null]`, `[7]`} {
		f := one(t, `{"alert":"a","cweid":"-1","riskcode":7,"desc":null,"count":3,"reference":null,"instances":`+instances+`}`)
		if f.Observation.CWE != nil || f.Observation.ParserSeverity != "Unknown" || f.Observation.Description != "**Amount of instances:** 3" || len(f.References) != 0 {
			t.Errorf("%+v", f)
		}
	}
	if f := one(t, `{"alert":"a","instances":[{"method":"GET"}]}`); f.Observation.Description != "* **Method:** GET" {
		t.Errorf("without address: %s", f.Observation.Description)
	}
}

func TestSeverity(t *testing.T) {
	for code, want := range map[string]string{`"0"`: "None", `"1"`: "Low", `"2"`: "Medium", `2`: "Medium", `"4"`: "Critical", `"5"`: "Unknown", `null`: "Unknown"} {
		if got := string(one(t, `{"alert":"a","riskcode":`+code+`}`).Observation.ParserSeverity); got != want {
			t.Errorf("risk code %s: %s, want %s", code, got, want)
		}
	}
}

func TestSites(t *testing.T) {
	got := parsertest.Read(t, Parser{}, "x.json", `{"@programName":"ZAP","site":[{"@name":"a","alerts":[{"alert":"1"},{"alert":""},null]},null,{"alerts":[{"alert":"2"}]},{"@name":"c"}]}`)
	if len(got.Findings) != 2 || got.Scanner != "ZAP" || got.Findings[1].Observation.OriginEndpointURL != "" {
		t.Errorf("%+v", got)
	}
	if _, err := (Parser{}).Parse(parsertest.Document(t, "x.json", `{"@programName":"ZAP"}`)); err == nil || err.Error() != "File is not a valid ZAP report: site is not a list" {
		t.Errorf("error %v", err)
	}
}

func FuzzParse(f *testing.F) {
	parsertest.Fuzz(f, Parser{}, ".json", report(`{"alert":"a","riskcode":"2","cweid":"16","count":"1","reference":"<p>https://a</p>","instances":[{"uri":"u","method":"GET"}]}`))
}
