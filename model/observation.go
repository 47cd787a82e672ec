package model

// Observation is one finding; its state derives from parser, rules, VEX and assessment (core-observations.md §2).
type Observation struct {
	ID             ID     `cbor:"id,omitempty"`
	Product        ID     `cbor:"product,omitempty"`
	Branch         ID     `cbor:"branch,omitempty"`
	Parser         ID     `cbor:"parser,omitempty"`
	Title          string `cbor:"title,omitempty"`
	Description    string `cbor:"description,omitempty"`
	Recommendation string `cbor:"recommendation,omitempty"`

	CurrentSeverity    Severity `cbor:"current_severity,omitempty"`
	ParserSeverity     Severity `cbor:"parser_severity,omitempty"`
	RuleSeverity       Severity `cbor:"rule_severity,omitempty"`
	RuleRegoSeverity   Severity `cbor:"rule_rego_severity,omitempty"`
	AssessmentSeverity Severity `cbor:"assessment_severity,omitempty"`

	CurrentStatus    Status `cbor:"current_status,omitempty"`
	ParserStatus     Status `cbor:"parser_status,omitempty"`
	VexStatus        Status `cbor:"vex_status,omitempty"`
	RuleStatus       Status `cbor:"rule_status,omitempty"`
	RuleRegoStatus   Status `cbor:"rule_rego_status,omitempty"`
	AssessmentStatus Status `cbor:"assessment_status,omitempty"`

	CurrentPriority    *int `cbor:"current_priority,omitempty"`
	RulePriority       *int `cbor:"rule_priority,omitempty"`
	RuleRegoPriority   *int `cbor:"rule_rego_priority,omitempty"`
	AssessmentPriority *int `cbor:"assessment_priority,omitempty"`

	CurrentVexJustification    VexJustification `cbor:"current_vex_justification,omitempty"`
	ParserVexJustification     VexJustification `cbor:"parser_vex_justification,omitempty"`
	VexVexJustification        VexJustification `cbor:"vex_vex_justification,omitempty"`
	RuleVexJustification       VexJustification `cbor:"rule_vex_justification,omitempty"`
	RuleRegoVexJustification   VexJustification `cbor:"rule_rego_vex_justification,omitempty"`
	AssessmentVexJustification VexJustification `cbor:"assessment_vex_justification,omitempty"`

	ScannerObservationID   string `cbor:"scanner_observation_id,omitempty"`
	VulnerabilityID        string `cbor:"vulnerability_id,omitempty"`
	VulnerabilityIDAliases string `cbor:"vulnerability_id_aliases,omitempty"`

	OriginComponentName             string        `cbor:"origin_component_name,omitempty"`
	OriginComponentVersion          string        `cbor:"origin_component_version,omitempty"`
	OriginComponentNameVersion      string        `cbor:"origin_component_name_version,omitempty"`
	OriginComponentType             ComponentType `cbor:"origin_component_type,omitempty"`
	OriginComponentPURL             string        `cbor:"origin_component_purl,omitempty"`
	OriginComponentPURLType         string        `cbor:"origin_component_purl_type,omitempty"`
	OriginComponentCPE              string        `cbor:"origin_component_cpe,omitempty"`
	OriginComponentDependencies     string        `cbor:"origin_component_dependencies,omitempty"`
	OriginComponentCycloneDXBOMLink string        `cbor:"origin_component_cyclonedx_bom_link,omitempty"`

	OriginDockerImageName         string `cbor:"origin_docker_image_name,omitempty"`
	OriginDockerImageTag          string `cbor:"origin_docker_image_tag,omitempty"`
	OriginDockerImageNameTag      string `cbor:"origin_docker_image_name_tag,omitempty"`
	OriginDockerImageNameTagShort string `cbor:"origin_docker_image_name_tag_short,omitempty"`
	OriginDockerImageDigest       string `cbor:"origin_docker_image_digest,omitempty"`

	OriginEndpointURL      string `cbor:"origin_endpoint_url,omitempty"`
	OriginEndpointScheme   string `cbor:"origin_endpoint_scheme,omitempty"`
	OriginEndpointHostname string `cbor:"origin_endpoint_hostname,omitempty"`
	OriginEndpointPort     *int   `cbor:"origin_endpoint_port,omitempty"`
	OriginEndpointPath     string `cbor:"origin_endpoint_path,omitempty"`
	OriginEndpointParams   string `cbor:"origin_endpoint_params,omitempty"`
	OriginEndpointQuery    string `cbor:"origin_endpoint_query,omitempty"`
	OriginEndpointFragment string `cbor:"origin_endpoint_fragment,omitempty"`

	OriginService ID `cbor:"origin_service,omitempty"`

	OriginSourceFile      string `cbor:"origin_source_file,omitempty"`
	OriginSourceLineStart *int   `cbor:"origin_source_line_start,omitempty"`
	OriginSourceLineEnd   *int   `cbor:"origin_source_line_end,omitempty"`
	OriginSourceFileLink  string `cbor:"origin_source_file_link,omitempty"`

	OriginCloudProvider                   string `cbor:"origin_cloud_provider,omitempty"`
	OriginCloudAccountSubscriptionProject string `cbor:"origin_cloud_account_subscription_project,omitempty"`
	OriginCloudResource                   string `cbor:"origin_cloud_resource,omitempty"`
	OriginCloudResourceType               string `cbor:"origin_cloud_resource_type,omitempty"`
	OriginCloudQualifiedResource          string `cbor:"origin_cloud_qualified_resource,omitempty"`

	OriginKubernetesCluster           string `cbor:"origin_kubernetes_cluster,omitempty"`
	OriginKubernetesNamespace         string `cbor:"origin_kubernetes_namespace,omitempty"`
	OriginKubernetesResourceType      string `cbor:"origin_kubernetes_resource_type,omitempty"`
	OriginKubernetesResourceName      string `cbor:"origin_kubernetes_resource_name,omitempty"`
	OriginKubernetesQualifiedResource string `cbor:"origin_kubernetes_qualified_resource,omitempty"`

	CVSS3Score  *float64 `cbor:"cvss3_score,omitempty"`
	CVSS3Vector string   `cbor:"cvss3_vector,omitempty"`
	CVSS4Score  *float64 `cbor:"cvss4_score,omitempty"`
	CVSS4Vector string   `cbor:"cvss4_vector,omitempty"`
	CVEFoundIn  string   `cbor:"cve_found_in,omitempty"`
	CWE         *int     `cbor:"cwe,omitempty"`
	// EPSSScore and EPSSPercentile are percentages with three decimals.
	EPSSScore      *float64 `cbor:"epss_score,omitempty"`
	EPSSPercentile *float64 `cbor:"epss_percentile,omitempty"`

	Found                Date   `cbor:"found,omitempty"`
	Scanner              string `cbor:"scanner,omitempty"`
	UploadFilename       string `cbor:"upload_filename,omitempty"`
	APIConfigurationName string `cbor:"api_configuration_name,omitempty"`

	// ImportLastSeen is when an import last changed the row. While the observation is part of the report, the moment shown is
	// the one of its vulnerability check, so that importing an unchanged report writes no observation.
	ImportLastSeen     Time `cbor:"import_last_seen,omitempty"`
	Created            Time `cbor:"created,omitempty"`
	Modified           Time `cbor:"modified,omitempty"`
	LastObservationLog Time `cbor:"last_observation_log,omitempty"`

	// IdentityHash is the lower-case hex SHA-256 of core-observations.md §4: equal for "the same finding".
	IdentityHash string `cbor:"identity_hash,omitempty"`

	GeneralRule     ID `cbor:"general_rule,omitempty"`
	ProductRule     ID `cbor:"product_rule,omitempty"`
	GeneralRuleRego ID `cbor:"general_rule_rego,omitempty"`
	ProductRuleRego ID `cbor:"product_rule_rego,omitempty"`
	VexStatement    ID `cbor:"vex_statement,omitempty"`

	IssueTrackerIssueID           string `cbor:"issue_tracker_issue_id,omitempty"`
	IssueTrackerIssueClosed       bool   `cbor:"issue_tracker_issue_closed,omitempty"`
	IssueTrackerJiraInitialStatus string `cbor:"issue_tracker_jira_initial_status,omitempty"`

	HasPotentialDuplicates   bool  `cbor:"has_potential_duplicates,omitempty"`
	RiskAcceptanceExpiryDate Date  `cbor:"risk_acceptance_expiry_date,omitempty"`
	UpdateImpactScore        *int  `cbor:"update_impact_score,omitempty"`
	FixAvailable             *bool `cbor:"fix_available,omitempty"`

	References []Reference `cbor:"references,omitempty"`

	// VulnerabilityCheck is the check that the observation was imported by; 0 for manual ones.
	VulnerabilityCheck ID `cbor:"vulnerability_check,omitempty"`
	// ReportFingerprint is a digest of everything the report said about the finding, evidences included. An equal fingerprint
	// lets an import skip the finding without looking at its fields.
	ReportFingerprint []byte `cbor:"report_fingerprint,omitempty"`
}

