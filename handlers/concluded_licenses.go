package handlers

import (
	"secobserve/auth"
	"secobserve/db"
	"secobserve/db/columnar"
	"secobserve/handlers/schema"
	"secobserve/model"
)

var concludedLicenseList = list[model.ConcludedLicense]{
	table: db.ConcludedLicenses,
	scope: inProducts(db.ConcludedLicenses, "product", visible),
	filters: []filter{
		reference(db.ConcludedLicenses, "product", "product", memberOf),
		reference(db.ConcludedLicenses, "user", "user", exists(db.Users)),
		reference(db.ConcludedLicenses, "manual_concluded_spdx_license", "manual_concluded_spdx_license", exists(db.Licenses)),
		exact(db.ConcludedLicenses, "component_purl_type", "component_purl_type"),
		contains(db.ConcludedLicenses, "component_name", "component_name"),
		contains(db.ConcludedLicenses, "component_version", "component_version"),
		contains(db.ConcludedLicenses, "manual_concluded_license_expression", "expression"),
		contains(db.ConcludedLicenses, "manual_concluded_non_spdx_license", "non_spdx"),
		moment(db.ConcludedLicenses, "last_updated", "last_updated"),
		age(db.ConcludedLicenses, "last_updated"),
	},
	orders: map[string]func(*call) []columnar.Key{
		"product_data.name":                   byRef(db.ConcludedLicenses, "product", db.Products, "name"),
		"component_name_version":              by(db.ConcludedLicenses, "component_name", "component_version", "component_purl_type"),
		"manual_concluded_spdx_license_id":    by(db.ConcludedLicenses, "spdx_id"),
		"manual_concluded_license_expression": by(db.ConcludedLicenses, "expression"),
		"manual_concluded_non_spdx_license":   by(db.ConcludedLicenses, "non_spdx"),
		"user_data.full_name":                 byRef(db.ConcludedLicenses, "user", db.Users, "full_name"),
		"last_updated":                        by(db.ConcludedLicenses, "last_updated"),
	},
}

// listConcludedLicenses lists the licenses that people have concluded.
//
//	@Summary	Lists the licenses that people have concluded
//	@ID	concluded_licenses_list
//	@Tags	concluded_licenses
//	@Param	age	query	string	false	"age" Enums(Past 30 days, Past 365 days, Past 7 days, Past 90 days, Today)
//	@Param	component_name	query	string	false	"component name"
//	@Param	component_purl_type	query	string	false	"component purl type"
//	@Param	component_version	query	string	false	"component version"
//	@Param	last_updated	query	string	false	"last updated" Format(date-time)
//	@Param	manual_concluded_license_expression	query	string	false	"manual concluded license expression"
//	@Param	manual_concluded_non_spdx_license	query	string	false	"manual concluded non spdx license"
//	@Param	manual_concluded_spdx_license	query	int	false	"manual concluded spdx license"
//	@Param	ordering	query	[]string	false	"ordering" Enums(-component_name_version, -last_updated, -manual_concluded_license_expression, -manual_concluded_non_spdx_license, -manual_concluded_spdx_license_id, -product_data.name, -user_data.full_name, component_name_version, last_updated, manual_concluded_license_expression, manual_concluded_non_spdx_license, manual_concluded_spdx_license_id, product_data.name, user_data.full_name) collectionFormat(csv)
//	@Param	page	query	int	false	"page"
//	@Param	page_size	query	int	false	"page size"
//	@Param	product	query	int	false	"product"
//	@Param	search	query	string	false	"accepted and ignored"
//	@Param	user	query	int	false	"user"
//	@Produce	json
//	@Success	200	{object}	schema.Page[schema.ConcludedLicenseList]
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/concluded_licenses/	[get]
func (s *Server) listConcludedLicenses(c *call) (reply, error) {
	return concludedLicenseList.serve(c, shown(func(row *model.ConcludedLicense) (any, error) {
		product, err := c.showProductSmall(row.Product)
		if err != nil {
			return nil, err
		}
		user, err := db.Users.Get(c.tx, row.User)
		if err != nil {
			return nil, err
		}
		return schema.ConcludedLicenseList{ID: row.ID, ProductData: product, UserData: c.showUserListed(user),
			ConcludedLicenseFields: c.concludedLicenseFields(row)}, nil
	}))
}

// getConcludedLicense shows a license that a person has concluded.
//
//	@Summary	Shows a license that a person has concluded
//	@ID	concluded_licenses_retrieve
//	@Tags	concluded_licenses
//	@Param	id	path	int	true	"id"
//	@Produce	json
//	@Success	200	{object}	schema.ConcludedLicense
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/concluded_licenses/{id}/	[get]
func (s *Server) getConcludedLicense(c *call) (reply, error) {
	row, err := c.concludedLicense(auth.ConcludedLicenseView)
	if err != nil {
		return reply{}, err
	}
	p, err := newProductPresenter(c)
	if err != nil {
		return reply{}, err
	}
	product, err := db.Products.Get(c.tx, row.Product)
	if err != nil {
		return reply{}, err
	}
	nested, err := p.nested(product)
	if err != nil {
		return reply{}, err
	}
	user, err := db.Users.Get(c.tx, row.User)
	if err != nil {
		return reply{}, err
	}
	return ok(schema.ConcludedLicense{ID: row.ID, ProductData: nested, UserData: c.showUserListed(user),
		ConcludedLicenseFields: c.concludedLicenseFields(row)}), nil
}

// deleteConcludedLicense forgets a concluded license; components that have it keep it.
//
//	@Summary	Forgets a concluded license; components that have it keep it
//	@ID	concluded_licenses_destroy
//	@Tags	concluded_licenses
//	@Param	id	path	int	true	"id"
//	@Success	204
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/concluded_licenses/{id}/	[delete]
func (s *Server) deleteConcludedLicense(c *call) (reply, error) {
	row, err := c.concludedLicense(auth.ConcludedLicenseDelete)
	if err != nil {
		return reply{}, err
	}
	return noContent(), db.ConcludedLicenses.Delete(c.tx, row.ID)
}

func (c *call) concludedLicense(permission auth.Permission) (*model.ConcludedLicense, error) {
	return ofProduct(c, db.ConcludedLicenses, permission, func(r *model.ConcludedLicense) model.ID { return r.Product })
}

func (c *call) concludedLicenseFields(row *model.ConcludedLicense) schema.ConcludedLicenseFields {
	return schema.ConcludedLicenseFields{
		ComponentNameVersion: row.ComponentNameVersion(), ManualConcludedSPDXLicenseID: row.License.SPDXID,
		ComponentPURLType: row.ComponentPURLType, ComponentName: row.ComponentName, ComponentVersion: row.ComponentVersion,
		ManualConcludedLicenseExpression: row.License.Expression, ManualConcludedNonSPDXLicense: row.License.NonSPDX,
		LastUpdated: c.timestamp(row.LastUpdated), Product: row.Product, ManualConcludedSPDXLicense: optionalID(row.License.License), User: row.User,
	}
}
