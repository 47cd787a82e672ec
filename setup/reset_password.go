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

// ResetPassword sets a new generated password for a user and voids the JWTs given to them before. Who could not use it, a deactivated user
// or the hidden one behind an API token of a product, gets an error.
func ResetPassword(ctx context.Context, store *db.Store, username string) (password string, err error) {
	password = auth.NewPassword()
	hash, err := auth.NewHasher(0, auth.RecommendedCost).Hash(ctx, password)
	if err != nil {
		return "", fmt.Errorf("reset the password of %q: %w", username, err)
	}
	err = store.Update(ctx, func(tx *db.Tx) error {
		u, err := db.Users.Find(tx, "username", db.Key(username))
		if err != nil {
			return err
		}
		if u.IsProductToken() {
			return errors.New("this user stands for an API token of a product and never logs in")
		}
		if !u.IsActive {
			return errors.New("the account is deactivated; another administrator, whom ADMIN_USER can name at the next start, may activate it")
		}
		u.PasswordHash, u.PasswordChanged, u.TokenVersion = hash, model.TimeOf(time.Now()), u.TokenVersion+1
		return db.Users.Update(tx, u)
	})
	if err != nil {
		return "", fmt.Errorf("reset the password of %q: %w", username, err)
	}
	return password, nil
}
