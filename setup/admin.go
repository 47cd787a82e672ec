package setup

import (
	"context"
	"errors"
	"fmt"
	"time"
	"unicode/utf8"

	"secobserve/auth"
	"secobserve/db"
	"secobserve/model"
)

// Admin is the first administrator (access.md §1.7). Without a password one is generated; the rules for passwords do not apply.
type Admin struct {
	Username, Email, Password string
	// PasswordCost is what the password's hash costs.
	PasswordCost auth.Cost
}

// maxUsername in characters (access.md §2.1).
const maxUsername = 150

func (a Admin) check() error {
	if a.Username == "" || utf8.RuneCountInString(a.Username) > maxUsername {
		return fmt.Errorf("the name must have 1 to %d characters", maxUsername)
	}
	if model.ReservedUsername(a.Username) {
		return errors.New("names of this form are reserved for the API tokens of products")
	}
	return nil
}

// hash returns the password hash of an administrator who does not exist yet, with the password if it was generated; of one who exists "".
// It is made before the write transaction because it takes its time.
func (a Admin) hash(ctx context.Context, store *db.Store) (hash, generated string, err error) {
	if err := a.check(); err != nil {
		return "", "", err
	}
	err = store.View(ctx, func(tx *db.Tx) error {
		_, err := db.Users.Find(tx, "username", db.Key(a.Username))
		return err
	})
	if !isMissing(err) {
		return "", "", err
	}
	password := a.Password
	if password == "" {
		generated = auth.NewPassword()
		password = generated
	}
	hash, err = auth.NewHasher(0, a.PasswordCost).Hash(ctx, password)
	return hash, generated, err
}

func (a Admin) create(tx *db.Tx, hash string, now time.Time) error {
	u := model.NewUser(a.Username, model.TimeOf(now))
	u.Email, u.IsSuperuser, u.PasswordHash, u.PasswordChanged = a.Email, true, hash, u.DateJoined
	u.DeriveFullName()
	return db.Users.Insert(tx, &u)
}
