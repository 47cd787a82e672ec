package registry

import (
	"iter"
	"os"
	"path/filepath"
	"testing"

	"secobserve/parsers"
)

// fixtures yields the name and the content of all test data of the formats.
func fixtures(t *testing.T) iter.Seq2[string, []byte] {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "*", "testdata", "*.*"))
	if err != nil || len(files) < 30 {
		t.Fatalf("only %d fixtures: %v", len(files), err)
	}
	return func(yield func(string, []byte) bool) {
		for _, file := range files {
			content, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if !yield(file, content) {
				return
			}
		}
	}
}

// Each report in the test data of a format is taken by the parser of that format and by no other.
func TestFormatsAreDisjoint(t *testing.T) {
	for file, content := range fixtures(t) {
		doc, err := parsers.Read(file, content)
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		var takers []string
		for _, p := range All() {
			if p.Accepts(doc) {
				takers = append(takers, p.Info().Name)
			}
		}
		if len(takers) != 1 {
			t.Errorf("%s is taken by %v", file, takers)
		}
	}
}

// Real reports of formats that SecObserve 1.52 did not read, in a folder beside this repository.
func TestNativeReports(t *testing.T) {
	folder := filepath.Join("..", "..", "..", "shared", "reports")
	if _, err := os.Stat(folder); err != nil {
		t.Skip("the folder of real reports is not there")
	}
	for file, want := range map[string]struct {
		parser, scanner string
		findings        int
	}{
		"dd-anchore_grype-many_vulns.json":            {"Grype", "grype / 0.7.0", 1509},
		"dd-govulncheck-many_vulns_new_version.json":  {"govulncheck", "govulncheck / v1.0.0", 1},
		"dd-npm_audit_7_plus-many_vulns.json":         {"npm audit", "npm audit", 3},
		"dd-osv_scanner-many_findings.json":           {"OSV-Scanner", "OSV-Scanner", 37},
		"dd-semgrep-many_findings.json":               {"Semgrep", "Semgrep", 3},
		"dd-trivy-kubernetes.json":                    {"Trivy", "Trivy", 20},
		"dd-trivy-misconfigurations_and_secrets.json": {"Trivy", "Trivy", 5},
		"dd-trivy-scheme_2_many_vulns.json":           {"Trivy", "Trivy", 5},
	} {
		t.Run(file, func(t *testing.T) {
			content, err := os.ReadFile(filepath.Join(folder, file))
			if err != nil {
				t.Fatal(err)
			}
			parser, doc, err := Detect(file, content)
			if err != nil {
				t.Fatal(err)
			}
			report, err := parser.Parse(doc)
			if err != nil {
				t.Fatal(err)
			}
			n := 0
			for f := range report.Findings {
				n++
				o := f.Observation
				o.Normalise()
				o.Clip()
				o.Derive()
				if o.Title == "" || len(f.Evidences) == 0 || o.OriginComponentName == "" && o.OriginSourceFile == "" && o.OriginKubernetesResourceName == "" {
					t.Errorf("finding %q without evidence or origin", o.Title)
				}
			}
			if parser.Info().Name != want.parser || report.Scanner != want.scanner || n != want.findings {
				t.Errorf("%s by %s: %d findings, want %+v", report.Scanner, parser.Info().Name, n, want)
			}
		})
	}
}
