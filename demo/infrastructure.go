package demo

import (
	"fmt"

	"secobserve/model"
)

// controls are what the scanner of clusters checks.
var controls = []struct {
	id, title, advice string
	severity          model.Severity
}{
	{"C-0016", "Allow privilege escalation", "Set allowPrivilegeEscalation to false.", model.SeverityMedium},
	{"C-0013", "Non-root containers", "Set runAsNonRoot to true.", model.SeverityMedium},
	{"C-0057", "Privileged container", "Take privileged out of the security context.", model.SeverityHigh},
	{"C-0004", "Resources memory limit and request", "Set a limit for the memory.", model.SeverityHigh},
	{"C-0017", "Immutable container filesystem", "Set readOnlyRootFilesystem to true.", model.SeverityLow},
	{"C-0030", "Ingress and egress blocked", "Add a network policy.", model.SeverityMedium},
	{"C-0034", "Automatic mapping of service account", "Set automountServiceAccountToken to false.", model.SeverityMedium},
	{"C-0056", "Configured liveness probe", "Add a liveness probe.", model.SeverityLow},
}

// alerts are what the scanner of running applications finds.
var alerts = []struct {
	id, title, advice string
	severity          model.Severity
	cwe               int
}{
	{"10038", "Content Security Policy (CSP) header not set", "Send the header Content-Security-Policy.", model.SeverityMedium, 693},
	{"10020", "Missing anti-clickjacking header", "Send frame-ancestors in the Content-Security-Policy.", model.SeverityMedium, 1021},
	{"10010", "Cookie no HttpOnly flag", "Set HttpOnly for all cookies.", model.SeverityLow, 1004},
	{"10035", "Strict-Transport-Security header not set", "Send the header Strict-Transport-Security.", model.SeverityLow, 319},
	{"40012", "Cross-site scripting (reflected)", "Escape what comes from the request.", model.SeverityHigh, 79},
	{"10096", "Timestamp disclosure", "Check whether the time tells something.", model.SeverityNone, 200},
}

// clusterFinding is the number-th finding in the cluster where a product runs.
func clusterFinding(product, number int) model.Observation {
	control := controls[number%len(controls)]
	resource := number / len(controls)
	name := nouns[resource%len(nouns)]
	if part := resource / len(nouns); part > 0 {
		name = fmt.Sprintf("%s-%d", name, part)
	}
	return model.Observation{
		Title: control.title, ParserSeverity: control.severity, ScannerObservationID: control.id, Recommendation: control.advice,
		Description:               fmt.Sprintf("**%s**\n\nThe deployment %s does not follow the control %s.", control.title, name, control.id),
		OriginKubernetesCluster:   "production",
		OriginKubernetesNamespace: productSlug(product), OriginKubernetesResourceType: "Deployment", OriginKubernetesResourceName: name,
	}
}

// webFinding is the number-th finding in the running application of a product.
func webFinding(product, number int) model.Observation {
	alert := alerts[number%len(alerts)]
	page := number / len(alerts)
	path := nouns[page%len(nouns)]
	if part := page / len(nouns); part > 0 {
		path = fmt.Sprintf("%s/%d", path, part)
	}
	return model.Observation{
		Title: alert.title, ParserSeverity: alert.severity, ScannerObservationID: alert.id, Recommendation: alert.advice, CWE: &alert.cwe,
		Description:       fmt.Sprintf("**%s**\n\nSeen when the page was fetched without login.", alert.title),
		OriginEndpointURL: fmt.Sprintf("https://%s.example.com/%s", productSlug(product), path),
	}
}
