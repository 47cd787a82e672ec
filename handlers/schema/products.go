package schema

import "secobserve/model"

// Branch is the representation Branch of the API.
type Branch struct {
	ID              model.ID `json:"id" validate:"required"`
	NameWithProduct string   `json:"name_with_product" validate:"required"`
	PartCounts
	Name                 string                     `json:"name" validate:"required"`
	IsDefaultBranch      bool                       `json:"is_default_branch"`
	LastImport           *string                    `json:"last_import" format:"date-time" extensions:"x-nullable"`
	HousekeepingProtect  bool                       `json:"housekeeping_protect"`
	PURL                 string                     `json:"purl"`
	CPE23                string                     `json:"cpe23"`
	OSVLinuxDistribution model.OSVLinuxDistribution `json:"osv_linux_distribution"`
	OSVLinuxRelease      string                     `json:"osv_linux_release"`
	Product              model.ID                   `json:"product" validate:"required"`
}

// BranchName is the representation BranchName of the API.
type BranchName struct {
	ID              model.ID `json:"id" validate:"required"`
	Name            string   `json:"name" validate:"required"`
	NameWithProduct string   `json:"name_with_product" validate:"required"`
}

// BranchRequest is the request body BranchRequest of the API.
type BranchRequest struct {
	Name                 string                     `json:"name" maxLength:"255" minLength:"1" validate:"required"`
	IsDefaultBranch      bool                       `json:"is_default_branch,omitempty"`
	LastImport           *string                    `json:"last_import,omitempty" format:"date-time" extensions:"x-nullable"`
	HousekeepingProtect  bool                       `json:"housekeeping_protect,omitempty"`
	PURL                 string                     `json:"purl,omitempty" maxLength:"255"`
	CPE23                string                     `json:"cpe23,omitempty" maxLength:"255"`
	OSVLinuxDistribution model.OSVLinuxDistribution `json:"osv_linux_distribution,omitempty"`
	OSVLinuxRelease      string                     `json:"osv_linux_release,omitempty" maxLength:"255"`
	Product              model.ID                   `json:"product" validate:"required"`
}

// NestedProduct is the representation NestedProduct of the API.
type NestedProduct struct {
	ID                                   model.ID `json:"id" validate:"required"`
	Permissions                          []int    `json:"permissions" validate:"required" extensions:"x-nullable"`
	ProductGroupAssessmentsNeedApproval  bool     `json:"product_group_assessments_need_approval" validate:"required"`
	ProductGroupProductRulesNeedApproval bool     `json:"product_group_product_rules_need_approval" validate:"required"`
	RiskAcceptanceExpiryDateCalculated   *string  `json:"risk_acceptance_expiry_date_calculated" format:"date" validate:"required" extensions:"x-nullable"`
	Name                                 string   `json:"name" validate:"required"`
	Description                          string   `json:"description"`
	IsProductGroup                       bool     `json:"is_product_group"`
	ProductRepository
	ObservationNotificationStatuses string `json:"observation_notification_statuses"`
	ProductIssueTracker
	NewObservationsInReview bool `json:"new_observations_in_review"`
	ProductRules
}

// NestedProductList is the representation NestedProductList of the API. Its permissions are an addition to the contract: clients learn from a
// row what the caller may do with it.
type NestedProductList struct {
	ID               model.ID `json:"id" validate:"required"`
	Permissions      []int    `json:"permissions" validate:"required"`
	ProductGroupName string   `json:"product_group_name" validate:"required"`
	Name             string   `json:"name" validate:"required"`
	Description      string   `json:"description"`
	ProductRepository
	ObservationNotificationStatuses string `json:"observation_notification_statuses"`
	ProductIssueTracker
	ProductRules
}

// NestedProductSerializerSmall is the representation NestedProductSerializerSmall of the API.
type NestedProductSerializerSmall struct {
	ID             model.ID `json:"id" validate:"required"`
	Name           string   `json:"name" validate:"required"`
	IsProductGroup bool     `json:"is_product_group"`
}

// PatchedBranchRequest is the request body PatchedBranchRequest of the API.
type PatchedBranchRequest struct {
	Name                 string                     `json:"name,omitempty" maxLength:"255" minLength:"1"`
	IsDefaultBranch      bool                       `json:"is_default_branch,omitempty"`
	LastImport           *string                    `json:"last_import,omitempty" format:"date-time" extensions:"x-nullable"`
	HousekeepingProtect  bool                       `json:"housekeeping_protect,omitempty"`
	PURL                 string                     `json:"purl,omitempty" maxLength:"255"`
	CPE23                string                     `json:"cpe23,omitempty" maxLength:"255"`
	OSVLinuxDistribution model.OSVLinuxDistribution `json:"osv_linux_distribution,omitempty"`
	OSVLinuxRelease      string                     `json:"osv_linux_release,omitempty" maxLength:"255"`
	Product              model.ID                   `json:"product,omitempty"`
}

// PatchedProductAuthorizationGroupMemberRequest is the request body PatchedProductAuthorizationGroupMemberRequest of the API.
type PatchedProductAuthorizationGroupMemberRequest struct {
	Role               int      `json:"role,omitempty" maximum:"5" minimum:"1"`
	Product            model.ID `json:"product,omitempty"`
	AuthorizationGroup model.ID `json:"authorization_group,omitempty"`
}

