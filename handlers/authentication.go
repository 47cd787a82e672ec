package handlers

import (
	"errors"
	"time"

	"secobserve/auth"
	"secobserve/db"
	"secobserve/handlers/rest"
	"secobserve/handlers/schema"
	"secobserve/model"
)

// login gives a JWT for user name and password.
//
//	@Summary	Gives a JWT for user name and password
//	@ID	authentication_authenticate_create
//	@Tags	authentication
//	@Param	request	body	schema.AuthenticationRequestRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	200	{object}	schema.AuthenticationResponse
//	@Failure	default	{object}	schema.Message
//	@Router	/api/authentication/authenticate/	[post]
func (s *Server) login(c *call) (reply, error) {
	c.body = rest.ReadBody(c.r, s.MaxBody)
	fields, err := c.body.Object(c.r)
	if err != nil {
		return reply{}, err
	}
	for _, name := range []string{"username", "password"} {
		if !fields.TextOrNull(name) {
			return reply{}, rest.FieldError(name, "Not a valid string.")
		}
	}
	u, err := c.checkPassword(fields.TextOf("username"), fields.TextOf("password"))
	if err != nil {
		return reply{}, err
	}
	var answer reply
	err = c.Store.View(c.r.Context(), func(tx *db.Tx) error {
		c.tx = tx
		answer, err = c.issueJWT(u)
		return err
	})
	if err == nil {
		c.audit("User authenticated", u.Username)
	}
	return answer, err
}

func (c *call) issueJWT(u *model.User) (reply, error) {
	secret, err := c.jwtSecret(c.tx)
	if err != nil {
		return reply{}, err
	}
	settings, err := db.Settings.Get(c.tx)
	if err != nil {
		return reply{}, err
	}
	hours := settings.JWTValidityDurationUser
	if u.IsSuperuser {
		hours = settings.JWTValidityDurationSuperuser
	}
	token, err := auth.Issue(secret, auth.Claims{Username: u.Username, FirstName: u.FirstName, LastName: u.LastName, FullName: u.FullName,
		UserID: u.ID, TokenVersion: u.TokenVersion}, time.Duration(hours)*time.Hour, c.now)
	if err != nil {
		return reply{}, err
	}
	c.access = auth.NewAccess(c.tx, u) // the answer shows the user to himself
	return ok(schema.AuthenticationResponse{JWT: token, User: c.showUser(u)}), nil
}

// errCredentials is deliberately no 401: the clients depend on it.
func errCredentials() error { return rest.ForbiddenText("Invalid credentials") }

// checkPassword finds the active user with this name and password. It takes the same time for unknown users, and refuses to try when too many
// passwords were wrong for the name or from the address.
func (c *call) checkPassword(username, password string) (*model.User, error) {
	if username == "" || password == "" || len(username) > 4*maxName || len(password) > 4*maxPassword {
		return nil, errCredentials()
	}
	attempt, wait, allowed := c.failures.Begin(username, auth.AddressKey(c.client))
	if !allowed {
		return nil, throttled(wait, false)
	}
	defer attempt.End()
	u, err := c.verifyPassword(username, password)
	if err != nil {
		return nil, err
	}
	if u == nil {
		c.audit("User login failed", username)
		return nil, errCredentials()
	}
	c.actsAs(u)
	attempt.Succeeded()
	return u, nil
}

// verifyPassword returns nil without an error if the credentials are wrong.
func (c *call) verifyPassword(username, password string) (*model.User, error) {
	var u *model.User
	err := c.Store.View(c.r.Context(), func(tx *db.Tx) error {
		found, err := db.Users.Find(tx, "username", db.Key(username))
		if errors.Is(err, db.ErrNotFound) {
			return nil
		}
		u = found
		return err
	})
	if err != nil {
		return nil, err
	}
	ctx := c.r.Context()
	if u == nil || !auth.UsablePassword(u.PasswordHash) {
		return nil, c.hasher.VerifyDummy(ctx, password)
	}
	matches, outdated, err := c.hasher.Verify(ctx, u.PasswordHash, password)
	if err != nil || !matches || !u.IsActive {
		return nil, err
	}
	if outdated {
		return u, c.renewHash(u, password)
	}
	return u, nil
}

// renewHash replaces a password hash of an outdated scheme after it has been verified.
func (c *call) renewHash(u *model.User, password string) error {
	hash, err := c.hasher.Hash(c.r.Context(), password)
	if err != nil {
		return err
	}
	return c.Store.Update(c.r.Context(), func(tx *db.Tx) error {
		stored, err := db.Users.Get(tx, u.ID)
		if err != nil || stored.PasswordHash != u.PasswordHash {
			return err
		}
		stored.PasswordHash = hash
		return db.Users.Update(tx, stored)
	})
}

// audit notes what somebody did to get or give access (access.md §1.6).
func (c *call) audit(message, username string) {
	c.Log.InfoContext(c.r.Context(), message, "user", username, "request_method", c.r.Method, "request_path", rest.LoggedURI(c.r.URL),
		"request_client_ip", c.client.String())
}

// resetJWTSecret makes a new signing secret: every JWT is void at once, API tokens stay valid.
//
//	@Summary	Makes a new signing secret
//	@ID	jwt_secret_reset_create
//	@Tags	jwt_secret
//	@Success	204
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/jwt_secret/reset/	[post]
func (s *Server) resetJWTSecret(c *call) (reply, error) {
	c.tx.OnCommit(func() { c.audit("JWT secret reset", c.user().Username) })
	return noContent(), db.JWTSecret.Put(c.tx, model.Secret(s.Keys.Encrypt(auth.NewSecret())))
}
