package handlers

import (
	"errors"

	"secobserve/auth"
	"secobserve/db"
	"secobserve/db/columnar"
	"secobserve/handlers/rest"
	"secobserve/handlers/schema"
	"secobserve/model"
)

var parserList = list[model.Parser]{
	table: db.Parsers,
	filters: []filter{
		contains(db.Parsers, "name", "name"),
		choice(db.Parsers, "type", "type", model.ParserTypes),
		choice(db.Parsers, "source", "source", model.ParserSources),
	},
	orders: map[string]func(*call) []columnar.Key{"name": by(db.Parsers, "name"), "type": by(db.Parsers, "type"), "source": by(db.Parsers, "source")},
	search: []string{"name"},
}

// listParsers lists the readers of report formats.
//
//	@Summary	Lists the readers of report formats
//	@ID	parsers_list
//	@Tags	parsers
//	@Param	name	query	string	false	"name"
//	@Param	ordering	query	[]string	false	"ordering" Enums(-name, -source, -type, name, source, type) collectionFormat(csv)
//	@Param	page	query	int	false	"page"
//	@Param	page_size	query	int	false	"page size"
//	@Param	search	query	string	false	"search"
//	@Param	source	query	string	false	"source" Enums(API, File, Manual, Other, Unknown)
//	@Param	type	query	string	false	"type" Enums(DAST, IAST, Infrastructure, Manual, Other, SAST, SCA, Secrets)
//	@Produce	json
//	@Success	200	{object}	schema.Page[schema.Parser]
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/parsers/	[get]
func (s *Server) listParsers(c *call) (reply, error) {
	return parserList.serve(c, shown(func(p *model.Parser) (any, error) { return showParser(p), nil }))
}

// getParser shows the reader of a report format.
//
//	@Summary	Shows the reader of a report format
//	@ID	parsers_retrieve
//	@Tags	parsers
//	@Param	id	path	int	true	"id"
//	@Produce	json
//	@Success	200	{object}	schema.Parser
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/parsers/{id}/	[get]
func (s *Server) getParser(c *call) (reply, error) {
	id, err := c.pathID("Parser")
	if err != nil {
		return reply{}, err
	}
	p, err := db.Parsers.Get(c.tx, id)
	if errors.Is(err, db.ErrNotFound) {
		return reply{}, rest.NotFound("Parser")
	}
	if err != nil {
		return reply{}, err
	}
	return ok(showParser(p)), nil
}

func showParser(p *model.Parser) schema.Parser {
	return schema.Parser{ID: p.ID, Name: p.Name, Type: p.Type, Source: p.Source, SBOM: p.SBOM, ModuleName: p.ModuleName, ClassName: p.ClassName}
}

var checkList = list[model.VulnerabilityCheck]{
	table: db.VulnerabilityChecks,
	scope: inProducts(db.VulnerabilityChecks, "product", visible),
	filters: []filter{
		reference(db.VulnerabilityChecks, "product", "product", memberOf),
		reference(db.VulnerabilityChecks, "branch", "branch", memberOfBranch),
		reference(db.VulnerabilityChecks, "service", "service", memberOfService),
		contains(db.VulnerabilityChecks, "scanner", "scanner"),
		contains(db.VulnerabilityChecks, "filename", "filename"),
		contains(db.VulnerabilityChecks, "api_configuration_name", "api_configuration_name"),
	},
	orders: map[string]func(*call) []columnar.Key{
		"product":                           by(db.VulnerabilityChecks, "product"),
		"branch_name":                       byRef(db.VulnerabilityChecks, "branch", db.Branches, "name"),
		"service_name":                      byRef(db.VulnerabilityChecks, "service", db.Services, "name"),
		"scanner_name":                      by(db.VulnerabilityChecks, "scanner_name"),
		"filename":                          by(db.VulnerabilityChecks, "filename"),
		"api_configuration_name":            by(db.VulnerabilityChecks, "api_configuration_name"),
		"last_import":                       by(db.VulnerabilityChecks, "last_import"),
		"last_import_observations_new":      by(db.VulnerabilityChecks, "last_import_observations_new"),
		"last_import_observations_updated":  by(db.VulnerabilityChecks, "last_import_observations_updated"),
		"last_import_observations_resolved": by(db.VulnerabilityChecks, "last_import_observations_resolved"),
	},
}

