package cyclonedx

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// recording is what another implementation made of a report: stored rows, of which those values are compared that the parser decides.
type recording struct {
	Observations struct {
		Status  int              `json:"status"`
		Details []map[string]any `json:"details"`
	} `json:"observations"`
	SBOM struct {
		Status     int              `json:"status"`
		Components []map[string]any `json:"license_components"`
	} `json:"sbom"`
}

// Real reports give the same values as in the recordings beside this repository.
func TestRecordings(t *testing.T) {
	folder := filepath.Join("..", "..", "..", "shared", "reports")
	files, err := filepath.Glob(filepath.Join(folder, "expected", "*cyclone*.json"))
	if err != nil || len(files) == 0 {
		t.Skip("the folder of recorded readings is not there")
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		t.Run(name, func(t *testing.T) {
			var want recording
			content, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if err := json.Unmarshal(content, &want); err != nil {
				t.Fatal(err)
			}
			report, err := os.ReadFile(filepath.Join(folder, name))
			if err != nil {
				t.Fatal(err)
			}
			got := read(t, string(report))
			compareComponents(t, got, want.SBOM.Components)
			if want.Observations.Status == 500 {
				if len(got.findings) == 0 {
					t.Error("no findings of a report that the other implementation could not read")
				}
				return
			}
			compareFindings(t, got, want.Observations.Details)
		})
	}
}

// withoutReference are components that are read here only: they have no bom-ref (parsers.md §2.2).
var withoutReference = map[string]bool{"./configuration/.m2/repository/org/apache/logging/log4j/log4j-core/2.13.2": true}

func compareComponents(t *testing.T, got reading, want []map[string]any) {
	var had, wanted []map[string]any
	stored := make(map[string]bool)
	for _, c := range got.components {
		nameVersion := c.Name
		if c.Version != "" {
			nameVersion += ":" + c.Version
		}
		// Of components with the same name, version and dependencies an import keeps the first one (licenses.md §6.3).
		identity := strings.ToLower(nameVersion + c.Dependencies)
		if stored[identity] || withoutReference[c.Name] {
			continue
		}
		stored[identity] = true
		had = append(had, map[string]any{"component_name": c.Name, "component_version": c.Version, "component_name_version": nameVersion,
			"component_purl": c.PURL, "component_cpe": c.CPE, "component_type": string(c.Type), "component_cyclonedx_bom_link": c.CycloneDXBOMLink})
	}
	for _, c := range want {
		wanted = append(wanted, pick(c, "component_name", "component_version", "component_name_version", "component_purl", "component_cpe",
			"component_type", "component_cyclonedx_bom_link"))
	}
	compareSorted(t, "components", had, wanted)
}

func compareFindings(t *testing.T, got reading, want []map[string]any) {
	var had, wanted []map[string]any
	for _, f := range got.findings {
		o := f.Observation
		evidences := make(map[string]any)
		for _, e := range f.Evidences {
			evidences[e.Name] = decoded(t, e.Text.String())
		}
		had = append(had, map[string]any{"title": o.Title, "vulnerability_id": o.VulnerabilityID, "description": strings.TrimRight(o.Description, "\n"),
			"recommendation": o.Recommendation, "parser_severity": string(o.ParserSeverity), "cvss3_vector": o.CVSS3Vector, "cvss4_vector": o.CVSS4Vector,
			"origin_component_name": o.OriginComponentName, "origin_component_version": o.OriginComponentVersion,
			"origin_component_type": string(o.OriginComponentType), "origin_component_purl": o.OriginComponentPURL,
			"origin_component_cpe": o.OriginComponentCPE, "origin_component_dependencies": o.OriginComponentDependencies,
			"origin_component_cyclonedx_bom_link": o.OriginComponentCycloneDXBOMLink, "origin_docker_image_digest": o.OriginDockerImageDigest,
			"origin_source_file": o.OriginSourceFile, "scanner": o.Scanner, "cwe": cweOf(o.CWE), "evidences": evidences,
			"references": slices.Sorted(slices.Values(f.References))})
	}
	for _, d := range want {
		row := pick(d, "title", "vulnerability_id", "description", "recommendation", "parser_severity", "cvss3_vector", "cvss4_vector",
			"origin_component_name", "origin_component_version", "origin_component_type", "origin_component_purl", "origin_component_cpe",
			"origin_component_dependencies", "origin_component_cyclonedx_bom_link", "origin_docker_image_digest", "origin_source_file", "scanner", "cwe")
		evidences := make(map[string]any)
		for _, e := range d["evidences"].([]any) {
			e := e.(map[string]any)
			evidences[e["name"].(string)] = decoded(t, e["evidence"].(string))
		}
		var references []string
		for _, r := range d["references"].([]any) {
			references = append(references, r.(map[string]any)["url"].(string))
		}
		slices.Sort(references)
		row["evidences"], row["references"] = evidences, references
		wanted = append(wanted, row)
	}
	compareSorted(t, "findings", had, wanted)
}

func cweOf(cwe *int) any {
	if cwe == nil {
		return nil
	}
	return float64(*cwe)
}

func pick(row map[string]any, fields ...string) map[string]any {
	out := make(map[string]any)
	for _, f := range fields {
		out[f] = row[f]
	}
	return out
}

func decoded(t *testing.T, text string) (v any) {
	t.Helper()
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		t.Fatalf("evidence is no JSON: %v", err)
	}
	return v
}

// compareSorted compares rows in any order.
func compareSorted(t *testing.T, what string, got, want []map[string]any) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%d %s, want %d", len(got), what, len(want))
		return
	}
	sort := func(rows []map[string]any) {
		slices.SortFunc(rows, func(x, y map[string]any) int { return strings.Compare(encoded(x), encoded(y)) })
	}
	sort(got)
	sort(want)
	for i := range got {
		if !reflect.DeepEqual(got[i], want[i]) {
			t.Errorf("%s differ:\n%s", what, cmp.Diff(want[i], got[i]))
			return
		}
	}
}

func encoded(v any) string {
	b, _ := json.Marshal(v)
	return string(b)
}