// PatchedProductGroupRequest is the request body PatchedProductGroupRequest of the API.
type PatchedProductGroupRequest struct {
	Name                                         string         `json:"name,omitempty" maxLength:"255" minLength:"1"`
	Description                                  string         `json:"description,omitempty" maxLength:"2048"`
	RepositoryBranchHousekeepingActive           *bool          `json:"repository_branch_housekeeping_active,omitempty" extensions:"x-nullable"`
	RepositoryBranchHousekeepingKeepInactiveDays *int           `json:"repository_branch_housekeeping_keep_inactive_days,omitempty" maximum:"999999" minimum:"1" extensions:"x-nullable"`
	RepositoryBranchHousekeepingExemptBranches   string         `json:"repository_branch_housekeeping_exempt_branches,omitempty" maxLength:"255"`
	NotificationMSTeamsWebhook                   string         `json:"notification_ms_teams_webhook,omitempty" maxLength:"2048"`
	NotificationSlackWebhook                     string         `json:"notification_slack_webhook,omitempty" maxLength:"2048"`
	NotificationEmailTo                          string         `json:"notification_email_to,omitempty" maxLength:"255"`
	SecurityGateActive                           *bool          `json:"security_gate_active,omitempty" extensions:"x-nullable"`
	SecurityGateThresholdCritical                *int           `json:"security_gate_threshold_critical,omitempty" maximum:"999999" minimum:"0" extensions:"x-nullable"`
	SecurityGateThresholdHigh                    *int           `json:"security_gate_threshold_high,omitempty" maximum:"999999" minimum:"0" extensions:"x-nullable"`
	SecurityGateThresholdMedium                  *int           `json:"security_gate_threshold_medium,omitempty" maximum:"999999" minimum:"0" extensions:"x-nullable"`
	SecurityGateThresholdLow                     *int           `json:"security_gate_threshold_low,omitempty" maximum:"999999" minimum:"0" extensions:"x-nullable"`
	SecurityGateThresholdNone                    *int           `json:"security_gate_threshold_none,omitempty" maximum:"999999" minimum:"0" extensions:"x-nullable"`
	SecurityGateThresholdUnknown                 *int           `json:"security_gate_threshold_unknown,omitempty" maximum:"999999" minimum:"0" extensions:"x-nullable"`
	AssessmentsNeedApproval                      bool           `json:"assessments_need_approval,omitempty"`
	ProductRulesNeedApproval                     bool           `json:"product_rules_need_approval,omitempty"`
	RiskAcceptanceExpiryActive                   *bool          `json:"risk_acceptance_expiry_active,omitempty" extensions:"x-nullable"`
	RiskAcceptanceExpiryDays                     *int           `json:"risk_acceptance_expiry_days,omitempty" maximum:"999999" minimum:"0" extensions:"x-nullable"`
	NewObservationsInReview                      bool           `json:"new_observations_in_review,omitempty"`
	LicensePolicy                                *model.ID      `json:"license_policy,omitempty" extensions:"x-nullable"`
	ObservationNotificationMinSeverity           model.Severity `json:"observation_notification_min_severity,omitempty"`
	ObservationNotificationStatusList            []string       `json:"observation_notification_status_list,omitempty"`
	ObservationNotificationMinPriority           *int           `json:"observation_notification_min_priority,omitempty" maximum:"99" minimum:"1" extensions:"x-nullable"`
}

// PatchedProductMemberRequest is the request body PatchedProductMemberRequest of the API.
type PatchedProductMemberRequest struct {
	Role    int      `json:"role,omitempty" maximum:"5" minimum:"1"`
	Product model.ID `json:"product,omitempty"`
	User    model.ID `json:"user,omitempty"`
}

