package schema

import "secobserve/model"

// FileImportObservationsResponse is the representation FileImportObservationsResponse of the API.
type FileImportObservationsResponse struct {
	ObservationsNew          int `json:"observations_new" validate:"required"`
	ObservationsUpdated      int `json:"observations_updated" validate:"required"`
	ObservationsResolved     int `json:"observations_resolved" validate:"required"`
	LicenseComponentsNew     int `json:"license_components_new,omitempty"`
	LicenseComponentsUpdated int `json:"license_components_updated,omitempty"`
	LicenseComponentsDeleted int `json:"license_components_deleted,omitempty"`
}

// FileImportSBOMResponse is the representation FileImportSBOMResponse of the API.
type FileImportSBOMResponse struct {
	LicenseComponentsNew     int `json:"license_components_new" validate:"required"`
	LicenseComponentsUpdated int `json:"license_components_updated" validate:"required"`
	LicenseComponentsDeleted int `json:"license_components_deleted" validate:"required"`
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
