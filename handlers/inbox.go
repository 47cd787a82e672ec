package handlers

import (
	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/handlers/schema"
)

// statusInbox counts what waits for the caller, so that the web UI asks once for all its badges.
//
//	@Summary	Counts what waits for the caller
//	@Description	Visible observations in review, visible assessments that wait for an approval, visible notifications that the caller has not viewed.
//	@ID	status_inbox_retrieve
//	@Tags	status
//	@Produce	json
//	@Success	200	{object}	schema.Inbox
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/status/inbox/	[get]
func (s *Server) statusInbox(c *call) (reply, error) {
	fresh, err := c.newNotifications()
	if err != nil {
		return reply{}, err
	}
	if visible := visibleNotifications(c); visible != nil {
		fresh = roaring.And(fresh, visible)
	}
	return ok(schema.Inbox{Reviews: c.reviews(), Approvals: c.approvals(), Notifications: int(fresh.GetCardinality())}), nil
}
