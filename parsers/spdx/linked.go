package spdx

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"secobserve/model"
	"secobserve/parsers"
	"secobserve/parsers/dependencies"
	"secobserve/parsers/rawjson"
)

// linked is an SPDX 3.0 document in JSON-LD: a list of elements that refer to each other by their ids. Licenses and dependencies are relationships
// (SPDX 3.0.1, Core/Relationship).
type linked struct {
	document
	elements rawjson.Value
	licenses *rawjson.TextIndex // the ids of license expressions
	texts    []place            // the expressions by the numbers of their ids
	claims   []claim            // by package
}

// claim says that a package has a license: an expression, or the address of a license of the SPDX list.
type claim struct {
	pkg       uint32 // number of its id
	concluded bool
	text      place
}

// isLinked tells whether a document is one of SPDX 3.0.
func isLinked(doc *parsers.Document) bool {
	return doc.Member("@graph").Kind() == rawjson.List && strings.Contains(string(doc.Member("@context")), "spdx.org/rdf/3.")
}

func parseLinked(doc *parsers.Document) *parsers.Report {
	l := &linked{elements: doc.Member("@graph"), licenses: rawjson.NewTextIndex(doc.JSON),
		document: document{raw: doc.JSON, ids: rawjson.NewTextIndex(doc.JSON), version: "software_packageVersion"}}
	tools := make(map[string]string)
	var used rawjson.Value
	skipped := 0
	for raw := range l.elements.Elements() {
		e := readElement(raw)
		switch e.kind {
		case "software_Package":
			if e.name.Text() == "" {
				skipped++
				continue
			}
			l.add(raw, e.id)
		case "simplelicensing_LicenseExpression":
			l.addLicense(e.id, raw.Get("simplelicensing_licenseExpression"))
		case "CreationInfo":
			if used == nil {
				used = raw.Get("createdUsing").First()
			}
		case "Tool":
			if len(tools) < maxTools {
				tools[e.id.Text()] = e.name.Text()
			}
		}
	}
	parsers.LogSkipped(name, "packages without name", skipped)
	l.graph = dependencies.New(l.relate(), len(l.byID), textBudget+len(l.raw), l.label)
	return &parsers.Report{Scanner: tools[used.Text()], Findings: func(func(*parsers.Finding) bool) {}, Components: l.components()}
}

// maxTools bounds how many tools are kept to find the one that has made the document.
const maxTools = 1000

// element is what all elements have.
type element struct {
	kind     string
	id, name rawjson.Value
}

func readElement(raw rawjson.Value) element {
	var e element
	for key, value := range raw.Members() {
		switch string(key) {
		case "type", "@type":
			e.kind = value.Text()
		case "spdxId", "@id":
			e.id = value
		case "name":
			e.name = value
		}
	}
	return e
}

func (l *linked) placeOf(v rawjson.Value) place {
	start := l.raw.Offset(v)
	return place{start: start, end: start + uint32(len(v))}
}

func (l *linked) addLicense(id, expression rawjson.Value) {
	if id.Kind() != rawjson.Text || expression.Kind() != rawjson.Text {
		return
	}
	if _, added := l.licenses.Add(id); added {
		l.texts = append(l.texts, l.placeOf(expression))
	}
}

// relate reads the relationships: it gathers the licenses of packages and returns the dependencies between them.
func (l *linked) relate() []dependencies.Edge {
	var edges []dependencies.Edge
	for raw := range l.elements.Elements() {
		var kind string
		var from, to rawjson.Value
		for key, value := range raw.Members() {
			switch string(key) {
			case "relationshipType":
				kind = value.Text()
			case "from":
				from = value
			case "to":
				to = value
			}
		}
		parent, isPackage := l.ids.FindValue(from)
		if !isPackage {
			continue
		}
		for target := range each(to) {
			switch kind {
			case "dependsOn", "contains":
				if child, isPackageToo := l.ids.FindValue(target); isPackageToo {
					edges = append(edges, dependencies.Edge{Parent: uint32(parent), Child: uint32(child)})
				}
			case "hasDeclaredLicense", "hasConcludedLicense":
				if text, ok := l.licenseAt(target); ok && len(l.claims) < len(l.raw)/claimBytes {
					l.claims = append(l.claims, claim{uint32(parent), kind == "hasConcludedLicense", text})
				}
			}
		}
	}
	slices.SortStableFunc(l.claims, func(a, b claim) int { return cmp.Compare(a.pkg, b.pkg) })
	return edges
}