// Reference is a link that a report gives for a finding.
type Reference struct {
	ID  ID     `cbor:"id"`
	URL string `cbor:"url"`
}

// Evidence is raw text of the report for a finding. The text is stored once for all evidences that share it.
type Evidence struct {
	ID          ID     `cbor:"id,omitempty"`
	Observation ID     `cbor:"observation,omitempty"`
	Name        string `cbor:"name,omitempty"`
	// Text is the key of the text in the bucket of texts.
	Text []byte `cbor:"text,omitempty"`
}

// ObservationLog is a history entry of an observation; it carries assessments and their approval (core-observations.md §11).
// Empty values mean "unchanged by this event".
type ObservationLog struct {
	ID                       ID               `cbor:"id,omitempty"`
	Observation              ID               `cbor:"observation,omitempty"`
	User                     ID               `cbor:"user,omitempty"`
	Severity                 Severity         `cbor:"severity,omitempty"`
	Status                   Status           `cbor:"status,omitempty"`
	Priority                 *int             `cbor:"priority,omitempty"`
	Comment                  string           `cbor:"comment,omitempty"`
	Created                  Time             `cbor:"created,omitempty"`
	VexJustification         VexJustification `cbor:"vex_justification,omitempty"`
	AssessmentStatus         AssessmentStatus `cbor:"assessment_status,omitempty"`
	ApprovalRemark           string           `cbor:"approval_remark,omitempty"`
	ApprovalDate             Time             `cbor:"approval_date,omitempty"`
	ApprovalUser             ID               `cbor:"approval_user,omitempty"`
	GeneralRule              ID               `cbor:"general_rule,omitempty"`
	ProductRule              ID               `cbor:"product_rule,omitempty"`
	VexStatement             ID               `cbor:"vex_statement,omitempty"`
	RiskAcceptanceExpiryDate Date             `cbor:"risk_acceptance_expiry_date,omitempty"`
}

