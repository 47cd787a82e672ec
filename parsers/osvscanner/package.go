package osvscanner

import (
	"slices"
	"strings"

	"secobserve/model"
	"secobserve/parsers"
	"secobserve/parsers/rawjson"
)

// scanned is a package with the records of its vulnerabilities.
type scanned struct {
	place model.Observation
	// records are the vulnerabilities, in report order.
	records []record
	// groups are the groups of records, as lists of ids; each is one finding.
	groups []group
}

type group struct {
	ids, aliases []string
	analysis     rawjson.Value
}

type record struct {
	id  string
	raw rawjson.Value
}

func readPackage(source, entry rawjson.Value) *scanned {
	p := &scanned{place: place(source, entry)}
	for raw := range entry.Get("vulnerabilities").Elements() {
		p.records = append(p.records, record{raw.Get("id").Text(), raw})
	}
	for raw := range entry.Get("groups").Elements() {
		analysis := raw.Get("experimental_analysis")
		if analysis == nil {
			analysis = raw.Get("experimentalAnalysis")
		}
		p.groups = append(p.groups, group{parsers.Texts(raw.Get("ids")), parsers.Texts(raw.Get("aliases")), analysis})
	}
	return p
}

// findings yields a finding for each group of records, and for each record that is in no group; false if no more are wanted.
func (p *scanned) findings(yield func(*parsers.Finding) bool, skipped *int) bool {
	byID := make(map[string]rawjson.Value, len(p.records))
	for _, r := range p.records {
		if r.id == "" {
			*skipped++
			continue
		}
		byID[r.id] = r.raw
	}
	grouped := make(map[string]bool, len(byID))
	for _, g := range p.groups {
		g.ids = slices.DeleteFunc(g.ids, func(id string) bool { return byID[id] == nil || grouped[id] })
		if len(g.ids) == 0 {
			continue
		}
		for _, id := range g.ids {
			grouped[id] = true
		}
		if !yield(p.finding(g, byID)) {
			return false
		}
	}
	for _, r := range p.records {
		if r.id == "" || grouped[r.id] {
			continue
		}
		grouped[r.id] = true
		if !yield(p.finding(group{ids: []string{r.id}}, byID)) {
			return false
		}
	}
	return true
}

func (p *scanned) finding(g group, byID map[string]rawjson.Value) *parsers.Finding {
	main := byID[g.ids[0]]
	f := &parsers.Finding{Observation: p.place}
	o := &f.Observation
	aliases := slices.Concat(g.ids[1:], g.aliases, parsers.Texts(main.Get("aliases")), parsers.Texts(main.Get("upstream")))
	o.VulnerabilityID, o.VulnerabilityIDAliases = parsers.VulnerabilityID(g.ids[0], slices.Compact(slices.Sorted(slices.Values(aliases))))
	o.Title = o.VulnerabilityID

	var d parsers.Description
	d.Add(main.Get("summary").Text())
	d.Add(main.Get("details").Text())
	d.AddNamed("Called", called(g.analysis))
	o.Description = d.String()

	fixed, links := parsers.NewSet(), parsers.NewSet()
	for _, id := range g.ids {
		raw := byID[id]
		f.Evidences = append(f.Evidences, parsers.Evidence{Name: "OSV Vulnerability", Text: parsers.NewText(raw)})
		for reference := range raw.Get("references").Elements() {
			links.Add(reference.Get("url").Text())
		}
		if o.CVSS3Vector == "" && o.CVSS4Vector == "" {
			o.CVSS3Vector, o.CVSS4Vector = vectors(raw)
		}
		if o.ParserSeverity == "" {
			o.ParserSeverity = severity(raw)
		}
		if o.CWE == nil {
			number, _ := strings.CutPrefix(raw.Get("database_specific").Get("cwe_ids").First().Text(), "CWE-")
			o.CWE = parsers.Integer(number)
		}
		fixedIn(raw, o.OriginComponentName, fixed)
	}
	f.References = links.Texts()
	if o.CVSS3Vector != "" || o.CVSS4Vector != "" {
		o.ParserSeverity = "" // follows from the vector
	}
	if versions := fixed.Texts(); len(versions) > 0 {
		o.Recommendation = "Upgrade " + o.OriginComponentName + " to version " + strings.Join(versions, ", ")
	}
	return f
}
