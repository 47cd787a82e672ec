package model

import "strings"

// User is an account: of a person, or the hidden one behind a product API token (access.md §2.1).
type User struct {
	ID          ID     `cbor:"id,omitempty"`
	Username    string `cbor:"username,omitempty"`
	FirstName   string `cbor:"first_name,omitempty"`
	LastName    string `cbor:"last_name,omitempty"`
	FullName    string `cbor:"full_name,omitempty"`
	Email       string `cbor:"email,omitempty"`
	IsActive    bool   `cbor:"is_active,omitempty"`
	IsSuperuser bool   `cbor:"is_superuser,omitempty"`
	IsExternal  bool   `cbor:"is_external,omitempty"`

	SettingTheme                 string `cbor:"setting_theme,omitempty" audit:"-"`
	SettingListSize              string `cbor:"setting_list_size,omitempty" audit:"-"`
	SettingPackageInfoPreference string `cbor:"setting_package_info_preference,omitempty" audit:"-"`
	SettingMetricsTimespan       string `cbor:"setting_metrics_timespan,omitempty" audit:"-"`
	SettingRowsPerPage           int    `cbor:"setting_rows_per_page,omitempty" audit:"-"`

	OIDCGroupsHash string `cbor:"oidc_groups_hash,omitempty" audit:"-"`
	IsOIDCUser     bool   `cbor:"is_oidc_user,omitempty"`
	DateJoined     Time   `cbor:"date_joined,omitempty"`

	// PasswordHash is in the format of auth.Hasher; "" and the unusable marker never verify. It never leaves the server.
	PasswordHash string `cbor:"password_hash,omitempty" audit:"-"`
	// PasswordChanged is when the password was set or changed last, 0 if it never was.
	PasswordChanged Time `cbor:"password_changed,omitempty"`
	// TokenVersion is raised on password change and deactivation; JWTs carry it and are void when it differs (access.md §3.3).
	TokenVersion int `cbor:"token_version,omitempty" audit:"-"`
}

// The choices of the personal settings (access.md §2.1). The first of each is not necessarily the default, see [NewUser].
var (
	UserThemes                 = []string{"light", "dark", "system"}
	UserListSizes              = []string{"small", "medium"}
	UserPackageInfoPreferences = []string{"open/source/insights", "ecosyste.ms"}
	UserMetricsTimespans       = []string{"Week", "Month", "Quarter", "Year"}
	UserRowsPerPage            = []int{10, 25, 50, 100}
)

// NewUser returns an active internal user with the default settings.
func NewUser(username string, now Time) User {
	return User{
		Username: username, IsActive: true, DateJoined: now,
		SettingTheme: "light", SettingListSize: "medium", SettingPackageInfoPreference: "open/source/insights",
		SettingMetricsTimespan: "Week", SettingRowsPerPage: 25,
	}
}

// DeriveFullName recomputes the full name, as every save of a user does (access.md §2.1).
func (u *User) DeriveFullName() {
	if u.FirstName != "" || u.LastName != "" {
		u.FullName = strings.TrimSpace(u.FirstName + " " + u.LastName)
		return
	}
	if u.FullName == "" {
		u.FullName = u.Username
	}
}

// productTokenUserPrefix starts the names of the hidden users behind product API tokens (access.md §4.4).
const productTokenUserPrefix = "-product-"

// ProductTokenUsername is the name of the hidden user behind a product's API token.
func ProductTokenUsername(product ID, tokenName string) string {
	return productTokenUserPrefix + itoa(uint64(product)) + "-" + tokenName + "-api_token-"
}

// ReservedUsername tells whether the name is kept for the hidden users behind product API tokens.
func ReservedUsername(name string) bool { return strings.HasPrefix(name, productTokenUserPrefix) }

// IsProductToken tells whether the user is the hidden one behind a product API token.
func (u *User) IsProductToken() bool { return ReservedUsername(u.Username) }

// IsTokenOf tells whether the user is the hidden one behind an API token of this product.
func (u *User) IsTokenOf(product ID) bool {
	return strings.HasPrefix(u.Username, productTokenUserPrefix+itoa(uint64(product))+"-")
}

// AuthorizationGroup is a named set of users that can be given roles together (access.md §6).
type AuthorizationGroup struct {
	ID        ID     `cbor:"id,omitempty"`
	Name      string `cbor:"name,omitempty"`
	OIDCGroup string `cbor:"oidc_group,omitempty"`
}

// AuthorizationGroupMember puts a user into an authorization group.
type AuthorizationGroupMember struct {
	ID                 ID   `cbor:"id,omitempty"`
	AuthorizationGroup ID   `cbor:"authorization_group,omitempty"`
	User               ID   `cbor:"user,omitempty"`
	IsManager          bool `cbor:"is_manager,omitempty"`
}

// APIToken lets a pipeline act as its user (access.md §4). Of the token itself only the SHA-256 is kept.
type APIToken struct {
	ID             ID     `cbor:"id,omitempty"`
	User           ID     `cbor:"user,omitempty"`
	Name           string `cbor:"name,omitempty"`
	Hash           []byte `cbor:"hash,omitempty" audit:"-"`
	ExpirationDate Date   `cbor:"expiration_date,omitempty"`
	LastUsed       Time   `cbor:"last_used,omitempty" audit:"-"`
}
