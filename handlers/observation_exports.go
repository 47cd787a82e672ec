package handlers

import (
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/auth"
	"secobserve/db"
	"secobserve/db/columnar"
	"secobserve/export"
	"secobserve/handlers/rest"
	"secobserve/model"
)

// exportObservationsCSV sends the observations of the list as a CSV file.
//
//	@Summary	Sends the observations of the list as a CSV file
//	@ID	observations_export_csv_retrieve
//	@Tags	observations
//	@Param	age	query	string	false	"age" Enums(Past 30 days, Past 365 days, Past 7 days, Past 90 days, Today)
//	@Param	api_configuration_name	query	string	false	"api configuration name"
//	@Param	branch	query	int	false	"branch"
//	@Param	branch_name	query	string	false	"branch name"
//	@Param	current_priority	query	int	false	"current priority"
//	@Param	current_severity	query	[]string	false	"current severity" Enums(Critical, High, Low, Medium, None, Unknown) collectionFormat(multi)
//	@Param	current_status	query	[]string	false	"current status" Enums(Affected, Duplicate, False positive, In review, Not affected, Not security, Open, Resolved, Risk accepted) collectionFormat(multi)
//	@Param	cve_known_exploited	query	string	false	"cve known exploited"
//	@Param	fix_available	query	bool	false	"fix available"
//	@Param	has_potential_duplicates	query	bool	false	"has potential duplicates"
//	@Param	ordering	query	[]string	false	"ordering" Enums(-branch_name, -current_priority, -current_severity, -current_status, -epss_score, -fix_available, -has_potential_duplicates, -id, -last_observation_log, -origin_cloud_qualified_resource, -origin_component_name_version, -origin_component_purl_type, -origin_docker_image_name_tag_short, -origin_endpoint_hostname, -origin_kubernetes_qualified_resource, -origin_service_name, -origin_source_file_short, -parser_data.name, -parser_data.type, -product_data.name, -product_data.product_group_name, -scanner_name, -title, -update_impact_score, branch_name, current_priority, current_severity, current_status, epss_score, fix_available, has_potential_duplicates, id, last_observation_log, origin_cloud_qualified_resource, origin_component_name_version, origin_component_purl_type, origin_docker_image_name_tag_short, origin_endpoint_hostname, origin_kubernetes_qualified_resource, origin_service_name, origin_source_file_short, parser_data.name, parser_data.type, product_data.name, product_data.product_group_name, scanner_name, title, update_impact_score) collectionFormat(csv)
//	@Param	origin_cloud_qualified_resource	query	string	false	"origin cloud qualified resource"
//	@Param	origin_component_cpe	query	string	false	"origin component cpe"
//	@Param	origin_component_cyclonedx_bom_link	query	string	false	"origin component cyclonedx bom link"
//	@Param	origin_component_name_version	query	string	false	"origin component name version"
//	@Param	origin_component_purl	query	string	false	"origin component purl"
//	@Param	origin_component_purl_type	query	string	false	"origin component purl type"
//	@Param	origin_docker_image_name_tag_short	query	string	false	"origin docker image name tag short"
//	@Param	origin_endpoint_hostname	query	string	false	"origin endpoint hostname"
//	@Param	origin_kubernetes_qualified_resource	query	string	false	"origin kubernetes qualified resource"
//	@Param	origin_service	query	int	false	"origin service"
//	@Param	origin_service_name	query	string	false	"origin service name"
//	@Param	origin_source_file	query	string	false	"origin source file"
//	@Param	parser	query	int	false	"parser"
//	@Param	product	query	int	false	"product"
//	@Param	product_group	query	int	false	"product group"
//	@Param	scanner	query	string	false	"scanner"
//	@Param	search	query	string	false	"search"
//	@Param	title	query	string	false	"title"
//	@Param	update_impact_score	query	int	false	"update impact score"
//	@Param	upload_filename	query	string	false	"upload filename"
//	@Produce	text/csv
//	@Success	200	{file}	binary
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/observations/export_csv/	[get]
func (s *Server) exportObservationsCSV(c *call) (reply, error) { return c.exportListed(asCSV) }

