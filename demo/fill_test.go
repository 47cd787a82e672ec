package demo

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"secobserve/auth"
	"secobserve/db"
	"secobserve/model"
	"secobserve/parsers/registry"
	"secobserve/setup"
)

var now = time.Date(2031, 5, 20, 12, 0, 0, 0, time.UTC)

func prepared(t *testing.T) (store *db.Store, file string) {
	t.Helper()
	file = filepath.Join(t.TempDir(), "secobserve.db")
	store, err := db.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() }) //nolint:errcheck // closed before where it matters
	keys, err := auth.ParseKeys(auth.NewKey())
	if err != nil {
		t.Fatal(err)
	}
	admin := setup.Admin{Username: "admin", Password: "x", PasswordCost: auth.Cost{MemoryKiB: 8, Passes: 1}}
	if _, err := setup.Run(t.Context(), store, keys, admin, registry.Registered(), now); err != nil {
		t.Fatal(err)
	}
	return store, file
}

func fill(t *testing.T, store *db.Store, observations int) Summary {
	t.Helper()
	days := 0
	made, err := Fill(t.Context(), store, observations, "hash", now, func(done, of int) { days = done })
	if err != nil {
		t.Fatal(err)
	}
	if days != 31 {
		t.Errorf("told of %d days, want 31", days)
	}
	return made
}

// count counts what is stored, by some property of it.
func count[T any](t *testing.T, store *db.Store, table *db.Table[T], property func(*T) string) map[string]int {
	t.Helper()
	found := map[string]int{}
	err := store.View(t.Context(), func(tx *db.Tx) error {
		for row, err := range table.All(tx) {
			if err != nil {
				return err
			}
			found[property(row)]++
			found["total"]++
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestFill(t *testing.T) {
	store, file := prepared(t)
	made := fill(t, store, 3000)
	observations := count(t, store, db.Observations, func(o *model.Observation) string { return string(o.CurrentStatus) })
	if observations["total"] != 3000 || made.Observations != 3000 {
		t.Errorf("%d observations are stored, %d are reported, want 3000", observations["total"], made.Observations)
	}
	for _, status := range []model.Status{model.StatusOpen, model.StatusAffected, model.StatusResolved, model.StatusFalsePositive, model.StatusNotAffected,
		model.StatusNotSecurity, model.StatusRiskAccepted} {
		if observations[string(status)] == 0 {
			t.Errorf("no observation is %s: %v", status, observations)
		}
	}
	logs := count(t, store, db.ObservationLogs, func(l *model.ObservationLog) string { return string(l.AssessmentStatus) })
	if logs["total"] < 5400 || logs["total"] > 6600 {
		t.Errorf("%d log entries, want about 6000", logs["total"])
	}
	for _, status := range model.AssessmentStatuses[:3] {
		if logs[string(status)] == 0 {
			t.Errorf("no assessment is %s: %v", status, logs)
		}
	}
	if days := count(t, store, db.ProductMetrics, func(m *model.ProductMetrics) string { return string(m.Date) }); days["2031-04-20"] == 0 || days["2031-05-20"] == 0 {
		t.Errorf("metrics of the days %v, want 2031-04-20 to 2031-05-20", days)
	}
	if licenses := count(t, store, db.LicenseComponents, func(c *model.LicenseComponent) string { return string(c.EvaluationResult) }); licenses["Allowed"] == 0 || licenses["Unknown"] == 0 {
		t.Errorf("license components by evaluation: %v, want allowed and unknown ones", licenses)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	problems, err := db.Check(file)
	if err != nil || len(problems) != 0 {
		t.Errorf("check: %v, %v", problems, err)
	}
}

// TestFill_Same: measurements have to find the same data again.
func TestFill_Same(t *testing.T) {
	var hashes [2][]string
	for i := range hashes {
		store, _ := prepared(t)
		fill(t, store, 200)
		for hash, n := range count(t, store, db.Observations, func(o *model.Observation) string { return o.IdentityHash + string(o.CurrentStatus) }) {
			hashes[i] = append(hashes[i], hash, string(rune(n)))
		}
		slices.Sort(hashes[i])
	}
	if !slices.Equal(hashes[0], hashes[1]) {
		t.Error("two fills have made different observations")
	}
}

func TestFill_NotEmpty(t *testing.T) {
	store, _ := prepared(t)
	fill(t, store, 20)
	before := count(t, store, db.Users, func(u *model.User) string { return u.Username })
	_, err := Fill(t.Context(), store, 20, "hash", now, func(int, int) {})
	if !errors.Is(err, ErrNotEmpty) {
		t.Errorf("fill of a file with products: %v, want %v", err, ErrNotEmpty)
	}
	if after := count(t, store, db.Users, func(u *model.User) string { return u.Username }); len(after) != len(before) {
		t.Errorf("%d users became %d", len(before), len(after))
	}
}

func TestFill_Cancelled(t *testing.T) {
	store, _ := prepared(t)
	ctx, cancel := context.WithCancel(t.Context())
	_, err := Fill(ctx, store, 200, "hash", now, func(done, _ int) {
		if done == 5 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("fill that is cancelled: %v, want %v", err, context.Canceled)
	}
}

func TestSizeOf(t *testing.T) {
	for _, want := range []Size{{1, 1, 1, 8}, {100, 5, 5, 8}, {5000, 5, 25, 8}, {1_000_000, 500, 5000, 300}} {
		if got := SizeOf(want.Observations); got != want {
			t.Errorf("SizeOf(%d) = %v, want %v", want.Observations, got, want)
		}
	}
}

func TestNamesAreUnique(t *testing.T) {
	for what, name := range map[string]func(int) string{"product": productName, "user": username, "branch": branchName, "source file": sourceFile, "product group": adjectiveName} {
		seen := map[string]int{}
		for i := range 2500 {
			if what == "branch" && i > 30 {
				break
			}
			n := name(i)
			if first, again := seen[n]; again {
				t.Errorf("%s %d and %d are both %s", what, first, i, n)
				break
			}
			seen[n] = i
		}
	}
	seen := map[string]bool{}
	for _, p := range packages() {
		if seen[p.name] {
			t.Fatalf("two packages are %s", p.name)
		}
		seen[p.name] = true
	}
}
