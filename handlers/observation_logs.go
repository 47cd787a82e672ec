package handlers

import (
	"bytes"
	"errors"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/auth"
	"secobserve/db"
	"secobserve/db/columnar"
	"secobserve/handlers/rest"
	"secobserve/handlers/schema"
	"secobserve/model"
)

var logList = list[model.ObservationLog]{
	table:  db.ObservationLogs,
	within: ofVisibleObservations(db.ObservationLogs),
	filters: []filter{
		partOf(db.ObservationLogs),
		reference(db.ObservationLogs, "user", "user", exists(db.Users)),
		choice(db.ObservationLogs, "assessment_status", "assessment_status", model.AssessmentStatuses),
		choice(db.ObservationLogs, "status", "status", model.Statuses),
		choice(db.ObservationLogs, "severity", "severity", model.Severities),
		age(db.ObservationLogs, "created"),
		ofObservation(db.ObservationLogs, reference(db.Observations, "product", "product", memberOf)),
		ofObservation(db.ObservationLogs, productGroup(db.Observations, "product_group", "product")),
		ofObservation(db.ObservationLogs, reference(db.Observations, "branch", "branch", memberOfBranch)),
		ofObservation(db.ObservationLogs, reference(db.Observations, "origin_service", "origin_service", memberOfService)),
		ofObservation(db.ObservationLogs, refContains(db.Observations, "branch_name", "branch", db.Branches, "name")),
		ofObservation(db.ObservationLogs, refContains(db.Observations, "origin_service_name", "origin_service", db.Services, "name")),
		ofObservation(db.ObservationLogs, contains(db.Observations, "observation_title", "title")),
		ofObservation(db.ObservationLogs, contains(db.Observations, "origin_component_name_version", "origin_component_name_version")),
		ofObservation(db.ObservationLogs, contains(db.Observations, "origin_docker_image_name_tag_short", "origin_docker_image_name_tag_short")),
		ofObservation(db.ObservationLogs, contains(db.Observations, "origin_endpoint_hostname", "origin_endpoint_hostname")),
		ofObservation(db.ObservationLogs, contains(db.Observations, "origin_source_file", "origin_source_file")),
		ofObservation(db.ObservationLogs, contains(db.Observations, "origin_cloud_qualified_resource", "origin_cloud_qualified_resource")),
		ofObservation(db.ObservationLogs, contains(db.Observations, "origin_kubernetes_qualified_resource", "origin_kubernetes_qualified_resource")),
	},
	orders: logOrders(),
}

func logOrders() map[string]func(*call) []columnar.Key {
	orders := map[string]func(*call) []columnar.Key{
		"user_full_name":          byRef(db.ObservationLogs, "user", db.Users, "full_name"),
		"approval_user_full_name": byRef(db.ObservationLogs, "approval_user", db.Users, "full_name"),
	}
	for _, name := range []string{"id", "severity", "status", "priority", "comment", "created", "assessment_status", "approval_date", "vex_justification"} {
		orders[name] = by(db.ObservationLogs, name)
	}
	for _, name := range []string{"product_data.name", "product_data.product_group_name", "branch_name", "title", "origin_component_name_version",
		"origin_service_name", "origin_docker_image_name_tag_short", "origin_endpoint_hostname", "origin_source_file",
		"origin_cloud_qualified_resource", "origin_kubernetes_qualified_resource"} {
		orders["observation_data."+name] = byObservation(name)
	}
	return orders
}

// byObservation orders history entries as the list of observations orders their observations.
func byObservation(name string) func(*call) []columnar.Key {
	return joined(db.ObservationLogs, "observation_id", db.Observations, observationList.orders[name])
}

// ofVisibleObservations keeps the rows of a table that belong to observations that the caller may see.
func ofVisibleObservations[T any](t *db.Table[T]) func(*call, *roaring.Bitmap) *roaring.Bitmap {
	col, visibleOnes := t.Column("observation_id"), inProducts(db.Observations, "product", visible)
	return func(c *call, hits *roaring.Bitmap) *roaring.Bitmap {
		ids := visibleOnes(c)
		if ids == nil {
			return hits
		}
		return t.Index(c.tx).AnyRefWithin(col, ids, hits)
	}
}

