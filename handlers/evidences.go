package handlers

import (
	"secobserve/db"
	"secobserve/db/columnar"
	"secobserve/handlers/rest"
	"secobserve/handlers/schema"
	"secobserve/model"
)

var evidenceList = list[model.Evidence]{
	table:  db.Evidences,
	within: ofVisibleObservations(db.Evidences),
	filters: []filter{
		partOf(db.Evidences),
		contains(db.Evidences, "name", "name"),
	},
	orders: map[string]func(*call) []columnar.Key{"name": by(db.Evidences, "name"), "observation": by(db.Evidences, "observation_id")},
}

// listEvidences lists the raw texts of reports.
//
//	@Summary	Lists the raw texts of reports
//	@ID	evidences_list
//	@Tags	evidences
//	@Param	name	query	string	false	"name"
//	@Param	observation	query	int	false	"observation"
//	@Param	ordering	query	[]string	false	"ordering" Enums(-name, -observation, name, observation) collectionFormat(csv)
//	@Param	omit_text	query	bool	false	"leave out the texts, which may be large"
//	@Param	page	query	int	false	"page"
//	@Param	page_size	query	int	false	"page size"
//	@Produce	json
//	@Success	200	{object}	schema.Page[schema.Evidence]
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/evidences/	[get]
func (s *Server) listEvidences(c *call) (reply, error) {
	omit, _ := rest.QueryOf(c.r).Bool("omit_text")
	return evidenceList.serve(c, shown(func(e *model.Evidence) (any, error) {
		o, err := db.Observations.Get(c.tx, e.Observation)
		if err != nil {
			return nil, err
		}
		if omit {
			return schema.Evidence{ID: e.ID, Product: o.Product, Name: e.Name, Observation: e.Observation}, nil
		}
		return c.showEvidence(e, o), nil
	}))
}

// getEvidence shows a raw text of a report.
//
//	@Summary	Shows a raw text of a report
//	@ID	evidences_retrieve
//	@Tags	evidences
//	@Param	id	path	int	true	"id"
//	@Produce	json
//	@Success	200	{object}	schema.Evidence
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/evidences/{id}/	[get]
func (s *Server) getEvidence(c *call) (reply, error) {
	e, o, err := belongsToObservation(c, db.Evidences, func(e *model.Evidence) model.ID { return e.Observation })
	if err != nil {
		return reply{}, err
	}
	return ok(c.showEvidence(e, o)), nil
}

func (c *call) showEvidence(e *model.Evidence, o *model.Observation) schema.Evidence {
	return schema.Evidence{ID: e.ID, Product: o.Product, Name: e.Name, Evidence: db.Text(c.tx, e.Text), Observation: e.Observation}
}
