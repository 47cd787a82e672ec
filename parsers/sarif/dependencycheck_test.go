package sarif

import "testing"

func TestDependencyCheck(t *testing.T) {
	const rule = `{"id":"R","name":"CVE-2031-7","defaultConfiguration":{"level":"warning"},"properties":{"cvssv3_baseScore":9.1,"cvssv3_vector":"V3","cvssv4_baseScore":"8.5","cvssv4_vector":"V4"}}`
	at := func(logical string) string {
		return `{"ruleId":"R","locations":[{"physicalLocation":{"artifactLocation":{"uri":"lib/core.jar"},"region":{"startLine":1}},"logicalLocations":[` + logical + `]}]}`
	}
	o := one(t, "dependency-check", rule, at(`{"fullyQualifiedName":"pkg:maven/org.acme/core@1.4"}`)).Observation
	if o.OriginComponentName != "org.acme:core" || o.OriginComponentVersion != "1.4" || o.OriginComponentPURL != "pkg:maven/org.acme/core@1.4" ||
		o.OriginSourceFile != "" || *o.OriginSourceLineStart != 1 {
		t.Errorf("origin: %+v", o)
	}
	if o.ParserSeverity != "" || *o.CVSS3Score != 9.1 || o.CVSS3Vector != "V3" || *o.CVSS4Score != 8.5 || o.CVSS4Vector != "V4" {
		t.Errorf("scores: %+v", o)
	}
	if o.VulnerabilityID != "CVE-2031-7" {
		t.Errorf("vulnerability %q", o.VulnerabilityID)
	}
	o.Derive()
	if o.CurrentSeverity != "High" {
		t.Errorf("severity %s follows from the score of CVSS 4", o.CurrentSeverity)
	}

	o = one(t, "dependency-check", rule, at(`{"fullyQualifiedName":"pkg:npm/left-pad"}`)).Observation
	if o.OriginComponentName != "left-pad" || o.OriginComponentVersion != "" {
		t.Errorf("without namespace and version: %+v", o)
	}
	for _, logical := range []string{``, `7`, `{"fullyQualifiedName":"pkg:"}`, `{"fullyQualifiedName":"core.jar"}`, `{},{"fullyQualifiedName":"pkg:npm/x@1"}`} {
		if o = one(t, "dependency-check", rule, at(logical)).Observation; o.OriginSourceFile != "lib/core.jar" || o.OriginComponentName != "" {
			t.Errorf("without component the file stays the origin: %+v", o)
		}
	}
	if o = one(t, "other", rule, at(`{"fullyQualifiedName":"pkg:npm/x@1"}`)).Observation; o.OriginComponentPURL != "" || o.CVSS3Score != nil ||
		o.VulnerabilityID != "" || o.ParserSeverity != "Medium" {
		t.Errorf("other tools: %+v", o)
	}
	noScore := `{"id":"R","name":"GHSA-x","defaultConfiguration":{"level":"warning"},"properties":{"cvssv3_baseScore":"","cvssv4_baseScore":11}}`
	if o = one(t, "dependency-check", noScore, at(``)).Observation; o.ParserSeverity != "Medium" || o.VulnerabilityID != "GHSA-x" || o.CVSS4Score != nil {
		t.Errorf("without score: %+v", o)
	}
}
