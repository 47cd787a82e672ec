package cyclonedx

import (
	"iter"
	"strings"

	"secobserve/model"
	"secobserve/parsers"
	"secobserve/parsers/dependencies"
	"secobserve/parsers/rawjson"
)

const name = "CycloneDX"

// Parser reads CycloneDX.
type Parser struct{}

// Info describes the parser (import.md §8).
func (Parser) Info() model.Parser {
	return model.Parser{Name: name, Type: model.ParserSCA, Source: model.SourceFile, SBOM: true, ModuleName: "cyclone_dx",
		ClassName: "CycloneDXParser"}
}

// Accepts takes objects whose bomFormat is CycloneDX, and XML of one of its namespaces.
func (Parser) Accepts(doc *parsers.Document) bool {
	if doc.XML != nil {
		return doc.XML.Root.Local == "bom" && strings.HasPrefix(doc.XML.Root.Space, namespace)
	}
	return doc.Member("bomFormat").Is(name)
}

// Parse reads the components and their dependencies. It fails only for XML that is none: whatever a document lacks, the rest is usable.
func (Parser) Parse(doc *parsers.Document) (*parsers.Report, error) {
	if doc.XML != nil {
		content, err := fromXML(doc.XML)
		if err != nil {
			return nil, err
		}
		if doc, err = parsers.Read("bom.json", content); err != nil {
			return nil, err
		}
	}
	if len(doc.JSON) > rawjson.MaxDocument {
		return nil, parsers.Unusable(name, "it is larger than 4 GiB")
	}
	b := newBOM(doc)
	return &parsers.Report{Scanner: b.scanner, Findings: b.findings(), Components: b.licenseComponents()}, nil
}

// bom is a document ready to be walked through.
type bom struct {
	doc             rawjson.Value
	scanner         string
	link            string            // "urn:cdx:<serial>/<version>#", "" without serial number
	origin          model.Observation // what all findings have in common
	components      []component
	nested          []nestedList       // by place
	refs            *rawjson.TextIndex // the references of components, and behind them those to unknown ones
	byRef           []uint32           // the components by the numbers of their references
	dependencies    *dependencies.Graph
	vulnerabilities rawjson.Value
	affected        map[uint32]*affectedComponent // those of the last findings
	affectedTexts   int                           // their length
}

func newBOM(doc *parsers.Document) *bom {
	root := doc.Member("metadata").Get("component")
	b := &bom{doc: doc.JSON, scanner: scanner(doc.Member("metadata").Get("tools")), link: linkPrefix(doc), refs: rawjson.NewTextIndex(doc.JSON),
		vulnerabilities: doc.Member("vulnerabilities"), affected: make(map[uint32]*affectedComponent)}
	unusable := 0
	if root.Kind() == rawjson.Object {
		unusable += b.collect(root)
	}
	if list := doc.Member("components"); list.Kind() == rawjson.List {
		unusable += b.collect(list)
	}
	parsers.LogSkipped(name, "components without name and bom-ref", unusable)
	b.dependencies = b.graph(doc.Member("dependencies"))
	b.origin = origin(root)
	b.origin.Scanner = b.scanner
	return b
}

// linkPrefix is the begin of the links to components of this document (CycloneDX 1.6, BOM-Link).
func linkPrefix(doc *parsers.Document) string {
	serial, ok := strings.CutPrefix(doc.Member("serialNumber").Text(), "urn:uuid:")
	if !ok || serial == "" {
		return ""
	}
	version := "1"
	if v := doc.Member("version"); v.Kind() == rawjson.Number {
		version = v.Scalar()
	}
	return "urn:cdx:" + serial + "/" + version + "#"
}

// scanner is the first tool: of the list of old versions, of the components or else the services of new ones.
func scanner(tools rawjson.Value) string {
	for _, list := range []rawjson.Value{tools, tools.Get("components"), tools.Get("services")} {
		if first := list.First(); first != nil {
			return parsers.NameVersion(first.Get("name").Text(), first.Get("version").Text())
		}
	}
	return ""
}

// origin takes the image or file that the document describes as origin of all findings.
func origin(root rawjson.Value) model.Observation {
	var o model.Observation
	name, version := root.Get("name").Text(), root.Get("version").Text()
	switch root.Get("type").Text() {
	case "container":
		o.OriginDockerImageName = name
		if strings.HasPrefix(version, "sha256:") {
			o.OriginDockerImageDigest = version
		} else {
			o.OriginDockerImageTag = version
		}
	case "file":
		o.OriginSourceFile = name
	}
	return o
}

// licenseComponents yields every component.
func (b *bom) licenseComponents() iter.Seq[*parsers.Component] {
	return func(yield func(*parsers.Component) bool) {
		for i := range b.components {
			c := &b.components[i]
			d := readDetails(b.own(c))
			out := &parsers.Component{Name: d.name, Version: d.version, PURL: d.purl, CPE: d.cpe, Type: d.kind,
				Dependencies: b.dependencyText(c), CycloneDXBOMLink: b.bomLink(b.ref(c)),
				Evidences: []parsers.Evidence{{Name: "Component", Text: parsers.NewText(b.evidence(c))}}}
			out.DeclaredLicenses, out.ConcludedLicenses = licenseTexts(d.licenses)
			if !yield(out) {
				return
			}
		}
	}
}

// dependencyText tells what depends on a component.
func (b *bom) dependencyText(c *component) string {
	if c.ref == 0 {
		return ""
	}
	return b.dependencies.Text(c.ref - 1)
}

func (b *bom) bomLink(ref string) string {
	if b.link == "" || ref == "" {
		return ""
	}
	return b.link + ref
}
