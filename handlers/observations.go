package handlers

import (
	"net/http"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/auth"
	"secobserve/db"
	"secobserve/db/columnar"
	"secobserve/handlers/rest"
	"secobserve/handlers/schema"
	"secobserve/model"
	"secobserve/observations"
)

var observationList = list[model.Observation]{
	table: db.Observations,
	scope: inProducts(db.Observations, "product", visible),
	filters: []filter{
		reference(db.Observations, "product", "product", memberOf),
		productGroup(db.Observations, "product_group", "product"),
		reference(db.Observations, "branch", "branch", memberOfBranch),
		reference(db.Observations, "origin_service", "origin_service", memberOfService),
		ofComponent,
		importedBy,
		ofCheck,
		resultAlone,
		permitted(db.Observations, "product"),
		reference(db.Observations, "parser", "parser", exists(db.Parsers)),
		severities(db.Observations, "current_severity", "severity_rank"),
		choices(db.Observations, "current_status", "current_status", model.Statuses),
		flag(db.Observations, "has_potential_duplicates", "has_potential_duplicates"),
		flag(db.Observations, "fix_available", "fix_available"),
		flag(db.Observations, "cve_known_exploited", "cve_known_exploited"),
		exact(db.Observations, "origin_component_purl_type", "origin_component_purl_type"),
		exact(db.Observations, "api_configuration_name", "api_configuration_name"),
		contains(db.Observations, "scanner", "scanner"),
		refContains(db.Observations, "branch_name", "branch", db.Branches, "name"),
		refContains(db.Observations, "origin_service_name", "origin_service", db.Services, "name"),
		number(db.Observations, "current_priority", "current_priority"),
		number(db.Observations, "update_impact_score", "update_impact_score"),
		exact(db.Observations, "upload_filename", "upload_filename"),
		exact(db.Observations, "origin_component_purl", "origin_component_purl"),
		exact(db.Observations, "origin_component_cpe", "origin_component_cpe"),
		exact(db.Observations, "origin_component_cyclonedx_bom_link", "origin_component_cyclonedx_bom_link"),
		contains(db.Observations, "origin_component_name_version", "origin_component_name_version"),
		contains(db.Observations, "origin_docker_image_name_tag_short", "origin_docker_image_name_tag_short"),
		contains(db.Observations, "origin_endpoint_hostname", "origin_endpoint_hostname"),
		contains(db.Observations, "origin_source_file", "origin_source_file"),
		contains(db.Observations, "origin_cloud_qualified_resource", "origin_cloud_qualified_resource"),
		contains(db.Observations, "origin_kubernetes_qualified_resource", "origin_kubernetes_qualified_resource"),
		contains(db.Observations, "title", "title"),
		age(db.Observations, "last_observation_log"),
		notActiveIn,
	},
	orders: map[string]func(*call) []columnar.Key{
		"id":                                   by(db.Observations, "id"),
		"product_data.name":                    byRef(db.Observations, "product", db.Products, "name"),
		"product_data.product_group_name":      byProductGroup(db.Observations),
		"branch_name":                          byRef(db.Observations, "branch", db.Branches, "name"),
		"title":                                by(db.Observations, "title"),
		"current_severity":                     by(db.Observations, "severity_rank", "id"),
		"current_status":                       by(db.Observations, "current_status"),
		"current_priority":                     by(db.Observations, "current_priority"),
		"origin_component_name_version":        by(db.Observations, "origin_component_name_version"),
		"origin_docker_image_name_tag_short":   by(db.Observations, "origin_docker_image_name_tag_short"),
		"origin_service_name":                  byRef(db.Observations, "origin_service", db.Services, "name"),
		"origin_endpoint_hostname":             by(db.Observations, "origin_endpoint_hostname"),
		"origin_source_file":                   by(db.Observations, "origin_source_file"),
		"origin_source_file_short":             by(db.Observations, "origin_source_file"),
		"origin_cloud_qualified_resource":      by(db.Observations, "origin_cloud_qualified_resource"),
		"origin_kubernetes_qualified_resource": by(db.Observations, "origin_kubernetes_qualified_resource"),
		"parser_data.name":                     byRef(db.Observations, "parser", db.Parsers, "name"),
		"parser_data.type":                     byRef(db.Observations, "parser", db.Parsers, "type"),
		"scanner_name":                         by(db.Observations, "scanner_name"),
		"last_observation_log":                 by(db.Observations, "last_observation_log"),
		"epss_score":                           by(db.Observations, "epss_score"),
		"has_potential_duplicates":             by(db.Observations, "has_potential_duplicates"),
		"origin_component_purl_type":           by(db.Observations, "origin_component_purl_type"),
		"update_impact_score":                  by(db.Observations, "update_impact_score"),
		"fix_available":                        by(db.Observations, "fix_available"),
	},
	search: []string{"title", "vulnerability_id", "vulnerability_id_aliases"},
}

