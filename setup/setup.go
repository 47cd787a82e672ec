package setup

import (
	"context"
	"errors"
	"fmt"
	"time"

	"secobserve/auth"
	"secobserve/db"
	"secobserve/licenses"
	"secobserve/model"
)

// Run prepares the data file, all of it or nothing. It returns the generated password of the first administrator if it has made one;
// existing accounts are never changed. A key that does not belong to the data file is an error.
func Run(ctx context.Context, store *db.Store, keys auth.Keys, admin Admin, parsers []model.Parser, now time.Time) (password string, err error) {
	hash, password, err := admin.hash(ctx, store)
	if err != nil {
		return "", fmt.Errorf("prepare the administrator %q: %w", admin.Username, err)
	}
	err = store.Update(ctx, func(tx *db.Tx) error {
		if err := storeSettings(tx); err != nil {
			return err
		}
		if hash != "" {
			if err := admin.create(tx, hash, now); err != nil {
				return err
			}
		}
		if err := createSecret(tx, keys); err != nil {
			return err
		}
		if err := registerParsers(tx, parsers); err != nil {
			return err
		}
		_, err := licenses.FirstStart(tx, model.TimeOf(now))
		return err
	})
	if err != nil {
		return "", fmt.Errorf("prepare the data file: %w", err)
	}
	return password, nil
}

// Done tells whether the data file has been prepared before, so that it holds secrets that belong to a key.
func Done(ctx context.Context, store *db.Store) (done bool, err error) {
	err = store.View(ctx, func(tx *db.Tx) error {
		secret, err := db.JWTSecret.Get(tx)
		done = secret != ""
		return err
	})
	return done, err
}

// storeSettings writes down the defaults that no version has stored yet, so that a later version with other defaults does not change how
// this installation works.
func storeSettings(tx *db.Tx) error {
	settings, err := db.Settings.Get(tx)
	if err != nil {
		return err
	}
	return db.Settings.Put(tx, settings)
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

// isMissing tells whether a row was looked for and does not exist.
func isMissing(err error) bool { return errors.Is(err, db.ErrNotFound) }
