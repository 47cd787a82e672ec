package model

import (
	"strconv"
	"strings"
)

// Product is what is observed, or a group of products, which passes members, rules and settings on to them
// (core-products.md §2.1). Names are unique over both.
type Product struct {
	ID             ID     `cbor:"id,omitempty"`
	Name           string `cbor:"name,omitempty"`
	Description    string `cbor:"description,omitempty"`
	IsProductGroup bool   `cbor:"is_product_group,omitempty"`
	ProductGroup   ID     `cbor:"product_group,omitempty"`
	PURL           string `cbor:"purl,omitempty"`
	CPE23          string `cbor:"cpe23,omitempty"`

	RepositoryPrefix        string `cbor:"repository_prefix,omitempty"`
	RepositoryDefaultBranch ID     `cbor:"repository_default_branch,omitempty"`

	// HousekeepingActive: nil = the standard of the settings, false = off, true = the product's own values.
	HousekeepingActive           *bool  `cbor:"repository_branch_housekeeping_active,omitempty"`
	HousekeepingKeepInactiveDays *int   `cbor:"repository_branch_housekeeping_keep_inactive_days,omitempty"`
	HousekeepingExemptBranches   string `cbor:"repository_branch_housekeeping_exempt_branches,omitempty"`

	// SecurityGatePassed is computed; nil means that no gate applies.
	SecurityGatePassed *bool `cbor:"security_gate_passed,omitempty" audit:"-"`
	// SecurityGateActive: nil = the standard of the settings, false = off, true = the product's own thresholds.
	SecurityGateActive *bool `cbor:"security_gate_active,omitempty"`
	// Thresholds are the highest tolerated numbers of active observations of the default scope.
	Thresholds Thresholds `cbor:"security_gate_thresholds"`

	ApplyGeneralRules bool `cbor:"apply_general_rules"`

	// NotificationMSTeamsWebhook, NotificationSlackWebhook and IssueTrackerAPIKey are encrypted.
	NotificationMSTeamsWebhook         Secret   `cbor:"notification_ms_teams_webhook,omitempty"`
	NotificationSlackWebhook           Secret   `cbor:"notification_slack_webhook,omitempty"`
	NotificationEmailTo                string   `cbor:"notification_email_to,omitempty"`
	ObservationNotificationMinSeverity Severity `cbor:"observation_notification_min_severity,omitempty"`
	ObservationNotificationStatuses    []Status `cbor:"observation_notification_statuses,omitempty"`
	ObservationNotificationMinPriority *int     `cbor:"observation_notification_min_priority,omitempty"`

	IssueTrackerActive          bool             `cbor:"issue_tracker_active,omitempty"`
	IssueTrackerType            IssueTrackerType `cbor:"issue_tracker_type,omitempty"`
	IssueTrackerBaseURL         string           `cbor:"issue_tracker_base_url,omitempty"`
	IssueTrackerUsername        string           `cbor:"issue_tracker_username,omitempty"`
	IssueTrackerAPIKey          Secret           `cbor:"issue_tracker_api_key,omitempty"`
	IssueTrackerProjectID       string           `cbor:"issue_tracker_project_id,omitempty"`
	IssueTrackerLabels          string           `cbor:"issue_tracker_labels,omitempty"`
	IssueTrackerIssueType       string           `cbor:"issue_tracker_issue_type,omitempty"`
	IssueTrackerStatusClosed    string           `cbor:"issue_tracker_status_closed,omitempty"`
	IssueTrackerMinimumSeverity Severity         `cbor:"issue_tracker_minimum_severity,omitempty"`

	LastObservationChange Time `cbor:"last_observation_change,omitempty" audit:"-"`
	LastLicenseChange     Time `cbor:"last_license_change,omitempty" audit:"-"`

	AssessmentsNeedApproval  bool `cbor:"assessments_need_approval,omitempty"`
	NewObservationsInReview  bool `cbor:"new_observations_in_review,omitempty"`
	ProductRulesNeedApproval bool `cbor:"product_rules_need_approval,omitempty"`

	// RiskAcceptanceExpiryActive: nil = the next level decides, false = no expiry, true = the product's own days (core-products.md §9.1).
	RiskAcceptanceExpiryActive *bool `cbor:"risk_acceptance_expiry_active,omitempty"`
	RiskAcceptanceExpiryDays   *int  `cbor:"risk_acceptance_expiry_days,omitempty"`

	LicensePolicy ID `cbor:"license_policy,omitempty"`

	OSVEnabled                  bool                 `cbor:"osv_enabled"`
	OSVLinuxDistribution        OSVLinuxDistribution `cbor:"osv_linux_distribution,omitempty"`
	OSVLinuxRelease             string               `cbor:"osv_linux_release,omitempty"`
	AutomaticOSVScanningEnabled bool                 `cbor:"automatic_osv_scanning_enabled,omitempty"`

	// Flags tell which origins the product's observations have (core-products.md §10.2).
	Flags ProductFlags `cbor:"flags" audit:"-"`
}