// listObservations lists observations.
//
//	@Summary	Lists observations
//	@ID	observations_list
//	@Tags	observations
//	@Param	age	query	string	false	"age" Enums(Past 30 days, Past 365 days, Past 7 days, Past 90 days, Today)
//	@Param	api_configuration_name	query	string	false	"api configuration name"
//	@Param	branch	query	int	false	"branch"
//	@Param	branch_name	query	string	false	"branch name"
//	@Param	component	query	string	false	"id of a component: the observations of exactly this one, in its branch and service"
//	@Param	current_priority	query	int	false	"current priority"
//	@Param	current_severity	query	[]string	false	"current severity" Enums(Critical, High, Low, Medium, None, Unknown) collectionFormat(multi)
//	@Param	current_status	query	[]string	false	"current status" Enums(Affected, Duplicate, False positive, In review, Not affected, Not security, Open, Resolved, Risk accepted) collectionFormat(multi)
//	@Param	cve_known_exploited	query	string	false	"cve known exploited"
//	@Param	fix_available	query	bool	false	"fix available"
//	@Param	has_potential_duplicates	query	bool	false	"has potential duplicates"
//	@Param	import_result	query	string	false	"with import_run or vulnerability_check: what the import, or the last one of the check, did" Enums(New, Reopened, Resolved)
//	@Param	import_run	query	int	false	"id of an import: the observations of its vulnerability check"
//	@Param	not_active_in_branch	query	int	false	"id of a branch: the findings that are not active in it"
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
//	@Param	page	query	int	false	"page"
//	@Param	page_size	query	int	false	"page size"
//	@Param	parser	query	int	false	"parser"
//	@Param	permission	query	int	false	"number of a permission that the caller has on the observations' products"
//	@Param	product	query	int	false	"product"
//	@Param	product_group	query	int	false	"product group"
//	@Param	scanner	query	string	false	"scanner"
//	@Param	search	query	string	false	"search"
//	@Param	title	query	string	false	"title"
//	@Param	update_impact_score	query	int	false	"update impact score"
//	@Param	upload_filename	query	string	false	"upload filename"
//	@Param	vulnerability_check	query	int	false	"id of a vulnerability check"
//	@Produce	json
//	@Success	200	{object}	schema.Page[schema.ObservationList]
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/observations/	[get]
func (s *Server) listObservations(c *call) (reply, error) {
	present, err := newObservationPresenter(c)
	if err != nil {
		return reply{}, err
	}
	return observationList.serve(c, present.appendListed)
}

