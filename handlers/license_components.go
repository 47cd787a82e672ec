package handlers

import (
	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/auth"
	"secobserve/db"
	"secobserve/db/columnar"
	"secobserve/handlers/rest"
	"secobserve/handlers/schema"
	"secobserve/model"
)

// licenseComponentList is the list of license components; license_component_ids shows the same rows (licenses.md §9.1).
var licenseComponentList = list[model.LicenseComponent]{
	table: db.LicenseComponents,
	scope: inProducts(db.LicenseComponents, "product", visible),
	filters: []filter{
		reference(db.LicenseComponents, "product", "product", memberOf),
		productGroup(db.LicenseComponents, "product_group", "product"),
		reference(db.LicenseComponents, "branch", "branch", memberOfBranch),
		reference(db.LicenseComponents, "origin_service", "origin_service", memberOfService),
		refExact(db.LicenseComponents, "branch_name_exact", "branch", db.Branches, "name"),
		without(db.LicenseComponents, "without_branch", "branch"),
		evaluationResult(db.LicenseComponents, "evaluation_result"),
		choice(db.LicenseComponents, "component_type", "component_type", model.ComponentTypes),
		exact(db.LicenseComponents, "component_purl_type", "component_purl_type"),
		exact(db.LicenseComponents, "effective_license_name_exact", "effective_license_name"),
		contains(db.LicenseComponents, "effective_license_name", "effective_license_name"),
		contains(db.LicenseComponents, "effective_license_spdx_id", "effective_license_spdx_id"),
		contains(db.LicenseComponents, "effective_license_expression", "effective_license_expression"),
		contains(db.LicenseComponents, "effective_non_spdx_license", "effective_non_spdx_license"),
		contains(db.LicenseComponents, "component_name_version", "component_name_version"),
		contains(db.LicenseComponents, "manual_concluded_comment", "manual_concluded_comment"),
		age(db.LicenseComponents, "last_change"),
	},
	orders: licenseComponentOrders(),
}

func licenseComponentOrders() map[string]func(*call) []columnar.Key {
	t := db.LicenseComponents
	license, component := by(t, "effective_license_name"), by(t, "component_name_version")
	result := by(t, "numerical_evaluation_result")
	followed := func(first func(*call) []columnar.Key) func(*call) []columnar.Key {
		return byAll(first, license, result, component)
	}
	return map[string]func(*call) []columnar.Key{
		"license_data.spdx_id":         by(t, "effective_license_spdx_id"),
		"effective_license_expression": by(t, "effective_license_expression"),
		"effective_non_spdx_license":   by(t, "effective_non_spdx_license"),
		"last_change":                  by(t, "last_change"),
		"component_name_version":       component,
		"component_name_version_type":  component,
		"effective_license_name":       byAll(license, result, component),
		"evaluation_result":            byAll(result, license, component),
		"branch_name":                  followed(byRef(t, "branch", db.Branches, "name")),
		"component_type":               byAll(by(t, "component_type"), result, license, component),
		"component_purl_type":          byAll(by(t, "component_purl_type"), result, license, component),
		"origin_service_name":          followed(byRef(t, "origin_service", db.Services, "name")),
		"manual_concluded_comment":     byAll(by(t, "manual_concluded_comment"), license, component),
	}
}

// evaluationResult filters by what the license policy says, which the index knows by its number.
func evaluationResult[T any](t *db.Table[T], name string) filter {
	col, names := t.Column("numerical_evaluation_result"), textsOf(model.EvaluationResults)
	return filter{name, func(c *call, q rest.Query, name string, _ *roaring.Bitmap) (*roaring.Bitmap, error) {
		value, err := q.Choice(name, names)
		if err != nil || value == "" {
			return nil, err
		}
		return t.Index(c.tx).EqualInt(col, int64(model.EvaluationResult(value).Number())), nil
	}}
}

// listLicenseComponents lists the components of SBOMs with their licenses.
//
//	@Summary	Lists the components of SBOMs with their licenses
//	@ID	license_components_list
//	@Tags	license_components
//	@Param	age	query	string	false	"age" Enums(Past 30 days, Past 365 days, Past 7 days, Past 90 days, Today)
//	@Param	branch	query	int	false	"branch"
//	@Param	branch_name_exact	query	string	false	"branch name exact"
//	@Param	component_name_version	query	string	false	"component name version"
//	@Param	component_purl_type	query	string	false	"component purl type"
//	@Param	component_type	query	string	false	"component type" Enums(Application, Container, Cryptographic asset, Data, Device, Device driver, File, Firmware, Framework, Library, Machine learning model, Operating system, Platform)
//	@Param	effective_license_expression	query	string	false	"effective license expression"
//	@Param	effective_license_name	query	string	false	"effective license name"
//	@Param	effective_license_name_exact	query	string	false	"effective license name exact"
//	@Param	effective_license_spdx_id	query	string	false	"effective license spdx id"
//	@Param	effective_non_spdx_license	query	string	false	"effective non spdx license"
//	@Param	evaluation_result	query	string	false	"evaluation result" Enums(Allowed, Forbidden, Ignored, Review required, Unknown)
//	@Param	manual_concluded_comment	query	string	false	"manual concluded comment"
//	@Param	ordering	query	[]string	false	"ordering" Enums(-branch_name, -component_name_version_type, -component_purl_type, -component_type, -effective_license_expression, -effective_license_name, -effective_non_spdx_license, -evaluation_result, -last_change, -license_data.spdx_id, -manual_concluded_comment, -origin_service_name, branch_name, component_name_version_type, component_purl_type, component_type, effective_license_expression, effective_license_name, effective_non_spdx_license, evaluation_result, last_change, license_data.spdx_id, manual_concluded_comment, origin_service_name) collectionFormat(csv)
//	@Param	origin_service	query	int	false	"origin service"
//	@Param	page	query	int	false	"page"
//	@Param	page_size	query	int	false	"page size"
//	@Param	product	query	int	false	"product"
//	@Param	product_group	query	int	false	"product group"
//	@Param	without_branch	query	bool	false	"only those that belong to no branch"
//	@Produce	json
//	@Success	200	{object}	schema.Page[schema.LicenseComponentList]
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_components/	[get]
func (s *Server) listLicenseComponents(c *call) (reply, error) {
	p, err := newObservationPresenter(c)
	if err != nil {
		return reply{}, err
	}
	return licenseComponentList.serve(c, shown(func(row *model.LicenseComponent) (any, error) { return p.licenseComponent(row) }))
}

