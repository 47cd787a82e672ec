// Package secobserve reads the product's own JSON format (parsers.md §5), with which any tool can be connected:
//
//	{"format": "SecObserve", "observations": [{"title": "Open admin port", "parser_severity": "High", "scanner": "portcheck / 1.0"}]}
//
// Members of an observation are named like the fields of the API; only the title is needed.
package secobserve

import (
	"fmt"

	"secobserve/model"
	"secobserve/parsers"
	"secobserve/parsers/rawjson"
)

const name = "SecObserve"

// Parser reads the SecObserve format.
type Parser struct{}

// Info describes the parser (import.md §8).
func (Parser) Info() model.Parser {
	return model.Parser{Name: name, Type: model.ParserOther, Source: model.SourceFile, ModuleName: "secobserve", ClassName: "SecObserveParser"}
}

// Accepts takes objects whose format is SecObserve.
func (Parser) Accepts(doc *parsers.Document) bool { return doc.Member("format").Is("SecObserve") }

// Parse reads the observations. One without title makes the report invalid: its author can be told.
func (Parser) Parse(doc *parsers.Document) (*parsers.Report, error) {
	list := doc.Member("observations")
	if list.Kind() != rawjson.List {
		return nil, parsers.Unusable(name, "observations is not a list")
	}
	number := 0
	for entry := range list.Elements() {
		number++
		if entry.Get("title").Text() == "" {
			return nil, parsers.Unusable(name, fmt.Sprintf("observation %d has no title", number))
		}
	}
	return &parsers.Report{
		Scanner: parsers.First(list.First().Get("scanner").Text(), name),
		Findings: func(yield func(*parsers.Finding) bool) {
			for entry := range list.Elements() {
				if !yield(finding(entry)) {
					return
				}
			}
		},
	}, nil
}

func finding(entry rawjson.Value) *parsers.Finding {
	f := &parsers.Finding{}
	var reference string
	var references []string
	for key, value := range entry.Members() {
		switch string(key) {
		case "reference":
			reference = value.Text()
		case "references":
			references = texts(value)
		case "evidences":
			f.Evidences = evidences(value)
		default:
			if set := fields[string(key)]; set != nil {
				set(&f.Observation, value)
			}
		}
	}
	if reference != "" {
		f.References = append(f.References, reference)
	}
	f.References = append(f.References, references...)
	return f
}

func texts(list rawjson.Value) []string {
	var out []string
	for e := range list.Elements() {
		if text := e.Text(); text != "" {
			out = append(out, text)
		}
	}
	return out
}

// evidences are objects with name and evidence. An evidence may be any JSON value; a text that is itself JSON is taken as what it says.
func evidences(list rawjson.Value) []parsers.Evidence {
	var out []parsers.Evidence
	for e := range list.Elements() {
		name, evidence := e.Get("name").Text(), e.Get("evidence")
		if name == "" || evidence.Kind() == rawjson.Absent {
			continue
		}
		if inner, err := rawjson.Check([]byte(evidence.Content())); err == nil {
			evidence = inner
		}
		out = append(out, parsers.Evidence{Name: name, Text: parsers.NewText(evidence)})
	}
	return out
}
