package registry

import (
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"secobserve/model"
	"secobserve/parsers"
)

// recording is what another implementation of the API made of a report.
type recording struct {
	Observations struct {
		Status  int              `json:"status"`
		Rows    []map[string]any `json:"rows"`
		Details []map[string]any `json:"details"`
	} `json:"observations"`
	SBOM struct {
		LicenseComponents []map[string]any `json:"license_components"`
	} `json:"sbom"`
}

// improved lists, by file and field, where we differ on purpose.
var improved = map[string]map[string]string{
	"dd-sarif-codeQL-output.sarif": {"cwe": "more forms of CWE tags are understood (parsers.md §4.2)"},
	"dd-sarif-flawfinder.sarif":    {"cwe": "relationships to a CWE taxonomy are understood (parsers.md §4.2)"},
	"secobserve-azure_defender-AzureSecurityCenterRecommendations.csv": {
		"evidences": "the byte order mark is no part of the first header (import.md §2)"},
	"secobserve-ocsf-prowler_kubernetes.ocsf.json": {"evidences": "parsers.md §11 says without nulls; the recording keeps those inside of the free-form data of a resource"},
}

// Real reports give the same findings and license components as in the recordings beside this repository.
func TestRecordings(t *testing.T) {
	folder := filepath.Join("..", "..", "..", "shared", "reports")
	files, _ := filepath.Glob(filepath.Join(folder, "expected", "*.json"))
	if len(files) == 0 {
		t.Skip("the folder of recorded readings is not there")
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		t.Run(name, func(t *testing.T) {
			var want recording
			decodeFile(t, file, &want)
			content, err := os.ReadFile(filepath.Join(folder, name))
			if err != nil {
				t.Fatal(err)
			}
			compareRecording(t, name, content, &want)
		})
	}
}

