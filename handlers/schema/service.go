package schema

import "secobserve/model"

// Count is the representation Count of the API.
type Count struct {
	Count int `json:"count" validate:"required"`
}

// PatchedSettingsRequest is the request body PatchedSettingsRequest of the API.
type PatchedSettingsRequest struct {
	ObservationTitleNotificationStatusList     []string         `json:"observation_title_notification_status_list,omitempty"`
	SecurityGateActive                         bool             `json:"security_gate_active,omitempty"`
	SecurityGateThresholdCritical              int              `json:"security_gate_threshold_critical,omitempty" maximum:"999999" minimum:"0"`
	SecurityGateThresholdHigh                  int              `json:"security_gate_threshold_high,omitempty" maximum:"999999" minimum:"0"`
	SecurityGateThresholdMedium                int              `json:"security_gate_threshold_medium,omitempty" maximum:"999999" minimum:"0"`
	SecurityGateThresholdLow                   int              `json:"security_gate_threshold_low,omitempty" maximum:"999999" minimum:"0"`
	SecurityGateThresholdNone                  int              `json:"security_gate_threshold_none,omitempty" maximum:"999999" minimum:"0"`
	SecurityGateThresholdUnknown               int              `json:"security_gate_threshold_unknown,omitempty" maximum:"999999" minimum:"0"`
	JWTValidityDurationUser                    int              `json:"jwt_validity_duration_user,omitempty" maximum:"999999" minimum:"0"`
	JWTValidityDurationSuperuser               int              `json:"jwt_validity_duration_superuser,omitempty" maximum:"999999" minimum:"0"`
	InternalUsers                              string           `json:"internal_users,omitempty" maxLength:"255"`
	BaseURLFrontend                            string           `json:"base_url_frontend,omitempty" maxLength:"255" minLength:"1"`
	ExceptionMSTeamsWebhook                    string           `json:"exception_ms_teams_webhook,omitempty" maxLength:"2048"`
	ExceptionSlackWebhook                      string           `json:"exception_slack_webhook,omitempty" maxLength:"2048"`
	ExceptionRateLimit                         int              `json:"exception_rate_limit,omitempty" maximum:"999999" minimum:"0"`
	EmailFrom                                  string           `json:"email_from,omitempty" maxLength:"255"`
	ExceptionEmailTo                           string           `json:"exception_email_to,omitempty" maxLength:"255"`
	ObservationTitleNotificationMSTeamsWebhook string           `json:"observation_title_notification_ms_teams_webhook,omitempty" maxLength:"2048"`
	ObservationTitleNotificationSlackWebhook   string           `json:"observation_title_notification_slack_webhook,omitempty" maxLength:"2048"`
	ObservationTitleNotificationEmailTo        string           `json:"observation_title_notification_email_to,omitempty" maxLength:"255"`
	ObservationTitleNotificationMinSeverity    model.Severity   `json:"observation_title_notification_min_severity,omitempty"`
	ObservationTitleNotificationMinPriority    *int             `json:"observation_title_notification_min_priority,omitempty" maximum:"99" minimum:"1" extensions:"x-nullable"`
	ObservationTitleNotificationParserType     model.ParserType `json:"observation_title_notification_parser_type,omitempty"`
	BackgroundProductMetricsIntervalMinutes    int              `json:"background_product_metrics_interval_minutes,omitempty" maximum:"999999" minimum:"0"`
	BackgroundEPSSImportCrontabMinute          int              `json:"background_epss_import_crontab_minute,omitempty" maximum:"59" minimum:"0"`
	BackgroundEPSSImportCrontabHour            int              `json:"background_epss_import_crontab_hour,omitempty" maximum:"23" minimum:"0"`
	BranchHousekeepingCrontabMinute            int              `json:"branch_housekeeping_crontab_minute,omitempty" maximum:"59" minimum:"0"`
	BranchHousekeepingCrontabHour              int              `json:"branch_housekeeping_crontab_hour,omitempty" maximum:"23" minimum:"0"`
	BranchHousekeepingActive                   bool             `json:"branch_housekeeping_active,omitempty"`
	BranchHousekeepingKeepInactiveDays         int              `json:"branch_housekeeping_keep_inactive_days,omitempty" maximum:"999999" minimum:"0"`
	BranchHousekeepingExemptBranches           string           `json:"branch_housekeeping_exempt_branches,omitempty" maxLength:"255"`
	FeatureVex                                 bool             `json:"feature_vex,omitempty"`
	VexJustificationStyle                      string           `json:"vex_justification_style,omitempty" enums:"CSAF/OpenVEX,CycloneDX"`
	FeatureDisableUserLogin                    bool             `json:"feature_disable_user_login,omitempty"`
	FeatureGeneralRulesNeedApproval            bool             `json:"feature_general_rules_need_approval,omitempty"`
	RiskAcceptanceExpiryDays                   int              `json:"risk_acceptance_expiry_days,omitempty" maximum:"999999" minimum:"0"`
	RiskAcceptanceExpiryCrontabMinute          int              `json:"risk_acceptance_expiry_crontab_minute,omitempty" maximum:"59" minimum:"0"`
	RiskAcceptanceExpiryCrontabHour            int              `json:"risk_acceptance_expiry_crontab_hour,omitempty" maximum:"23" minimum:"0"`
	FeatureAutomaticAPIImport                  bool             `json:"feature_automatic_api_import,omitempty"`
	APIImportCrontabMinute                     int              `json:"api_import_crontab_minute,omitempty" maximum:"59" minimum:"0"`
	APIImportCrontabHour                       int              `json:"api_import_crontab_hour,omitempty" maximum:"23" minimum:"0"`
	PasswordValidatorMinimumLength             int              `json:"password_validator_minimum_length,omitempty" maximum:"4096" minimum:"1"`
	PasswordValidatorAttributeSimilarity       bool             `json:"password_validator_attribute_similarity,omitempty"`
	PasswordValidatorCommonPasswords           bool             `json:"password_validator_common_passwords,omitempty"`
	PasswordValidatorNotNumeric                bool             `json:"password_validator_not_numeric,omitempty"`
	FeatureLicenseManagement                   bool             `json:"feature_license_management,omitempty"`
	LicenseImportCrontabMinute                 int              `json:"license_import_crontab_minute,omitempty" maximum:"59" minimum:"0"`
	LicenseImportCrontabHour                   int              `json:"license_import_crontab_hour,omitempty" maximum:"23" minimum:"0"`
	LicenseSPDXLicensesURL                     string           `json:"license_spdx_licenses_url,omitempty" maxLength:"2048" format:"uri"`
	LicenseSPDXExceptionsURL                   string           `json:"license_spdx_exceptions_url,omitempty" maxLength:"2048" format:"uri"`
	LicenseScanCodeURL                         string           `json:"license_scancode_url,omitempty" maxLength:"2048" format:"uri"`
	LicenseLicenseLynxURL                      string           `json:"license_licenselynx_url,omitempty" maxLength:"2048" format:"uri"`
	FeatureAutomaticOSVScanning                bool             `json:"feature_automatic_osv_scanning,omitempty"`
	FeatureExploitInformation                  bool             `json:"feature_exploit_information,omitempty"`
	ExploitInformationMaxAgeYears              int              `json:"exploit_information_max_age_years,omitempty" maximum:"999999" minimum:"0"`
	PeriodicTaskMaxEntries                     int              `json:"periodic_task_max_entries,omitempty" maximum:"999999" minimum:"1"`
	ImportHistoryKeepDays                      int              `json:"import_history_keep_days,omitempty" maximum:"999999" minimum:"1"`
	AuditLogKeepDays                           int              `json:"audit_log_keep_days,omitempty" maximum:"999999" minimum:"0"`
	NotificationKeepDays                       int              `json:"notification_keep_days,omitempty" maximum:"999999" minimum:"0"`
	BackupKeepDays                             int              `json:"backup_keep_days,omitempty" maximum:"999999" minimum:"0"`
	BackupCrontabMinute                        int              `json:"backup_crontab_minute,omitempty" maximum:"59" minimum:"0"`
	BackupCrontabHour                          int              `json:"backup_crontab_hour,omitempty" maximum:"23" minimum:"0"`
	OIDCClockSkew                              int              `json:"oidc_clock_skew,omitempty" maximum:"999999" minimum:"0"`
	ObservationCountFromMetrics                bool             `json:"observation_count_from_metrics,omitempty"`
	FeatureCrossScannerDeduplication           bool             `json:"feature_cross_scanner_deduplication,omitempty"`
	FeatureMultipleAPITokens                   bool             `json:"feature_multiple_api_tokens,omitempty"`
}

