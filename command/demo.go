package command

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"secobserve/audit"
	"secobserve/auth"
	"secobserve/db"
	"secobserve/demo"
)

// Demo fills a data file with sample data.
type Demo struct {
	Preparation
	Observations int    `help:"How many observations." default:"5000"`
	TimeZone     string `help:"IANA name of the time zone." default:"UTC" env:"TZ"`
}

// maxDemo is the greatest number of observations of sample data.
const maxDemo = 5_000_000

// Run makes the data file if it is missing and fills it, if it has no products; the server must not be running.
func (d Demo) Run(o Output) (err error) {
	if d.Observations < 1 || d.Observations > maxDemo {
		return fmt.Errorf("--observations must be 1 to %d", maxDemo)
	}
	location, err := parseTimeZone(d.TimeZone)
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	store, err := db.Open(d.file())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	audit.Attach(store, time.Now)
	if _, err := d.prepare(ctx, store, slog.New(slog.DiscardHandler), o.Err); err != nil {
		return err
	}
	password := auth.NewPassword()
	hash, err := auth.NewHasher(0, auth.RecommendedCost).Hash(ctx, password)
	if err != nil {
		return fmt.Errorf("make the password of the sample users: %w", err)
	}
	made, err := demo.Fill(ctx, store, d.Observations, hash, time.Now().In(location), func(done, of int) {
		_, _ = fmt.Fprintf(o.Err, "\rday %d of %d", done, of)
	})
	_, _ = fmt.Fprintln(o.Err)
	if err != nil {
		return fmt.Errorf("fill %s with sample data: %w", d.file(), err)
	}
	_, err = fmt.Fprintf(o.Out, "%d observations, %d assessments, %d imports, %d products, %d branches, %d users\nLog in as %s …, password %s (shown only once)\n",
		made.Observations, made.Assessments, made.Imports, made.Products, made.Branches, made.Users, strings.Join(made.Names, ", "), password)
	return err
}