// listObservationTitles lists the titles of observations.
//
//	@Summary	Lists the titles of observations
//	@ID	observation_titles_list
//	@Tags	observation_titles
//	@Param	age	query	string	false	"age" Enums(Past 30 days, Past 365 days, Past 7 days, Past 90 days, Today)
//	@Param	api_configuration_name	query	string	false	"api configuration name"
//	@Param	branch	query	int	false	"branch"
//	@Param	branch_name	query	string	false	"branch name"
//	@Param	component	query	string	false	"id of a component: the observations of exactly this one, in its branch and service"
//	@Param	current_priority	query	int	false	"current priority"
//	@Param	current_severity	query	[]string	false	"current severity" Enums(Critical, High, Low, Medium, None, Unknown) collectionFormat(multi)
//	@Param	current_status	query	[]string	false	"current status" Enums(Affected, Duplicate, False positive, In review, Not affected, Not security, Open, Resolved, Risk accepted) collectionFormat(multi)
//	@Param	cve_known_exploited	query	string	false	"cve known exploited"
//	@Param	fix_available	query	bool	false	"fix available"
//	@Param	has_potential_duplicates	query	bool	false	"has potential duplicates"
//	@Param	import_result	query	string	false	"with import_run or vulnerability_check: what the import, or the last one of the check, did" Enums(New, Reopened, Resolved)
//	@Param	import_run	query	int	false	"id of an import: the observations of its vulnerability check"
//	@Param	not_active_in_branch	query	int	false	"id of a branch: the findings that are not active in it"
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
//	@Param	page	query	int	false	"page"
//	@Param	page_size	query	int	false	"page size"
//	@Param	parser	query	int	false	"parser"
//	@Param	permission	query	int	false	"number of a permission that the caller has on the observations' products"
//	@Param	product	query	int	false	"product"
//	@Param	product_group	query	int	false	"product group"
//	@Param	scanner	query	string	false	"scanner"
//	@Param	search	query	string	false	"search"
//	@Param	title	query	string	false	"title"
//	@Param	update_impact_score	query	int	false	"update impact score"
//	@Param	upload_filename	query	string	false	"upload filename"
//	@Param	vulnerability_check	query	int	false	"id of a vulnerability check"
//	@Produce	json
//	@Success	200	{object}	schema.Page[schema.ObservationTitle]
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/observation_titles/	[get]
func (s *Server) listObservationTitles(c *call) (reply, error) {
	return observationList.serve(c, shown(func(o *model.Observation) (any, error) {
		return schema.ObservationTitle{ID: o.ID, Title: o.Title}, nil
	}))
}

func (c *call) observation(permission auth.Permission) (*model.Observation, error) {
	return ofProduct(c, db.Observations, permission, func(o *model.Observation) model.ID { return o.Product })
}

// getObservation shows an observation.
//
//	@Summary	Shows an observation
//	@ID	observations_retrieve
//	@Tags	observations
//	@Param	id	path	int	true	"id"
//	@Produce	json
//	@Success	200	{object}	schema.Observation
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/observations/{id}/	[get]
func (s *Server) getObservation(c *call) (reply, error) {
	o, err := c.observation(auth.ObservationView)
	if err != nil {
		return reply{}, err
	}
	return c.showObservation(o, http.StatusOK)
}

// getObservationTitle shows the title of an observation.
//
//	@Summary	Shows the title of an observation
//	@ID	observation_titles_retrieve
//	@Tags	observation_titles
//	@Param	id	path	int	true	"id"
//	@Produce	json
//	@Success	200	{object}	schema.ObservationTitle
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/observation_titles/{id}/	[get]
func (s *Server) getObservationTitle(c *call) (reply, error) {
	o, err := c.observation(auth.ObservationView)
	if err != nil {
		return reply{}, err
	}
	return ok(schema.ObservationTitle{ID: o.ID, Title: o.Title}), nil
}

func (c *call) showObservation(o *model.Observation, status int) (reply, error) {
	present, err := newObservationPresenter(c)
	if err != nil {
		return reply{}, err
	}
	body, err := present.detail(o)
	return reply{status: status, body: body}, err
}

// editor begins changes of observations by the caller.
func (c *call) editor() (*observations.Editor, error) {
	return observations.NewEditor(c.tx, c.userID(), c.moment(), c.today())
}