// Settings is the representation Settings of the API.
type Settings struct {
	ID                                         model.ID         `json:"id" validate:"required"`
	ObservationTitleNotificationStatusList     []string         `json:"observation_title_notification_status_list"`
	SecurityGateActive                         bool             `json:"security_gate_active"`
	SecurityGateThresholdCritical              int              `json:"security_gate_threshold_critical"`
	SecurityGateThresholdHigh                  int              `json:"security_gate_threshold_high"`
	SecurityGateThresholdMedium                int              `json:"security_gate_threshold_medium"`
	SecurityGateThresholdLow                   int              `json:"security_gate_threshold_low"`
	SecurityGateThresholdNone                  int              `json:"security_gate_threshold_none"`
	SecurityGateThresholdUnknown               int              `json:"security_gate_threshold_unknown"`
	JWTValidityDurationUser                    int              `json:"jwt_validity_duration_user"`
	JWTValidityDurationSuperuser               int              `json:"jwt_validity_duration_superuser"`
	InternalUsers                              string           `json:"internal_users"`
	BaseURLFrontend                            string           `json:"base_url_frontend"`
	ExceptionMSTeamsWebhook                    string           `json:"exception_ms_teams_webhook"`
	ExceptionSlackWebhook                      string           `json:"exception_slack_webhook"`
	ExceptionRateLimit                         int              `json:"exception_rate_limit"`
	EmailFrom                                  string           `json:"email_from"`
	ExceptionEmailTo                           string           `json:"exception_email_to"`
	ObservationTitleNotificationMSTeamsWebhook string           `json:"observation_title_notification_ms_teams_webhook"`
	ObservationTitleNotificationSlackWebhook   string           `json:"observation_title_notification_slack_webhook"`
	ObservationTitleNotificationEmailTo        string           `json:"observation_title_notification_email_to"`
	ObservationTitleNotificationMinSeverity    model.Severity   `json:"observation_title_notification_min_severity"`
	ObservationTitleNotificationMinPriority    *int             `json:"observation_title_notification_min_priority" extensions:"x-nullable"`
	ObservationTitleNotificationParserType     model.ParserType `json:"observation_title_notification_parser_type"`
	BackgroundProductMetricsIntervalMinutes    int              `json:"background_product_metrics_interval_minutes"`
	BackgroundEPSSImportCrontabMinute          int              `json:"background_epss_import_crontab_minute"`
	BackgroundEPSSImportCrontabHour            int              `json:"background_epss_import_crontab_hour"`
	BranchHousekeepingCrontabMinute            int              `json:"branch_housekeeping_crontab_minute"`
	BranchHousekeepingCrontabHour              int              `json:"branch_housekeeping_crontab_hour"`
	BranchHousekeepingActive                   bool             `json:"branch_housekeeping_active"`
	BranchHousekeepingKeepInactiveDays         int              `json:"branch_housekeeping_keep_inactive_days"`
	BranchHousekeepingExemptBranches           string           `json:"branch_housekeeping_exempt_branches"`
	FeatureVex                                 bool             `json:"feature_vex"`
	VexJustificationStyle                      string           `json:"vex_justification_style" enums:"CSAF/OpenVEX,CycloneDX"`
	FeatureDisableUserLogin                    bool             `json:"feature_disable_user_login"`
	FeatureGeneralRulesNeedApproval            bool             `json:"feature_general_rules_need_approval"`
	RiskAcceptanceExpiryDays                   int              `json:"risk_acceptance_expiry_days"`
	RiskAcceptanceExpiryCrontabMinute          int              `json:"risk_acceptance_expiry_crontab_minute"`
	RiskAcceptanceExpiryCrontabHour            int              `json:"risk_acceptance_expiry_crontab_hour"`
	FeatureAutomaticAPIImport                  bool             `json:"feature_automatic_api_import"`
	APIImportCrontabMinute                     int              `json:"api_import_crontab_minute"`
	APIImportCrontabHour                       int              `json:"api_import_crontab_hour"`
	PasswordValidatorMinimumLength             int              `json:"password_validator_minimum_length"`
	PasswordValidatorAttributeSimilarity       bool             `json:"password_validator_attribute_similarity"`
	PasswordValidatorCommonPasswords           bool             `json:"password_validator_common_passwords"`
	PasswordValidatorNotNumeric                bool             `json:"password_validator_not_numeric"`
	FeatureLicenseManagement                   bool             `json:"feature_license_management"`
	LicenseImportCrontabMinute                 int              `json:"license_import_crontab_minute"`
	LicenseImportCrontabHour                   int              `json:"license_import_crontab_hour"`
	LicenseSPDXLicensesURL                     string           `json:"license_spdx_licenses_url"`
	LicenseSPDXExceptionsURL                   string           `json:"license_spdx_exceptions_url"`
	LicenseScanCodeURL                         string           `json:"license_scancode_url"`
	LicenseLicenseLynxURL                      string           `json:"license_licenselynx_url"`
	FeatureAutomaticOSVScanning                bool             `json:"feature_automatic_osv_scanning"`
	FeatureExploitInformation                  bool             `json:"feature_exploit_information"`
	ExploitInformationMaxAgeYears              int              `json:"exploit_information_max_age_years"`
	PeriodicTaskMaxEntries                     int              `json:"periodic_task_max_entries"`
	ImportHistoryKeepDays                      int              `json:"import_history_keep_days"`
	AuditLogKeepDays                           int              `json:"audit_log_keep_days"`
	NotificationKeepDays                       int              `json:"notification_keep_days"`
	BackupKeepDays                             int              `json:"backup_keep_days"`
	BackupCrontabMinute                        int              `json:"backup_crontab_minute"`
	BackupCrontabHour                          int              `json:"backup_crontab_hour"`
	OIDCClockSkew                              int              `json:"oidc_clock_skew"`
	ObservationCountFromMetrics                bool             `json:"observation_count_from_metrics"`
	FeatureCrossScannerDeduplication           bool             `json:"feature_cross_scanner_deduplication"`
	// FeatureMultipleAPITokens allows several API tokens per user and product, told apart by name.
	FeatureMultipleAPITokens bool `json:"feature_multiple_api_tokens"`
}

