package schema

import "secobserve/model"

// Evidence is the representation Evidence of the API.
type Evidence struct {
	ID          model.ID `json:"id" validate:"required"`
	Product     model.ID `json:"product" validate:"required"`
	Name        string   `json:"name" validate:"required"`
	Evidence    string   `json:"evidence" validate:"required"`
	Observation model.ID `json:"observation" validate:"required"`
}

// NestedEvidence is the representation NestedEvidence of the API.
type NestedEvidence struct {
	ID   model.ID `json:"id" validate:"required"`
	Name string   `json:"name" validate:"required"`
}

// NestedObservation is the representation NestedObservation of the API.
type NestedObservation struct {
	ID                         model.ID            `json:"id" validate:"required"`
	ScannerName                string              `json:"scanner_name" validate:"required"`
	OriginServiceName          string              `json:"origin_service_name" validate:"required"`
	OriginComponentNameVersion string              `json:"origin_component_name_version" validate:"required"`
	CVEFoundIn                 []map[string]string `json:"cve_found_in" validate:"required"`
	ObservationState
	VulnerabilityIDAliases string `json:"vulnerability_id_aliases"`
	ObservationComponent
	OriginComponentDependencies string `json:"origin_component_dependencies"`
	ObservationOrigins
}

// NestedReference is the representation NestedReference of the API.
type NestedReference struct {
	ID  model.ID `json:"id" validate:"required"`
	URL string   `json:"url" validate:"required"`
}

// Observation is the representation Observation of the API.
type Observation struct {
	ID                      model.ID            `json:"id" validate:"required"`
	ProductData             NestedProduct       `json:"product_data" validate:"required"`
	BranchName              string              `json:"branch_name" validate:"required"`
	ParserData              Parser              `json:"parser_data" validate:"required"`
	References              []NestedReference   `json:"references" validate:"required"`
	Evidences               []NestedEvidence    `json:"evidences" validate:"required"`
	OriginServiceName       string              `json:"origin_service_name" validate:"required"`
	OriginSourceFileURL     *string             `json:"origin_source_file_url" validate:"required" extensions:"x-nullable"`
	OriginCloudResourceURL  *string             `json:"origin_cloud_resource_url" validate:"required" extensions:"x-nullable"`
	IssueTrackerIssueURL    *string             `json:"issue_tracker_issue_url" validate:"required" extensions:"x-nullable"`
	AssessmentNeedsApproval *model.ID           `json:"assessment_needs_approval" validate:"required" extensions:"x-nullable"`
	VulnerabilityIDAliases  []map[string]string `json:"vulnerability_id_aliases" validate:"required"`
	CVEFoundIn              []map[string]string `json:"cve_found_in" validate:"required"`
	ObservationState
	OriginComponentNameVersion string `json:"origin_component_name_version"`
	ObservationComponent
	OriginComponentDependencies string `json:"origin_component_dependencies"`
	ObservationOrigins
}

// ObservationBulkAssessmentRequest is the request body ObservationBulkAssessmentRequest of the API.
type ObservationBulkAssessmentRequest struct {
	Severity                 model.Severity         `json:"severity,omitempty"`
	Status                   model.Status           `json:"status,omitempty"`
	Priority                 *int                   `json:"priority,omitempty" maximum:"99" minimum:"1" extensions:"x-nullable"`
	Comment                  string                 `json:"comment" maxLength:"4096" minLength:"1" validate:"required"`
	Observations             []int                  `json:"observations" validate:"required"`
	VexJustification         model.VexJustification `json:"vex_justification,omitempty"`
	RiskAcceptanceExpiryDate *string                `json:"risk_acceptance_expiry_date,omitempty" format:"date" extensions:"x-nullable"`
}

// ObservationBulkDeleteRequest is the request body ObservationBulkDeleteRequest of the API.
type ObservationBulkDeleteRequest struct {
	Observations []int `json:"observations" validate:"required"`
}

// ObservationBulkMarkDuplicatesRequest is the request body ObservationBulkMarkDuplicatesRequest of the API.
type ObservationBulkMarkDuplicatesRequest struct {
	ObservationID       int   `json:"observation_id" minimum:"1" validate:"required"`
	PotentialDuplicates []int `json:"potential_duplicates" validate:"required"`
}

