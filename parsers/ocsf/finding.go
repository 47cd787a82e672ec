package ocsf

import (
	"strings"

	"secobserve/model"
	"secobserve/parsers"
)

// freeForm are the members of a finding whose content the schema leaves open; it stays as it is.
var freeForm = []string{"data", "unmapped"}

// finding is what the findings of all resources have in common.
func (e *event) finding() *parsers.Finding {
	f := &parsers.Finding{
		References: e.references(),
		Evidences:  []parsers.Evidence{{Name: "OCSF Finding", Text: parsers.NewText(e.raw.WithoutNulls(freeForm...))}},
	}
	product := e.metadata.Get("product")
	o := &f.Observation
	o.Title = e.info.Get("title").Text()
	o.Description = e.description()
	o.Recommendation = e.raw.Get("remediation", "desc").Text()
	o.ParserSeverity = severity(e.raw.Get("severity").Text())
	o.Scanner = parsers.NameVersion(product.Get("name").Text(), product.Get("version").Text())
	return f
}

// severity is sev(x), with the two severities of OCSF that have other names here.
func severity(s string) model.Severity {
	switch parsers.Capitalize(s) {
	case informational:
		return model.SeverityNone
	case fatal:
		return model.SeverityCritical
	}
	return parsers.Severity(s)
}

func (e *event) description() string {
	var d parsers.Description
	d.Add(e.info.Get("desc").Text())
	if e.statusCode != "FAIL" {
		d.AddNamed("Status code", e.statusCode)
	}
	d.AddNamed("Status detail", e.raw.Get("status_detail").Text())
	d.AddNamed("Risk details", e.raw.Get("risk_details").Text())
	d.AddNamed("Notes", e.raw.Get("unmapped", "notes").Text())
	return d.String()
}

// references are the related URL and those of the remediation, each once.
func (e *event) references() []string {
	var out []string
	seen := make(map[string]bool)
	add := func(url string) {
		if url != "" && !seen[url] {
			seen[url] = true
			out = append(out, url)
		}
	}
	add(e.raw.Get("unmapped", "related_url").Text())
	for reference := range e.raw.Get("remediation", "references").Elements() {
		if url := reference.Text(); strings.HasPrefix(url, "http") {
			add(url)
		}
	}
	return out
}
