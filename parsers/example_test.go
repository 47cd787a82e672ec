package parsers_test

import (
	"fmt"

	"secobserve/model"
	"secobserve/parsers"
	"secobserve/parsers/rawjson"
)

// name is how the format is called in the API, the UI and the README.
const name = "Acme"

// Parser reads the JSON reports of Acme.
type Parser struct{}

// Info describes the parser. Module and class name are opaque names of the API.
func (Parser) Info() model.Parser {
	return model.Parser{Name: name, Type: model.ParserSAST, Source: model.SourceFile, ModuleName: "acme", ClassName: "AcmeParser"}
}

// Accepts takes objects with a version of Acme and a list of issues.
func (Parser) Accepts(doc *parsers.Document) bool {
	return doc.Member("acme").Text() != "" && doc.Member("issues").Kind() == rawjson.List
}

// Parse reads the issues.
func (Parser) Parse(doc *parsers.Document) (*parsers.Report, error) {
	scanner := parsers.NameVersion(name, doc.Member("acme").Text())
	return &parsers.Report{Scanner: scanner, Findings: func(yield func(*parsers.Finding) bool) {
		skipped := 0
		for issue := range doc.Member("issues").Elements() {
			if issue.Get("rule").Text() == "" {
				skipped++
				continue
			}
			if !yield(finding(issue, scanner)) {
				return
			}
		}
		parsers.LogSkipped(name, "issues without rule", skipped)
	}}, nil
}

func finding(issue rawjson.Value, scanner string) *parsers.Finding {
	f := &parsers.Finding{Evidences: []parsers.Evidence{{Name: "Issue", Text: parsers.NewText(issue)}}}
	o := &f.Observation
	o.Title = issue.Get("rule").Text()
	o.ParserSeverity = parsers.Severity(issue.Get("severity").Text())
	o.Scanner = scanner
	var d parsers.Description
	d.Add(issue.Get("message").Text())
	d.AddNamed("Confidence", issue.Get("confidence").Text())
	o.Description = d.String()
	o.OriginSourceFile = issue.Get("location", "file").Text()
	o.OriginSourceLineStart = issue.Get("location", "line").Int()
	if url := issue.Get("url").Text(); url != "" {
		f.References = []string{url}
	}
	return f
}

// A whole parser, and what it makes of a report.
func Example() {
	doc, err := parsers.Read("report.json", []byte(`{"acme": "1.4", "issues": [
		{"rule": "A1", "severity": "HIGH", "message": "Weak hash", "confidence": "sure", "location": {"file": "a.go", "line": 7}},
		{"rule": "A2", "severity": null, "location": "somewhere"},
		{"severity": "low"}]}`))
	if err != nil || !(Parser{}).Accepts(doc) {
		fmt.Println("not accepted:", err)
		return
	}
	report, err := Parser{}.Parse(doc)
	if err != nil {
		fmt.Println(err)
		return
	}
	for f := range report.Findings {
		o := &f.Observation
		fmt.Printf("%s %s %q %q\n", o.Title, o.ParserSeverity, o.OriginSourceFile, o.Description)
	}
	// Output:
	// A1 High "a.go" "Weak hash\n\n**Confidence:** sure"
	// A2 Unknown "" ""
}
