package handlers

import (
	"secobserve/auth"
	"secobserve/db"
	"secobserve/handlers/rest"
	"secobserve/handlers/schema"
	"secobserve/model"
	"strings"
)

// maxPassword is the greatest length of a password in characters.
const maxPassword = 255

func passwordRules(s *model.Settings) auth.Rules {
	return auth.Rules{MinimumLength: s.PasswordValidatorMinimumLength, AttributeSimilarity: s.PasswordValidatorAttributeSimilarity,
		CommonPasswords: s.PasswordValidatorCommonPasswords, NotNumeric: s.PasswordValidatorNotNumeric}
}

// getPasswordRules shows the rules for passwords.
//
//	@Summary	Shows the rules for passwords
//	@ID	users_password_rules_retrieve
//	@Tags	users
//	@Produce	json
//	@Success	200	{object}	schema.UserPasswortRules
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/users/password_rules/	[get]
func (s *Server) getPasswordRules(c *call) (reply, error) {
	settings, err := db.Settings.Get(c.tx)
	if err != nil {
		return reply{}, err
	}
	lines := passwordRules(&settings).Texts()
	for i := range lines {
		lines[i] = "- " + lines[i]
	}
	return ok(schema.UserPasswortRules{PasswordRules: strings.Join(lines, "\n")}), nil
}

// changePassword changes the password of the caller, or for superusers of anybody; the caller confirms with his own. The older JWTs of the
// user are void then.
//
//	@Summary	Changes the password of the caller, or for superusers of anybody
//	@ID	users_change_password_partial_update
//	@Tags	users
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.PatchedUserPasswordRequest	true	"request"
//	@Accept	json
//	@Success	204
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/users/{id}/change_password/	[patch]
func (s *Server) changePassword(c *call) (reply, error) {
	c.body = rest.ReadBody(c.r, s.MaxBody)
	f, err := c.form(rest.Create)
	if err != nil {
		return reply{}, err
	}
	var current, first, second string
	rest.Text(f, "current_password", &current, rest.TextRule{Max: maxPassword, KeepSpace: true})
	rest.Text(f, "new_password_1", &first, rest.TextRule{Required: true, Max: maxPassword, KeepSpace: true})
	rest.Text(f, "new_password_2", &second, rest.TextRule{Required: true, Max: maxPassword, KeepSpace: true})
	if err := f.Err(); err != nil {
		return reply{}, err
	}
	var target model.User
	var violations []string
	if err := c.view(func() error { target, violations, err = c.passwordTarget(first, second); return err }); err != nil {
		return reply{}, err
	}
	confirmed, err := c.confirms(current)
	if err != nil {
		return reply{}, err
	}
	if !confirmed {
		return reply{}, rest.BadRequest("Current password is incorrect")
	}
	if len(violations) > 0 {
		return reply{}, rest.BadRequest(strings.Join(violations, " / "))
	}
	hash, err := s.hasher.Hash(c.r.Context(), first)
	if err != nil {
		return reply{}, err
	}
	return noContent(), c.update(func() error {
		u, err := db.Users.Get(c.tx, target.ID)
		if err != nil {
			return err
		}
		u.PasswordHash, u.PasswordChanged, u.TokenVersion = hash, c.moment(), u.TokenVersion+1
		return db.Users.Update(c.tx, u)
	})
}

// confirms checks the caller's own password. Superusers who log in at an OpenID Connect provider have none; that they have just done so is as
// good.
func (c *call) confirms(password string) (bool, error) {
	if c.access.Superuser() && c.hasJustLoggedIn() {
		return true, nil
	}
	confirmed, _, err := c.hasher.Verify(c.r.Context(), c.user().PasswordHash, password)
	return confirmed, err
}

// passwordTarget checks who may change whose password, and the rules that the new one violates.
func (c *call) passwordTarget(first, second string) (model.User, []string, error) {
	u, err := c.reachUser()
	if err != nil {
		return model.User{}, nil, err
	}
	if !c.access.Superuser() && u.ID != c.userID() {
		return model.User{}, nil, rest.ForbiddenText("You are not allowed to change other users' passwords")
	}
	if u.IsOIDCUser || u.PasswordHash != "" && !auth.UsablePassword(u.PasswordHash) {
		return model.User{}, nil, rest.BadRequest("User's password cannot be changed")
	}
	if first != second {
		return model.User{}, nil, rest.BadRequest("The new passwords do not match")
	}
	settings, err := db.Settings.Get(c.tx)
	if err != nil {
		return model.User{}, nil, err
	}
	return *u, passwordRules(&settings).Check(first, auth.Attributes{Username: u.Username, FirstName: u.FirstName, LastName: u.LastName, Email: u.Email}), nil
}