// ObservationCreate is the representation ObservationCreate of the API.
type ObservationCreate struct {
	Product                               model.ID               `json:"product" validate:"required"`
	Branch                                *model.ID              `json:"branch" extensions:"x-nullable"`
	Title                                 string                 `json:"title" validate:"required"`
	Description                           string                 `json:"description"`
	Recommendation                        string                 `json:"recommendation"`
	ParserSeverity                        model.Severity         `json:"parser_severity"`
	ParserStatus                          model.Status           `json:"parser_status"`
	ParserVexJustification                model.VexJustification `json:"parser_vex_justification"`
	OriginComponentNameVersion            string                 `json:"origin_component_name_version"`
	OriginComponentName                   string                 `json:"origin_component_name"`
	OriginComponentVersion                string                 `json:"origin_component_version"`
	OriginDockerImageNameTag              string                 `json:"origin_docker_image_name_tag"`
	OriginDockerImageName                 string                 `json:"origin_docker_image_name"`
	OriginDockerImageTag                  string                 `json:"origin_docker_image_tag"`
	OriginEndpointURL                     string                 `json:"origin_endpoint_url"`
	OriginService                         *model.ID              `json:"origin_service" extensions:"x-nullable"`
	OriginSourceFile                      string                 `json:"origin_source_file"`
	OriginSourceLineStart                 *int                   `json:"origin_source_line_start" extensions:"x-nullable"`
	OriginSourceLineEnd                   *int                   `json:"origin_source_line_end" extensions:"x-nullable"`
	OriginCloudProvider                   string                 `json:"origin_cloud_provider"`
	OriginCloudAccountSubscriptionProject string                 `json:"origin_cloud_account_subscription_project"`
	OriginCloudResource                   string                 `json:"origin_cloud_resource"`
	OriginCloudResourceType               string                 `json:"origin_cloud_resource_type"`
	OriginKubernetesCluster               string                 `json:"origin_kubernetes_cluster"`
	OriginKubernetesNamespace             string                 `json:"origin_kubernetes_namespace"`
	OriginKubernetesResourceType          string                 `json:"origin_kubernetes_resource_type"`
	OriginKubernetesResourceName          string                 `json:"origin_kubernetes_resource_name"`
	VulnerabilityID                       string                 `json:"vulnerability_id"`
	CVSS3Score                            *string                `json:"cvss3_score" format:"decimal" extensions:"x-nullable"`
	CVSS3Vector                           string                 `json:"cvss3_vector"`
	CVSS4Score                            *string                `json:"cvss4_score" format:"decimal" extensions:"x-nullable"`
	CVSS4Vector                           string                 `json:"cvss4_vector"`
	CWE                                   *int                   `json:"cwe" extensions:"x-nullable"`
	RiskAcceptanceExpiryDate              *string                `json:"risk_acceptance_expiry_date" format:"date" extensions:"x-nullable"`
}

