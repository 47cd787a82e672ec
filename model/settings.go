package model

// Settings is the one record of settings of the installation (operations.md §1.2).
type Settings struct {
	SecurityGateActive                         bool       `cbor:"security_gate_active"`
	SecurityGateThresholdCritical              int        `cbor:"security_gate_threshold_critical"`
	SecurityGateThresholdHigh                  int        `cbor:"security_gate_threshold_high"`
	SecurityGateThresholdMedium                int        `cbor:"security_gate_threshold_medium"`
	SecurityGateThresholdLow                   int        `cbor:"security_gate_threshold_low"`
	SecurityGateThresholdNone                  int        `cbor:"security_gate_threshold_none"`
	SecurityGateThresholdUnknown               int        `cbor:"security_gate_threshold_unknown"`
	FeatureMultipleAPITokens                   bool       `cbor:"feature_multiple_api_tokens"`
	JWTValidityDurationUser                    int        `cbor:"jwt_validity_duration_user"`
	JWTValidityDurationSuperuser               int        `cbor:"jwt_validity_duration_superuser"`
	InternalUsers                              string     `cbor:"internal_users,omitempty"`
	OIDCClockSkew                              int        `cbor:"oidc_clock_skew"`
	BaseURLFrontend                            string     `cbor:"base_url_frontend,omitempty"`
	ExceptionMSTeamsWebhook                    Secret     `cbor:"exception_ms_teams_webhook,omitempty"`
	ExceptionSlackWebhook                      Secret     `cbor:"exception_slack_webhook,omitempty"`
	ExceptionRateLimit                         int        `cbor:"exception_rate_limit"`
	EmailFrom                                  string     `cbor:"email_from,omitempty"`
	ExceptionEmailTo                           string     `cbor:"exception_email_to,omitempty"`
	ObservationTitleNotificationMSTeamsWebhook Secret     `cbor:"observation_title_notification_ms_teams_webhook,omitempty"`
	ObservationTitleNotificationSlackWebhook   Secret     `cbor:"observation_title_notification_slack_webhook,omitempty"`
	ObservationTitleNotificationEmailTo        string     `cbor:"observation_title_notification_email_to,omitempty"`
	ObservationTitleNotificationMinSeverity    Severity   `cbor:"observation_title_notification_min_severity,omitempty"`
	ObservationTitleNotificationStatusList     []Status   `cbor:"observation_title_notification_status_list,omitempty"`
	ObservationTitleNotificationMinPriority    *int       `cbor:"observation_title_notification_min_priority,omitempty"`
	ObservationTitleNotificationParserType     ParserType `cbor:"observation_title_notification_parser_type,omitempty"`
	BackgroundProductMetricsIntervalMinutes    int        `cbor:"background_product_metrics_interval_minutes"`
	BackgroundEPSSImportCrontabMinute          int        `cbor:"background_epss_import_crontab_minute"`
	BackgroundEPSSImportCrontabHour            int        `cbor:"background_epss_import_crontab_hour"`
	BranchHousekeepingCrontabMinute            int        `cbor:"branch_housekeeping_crontab_minute"`
	BranchHousekeepingCrontabHour              int        `cbor:"branch_housekeeping_crontab_hour"`
	BranchHousekeepingActive                   bool       `cbor:"branch_housekeeping_active"`
	BranchHousekeepingKeepInactiveDays         int        `cbor:"branch_housekeeping_keep_inactive_days"`
	BranchHousekeepingExemptBranches           string     `cbor:"branch_housekeeping_exempt_branches,omitempty"`
	FeatureVex                                 bool       `cbor:"feature_vex"`
	VexJustificationStyle                      string     `cbor:"vex_justification_style,omitempty"`
	FeatureDisableUserLogin                    bool       `cbor:"feature_disable_user_login"`
	FeatureGeneralRulesNeedApproval            bool       `cbor:"feature_general_rules_need_approval"`
	RiskAcceptanceExpiryDays                   int        `cbor:"risk_acceptance_expiry_days"`
	RiskAcceptanceExpiryCrontabMinute          int        `cbor:"risk_acceptance_expiry_crontab_minute"`
	RiskAcceptanceExpiryCrontabHour            int        `cbor:"risk_acceptance_expiry_crontab_hour"`
	FeatureAutomaticAPIImport                  bool       `cbor:"feature_automatic_api_import"`
	APIImportCrontabMinute                     int        `cbor:"api_import_crontab_minute"`
	APIImportCrontabHour                       int        `cbor:"api_import_crontab_hour"`
	PasswordValidatorMinimumLength             int        `cbor:"password_validator_minimum_length"`
	PasswordValidatorAttributeSimilarity       bool       `cbor:"password_validator_attribute_similarity"`
	PasswordValidatorCommonPasswords           bool       `cbor:"password_validator_common_passwords"`
	PasswordValidatorNotNumeric                bool       `cbor:"password_validator_not_numeric"`
	FeatureLicenseManagement                   bool       `cbor:"feature_license_management"`
	LicenseImportCrontabMinute                 int        `cbor:"license_import_crontab_minute"`
	LicenseImportCrontabHour                   int        `cbor:"license_import_crontab_hour"`
	FeatureAutomaticOSVScanning                bool       `cbor:"feature_automatic_osv_scanning"`
	FeatureExploitInformation                  bool       `cbor:"feature_exploit_information"`
	ExploitInformationMaxAgeYears              int        `cbor:"exploit_information_max_age_years"`
	PeriodicTaskMaxEntries                     int        `cbor:"periodic_task_max_entries"`
	ObservationCountFromMetrics                bool       `cbor:"observation_count_from_metrics"`
	FeatureCrossScannerDeduplication           bool       `cbor:"feature_cross_scanner_deduplication"`
	// ImportHistoryKeepDays is for how many days what imports did is kept.
	ImportHistoryKeepDays int `cbor:"import_history_keep_days"`
	// The addresses of the license data (licenses.md §3), or of mirrors of them; empty: this source is never asked.
	LicenseSPDXLicensesURL   string `cbor:"license_spdx_licenses_url"`
	LicenseSPDXExceptionsURL string `cbor:"license_spdx_exceptions_url"`
	LicenseScanCodeURL       string `cbor:"license_scancode_url"`
	LicenseLicenseLynxURL    string `cbor:"license_licenselynx_url"`
	// AuditLogKeepDays is for how many days the records of administrative changes are kept; 0: for ever.
	AuditLogKeepDays int `cbor:"audit_log_keep_days"`
	// NotificationKeepDays is for how many days notifications are kept; 0: for ever.
	NotificationKeepDays int `cbor:"notification_keep_days"`
	// BackupKeepDays is for how many days daily backups are kept; 0: none are made.
	BackupKeepDays      int `cbor:"backup_keep_days"`
	BackupCrontabMinute int `cbor:"backup_crontab_minute"`
	BackupCrontabHour   int `cbor:"backup_crontab_hour"`
}

