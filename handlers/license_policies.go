package handlers

import (
	"errors"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/db"
	"secobserve/db/columnar"
	"secobserve/handlers/rest"
	"secobserve/handlers/schema"
	"secobserve/licenses"
	"secobserve/model"
)

var licensePolicyList = list[model.LicensePolicy]{
	table: db.LicensePolicies,
	scope: func(c *call) *roaring.Bitmap { return c.access.LicensePolicies() },
	filters: []filter{
		contains(db.LicensePolicies, "name", "name"),
		flag(db.LicensePolicies, "is_public", "is_public"),
		reference(db.LicensePolicies, "parent", "parent", seesLicensePolicy),
		{"is_child", policiesWithParent},
		{"is_not_id", policiesBut},
		policiesWithItem("license"),
		policiesWithItem("license_group"),
	},
	orders: map[string]func(*call) []columnar.Key{
		"name": by(db.LicensePolicies, "name"), "is_public": by(db.LicensePolicies, "is_public"),
		"parent_name": func(c *call) []columnar.Key {
			return append(byRef(db.LicensePolicies, "parent", db.LicensePolicies, "name")(c), by(db.LicensePolicies, "name")(c)...)
		},
	},
	search: []string{"name"},
}

func seesLicensePolicy(c *call, id model.ID) bool {
	return db.LicensePolicies.Exists(c.tx, id) && c.access.SeesLicensePolicy(id)
}

func policiesWithParent(c *call, q rest.Query, name string, within *roaring.Bitmap) (*roaring.Bitmap, error) {
	wanted, ok := q.Bool(name)
	if !ok {
		return nil, nil
	}
	parentless := db.LicensePolicies.Index(c.tx).EqualRef(db.LicensePolicies.Column("parent"), 0)
	if wanted {
		return roaring.AndNot(within, parentless), nil
	}
	return parentless, nil
}

func policiesBut(_ *call, q rest.Query, name string, within *roaring.Bitmap) (*roaring.Bitmap, error) {
	id, _, ok, err := q.Number(name)
	if err != nil || !ok {
		return nil, err
	}
	return roaring.AndNot(within, roaring.BitmapOf(uint32(id))), nil
}

// policiesWithItem keeps the policies that have an item for a license or a license group.
func policiesWithItem(ref string) filter {
	return filter{ref, func(c *call, q rest.Query, name string, _ *roaring.Bitmap) (*roaring.Bitmap, error) {
		id, _, ok, err := q.Number(name)
		if err != nil || !ok {
			return nil, err
		}
		t := db.LicensePolicyItems
		return t.Index(c.tx).DistinctRefs(t.Column("license_policy"), t.Referring(c.tx, ref, model.ID(id))), nil
	}}
}

// licensePolicy finds the license policy of the path; to change it, the caller must manage it.
func (c *call) licensePolicy(manage bool) (*model.LicensePolicy, error) {
	id, err := c.pathID("License_Policy")
	if err != nil {
		return nil, err
	}
	p, err := db.LicensePolicies.Get(c.tx, id)
	if errors.Is(err, db.ErrNotFound) || err == nil && !c.access.SeesLicensePolicy(id) {
		return nil, rest.NotFound("License_Policy")
	}
	if err != nil {
		return nil, err
	}
	if manage && !c.access.ManagesLicensePolicy(id) {
		return nil, rest.Forbidden()
	}
	return p, nil
}

// licensePolicyOfAction finds the policy of the path of an action, which has texts of its own.
func (c *call) licensePolicyOfAction(manage bool) (*model.LicensePolicy, error) {
	p, err := c.licensePolicy(false)
	var missing *rest.Error
	if errors.As(err, &missing) {
		return nil, rest.NotFoundText("License policy not found")
	}
	if err != nil {
		return nil, err
	}
	if manage && !c.access.ManagesLicensePolicy(p.ID) {
		return nil, rest.ForbiddenText("You are not a manager of this license policy")
	}
	return p, nil
}

// policyName is the name of a license policy; "" for none.
func (c *call) policyName(id model.ID) string {
	return db.LicensePolicies.Index(c.tx).Text(db.LicensePolicies.Column("name"), uint32(id))
}

func (c *call) showLicensePolicyListed(p *model.LicensePolicy) schema.LicensePolicyList {
	return schema.LicensePolicyList{ID: p.ID, ParentName: c.parentName(p), Name: p.Name, Description: p.Description, IsPublic: p.IsPublic,
		IgnoreComponentTypes: p.IgnoreComponentTypes, Parent: optionalID(p.Parent)}
}

func (c *call) parentName(p *model.LicensePolicy) string {
	if p.Parent == 0 {
		return ""
	}
	return c.policyName(p.Parent)
}

