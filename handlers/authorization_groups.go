package handlers

import (
	"errors"
	"net/http"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/db"
	"secobserve/db/columnar"
	"secobserve/handlers/rest"
	"secobserve/handlers/schema"
	"secobserve/model"
)

var authorizationGroupList = list[model.AuthorizationGroup]{
	table: db.AuthorizationGroups,
	scope: func(c *call) *roaring.Bitmap {
		if c.access.Superuser() {
			return nil
		}
		return c.access.AuthorizationGroups()
	},
	filters: []filter{
		contains(db.AuthorizationGroups, "name", "name"),
		contains(db.AuthorizationGroups, "oidc_group", "oidc_group"),
		{"user", groupsOfUser},
		{"exclude_product", groupsOutsideProduct},
		outside("exclude_license_group", db.LicenseGroupAuthorizationGroupMembers, "license_group", "authorization_group", seesLicenseGroup),
		outside("exclude_license_policy", db.LicensePolicyAuthorizationGroupMembers, "license_policy", "authorization_group", seesLicensePolicy),
	},
	orders: map[string]func(*call) []columnar.Key{"name": by(db.AuthorizationGroups, "name"), "oidc_group": by(db.AuthorizationGroups, "oidc_group")},
	search: []string{"name"},
}

func groupsOfUser(c *call, q rest.Query, name string, _ *roaring.Bitmap) (*roaring.Bitmap, error) {
	id, _, ok, err := q.Number(name)
	if err != nil || !ok {
		return nil, err
	}
	members := db.AuthorizationGroupMembers.Referring(c.tx, "user", model.ID(id))
	return db.AuthorizationGroupMembers.Index(c.tx).DistinctRefs(db.AuthorizationGroupMembers.Column("authorization_group"), members), nil
}

func groupsOutsideProduct(c *call, q rest.Query, name string, within *roaring.Bitmap) (*roaring.Bitmap, error) {
	id, _, ok, err := q.Number(name)
	if err != nil || !ok {
		return nil, err
	}
	if !c.seesProduct(model.ID(id)) {
		return nil, nil
	}
	t := db.ProductAuthorizationGroupMembers
	assigned := t.Index(c.tx).DistinctRefs(t.Column("authorization_group"), t.Referring(c.tx, "product", model.ID(id)))
	return roaring.AndNot(within, assigned), nil
}

func (c *call) authorizationGroupExists(id model.ID) bool {
	return db.AuthorizationGroups.Exists(c.tx, id)
}

// listAuthorizationGroups lists authorization groups.
//
//	@Summary	Lists authorization groups
//	@ID	authorization_groups_list
//	@Tags	authorization_groups
//	@Param	exclude_license_group	query	string	false	"exclude license group"
//	@Param	exclude_license_policy	query	string	false	"exclude license policy"
//	@Param	exclude_product	query	string	false	"exclude product"
//	@Param	name	query	string	false	"name"
//	@Param	oidc_group	query	string	false	"oidc group"
//	@Param	ordering	query	[]string	false	"ordering" Enums(-name, -oidc_group, name, oidc_group) collectionFormat(csv)
//	@Param	page	query	int	false	"page"
//	@Param	page_size	query	int	false	"page size"
//	@Param	search	query	string	false	"search"
//	@Param	user	query	int	false	"user"
//	@Produce	json
//	@Success	200	{object}	schema.Page[schema.AuthorizationGroup]
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/authorization_groups/	[get]
func (s *Server) listAuthorizationGroups(c *call) (reply, error) {
	return authorizationGroupList.serve(c, shown(func(g *model.AuthorizationGroup) (any, error) { return c.showAuthorizationGroup(g), nil }))
}

func (c *call) showAuthorizationGroup(g *model.AuthorizationGroup) schema.AuthorizationGroup {
	t := db.ProductAuthorizationGroupMembers
	assigned := t.Index(c.tx).DistinctRefs(t.Column("product"), t.Referring(c.tx, "authorization_group", g.ID))
	groups := db.Products.Index(c.tx).EqualInt(db.Products.Column("is_product_group"), 1)
	return schema.AuthorizationGroup{
		ID: g.ID, Name: g.Name, OIDCGroup: g.OIDCGroup, HasProductGroupMembers: assigned.Intersects(groups),
		HasProductMembers: !roaring.AndNot(assigned, groups).IsEmpty(),
		HasUsers:          !db.AuthorizationGroupMembers.Referring(c.tx, "authorization_group", g.ID).IsEmpty(),
		IsManager:         c.access.IsGroupManager(g.ID),
	}
}