// createObservation notes an observation that a person has made.
//
//	@Summary	Notes an observation that a person has made
//	@ID	observations_create
//	@Tags	observations
//	@Param	request	body	schema.ObservationCreateRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	201	{object}	schema.ObservationCreate
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/observations/	[post]
func (s *Server) createObservation(c *call) (reply, error) {
	p, err := c.parent(auth.ObservationCreate)
	if err != nil {
		return reply{}, err
	}
	manual, err := db.Parsers.Find(c.tx, "name", db.Key("Manual"))
	if err != nil {
		return reply{}, err
	}
	o := &model.Observation{Product: p.ID, Parser: manual.ID, Scanner: "Manual", ImportLastSeen: c.moment()}
	f, err := c.readObservation(o)
	if err != nil {
		return reply{}, err
	}
	c.checkParts(f, o, "non_field_errors", "non_field_errors")
	if f.OK() && p.IsProductGroup {
		f.Fail("product", "Product must not be a product group")
	}
	if err := checkSeverity(f, o); err != nil {
		return reply{}, err
	}
	return c.saveManual(o, http.StatusCreated, func(e *observations.Editor) error { return e.NoteCreation(o) })
}

// updateObservation changes an observation that a person has made.
//
//	@Summary	Changes an observation that a person has made
//	@ID	observations_update
//	@Tags	observations
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.ObservationUpdateRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	200	{object}	schema.ObservationUpdate
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/observations/{id}/	[put]
func (s *Server) updateObservation(c *call) (reply, error) {
	o, err := c.observation(auth.ObservationEdit)
	if err != nil {
		return reply{}, err
	}
	parser, err := db.Parsers.Get(c.tx, o.Parser)
	if err != nil {
		return reply{}, err
	}
	if parser.Type != model.ParserManual {
		return reply{}, rest.NonFieldError("Only manual observations can be updated")
	}
	old := *o
	f, err := c.readObservation(o)
	if err != nil {
		return reply{}, err
	}
	rederiveOrigins(f, &old, o)
	c.checkParts(f, o, "branch", "origin_service")
	if c.mode() == rest.Update {
		err = checkSubmittedSeverity(f, o)
	} else {
		err = checkSeverity(f, o)
	}
	if err != nil {
		return reply{}, err
	}
	o.ImportLastSeen = c.moment()
	return c.saveManual(o, http.StatusOK, func(e *observations.Editor) error { return e.NoteUpdate(&old, o) })
}

func (c *call) saveManual(o *model.Observation, status int, save func(*observations.Editor) error) (reply, error) {
	e, err := c.editor()
	if err != nil {
		return reply{}, err
	}
	if err := save(e); err != nil {
		return reply{}, err
	}
	if err := e.Finish(); err != nil {
		return reply{}, err
	}
	if o, err = db.Observations.Get(c.tx, o.ID); err != nil { // what follows a change may have changed it again
		return reply{}, err
	}
	return c.showObservation(o, status)
}

