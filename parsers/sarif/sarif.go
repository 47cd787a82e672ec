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
	return &parsers.Report{Scanner: lastScanner(list), Findings: findings(doc.JSON, list)}, nil
}

// lastScanner is the tool of the last run; a document without runs has the name of the format.
func lastScanner(runs rawjson.Value) string {
	var last rawjson.Value
	for raw := range runs.Elements() {
		if raw.Kind() == rawjson.Object {
			last = raw
		}
	}
	if last == nil {
		return name
	}
	return scanner(last.Get("tool", "driver"))
}

func findings(doc, runs rawjson.Value) iter.Seq[*parsers.Finding] {
	return func(yield func(*parsers.Finding) bool) {
		skipped := 0
		for raw := range runs.Elements() {
			if raw.Kind() == rawjson.Object && !newRun(doc, raw).findings(&skipped, yield) {
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
