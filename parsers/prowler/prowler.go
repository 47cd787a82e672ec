// Package prowler reads the JSON reports of Prowler 3 (parsers.md §12). Prowler 4.5 and newer write OCSF, which is read by package ocsf.
package prowler

import (
	"strings"

	"secobserve/model"
	"secobserve/parsers"
	"secobserve/parsers/rawjson"
)

const name = "Prowler 3"

// Parser reads Prowler 3 reports.
type Parser struct{}

// Info describes the parser (import.md §8).
func (Parser) Info() model.Parser {
	return model.Parser{Name: name, Type: model.ParserInfrastructure, Source: model.SourceFile, ModuleName: "prowler", ClassName: "ProwlerParser"}
}

// Accepts takes lists whose first entry has a status with an explanation.
func (Parser) Accepts(doc *parsers.Document) bool {
	return doc.Entry("StatusExtended").Text() != "" && doc.Entry("Status").Text() != ""
}

// Parse reads the entries that failed.
func (Parser) Parse(doc *parsers.Document) (*parsers.Report, error) {
	return &parsers.Report{Scanner: name, Findings: func(yield func(*parsers.Finding) bool) {
		for entry := range doc.JSON.Elements() {
			if strings.EqualFold(entry.Get("Status").Text(), "fail") && !yield(finding(entry)) {
				return
			}
		}
	}}, nil
}

func finding(entry rawjson.Value) *parsers.Finding {
	f := &parsers.Finding{Evidences: []parsers.Evidence{{Name: "Result", Text: parsers.NewText(entry)}}}
	text := func(key string) string { return entry.Get(key).Text() }
	o := &f.Observation
	o.Title = parsers.First(text("StatusExtended"), "No StatusExtended found")
	o.ParserSeverity = severity(text("Severity"))
	o.Description = description(entry)
	o.Recommendation = recommendation(entry.Get("Remediation"))
	o.OriginCloudProvider = provider(text("Provider"))
	o.OriginCloudAccountSubscriptionProject = parsers.First(text("AccountName"), text("AccountId"), text("Subscription"))
	o.OriginCloudResource = parsers.First(text("ResourceName"), text("ResourceId"))
	o.OriginCloudResourceType = text("ResourceType")
	if url := text("RelatedUrl"); url != "" {
		f.References = []string{url}
	}
	return f
}

func severity(s string) model.Severity {
	if strings.EqualFold(s, "informational") {
		return model.SeverityNone
	}
	return parsers.Severity(s)
}

func provider(s string) string {
	if s == "aws" {
		return "AWS"
	}
	return parsers.Title(s)
}

func description(entry rawjson.Value) string {
	var d parsers.Description
	title, text := entry.Get("CheckTitle").Text(), entry.Get("Description").Text()
	d.Add(title)
	if text != title {
		d.Add(text)
	}
	d.Add(entry.Get("Risk").Text())
	return d.String()
}

// maxCode is the number of remediation codes that are shown; there are up to four.
const maxCode = 100

func recommendation(remediation rawjson.Value) string {
	var d parsers.Description
	d.Add(remediation.Get("Recommendation", "Text").Text())
	if url := remediation.Get("Recommendation", "Url").Text(); url != "" {
		d.Add("* ", url)
	}
	for _, code := range remediation.Get("Code").Distinct(maxCode) {
		if text := code.Value.Text(); text != "" {
			d.Add("* **", code.Name, ":** ", text)
		}
	}
	return d.String()
}
