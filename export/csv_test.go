package export

import (
	"bytes"
	"encoding/csv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"secobserve/model"
)

func TestDefused(t *testing.T) {
	for text, want := range map[string]string{
		"":                "",
		"plain":           "plain",
		"=2+5|x":          `'=2+5\|x`,
		"-3.5":            "-3.5",
		"-1,000.50":       "-1,000.50",
		"1+1":             "1+1",
		"-":               "'-",
		"--1":             "'--1",
		"+1":              "'+1",
		"@SUM(A1)":        "'@SUM(A1)",
		"|calc":           `'\|calc`,
		"%1":              "'%1",
		"a|b":             "a|b",
		"\t=1+1":          "'\t=1+1",
		"＝1+1":            "'＝1+1",
		"＠SUM(A1)":        "'＠SUM(A1)",
		"\xff=1":          "\xff=1",
		"-2+3+cmd|' /C '": `'-2+3+cmd\|' /C '`,
	} {
		if got := Defused(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestDefusedName(t *testing.T) {
	for name, want := range map[string]string{
		"src/a.go":               "src/a.go",
		"@types/node/index.d.ts": "@types/node/index.d.ts",
		"+page.svelte":           "+page.svelte",
		"src/(app)/+page.svelte": "src/(app)/+page.svelte",
		"-":                      "-",
		"=1+1":                   "'=1+1",
		"＝1+1(":                  "'＝1+1(",
		`+cmd|' /C calc'!A0`:     `'+cmd\|' /C calc'!A0`,
		`@SUM(1+1)*cmd|x`:        `'@SUM(1+1)*cmd\|x`,
		"-HYPERLINK(A1)":         "'-HYPERLINK(A1)",
	} {
		if got := DefusedName(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

func TestHeader(t *testing.T) {
	for field, want := range map[string]string{"cvss3_score": "Cvss3 score", "id": "Id", "general_rule_rego_id": "General rule rego id", "": ""} {
		if got := Header(field); got != want {
			t.Errorf("%s: %q, want %q", field, got, want)
		}
	}
}

// cells are one of each kind, and each with null.
func cells() []Cell {
	moment := model.TimeOf(time.Date(2026, 11, 23, 18, 43, 17, 156516000, time.UTC))
	return []Cell{
		Text("a,b"), Text("say \"x\""), Text("one\r\ntwo\nthree"), Text(""), Int(-7), OptionalInt(nil), ID(0), ID(12), Decimal(model.Ptr(9.8), 1),
		Decimal(model.Ptr(97.5), 3), Decimal(nil, 1), Bool(true), Bool(false), OptionalBool(nil), Date("2026-02-28"), Date(""), Time(moment),
		Time(model.TimeOf(time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC))), Time(0), Text("=1"), Text("Grüße"), Text("\r=1"),
	}
}

func TestCSV(t *testing.T) {
	headers := make([]string, len(cells()))
	for i := range headers {
		headers[i] = Header("field_" + string(rune('a'+i)))
	}
	var out bytes.Buffer
	w, err := NewCSV(&out, headers)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Row(cells()); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	want := "Field a,Field b,Field c,Field d,Field e,Field f,Field g,Field h,Field i,Field j,Field k,Field l,Field m,Field n,Field o,Field p,Field q,Field r,Field s,Field t,Field u,Field v\r\n" +
		`"a,b","say ""x""",one NEWLINE two NEWLINE three,,-7,,,12,9.8,97.500,,True,False,,2026-02-28,,2026-11-23 18:43:17.156516+00:00,2026-01-02 03:04:05+00:00,,'=1,Grüße,'=1` + "\r\n"
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Error(diff)
	}
	if _, err := csv.NewReader(&out).ReadAll(); err != nil {
		t.Error(err)
	}
}
