package handlers

import (
	"errors"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/auth"
	"secobserve/db"
	"secobserve/db/columnar"
	"secobserve/handlers/rest"
	"secobserve/handlers/schema"
	"secobserve/model"
)

var licenseComponentEvidenceList = list[model.LicenseComponentEvidence]{
	table: db.LicenseComponentEvidences,
	scope: func(c *call) *roaring.Bitmap {
		ids := inProducts(db.LicenseComponents, "product", visible)(c)
		if ids == nil {
			return nil
		}
		t := db.LicenseComponentEvidences
		return t.Index(c.tx).AnyRef(t.Column("license_component_id"), ids)
	},
	filters: []filter{
		{"license_component", evidencesOfLicenseComponent},
		contains(db.LicenseComponentEvidences, "name", "name"),
	},
	orders: map[string]func(*call) []columnar.Key{
		"name":              by(db.LicenseComponentEvidences, "name"),
		"license_component": by(db.LicenseComponentEvidences, "license_component_id"),
	},
}

func evidencesOfLicenseComponent(c *call, q rest.Query, name string, _ *roaring.Bitmap) (*roaring.Bitmap, error) {
	id, ok, err := q.Reference(name)
	if err != nil || !ok {
		return nil, err
	}
	row, err := db.LicenseComponents.Get(c.tx, model.ID(id))
	if err != nil || !memberOf(c, row.Product) {
		return nil, rest.BadReference(name)
	}
	return db.LicenseComponentEvidences.Referring(c.tx, "license_component", row.ID), nil
}

// listLicenseComponentEvidences lists the raw texts of SBOMs.
//
//	@Summary	Lists the raw texts of SBOMs
//	@ID	license_component_evidences_list
//	@Tags	license_component_evidences
//	@Param	license_component	query	int	false	"license component"
//	@Param	name	query	string	false	"name"
//	@Param	ordering	query	[]string	false	"ordering" Enums(-license_component, -name, license_component, name) collectionFormat(csv)
//	@Param	page	query	int	false	"page"
//	@Param	page_size	query	int	false	"page size"
//	@Produce	json
//	@Success	200	{object}	schema.Page[schema.LicenseComponentEvidence]
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_component_evidences/	[get]
func (s *Server) listLicenseComponentEvidences(c *call) (reply, error) {
	return licenseComponentEvidenceList.serve(c, shown(func(e *model.LicenseComponentEvidence) (any, error) {
		row, err := db.LicenseComponents.Get(c.tx, e.LicenseComponent)
		if err != nil {
			return nil, err
		}
		return c.showLicenseComponentEvidence(e, row), nil
	}))
}

// getLicenseComponentEvidence shows a raw text of an SBOM.
//
//	@Summary	Shows a raw text of an SBOM
//	@ID	license_component_evidences_retrieve
//	@Tags	license_component_evidences
//	@Param	id	path	int	true	"id"
//	@Produce	json
//	@Success	200	{object}	schema.LicenseComponentEvidence
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_component_evidences/{id}/	[get]
func (s *Server) getLicenseComponentEvidence(c *call) (reply, error) {
	const class = "License_Component_Evidence"
	id, err := c.pathID(class)
	if err != nil {
		return reply{}, err
	}
	e, err := db.LicenseComponentEvidences.Get(c.tx, id)
	if errors.Is(err, db.ErrNotFound) {
		return reply{}, rest.NotFound(class)
	}
	if err != nil {
		return reply{}, err
	}
	row, err := db.LicenseComponents.Get(c.tx, e.LicenseComponent)
	if err != nil {
		return reply{}, err
	}
	p, err := db.Products.Get(c.tx, row.Product)
	if err != nil {
		return reply{}, err
	}
	if !c.access.Member(p) {
		return reply{}, rest.NotFound(class)
	}
	return ok(c.showLicenseComponentEvidence(e, row)), c.require(p, auth.ProductView)
}

func (c *call) showLicenseComponentEvidence(e *model.LicenseComponentEvidence, row *model.LicenseComponent) schema.LicenseComponentEvidence {
	return schema.LicenseComponentEvidence{ID: e.ID, Product: row.Product, Name: e.Name, Evidence: db.Text(c.tx, e.Text), LicenseComponent: e.LicenseComponent}
}
