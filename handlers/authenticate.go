package handlers

import (
	"errors"
	"time"

	"secobserve/auth"
	"secobserve/db"
	"secobserve/model"
)

// authenticate finds the user behind the Authorization header; nil without an error means that the caller is anonymous
// (http-conventions.md §8).
func (c *call) authenticate(header string) (*model.User, auth.Scheme, error) {
	scheme, credential, err := auth.ParseAuthorization(header)
	if err != nil {
		return nil, scheme, err
	}
	var user *model.User
	switch scheme {
	case auth.SchemeJWT:
		user, err = c.userOfJWT(c.tx, credential, c.now)
	case auth.SchemeAPIToken:
		user, c.apiToken, err = c.userOfAPIToken(c.tx, credential, c.now)
	case auth.SchemeBearer:
		user, err = c.userOfIdentity()
	default:
		return nil, auth.SchemeNone, nil
	}
	return user, scheme, err
}

func (s *Server) userOfJWT(tx *db.Tx, token string, now time.Time) (*model.User, error) {
	secret, err := s.jwtSecret(tx)
	if err != nil {
		return nil, err
	}
	claims, err := auth.Verify(secret, token, now)
	if err != nil {
		return nil, err
	}
	user, err := db.Users.Find(tx, "username", db.Key(claims.Username))
	if errors.Is(err, db.ErrNotFound) {
		return nil, auth.ErrInvalidToken
	}
	if err != nil {
		return nil, err
	}
	switch {
	case claims.UserID != user.ID: // somebody else has the name now
		return nil, auth.ErrInvalidToken
	case !user.IsActive:
		return nil, auth.ErrUserDeactivated
	case claims.TokenVersion != user.TokenVersion:
		return nil, auth.ErrInvalidToken
	default:
		return user, nil
	}
}

func (s *Server) userOfAPIToken(tx *db.Tx, token string, now time.Time) (*model.User, model.ID, error) {
	hash := auth.HashAPIToken(token)
	stored, err := db.APITokens.Find(tx, "hash", hash[:])
	if errors.Is(err, db.ErrNotFound) {
		return nil, 0, auth.ErrInvalidAPIToken
	}
	if err != nil {
		return nil, 0, err
	}
	user, err := db.Users.Get(tx, stored.User)
	if err != nil {
		return nil, 0, err
	}
	if !user.IsActive {
		return nil, 0, auth.ErrUserDeactivated
	}
	if stored.ExpirationDate != "" && stored.ExpirationDate < model.DateOf(now.In(s.Location)) {
		return nil, 0, auth.ErrAPITokenExpired
	}
	return user, stored.ID, nil
}

// jwtSecret returns the signing secret; it is decrypted once and kept until another one is stored.
func (s *Server) jwtSecret(tx *db.Tx) ([]byte, error) {
	stored, err := db.JWTSecret.Get(tx)
	if err != nil {
		return nil, err
	}
	if cached := s.secret.Load(); cached != nil && cached.stored == stored {
		return cached.plain, nil
	}
	plain, err := s.Keys.Decrypt(string(stored))
	if err != nil {
		return nil, err
	}
	s.secret.Store(&jwtSecret{stored: stored, plain: plain})
	return plain, nil
}
