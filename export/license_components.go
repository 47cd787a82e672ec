package export

import (
	"iter"

	"secobserve/db"
	"secobserve/model"
)

// LicenseComponent is a license component with the names of what it refers to, as a table shows it.
type LicenseComponent struct {
	*model.LicenseComponent
	BranchName, ServiceName, ProductName, Dependencies string
	// LastSeen is when an import last saw the component.
	LastSeen model.Time
}

// LicenseComponentColumns are the columns of the table of license components, in their order (licenses.md §9.5).
var LicenseComponentColumns = []Column[LicenseComponent]{
	{"branch", func(c LicenseComponent) Cell { return Text(c.BranchName) }},
	{"branch_id", func(c LicenseComponent) Cell { return ID(c.Branch) }},
	{"component_cpe", func(c LicenseComponent) Cell { return Text(c.ComponentCPE) }},
	{"component_cyclonedx_bom_link", func(c LicenseComponent) Cell { return Text(c.ComponentCycloneDXBOMLink) }},
	{"component_dependencies", func(c LicenseComponent) Cell { return Text(c.Dependencies) }},
	{"component_name", func(c LicenseComponent) Cell { return Text(c.ComponentName) }},
	{"component_name_version", func(c LicenseComponent) Cell { return Text(c.ComponentNameVersion) }},
	{"component_purl", func(c LicenseComponent) Cell { return Text(c.ComponentPURL) }},
	{"component_purl_type", func(c LicenseComponent) Cell { return Text(c.ComponentPURLType) }},
	{"component_type", func(c LicenseComponent) Cell { return Text(c.ComponentType) }},
	{"component_version", func(c LicenseComponent) Cell { return Text(c.ComponentVersion) }},
	{"created", func(c LicenseComponent) Cell { return Time(c.Created) }},
	{"effective_license_expression", func(c LicenseComponent) Cell { return Text(c.Effective().ShownExpression()) }},
	{"effective_license_name", func(c LicenseComponent) Cell { return Text(c.Effective().ShownName()) }},
	{"effective_multiple_licenses", func(c LicenseComponent) Cell { return Text(c.Effective().ShownMultiple()) }},
	{"effective_non_spdx_license", func(c LicenseComponent) Cell { return Text(c.Effective().ShownNonSPDX()) }},
	{"effective_spdx_license", func(c LicenseComponent) Cell { return Text(c.Effective().SPDXID) }},
	{"effective_spdx_license_id", func(c LicenseComponent) Cell { return ID(c.Effective().License) }},
	{"evaluation_result", func(c LicenseComponent) Cell { return Text(c.EvaluationResult) }},
	{"id", func(c LicenseComponent) Cell { return ID(c.ID) }},
	{"import_last_seen", func(c LicenseComponent) Cell { return Time(c.LastSeen) }},
	{"imported_concluded_license_expression", func(c LicenseComponent) Cell { return Text(c.ImportedConcluded.ShownExpression()) }},
	{"imported_concluded_license_name", func(c LicenseComponent) Cell { return Text(c.ImportedConcluded.ShownName()) }},
	{"imported_concluded_multiple_licenses", func(c LicenseComponent) Cell { return Text(c.ImportedConcluded.ShownMultiple()) }},
	{"imported_concluded_non_spdx_license", func(c LicenseComponent) Cell { return Text(c.ImportedConcluded.ShownNonSPDX()) }},
	{"imported_concluded_spdx_license", func(c LicenseComponent) Cell { return Text(c.ImportedConcluded.SPDXID) }},
	{"imported_concluded_spdx_license_id", func(c LicenseComponent) Cell { return ID(c.ImportedConcluded.License) }},
	{"imported_declared_license_expression", func(c LicenseComponent) Cell { return Text(c.ImportedDeclared.ShownExpression()) }},
	{"imported_declared_license_name", func(c LicenseComponent) Cell { return Text(c.ImportedDeclared.ShownName()) }},
	{"imported_declared_multiple_licenses", func(c LicenseComponent) Cell { return Text(c.ImportedDeclared.ShownMultiple()) }},
	{"imported_declared_non_spdx_license", func(c LicenseComponent) Cell { return Text(c.ImportedDeclared.ShownNonSPDX()) }},
	{"imported_declared_spdx_license", func(c LicenseComponent) Cell { return Text(c.ImportedDeclared.SPDXID) }},
	{"imported_declared_spdx_license_id", func(c LicenseComponent) Cell { return ID(c.ImportedDeclared.License) }},
	{"last_change", func(c LicenseComponent) Cell { return Time(c.LastChange) }},
	{"manual_concluded_comment", func(c LicenseComponent) Cell { return Text(c.ManualConcludedComment) }},
	{"manual_concluded_license_expression", func(c LicenseComponent) Cell { return Text(c.ManualConcluded.ShownExpression()) }},
	{"manual_concluded_license_name", func(c LicenseComponent) Cell { return Text(c.ManualConcluded.ShownName()) }},
	{"manual_concluded_non_spdx_license", func(c LicenseComponent) Cell { return Text(c.ManualConcluded.ShownNonSPDX()) }},
	{"manual_concluded_spdx_license", func(c LicenseComponent) Cell { return Text(c.ManualConcluded.SPDXID) }},
	{"manual_concluded_spdx_license_id", func(c LicenseComponent) Cell { return ID(c.ManualConcluded.License) }},
	{"numerical_evaluation_result", func(c LicenseComponent) Cell { return Int(c.EvaluationResult.Number()) }},
	{"origin_service", func(c LicenseComponent) Cell { return Text(c.ServiceName) }},
	{"origin_service_id", func(c LicenseComponent) Cell { return ID(c.OriginService) }},
	{"product", func(c LicenseComponent) Cell { return Text(c.ProductName) }},
	{"product_id", func(c LicenseComponent) Cell { return ID(c.Product) }},
	{"upload_filename", func(c LicenseComponent) Cell { return Text(c.UploadFilename) }},
}

// LicenseComponents yields the license components with the given ids, in their order. One row is decoded at a time.
func LicenseComponents(tx *db.Tx, ids []uint32) iter.Seq2[LicenseComponent, error] {
	branches := lookup[string]{find: nameOf(tx, db.Branches, func(b *model.Branch) string { return b.Name })}
	services := lookup[string]{find: nameOf(tx, db.Services, func(s *model.Service) string { return s.Name })}
	products := lookup[string]{find: nameOf(tx, db.Products, func(p *model.Product) string { return p.Name })}
	checks := lookup[model.Time]{find: nameOf(tx, db.VulnerabilityChecks, func(c *model.VulnerabilityCheck) model.Time { return c.ComponentsLastSeen })}
	return func(yield func(LicenseComponent, error) bool) {
		for _, id := range ids {
			row, err := db.LicenseComponents.Get(tx, model.ID(id))
			if err != nil {
				yield(LicenseComponent{}, err)
				return
			}
			c := LicenseComponent{LicenseComponent: row, BranchName: branches.get(row.Branch, &err), ServiceName: services.get(row.OriginService, &err),
				ProductName: products.get(row.Product, &err), Dependencies: db.Text(tx, row.ComponentDependencies)}
			c.LastSeen = row.LastSeen(checks.get(row.VulnerabilityCheck, &err))
			if !yield(c, err) || err != nil {
				return
			}
		}
	}
}