// ObservationCreateRequest is the request body ObservationCreateRequest of the API.
type ObservationCreateRequest struct {
	Product                               model.ID               `json:"product" validate:"required"`
	Branch                                *model.ID              `json:"branch,omitempty" extensions:"x-nullable"`
	Title                                 string                 `json:"title" maxLength:"255" minLength:"1" validate:"required"`
	Description                           string                 `json:"description,omitempty" maxLength:"2048"`
	Recommendation                        string                 `json:"recommendation,omitempty" maxLength:"2048"`
	ParserSeverity                        model.Severity         `json:"parser_severity,omitempty"`
	ParserStatus                          model.Status           `json:"parser_status,omitempty"`
	ParserVexJustification                model.VexJustification `json:"parser_vex_justification,omitempty"`
	OriginComponentNameVersion            string                 `json:"origin_component_name_version,omitempty" maxLength:"513"`
	OriginComponentName                   string                 `json:"origin_component_name,omitempty" maxLength:"255"`
	OriginComponentVersion                string                 `json:"origin_component_version,omitempty" maxLength:"255"`
	OriginDockerImageNameTag              string                 `json:"origin_docker_image_name_tag,omitempty" maxLength:"513"`
	OriginDockerImageName                 string                 `json:"origin_docker_image_name,omitempty" maxLength:"255"`
	OriginDockerImageTag                  string                 `json:"origin_docker_image_tag,omitempty" maxLength:"255"`
	OriginEndpointURL                     string                 `json:"origin_endpoint_url,omitempty" maxLength:"2048"`
	OriginService                         *model.ID              `json:"origin_service,omitempty" extensions:"x-nullable"`
	OriginSourceFile                      string                 `json:"origin_source_file,omitempty" maxLength:"255"`
	OriginSourceLineStart                 *int                   `json:"origin_source_line_start,omitempty" maximum:"999999" minimum:"0" extensions:"x-nullable"`
	OriginSourceLineEnd                   *int                   `json:"origin_source_line_end,omitempty" maximum:"999999" minimum:"0" extensions:"x-nullable"`
	OriginCloudProvider                   string                 `json:"origin_cloud_provider,omitempty" maxLength:"255"`
	OriginCloudAccountSubscriptionProject string                 `json:"origin_cloud_account_subscription_project,omitempty" maxLength:"255"`
	OriginCloudResource                   string                 `json:"origin_cloud_resource,omitempty" maxLength:"255"`
	OriginCloudResourceType               string                 `json:"origin_cloud_resource_type,omitempty" maxLength:"255"`
	OriginKubernetesCluster               string                 `json:"origin_kubernetes_cluster,omitempty" maxLength:"255"`
	OriginKubernetesNamespace             string                 `json:"origin_kubernetes_namespace,omitempty" maxLength:"255"`
	OriginKubernetesResourceType          string                 `json:"origin_kubernetes_resource_type,omitempty" maxLength:"255"`
	OriginKubernetesResourceName          string                 `json:"origin_kubernetes_resource_name,omitempty" maxLength:"255"`
	VulnerabilityID                       string                 `json:"vulnerability_id,omitempty" maxLength:"255"`
	CVSS3Score                            *string                `json:"cvss3_score,omitempty" format:"decimal" extensions:"x-nullable"`
	CVSS3Vector                           string                 `json:"cvss3_vector,omitempty" maxLength:"255"`
	CVSS4Score                            *string                `json:"cvss4_score,omitempty" format:"decimal" extensions:"x-nullable"`
	CVSS4Vector                           string                 `json:"cvss4_vector,omitempty" maxLength:"255"`
	CWE                                   *int                   `json:"cwe,omitempty" maximum:"999999" minimum:"1" extensions:"x-nullable"`
	RiskAcceptanceExpiryDate              *string                `json:"risk_acceptance_expiry_date,omitempty" format:"date" extensions:"x-nullable"`
}

// ObservationList is the representation ObservationList of the API.
type ObservationList struct {
	ID          model.ID          `json:"id" validate:"required"`
	ProductData NestedProductList `json:"product_data" validate:"required"`
	ObservationListFields
}

// ObservationListFields are the fields of [ObservationList] after the nested product: apart from it, because a page encodes each product
// once.
type ObservationListFields struct {
	BranchName                 string              `json:"branch_name" validate:"required"`
	ParserData                 Parser              `json:"parser_data" validate:"required"`
	ScannerName                string              `json:"scanner_name" validate:"required"`
	OriginServiceName          string              `json:"origin_service_name" validate:"required"`
	OriginComponentNameVersion string              `json:"origin_component_name_version" validate:"required"`
	OriginSourceFileShort      *string             `json:"origin_source_file_short" validate:"required" extensions:"x-nullable"`
	OriginSourceFileURL        *string             `json:"origin_source_file_url" validate:"required" extensions:"x-nullable"`
	OriginCloudResourceURL     *string             `json:"origin_cloud_resource_url" validate:"required" extensions:"x-nullable"`
	VulnerabilityIDAliases     []map[string]string `json:"vulnerability_id_aliases" validate:"required"`
	CVEFoundIn                 []map[string]string `json:"cve_found_in" validate:"required"`
	ObservationState
	ObservationComponent
	ObservationOrigins
}

// ObservationLog is the representation ObservationLog of the API.
type ObservationLog struct {
	ID                   model.ID    `json:"id" validate:"required"`
	ObservationData      Observation `json:"observation_data" validate:"required"`
	UserFullName         *string     `json:"user_full_name" validate:"required" extensions:"x-nullable"`
	ApprovalUserFullName *string     `json:"approval_user_full_name" validate:"required" extensions:"x-nullable"`
	ObservationLogFields
}

// ObservationLogList is the representation ObservationLogList of the API.
type ObservationLogList struct {
	ID                   model.ID        `json:"id" validate:"required"`
	ObservationData      ObservationList `json:"observation_data" validate:"required"`
	UserFullName         *string         `json:"user_full_name" validate:"required" extensions:"x-nullable"`
	ApprovalUserFullName *string         `json:"approval_user_full_name" validate:"required" extensions:"x-nullable"`
	ObservationLogFields
}

