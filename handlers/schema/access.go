package schema

import "secobserve/model"

// APIToken is the representation ApiToken of the API.
type APIToken struct {
	ID             model.ID  `json:"id" validate:"required"`
	Name           string    `json:"name"`
	User           model.ID  `json:"user" validate:"required"`
	Username       string    `json:"username" validate:"required"`
	Product        *model.ID `json:"product" validate:"required" extensions:"x-nullable"`
	ProductGroup   *model.ID `json:"product_group" validate:"required" extensions:"x-nullable"`
	ExpirationDate *string   `json:"expiration_date" format:"date" extensions:"x-nullable"`
	LastUsed       *string   `json:"last_used" format:"date-time" extensions:"x-nullable"`
}

// APITokenCreateRequestRequest is the request body ApiTokenCreateRequestRequest of the API.
type APITokenCreateRequestRequest struct {
	Username       string  `json:"username" maxLength:"150" minLength:"1" validate:"required"`
	Password       string  `json:"password" maxLength:"128" minLength:"1" validate:"required"`
	Name           string  `json:"name" maxLength:"255" minLength:"1" validate:"required"`
	ExpirationDate *string `json:"expiration_date,omitempty" format:"date" extensions:"x-nullable"`
}

// APITokenCreateResponse is the representation ApiTokenCreateResponse of the API.
type APITokenCreateResponse struct {
	Token string `json:"token" validate:"required"`
}

// APITokenRevokeRequestRequest is the request body ApiTokenRevokeRequestRequest of the API.
type APITokenRevokeRequestRequest struct {
	Username string `json:"username" maxLength:"150" minLength:"1" validate:"required"`
	Password string `json:"password" maxLength:"128" minLength:"1" validate:"required"`
	Name     string `json:"name" maxLength:"255" minLength:"1" validate:"required"`
}

// AuthenticationRequestRequest is the request body AuthenticationRequestRequest of the API.
type AuthenticationRequestRequest struct {
	Username string `json:"username" maxLength:"150" minLength:"1" validate:"required"`
	Password string `json:"password" maxLength:"128" minLength:"1" validate:"required"`
}

// AuthenticationResponse is the representation AuthenticationResponse of the API.
type AuthenticationResponse struct {
	JWT  string `json:"jwt" validate:"required"`
	User User   `json:"user" validate:"required"`
}

// AuthorizationGroup is the representation AuthorizationGroup of the API.
type AuthorizationGroup struct {
	ID                     model.ID `json:"id" validate:"required"`
	HasProductGroupMembers bool     `json:"has_product_group_members" validate:"required"`
	HasProductMembers      bool     `json:"has_product_members" validate:"required"`
	HasUsers               bool     `json:"has_users" validate:"required"`
	IsManager              bool     `json:"is_manager" validate:"required"`
	Name                   string   `json:"name" validate:"required"`
	OIDCGroup              string   `json:"oidc_group"`
}

// AuthorizationGroupList is the representation AuthorizationGroupList of the API.
type AuthorizationGroupList struct {
	ID        model.ID `json:"id" validate:"required"`
	Name      string   `json:"name" validate:"required"`
	OIDCGroup string   `json:"oidc_group"`
}

// AuthorizationGroupListRequest is the request body AuthorizationGroupListRequest of the API.
type AuthorizationGroupListRequest struct {
	Name      string `json:"name" maxLength:"255" minLength:"1" validate:"required"`
	OIDCGroup string `json:"oidc_group,omitempty" maxLength:"255"`
}

// AuthorizationGroupMember is the representation AuthorizationGroupMember of the API.
type AuthorizationGroupMember struct {
	ID                     model.ID               `json:"id" validate:"required"`
	AuthorizationGroupData AuthorizationGroupList `json:"authorization_group_data" validate:"required"`
	UserData               UserList               `json:"user_data" validate:"required"`
	IsManager              bool                   `json:"is_manager"`
	AuthorizationGroup     model.ID               `json:"authorization_group" validate:"required"`
	User                   model.ID               `json:"user" validate:"required"`
}

// AuthorizationGroupMemberRequest is the request body AuthorizationGroupMemberRequest of the API.
type AuthorizationGroupMemberRequest struct {
	IsManager          bool     `json:"is_manager,omitempty"`
	AuthorizationGroup model.ID `json:"authorization_group" validate:"required"`
	User               model.ID `json:"user" validate:"required"`
}

