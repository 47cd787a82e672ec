package handlers

import (
	"errors"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/db"
	"secobserve/db/columnar"
	"secobserve/handlers/rest"
	"secobserve/handlers/schema"
	"secobserve/model"
)

var licenseGroupList = list[model.LicenseGroup]{
	table: db.LicenseGroups,
	scope: func(c *call) *roaring.Bitmap { return c.access.LicenseGroups() },
	filters: []filter{
		contains(db.LicenseGroups, "name", "name"),
		flag(db.LicenseGroups, "is_public", "is_public"),
		{"licenses", groupsWithLicenses},
		{"exclude_license_policy", licenseGroupsOutsidePolicy},
	},
	orders: map[string]func(*call) []columnar.Key{"name": by(db.LicenseGroups, "name"), "is_public": by(db.LicenseGroups, "is_public")},
	search: []string{"name"},
}

// groupsWithLicenses keeps the groups that contain any of the licenses.
func groupsWithLicenses(c *call, q rest.Query, name string, _ *roaring.Bitmap) (*roaring.Bitmap, error) {
	ids, err := q.References(name, func(id uint64) bool { return db.Licenses.Exists(c.tx, model.ID(id)) })
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	t := db.LicenseGroupLicenses
	found := roaring.New()
	for _, id := range ids {
		found.Or(t.Index(c.tx).DistinctRefs(t.Column("license_group"), t.Referring(c.tx, "license", model.ID(id))))
	}
	return found, nil
}

func licenseGroupsOutsidePolicy(c *call, q rest.Query, name string, within *roaring.Bitmap) (*roaring.Bitmap, error) {
	id, _, ok, err := q.Number(name)
	if err != nil || !ok {
		return nil, err
	}
	if !seesLicensePolicy(c, model.ID(id)) {
		return nil, nil // like an unknown one: it excludes nothing
	}
	t := db.LicensePolicyItems
	return roaring.AndNot(within, t.Index(c.tx).DistinctRefs(t.Column("license_group"), t.Referring(c.tx, "license_policy", model.ID(id)))), nil
}

// licenseGroup finds the license group of the path; to change it, the caller must manage it.
func (c *call) licenseGroup(manage bool) (*model.LicenseGroup, error) {
	id, err := c.pathID("License_Group")
	if err != nil {
		return nil, err
	}
	g, err := db.LicenseGroups.Get(c.tx, id)
	if errors.Is(err, db.ErrNotFound) || err == nil && !c.access.SeesLicenseGroup(id) {
		return nil, rest.NotFound("License_Group")
	}
	if err != nil {
		return nil, err
	}
	if manage && !c.access.ManagesLicenseGroup(id) {
		return nil, rest.Forbidden()
	}
	return g, nil
}

// licenseGroupOfAction finds the license group of the path of an action, which has a text of its own for one that is not there.
func (c *call) licenseGroupOfAction() (*model.LicenseGroup, error) {
	g, err := c.licenseGroup(false)
	var missing *rest.Error
	if errors.As(err, &missing) {
		return nil, rest.NotFoundText("License group not found")
	}
	return g, err
}

func showLicenseGroupListed(g *model.LicenseGroup) schema.LicenseGroupList {
	return schema.LicenseGroupList{ID: g.ID, Name: g.Name, Description: g.Description, IsPublic: g.IsPublic}
}

func (c *call) showLicenseGroup(g *model.LicenseGroup) schema.LicenseGroup {
	items := db.LicensePolicyItems
	used := items.Referring(c.tx, "license_group", g.ID)
	if policies := c.access.LicensePolicies(); policies != nil {
		used = roaring.And(used, items.Index(c.tx).AnyRef(items.Column("license_policy"), policies))
	}
	return schema.LicenseGroup{
		ID: g.ID, Name: g.Name, Description: g.Description, IsPublic: g.IsPublic, IsManager: c.access.IsLicenseGroupManager(g.ID),
		IsInLicensePolicy:      !used.IsEmpty(),
		HasLicenses:            !db.LicenseGroupLicenses.Referring(c.tx, "license_group", g.ID).IsEmpty(),
		HasUsers:               licenseGroupMembers.visible(c, g.ID),
		HasAuthorizationGroups: licenseGroupAuthorizationGroupMembers.visible(c, g.ID),
	}
}

func (c *call) readLicenseGroup(g *model.LicenseGroup) error {
	f, err := c.form(c.mode())
	if err != nil {
		return err
	}
	rest.Text(f, "name", &g.Name, rest.TextRule{Required: true, Max: maxName})
	rest.Text(f, "description", &g.Description, rest.TextRule{Max: maxText})
	rest.Bool(f, "is_public", &g.IsPublic)
	return f.Err()
}

func licenseGroupTaken(err error) error {
	var unique *db.UniqueError
	if errors.As(err, &unique) && unique.Table == "license_groups" {
		return rest.FieldError("name", "license_ group with this name already exists.")
	}
	return err
}

