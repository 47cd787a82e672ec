package handlers

import (
	"errors"
	"net/http"
	"regexp"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/auth"
	"secobserve/db"
	"secobserve/db/columnar"
	"secobserve/handlers/rest"
	"secobserve/handlers/schema"
	"secobserve/model"
)

var userList = list[model.User]{
	table: db.Users,
	scope: visibleUsers,
	filters: []filter{
		contains(db.Users, "username", "username"),
		contains(db.Users, "full_name", "full_name"),
		{"authorization_group", usersOfGroup},
		{"exclude_authorization_group", usersOutsideGroup},
		{"exclude_product", usersOutsideProduct},
		outside("exclude_license_group", db.LicenseGroupMembers, "license_group", "user", seesLicenseGroup),
		outside("exclude_license_policy", db.LicensePolicyMembers, "license_policy", "user", seesLicensePolicy),
		superuserFlag("is_oidc_user"), superuserFlag("is_active"), superuserFlag("is_superuser"), superuserFlag("is_external"),
	},
	orders: map[string]func(*call) []columnar.Key{"username": by(db.Users, "username"), "full_name": by(db.Users, "full_name")},
	search: []string{"full_name"},
}

// superuserList can be ordered by more than others may know.
var superuserList = func() list[model.User] {
	l := userList
	l.orders = map[string]func(*call) []columnar.Key{}
	for _, name := range []string{"username", "full_name", "is_oidc_user", "is_active", "is_superuser", "is_external"} {
		l.orders[name] = by(db.Users, name)
	}
	return l
}()

// visibleUsers are the users that lists show (access.md §8): no hidden ones; to others than superusers only active ones; to external callers
// only themselves and the members of their products.
func visibleUsers(c *call) *roaring.Bitmap {
	idx := db.Users.Index(c.tx)
	users := idx.EqualInt(db.Users.Column("is_product_token"), 0)
	if c.access.Superuser() {
		return users
	}
	users = roaring.And(users, idx.EqualInt(db.Users.Column("is_active"), 1))
	if c.user().IsExternal {
		users.And(acquaintances(c))
	}
	return users
}

// acquaintances are an external caller and the direct members of the products that he may view.
func acquaintances(c *call) *roaring.Bitmap {
	known := roaring.BitmapOf(uint32(c.userID()))
	members := db.ProductMembers.Index(c.tx).AnyRef(db.ProductMembers.Column("product"), c.access.Visible())
	known.Or(db.ProductMembers.Index(c.tx).DistinctRefs(db.ProductMembers.Column("user"), members))
	return known
}

// superuserFlag filters by a boolean for superusers; others cannot use it.
func superuserFlag(name string) filter {
	f := flag(db.Users, name, name)
	inner := f.apply
	f.apply = func(c *call, q rest.Query, name string, within *roaring.Bitmap) (*roaring.Bitmap, error) {
		if !c.access.Superuser() {
			return nil, nil
		}
		return inner(c, q, name, within)
	}
	return f
}

func usersOfGroup(c *call, q rest.Query, name string, _ *roaring.Bitmap) (*roaring.Bitmap, error) {
	id, _, ok, err := q.Number(name)
	if err != nil || !ok {
		return nil, err
	}
	if !c.access.Superuser() && !c.access.AuthorizationGroups().Contains(uint32(id)) {
		return roaring.New(), nil
	}
	return groupUsers(c, model.ID(id)), nil
}

func usersOutsideGroup(c *call, q rest.Query, name string, within *roaring.Bitmap) (*roaring.Bitmap, error) {
	id, _, ok, err := q.Number(name)
	if err != nil || !ok {
		return nil, err
	}
	if !c.seesGroup(model.ID(id)) {
		return nil, nil // like an unknown one: it excludes nobody
	}
	return roaring.AndNot(within, groupUsers(c, model.ID(id))), nil
}

