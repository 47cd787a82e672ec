package setup

import (
	"context"
	"errors"
	"testing"

	"secobserve/auth"
	"secobserve/db"
	"secobserve/model"
)

func TestResetPassword(t *testing.T) {
	store := openStore(t)
	run(t, store, newKeys(t), Admin{PasswordCost: auth.RecommendedCost, Username: "admin", Password: "old"})
	before := users(t, store)[0]
	password, err := ResetPassword(context.Background(), store, "admin")
	if err != nil || len(password) != 22 {
		t.Fatalf("password %q, %v", password, err)
	}
	after := users(t, store)[0]
	if !verify(t, after, password) || verify(t, after, "old") {
		t.Error("the new password does not replace the old one")
	}
	if after.TokenVersion != before.TokenVersion+1 {
		t.Error("older JWTs stay valid")
	}
}

func TestResetPasswordRefused(t *testing.T) {
	store := openStore(t)
	run(t, store, newKeys(t), Admin{PasswordCost: auth.RecommendedCost, Username: "admin", Password: "old"})
	token := model.NewUser(model.ProductTokenUsername(1, "ci"), model.TimeOf(now))
	gone := model.NewUser("gone", model.TimeOf(now))
	gone.IsActive = false
	if err := store.Update(context.Background(), func(tx *db.Tx) error {
		return errors.Join(db.Users.Insert(tx, &token), db.Users.Insert(tx, &gone))
	}); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"nobody", "Admin", "", token.Username, "gone"} {
		if password, err := ResetPassword(context.Background(), store, name); err == nil || password != "" {
			t.Errorf("%q: password %q, error %v", name, password, err)
		}
	}
	for _, u := range users(t, store)[1:] {
		if u.PasswordHash != "" || u.TokenVersion != 0 {
			t.Errorf("%s has changed", u.Username)
		}
	}
}