// ObservationTitle is the representation ObservationTitle of the API.
type ObservationTitle struct {
	ID    model.ID `json:"id" validate:"required"`
	Title string   `json:"title" validate:"required"`
}

// ObservationUpdate is the representation ObservationUpdate of the API.
type ObservationUpdate struct {
	Branch                                *model.ID              `json:"branch" extensions:"x-nullable"`
	Title                                 string                 `json:"title" validate:"required"`
	Description                           string                 `json:"description"`
	Recommendation                        string                 `json:"recommendation"`
	ParserSeverity                        model.Severity         `json:"parser_severity"`
	ParserStatus                          model.Status           `json:"parser_status"`
	ParserVexJustification                model.VexJustification `json:"parser_vex_justification"`
	OriginComponentNameVersion            string                 `json:"origin_component_name_version"`
	OriginComponentName                   string                 `json:"origin_component_name"`
	OriginComponentVersion                string                 `json:"origin_component_version"`
	OriginDockerImageNameTag              string                 `json:"origin_docker_image_name_tag"`
	OriginDockerImageName                 string                 `json:"origin_docker_image_name"`
	OriginDockerImageTag                  string                 `json:"origin_docker_image_tag"`
	OriginEndpointURL                     string                 `json:"origin_endpoint_url"`
	OriginService                         *model.ID              `json:"origin_service" extensions:"x-nullable"`
	OriginSourceFile                      string                 `json:"origin_source_file"`
	OriginSourceLineStart                 *int                   `json:"origin_source_line_start" extensions:"x-nullable"`
	OriginSourceLineEnd                   *int                   `json:"origin_source_line_end" extensions:"x-nullable"`
	OriginCloudProvider                   string                 `json:"origin_cloud_provider"`
	OriginCloudAccountSubscriptionProject string                 `json:"origin_cloud_account_subscription_project"`
	OriginCloudResource                   string                 `json:"origin_cloud_resource"`
	OriginCloudResourceType               string                 `json:"origin_cloud_resource_type"`
	OriginKubernetesCluster               string                 `json:"origin_kubernetes_cluster"`
	OriginKubernetesNamespace             string                 `json:"origin_kubernetes_namespace"`
	OriginKubernetesResourceType          string                 `json:"origin_kubernetes_resource_type"`
	OriginKubernetesResourceName          string                 `json:"origin_kubernetes_resource_name"`
	VulnerabilityID                       string                 `json:"vulnerability_id"`
	CVSS3Score                            *string                `json:"cvss3_score" format:"decimal" extensions:"x-nullable"`
	CVSS3Vector                           string                 `json:"cvss3_vector"`
	CVSS4Score                            *string                `json:"cvss4_score" format:"decimal" extensions:"x-nullable"`
	CVSS4Vector                           string                 `json:"cvss4_vector"`
	CWE                                   *int                   `json:"cwe" extensions:"x-nullable"`
	RiskAcceptanceExpiryDate              *string                `json:"risk_acceptance_expiry_date" format:"date" extensions:"x-nullable"`
}

