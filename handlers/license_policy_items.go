package handlers

import (
	"errors"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/db"
	"secobserve/db/columnar"
	"secobserve/handlers/rest"
	"secobserve/handlers/schema"
	"secobserve/licenses"
	"secobserve/licenses/expression"
	"secobserve/model"
)

var licensePolicyItemList = list[model.LicensePolicyItem]{
	table: db.LicensePolicyItems,
	scope: func(c *call) *roaring.Bitmap {
		policies := c.access.LicensePolicies()
		if policies == nil {
			return nil
		}
		return db.LicensePolicyItems.Index(c.tx).AnyRef(db.LicensePolicyItems.Column("license_policy"), policies)
	},
	filters: []filter{
		reference(db.LicensePolicyItems, "license_policy", "license_policy", seesLicensePolicy),
		refContains(db.LicensePolicyItems, "license_group_name", "license_group", db.LicenseGroups, "name"),
		refContains(db.LicensePolicyItems, "license_spdx_id", "license", db.Licenses, "spdx_id"),
		contains(db.LicensePolicyItems, "license_expression", "license_expression"),
		contains(db.LicensePolicyItems, "non_spdx_license", "non_spdx_license"),
		evaluationResults(db.LicensePolicyItems),
	},
	orders: map[string]func(*call) []columnar.Key{
		"license_policy_data.name": byRef(db.LicensePolicyItems, "license_policy", db.LicensePolicies, "name"),
		"license_group":            itemsBy("group", "license", "expression", "text"),
		"spdx_id":                  itemsBy("license", "group", "expression", "text"),
		"license_expression":       itemsBy("expression", "group", "license", "text"),
		"non_spdx_license":         itemsBy("text", "group", "license", "expression"),
		"evaluation_result":        itemsBy("result", "group", "license", "expression", "text"),
	},
}

// evaluationResults filters by one evaluation result, which the index knows by its number.
func evaluationResults[T any](t *db.Table[T]) filter {
	col, names := t.Column("numerical_evaluation_result"), textsOf(model.EvaluationResults)
	return filter{"evaluation_result", func(c *call, q rest.Query, name string, _ *roaring.Bitmap) (*roaring.Bitmap, error) {
		value, err := q.Choice(name, names)
		if err != nil || value == "" {
			return nil, err
		}
		return t.Index(c.tx).EqualInt(col, int64(model.EvaluationResult(value).Number())), nil
	}}
}

// itemsBy orders items by several of their parts.
func itemsBy(parts ...string) func(*call) []columnar.Key {
	t := db.LicensePolicyItems
	keys := map[string]func(*call) []columnar.Key{
		"group": byRef(t, "license_group", db.LicenseGroups, "name"), "license": byRef(t, "license", db.Licenses, "spdx_id"),
		"expression": by(t, "license_expression"), "text": by(t, "non_spdx_license"), "result": by(t, "numerical_evaluation_result"),
	}
	return func(c *call) []columnar.Key {
		var all []columnar.Key
		for _, part := range parts {
			all = append(all, keys[part](c)...)
		}
		return all
	}
}

func (c *call) showLicensePolicyItem(i *model.LicensePolicyItem) (schema.LicensePolicyItem, error) {
	policy, err := c.showLicensePolicySmall(i.LicensePolicy)
	shown := schema.LicensePolicyItem{ID: i.ID, LicensePolicyData: policy, LicenseExpression: i.LicenseExpression, NonSPDXLicense: i.NonSPDXLicense,
		EvaluationResult: i.EvaluationResult, Comment: i.Comment, LicensePolicy: i.LicensePolicy, LicenseGroup: optionalID(i.LicenseGroup),
		License: optionalID(i.License)}
	if i.License != 0 {
		shown.LicenseSPDXID = db.Licenses.Index(c.tx).Text(db.Licenses.Column("spdx_id"), uint32(i.License))
	}
	if i.LicenseGroup != 0 {
		shown.LicenseGroupName = db.LicenseGroups.Index(c.tx).Text(db.LicenseGroups.Column("name"), uint32(i.LicenseGroup))
	}
	return shown, err
}

// licensePolicyItem finds the item of the path; to change it, the caller must manage its policy.
func (c *call) licensePolicyItem(manage bool) (*model.LicensePolicyItem, error) {
	id, err := c.pathID("License_Policy_Item")
	if err != nil {
		return nil, err
	}
	i, err := db.LicensePolicyItems.Get(c.tx, id)
	if errors.Is(err, db.ErrNotFound) || err == nil && !c.access.SeesLicensePolicy(i.LicensePolicy) {
		return nil, rest.NotFound("License_Policy_Item")
	}
	if err != nil {
		return nil, err
	}
	if manage && !c.access.ManagesLicensePolicy(i.LicensePolicy) {
		return nil, rest.Forbidden()
	}
	return i, nil
}