// VulnerabilityCheck is the unit inside which findings are matched and resolved (import.md §9): one (product, branch, service,
// file name, API configuration name).
type VulnerabilityCheck struct {
	ID                   ID     `cbor:"id,omitempty"`
	Product              ID     `cbor:"product,omitempty"`
	Branch               ID     `cbor:"branch,omitempty"`
	Service              ID     `cbor:"service,omitempty"`
	Filename             string `cbor:"filename,omitempty"`
	APIConfigurationName string `cbor:"api_configuration_name,omitempty"`
	Scanner              string `cbor:"scanner,omitempty"`
	FirstImport          Time   `cbor:"first_import,omitempty"`
	LastImport           Time   `cbor:"last_import,omitempty"`
	ObservationsNew      *int   `cbor:"last_import_observations_new,omitempty"`
	ObservationsUpdated  *int   `cbor:"last_import_observations_updated,omitempty"`
	ObservationsResolved *int   `cbor:"last_import_observations_resolved,omitempty"`
	LicensesNew          *int   `cbor:"last_import_licenses_new,omitempty"`
	LicensesUpdated      *int   `cbor:"last_import_licenses_updated,omitempty"`
	LicensesDeleted      *int   `cbor:"last_import_licenses_deleted,omitempty"`
	// ObservationsLastSeen is the time of the last import of observations (not of an SBOM): the moment all observations of the
	// check that are not resolved were last seen.
	ObservationsLastSeen Time `cbor:"observations_last_seen,omitempty"`
	// Parser is the parser of the last import of observations.
	Parser ID `cbor:"parser,omitempty"`
	// ReportDigest is a digest of the last imported report and of all that the request said about it, ObservationsStored the number of
	// the check's observations after that import: as long as both are the same, importing the report again changes no observation.
	ReportDigest       []byte `cbor:"report_digest,omitempty"`
	ObservationsStored int    `cbor:"observations_stored,omitempty"`
	// ComponentsLastSeen, ComponentsDigest and ComponentsStored are the same for the last import of license components.
	ComponentsLastSeen Time   `cbor:"components_last_seen,omitempty"`
	ComponentsDigest   []byte `cbor:"components_digest,omitempty"`
	ComponentsStored   int    `cbor:"components_stored,omitempty"`
}

// Parser is a registered reader of one report format or API (import.md §8).
type Parser struct {
	ID         ID           `cbor:"id,omitempty"`
	Name       string       `cbor:"name,omitempty"`
	Type       ParserType   `cbor:"type,omitempty"`
	Source     ParserSource `cbor:"source,omitempty"`
	SBOM       bool         `cbor:"sbom,omitempty"`
	ModuleName string       `cbor:"module_name,omitempty"`
	ClassName  string       `cbor:"class_name,omitempty"`
}

// PotentialDuplicate says that another active observation may be the same finding (core-observations.md §12).
type PotentialDuplicate struct {
	ID                            ID            `cbor:"id,omitempty"`
	Observation                   ID            `cbor:"observation,omitempty"`
	PotentialDuplicateObservation ID            `cbor:"potential_duplicate_observation,omitempty"`
	Type                          DuplicateType `cbor:"type,omitempty"`
}
