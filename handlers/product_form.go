package handlers

import (
	"strings"

	"secobserve/db"
	"secobserve/handlers/rest"
	"secobserve/model"
	"secobserve/products"
)

// The ranges of the settings of products.
const (
	maxCount    = 999999
	maxPriority = 99
	maxName     = 255
	maxText     = 2048
)

// thresholdFields are the fields of the thresholds by severity rank.
var thresholdFields = [6]string{"security_gate_threshold_critical", "security_gate_threshold_high", "security_gate_threshold_medium",
	"security_gate_threshold_low", "security_gate_threshold_none", "security_gate_threshold_unknown"}

// readProduct validates the body of a product and writes it into p.
func (c *call) readProduct(p *model.Product) error {
	f, err := c.form(c.mode())
	if err != nil {
		return err
	}
	rest.Choices(f, "observation_notification_status_list", &p.ObservationNotificationStatuses, model.Statuses)
	rest.Text(f, "name", &p.Name, rest.TextRule{Required: true, Max: maxName})
	rest.Text(f, "description", &p.Description, rest.TextRule{Max: maxText})
	rest.Text(f, "purl", &p.PURL, rest.TextRule{Max: maxName, Check: model.ValidatePURL})
	rest.Text(f, "cpe23", &p.CPE23, rest.TextRule{Max: maxName, Check: model.ValidateCPE23})
	rest.Text(f, "repository_prefix", &p.RepositoryPrefix, rest.TextRule{Max: maxName, Check: model.ValidateURL})
	readHousekeeping(f, p)
	readGate(f, p)
	rest.Bool(f, "apply_general_rules", &p.ApplyGeneralRules)
	c.readSecret(f, "notification_ms_teams_webhook", &p.NotificationMSTeamsWebhook, maxText, model.ValidateURL)
	c.readSecret(f, "notification_slack_webhook", &p.NotificationSlackWebhook, maxText, model.ValidateURL)
	readNotifications(f, p)
	c.readIssueTracker(f, p)
	rest.Timestamp(f, "last_observation_change", &p.LastObservationChange, c.Location)
	rest.Timestamp(f, "last_license_change", &p.LastLicenseChange, c.Location)
	readApprovals(f, p)
	rest.Bool(f, "osv_enabled", &p.OSVEnabled)
	rest.Choice(f, "osv_linux_distribution", &p.OSVLinuxDistribution, model.OSVLinuxDistributions, false, true)
	rest.Text(f, "osv_linux_release", &p.OSVLinuxRelease, rest.TextRule{Max: maxName})
	rest.Bool(f, "automatic_osv_scanning_enabled", &p.AutomaticOSVScanningEnabled)
	group := p.ProductGroup
	rest.Ref(f, "product_group", &p.ProductGroup, rest.RefRule{Nullable: true, Exists: func(id model.ID) bool { return id == group || c.seesProduct(id) }})
	c.readLicensePolicy(f, p)
	c.checkProductGroup(f, p, group)
	if !f.OK() {
		return f.Err()
	}
	checkIssueTracker(f, p)
	if p.OSVLinuxRelease != "" && p.OSVLinuxDistribution == "" {
		f.FailAll("osv_linux_release cannot be set without osv_linux_distribution")
	}
	if !f.OK() {
		return f.Err()
	}
	return c.applyProductDefaults(p)
}

func (c *call) productExists(id model.ID) bool { return db.Products.Exists(c.tx, id) }

// readProductGroup validates the body of a product group and writes it into p.
func (c *call) readProductGroup(p *model.Product) error {
	f, err := c.form(c.mode())
	if err != nil {
		return err
	}
	rest.Text(f, "name", &p.Name, rest.TextRule{Required: true, Max: maxName})
	rest.Text(f, "description", &p.Description, rest.TextRule{Max: maxText})
	readHousekeeping(f, p)
	c.readSecret(f, "notification_ms_teams_webhook", &p.NotificationMSTeamsWebhook, maxText, model.ValidateURL)
	c.readSecret(f, "notification_slack_webhook", &p.NotificationSlackWebhook, maxText, model.ValidateURL)
	readGate(f, p)
	readApprovals(f, p)
	c.readLicensePolicy(f, p)
	readNotifications(f, p)
	rest.Choices(f, "observation_notification_status_list", &p.ObservationNotificationStatuses, model.Statuses)
	if !f.OK() {
		return f.Err()
	}
	return c.applyProductDefaults(p)
}

