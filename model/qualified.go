package model

import "strings"

// The lengths to which the parts of qualified names are cut (core-observations.md §3.4, §3.5).
const (
	cloudPart          = 122
	kubernetesPart     = 53
	kubernetesNamePart = 143
)

func (o *Observation) normaliseCloud() {
	o.OriginCloudQualifiedResource = joinNonEmpty(ellipsis(o.OriginCloudAccountSubscriptionProject, cloudPart), ellipsis(o.OriginCloudResource, cloudPart))
}

func (o *Observation) normaliseKubernetes() {
	o.OriginKubernetesQualifiedResource = joinNonEmpty(ellipsis(o.OriginKubernetesCluster, kubernetesPart),
		ellipsis(o.OriginKubernetesNamespace, kubernetesPart), ellipsis(o.OriginKubernetesResourceName, kubernetesNamePart))
}

// ellipsis cuts a text that is longer than limit characters to limit, the last three of them dots.
func ellipsis(s string, limit int) string {
	if len(s) <= limit {
		return s
	}
	runes := []rune(s)
	if len(runes) <= limit {
		return s
	}
	return string(runes[:limit-3]) + "..."
}

func joinNonEmpty(parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, " / ")
}
