package secobserve

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"secobserve/model"
	"secobserve/parsers/parsertest"
)

func report(observations string) string {
	return `{"format":"SecObserve","observations":[` + observations + `]}`
}

func TestAccepts(t *testing.T) {
	parsertest.Accepts(t, Parser{}, map[string]bool{
		`{"format":"SecObserve"}`: true,
		`{"format":"secobserve"}`: false,
		`{"format":null}`:         false,
		`["SecObserve"]`:          false,
	})
}

func TestScanner(t *testing.T) {
	for observations, want := range map[string]string{
		``:              "SecObserve",
		`{"title":"a"}`: "SecObserve",
		`{"title":"a","scanner":"first / 1"},{"title":"b","scanner":"second"}`: "first / 1",
		`{"title":"a","scanner":7},{"title":"b","scanner":"second"}`:           "SecObserve",
	} {
		if got := parsertest.Read(t, Parser{}, "x.json", report(observations)).Scanner; got != want {
			t.Errorf("scanner of %s is %q, want %q", observations, got, want)
		}
	}
}

func TestUnusable(t *testing.T) {
	for content, reason := range map[string]string{
		report(`{"title":"a"},{"description":"b"}`): "observation 2 has no title",
		report(`{"title":""}`):                      "observation 1 has no title",
		report(`{"title":7}`):                       "observation 1 has no title",
		report(`null`):                              "observation 1 has no title",
		`{"format":"SecObserve"}`:                   "observations is not a list",
		`{"format":"SecObserve","observations":{}}`: "observations is not a list",
	} {
		_, err := Parser{}.Parse(parsertest.Document(t, "x.json", content))
		if err == nil || err.Error() != "File is not a valid SecObserve report: "+reason {
			t.Errorf("%s: error %v, want %s", content, err, reason)
		}
	}
}

// Every member that the format has arrives in its field.
func TestMembers(t *testing.T) {
	f := parsertest.One(t, Parser{}, "x.json", report(`{"title":"t","description":"d","recommendation":"r","parser_severity":"High","parser_status":"In review",
		"parser_vex_justification":"component_not_present","scanner":"s / 1","scanner_observation_id":"soi","vulnerability_id":"CVE-1","vulnerability_id_aliases":"GHSA-1",
		"cvss3_score":7.5,"cvss3_vector":"v3","cvss4_score":"8.1","cvss4_vector":"v4","cwe":79,
		"origin_component_name":"n","origin_component_version":"v","origin_component_name_version":"n:v","origin_component_type":"Library","origin_component_purl":"pkg:a/b",
		"origin_component_cpe":"cpe","origin_component_dependencies":"a --> b","origin_component_cyclonedx_bom_link":"urn:cdx:1/1#a",
		"origin_docker_image_name":"i","origin_docker_image_tag":"1","origin_docker_image_name_tag":"i:1","origin_docker_image_digest":"sha256:0",
		"origin_endpoint_url":"https://x","origin_source_file":"f","origin_source_line_start":1,"origin_source_line_end":"2","origin_source_file_link":"https://f",
		"origin_cloud_provider":"AWS","origin_cloud_account_subscription_project":"acc","origin_cloud_resource":"res","origin_cloud_resource_type":"bucket",
		"origin_kubernetes_cluster":"c","origin_kubernetes_namespace":"ns","origin_kubernetes_resource_type":"Pod","origin_kubernetes_resource_name":"p",
		"origin_service_name":"ignored","current_status":"Resolved","product":7}`))
	want := model.Observation{Title: "t", Description: "d", Recommendation: "r", ParserSeverity: "High", ParserStatus: "In review",
		ParserVexJustification: "component_not_present", Scanner: "s / 1", ScannerObservationID: "soi", VulnerabilityID: "CVE-1", VulnerabilityIDAliases: "GHSA-1",
		CVSS3Score: model.Ptr(7.5), CVSS3Vector: "v3", CVSS4Score: model.Ptr(8.1), CVSS4Vector: "v4", CWE: model.Ptr(79),
		OriginComponentName: "n", OriginComponentVersion: "v", OriginComponentNameVersion: "n:v", OriginComponentType: "Library", OriginComponentPURL: "pkg:a/b",
		OriginComponentCPE: "cpe", OriginComponentDependencies: "a --> b", OriginComponentCycloneDXBOMLink: "urn:cdx:1/1#a",
		OriginDockerImageName: "i", OriginDockerImageTag: "1", OriginDockerImageNameTag: "i:1", OriginDockerImageDigest: "sha256:0",
		OriginEndpointURL: "https://x", OriginSourceFile: "f", OriginSourceLineStart: model.Ptr(1), OriginSourceLineEnd: model.Ptr(2), OriginSourceFileLink: "https://f",
		OriginCloudProvider: "AWS", OriginCloudAccountSubscriptionProject: "acc", OriginCloudResource: "res", OriginCloudResourceType: "bucket",
		OriginKubernetesCluster: "c", OriginKubernetesNamespace: "ns", OriginKubernetesResourceType: "Pod", OriginKubernetesResourceName: "p"}
	if diff := cmp.Diff(want, f.Observation); diff != "" {
		t.Error(diff)
	}
	if len(f.References) != 0 || len(f.Evidences) != 0 {
		t.Errorf("references %v, evidences %v", f.References, f.Evidences)
	}
}

func TestOddValues(t *testing.T) {
	f := parsertest.One(t, Parser{}, "x.json", report(`{"title":"t","description":7,"parser_status":"open","parser_vex_justification":"x","origin_component_type":"library",
		"cwe":-1,"cvss3_score":11,"cvss4_score":"high","origin_source_line_start":null,"reference":["x"],"references":{"a":1},"evidences":[{"name":"n"},{"evidence":"e"},7]}`))
	if diff := cmp.Diff(model.Observation{Title: "t"}, f.Observation); diff != "" {
		t.Error(diff)
	}
	if len(f.References) != 0 || len(f.Evidences) != 0 {
		t.Errorf("references %v, evidences %v", f.References, f.Evidences)
	}
}

func TestReferencesAndEvidences(t *testing.T) {
	f := parsertest.One(t, Parser{}, "x.json", report(`{"title":"t","references":["https://b","",7,"https://c"],"reference":"https://a",
		"evidences":[{"name":"text","evidence":"plain"},{"name":"JSON in a text","evidence":"{\"a\":1}"},{"name":"object","evidence":{"b":2}}]}`))
	if got := strings.Join(f.References, " "); got != "https://a https://b https://c" {
		t.Errorf("references %s", got)
	}
	var got []string
	for _, e := range f.Evidences {
		got = append(got, e.Name+"="+e.Text.String())
	}
	if want := `text="plain" JSON in a text={"a": 1} object={"b": 2}`; strings.Join(got, " ") != want {
		t.Errorf("evidences %s, want %s", strings.Join(got, " "), want)
	}
}

func FuzzParse(f *testing.F) {
	parsertest.Fuzz(f, Parser{}, ".json", report(``), report(`{"title":"t","cvss3_score":7.5,"reference":"https://a","evidences":[{"name":"n","evidence":"{}"}],
		"origin_component_name_version":"a:1","origin_endpoint_url":"https://x:99999/","origin_source_line_start":"7"}`))
}