// ofObservation filters rows that belong to observations by a filter of their observations.
func ofObservation[T any](t *db.Table[T], f filter) filter {
	inner, col := f.apply, t.Column("observation_id")
	f.apply = func(c *call, q rest.Query, name string, within *roaring.Bitmap) (*roaring.Bitmap, error) {
		found, err := inner(c, q, name, db.Observations.Index(c.tx).All())
		if err != nil || found == nil {
			return nil, err
		}
		return t.Index(c.tx).AnyRefWithin(col, found, within), nil
	}
	return f
}

// partOf filters the rows that belong to one observation without looking at all of them.
func partOf[T any](t *db.Table[T]) filter {
	return filter{"observation", func(c *call, q rest.Query, name string, _ *roaring.Bitmap) (*roaring.Bitmap, error) {
		id, ok, err := q.Reference(name)
		if err != nil || !ok {
			return nil, err
		}
		if !memberOfObservation(c, model.ID(id)) {
			return nil, rest.BadReference(name)
		}
		return t.Referring(c.tx, "observation", model.ID(id)), nil
	}}
}

func memberOfObservation(c *call, id model.ID) bool {
	o, err := db.Observations.Get(c.tx, id)
	return err == nil && memberOf(c, o.Product)
}

// listObservationLogs lists the history of observations.
//
//	@Summary	Lists the history of observations
//	@ID	observation_logs_list
//	@Tags	observation_logs
//	@Param	age	query	string	false	"age" Enums(Past 30 days, Past 365 days, Past 7 days, Past 90 days, Today)
//	@Param	assessment_status	query	string	false	"assessment status" Enums(Approved, Auto approved, Needs approval, Rejected, Removed)
//	@Param	branch	query	int	false	"branch"
//	@Param	branch_name	query	string	false	"branch name"
//	@Param	observation	query	int	false	"observation"
//	@Param	observation_title	query	string	false	"observation title"
//	@Param	ordering	query	[]string	false	"ordering" Enums(-approval_date, -approval_user_full_name, -assessment_status, -comment, -created, -id, -observation_data.branch_name, -observation_data.origin_cloud_qualified_resource, -observation_data.origin_component_name_version, -observation_data.origin_docker_image_name_tag_short, -observation_data.origin_endpoint_hostname, -observation_data.origin_kubernetes_qualified_resource, -observation_data.origin_service_name, -observation_data.origin_source_file, -observation_data.product_data.name, -observation_data.product_data.product_group_name, -observation_data.title, -priority, -severity, -status, -user_full_name, -vex_justification, approval_date, approval_user_full_name, assessment_status, comment, created, id, observation_data.branch_name, observation_data.origin_cloud_qualified_resource, observation_data.origin_component_name_version, observation_data.origin_docker_image_name_tag_short, observation_data.origin_endpoint_hostname, observation_data.origin_kubernetes_qualified_resource, observation_data.origin_service_name, observation_data.origin_source_file, observation_data.product_data.name, observation_data.product_data.product_group_name, observation_data.title, priority, severity, status, user_full_name, vex_justification) collectionFormat(csv)
//	@Param	origin_cloud_qualified_resource	query	string	false	"origin cloud qualified resource"
//	@Param	origin_component_name_version	query	string	false	"origin component name version"
//	@Param	origin_docker_image_name_tag_short	query	string	false	"origin docker image name tag short"
//	@Param	origin_endpoint_hostname	query	string	false	"origin endpoint hostname"
//	@Param	origin_kubernetes_qualified_resource	query	string	false	"origin kubernetes qualified resource"
//	@Param	origin_service	query	int	false	"origin service"
//	@Param	origin_service_name	query	string	false	"origin service name"
//	@Param	origin_source_file	query	string	false	"origin source file"
//	@Param	page	query	int	false	"page"
//	@Param	page_size	query	int	false	"page size"
//	@Param	product	query	int	false	"product"
//	@Param	product_group	query	int	false	"product group"
//	@Param	search	query	string	false	"search"
//	@Param	severity	query	string	false	"severity" Enums(Critical, High, Low, Medium, None, Unknown)
//	@Param	status	query	string	false	"status" Enums(Affected, Duplicate, False positive, In review, Not affected, Not security, Open, Resolved, Risk accepted)
//	@Param	user	query	int	false	"user"
//	@Produce	json
//	@Success	200	{object}	schema.Page[schema.ObservationLogList]
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/observation_logs/	[get]
func (s *Server) listObservationLogs(c *call) (reply, error) {
	present, err := newObservationPresenter(c)
	if err != nil {
		return reply{}, err
	}
	return logList.serve(c, present.appendLog)
}

