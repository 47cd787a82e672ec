package handlers

import (
	"errors"
	"net/http"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/auth"
	"secobserve/db"
	"secobserve/handlers/rest"
	"secobserve/model"
	"secobserve/observations"
)

// The limits of assessments.
const (
	maxComment = 4096
	maxBulk    = 250
)

// readAssessment validates the body of an assessment.
func (c *call) readAssessment(f *rest.Form) model.Assessment {
	var a model.Assessment
	rest.Choice(f, "severity", &a.Severity, model.Severities, false, false)
	rest.Choice(f, "status", &a.Status, model.Statuses, false, false)
	rest.NullInt(f, "priority", &a.Priority, 1, maxPriority)
	rest.Text(f, "comment", &a.Comment, rest.TextRule{Required: true, Max: maxComment})
	rest.Choice(f, "vex_justification", &a.VexJustification, model.VexJustifications, false, true)
	a.HasExpiry = rest.Date(f, "risk_acceptance_expiry_date", &a.Expiry)
	return a
}

// assessed finds the observation of the path for an action; the body has been validated before (core-observations.md §10.1).
func (c *call) assessed() (*model.Observation, error) {
	id, err := c.pathID("Observation")
	if err != nil {
		return nil, err
	}
	o, err := db.Observations.Get(c.tx, id)
	if errors.Is(err, db.ErrNotFound) {
		return nil, rest.NotFoundText("Observation " + idText(id) + " not found")
	}
	if err != nil {
		return nil, err
	}
	p, err := db.Products.Get(c.tx, o.Product)
	if err != nil {
		return nil, err
	}
	return o, c.require(p, auth.ObservationAssessment)
}

// notPending refuses an observation whose last assessment still waits for approval.
func (c *call) notPending(o *model.Observation, text string) error {
	if observations.PendingLog(c.tx, o.ID) != 0 {
		return rest.BadRequest(text)
	}
	return nil
}

const (
	textPendingAssessment = "Cannot create new assessment while last assessment still needs approval"
	textPendingRemoval    = "Cannot remove assessment while last assessment still needs approval"
)

// assessObservation decides on an observation.
//
//	@Summary	Decides on an observation
//	@ID	observations_assessment_partial_update
//	@Tags	observations
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.PatchedObservationAssessmentRequest	true	"request"
//	@Accept	json
//	@Success	200
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/observations/{id}/assessment/	[patch]
func (s *Server) assessObservation(c *call) (reply, error) {
	f, err := c.form(rest.Create) // a PATCH, but the comment is required
	if err != nil {
		return reply{}, err
	}
	request := c.readAssessment(f)
	if err := f.Err(); err != nil {
		return reply{}, err
	}
	return c.change(textPendingAssessment, func(e *observations.Editor, o *model.Observation) error { return e.Assess(o, request) })
}

// removeAssessment takes the decision on an observation back.
//
//	@Summary	Takes the decision on an observation back
//	@ID	observations_remove_assessment_partial_update
//	@Tags	observations
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.PatchedObservationRemoveAssessmentRequest	true	"request"
//	@Accept	json
//	@Success	200
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/observations/{id}/remove_assessment/	[patch]
func (s *Server) removeAssessment(c *call) (reply, error) {
	f, err := c.form(rest.Create)
	if err != nil {
		return reply{}, err
	}
	var comment string
	rest.Text(f, "comment", &comment, rest.TextRule{Required: true, Max: maxComment})
	if err := f.Err(); err != nil {
		return reply{}, err
	}
	return c.change(textPendingRemoval, func(e *observations.Editor, o *model.Observation) error { return e.RemoveAssessment(o, comment) })
}

func (c *call) change(pendingText string, apply func(*observations.Editor, *model.Observation) error) (reply, error) {
	o, err := c.assessed()
	if err != nil {
		return reply{}, err
	}
	if err := c.notPending(o, pendingText); err != nil {
		return reply{}, err
	}
	e, err := c.editor()
	if err != nil {
		return reply{}, err
	}
	if err := apply(e, o); err != nil {
		return reply{}, err
	}
	return reply{status: http.StatusOK}, e.Finish()
}

// assessObservations decides on several observations at once: on all or on none.
//
//	@Summary	Decides on several observations at once
//	@ID	observations_bulk_assessment_create
//	@Tags	observations
//	@Param	request	body	schema.ObservationBulkAssessmentRequest	true	"request"
//	@Accept	json
//	@Success	204
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/observations/bulk_assessment/	[post]
func (s *Server) assessObservations(c *call) (reply, error) {
	f, err := c.form(rest.Create)
	if err != nil {
		return reply{}, err
	}
	request := c.readAssessment(f)
	var ids []model.ID
	rest.IDs(f, "observations", &ids, maxBulk)
	if err := f.Err(); err != nil {
		return reply{}, err
	}
	rows, err := c.bulk(ids)
	if err != nil {
		return reply{}, err
	}
	for _, o := range rows {
		if err := c.mayAssess(o); err != nil {
			return reply{}, err
		}
	}
	return c.assessAll(rows, request)
}

