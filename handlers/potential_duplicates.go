package handlers

import (
	"bytes"
	"errors"
	"math"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/auth"
	"secobserve/db"
	"secobserve/db/columnar"
	"secobserve/handlers/rest"
	"secobserve/handlers/schema"
	"secobserve/model"
)

var potentialDuplicateList = list[model.PotentialDuplicate]{
	table:   db.PotentialDuplicates,
	within:  ofVisibleObservations(db.PotentialDuplicates),
	filters: []filter{partOf(db.PotentialDuplicates), {"status", withStatusOfOther}},
	orders:  potentialDuplicateOrders(),
}

func potentialDuplicateOrders() map[string]func(*call) []columnar.Key {
	const prefix, kubernetes = "potential_duplicate_observation", "origin_kubernetes_qualified_resource"
	orders := map[string]func(*call) []columnar.Key{prefix + "__" + kubernetes: byOther(observationList.orders[kubernetes])}
	for _, name := range []string{"title", "current_status", "origin_service_name", "origin_component_name_version", "origin_docker_image_name_tag_short",
		"origin_endpoint_hostname", "origin_source_file", "origin_cloud_qualified_resource", kubernetes, "scanner_name", "last_observation_log"} {
		orders[prefix+"."+name] = byOther(observationList.orders[name])
	}
	orders[prefix+".current_severity"] = byOther(by(db.Observations, "severity_rank"))
	return orders
}

// byOther orders by the potential duplicate as the list of observations does.
func byOther(inner func(*call) []columnar.Key) func(*call) []columnar.Key {
	return joined(db.PotentialDuplicates, "other_id", db.Observations, inner)
}

func withStatusOfOther(c *call, q rest.Query, name string, within *roaring.Bitmap) (*roaring.Bitmap, error) {
	statuses, err := q.Choices(name, textsOf(model.Statuses))
	if err != nil || len(statuses) == 0 {
		return nil, err
	}
	observations := db.Observations.Index(c.tx).AnyText(db.Observations.Column("current_status"), statuses...)
	return db.PotentialDuplicates.Index(c.tx).AnyRefWithin(db.PotentialDuplicates.Column("other_id"), observations, within), nil
}

// listPotentialDuplicates lists pairs of observations that may be the same finding.
//
//	@Summary	Lists pairs of observations that may be the same finding
//	@ID	potential_duplicates_list
//	@Tags	potential_duplicates
//	@Param	observation	query	int	false	"observation"
//	@Param	ordering	query	[]string	false	"ordering" Enums(-potential_duplicate_observation.current_severity, -potential_duplicate_observation.current_status, -potential_duplicate_observation.last_observation_log, -potential_duplicate_observation.origin_cloud_qualified_resource, -potential_duplicate_observation.origin_component_name_version, -potential_duplicate_observation.origin_docker_image_name_tag_short, -potential_duplicate_observation.origin_endpoint_hostname, -potential_duplicate_observation.origin_service_name, -potential_duplicate_observation.origin_source_file, -potential_duplicate_observation.scanner_name, -potential_duplicate_observation.title, -potential_duplicate_observation__origin_kubernetes_qualified_resource, potential_duplicate_observation.current_severity, potential_duplicate_observation.current_status, potential_duplicate_observation.last_observation_log, potential_duplicate_observation.origin_cloud_qualified_resource, potential_duplicate_observation.origin_component_name_version, potential_duplicate_observation.origin_docker_image_name_tag_short, potential_duplicate_observation.origin_endpoint_hostname, potential_duplicate_observation.origin_service_name, potential_duplicate_observation.origin_source_file, potential_duplicate_observation.scanner_name, potential_duplicate_observation.title, potential_duplicate_observation__origin_kubernetes_qualified_resource) collectionFormat(csv)
//	@Param	page	query	int	false	"page"
//	@Param	page_size	query	int	false	"page size"
//	@Param	status	query	[]string	false	"status" Enums(Affected, Duplicate, False positive, In review, Not affected, Not security, Open, Resolved, Risk accepted) collectionFormat(multi)
//	@Produce	json
//	@Success	200	{object}	schema.Page[schema.PotentialDuplicate]
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/potential_duplicates/	[get]
func (s *Server) listPotentialDuplicates(c *call) (reply, error) {
	present, err := newObservationPresenter(c)
	if err != nil {
		return reply{}, err
	}
	return potentialDuplicateList.serve(c, func(out *bytes.Buffer, row *model.PotentialDuplicate) error {
		o, err := db.Observations.Get(c.tx, row.PotentialDuplicateObservation)
		if err != nil {
			return err
		}
		nested, err := present.nestedObservation(o)
		if err != nil {
			return err
		}
		return appendJSON(out, schema.PotentialDuplicate{ID: row.ID, PotentialDuplicateObservation: nested, Type: row.Type, Observation: row.Observation})
	})
}

