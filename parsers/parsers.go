package parsers

import (
	"iter"

	"secobserve/model"
)

// Parser reads one report format.
type Parser interface {
	// Info describes the parser as the API lists it; its id is empty.
	Info() model.Parser
	// Accepts tells from a cheap look at the document whether Parse can read it: by Member, Entry and Head, which cost nothing. It never fails.
	Accepts(doc *Document) bool
	// Parse reads the document. A document that is unusable as a whole gives an error whose text is meant for the client
	// (parsers.md §1.2); unusable parts are skipped.
	Parse(doc *Document) (*Report, error)
}

// Refuser is implemented by parsers of formats that look like one that they read, such as other versions of it.
type Refuser interface {
	// Refuses says why a document that Accepts does not take is not read although it looks like the format; "" if it does not.
	Refuses(doc *Document) string
}

// Report is what a parser read. Findings and components are produced one at a time so that a report's memory stays bounded by the size
// of its file; both may be ranged over more than once.
type Report struct {
	// Scanner is the tool that wrote the report, mostly "name / version"; "" means that the parser's name stands for it.
	Scanner string
	// Findings yields the observations in report order: only what the report says, not normalised (import.md §4.1). The yielded value is only
	// valid until the next one, what it refers to remains.
	Findings iter.Seq[*Finding]
	// Components yields the license components of an SBOM; nil for other formats.
	Components iter.Seq[*Component]
}

// Finding is one raw observation.
type Finding struct {
	Observation model.Observation
	// References are URLs, in report order.
	References []string
	Evidences  []Evidence
}

// Evidence is raw text of the report for a finding.
type Evidence struct {
	Name string
	Text *Text
}

// Component is one raw license component (licenses.md §6): name, version, purl, cpe, type, dependencies and the license texts as found.
type Component struct {
	Name, Version, PURL, CPE string
	Type                     model.ComponentType
	Dependencies             string
	CycloneDXBOMLink         string
	DeclaredLicenses         []string
	ConcludedLicenses        []string
	Evidences                []Evidence
}
