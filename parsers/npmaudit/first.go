package npmaudit

import (
	"iter"
	"strings"

	"secobserve/parsers"
	"secobserve/parsers/rawjson"
)

// first yields the findings of a report of version 1: one for each installed version that an advisory concerns.
func first(doc *parsers.Document) iter.Seq[*parsers.Finding] {
	return func(yield func(*parsers.Finding) bool) {
		skipped := 0
		for _, advisory := range doc.Member("advisories").Members() {
			common, text := firstFinding(advisory), parsers.NewText(advisory)
			if common.Observation.Title == "" {
				skipped++
				continue
			}
			for installed := range installations(advisory) {
				f := *common
				f.Evidences = []parsers.Evidence{{Name: "Advisory", Text: text}}
				o := &f.Observation
				o.OriginComponentVersion = installed.Get("version").Text()
				o.OriginComponentPURL = parsers.PackageURL("npm", o.OriginComponentName, o.OriginComponentVersion)
				var d parsers.Description
				d.Add(o.Description)
				d.AddNamed("Installed in", strings.Join(parsers.Texts(installed.Get("paths")), ", "))
				o.Description = d.String()
				if !yield(&f) {
					return
				}
			}
		}
		parsers.LogSkipped(name, "advisories without id and title", skipped)
	}
}

// installations yields where an advisory's package is installed; one without any place if the report names none.
func installations(advisory rawjson.Value) iter.Seq[rawjson.Value] {
	list := advisory.Get("findings")
	if list.First() == nil {
		return func(yield func(rawjson.Value) bool) { yield(nil) }
	}
	return list.Elements()
}

func firstFinding(advisory rawjson.Value) *parsers.Finding {
	link, title := advisory.Get("url").Text(), advisory.Get("title").Text()
	f := &parsers.Finding{References: parsers.NewSet(link).Texts()}
	o := &f.Observation
	identify(o, link, title)
	rate(o, advisory)
	cves := parsers.Texts(advisory.Get("cves"))
	if id := advisory.Get("github_advisory_id").Text(); id != "" && o.VulnerabilityID == "" {
		o.Title, o.VulnerabilityID = id, id
	}
	if o.VulnerabilityID == "" && len(cves) == 1 {
		o.Title, o.VulnerabilityID = cves[0], cves[0]
		cves = nil
	}
	o.VulnerabilityIDAliases = strings.Join(cves, ", ")
	o.OriginComponentName = advisory.Get("module_name").Text()
	o.Recommendation = advisory.Get("recommendation").Text()

	var d parsers.Description
	d.Add(title)
	d.Add(advisory.Get("overview").Text())
	d.AddNamed("Vulnerable versions", advisory.Get("vulnerable_versions").Text())
	d.AddNamed("Patched versions", advisory.Get("patched_versions").Text())
	o.Description = d.String()
	return f
}
