package demo

import (
	"context"
	"errors"
	"fmt"
	"time"

	"secobserve/audit"
	"secobserve/db"
	"secobserve/metrics"
	"secobserve/model"
)

// ErrNotEmpty is the error of a data file that has products: sample data are not mixed with real ones.
var ErrNotEmpty = errors.New("the data file has products already")

// Summary says what has been made.
type Summary struct {
	Size
	Imports, Assessments int
	// Names are with what some of the users log in.
	Names []string
}

// days is how far the history goes back.
const days = 30

// filler makes the sample data.
type filler struct {
	store   *db.Store
	now     time.Time
	people  *people
	all     []*product
	summary Summary
}

// Fill fills a prepared data file without products with about the given number of observations. All users get the password of the hash. now, in
// the time zone of the server, is when the history ends. progress is told from time to time how many of the days are done.
func Fill(ctx context.Context, store *db.Store, observations int, passwordHash string, now time.Time, progress func(done, of int)) (Summary, error) {
	f := &filler{store: store, now: now}
	f.summary.Size = SizeOf(observations)
	f.summary.Observations = 0
	if err := f.begin(ctx, SizeOf(observations), passwordHash); err != nil {
		return Summary{}, err
	}
	for ago := days; ago >= 0; ago-- {
		if err := f.day(ctx, ago); err != nil {
			return Summary{}, fmt.Errorf("day %s: %w", model.DateOf(f.now.AddDate(0, 0, -ago)), err)
		}
		progress(days-ago+1, days+1)
	}
	for _, u := range f.people.users[:min(3, len(f.people.users))] {
		f.summary.Names = append(f.summary.Names, u.Username)
	}
	return f.summary, nil
}

// begin stores people, products and branches.
func (f *filler) begin(ctx context.Context, size Size, passwordHash string) error {
	begin := f.now.AddDate(0, 0, -days-1)
	acting := audit.With(ctx, &audit.Actor{Source: "command demo", At: begin})
	return f.store.Update(acting, func(tx *db.Tx) error {
		for range db.Products.All(tx) {
			return ErrNotEmpty
		}
		var err error
		if f.people, err = addPeople(tx, size.Users, passwordHash, begin); err != nil {
			return err
		}
		f.all, err = addProducts(tx, size, f.people, begin)
		return err
	})
}

// calendar is what happens to a product so many days after its first scan.
var calendar = map[int]func(*filler, *db.Tx, *product, time.Time) error{
	0:  func(f *filler, tx *db.Tx, p *product, at time.Time) error { return f.scan(tx, p, at, false) },
	3:  (*filler).review,
	6:  (*filler).decide,
	8:  (*filler).approve,
	11: func(f *filler, tx *db.Tx, p *product, at time.Time) error { return f.scan(tx, p, at, true) },
}

// lastEvent is the last day of the calendar.
const lastEvent = 11

// firstScan is how many days ago a product was scanned first.
func (p *product) firstScan() int { return lastEvent + p.number*5%(days-lastEvent+1) }

// day has happen what belongs to one day, and counts at its end.
func (f *filler) day(ctx context.Context, ago int) error {
	date := f.now.AddDate(0, 0, -ago)
	for i, p := range f.all {
		event := calendar[p.firstScan()-ago]
		if event == nil {
			continue
		}
		at := date.Add(-time.Duration(len(f.all)-i) * time.Second)
		acting := audit.With(ctx, &audit.Actor{Source: "command demo", At: at})
		if err := f.store.Update(acting, func(tx *db.Tx) error { return event(f, tx, p, at) }); err != nil {
			return fmt.Errorf("%s: %w", productName(i), err)
		}
	}
	_, err := metrics.Calculate(ctx, f.store, date)
	return err
}
