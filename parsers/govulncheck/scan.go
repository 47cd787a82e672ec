package govulncheck

import (
	"iter"
	"slices"
	"strings"

	"secobserve/model"
	"secobserve/parsers"
	"secobserve/parsers/rawjson"
)

// scan is what the messages say.
type scan struct {
	scanner string
	symbols bool // calls were looked at
	osv     map[string]rawjson.Value
	found   []*found // in the order of the first message of each
}

// reach is how near the code comes to a vulnerability.
type reach int

// The levels of findings: the module is required, its vulnerable package is imported, its vulnerable symbol is called.
const (
	required reach = iota
	imported
	called
)

// found is a vulnerability of a module.
type found struct {
	id, module, version string
	reach               reach
	message             rawjson.Value // the one that comes nearest
}

func readScan(doc *parsers.Document) *scan {
	s := &scan{scanner: name, osv: make(map[string]rawjson.Value)}
	known := make(map[[3]string]*found)
	skipped := 0
	for message := range messages(doc) {
		for kind, value := range message.Members() {
			switch string(kind) {
			case "config":
				s.scanner = parsers.NameVersion(parsers.First(value.Get("scanner_name").Text(), name), value.Get("scanner_version").Text())
				s.symbols = value.Get("scan_level").Text() == "symbol"
			case "osv":
				s.osv[value.Get("id").Text()] = value
			case "finding":
				if !s.add(known, value) {
					skipped++
				}
			}
		}
	}
	parsers.LogSkipped(name, "findings without id", skipped)
	return s
}

func messages(doc *parsers.Document) iter.Seq[rawjson.Value] {
	switch {
	case doc.Sequence != nil:
		return doc.Sequence.Values()
	case doc.JSON.Kind() == rawjson.List:
		return doc.JSON.Elements()
	default:
		return func(yield func(rawjson.Value) bool) { yield(doc.JSON) }
	}
}

// add takes a finding up; false if it has no id.
func (s *scan) add(known map[[3]string]*found, finding rawjson.Value) bool {
	frame := finding.Get("trace").First()
	f := &found{id: finding.Get("osv").Text(), module: frame.Get("module").Text(), version: frame.Get("version").Text(), message: finding}
	if f.id == "" {
		return false
	}
	switch {
	case frame.Get("function").Text() != "":
		f.reach = called
	case frame.Get("package").Text() != "":
		f.reach = imported
	}
	key := [3]string{f.id, f.module, f.version}
	before := known[key]
	if before == nil {
		known[key] = f
		s.found = append(s.found, f)
		return true
	}
	if f.reach > before.reach {
		before.reach, before.message = f.reach, finding
	}
	return true
}

func (s *scan) finding(found *found) *parsers.Finding {
	osv := s.osv[found.id]
	f := &parsers.Finding{}
	o := &f.Observation
	o.Scanner = s.scanner
	o.VulnerabilityID, o.VulnerabilityIDAliases = parsers.VulnerabilityID(found.id, parsers.Texts(osv.Get("aliases")))
	o.Title = o.VulnerabilityID
	o.OriginComponentName, o.OriginComponentVersion = found.module, found.version
	o.OriginComponentPURL = parsers.PackageURL("golang", found.module, found.version)
	if fixed := found.message.Get("fixed_version").Text(); fixed != "" {
		o.Recommendation = "Upgrade " + found.module + " to version " + fixed
	}
	if s.symbols && found.reach != called {
		o.ParserStatus, o.ParserVexJustification = model.StatusNotAffected, justifications[found.reach]
	}

	var d parsers.Description
	d.Add(osv.Get("summary").Text())
	d.Add(osv.Get("details").Text())
	if s.symbols {
		d.AddNamed("Called", map[bool]string{true: "yes", false: "no"}[found.reach == called])
	}
	if calls := trace(found.message.Get("trace")); calls != "" {
		d.Add("**Trace:**\n\n", calls)
	}
	o.Description = d.String()

	if osv != nil {
		f.Evidences = append(f.Evidences, parsers.Evidence{Name: "OSV Vulnerability", Text: parsers.NewText(osv)})
	}
	f.Evidences = append(f.Evidences, parsers.Evidence{Name: "Finding", Text: parsers.NewText(found.message)})
	links := parsers.NewSet(osv.Get("database_specific").Get("url").Text())
	for reference := range osv.Get("references").Elements() {
		links.Add(reference.Get("url").Text())
	}
	f.References = links.Texts()
	return f
}

// justifications are those of govulncheck's VEX documents (OpenVEX 0.2.0, status justifications).
var justifications = map[reach]model.VexJustification{
	required: "vulnerable_code_not_present",
	imported: "vulnerable_code_not_in_execute_path",
}

// maxFrames is the number of calls that a description shows; the evidence has them all.
const maxFrames = 10

// trace writes the calls from the code to what is vulnerable, which the report lists the other way round.
func trace(frames rawjson.Value) string {
	var calls []string
	for frame := range frames.Elements() {
		if frame.Get("function").Text() == "" {
			continue
		}
		if len(calls) == maxFrames {
			calls = append(calls, "* ...")
			break
		}
		calls = append(calls, "* "+call(frame))
	}
	slices.Reverse(calls)
	return strings.Join(calls, "\n")
}

func call(frame rawjson.Value) string {
	symbol := frame.Get("function").Text()
	if receiver := frame.Get("receiver").Text(); receiver != "" {
		symbol = strings.TrimPrefix(receiver, "*") + "." + symbol
	}
	if pkg := frame.Get("package").Text(); pkg != "" {
		symbol = pkg + "." + symbol
	}
	position := frame.Get("position")
	if file := position.Get("filename").Text(); file != "" {
		symbol += " (" + file + ":" + position.Get("line").Scalar() + ")"
	}
	return symbol
}
