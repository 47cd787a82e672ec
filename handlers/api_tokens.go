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

// maxTokenName is the greatest length of a token's name.
const maxTokenName = 32

var apiTokenList = list[model.APIToken]{
	table: db.APITokens,
	scope: func(c *call) *roaring.Bitmap {
		if c.access.Superuser() {
			return nil
		}
		return db.APITokens.Referring(c.tx, "user", c.userID())
	},
	filters: []filter{
		refContains(db.APITokens, "username", "user", db.Users, "username"),
		reference(db.APITokens, "user", "user", exists(db.Users)),
		contains(db.APITokens, "name", "name"),
	},
	orders: map[string]func(*call) []columnar.Key{
		"username": byRef(db.APITokens, "user", db.Users, "username"), "user": by(db.APITokens, "user"),
		"name": by(db.APITokens, "name"), "expiration_date": by(db.APITokens, "expiration_date"),
	},
}

// listAPITokens lists the caller's API tokens, for superusers all.
//
//	@Summary	Lists the caller's API tokens, for superusers all
//	@ID	api_tokens_list
//	@Tags	api_tokens
//	@Param	ordering	query	[]string	false	"ordering" Enums(-expiration_date, -name, -user, -username, expiration_date, name, user, username) collectionFormat(csv)
//	@Param	page	query	int	false	"page"
//	@Param	page_size	query	int	false	"page size"
//	@Param	user	query	int	false	"user"
//	@Param	username	query	string	false	"username"
//	@Produce	json
//	@Success	200	{object}	schema.Page[schema.APIToken]
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/api_tokens/	[get]
func (s *Server) listAPITokens(c *call) (reply, error) {
	return apiTokenList.serve(c, shown(func(t *model.APIToken) (any, error) { return c.showAPIToken(t) }))
}

func (c *call) showAPIToken(t *model.APIToken) (schema.APIToken, error) {
	u, err := db.Users.Get(c.tx, t.User)
	if err != nil {
		return schema.APIToken{}, err
	}
	out := schema.APIToken{ID: t.ID, Name: t.Name, User: t.User, Username: u.Username, ExpirationDate: optionalDate(t.ExpirationDate),
		LastUsed: c.tokenLastUsed(t)}
	if !u.IsProductToken() {
		return out, nil
	}
	member, err := c.tokenMembership(u)
	if err != nil || member == nil {
		return out, err
	}
	p, err := db.Products.Get(c.tx, member.Product)
	if err != nil {
		return out, err
	}
	if p.IsProductGroup {
		out.ProductGroup = &p.ID
	} else {
		out.Product = &p.ID
	}
	return out, nil
}

// tokenMembership is the membership that a hidden user has by his token, nil if there is none; he may have others in products that he
// created.
func (c *call) tokenMembership(u *model.User) (*model.ProductMember, error) {
	for member, err := range db.ProductMembers.ReferringRows(c.tx, "user", u.ID) {
		if err != nil || u.IsTokenOf(member.Product) {
			return member, err
		}
	}
	return nil, nil
}

// tokenRequest is what the endpoints for user tokens are told.
type tokenRequest struct {
	username, password, name string
	named                    bool
	expiration               model.Date
}

// readTokenRequest validates the body; on the documented pair of paths the name is optional.
func (c *call) readTokenRequest(nameRequired bool) (tokenRequest, error) {
	c.body = rest.ReadBody(c.r, c.MaxBody)
	f, err := c.form(rest.Create)
	if err != nil {
		return tokenRequest{}, err
	}
	request := tokenRequest{name: "default", named: f.Has("name")}
	rest.Text(f, "username", &request.username, rest.TextRule{Required: true, Max: 150, KeepSpace: true})
	rest.Text(f, "password", &request.password, rest.TextRule{Required: true, Max: 128, KeepSpace: true})
	rest.Text(f, "name", &request.name, rest.TextRule{Required: nameRequired, NotBlank: true, Max: maxTokenName})
	readExpiration(c, f, &request.expiration)
	return request, f.Err()
}

func readExpiration(c *call, f *rest.Form, to *model.Date) {
	if rest.Date(f, "expiration_date", to) && *to != "" && *to < c.today() {
		f.Fail("expiration_date", "Expiration date cannot be in the past")
	}
}

// createUserAPIToken gives a user an API token; the token is shown in this answer only.
//
//	@Summary	Gives a user an API token
//	@ID	authentication_create_user_api_token_create
//	@Tags	authentication
//	@Param	request	body	schema.APITokenCreateRequestRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	201	{object}	schema.APITokenCreateResponse
//	@Failure	default	{object}	schema.Message
//	@Router	/api/authentication/create_user_api_token/	[post]
func (s *Server) createUserAPIToken(c *call) (reply, error) { return c.createUserToken(true) }

// createAPIToken is createUserAPIToken under its documented path; the name is optional.
//
//	@Summary	Is createUserAPIToken under its documented path
//	@ID	authentication_create_api_token_create
//	@Tags	authentication
//	@Param	request	body	schema.APITokenCreateRequestRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	201	{object}	schema.APITokenCreateResponse
//	@Failure	default	{object}	schema.Message
//	@Router	/api/authentication/create_api_token/	[post]
func (s *Server) createAPIToken(c *call) (reply, error) { return c.createUserToken(false) }

func (c *call) createUserToken(nameRequired bool) (reply, error) {
	request, err := c.readTokenRequest(nameRequired)
	if err != nil {
		return reply{}, err
	}
	u, err := c.checkPassword(request.username, request.password)
	if err != nil {
		return reply{}, err
	}
	token := auth.NewAPIToken()
	err = c.Store.Update(c.r.Context(), func(tx *db.Tx) error {
		c.tx = tx
		tokens := db.APITokens.Referring(tx, "user", u.ID)
		return c.storeToken(token, &model.APIToken{User: u.ID, Name: request.name, ExpirationDate: request.expiration}, !tokens.IsEmpty())
	})
	if err != nil {
		return reply{}, err
	}
	c.audit("API token created", u.Username)
	return created(schema.APITokenCreateResponse{Token: token}), nil
}

