package schema

import "secobserve/model"

// LicensePolicyList is a license policy in lists.
type LicensePolicyList struct {
	ID                   model.ID  `json:"id" validate:"required"`
	ParentName           string    `json:"parent_name" validate:"required"`
	Name                 string    `json:"name" validate:"required"`
	Description          string    `json:"description"`
	IsPublic             bool      `json:"is_public"`
	IgnoreComponentTypes string    `json:"ignore_component_types"`
	Parent               *model.ID `json:"parent" extensions:"x-nullable"`
}

// LicensePolicy is a license policy.
type LicensePolicy struct {
	ID                      model.ID  `json:"id" validate:"required"`
	IgnoreComponentTypeList []string  `json:"ignore_component_type_list"`
	ParentName              string    `json:"parent_name" validate:"required"`
	IsParent                bool      `json:"is_parent" validate:"required"`
	IsManager               bool      `json:"is_manager" validate:"required"`
	HasProducts             bool      `json:"has_products" validate:"required"`
	HasProductGroups        bool      `json:"has_product_groups" validate:"required"`
	HasItems                bool      `json:"has_items" validate:"required"`
	HasUsers                bool      `json:"has_users" validate:"required"`
	HasAuthorizationGroups  bool      `json:"has_authorization_groups" validate:"required"`
	Name                    string    `json:"name" validate:"required"`
	Description             string    `json:"description"`
	IsPublic                bool      `json:"is_public"`
	IgnoreComponentTypes    string    `json:"ignore_component_types"`
	Parent                  *model.ID `json:"parent" extensions:"x-nullable"`
}

// LicensePolicyRequest creates or changes a license policy.
type LicensePolicyRequest struct {
	IgnoreComponentTypeList []string  `json:"ignore_component_type_list,omitempty"`
	Name                    string    `json:"name" maxLength:"255" minLength:"1" validate:"required"`
	Description             string    `json:"description,omitempty" maxLength:"2048"`
	IsPublic                bool      `json:"is_public,omitempty"`
	IgnoreComponentTypes    string    `json:"ignore_component_types,omitempty" maxLength:"255"`
	Parent                  *model.ID `json:"parent,omitempty" extensions:"x-nullable"`
}

// PatchedLicensePolicyRequest changes some fields of a license policy.
type PatchedLicensePolicyRequest struct {
	IgnoreComponentTypeList []string  `json:"ignore_component_type_list,omitempty"`
	Name                    string    `json:"name,omitempty" maxLength:"255" minLength:"1"`
	Description             string    `json:"description,omitempty" maxLength:"2048"`
	IsPublic                bool      `json:"is_public,omitempty"`
	IgnoreComponentTypes    string    `json:"ignore_component_types,omitempty" maxLength:"255"`
	Parent                  *model.ID `json:"parent,omitempty" extensions:"x-nullable"`
}

// LicensePolicyCopyRequest names a copy.
type LicensePolicyCopyRequest struct {
	Name string `json:"name" maxLength:"255" minLength:"1" validate:"required"`
}

// LicensePolicyItem is a rule of a license policy.
type LicensePolicyItem struct {
	ID                model.ID               `json:"id" validate:"required"`
	LicenseSPDXID     string                 `json:"license_spdx_id" validate:"required"`
	LicenseGroupName  string                 `json:"license_group_name" validate:"required"`
	LicensePolicyData LicensePolicyList      `json:"license_policy_data" validate:"required"`
	LicenseExpression string                 `json:"license_expression"`
	NonSPDXLicense    string                 `json:"non_spdx_license"`
	EvaluationResult  model.EvaluationResult `json:"evaluation_result" validate:"required" enums:"Allowed,Forbidden,Ignored,Review required,Unknown"`
	Comment           string                 `json:"comment"`
	LicensePolicy     model.ID               `json:"license_policy" validate:"required"`
	LicenseGroup      *model.ID              `json:"license_group" extensions:"x-nullable"`
	License           *model.ID              `json:"license" extensions:"x-nullable"`
}

// LicensePolicyItemRequest creates or changes a rule of a license policy.
type LicensePolicyItemRequest struct {
	LicenseExpression string                 `json:"license_expression,omitempty" maxLength:"255"`
	NonSPDXLicense    string                 `json:"non_spdx_license,omitempty" maxLength:"255"`
	EvaluationResult  model.EvaluationResult `json:"evaluation_result" validate:"required" enums:"Allowed,Forbidden,Ignored,Review required,Unknown"`
	Comment           string                 `json:"comment,omitempty" maxLength:"255"`
	LicensePolicy     model.ID               `json:"license_policy" validate:"required"`
	LicenseGroup      *model.ID              `json:"license_group,omitempty" extensions:"x-nullable"`
	License           *model.ID              `json:"license,omitempty" extensions:"x-nullable"`
}

// PatchedLicensePolicyItemRequest changes some fields of a rule of a license policy.
type PatchedLicensePolicyItemRequest struct {
	LicenseExpression string                 `json:"license_expression,omitempty" maxLength:"255"`
	NonSPDXLicense    string                 `json:"non_spdx_license,omitempty" maxLength:"255"`
	EvaluationResult  model.EvaluationResult `json:"evaluation_result,omitempty" enums:"Allowed,Forbidden,Ignored,Review required,Unknown"`
	Comment           string                 `json:"comment,omitempty" maxLength:"255"`
	LicensePolicy     model.ID               `json:"license_policy,omitempty"`
	LicenseGroup      *model.ID              `json:"license_group,omitempty" extensions:"x-nullable"`
	License           *model.ID              `json:"license,omitempty" extensions:"x-nullable"`
}

