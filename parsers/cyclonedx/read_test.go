package cyclonedx

import (
	"os"
	"path/filepath"
	"testing"

	"secobserve/parsers"
)

// reading is everything that a report yields.
type reading struct {
	scanner    string
	findings   []parsers.Finding
	components []parsers.Component
}

func read(t testing.TB, content string) reading {
	t.Helper()
	doc, err := parsers.Read("report.json", []byte(content))
	if err != nil {
		t.Fatal(err)
	}
	if !(Parser{}).Accepts(doc) {
		t.Fatal("not accepted")
	}
	report, err := Parser{}.Parse(doc)
	if err != nil {
		t.Fatal(err)
	}
	out := reading{scanner: report.Scanner}
	for f := range report.Findings {
		out.findings = append(out.findings, *f)
	}
	for c := range report.Components {
		out.components = append(out.components, *c)
	}
	return out
}

func readFile(t testing.TB, name string) reading {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return read(t, string(content))
}

// bomWith is a document with further members.
func bomWith(members string) string { return `{"bomFormat":"CycloneDX",` + members + `}` }

// one reads a document that gives exactly one finding.
func one(t *testing.T, members string) parsers.Finding {
	t.Helper()
	got := read(t, bomWith(members)).findings
	if len(got) != 1 {
		t.Fatalf("%d findings", len(got))
	}
	return got[0]
}

// affecting is a document with one component and a vulnerability of it with further members.
func affecting(members string) string {
	return `"components":[{"bom-ref":"x","name":"lib"}],"vulnerabilities":[{"affects":[{"ref":"x"}],` + members + `}]`
}