// authorizationGroup finds the group of the path; to change it, the caller must manage it.
func (c *call) authorizationGroup(manage bool) (*model.AuthorizationGroup, error) {
	id, err := c.pathID("Authorization_Group")
	if err != nil {
		return nil, err
	}
	g, err := db.AuthorizationGroups.Get(c.tx, id)
	if errors.Is(err, db.ErrNotFound) || err == nil && !c.seesGroup(id) {
		return nil, rest.NotFound("Authorization_Group")
	}
	if err != nil {
		return nil, err
	}
	if manage && !c.access.ManagesGroup(id) {
		return nil, rest.Forbidden()
	}
	return g, nil
}

func (c *call) seesGroup(id model.ID) bool {
	return c.access.Superuser() || c.access.AuthorizationGroups().Contains(uint32(id))
}

// getAuthorizationGroup shows an authorization group.
//
//	@Summary	Shows an authorization group
//	@ID	authorization_groups_retrieve
//	@Tags	authorization_groups
//	@Param	id	path	int	true	"id"
//	@Produce	json
//	@Success	200	{object}	schema.AuthorizationGroup
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/authorization_groups/{id}/	[get]
func (s *Server) getAuthorizationGroup(c *call) (reply, error) {
	g, err := c.authorizationGroup(false)
	if err != nil {
		return reply{}, err
	}
	return ok(c.showAuthorizationGroup(g)), nil
}

// createAuthorizationGroup creates an authorization group; a creator who is no superuser becomes its manager.
//
//	@Summary	Creates an authorization group
//	@ID	authorization_groups_create
//	@Tags	authorization_groups
//	@Param	request	body	schema.AuthorizationGroupRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	201	{object}	schema.AuthorizationGroup
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/authorization_groups/	[post]
func (s *Server) createAuthorizationGroup(c *call) (reply, error) {
	g := model.AuthorizationGroup{}
	if err := c.readAuthorizationGroup(&g); err != nil {
		return reply{}, err
	}
	if err := db.AuthorizationGroups.Insert(c.tx, &g); err != nil {
		return reply{}, groupTaken(err)
	}
	if !c.access.Superuser() {
		manager := &model.AuthorizationGroupMember{AuthorizationGroup: g.ID, User: c.userID(), IsManager: true}
		if err := db.AuthorizationGroupMembers.Insert(c.tx, manager); err != nil {
			return reply{}, err
		}
	}
	return created(c.showAuthorizationGroup(&g)), c.forgetOIDCGroups()
}

// updateAuthorizationGroup changes an authorization group.
//
//	@Summary	Changes an authorization group
//	@ID	authorization_groups_update
//	@Tags	authorization_groups
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.AuthorizationGroupRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	200	{object}	schema.AuthorizationGroup
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/authorization_groups/{id}/	[put]
func (s *Server) updateAuthorizationGroup(c *call) (reply, error) {
	g, err := c.authorizationGroup(true)
	if err != nil {
		return reply{}, err
	}
	if err := c.readAuthorizationGroup(g); err != nil {
		return reply{}, err
	}
	if err := db.AuthorizationGroups.Update(c.tx, g); err != nil {
		return reply{}, groupTaken(err)
	}
	return reply{status: http.StatusOK, body: c.showAuthorizationGroup(g)}, c.forgetOIDCGroups()
}

// deleteAuthorizationGroup deletes an authorization group with its members and roles.
//
//	@Summary	Deletes an authorization group with its members and roles
//	@ID	authorization_groups_destroy
//	@Tags	authorization_groups
//	@Param	id	path	int	true	"id"
//	@Success	204
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/authorization_groups/{id}/	[delete]
func (s *Server) deleteAuthorizationGroup(c *call) (reply, error) {
	g, err := c.authorizationGroup(true)
	if err != nil {
		return reply{}, err
	}
	if err := db.AuthorizationGroups.Delete(c.tx, g.ID); err != nil {
		return reply{}, err
	}
	return noContent(), c.forgetOIDCGroups()
}

func (c *call) readAuthorizationGroup(g *model.AuthorizationGroup) error {
	f, err := c.form(c.mode())
	if err != nil {
		return err
	}
	rest.Text(f, "name", &g.Name, rest.TextRule{Required: true, Max: maxName})
	rest.Text(f, "oidc_group", &g.OIDCGroup, rest.TextRule{Max: maxName})
	return f.Err()
}