func groupUsers(c *call, group model.ID) *roaring.Bitmap {
	members := db.AuthorizationGroupMembers.Referring(c.tx, "authorization_group", group)
	return db.AuthorizationGroupMembers.Index(c.tx).DistinctRefs(db.AuthorizationGroupMembers.Column("user"), members)
}

func usersOutsideProduct(c *call, q rest.Query, name string, within *roaring.Bitmap) (*roaring.Bitmap, error) {
	id, _, ok, err := q.Number(name)
	if err != nil || !ok {
		return nil, err
	}
	if !c.seesProduct(model.ID(id)) {
		return nil, nil
	}
	members := db.ProductMembers.Referring(c.tx, "product", model.ID(id))
	return roaring.AndNot(within, db.ProductMembers.Index(c.tx).DistinctRefs(db.ProductMembers.Column("user"), members)), nil
}

// listUsers lists users.
//
//	@Summary	Lists users
//	@ID	users_list
//	@Tags	users
//	@Param	authorization_group	query	int	false	"authorization group"
//	@Param	exclude_authorization_group	query	string	false	"exclude authorization group"
//	@Param	exclude_license_group	query	string	false	"exclude license group"
//	@Param	exclude_license_policy	query	string	false	"exclude license policy"
//	@Param	exclude_product	query	string	false	"exclude product"
//	@Param	full_name	query	string	false	"full name"
//	@Param	is_active	query	bool	false	"is active"
//	@Param	is_external	query	bool	false	"is external"
//	@Param	is_oidc_user	query	bool	false	"is oidc user"
//	@Param	is_superuser	query	bool	false	"is superuser"
//	@Param	ordering	query	[]string	false	"ordering" Enums(-full_name, -is_active, -is_external, -is_oidc_user, -is_superuser, -username, full_name, is_active, is_external, is_oidc_user, is_superuser, username) collectionFormat(csv)
//	@Param	page	query	int	false	"page"
//	@Param	page_size	query	int	false	"page size"
//	@Param	search	query	string	false	"search"
//	@Param	username	query	string	false	"username"
//	@Produce	json
//	@Success	200	{object}	schema.Page[schema.UserList]
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/users/	[get]
func (s *Server) listUsers(c *call) (reply, error) {
	l := &userList
	if c.access.Superuser() {
		l = &superuserList
	}
	return l.serve(c, shown(func(u *model.User) (any, error) { return c.showUserListed(u), nil }))
}

// showUserListed is the representation of a user in lists and inside of other objects; other callers than superusers see only the names of
// others.
func (c *call) showUserListed(u *model.User) schema.UserList {
	out := c.showUserBase(u)
	if !u.IsActive {
		out.FullName += " (inactive)"
	}
	return out
}

func (c *call) showUserBase(u *model.User) schema.UserList {
	out := schema.UserList{ID: u.ID, Username: u.Username, FullName: u.FullName}
	if c.access != nil && !c.access.Superuser() && c.userID() != u.ID {
		return out
	}
	out.UserFields = &schema.UserFields{
		FirstName: u.FirstName, LastName: u.LastName, Email: u.Email, IsActive: u.IsActive, IsSuperuser: u.IsSuperuser, IsExternal: u.IsExternal,
		SettingTheme: u.SettingTheme, SettingListSize: u.SettingListSize, SettingPackageInfoPreference: u.SettingPackageInfoPreference,
		SettingMetricsTimespan: u.SettingMetricsTimespan, SettingRowsPerPage: u.SettingRowsPerPage,
		Permissions: auth.UserPermissions(u.IsExternal, u.IsSuperuser).Codes(), OIDCGroupsHash: u.OIDCGroupsHash, IsOIDCUser: u.IsOIDCUser,
		DateJoined: c.timestamp(u.DateJoined), HasPassword: auth.UsablePassword(u.PasswordHash),
	}
	return out
}

