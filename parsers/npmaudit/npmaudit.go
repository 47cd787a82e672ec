// Package npmaudit reads the JSON reports of "npm audit": version 2, which npm writes since version 7, and version 1, which npm 6 wrote and pnpm
// still writes. Each advisory is one finding for the package that has the vulnerability; packages that only depend on it are its ways into
// the project, not findings of their own.
//
// Version 2 does not say which version of a package is installed.
package npmaudit

import (
	"net/url"
	"path"
	"strings"

	"secobserve/model"
	"secobserve/parsers"
	"secobserve/parsers/rawjson"
)

const name = "npm audit"

// Parser reads reports of npm audit.
type Parser struct{}

// Info describes the parser as the API lists it.
func (Parser) Info() model.Parser {
	return model.Parser{Name: name, Type: model.ParserSCA, Source: model.SourceFile, ModuleName: "npm_audit", ClassName: "NpmAuditParser"}
}

// Accepts takes version 2 by its version, and version 1 by its advisories and counts.
func (Parser) Accepts(doc *parsers.Document) bool {
	if doc.Member("auditReportVersion").Kind() == rawjson.Number {
		return doc.Member("vulnerabilities").Kind() == rawjson.Object
	}
	return doc.Member("advisories").Kind() == rawjson.Object && doc.Member("metadata").Get("vulnerabilities").Kind() == rawjson.Object
}

// Parse reads the advisories.
func (Parser) Parse(doc *parsers.Document) (*parsers.Report, error) {
	read := second
	if doc.Member("auditReportVersion") == nil {
		read = first
	}
	return &parsers.Report{Scanner: name, Findings: func(yield func(*parsers.Finding) bool) {
		for f := range read(doc) {
			if !yield(f) {
				return
			}
		}
	}}, nil
}

func severity(s string) model.Severity {
	switch s {
	case "moderate":
		return model.SeverityMedium
	case "info":
		return model.SeverityNone
	default:
		return parsers.Severity(s)
	}
}

// identify names the finding by the id of its advisory: the last part of its address, unless that is a number of npm's own, or else its title.
func identify(o *model.Observation, address, title string) {
	link, err := url.Parse(address)
	if err != nil {
		o.Title = title
		return
	}
	if id := path.Base(link.Path); strings.HasPrefix(id, "GHSA-") || strings.HasPrefix(id, "CVE-") {
		o.Title, o.VulnerabilityID = id, id
		return
	}
	o.Title = title
}

// rate takes over the score and weakness of an advisory.
func rate(o *model.Observation, advisory rawjson.Value) {
	o.ParserSeverity = severity(advisory.Get("severity").Text())
	cvss := advisory.Get("cvss")
	score, vector := parsers.Score(cvss.Get("score")), cvss.Get("vectorString").Text()
	switch {
	case score == nil:
	case strings.HasPrefix(vector, "CVSS:4"):
		o.CVSS4Score, o.CVSS4Vector = score, vector
	default:
		o.CVSS3Score, o.CVSS3Vector = score, vector
	}
	cwe := advisory.Get("cwe").Text() // a text in old reports
	if cwe == "" {
		cwe = advisory.Get("cwe").First().Text()
	}
	if number, ok := strings.CutPrefix(cwe, "CWE-"); ok {
		o.CWE = parsers.Integer(number)
	}
}