// exportObservationsExcel sends the observations of the list as an Excel file.
//
//	@Summary	Sends the observations of the list as an Excel file
//	@ID	observations_export_excel_retrieve
//	@Tags	observations
//	@Param	age	query	string	false	"age" Enums(Past 30 days, Past 365 days, Past 7 days, Past 90 days, Today)
//	@Param	api_configuration_name	query	string	false	"api configuration name"
//	@Param	branch	query	int	false	"branch"
//	@Param	branch_name	query	string	false	"branch name"
//	@Param	current_priority	query	int	false	"current priority"
//	@Param	current_severity	query	[]string	false	"current severity" Enums(Critical, High, Low, Medium, None, Unknown) collectionFormat(multi)
//	@Param	current_status	query	[]string	false	"current status" Enums(Affected, Duplicate, False positive, In review, Not affected, Not security, Open, Resolved, Risk accepted) collectionFormat(multi)
//	@Param	cve_known_exploited	query	string	false	"cve known exploited"
//	@Param	fix_available	query	bool	false	"fix available"
//	@Param	has_potential_duplicates	query	bool	false	"has potential duplicates"
//	@Param	ordering	query	[]string	false	"ordering" Enums(-branch_name, -current_priority, -current_severity, -current_status, -epss_score, -fix_available, -has_potential_duplicates, -id, -last_observation_log, -origin_cloud_qualified_resource, -origin_component_name_version, -origin_component_purl_type, -origin_docker_image_name_tag_short, -origin_endpoint_hostname, -origin_kubernetes_qualified_resource, -origin_service_name, -origin_source_file_short, -parser_data.name, -parser_data.type, -product_data.name, -product_data.product_group_name, -scanner_name, -title, -update_impact_score, branch_name, current_priority, current_severity, current_status, epss_score, fix_available, has_potential_duplicates, id, last_observation_log, origin_cloud_qualified_resource, origin_component_name_version, origin_component_purl_type, origin_docker_image_name_tag_short, origin_endpoint_hostname, origin_kubernetes_qualified_resource, origin_service_name, origin_source_file_short, parser_data.name, parser_data.type, product_data.name, product_data.product_group_name, scanner_name, title, update_impact_score) collectionFormat(csv)
//	@Param	origin_cloud_qualified_resource	query	string	false	"origin cloud qualified resource"
//	@Param	origin_component_cpe	query	string	false	"origin component cpe"
//	@Param	origin_component_cyclonedx_bom_link	query	string	false	"origin component cyclonedx bom link"
//	@Param	origin_component_name_version	query	string	false	"origin component name version"
//	@Param	origin_component_purl	query	string	false	"origin component purl"
//	@Param	origin_component_purl_type	query	string	false	"origin component purl type"
//	@Param	origin_docker_image_name_tag_short	query	string	false	"origin docker image name tag short"
//	@Param	origin_endpoint_hostname	query	string	false	"origin endpoint hostname"
//	@Param	origin_kubernetes_qualified_resource	query	string	false	"origin kubernetes qualified resource"
//	@Param	origin_service	query	int	false	"origin service"
//	@Param	origin_service_name	query	string	false	"origin service name"
//	@Param	origin_source_file	query	string	false	"origin source file"
//	@Param	parser	query	int	false	"parser"
//	@Param	product	query	int	false	"product"
//	@Param	product_group	query	int	false	"product group"
//	@Param	scanner	query	string	false	"scanner"
//	@Param	search	query	string	false	"search"
//	@Param	title	query	string	false	"title"
//	@Param	update_impact_score	query	int	false	"update impact score"
//	@Param	upload_filename	query	string	false	"upload filename"
//	@Produce	application/vnd.openxmlformats-officedocument.spreadsheetml.sheet
//	@Success	200	{file}	binary
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/observations/export_excel/	[get]
func (s *Server) exportObservationsExcel(c *call) (reply, error) { return c.exportListed(asExcel) }

