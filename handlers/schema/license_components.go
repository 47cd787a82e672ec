package schema

import "secobserve/model"

// LicenseComponentList is the representation LicenseComponentList of the API.
type LicenseComponentList struct {
	ID                       model.ID `json:"id" validate:"required"`
	ComponentNameVersionType *string  `json:"component_name_version_type" extensions:"x-nullable"`
	BranchName               string   `json:"branch_name" validate:"required"`
	OriginServiceName        string   `json:"origin_service_name" validate:"required"`
	LicenseComponentFields
}

// LicenseComponentFields are the fields that all representations of a license component have.
type LicenseComponentFields struct {
	IdentityHash                       string              `json:"identity_hash" validate:"required"`
	UploadFilename                     string              `json:"upload_filename"`
	ComponentName                      string              `json:"component_name" validate:"required"`
	ComponentVersion                   string              `json:"component_version"`
	ComponentNameVersion               string              `json:"component_name_version"`
	ComponentType                      model.ComponentType `json:"component_type"`
	ComponentPURL                      string              `json:"component_purl"`
	ComponentPURLType                  string              `json:"component_purl_type"`
	ComponentCPE                       string              `json:"component_cpe"`
	ComponentCycloneDXBOMLink          string              `json:"component_cyclonedx_bom_link"`
	ImportedDeclaredLicenseName        string              `json:"imported_declared_license_name"`
	ImportedDeclaredLicenseExpression  string              `json:"imported_declared_license_expression"`
	ImportedDeclaredNonSPDXLicense     string              `json:"imported_declared_non_spdx_license"`
	ImportedDeclaredMultipleLicenses   string              `json:"imported_declared_multiple_licenses"`
	ImportedConcludedLicenseName       string              `json:"imported_concluded_license_name"`
	ImportedConcludedLicenseExpression string              `json:"imported_concluded_license_expression"`
	ImportedConcludedNonSPDXLicense    string              `json:"imported_concluded_non_spdx_license"`
	ImportedConcludedMultipleLicenses  string              `json:"imported_concluded_multiple_licenses"`
	ManualConcludedLicenseName         string              `json:"manual_concluded_license_name"`
	ManualConcludedLicenseExpression   string              `json:"manual_concluded_license_expression"`
	ManualConcludedNonSPDXLicense      string              `json:"manual_concluded_non_spdx_license"`
	ManualConcludedComment             string              `json:"manual_concluded_comment"`
	EffectiveLicenseName               string              `json:"effective_license_name"`
	EffectiveLicenseExpression         string              `json:"effective_license_expression"`
	EffectiveNonSPDXLicense            string              `json:"effective_non_spdx_license"`
	EffectiveMultipleLicenses          string              `json:"effective_multiple_licenses"`

	EvaluationResult          model.EvaluationResult `json:"evaluation_result"`
	NumericalEvaluationResult int                    `json:"numerical_evaluation_result" maximum:"5" minimum:"1" validate:"required"`
	EvaluationReason          EvaluationReason       `json:"evaluation_reason"`

	Created                      string    `json:"created" format:"date-time" validate:"required"`
	ImportLastSeen               string    `json:"import_last_seen" format:"date-time"`
	LastChange                   string    `json:"last_change" format:"date-time"`
	Product                      model.ID  `json:"product" validate:"required"`
	Branch                       *model.ID `json:"branch" extensions:"x-nullable"`
	ImportedDeclaredSPDXLicense  *model.ID `json:"imported_declared_spdx_license" extensions:"x-nullable"`
	ImportedConcludedSPDXLicense *model.ID `json:"imported_concluded_spdx_license" extensions:"x-nullable"`
	ManualConcludedSPDXLicense   *model.ID `json:"manual_concluded_spdx_license" extensions:"x-nullable"`
	EffectiveSPDXLicense         *model.ID `json:"effective_spdx_license" extensions:"x-nullable"`
	OriginService                *model.ID `json:"origin_service" extensions:"x-nullable"`
}

// EvaluationReason says what decided the evaluation of a component.
type EvaluationReason struct {
	Decider model.Decider `json:"decider"`
	// Subject is the part of the component that decided: an SPDX id, an expression, a license text or a PURL type.
	Subject           string    `json:"subject"`
	LicensePolicyItem *model.ID `json:"license_policy_item" extensions:"x-nullable"`
	LicenseGroup      *model.ID `json:"license_group" extensions:"x-nullable"`
	FromParent        bool      `json:"from_parent"`
}

// LicenseComponent is the representation LicenseComponent of the API.
type LicenseComponent struct {
	ID                       model.ID                         `json:"id" validate:"required"`
	ComponentNameVersionType *string                          `json:"component_name_version_type" extensions:"x-nullable"`
	BranchName               string                           `json:"branch_name" validate:"required"`
	OriginServiceName        string                           `json:"origin_service_name" validate:"required"`
	LicensePolicyName        string                           `json:"license_policy_name" validate:"required"`
	LicensePolicyID          model.ID                         `json:"license_policy_id" validate:"required"`
	Evidences                []NestedLicenseComponentEvidence `json:"evidences" validate:"required"`
	EffectiveLicenseType     string                           `json:"effective_license_type" validate:"required"`
	Title                    string                           `json:"title" validate:"required"`
	Permissions              []int                            `json:"permissions" extensions:"x-nullable"`
	LicenseComponentFields
	ComponentDependencies string `json:"component_dependencies"`
	// DeclaredLicenses and ConcludedLicenses are the licenses as the report gives them.
	DeclaredLicenses  []string `json:"declared_licenses"`
	ConcludedLicenses []string `json:"concluded_licenses"`
	// LicenseGroupName is the name of the group that decided the evaluation.
	LicenseGroupName string `json:"license_group_name"`
}

