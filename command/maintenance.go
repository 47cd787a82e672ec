package command

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"secobserve/db"
	"secobserve/setup"
)

// Backup copies the data file.
type Backup struct {
	Data
	File string `arg:"" help:"File to write; it must not exist."`
}

// Run copies the data file.
func (b Backup) Run() error {
	err := db.Backup(b.file(), b.File)
	if errors.Is(err, db.ErrLocked) {
		return fmt.Errorf("%w; a running server gives a backup at GET /api/backup/ to superusers", err)
	}
	return err
}

// Restore replaces the data file.
type Restore struct {
	Data
	File string `arg:"" help:"Backup to restore." type:"existingfile"`
}

// Run replaces the data file.
func (r Restore) Run() error { return db.Restore(r.file(), r.File) }

// Check checks the data file.
type Check struct{ Data }

// Run checks the data file and lists what is wrong with it.
func (c Check) Run(o Output) error {
	problems, err := db.Check(c.file())
	if err != nil {
		return err
	}
	for _, p := range problems {
		if _, err := fmt.Fprintln(o.Out, p); err != nil {
			return err
		}
	}
	if len(problems) > 0 {
		return fmt.Errorf("%s has %d problems", c.file(), len(problems))
	}
	_, err = fmt.Fprintln(o.Out, "sound")
	return err
}

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
	store, err := db.Open(r.file())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	password, err := setup.ResetPassword(context.Background(), store, r.Name)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(o.Out, password)
	return err
}

// Healthcheck asks a running server whether it is healthy.
type Healthcheck struct {
	URL string `help:"Address of the server." default:"http://127.0.0.1:8080" env:"SO_HEALTHCHECK_URL"`
}

// healthTimeout is how long a healthy server may take to say so.
const healthTimeout = 5 * time.Second

// Run asks the server.
func (h Healthcheck) Run() error {
	client := http.Client{Timeout: healthTimeout}
	answer, err := client.Get(h.URL + "/api/status/health/")
	if err != nil {
		return err
	}
	if err := answer.Body.Close(); err != nil {
		return err
	}
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("the server answers %s", answer.Status)
	}
	return nil
}