// exportListed sends what the list of observations shows, all pages of it.
func (c *call) exportListed(format tableFormat) (reply, error) {
	order, err := observationList.order(c)
	if err != nil {
		return reply{}, err
	}
	hits, err := observationList.hits(c)
	if err != nil {
		return reply{}, err
	}
	return c.exportObservations(format, db.Observations.Index(c.tx).Page(hits, order, 0, int(hits.GetCardinality())))
}

func (c *call) exportObservations(format tableFormat, ids []uint32) (reply, error) {
	return sendTable(c, format, "observations", "Observations", export.ObservationColumns, len(ids), export.Observations(c.tx, ids))
}

// exportProductObservationsCSV sends the observations of a product or a group as a CSV file.
//
//	@Summary	Sends the observations of a product or a group as a CSV file
//	@ID	products_export_observations_csv_retrieve
//	@Tags	products
//	@Param	id	path	int	true	"id"
//	@Param	status	query	[]string	false	"status" collectionFormat(multi)
//	@Produce	text/csv
//	@Success	200	{file}	binary
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/products/{id}/export_observations_csv/	[get]
func (s *Server) exportProductObservationsCSV(c *call) (reply, error) {
	return c.exportOfProduct(asCSV)
}

// exportProductObservationsExcel sends the observations of a product or a group as an Excel file.
//
//	@Summary	Sends the observations of a product or a group as an Excel file
//	@ID	products_export_observations_excel_retrieve
//	@Tags	products
//	@Param	id	path	int	true	"id"
//	@Param	status	query	[]string	false	"status" collectionFormat(multi)
//	@Produce	application/vnd.openxmlformats-officedocument.spreadsheetml.sheet
//	@Success	200	{file}	binary
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/products/{id}/export_observations_excel/	[get]
func (s *Server) exportProductObservationsExcel(c *call) (reply, error) {
	return c.exportOfProduct(asExcel)
}

func (c *call) exportOfProduct(format tableFormat) (reply, error) {
	p, err := c.actionProduct(auth.ProductView)
	if err != nil {
		return reply{}, err
	}
	statuses, err := c.exportedStatuses()
	if err != nil {
		return reply{}, err
	}
	products := roaring.BitmapOf(uint32(p.ID))
	if p.IsProductGroup {
		products = db.Products.Referring(c.tx, "product_group", p.ID)
	}
	hits := db.Observations.Index(c.tx).AnyRef(db.Observations.Column("product"), products)
	return c.exportObservations(format, inAlphabeticalOrder(c.tx, hits, statuses))
}

// exportedStatuses are the statuses that the request names, alphabetically; all if it names none.
func (c *call) exportedStatuses() ([]model.Status, error) {
	var statuses []model.Status
	for _, name := range rest.QueryOf(c.r).All("status") {
		status := model.Status(name)
		if status != "" && !slices.Contains(model.Statuses, status) {
			return nil, rest.BadRequestf("Status %s is not a valid choice", name)
		}
		if status != "" {
			statuses = append(statuses, status)
		}
	}
	if len(statuses) == 0 {
		statuses = slices.Clone(model.Statuses)
	}
	slices.Sort(statuses)
	return slices.Compact(statuses), nil
}

// inAlphabeticalOrder orders by status, severity and title, all alphabetically: by severity, too, whatever it means.
func inAlphabeticalOrder(tx *db.Tx, hits *roaring.Bitmap, statuses []model.Status) []uint32 {
	idx := db.Observations.Index(tx)
	severities := slices.Sorted(slices.Values(model.Severities))
	order := []columnar.Key{{Col: db.Observations.Column("title")}}
	ids := make([]uint32, 0, hits.GetCardinality())
	for _, status := range statuses {
		ofStatus := roaring.And(hits, idx.EqualText(db.Observations.Column("current_status"), string(status)))
		for _, severity := range severities {
			part := roaring.And(ofStatus, idx.EqualInt(db.Observations.Column("severity_rank"), int64(severity.Rank())))
			ids = append(ids, idx.Page(part, order, 0, int(part.GetCardinality()))...)
		}
	}
	return ids
}
