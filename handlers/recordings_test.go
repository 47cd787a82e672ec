package handlers_test

import (
	"cmp"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// recording is what another implementation of the API made of a report.
type recording struct {
	Observations struct {
		Status   int              `json:"status"`
		Response map[string]any   `json:"response"`
		Count    int              `json:"count"`
		Rows     []map[string]any `json:"rows"`
		Details  []map[string]any `json:"details"`
	} `json:"observations"`
}

// improved lists, by file, the fields in which we deliberately differ, with the reason.
var improved = map[string]map[string]string{
	"dd-sarif-codeQL-output.sarif": {"cwe": "parsers.md §4.2: more forms of CWE tags are understood"},
	"dd-sarif-flawfinder.sarif":    {"cwe": "parsers.md §4.2: relationships to a CWE taxonomy are understood"},
	"secobserve-azure_defender-AzureSecurityCenterRecommendations.csv": {
		"evidences": "import.md §2: the byte order mark is no part of the first header"},
}

// readable lists reports that the recorded implementation refused and that are read here, with the reason.
var readable = map[string]string{
	"dd-gitleaks-gitleaks8_many.json":             "parsers.md §9: the bare list of older versions is read",
	"dd-govulncheck-many_vulns_new_version.json":  nativeFormat,
	"dd-npm_audit_7_plus-many_vulns.json":         nativeFormat,
	"dd-osv_scanner-many_findings.json":           nativeFormat,
	"dd-semgrep-many_findings.json":               nativeFormat,
	"dd-trivy-kubernetes.json":                    nativeFormat,
	"dd-trivy-misconfigurations_and_secrets.json": nativeFormat,
	"dd-trivy-scheme_2_many_vulns.json":           nativeFormat,
}

const nativeFormat = "native formats of tools are read as well"

// Real reports give the same findings as in the recordings beside this repository.
func TestRecordings(t *testing.T) {
	folder := filepath.Join("..", "..", "shared", "reports")
	files, err := filepath.Glob(filepath.Join(folder, "expected", "*.json"))
	if err != nil || len(files) == 0 {
		t.Skip("the folder of recorded readings is not there")
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		t.Run(name, func(t *testing.T) { compareRecording(t, folder, name) })
	}
}

func compareRecording(t *testing.T, folder, name string) {
	var want recording
	readJSONFile(t, filepath.Join(folder, "expected", name+".json"), &want)
	content, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		t.Fatal(err)
	}
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Shop")
	got := a.upload(admin, name, string(content), map[string]string{"product": product, "suppress_licenses": "true"})
	if readable[name] != "" {
		got.want(200, "observations_new")
		return
	}
	if want.Observations.Status == 500 {
		if got.status != 200 && got.status != 400 {
			t.Fatalf("status %d: %s", got.status, got.body)
		}
		return
	}
	if got.status != want.Observations.Status {
		t.Fatalf("status %d, want %d: %.300s", got.status, want.Observations.Status, got.body)
	}
	if got.status != 200 {
		return
	}
	rows := a.do("GET", "/api/observations/?page_size=10000", admin, nil).want(200, "").rows()
	compareRows(t, name, rows, want.Observations.Rows)
	compareEvidences(t, a, admin, rows, want.Observations.Details)
}

// compareEvidences compares the details of the recorded observations: references, dependencies and evidences as JSON.
func compareEvidences(t *testing.T, a *api, admin string, rows, want []map[string]any) {
	if len(want) < len(rows) {
		return // only some are recorded; which ones depends on the order of their ids
	}
	var got []map[string]any
	for _, row := range rows {
		detail := a.do("GET", "/api/observations/"+text(row["id"])+"/", admin, nil).want(200, "").object()
		var evidences []map[string]any
		for _, e := range detail["evidences"].([]any) {
			id := text(e.(map[string]any)["id"])
			evidence := a.do("GET", "/api/evidences/"+id+"/", admin, nil).want(200, "").object()
			evidences = append(evidences, map[string]any{"name": evidence["name"], "evidence": canonical(evidence["evidence"].(string))})
		}
		var references []map[string]any
		for _, r := range detail["references"].([]any) {
			references = append(references, map[string]any{"url": r.(map[string]any)["url"]})
		}
		got = append(got, comparable(detail, evidences, references))
	}
	var wanted []map[string]any
	for _, detail := range want {
		var evidences, references []map[string]any
		for _, e := range detail["evidences"].([]any) {
			e := e.(map[string]any)
			evidences = append(evidences, map[string]any{"name": e["name"], "evidence": canonical(e["evidence"].(string))})
		}
		for _, r := range detail["references"].([]any) {
			references = append(references, r.(map[string]any))
		}
		wanted = append(wanted, comparable(detail, evidences, references))
	}
	compareRows(t, strings.TrimPrefix(t.Name(), "TestRecordings/"), got, wanted)
}

func comparable(detail map[string]any, evidences, references []map[string]any) map[string]any {
	byText := func(x, y map[string]any) int { return cmp.Compare(text(x), text(y)) }
	slices.SortFunc(evidences, byText)
	slices.SortFunc(references, byText)
	out := map[string]any{"evidences": evidences, "references": references}
	for _, field := range []string{"title", "description", "origin_component_name_version", "origin_component_dependencies", "origin_source_file",
		"origin_source_line_start", "origin_source_line_end"} {
		out[field] = detail[field]
	}
	return out
}

// canonical brings a JSON text into one form.
func canonical(s string) string {
	var v any
	if json.Unmarshal([]byte(s), &v) != nil {
		return s
	}
	return text(v)
}

func compareRows(t *testing.T, name string, got, want []map[string]any) {
	if len(got) != len(want) {
		t.Errorf("%d observations, want %d", len(got), len(want))
	}
	key := func(r map[string]any) string {
		return text(r["title"]) + text(r["origin_component_name_version"]) + text(r["origin_source_file"]) + text(r["origin_source_line_start"]) +
			text(r["origin_source_line_end"]) + text(r["description"])
	}
	sort := func(rows []map[string]any) {
		slices.SortFunc(rows, func(x, y map[string]any) int { return cmp.Compare(key(x), key(y)) })
	}
	sort(got)
	sort(want)
	differences := map[string]int{}
	for i := range min(len(got), len(want)) {
		for field, value := range want[i] {
			if field == "product_data" || improved[name][field] != "" {
				continue
			}
			if g, w := text(got[i][field]), text(value); g != w {
				if differences[field]++; differences[field] <= 2 {
					t.Errorf("%s of %q:\n got %.700s\nwant %.700s", field, want[i]["title"], g, w)
				}
			}
		}
	}
	for field, n := range differences {
		t.Errorf("%d rows differ in %s", n, field)
	}
}

func text(v any) string {
	if s, ok := v.(string); ok {
		return s
	}
	b, _ := json.Marshal(v)
	return string(b)
}

func readJSONFile(t *testing.T, path string, to any) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, to); err != nil {
		t.Fatal(err)
	}
}
