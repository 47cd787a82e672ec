package schema

import "secobserve/model"

// FileImportObservationsResponse is the answer to an import of observations. The numbers of observations are left out if only license
// components are concerned, those of license components if there are none.
type FileImportObservationsResponse struct {
	ObservationsNew          *int `json:"observations_new,omitempty"`
	ObservationsUpdated      *int `json:"observations_updated,omitempty"`
	ObservationsResolved     *int `json:"observations_resolved,omitempty"`
	ObservationsReopened     int  `json:"observations_reopened,omitempty"` // of those updated
	LicenseComponentsNew     *int `json:"license_components_new,omitempty"`
	LicenseComponentsUpdated *int `json:"license_components_updated,omitempty"`
	LicenseComponentsDeleted *int `json:"license_components_deleted,omitempty"`
}

// FileImportSBOMResponse is the answer to an import of an SBOM; it is empty if there are no components.
type FileImportSBOMResponse struct {
	LicenseComponentsNew     *int `json:"license_components_new,omitempty"`
	LicenseComponentsUpdated *int `json:"license_components_updated,omitempty"`
	LicenseComponentsDeleted *int `json:"license_components_deleted,omitempty"`
}

// FileUploadObservationsByIdRequestRequest is the request body FileUploadObservationsByIdRequestRequest of the API.
type FileUploadObservationsByIdRequestRequest struct {
	File               string   `json:"file" format:"binary" validate:"required"`
	Product            model.ID `json:"product" minimum:"0" validate:"required"`
	Branch             model.ID `json:"branch,omitempty" minimum:"0"`
	Service            string   `json:"service,omitempty" maxLength:"255" minLength:"1"`
	ServiceID          model.ID `json:"service_id,omitempty" minimum:"0"`
	DockerImageNameTag string   `json:"docker_image_name_tag,omitempty" maxLength:"513" minLength:"1"`
	EndpointURL        string   `json:"endpoint_url,omitempty" maxLength:"2048" minLength:"1"`
	KubernetesCluster  string   `json:"kubernetes_cluster,omitempty" maxLength:"255" minLength:"1"`
	SuppressLicenses   bool     `json:"suppress_licenses,omitempty"`
}

// FileUploadObservationsByNameRequestRequest is the request body FileUploadObservationsByNameRequestRequest of the API.
type FileUploadObservationsByNameRequestRequest struct {
	File               string `json:"file" format:"binary" validate:"required"`
	ProductName        string `json:"product_name" maxLength:"255" minLength:"1" validate:"required"`
	BranchName         string `json:"branch_name,omitempty" maxLength:"255" minLength:"1"`
	Service            string `json:"service,omitempty" maxLength:"255" minLength:"1"`
	DockerImageNameTag string `json:"docker_image_name_tag,omitempty" maxLength:"513" minLength:"1"`
	EndpointURL        string `json:"endpoint_url,omitempty" maxLength:"2048" minLength:"1"`
	KubernetesCluster  string `json:"kubernetes_cluster,omitempty" maxLength:"255" minLength:"1"`
	SuppressLicenses   bool   `json:"suppress_licenses,omitempty"`
}

// FileUploadSBOMByIdRequestRequest is the request body FileUploadSBOMByIdRequestRequest of the API.
type FileUploadSBOMByIdRequestRequest struct {
	File      string   `json:"file" format:"binary" validate:"required"`
	Product   model.ID `json:"product" minimum:"0" validate:"required"`
	Branch    model.ID `json:"branch,omitempty" minimum:"0"`
	Service   string   `json:"service,omitempty" maxLength:"255" minLength:"1"`
	ServiceID model.ID `json:"service_id,omitempty" minimum:"0"`
}

// FileUploadSBOMByNameRequestRequest is the request body FileUploadSBOMByNameRequestRequest of the API.
type FileUploadSBOMByNameRequestRequest struct {
	File        string `json:"file" format:"binary" validate:"required"`
	ProductName string `json:"product_name" maxLength:"255" minLength:"1" validate:"required"`
	BranchName  string `json:"branch_name,omitempty" maxLength:"255" minLength:"1"`
	Service     string `json:"service,omitempty" maxLength:"255" minLength:"1"`
}

