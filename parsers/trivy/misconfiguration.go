package trivy

import (
	"secobserve/parsers"
	"secobserve/parsers/rawjson"
)

// misconfiguration reads a check (Trivy's DetectedMisconfiguration); nil if it passed.
func (r *target) misconfiguration(raw rawjson.Value) *parsers.Finding {
	if status := raw.Get("Status").Text(); status != "FAIL" && status != "" {
		return nil
	}
	id, title := parsers.First(raw.Get("ID").Text(), raw.Get("AVDID").Text()), raw.Get("Title").Text()
	f := &parsers.Finding{Observation: r.place, References: links(raw.Get("PrimaryURL").Text(), raw.Get("References")),
		Evidences: []parsers.Evidence{{Name: "Misconfiguration", Text: parsers.NewText(raw)}}}
	o := &f.Observation
	o.Title = titled(id, title)
	o.ParserSeverity = parsers.Severity(raw.Get("Severity").Text())
	o.Recommendation = raw.Get("Resolution").Text()

	cause := raw.Get("CauseMetadata")
	var d parsers.Description
	d.Add(raw.Get("Description").Text())
	d.AddNamed("Message", raw.Get("Message").Text())
	d.AddNamed("Resource", cause.Get("Resource").Text())
	d.AddNamed("Provider", cause.Get("Provider").Text())
	d.AddNamed("Service", cause.Get("Service").Text())
	o.Description = d.String()

	if o.OriginKubernetesResourceName == "" { // there the target only repeats the name of the object
		o.OriginSourceFile = r.name
	}
	o.OriginSourceLineStart, o.OriginSourceLineEnd = cause.Get("StartLine").Int(), cause.Get("EndLine").Int()
	return f
}

// secret reads a secret (Trivy's DetectedSecret), in which Trivy has masked the secret itself.
func (r *target) secret(raw rawjson.Value) *parsers.Finding {
	f := &parsers.Finding{Observation: r.place, Evidences: []parsers.Evidence{{Name: "Secret", Text: parsers.NewText(raw)}}}
	o := &f.Observation
	o.Title = titled(raw.Get("RuleID").Text(), raw.Get("Title").Text())
	o.ParserSeverity = parsers.Severity(raw.Get("Severity").Text())
	var d parsers.Description
	d.AddNamed("Category", raw.Get("Category").Text())
	if match := raw.Get("Match").Text(); match != "" {
		d.Add("**Match:** `", match, "`")
	}
	o.Description = d.String()
	o.OriginSourceFile = r.name
	o.OriginSourceLineStart, o.OriginSourceLineEnd = raw.Get("StartLine").Int(), raw.Get("EndLine").Int()
	return f
}

// titled names a finding by the id of its rule and what that says.
func titled(id, title string) string {
	if id == "" || title == "" {
		return id + title
	}
	return id + ": " + title
}
