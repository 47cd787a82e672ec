// Package trivy reads the JSON reports of Trivy: of images, file systems and repositories (schema version 2, and the bare list that Trivy wrote
// before 0.20), and of Kubernetes clusters. Vulnerabilities, misconfigurations and secrets become findings; checks that passed do not. Licenses
// are left to the license policies, which judge the components of an SBOM.
//
// The severity is the one that Trivy chose, which is the vendor's where there is one; scores and vectors are kept beside it.
package trivy

import (
	"iter"

	"secobserve/model"
	"secobserve/parsers"
	"secobserve/parsers/rawjson"
)

const name = "Trivy"

// Parser reads Trivy reports.
type Parser struct{}

// Info describes the parser as the API lists it.
func (Parser) Info() model.Parser {
	return model.Parser{Name: name, Type: model.ParserOther, Source: model.SourceFile, ModuleName: "trivy", ClassName: "TrivyParser"}
}

// workloads are the members that hold the objects of a cluster: one list since Trivy 0.49, two before.
var workloads = []string{"Resources", "Findings", "Vulnerabilities", "Misconfigurations"}

// Accepts takes reports of an artifact, reports of a cluster, and bare lists of results.
func (Parser) Accepts(doc *parsers.Document) bool {
	if doc.JSON.Kind() == rawjson.List {
		return doc.Entry("Target").Text() != "" && (doc.Entry("Vulnerabilities") != nil || doc.Entry("Type").Text() != "")
	}
	if doc.Member("SchemaVersion").Kind() == rawjson.Number && doc.Member("ArtifactName").Kind() == rawjson.Text {
		return true
	}
	if doc.Member("ClusterName").Kind() != rawjson.Text {
		return false
	}
	for _, list := range workloads {
		if doc.Member(list).Kind() == rawjson.List {
			return true
		}
	}
	return false
}

// Parse reads the results.
func (Parser) Parse(doc *parsers.Document) (*parsers.Report, error) {
	scanner := parsers.NameVersion(name, doc.Member("Trivy").Get("Version").Text())
	return &parsers.Report{Scanner: scanner, Findings: func(yield func(*parsers.Finding) bool) {
		skipped := 0
		for place, result := range results(doc) {
			place.Scanner = scanner
			if !yieldResult(place, result, &skipped, yield) {
				break
			}
		}
		parsers.LogSkipped(name, "findings without id", skipped)
	}}, nil
}

// results yields every result with the origins that its findings have in common.
func results(doc *parsers.Document) iter.Seq2[model.Observation, rawjson.Value] {
	return func(yield func(model.Observation, rawjson.Value) bool) {
		if doc.JSON.Kind() == rawjson.List {
			for result := range doc.JSON.Elements() {
				if !yield(model.Observation{}, result) {
					return
				}
			}
			return
		}
		artifact := artifactOrigin(doc)
		for result := range doc.Member("Results").Elements() {
			if !yield(artifact, result) {
				return
			}
		}
		cluster := doc.Member("ClusterName").Text()
		for _, list := range workloads {
			for workload := range doc.Member(list).Elements() {
				place := workloadOrigin(cluster, workload)
				for result := range workload.Get("Results").Elements() {
					if !yield(place, result) {
						return
					}
				}
			}
		}
	}
}

// yieldResult yields the findings of one result; false if no more are wanted.
func yieldResult(place model.Observation, result rawjson.Value, skipped *int, yield func(*parsers.Finding) bool) bool {
	r := readResult(result, place)
	for _, kind := range []struct {
		entries rawjson.Value
		read    func(*target, rawjson.Value) *parsers.Finding
	}{
		{r.vulnerabilities, (*target).vulnerability},
		{r.misconfigurations, (*target).misconfiguration},
		{r.secrets, (*target).secret},
	} {
		for entry := range kind.entries.Elements() {
			finding := kind.read(r, entry)
			if finding == nil {
				continue
			}
			if finding.Observation.Title == "" {
				*skipped++
				continue
			}
			if !yield(finding) {
				return false
			}
		}
	}
	return true
}