func groupTaken(err error) error {
	var unique *db.UniqueError
	if errors.As(err, &unique) && unique.Table == "authorization_groups" {
		return rest.FieldError("name", "Authorization Group with this name already exists.")
	}
	return err
}

// forgetOIDCGroups has the groups of all users synchronised at their next login (access.md §5.4).
func (c *call) forgetOIDCGroups() error {
	for u, err := range db.Users.All(c.tx) {
		if err != nil {
			return err
		}
		if u.OIDCGroupsHash == "" {
			continue
		}
		u.OIDCGroupsHash = ""
		if err := db.Users.Update(c.tx, u); err != nil {
			return err
		}
	}
	return nil
}

var authorizationGroupMemberList = list[model.AuthorizationGroupMember]{
	table: db.AuthorizationGroupMembers,
	scope: func(c *call) *roaring.Bitmap {
		if c.access.Superuser() {
			return nil
		}
		t := db.AuthorizationGroupMembers
		return t.Index(c.tx).AnyRef(t.Column("authorization_group"), c.access.AuthorizationGroups())
	},
	filters: []filter{
		reference(db.AuthorizationGroupMembers, "authorization_group", "authorization_group", exists(db.AuthorizationGroups)),
		reference(db.AuthorizationGroupMembers, "user", "user", exists(db.Users)),
		flag(db.AuthorizationGroupMembers, "is_manager", "is_manager"),
		refContains(db.AuthorizationGroupMembers, "username", "user", db.Users, "username"),
		refContains(db.AuthorizationGroupMembers, "full_name", "user", db.Users, "full_name"),
	},
	orders: map[string]func(*call) []columnar.Key{
		"user_data.full_name": byRef(db.AuthorizationGroupMembers, "user", db.Users, "full_name"),
		"authorization_group": by(db.AuthorizationGroupMembers, "authorization_group"),
		"user":                by(db.AuthorizationGroupMembers, "user"),
		"is_manager":          by(db.AuthorizationGroupMembers, "is_manager"),
	},
}

// listAuthorizationGroupMembers lists the members of authorization groups.
//
//	@Summary	Lists the members of authorization groups
//	@ID	authorization_group_members_list
//	@Tags	authorization_group_members
//	@Param	authorization_group	query	int	false	"authorization group"
//	@Param	full_name	query	string	false	"full name"
//	@Param	is_manager	query	bool	false	"is manager"
//	@Param	ordering	query	[]string	false	"ordering" Enums(-authorization_group, -is_manager, -user, -user_data.full_name, authorization_group, is_manager, user, user_data.full_name) collectionFormat(csv)
//	@Param	page	query	int	false	"page"
//	@Param	page_size	query	int	false	"page size"
//	@Param	user	query	int	false	"user"
//	@Param	username	query	string	false	"username"
//	@Produce	json
//	@Success	200	{object}	schema.Page[schema.AuthorizationGroupMember]
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/authorization_group_members/	[get]
func (s *Server) listAuthorizationGroupMembers(c *call) (reply, error) {
	return authorizationGroupMemberList.serve(c, shown(func(m *model.AuthorizationGroupMember) (any, error) { return c.showGroupUser(m) }))
}

func (c *call) showGroupUser(m *model.AuthorizationGroupMember) (schema.AuthorizationGroupMember, error) {
	g, err := db.AuthorizationGroups.Get(c.tx, m.AuthorizationGroup)
	if err != nil {
		return schema.AuthorizationGroupMember{}, err
	}
	u, err := db.Users.Get(c.tx, m.User)
	if err != nil {
		return schema.AuthorizationGroupMember{}, err
	}
	return schema.AuthorizationGroupMember{ID: m.ID, AuthorizationGroupData: schema.AuthorizationGroupList{ID: g.ID, Name: g.Name, OIDCGroup: g.OIDCGroup},
		UserData: c.showUserListed(u), IsManager: m.IsManager, AuthorizationGroup: m.AuthorizationGroup, User: m.User}, nil
}

