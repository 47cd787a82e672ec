package oidc

import (
	"errors"
	"regexp"
	"slices"

	"secobserve/auth"
	"secobserve/db"
	"secobserve/model"
)

// ErrLocalUser refuses a token whose name is that of an account made here: else whoever controls names at the provider could take over any
// account, the administrator's included (access.md §5.4).
const ErrLocalUser auth.CredentialError = "User is a local account"

// Accounts gives identities their accounts.
type Accounts struct {
	Claims         ClaimNames
	LinkLocalUsers bool
}

// Find returns the account of an identity if it is there and says what the identity says; nil without an error means that [Accounts.Update]
// has to be called, in a write transaction.
func (a Accounts) Find(tx *db.Tx, id Identity) (*model.User, error) {
	stored, err := db.Users.Find(tx, "username", db.Key(id.Username))
	if errors.Is(err, db.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if err := a.admit(stored); err != nil {
		return nil, err
	}
	wanted := a.apply(*stored, id)
	if wanted != *stored {
		return nil, nil
	}
	return stored, nil
}

// Update creates the account of an identity or brings it up to date, with its authorization groups.
func (a Accounts) Update(tx *db.Tx, id Identity, settings *model.Settings, now model.Time) (*model.User, error) {
	stored, err := db.Users.Find(tx, "username", db.Key(id.Username))
	if errors.Is(err, db.ErrNotFound) {
		return a.create(tx, id, settings, now)
	}
	if err != nil {
		return nil, err
	}
	if err := a.admit(stored); err != nil {
		return nil, err
	}
	wanted := a.apply(*stored, id)
	if wanted == *stored {
		return stored, nil
	}
	if err := db.Users.Update(tx, &wanted); err != nil {
		return nil, err
	}
	if wanted.OIDCGroupsHash == stored.OIDCGroupsHash {
		return &wanted, nil
	}
	return &wanted, synchronise(tx, wanted.ID, id.Groups)
}

func (a Accounts) admit(u *model.User) error {
	if !u.IsActive {
		return auth.ErrUserDeactivated
	}
	if !a.LinkLocalUsers && (!u.IsOIDCUser || auth.UsablePassword(u.PasswordHash)) {
		return ErrLocalUser
	}
	return nil
}

func (a Accounts) create(tx *db.Tx, id Identity, settings *model.Settings, now model.Time) (*model.User, error) {
	u := a.apply(model.NewUser(id.Username, now), id)
	u.IsExternal = external(settings.InternalUsers, id.Email)
	if err := db.Users.Insert(tx, &u); err != nil {
		return nil, err
	}
	return &u, synchronise(tx, u.ID, id.Groups)
}

// apply returns the account as the identity wants it. Whether it is external, active or a superuser is never touched.
func (a Accounts) apply(u model.User, id Identity) model.User {
	for _, field := range []struct {
		claim, value string
		to           *string
	}{
		{a.Claims.Email, id.Email, &u.Email}, {a.Claims.FullName, id.FullName, &u.FullName},
		{a.Claims.FirstName, id.FirstName, &u.FirstName}, {a.Claims.LastName, id.LastName, &u.LastName},
	} {
		if field.claim != "" {
			*field.to = field.value
		}
	}
	u.DeriveFullName()
	u.OIDCGroupsHash, u.IsOIDCUser = groupsHash(id.Groups), true
	if u.PasswordHash == "" || auth.UsablePassword(u.PasswordHash) {
		if u.PasswordHash != "" {
			u.TokenVersion++ // sessions of the lost password end
		}
		u.PasswordHash = auth.UnusablePassword()
	}
	return u
}

// external decides about a new account by the expressions that internal addresses match from their beginning (access.md §5.3).
func external(expressions, email string) bool {
	list := model.SplitList(expressions)
	return len(list) > 0 && !slices.ContainsFunc(list, func(expression string) bool {
		pattern, err := regexp.Compile("^(?:" + expression + ")") // settings refuse invalid ones; those of older data match nobody
		return err == nil && email != "" && pattern.MatchString(email)
	})
}

// synchronise makes the user a member of exactly those authorization groups that the provider's groups stand for, among those that stand for
// any. Who stays keeps being a manager.
func synchronise(tx *db.Tx, user model.ID, names []string) error {
	belongs := map[model.ID]bool{}
	for member, err := range db.AuthorizationGroupMembers.ReferringRows(tx, "user", user) {
		if err != nil {
			return err
		}
		belongs[member.AuthorizationGroup] = true
		group, err := db.AuthorizationGroups.Get(tx, member.AuthorizationGroup)
		if err != nil {
			return err
		}
		if group.OIDCGroup == "" || slices.Contains(names, group.OIDCGroup) {
			continue
		}
		if err := db.AuthorizationGroupMembers.Delete(tx, member.ID); err != nil {
			return err
		}
	}
	if len(names) == 0 {
		return nil
	}
	for group, err := range db.AuthorizationGroups.All(tx) {
		if err != nil {
			return err
		}
		if group.OIDCGroup == "" || belongs[group.ID] || !slices.Contains(names, group.OIDCGroup) {
			continue
		}
		if err := db.AuthorizationGroupMembers.Insert(tx, &model.AuthorizationGroupMember{AuthorizationGroup: group.ID, User: user}); err != nil {
			return err
		}
	}
	return nil
}