// LicensePolicyMember is a user who sees or manages a license policy.
type LicensePolicyMember struct {
	ID                model.ID          `json:"id" validate:"required"`
	LicensePolicyData LicensePolicyList `json:"license_policy_data" validate:"required"`
	UserData          UserList          `json:"user_data" validate:"required"`
	IsManager         bool              `json:"is_manager"`
	LicensePolicy     model.ID          `json:"license_policy" validate:"required"`
	User              model.ID          `json:"user" validate:"required"`
}

// LicensePolicyMemberRequest adds a user to a license policy, or changes whether he manages it.
type LicensePolicyMemberRequest struct {
	IsManager     bool     `json:"is_manager,omitempty"`
	LicensePolicy model.ID `json:"license_policy" validate:"required"`
	User          model.ID `json:"user" validate:"required"`
}

// PatchedLicensePolicyMemberRequest changes whether a user manages a license policy.
type PatchedLicensePolicyMemberRequest struct {
	IsManager     bool     `json:"is_manager,omitempty"`
	LicensePolicy model.ID `json:"license_policy,omitempty"`
	User          model.ID `json:"user,omitempty"`
}

// LicensePolicyAuthorizationGroupMember is an authorization group whose users see or manage a license policy.
type LicensePolicyAuthorizationGroupMember struct {
	ID                     model.ID               `json:"id" validate:"required"`
	LicensePolicyData      LicensePolicyList      `json:"license_policy_data" validate:"required"`
	AuthorizationGroupData AuthorizationGroupList `json:"authorization_group_data" validate:"required"`
	IsManager              bool                   `json:"is_manager"`
	LicensePolicy          model.ID               `json:"license_policy" validate:"required"`
	AuthorizationGroup     model.ID               `json:"authorization_group" validate:"required"`
}

// LicensePolicyAuthorizationGroupMemberRequest adds an authorization group to a license policy, or changes whether it manages it.
type LicensePolicyAuthorizationGroupMemberRequest struct {
	IsManager          bool     `json:"is_manager,omitempty"`
	LicensePolicy      model.ID `json:"license_policy" validate:"required"`
	AuthorizationGroup model.ID `json:"authorization_group" validate:"required"`
}

// PatchedLicensePolicyAuthorizationGroupMemberRequest changes whether an authorization group manages a license policy.
type PatchedLicensePolicyAuthorizationGroupMemberRequest struct {
	IsManager          bool     `json:"is_manager,omitempty"`
	LicensePolicy      model.ID `json:"license_policy,omitempty"`
	AuthorizationGroup model.ID `json:"authorization_group,omitempty"`
}

// LicensePolicySimulationRequest is a license policy as it might be; what is absent stays as it is stored.
type LicensePolicySimulationRequest struct {
	// Items takes the place of all items of the policy.
	Items                []LicensePolicySimulatedItem `json:"items,omitempty"`
	IgnoreComponentTypes string                       `json:"ignore_component_types,omitempty" maxLength:"255"`
	Parent               *model.ID                    `json:"parent,omitempty" extensions:"x-nullable"`
}

// LicensePolicySimulatedItem is a rule of a license policy as it might be.
type LicensePolicySimulatedItem struct {
	LicenseExpression string                 `json:"license_expression,omitempty" maxLength:"255"`
	NonSPDXLicense    string                 `json:"non_spdx_license,omitempty" maxLength:"255"`
	EvaluationResult  model.EvaluationResult `json:"evaluation_result" validate:"required" enums:"Allowed,Forbidden,Ignored,Review required,Unknown"`
	Comment           string                 `json:"comment,omitempty" maxLength:"255"`
	LicenseGroup      *model.ID              `json:"license_group,omitempty" extensions:"x-nullable"`
	License           *model.ID              `json:"license,omitempty" extensions:"x-nullable"`
}

// LicensePolicySimulation is what a change of a license policy would change for the components that the caller sees.
type LicensePolicySimulation struct {
	Changed int `json:"changed" validate:"required"`
	// Products are those with changes.
	Products []SimulatedProduct `json:"products" validate:"required"`
	// Components are the first 100 of those that change.
	Components []SimulatedComponent `json:"components" validate:"required"`
}

// SimulatedProduct counts the components of a product by evaluation result.
type SimulatedProduct struct {
	Product     model.ID         `json:"product" validate:"required"`
	ProductName string           `json:"product_name" validate:"required"`
	Changed     int              `json:"changed" validate:"required"`
	Before      EvaluationCounts `json:"before" validate:"required"`
	After       EvaluationCounts `json:"after" validate:"required"`
}

// EvaluationCounts are numbers of license components by evaluation result.
type EvaluationCounts struct {
	Forbidden      int `json:"forbidden" validate:"required"`
	ReviewRequired int `json:"review_required" validate:"required"`
	Unknown        int `json:"unknown" validate:"required"`
	Allowed        int `json:"allowed" validate:"required"`
	Ignored        int `json:"ignored" validate:"required"`
}

// SimulatedComponent is a license component whose evaluation would change.
type SimulatedComponent struct {
	ID                   model.ID               `json:"id" validate:"required"`
	Product              model.ID               `json:"product" validate:"required"`
	ProductName          string                 `json:"product_name" validate:"required"`
	BranchName           string                 `json:"branch_name" validate:"required"`
	ComponentNameVersion string                 `json:"component_name_version" validate:"required"`
	ComponentPURLType    string                 `json:"component_purl_type" validate:"required"`
	EffectiveLicenseName string                 `json:"effective_license_name" validate:"required"`
	Before               model.EvaluationResult `json:"before" validate:"required" enums:"Allowed,Forbidden,Ignored,Review required,Unknown"`
	After                model.EvaluationResult `json:"after" validate:"required" enums:"Allowed,Forbidden,Ignored,Review required,Unknown"`
}
