package schema

import "secobserve/model"

// LicenseList is a license of the catalogue in lists.
type LicenseList struct {
	ID            model.ID `json:"id" validate:"required"`
	SPDXIDName    string   `json:"spdx_id_name" validate:"required"`
	SPDXID        string   `json:"spdx_id" validate:"required"`
	Name          string   `json:"name" validate:"required"`
	Reference     string   `json:"reference"`
	IsOSIApproved *bool    `json:"is_osi_approved" extensions:"x-nullable"`
	IsDeprecated  *bool    `json:"is_deprecated" extensions:"x-nullable"`
}

// License is a license of the catalogue.
type License struct {
	ID                model.ID `json:"id" validate:"required"`
	SPDXIDName        string   `json:"spdx_id_name" validate:"required"`
	IsInLicenseGroup  bool     `json:"is_in_license_group" validate:"required"`
	IsInLicensePolicy bool     `json:"is_in_license_policy" validate:"required"`
	SPDXID            string   `json:"spdx_id" validate:"required"`
	Name              string   `json:"name" validate:"required"`
	Reference         string   `json:"reference"`
	IsOSIApproved     *bool    `json:"is_osi_approved" extensions:"x-nullable"`
	IsDeprecated      *bool    `json:"is_deprecated" extensions:"x-nullable"`
}

// LicenseGroupList is a license group in lists.
type LicenseGroupList struct {
	ID          model.ID `json:"id" validate:"required"`
	Name        string   `json:"name" validate:"required"`
	Description string   `json:"description"`
	IsPublic    bool     `json:"is_public"`
}

// LicenseGroup is a license group.
type LicenseGroup struct {
	ID                     model.ID `json:"id" validate:"required"`
	IsManager              bool     `json:"is_manager" validate:"required"`
	IsInLicensePolicy      bool     `json:"is_in_license_policy" validate:"required"`
	HasLicenses            bool     `json:"has_licenses" validate:"required"`
	HasUsers               bool     `json:"has_users" validate:"required"`
	HasAuthorizationGroups bool     `json:"has_authorization_groups" validate:"required"`
	Name                   string   `json:"name" validate:"required"`
	Description            string   `json:"description"`
	IsPublic               bool     `json:"is_public"`
}

// LicenseGroupRequest creates or changes a license group.
type LicenseGroupRequest struct {
	Name        string `json:"name" maxLength:"255" minLength:"1" validate:"required"`
	Description string `json:"description,omitempty" maxLength:"2048"`
	IsPublic    bool   `json:"is_public,omitempty"`
}

// PatchedLicenseGroupRequest changes some fields of a license group.
type PatchedLicenseGroupRequest struct {
	Name        string `json:"name,omitempty" maxLength:"255" minLength:"1"`
	Description string `json:"description,omitempty" maxLength:"2048"`
	IsPublic    bool   `json:"is_public,omitempty"`
}

// LicenseGroupCopyRequest names a copy.
type LicenseGroupCopyRequest struct {
	Name string `json:"name" maxLength:"255" minLength:"1" validate:"required"`
}

// LicenseGroupLicenseAddRemoveRequest names a license.
type LicenseGroupLicenseAddRemoveRequest struct {
	License model.ID `json:"license" minimum:"1" validate:"required"`
}

// LicenseGroupMember is a user who sees or manages a license group.
type LicenseGroupMember struct {
	ID               model.ID         `json:"id" validate:"required"`
	LicenseGroupData LicenseGroupList `json:"license_group_data" validate:"required"`
	UserData         UserList         `json:"user_data" validate:"required"`
	IsManager        bool             `json:"is_manager"`
	LicenseGroup     model.ID         `json:"license_group" validate:"required"`
	User             model.ID         `json:"user" validate:"required"`
}

// LicenseGroupMemberRequest adds a user to a license group, or changes whether he manages it.
type LicenseGroupMemberRequest struct {
	IsManager    bool     `json:"is_manager,omitempty"`
	LicenseGroup model.ID `json:"license_group" validate:"required"`
	User         model.ID `json:"user" validate:"required"`
}

// PatchedLicenseGroupMemberRequest changes whether a user manages a license group.
type PatchedLicenseGroupMemberRequest struct {
	IsManager    bool     `json:"is_manager,omitempty"`
	LicenseGroup model.ID `json:"license_group,omitempty"`
	User         model.ID `json:"user,omitempty"`
}

// LicenseGroupAuthorizationGroupMember is an authorization group whose users see or manage a license group.
type LicenseGroupAuthorizationGroupMember struct {
	ID                     model.ID               `json:"id" validate:"required"`
	LicenseGroupData       LicenseGroupList       `json:"license_group_data" validate:"required"`
	AuthorizationGroupData AuthorizationGroupList `json:"authorization_group_data" validate:"required"`
	IsManager              bool                   `json:"is_manager"`
	LicenseGroup           model.ID               `json:"license_group" validate:"required"`
	AuthorizationGroup     model.ID               `json:"authorization_group" validate:"required"`
}

// LicenseGroupAuthorizationGroupMemberRequest adds an authorization group to a license group, or changes whether it manages it.
type LicenseGroupAuthorizationGroupMemberRequest struct {
	IsManager          bool     `json:"is_manager,omitempty"`
	LicenseGroup       model.ID `json:"license_group" validate:"required"`
	AuthorizationGroup model.ID `json:"authorization_group" validate:"required"`
}

// PatchedLicenseGroupAuthorizationGroupMemberRequest changes whether an authorization group manages a license group.
type PatchedLicenseGroupAuthorizationGroupMemberRequest struct {
	IsManager          bool     `json:"is_manager,omitempty"`
	LicenseGroup       model.ID `json:"license_group,omitempty"`
	AuthorizationGroup model.ID `json:"authorization_group,omitempty"`
}