// AuthorizationGroupRequest is the request body AuthorizationGroupRequest of the API.
type AuthorizationGroupRequest struct {
	Name      string `json:"name" maxLength:"255" minLength:"1" validate:"required"`
	OIDCGroup string `json:"oidc_group,omitempty" maxLength:"255"`
}

// NestedAuthorizationGroup is the representation NestedAuthorizationGroup of the API.
type NestedAuthorizationGroup struct {
	ID        model.ID `json:"id" validate:"required"`
	Name      string   `json:"name" validate:"required"`
	OIDCGroup string   `json:"oidc_group"`
}

// PatchedAuthorizationGroupMemberRequest is the request body PatchedAuthorizationGroupMemberRequest of the API.
type PatchedAuthorizationGroupMemberRequest struct {
	IsManager          bool     `json:"is_manager,omitempty"`
	AuthorizationGroup model.ID `json:"authorization_group,omitempty"`
	User               model.ID `json:"user,omitempty"`
}

// PatchedAuthorizationGroupRequest is the request body PatchedAuthorizationGroupRequest of the API.
type PatchedAuthorizationGroupRequest struct {
	Name      string `json:"name,omitempty" maxLength:"255" minLength:"1"`
	OIDCGroup string `json:"oidc_group,omitempty" maxLength:"255"`
}

// PatchedUserPasswordRequest is the request body PatchedUserPasswordRequest of the API.
type PatchedUserPasswordRequest struct {
	CurrentPassword string `json:"current_password,omitempty" maxLength:"255" minLength:"1"`
	NewPassword1    string `json:"new_password_1,omitempty" maxLength:"255" minLength:"1"`
	NewPassword2    string `json:"new_password_2,omitempty" maxLength:"255" minLength:"1"`
}

// PatchedUserSettingsRequest is the request body PatchedUserSettingsRequest of the API.
type PatchedUserSettingsRequest struct {
	SettingTheme                 string `json:"setting_theme,omitempty" enums:"light,dark,system"`
	SettingListSize              string `json:"setting_list_size,omitempty" enums:"small,medium"`
	SettingPackageInfoPreference string `json:"setting_package_info_preference,omitempty" enums:"open/source/insights,ecosyste.ms"`
	SettingMetricsTimespan       string `json:"setting_metrics_timespan,omitempty" enums:"Week,Month,Quarter,Year"`
	SettingRowsPerPage           int    `json:"setting_rows_per_page,omitempty" enums:"10,25,50,100"`
}

// PatchedUserUpdateRequest is the request body PatchedUserUpdateRequest of the API.
type PatchedUserUpdateRequest struct {
	Username    string `json:"username,omitempty" maxLength:"150" minLength:"1"`
	FirstName   string `json:"first_name,omitempty" maxLength:"150"`
	LastName    string `json:"last_name,omitempty" maxLength:"150"`
	FullName    string `json:"full_name,omitempty" maxLength:"301"`
	Email       string `json:"email,omitempty" format:"email" maxLength:"254"`
	IsActive    bool   `json:"is_active,omitempty"`
	IsSuperuser bool   `json:"is_superuser,omitempty"`
	IsExternal  bool   `json:"is_external,omitempty"`
}

// User is the representation User of the API.
type User struct {
	UserList
	*UserMemberships
}

// UserMemberships tell what a user belongs to; absent for other callers than superusers and the user himself.
type UserMemberships struct {
	HasAuthorizationGroups bool `json:"has_authorization_groups"`
	HasProductGroupMembers bool `json:"has_product_group_members"`
	HasProductMembers      bool `json:"has_product_members"`
	HasAPITokens           bool `json:"has_api_tokens"`
}

// UserList is the representation UserList of the API.
type UserList struct {
	ID       model.ID `json:"id" validate:"required"`
	Username string   `json:"username" validate:"required"`
	FullName string   `json:"full_name" validate:"required"`
	*UserFields
}

