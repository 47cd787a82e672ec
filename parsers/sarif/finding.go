package sarif

import (
	"encoding/json"
	"regexp"
	"strconv"
	"strings"

	"secobserve/model"
	"secobserve/parsers"
)

// finding makes the finding of one location of a result (parsers.md §4.2).
func (c *context) finding(r *result, text *parsers.Text, l *location) *parsers.Finding {
	rule := c.rule(r)
	f := &parsers.Finding{Evidences: []parsers.Evidence{{Name: "Rule", Text: rule.text}, {Name: "Result", Text: text}}}
	if rule.HelpURI != "" {
		f.References = []string{string(rule.HelpURI)}
	}
	o := &f.Observation
	o.Title = c.title(r, rule)
	o.ParserSeverity = c.severity(r, rule)
	o.Scanner = c.scanner
	o.CWE = cwe(rule)
	region := &l.Physical.V.Region.V
	o.OriginSourceFile = string(l.Physical.V.Artifact.V.URI)
	o.OriginSourceLineStart, o.OriginSourceLineEnd = region.StartLine.Int(), region.EndLine.Int()
	o.Description = c.description(r, rule, o.Title, string(region.Snippet.V.Text))
	if c.is("dependency-check") {
		dependencyCheck(o, rule, l)
	}
	return f
}

func (c *context) title(r *result, rule *rule) string {
	if c.is("trivy") && rule.ShortDescription.V.Text != "" {
		return string(rule.ShortDescription.V.Text)
	}
	return first(string(rule.Name), string(r.RuleID), string(r.Rule.V.ID), string(rule.ID))
}

// levels are the severities of SARIF levels (SARIF §3.27.10).
var levels = map[string]model.Severity{"error": model.SeverityHigh, "warning": model.SeverityMedium, "note": model.SeverityLow, "none": model.SeverityNone}

func (c *context) severity(r *result, rule *rule) model.Severity {
	level := first(string(r.Level), string(rule.DefaultConfiguration.V.Level))
	if level != "" {
		if s, ok := levels[strings.ToLower(level)]; ok {
			return s
		}
		return model.SeverityUnknown
	}
	if c.is("bandit") {
		if s := model.Severity(parsers.Title(text(r.Properties.Get("issue_severity")))); s.Valid() {
			return s
		}
	}
	return model.SeverityUnknown
}

func text(raw json.RawMessage) string {
	var s parsers.String
	_ = s.UnmarshalJSON(raw)
	return string(s)
}

// cweTag matches the forms of CWE tags: "CWE-79: Cross-site Scripting", "CWE-79" and "external/cwe/cwe-079".
var cweTag = regexp.MustCompile(`^(?i:CWE-|external/cwe/cwe-)0*([0-9]{1,6})(:|$)`)

// cwe is the weakness that the rule's tags or relationships name.
func cwe(rule *rule) *int {
	var tags parsers.List[parsers.String]
	_ = tags.UnmarshalJSON(rule.Properties.Get("tags"))
	for _, tag := range tags {
		if match := cweTag.FindStringSubmatch(string(tag)); match != nil {
			return cweNumber(match[1])
		}
	}
	for i := range rule.Relationships {
		t := &rule.Relationships[i].V.Target.V
		if strings.EqualFold(string(t.ToolComponent.V.Name), "CWE") {
			return cweNumber(strings.TrimLeft(strings.TrimPrefix(strings.ToUpper(string(t.ID)), "CWE-"), "0"))
		}
	}
	return nil
}

func cweNumber(digits string) *int {
	n, err := strconv.Atoi(digits)
	if err != nil || n < 1 || n > 999999 {
		return nil
	}
	return &n
}

// description puts together what message, rule, snippet and properties say (parsers.md §4.3).
func (c *context) description(r *result, rule *rule, title, snippet string) string {
	var out strings.Builder
	part := func(s string) { out.WriteString(s + "\n\n") }
	message := string(r.Message.V.Text)
	if message != "" && !c.is("trivy") {
		part(message)
	}
	short, full := string(rule.ShortDescription.V.Text), string(rule.FullDescription.V.Text)
	if short != "" && !strings.Contains(message, short) && !strings.Contains(title, short) && !c.is("semgrep") {
		part("**Rule short description:** " + short)
	}
	if full != "" && !strings.Contains(message, full) && !strings.Contains(short, full) && !c.is("semgrep") {
		part("**Rule full description:** " + full)
	}
	help := first(string(rule.Help.V.Text), string(rule.Help.V.Markdown))
	if help != "" && !strings.Contains(message, help) && !strings.Contains(short, help) && !c.is("trivy") && !c.is("semgrep") && !c.is("checkov") {
		part("**Rule help:** " + help)
	}
	if snippet = strings.TrimRight(snippet, "\n"); snippet != "" {
		part(snippetText(snippet))
	}
	for _, properties := range []parsers.Members{r.Properties, rule.Properties} {
		for _, p := range properties {
			if !parsers.Empty(p.Value) {
				part("**" + parsers.Title(p.Key) + ":** " + parsers.Literal(p.Value))
			}
		}
	}
	return strings.TrimRight(out.String(), "\n")
}

func snippetText(snippet string) string {
	if strings.Contains(snippet, "\n") {
		return "**Snippet:**\n\n```\n\n" + snippet + "\n```"
	}
	return "**Snippet:** `" + snippet + "`"
}

// dependencyCheck adds what OWASP Dependency-Check says of vulnerable components (parsers.md §4.4).
func dependencyCheck(o *model.Observation, rule *rule, l *location) {
	o.CVSS3Score, o.CVSS3Vector = score(rule, "cvssv3_baseScore"), text(rule.Properties.Get("cvssv3_vector"))
	o.CVSS4Score, o.CVSS4Vector = score(rule, "cvssv4_baseScore"), text(rule.Properties.Get("cvssv4_vector"))
	if o.CVSS3Score != nil || o.CVSS4Score != nil {
		o.ParserSeverity = ""
	}
	if strings.HasPrefix(o.Title, "CVE-") || strings.HasPrefix(o.Title, "GHSA-") {
		o.VulnerabilityID = o.Title
	}
	if len(l.Logical) == 0 {
		return
	}
	purl := string(l.Logical[0].V.FullyQualifiedName)
	name, version, ok := model.PURLNameVersion(purl)
	if !ok {
		return
	}
	o.OriginComponentPURL, o.OriginComponentName, o.OriginComponentVersion = purl, name, version
	o.OriginSourceFile = ""
}

func score(rule *rule, property string) *float64 {
	var n parsers.Number
	_ = n.UnmarshalJSON(rule.Properties.Get(property))
	if n.Value == nil || *n.Value <= 0 || *n.Value > 10 {
		return nil
	}
	return n.Value
}
