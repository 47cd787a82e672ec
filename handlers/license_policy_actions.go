package handlers

import (
	"errors"
	"net/http"
	"strconv"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/auth"
	"secobserve/db"
	"secobserve/handlers/rest"
	"secobserve/licenses"
	"secobserve/model"
)

// copyLicensePolicy copies a license policy with its items and users.
//
//	@Summary	Copies a license policy with its items and users
//	@ID	license_policies_copy_create
//	@Tags	license_policies
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.LicensePolicyCopyRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	201	{object}	schema.LicensePolicy
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_policies/{id}/copy/	[post]
func (s *Server) copyLicensePolicy(c *call) (reply, error) {
	name, err := c.readCopyName()
	if err != nil {
		return reply{}, err
	}
	source, err := c.licensePolicyOfAction(false)
	if err != nil {
		return reply{}, err
	}
	policy := *source
	policy.Name = name
	var taken *db.UniqueError
	if err := db.LicensePolicies.Insert(c.tx, &policy); errors.As(err, &taken) {
		return reply{}, rest.BadRequest("License policy with this name already exists")
	} else if err != nil {
		return reply{}, err
	}
	if err := c.copyPolicyParts(source.ID, policy.ID); err != nil {
		return reply{}, err
	}
	if err := c.addLicensePolicyManager(policy.ID); err != nil {
		return reply{}, err
	}
	return created(c.showLicensePolicy(&policy)), nil
}

// copyPolicyParts copies the items and the users of a policy.
func (c *call) copyPolicyParts(from, to model.ID) error {
	items, err := licenses.Items(c.tx, from)
	if err != nil {
		return err
	}
	for _, item := range items {
		item.LicensePolicy = to
		if err := db.LicensePolicyItems.Insert(c.tx, item); err != nil {
			return err
		}
	}
	for m, err := range db.LicensePolicyMembers.ReferringRows(c.tx, "license_policy", from) {
		if err != nil {
			return err
		}
		if err := db.LicensePolicyMembers.Insert(c.tx, &model.LicensePolicyMember{LicensePolicy: to, User: m.User, IsManager: m.IsManager}); err != nil {
			return err
		}
	}
	return nil
}

// applyLicensePolicy evaluates the components of all products for which the policy or a child of it holds.
//
//	@Summary	Evaluates the components of all products for which the policy holds
//	@ID	license_policies_apply_create
//	@Tags	license_policies
//	@Param	id	path	int	true	"id"
//	@Success	204
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_policies/{id}/apply/	[post]
func (s *Server) applyLicensePolicy(c *call) (reply, error) {
	p, err := c.licensePolicyOfAction(true)
	if err != nil {
		return reply{}, err
	}
	return noContent(), licenses.ReevaluatePolicies(c.tx, roaring.BitmapOf(uint32(p.ID)), c.moment())
}

// applyLicensePolicyToProduct evaluates the components of a product with the policy that holds for it.
//
//	@Summary	Evaluates the components of a product with the policy that holds for it
//	@ID	license_policies_apply_product_create
//	@Tags	license_policies
//	@Param	product	query	int	true	"product"
//	@Success	204
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_policies/apply_product/	[post]
func (s *Server) applyLicensePolicyToProduct(c *call) (reply, error) {
	text, _ := rest.QueryOf(c.r).Last("product")
	if text == "" {
		return reply{}, rest.BadRequest("No product id provided")
	}
	id, err := strconv.ParseUint(text, 10, 64)
	if err != nil {
		return reply{}, rest.BadRequest("Product id is not an integer")
	}
	p, err := db.Products.Get(c.tx, model.ID(id))
	if errors.Is(err, db.ErrNotFound) {
		return reply{}, rest.NotFoundText("Not found.")
	}
	if err != nil {
		return reply{}, err
	}
	if err := c.require(p, auth.ProductEdit); err != nil {
		return reply{}, err
	}
	_, err = licenses.ReevaluateProducts(c.tx, roaring.BitmapOf(uint32(p.ID)), c.moment())
	return noContent(), err
}

// exportLicensePolicyJSON downloads a license policy as JSON.
//
//	@Summary	Downloads a license policy as JSON
//	@ID	license_policies_export_json_retrieve
//	@Tags	license_policies
//	@Param	id	path	int	true	"id"
//	@Produce	json
//	@Success	200	{object}	object
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_policies/{id}/export_json/	[get]
func (s *Server) exportLicensePolicyJSON(c *call) (reply, error) {
	return c.exportPolicy("application/json", "json", licenses.ExportJSON)
}

// exportLicensePolicyYAML downloads a license policy as YAML.
//
//	@Summary	Downloads a license policy as YAML
//	@ID	license_policies_export_yaml_retrieve
//	@Tags	license_policies
//	@Param	id	path	int	true	"id"
//	@Produce	application/yaml
//	@Success	200	{file}	file
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_policies/{id}/export_yaml/	[get]
func (s *Server) exportLicensePolicyYAML(c *call) (reply, error) {
	return c.exportPolicy("application/yaml", "yaml", licenses.ExportYAML)
}

// exportLicensePolicySBOMUtility downloads a license policy as SBOMUtility.
//
//	@Summary	Downloads a license policy as SBOMUtility
//	@ID	license_policies_export_sbom_utility_retrieve
//	@Tags	license_policies
//	@Param	id	path	int	true	"id"
//	@Produce	json
//	@Success	200	{object}	object
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_policies/{id}/export_sbom_utility/	[get]
func (s *Server) exportLicensePolicySBOMUtility(c *call) (reply, error) {
	return c.exportPolicy("application/json", "json", licenses.ExportSBOMUtility)
}

// exportPolicy answers with the file of a policy.
func (c *call) exportPolicy(media, extension string, export func(*licenses.PolicyExport) ([]byte, error)) (reply, error) {
	p, err := c.licensePolicyOfAction(false)
	if err != nil {
		return reply{}, err
	}
	policy, err := licenses.NewPolicyExport(c.tx, p)
	if err != nil {
		return reply{}, err
	}
	content, err := export(policy)
	if err != nil {
		return reply{}, err
	}
	return reply{write: func(w http.ResponseWriter) error {
		w.Header().Set("Content-Type", media)
		w.Header().Set("Content-Disposition", "attachment; filename=license_policy_"+idText(p.ID)+"."+extension)
		w.WriteHeader(http.StatusOK)
		if c.r.Method == http.MethodHead {
			return nil
		}
		_, err := w.Write(content)
		return err
	}}, nil
}
