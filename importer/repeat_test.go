package importer

import (
	"path/filepath"
	"testing"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/db"
	"secobserve/model"
	"secobserve/parsers"
)

// world is a store with a product and a report without components, as it is imported.
type world struct {
	store   *db.Store
	request Request
}

func newWorld(t *testing.T) *world {
	t.Helper()
	store, err := db.Open(filepath.Join(t.TempDir(), "secobserve.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	w := &world{store: store, request: Request{Filename: "scan.sarif", Digest: []byte("the file"), Kind: model.ImportObservations, Now: 10, Today: "2026-01-01"}}
	w.update(t, func(tx *db.Tx) error {
		user := model.NewUser("mira", 1)
		w.request.User = &user
		w.request.Parser = &model.Parser{Name: "SARIF", Type: model.ParserSAST}
		w.request.Product = &model.Product{Name: "Shop"}
		if err := db.Users.Insert(tx, &user); err != nil {
			return err
		}
		if err := db.Parsers.Insert(tx, w.request.Parser); err != nil {
			return err
		}
		return db.Products.Insert(tx, w.request.Product)
	})
	return w
}

func (w *world) update(t *testing.T, change func(tx *db.Tx) error) {
	t.Helper()
	if err := w.store.Update(t.Context(), change); err != nil {
		t.Fatal(err)
	}
}

// report has two findings; it can be read once.
func report() *parsers.Report {
	return &parsers.Report{Findings: func(yield func(*parsers.Finding) bool) {
		for _, title := range []string{"weak cipher", "weak hash"} {
			if !yield(&parsers.Finding{Observation: model.Observation{Title: title, ParserSeverity: model.SeverityHigh}}) {
				return
			}
		}
	}}
}

// The very report that was imported last time need not be read, be it without components: unless rows of it are gone, or the request is another.
func TestRepeats(t *testing.T) {
	for name, test := range map[string]struct {
		meanwhile func(w *world, tx *db.Tx) error
		expect    bool
	}{
		"nothing": {func(*world, *db.Tx) error { return nil }, true},
		"another file": {func(w *world, _ *db.Tx) error {
			w.request.Digest = []byte("another file")
			return nil
		}, false},
		"another origin": {func(w *world, _ *db.Tx) error {
			w.request.EndpointURL = "https://shop.example.com"
			return nil
		}, false},
		"another name": {func(w *world, _ *db.Tx) error {
			w.request.Filename = "other.sarif"
			return nil
		}, false},
		"an observation deleted": {func(_ *world, tx *db.Tx) error {
			return db.Observations.DeleteAll(tx, roaring.BitmapOf(1))
		}, false},
		"duplicates of other scanners": {func(_ *world, tx *db.Tx) error {
			settings, err := db.Settings.Get(tx)
			settings.FeatureCrossScannerDeduplication = true
			if err != nil {
				return err
			}
			return db.Settings.Put(tx, settings)
		}, false},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			w.update(t, func(tx *db.Tx) error {
				first := w.request
				first.Report = report()
				_, err := Import(tx, first)
				return err
			})
			w.update(t, func(tx *db.Tx) error { return test.meanwhile(w, tx) })
			w.request.Now = 20
			w.update(t, func(tx *db.Tx) error {
				repeats, err := Repeats(tx, w.request)
				if repeats != test.expect {
					t.Errorf("repeats %t, expected %t", repeats, test.expect)
				}
				if err != nil || !repeats {
					return err
				}
				result, done, err := Repeat(tx, w.request)
				if want := (Result{Updated: 2}); result != want || !done {
					t.Errorf("got %+v, done %t, expected %+v", result, done, want)
				}
				return err
			})
		})
	}
}
