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
	report := &parsers.Report{Scanner: name}
	var runs []*run
	for raw := range list.Elements() {
		if raw.Kind() != rawjson.Object {
			continue
		}
		r := newRun(raw)
		runs = append(runs, r)
		report.Scanner = r.scanner
	}
	report.Findings = findings(runs)
	return report, nil
}

func findings(runs []*run) iter.Seq[*parsers.Finding] {
	return func(yield func(*parsers.Finding) bool) {
		skipped := 0
		for _, r := range runs {
			for raw := range r.results.Elements() {
				result, ok := newResult(raw)
				if !ok {
					continue
				}
				shared := r.shared(&result)
				if shared.Observation.Title == "" {
					skipped++
					continue
				}
				if !r.locate(&result, shared, yield) {
					return
				}
			}
		}
		parsers.LogSkipped(name, "results without rule", skipped)
	}
}