// ObservationUpdateRequest is the request body ObservationUpdateRequest of the API.
type ObservationUpdateRequest struct {
	Branch                                *model.ID              `json:"branch,omitempty" extensions:"x-nullable"`
	Title                                 string                 `json:"title" maxLength:"255" minLength:"1" validate:"required"`
	Description                           string                 `json:"description,omitempty" maxLength:"2048"`
	Recommendation                        string                 `json:"recommendation,omitempty" maxLength:"2048"`
	ParserSeverity                        model.Severity         `json:"parser_severity,omitempty"`
	ParserStatus                          model.Status           `json:"parser_status,omitempty"`
	ParserVexJustification                model.VexJustification `json:"parser_vex_justification,omitempty"`
	OriginComponentNameVersion            string                 `json:"origin_component_name_version,omitempty" maxLength:"513"`
	OriginComponentName                   string                 `json:"origin_component_name,omitempty" maxLength:"255"`
	OriginComponentVersion                string                 `json:"origin_component_version,omitempty" maxLength:"255"`
	OriginDockerImageNameTag              string                 `json:"origin_docker_image_name_tag,omitempty" maxLength:"513"`
	OriginDockerImageName                 string                 `json:"origin_docker_image_name,omitempty" maxLength:"255"`
	OriginDockerImageTag                  string                 `json:"origin_docker_image_tag,omitempty" maxLength:"255"`
	OriginEndpointURL                     string                 `json:"origin_endpoint_url,omitempty" maxLength:"2048"`
	OriginService                         *model.ID              `json:"origin_service,omitempty" extensions:"x-nullable"`
	OriginSourceFile                      string                 `json:"origin_source_file,omitempty" maxLength:"255"`
	OriginSourceLineStart                 *int                   `json:"origin_source_line_start,omitempty" maximum:"999999" minimum:"0" extensions:"x-nullable"`
	OriginSourceLineEnd                   *int                   `json:"origin_source_line_end,omitempty" maximum:"999999" minimum:"0" extensions:"x-nullable"`
	OriginCloudProvider                   string                 `json:"origin_cloud_provider,omitempty" maxLength:"255"`
	OriginCloudAccountSubscriptionProject string                 `json:"origin_cloud_account_subscription_project,omitempty" maxLength:"255"`
	OriginCloudResource                   string                 `json:"origin_cloud_resource,omitempty" maxLength:"255"`
	OriginCloudResourceType               string                 `json:"origin_cloud_resource_type,omitempty" maxLength:"255"`
	OriginKubernetesCluster               string                 `json:"origin_kubernetes_cluster,omitempty" maxLength:"255"`
	OriginKubernetesNamespace             string                 `json:"origin_kubernetes_namespace,omitempty" maxLength:"255"`
	OriginKubernetesResourceType          string                 `json:"origin_kubernetes_resource_type,omitempty" maxLength:"255"`
	OriginKubernetesResourceName          string                 `json:"origin_kubernetes_resource_name,omitempty" maxLength:"255"`
	VulnerabilityID                       string                 `json:"vulnerability_id,omitempty" maxLength:"255"`
	CVSS3Score                            *string                `json:"cvss3_score,omitempty" format:"decimal" extensions:"x-nullable"`
	CVSS3Vector                           string                 `json:"cvss3_vector,omitempty" maxLength:"255"`
	CVSS4Score                            *string                `json:"cvss4_score,omitempty" format:"decimal" extensions:"x-nullable"`
	CVSS4Vector                           string                 `json:"cvss4_vector,omitempty" maxLength:"255"`
	CWE                                   *int                   `json:"cwe,omitempty" maximum:"999999" minimum:"1" extensions:"x-nullable"`
	RiskAcceptanceExpiryDate              *string                `json:"risk_acceptance_expiry_date,omitempty" format:"date" extensions:"x-nullable"`
}

// PatchedObservationAssessmentRequest is the request body PatchedObservationAssessmentRequest of the API.
type PatchedObservationAssessmentRequest struct {
	Severity                 model.Severity         `json:"severity,omitempty"`
	Status                   model.Status           `json:"status,omitempty"`
	VexJustification         model.VexJustification `json:"vex_justification,omitempty"`
	Priority                 *int                   `json:"priority,omitempty" maximum:"99" minimum:"1" extensions:"x-nullable"`
	RiskAcceptanceExpiryDate *string                `json:"risk_acceptance_expiry_date,omitempty" format:"date" extensions:"x-nullable"`
	Comment                  string                 `json:"comment,omitempty" maxLength:"4096" minLength:"1"`
}

// PatchedObservationRemoveAssessmentRequest is the request body PatchedObservationRemoveAssessmentRequest of the API.
type PatchedObservationRemoveAssessmentRequest struct {
	Comment string `json:"comment,omitempty" maxLength:"4096" minLength:"1"`
}