func (c *call) assessAll(rows []*model.Observation, request model.Assessment) (reply, error) {
	e, err := c.editor()
	if err != nil {
		return reply{}, err
	}
	for _, o := range rows {
		if err := e.Assess(o, request); err != nil {
			return reply{}, err
		}
	}
	return noContent(), e.Finish()
}

// unique keeps the first of repeated ids, in the order of the list.
func unique(ids []model.ID) []model.ID {
	seen := make(map[model.ID]bool, len(ids))
	return slices.DeleteFunc(slices.Clone(ids), func(id model.ID) bool {
		again := seen[id]
		seen[id] = true
		return again
	})
}

// bulk finds the observations of a bulk action; repeated ids count once.
func (c *call) bulk(ids []model.ID) ([]*model.Observation, error) {
	ids = unique(ids)
	rows := make([]*model.Observation, 0, len(ids))
	for _, id := range ids {
		o, err := db.Observations.Get(c.tx, id)
		if errors.Is(err, db.ErrNotFound) {
			return nil, rest.BadRequest("Some observations do not exist")
		}
		if err != nil {
			return nil, err
		}
		rows = append(rows, o)
	}
	return rows, nil
}

// noneIsPending refuses observations of which one's assessment still waits for approval.
func (c *call) noneIsPending(rows []*model.Observation) error {
	for _, o := range rows {
		if err := c.notPending(o, textPendingAssessment); err != nil {
			return err
		}
	}
	return nil
}

// mayAssess checks one observation of several. What the caller cannot see is not named.
func (c *call) mayAssess(o *model.Observation) error {
	p, err := db.Products.Get(c.tx, o.Product)
	if err != nil {
		return err
	}
	if !c.may(p, auth.ObservationAssessment) {
		name := p.Name + " / " + o.Title
		if !c.may(p, auth.ObservationView) {
			name = idText(o.ID)
		}
		return rest.BadRequest("First observation without assessment permission: " + name)
	}
	return c.notPending(o, textPendingAssessment)
}

// actionProduct finds the product or group of an action's path; these routes tell 404 and 403 apart for everybody (access.md §9.2).
func (c *call) actionProduct(permission auth.Permission) (*model.Product, error) {
	id, err := c.pathID("Product")
	if err != nil {
		return nil, err
	}
	p, err := db.Products.Get(c.tx, id)
	if errors.Is(err, db.ErrNotFound) {
		return nil, rest.NotFoundText("Not found.")
	}
	if err != nil {
		return nil, err
	}
	if err := c.require(p, auth.ProductView); err != nil {
		return nil, err
	}
	return p, c.require(p, permission)
}

// bulkOfProduct finds the observations of a bulk action on one product, to which all of them must belong.
func (c *call) bulkOfProduct(p *model.Product, ids []model.ID) ([]*model.Observation, error) {
	rows, err := c.bulk(ids)
	if err != nil {
		return nil, err
	}
	for _, o := range rows {
		if o.Product != p.ID {
			return nil, rest.BadRequestf("Observation %d does not belong to product %d", o.ID, p.ID)
		}
	}
	return rows, nil
}

// assessProductObservations decides on several observations of one product at once: on all or on none.
//
//	@Summary	Decides on several observations of one product at once
//	@ID	products_observations_bulk_assessment_create
//	@Tags	products
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.ObservationBulkAssessmentRequest	true	"request"
//	@Accept	json
//	@Success	204
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/products/{id}/observations_bulk_assessment/	[post]
func (s *Server) assessProductObservations(c *call) (reply, error) {
	p, err := c.actionProduct(auth.ObservationAssessment)
	if err != nil {
		return reply{}, err
	}
	f, err := c.form(rest.Create)
	if err != nil {
		return reply{}, err
	}
	request := c.readAssessment(f)
	var ids []model.ID
	rest.IDs(f, "observations", &ids, maxBulk)
	if err := f.Err(); err != nil {
		return reply{}, err
	}
	rows, err := c.bulkOfProduct(p, ids)
	if err != nil {
		return reply{}, err
	}
	if err := c.noneIsPending(rows); err != nil {
		return reply{}, err
	}
	return c.assessAll(rows, request)
}

// deleteProductObservations deletes several observations of one product.
//
//	@Summary	Deletes several observations of one product
//	@ID	products_observations_bulk_delete_create
//	@Tags	products
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.ObservationBulkDeleteRequest	true	"request"
//	@Accept	json
//	@Success	204
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/products/{id}/observations_bulk_delete/	[post]
func (s *Server) deleteProductObservations(c *call) (reply, error) {
	p, err := c.actionProduct(auth.ObservationDelete)
	if err != nil {
		return reply{}, err
	}
	f, err := c.form(rest.Create)
	if err != nil {
		return reply{}, err
	}
	var ids []model.ID
	rest.IDs(f, "observations", &ids, maxBulk)
	if err := f.Err(); err != nil {
		return reply{}, err
	}
	rows, err := c.bulkOfProduct(p, ids)
	if err != nil || len(rows) == 0 {
		return noContent(), err
	}
	doomed := roaring.New()
	for _, o := range rows {
		doomed.Add(uint32(o.ID))
	}
	e, err := c.editor()
	if err != nil {
		return reply{}, err
	}
	if err := e.Delete(p.ID, doomed); err != nil {
		return reply{}, err
	}
	return noContent(), e.Finish()
}
