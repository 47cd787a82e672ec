package model

import "strings"

// License is a license of the catalogue (licenses.md §3.1). Licenses are never deleted.
type License struct {
	ID            ID     `cbor:"id,omitempty"`
	SPDXID        string `cbor:"spdx_id,omitempty"`
	Name          string `cbor:"name,omitempty"`
	Reference     string `cbor:"reference,omitempty"`
	IsOSIApproved *bool  `cbor:"is_osi_approved,omitempty"`
	IsDeprecated  *bool  `cbor:"is_deprecated,omitempty"`
}

// LicenseGroup is a named set of licenses, for rules of policies (licenses.md §10).
type LicenseGroup struct {
	ID          ID     `cbor:"id,omitempty"`
	Name        string `cbor:"name,omitempty"`
	Description string `cbor:"description,omitempty"`
	IsPublic    bool   `cbor:"is_public,omitempty"`
}

// LicenseGroupLicense puts a license into a group.
type LicenseGroupLicense struct {
	ID           ID `cbor:"id,omitempty"`
	LicenseGroup ID `cbor:"license_group,omitempty"`
	License      ID `cbor:"license,omitempty"`
}

// LicenseGroupMember lets a user see a license group, and change it as its manager.
type LicenseGroupMember struct {
	ID           ID   `cbor:"id,omitempty"`
	LicenseGroup ID   `cbor:"license_group,omitempty"`
	User         ID   `cbor:"user,omitempty"`
	IsManager    bool `cbor:"is_manager,omitempty"`
}

// LicenseGroupAuthorizationGroupMember does for all users of an authorization group what [LicenseGroupMember] does for one.
type LicenseGroupAuthorizationGroupMember struct {
	ID                 ID   `cbor:"id,omitempty"`
	LicenseGroup       ID   `cbor:"license_group,omitempty"`
	AuthorizationGroup ID   `cbor:"authorization_group,omitempty"`
	IsManager          bool `cbor:"is_manager,omitempty"`
}

// LicensePolicy says which licenses are allowed (licenses.md §11). It inherits the rules of its parent, which has none itself.
type LicensePolicy struct {
	ID          ID     `cbor:"id,omitempty"`
	Name        string `cbor:"name,omitempty"`
	Description string `cbor:"description,omitempty"`
	IsPublic    bool   `cbor:"is_public,omitempty"`
	Parent      ID     `cbor:"parent,omitempty"`
	// IgnoreComponentTypes are the PURL types whose components are ignored, comma separated, as they were entered.
	IgnoreComponentTypes string `cbor:"ignore_component_types,omitempty"`
}

// IgnoredTypes lists the PURL types whose components are ignored.
func (p *LicensePolicy) IgnoredTypes() []string {
	var types []string
	for _, t := range strings.Split(p.IgnoreComponentTypes, ",") {
		if t = strings.TrimSpace(t); t != "" {
			types = append(types, t)
		}
	}
	return types
}

// LicensePolicyItem is a rule of a policy: what one license, the licenses of one group, one expression or one other text evaluate to.
// Exactly one of the four is set.
type LicensePolicyItem struct {
	ID                ID               `cbor:"id,omitempty"`
	LicensePolicy     ID               `cbor:"license_policy,omitempty"`
	LicenseGroup      ID               `cbor:"license_group,omitempty"`
	License           ID               `cbor:"license,omitempty"`
	LicenseExpression string           `cbor:"license_expression,omitempty"` // normalised
	NonSPDXLicense    string           `cbor:"non_spdx_license,omitempty"`
	EvaluationResult  EvaluationResult `cbor:"evaluation_result,omitempty"`
	Comment           string           `cbor:"comment,omitempty"`
}

// LicensePolicyMember lets a user see a license policy, and change it as its manager.
type LicensePolicyMember struct {
	ID            ID   `cbor:"id,omitempty"`
	LicensePolicy ID   `cbor:"license_policy,omitempty"`
	User          ID   `cbor:"user,omitempty"`
	IsManager     bool `cbor:"is_manager,omitempty"`
}

// LicensePolicyAuthorizationGroupMember does for all users of an authorization group what [LicensePolicyMember] does for one.
type LicensePolicyAuthorizationGroupMember struct {
	ID                 ID   `cbor:"id,omitempty"`
	LicensePolicy      ID   `cbor:"license_policy,omitempty"`
	AuthorizationGroup ID   `cbor:"authorization_group,omitempty"`
	IsManager          bool `cbor:"is_manager,omitempty"`
}

// LicenseKeys are the keys of one source that license expressions may contain (licenses.md §4).
type LicenseKeys struct {
	// Licenses are keys outside the catalogue.
	Licenses []string `cbor:"licenses,omitempty"`
	// Exceptions are the keys that may follow WITH.
	Exceptions []string `cbor:"exceptions,omitempty"`
	// Aliases are other spellings of keys.
	Aliases map[string]string `cbor:"aliases,omitempty"`
}

// LicenseSource is one of the published documents of license data.
type LicenseSource string

// The sources of license data (licenses.md §3).
const (
	SourceSPDXLicenses   LicenseSource = "spdx_licenses"
	SourceSPDXExceptions LicenseSource = "spdx_exceptions"
	SourceScanCode       LicenseSource = "scancode"
	SourceLicenseLynx    LicenseSource = "licenselynx"
)

// LicenseSourceState says which version of a published document is stored, so that an unchanged one is not fetched again.
type LicenseSourceState struct {
	Address      string `cbor:"address,omitempty"`
	ETag         string `cbor:"etag,omitempty"`
	LastModified string `cbor:"last_modified,omitempty"`
	// Entries is the number of entries of the document.
	Entries int `cbor:"entries,omitempty"`
}
