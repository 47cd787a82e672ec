// Package dependencytrack reads the findings that Dependency-Track exports for a project (Finding Packaging Format, FPF 1.0 to 1.3). Its vulnerability
// disclosure reports (VDR) are CycloneDX documents, which package cyclonedx reads. Fields are read as from Dependency-Track's API (parsers.md
// §14); findings that are suppressed there are left out, as there.
package dependencytrack

import (
	"strings"

	"secobserve/model"
	"secobserve/parsers"
	"secobserve/parsers/rawjson"
)

const name = "Dependency Track FPF"

// Parser reads exported findings.
type Parser struct{}

// Info describes the parser as the API lists it.
func (Parser) Info() model.Parser {
	return model.Parser{Name: name, Type: model.ParserSCA, Source: model.SourceFile, ModuleName: "dependency_track_fpf", ClassName: "DependencyTrackFPFParser"}
}

// Accepts takes objects with a list of findings and the application that wrote them.
func (Parser) Accepts(doc *parsers.Document) bool {
	return doc.Member("findings").Kind() == rawjson.List && doc.Member("meta").Get("application").Is("Dependency-Track")
}

// Parse reads the findings.
func (Parser) Parse(doc *parsers.Document) (*parsers.Report, error) {
	meta := doc.Member("meta")
	scanner := parsers.NameVersion(meta.Get("application").Text(), meta.Get("version").Text())
	return &parsers.Report{Scanner: scanner, Findings: func(yield func(*parsers.Finding) bool) {
		skipped := 0
		for entry := range doc.Member("findings").Elements() {
			if suppressed := entry.Get("analysis").Get("isSuppressed"); suppressed.Kind() == rawjson.Bool && !suppressed.Empty() {
				continue
			}
			f := finding(entry)
			if f.Observation.Title == "" {
				skipped++
				continue
			}
			f.Observation.Scanner = scanner
			if !yield(f) {
				return
			}
		}
		parsers.LogSkipped(name, "findings without vulnerability", skipped)
	}}, nil
}

// statuses are those of Dependency-Track's analyses; others are none.
var statuses = map[string]model.Status{
	"EXPLOITABLE": model.StatusOpen, "IN_TRIAGE": model.StatusInReview, "RESOLVED": model.StatusResolved,
	"FALSE_POSITIVE": model.StatusFalsePositive, "NOT_AFFECTED": model.StatusNotAffected,
}

func finding(entry rawjson.Value) *parsers.Finding {
	v, component, analysis := entry.Get("vulnerability"), entry.Get("component"), entry.Get("analysis")
	f := &parsers.Finding{Evidences: []parsers.Evidence{{Name: "Vulnerability", Text: parsers.NewText(entry)}}}
	o := &f.Observation
	o.Title = v.Get("vulnId").Text()
	o.VulnerabilityID = o.Title
	o.VulnerabilityIDAliases = strings.Join(aliases(v), ", ")
	o.Description = description(v, component)
	o.Recommendation = v.Get("recommendation").Text()
	o.ParserSeverity = parsers.Severity(v.Get("severity").Text())
	o.ParserStatus = statuses[parsers.First(analysis.Get("state").Text(), analysis.Get("analysisState").Text())]
	o.CVSS3Score, o.CVSS3Vector = parsers.Score(v.Get("cvssV3BaseScore")), v.Get("cvssV3Vector").Text()
	o.CVSS4Score, o.CVSS4Vector = parsers.Score(v.Get("cvssV4Score")), v.Get("cvssV4Vector").Text()
	if o.CVSS4Score == nil {
		o.CVSS4Score = parsers.Score(v.Get("cvssV4BaseScore"))
	}
	if o.CWE = v.Get("cwes").First().Get("cweId").Int(); o.CWE == nil {
		o.CWE = v.Get("cweId").Int() // until FPF 1.0
	}
	o.OriginComponentName, o.OriginComponentVersion = component.Get("name").Text(), component.Get("version").Text()
	o.OriginComponentPURL, o.OriginComponentCPE = component.Get("purl").Text(), component.Get("cpe").Text()
	f.References = parsers.NewSet(entry.Get("attribution").Get("referenceUrl").Text()).Texts()
	return f
}

// aliases are the ids of other databases: objects with one member a database.
func aliases(v rawjson.Value) []string {
	all := parsers.NewSet()
	for alias := range v.Get("aliases").Elements() {
		for member, id := range alias.Members() {
			if strings.HasSuffix(string(member), "Id") && !id.Is(v.Get("vulnId").Text()) {
				all.Add(id.Text())
			}
		}
	}
	return all.Texts()
}

func description(v, component rawjson.Value) string {
	var d parsers.Description
	d.Add(v.Get("title").Text())
	d.Add(v.Get("subtitle").Text())
	d.Add(v.Get("description").Text())
	d.AddNamed("Latest version of the component", component.Get("latestVersion").Text())
	return d.String()
}
