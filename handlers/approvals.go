package handlers

import (
	"errors"
	"net/http"

	"secobserve/auth"
	"secobserve/db"
	"secobserve/handlers/rest"
	"secobserve/handlers/schema"
	"secobserve/model"
)

// decisions are the choices of an approval.
var decisions = []model.AssessmentStatus{model.AssessmentApproved, model.AssessmentRejected}

// approveObservationLog approves or rejects an assessment that another person has made.
//
//	@Summary	Approves or rejects an assessment that another person has made
//	@ID	observation_logs_approval_partial_update
//	@Tags	observation_logs
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.PatchedObservationLogApprovalRequest	true	"request"
//	@Accept	json
//	@Success	200
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/observation_logs/{id}/approval/	[patch]
func (s *Server) approveObservationLog(c *call) (reply, error) {
	f, err := c.form(rest.Create) // a PATCH, but both fields are required
	if err != nil {
		return reply{}, err
	}
	decision, remark := readDecision(f)
	if err := f.Err(); err != nil {
		return reply{}, err
	}
	entry, o, err := c.approved()
	if err != nil {
		return reply{}, err
	}
	e, err := c.editor()
	if err != nil {
		return reply{}, err
	}
	if err := e.Decide(entry, o, decision, remark); err != nil {
		return reply{}, err
	}
	return reply{status: http.StatusOK}, e.Finish()
}

// readDecision validates the fields of an approval. Both are required, also in a PATCH.
func readDecision(f *rest.Form) (decision model.AssessmentStatus, remark string) {
	rest.Choice(f, "assessment_status", &decision, decisions, true, false)
	rest.Text(f, "approval_remark", &remark, rest.TextRule{Required: true, Max: maxName})
	return decision, remark
}

// approved finds the history entry of the path, which the caller may approve.
func (c *call) approved() (*model.ObservationLog, *model.Observation, error) {
	id, err := c.pathID("Observation_Log")
	if err != nil {
		return nil, nil, err
	}
	entry, err := db.ObservationLogs.Get(c.tx, id)
	if errors.Is(err, db.ErrNotFound) {
		return nil, nil, rest.NotFoundText("Observation Log " + idText(id) + " not found")
	}
	if err != nil {
		return nil, nil, err
	}
	o, p, err := c.loggedOf(entry)
	if err != nil {
		return nil, nil, err
	}
	if err := c.require(p, auth.ObservationLogApproval); err != nil {
		return nil, nil, err
	}
	if entry.AssessmentStatus != model.AssessmentNeedsApproval {
		return nil, nil, rest.BadRequest("Observation log does not need approval")
	}
	if entry.User == c.userID() {
		return nil, nil, rest.BadRequest("Users cannot approve their own assessment")
	}
	return entry, o, nil
}

// loggedOf finds the observation of a history entry, and its product.
func (c *call) loggedOf(entry *model.ObservationLog) (*model.Observation, *model.Product, error) {
	o, err := db.Observations.Get(c.tx, entry.Observation)
	if err != nil {
		return nil, nil, err
	}
	p, err := db.Products.Get(c.tx, o.Product)
	return o, p, err
}

// countApprovals counts the visible history entries that wait for approval.
//
//	@Summary	Counts the visible history entries that wait for approval
//	@ID	observation_logs_count_approvals_retrieve
//	@Tags	observation_logs
//	@Produce	json
//	@Success	200	{object}	schema.Count
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/observation_logs/count_approvals/	[get]
func (s *Server) countApprovals(c *call) (reply, error) {
	return ok(schema.Count{Count: c.approvals()}), nil
}

func (c *call) approvals() int {
	waiting := db.ObservationLogs.Index(c.tx).EqualText(db.ObservationLogs.Column("assessment_status"), string(model.AssessmentNeedsApproval))
	return int(logList.within(c, waiting).GetCardinality())
}
