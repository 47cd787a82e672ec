package handlers

import (
	"errors"
	"strconv"

	"secobserve/auth"
	"secobserve/db"
	"secobserve/handlers/rest"
	"secobserve/handlers/schema"
	"secobserve/model"
)

// productTokens is the answer of the list of a product's tokens, which is not paged.
type productTokens struct {
	Results []schema.ProductAPIToken `json:"results"`
}

// listProductAPITokens lists the API tokens of a product or product group.
//
//	@Summary	Lists the API tokens of a product or product group
//	@ID	product_api_tokens_list
//	@Tags	product_api_tokens
//	@Param	product	query	int	true	"product"
//	@Produce	json
//	@Success	200	{object}	productTokens
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/product_api_tokens/	[get]
func (s *Server) listProductAPITokens(c *call) (reply, error) {
	text, _ := rest.QueryOf(c.r).Last("product")
	if text == "" {
		return reply{}, rest.BadRequest("Product is required")
	}
	id, err := strconv.ParseUint(text, 10, 64)
	if err != nil {
		return reply{}, rest.BadRequest("Product id must be an integer")
	}
	p, err := c.tokenProduct(model.ID(id), auth.ProductView)
	if err != nil {
		return reply{}, err
	}
	out := productTokens{Results: []schema.ProductAPIToken{}}
	for member, err := range db.ProductMembers.ReferringRows(c.tx, "product", p.ID) {
		if err != nil {
			return reply{}, err
		}
		if !c.isTokenOf(member.User, p.ID) {
			continue
		}
		for token, err := range db.APITokens.ReferringRows(c.tx, "user", member.User) {
			if err != nil {
				return reply{}, err
			}
			out.Results = append(out.Results, schema.ProductAPIToken{ID: token.ID, Product: p.ID, Role: int(member.Role), Name: token.Name,
				ExpirationDate: optionalDate(token.ExpirationDate), LastUsed: c.tokenLastUsed(token)})
		}
	}
	return ok(out), nil
}

// tokenProduct finds the product that a request for tokens names; these endpoints tell 403 and 400 apart for everybody.
func (c *call) tokenProduct(id model.ID, permission auth.Permission) (*model.Product, error) {
	p, err := db.Products.Get(c.tx, id)
	if errors.Is(err, db.ErrNotFound) {
		return nil, rest.BadRequestf("Product %d does not exist", id)
	}
	if err != nil {
		return nil, err
	}
	return p, c.require(p, permission)
}

// isTokenOf tells whether a user is the hidden one behind a token of the product.
func (c *call) isTokenOf(user, product model.ID) bool {
	u, err := db.Users.Get(c.tx, user)
	return err == nil && u.IsTokenOf(product)
}

// isHidden tells whether a user is the hidden one behind a product's token.
func (c *call) isHidden(user model.ID) bool {
	hidden, _ := db.Users.Index(c.tx).Int(db.Users.Column("is_product_token"), uint32(user))
	return hidden == 1
}

// createProductAPIToken gives a product or product group an API token with a role; the token is shown in this answer only.
//
//	@Summary	Gives a product or product group an API token with a role
//	@ID	product_api_tokens_create
//	@Tags	product_api_tokens
//	@Param	request	body	schema.ProductAPITokenRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	201	{object}	schema.APITokenCreateResponse
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/product_api_tokens/	[post]
func (s *Server) createProductAPIToken(c *call) (reply, error) {
	f, err := c.form(rest.Create)
	if err != nil {
		return reply{}, err
	}
	var product model.ID
	var role model.Role
	row := &model.APIToken{}
	rest.Int(f, "product", &product, 1, 1<<62, true)
	rest.Int(f, "role", &role, 1, 5, true)
	rest.Text(f, "name", &row.Name, rest.TextRule{Required: true, Max: maxTokenName})
	readExpiration(c, f, &row.ExpirationDate)
	if err := f.Err(); err != nil {
		return reply{}, err
	}
	p, err := c.tokenProduct(product, auth.ProductAPITokenCreate)
	if err != nil {
		return reply{}, err
	}
	token := auth.NewAPIToken()
	if err := c.storeProductToken(token, row, p.ID, role); err != nil {
		return reply{}, err
	}
	c.tx.OnCommit(func() { c.audit("Product API token created", c.user().Username) })
	return created(schema.APITokenCreateResponse{Token: token}), nil
}