// claimBytes is less than what a document takes for each license of a package, and bounds the memory that a hostile one makes of its lists.
const claimBytes = 24

// each yields the elements of a list, or the value itself.
func each(v rawjson.Value) iter.Seq[rawjson.Value] {
	if v.Kind() == rawjson.List {
		return v.Elements()
	}
	return func(yield func(rawjson.Value) bool) {
		if v.Kind() == rawjson.Text {
			yield(v)
		}
	}
}

// licenseAt is where the expression of a license stands, or its address on the SPDX list.
func (l *linked) licenseAt(id rawjson.Value) (place, bool) {
	if number, known := l.licenses.FindValue(id); known {
		return l.texts[number], true
	}
	_, listed := listedLicense(id)
	return l.placeOf(id), listed
}

// listedLicense is the id of a license of the SPDX list from its address (SPDX 3.0.1, annex on license expressions).
func listedLicense(address rawjson.Value) (string, bool) {
	_, id, ok := strings.Cut(address.Text(), "://spdx.org/licenses/")
	return id, ok && id != "" && !strings.Contains(id, "/")
}

// licensesOf are the licenses that a package has.
func (l *linked) licensesOf(pkg uint32) (declared, concluded []string) {
	first, _ := slices.BinarySearchFunc(l.claims, pkg, func(c claim, pkg uint32) int { return cmp.Compare(c.pkg, pkg) })
	for _, c := range l.claims[first:min(len(l.claims), first+maxClaims)] {
		if c.pkg != pkg {
			break
		}
		raw := l.at(c.text)
		texts := license(raw)
		if id, listed := listedLicense(raw); listed {
			texts = []string{id}
		}
		if c.concluded {
			concluded = append(concluded, texts...)
		} else {
			declared = append(declared, texts...)
		}
	}
	return declared, concluded
}

// maxClaims bounds the licenses of a package.
const maxClaims = 1000

func (l *linked) components() iter.Seq[*parsers.Component] {
	return func(yield func(*parsers.Component) bool) {
		for _, at := range l.packages {
			raw := l.at(at)
			c := readLinkedPackage(raw)
			c.Evidences = []parsers.Evidence{{Name: "Package", Text: parsers.NewText(raw)}}
			if at.id > 0 {
				c.DeclaredLicenses, c.ConcludedLicenses = l.licensesOf(at.id - 1)
				c.Dependencies = l.graph.Text(at.id - 1)
			}
			if !yield(c) {
				return
			}
		}
	}
}

// linkedPurposes are the purposes of packages (SPDX 3.0.1, Software/SoftwarePurpose) that are types of components.
var linkedPurposes = map[string]model.ComponentType{
	"application": "Application", "framework": "Framework", "library": "Library", "container": "Container", "operatingSystem": "Operating system",
	"device": "Device", "deviceDriver": "Device driver", "firmware": "Firmware", "file": "File", "platform": "Platform", "model": "Machine learning model",
	"data": "Data",
}

func readLinkedPackage(raw rawjson.Value) *parsers.Component {
	c := &parsers.Component{}
	var purl string
	for key, value := range raw.Members() {
		switch string(key) {
		case "name":
			c.Name = value.Text()
		case "software_packageVersion":
			c.Version = value.Text()
		case "software_packageUrl":
			c.PURL = value.Text()
		case "software_primaryPurpose":
			c.Type = linkedPurposes[value.Text()]
		case "externalIdentifier":
			purl, c.CPE = identifiers(value)
		}
	}
	c.PURL = parsers.First(c.PURL, purl)
	return c
}

// identifiers are the first package URL and the first CPE (SPDX 3.0.1, Core/ExternalIdentifierType).
func identifiers(list rawjson.Value) (purl, cpe string) {
	for identifier := range list.Elements() {
		text := identifier.Get("identifier").Text()
		switch identifier.Get("externalIdentifierType").Text() {
		case "packageUrl":
			purl = parsers.First(purl, text)
		case "cpe23":
			cpe = parsers.First(cpe, text)
		}
	}
	return purl, cpe
}
