package handlers

import (
	"net/http"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/auth"
	"secobserve/db"
	"secobserve/db/columnar"
	"secobserve/handlers/rest"
	"secobserve/handlers/schema"
	"secobserve/model"
)

var memberList = list[model.ProductMember]{
	table: db.ProductMembers,
	scope: func(c *call) *roaring.Bitmap {
		idx := db.ProductMembers.Index(c.tx)
		hidden := db.Users.Index(c.tx).EqualInt(db.Users.Column("is_product_token"), 1)
		shown := roaring.AndNot(idx.All(), idx.AnyRef(db.ProductMembers.Column("user"), hidden))
		if products := c.access.Visible(); products != nil {
			shown.And(idx.AnyRef(db.ProductMembers.Column("product"), products))
		}
		return shown
	},
	filters: []filter{
		reference(db.ProductMembers, "product", "product", memberOf),
		reference(db.ProductMembers, "user", "user", exists(db.Users)),
		number(db.ProductMembers, "role", "role"),
		ofGroups(db.ProductMembers),
	},
	orders: map[string]func(*call) []columnar.Key{
		"user_data.full_name": byRef(db.ProductMembers, "user", db.Users, "full_name"),
		"product_data.name":   byRef(db.ProductMembers, "product", db.Products, "name"),
		"role":                by(db.ProductMembers, "role"),
	},
}

// ofGroups filters memberships by whether their product is a group.
func ofGroups[T any](t *db.Table[T]) filter {
	col := t.Column("product")
	return filter{"is_product_group", func(c *call, q rest.Query, name string, _ *roaring.Bitmap) (*roaring.Bitmap, error) {
		wanted, ok := q.Bool(name)
		if !ok {
			return nil, nil
		}
		kind := int64(0)
		if wanted {
			kind = 1
		}
		return t.Index(c.tx).AnyRef(col, db.Products.Index(c.tx).EqualInt(db.Products.Column("is_product_group"), kind)), nil
	}}
}

// listProductMembers lists the roles of users.
//
//	@Summary	Lists the roles of users
//	@ID	product_members_list
//	@Tags	product_members
//	@Param	is_product_group	query	bool	false	"is product group"
//	@Param	ordering	query	[]string	false	"ordering" Enums(-product_data.name, -role, -user_data.full_name, product_data.name, role, user_data.full_name) collectionFormat(csv)
//	@Param	page	query	int	false	"page"
//	@Param	page_size	query	int	false	"page size"
//	@Param	product	query	int	false	"product"
//	@Param	role	query	int	false	"role"
//	@Param	user	query	int	false	"user"
//	@Produce	json
//	@Success	200	{object}	schema.Page[schema.ProductMember]
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/product_members/	[get]
func (s *Server) listProductMembers(c *call) (reply, error) {
	return memberList.serve(c, shown(func(m *model.ProductMember) (any, error) { return c.showMember(m) }))
}

func (c *call) showMember(m *model.ProductMember) (schema.ProductMember, error) {
	u, err := db.Users.Get(c.tx, m.User)
	if err != nil {
		return schema.ProductMember{}, err
	}
	p, err := c.showProductSmall(m.Product)
	return schema.ProductMember{ID: m.ID, UserData: c.showUserListed(u), ProductData: p, Role: int(m.Role), Product: m.Product, User: m.User}, err
}

func (c *call) showProductSmall(id model.ID) (schema.NestedProductSerializerSmall, error) {
	p, err := db.Products.Get(c.tx, id)
	if err != nil {
		return schema.NestedProductSerializerSmall{}, err
	}
	return schema.NestedProductSerializerSmall{ID: p.ID, Name: p.Name, IsProductGroup: p.IsProductGroup}, nil
}

// member finds the membership of the path; those of hidden users are never found.
func (c *call) member(permission auth.Permission) (*model.ProductMember, error) {
	m, err := ofProduct(c, db.ProductMembers, permission, func(m *model.ProductMember) model.ID { return m.Product })
	if m != nil && c.isHidden(m.User) {
		return nil, rest.NotFound(db.ProductMembers.Class())
	}
	return m, err
}

