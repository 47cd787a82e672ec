// Package zap reads the JSON reports of ZAP (Zed Attack Proxy), option -J (parsers.md §13). HTML in texts is kept as it is.
package zap

import (
	"iter"
	"strings"

	"secobserve/model"
	"secobserve/parsers"
	"secobserve/parsers/rawjson"
)

const name = "ZAP"

// Parser reads ZAP reports.
type Parser struct{}

// Info describes the parser (import.md §8).
func (Parser) Info() model.Parser {
	return model.Parser{Name: name, Type: model.ParserDAST, Source: model.SourceFile, ModuleName: "zap", ClassName: "ZAPParser"}
}

// Accepts takes objects that were written by a program with ZAP in its name.
func (Parser) Accepts(doc *parsers.Document) bool {
	return strings.Contains(doc.Member("@programName").Text(), name)
}

// Parse reads the alerts of all sites.
func (Parser) Parse(doc *parsers.Document) (*parsers.Report, error) {
	sites := doc.Member("site")
	if sites.Kind() != rawjson.List {
		return nil, parsers.Unusable(name, "site is not a list")
	}
	scanner := parsers.NameVersion(doc.Member("@programName").Text(), doc.Member("@version").Scalar())
	return &parsers.Report{Scanner: scanner, Findings: findings(sites, scanner)}, nil
}

func findings(sites rawjson.Value, scanner string) iter.Seq[*parsers.Finding] {
	return func(yield func(*parsers.Finding) bool) {
		skipped := 0
		for site := range sites.Elements() {
			endpoint := site.Get("@name").Text()
			for alert := range site.Get("alerts").Elements() {
				f := finding(alert)
				if f.Observation.Title == "" {
					skipped++
					continue
				}
				f.Observation.OriginEndpointURL, f.Observation.Scanner = endpoint, scanner
				if !yield(f) {
					return
				}
			}
		}
		parsers.LogSkipped(name, "alerts without name", skipped)
	}
}

// severities are those of the risk codes.
var severities = map[string]model.Severity{
	"0": model.SeverityNone, "1": model.SeverityLow, "2": model.SeverityMedium, "3": model.SeverityHigh, "4": model.SeverityCritical,
}

func finding(alert rawjson.Value) *parsers.Finding {
	f := &parsers.Finding{Evidences: []parsers.Evidence{{Name: "Alert", Text: parsers.NewText(alert)}}}
	o := &f.Observation
	o.Title = alert.Get("alert").Text()
	o.ParserSeverity = model.SeverityUnknown
	if severity, ok := severities[alert.Get("riskcode").Scalar()]; ok {
		o.ParserSeverity = severity
	}
	o.Description = description(alert)
	o.Recommendation = alert.Get("solution").Text()
	o.CWE = alert.Get("cweid").Int()
	f.References = references(alert.Get("reference").Text())
	return f
}

func description(alert rawjson.Value) string {
	var d parsers.Description
	d.Add(alert.Get("desc").Text())
	d.AddNamed("Other info", alert.Get("otherinfo").Text())
	d.AddNamed("Amount of instances", alert.Get("count").Scalar())
	d.Add(firstInstance(alert.Get("instances").First()))
	return d.String()
}

// instanceMembers are the members of an instance that are shown, with their names.
var instanceMembers = []struct{ key, shown string }{
	{"uri", "URI"}, {"method", "Method"}, {"param", "Param"}, {"attack", "Attack"}, {"evidence", "Evidence"},
}

func firstInstance(instance rawjson.Value) string {
	var lines []string
	if instance.Get("uri").Text() != "" {
		lines = append(lines, "**First instance:**")
	}
	for _, m := range instanceMembers {
		if value := instance.Get(m.key).Text(); value != "" {
			lines = append(lines, "* **"+m.shown+":** "+value)
		}
	}
	return strings.Join(lines, "\n")
}

// references are the paragraphs of an HTML text, each up to its first blank.
func references(html string) []string {
	html = strings.TrimSuffix(strings.TrimPrefix(html, "<p>"), "</p>")
	var out []string
	for paragraph := range strings.SplitSeq(html, "</p><p>") {
		if reference, _, _ := strings.Cut(paragraph, " "); reference != "" {
			out = append(out, reference)
		}
	}
	return out
}
