package schema

import "secobserve/model"

// Component is the representation Component of the API.
type Component struct {
	ID                        string    `json:"id" maxLength:"32" validate:"required"`
	ProductName               string    `json:"product_name" validate:"required"`
	ProductGroupName          string    `json:"product_group_name" validate:"required"`
	BranchName                string    `json:"branch_name" validate:"required"`
	ComponentNameVersionType  string    `json:"component_name_version_type" validate:"required"`
	OriginServiceName         string    `json:"origin_service_name" validate:"required"`
	ComponentName             string    `json:"component_name" validate:"required"`
	ComponentVersion          string    `json:"component_version"`
	ComponentNameVersion      string    `json:"component_name_version"`
	ComponentType             string    `json:"component_type"`
	ComponentPURL             string    `json:"component_purl"`
	ComponentPURLType         string    `json:"component_purl_type"`
	ComponentCPE              string    `json:"component_cpe"`
	ComponentDependencies     string    `json:"component_dependencies"`
	ComponentCycloneDXBOMLink string    `json:"component_cyclonedx_bom_link"`
	HasObservations           bool      `json:"has_observations" validate:"required"`
	Product                   model.ID  `json:"product" validate:"required"`
	Branch                    *model.ID `json:"branch" extensions:"x-nullable"`
	OriginService             *model.ID `json:"origin_service" extensions:"x-nullable"`
}

// ComponentName is the representation ComponentName of the API.
type ComponentName struct {
	ID                   string `json:"id" maxLength:"32" validate:"required"`
	ComponentNameVersion string `json:"component_name_version"`
}