// readLicensePolicyItem reads an item of a policy.
func (c *call) readLicensePolicyItem(i *model.LicensePolicyItem) error {
	f, err := c.form(c.mode())
	if err != nil {
		return err
	}
	old := *i
	checkSubject := c.readItem(f, i)
	rest.Ref(f, "license_policy", &i.LicensePolicy, rest.RefRule{Required: true, Exists: func(id model.ID) bool { return seesLicensePolicy(c, id) }})
	if !f.OK() {
		return f.Err()
	}
	if old.ID != 0 && i.LicensePolicy != old.LicensePolicy && !c.access.ManagesLicensePolicy(i.LicensePolicy) {
		return rest.Forbidden()
	}
	return checkSubject()
}

// readItem reads what an item says. What it is about is one of four, which is checked when the rest is found right; a change of one takes the
// place of the others.
func (c *call) readItem(f *rest.Form, i *model.LicensePolicyItem) (checkSubject func() error) {
	old, sent := *i, model.LicensePolicyItem{}
	c.readItemSubject(f, &sent, &old)
	rest.Choice(f, "evaluation_result", &i.EvaluationResult, model.EvaluationResults, true, false)
	rest.Text(f, "comment", &i.Comment, rest.TextRule{Max: maxName})
	return func() error {
		subjects := 0
		for _, set := range []bool{sent.LicenseGroup != 0, sent.License != 0, sent.LicenseExpression != "", sent.NonSPDXLicense != ""} {
			if set {
				subjects++
			}
		}
		named := f.Has("license_group") || f.Has("license") || f.Has("license_expression") || f.Has("non_spdx_license")
		switch {
		case subjects > 1:
			return rest.NonFieldError("Only one of license group, license, license expression or unknown license must be set")
		case subjects == 1:
			i.LicenseGroup, i.License, i.LicenseExpression, i.NonSPDXLicense = sent.LicenseGroup, sent.License, sent.LicenseExpression, sent.NonSPDXLicense
		case old.ID == 0 || named:
			return rest.NonFieldError("One of license group, license, license expression or unknown license must be set")
		}
		return nil
	}
}

// readItemSubject reads what an item is about; expressions are normalised.
func (c *call) readItemSubject(f *rest.Form, i, old *model.LicensePolicyItem) {
	rest.Text(f, "license_expression", &i.LicenseExpression, rest.TextRule{Max: maxName})
	if i.LicenseExpression != "" {
		vocabulary, err := c.licenseVocabulary()
		if err != nil {
			f.Fail("license_expression", "Invalid license expression")
			return
		}
		node, err := vocabulary.Parse(i.LicenseExpression)
		if err != nil {
			f.Fail("license_expression", "Invalid license expression: ['"+err.Error()+"']")
		} else if i.LicenseExpression = node.String(); len(i.LicenseExpression) > maxName {
			f.Fail("license_expression", "Ensure this field has no more than 255 characters.")
		}
	}
	rest.Text(f, "non_spdx_license", &i.NonSPDXLicense, rest.TextRule{Max: maxName})
	rest.Ref(f, "license_group", &i.LicenseGroup, rest.RefRule{Nullable: true, Exists: func(id model.ID) bool {
		return db.LicenseGroups.Exists(c.tx, id) && (id == old.LicenseGroup || c.access.SeesLicenseGroup(id))
	}})
	rest.Ref(f, "license", &i.License, rest.RefRule{Nullable: true, Exists: func(id model.ID) bool { return db.Licenses.Exists(c.tx, id) }})
}

// licenseVocabulary is loaded once for all items of a request.
func (c *call) licenseVocabulary() (*expression.Vocabulary, error) {
	if c.vocabulary != nil {
		return c.vocabulary, nil
	}
	var err error
	c.vocabulary, err = licenses.LoadVocabulary(c.tx)
	return c.vocabulary, err
}

func itemTaken(err error) error {
	var unique *db.UniqueError
	if errors.As(err, &unique) && unique.Table == "license_policy_items" {
		return rest.NonFieldError("License policy item already exists")
	}
	return err
}

// itemsChanged evaluates the components for which the policies hold.
func (c *call) itemsChanged(policies ...model.ID) error {
	set := roaring.New()
	for _, id := range policies {
		set.Add(uint32(id))
	}
	return licenses.ReevaluatePolicies(c.tx, set, c.moment())
}

