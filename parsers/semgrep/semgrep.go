// Package semgrep reads the JSON reports of Semgrep and of tools that write the same format, such as Opengrep: findings in source code, secrets,
// and vulnerable dependencies (Semgrep Supply Chain). Its SARIF reports are read by package sarif. Findings that the code suppresses with a
// "nosemgrep" comment are left out.
package semgrep

import (
	"strings"

	"secobserve/model"
	"secobserve/parsers"
	"secobserve/parsers/rawjson"
)

const name = "Semgrep"

// Parser reads Semgrep reports.
type Parser struct{}

// Info describes the parser as the API lists it.
func (Parser) Info() model.Parser {
	return model.Parser{Name: name, Type: model.ParserSAST, Source: model.SourceFile, ModuleName: "semgrep", ClassName: "SemgrepParser"}
}

// Accepts takes objects with a list of results, whose first entry is a finding of a check, or which is empty beside the lists of errors and of
// scanned paths.
func (Parser) Accepts(doc *parsers.Document) bool {
	results := doc.Member("results")
	if results.Kind() != rawjson.List {
		return false
	}
	first := results.First()
	if first == nil {
		return doc.Member("errors").Kind() == rawjson.List && doc.Member("paths").Kind() == rawjson.Object
	}
	return first.Get("check_id").Text() != "" && first.Get("extra").Kind() == rawjson.Object
}

// Parse reads the results.
func (Parser) Parse(doc *parsers.Document) (*parsers.Report, error) {
	scanner := parsers.NameVersion(name, doc.Member("version").Text())
	return &parsers.Report{Scanner: scanner, Findings: func(yield func(*parsers.Finding) bool) {
		skipped := 0
		for result := range doc.Member("results").Elements() {
			if result.Get("check_id").Text() == "" {
				skipped++
				continue
			}
			if ignored := result.Get("extra").Get("is_ignored"); ignored.Kind() == rawjson.Bool && !ignored.Empty() {
				continue
			}
			f := finding(result)
			f.Observation.Scanner = scanner
			if !yield(f) {
				return
			}
		}
		parsers.LogSkipped(name, "results without check", skipped)
	}}, nil
}

// severities are the levels of rules; newer rules have the names of severities.
var severities = map[string]model.Severity{
	"ERROR": model.SeverityHigh, "WARNING": model.SeverityMedium, "INFO": model.SeverityLow, "INVENTORY": model.SeverityNone, "EXPERIMENT": model.SeverityNone,
}

func severity(level string) model.Severity {
	if s, ok := severities[level]; ok {
		return s
	}
	return parsers.Severity(level)
}

func finding(result rawjson.Value) *parsers.Finding {
	extra := result.Get("extra")
	metadata := extra.Get("metadata")
	f := &parsers.Finding{References: references(metadata), Evidences: []parsers.Evidence{{Name: "Result", Text: parsers.NewText(result)}}}
	o := &f.Observation
	o.Title = result.Get("check_id").Text()
	o.ParserSeverity = severity(extra.Get("severity").Text())
	o.Description = description(extra, metadata)
	if fix := extra.Get("fix").Text(); fix != "" {
		o.Recommendation = "Replace the code by:\n\n```\n" + fix + "\n```"
	}
	o.CWE = cwe(metadata.Get("cwe"))
	o.OriginSourceFile = result.Get("path").Text()
	o.OriginSourceLineStart, o.OriginSourceLineEnd = result.Get("start").Get("line").Int(), result.Get("end").Get("line").Int()
	if dependency := extra.Get("sca_info"); dependency.Kind() == rawjson.Object {
		supplyChain(o, dependency, metadata)
	}
	return f
}

func description(extra, metadata rawjson.Value) string {
	var d parsers.Description
	d.Add(extra.Get("message").Text())
	d.AddNamed("Confidence", parsers.Capitalize(metadata.Get("confidence").Text()))
	d.AddNamed("OWASP", strings.Join(texts(metadata.Get("owasp")), ", "))
	d.AddNamed("Validation", strings.ToLower(strings.ReplaceAll(extra.Get("validation_state").Text(), "_", " ")))
	return d.String()
}

// cwe is the number of the first weakness: "CWE-79: Improper …".
func cwe(v rawjson.Value) *int {
	for _, text := range texts(v) {
		number, ok := strings.CutPrefix(text, "CWE-")
		if !ok {
			continue
		}
		number, _, _ = strings.Cut(number, ":")
		return parsers.Integer(strings.TrimSpace(number))
	}
	return nil
}

func references(metadata rawjson.Value) []string {
	all := texts(metadata.Get("references"))
	for _, member := range []string{"source", "source-rule-url"} {
		all = append(all, texts(metadata.Get(member))...)
	}
	return all
}

// texts are the texts of a list, or a single one, as rules write both.
func texts(v rawjson.Value) []string {
	if text := v.Text(); text != "" {
		return []string{text}
	}
	return parsers.Texts(v)
}