func (c *call) storeProductToken(token string, row *model.APIToken, product model.ID, role model.Role) error {
	another, err := c.hasToken(product)
	if err != nil {
		return err
	}
	u, err := c.tokenUser(product, row.Name)
	if err != nil {
		return err
	}
	row.User = u.ID
	if err := c.storeToken(token, row, another); err != nil {
		return err
	}
	err = db.ProductMembers.Insert(c.tx, &model.ProductMember{Product: product, User: u.ID, Role: role})
	var unique *db.UniqueError
	if errors.As(err, &unique) {
		return errTokenName()
	}
	return err
}

func (c *call) hasToken(product model.ID) (bool, error) {
	for member, err := range db.ProductMembers.ReferringRows(c.tx, "product", product) {
		if err != nil {
			return false, err
		}
		if c.isTokenOf(member.User, product) && !db.APITokens.Referring(c.tx, "user", member.User).IsEmpty() {
			return true, nil
		}
	}
	return false, nil
}

// tokenUser creates the hidden user behind a product's token, or wakes the one of an earlier token of the same name.
func (c *call) tokenUser(product model.ID, name string) (*model.User, error) {
	username := model.ProductTokenUsername(product, name)
	u, err := db.Users.Find(c.tx, "username", db.Key(username))
	if errors.Is(err, db.ErrNotFound) {
		fresh := model.NewUser(username, c.moment())
		fresh.DeriveFullName()
		fresh.PasswordHash = auth.UnusablePassword()
		return &fresh, db.Users.Insert(c.tx, &fresh)
	}
	if err != nil {
		return nil, err
	}
	u.IsActive = true
	return u, db.Users.Update(c.tx, u)
}

// deleteProductAPIToken revokes a product's API token at once.
//
//	@Summary	Revokes a product's API token at once
//	@ID	product_api_tokens_destroy
//	@Tags	product_api_tokens
//	@Param	id	path	int	true	"id"
//	@Success	204
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/product_api_tokens/{id}/	[delete]
func (s *Server) deleteProductAPIToken(c *call) (reply, error) {
	id, err := c.pathID("Api_Token")
	if err != nil {
		return reply{}, err
	}
	row, err := db.APITokens.Get(c.tx, id)
	if errors.Is(err, db.ErrNotFound) || err == nil && !c.isHidden(row.User) {
		return reply{}, rest.BadRequest("API token not valid")
	}
	if err != nil {
		return reply{}, err
	}
	u, err := db.Users.Get(c.tx, row.User)
	if err != nil {
		return reply{}, err
	}
	return c.revokeProductToken(row, u)
}

// revokeProductToken revokes a token of a product for a caller who may do that there.
func (c *call) revokeProductToken(row *model.APIToken, u *model.User) (reply, error) {
	member, err := c.tokenMembership(u)
	if err != nil {
		return reply{}, err
	}
	if member == nil {
		return reply{}, rest.BadRequest("API token not valid")
	}
	p, err := db.Products.Get(c.tx, member.Product)
	if err != nil {
		return reply{}, err
	}
	if err := c.require(p, auth.ProductAPITokenRevoke); err != nil {
		return reply{}, err
	}
	c.tx.OnCommit(func() { c.audit("Product API token revoked", c.user().Username) })
	return noContent(), c.dropProductToken(row, u)
}

// dropProductToken deletes a token with the memberships of its hidden user, who stays, deactivated: logs may name him.
func (c *call) dropProductToken(row *model.APIToken, u *model.User) error {
	if err := db.ProductMembers.DeleteAll(c.tx, db.ProductMembers.Referring(c.tx, "user", u.ID).Clone()); err != nil {
		return err
	}
	if err := db.APITokens.Delete(c.tx, row.ID); err != nil {
		return err
	}
	u.IsActive = false
	return db.Users.Update(c.tx, u)
}
