package sarif

import (
	"strings"

	"secobserve/model"
	"secobserve/parsers"
	"secobserve/parsers/rawjson"
)

// shared is what the findings of all locations of a result have in common (parsers.md §4.2); their descriptions differ in the snippet.
func (r *run) shared(res *result) *sharedFinding {
	rule := r.rule(res)
	f := &r.common
	*f = sharedFinding{texts: texts{before: f.texts.before[:0]}}
	f.References = rule.references
	f.Evidences = []parsers.Evidence{{Name: "Rule", Text: rule.text}, {Name: "Result", Text: parsers.NewText(res.raw)}}
	o := &f.Observation
	o.Title = r.title(res, rule)
	o.ParserSeverity = r.severity(res, rule)
	o.Scanner = r.scanner
	o.CWE = rule.cwe
	r.describe(&f.texts, res, rule, o.Title)
	if r.tool.dependencyCheck {
		addScores(o, rule)
	}
	return f
}

type sharedFinding struct {
	parsers.Finding
	texts texts
}

// locate yields a finding for each location of a result, or one without origin; false if no more are wanted.
func (r *run) locate(res *result, shared *sharedFinding, yield func(*parsers.Finding) bool) bool {
	located := false
	for raw := range res.locations.Elements() {
		if raw.Kind() != rawjson.Object {
			continue
		}
		located = true
		if !yield(r.at(newLocation(raw), shared)) {
			return false
		}
	}
	return located || yield(r.at(location{}, shared))
}

// at is the finding at a location.
func (r *run) at(l location, shared *sharedFinding) *parsers.Finding {
	f := shared.Finding
	o := &f.Observation
	o.OriginSourceFile, o.OriginSourceLineStart, o.OriginSourceLineEnd = l.uri, l.startLine, l.endLine
	o.Description = shared.texts.description(l.snippet)
	if r.tool.dependencyCheck {
		addComponent(o, l.qualifiedName)
	}
	return &f
}

func (r *run) title(res *result, rule *rule) string {
	if r.tool.trivy && rule.short.text != "" {
		return rule.short.text
	}
	return parsers.First(rule.name, res.id(), rule.id)
}

// severities are those of SARIF's levels (SARIF §3.27.10).
var severities = map[string]model.Severity{
	"error": model.SeverityHigh, "warning": model.SeverityMedium, "note": model.SeverityLow, "none": model.SeverityNone,
}

func (r *run) severity(res *result, rule *rule) model.Severity {
	if level := parsers.First(res.level, rule.level); level != "" {
		if severity, ok := severities[strings.ToLower(level)]; ok {
			return severity
		}
		return model.SeverityUnknown
	}
	if r.tool.bandit {
		return parsers.Severity(res.properties.Get("issue_severity").Text())
	}
	return model.SeverityUnknown
}
