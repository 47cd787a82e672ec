// Package cyclonedx reads CycloneDX JSON documents of all specification versions: vulnerabilities become findings, components license
// components (parsers.md §2).
package cyclonedx

import (
	"encoding/json"
	"iter"
	"strconv"
	"strings"

	"secobserve/model"
	"secobserve/parsers"
)

// Parser reads CycloneDX.
type Parser struct{}

// Info describes the parser.
func (Parser) Info() model.Parser {
	return model.Parser{Name: "CycloneDX", Type: model.ParserSCA, Source: model.SourceFile, SBOM: true, ModuleName: "cyclone_dx",
		ClassName: "CycloneDXParser"}
}

// Accepts takes objects whose bomFormat is CycloneDX.
func (Parser) Accepts(doc *parsers.Document) bool {
	return parsers.IsString(doc.Keys["bomFormat"], "CycloneDX")
}

// Parse reads the document.
func (Parser) Parse(doc *parsers.Document) (*parsers.Report, error) {
	b := newBOM(doc)
	return &parsers.Report{Scanner: b.scanner, Findings: b.findings(), Components: b.licenseComponents()}, nil
}

// bom is a document ready to be walked through.
type bom struct {
	scanner    string
	link       string // "urn:cdx:<serial>/<version>#", "" without serial number
	image      model.Observation
	components []*component
	byRef      map[string]*component
	parents    map[string][]string
	raw        []json.RawMessage // of the vulnerabilities
}

// document is what is used of a BOM (CycloneDX 1.6, bom).
type document struct {
	serialNumber parsers.String
	version      parsers.Number
	metadata     parsers.Object[metadata]
	components   parsers.List[json.RawMessage]
	dependencies parsers.List[parsers.Object[dependency]]
	vulns        parsers.List[json.RawMessage]
}

type metadata struct {
	Tools     json.RawMessage `json:"tools"`
	Component json.RawMessage `json:"component"`
}

type tools struct {
	Components parsers.List[parsers.Object[tool]] `json:"components"`
	Services   parsers.List[parsers.Object[tool]] `json:"services"`
}

type tool struct {
	Name    parsers.String `json:"name"`
	Version parsers.String `json:"version"`
}

type dependency struct {
	Ref       parsers.String               `json:"ref"`
	DependsOn parsers.List[parsers.String] `json:"dependsOn"`
}

func newBOM(doc *parsers.Document) *bom {
	var d document
	for key, to := range map[string]json.Unmarshaler{"serialNumber": &d.serialNumber, "version": &d.version, "metadata": &d.metadata,
		"components": &d.components, "dependencies": &d.dependencies, "vulnerabilities": &d.vulns} {
		if raw := doc.Keys[key]; raw != nil {
			_ = to.UnmarshalJSON(raw) // the lenient types never fail
		}
	}
	b := &bom{scanner: scanner(d.metadata.V.Tools), byRef: make(map[string]*component), parents: make(map[string][]string), raw: d.vulns}
	if serial, ok := strings.CutPrefix(string(d.serialNumber), "urn:uuid:"); ok && serial != "" {
		b.link = "urn:cdx:" + serial + "/" + versionText(d.version) + "#"
	}
	b.collect(append([]json.RawMessage{d.metadata.V.Component}, d.components...))
	b.origins(d.metadata.V.Component)
	for i := range d.dependencies {
		edge := &d.dependencies[i].V
		for _, child := range edge.DependsOn {
			b.parents[string(child)] = append(b.parents[string(child)], string(edge.Ref))
		}
	}
	return b
}

func versionText(n parsers.Number) string {
	if v := n.Int(); v != nil {
		return strconv.Itoa(*v)
	}
	return "1"
}

// scanner is the first tool: of the list of old versions, of the components or else the services of new ones.
func scanner(raw json.RawMessage) string {
	var list parsers.List[parsers.Object[tool]]
	var object parsers.Object[tools]
	_ = list.UnmarshalJSON(raw)
	_ = object.UnmarshalJSON(raw)
	for _, found := range [][]parsers.Object[tool]{list, object.V.Components, object.V.Services} {
		if len(found) == 0 {
			continue
		}
		t := found[0].V
		if t.Name != "" && t.Version != "" {
			return string(t.Name + " / " + t.Version)
		}
		return string(t.Name)
	}
	return ""
}

// origins takes the image or file that the BOM describes as origin of all findings.
func (b *bom) origins(raw json.RawMessage) {
	var root parsers.Object[entry]
	_ = root.UnmarshalJSON(raw)
	name, version := string(root.V.Name), string(root.V.Version)
	switch root.V.Type {
	case "container":
		b.image.OriginDockerImageName = name
		if strings.HasPrefix(version, "sha256:") {
			b.image.OriginDockerImageDigest = version
		} else {
			b.image.OriginDockerImageTag = version
		}
	case "file":
		b.image.OriginSourceFile = name
	}
}

// licenseComponents yields every component.
func (b *bom) licenseComponents() iter.Seq[*parsers.Component] {
	return func(yield func(*parsers.Component) bool) {
		for _, c := range b.components {
			out := &parsers.Component{Name: string(c.Name), Version: string(c.Version), PURL: string(c.PURL), CPE: string(c.CPE), Type: c.kind(),
				Dependencies: b.dependencyText(c), CycloneDXBOMLink: b.bomLink(c),
				Evidences: []parsers.Evidence{{Name: "Component", Text: c.text}}}
			out.DeclaredLicenses, out.ConcludedLicenses = c.licenses()
			if !yield(out) {
				return
			}
		}
	}
}

func (b *bom) bomLink(c *component) string {
	if b.link == "" || c.BOMRef == "" {
		return ""
	}
	return b.link + string(c.BOMRef)
}