// PatchedProductRequest is the request body PatchedProductRequest of the API.
type PatchedProductRequest struct {
	ObservationNotificationStatusList            []string                   `json:"observation_notification_status_list,omitempty"`
	Name                                         string                     `json:"name,omitempty" maxLength:"255" minLength:"1"`
	Description                                  string                     `json:"description,omitempty" maxLength:"2048"`
	PURL                                         string                     `json:"purl,omitempty" maxLength:"255"`
	CPE23                                        string                     `json:"cpe23,omitempty" maxLength:"255"`
	RepositoryPrefix                             string                     `json:"repository_prefix,omitempty" maxLength:"255"`
	RepositoryBranchHousekeepingActive           *bool                      `json:"repository_branch_housekeeping_active,omitempty" extensions:"x-nullable"`
	RepositoryBranchHousekeepingKeepInactiveDays *int                       `json:"repository_branch_housekeeping_keep_inactive_days,omitempty" maximum:"999999" minimum:"1" extensions:"x-nullable"`
	RepositoryBranchHousekeepingExemptBranches   string                     `json:"repository_branch_housekeeping_exempt_branches,omitempty" maxLength:"255"`
	SecurityGatePassed                           *bool                      `json:"security_gate_passed,omitempty" extensions:"x-nullable"`
	SecurityGateActive                           *bool                      `json:"security_gate_active,omitempty" extensions:"x-nullable"`
	SecurityGateThresholdCritical                *int                       `json:"security_gate_threshold_critical,omitempty" maximum:"999999" minimum:"0" extensions:"x-nullable"`
	SecurityGateThresholdHigh                    *int                       `json:"security_gate_threshold_high,omitempty" maximum:"999999" minimum:"0" extensions:"x-nullable"`
	SecurityGateThresholdMedium                  *int                       `json:"security_gate_threshold_medium,omitempty" maximum:"999999" minimum:"0" extensions:"x-nullable"`
	SecurityGateThresholdLow                     *int                       `json:"security_gate_threshold_low,omitempty" maximum:"999999" minimum:"0" extensions:"x-nullable"`
	SecurityGateThresholdNone                    *int                       `json:"security_gate_threshold_none,omitempty" maximum:"999999" minimum:"0" extensions:"x-nullable"`
	SecurityGateThresholdUnknown                 *int                       `json:"security_gate_threshold_unknown,omitempty" maximum:"999999" minimum:"0" extensions:"x-nullable"`
	ApplyGeneralRules                            bool                       `json:"apply_general_rules,omitempty"`
	NotificationMSTeamsWebhook                   string                     `json:"notification_ms_teams_webhook,omitempty" maxLength:"2048"`
	NotificationSlackWebhook                     string                     `json:"notification_slack_webhook,omitempty" maxLength:"2048"`
	NotificationEmailTo                          string                     `json:"notification_email_to,omitempty" maxLength:"255"`
	ObservationNotificationMinSeverity           model.Severity             `json:"observation_notification_min_severity,omitempty"`
	ObservationNotificationMinPriority           *int                       `json:"observation_notification_min_priority,omitempty" maximum:"99" minimum:"1" extensions:"x-nullable"`
	IssueTrackerActive                           bool                       `json:"issue_tracker_active,omitempty"`
	IssueTrackerType                             model.IssueTrackerType     `json:"issue_tracker_type,omitempty"`
	IssueTrackerBaseURL                          string                     `json:"issue_tracker_base_url,omitempty" maxLength:"255"`
	IssueTrackerUsername                         string                     `json:"issue_tracker_username,omitempty" maxLength:"255"`
	IssueTrackerAPIKey                           string                     `json:"issue_tracker_api_key,omitempty" maxLength:"255"`
	IssueTrackerProjectID                        string                     `json:"issue_tracker_project_id,omitempty" maxLength:"255"`
	IssueTrackerLabels                           string                     `json:"issue_tracker_labels,omitempty" maxLength:"255"`
	IssueTrackerIssueType                        string                     `json:"issue_tracker_issue_type,omitempty" maxLength:"255"`
	IssueTrackerStatusClosed                     string                     `json:"issue_tracker_status_closed,omitempty" maxLength:"255"`
	IssueTrackerMinimumSeverity                  model.Severity             `json:"issue_tracker_minimum_severity,omitempty"`
	LastObservationChange                        string                     `json:"last_observation_change,omitempty" format:"date-time"`
	LastLicenseChange                            string                     `json:"last_license_change,omitempty" format:"date-time"`
	AssessmentsNeedApproval                      bool                       `json:"assessments_need_approval,omitempty"`
	NewObservationsInReview                      bool                       `json:"new_observations_in_review,omitempty"`
	ProductRulesNeedApproval                     bool                       `json:"product_rules_need_approval,omitempty"`
	RiskAcceptanceExpiryActive                   *bool                      `json:"risk_acceptance_expiry_active,omitempty" extensions:"x-nullable"`
	RiskAcceptanceExpiryDays                     *int                       `json:"risk_acceptance_expiry_days,omitempty" maximum:"999999" minimum:"0" extensions:"x-nullable"`
	OSVEnabled                                   bool                       `json:"osv_enabled,omitempty"`
	OSVLinuxDistribution                         model.OSVLinuxDistribution `json:"osv_linux_distribution,omitempty"`
	OSVLinuxRelease                              string                     `json:"osv_linux_release,omitempty" maxLength:"255"`
	AutomaticOSVScanningEnabled                  bool                       `json:"automatic_osv_scanning_enabled,omitempty"`
	HasCloudResource                             bool                       `json:"has_cloud_resource,omitempty"`
	HasComponent                                 bool                       `json:"has_component,omitempty"`
	HasDockerImage                               bool                       `json:"has_docker_image,omitempty"`
	HasEndpoint                                  bool                       `json:"has_endpoint,omitempty"`
	HasKubernetesResource                        bool                       `json:"has_kubernetes_resource,omitempty"`
	HasSource                                    bool                       `json:"has_source,omitempty"`
	HasPotentialDuplicates                       bool                       `json:"has_potential_duplicates,omitempty"`
	ProductGroup                                 *model.ID                  `json:"product_group,omitempty" extensions:"x-nullable"`
	LicensePolicy                                *model.ID                  `json:"license_policy,omitempty" extensions:"x-nullable"`
}

// PatchedServiceRequest is the request body PatchedServiceRequest of the API.
type PatchedServiceRequest struct {
	Name    string   `json:"name,omitempty" maxLength:"255" minLength:"1"`
	Product model.ID `json:"product,omitempty"`
}