func (c *call) groupUser(manage bool) (*model.AuthorizationGroupMember, error) {
	id, err := c.pathID("Authorization_Group_Member")
	if err != nil {
		return nil, err
	}
	m, err := db.AuthorizationGroupMembers.Get(c.tx, id)
	if errors.Is(err, db.ErrNotFound) || err == nil && !c.seesGroup(m.AuthorizationGroup) {
		return nil, rest.NotFound("Authorization_Group_Member")
	}
	if err != nil {
		return nil, err
	}
	if manage && !c.access.ManagesGroup(m.AuthorizationGroup) {
		return nil, rest.Forbidden()
	}
	return m, nil
}

// getAuthorizationGroupMember shows a member of an authorization group.
//
//	@Summary	Shows a member of an authorization group
//	@ID	authorization_group_members_retrieve
//	@Tags	authorization_group_members
//	@Param	id	path	int	true	"id"
//	@Produce	json
//	@Success	200	{object}	schema.AuthorizationGroupMember
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/authorization_group_members/{id}/	[get]
func (s *Server) getAuthorizationGroupMember(c *call) (reply, error) {
	m, err := c.groupUser(false)
	if err != nil {
		return reply{}, err
	}
	body, err := c.showGroupUser(m)
	return ok(body), err
}

// createAuthorizationGroupMember adds a user to an authorization group.
//
//	@Summary	Adds a user to an authorization group
//	@ID	authorization_group_members_create
//	@Tags	authorization_group_members
//	@Param	request	body	schema.AuthorizationGroupMemberRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	201	{object}	schema.AuthorizationGroupMember
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/authorization_group_members/	[post]
func (s *Server) createAuthorizationGroupMember(c *call) (reply, error) {
	fields, err := c.body.Object(c.r)
	if err != nil {
		return reply{}, err
	}
	group, err := rest.Parent(fields, "authorization_group", "Authorization_Group", c.authorizationGroupExists)
	if err != nil {
		return reply{}, rest.NotFound("Authorization_Group")
	}
	if !c.access.ManagesGroup(group) {
		return reply{}, rest.Forbidden()
	}
	m := model.AuthorizationGroupMember{}
	if err := c.readGroupUser(&m); err != nil {
		return reply{}, err
	}
	if err := db.AuthorizationGroupMembers.Insert(c.tx, &m); err != nil {
		return reply{}, taken(err, "authorization_group_members", "authorization_group, user")
	}
	body, err := c.showGroupUser(&m)
	return created(body), err
}

// updateAuthorizationGroupMember changes whether a member manages his authorization group.
//
//	@Summary	Changes whether a member manages his authorization group
//	@ID	authorization_group_members_update
//	@Tags	authorization_group_members
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.AuthorizationGroupMemberRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	200	{object}	schema.AuthorizationGroupMember
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/authorization_group_members/{id}/	[put]
func (s *Server) updateAuthorizationGroupMember(c *call) (reply, error) {
	m, err := c.groupUser(true)
	if err != nil {
		return reply{}, err
	}
	if err := c.readGroupUser(m); err != nil {
		return reply{}, err
	}
	if err := db.AuthorizationGroupMembers.Update(c.tx, m); err != nil {
		return reply{}, err
	}
	body, err := c.showGroupUser(m)
	return reply{status: http.StatusOK, body: body}, err
}

func (c *call) readGroupUser(m *model.AuthorizationGroupMember) error {
	f, err := c.form(c.mode())
	if err != nil {
		return err
	}
	old := *m
	rest.Bool(f, "is_manager", &m.IsManager)
	rest.Ref(f, "authorization_group", &m.AuthorizationGroup, rest.RefRule{Required: true, Exists: c.authorizationGroupExists})
	rest.Ref(f, "user", &m.User, rest.RefRule{Required: true, Exists: func(id model.ID) bool { return db.Users.Exists(c.tx, id) }})
	if f.OK() && old.ID != 0 && (m.AuthorizationGroup != old.AuthorizationGroup || m.User != old.User) {
		f.FailAll("Authorization group and user cannot be changed")
	}
	return f.Err()
}

// deleteAuthorizationGroupMember removes a user from an authorization group.
//
//	@Summary	Removes a user from an authorization group
//	@ID	authorization_group_members_destroy
//	@Tags	authorization_group_members
//	@Param	id	path	int	true	"id"
//	@Success	204
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/authorization_group_members/{id}/	[delete]
func (s *Server) deleteAuthorizationGroupMember(c *call) (reply, error) {
	m, err := c.groupUser(true)
	if err != nil {
		return reply{}, err
	}
	return noContent(), db.AuthorizationGroupMembers.Delete(c.tx, m.ID)
}