// PatchedObservationUpdateRequest is the request body PatchedObservationUpdateRequest of the API.
type PatchedObservationUpdateRequest struct {
	Branch                                *model.ID              `json:"branch,omitempty" extensions:"x-nullable"`
	Title                                 string                 `json:"title,omitempty" maxLength:"255" minLength:"1"`
	Description                           string                 `json:"description,omitempty" maxLength:"2048"`
	Recommendation                        string                 `json:"recommendation,omitempty" maxLength:"2048"`
	ParserSeverity                        model.Severity         `json:"parser_severity,omitempty"`
	ParserStatus                          model.Status           `json:"parser_status,omitempty"`
	ParserVexJustification                model.VexJustification `json:"parser_vex_justification,omitempty"`
	OriginComponentNameVersion            string                 `json:"origin_component_name_version,omitempty" maxLength:"513"`
	OriginComponentName                   string                 `json:"origin_component_name,omitempty" maxLength:"255"`
	OriginComponentVersion                string                 `json:"origin_component_version,omitempty" maxLength:"255"`
	OriginDockerImageNameTag              string                 `json:"origin_docker_image_name_tag,omitempty" maxLength:"513"`
	OriginDockerImageName                 string                 `json:"origin_docker_image_name,omitempty" maxLength:"255"`
	OriginDockerImageTag                  string                 `json:"origin_docker_image_tag,omitempty" maxLength:"255"`
	OriginEndpointURL                     string                 `json:"origin_endpoint_url,omitempty" maxLength:"2048"`
	OriginService                         *model.ID              `json:"origin_service,omitempty" extensions:"x-nullable"`
	OriginSourceFile                      string                 `json:"origin_source_file,omitempty" maxLength:"255"`
	OriginSourceLineStart                 *int                   `json:"origin_source_line_start,omitempty" maximum:"999999" minimum:"0" extensions:"x-nullable"`
	OriginSourceLineEnd                   *int                   `json:"origin_source_line_end,omitempty" maximum:"999999" minimum:"0" extensions:"x-nullable"`
	OriginCloudProvider                   string                 `json:"origin_cloud_provider,omitempty" maxLength:"255"`
	OriginCloudAccountSubscriptionProject string                 `json:"origin_cloud_account_subscription_project,omitempty" maxLength:"255"`
	OriginCloudResource                   string                 `json:"origin_cloud_resource,omitempty" maxLength:"255"`
	OriginCloudResourceType               string                 `json:"origin_cloud_resource_type,omitempty" maxLength:"255"`
	OriginKubernetesCluster               string                 `json:"origin_kubernetes_cluster,omitempty" maxLength:"255"`
	OriginKubernetesNamespace             string                 `json:"origin_kubernetes_namespace,omitempty" maxLength:"255"`
	OriginKubernetesResourceType          string                 `json:"origin_kubernetes_resource_type,omitempty" maxLength:"255"`
	OriginKubernetesResourceName          string                 `json:"origin_kubernetes_resource_name,omitempty" maxLength:"255"`
	VulnerabilityID                       string                 `json:"vulnerability_id,omitempty" maxLength:"255"`
	CVSS3Score                            *string                `json:"cvss3_score,omitempty" format:"decimal" extensions:"x-nullable"`
	CVSS3Vector                           string                 `json:"cvss3_vector,omitempty" maxLength:"255"`
	CVSS4Score                            *string                `json:"cvss4_score,omitempty" format:"decimal" extensions:"x-nullable"`
	CVSS4Vector                           string                 `json:"cvss4_vector,omitempty" maxLength:"255"`
	CWE                                   *int                   `json:"cwe,omitempty" maximum:"999999" minimum:"1" extensions:"x-nullable"`
	RiskAcceptanceExpiryDate              *string                `json:"risk_acceptance_expiry_date,omitempty" format:"date" extensions:"x-nullable"`
}

// PotentialDuplicate is the representation PotentialDuplicate of the API.
type PotentialDuplicate struct {
	ID                            model.ID            `json:"id" validate:"required"`
	PotentialDuplicateObservation NestedObservation   `json:"potential_duplicate_observation" validate:"required"`
	Type                          model.DuplicateType `json:"type" validate:"required"`
	Observation                   model.ID            `json:"observation" validate:"required"`
}

// ObservationLogBulkDeleteRequest is the request body of the withdrawal of assessments.
type ObservationLogBulkDeleteRequest struct {
	ObservationLogs []int `json:"observation_logs" validate:"required"`
}

// ObservationLogBulkApprovalRequest is the request body ObservationLogBulkApprovalRequest of the API.
type ObservationLogBulkApprovalRequest struct {
	AssessmentStatus string `json:"assessment_status,omitempty" enums:"Approved,Rejected"`
	ApprovalRemark   string `json:"approval_remark" maxLength:"255" minLength:"1" validate:"required"`
	ObservationLogs  []int  `json:"observation_logs" validate:"required"`
}

// PatchedObservationLogApprovalRequest is the request body PatchedObservationLogApprovalRequest of the API.
type PatchedObservationLogApprovalRequest struct {
	AssessmentStatus string `json:"assessment_status,omitempty" enums:"Approved,Rejected"`
	ApprovalRemark   string `json:"approval_remark,omitempty" maxLength:"255" minLength:"1"`
}