// Product is the representation Product of the API.
type Product struct {
	ID                                model.ID `json:"id" validate:"required"`
	Permissions                       []int    `json:"permissions" validate:"required" extensions:"x-nullable"`
	ObservationNotificationStatusList []string `json:"observation_notification_status_list"`
	ProductObservationCounts
	ProductLicenseCounts
	ProductGroupName                               string    `json:"product_group_name" validate:"required"`
	RepositoryDefaultBranchName                    string    `json:"repository_default_branch_name" validate:"required"`
	ProductGroupRepositoryBranchHousekeepingActive *bool     `json:"product_group_repository_branch_housekeeping_active" validate:"required" extensions:"x-nullable"`
	ProductGroupSecurityGateActive                 *bool     `json:"product_group_security_gate_active" validate:"required" extensions:"x-nullable"`
	ProductGroupAssessmentsNeedApproval            bool      `json:"product_group_assessments_need_approval" validate:"required"`
	ObservationReviews                             int       `json:"observation_reviews" validate:"required"`
	ObservationLogApprovals                        int       `json:"observation_log_approvals" validate:"required"`
	HasServices                                    bool      `json:"has_services" validate:"required"`
	ProductGroupProductRulesNeedApproval           bool      `json:"product_group_product_rules_need_approval" validate:"required"`
	ProductRuleApprovals                           int       `json:"product_rule_approvals" validate:"required"`
	RiskAcceptanceExpiryDateCalculated             *string   `json:"risk_acceptance_expiry_date_calculated" format:"date" validate:"required" extensions:"x-nullable"`
	ProductGroupNewObservationsInReview            bool      `json:"product_group_new_observations_in_review" validate:"required"`
	HasBranches                                    bool      `json:"has_branches" validate:"required"`
	HasLicenses                                    bool      `json:"has_licenses" validate:"required"`
	ProductGroupLicensePolicy                      *model.ID `json:"product_group_license_policy" validate:"required" extensions:"x-nullable"`
	HasAPIConfigurations                           bool      `json:"has_api_configurations" validate:"required"`
	HasBranchOSVLinuxDistribution                  bool      `json:"has_branch_osv_linux_distribution" validate:"required"`
	HasConcludedComments                           bool      `json:"has_concluded_comments" validate:"required"`
	HasPriorities                                  bool      `json:"has_priorities" validate:"required"`
	Name                                           string    `json:"name" validate:"required"`
	Description                                    string    `json:"description"`
	ProductRepository
	ProductIssueTracker
	NewObservationsInReview bool `json:"new_observations_in_review"`
	ProductRules
}

// ProductAPIToken is the representation ProductApiToken of the API.
type ProductAPIToken struct {
	ID             model.ID `json:"id" validate:"required"`
	Product        model.ID `json:"product" validate:"required"`
	Role           int      `json:"role" validate:"required"`
	Name           string   `json:"name" validate:"required"`
	ExpirationDate *string  `json:"expiration_date" format:"date" extensions:"x-nullable"`
	LastUsed       *string  `json:"last_used" format:"date-time" extensions:"x-nullable"`
}

// ProductAPITokenRequest is the request body ProductApiTokenRequest of the API.
type ProductAPITokenRequest struct {
	Product        model.ID `json:"product" minimum:"1" validate:"required"`
	Role           int      `json:"role" maximum:"5" minimum:"1" validate:"required"`
	Name           string   `json:"name" maxLength:"32" minLength:"1" validate:"required"`
	ExpirationDate *string  `json:"expiration_date,omitempty" format:"date" extensions:"x-nullable"`
}

// ProductAuthorizationGroupMember is the representation ProductAuthorizationGroupMember of the API.
type ProductAuthorizationGroupMember struct {
	ID                     model.ID                     `json:"id" validate:"required"`
	AuthorizationGroupData NestedAuthorizationGroup     `json:"authorization_group_data" validate:"required"`
	ProductData            NestedProductSerializerSmall `json:"product_data" validate:"required"`
	Role                   int                          `json:"role" validate:"required"`
	Product                model.ID                     `json:"product" validate:"required"`
	AuthorizationGroup     model.ID                     `json:"authorization_group" validate:"required"`
}

// ProductAuthorizationGroupMemberRequest is the request body ProductAuthorizationGroupMemberRequest of the API.
type ProductAuthorizationGroupMemberRequest struct {
	Role               int      `json:"role" maximum:"5" minimum:"1" validate:"required"`
	Product            model.ID `json:"product" validate:"required"`
	AuthorizationGroup model.ID `json:"authorization_group" validate:"required"`
}