// getProductMember shows the role of a user.
//
//	@Summary	Shows the role of a user
//	@ID	product_members_retrieve
//	@Tags	product_members
//	@Param	id	path	int	true	"id"
//	@Produce	json
//	@Success	200	{object}	schema.ProductMember
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/product_members/{id}/	[get]
func (s *Server) getProductMember(c *call) (reply, error) {
	m, err := c.member(auth.ProductMemberView)
	if err != nil {
		return reply{}, err
	}
	body, err := c.showMember(m)
	return ok(body), err
}

// createProductMember gives a user a role.
//
//	@Summary	Gives a user a role
//	@ID	product_members_create
//	@Tags	product_members
//	@Param	request	body	schema.ProductMemberRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	201	{object}	schema.ProductMember
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/product_members/	[post]
func (s *Server) createProductMember(c *call) (reply, error) {
	p, err := c.parent(auth.ProductMemberCreate)
	if err != nil {
		return reply{}, err
	}
	m := model.ProductMember{}
	if err := c.readMember(p, &m); err != nil {
		return reply{}, err
	}
	if err := db.ProductMembers.Insert(c.tx, &m); err != nil {
		return reply{}, taken(err, "product_members", "product, user")
	}
	body, err := c.showMember(&m)
	return created(body), err
}

// updateProductMember changes the role of a user.
//
//	@Summary	Changes the role of a user
//	@ID	product_members_update
//	@Tags	product_members
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.ProductMemberRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	200	{object}	schema.ProductMember
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/product_members/{id}/	[put]
func (s *Server) updateProductMember(c *call) (reply, error) {
	m, err := c.member(auth.ProductMemberEdit)
	if err != nil {
		return reply{}, err
	}
	p, err := db.Products.Get(c.tx, m.Product)
	if err != nil {
		return reply{}, err
	}
	if err := c.readMember(p, m); err != nil {
		return reply{}, err
	}
	if err := db.ProductMembers.Update(c.tx, m); err != nil {
		return reply{}, err
	}
	body, err := c.showMember(m)
	return reply{status: http.StatusOK, body: body}, err
}

func (c *call) readMember(p *model.Product, m *model.ProductMember) error {
	f, err := c.form(c.mode())
	if err != nil {
		return err
	}
	old := *m
	readRole(f, &m.Role)
	rest.Ref(f, "product", &m.Product, rest.RefRule{Required: true, Exists: c.productExists})
	rest.Ref(f, "user", &m.User, rest.RefRule{Required: true, Exists: func(id model.ID) bool { return db.Users.Exists(c.tx, id) }})
	if f.OK() && old.ID != 0 && (m.Product != old.Product || m.User != old.User) {
		f.FailAll("Product and user cannot be changed")
	}
	c.checkOwnerRole(f, p, old.Role)
	return f.Err()
}

func readRole(f *rest.Form, role *model.Role) { rest.Int(f, "role", role, 1, 5, true) }

// checkOwnerRole lets only owners give or change the role Owner (access.md §7.5); old is the role before the change, 0 for a new member.
func (c *call) checkOwnerRole(f *rest.Form, p *model.Product, old model.Role) {
	var sent model.Role
	rest.Int(f, "role", &sent, 1, 5, false)
	switch {
	case !f.OK() || c.access.IsOwner(p):
	case sent == model.RoleOwner:
		f.FailAll("You are not permitted to add a member as Owner")
	case old == model.RoleOwner:
		f.FailAll("You are not permitted to change the Owner role")
	}
}

// deleteProductMember takes a role from a user.
//
//	@Summary	Takes a role from a user
//	@ID	product_members_destroy
//	@Tags	product_members
//	@Param	id	path	int	true	"id"
//	@Success	204
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/product_members/{id}/	[delete]
func (s *Server) deleteProductMember(c *call) (reply, error) {
	m, err := c.member(0)
	if err != nil {
		return reply{}, err
	}
	if err := c.mayRemove(m.Product, m.Role, auth.ProductMemberDelete); err != nil {
		return reply{}, err
	}
	return noContent(), db.ProductMembers.Delete(c.tx, m.ID)
}