// UserFields are what superusers, and users of themselves, see of a user besides the names; absent for all others.
type UserFields struct {
	FirstName                    string `json:"first_name"`
	LastName                     string `json:"last_name"`
	Email                        string `json:"email" format:"email"`
	IsActive                     bool   `json:"is_active"`
	IsSuperuser                  bool   `json:"is_superuser"`
	IsExternal                   bool   `json:"is_external"`
	SettingTheme                 string `json:"setting_theme" enums:"light,dark,system"`
	SettingListSize              string `json:"setting_list_size" enums:"small,medium"`
	SettingPackageInfoPreference string `json:"setting_package_info_preference" enums:"open/source/insights,ecosyste.ms"`
	SettingMetricsTimespan       string `json:"setting_metrics_timespan" enums:"Week,Month,Quarter,Year"`
	SettingRowsPerPage           int    `json:"setting_rows_per_page" enums:"10,25,50,100"`
	Permissions                  []int  `json:"permissions"`
	OIDCGroupsHash               string `json:"oidc_groups_hash"`
	IsOIDCUser                   bool   `json:"is_oidc_user"`
	DateJoined                   string `json:"date_joined" format:"date-time"`
	HasPassword                  bool   `json:"has_password"`
}

// UserListRequest is the request body UserListRequest of the API.
type UserListRequest struct {
	Username                     string `json:"username" maxLength:"150" minLength:"1" validate:"required"`
	FirstName                    string `json:"first_name,omitempty" maxLength:"150"`
	LastName                     string `json:"last_name,omitempty" maxLength:"150"`
	Email                        string `json:"email,omitempty" format:"email" maxLength:"254"`
	IsActive                     bool   `json:"is_active,omitempty"`
	IsSuperuser                  bool   `json:"is_superuser,omitempty"`
	IsExternal                   bool   `json:"is_external,omitempty"`
	SettingTheme                 string `json:"setting_theme,omitempty" enums:"light,dark,system"`
	SettingListSize              string `json:"setting_list_size,omitempty" enums:"small,medium"`
	SettingPackageInfoPreference string `json:"setting_package_info_preference,omitempty" enums:"open/source/insights,ecosyste.ms"`
	SettingMetricsTimespan       string `json:"setting_metrics_timespan,omitempty" enums:"Week,Month,Quarter,Year"`
	SettingRowsPerPage           int    `json:"setting_rows_per_page,omitempty" enums:"10,25,50,100"`
	OIDCGroupsHash               string `json:"oidc_groups_hash,omitempty" maxLength:"64"`
	IsOIDCUser                   bool   `json:"is_oidc_user,omitempty"`
	DateJoined                   string `json:"date_joined,omitempty" format:"date-time"`
}

// UserPasswortRules is the representation UserPasswortRules of the API.
type UserPasswortRules struct {
	PasswordRules string `json:"password_rules" validate:"required"`
}

// UserUpdate is the representation UserUpdate of the API.
type UserUpdate struct {
	ID          model.ID `json:"id" validate:"required"`
	Username    string   `json:"username" validate:"required"`
	FirstName   string   `json:"first_name"`
	LastName    string   `json:"last_name"`
	FullName    string   `json:"full_name"`
	Email       string   `json:"email" format:"email"`
	IsActive    bool     `json:"is_active"`
	IsSuperuser bool     `json:"is_superuser"`
	IsExternal  bool     `json:"is_external"`
}

// UserUpdateRequest is the request body UserUpdateRequest of the API.
type UserUpdateRequest struct {
	Username    string `json:"username" maxLength:"150" minLength:"1" validate:"required"`
	FirstName   string `json:"first_name,omitempty" maxLength:"150"`
	LastName    string `json:"last_name,omitempty" maxLength:"150"`
	FullName    string `json:"full_name,omitempty" maxLength:"301"`
	Email       string `json:"email,omitempty" format:"email" maxLength:"254"`
	IsActive    bool   `json:"is_active,omitempty"`
	IsSuperuser bool   `json:"is_superuser,omitempty"`
	IsExternal  bool   `json:"is_external,omitempty"`
}

// APITokenCreateOwnRequest is the request body for a token of the caller himself.
type APITokenCreateOwnRequest struct {
	Name           string  `json:"name,omitempty" maxLength:"32"`
	ExpirationDate *string `json:"expiration_date,omitempty" format:"date" extensions:"x-nullable"`
}