// ObservationState are the texts of an observation and where its severity, status, priority and justification come from.
type ObservationState struct {
	Title                  string         `json:"title" validate:"required"`
	Description            string         `json:"description"`
	Recommendation         string         `json:"recommendation"`
	CurrentSeverity        model.Severity `json:"current_severity" validate:"required"`
	ParserSeverity         model.Severity `json:"parser_severity"`
	RuleSeverity           model.Severity `json:"rule_severity"`
	RuleRegoSeverity       model.Severity `json:"rule_rego_severity"`
	AssessmentSeverity     model.Severity `json:"assessment_severity"`
	CurrentStatus          model.Status   `json:"current_status" validate:"required"`
	ParserStatus           model.Status   `json:"parser_status"`
	VexStatus              model.Status   `json:"vex_status"`
	RuleStatus             model.Status   `json:"rule_status"`
	RuleRegoStatus         model.Status   `json:"rule_rego_status"`
	AssessmentStatus       model.Status   `json:"assessment_status"`
	CurrentPriority        *int           `json:"current_priority" extensions:"x-nullable"`
	RulePriority           *int           `json:"rule_priority" extensions:"x-nullable"`
	RuleRegoPriority       *int           `json:"rule_rego_priority" extensions:"x-nullable"`
	AssessmentPriority     *int           `json:"assessment_priority" extensions:"x-nullable"`
	ScannerObservationID   string         `json:"scanner_observation_id"`
	VulnerabilityID        string         `json:"vulnerability_id"`
	OriginComponentName    string         `json:"origin_component_name"`
	OriginComponentVersion string         `json:"origin_component_version"`
}

// ObservationComponent identify the component of an observation.
type ObservationComponent struct {
	OriginComponentType     model.ComponentType `json:"origin_component_type"`
	OriginComponentPURL     string              `json:"origin_component_purl"`
	OriginComponentPURLType string              `json:"origin_component_purl_type"`
	OriginComponentCPE      string              `json:"origin_component_cpe"`
}