// mayRemove checks that the caller may take away a role: an owner's only another owner, which is told before the permission is looked at.
func (c *call) mayRemove(product model.ID, role model.Role, permission auth.Permission) error {
	p, err := db.Products.Get(c.tx, product)
	if err != nil {
		return err
	}
	if role == model.RoleOwner && !c.access.IsOwner(p) {
		return rest.BadRequest("You are not permitted to delete an Owner")
	}
	return c.require(p, permission)
}

var groupMemberList = list[model.ProductAuthorizationGroupMember]{
	table: db.ProductAuthorizationGroupMembers,
	scope: inProducts(db.ProductAuthorizationGroupMembers, "product", visible),
	filters: []filter{
		reference(db.ProductAuthorizationGroupMembers, "product", "product", memberOf),
		reference(db.ProductAuthorizationGroupMembers, "authorization_group", "authorization_group", exists(db.AuthorizationGroups)),
		number(db.ProductAuthorizationGroupMembers, "role", "role"),
		ofGroups(db.ProductAuthorizationGroupMembers),
	},
	orders: map[string]func(*call) []columnar.Key{
		"authorization_group_data.name": byRef(db.ProductAuthorizationGroupMembers, "authorization_group", db.AuthorizationGroups, "name"),
		"product_data.name":             byRef(db.ProductAuthorizationGroupMembers, "product", db.Products, "name"),
		"role":                          by(db.ProductAuthorizationGroupMembers, "role"),
	},
}

// listProductAuthorizationGroupMembers lists the roles of authorization groups.
//
//	@Summary	Lists the roles of authorization groups
//	@ID	product_authorization_group_members_list
//	@Tags	product_authorization_group_members
//	@Param	authorization_group	query	int	false	"authorization group"
//	@Param	is_product_group	query	bool	false	"is product group"
//	@Param	ordering	query	[]string	false	"ordering" Enums(-authorization_group_data.name, -product_data.name, -role, authorization_group_data.name, product_data.name, role) collectionFormat(csv)
//	@Param	page	query	int	false	"page"
//	@Param	page_size	query	int	false	"page size"
//	@Param	product	query	int	false	"product"
//	@Param	role	query	int	false	"role"
//	@Produce	json
//	@Success	200	{object}	schema.Page[schema.ProductAuthorizationGroupMember]
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/product_authorization_group_members/	[get]
func (s *Server) listProductAuthorizationGroupMembers(c *call) (reply, error) {
	return groupMemberList.serve(c, shown(func(m *model.ProductAuthorizationGroupMember) (any, error) { return c.showGroupMember(m) }))
}

func (c *call) showGroupMember(m *model.ProductAuthorizationGroupMember) (schema.ProductAuthorizationGroupMember, error) {
	g, err := db.AuthorizationGroups.Get(c.tx, m.AuthorizationGroup)
	if err != nil {
		return schema.ProductAuthorizationGroupMember{}, err
	}
	p, err := c.showProductSmall(m.Product)
	return schema.ProductAuthorizationGroupMember{ID: m.ID,
		AuthorizationGroupData: schema.NestedAuthorizationGroup{ID: g.ID, Name: g.Name, OIDCGroup: g.OIDCGroup},
		ProductData:            p, Role: int(m.Role), Product: m.Product, AuthorizationGroup: m.AuthorizationGroup}, err
}

func (c *call) groupMember(permission auth.Permission) (*model.ProductAuthorizationGroupMember, error) {
	return ofProduct(c, db.ProductAuthorizationGroupMembers, permission, func(m *model.ProductAuthorizationGroupMember) model.ID { return m.Product })
}