// readObservation validates the fields that people may write.
func (c *call) readObservation(o *model.Observation) (*rest.Form, error) {
	f, err := c.form(c.mode())
	if err != nil {
		return nil, err
	}
	short, long, pair := rest.TextRule{Max: maxName}, rest.TextRule{Max: maxText}, rest.TextRule{Max: 513}
	rest.Ref(f, "branch", &o.Branch, rest.RefRule{Nullable: true, Exists: func(id model.ID) bool { return db.Branches.Exists(c.tx, id) }})
	rest.Text(f, "title", &o.Title, rest.TextRule{Required: true, Max: maxName})
	rest.Text(f, "description", &o.Description, long)
	rest.Text(f, "recommendation", &o.Recommendation, long)
	rest.Choice(f, "parser_severity", &o.ParserSeverity, model.Severities, false, true)
	rest.Choice(f, "parser_status", &o.ParserStatus, model.Statuses, false, true)
	rest.Choice(f, "parser_vex_justification", &o.ParserVexJustification, model.VexJustifications, false, true)
	rest.Text(f, "vulnerability_id", &o.VulnerabilityID, short)
	rest.Text(f, "origin_component_name", &o.OriginComponentName, short)
	rest.Text(f, "origin_component_version", &o.OriginComponentVersion, short)
	rest.Text(f, "origin_component_name_version", &o.OriginComponentNameVersion, pair)
	rest.Text(f, "origin_docker_image_name", &o.OriginDockerImageName, short)
	rest.Text(f, "origin_docker_image_tag", &o.OriginDockerImageTag, short)
	rest.Text(f, "origin_docker_image_name_tag", &o.OriginDockerImageNameTag, pair)
	rest.Text(f, "origin_endpoint_url", &o.OriginEndpointURL, long)
	rest.Ref(f, "origin_service", &o.OriginService, rest.RefRule{Nullable: true, Exists: func(id model.ID) bool { return db.Services.Exists(c.tx, id) }})
	rest.Text(f, "origin_source_file", &o.OriginSourceFile, short)
	rest.NullInt(f, "origin_source_line_start", &o.OriginSourceLineStart, 0, maxCount)
	rest.NullInt(f, "origin_source_line_end", &o.OriginSourceLineEnd, 0, maxCount)
	rest.Text(f, "origin_cloud_provider", &o.OriginCloudProvider, short)
	rest.Text(f, "origin_cloud_account_subscription_project", &o.OriginCloudAccountSubscriptionProject, short)
	rest.Text(f, "origin_cloud_resource", &o.OriginCloudResource, short)
	rest.Text(f, "origin_cloud_resource_type", &o.OriginCloudResourceType, short)
	rest.Text(f, "origin_kubernetes_cluster", &o.OriginKubernetesCluster, short)
	rest.Text(f, "origin_kubernetes_namespace", &o.OriginKubernetesNamespace, short)
	rest.Text(f, "origin_kubernetes_resource_type", &o.OriginKubernetesResourceType, short)
	rest.Text(f, "origin_kubernetes_resource_name", &o.OriginKubernetesResourceName, short)
	rest.Decimal(f, "cvss3_score", &o.CVSS3Score)
	readVector(f, "cvss3_vector", &o.CVSS3Vector, &o.CVSS3Score, model.ParseCVSS3)
	rest.Decimal(f, "cvss4_score", &o.CVSS4Score)
	readVector(f, "cvss4_vector", &o.CVSS4Vector, &o.CVSS4Score, model.ParseCVSS4)
	rest.NullInt(f, "cwe", &o.CWE, 1, maxCount)
	rest.Date(f, "risk_acceptance_expiry_date", &o.RiskAcceptanceExpiryDate)
	return f, nil
}

// readVector validates a CVSS vector and keeps its cleaned form; a new vector without a score of its own replaces the score.
func readVector(f *rest.Form, name string, to *string, score **float64, parse func(string) (string, float64, error)) {
	before := *to
	rest.Text(f, name, to, rest.TextRule{Max: maxName, Check: func(s string) error {
		_, _, err := parse(s)
		return err
	}})
	if *to == before || *to == "" {
		return
	}
	if cleaned, _, err := parse(*to); err == nil {
		*to = cleaned
	}
	if !f.Has(name[:len("cvss3")] + "_score") {
		*score = nil
	}
}

