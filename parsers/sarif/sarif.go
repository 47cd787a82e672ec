// Package sarif reads SARIF 2.1.0 (OASIS Static Analysis Results Interchange Format), with the specialities of the tools that write it
// (parsers.md §4).
package sarif

import (
	"encoding/json"
	"iter"
	"strings"

	"secobserve/model"
	"secobserve/parsers"
)

// Parser reads SARIF.
type Parser struct{}

// Info describes the parser.
func (Parser) Info() model.Parser {
	return model.Parser{Name: "SARIF", Type: model.ParserSAST, Source: model.SourceFile, ModuleName: "sarif", ClassName: "SARIFParser"}
}

// Accepts takes objects whose $schema speaks of SARIF and whose version is 2.1.0.
func (Parser) Accepts(doc *parsers.Document) bool {
	var schema parsers.String
	_ = schema.UnmarshalJSON(doc.Keys["$schema"])
	return strings.Contains(strings.ToLower(string(schema)), "sarif") && parsers.IsString(doc.Keys["version"], "2.1.0")
}

// Parse reads all runs.
func (Parser) Parse(doc *parsers.Document) (*parsers.Report, error) {
	var runs parsers.List[parsers.Object[run]]
	if raw := doc.Keys["runs"]; raw != nil {
		if err := json.Unmarshal(raw, &runs); err != nil {
			return nil, parsers.Unusable("SARIF", "runs cannot be read")
		}
	}
	report := &parsers.Report{Scanner: "SARIF"}
	prepared := make([]*context, len(runs))
	for i := range runs {
		prepared[i] = newContext(&runs[i].V)
		report.Scanner = prepared[i].scanner
	}
	report.Findings = findings(prepared)
	return report, nil
}

// run is what is used of a run (SARIF §3.14).
type run struct {
	Tool    parsers.Object[tool]          `json:"tool"`
	Results parsers.List[json.RawMessage] `json:"results"`
}

type tool struct {
	Driver     parsers.Object[component]               `json:"driver"`
	Extensions parsers.List[parsers.Object[component]] `json:"extensions"`
}

// component is a tool component (SARIF §3.19).
type component struct {
	Name            parsers.String                `json:"name"`
	Version         parsers.String                `json:"version"`
	SemanticVersion parsers.String                `json:"semanticVersion"`
	Rules           parsers.List[json.RawMessage] `json:"rules"`
}

// rule is a reporting descriptor (SARIF §3.49) with its text.
type rule struct {
	ID                   parsers.String                             `json:"id"`
	Name                 parsers.String                             `json:"name"`
	ShortDescription     parsers.Object[message]                    `json:"shortDescription"`
	FullDescription      parsers.Object[message]                    `json:"fullDescription"`
	Help                 parsers.Object[message]                    `json:"help"`
	HelpURI              parsers.String                             `json:"helpUri"`
	DefaultConfiguration parsers.Object[configuration]              `json:"defaultConfiguration"`
	Properties           parsers.Members                            `json:"properties"`
	Relationships        parsers.List[parsers.Object[relationship]] `json:"relationships"`

	text *parsers.Text
}

type message struct {
	Text     parsers.String `json:"text"`
	Markdown parsers.String `json:"markdown"`
}

type configuration struct {
	Level parsers.String `json:"level"`
}

type relationship struct {
	Target parsers.Object[target] `json:"target"`
}

type target struct {
	ID            parsers.String                `json:"id"`
	ToolComponent parsers.Object[toolReference] `json:"toolComponent"`
}

type toolReference struct {
	Name parsers.String `json:"name"`
}

// result is a result (SARIF §3.27).
type result struct {
	RuleID       parsers.String                            `json:"ruleId"`
	RuleIndex    parsers.Number                            `json:"ruleIndex"`
	Rule         parsers.Object[ruleReference]             `json:"rule"`
	Level        parsers.String                            `json:"level"`
	Kind         parsers.String                            `json:"kind"`
	Message      parsers.Object[message]                   `json:"message"`
	Locations    parsers.List[parsers.Object[location]]    `json:"locations"`
	Suppressions parsers.List[parsers.Object[suppression]] `json:"suppressions"`
	Properties   parsers.Members                           `json:"properties"`
}