// ProductGroup is the representation ProductGroup of the API.
type ProductGroup struct {
	ID            model.ID `json:"id" validate:"required"`
	Name          string   `json:"name" validate:"required"`
	Description   string   `json:"description"`
	ProductsCount int      `json:"products_count" validate:"required"`
	Permissions   []int    `json:"permissions" validate:"required" extensions:"x-nullable"`
	ProductObservationCounts
	RepositoryBranchHousekeepingActive           *bool     `json:"repository_branch_housekeeping_active" extensions:"x-nullable"`
	RepositoryBranchHousekeepingKeepInactiveDays *int      `json:"repository_branch_housekeeping_keep_inactive_days" extensions:"x-nullable"`
	RepositoryBranchHousekeepingExemptBranches   string    `json:"repository_branch_housekeeping_exempt_branches"`
	NotificationMSTeamsWebhook                   string    `json:"notification_ms_teams_webhook"`
	NotificationSlackWebhook                     string    `json:"notification_slack_webhook"`
	NotificationEmailTo                          string    `json:"notification_email_to"`
	SecurityGateActive                           *bool     `json:"security_gate_active" extensions:"x-nullable"`
	SecurityGateThresholdCritical                *int      `json:"security_gate_threshold_critical" extensions:"x-nullable"`
	SecurityGateThresholdHigh                    *int      `json:"security_gate_threshold_high" extensions:"x-nullable"`
	SecurityGateThresholdMedium                  *int      `json:"security_gate_threshold_medium" extensions:"x-nullable"`
	SecurityGateThresholdLow                     *int      `json:"security_gate_threshold_low" extensions:"x-nullable"`
	SecurityGateThresholdNone                    *int      `json:"security_gate_threshold_none" extensions:"x-nullable"`
	SecurityGateThresholdUnknown                 *int      `json:"security_gate_threshold_unknown" extensions:"x-nullable"`
	AssessmentsNeedApproval                      bool      `json:"assessments_need_approval"`
	ProductRulesNeedApproval                     bool      `json:"product_rules_need_approval"`
	RiskAcceptanceExpiryActive                   *bool     `json:"risk_acceptance_expiry_active" extensions:"x-nullable"`
	RiskAcceptanceExpiryDays                     *int      `json:"risk_acceptance_expiry_days" extensions:"x-nullable"`
	NewObservationsInReview                      bool      `json:"new_observations_in_review"`
	ProductRuleApprovals                         int       `json:"product_rule_approvals" validate:"required"`
	LicensePolicy                                *model.ID `json:"license_policy" extensions:"x-nullable"`
	ProductLicenseCounts
	ObservationNotificationMinSeverity model.Severity `json:"observation_notification_min_severity"`
	ObservationNotificationStatusList  []string       `json:"observation_notification_status_list"`
	ObservationNotificationMinPriority *int           `json:"observation_notification_min_priority" extensions:"x-nullable"`
}

// ProductGroupRequest is the request body ProductGroupRequest of the API.
type ProductGroupRequest struct {
	Name                                         string         `json:"name" maxLength:"255" minLength:"1" validate:"required"`
	Description                                  string         `json:"description,omitempty" maxLength:"2048"`
	RepositoryBranchHousekeepingActive           *bool          `json:"repository_branch_housekeeping_active,omitempty" extensions:"x-nullable"`
	RepositoryBranchHousekeepingKeepInactiveDays *int           `json:"repository_branch_housekeeping_keep_inactive_days,omitempty" maximum:"999999" minimum:"1" extensions:"x-nullable"`
	RepositoryBranchHousekeepingExemptBranches   string         `json:"repository_branch_housekeeping_exempt_branches,omitempty" maxLength:"255"`
	NotificationMSTeamsWebhook                   string         `json:"notification_ms_teams_webhook,omitempty" maxLength:"2048"`
	NotificationSlackWebhook                     string         `json:"notification_slack_webhook,omitempty" maxLength:"2048"`
	NotificationEmailTo                          string         `json:"notification_email_to,omitempty" maxLength:"255"`
	SecurityGateActive                           *bool          `json:"security_gate_active,omitempty" extensions:"x-nullable"`
	SecurityGateThresholdCritical                *int           `json:"security_gate_threshold_critical,omitempty" maximum:"999999" minimum:"0" extensions:"x-nullable"`
	SecurityGateThresholdHigh                    *int           `json:"security_gate_threshold_high,omitempty" maximum:"999999" minimum:"0" extensions:"x-nullable"`
	SecurityGateThresholdMedium                  *int           `json:"security_gate_threshold_medium,omitempty" maximum:"999999" minimum:"0" extensions:"x-nullable"`
	SecurityGateThresholdLow                     *int           `json:"security_gate_threshold_low,omitempty" maximum:"999999" minimum:"0" extensions:"x-nullable"`
	SecurityGateThresholdNone                    *int           `json:"security_gate_threshold_none,omitempty" maximum:"999999" minimum:"0" extensions:"x-nullable"`
	SecurityGateThresholdUnknown                 *int           `json:"security_gate_threshold_unknown,omitempty" maximum:"999999" minimum:"0" extensions:"x-nullable"`
	AssessmentsNeedApproval                      bool           `json:"assessments_need_approval,omitempty"`
	ProductRulesNeedApproval                     bool           `json:"product_rules_need_approval,omitempty"`
	RiskAcceptanceExpiryActive                   *bool          `json:"risk_acceptance_expiry_active,omitempty" extensions:"x-nullable"`
	RiskAcceptanceExpiryDays                     *int           `json:"risk_acceptance_expiry_days,omitempty" maximum:"999999" minimum:"0" extensions:"x-nullable"`
	NewObservationsInReview                      bool           `json:"new_observations_in_review,omitempty"`
	LicensePolicy                                *model.ID      `json:"license_policy,omitempty" extensions:"x-nullable"`
	ObservationNotificationMinSeverity           model.Severity `json:"observation_notification_min_severity,omitempty"`
	ObservationNotificationStatusList            []string       `json:"observation_notification_status_list,omitempty"`
	ObservationNotificationMinPriority           *int           `json:"observation_notification_min_priority,omitempty" maximum:"99" minimum:"1" extensions:"x-nullable"`
}

// ProductList is the representation ProductList of the API.
type ProductList struct {
	ID                                model.ID `json:"id" validate:"required"`
	Permissions                       []int    `json:"permissions" validate:"required" extensions:"x-nullable"`
	ObservationNotificationStatusList []string `json:"observation_notification_status_list"`
	ProductObservationCounts
	ProductLicenseCounts
	ProductGroupName            string `json:"product_group_name" validate:"required"`
	RepositoryDefaultBranchName string `json:"repository_default_branch_name" validate:"required"`
	Name                        string `json:"name" validate:"required"`
	Description                 string `json:"description"`
	ProductRepository
	ProductIssueTracker
	NewObservationsInReview bool `json:"new_observations_in_review"`
	ProductRules
}

