package handlers

import (
	"errors"
	"net/http"

	"secobserve/db"
	"secobserve/handlers/rest"
	"secobserve/licenses"
	"secobserve/model"
)

// importLicensePolicy makes a license policy of a file that one was exported to. What the file names, a parent or license groups, is used as far
// as the caller sees it; otherwise the policy gets the rules themselves.
//
//	@Summary	Makes a license policy of a JSON or YAML file that one was exported to
//	@ID	license_policies_import_create
//	@Tags	license_policies
//	@Param	name	query	string	false	"name of the policy instead of the one in the file"
//	@Param	request	body	object	true	"request"
//	@Accept	json
//	@Accept	application/yaml
//	@Produce	json
//	@Success	201	{object}	schema.LicensePolicy
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_policies/import/	[post]
func (s *Server) importLicensePolicy(c *call) (reply, error) {
	text, err := c.body.Text(c.r, "application/json", "application/yaml", "application/x-yaml", "text/yaml")
	if err != nil {
		return reply{}, err
	}
	file, err := licenses.ReadPolicyFile(text)
	if err != nil {
		return reply{}, rest.BadRequest("The license policy could not be read: " + err.Error())
	}
	if name, sent := rest.QueryOf(c.r).Last("name"); sent && name != "" {
		if file.Name = name; len([]rune(name)) > maxName {
			return reply{}, rest.FieldError("name", "Ensure this field has no more than 255 characters.")
		}
	}
	draft, err := file.Drafted(c.tx, licenses.PolicySurroundings{Parent: c.policyToInherit, Group: c.licenseGroupNamed})
	var unknown *licenses.UnknownLicensesError
	var invalid *licenses.InvalidExpressionError
	if errors.As(err, &unknown) || errors.As(err, &invalid) {
		return reply{}, rest.BadRequest(err.Error())
	}
	if err != nil {
		return reply{}, err
	}
	if err := db.LicensePolicies.Insert(c.tx, draft.Policy); err != nil {
		return reply{}, licensePolicyTaken(err)
	}
	for _, item := range draft.Items {
		item.LicensePolicy = draft.Policy.ID
		if err := db.LicensePolicyItems.Insert(c.tx, item); err != nil {
			return reply{}, itemTaken(err)
		}
	}
	if err := c.addLicensePolicyManager(draft.Policy.ID); err != nil {
		return reply{}, err
	}
	return created(c.showLicensePolicy(draft.Policy)), nil
}

// policyToInherit finds a policy that may become parent and that the caller sees.
func (c *call) policyToInherit(name string) (model.ID, bool) {
	p, err := db.LicensePolicies.Find(c.tx, "name", db.Key(name))
	if err != nil || p.Parent != 0 || !c.access.SeesLicensePolicy(p.ID) {
		return 0, false
	}
	return p.ID, true
}

// licenseGroupNamed finds a license group that the caller sees.
func (c *call) licenseGroupNamed(name string) (model.ID, bool) {
	g, err := db.LicenseGroups.Find(c.tx, "name", db.Key(name))
	if err != nil || !c.access.SeesLicenseGroup(g.ID) {
		return 0, false
	}
	return g.ID, true
}

// getLicensePolicySchema is the JSON schema of the files of license policies.
//
//	@Summary	Shows the JSON schema of the files that license policies are exported to and imported from
//	@ID	license_policies_schema_retrieve
//	@Tags	license_policies
//	@Produce	application/schema+json
//	@Success	200	{object}	object
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_policies/schema/	[get]
func (s *Server) getLicensePolicySchema(c *call) (reply, error) {
	return reply{write: func(w http.ResponseWriter) error {
		w.Header().Set("Content-Type", "application/schema+json")
		w.WriteHeader(http.StatusOK)
		if c.r.Method == http.MethodHead {
			return nil
		}
		_, err := w.Write(licenses.PolicySchema)
		return err
	}}, nil
}
