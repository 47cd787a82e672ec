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
			found := newLeak(entry)
			if found.rule.Text() == "" {
				skipped++
				continue
			}
			if !yield(found.finding()) {
				return
			}
		}
		parsers.LogSkipped(name, "findings without rule", skipped)
	}}, nil
}

// minSecretInPath is the length from which on a secret is looked for in paths and links as well. They make the identity of a finding, which a
// short secret that happens to be part of them ("test") must not change.
const minSecretInPath = 8

// leak is an entry with its members that are used.
type leak struct {
	entry                                                   rawjson.Value
	rule, description, match, secret, commit, date, message rawjson.Value
	file, link, startLine, endLine                          rawjson.Value
}

func newLeak(entry rawjson.Value) *leak {
	l := &leak{entry: entry}
	for name, value := range entry.Members() {
		switch string(name) {
		case "RuleID":
			l.rule = value
		case "Description":
			l.description = value
		case "Match":
			l.match = value
		case "Secret":
			l.secret = value
		case "Commit":
			l.commit = value
		case "Date":
			l.date = value
		case "Message":
			l.message = value
		case "File":
			l.file = value
		case "Link":
			l.link = value
		case "StartLine":
			l.startLine = value
		case "EndLine":
			l.endLine = value
		}
	}
	return l
}

func (l *leak) finding() *parsers.Finding {
	clean := l.redacted()
	f := &parsers.Finding{Evidences: []parsers.Evidence{{Name: "Entry", Text: parsers.NewText(clean.entry)}}}
	o := &f.Observation
	o.Title = l.rule.Text()
	o.ParserSeverity = model.SeverityMedium
	o.Description = clean.describe()
	place := clean
	if len(l.secret.Content()) < minSecretInPath {
		place = l
	}
	o.OriginSourceFile, o.OriginSourceFileLink = place.file.Text(), place.link.Text()
	o.OriginSourceLineStart, o.OriginSourceLineEnd = l.startLine.Int(), l.endLine.Int()
	return f
}

func (l *leak) describe() string {
	var d parsers.Description
	d.Add(l.description.Text())
	if match := l.match.Text(); match != "" {
		d.Add("**Match:** `", match, "`")
	}
	if commit := l.commit.Text(); commit != "" {
		d.AddNamed("Commit hash", commit)
		d.AddNamed("Commit date", l.date.Text())
		d.AddNamed("Commit message", firstLine(l.message.Text()))
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

// redacted replaces the secret in all texts of an entry, before anything else looks at them. Gitleaks may have done so already.
func (l *leak) redacted() *leak {
	secret := l.secret.Content()
	if secret == "" || secret == redaction {
		return l
	}
	return newLeak(l.entry.MapTexts(func(s string) string {
		if len(secret) < 3 && strings.Count(s, secret) > 100 {
			return redaction // a text that consists of tiny secrets would grow to a multiple
		}
		return strings.ReplaceAll(s, secret, redaction)
	}))
}
