package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"time"

	"secobserve/audit"
	"secobserve/auth"
	"secobserve/db"
	"secobserve/parsers/registry"
	"secobserve/setup"
)

// Preparation is what it takes to make a data file ready for use.
type Preparation struct {
	Data
	AdminUser          string `help:"Name of the first administrator." default:"admin" env:"ADMIN_USER"`
	AdminEmail         string `help:"E-mail address of the first administrator." env:"ADMIN_EMAIL"`
	AdminPassword      string `help:"Password of the first administrator; generated and printed once if empty." env:"ADMIN_PASSWORD"`
	FieldEncryptionKey string `help:"Key that protects secrets in the data file (URL-safe base64 of 32 bytes; several separated by commas: the first encrypts); unset: a key file beside the data." env:"FIELD_ENCRYPTION_KEY"`
}

// keys are the keys that protect secrets in the data file. made tells that a new key file was written for them: only for new data, because
// what is encrypted with a lost key is lost.
func (p Preparation) keys(ctx context.Context, store *db.Store) (keys auth.Keys, made bool, err error) {
	if p.FieldEncryptionKey != "" {
		keys, err = auth.ParseKeys(p.FieldEncryptionKey)
		return keys, false, err
	}
	if _, err := os.Stat(p.keyFile()); !errors.Is(err, fs.ErrNotExist) {
		keys, err = auth.LoadOrCreateKeyFile(p.keyFile())
		return keys, false, err
	}
	used, err := setup.Done(ctx, store)
	if err != nil {
		return keys, false, err
	}
	if used {
		return keys, false, fmt.Errorf("the key file %s is missing: put it back beside its data file, or set FIELD_ENCRYPTION_KEY", p.keyFile())
	}
	keys, err = auth.LoadOrCreateKeyFile(p.keyFile())
	return keys, err == nil, err
}

// prepare makes the data file ready and returns the keys that belong to it. If that fails, no new key file is left behind.
func (p Preparation) prepare(ctx context.Context, store *db.Store, log *slog.Logger, errs io.Writer) (auth.Keys, error) {
	keys, made, err := p.keys(ctx, store)
	if err != nil {
		return keys, err
	}
	if err := p.setUp(ctx, store, keys, log, errs); err != nil {
		if made {
			err = errors.Join(err, os.Remove(p.keyFile()))
		}
		return keys, err
	}
	return keys, nil
}

// setUp fills the data file with what it needs. A generated password goes to standard error and to the log, once (access.md §1.7).
func (p Preparation) setUp(ctx context.Context, store *db.Store, keys auth.Keys, log *slog.Logger, errs io.Writer) error {
	admin := setup.Admin{Username: p.AdminUser, Email: p.AdminEmail, Password: p.AdminPassword, PasswordCost: auth.RecommendedCost}
	password, err := setup.Run(audit.With(ctx, &audit.Actor{Source: "start of the server"}), store, keys, admin, registry.Registered(), time.Now())
	if err != nil || password == "" {
		return err
	}
	log.Warn("First start: the password of the administrator was generated; it is shown only once", "user", p.AdminUser, "password", password)
	_, err = fmt.Fprintf(errs, "First start: user %q, password %s (shown only once)\n", p.AdminUser, password)
	return err
}