// addLicenseGroupManager makes the caller manager of a group that he has made; superusers need no membership.
func (c *call) addLicenseGroupManager(group model.ID) error {
	if c.access.Superuser() {
		return nil
	}
	m, err := db.LicenseGroupMembers.Find(c.tx, "member", db.Key(group, c.userID()))
	if errors.Is(err, db.ErrNotFound) {
		return db.LicenseGroupMembers.Insert(c.tx, &model.LicenseGroupMember{LicenseGroup: group, User: c.userID(), IsManager: true})
	}
	if err != nil {
		return err
	}
	m.IsManager = true
	return db.LicenseGroupMembers.Update(c.tx, m)
}

// listLicenseGroups lists license groups.
//
//	@Summary	Lists license groups
//	@ID	license_groups_list
//	@Tags	license_groups
//	@Param	exclude_license_policy	query	string	false	"exclude license policy"
//	@Param	is_public	query	bool	false	"is public"
//	@Param	licenses	query	[]int	false	"licenses" collectionFormat(multi)
//	@Param	name	query	string	false	"name"
//	@Param	ordering	query	[]string	false	"ordering" Enums(-is_public, -name, is_public, name) collectionFormat(csv)
//	@Param	page	query	int	false	"page"
//	@Param	page_size	query	int	false	"page size"
//	@Param	search	query	string	false	"search"
//	@Produce	json
//	@Success	200	{object}	schema.Page[schema.LicenseGroupList]
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_groups/	[get]
func (s *Server) listLicenseGroups(c *call) (reply, error) {
	return licenseGroupList.serve(c, shown(func(g *model.LicenseGroup) (any, error) { return showLicenseGroupListed(g), nil }))
}

// getLicenseGroup shows a license group.
//
//	@Summary	Shows a license group
//	@ID	license_groups_retrieve
//	@Tags	license_groups
//	@Param	id	path	int	true	"id"
//	@Produce	json
//	@Success	200	{object}	schema.LicenseGroup
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_groups/{id}/	[get]
func (s *Server) getLicenseGroup(c *call) (reply, error) {
	g, err := c.licenseGroup(false)
	if err != nil {
		return reply{}, err
	}
	return ok(c.showLicenseGroup(g)), nil
}

// createLicenseGroup creates a license group; a creator who is no superuser becomes its manager.
//
//	@Summary	Creates a license group
//	@ID	license_groups_create
//	@Tags	license_groups
//	@Param	request	body	schema.LicenseGroupRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	201	{object}	schema.LicenseGroup
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_groups/	[post]
func (s *Server) createLicenseGroup(c *call) (reply, error) {
	g := model.LicenseGroup{}
	if err := c.readLicenseGroup(&g); err != nil {
		return reply{}, err
	}
	if err := db.LicenseGroups.Insert(c.tx, &g); err != nil {
		return reply{}, licenseGroupTaken(err)
	}
	if err := c.addLicenseGroupManager(g.ID); err != nil {
		return reply{}, err
	}
	return created(c.showLicenseGroup(&g)), nil
}

// updateLicenseGroup changes a license group.
//
//	@Summary	Changes a license group
//	@ID	license_groups_update
//	@Tags	license_groups
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.LicenseGroupRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	200	{object}	schema.LicenseGroup
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_groups/{id}/	[put]
func (s *Server) updateLicenseGroup(c *call) (reply, error) {
	g, err := c.licenseGroup(true)
	if err != nil {
		return reply{}, err
	}
	if err := c.readLicenseGroup(g); err != nil {
		return reply{}, err
	}
	if err := db.LicenseGroups.Update(c.tx, g); err != nil {
		return reply{}, licenseGroupTaken(err)
	}
	return ok(c.showLicenseGroup(g)), nil
}

// patchLicenseGroup is updateLicenseGroup with the fields that change.
//
//	@Summary	Changes a license group, only the fields sent
//	@ID	license_groups_partial_update
//	@Tags	license_groups
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.PatchedLicenseGroupRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	200	{object}	schema.LicenseGroup
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_groups/{id}/	[patch]
func (s *Server) patchLicenseGroup(c *call) (reply, error) { return s.updateLicenseGroup(c) }

// deleteLicenseGroup deletes a license group that no policy uses.
//
//	@Summary	Deletes a license group that no policy uses
//	@ID	license_groups_destroy
//	@Tags	license_groups
//	@Param	id	path	int	true	"id"
//	@Success	204
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_groups/{id}/	[delete]
func (s *Server) deleteLicenseGroup(c *call) (reply, error) {
	g, err := c.licenseGroup(true)
	if err != nil {
		return reply{}, err
	}
	return noContent(), db.LicenseGroups.Delete(c.tx, g.ID)
}
