package npmaudit

import (
	"iter"
	"strings"

	"secobserve/parsers"
	"secobserve/parsers/rawjson"
)

// second yields the findings of a report of version 2. A package's "via" has its advisories as objects, and the names of vulnerable packages that
// it depends on as texts.
func second(doc *parsers.Document) iter.Seq[*parsers.Finding] {
	return func(yield func(*parsers.Finding) bool) {
		skipped := 0
		for _, entry := range doc.Member("vulnerabilities").Members() {
			for advisory := range entry.Get("via").Elements() {
				if advisory.Kind() != rawjson.Object {
					continue
				}
				f := secondFinding(entry, advisory)
				if f.Observation.Title == "" {
					skipped++
					continue
				}
				if !yield(f) {
					return
				}
			}
		}
		parsers.LogSkipped(name, "advisories without id and title", skipped)
	}
}

func secondFinding(entry, advisory rawjson.Value) *parsers.Finding {
	link, title := advisory.Get("url").Text(), advisory.Get("title").Text()
	f := &parsers.Finding{References: parsers.NewSet(link).Texts(), Evidences: []parsers.Evidence{
		{Name: "Advisory", Text: parsers.NewText(advisory)}, {Name: "Package", Text: parsers.NewText(entry)}}}
	o := &f.Observation
	identify(o, link, title)
	rate(o, advisory)
	o.OriginComponentName = parsers.First(advisory.Get("dependency").Text(), advisory.Get("name").Text(), entry.Get("name").Text())
	o.OriginComponentPURL = parsers.PackageURL("npm", o.OriginComponentName, "")
	o.Recommendation = fix(entry.Get("fixAvailable"))

	var d parsers.Description
	d.Add(title)
	d.AddNamed("Vulnerable versions", advisory.Get("range").Text())
	d.AddNamed("Installed in", strings.Join(parsers.Texts(entry.Get("nodes")), ", "))
	d.AddNamed("Needed by", strings.Join(parsers.Texts(entry.Get("effects")), ", "))
	if direct := entry.Get("isDirect"); direct.Kind() == rawjson.Bool {
		d.AddNamed("Direct dependency", map[bool]string{true: "no", false: "yes"}[direct.Empty()])
	}
	o.Description = d.String()
	return f
}

// fix says what npm would do: true, or the package of the project that has to be upgraded.
func fix(available rawjson.Value) string {
	switch available.Kind() {
	case rawjson.Bool:
		if !available.Empty() {
			return "Run npm audit fix"
		}
	case rawjson.Object:
		upgrade := "Upgrade " + available.Get("name").Text() + " to version " + available.Get("version").Text()
		if major := available.Get("isSemVerMajor"); major.Kind() == rawjson.Bool && !major.Empty() {
			upgrade += " (a new major version)"
		}
		return upgrade
	}
	return ""
}