// listVulnerabilityChecks lists what has been imported where.
//
//	@Summary	Lists what has been imported where
//	@ID	vulnerability_checks_list
//	@Tags	vulnerability_checks
//	@Param	api_configuration_name	query	string	false	"api configuration name"
//	@Param	branch	query	int	false	"branch"
//	@Param	filename	query	string	false	"filename"
//	@Param	ordering	query	[]string	false	"ordering" Enums(-api_configuration_name, -branch_name, -filename, -last_import, -last_import_observations_new, -last_import_observations_resolved, -last_import_observations_updated, -product, -scanner_name, -service_name, api_configuration_name, branch_name, filename, last_import, last_import_observations_new, last_import_observations_resolved, last_import_observations_updated, product, scanner_name, service_name) collectionFormat(csv)
//	@Param	page	query	int	false	"page"
//	@Param	page_size	query	int	false	"page size"
//	@Param	product	query	int	false	"product"
//	@Param	scanner	query	string	false	"scanner"
//	@Param	service	query	int	false	"service"
//	@Produce	json
//	@Success	200	{object}	schema.Page[schema.VulnerabilityCheck]
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/vulnerability_checks/	[get]
func (s *Server) listVulnerabilityChecks(c *call) (reply, error) {
	return checkList.serve(c, shown(func(v *model.VulnerabilityCheck) (any, error) { return c.showCheck(v) }))
}

// getVulnerabilityCheck shows what the last import of a file did.
//
//	@Summary	Shows what the last import of a file did
//	@ID	vulnerability_checks_retrieve
//	@Tags	vulnerability_checks
//	@Param	id	path	int	true	"id"
//	@Produce	json
//	@Success	200	{object}	schema.VulnerabilityCheck
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/vulnerability_checks/{id}/	[get]
func (s *Server) getVulnerabilityCheck(c *call) (reply, error) {
	v, err := ofProduct(c, db.VulnerabilityChecks, auth.ProductView, func(v *model.VulnerabilityCheck) model.ID { return v.Product })
	if err != nil {
		return reply{}, err
	}
	body, err := c.showCheck(v)
	return ok(body), err
}

func (c *call) showCheck(v *model.VulnerabilityCheck) (schema.VulnerabilityCheck, error) {
	branch, err := c.branchName(v.Branch)
	if err != nil {
		return schema.VulnerabilityCheck{}, err
	}
	service := ""
	if v.Service != 0 {
		row, err := db.Services.Get(c.tx, v.Service)
		if err != nil {
			return schema.VulnerabilityCheck{}, err
		}
		service = row.Name
	}
	return schema.VulnerabilityCheck{
		ID: v.ID, BranchName: branch, ServiceName: service, ScannerName: model.ScannerName(v.Scanner), Filename: v.Filename,
		APIConfigurationName: v.APIConfigurationName, Scanner: v.Scanner, FirstImport: c.timestamp(v.FirstImport), LastImport: c.timestamp(v.LastImport),
		LastImportObservationsNew: v.ObservationsNew, LastImportObservationsUpdated: v.ObservationsUpdated,
		LastImportObservationsResolved: v.ObservationsResolved, LastImportLicensesNew: v.LicensesNew, LastImportLicensesUpdated: v.LicensesUpdated,
		LastImportLicensesDeleted: v.LicensesDeleted, Product: v.Product, Branch: optionalID(v.Branch), Service: optionalID(v.Service),
	}, nil
}
