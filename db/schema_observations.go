package db

import "secobserve/model"

// The tables of observations and what belongs to them.
var (
	// Observations holds the findings (core-observations.md §2).
	Observations = &Table[model.Observation]{
		name: "observations", class: "Observation", plural: "Observations",
		audit: auditDeletions, label: func(r *model.Observation) string { return r.Title },
		id: func(r *model.Observation) *model.ID { return &r.ID },
		refs: []Ref[model.Observation]{
			{Name: "product", To: "products", OnDelete: Protect, Get: func(r *model.Observation) model.ID { return r.Product }},
			{Name: "branch", To: "branches", OnDelete: Cascade, Get: func(r *model.Observation) model.ID { return r.Branch }},
			{Name: "origin_service", To: "services", OnDelete: Protect, Get: func(r *model.Observation) model.ID { return r.OriginService }},
			{Name: "parser", To: "parsers", OnDelete: Protect, Get: func(r *model.Observation) model.ID { return r.Parser }},
			{Name: "vulnerability_check", To: "vulnerability_checks", OnDelete: SetNull,
				Get: func(r *model.Observation) model.ID { return r.VulnerabilityCheck },
				Set: func(r *model.Observation, id model.ID) { r.VulnerabilityCheck = id }},
		},
		columns: []Column[model.Observation]{
			text("title", func(r *model.Observation) string { return r.Title }),
			text("vulnerability_id", func(r *model.Observation) string { return r.VulnerabilityID }),
			text("vulnerability_id_aliases", func(r *model.Observation) string { return r.VulnerabilityIDAliases }),
			enumNumber("severity_rank", func(r *model.Observation) int64 { return int64(r.CurrentSeverity.Rank()) }),
			enum("current_status", func(r *model.Observation) string { return string(r.CurrentStatus) }),
			optional("current_priority", func(r *model.Observation) *int { return r.CurrentPriority }),
			text("origin_component_name_version", func(r *model.Observation) string { return r.OriginComponentNameVersion }),
			enum("origin_component_purl_type", func(r *model.Observation) string { return r.OriginComponentPURLType }),
			text("origin_component_purl", func(r *model.Observation) string { return r.OriginComponentPURL }),
			text("origin_component_cpe", func(r *model.Observation) string { return r.OriginComponentCPE }),
			text("origin_component_cyclonedx_bom_link", func(r *model.Observation) string { return r.OriginComponentCycloneDXBOMLink }),
			text("origin_docker_image_name_tag_short", func(r *model.Observation) string { return r.OriginDockerImageNameTagShort }),
			text("origin_endpoint_hostname", func(r *model.Observation) string { return r.OriginEndpointHostname }),
			text("origin_source_file", func(r *model.Observation) string { return r.OriginSourceFile }),
			text("origin_cloud_qualified_resource", func(r *model.Observation) string { return r.OriginCloudQualifiedResource }),
			text("origin_kubernetes_qualified_resource", func(r *model.Observation) string { return r.OriginKubernetesQualifiedResource }),
			flag("has_component", func(r *model.Observation) bool { return r.OriginComponentName != "" }),
			optional("origin_source_line_start", func(r *model.Observation) *int { return r.OriginSourceLineStart }),
			enum("scanner", func(r *model.Observation) string { return r.Scanner }),
			enum("scanner_name", func(r *model.Observation) string { return model.ScannerName(r.Scanner) }),
			text("upload_filename", func(r *model.Observation) string { return r.UploadFilename }),
			enum("api_configuration_name", func(r *model.Observation) string { return r.APIConfigurationName }),
			flag("has_potential_duplicates", func(r *model.Observation) bool { return r.HasPotentialDuplicates }),
			{Name: "fix_available", Bitmap: true, Int: func(r *model.Observation) (int64, bool) {
				if r.FixAvailable == nil {
					return 0, false
				}
				return boolInt(*r.FixAvailable), true
			}},
			flag("cve_known_exploited", func(r *model.Observation) bool { return r.CVEFoundIn != "" }),
			optional("update_impact_score", func(r *model.Observation) *int { return r.UpdateImpactScore }),
			{Name: "epss_score", Int: func(r *model.Observation) (int64, bool) {
				if r.EPSSScore == nil {
					return 0, false
				}
				return int64(*r.EPSSScore*1000 + 0.5), true
			}},
			moment("last_observation_log", func(r *model.Observation) model.Time { return r.LastObservationLog }),
		},
		unindexed: []string{
			"description", "recommendation",
			"parser_severity", "rule_severity", "rule_rego_severity", "assessment_severity",
			"parser_status", "vex_status", "rule_status", "rule_rego_status", "assessment_status",
			"scanner_observation_id",
			"origin_component_version", "origin_component_type", "origin_component_dependencies",
			"origin_docker_image_name", "origin_docker_image_tag", "origin_docker_image_name_tag", "origin_docker_image_digest",
			"origin_endpoint_url", "origin_source_line_end", "origin_source_file_link",
			"cvss3_score", "cvss3_vector", "cvss4_score", "cvss4_vector", "cwe", "epss_percentile",
			"found", "import_last_seen", "created", "modified", "identity_hash", "references", "report_fingerprint",
		},
	}

	// ObservationLogs holds the history of observations (core-observations.md §11).
	ObservationLogs = &Table[model.ObservationLog]{
		name: "observation_logs", class: "Observation_Log", plural: "Observation_Logs",
		id: func(r *model.ObservationLog) *model.ID { return &r.ID },
		refs: []Ref[model.ObservationLog]{
			{Name: "observation", To: "observations", OnDelete: Cascade, Stored: true,
				Get: func(r *model.ObservationLog) model.ID { return r.Observation }},
			{Name: "user", To: "users", OnDelete: Protect, Get: func(r *model.ObservationLog) model.ID { return r.User }},
			{Name: "approval_user", To: "users", OnDelete: Protect, Get: func(r *model.ObservationLog) model.ID { return r.ApprovalUser }},
		},
		columns: []Column[model.ObservationLog]{
			{Name: "observation_id", Ref: func(r *model.ObservationLog) model.ID { return r.Observation }},
			enum("severity", func(r *model.ObservationLog) string { return string(r.Severity) }),
			enum("status", func(r *model.ObservationLog) string { return string(r.Status) }),
			optional("priority", func(r *model.ObservationLog) *int { return r.Priority }),
			text("comment", func(r *model.ObservationLog) string { return r.Comment }),
			moment("created", func(r *model.ObservationLog) model.Time { return r.Created }),
			enum("assessment_status", func(r *model.ObservationLog) string { return string(r.AssessmentStatus) }),
			moment("approval_date", func(r *model.ObservationLog) model.Time { return r.ApprovalDate }),
			enum("vex_justification", func(r *model.ObservationLog) string { return string(r.VexJustification) }),
		},
	}

	// Evidences holds the raw texts of reports (core-observations.md §13).
	Evidences = &Table[model.Evidence]{
		name: "evidences", class: "Evidence", plural: "Evidences",
		id: func(r *model.Evidence) *model.ID { return &r.ID },
		refs: []Ref[model.Evidence]{
			{Name: "observation", To: "observations", OnDelete: Cascade, Stored: true,
				Get: func(r *model.Evidence) model.ID { return r.Observation }},
		},
		columns: []Column[model.Evidence]{
			{Name: "observation_id", Ref: func(r *model.Evidence) model.ID { return r.Observation }},
			enum("name", func(r *model.Evidence) string { return r.Name }),
		},
		unindexed: []string{"text"},
		texts:     func(r *model.Evidence) [][]byte { return [][]byte{r.Text} },
	}

	// PotentialDuplicates holds pairs of observations that may be the same finding (core-observations.md §12).
	PotentialDuplicates = &Table[model.PotentialDuplicate]{
		name: "potential_duplicates", class: "Potential_Duplicate", plural: "Potential_Duplicates",
		id: func(r *model.PotentialDuplicate) *model.ID { return &r.ID },
		refs: []Ref[model.PotentialDuplicate]{
			{Name: "observation", To: "observations", OnDelete: Cascade, Stored: true,
				Get: func(r *model.PotentialDuplicate) model.ID { return r.Observation }},
			{Name: "potential_duplicate_observation", To: "observations", OnDelete: Cascade, Stored: true,
				Get: func(r *model.PotentialDuplicate) model.ID { return r.PotentialDuplicateObservation }},
		},
		columns: []Column[model.PotentialDuplicate]{
			{Name: "observation_id", Ref: func(r *model.PotentialDuplicate) model.ID { return r.Observation }},
			{Name: "other_id", Ref: func(r *model.PotentialDuplicate) model.ID { return r.PotentialDuplicateObservation }},
			enum("type", func(r *model.PotentialDuplicate) string { return string(r.Type) }),
		},
	}
)