// Parser is the representation Parser of the API.
type Parser struct {
	ID         model.ID           `json:"id" validate:"required"`
	Name       string             `json:"name" validate:"required"`
	Type       model.ParserType   `json:"type" validate:"required"`
	Source     model.ParserSource `json:"source" validate:"required"`
	SBOM       bool               `json:"sbom"`
	ModuleName string             `json:"module_name"`
	ClassName  string             `json:"class_name"`
}

// VulnerabilityCheck is the representation VulnerabilityCheck of the API.
type VulnerabilityCheck struct {
	ID                             model.ID  `json:"id" validate:"required"`
	BranchName                     string    `json:"branch_name" validate:"required"`
	ServiceName                    string    `json:"service_name" validate:"required"`
	ScannerName                    string    `json:"scanner_name" validate:"required"`
	Filename                       string    `json:"filename" validate:"required"`
	APIConfigurationName           string    `json:"api_configuration_name" validate:"required"`
	Scanner                        string    `json:"scanner"`
	FirstImport                    string    `json:"first_import" format:"date-time" validate:"required"`
	LastImport                     string    `json:"last_import" format:"date-time" validate:"required"`
	LastImportObservationsNew      *int      `json:"last_import_observations_new" extensions:"x-nullable"`
	LastImportObservationsUpdated  *int      `json:"last_import_observations_updated" extensions:"x-nullable"`
	LastImportObservationsResolved *int      `json:"last_import_observations_resolved" extensions:"x-nullable"`
	LastImportLicensesNew          *int      `json:"last_import_licenses_new" extensions:"x-nullable"`
	LastImportLicensesUpdated      *int      `json:"last_import_licenses_updated" extensions:"x-nullable"`
	LastImportLicensesDeleted      *int      `json:"last_import_licenses_deleted" extensions:"x-nullable"`
	Product                        model.ID  `json:"product" validate:"required"`
	Branch                         *model.ID `json:"branch" extensions:"x-nullable"`
	Service                        *model.ID `json:"service" extensions:"x-nullable"`
}

// ImportRun is what one import did.
type ImportRun struct {
	ID                       model.ID            `json:"id" validate:"required"`
	Started                  string              `json:"started" format:"date-time" validate:"required"`
	Duration                 int64               `json:"duration" validate:"required"` // in milliseconds
	Kind                     model.ImportKind    `json:"kind" validate:"required"`
	Outcome                  model.ImportOutcome `json:"outcome" validate:"required"`
	Message                  string              `json:"message" validate:"required"` // why it failed
	ProductName              string              `json:"product_name" validate:"required"`
	BranchName               string              `json:"branch_name" validate:"required"`
	ServiceName              string              `json:"service_name" validate:"required"`
	Filename                 string              `json:"filename" validate:"required"`
	APIConfigurationName     string              `json:"api_configuration_name" validate:"required"`
	Size                     int64               `json:"size" validate:"required"` // of the file in bytes
	Username                 string              `json:"username" validate:"required"`
	UserFullName             string              `json:"user_full_name" validate:"required"`
	ParserName               string              `json:"parser_name" validate:"required"`
	Scanner                  string              `json:"scanner" validate:"required"`
	ObservationsNew          *int                `json:"observations_new" extensions:"x-nullable"`
	ObservationsUpdated      *int                `json:"observations_updated" extensions:"x-nullable"`
	ObservationsResolved     *int                `json:"observations_resolved" extensions:"x-nullable"`
	ObservationsReopened     *int                `json:"observations_reopened" extensions:"x-nullable"`
	LicenseComponentsNew     *int                `json:"license_components_new" extensions:"x-nullable"`
	LicenseComponentsUpdated *int                `json:"license_components_updated" extensions:"x-nullable"`
	LicenseComponentsDeleted *int                `json:"license_components_deleted" extensions:"x-nullable"`
	Product                  model.ID            `json:"product" validate:"required"`
	Branch                   *model.ID           `json:"branch" extensions:"x-nullable"`
	Service                  *model.ID           `json:"service" extensions:"x-nullable"`
	VulnerabilityCheck       *model.ID           `json:"vulnerability_check" extensions:"x-nullable"`
	User                     *model.ID           `json:"user" extensions:"x-nullable"`
	Parser                   *model.ID           `json:"parser" extensions:"x-nullable"`
}