// getProductAuthorizationGroupMember shows the role of an authorization group.
//
//	@Summary	Shows the role of an authorization group
//	@ID	product_authorization_group_members_retrieve
//	@Tags	product_authorization_group_members
//	@Param	id	path	int	true	"id"
//	@Produce	json
//	@Success	200	{object}	schema.ProductAuthorizationGroupMember
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/product_authorization_group_members/{id}/	[get]
func (s *Server) getProductAuthorizationGroupMember(c *call) (reply, error) {
	m, err := c.groupMember(auth.ProductAuthorizationGroupMemberView)
	if err != nil {
		return reply{}, err
	}
	body, err := c.showGroupMember(m)
	return ok(body), err
}

// createProductAuthorizationGroupMember gives an authorization group a role.
//
//	@Summary	Gives an authorization group a role
//	@ID	product_authorization_group_members_create
//	@Tags	product_authorization_group_members
//	@Param	request	body	schema.ProductAuthorizationGroupMemberRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	201	{object}	schema.ProductAuthorizationGroupMember
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/product_authorization_group_members/	[post]
func (s *Server) createProductAuthorizationGroupMember(c *call) (reply, error) {
	p, err := c.parent(auth.ProductAuthorizationGroupMemberCreate)
	if err != nil {
		return reply{}, err
	}
	m := model.ProductAuthorizationGroupMember{}
	if err := c.readGroupMember(p, &m); err != nil {
		return reply{}, err
	}
	if err := db.ProductAuthorizationGroupMembers.Insert(c.tx, &m); err != nil {
		return reply{}, taken(err, "product_authorization_group_members", "product, authorization_group")
	}
	body, err := c.showGroupMember(&m)
	return created(body), err
}

// updateProductAuthorizationGroupMember changes the role of an authorization group.
//
//	@Summary	Changes the role of an authorization group
//	@ID	product_authorization_group_members_update
//	@Tags	product_authorization_group_members
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.ProductAuthorizationGroupMemberRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	200	{object}	schema.ProductAuthorizationGroupMember
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/product_authorization_group_members/{id}/	[put]
func (s *Server) updateProductAuthorizationGroupMember(c *call) (reply, error) {
	m, err := c.groupMember(auth.ProductAuthorizationGroupMemberEdit)
	if err != nil {
		return reply{}, err
	}
	p, err := db.Products.Get(c.tx, m.Product)
	if err != nil {
		return reply{}, err
	}
	if err := c.readGroupMember(p, m); err != nil {
		return reply{}, err
	}
	if err := db.ProductAuthorizationGroupMembers.Update(c.tx, m); err != nil {
		return reply{}, err
	}
	body, err := c.showGroupMember(m)
	return reply{status: http.StatusOK, body: body}, err
}

func (c *call) readGroupMember(p *model.Product, m *model.ProductAuthorizationGroupMember) error {
	f, err := c.form(c.mode())
	if err != nil {
		return err
	}
	old := *m
	readRole(f, &m.Role)
	rest.Ref(f, "product", &m.Product, rest.RefRule{Required: true, Exists: c.productExists})
	rest.Ref(f, "authorization_group", &m.AuthorizationGroup, rest.RefRule{Required: true, Exists: c.authorizationGroupExists})
	if f.OK() && old.ID != 0 && (m.Product != old.Product || m.AuthorizationGroup != old.AuthorizationGroup) {
		f.FailAll("Product and authorization group cannot be changed")
	}
	c.checkOwnerRole(f, p, old.Role)
	return f.Err()
}

// deleteProductAuthorizationGroupMember takes a role from an authorization group.
//
//	@Summary	Takes a role from an authorization group
//	@ID	product_authorization_group_members_destroy
//	@Tags	product_authorization_group_members
//	@Param	id	path	int	true	"id"
//	@Success	204
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/product_authorization_group_members/{id}/	[delete]
func (s *Server) deleteProductAuthorizationGroupMember(c *call) (reply, error) {
	m, err := c.groupMember(0)
	if err != nil {
		return reply{}, err
	}
	if err := c.mayRemove(m.Product, m.Role, auth.ProductAuthorizationGroupMemberDelete); err != nil {
		return reply{}, err
	}
	return noContent(), db.ProductAuthorizationGroupMembers.Delete(c.tx, m.ID)
}