func readHousekeeping(f *rest.Form, p *model.Product) {
	rest.NullBool(f, "repository_branch_housekeeping_active", &p.HousekeepingActive)
	rest.NullInt(f, "repository_branch_housekeeping_keep_inactive_days", &p.HousekeepingKeepInactiveDays, 1, maxCount)
	rest.Text(f, "repository_branch_housekeeping_exempt_branches", &p.HousekeepingExemptBranches, rest.TextRule{Max: maxName, Check: validPattern})
}

func readGate(f *rest.Form, p *model.Product) {
	rest.NullBool(f, "security_gate_active", &p.SecurityGateActive)
	for i, name := range thresholdFields {
		rest.NullInt(f, name, &p.Thresholds[i], 0, maxCount)
	}
}

func readNotifications(f *rest.Form, p *model.Product) {
	rest.Text(f, "notification_email_to", &p.NotificationEmailTo, rest.TextRule{Max: maxName})
	rest.Choice(f, "observation_notification_min_severity", &p.ObservationNotificationMinSeverity, model.Severities, false, true)
	rest.NullInt(f, "observation_notification_min_priority", &p.ObservationNotificationMinPriority, 1, maxPriority)
}

func readApprovals(f *rest.Form, p *model.Product) {
	rest.Bool(f, "assessments_need_approval", &p.AssessmentsNeedApproval)
	rest.Bool(f, "new_observations_in_review", &p.NewObservationsInReview)
	rest.Bool(f, "product_rules_need_approval", &p.ProductRulesNeedApproval)
	rest.NullBool(f, "risk_acceptance_expiry_active", &p.RiskAcceptanceExpiryActive)
	rest.NullInt(f, "risk_acceptance_expiry_days", &p.RiskAcceptanceExpiryDays, 0, maxCount)
}

func (c *call) readIssueTracker(f *rest.Form, p *model.Product) {
	rest.Bool(f, "issue_tracker_active", &p.IssueTrackerActive)
	rest.Choice(f, "issue_tracker_type", &p.IssueTrackerType, model.IssueTrackerTypes, false, true)
	address, key := p.IssueTrackerBaseURL, p.IssueTrackerAPIKey
	rest.Text(f, "issue_tracker_base_url", &p.IssueTrackerBaseURL, rest.TextRule{Max: maxName})
	rest.Text(f, "issue_tracker_username", &p.IssueTrackerUsername, rest.TextRule{Max: maxName})
	c.readSecret(f, "issue_tracker_api_key", &p.IssueTrackerAPIKey, maxName, nil)
	if key != "" && p.IssueTrackerAPIKey == key && address != p.IssueTrackerBaseURL && p.IssueTrackerBaseURL != "" {
		// or whoever may edit the product could have the key, which he cannot read, sent to an address of his own
		f.Fail("issue_tracker_api_key", "The key must be entered again when the base url changes")
	}
	rest.Text(f, "issue_tracker_project_id", &p.IssueTrackerProjectID, rest.TextRule{Max: maxName})
	rest.Text(f, "issue_tracker_labels", &p.IssueTrackerLabels, rest.TextRule{Max: maxName})
	rest.Text(f, "issue_tracker_issue_type", &p.IssueTrackerIssueType, rest.TextRule{Max: maxName})
	rest.Text(f, "issue_tracker_status_closed", &p.IssueTrackerStatusClosed, rest.TextRule{Max: maxName})
	rest.Choice(f, "issue_tracker_minimum_severity", &p.IssueTrackerMinimumSeverity, model.Severities, false, true)
}

// readSecret validates a secret and encrypts it; the mask leaves the stored one, "" clears it.
func (c *call) readSecret(f *rest.Form, name string, to *model.Secret, limit int, check func(string) error) {
	value := maskedSecret
	rest.Text(f, name, &value, rest.TextRule{Max: limit, Check: func(s string) error {
		if s == maskedSecret || check == nil {
			return nil
		}
		return check(s)
	}})
	switch value {
	case maskedSecret:
	case "":
		*to = ""
	default:
		*to = model.Secret(c.Keys.Encrypt([]byte(value)))
	}
}

