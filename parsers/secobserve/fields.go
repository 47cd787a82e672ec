package secobserve

import (
	"secobserve/model"
	"secobserve/parsers/rawjson"
)

// fields take over the members of an observation; values of a wrong type count as absent.
var fields = map[string]func(*model.Observation, rawjson.Value){
	"title":                                     text(func(o *model.Observation) *string { return &o.Title }),
	"description":                               text(func(o *model.Observation) *string { return &o.Description }),
	"recommendation":                            text(func(o *model.Observation) *string { return &o.Recommendation }),
	"parser_severity":                           text(func(o *model.Observation) *model.Severity { return &o.ParserSeverity }),
	"parser_status":                             oneOf(model.Statuses, func(o *model.Observation) *model.Status { return &o.ParserStatus }),
	"parser_vex_justification":                  oneOf(model.VexJustifications, func(o *model.Observation) *model.VexJustification { return &o.ParserVexJustification }),
	"scanner":                                   text(func(o *model.Observation) *string { return &o.Scanner }),
	"scanner_observation_id":                    text(func(o *model.Observation) *string { return &o.ScannerObservationID }),
	"vulnerability_id":                          text(func(o *model.Observation) *string { return &o.VulnerabilityID }),
	"vulnerability_id_aliases":                  text(func(o *model.Observation) *string { return &o.VulnerabilityIDAliases }),
	"cvss3_score":                               score(func(o *model.Observation) **float64 { return &o.CVSS3Score }),
	"cvss3_vector":                              text(func(o *model.Observation) *string { return &o.CVSS3Vector }),
	"cvss4_score":                               score(func(o *model.Observation) **float64 { return &o.CVSS4Score }),
	"cvss4_vector":                              text(func(o *model.Observation) *string { return &o.CVSS4Vector }),
	"cwe":                                       number(func(o *model.Observation) **int { return &o.CWE }),
	"origin_component_name":                     text(func(o *model.Observation) *string { return &o.OriginComponentName }),
	"origin_component_version":                  text(func(o *model.Observation) *string { return &o.OriginComponentVersion }),
	"origin_component_name_version":             text(func(o *model.Observation) *string { return &o.OriginComponentNameVersion }),
	"origin_component_type":                     oneOf(model.ComponentTypes, func(o *model.Observation) *model.ComponentType { return &o.OriginComponentType }),
	"origin_component_purl":                     text(func(o *model.Observation) *string { return &o.OriginComponentPURL }),
	"origin_component_cpe":                      text(func(o *model.Observation) *string { return &o.OriginComponentCPE }),
	"origin_component_dependencies":             text(func(o *model.Observation) *string { return &o.OriginComponentDependencies }),
	"origin_component_cyclonedx_bom_link":       text(func(o *model.Observation) *string { return &o.OriginComponentCycloneDXBOMLink }),
	"origin_docker_image_name":                  text(func(o *model.Observation) *string { return &o.OriginDockerImageName }),
	"origin_docker_image_tag":                   text(func(o *model.Observation) *string { return &o.OriginDockerImageTag }),
	"origin_docker_image_name_tag":              text(func(o *model.Observation) *string { return &o.OriginDockerImageNameTag }),
	"origin_docker_image_digest":                text(func(o *model.Observation) *string { return &o.OriginDockerImageDigest }),
	"origin_endpoint_url":                       text(func(o *model.Observation) *string { return &o.OriginEndpointURL }),
	"origin_source_file":                        text(func(o *model.Observation) *string { return &o.OriginSourceFile }),
	"origin_source_line_start":                  number(func(o *model.Observation) **int { return &o.OriginSourceLineStart }),
	"origin_source_line_end":                    number(func(o *model.Observation) **int { return &o.OriginSourceLineEnd }),
	"origin_source_file_link":                   text(func(o *model.Observation) *string { return &o.OriginSourceFileLink }),
	"origin_cloud_provider":                     text(func(o *model.Observation) *string { return &o.OriginCloudProvider }),
	"origin_cloud_account_subscription_project": text(func(o *model.Observation) *string { return &o.OriginCloudAccountSubscriptionProject }),
	"origin_cloud_resource":                     text(func(o *model.Observation) *string { return &o.OriginCloudResource }),
	"origin_cloud_resource_type":                text(func(o *model.Observation) *string { return &o.OriginCloudResourceType }),
	"origin_kubernetes_cluster":                 text(func(o *model.Observation) *string { return &o.OriginKubernetesCluster }),
	"origin_kubernetes_namespace":               text(func(o *model.Observation) *string { return &o.OriginKubernetesNamespace }),
	"origin_kubernetes_resource_type":           text(func(o *model.Observation) *string { return &o.OriginKubernetesResourceType }),
	"origin_kubernetes_resource_name":           text(func(o *model.Observation) *string { return &o.OriginKubernetesResourceName }),
}

type setter = func(*model.Observation, rawjson.Value)

func text[T ~string](field func(*model.Observation) *T) setter {
	return func(o *model.Observation, v rawjson.Value) { *field(o) = T(v.Text()) }
}

// oneOf takes over the values of an enumeration; others count as absent.
func oneOf[T ~string](values []T, field func(*model.Observation) *T) setter {
	return func(o *model.Observation, v rawjson.Value) {
		*field(o) = ""
		for _, value := range values {
			if v.Is(string(value)) {
				*field(o) = value
			}
		}
	}
}

func number(field func(*model.Observation) **int) setter {
	return func(o *model.Observation, v rawjson.Value) { *field(o) = v.Int() }
}

// score takes over a CVSS score, which is between 0 and 10.
func score(field func(*model.Observation) **float64) setter {
	return func(o *model.Observation, v rawjson.Value) {
		*field(o) = nil
		if x, ok := v.Float(); ok && x >= 0 && x <= 10 {
			*field(o) = &x
		}
	}
}
