// Package drheader reads the JSON reports of DrHeader, which checks the security headers of a web site (parsers.md §8). They do not tell the
// address of the site; it comes with the upload.
package drheader

import (
	"strings"

	"secobserve/model"
	"secobserve/parsers"
	"secobserve/parsers/rawjson"
)

const name = "DrHeader"

// Parser reads DrHeader reports.
type Parser struct{}

// Info describes the parser (import.md §8).
func (Parser) Info() model.Parser {
	return model.Parser{Name: name, Type: model.ParserDAST, Source: model.SourceFile, ModuleName: "drheader", ClassName: "DrHEADerParser"}
}

// Accepts takes lists whose first entry has rule, message and severity.
func (Parser) Accepts(doc *parsers.Document) bool {
	return !doc.Entry("rule").Empty() && !doc.Entry("message").Empty() && !doc.Entry("severity").Empty()
}

// Parse reads the entries.
func (Parser) Parse(doc *parsers.Document) (*parsers.Report, error) {
	return &parsers.Report{Scanner: name, Findings: func(yield func(*parsers.Finding) bool) {
		for entry := range doc.JSON.Elements() {
			if entry.Kind() == rawjson.Object && !yield(finding(entry)) {
				return
			}
		}
	}}, nil
}

func finding(entry rawjson.Value) *parsers.Finding {
	rule := entry.Get("rule").Text()
	f := &parsers.Finding{References: references[rule], Evidences: []parsers.Evidence{{Name: "Result", Text: parsers.NewText(entry)}}}
	o := &f.Observation
	o.Title = "No rule name"
	if rule != "" {
		o.Title = "Header: " + rule
	}
	o.ParserSeverity = model.SeverityUnknown
	if severity := entry.Get("severity").Text(); severity != "" {
		o.ParserSeverity = model.Severity(parsers.Title(severity))
	}
	var d parsers.Description
	d.Add(entry.Get("message").Text())
	d.AddNamed("Value", entry.Get("value").Text())
	d.Add(expected(entry.Get("expected"), entry.Get("delimiter").Text()))
	o.Description = d.String()
	return f
}

// maxExpected bounds the text of what a rule expects; descriptions are shorter.
const maxExpected = 16 << 10

// expected says what the rule expects: one value, a list that belongs together, or a list of alternatives.
func expected(v rawjson.Value, delimiter string) string {
	if v.Empty() {
		return ""
	}
	if v.Kind() != rawjson.List {
		return "**Expected:** " + parsers.Literal(v, maxExpected)
	}
	var items []string
	for item := range v.Elements() {
		if items = append(items, parsers.Literal(item, maxExpected)); len(items) == 1000 {
			break
		}
	}
	switch {
	case len(items) == 1:
		return "**Expected:** " + items[0]
	case delimiter != "":
		return "**Expected:** " + strings.Join(items, delimiter+" ")
	default:
		return "**Expected:**\n* " + strings.Join(items, "\n* ")
	}
}
