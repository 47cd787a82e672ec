package handlers

import (
	"errors"
	"net/http"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/auth"
	"secobserve/db"
	"secobserve/handlers/rest"
	"secobserve/handlers/schema"
	"secobserve/licenses"
	"secobserve/model"
)

// conclusion is what a body concludes; at most one of the forms is set.
type conclusion struct {
	license             *int
	expression, nonSPDX string
}

// readConclusion validates the fields of a conclusion.
func readConclusion(f *rest.Form) conclusion {
	var in conclusion
	rest.NullInt(f, "manual_concluded_spdx_license", &in.license, 1, maxLicenseID)
	rest.Text(f, "manual_concluded_license_expression", &in.expression, rest.TextRule{Max: maxName})
	rest.Text(f, "manual_concluded_non_spdx_license", &in.nonSPDX, rest.TextRule{Max: maxName})
	given := 0
	for _, is := range []bool{in.license != nil, in.expression != "", in.nonSPDX != ""} {
		if is {
			given++
		}
	}
	if given > 1 {
		f.FailAll("Only one concluded license field may be set.")
	}
	return in
}

const maxLicenseID = 1<<31 - 1

// conclude finds the license that a body concludes; none takes a conclusion back.
func (c *call) conclude(in conclusion) (model.ComponentLicense, error) {
	if in.license != nil {
		license, err := db.Licenses.Get(c.tx, model.ID(*in.license))
		if errors.Is(err, db.ErrNotFound) {
			return model.ComponentLicense{}, rest.BadRequestf("SPDX license %d not found.", *in.license)
		}
		if err != nil {
			return model.ComponentLicense{}, err
		}
		return model.ComponentLicense{License: license.ID, SPDXID: license.SPDXID}, nil
	}
	if in.expression == "" {
		return model.ComponentLicense{NonSPDX: in.nonSPDX}, nil
	}
	vocabulary, err := licenses.LoadVocabulary(c.tx)
	if err != nil {
		return model.ComponentLicense{}, err
	}
	node, err := vocabulary.Parse(in.expression)
	if err != nil {
		return model.ComponentLicense{}, rest.BadRequest("Invalid concluded license expression")
	}
	return model.ComponentLicense{Expression: node.String()}, nil
}

// concludedComponent finds the license component of the path for a conclusion; the body has been validated before.
func (c *call) concludedComponent() (*model.LicenseComponent, *model.Product, error) {
	id, err := c.pathID("License_Component")
	if err != nil {
		return nil, nil, err
	}
	row, err := db.LicenseComponents.Get(c.tx, id)
	if errors.Is(err, db.ErrNotFound) {
		return nil, nil, rest.NotFoundText("License component " + idText(id) + " not found.")
	}
	if err != nil {
		return nil, nil, err
	}
	p, err := db.Products.Get(c.tx, row.Product)
	if err != nil {
		return nil, nil, err
	}
	return row, p, c.require(p, auth.LicenseComponentEdit)
}

// concludeLicense concludes the license of a component, or takes the conclusion back.
//
//	@Summary	Concludes the license of a component, or takes the conclusion back
//	@ID	license_components_concluded_license_partial_update
//	@Tags	license_components
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.PatchedConcludedLicenseCreateUpdateRequest	true	"request"
//	@Accept	json
//	@Success	200
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_components/{id}/concluded_license/	[patch]
func (s *Server) concludeLicense(c *call) (reply, error) {
	f, err := c.form(rest.Create) // a PATCH, but what is missing is taken away
	if err != nil {
		return reply{}, err
	}
	in := readConclusion(f)
	if err := f.Err(); err != nil {
		return reply{}, err
	}
	row, p, err := c.concludedComponent()
	if err != nil {
		return reply{}, err
	}
	license, err := c.conclude(in)
	if err != nil {
		return reply{}, err
	}
	return reply{status: http.StatusOK}, licenses.Conclude(c.tx, p, []*model.LicenseComponent{row}, license, c.user(), c.moment())
}

// bulkConcludeLicense concludes the license of all versions of a component, or in all branches.
//
//	@Summary	Concludes the license of all versions of a component, or in all branches
//	@Description	The license is concluded for the component of the path and those of its product with the same name and PURL type. Without further fields these are those of the same version in the same branch.
//	@ID	license_components_bulk_concluded_license_create
//	@Tags	license_components
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.LicenseComponentBulkConcludedLicenseRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	200	{object}	schema.Count
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_components/{id}/bulk_concluded_license/	[post]
func (s *Server) bulkConcludeLicense(c *call) (reply, error) {
	f, err := c.form(rest.Create)
	if err != nil {
		return reply{}, err
	}
	in := readConclusion(f)
	var allVersions, allBranches bool
	rest.Bool(f, "all_versions", &allVersions)
	rest.Bool(f, "all_branches", &allBranches)
	if err := f.Err(); err != nil {
		return reply{}, err
	}
	row, p, err := c.concludedComponent()
	if err != nil {
		return reply{}, err
	}
	license, err := c.conclude(in)
	if err != nil {
		return reply{}, err
	}
	rows, err := licenses.Alike(c.tx, row, allVersions, allBranches)
	if err != nil {
		return reply{}, err
	}
	return ok(schema.Count{Count: len(rows)}), licenses.Conclude(c.tx, p, rows, license, c.user(), c.moment())
}

// deleteProductLicenseComponents deletes license components of a product.
//
//	@Summary	Deletes license components of a product
//	@ID	products_license_components_bulk_delete_create
//	@Tags	products
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.LicenseComponentBulkDeleteRequest	true	"request"
//	@Accept	json
//	@Success	204
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/products/{id}/license_components_bulk_delete/	[post]
func (s *Server) deleteProductLicenseComponents(c *call) (reply, error) {
	f, err := c.form(rest.Create)
	if err != nil {
		return reply{}, err
	}
	p, err := c.actionProduct(auth.LicenseComponentDelete)
	if err != nil {
		return reply{}, err
	}
	var ids []model.ID
	rest.IDs(f, "components", &ids, maxBulk)
	if err := f.Err(); err != nil {
		return reply{}, err
	}
	doomed := roaring.New()
	for _, id := range ids {
		row, err := db.LicenseComponents.Get(c.tx, id)
		if errors.Is(err, db.ErrNotFound) {
			return reply{}, rest.BadRequest("Some components do not exist")
		}
		if err != nil {
			return reply{}, err
		}
		if row.Product != p.ID {
			return reply{}, rest.BadRequestf("Component %d does not belong to product %d", row.ID, p.ID)
		}
		doomed.Add(uint32(id))
	}
	if doomed.IsEmpty() {
		return noContent(), nil
	}
	if err := db.LicenseComponents.DeleteAll(c.tx, doomed); err != nil {
		return reply{}, err
	}
	return noContent(), licenses.NoteChange(c.tx, p.ID, c.moment())
}
