package kubescape

import (
	"testing"

	"secobserve/parsers/parsertest"
)

func reportOf(resources, results string) string {
	return `{"metadata":{"scanMetadata":{"kubescapeVersion":"v3.0.48","formatVersion":"v2"},"targetMetadata":{"clusterContextMetadata":{"contextName":"prod"}}},
		"resources":[` + resources + `],"results":[` + results + `]}`
}

func TestAccepts(t *testing.T) {
	parsertest.Accepts(t, Parser{}, map[string]bool{
		reportOf("", ""): true,
		`{"metadata":{"scanMetadata":{"kubescapeVersion":"","formatVersion":"v2"}}}`:   false,
		`{"metadata":{"scanMetadata":{"kubescapeVersion":"v1","formatVersion":"v1"}}}`: false,
		`{"metadata":{"scanMetadata":null}}`:                                           false,
		`{"metadata":[]}`:                                                              false,
	})
}

const (
	resources = `{"resourceID":"pod","object":{"kind":"Pod","name":"ignored","metadata":{"namespace":"shop","name":"web"}}},
		{"resourceID":"role","object":{"kind":"ClusterRole","name":"admin","namespace":"all","metadata":{}}},{"object":{}},null`
	results = `{"resourceID":"pod","controls":[{"controlID":"C-0017","name":"Immutable","severity":"Low","status":{"status":"failed"}},
		{"controlID":"C-0001","name":"fine","status":{"status":"passed"}},{"status":"failed"},null]},
		{"resourceID":"role","controls":[{"controlID":"C-0015","name":"List secrets","severity":"High","status":{"status":"failed"}}]},
		{"resourceID":"unknown","controls":[{"controlID":"C-0015","status":{"status":"failed"}}]},{"resourceID":"pod"},7`
)

func TestFindings(t *testing.T) {
	got := parsertest.Read(t, Parser{}, "x.json", reportOf(resources, results))
	if len(got.Findings) != 2 || got.Scanner != "Kubescape / v3.0.48" {
		t.Fatalf("%+v", got)
	}
	f := got.Findings[0]
	o := f.Observation
	if o.Title != "C-0017 / Immutable" || o.ParserSeverity != "Low" || o.Scanner != "Kubescape / v3.0.48" || o.Description != "" ||
		o.OriginKubernetesCluster != "prod" || o.OriginKubernetesNamespace != "shop" || o.OriginKubernetesResourceType != "Pod" || o.OriginKubernetesResourceName != "web" {
		t.Errorf("%+v", o)
	}
	if len(f.References) != 1 || f.References[0] != "https://kubescape.io/docs/controls/c-0017" {
		t.Errorf("references %v", f.References)
	}
	if f.Evidences[0].Name != "Control" || f.Evidences[1].Name != "Resource" ||
		f.Evidences[1].Text.String() != `{"resourceID": "pod", "object": {"kind": "Pod", "name": "ignored", "metadata": {"namespace": "shop", "name": "web"}}}` {
		t.Errorf("evidences %s", f.Evidences[1].Text.String())
	}
	if o = got.Findings[1].Observation; o.OriginKubernetesNamespace != "all" || o.OriginKubernetesResourceType != "ClusterRole" || o.OriginKubernetesResourceName != "admin" {
		t.Errorf("a resource without metadata: %+v", o)
	}
}

func FuzzParse(f *testing.F) { parsertest.Fuzz(f, Parser{}, ".json", reportOf(resources, results)) }
