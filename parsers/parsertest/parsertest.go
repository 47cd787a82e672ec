// Package parsertest reads reports in the tests of the parsers, and holds what is true of every parser: whatever the report says, reading it does
// not panic, gives the same each time, and gives findings that can be stored.
package parsertest

import (
	"encoding/json"
	"reflect"
	"testing"

	"secobserve/parsers"
)

// Report is everything that a parser read.
type Report struct {
	Scanner    string
	Findings   []parsers.Finding
	Components []parsers.Component
}

// Read reads a report, which the parser has to accept.
func Read(t testing.TB, parser parsers.Parser, filename, content string) Report {
	t.Helper()
	doc := Document(t, filename, content)
	if !parser.Accepts(doc) {
		t.Fatalf("%s does not accept %.200s", parser.Info().Name, content)
	}
	report, err := parser.Parse(doc)
	if err != nil {
		t.Fatal(err)
	}
	return collect(t, report)
}

// One reads a report that has to have exactly one finding.
func One(t testing.TB, parser parsers.Parser, filename, content string) parsers.Finding {
	t.Helper()
	report := Read(t, parser, filename, content)
	if len(report.Findings) != 1 {
		t.Fatalf("%d findings in %s, want 1", len(report.Findings), content)
	}
	return report.Findings[0]
}

// Document checks the syntax of a file, which has to be right.
func Document(t testing.TB, filename, content string) *parsers.Document {
	t.Helper()
	doc, err := parsers.Read(filename, []byte(content))
	if err != nil {
		t.Fatalf("%v: %.200s", err, content)
	}
	return doc
}

// Accepts checks which documents a parser takes.
func Accepts(t *testing.T, parser parsers.Parser, documents map[string]bool) {
	t.Helper()
	for content, want := range documents {
		if got := parser.Accepts(Document(t, "x.json", content)); got != want {
			t.Errorf("accepts %s: %v, want %v", content, got, want)
		}
	}
}

// Fuzz holds what is true of every parser against files of an extension.
func Fuzz(f *testing.F, parser parsers.Parser, extension string, seeds ...string) {
	for _, seed := range seeds {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		if doc, err := parsers.Read("x"+extension, content); err == nil && parser.Accepts(doc) {
			Hold(t, parser, doc)
		}
	})
}

// Hold checks what is true of every parser for a document that it accepts.
func Hold(t *testing.T, parser parsers.Parser, doc *parsers.Document) {
	t.Helper()
	report, err := parser.Parse(doc)
	if err != nil {
		return
	}
	first := collect(t, report)
	if second := collect(t, report); !reflect.DeepEqual(first, second) {
		t.Fatalf("read differently a second time:\n%+v\n%+v", first, second)
	}
	for i := range first.Findings {
		storable(t, &first.Findings[i])
	}
}

// storable takes a finding through what an import does with it.
func storable(t *testing.T, f *parsers.Finding) {
	o := f.Observation
	if o.Title == "" {
		t.Fatalf("finding without title: %+v", o)
	}
	o.Bound()
	o.Normalise()
	o.Clip()
	if o.Hash("") == "" {
		t.Fatal("finding without identity")
	}
}

func collect(t testing.TB, report *parsers.Report) Report {
	out := Report{Scanner: report.Scanner}
	for finding := range report.Findings {
		checkEvidences(t, finding.Evidences)
		out.Findings = append(out.Findings, *finding)
	}
	if report.Components != nil {
		for component := range report.Components {
			checkEvidences(t, component.Evidences)
			out.Components = append(out.Components, *component)
		}
	}
	return out
}

func checkEvidences(t testing.TB, evidences []parsers.Evidence) {
	t.Helper()
	for _, e := range evidences {
		if sum := e.Text.Sum(); e.Name == "" || sum != e.Text.Sum() || !json.Valid([]byte(e.Text.String())) {
			t.Fatalf("evidence %q is no JSON: %.300s", e.Name, e.Text.String())
		}
	}
}
