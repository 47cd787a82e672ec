package handlers

import (
	"errors"
	"net/http"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/gorilla/mux"

	"secobserve/auth"
	"secobserve/db"
	"secobserve/db/columnar"
	"secobserve/handlers/rest"
	"secobserve/handlers/schema"
	"secobserve/model"
)

// listPURLTypes lists the types of package URLs that the components of a product have: those of its observations, or those of its license
// components.
//
//	@Summary	Lists the types of package URLs that the components of a product have
//	@ID	purl_types_list
//	@Tags	purl_types
//	@Param	for_license_components	query	string	false	"of license components, if not empty"
//	@Param	for_observations	query	string	false	"of observations, if not empty"
//	@Param	product	query	int	true	"product"
//	@Produce	json
//	@Success	200	{object}	schema.PURLType
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/purl_types/	[get]
func (s *Server) listPURLTypes(c *call) (reply, error) {
	q := rest.QueryOf(c.r)
	product, err := c.productOfPURLTypes(q)
	if err != nil {
		return reply{}, err
	}
	var kinds []string
	switch {
	case given(q, "for_observations"):
		kinds = distinct(db.Observations.Index(c.tx), db.Observations.Column("origin_component_purl_type"),
			db.Observations.Referring(c.tx, "product", product))
	case given(q, "for_license_components"):
		kinds = distinct(db.LicenseComponents.Index(c.tx), db.LicenseComponents.Column("component_purl_type"),
			db.LicenseComponents.Referring(c.tx, "product", product))
	}
	answer := schema.PURLType{Count: len(kinds), Results: []schema.PURLTypeElement{}}
	for _, kind := range model.SortedPURLTypes(kinds) {
		name, _ := model.PURLTypeName(kind)
		answer.Results = append(answer.Results, schema.PURLTypeElement{ID: kind, Name: name})
	}
	return ok(answer), nil
}

// productOfPURLTypes is the product that the list is asked for. Whatever is wrong with it, the answer is a 404 without a body.
func (c *call) productOfPURLTypes(q rest.Query) (model.ID, error) {
	id, isGiven, err := q.Reference("product")
	if err != nil || !isGiven {
		return 0, notFoundEmpty()
	}
	p, err := db.Products.Get(c.tx, model.ID(id))
	if errors.Is(err, db.ErrNotFound) {
		return 0, notFoundEmpty()
	}
	if err != nil {
		return 0, err
	}
	if err := c.require(p, auth.ProductView); err != nil {
		return 0, notFoundEmpty()
	}
	return p.ID, nil
}

// given tells whether a parameter has any text, "0" and "false" included.
func given(q rest.Query, name string) bool {
	value, _ := q.Last(name)
	return value != ""
}

// distinct lists the different texts of a column, without the empty one.
func distinct(idx *columnar.Snapshot, column int, within *roaring.Bitmap) []string {
	texts := idx.DistinctTexts(column, within)
	if len(texts) > 0 && texts[0] == "" {
		return texts[1:]
	}
	return texts
}

// getPURLType shows the name of a type of package URLs.
//
//	@Summary	Shows the name of a type of package URLs
//	@ID	purl_types_retrieve
//	@Tags	purl_types
//	@Param	purl_type_id	path	string	true	"purl type id"
//	@Produce	json
//	@Success	200	{object}	schema.PURLTypeElement
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/purl_types/{purl_type_id}/	[get]
func (s *Server) getPURLType(c *call) (reply, error) {
	kind := mux.Vars(c.r)["purl_type_id"]
	name, known := model.PURLTypeName(kind)
	if !known {
		return reply{}, notFoundEmpty()
	}
	return ok(schema.PURLTypeElement{ID: kind, Name: name}), nil
}

func notFoundEmpty() error { return &rest.Error{Status: http.StatusNotFound, Empty: true} }