// DefaultSettings are the settings of a new installation.
func DefaultSettings() Settings {
	return Settings{
		SecurityGateActive:                      true,
		SecurityGateThresholdMedium:             99999,
		SecurityGateThresholdLow:                99999,
		SecurityGateThresholdNone:               99999,
		SecurityGateThresholdUnknown:            99999,
		JWTValidityDurationUser:                 168,
		JWTValidityDurationSuperuser:            24,
		ExceptionRateLimit:                      3600,
		BackgroundProductMetricsIntervalMinutes: 5,
		BackgroundEPSSImportCrontabHour:         3,
		BranchHousekeepingCrontabHour:           2,
		BranchHousekeepingActive:                true,
		BranchHousekeepingKeepInactiveDays:      30,
		VexJustificationStyle:                   "CSAF/OpenVEX",
		RiskAcceptanceExpiryDays:                30,
		RiskAcceptanceExpiryCrontabHour:         1,
		FeatureAutomaticAPIImport:               true,
		APIImportCrontabHour:                    4,
		PasswordValidatorMinimumLength:          8,
		PasswordValidatorAttributeSimilarity:    true,
		PasswordValidatorCommonPasswords:        true,
		PasswordValidatorNotNumeric:             true,
		FeatureLicenseManagement:                true,
		LicenseImportCrontabMinute:              30,
		LicenseImportCrontabHour:                1,
		LicenseSPDXLicensesURL:                  "https://raw.githubusercontent.com/spdx/license-list-data/refs/heads/main/json/licenses.json",
		LicenseSPDXExceptionsURL:                "https://raw.githubusercontent.com/spdx/license-list-data/refs/heads/main/json/exceptions.json",
		LicenseScanCodeURL:                      "https://scancode-licensedb.aboutcode.org/index.json",
		LicenseLicenseLynxURL:                   "https://licenselynx.org/json/latest/mapping.json",
		FeatureAutomaticOSVScanning:             true,
		FeatureExploitInformation:               true,
		ExploitInformationMaxAgeYears:           10,
		PeriodicTaskMaxEntries:                  10,
		ImportHistoryKeepDays:                   90,
		AuditLogKeepDays:                        365,
		NotificationKeepDays:                    90,
		BackupKeepDays:                          7,
		BackupCrontabMinute:                     15,
		BackupCrontabHour:                       5,
	}
}