// listLicensePolicyItems lists the items of license policies.
//
//	@Summary	Lists the items of license policies
//	@ID	license_policy_items_list
//	@Tags	license_policy_items
//	@Param	evaluation_result	query	string	false	"evaluation result" Enums(Allowed, Forbidden, Ignored, Review required, Unknown)
//	@Param	license_expression	query	string	false	"license expression"
//	@Param	license_group_name	query	string	false	"license group name"
//	@Param	license_policy	query	int	false	"license policy"
//	@Param	license_spdx_id	query	string	false	"license spdx id"
//	@Param	non_spdx_license	query	string	false	"non spdx license"
//	@Param	ordering	query	[]string	false	"ordering" Enums(-evaluation_result, -license_expression, -license_group, -license_policy_data.name, -non_spdx_license, -spdx_id, evaluation_result, license_expression, license_group, license_policy_data.name, non_spdx_license, spdx_id) collectionFormat(csv)
//	@Param	page	query	int	false	"page"
//	@Param	page_size	query	int	false	"page size"
//	@Param	search	query	string	false	"search"
//	@Produce	json
//	@Success	200	{object}	schema.Page[schema.LicensePolicyItem]
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_policy_items/	[get]
func (s *Server) listLicensePolicyItems(c *call) (reply, error) {
	return licensePolicyItemList.serve(c, shown(func(i *model.LicensePolicyItem) (any, error) { return c.showLicensePolicyItem(i) }))
}

// getLicensePolicyItem shows an item of a license policy.
//
//	@Summary	Shows an item of a license policy
//	@ID	license_policy_items_retrieve
//	@Tags	license_policy_items
//	@Param	id	path	int	true	"id"
//	@Produce	json
//	@Success	200	{object}	schema.LicensePolicyItem
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_policy_items/{id}/	[get]
func (s *Server) getLicensePolicyItem(c *call) (reply, error) {
	i, err := c.licensePolicyItem(false)
	if err != nil {
		return reply{}, err
	}
	body, err := c.showLicensePolicyItem(i)
	return ok(body), err
}

// createLicensePolicyItem adds an item to a license policy.
//
//	@Summary	Adds an item to a license policy
//	@ID	license_policy_items_create
//	@Tags	license_policy_items
//	@Param	request	body	schema.LicensePolicyItemRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	201	{object}	schema.LicensePolicyItem
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_policy_items/	[post]
func (s *Server) createLicensePolicyItem(c *call) (reply, error) {
	fields, err := c.body.Object(c.r)
	if err != nil {
		return reply{}, err
	}
	policy, err := rest.ParentOr404(fields, "license_policy", "License_Policy", func(id model.ID) bool { return db.LicensePolicies.Exists(c.tx, id) })
	if err != nil {
		return reply{}, err
	}
	if !c.access.ManagesLicensePolicy(policy) {
		return reply{}, rest.Forbidden()
	}
	i := model.LicensePolicyItem{}
	if err := c.readLicensePolicyItem(&i); err != nil {
		return reply{}, err
	}
	if err := db.LicensePolicyItems.Insert(c.tx, &i); err != nil {
		return reply{}, itemTaken(err)
	}
	if err := c.itemsChanged(policy); err != nil {
		return reply{}, err
	}
	body, err := c.showLicensePolicyItem(&i)
	return created(body), err
}

// updateLicensePolicyItem changes an item of a license policy.
//
//	@Summary	Changes an item of a license policy
//	@ID	license_policy_items_update
//	@Tags	license_policy_items
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.LicensePolicyItemRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	200	{object}	schema.LicensePolicyItem
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_policy_items/{id}/	[put]
func (s *Server) updateLicensePolicyItem(c *call) (reply, error) {
	i, err := c.licensePolicyItem(true)
	if err != nil {
		return reply{}, err
	}
	before := i.LicensePolicy
	if err := c.readLicensePolicyItem(i); err != nil {
		return reply{}, err
	}
	if err := db.LicensePolicyItems.Update(c.tx, i); err != nil {
		return reply{}, itemTaken(err)
	}
	if err := c.itemsChanged(before, i.LicensePolicy); err != nil {
		return reply{}, err
	}
	body, err := c.showLicensePolicyItem(i)
	return ok(body), err
}

// patchLicensePolicyItem is updateLicensePolicyItem with the fields that change.
//
//	@Summary	Changes an item of a license policy, only the fields sent
//	@ID	license_policy_items_partial_update
//	@Tags	license_policy_items
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.PatchedLicensePolicyItemRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	200	{object}	schema.LicensePolicyItem
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_policy_items/{id}/	[patch]
func (s *Server) patchLicensePolicyItem(c *call) (reply, error) { return s.updateLicensePolicyItem(c) }

// deleteLicensePolicyItem deletes an item of a license policy.
//
//	@Summary	Deletes an item of a license policy
//	@ID	license_policy_items_destroy
//	@Tags	license_policy_items
//	@Param	id	path	int	true	"id"
//	@Success	204
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_policy_items/{id}/	[delete]
func (s *Server) deleteLicensePolicyItem(c *call) (reply, error) {
	i, err := c.licensePolicyItem(true)
	if err != nil {
		return reply{}, err
	}
	if err := db.LicensePolicyItems.Delete(c.tx, i.ID); err != nil {
		return reply{}, err
	}
	return noContent(), c.itemsChanged(i.LicensePolicy)
}