// markDuplicates assesses potential duplicates of an observation as its duplicates.
//
//	@Summary	Assesses potential duplicates of an observation as its duplicates
//	@ID	products_observations_bulk_mark_duplicates_create
//	@Tags	products
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.ObservationBulkMarkDuplicatesRequest	true	"request"
//	@Accept	json
//	@Success	204
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/products/{id}/observations_bulk_mark_duplicates/	[post]
func (s *Server) markDuplicates(c *call) (reply, error) {
	p, err := c.actionProduct(auth.ObservationAssessment)
	if err != nil {
		return reply{}, err
	}
	f, err := c.form(rest.Create)
	if err != nil {
		return reply{}, err
	}
	var observation model.ID
	var ids []model.ID
	rest.Int(f, "observation_id", &observation, 1, math.MaxInt64, true)
	rest.IDs(f, "potential_duplicates", &ids, maxBulk)
	if err := f.Err(); err != nil {
		return reply{}, err
	}
	original, err := c.originalOf(p, observation)
	if err != nil {
		return reply{}, err
	}
	rows, err := c.duplicatesOf(original, p, unique(ids))
	if err != nil || len(rows) == 0 {
		return noContent(), err
	}
	e, err := c.editor()
	if err != nil {
		return reply{}, err
	}
	if err := e.MarkDuplicates(original, rows); err != nil {
		return reply{}, err
	}
	return noContent(), e.Finish()
}

// originalOf finds the observation of the product that others are duplicates of.
func (c *call) originalOf(p *model.Product, id model.ID) (*model.Observation, error) {
	o, err := db.Observations.Get(c.tx, id)
	if errors.Is(err, db.ErrNotFound) {
		return nil, rest.BadRequest("Observation does not exist")
	}
	if err != nil {
		return nil, err
	}
	if o.Product != p.ID {
		return nil, rest.BadRequestf("Observation %d does not belong to product %d", o.ID, p.ID)
	}
	return o, nil
}

// duplicatesOf finds the pairs with the given ids; each must pair the observation with one that can be assessed now.
func (c *call) duplicatesOf(o *model.Observation, p *model.Product, ids []model.ID) ([]*model.PotentialDuplicate, error) {
	rows := make([]*model.PotentialDuplicate, 0, len(ids))
	others := make([]model.ID, 0, len(ids))
	for _, id := range ids {
		row, err := db.PotentialDuplicates.Get(c.tx, id)
		if errors.Is(err, db.ErrNotFound) {
			return nil, rest.BadRequestf("Potential duplicate %d does not exist", id)
		}
		if err != nil {
			return nil, err
		}
		if row.Observation != o.ID {
			return nil, rest.BadRequestf("Potential duplicate %d does not belong to observation %d", id, o.ID)
		}
		rows, others = append(rows, row), append(others, row.PotentialDuplicateObservation)
	}
	found, err := c.bulkOfProduct(p, others)
	if err != nil {
		return nil, err
	}
	return rows, c.noneIsPending(found)
}