// ProductMember is the representation ProductMember of the API.
type ProductMember struct {
	ID          model.ID                     `json:"id" validate:"required"`
	UserData    UserList                     `json:"user_data" validate:"required"`
	ProductData NestedProductSerializerSmall `json:"product_data" validate:"required"`
	Role        int                          `json:"role" validate:"required"`
	Product     model.ID                     `json:"product" validate:"required"`
	User        model.ID                     `json:"user" validate:"required"`
}

// ProductMemberRequest is the request body ProductMemberRequest of the API.
type ProductMemberRequest struct {
	Role    int      `json:"role" maximum:"5" minimum:"1" validate:"required"`
	Product model.ID `json:"product" validate:"required"`
	User    model.ID `json:"user" validate:"required"`
}

// ProductName is the representation ProductName of the API.
type ProductName struct {
	ID   model.ID `json:"id" validate:"required"`
	Name string   `json:"name" validate:"required"`
}

// ProductRequest is the request body ProductRequest of the API.
type ProductRequest struct {
	ObservationNotificationStatusList            []string                   `json:"observation_notification_status_list,omitempty"`
	Name                                         string                     `json:"name" maxLength:"255" minLength:"1" validate:"required"`
	Description                                  string                     `json:"description,omitempty" maxLength:"2048"`
	PURL                                         string                     `json:"purl,omitempty" maxLength:"255"`
	CPE23                                        string                     `json:"cpe23,omitempty" maxLength:"255"`
	RepositoryPrefix                             string                     `json:"repository_prefix,omitempty" maxLength:"255"`
	RepositoryBranchHousekeepingActive           *bool                      `json:"repository_branch_housekeeping_active,omitempty" extensions:"x-nullable"`
	RepositoryBranchHousekeepingKeepInactiveDays *int                       `json:"repository_branch_housekeeping_keep_inactive_days,omitempty" maximum:"999999" minimum:"1" extensions:"x-nullable"`
	RepositoryBranchHousekeepingExemptBranches   string                     `json:"repository_branch_housekeeping_exempt_branches,omitempty" maxLength:"255"`
	SecurityGatePassed                           *bool                      `json:"security_gate_passed,omitempty" extensions:"x-nullable"`
	SecurityGateActive                           *bool                      `json:"security_gate_active,omitempty" extensions:"x-nullable"`
	SecurityGateThresholdCritical                *int                       `json:"security_gate_threshold_critical,omitempty" maximum:"999999" minimum:"0" extensions:"x-nullable"`
	SecurityGateThresholdHigh                    *int                       `json:"security_gate_threshold_high,omitempty" maximum:"999999" minimum:"0" extensions:"x-nullable"`
	SecurityGateThresholdMedium                  *int                       `json:"security_gate_threshold_medium,omitempty" maximum:"999999" minimum:"0" extensions:"x-nullable"`
	SecurityGateThresholdLow                     *int                       `json:"security_gate_threshold_low,omitempty" maximum:"999999" minimum:"0" extensions:"x-nullable"`
	SecurityGateThresholdNone                    *int                       `json:"security_gate_threshold_none,omitempty" maximum:"999999" minimum:"0" extensions:"x-nullable"`
	SecurityGateThresholdUnknown                 *int                       `json:"security_gate_threshold_unknown,omitempty" maximum:"999999" minimum:"0" extensions:"x-nullable"`
	ApplyGeneralRules                            bool                       `json:"apply_general_rules,omitempty"`
	NotificationMSTeamsWebhook                   string                     `json:"notification_ms_teams_webhook,omitempty" maxLength:"2048"`
	NotificationSlackWebhook                     string                     `json:"notification_slack_webhook,omitempty" maxLength:"2048"`
	NotificationEmailTo                          string                     `json:"notification_email_to,omitempty" maxLength:"255"`
	ObservationNotificationMinSeverity           model.Severity             `json:"observation_notification_min_severity,omitempty"`
	ObservationNotificationMinPriority           *int                       `json:"observation_notification_min_priority,omitempty" maximum:"99" minimum:"1" extensions:"x-nullable"`
	IssueTrackerActive                           bool                       `json:"issue_tracker_active,omitempty"`
	IssueTrackerType                             model.IssueTrackerType     `json:"issue_tracker_type,omitempty"`
	IssueTrackerBaseURL                          string                     `json:"issue_tracker_base_url,omitempty" maxLength:"255"`
	IssueTrackerUsername                         string                     `json:"issue_tracker_username,omitempty" maxLength:"255"`
	IssueTrackerAPIKey                           string                     `json:"issue_tracker_api_key,omitempty" maxLength:"255"`
	IssueTrackerProjectID                        string                     `json:"issue_tracker_project_id,omitempty" maxLength:"255"`
	IssueTrackerLabels                           string                     `json:"issue_tracker_labels,omitempty" maxLength:"255"`
	IssueTrackerIssueType                        string                     `json:"issue_tracker_issue_type,omitempty" maxLength:"255"`
	IssueTrackerStatusClosed                     string                     `json:"issue_tracker_status_closed,omitempty" maxLength:"255"`
	IssueTrackerMinimumSeverity                  model.Severity             `json:"issue_tracker_minimum_severity,omitempty"`
	LastObservationChange                        string                     `json:"last_observation_change,omitempty" format:"date-time"`
	LastLicenseChange                            string                     `json:"last_license_change,omitempty" format:"date-time"`
	AssessmentsNeedApproval                      bool                       `json:"assessments_need_approval,omitempty"`
	NewObservationsInReview                      bool                       `json:"new_observations_in_review,omitempty"`
	ProductRulesNeedApproval                     bool                       `json:"product_rules_need_approval,omitempty"`
	RiskAcceptanceExpiryActive                   *bool                      `json:"risk_acceptance_expiry_active,omitempty" extensions:"x-nullable"`
	RiskAcceptanceExpiryDays                     *int                       `json:"risk_acceptance_expiry_days,omitempty" maximum:"999999" minimum:"0" extensions:"x-nullable"`
	OSVEnabled                                   bool                       `json:"osv_enabled,omitempty"`
	OSVLinuxDistribution                         model.OSVLinuxDistribution `json:"osv_linux_distribution,omitempty"`
	OSVLinuxRelease                              string                     `json:"osv_linux_release,omitempty" maxLength:"255"`
	AutomaticOSVScanningEnabled                  bool                       `json:"automatic_osv_scanning_enabled,omitempty"`
	HasCloudResource                             bool                       `json:"has_cloud_resource,omitempty"`
	HasComponent                                 bool                       `json:"has_component,omitempty"`
	HasDockerImage                               bool                       `json:"has_docker_image,omitempty"`
	HasEndpoint                                  bool                       `json:"has_endpoint,omitempty"`
	HasKubernetesResource                        bool                       `json:"has_kubernetes_resource,omitempty"`
	HasSource                                    bool                       `json:"has_source,omitempty"`
	HasPotentialDuplicates                       bool                       `json:"has_potential_duplicates,omitempty"`
	ProductGroup                                 *model.ID                  `json:"product_group,omitempty" extensions:"x-nullable"`
	LicensePolicy                                *model.ID                  `json:"license_policy,omitempty" extensions:"x-nullable"`
}