func (c *call) showLicensePolicySmall(id model.ID) (schema.LicensePolicyList, error) {
	p, err := db.LicensePolicies.Get(c.tx, id)
	if err != nil {
		return schema.LicensePolicyList{}, err
	}
	return c.showLicensePolicyListed(p), nil
}

func (c *call) showLicensePolicy(p *model.LicensePolicy) schema.LicensePolicy {
	bearers := db.Products.Referring(c.tx, "license_policy", p.ID)
	if seen := c.access.Visible(); seen != nil {
		bearers = roaring.And(bearers, seen)
	}
	groups := db.Products.Index(c.tx).EqualInt(db.Products.Column("is_product_group"), 1)
	ignored := p.IgnoredTypes()
	if ignored == nil {
		ignored = []string{}
	}
	return schema.LicensePolicy{
		ID: p.ID, IgnoreComponentTypeList: ignored, ParentName: c.parentName(p), Name: p.Name, Description: p.Description, IsPublic: p.IsPublic,
		IgnoreComponentTypes: p.IgnoreComponentTypes, Parent: optionalID(p.Parent),
		IsParent:               !db.LicensePolicies.Referring(c.tx, "parent", p.ID).IsEmpty(),
		IsManager:              c.access.IsLicensePolicyManager(p.ID),
		HasProducts:            !roaring.AndNot(bearers, groups).IsEmpty(),
		HasProductGroups:       bearers.Intersects(groups),
		HasItems:               !db.LicensePolicyItems.Referring(c.tx, "license_policy", p.ID).IsEmpty(),
		HasUsers:               licensePolicyMembers.visible(c, p.ID),
		HasAuthorizationGroups: licensePolicyAuthorizationGroupMembers.visible(c, p.ID),
	}
}

func (c *call) readPolicy(p *model.LicensePolicy) error {
	f, err := c.form(c.mode())
	if err != nil {
		return err
	}
	old := *p
	var list []string
	listed := rest.Texts(f, "ignore_component_type_list", &list)
	if unknown := slices.DeleteFunc(slices.Clone(list), knownPURLType); len(unknown) > 0 {
		f.Fail("ignore_component_type_list", "Invalid component types: "+strings.Join(unknown, ", "))
	}
	rest.Text(f, "name", &p.Name, rest.TextRule{Required: true, Max: maxName})
	rest.Text(f, "description", &p.Description, rest.TextRule{Max: maxText})
	rest.Bool(f, "is_public", &p.IsPublic)
	rest.Text(f, "ignore_component_types", &p.IgnoreComponentTypes, rest.TextRule{Max: maxName, Check: validPURLTypes})
	rest.Ref(f, "parent", &p.Parent, rest.RefRule{Nullable: true, Exists: func(id model.ID) bool { return id == old.Parent || seesLicensePolicy(c, id) }})
	if listed {
		p.IgnoreComponentTypes = strings.Join(list, ",")
	}
	if err := f.Err(); err != nil || p.Parent == 0 || p.Parent == old.Parent {
		return err
	}
	return c.checkParent(p)
}

func knownPURLType(text string) bool {
	_, known := model.PURLTypeName(text)
	return known
}

// validPURLTypes checks a list of PURL types that are separated by commas.
func validPURLTypes(text string) error {
	for _, t := range (&model.LicensePolicy{IgnoreComponentTypes: text}).IgnoredTypes() {
		if !knownPURLType(t) {
			return errors.New("Invalid component type " + t) //nolint:staticcheck // a text for clients
		}
	}
	return nil
}

// checkParent keeps inheritance to one level.
func (c *call) checkParent(p *model.LicensePolicy) error {
	if p.Parent == p.ID {
		return rest.BadRequest("A license policy cannot be parent of itself")
	}
	parent, err := db.LicensePolicies.Get(c.tx, p.Parent)
	if err != nil {
		return err
	}
	if parent.Parent != 0 {
		return rest.FieldError("parent", "A child cannot be a parent itself")
	}
	if p.ID != 0 && !db.LicensePolicies.Referring(c.tx, "parent", p.ID).IsEmpty() {
		return rest.BadRequest("A parent cannot have a parent itself")
	}
	return nil
}

func licensePolicyTaken(err error) error {
	var unique *db.UniqueError
	if errors.As(err, &unique) && unique.Table == "license_policies" {
		return rest.FieldError("name", "license_ policy with this name already exists.")
	}
	return err
}

// addLicensePolicyManager makes the caller manager of a policy that he has made; superusers need no membership.
func (c *call) addLicensePolicyManager(policy model.ID) error {
	if c.access.Superuser() {
		return nil
	}
	m, err := db.LicensePolicyMembers.Find(c.tx, "member", db.Key(policy, c.userID()))
	if errors.Is(err, db.ErrNotFound) {
		return db.LicensePolicyMembers.Insert(c.tx, &model.LicensePolicyMember{LicensePolicy: policy, User: c.userID(), IsManager: true})
	}
	if err != nil {
		return err
	}
	m.IsManager = true
	return db.LicensePolicyMembers.Update(c.tx, m)
}