// listLicenseComponentIDs lists the ids of license components.
//
//	@Summary	Lists the ids of license components
//	@ID	license_component_ids_list
//	@Tags	license_component_ids
//	@Param	age	query	string	false	"age" Enums(Past 30 days, Past 365 days, Past 7 days, Past 90 days, Today)
//	@Param	branch	query	int	false	"branch"
//	@Param	branch_name_exact	query	string	false	"branch name exact"
//	@Param	component_name_version	query	string	false	"component name version"
//	@Param	component_purl_type	query	string	false	"component purl type"
//	@Param	component_type	query	string	false	"component type" Enums(Application, Container, Cryptographic asset, Data, Device, Device driver, File, Firmware, Framework, Library, Machine learning model, Operating system, Platform)
//	@Param	effective_license_expression	query	string	false	"effective license expression"
//	@Param	effective_license_name	query	string	false	"effective license name"
//	@Param	effective_license_name_exact	query	string	false	"effective license name exact"
//	@Param	effective_license_spdx_id	query	string	false	"effective license spdx id"
//	@Param	effective_non_spdx_license	query	string	false	"effective non spdx license"
//	@Param	evaluation_result	query	string	false	"evaluation result" Enums(Allowed, Forbidden, Ignored, Review required, Unknown)
//	@Param	manual_concluded_comment	query	string	false	"manual concluded comment"
//	@Param	ordering	query	[]string	false	"ordering" Enums(-branch_name, -component_name_version_type, -component_purl_type, -component_type, -effective_license_expression, -effective_license_name, -effective_non_spdx_license, -evaluation_result, -last_change, -license_data.spdx_id, -manual_concluded_comment, -origin_service_name, branch_name, component_name_version_type, component_purl_type, component_type, effective_license_expression, effective_license_name, effective_non_spdx_license, evaluation_result, last_change, license_data.spdx_id, manual_concluded_comment, origin_service_name) collectionFormat(csv)
//	@Param	origin_service	query	int	false	"origin service"
//	@Param	page	query	int	false	"page"
//	@Param	page_size	query	int	false	"page size"
//	@Param	product	query	int	false	"product"
//	@Param	product_group	query	int	false	"product group"
//	@Param	without_branch	query	bool	false	"only those that belong to no branch"
//	@Produce	json
//	@Success	200	{object}	schema.Page[schema.LicenseComponentId]
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_component_ids/	[get]
func (s *Server) listLicenseComponentIDs(c *call) (reply, error) {
	return licenseComponentList.serve(c, shown(func(row *model.LicenseComponent) (any, error) { return schema.LicenseComponentId{ID: row.ID}, nil }))
}

// getLicenseComponent shows a component of an SBOM.
//
//	@Summary	Shows a component of an SBOM
//	@ID	license_components_retrieve
//	@Tags	license_components
//	@Param	id	path	int	true	"id"
//	@Produce	json
//	@Success	200	{object}	schema.LicenseComponent
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_components/{id}/	[get]
func (s *Server) getLicenseComponent(c *call) (reply, error) {
	row, err := c.licenseComponent()
	if err != nil {
		return reply{}, err
	}
	p, err := newObservationPresenter(c)
	if err != nil {
		return reply{}, err
	}
	body, err := p.licenseComponentDetail(row)
	return ok(body), err
}

// getLicenseComponentID shows the id of a license component.
//
//	@Summary	Shows the id of a license component
//	@ID	license_component_ids_retrieve
//	@Tags	license_component_ids
//	@Param	id	path	int	true	"id"
//	@Produce	json
//	@Success	200	{object}	schema.LicenseComponentId
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_component_ids/{id}/	[get]
func (s *Server) getLicenseComponentID(c *call) (reply, error) {
	row, err := c.licenseComponent()
	if err != nil {
		return reply{}, err
	}
	return ok(schema.LicenseComponentId{ID: row.ID}), nil
}

// licenseComponent finds the license component of the path, which the caller has to be allowed to view.
func (c *call) licenseComponent() (*model.LicenseComponent, error) {
	return ofProduct(c, db.LicenseComponents, auth.ProductView, func(r *model.LicenseComponent) model.ID { return r.Product })
}