type ruleReference struct {
	ID    parsers.String `json:"id"`
	Index parsers.Number `json:"index"`
}

type suppression struct {
	Status parsers.String `json:"status"`
}

type location struct {
	Physical parsers.Object[physicalLocation]              `json:"physicalLocation"`
	Logical  parsers.List[parsers.Object[logicalLocation]] `json:"logicalLocations"`
}

type physicalLocation struct {
	Artifact parsers.Object[artifact] `json:"artifactLocation"`
	Region   parsers.Object[region]   `json:"region"`
}

type artifact struct {
	URI parsers.String `json:"uri"`
}

type region struct {
	StartLine parsers.Number          `json:"startLine"`
	EndLine   parsers.Number          `json:"endLine"`
	Snippet   parsers.Object[message] `json:"snippet"`
}

type logicalLocation struct {
	FullyQualifiedName parsers.String `json:"fullyQualifiedName"`
}

// context is a run with its rules ready to be looked up.
type context struct {
	scanner string
	kind    string // the scanner in lower case, for the specialities of tools
	byID    map[string]*rule
	ordered []*rule // of the driver, for references by index
	results []json.RawMessage
}

func newContext(r *run) *context {
	driver := &r.Tool.V.Driver.V
	c := &context{scanner: string(driver.Name), byID: make(map[string]*rule), results: r.Results}
	if version := first(string(driver.Version), string(driver.SemanticVersion)); version != "" {
		c.scanner += " / " + version
	}
	c.kind = strings.ToLower(c.scanner)
	c.ordered = c.addRules(driver.Rules)
	for i := range r.Tool.V.Extensions {
		c.addRules(r.Tool.V.Extensions[i].V.Rules)
	}
	return c
}

// addRules adds the rules of a tool component; those of earlier components win.
func (c *context) addRules(raws []json.RawMessage) []*rule {
	ordered := make([]*rule, len(raws))
	for i, raw := range raws {
		var r parsers.Object[rule]
		_ = r.UnmarshalJSON(raw)
		r.V.text = parsers.NewText(raw)
		ordered[i] = &r.V
		id := string(r.V.ID)
		if c.byID[id] == nil && id != "" {
			c.byID[id] = &r.V
		}
	}
	return ordered
}

var unknownRule = &rule{text: parsers.NewText(nil)}

// rule finds the rule of a result: by its id, else by its reference.
func (c *context) rule(r *result) *rule {
	for _, id := range []string{string(r.RuleID), string(r.Rule.V.ID)} {
		if found := c.byID[id]; found != nil {
			return found
		}
	}
	for _, index := range []parsers.Number{r.RuleIndex, r.Rule.V.Index} {
		if index.Value == nil {
			continue
		}
		if i := int(*index.Value); *index.Value == float64(i) && i >= 0 && i < len(c.ordered) {
			return c.ordered[i]
		}
	}
	return unknownRule
}

func (c *context) is(tool string) bool { return strings.HasPrefix(c.kind, tool) }

// findings yields a finding per location of each result that counts.
func findings(runs []*context) iter.Seq[*parsers.Finding] {
	return func(yield func(*parsers.Finding) bool) {
		for _, c := range runs {
			for _, raw := range c.results {
				var r result
				if len(raw) == 0 || raw[0] != '{' || json.Unmarshal(raw, &r) != nil || r.skipped() {
					continue
				}
				text := parsers.NewText(raw)
				locations := r.Locations
				if len(locations) == 0 {
					locations = parsers.List[parsers.Object[location]]{{}}
				}
				for i := range locations {
					if f := c.finding(&r, text, &locations[i].V); f.Observation.Title != "" && !yield(f) {
						return
					}
				}
			}
		}
	}
}

// skipped tells whether the result reports no failure, or one that was accepted.
func (r *result) skipped() bool {
	if r.Kind != "" && r.Kind != "fail" {
		return true
	}
	for i := range r.Suppressions {
		if status := r.Suppressions[i].V.Status; status == "" || status == "accepted" {
			return true
		}
	}
	return false
}

func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}