// Service is the representation Service of the API.
type Service struct {
	ID              model.ID `json:"id" validate:"required"`
	NameWithProduct string   `json:"name_with_product" validate:"required"`
	PartCounts
	Name    string   `json:"name" validate:"required"`
	Product model.ID `json:"product" validate:"required"`
}

// ServiceName is the representation ServiceName of the API.
type ServiceName struct {
	ID              model.ID `json:"id" validate:"required"`
	Name            string   `json:"name" validate:"required"`
	NameWithProduct string   `json:"name_with_product" validate:"required"`
}

// ServiceRequest is the request body ServiceRequest of the API.
type ServiceRequest struct {
	Name    string   `json:"name" maxLength:"255" minLength:"1" validate:"required"`
	Product model.ID `json:"product" validate:"required"`
}

// ProductRepository are the repository, security gate and notification settings of a product.
type ProductRepository struct {
	PURL                                         string         `json:"purl"`
	CPE23                                        string         `json:"cpe23"`
	RepositoryPrefix                             string         `json:"repository_prefix"`
	RepositoryBranchHousekeepingActive           *bool          `json:"repository_branch_housekeeping_active" extensions:"x-nullable"`
	RepositoryBranchHousekeepingKeepInactiveDays *int           `json:"repository_branch_housekeeping_keep_inactive_days" extensions:"x-nullable"`
	RepositoryBranchHousekeepingExemptBranches   string         `json:"repository_branch_housekeeping_exempt_branches"`
	SecurityGatePassed                           *bool          `json:"security_gate_passed" extensions:"x-nullable"`
	SecurityGateActive                           *bool          `json:"security_gate_active" extensions:"x-nullable"`
	SecurityGateThresholdCritical                *int           `json:"security_gate_threshold_critical" extensions:"x-nullable"`
	SecurityGateThresholdHigh                    *int           `json:"security_gate_threshold_high" extensions:"x-nullable"`
	SecurityGateThresholdMedium                  *int           `json:"security_gate_threshold_medium" extensions:"x-nullable"`
	SecurityGateThresholdLow                     *int           `json:"security_gate_threshold_low" extensions:"x-nullable"`
	SecurityGateThresholdNone                    *int           `json:"security_gate_threshold_none" extensions:"x-nullable"`
	SecurityGateThresholdUnknown                 *int           `json:"security_gate_threshold_unknown" extensions:"x-nullable"`
	ApplyGeneralRules                            bool           `json:"apply_general_rules"`
	NotificationMSTeamsWebhook                   string         `json:"notification_ms_teams_webhook"`
	NotificationSlackWebhook                     string         `json:"notification_slack_webhook"`
	NotificationEmailTo                          string         `json:"notification_email_to"`
	ObservationNotificationMinSeverity           model.Severity `json:"observation_notification_min_severity"`
}