func decodeFile(t *testing.T, file string, to any) {
	t.Helper()
	b, err := os.ReadFile(file)
	if err == nil {
		err = json.Unmarshal(b, to)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func compareRecording(t *testing.T, name string, content []byte, want *recording) {
	parser, doc, err := Detect(name, content)
	if err != nil {
		if want.Observations.Status == 200 {
			t.Errorf("not recognised: %v", err)
		}
		return
	}
	report, err := parser.Parse(doc)
	if err != nil {
		t.Fatal(err)
	}
	if want.Observations.Status == 200 {
		rows, details := read(report, parser.Info().Name)
		compareRows(t, name, rows, want.Observations.Rows)
		if len(want.Observations.Details) == len(want.Observations.Rows) {
			compareRows(t, name, details, wantedDetails(want.Observations.Details))
		}
	}
	if report.Components != nil && want.SBOM.LicenseComponents != nil {
		compareComponents(t, report, want.SBOM.LicenseComponents)
	}
}

// read returns the fields of the findings as they will be stored, in the form of the recordings; details add what lists do not show.
func read(report *parsers.Report, parser string) (rows, details []map[string]any) {
	seen := make(map[string]bool)
	for f := range report.Findings {
		o := f.Observation
		if o.Scanner == "" {
			o.Scanner = parser
		}
		o.Normalise()
		o.Clip()
		if hash := o.Hash(""); seen[hash] {
			continue
		} else {
			seen[hash] = true
		}
		row := fields(&o)
		rows = append(rows, row)
		detail := map[string]any{"origin_component_dependencies": o.OriginComponentDependencies, "references": sorted(f.References)}
		for k, v := range row {
			detail[k] = v
		}
		var evidences []string
		for _, e := range f.Evidences {
			evidences = append(evidences, e.Name+": "+canonical(e.Text.String()))
		}
		detail["evidences"] = sorted(evidences)
		details = append(details, detail)
	}
	return rows, details
}

func fields(o *model.Observation) map[string]any {
	aliases := []string{}
	if o.VulnerabilityIDAliases != "" {
		aliases = strings.Split(o.VulnerabilityIDAliases, ", ")
	}
	return map[string]any{
		"title": o.Title, "description": o.Description, "recommendation": o.Recommendation, "scanner": o.Scanner,
		"parser_severity": string(o.ParserSeverity), "scanner_observation_id": o.ScannerObservationID,
		"vulnerability_id": o.VulnerabilityID, "vulnerability_id_aliases": aliases,
		"cvss3_score": score(o.CVSS3Score), "cvss3_vector": o.CVSS3Vector, "cvss4_score": score(o.CVSS4Score), "cvss4_vector": o.CVSS4Vector, "cwe": o.CWE,
		"origin_component_name": o.OriginComponentName, "origin_component_version": o.OriginComponentVersion,
		"origin_component_type": string(o.OriginComponentType),
		"origin_component_purl": o.OriginComponentPURL, "origin_component_cpe": o.OriginComponentCPE,
		"origin_component_cyclonedx_bom_link": o.OriginComponentCycloneDXBOMLink,
		"origin_docker_image_name":            o.OriginDockerImageName, "origin_docker_image_tag": o.OriginDockerImageTag,
		"origin_docker_image_digest": o.OriginDockerImageDigest, "origin_endpoint_url": o.OriginEndpointURL,
		"origin_source_file": o.OriginSourceFile, "origin_source_line_start": o.OriginSourceLineStart, "origin_source_line_end": o.OriginSourceLineEnd,
		"origin_cloud_provider": o.OriginCloudProvider, "origin_cloud_account_subscription_project": o.OriginCloudAccountSubscriptionProject,
		"origin_cloud_resource": o.OriginCloudResource, "origin_cloud_resource_type": o.OriginCloudResourceType,
		"origin_kubernetes_cluster": o.OriginKubernetesCluster, "origin_kubernetes_namespace": o.OriginKubernetesNamespace,
		"origin_kubernetes_resource_type": o.OriginKubernetesResourceType, "origin_kubernetes_resource_name": o.OriginKubernetesResourceName,
	}
}

// score is a CVSS score as the API shows it.
func score(x *float64) any {
	if x == nil {
		return nil
	}
	return fmt.Sprintf("%.1f", *x)
}

// wantedDetails brings recorded details into the form of read.
func wantedDetails(recorded []map[string]any) []map[string]any {
	var out []map[string]any
	for _, detail := range recorded {
		row := make(map[string]any)
		for k, v := range detail {
			row[k] = v
		}
		var evidences, references []string
		for _, e := range list(detail["evidences"]) {
			evidences = append(evidences, text(e["name"])+": "+canonical(text(e["evidence"])))
		}
		for _, r := range list(detail["references"]) {
			references = append(references, text(r["url"]))
		}
		row["evidences"], row["references"] = sorted(evidences), sorted(references)
		aliases := []string{}
		for _, a := range list(detail["vulnerability_id_aliases"]) {
			aliases = append(aliases, text(a["alias"]))
		}
		row["vulnerability_id_aliases"] = aliases
		out = append(out, row)
	}
	return out
}

// compareComponents looks for each recorded license component. Beyond them there may be those that have no reference in the document, which the
// recordings leave out, and repeated ones. CPE and type of SPDX packages are not in the recordings (parsers.md §3, Improve).
func compareComponents(t *testing.T, report *parsers.Report, recorded []map[string]any) {
	found := make(map[string][]parsers.Component)
	n := 0
	for c := range report.Components {
		key := strings.Join([]string{c.Name, c.Version, c.PURL, c.CycloneDXBOMLink}, " ")
		found[key] = append(found[key], *c)
		n++
	}
	for _, r := range recorded {
		key := fmt.Sprintf("%s %s %s %s", r["component_name"], r["component_version"], r["component_purl"], r["component_cyclonedx_bom_link"])
		if !slices.ContainsFunc(found[key], func(c parsers.Component) bool {
			details := r["component_cyclonedx_bom_link"] == "" || r["component_cpe"] == c.CPE && r["component_type"] == string(c.Type)
			return details && sameLicenses(r, "declared", c.DeclaredLicenses) && sameLicenses(r, "concluded", c.ConcludedLicenses)
		}) {
			t.Errorf("no component like %s, but %+v", key, found[key])
		}
	}
	if n < len(recorded) {
		t.Errorf("%d components, want %d", n, len(recorded))
	}
}

// sameLicenses compares a single license as it stands in the report. Expressions are normalised, and several licenses mapped to known ones, by
// the import.
func sameLicenses(r map[string]any, kind string, licenses []string) bool {
	prefix := "imported_" + kind + "_"
	switch {
	case r[prefix+"multiple_licenses"] != "":
		return len(licenses) > 1
	case r[prefix+"license_expression"] != "":
		return len(licenses) == 1
	case len(licenses) == 0:
		return r[prefix+"license_name"] == "No license information"
	default:
		return len(licenses) == 1 && r[prefix+"license_name"] == licenses[0]
	}
}

func compareRows(t *testing.T, name string, got, want []map[string]any) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%d entries, want %d", len(got), len(want))
	}
	sortRows(got)
	sortRows(want)
	reported := make(map[string]int)
	for i := range min(len(got), len(want)) {
		for field, g := range got[i] {
			w, recorded := want[i][field]
			if !recorded || improved[name][field] != "" || text(g) == text(w) {
				continue
			}
			if reported[field]++; reported[field] <= 2 {
				t.Errorf("%s of %v:\n got %.1500s\nwant %.1500s", field, want[i]["title"], text(g), text(w))
			}
		}
	}
	for field, n := range reported {
		t.Errorf("%d entries differ in %s", n, field)
	}
}

func sortRows(rows []map[string]any) {
	key := func(r map[string]any) string {
		var out strings.Builder
		for _, field := range []string{"title", "origin_component_name", "origin_component_version", "origin_source_file", "origin_source_line_start",
			"origin_source_line_end", "origin_endpoint_url", "origin_cloud_resource", "origin_kubernetes_resource_type", "origin_kubernetes_resource_name", "description"} {
			out.WriteString(text(r[field]) + "\x00")
		}
		return out.String()
	}
	slices.SortStableFunc(rows, func(x, y map[string]any) int { return cmp.Compare(key(x), key(y)) })
}

func sorted(s []string) []string {
	s = slices.Clone(s)
	slices.Sort(s)
	return s
}

func list(v any) []map[string]any {
	var out []map[string]any
	entries, _ := v.([]any)
	for _, e := range entries {
		if m, ok := e.(map[string]any); ok {
			out = append(out, m)
		} else {
			out = append(out, map[string]any{"alias": e})
		}
	}
	return out
}

// text brings a value into one form: texts as they are, everything else as JSON; null and empty lists are alike.
func text(v any) string {
	if s, ok := v.(string); ok {
		return s
	}
	b, err := json.Marshal(v)
	if err != nil {
		return fmt.Sprint(v)
	}
	return strings.Replace(string(b), "[]", "null", 1)
}

// canonical brings a JSON text into one form.
func canonical(s string) string {
	var v any
	if json.Unmarshal([]byte(s), &v) != nil {
		return s
	}
	return text(v)
}
