// Package gitleaks reads the JSON reports of Gitleaks 8, as the bare list that the tool writes or as object with a list "findings"
// (parsers.md §9). Its SARIF reports are read by package sarif.
//
// The secrets that were found never leave this package: they are replaced in all texts of an entry.
package gitleaks

import (
	"strings"

	"secobserve/model"
	"secobserve/parsers"
	"secobserve/parsers/rawjson"
)

const name = "Gitleaks"

// Parser reads Gitleaks reports.
type Parser struct{}

// Info describes the parser (import.md §8).
func (Parser) Info() model.Parser {
	return model.Parser{Name: name, Type: model.ParserSecrets, Source: model.SourceFile, ModuleName: "gitleaks", ClassName: "GitleaksParser"}
}

// Accepts takes lists, or objects with a list of findings, whose first entry has the members of a finding. The list of an object may be empty.
func (Parser) Accepts(doc *parsers.Document) bool {
	list := doc.Member("findings")
	if list.Kind() != rawjson.List {
		return isFinding(doc.Entry)
	}
	first := list.First()
	return first == nil || isFinding(func(name string) rawjson.Value { return first.Get(name) })
}

func isFinding(member func(string) rawjson.Value) bool {
	return member("RuleID").Text() != "" && member("Match").Text() != "" && member("Secret").Text() != ""
}

func entries(doc *parsers.Document) rawjson.Value {
	if doc.JSON.Kind() == rawjson.List {
		return doc.JSON
	}
	return doc.Member("findings")
}

// Parse reads the entries.
func (Parser) Parse(doc *parsers.Document) (*parsers.Report, error) {
	list := entries(doc)
	return &parsers.Report{Scanner: name, Findings: func(yield func(*parsers.Finding) bool) {
		skipped := 0
		for entry := range list.Elements() {
			if entry.Get("RuleID").Text() == "" {
				skipped++
				continue
			}
			if !yield(finding(entry)) {
				return
			}
		}
		parsers.LogSkipped(name, "findings without rule", skipped)
	}}, nil
}

// minSecretInPath is the length from which on a secret is looked for in paths and links as well. They make the identity of a finding, which a
// short secret that happens to be part of them ("test") must not change.
const minSecretInPath = 8

func finding(entry rawjson.Value) *parsers.Finding {
	clean := redacted(entry)
	f := &parsers.Finding{Evidences: []parsers.Evidence{{Name: "Entry", Text: parsers.NewText(clean)}}}
	o := &f.Observation
	o.Title = entry.Get("RuleID").Text()
	o.ParserSeverity = model.SeverityMedium
	o.Description = description(clean)
	place := clean
	if len(entry.Get("Secret").Content()) < minSecretInPath {
		place = entry
	}
	o.OriginSourceFile, o.OriginSourceFileLink = place.Get("File").Text(), place.Get("Link").Text()
	o.OriginSourceLineStart, o.OriginSourceLineEnd = entry.Get("StartLine").Int(), entry.Get("EndLine").Int()
	return f
}

func description(entry rawjson.Value) string {
	var d parsers.Description
	d.Add(entry.Get("Description").Text())
	if match := entry.Get("Match").Text(); match != "" {
		d.Add("**Match:** `", match, "`")
	}
	if commit := entry.Get("Commit").Text(); commit != "" {
		d.AddNamed("Commit hash", commit)
		d.AddNamed("Commit date", entry.Get("Date").Text())
		d.AddNamed("Commit message", firstLine(entry.Get("Message").Text()))
	}
	return d.String()
}

func firstLine(s string) string {
	line, _, more := strings.Cut(s, "\n")
	if more {
		return line + " ..."
	}
	return line
}

const redaction = "REDACTED"

// redacted replaces the secret in all texts of an entry, before anything else looks at them.
func redacted(entry rawjson.Value) rawjson.Value {
	secret := entry.Get("Secret").Content()
	if secret == "" {
		return entry
	}
	return entry.MapTexts(func(s string) string {
		if len(secret) < 3 && strings.Count(s, secret) > 100 {
			return redaction // a text that consists of tiny secrets would grow to a multiple
		}
		return strings.ReplaceAll(s, secret, redaction)
	})
}
