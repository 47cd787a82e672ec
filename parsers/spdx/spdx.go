// Package spdx reads SPDX 2.2 and 2.3 JSON documents (parsers.md §3): each package becomes a license component. There are no findings in
// them. SPDX 3 documents are not read.
//
// Only what is used has to be there: a package needs a name. License expressions are delivered in canonical form; texts that are none, as they
// stand in the document.
package spdx

import (
	"iter"
	"strings"

	"secobserve/model"
	"secobserve/parsers"
	"secobserve/parsers/dependencies"
	"secobserve/parsers/rawjson"
)

const name = "SPDX"

// Parser reads SPDX.
type Parser struct{}

// Info describes the parser (import.md §8).
func (Parser) Info() model.Parser {
	return model.Parser{Name: name, Type: model.ParserSCA, Source: model.SourceFile, SBOM: true, ModuleName: "spdx", ClassName: "SPDXParser"}
}

// Accepts takes objects with an SPDXID and a version of SPDX.
func (Parser) Accepts(doc *parsers.Document) bool {
	return doc.Member("SPDXID").Text() != "" && parsers.First(doc.Member("spdxVersion").Text(), doc.Member("SPDXVersion").Text()) != ""
}

// Parse reads the packages.
func (Parser) Parse(doc *parsers.Document) (*parsers.Report, error) {
	d := newDocument(doc)
	return &parsers.Report{
		Scanner:    scanner(doc.Member("creationInfo").Get("creators")),
		Findings:   func(func(*parsers.Finding) bool) {},
		Components: d.components(),
	}, nil
}

// scanner is the first creator of the form "Tool: name".
func scanner(creators rawjson.Value) string {
	for creator := range creators.Elements() {
		parts := strings.Split(creator.Text(), ":")
		if len(parts) == 2 && strings.TrimSpace(parts[0]) == "Tool" {
			return strings.TrimSpace(parts[1])
		}
	}
	return ""
}

// document is a document with its packages and their dependencies.
type document struct {
	packages []rawjson.Value
	graph    *dependencies.Graph
}

func newDocument(doc *parsers.Document) *document {
	d := &document{}
	var labels []string
	byID := make(map[string]int)
	skipped := 0
	for raw := range doc.Member("packages").Elements() {
		p := readPackage(raw)
		if p.name == "" {
			skipped++
			continue
		}
		if _, taken := byID[p.id]; p.id != "" && !taken {
			byID[p.id] = len(d.packages)
		}
		d.packages = append(d.packages, raw)
		label := p.name
		if p.version != "" {
			label += ":" + p.version
		}
		labels = append(labels, label)
	}
	parsers.LogSkipped(name, "packages without name", skipped)
	d.graph = dependencies.New(labels)
	for raw := range doc.Member("relationships").Elements() {
		parent, child := relationship(raw)
		p, isPackage := byID[parent]
		c, isPackageToo := byID[child]
		if isPackage && isPackageToo {
			d.graph.Add(p, c)
		}
	}
	return d
}

// directions tell for the types of relationships that mean a dependency whether they are given from the dependency upwards.
var directions = map[string]bool{"DEPENDS_ON": false, "CONTAINS": false, "DEPENDENCY_OF": true, "CONTAINED_BY": true}

// relationship returns the ids of the packages that depend on each other; "" for other relationships.
func relationship(raw rawjson.Value) (parent, child string) {
	var kind string
	for key, value := range raw.Members() {
		switch string(key) {
		case "spdxElementId":
			parent = value.Text()
		case "relatedSpdxElement":
			child = value.Text()
		case "relationshipType":
			kind = enumeration(value)
		}
	}
	upwards, ok := directions[kind]
	if !ok {
		return "", ""
	}
	if upwards {
		return child, parent
	}
	return parent, child
}

// enumeration brings the spellings of enumeration values into one.
func enumeration(v rawjson.Value) string {
	return strings.ReplaceAll(strings.ToUpper(v.Text()), "-", "_")
}

// components yields every package that has a name.
func (d *document) components() iter.Seq[*parsers.Component] {
	return func(yield func(*parsers.Component) bool) {
		for i, raw := range d.packages {
			p := readPackage(raw)
			c := &parsers.Component{Name: p.name, Version: p.version, PURL: p.purl, CPE: p.cpe, Type: p.kind, Dependencies: d.graph.Text(i),
				DeclaredLicenses: p.declared, ConcludedLicenses: p.concluded,
				Evidences: []parsers.Evidence{{Name: "Package", Text: parsers.NewText(raw)}}}
			if !yield(c) {
				return
			}
		}
	}
}
