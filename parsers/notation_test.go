package parsers

import (
	"strings"
	"testing"

	"secobserve/parsers/rawjson"
)

func value(t *testing.T, text string) rawjson.Value {
	t.Helper()
	v, err := rawjson.Check([]byte(text))
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return v
}

func TestCapitalize(t *testing.T) {
	for text, want := range map[string]string{"MEDIUM": "Medium", "": "", "élan VITAL": "Élan vital", "1A": "1a"} {
		if got := Capitalize(text); got != want {
			t.Errorf("Capitalize(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestTitle(t *testing.T) {
	for text, want := range map[string]string{"issue_severity": "Issue_Severity", "cvssv3_baseScore": "Cvssv3_Basescore", "security-severity": "Security-Severity",
		"": "", "it's": "It'S", "2nd ONE": "2Nd One", "ümlaut": "Ümlaut"} {
		if got := Title(text); got != want {
			t.Errorf("Title(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestSeverity(t *testing.T) {
	for text, want := range map[string]string{"HIGH": "High", "low": "Low", "none": "None", "info": "Unknown", "": "Unknown", "high ": "Unknown"} {
		if got := string(Severity(text)); got != want {
			t.Errorf("Severity(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestNameVersion(t *testing.T) {
	for want, in := range map[string][2]string{"a / 1": {"a", "1"}, "a": {"a", ""}, "": {"", "1"}} {
		if got := NameVersion(in[0], in[1]); got != want {
			t.Errorf("NameVersion(%q) = %q, want %q", in, got, want)
		}
	}
	if First("", "b", "c") != "b" || First("", "") != "" {
		t.Error("First is the first text that is not empty")
	}
}

func TestLiteral(t *testing.T) {
	for text, want := range map[string]string{
		`"plain 'text'"`:                      `plain 'text'`,
		`true`:                                `True`,
		`false`:                               `False`,
		`null`:                                `None`,
		`12`:                                  `12`,
		`7.0`:                                 `7.0`,
		`[ "a" ,"b"]`:                         `['a', 'b']`,
		`{"k" : "v", "n": null}`:              `{'k': 'v', 'n': None}`,
		`["it's", "say \"x\""]`:               `["it's", 'say "x"']`,
		`["it's \"x\""]`:                      `['it\'s "x"']`,
		`["a\\b\nc\td\re"]`:                   `['a\\b\nc\td\re']`,
		`["\u0000\u00a0\u200b\ud83d\ude00ä"]`: `['\x00\xa0\u200b😀ä']`,
		`[[],{},[{"a":[1,true]}]]`:            `[[], {}, [{'a': [1, True]}]]`,
	} {
		if got := Literal(value(t, text), 1000); got != want {
			t.Errorf("Literal(%s) = %s, want %s", text, got, want)
		}
	}
	deep := strings.Repeat(`[`, 9000) + strings.Repeat(`]`, 9000)
	if got := Literal(value(t, deep), 1000); len(got) > 1100 {
		t.Errorf("a literal of %d bytes", len(got))
	}
}

func TestDescriptionParts(t *testing.T) {
	var d Description
	d.Add("")
	d.Add("one")
	d.Add("", "")
	d.AddNamed("Name", "")
	d.AddNamed("Name", "value")
	d.Add("last\n\n")
	if got, want := d.String(), "one\n\n**Name:** value\n\nlast"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	d.Add(strings.Repeat("ü", 1<<20))
	d.Add("behind the end")
	if got := d.String(); len(got) > 2*maxDescription || !d.Full() || strings.Contains(got, "behind") || strings.ContainsRune(got, '\uFFFD') {
		t.Errorf("%d bytes of a huge text", len(got))
	}
}

func TestText(t *testing.T) {
	text := NewText(value(t, "{\"b\":1 ,\n\"a\":[\"x: ,y\",{}]}"))
	if got, want := text.String(), `{"b": 1, "a": ["x: ,y", {}]}`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if text.Sum() != NewText(value(t, "{\"b\":1 ,\n\"a\":[\"x: ,y\",{}]}")).Sum() || text.Sum() == NewText(value(t, `{"b":2}`)).Sum() {
		t.Error("equal texts have equal sums, others have not")
	}
	if got := NewText(nil).String(); got != "null" {
		t.Errorf("an absent value: %s", got)
	}
}