// storeToken stores the hash of a token, unless there is one already and several are not allowed, or the name is taken.
func (c *call) storeToken(token string, row *model.APIToken, another bool) error {
	settings, err := db.Settings.Get(c.tx)
	if err != nil {
		return err
	}
	if another && !settings.FeatureMultipleAPITokens {
		return rest.BadRequest("Only one API token is allowed, revoke the existing one first")
	}
	hash := auth.HashAPIToken(token)
	row.Hash = hash[:]
	err = db.APITokens.Insert(c.tx, row)
	var unique *db.UniqueError
	if errors.As(err, &unique) && unique.Key == "name" {
		return errTokenName()
	}
	return err
}

func errTokenName() error { return rest.BadRequest("API token with this name already exists.") }

// revokeUserAPIToken revokes a user's API token by its name.
//
//	@Summary	Revokes a user's API token by its name
//	@ID	authentication_revoke_user_api_token_create
//	@Tags	authentication
//	@Param	request	body	schema.APITokenRevokeRequestRequest	true	"request"
//	@Accept	json
//	@Success	204
//	@Failure	default	{object}	schema.Message
//	@Router	/api/authentication/revoke_user_api_token/	[post]
func (s *Server) revokeUserAPIToken(c *call) (reply, error) { return c.revokeUserToken(true) }

// revokeAPIToken is revokeUserAPIToken under its documented path; without a name it revokes the user's only token.
//
//	@Summary	Is revokeUserAPIToken under its documented path
//	@ID	authentication_revoke_api_token_create
//	@Tags	authentication
//	@Param	request	body	schema.APITokenRevokeRequestRequest	true	"request"
//	@Accept	json
//	@Success	204
//	@Failure	default	{object}	schema.Message
//	@Router	/api/authentication/revoke_api_token/	[post]
func (s *Server) revokeAPIToken(c *call) (reply, error) { return c.revokeUserToken(false) }

func (c *call) revokeUserToken(nameRequired bool) (reply, error) {
	request, err := c.readTokenRequest(nameRequired)
	if err != nil {
		return reply{}, err
	}
	u, err := c.checkPassword(request.username, request.password)
	if err != nil {
		return reply{}, err
	}
	err = c.Store.Update(c.r.Context(), func(tx *db.Tx) error {
		ids := db.APITokens.Referring(tx, "user", u.ID)
		if !request.named && ids.GetCardinality() == 1 {
			return db.APITokens.DeleteAll(tx, ids.Clone())
		}
		row, err := db.APITokens.Find(tx, "name", db.Key(u.ID, request.name))
		if errors.Is(err, db.ErrNotFound) {
			return nil
		}
		if err != nil {
			return err
		}
		return db.APITokens.Delete(tx, row.ID)
	})
	if err == nil {
		c.audit("API token revoked", u.Username)
	}
	return noContent(), err
}

// createOwnAPIToken gives the caller an API token without asking for the password again; a caller that uses an API token himself is refused.
//
//	@Summary	Gives the caller an API token without asking for the password again
//	@ID	api_tokens_create
//	@Tags	api_tokens
//	@Param	request	body	schema.APITokenCreateOwnRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	201	{object}	schema.APITokenCreateResponse
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/api_tokens/	[post]
func (s *Server) createOwnAPIToken(c *call) (reply, error) {
	if c.scheme == auth.SchemeAPIToken {
		return reply{}, rest.Forbidden()
	}
	f, err := c.form(rest.Create)
	if err != nil {
		return reply{}, err
	}
	row := &model.APIToken{User: c.userID(), Name: "default"}
	rest.Text(f, "name", &row.Name, rest.TextRule{NotBlank: true, Max: maxTokenName})
	readExpiration(c, f, &row.ExpirationDate)
	if err := f.Err(); err != nil {
		return reply{}, err
	}
	token := auth.NewAPIToken()
	if err := c.storeToken(token, row, !db.APITokens.Referring(c.tx, "user", row.User).IsEmpty()); err != nil {
		return reply{}, err
	}
	c.tx.OnCommit(func() { c.audit("API token created", c.user().Username) })
	return created(schema.APITokenCreateResponse{Token: token}), nil
}

// deleteOwnAPIToken revokes a token of the caller, for superusers anybody's; tokens of products as deleteProductAPIToken does.
//
//	@Summary	Revokes a token of the caller, for superusers anybody's
//	@ID	api_tokens_destroy
//	@Tags	api_tokens
//	@Param	id	path	int	true	"id"
//	@Success	204
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/api_tokens/{id}/	[delete]
func (s *Server) deleteOwnAPIToken(c *call) (reply, error) {
	id, err := c.pathID("Api_Token")
	if err != nil {
		return reply{}, err
	}
	row, err := db.APITokens.Get(c.tx, id)
	if errors.Is(err, db.ErrNotFound) {
		return reply{}, rest.NotFound("Api_Token")
	}
	if err != nil {
		return reply{}, err
	}
	u, err := db.Users.Get(c.tx, row.User)
	if err != nil {
		return reply{}, err
	}
	if u.IsProductToken() {
		return c.revokeProductToken(row, u)
	}
	if row.User != c.userID() && !c.access.Superuser() {
		return reply{}, rest.NotFound("Api_Token")
	}
	c.tx.OnCommit(func() { c.audit("API token revoked", u.Username) })
	return noContent(), db.APITokens.Delete(c.tx, id)
}
