package command

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"secobserve/audit"
	"secobserve/db"
	"secobserve/setup"
)

// User manages users.
type User struct {
	ResetPassword ResetPassword `cmd:"" help:"Give a user a new password, which is printed; the server must not be running."`
}

// ResetPassword gives a user a new password.
type ResetPassword struct {
	Data
	Name string `arg:"" help:"User name."`
}

// Run gives the user a new password.
func (r ResetPassword) Run(o Output) (err error) {
	if _, err := os.Stat(r.file()); err != nil { // opening would create the file
		return fmt.Errorf("reset a password: %w", err)
	}
	store, err := db.Open(r.file())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	audit.Attach(store, time.Now)
	ctx := audit.With(context.Background(), &audit.Actor{Source: "command user reset-password"})
	password, err := setup.ResetPassword(ctx, store, r.Name)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(o.Out, password)
	return err
}
