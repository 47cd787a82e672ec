package handlers

import (
	"secobserve/auth"
	"secobserve/db"
	"secobserve/db/columnar"
	"secobserve/handlers/schema"
	"secobserve/model"
)

var importRunList = list[model.ImportRun]{
	table: db.ImportRuns,
	scope: inProducts(db.ImportRuns, "product", visible),
	filters: []filter{
		reference(db.ImportRuns, "product", "product", memberOf),
		productGroup(db.ImportRuns, "product_group", "product"),
		reference(db.ImportRuns, "branch", "branch", memberOfBranch),
		reference(db.ImportRuns, "service", "service", memberOfService),
		reference(db.ImportRuns, "vulnerability_check", "vulnerability_check", memberOfCheck),
		choice(db.ImportRuns, "kind", "kind", model.ImportKinds),
		choice(db.ImportRuns, "outcome", "outcome", model.ImportOutcomes),
		contains(db.ImportRuns, "filename", "filename"),
		contains(db.ImportRuns, "scanner", "scanner"),
		contains(db.ImportRuns, "username", "username"),
		age(db.ImportRuns, "started"),
	},
	orders: map[string]func(*call) []columnar.Key{
		"started":      by(db.ImportRuns, "started"),
		"duration":     by(db.ImportRuns, "duration"),
		"kind":         by(db.ImportRuns, "kind"),
		"outcome":      by(db.ImportRuns, "outcome"),
		"filename":     by(db.ImportRuns, "filename"),
		"scanner":      by(db.ImportRuns, "scanner"),
		"username":     by(db.ImportRuns, "username"),
		"branch_name":  byRef(db.ImportRuns, "branch", db.Branches, "name"),
		"service_name": byRef(db.ImportRuns, "service", db.Services, "name"),
	},
	standard: reversed(by(db.ImportRuns, "started", "id")),
}

func memberOfCheck(c *call, id model.ID) bool {
	v, err := db.VulnerabilityChecks.Get(c.tx, id)
	return err == nil && memberOf(c, v.Product)
}

// listImportRuns lists the imports, the newest first.
//
//	@Summary	Lists the imports, the newest first
//	@Description	What each import did, failed ones included. Imports are kept for as many days as the setting import_history_keep_days says.
//	@ID	import_runs_list
//	@Tags	import_runs
//	@Param	age	query	string	false	"age" Enums(Past 30 days, Past 365 days, Past 7 days, Past 90 days, Today)
//	@Param	branch	query	int	false	"branch"
//	@Param	filename	query	string	false	"filename"
//	@Param	kind	query	string	false	"kind" Enums(Observations, SBOM)
//	@Param	ordering	query	[]string	false	"ordering" Enums(-branch_name, -duration, -filename, -kind, -outcome, -scanner, -service_name, -started, -username, branch_name, duration, filename, kind, outcome, scanner, service_name, started, username) collectionFormat(csv)
//	@Param	outcome	query	string	false	"outcome" Enums(Failure, Success)
//	@Param	page	query	int	false	"page"
//	@Param	page_size	query	int	false	"page size"
//	@Param	product	query	int	false	"product"
//	@Param	product_group	query	int	false	"product group"
//	@Param	scanner	query	string	false	"scanner"
//	@Param	service	query	int	false	"service"
//	@Param	username	query	string	false	"username"
//	@Param	vulnerability_check	query	int	false	"vulnerability check"
//	@Produce	json
//	@Success	200	{object}	schema.Page[schema.ImportRun]
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/import_runs/	[get]
func (s *Server) listImportRuns(c *call) (reply, error) {
	p, err := newObservationPresenter(c)
	if err != nil {
		return reply{}, err
	}
	return importRunList.serve(c, shown(func(row *model.ImportRun) (any, error) { return p.importRun(row) }))
}

// getImportRun shows what an import did.
//
//	@Summary	Shows what an import did
//	@ID	import_runs_retrieve
//	@Tags	import_runs
//	@Param	id	path	int	true	"id"
//	@Produce	json
//	@Success	200	{object}	schema.ImportRun
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/import_runs/{id}/	[get]
func (s *Server) getImportRun(c *call) (reply, error) {
	row, err := ofProduct(c, db.ImportRuns, auth.ProductView, func(r *model.ImportRun) model.ID { return r.Product })
	if err != nil {
		return reply{}, err
	}
	p, err := newObservationPresenter(c)
	if err != nil {
		return reply{}, err
	}
	body, err := p.importRun(row)
	return ok(body), err
}

func (p *observationPresenter) importRun(row *model.ImportRun) (schema.ImportRun, error) {
	product, err := p.productRow(row.Product)
	if err != nil {
		return schema.ImportRun{}, err
	}
	branch, service := row.BranchName, row.ServiceName
	if row.Branch != 0 {
		if branch, err = p.branch(row.Branch); err != nil {
			return schema.ImportRun{}, err
		}
	}
	if row.Service != 0 {
		if service, err = p.service(row.Service); err != nil {
			return schema.ImportRun{}, err
		}
	}
	parser := schema.Parser{}
	if row.Parser != 0 {
		if parser, err = p.parser(row.Parser); err != nil {
			return schema.ImportRun{}, err
		}
	}
	fullName, err := p.userFullName(row)
	return schema.ImportRun{
		ID: row.ID, Started: p.timestamp(row.Started), Duration: row.Duration, Kind: row.Kind, Outcome: row.Outcome, Message: row.Message,
		ProductName: product.Name, BranchName: branch, ServiceName: service, Filename: row.Filename, APIConfigurationName: row.APIConfigurationName,
		Size: row.Size, Username: row.Username, UserFullName: fullName, ParserName: parser.Name, Scanner: row.Scanner,
		ObservationsNew: row.ObservationsNew, ObservationsUpdated: row.ObservationsUpdated, ObservationsResolved: row.ObservationsResolved,
		ObservationsReopened: row.ObservationsReopened, LicenseComponentsNew: row.LicensesNew, LicenseComponentsUpdated: row.LicensesUpdated,
		LicenseComponentsDeleted: row.LicensesDeleted, Product: row.Product, Branch: optionalID(row.Branch), Service: optionalID(row.Service),
		VulnerabilityCheck: optionalID(row.VulnerabilityCheck), User: optionalID(row.User), Parser: optionalID(row.Parser),
	}, err
}

// userFullName is the name of who imported; what is left of a deleted user is his user name.
func (p *observationPresenter) userFullName(row *model.ImportRun) (string, error) {
	if row.User == 0 {
		return row.Username, nil
	}
	u, err := db.Users.Get(p.tx, row.User)
	if err != nil {
		return "", err
	}
	return u.FullName, nil
}
