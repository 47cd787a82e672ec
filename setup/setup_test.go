package setup

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"secobserve/auth"
	"secobserve/db"
	"secobserve/model"
)

var now = time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)

func openStore(t *testing.T) *db.Store {
	t.Helper()
	store, err := db.Open(filepath.Join(t.TempDir(), "secobserve.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	return store
}

func newKeys(t *testing.T) auth.Keys {
	t.Helper()
	keys, err := auth.ParseKeys(auth.NewKey())
	if err != nil {
		t.Fatal(err)
	}
	return keys
}

func run(t *testing.T, store *db.Store, keys auth.Keys, admin Admin, parsers ...model.Parser) string {
	t.Helper()
	password, err := Run(context.Background(), store, keys, admin, parsers, now)
	if err != nil {
		t.Fatal(err)
	}
	return password
}

func view(t *testing.T, store *db.Store, read func(tx *db.Tx) error) {
	t.Helper()
	if err := store.View(context.Background(), read); err != nil {
		t.Fatal(err)
	}
}

func users(t *testing.T, store *db.Store) (all []model.User) {
	t.Helper()
	view(t, store, func(tx *db.Tx) error {
		for u, err := range db.Users.All(tx) {
			if err != nil {
				return err
			}
			all = append(all, *u)
		}
		return nil
	})
	return all
}

func verify(t *testing.T, u model.User, password string) bool {
	t.Helper()
	ok, _, err := auth.NewHasher(0, auth.RecommendedCost).Verify(context.Background(), u.PasswordHash, password)
	if err != nil {
		t.Fatal(err)
	}
	return ok
}

func TestAdministrator(t *testing.T) {
	store, keys := openStore(t), newKeys(t)
	password := run(t, store, keys, Admin{PasswordCost: auth.RecommendedCost, Username: "admin", Email: "admin@example.com"})
	if len(password) != 22 {
		t.Fatalf("generated password %q", password)
	}
	first := users(t, store)
	if len(first) != 1 || !verify(t, first[0], password) {
		t.Fatalf("users after the first start: %+v", first)
	}
	want := model.NewUser("admin", model.TimeOf(now))
	want.ID, want.Email, want.FullName, want.IsSuperuser, want.PasswordHash = 1, "admin@example.com", "admin", true, first[0].PasswordHash
	want.PasswordChanged = want.DateJoined
	if diff := cmp.Diff(want, first[0]); diff != "" {
		t.Error(diff)
	}

	// Neither another password nor another address changes an existing account.
	if again := run(t, store, keys, Admin{PasswordCost: auth.RecommendedCost, Username: "admin", Email: "else@example.com", Password: "another"}); again != "" {
		t.Errorf("the second start generated %q", again)
	}
	if diff := cmp.Diff(first, users(t, store)); diff != "" {
		t.Error(diff)
	}

	// The name is compared exactly; a given password is not returned.
	if returned := run(t, store, keys, Admin{PasswordCost: auth.RecommendedCost, Username: "Admin", Password: "x"}); returned != "" {
		t.Errorf("the given password came back: %q", returned)
	}
	if all := users(t, store); len(all) != 2 || !verify(t, all[1], "x") {
		t.Errorf("users with a second name: %+v", all)
	}
}

func TestAdministratorWithUnusableName(t *testing.T) {
	for _, name := range []string{"", strings.Repeat("x", 151), "-product-1-ci-api_token-"} {
		store := openStore(t)
		if _, err := Run(context.Background(), store, newKeys(t), Admin{PasswordCost: auth.RecommendedCost, Username: name}, nil, now); err == nil {
			t.Errorf("%q is accepted", name)
		}
		if all := users(t, store); len(all) != 0 {
			t.Errorf("%q made %+v", name, all)
		}
	}
}

func TestCancelledStartCreatesNobody(t *testing.T) {
	store := openStore(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Run(ctx, store, newKeys(t), Admin{PasswordCost: auth.RecommendedCost, Username: "admin"}, nil, now); !errors.Is(err, context.Canceled) {
		t.Errorf("error: %v", err)
	}
	if all := users(t, store); len(all) != 0 {
		t.Errorf("users: %+v", all)
	}
}

func TestSecret(t *testing.T) {
	store, keys := openStore(t), newKeys(t)
	secret := func() (stored model.Secret) {
		view(t, store, func(tx *db.Tx) (err error) {
			stored, err = db.JWTSecret.Get(tx)
			return err
		})
		return stored
	}
	run(t, store, keys, Admin{PasswordCost: auth.RecommendedCost, Username: "admin"})
	first := secret()
	plain, err := keys.Decrypt(string(first))
	if err != nil || len(plain) < 32 {
		t.Fatalf("stored secret: %d bytes, %v", len(plain), err)
	}
	run(t, store, keys, Admin{PasswordCost: auth.RecommendedCost, Username: "admin"})
	if secret() != first {
		t.Error("the second start changed the secret: everybody is logged out")
	}

	_, err = Run(context.Background(), store, newKeys(t), Admin{PasswordCost: auth.RecommendedCost, Username: "other"}, nil, now)
	if !errors.Is(err, auth.ErrDecrypt) || !strings.Contains(err.Error(), "does not belong to this data file") {
		t.Errorf("a foreign key: %v", err)
	}
	if secret() != first || len(users(t, store)) != 1 {
		t.Error("a start with a foreign key changed the data")
	}
}

func TestSettings(t *testing.T) {
	store, keys := openStore(t), newKeys(t)
	settings := func() (stored model.Settings) {
		view(t, store, func(tx *db.Tx) (err error) {
			stored, err = db.Settings.Get(tx)
			return err
		})
		return stored
	}
	run(t, store, keys, Admin{PasswordCost: auth.RecommendedCost, Username: "admin"})
	if diff := cmp.Diff(model.DefaultSettings(), settings()); diff != "" {
		t.Error(diff)
	}
	changed := settings()
	changed.SecurityGateThresholdMedium, changed.FeatureVex = 5, true
	if err := store.Update(context.Background(), func(tx *db.Tx) error { return db.Settings.Put(tx, changed) }); err != nil {
		t.Fatal(err)
	}
	run(t, store, keys, Admin{PasswordCost: auth.RecommendedCost, Username: "admin"})
	if diff := cmp.Diff(changed, settings()); diff != "" {
		t.Error(diff)
	}
}
