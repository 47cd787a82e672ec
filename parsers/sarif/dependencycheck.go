package sarif

import (
	"strings"

	"secobserve/model"
	"secobserve/parsers/rawjson"
)

// addScores adds what OWASP Dependency-Check says of the vulnerability of a rule (parsers.md §4.4). The severity follows from a score.
func addScores(o *model.Observation, rule *rule) {
	p := rule.properties
	o.CVSS3Score, o.CVSS3Vector = score(p.Get("cvssv3_baseScore")), p.Get("cvssv3_vector").Text()
	o.CVSS4Score, o.CVSS4Vector = score(p.Get("cvssv4_baseScore")), p.Get("cvssv4_vector").Text()
	if o.CVSS3Score != nil || o.CVSS4Score != nil {
		o.ParserSeverity = ""
	}
	if strings.HasPrefix(o.Title, "CVE-") || strings.HasPrefix(o.Title, "GHSA-") {
		o.VulnerabilityID = o.Title
	}
}

// score is a CVSS score greater than 0.
func score(v rawjson.Value) *float64 {
	x, ok := v.Float()
	if !ok || x <= 0 || x > 10 {
		return nil
	}
	return &x
}

// addComponent takes the component that a package URL names as origin instead of the file that contains it.
func addComponent(o *model.Observation, purl string) {
	name, version, ok := model.PURLNameVersion(purl)
	if !ok {
		return
	}
	o.OriginComponentPURL, o.OriginComponentName, o.OriginComponentVersion = purl, name, version
	o.OriginSourceFile = ""
}