// ObservationOrigins are the other origins of an observation, its scores and its life in the server.
type ObservationOrigins struct {
	OriginComponentCyclonedxBOMLink       string                 `json:"origin_component_cyclonedx_bom_link"`
	OriginDockerImageName                 string                 `json:"origin_docker_image_name"`
	OriginDockerImageTag                  string                 `json:"origin_docker_image_tag"`
	OriginDockerImageNameTag              string                 `json:"origin_docker_image_name_tag"`
	OriginDockerImageNameTagShort         string                 `json:"origin_docker_image_name_tag_short"`
	OriginDockerImageDigest               string                 `json:"origin_docker_image_digest"`
	OriginEndpointURL                     string                 `json:"origin_endpoint_url"`
	OriginEndpointScheme                  string                 `json:"origin_endpoint_scheme"`
	OriginEndpointHostname                string                 `json:"origin_endpoint_hostname"`
	OriginEndpointPort                    *int                   `json:"origin_endpoint_port" extensions:"x-nullable"`
	OriginEndpointPath                    string                 `json:"origin_endpoint_path"`
	OriginEndpointParams                  string                 `json:"origin_endpoint_params"`
	OriginEndpointQuery                   string                 `json:"origin_endpoint_query"`
	OriginEndpointFragment                string                 `json:"origin_endpoint_fragment"`
	OriginSourceFile                      string                 `json:"origin_source_file"`
	OriginSourceLineStart                 *int                   `json:"origin_source_line_start" extensions:"x-nullable"`
	OriginSourceLineEnd                   *int                   `json:"origin_source_line_end" extensions:"x-nullable"`
	OriginCloudProvider                   string                 `json:"origin_cloud_provider"`
	OriginCloudAccountSubscriptionProject string                 `json:"origin_cloud_account_subscription_project"`
	OriginCloudResource                   string                 `json:"origin_cloud_resource"`
	OriginCloudResourceType               string                 `json:"origin_cloud_resource_type"`
	OriginCloudQualifiedResource          string                 `json:"origin_cloud_qualified_resource"`
	OriginKubernetesCluster               string                 `json:"origin_kubernetes_cluster"`
	OriginKubernetesNamespace             string                 `json:"origin_kubernetes_namespace"`
	OriginKubernetesResourceType          string                 `json:"origin_kubernetes_resource_type"`
	OriginKubernetesResourceName          string                 `json:"origin_kubernetes_resource_name"`
	OriginKubernetesQualifiedResource     string                 `json:"origin_kubernetes_qualified_resource"`
	CVSS3Score                            *string                `json:"cvss3_score" format:"decimal" extensions:"x-nullable"`
	CVSS3Vector                           string                 `json:"cvss3_vector"`
	CVSS4Score                            *string                `json:"cvss4_score" format:"decimal" extensions:"x-nullable"`
	CVSS4Vector                           string                 `json:"cvss4_vector"`
	CWE                                   *int                   `json:"cwe" extensions:"x-nullable"`
	EPSSScore                             *string                `json:"epss_score" format:"decimal" extensions:"x-nullable"`
	EPSSPercentile                        *string                `json:"epss_percentile" format:"decimal" extensions:"x-nullable"`
	Found                                 *string                `json:"found" format:"date" extensions:"x-nullable"`
	Scanner                               string                 `json:"scanner"`
	UploadFilename                        string                 `json:"upload_filename"`
	APIConfigurationName                  string                 `json:"api_configuration_name"`
	ImportLastSeen                        string                 `json:"import_last_seen" format:"date-time" validate:"required"`
	Created                               string                 `json:"created" format:"date-time" validate:"required"`
	Modified                              string                 `json:"modified" format:"date-time" validate:"required"`
	LastObservationLog                    string                 `json:"last_observation_log" format:"date-time"`
	IdentityHash                          string                 `json:"identity_hash" validate:"required"`
	IssueTrackerIssueID                   string                 `json:"issue_tracker_issue_id"`
	IssueTrackerIssueClosed               bool                   `json:"issue_tracker_issue_closed"`
	HasPotentialDuplicates                bool                   `json:"has_potential_duplicates"`
	CurrentVexJustification               model.VexJustification `json:"current_vex_justification"`
	ParserVexJustification                model.VexJustification `json:"parser_vex_justification"`
	VexVexJustification                   model.VexJustification `json:"vex_vex_justification"`
	RuleVexJustification                  model.VexJustification `json:"rule_vex_justification"`
	RuleRegoVexJustification              model.VexJustification `json:"rule_rego_vex_justification"`
	AssessmentVexJustification            model.VexJustification `json:"assessment_vex_justification"`
	RiskAcceptanceExpiryDate              *string                `json:"risk_acceptance_expiry_date" format:"date" extensions:"x-nullable"`
	UpdateImpactScore                     *int                   `json:"update_impact_score" extensions:"x-nullable"`
	FixAvailable                          *bool                  `json:"fix_available" extensions:"x-nullable"`
	Product                               model.ID               `json:"product" validate:"required"`
	Branch                                *model.ID              `json:"branch" extensions:"x-nullable"`
	Parser                                model.ID               `json:"parser" validate:"required"`
	OriginService                         *model.ID              `json:"origin_service" extensions:"x-nullable"`
	GeneralRule                           *model.ID              `json:"general_rule" extensions:"x-nullable"`
	ProductRule                           *model.ID              `json:"product_rule" extensions:"x-nullable"`
	GeneralRuleRego                       *model.ID              `json:"general_rule_rego" extensions:"x-nullable"`
	ProductRuleRego                       *model.ID              `json:"product_rule_rego" extensions:"x-nullable"`
	VexStatement                          *model.ID              `json:"vex_statement" extensions:"x-nullable"`
}

// ObservationLogFields are the fields of a history entry itself.
type ObservationLogFields struct {
	Severity                 model.Severity         `json:"severity"`
	Status                   model.Status           `json:"status"`
	Priority                 *int                   `json:"priority" extensions:"x-nullable"`
	Comment                  string                 `json:"comment" validate:"required"`
	Created                  string                 `json:"created" format:"date-time" validate:"required"`
	VexJustification         model.VexJustification `json:"vex_justification"`
	AssessmentStatus         model.AssessmentStatus `json:"assessment_status"`
	ApprovalRemark           string                 `json:"approval_remark"`
	ApprovalDate             *string                `json:"approval_date" format:"date-time" extensions:"x-nullable"`
	RiskAcceptanceExpiryDate *string                `json:"risk_acceptance_expiry_date" format:"date" extensions:"x-nullable"`
	Observation              model.ID               `json:"observation" validate:"required"`
	User                     model.ID               `json:"user" validate:"required"`
	ApprovalUser             *model.ID              `json:"approval_user" extensions:"x-nullable"`
	GeneralRule              *model.ID              `json:"general_rule" extensions:"x-nullable"`
	ProductRule              *model.ID              `json:"product_rule" extensions:"x-nullable"`
	VexStatement             *model.ID              `json:"vex_statement" extensions:"x-nullable"`
}
