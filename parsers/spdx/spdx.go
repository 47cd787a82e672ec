// Package spdx reads SPDX documents in JSON, 2.2 and 2.3 (parsers.md §3) and 3.0 in JSON-LD: each package becomes a license component. There
// are no findings in them.
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

// Accepts takes objects with an SPDXID and a version of SPDX, and graphs with the context of SPDX 3.
func (Parser) Accepts(doc *parsers.Document) bool {
	if isLinked(doc) {
		return true
	}
	return doc.Member("SPDXID").Text() != "" && parsers.First(doc.Member("spdxVersion").Text(), doc.Member("SPDXVersion").Text()) != ""
}

// Parse reads the packages.
func (Parser) Parse(doc *parsers.Document) (*parsers.Report, error) {
	if len(doc.JSON) > rawjson.MaxDocument {
		return nil, parsers.Unusable(name, "it is larger than 4 GiB")
	}
	if isLinked(doc) {
		return parseLinked(doc), nil
	}
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
	raw      rawjson.Value
	packages []place
	ids      *rawjson.TextIndex // the ids of packages
	byID     []uint32           // the packages by the numbers of their ids
	graph    *dependencies.Graph
	version  string // name of the member with the version of a package
}

// place is where a package stands in the document, and the number of its id + 1, 0 without.
type place struct{ start, end, id uint32 }

func newDocument(doc *parsers.Document) *document {
	d := &document{raw: doc.JSON, ids: rawjson.NewTextIndex(doc.JSON), version: "versionInfo"}
	skipped := 0
	for raw := range doc.Member("packages").Elements() {
		name, id := nameAndID(raw)
		if name.Text() == "" {
			skipped++
			continue
		}
		d.add(raw, id)
	}
	parsers.LogSkipped(name, "packages without name", skipped)
	d.graph = dependencies.New(d.edges(doc.Member("relationships")), len(d.byID), textBudget+len(d.raw), d.label)
	return d
}

// add adds a package.
func (d *document) add(raw, id rawjson.Value) {
	start := d.raw.Offset(raw)
	p := place{start: start, end: start + uint32(len(raw))}
	if id.Kind() == rawjson.Text && !id.Empty() {
		number, added := d.ids.Add(id)
		if p.id = uint32(number + 1); added {
			d.byID = append(d.byID, uint32(len(d.packages)))
		}
	}
	d.packages = append(d.packages, p)
}

func nameAndID(raw rawjson.Value) (name, id rawjson.Value) {
	for key, value := range raw.Members() {
		switch string(key) {
		case "name":
			name = value
		case "SPDXID":
			id = value
		}
	}
	return name, id
}

// textBudget is the memory for texts of dependencies beside as much as the document takes, in bytes.
const textBudget = 16 << 20

// edges are the dependencies between packages.
func (d *document) edges(relationships rawjson.Value) []dependencies.Edge {
	var edges []dependencies.Edge
	for raw := range relationships.Elements() {
		parent, child := relationship(raw)
		p, isPackage := d.ids.FindValue(parent)
		c, isPackageToo := d.ids.FindValue(child)
		if isPackage && isPackageToo {
			edges = append(edges, dependencies.Edge{Parent: uint32(p), Child: uint32(c)})
		}
	}
	return edges
}

// label is how the package with an id is written in the texts of dependencies.
func (d *document) label(id uint32) string {
	var name, version string
	for key, value := range d.at(d.packages[d.byID[id]]).Members() {
		switch string(key) {
		case "name":
			name = value.Text()
		case d.version:
			version = value.Text()
		}
	}
	if version == "" {
		return name
	}
	return name + ":" + version
}

func (d *document) at(p place) rawjson.Value { return d.raw[p.start:p.end:p.end] }

// directions tell for the types of relationships that mean a dependency whether they are given from the dependency upwards.
var directions = map[string]bool{"DEPENDS_ON": false, "CONTAINS": false, "DEPENDENCY_OF": true, "CONTAINED_BY": true}

// relationship returns the ids of the packages that depend on each other, none for other relationships.
func relationship(raw rawjson.Value) (parent, child rawjson.Value) {
	var kind string
	for key, value := range raw.Members() {
		switch string(key) {
		case "spdxElementId":
			parent = value
		case "relatedSpdxElement":
			child = value
		case "relationshipType":
			kind = enumeration(value)
		}
	}
	upwards, ok := directions[kind]
	if !ok {
		return nil, nil
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
		for _, place := range d.packages {
			raw := d.at(place)
			p := readPackage(raw)
			c := &parsers.Component{Name: p.name, Version: p.version, PURL: p.purl, CPE: p.cpe, Type: p.kind,
				DeclaredLicenses: p.declared, ConcludedLicenses: p.concluded,
				Evidences: []parsers.Evidence{{Name: "Package", Text: parsers.NewText(raw)}}}
			if place.id > 0 {
				c.Dependencies = d.graph.Text(place.id - 1)
			}
			if !yield(c) {
				return
			}
		}
	}
}