func (c *call) readLicensePolicy(f *rest.Form, p *model.Product) {
	before := p.LicensePolicy
	rest.Ref(f, "license_policy", &p.LicensePolicy, rest.RefRule{Nullable: true, Exists: func(id model.ID) bool {
		return id == before || seesLicensePolicy(c, id)
	}})
}

// checkProductGroup checks the group that a product gets. Nobody makes himself Owner of a product by moving it into a group of his own: that role is
// given by Owners only (access.md §7.5).
func (c *call) checkProductGroup(f *rest.Form, p *model.Product, before model.ID) {
	if !f.OK() || p.ProductGroup == 0 {
		return
	}
	group, err := db.Products.Get(c.tx, p.ProductGroup)
	if err != nil || !group.IsProductGroup {
		f.Fail("product_group", "Product group must be a product group")
		return
	}
	old := model.Product{ID: p.ID, ProductGroup: before}
	if p.ID != 0 && !c.access.IsOwner(&old) && c.access.IsOwner(p) {
		f.Fail("product_group", "You are not permitted to become Owner by a product group")
	}
}

// checkIssueTracker holds the fields of the issue tracker against each other (core-products.md §2.2, rules 1 to 5).
func checkIssueTracker(f *rest.Form, p *model.Product) {
	if p.IssueTrackerType == model.TrackerGitHub && p.IssueTrackerBaseURL == "" {
		p.IssueTrackerBaseURL = "https://api.github.com"
	}
	set := 0
	for _, s := range []string{string(p.IssueTrackerType), p.IssueTrackerBaseURL, string(p.IssueTrackerAPIKey), p.IssueTrackerProjectID} {
		if s != "" {
			set++
		}
	}
	switch {
	case set != 0 && set != 4:
		f.FailAll("Either all or none of the issue tracker fields must be set")
	case p.IssueTrackerActive && p.IssueTrackerType == "":
		f.FailAll("Issue tracker data must be set when issue tracking is active")
	case p.IssueTrackerType == model.TrackerJira:
		failIf(f, p.IssueTrackerUsername == "", "Username must be set when issue tracker type is Jira")
		failIf(f, p.IssueTrackerIssueType == "", "Issue type must be set when issue tracker type is Jira")
		failIf(f, p.IssueTrackerStatusClosed == "", "Closed status must be set when issue tracker type is Jira")
	case p.IssueTrackerType != "":
		failIf(f, p.IssueTrackerUsername != "", "Username must not be set when issue tracker type is not Jira")
		failIf(f, p.IssueTrackerIssueType != "", "Isse type must not be set when issue tracker type is not Jira")
		failIf(f, p.IssueTrackerStatusClosed != "", "Closed status must not be set when issue tracker type is not Jira")
	}
}

// failIf reports the first violated rule only.
func failIf(f *rest.Form, violated bool, text string) {
	if violated && f.OK() {
		f.FailAll(text)
	}
}

// applyProductDefaults fills values that follow from others (core-products.md §2.2, rules 7 and 8).
func (c *call) applyProductDefaults(p *model.Product) error {
	settings, err := db.Settings.Get(c.tx)
	if err != nil {
		return err
	}
	if p.HousekeepingActive != nil && *p.HousekeepingActive && p.HousekeepingKeepInactiveDays == nil {
		p.HousekeepingKeepInactiveDays = &settings.BranchHousekeepingKeepInactiveDays
	}
	if p.HousekeepingActive != nil && !*p.HousekeepingActive {
		p.HousekeepingKeepInactiveDays, p.HousekeepingExemptBranches = nil, ""
	}
	if p.SecurityGateActive == nil {
		return nil
	}
	if !*p.SecurityGateActive {
		p.Thresholds = model.Thresholds{}
		return nil
	}
	for i, standard := range products.SettingsThresholds(&settings) {
		if p.Thresholds[i] == nil {
			p.Thresholds[i] = standard
		}
	}
	return nil
}

func joinStatuses(statuses []model.Status) string { return strings.Join(statusTexts(statuses), ",") }
