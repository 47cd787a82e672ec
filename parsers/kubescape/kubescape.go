// Package kubescape reads the JSON reports of Kubescape, format version v2 (parsers.md §10): each control that a resource fails becomes a
// finding.
package kubescape

import (
	"iter"
	"strings"

	"secobserve/model"
	"secobserve/parsers"
	"secobserve/parsers/rawjson"
)

const name = "Kubescape"

// Parser reads Kubescape reports.
type Parser struct{}

// Info describes the parser (import.md §8).
func (Parser) Info() model.Parser {
	return model.Parser{Name: name, Type: model.ParserInfrastructure, Source: model.SourceFile, ModuleName: "kubescape", ClassName: "KubescapeParser"}
}

// Accepts takes objects whose metadata name a version of Kubescape and the format v2.
func (Parser) Accepts(doc *parsers.Document) bool {
	scan := doc.Member("metadata").Get("scanMetadata")
	return scan.Get("kubescapeVersion").Text() != "" && scan.Get("formatVersion").Is("v2")
}

// Refuses names another version of the format.
func (Parser) Refuses(doc *parsers.Document) string {
	scan := doc.Member("metadata").Get("scanMetadata")
	if scan.Get("kubescapeVersion").Text() == "" {
		return ""
	}
	return "formatVersion is " + string(scan.Get("formatVersion")) + ", only \"v2\" is read"
}

// Parse reads the results.
func (Parser) Parse(doc *parsers.Document) (*parsers.Report, error) {
	metadata := doc.Member("metadata")
	if len(doc.JSON) > rawjson.MaxDocument {
		return nil, parsers.Unusable(name, "it is larger than 4 GiB")
	}
	r := &report{
		doc:     doc.JSON,
		scanner: parsers.NameVersion(name, metadata.Get("scanMetadata", "kubescapeVersion").Text()),
		cluster: metadata.Get("targetMetadata", "clusterContextMetadata", "contextName").Text(),
		ids:     rawjson.NewTextIndex(doc.JSON),
		results: doc.Member("results"),
	}
	for raw := range doc.Member("resources").Elements() {
		r.addResource(raw)
	}
	return &parsers.Report{Scanner: r.scanner, Findings: r.findings()}, nil
}

// report is a report with its resources ready to be looked up.
type report struct {
	doc              rawjson.Value
	scanner, cluster string
	ids              *rawjson.TextIndex
	resources        []uint32 // their places in the document, by the numbers of their ids
	results          rawjson.Value
}

// addResource remembers a resource; the last one of equal ids counts.
func (r *report) addResource(raw rawjson.Value) {
	id := raw.Get("resourceID")
	if id.Kind() != rawjson.Text || id.Empty() {
		return
	}
	if number, added := r.ids.Add(id); added {
		r.resources = append(r.resources, r.doc.Offset(raw))
	} else {
		r.resources[number] = r.doc.Offset(raw)
	}
}

// resource is a Kubernetes resource that was looked at.
type resource struct {
	kind, namespace, name string
	text                  *parsers.Text
}

// newResource reads a resource. Those that stand for a subject of role bindings have no metadata of their own.
func newResource(raw rawjson.Value) *resource {
	object := raw.Get("object")
	named := object
	if metadata := object.Get("metadata"); metadata.Kind() == rawjson.Object && !metadata.Empty() {
		named = metadata
	}
	return &resource{object.Get("kind").Text(), named.Get("namespace").Text(), named.Get("name").Text(), parsers.NewText(raw)}
}

func (r *report) findings() iter.Seq[*parsers.Finding] {
	return func(yield func(*parsers.Finding) bool) {
		unknown := 0
		for result := range r.results.Elements() {
			number, known := r.ids.FindValue(result.Get("resourceID"))
			if !known {
				unknown++
				continue
			}
			resource := newResource(r.doc.At(r.resources[number]))
			for control := range result.Get("controls").Elements() {
				if control.Get("status", "status").Is("failed") && !yield(r.finding(control, resource)) {
					return
				}
			}
		}
		parsers.LogSkipped(name, "results of unknown resources", unknown)
	}
}

func (r *report) finding(control rawjson.Value, resource *resource) *parsers.Finding {
	id := control.Get("controlID").Text()
	f := &parsers.Finding{
		References: []string{"https://kubescape.io/docs/controls/" + strings.ToLower(id)},
		Evidences:  []parsers.Evidence{{Name: "Control", Text: parsers.NewText(control)}, {Name: "Resource", Text: resource.text}},
	}
	o := &f.Observation
	o.Title = id + " / " + control.Get("name").Text()
	o.ParserSeverity = model.Severity(control.Get("severity").Text())
	o.Scanner = r.scanner
	o.OriginKubernetesCluster = r.cluster
	o.OriginKubernetesNamespace, o.OriginKubernetesResourceType, o.OriginKubernetesResourceName = resource.namespace, resource.kind, resource.name
	return f
}