// showUser is the detailed representation of a user.
func (c *call) showUser(u *model.User) schema.User {
	out := schema.User{UserList: c.showUserBase(u)}
	if out.UserFields == nil {
		return out
	}
	members := db.ProductMembers.Referring(c.tx, "user", u.ID)
	reached := db.ProductMembers.Index(c.tx).DistinctRefs(db.ProductMembers.Column("product"), members)
	groups := db.Products.Index(c.tx).EqualInt(db.Products.Column("is_product_group"), 1)
	out.UserMemberships = &schema.UserMemberships{
		HasAuthorizationGroups: !db.AuthorizationGroupMembers.Referring(c.tx, "user", u.ID).IsEmpty(),
		HasProductGroupMembers: reached.Intersects(groups),
		HasProductMembers:      !roaring.AndNot(reached, groups).IsEmpty(),
		HasAPITokens:           !db.APITokens.Referring(c.tx, "user", u.ID).IsEmpty(),
	}
	return out
}

// reachUser finds the user of the path if the caller may see him by id.
func (c *call) reachUser() (*model.User, error) {
	id, err := c.pathID("User")
	if err != nil {
		return nil, err
	}
	u, err := db.Users.Get(c.tx, id)
	if errors.Is(err, db.ErrNotFound) || err == nil && c.user().IsExternal && !c.access.Superuser() && !acquaintances(c).Contains(uint32(id)) {
		return nil, rest.NotFound("User")
	}
	return u, err
}

// getUser shows a user.
//
//	@Summary	Shows a user
//	@ID	users_retrieve
//	@Tags	users
//	@Param	id	path	int	true	"id"
//	@Produce	json
//	@Success	200	{object}	schema.User
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/users/{id}/	[get]
func (s *Server) getUser(c *call) (reply, error) {
	u, err := c.reachUser()
	if err != nil {
		return reply{}, err
	}
	return ok(c.showUser(u)), nil
}

// getMe shows the caller.
//
//	@Summary	Shows the caller
//	@ID	users_me_retrieve
//	@Tags	users
//	@Produce	json
//	@Success	200	{object}	schema.User
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/users/me/	[get]
func (s *Server) getMe(c *call) (reply, error) { return ok(c.showUser(c.user())), nil }

// updateMySettings changes the caller's own settings.
//
//	@Summary	Changes the caller's own settings
//	@ID	users_my_settings_partial_update
//	@Tags	users
//	@Param	request	body	schema.PatchedUserSettingsRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	200	{object}	schema.User
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/users/my_settings/	[patch]
func (s *Server) updateMySettings(c *call) (reply, error) {
	f, err := c.form(rest.Patch)
	if err != nil {
		return reply{}, err
	}
	u := *c.user()
	rest.Choice(f, "setting_theme", &u.SettingTheme, model.UserThemes, false, false)
	rest.Choice(f, "setting_list_size", &u.SettingListSize, model.UserListSizes, false, false)
	rest.Choice(f, "setting_package_info_preference", &u.SettingPackageInfoPreference, model.UserPackageInfoPreferences, false, false)
	rest.Choice(f, "setting_metrics_timespan", &u.SettingMetricsTimespan, model.UserMetricsTimespans, false, false)
	rest.IntChoice(f, "setting_rows_per_page", &u.SettingRowsPerPage, model.UserRowsPerPage, false)
	if err := f.Err(); err != nil {
		return reply{}, err
	}
	if err := db.Users.Update(c.tx, &u); err != nil {
		return reply{}, err
	}
	return ok(c.showUser(&u)), nil
}

// createUser creates a user, who has no password yet.
//
//	@Summary	Creates a user, who has no password yet
//	@ID	users_create
//	@Tags	users
//	@Param	request	body	schema.UserUpdateRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	201	{object}	schema.UserUpdate
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/users/	[post]
func (s *Server) createUser(c *call) (reply, error) {
	u := model.NewUser("", c.moment())
	if err := c.readUser(&u); err != nil {
		return reply{}, err
	}
	if err := db.Users.Insert(c.tx, &u); err != nil {
		return reply{}, userTaken(err)
	}
	return created(showUserWritten(&u)), nil
}