// NewProduct returns a product with the defaults of core-products.md §2.1.
func NewProduct(now Time) Product {
	return Product{ApplyGeneralRules: true, OSVEnabled: true, LastObservationChange: now, LastLicenseChange: now}
}

// Thresholds holds one number per severity by rank, worst first; nil is unset.
type Thresholds [6]*int

// String lists the thresholds that are set, such as "Critical 0, High 5".
func (t Thresholds) String() string {
	var parts []string
	for i, limit := range t {
		if limit != nil {
			parts = append(parts, string(RankedSeverities[i])+" "+strconv.Itoa(*limit))
		}
	}
	return strings.Join(parts, ", ")
}

// ProductFlags tell which kinds of origin occur in a product's observations. Saving an observation sets flags, housekeeping clears them.
type ProductFlags struct {
	CloudResource       bool `cbor:"cloud_resource,omitempty"`
	Component           bool `cbor:"component,omitempty"`
	DockerImage         bool `cbor:"docker_image,omitempty"`
	Endpoint            bool `cbor:"endpoint,omitempty"`
	KubernetesResource  bool `cbor:"kubernetes_resource,omitempty"`
	Source              bool `cbor:"source,omitempty"`
	PotentialDuplicates bool `cbor:"potential_duplicates,omitempty"`
}

// Union returns the flags that are set in f or g.
func (f ProductFlags) Union(g ProductFlags) ProductFlags {
	return ProductFlags{
		CloudResource: f.CloudResource || g.CloudResource, Component: f.Component || g.Component, DockerImage: f.DockerImage || g.DockerImage,
		Endpoint: f.Endpoint || g.Endpoint, KubernetesResource: f.KubernetesResource || g.KubernetesResource, Source: f.Source || g.Source,
		PotentialDuplicates: f.PotentialDuplicates || g.PotentialDuplicates,
	}
}

// Secret is a value that is encrypted at rest and never leaves the API; it holds the cipher text, "" when unset.
type Secret string

// Branch is a line (version) of a product (core-products.md §5).
type Branch struct {
	ID                   ID                   `cbor:"id,omitempty"`
	Product              ID                   `cbor:"product,omitempty"`
	Name                 string               `cbor:"name,omitempty"`
	IsDefaultBranch      bool                 `cbor:"is_default_branch,omitempty"`
	LastImport           Time                 `cbor:"last_import,omitempty" audit:"-"`
	HousekeepingProtect  bool                 `cbor:"housekeeping_protect,omitempty"`
	PURL                 string               `cbor:"purl,omitempty"`
	CPE23                string               `cbor:"cpe23,omitempty"`
	OSVLinuxDistribution OSVLinuxDistribution `cbor:"osv_linux_distribution,omitempty"`
	OSVLinuxRelease      string               `cbor:"osv_linux_release,omitempty"`
}

// Service is a named part of a product that findings can belong to (core-products.md §4).
type Service struct {
	ID      ID     `cbor:"id,omitempty"`
	Product ID     `cbor:"product,omitempty"`
	Name    string `cbor:"name,omitempty"`
}

// ProductMember gives a user a role on a product or product group (core-products.md §6).
type ProductMember struct {
	ID      ID   `cbor:"id,omitempty"`
	Product ID   `cbor:"product,omitempty"`
	User    ID   `cbor:"user,omitempty"`
	Role    Role `cbor:"role,omitempty"`
}

// ProductAuthorizationGroupMember gives all users of an authorization group a role on a product or product group (core-products.md §7).
type ProductAuthorizationGroupMember struct {
	ID                 ID   `cbor:"id,omitempty"`
	Product            ID   `cbor:"product,omitempty"`
	AuthorizationGroup ID   `cbor:"authorization_group,omitempty"`
	Role               Role `cbor:"role,omitempty"`
}