// LicenseComponentId is the representation LicenseComponentId of the API.
type LicenseComponentId struct { //nolint:revive // clients know this name
	ID model.ID `json:"id" validate:"required"`
}

// NestedLicenseComponentEvidence is the representation NestedLicenseComponentEvidence of the API.
type NestedLicenseComponentEvidence struct {
	ID   model.ID `json:"id" validate:"required"`
	Name string   `json:"name" validate:"required"`
}

// LicenseComponentEvidence is the representation LicenseComponentEvidence of the API.
type LicenseComponentEvidence struct {
	ID               model.ID `json:"id" validate:"required"`
	Product          model.ID `json:"product" validate:"required"`
	Name             string   `json:"name" validate:"required"`
	Evidence         string   `json:"evidence" validate:"required"`
	LicenseComponent model.ID `json:"license_component" validate:"required"`
}

// LicenseComponentOverview is the representation LicenseComponentOverview of the API.
type LicenseComponentOverview struct {
	Count   int                               `json:"count" validate:"required"`
	Results []LicenseComponentOverviewElement `json:"results" validate:"required"`
}

// LicenseComponentOverviewElement is a license with the number of its components.
type LicenseComponentOverviewElement struct {
	BranchName           *string `json:"branch_name" extensions:"x-nullable"`
	EffectiveLicenseName string  `json:"effective_license_name" validate:"required"`
	EffectiveLicenseType string  `json:"effective_license_type" validate:"required"`
	EvaluationResult     string  `json:"evaluation_result" validate:"required"`
	NumComponents        int     `json:"num_components" validate:"required"`
}

// PatchedConcludedLicenseCreateUpdateRequest is the request body PatchedConcludedLicenseCreateUpdateRequest of the API.
type PatchedConcludedLicenseCreateUpdateRequest struct {
	ManualConcludedSPDXLicense       *model.ID `json:"manual_concluded_spdx_license,omitempty" minimum:"1" extensions:"x-nullable"`
	ManualConcludedNonSPDXLicense    string    `json:"manual_concluded_non_spdx_license,omitempty" maxLength:"255"`
	ManualConcludedLicenseExpression string    `json:"manual_concluded_license_expression,omitempty" maxLength:"255"`
}

// LicenseComponentBulkConcludedLicenseRequest concludes a license for several components alike.
type LicenseComponentBulkConcludedLicenseRequest struct {
	PatchedConcludedLicenseCreateUpdateRequest
	AllVersions bool `json:"all_versions,omitempty"`
	AllBranches bool `json:"all_branches,omitempty"`
}

// LicenseComponentBulkDeleteRequest is the request body LicenseComponentBulkDeleteRequest of the API.
type LicenseComponentBulkDeleteRequest struct {
	Components []model.ID `json:"components" validate:"required"`
}

// ConcludedLicenseList is the representation ConcludedLicenseList of the API.
type ConcludedLicenseList struct {
	ID          model.ID                     `json:"id" validate:"required"`
	ProductData NestedProductSerializerSmall `json:"product_data" validate:"required"`
	UserData    UserList                     `json:"user_data" validate:"required"`
	ConcludedLicenseFields
}

// ConcludedLicense is the representation ConcludedLicense of the API.
type ConcludedLicense struct {
	ID          model.ID      `json:"id" validate:"required"`
	ProductData NestedProduct `json:"product_data" validate:"required"`
	UserData    UserList      `json:"user_data" validate:"required"`
	ConcludedLicenseFields
}

// ConcludedLicenseFields are the fields that both representations of a concluded license have.
type ConcludedLicenseFields struct {
	ComponentNameVersion             string    `json:"component_name_version" validate:"required"`
	ManualConcludedSPDXLicenseID     string    `json:"manual_concluded_spdx_license_id" validate:"required"`
	ComponentPURLType                string    `json:"component_purl_type" validate:"required"`
	ComponentName                    string    `json:"component_name" validate:"required"`
	ComponentVersion                 string    `json:"component_version" validate:"required"`
	ManualConcludedLicenseExpression string    `json:"manual_concluded_license_expression"`
	ManualConcludedNonSPDXLicense    string    `json:"manual_concluded_non_spdx_license"`
	LastUpdated                      string    `json:"last_updated" format:"date-time" validate:"required"`
	Product                          model.ID  `json:"product" validate:"required"`
	ManualConcludedSPDXLicense       *model.ID `json:"manual_concluded_spdx_license" extensions:"x-nullable"`
	User                             model.ID  `json:"user" validate:"required"`
}
