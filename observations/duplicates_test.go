package observations

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"secobserve/db"
	"secobserve/model"
)

// world is a data file with a product whose observations are changed at random.
type world struct {
	store    *db.Store
	product  model.ID
	parser   model.ID
	branches []model.ID // 0 and one branch
}

func newWorld(t testing.TB) *world {
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
	w := &world{store: store}
	w.update(t, func(tx *db.Tx) error {
		user := model.NewUser("mira", 1)
		if err := db.Users.Insert(tx, &user); err != nil {
			return err
		}
		parser := &model.Parser{Name: "Manual", Type: model.ParserManual}
		if err := db.Parsers.Insert(tx, parser); err != nil {
			return err
		}
		product := &model.Product{Name: "Shop"}
		if err := db.Products.Insert(tx, product); err != nil {
			return err
		}
		branch := &model.Branch{Product: product.ID, Name: "main"}
		if err := db.Branches.Insert(tx, branch); err != nil {
			return err
		}
		w.product, w.parser, w.branches = product.ID, parser.ID, []model.ID{0, branch.ID}
		return nil
	})
	return w
}

type fataler interface {
	Helper()
	Fatal(args ...any)
}

func (w *world) update(t fataler, f func(tx *db.Tx) error) {
	t.Helper()
	if err := w.store.Update(context.Background(), f); err != nil {
		t.Fatal(err)
	}
}

// edit changes observations as a request does.
func (w *world) edit(t fataler, f func(tx *db.Tx, e *Editor) error) {
	t.Helper()
	w.update(t, func(tx *db.Tx) error {
		e, err := NewEditor(tx, 1, 1000, "2026-11-23")
		if err != nil {
			return err
		}
		if err := f(tx, e); err != nil {
			return err
		}
		return e.Finish()
	})
}

var drawFinding = rapid.Custom(func(t *rapid.T) model.Observation {
	o := model.Observation{
		Title:            rapid.SampledFrom([]string{"CVE-1", "CVE-2", "cve-1"}).Draw(t, "title"),
		OriginSourceFile: rapid.SampledFrom([]string{"", "a.c", "b.c"}).Draw(t, "file"),
		Scanner:          rapid.SampledFrom([]string{"X", "Y", "X / 2"}).Draw(t, "scanner"),
		ParserStatus:     rapid.SampledFrom([]model.Status{"", "", model.StatusResolved, model.StatusInReview}).Draw(t, "status"),
	}
	if rapid.Bool().Draw(t, "component") {
		o.OriginComponentNameVersion = fmt.Sprintf("lib:%d", rapid.IntRange(1, 9).Draw(t, "version"))
	}
	if line := rapid.IntRange(-1, 2).Draw(t, "line"); line >= 0 {
		o.OriginSourceLineStart = &line
	}
	return o
})

// Whatever people do: each pair of duplicates is stored in both directions, with its type; observations say rightly whether they have any;
// pairs that stay keep their ids.
func TestPotentialDuplicatesAgainstBruteForce(t *testing.T) {
	w := newWorld(t)
	rapid.Check(t, func(t *rapid.T) {
		w.edit(t, func(tx *db.Tx, e *Editor) error { return e.Delete(w.product, db.Observations.Index(tx).All().Clone()) })
		before := map[pair]model.ID{}
		for range rapid.IntRange(1, 12).Draw(t, "requests") {
			w.randomRequest(t)
			before = w.compare(t, before)
		}
	})
}

func (w *world) randomRequest(t *rapid.T) {
	w.edit(t, func(tx *db.Tx, e *Editor) error {
		ids := db.Observations.Index(tx).All().ToArray()
		what := rapid.IntRange(0, 6).Draw(t, "request")
		if len(ids) == 0 || what < 3 {
			o := drawFinding.Draw(t, "finding")
			o.Product, o.Parser, o.Branch = w.product, w.parser, rapid.SampledFrom(w.branches).Draw(t, "branch")
			return e.NoteCreation(&o)
		}
		o, err := db.Observations.Get(tx, model.ID(rapid.SampledFrom(ids).Draw(t, "observation")))
		if err != nil {
			return err
		}
		switch what {
		case 3:
			return e.Delete(w.product, roaring.BitmapOf(uint32(o.ID)))
		case 4:
			return e.Assess(o, model.Assessment{Status: rapid.SampledFrom(model.Statuses).Draw(t, "assessed"), Comment: "c"})
		case 5:
			return e.RemoveAssessment(o, "c")
		default:
			old, fresh := *o, drawFinding.Draw(t, "changed")
			o.Title, o.OriginSourceFile, o.OriginSourceLineStart, o.Scanner = fresh.Title, fresh.OriginSourceFile, fresh.OriginSourceLineStart, fresh.Scanner
			o.OriginComponentName, o.OriginComponentVersion, o.OriginComponentNameVersion = "", "", fresh.OriginComponentNameVersion
			o.ParserStatus, o.Branch = fresh.ParserStatus, rapid.SampledFrom(w.branches).Draw(t, "moved to")
			return e.NoteUpdate(&old, o)
		}
	})
}