// updateUser changes a user.
//
//	@Summary	Changes a user
//	@ID	users_update
//	@Tags	users
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.UserUpdateRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	200	{object}	schema.UserUpdate
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/users/{id}/	[put]
func (s *Server) updateUser(c *call) (reply, error) {
	u, err := c.reachUser()
	if err != nil {
		return reply{}, err
	}
	old := *u
	if err := c.readUser(u); err != nil {
		return reply{}, err
	}
	if old.IsActive && !u.IsActive {
		u.TokenVersion++
	}
	if old.IsSuperuser && old.IsActive && !(u.IsSuperuser && u.IsActive) && c.lastSuperuser(u.ID) {
		return reply{}, rest.BadRequest("The last active superuser cannot be deactivated or demoted")
	}
	if err := db.Users.Update(c.tx, u); err != nil {
		return reply{}, userTaken(err)
	}
	return reply{status: http.StatusOK, body: showUserWritten(u)}, nil
}

// lastSuperuser tells whether there is no other active superuser.
func (c *call) lastSuperuser(id model.ID) bool {
	idx := db.Users.Index(c.tx)
	active := roaring.And(idx.EqualInt(db.Users.Column("is_superuser"), 1), idx.EqualInt(db.Users.Column("is_active"), 1))
	active.Remove(uint32(id))
	return active.IsEmpty()
}

// deleteUser deletes a user who is not named in any history.
//
//	@Summary	Deletes a user who is not named in any history
//	@ID	users_destroy
//	@Tags	users
//	@Param	id	path	int	true	"id"
//	@Success	204
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/users/{id}/	[delete]
func (s *Server) deleteUser(c *call) (reply, error) {
	u, err := c.reachUser()
	if err != nil {
		return reply{}, err
	}
	if u.ID == c.userID() {
		return reply{}, rest.BadRequest("You cannot delete yourself")
	}
	if u.IsSuperuser && u.IsActive && c.lastSuperuser(u.ID) {
		return reply{}, rest.BadRequest("The last active superuser cannot be deleted")
	}
	return noContent(), db.Users.Delete(c.tx, u.ID)
}

var username = regexp.MustCompile(`^[\pL\pN_.@+-]+$`)

type invalid string

func (e invalid) Error() string { return string(e) }

func checkUsername(s string) error {
	if !username.MatchString(s) || model.ReservedUsername(s) {
		return invalid("Enter a valid username. This value may contain only letters, numbers, and @/./+/-/_ characters.")
	}
	return nil
}

func (c *call) readUser(u *model.User) error {
	f, err := c.form(c.mode())
	if err != nil {
		return err
	}
	rest.Text(f, "username", &u.Username, rest.TextRule{Required: true, Max: 150, Check: checkUsername})
	rest.Text(f, "first_name", &u.FirstName, rest.TextRule{Max: 150})
	rest.Text(f, "last_name", &u.LastName, rest.TextRule{Max: 150})
	rest.Text(f, "full_name", &u.FullName, rest.TextRule{Max: 301})
	rest.Email(f, "email", &u.Email, 254)
	rest.Bool(f, "is_active", &u.IsActive)
	rest.Bool(f, "is_superuser", &u.IsSuperuser)
	rest.Bool(f, "is_external", &u.IsExternal)
	u.DeriveFullName()
	return f.Err()
}

func userTaken(err error) error {
	var unique *db.UniqueError
	if errors.As(err, &unique) && unique.Table == "users" {
		return rest.FieldError("username", "A user with that username already exists.")
	}
	return err
}

func showUserWritten(u *model.User) schema.UserUpdate {
	return schema.UserUpdate{ID: u.ID, Username: u.Username, FirstName: u.FirstName, LastName: u.LastName, FullName: u.FullName, Email: u.Email,
		IsActive: u.IsActive, IsSuperuser: u.IsSuperuser, IsExternal: u.IsExternal}
}
