package backups

import (
	"context"
	"errors"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"secobserve/db"
	"secobserve/model"
)

func open(t *testing.T, file string) *db.Store {
	t.Helper()
	store, err := db.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() }) //nolint:errcheck // closed before where it matters
	return store
}

func addProduct(ctx context.Context, store *db.Store, name string) error {
	return store.Update(ctx, func(tx *db.Tx) error {
		p := model.NewProduct(1)
		p.Name = name
		return db.Products.Insert(tx, &p)
	})
}

func names(t *testing.T, folder string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

var plenty = func(string) (uint64, error) { return math.MaxUint64, nil }

func TestDaily(t *testing.T) {
	store := open(t, filepath.Join(t.TempDir(), "secobserve.db"))
	f := Folder{Path: filepath.Join(t.TempDir(), "new", "folder"), Free: plenty}
	begin := time.Date(2031, 3, 1, 5, 15, 0, 0, time.FixedZone("", 3600))
	for day := range 10 {
		if _, err := f.Daily(t.Context(), store, begin.AddDate(0, 0, day)); err != nil {
			t.Fatal(err)
		}
	}
	got := names(t, f.Path)
	if len(got) != 8 || got[0] != "secobserve-daily-20310303-041500.db" || got[7] != "secobserve-daily-20310310-041500.db" {
		t.Errorf("after ten days with seven to keep there are %v", got)
	}
	info, err := os.Stat(filepath.Join(f.Path, got[0]))
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v; backups hold secrets", info.Mode(), err)
	}
}

// Only what the task has made is removed, and the newest backup stays however old it is.
func TestDaily_LeavesOthersAlone(t *testing.T) {
	store := open(t, filepath.Join(t.TempDir(), "secobserve.db"))
	f := Folder{Path: t.TempDir(), Free: plenty}
	others := []string{"before-upgrade.db", "secobserve-daily-20010101-000000.db.part", "secobserve-20010101-000000.db", "secobserve-daily-20011301-000000.db"}
	for _, name := range others {
		if err := os.WriteFile(filepath.Join(f.Path, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(f.Path, "secobserve-daily-20010102-000000.db"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(f.Path, "secobserve-daily-20010103-000000.db"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	message, err := f.Daily(t.Context(), store, time.Date(2031, 1, 1, 0, 0, 0, 0, time.UTC))
	if err != nil || !strings.HasSuffix(message, "removed 1 old backups.") {
		t.Errorf("%q, %v", message, err)
	}
	want := append(others, "secobserve-daily-20010102-000000.db", "secobserve-daily-20310101-000000.db")
	slices.Sort(want)
	if got := names(t, f.Path); !slices.Equal(got, want) {
		t.Errorf("there are %v, want %v", got, want)
	}
}

func TestDaily_Fails(t *testing.T) {
	store := open(t, filepath.Join(t.TempDir(), "secobserve.db"))
	old := "secobserve-daily-20010101-000000.db"
	now := time.Date(2031, 1, 1, 0, 0, 0, 0, time.UTC)
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	for what, fail := range map[string]struct {
		ctx  context.Context
		free func(string) (uint64, error)
		want string
	}{
		"full disk":     {t.Context(), func(string) (uint64, error) { return reserve, nil }, "64 MiB free; a backup takes"},
		"unknown space": {t.Context(), func(string) (uint64, error) { return 0, errors.New("stale") }, "stale"},
		"stop":          {cancelled, plenty, "context canceled"},
	} {
		f := Folder{Path: t.TempDir(), Free: fail.free}
		if err := os.WriteFile(filepath.Join(f.Path, old), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := f.Daily(fail.ctx, store, now)
		if err == nil || !strings.Contains(err.Error(), fail.want) {
			t.Errorf("%s: %v, want %q", what, err, fail.want)
		}
		if got := names(t, f.Path); !slices.Equal(got, []string{old}) {
			t.Errorf("%s: there are %v, want the old backup only", what, got)
		}
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := (Folder{Path: file, Free: plenty}).Daily(t.Context(), store, now); err == nil {
		t.Error("a file as folder is no error")
	}
}

// TestDrill is the restore drill: a backup that is made while others write holds everything that was acknowledged before it began, passes
// all checks, and becomes the data of a server.
func TestDrill(t *testing.T) {
	live := filepath.Join(t.TempDir(), "secobserve.db")
	store := open(t, live)
	for i := range 50 {
		if err := addProduct(t.Context(), store, "before "+string(rune('A'+i))); err != nil {
			t.Fatal(err)
		}
	}
	ctx, stop := context.WithCancel(t.Context())
	written := make(chan int)
	go func() {
		n := 0
		for ; addProduct(ctx, store, "meanwhile "+string(rune('A'+n))) == nil; n++ {
		}
		written <- n
	}()
	f := Folder{Path: t.TempDir(), Free: Free}
	_, err := f.Daily(t.Context(), store, time.Date(2031, 1, 1, 0, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	stop()
	if n := <-written; n == 0 {
		t.Error("nobody could write meanwhile")
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(live, []byte("the disk was damaged"), 0o600); err != nil {
		t.Fatal(err)
	}
	backup := filepath.Join(f.Path, names(t, f.Path)[0])
	restored := filepath.Join(t.TempDir(), "secobserve.db")
	if err := db.Restore(restored, backup); err != nil {
		t.Fatal(err)
	}
	if problems, err := db.Check(restored); err != nil || len(problems) > 0 {
		t.Errorf("check: %v, %v", problems, err)
	}
	found := 0
	err = open(t, restored).View(t.Context(), func(tx *db.Tx) error {
		for p, err := range db.Products.All(tx) {
			if err != nil {
				return err
			}
			if strings.HasPrefix(p.Name, "before ") {
				found++
			}
		}
		return nil
	})
	if err != nil || found != 50 {
		t.Errorf("%d of 50 products are in the restored data: %v", found, err)
	}
}