// appendLog appends a row of the list of history entries; the nested observation is that of the list of observations.
func (p *observationPresenter) appendLog(out *bytes.Buffer, entry *model.ObservationLog) error {
	o, err := db.Observations.Get(p.tx, entry.Observation)
	if err != nil {
		return err
	}
	user, approver, err := p.logUsers(entry)
	if err != nil {
		return err
	}
	out.WriteString(`{"id":` + idText(entry.ID) + `,"observation_data":`)
	if err := p.appendListed(out, o); err != nil {
		return err
	}
	start := out.Len()
	if err := appendJSON(out, struct {
		UserFullName         *string `json:"user_full_name"`
		ApprovalUserFullName *string `json:"approval_user_full_name"`
		schema.ObservationLogFields
	}{user, approver, p.logFields(entry)}); err != nil {
		return err
	}
	out.Bytes()[start] = ','
	return nil
}

func (p *observationPresenter) logUsers(entry *model.ObservationLog) (user, approver *string, err error) {
	if user, err = p.fullName(entry.User); err != nil {
		return nil, nil, err
	}
	approver, err = p.fullName(entry.ApprovalUser)
	return user, approver, err
}

func (c *call) fullName(id model.ID) (*string, error) {
	if id == 0 {
		return nil, nil
	}
	u, err := db.Users.Get(c.tx, id)
	if err != nil {
		return nil, err
	}
	return &u.FullName, nil
}

func (c *call) logFields(entry *model.ObservationLog) schema.ObservationLogFields {
	return schema.ObservationLogFields{
		Severity: entry.Severity, Status: entry.Status, Priority: entry.Priority, Comment: entry.Comment, Created: c.timestamp(entry.Created),
		VexJustification: entry.VexJustification, AssessmentStatus: entry.AssessmentStatus, ApprovalRemark: entry.ApprovalRemark,
		ApprovalDate: c.optionalTimestamp(entry.ApprovalDate), RiskAcceptanceExpiryDate: optionalDate(entry.RiskAcceptanceExpiryDate),
		Observation: entry.Observation, User: entry.User, ApprovalUser: optionalID(entry.ApprovalUser), GeneralRule: optionalID(entry.GeneralRule),
		ProductRule: optionalID(entry.ProductRule), VexStatement: optionalID(entry.VexStatement),
	}
}

// getObservationLog shows a history entry.
//
//	@Summary	Shows a history entry
//	@ID	observation_logs_retrieve
//	@Tags	observation_logs
//	@Param	id	path	int	true	"id"
//	@Produce	json
//	@Success	200	{object}	schema.ObservationLog
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/observation_logs/{id}/	[get]
func (s *Server) getObservationLog(c *call) (reply, error) {
	entry, o, err := belongsToObservation(c, db.ObservationLogs, func(e *model.ObservationLog) model.ID { return e.Observation })
	if err != nil {
		return reply{}, err
	}
	present, err := newObservationPresenter(c)
	if err != nil {
		return reply{}, err
	}
	data, err := present.detail(o)
	if err != nil {
		return reply{}, err
	}
	user, approver, err := present.logUsers(entry)
	return ok(schema.ObservationLog{ID: entry.ID, ObservationData: data, UserFullName: user, ApprovalUserFullName: approver,
		ObservationLogFields: c.logFields(entry)}), err
}

// belongsToObservation finds the row of the path in a table whose rows belong to observations that the caller may view.
func belongsToObservation[T any](c *call, t *db.Table[T], observation func(*T) model.ID) (*T, *model.Observation, error) {
	id, err := c.pathID(t.Class())
	if err != nil {
		return nil, nil, err
	}
	row, err := t.Get(c.tx, id)
	if errors.Is(err, db.ErrNotFound) {
		return nil, nil, rest.NotFound(t.Class())
	}
	if err != nil {
		return nil, nil, err
	}
	o, err := db.Observations.Get(c.tx, observation(row))
	if err != nil {
		return nil, nil, err
	}
	p, err := db.Products.Get(c.tx, o.Product)
	if err != nil {
		return nil, nil, err
	}
	if !c.access.Member(p) {
		return nil, nil, rest.NotFound(t.Class())
	}
	return row, o, c.require(p, auth.ObservationView)
}
