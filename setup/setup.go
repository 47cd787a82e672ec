// Package setup prepares a data file for serving: settings, first administrator, signing secret and the registry of parsers
// (operations.md §14).
package setup

import (
	"context"
	"errors"
	"fmt"
	"time"

	"secobserve/auth"
	"secobserve/db"
	"secobserve/model"
)

// Admin is the first administrator.
type Admin struct {
	Username, Email, Password string
}

// Run prepares the data file. It returns the generated password of the first administrator if it has made one; existing accounts are
// never changed.
func Run(ctx context.Context, store *db.Store, keys auth.Keys, admin Admin, parsers []model.Parser, now time.Time) (password string, err error) {
	hasher := auth.NewHasher(0)
	hash := ""
	if !exists(ctx, store, admin.Username) {
		chosen := admin.Password
		if chosen == "" {
			password = auth.NewPassword()
			chosen = password
		}
		if hash, err = hasher.Hash(ctx, chosen); err != nil {
			return "", err
		}
	}
	err = store.Update(ctx, func(tx *db.Tx) error {
		if hash != "" {
			if err := createAdmin(tx, admin, hash, now); err != nil {
				return err
			}
		}
		if err := createSecret(tx, keys); err != nil {
			return err
		}
		return registerParsers(tx, parsers)
	})
	if err != nil {
		return "", fmt.Errorf("prepare the data file: %w", err)
	}
	return password, nil
}

func exists(ctx context.Context, store *db.Store, username string) bool {
	return store.View(ctx, func(tx *db.Tx) error {
		_, err := db.Users.Find(tx, "username", db.Key(username))
		return err
	}) == nil
}

func createAdmin(tx *db.Tx, admin Admin, hash string, now time.Time) error {
	u := model.NewUser(admin.Username, model.TimeOf(now))
	u.Email, u.IsSuperuser, u.PasswordHash = admin.Email, true, hash
	u.DeriveFullName()
	return db.Users.Insert(tx, &u)
}

// createSecret makes the secret that signs JWTs if there is none, and proves that the key fits the data otherwise.
func createSecret(tx *db.Tx, keys auth.Keys) error {
	stored, err := db.JWTSecret.Get(tx)
	if err != nil {
		return err
	}
	if stored == "" {
		return db.JWTSecret.Put(tx, model.Secret(keys.Encrypt(auth.NewSecret())))
	}
	if _, err := keys.Decrypt(string(stored)); err != nil {
		return fmt.Errorf("the field encryption key does not belong to this data file: %w", err)
	}
	return nil
}

// registerParsers adds missing parsers and corrects changed ones; nothing is deleted, old observations may refer to them.
func registerParsers(tx *db.Tx, parsers []model.Parser) error {
	for _, p := range parsers {
		stored, err := db.Parsers.Find(tx, "name", db.Key(p.Name))
		if errors.Is(err, db.ErrNotFound) {
			if err := db.Parsers.Insert(tx, &p); err != nil {
				return err
			}
			continue
		}
		if err != nil {
			return err
		}
		if p.ID = stored.ID; p == *stored {
			continue
		}
		if err := db.Parsers.Update(tx, &p); err != nil {
			return err
		}
	}
	return nil
}

// ResetPassword sets a new generated password for a user and voids his older JWTs.
func ResetPassword(ctx context.Context, store *db.Store, username string) (password string, err error) {
	password = auth.NewPassword()
	hash, err := auth.NewHasher(0).Hash(ctx, password)
	if err != nil {
		return "", err
	}
	err = store.Update(ctx, func(tx *db.Tx) error {
		u, err := db.Users.Find(tx, "username", db.Key(username))
		if err != nil {
			return err
		}
		u.PasswordHash, u.IsActive, u.TokenVersion = hash, true, u.TokenVersion+1
		return db.Users.Update(tx, u)
	})
	if err != nil {
		return "", fmt.Errorf("reset the password of %q: %w", username, err)
	}
	return password, nil
}