// StatusSettings is the representation StatusSettings of the API.
type StatusSettings struct {
	Features                 []string `json:"features" validate:"required"`
	RiskAcceptanceExpiryDays int      `json:"risk_acceptance_expiry_days"`
	VexJustificationStyle    string   `json:"vex_justification_style"`
}

// UIConfiguration is what the web UI has to know before a login; empty URLs mean its own origin.
type UIConfiguration struct {
	APIBaseURL                string   `json:"api_base_url" validate:"required"`
	OIDCEnable                bool     `json:"oidc_enable" validate:"required"`
	OIDCAuthority             string   `json:"oidc_authority" validate:"required"`
	OIDCClientID              string   `json:"oidc_client_id" validate:"required"`
	OIDCRedirectURI           string   `json:"oidc_redirect_uri" validate:"required"`
	OIDCPostLogoutRedirectURI string   `json:"oidc_post_logout_redirect_uri" validate:"required"`
	OIDCScope                 string   `json:"oidc_scope" validate:"required"`
	OIDCPrompt                string   `json:"oidc_prompt" validate:"required"`
	Features                  []string `json:"features" validate:"required"`
}

// Version is the representation Version of the API.
type Version struct {
	Version string `json:"version" validate:"required"`
}

// PURLType is the representation PURLType of the API.
type PURLType struct {
	Count   int               `json:"count" validate:"required"`
	Results []PURLTypeElement `json:"results" validate:"required"`
}

// PURLTypeElement is the representation PURLTypeElement of the API.
type PURLTypeElement struct {
	ID   string `json:"id" validate:"required"`
	Name string `json:"name" validate:"required"`
}
