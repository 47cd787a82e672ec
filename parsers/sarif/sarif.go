package sarif

import (
	"iter"
	"strings"

	"secobserve/model"
	"secobserve/parsers"
	"secobserve/parsers/rawjson"
)

const name = "SARIF"

// Parser reads SARIF.
type Parser struct{}

// Info describes the parser (import.md §8).
func (Parser) Info() model.Parser {
	return model.Parser{Name: name, Type: model.ParserSAST, Source: model.SourceFile, ModuleName: "sarif", ClassName: "SARIFParser"}
}

// Accepts takes objects whose $schema speaks of SARIF and whose version is 2.1.0.
func (Parser) Accepts(doc *parsers.Document) bool {
	return hasSchema(doc) && doc.Member("version").Is("2.1.0")
}

// Refuses tells what is missing in a document of another version or without schema.
func (Parser) Refuses(doc *parsers.Document) string {
	if doc.Member("runs").Kind() != rawjson.List {
		return ""
	}
	if !hasSchema(doc) {
		return "the document has runs, but no $schema that names SARIF"
	}
	return "version is " + string(doc.Member("version")) + ", only \"2.1.0\" is read"
}

func hasSchema(doc *parsers.Document) bool {
	return strings.Contains(strings.ToLower(doc.Member("$schema").Text()), "sarif")
}

// Parse reads all runs. A document without a list of runs is an error; otherwise a broken file would resolve all earlier findings.
func (Parser) Parse(doc *parsers.Document) (*parsers.Report, error) {
	list := doc.Member("runs")
	if list.Kind() != rawjson.List {
		return nil, parsers.Unusable(name, "runs is not a list")
	}
	if len(doc.JSON) > rawjson.MaxDocument {
		return nil, parsers.Unusable(name, "it is larger than 4 GiB")
	}
	last, several := lastRun(list)
	switch {
	case last == nil: // a document without runs has the name of the format
		return &parsers.Report{Scanner: name, Findings: findings(func(func(*run) bool) {})}, nil
	case several:
		return &parsers.Report{Scanner: scanner(last.Get("tool", "driver")), Findings: findings(runs(doc.JSON, list))}, nil
	default: // nearly always; the run, which is nearly all of the document, is then not looked for again
		r := newRun(doc.JSON, last)
		return &parsers.Report{Scanner: r.scanner, Findings: findings(func(yield func(*run) bool) { yield(r) })}, nil
	}
}

// lastRun is the last run, whose tool is the scanner of the report, and whether there are others.
func lastRun(list rawjson.Value) (last rawjson.Value, several bool) {
	for raw := range list.Elements() {
		if raw.Kind() == rawjson.Object {
			last, several = raw, last != nil
		}
	}
	return last, several
}

func runs(doc, list rawjson.Value) iter.Seq[*run] {
	return func(yield func(*run) bool) {
		for raw := range list.Elements() {
			if raw.Kind() == rawjson.Object && !yield(newRun(doc, raw)) {
				return
			}
		}
	}
}

func findings(runs iter.Seq[*run]) iter.Seq[*parsers.Finding] {
	return func(yield func(*parsers.Finding) bool) {
		skipped := 0
		for r := range runs {
			if !r.findings(&skipped, yield) {
				return
			}
		}
		parsers.LogSkipped(name, "results without rule", skipped)
	}
}

// findings yields the findings of a run; false if no more are wanted.
func (r *run) findings(skipped *int, yield func(*parsers.Finding) bool) bool {
	for raw := range r.results.Elements() {
		result, ok := newResult(raw)
		if !ok {
			continue
		}
		shared := r.shared(&result)
		if shared.Observation.Title == "" {
			*skipped++
			continue
		}
		if !r.locate(&result, shared, yield) {
			return false
		}
	}
	return true
}