// listLicensePolicies lists license policies.
//
//	@Summary	Lists license policies
//	@ID	license_policies_list
//	@Tags	license_policies
//	@Param	is_child	query	string	false	"is child"
//	@Param	is_not_id	query	string	false	"is not id"
//	@Param	is_public	query	bool	false	"is public"
//	@Param	license	query	string	false	"license"
//	@Param	license_group	query	string	false	"license group"
//	@Param	name	query	string	false	"name"
//	@Param	ordering	query	[]string	false	"ordering" Enums(-is_public, -name, -parent_name, is_public, name, parent_name) collectionFormat(csv)
//	@Param	page	query	int	false	"page"
//	@Param	page_size	query	int	false	"page size"
//	@Param	parent	query	int	false	"parent"
//	@Param	search	query	string	false	"search"
//	@Produce	json
//	@Success	200	{object}	schema.Page[schema.LicensePolicyList]
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_policies/	[get]
func (s *Server) listLicensePolicies(c *call) (reply, error) {
	return licensePolicyList.serve(c, shown(func(p *model.LicensePolicy) (any, error) { return c.showLicensePolicyListed(p), nil }))
}

// getLicensePolicy shows a license policy.
//
//	@Summary	Shows a license policy
//	@ID	license_policies_retrieve
//	@Tags	license_policies
//	@Param	id	path	int	true	"id"
//	@Produce	json
//	@Success	200	{object}	schema.LicensePolicy
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_policies/{id}/	[get]
func (s *Server) getLicensePolicy(c *call) (reply, error) {
	p, err := c.licensePolicy(false)
	if err != nil {
		return reply{}, err
	}
	return ok(c.showLicensePolicy(p)), nil
}

// createLicensePolicy creates a license policy; a creator who is no superuser becomes its manager.
//
//	@Summary	Creates a license policy
//	@ID	license_policies_create
//	@Tags	license_policies
//	@Param	request	body	schema.LicensePolicyRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	201	{object}	schema.LicensePolicy
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_policies/	[post]
func (s *Server) createLicensePolicy(c *call) (reply, error) {
	p := model.LicensePolicy{}
	if err := c.readPolicy(&p); err != nil {
		return reply{}, err
	}
	if err := db.LicensePolicies.Insert(c.tx, &p); err != nil {
		return reply{}, licensePolicyTaken(err)
	}
	if err := c.addLicensePolicyManager(p.ID); err != nil {
		return reply{}, err
	}
	return created(c.showLicensePolicy(&p)), nil
}

// updateLicensePolicy changes a license policy. What changes the evaluation of components does so at once.
//
//	@Summary	Changes a license policy
//	@ID	license_policies_update
//	@Tags	license_policies
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.LicensePolicyRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	200	{object}	schema.LicensePolicy
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_policies/{id}/	[put]
func (s *Server) updateLicensePolicy(c *call) (reply, error) {
	p, err := c.licensePolicy(true)
	if err != nil {
		return reply{}, err
	}
	before := *p
	if err := c.readPolicy(p); err != nil {
		return reply{}, err
	}
	if err := db.LicensePolicies.Update(c.tx, p); err != nil {
		return reply{}, licensePolicyTaken(err)
	}
	if p.Parent != before.Parent || p.IgnoreComponentTypes != before.IgnoreComponentTypes {
		if err := licenses.ReevaluatePolicies(c.tx, roaring.BitmapOf(uint32(p.ID)), c.moment()); err != nil {
			return reply{}, err
		}
	}
	return ok(c.showLicensePolicy(p)), nil
}

// patchLicensePolicy is updateLicensePolicy with the fields that change.
//
//	@Summary	Changes a license policy, only the fields sent
//	@ID	license_policies_partial_update
//	@Tags	license_policies
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.PatchedLicensePolicyRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	200	{object}	schema.LicensePolicy
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_policies/{id}/	[patch]
func (s *Server) patchLicensePolicy(c *call) (reply, error) { return s.updateLicensePolicy(c) }

// deleteLicensePolicy deletes a license policy that no product uses.
//
//	@Summary	Deletes a license policy that no product uses
//	@ID	license_policies_destroy
//	@Tags	license_policies
//	@Param	id	path	int	true	"id"
//	@Success	204
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_policies/{id}/	[delete]
func (s *Server) deleteLicensePolicy(c *call) (reply, error) {
	p, err := c.licensePolicy(true)
	if err != nil {
		return reply{}, err
	}
	return noContent(), db.LicensePolicies.Delete(c.tx, p.ID)
}
