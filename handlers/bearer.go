package handlers

import (
	"errors"
	"net/http"
	"time"

	"secobserve/auth"
	"secobserve/auth/oidc"
	"secobserve/db"
	"secobserve/handlers/rest"
	"secobserve/model"
)

// freshLogin is how recently an ID token must have been issued to stand for a password (access.md §2.6, Improve).
const freshLogin = 15 * time.Minute

// recognise checks an ID token and brings its account up to date, before the request's own transaction: the keys may have to be fetched from
// the provider, and a first login writes. Requests with other credentials pass.
func (c *call) recognise() error {
	if c.OIDC == nil {
		return nil
	}
	scheme, token, err := auth.ParseAuthorization(c.r.Header.Get("Authorization"))
	if err != nil || scheme != auth.SchemeBearer {
		return nil // a header of no form is refused where all credentials are
	}
	var settings model.Settings
	ctx := c.r.Context()
	if err := c.Store.View(ctx, func(tx *db.Tx) error { settings, err = db.Settings.Get(tx); return err }); err != nil {
		return err
	}
	identity, err := c.OIDC.Verify(ctx, token, time.Duration(settings.OIDCClockSkew)*time.Second)
	if err != nil {
		return err
	}
	accounts := c.OIDC.Accounts()
	var user *model.User
	if err := c.Store.View(ctx, func(tx *db.Tx) error { user, err = accounts.Find(tx, identity); return err }); err != nil {
		return err
	}
	if user == nil {
		c.actor.Username = identity.Username
		err := c.Store.Update(ctx, func(tx *db.Tx) error {
			user, err = accounts.Update(tx, identity, &settings, c.moment())
			return err
		})
		if err != nil {
			return err
		}
		c.audit("User authenticated", user.Username)
	}
	c.bearer, c.identity = user.ID, identity
	return nil
}

// userOfIdentity is the user that was recognised; he may be gone meanwhile.
func (c *call) userOfIdentity() (*model.User, error) {
	if c.bearer == 0 {
		return nil, nil // OpenID Connect is off: the scheme is unknown
	}
	user, err := db.Users.Get(c.tx, c.bearer)
	if errors.Is(err, db.ErrNotFound) {
		return nil, auth.ErrInvalidToken
	}
	if err != nil {
		return nil, err
	}
	if !user.IsActive {
		return nil, auth.ErrUserDeactivated
	}
	return user, nil
}

// hasJustLoggedIn tells whether the caller has shown at the provider who he is, moments ago.
func (c *call) hasJustLoggedIn() bool {
	issued := c.identity.IssuedAt
	return c.scheme == auth.SchemeBearer && !issued.IsZero() && c.now.Sub(issued) < freshLogin
}

// challenge is what 401 answers tell clients to log in with.
func (s *Server) challenge() string {
	if s.OIDC != nil {
		return "Bearer"
	}
	return "APIToken"
}

// providerAway says that nobody can be let in by the provider at the moment.
func providerAway(err error) *rest.Error {
	var away *oidc.UnavailableError
	if !errors.As(err, &away) {
		return nil
	}
	return &rest.Error{Status: http.StatusServiceUnavailable, Message: "The OpenID Connect provider cannot be reached, try again later", RetryAfter: 5}
}
