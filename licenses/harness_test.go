package licenses

import (
	"context"
	"path/filepath"
	"testing"

	"secobserve/db"
	"secobserve/licenses/licensedata"
)

// openStore opens an empty data file that lives as long as the test.
func openStore(t testing.TB) *db.Store {
	t.Helper()
	store, err := db.Open(filepath.Join(t.TempDir(), "test.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	return store
}

// update runs f in a write transaction that must succeed.
func update(t testing.TB, store *db.Store, f func(tx *db.Tx) error) {
	t.Helper()
	if err := store.Update(context.Background(), f); err != nil {
		t.Fatal(err)
	}
}

// view runs f in a read transaction that must succeed.
func view(t testing.TB, store *db.Store, f func(tx *db.Tx) error) {
	t.Helper()
	if err := store.View(context.Background(), f); err != nil {
		t.Fatal(err)
	}
}

// catalogueOf stores licenses with the given ids.
func catalogueOf(t testing.TB, store *db.Store, ids ...string) {
	t.Helper()
	var list []licensedata.License
	for _, id := range ids {
		list = append(list, licensedata.License{ID: id, Name: id + " License"})
	}
	update(t, store, func(tx *db.Tx) error {
		_, err := Store(tx, []*licensedata.Document{{Kind: licensedata.KindSPDXLicenses, Licenses: list}}, 1)
		return err
	})
}
