package handlers

import (
	"secobserve/auth"
	"secobserve/db"
	"secobserve/export"
)

// exportLicenseComponentsCSV sends the license components of a product or a group as a CSV file.
//
//	@Summary	Sends the license components of a product or a group as a CSV file
//	@ID	products_export_license_components_csv_retrieve
//	@Tags	products
//	@Param	id	path	int	true	"id"
//	@Produce	text/csv
//	@Success	200	{file}	binary
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/products/{id}/export_license_components_csv/	[get]
func (s *Server) exportLicenseComponentsCSV(c *call) (reply, error) {
	return c.exportLicenseComponents(asCSV, "license_observations") // the name that clients know
}

// exportLicenseComponentsExcel sends the license components of a product or a group as an Excel file.
//
//	@Summary	Sends the license components of a product or a group as an Excel file
//	@ID	products_export_license_components_excel_retrieve
//	@Tags	products
//	@Param	id	path	int	true	"id"
//	@Produce	application/vnd.openxmlformats-officedocument.spreadsheetml.sheet
//	@Success	200	{file}	binary
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/products/{id}/export_license_components_excel/	[get]
func (s *Server) exportLicenseComponentsExcel(c *call) (reply, error) {
	return c.exportLicenseComponents(asExcel, "license_components")
}

// exportLicenseComponents sends the license components of all branches, the worst first.
func (c *call) exportLicenseComponents(format tableFormat, name string) (reply, error) {
	p, err := c.actionProduct(auth.ProductView)
	if err != nil {
		return reply{}, err
	}
	hits, t := c.licenseComponentsOf(p), db.LicenseComponents
	order := by(t, "numerical_evaluation_result", "effective_license_name", "component_name_version")(c)
	ids := t.Index(c.tx).Page(hits, order, 0, int(hits.GetCardinality()))
	return sendTable(c, format, name, "License Components", export.LicenseComponentColumns, len(ids), export.LicenseComponents(c.tx, ids))
}