// rederiveOrigins clears what is derived from fields that the request changes, so that it is derived again.
func rederiveOrigins(f *rest.Form, old, o *model.Observation) {
	clear := func(name string, value *string) {
		if !f.Has(name) {
			*value = ""
		}
	}
	switch {
	case o.OriginComponentNameVersion != "" && o.OriginComponentNameVersion != old.OriginComponentNameVersion:
		clear("origin_component_name", &o.OriginComponentName)
		clear("origin_component_version", &o.OriginComponentVersion)
	case o.OriginComponentName != old.OriginComponentName || o.OriginComponentVersion != old.OriginComponentVersion:
		o.OriginComponentNameVersion = ""
	}
	switch {
	case o.OriginDockerImageNameTag != "" && o.OriginDockerImageNameTag != old.OriginDockerImageNameTag:
		clear("origin_docker_image_name", &o.OriginDockerImageName)
		clear("origin_docker_image_tag", &o.OriginDockerImageTag)
	case o.OriginDockerImageName != old.OriginDockerImageName || o.OriginDockerImageTag != old.OriginDockerImageTag:
		o.OriginDockerImageNameTag = ""
	}
	o.OriginDockerImageDigest = ""
}

// checkSubmittedSeverity holds what a PUT says about severity and CVSS against itself: stored scores do not count and are dropped
// (core-observations.md §9.3). A stored vector gives its score again when the observation is saved.
func checkSubmittedSeverity(f *rest.Form, o *model.Observation) error {
	submitted := *o
	if !f.Has("parser_severity") {
		submitted.ParserSeverity = ""
	}
	for name, value := range map[string]*string{"cvss3_vector": &submitted.CVSS3Vector, "cvss4_vector": &submitted.CVSS4Vector} {
		if !f.Has(name) {
			*value = ""
		}
	}
	for name, value := range map[string]**float64{"cvss3_score": &submitted.CVSS3Score, "cvss4_score": &submitted.CVSS4Score} {
		if !f.Has(name) {
			*value = nil
		}
	}
	err := checkSeverity(f, &submitted)
	o.CVSS3Score, o.CVSS4Score = submitted.CVSS3Score, submitted.CVSS4Score
	return err
}

// checkParts checks that branch and service belong to the observation's product.
func (c *call) checkParts(f *rest.Form, o *model.Observation, branchField, serviceField string) {
	if !f.OK() {
		return
	}
	if b, err := db.Branches.Get(c.tx, o.Branch); o.Branch != 0 && (err != nil || b.Product != o.Product) {
		f.Fail(branchField, "Branch does not belong to the same product as the observation")
	}
	if s, err := db.Services.Get(c.tx, o.OriginService); o.OriginService != 0 && (err != nil || s.Product != o.Product) {
		f.Fail(serviceField, "Service does not belong to the same product as the observation")
	}
}

func checkSeverity(f *rest.Form, o *model.Observation) error {
	if f.OK() {
		if err := o.CheckSeverity(); err != nil {
			f.FailAll(err.Error())
		}
	}
	return f.Err()
}

// deleteObservation deletes an observation with its history.
//
//	@Summary	Deletes an observation with its history
//	@ID	observations_destroy
//	@Tags	observations
//	@Param	id	path	int	true	"id"
//	@Success	204
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/observations/{id}/	[delete]
func (s *Server) deleteObservation(c *call) (reply, error) {
	o, err := c.observation(auth.ObservationDelete)
	if err != nil {
		return reply{}, err
	}
	e, err := c.editor()
	if err != nil {
		return reply{}, err
	}
	if err := e.Delete(o.Product, roaring.BitmapOf(uint32(o.ID))); err != nil {
		return reply{}, err
	}
	return noContent(), e.Finish()
}

// countReviews counts the visible observations that are in review.
//
//	@Summary	Counts the visible observations that are in review
//	@ID	observations_count_reviews_retrieve
//	@Tags	observations
//	@Produce	json
//	@Success	200	{object}	schema.Count
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/observations/count_reviews/	[get]
func (s *Server) countReviews(c *call) (reply, error) {
	return ok(schema.Count{Count: c.reviews()}), nil
}

func (c *call) reviews() int {
	inReview := db.Observations.Index(c.tx).EqualText(db.Observations.Column("current_status"), string(model.StatusInReview))
	if scope := observationList.scope(c); scope != nil {
		inReview = roaring.And(inReview, scope)
	}
	return int(inReview.GetCardinality())
}
