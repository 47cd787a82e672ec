package handlers

import (
	"errors"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/auth"
	"secobserve/db"
	"secobserve/handlers/rest"
	"secobserve/handlers/schema"
	"secobserve/model"
)

// approveObservationLogs approves or rejects several assessments at once: all or none.
//
//	@Summary	Approves or rejects several assessments at once
//	@ID	observation_logs_bulk_approval_create
//	@Tags	observation_logs
//	@Param	request	body	schema.ObservationLogBulkApprovalRequest	true	"request"
//	@Accept	json
//	@Success	204
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/observation_logs/bulk_approval/	[post]
func (s *Server) approveObservationLogs(c *call) (reply, error) {
	f, err := c.form(rest.Create)
	if err != nil {
		return reply{}, err
	}
	decision, remark := readDecision(f)
	var ids []model.ID
	rest.IDs(f, "observation_logs", &ids, maxBulk)
	if err := f.Err(); err != nil {
		return reply{}, err
	}
	entries, err := c.allApproved(unique(ids))
	if err != nil {
		return reply{}, err
	}
	e, err := c.editor()
	if err != nil {
		return reply{}, err
	}
	for _, entry := range entries {
		o, err := db.Observations.Get(c.tx, entry.Observation)
		if err != nil {
			return reply{}, err
		}
		if err := e.Decide(entry, o, decision, remark); err != nil {
			return reply{}, err
		}
	}
	return noContent(), e.Finish()
}

// allApproved finds history entries, all of which the caller may approve.
func (c *call) allApproved(ids []model.ID) ([]*model.ObservationLog, error) {
	entries := make([]*model.ObservationLog, 0, len(ids))
	for _, id := range ids {
		entry, err := db.ObservationLogs.Get(c.tx, id)
		if errors.Is(err, db.ErrNotFound) {
			return nil, rest.BadRequest("Some observation logs do not exist")
		}
		if err != nil {
			return nil, err
		}
		entries = append(entries, entry)
	}
	for _, entry := range entries {
		_, p, err := c.loggedOf(entry)
		if err != nil {
			return nil, err
		}
		switch {
		case !c.may(p, auth.ObservationLogApproval):
			return nil, rest.BadRequestf("First observation log without approval permission: %d", entry.ID)
		case entry.AssessmentStatus != model.AssessmentNeedsApproval:
			return nil, rest.BadRequestf("First observation log that does not need approval: %d", entry.ID)
		case entry.User == c.userID():
			return nil, rest.BadRequestf("First observation log where user cannot approve their own assessment: %d", entry.ID)
		}
	}
	return entries, nil
}

// deleteObservationLogs withdraws assessments of the caller that wait for approval. Entries that have taken effect stay: they are the history.
//
//	@Summary	Withdraws assessments of the caller that wait for approval
//	@ID	observation_logs_bulk_delete_destroy
//	@Tags	observation_logs
//	@Param	request	body	schema.ObservationLogBulkDeleteRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	200	{object}	schema.Count
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/observation_logs/bulk_delete/	[delete]
func (s *Server) deleteObservationLogs(c *call) (reply, error) {
	f, err := c.form(rest.Create) // a DELETE with a body
	if err != nil {
		return reply{}, err
	}
	var ids []model.ID
	rest.IDs(f, "observation_logs", &ids, maxBulk)
	if err := f.Err(); err != nil {
		return reply{}, err
	}
	withdrawn, err := c.withdrawable(ids)
	if err != nil {
		return reply{}, err
	}
	if withdrawn.IsEmpty() {
		return reply{}, rest.BadRequest("No assessments were deleted. You can only delete your own assessments.")
	}
	if err := db.ObservationLogs.DeleteAll(c.tx, withdrawn); err != nil {
		return reply{}, err
	}
	return ok(schema.Count{Count: int(withdrawn.GetCardinality())}), nil
}

// withdrawable are those of the history entries that the caller has written, that wait for approval, and whose product he is still a member of.
func (c *call) withdrawable(ids []model.ID) (*roaring.Bitmap, error) {
	found := roaring.New()
	for _, id := range ids {
		entry, err := db.ObservationLogs.Get(c.tx, id)
		if errors.Is(err, db.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if entry.User != c.userID() || entry.AssessmentStatus != model.AssessmentNeedsApproval {
			continue
		}
		_, p, err := c.loggedOf(entry)
		if err != nil {
			return nil, err
		}
		if c.access.Member(p) {
			found.Add(uint32(entry.ID))
		}
	}
	return found, nil
}