// ProductIssueTracker are the issue tracker settings of a product, and the times of its last changes.
type ProductIssueTracker struct {
	ObservationNotificationMinPriority *int                   `json:"observation_notification_min_priority" extensions:"x-nullable"`
	IssueTrackerActive                 bool                   `json:"issue_tracker_active"`
	IssueTrackerType                   model.IssueTrackerType `json:"issue_tracker_type"`
	IssueTrackerBaseURL                string                 `json:"issue_tracker_base_url"`
	IssueTrackerUsername               string                 `json:"issue_tracker_username"`
	IssueTrackerAPIKey                 string                 `json:"issue_tracker_api_key"`
	IssueTrackerProjectID              string                 `json:"issue_tracker_project_id"`
	IssueTrackerLabels                 string                 `json:"issue_tracker_labels"`
	IssueTrackerIssueType              string                 `json:"issue_tracker_issue_type"`
	IssueTrackerStatusClosed           string                 `json:"issue_tracker_status_closed"`
	IssueTrackerMinimumSeverity        model.Severity         `json:"issue_tracker_minimum_severity"`
	LastObservationChange              string                 `json:"last_observation_change" format:"date-time"`
	LastLicenseChange                  string                 `json:"last_license_change" format:"date-time"`
	AssessmentsNeedApproval            bool                   `json:"assessments_need_approval"`
}

// ProductRules are the remaining settings of a product and the kinds of origin that occur in it.
type ProductRules struct {
	ProductRulesNeedApproval    bool                       `json:"product_rules_need_approval"`
	RiskAcceptanceExpiryActive  *bool                      `json:"risk_acceptance_expiry_active" extensions:"x-nullable"`
	RiskAcceptanceExpiryDays    *int                       `json:"risk_acceptance_expiry_days" extensions:"x-nullable"`
	OSVEnabled                  bool                       `json:"osv_enabled"`
	OSVLinuxDistribution        model.OSVLinuxDistribution `json:"osv_linux_distribution"`
	OSVLinuxRelease             string                     `json:"osv_linux_release"`
	AutomaticOSVScanningEnabled bool                       `json:"automatic_osv_scanning_enabled"`
	HasCloudResource            bool                       `json:"has_cloud_resource"`
	HasComponent                bool                       `json:"has_component"`
	HasDockerImage              bool                       `json:"has_docker_image"`
	HasEndpoint                 bool                       `json:"has_endpoint"`
	HasKubernetesResource       bool                       `json:"has_kubernetes_resource"`
	HasSource                   bool                       `json:"has_source"`
	HasPotentialDuplicates      bool                       `json:"has_potential_duplicates"`
	ProductGroup                *model.ID                  `json:"product_group" extensions:"x-nullable"`
	RepositoryDefaultBranch     *model.ID                  `json:"repository_default_branch" validate:"required" extensions:"x-nullable"`
	LicensePolicy               *model.ID                  `json:"license_policy" extensions:"x-nullable"`
}

// ProductObservationCounts are the numbers of active observations by severity; null in the answer to a creation.
type ProductObservationCounts struct {
	ActiveCriticalObservationCount *int `json:"active_critical_observation_count" validate:"required" extensions:"x-nullable"`
	ActiveHighObservationCount     *int `json:"active_high_observation_count" validate:"required" extensions:"x-nullable"`
	ActiveMediumObservationCount   *int `json:"active_medium_observation_count" validate:"required" extensions:"x-nullable"`
	ActiveLowObservationCount      *int `json:"active_low_observation_count" validate:"required" extensions:"x-nullable"`
	ActiveNoneObservationCount     *int `json:"active_none_observation_count" validate:"required" extensions:"x-nullable"`
	ActiveUnknownObservationCount  *int `json:"active_unknown_observation_count" validate:"required" extensions:"x-nullable"`
}

// ProductLicenseCounts are the numbers of license components by evaluation result; null in the answer to a creation and without license management.
type ProductLicenseCounts struct {
	ForbiddenLicensesCount      *int `json:"forbidden_licenses_count" validate:"required" extensions:"x-nullable"`
	ReviewRequiredLicensesCount *int `json:"review_required_licenses_count" validate:"required" extensions:"x-nullable"`
	UnknownLicensesCount        *int `json:"unknown_licenses_count" validate:"required" extensions:"x-nullable"`
	AllowedLicensesCount        *int `json:"allowed_licenses_count" validate:"required" extensions:"x-nullable"`
	IgnoredLicensesCount        *int `json:"ignored_licenses_count" validate:"required" extensions:"x-nullable"`
	AllLicensesCount            *int `json:"all_licenses_count" validate:"required" extensions:"x-nullable"`
}

// PartCounts are the numbers of active observations by severity and of license components by evaluation result of a branch or service; absent in the
// answer to a creation.
type PartCounts struct {
	ActiveCriticalObservationCount *int `json:"active_critical_observation_count,omitempty"`
	ActiveHighObservationCount     *int `json:"active_high_observation_count,omitempty"`
	ActiveMediumObservationCount   *int `json:"active_medium_observation_count,omitempty"`
	ActiveLowObservationCount      *int `json:"active_low_observation_count,omitempty"`
	ActiveNoneObservationCount     *int `json:"active_none_observation_count,omitempty"`
	ActiveUnknownObservationCount  *int `json:"active_unknown_observation_count,omitempty"`
	ForbiddenLicensesCount         *int `json:"forbidden_licenses_count,omitempty"`
	ReviewRequiredLicensesCount    *int `json:"review_required_licenses_count,omitempty"`
	UnknownLicensesCount           *int `json:"unknown_licenses_count,omitempty"`
	AllowedLicensesCount           *int `json:"allowed_licenses_count,omitempty"`
	IgnoredLicensesCount           *int `json:"ignored_licenses_count,omitempty"`
}