func (w *world) compare(t *rapid.T, before map[pair]model.ID) map[pair]model.ID {
	after, kinds := map[pair]model.ID{}, map[pair]model.DuplicateType{}
	err := w.store.View(context.Background(), func(tx *db.Tx) error {
		var all []*model.Observation
		for o, err := range db.Observations.All(tx) {
			if err != nil {
				return err
			}
			all = append(all, o)
		}
		for row, err := range db.PotentialDuplicates.All(tx) {
			if err != nil {
				return err
			}
			p := pair{uint32(row.Observation), uint32(row.PotentialDuplicateObservation)}
			if after[p] != 0 {
				t.Fatalf("pair %v is stored twice", p)
			}
			after[p], kinds[p] = row.ID, row.Type
			if id := before[p]; id != 0 && id != row.ID {
				t.Fatalf("pair %v: id %d became %d", p, id, row.ID)
			}
		}
		for _, x := range all {
			has := false
			for _, y := range all {
				p := pair{uint32(x.ID), uint32(y.ID)}
				if want := plainType(x, y); want != "" && kinds[p] != want {
					t.Fatalf("%v: type %q, want %q", p, kinds[p], want)
				}
				has = has || after[p] != 0 && x.CurrentStatus.Active() && y.CurrentStatus.Active()
			}
			if x.HasPotentialDuplicates != has {
				t.Fatalf("observation %d says %v, want %v", x.ID, x.HasPotentialDuplicates, has)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for p := range after {
		if after[pair{p.other, p.observation}] == 0 {
			t.Fatalf("pair %v is stored in one direction only", p)
		}
	}
	return after
}

// plainType is the specification, written down plainly.
func plainType(x, y *model.Observation) model.DuplicateType {
	if x.ID == y.ID || !x.CurrentStatus.Active() || !y.CurrentStatus.Active() || scopeOf(x) != scopeOf(y) {
		return ""
	}
	if x.OriginSourceFile != "" && x.OriginSourceFile == y.OriginSourceFile && line(x) != 0 && line(x) == line(y) && x.Scanner != y.Scanner {
		return model.DuplicateSource
	}
	if x.OriginComponentName != "" && y.OriginComponentName != "" && x.Title == y.Title {
		return model.DuplicateComponent
	}
	return ""
}

// However many observations are alike, the pairs grow with their number only, and everybody has a duplicate as long as another one is active.
func TestManyAlike(t *testing.T) {
	w := newWorld(t)
	const many = 500
	w.edit(t, func(tx *db.Tx, e *Editor) error {
		for i := range many {
			o := &model.Observation{Product: w.product, Parser: w.parser, Title: "CVE-1", OriginComponentNameVersion: fmt.Sprintf("lib:%d", i), Scanner: "X"}
			if err := e.Save(o, nil); err != nil {
				return err
			}
		}
		for i := range many {
			o := &model.Observation{Product: w.product, Parser: w.parser, Title: "weak", OriginSourceFile: "a.c", OriginSourceLineStart: model.Ptr(1), Scanner: []string{"X", "X", "X", "Y"}[i%4]}
			if err := e.Save(o, nil); err != nil {
				return err
			}
		}
		e.SearchDuplicates(w.product, 0, 0)
		return nil
	})
	count := func() (pairs, flagged int) {
		w.update(t, func(tx *db.Tx) error {
			pairs = db.PotentialDuplicates.Index(tx).Len()
			flagged = int(db.Observations.Index(tx).EqualInt(db.Observations.Column("has_potential_duplicates"), 1).GetCardinality())
			return nil
		})
		return pairs, flagged
	}
	if pairs, flagged := count(); pairs > 8*many || flagged != 2*many {
		t.Errorf("%d pairs, %d with duplicates", pairs, flagged)
	}
	// the ones that all others are paired with go
	for _, id := range []model.ID{1, many + 1} {
		w.edit(t, func(tx *db.Tx, e *Editor) error {
			o, err := db.Observations.Get(tx, id)
			if err != nil {
				return err
			}
			return e.Assess(o, model.Assessment{Status: model.StatusFalsePositive, Comment: "no"})
		})
	}
	w.edit(t, func(tx *db.Tx, e *Editor) error { return e.Delete(w.product, roaring.BitmapOf(2)) })
	if pairs, flagged := count(); pairs > 8*many || flagged != 2*many-3 {
		t.Errorf("afterwards %d pairs, %d with duplicates", pairs, flagged)
	}
}

func TestPairUp(t *testing.T) {
	odd := func(a, b uint32) bool { return a%2 != b%2 }
	var got []pair
	pairUp([]uint32{1, 2, 3}, odd, func(a, b uint32) { got = append(got, pair{a, b}) })
	seen := map[pair]bool{}
	for _, p := range got {
		seen[p] = true
	}
	want := map[pair]bool{{1, 2}: true, {2, 1}: true, {2, 3}: true, {3, 2}: true}
	if diff := cmp.Diff(want, seen, cmp.AllowUnexported(pair{})); diff != "" {
		t.Error(diff)
	}
}
