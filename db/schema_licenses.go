package db

import "secobserve/model"

// The tables of license components and what belongs to them.
var (
	// LicenseComponents holds the components of SBOMs (licenses.md §5).
	LicenseComponents = &Table[model.LicenseComponent]{
		name: "license_components", class: "License_Component", plural: "License_Components",
		id: func(r *model.LicenseComponent) *model.ID { return &r.ID },
		refs: []Ref[model.LicenseComponent]{
			{Name: "product", To: "products", OnDelete: Protect, Get: func(r *model.LicenseComponent) model.ID { return r.Product }},
			{Name: "branch", To: "branches", OnDelete: Cascade, Get: func(r *model.LicenseComponent) model.ID { return r.Branch }},
			{Name: "origin_service", To: "services", OnDelete: Protect, Get: func(r *model.LicenseComponent) model.ID { return r.OriginService }},
			{Name: "vulnerability_check", To: "vulnerability_checks", OnDelete: SetNull,
				Get: func(r *model.LicenseComponent) model.ID { return r.VulnerabilityCheck },
				Set: func(r *model.LicenseComponent, id model.ID) { r.VulnerabilityCheck = id }},
		},
		columns: []Column[model.LicenseComponent]{
			text("component_name_version", func(r *model.LicenseComponent) string { return r.ComponentNameVersion }),
			enum("component_type", func(r *model.LicenseComponent) string { return string(r.ComponentType) }),
			enum("component_purl_type", func(r *model.LicenseComponent) string { return r.ComponentPURLType }),
			// effective_license_kind holds the model.LicenseKind of the effective license.
			enumNumber("effective_license_kind", func(r *model.LicenseComponent) int64 { return int64(r.Effective().Kind()) }),
			text("effective_license_name", func(r *model.LicenseComponent) string { return r.Effective().ShownName() }),
			text("effective_license_spdx_id", func(r *model.LicenseComponent) string { return r.Effective().SPDXID }),
			text("effective_license_expression", func(r *model.LicenseComponent) string { return r.Effective().ShownExpression() }),
			text("effective_non_spdx_license", func(r *model.LicenseComponent) string { return r.Effective().ShownNonSPDX() }),
			enumNumber("numerical_evaluation_result", func(r *model.LicenseComponent) int64 { return int64(r.EvaluationResult.Number()) }),
			// evaluation_reason holds the key of the reason.
			text("evaluation_reason", func(r *model.LicenseComponent) string { return r.EvaluationReason.Key() }),
			enum("manual_concluded_comment", func(r *model.LicenseComponent) string { return r.ManualConcludedComment }),
			moment("last_change", func(r *model.LicenseComponent) model.Time { return r.LastChange }),
		},
		texts: func(r *model.LicenseComponent) [][]byte { return [][]byte{r.ComponentDependencies} },
	}

	// LicenseComponentEvidences holds the raw texts of SBOMs (licenses.md §5).
	LicenseComponentEvidences = &Table[model.LicenseComponentEvidence]{
		name: "license_component_evidences", class: "License_Component_Evidence", plural: "License_Component_Evidences",
		id: func(r *model.LicenseComponentEvidence) *model.ID { return &r.ID },
		refs: []Ref[model.LicenseComponentEvidence]{
			{Name: "license_component", To: "license_components", OnDelete: Cascade, Stored: true,
				Get: func(r *model.LicenseComponentEvidence) model.ID { return r.LicenseComponent }},
		},
		columns: []Column[model.LicenseComponentEvidence]{
			{Name: "license_component_id", Ref: func(r *model.LicenseComponentEvidence) model.ID { return r.LicenseComponent }},
			enum("name", func(r *model.LicenseComponentEvidence) string { return r.Name }),
		},
		texts: func(r *model.LicenseComponentEvidence) [][]byte { return [][]byte{r.Text} },
	}

	// ConcludedLicenses holds the conclusions of persons, which imports apply (licenses.md §9.4).
	ConcludedLicenses = &Table[model.ConcludedLicense]{
		name: "concluded_licenses", class: "Concluded_License", plural: "Concluded_Licenses",
		id: func(r *model.ConcludedLicense) *model.ID { return &r.ID },
		uniques: []Unique[model.ConcludedLicense]{{Name: "component", Key: func(r *model.ConcludedLicense) []byte {
			return Key(r.Product, r.ComponentPURLType, r.ComponentName, r.ComponentVersion)
		}}},
		refs: []Ref[model.ConcludedLicense]{
			{Name: "product", To: "products", OnDelete: Cascade, Get: func(r *model.ConcludedLicense) model.ID { return r.Product }},
			{Name: "user", To: "users", OnDelete: Protect, Get: func(r *model.ConcludedLicense) model.ID { return r.User }},
		},
		columns: []Column[model.ConcludedLicense]{
			text("component_name", func(r *model.ConcludedLicense) string { return r.ComponentName }),
			text("component_version", func(r *model.ConcludedLicense) string { return r.ComponentVersion }),
			enum("component_purl_type", func(r *model.ConcludedLicense) string { return r.ComponentPURLType }),
			{Name: "manual_concluded_spdx_license", Ref: func(r *model.ConcludedLicense) model.ID { return r.License.License }},
			text("spdx_id", func(r *model.ConcludedLicense) string { return r.License.SPDXID }),
			text("expression", func(r *model.ConcludedLicense) string { return r.License.Expression }),
			text("non_spdx", func(r *model.ConcludedLicense) string { return r.License.NonSPDX }),
			moment("last_updated", func(r *model.ConcludedLicense) model.Time { return r.LastUpdated }),
		},
	}
)
