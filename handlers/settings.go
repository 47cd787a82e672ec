package handlers

import (
	"secobserve/db"
	"secobserve/handlers/rest"
	"secobserve/handlers/schema"
	"secobserve/model"
	"secobserve/products"
)

var vexJustificationStyles = []string{"CSAF/OpenVEX", "CycloneDX"}

// getSettings shows the settings, whatever the id.
//
//	@Summary	Shows the settings, whatever the id
//	@ID	settings_retrieve
//	@Tags	settings
//	@Param	id	path	int	true	"id"
//	@Produce	json
//	@Success	200	{object}	schema.Settings
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/settings/{id}/	[get]
func (s *Server) getSettings(c *call) (reply, error) {
	settings, err := db.Settings.Get(c.tx)
	return ok(showSettings(&settings)), err
}

// updateSettings changes settings; changes of the security gate take effect on all products at once.
//
//	@Summary	Changes settings
//	@ID	settings_partial_update
//	@Tags	settings
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.PatchedSettingsRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	200	{object}	schema.Settings
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/settings/{id}/	[patch]
func (s *Server) updateSettings(c *call) (reply, error) {
	settings, err := db.Settings.Get(c.tx)
	if err != nil {
		return reply{}, err
	}
	before := settings
	f, err := c.form(rest.Patch)
	if err != nil {
		return reply{}, err
	}
	c.readSettings(f, &settings)
	if err := f.Err(); err != nil {
		return reply{}, err
	}
	if f.Has("feature_automatic_osv_scanning") && settings.FeatureAutomaticOSVScanning {
		settings.FeatureLicenseManagement = true
	}
	if err := db.Settings.Put(c.tx, settings); err != nil {
		return reply{}, err
	}
	c.tx.OnCommit(func() { c.audit("Settings changed", c.user().Username) })
	if before.SecurityGateActive != settings.SecurityGateActive || !equalThresholds(&before, &settings) {
		if err := products.CheckAllGates(c.tx); err != nil {
			return reply{}, err
		}
	}
	return ok(showSettings(&settings)), nil
}

func equalThresholds(a, b *model.Settings) bool {
	old, fresh := products.SettingsThresholds(a), products.SettingsThresholds(b)
	for i := range old {
		if *old[i] != *fresh[i] {
			return false
		}
	}
	return true
}

// validPatterns checks a comma separated list of regular expressions.
func validPatterns(list string) error {
	for _, pattern := range model.SplitList(list) {
		if err := validPattern(pattern); err != nil {
			return err
		}
	}
	return nil
}

func (c *call) readSettings(f *rest.Form, s *model.Settings) {
	rest.Choices(f, "observation_title_notification_status_list", &s.ObservationTitleNotificationStatusList, model.Statuses)
	rest.Bool(f, "security_gate_active", &s.SecurityGateActive)
	rest.Int(f, "security_gate_threshold_critical", &s.SecurityGateThresholdCritical, 0, 999999, false)
	rest.Int(f, "security_gate_threshold_high", &s.SecurityGateThresholdHigh, 0, 999999, false)
	rest.Int(f, "security_gate_threshold_medium", &s.SecurityGateThresholdMedium, 0, 999999, false)
	rest.Int(f, "security_gate_threshold_low", &s.SecurityGateThresholdLow, 0, 999999, false)
	rest.Int(f, "security_gate_threshold_none", &s.SecurityGateThresholdNone, 0, 999999, false)
	rest.Int(f, "security_gate_threshold_unknown", &s.SecurityGateThresholdUnknown, 0, 999999, false)
	rest.Int(f, "jwt_validity_duration_user", &s.JWTValidityDurationUser, 0, 999999, false)
	rest.Int(f, "jwt_validity_duration_superuser", &s.JWTValidityDurationSuperuser, 0, 999999, false)
	rest.Text(f, "internal_users", &s.InternalUsers, rest.TextRule{Max: maxName, Check: validPatterns})
	rest.Text(f, "base_url_frontend", &s.BaseURLFrontend, rest.TextRule{Max: 255})
	c.readSecret(f, "exception_ms_teams_webhook", &s.ExceptionMSTeamsWebhook, maxText, model.ValidateURL)
	c.readSecret(f, "exception_slack_webhook", &s.ExceptionSlackWebhook, maxText, model.ValidateURL)
	rest.Int(f, "exception_rate_limit", &s.ExceptionRateLimit, 0, 999999, false)
	rest.Text(f, "email_from", &s.EmailFrom, rest.TextRule{Max: 255})
	rest.Text(f, "exception_email_to", &s.ExceptionEmailTo, rest.TextRule{Max: 255})
	c.readSecret(f, "observation_title_notification_ms_teams_webhook", &s.ObservationTitleNotificationMSTeamsWebhook, maxText, model.ValidateURL)
	c.readSecret(f, "observation_title_notification_slack_webhook", &s.ObservationTitleNotificationSlackWebhook, maxText, model.ValidateURL)
	rest.Text(f, "observation_title_notification_email_to", &s.ObservationTitleNotificationEmailTo, rest.TextRule{Max: 255})
	rest.Choice(f, "observation_title_notification_min_severity", &s.ObservationTitleNotificationMinSeverity, model.Severities, false, true)
	rest.NullInt(f, "observation_title_notification_min_priority", &s.ObservationTitleNotificationMinPriority, 1, 99)
	rest.Choice(f, "observation_title_notification_parser_type", &s.ObservationTitleNotificationParserType, model.ParserTypes, false, true)
	rest.Int(f, "background_product_metrics_interval_minutes", &s.BackgroundProductMetricsIntervalMinutes, 0, 999999, false)
	rest.Int(f, "background_epss_import_crontab_minute", &s.BackgroundEPSSImportCrontabMinute, 0, 59, false)
	rest.Int(f, "background_epss_import_crontab_hour", &s.BackgroundEPSSImportCrontabHour, 0, 23, false)
	rest.Int(f, "branch_housekeeping_crontab_minute", &s.BranchHousekeepingCrontabMinute, 0, 59, false)
	rest.Int(f, "branch_housekeeping_crontab_hour", &s.BranchHousekeepingCrontabHour, 0, 23, false)
	rest.Bool(f, "branch_housekeeping_active", &s.BranchHousekeepingActive)
	rest.Int(f, "branch_housekeeping_keep_inactive_days", &s.BranchHousekeepingKeepInactiveDays, 0, 999999, false)
	rest.Text(f, "branch_housekeeping_exempt_branches", &s.BranchHousekeepingExemptBranches, rest.TextRule{Max: maxName, Check: validPattern})
	rest.Bool(f, "feature_vex", &s.FeatureVex)
	rest.Choice(f, "vex_justification_style", &s.VexJustificationStyle, vexJustificationStyles, false, false)
	rest.Bool(f, "feature_disable_user_login", &s.FeatureDisableUserLogin)
	rest.Bool(f, "feature_general_rules_need_approval", &s.FeatureGeneralRulesNeedApproval)
	rest.Int(f, "risk_acceptance_expiry_days", &s.RiskAcceptanceExpiryDays, 0, 999999, false)
	rest.Int(f, "risk_acceptance_expiry_crontab_minute", &s.RiskAcceptanceExpiryCrontabMinute, 0, 59, false)
	rest.Int(f, "risk_acceptance_expiry_crontab_hour", &s.RiskAcceptanceExpiryCrontabHour, 0, 23, false)
	rest.Bool(f, "feature_automatic_api_import", &s.FeatureAutomaticAPIImport)
	rest.Int(f, "api_import_crontab_minute", &s.APIImportCrontabMinute, 0, 59, false)
	rest.Int(f, "api_import_crontab_hour", &s.APIImportCrontabHour, 0, 23, false)
	rest.Int(f, "password_validator_minimum_length", &s.PasswordValidatorMinimumLength, 1, 4096, false)
	rest.Bool(f, "password_validator_attribute_similarity", &s.PasswordValidatorAttributeSimilarity)
	rest.Bool(f, "password_validator_common_passwords", &s.PasswordValidatorCommonPasswords)
	rest.Bool(f, "password_validator_not_numeric", &s.PasswordValidatorNotNumeric)
	rest.Bool(f, "feature_license_management", &s.FeatureLicenseManagement)
	rest.Int(f, "license_import_crontab_minute", &s.LicenseImportCrontabMinute, 0, 59, false)
	rest.Int(f, "license_import_crontab_hour", &s.LicenseImportCrontabHour, 0, 23, false)
	readAddress(f, "license_spdx_licenses_url", &s.LicenseSPDXLicensesURL)
	readAddress(f, "license_spdx_exceptions_url", &s.LicenseSPDXExceptionsURL)
	readAddress(f, "license_scancode_url", &s.LicenseScanCodeURL)
	readAddress(f, "license_licenselynx_url", &s.LicenseLicenseLynxURL)
	rest.Bool(f, "feature_automatic_osv_scanning", &s.FeatureAutomaticOSVScanning)
	rest.Bool(f, "feature_exploit_information", &s.FeatureExploitInformation)
	rest.Int(f, "exploit_information_max_age_years", &s.ExploitInformationMaxAgeYears, 0, 999999, false)
	rest.Int(f, "periodic_task_max_entries", &s.PeriodicTaskMaxEntries, 1, 999999, false)
	rest.Int(f, "import_history_keep_days", &s.ImportHistoryKeepDays, 1, 999999, false)
	rest.Int(f, "audit_log_keep_days", &s.AuditLogKeepDays, 0, 999999, false)
	rest.Int(f, "notification_keep_days", &s.NotificationKeepDays, 0, 999999, false)
	rest.Int(f, "backup_keep_days", &s.BackupKeepDays, 0, 999999, false)
	rest.Int(f, "backup_crontab_minute", &s.BackupCrontabMinute, 0, 59, false)
	rest.Int(f, "backup_crontab_hour", &s.BackupCrontabHour, 0, 23, false)
	rest.Int(f, "oidc_clock_skew", &s.OIDCClockSkew, 0, 999999, false)
	rest.Bool(f, "observation_count_from_metrics", &s.ObservationCountFromMetrics)
	rest.Bool(f, "feature_cross_scanner_deduplication", &s.FeatureCrossScannerDeduplication)
	rest.Bool(f, "feature_multiple_api_tokens", &s.FeatureMultipleAPITokens)
}

// readAddress reads the address of a document on the web.
func readAddress(f *rest.Form, name string, to *string) {
	rest.Text(f, name, to, rest.TextRule{Max: maxText, Check: model.ValidateURL})
}

func showSettings(s *model.Settings) schema.Settings {
	return schema.Settings{
		ID:                                         1,
		ObservationTitleNotificationStatusList:     statusTexts(s.ObservationTitleNotificationStatusList),
		SecurityGateActive:                         s.SecurityGateActive,
		SecurityGateThresholdCritical:              s.SecurityGateThresholdCritical,
		SecurityGateThresholdHigh:                  s.SecurityGateThresholdHigh,
		SecurityGateThresholdMedium:                s.SecurityGateThresholdMedium,
		SecurityGateThresholdLow:                   s.SecurityGateThresholdLow,
		SecurityGateThresholdNone:                  s.SecurityGateThresholdNone,
		SecurityGateThresholdUnknown:               s.SecurityGateThresholdUnknown,
		JWTValidityDurationUser:                    s.JWTValidityDurationUser,
		JWTValidityDurationSuperuser:               s.JWTValidityDurationSuperuser,
		InternalUsers:                              s.InternalUsers,
		BaseURLFrontend:                            s.BaseURLFrontend,
		ExceptionMSTeamsWebhook:                    secrets{mayEdit: true}.show(s.ExceptionMSTeamsWebhook),
		ExceptionSlackWebhook:                      secrets{mayEdit: true}.show(s.ExceptionSlackWebhook),
		ExceptionRateLimit:                         s.ExceptionRateLimit,
		EmailFrom:                                  s.EmailFrom,
		ExceptionEmailTo:                           s.ExceptionEmailTo,
		ObservationTitleNotificationMSTeamsWebhook: secrets{mayEdit: true}.show(s.ObservationTitleNotificationMSTeamsWebhook),
		ObservationTitleNotificationSlackWebhook:   secrets{mayEdit: true}.show(s.ObservationTitleNotificationSlackWebhook),
		ObservationTitleNotificationEmailTo:        s.ObservationTitleNotificationEmailTo,
		ObservationTitleNotificationMinSeverity:    s.ObservationTitleNotificationMinSeverity,
		ObservationTitleNotificationMinPriority:    s.ObservationTitleNotificationMinPriority,
		ObservationTitleNotificationParserType:     s.ObservationTitleNotificationParserType,
		BackgroundProductMetricsIntervalMinutes:    s.BackgroundProductMetricsIntervalMinutes,
		BackgroundEPSSImportCrontabMinute:          s.BackgroundEPSSImportCrontabMinute,
		BackgroundEPSSImportCrontabHour:            s.BackgroundEPSSImportCrontabHour,
		BranchHousekeepingCrontabMinute:            s.BranchHousekeepingCrontabMinute,
		BranchHousekeepingCrontabHour:              s.BranchHousekeepingCrontabHour,
		BranchHousekeepingActive:                   s.BranchHousekeepingActive,
		BranchHousekeepingKeepInactiveDays:         s.BranchHousekeepingKeepInactiveDays,
		BranchHousekeepingExemptBranches:           s.BranchHousekeepingExemptBranches,
		FeatureVex:                                 s.FeatureVex,
		VexJustificationStyle:                      s.VexJustificationStyle,
		FeatureDisableUserLogin:                    s.FeatureDisableUserLogin,
		FeatureGeneralRulesNeedApproval:            s.FeatureGeneralRulesNeedApproval,
		RiskAcceptanceExpiryDays:                   s.RiskAcceptanceExpiryDays,
		RiskAcceptanceExpiryCrontabMinute:          s.RiskAcceptanceExpiryCrontabMinute,
		RiskAcceptanceExpiryCrontabHour:            s.RiskAcceptanceExpiryCrontabHour,
		FeatureAutomaticAPIImport:                  s.FeatureAutomaticAPIImport,
		APIImportCrontabMinute:                     s.APIImportCrontabMinute,
		APIImportCrontabHour:                       s.APIImportCrontabHour,
		PasswordValidatorMinimumLength:             s.PasswordValidatorMinimumLength,
		PasswordValidatorAttributeSimilarity:       s.PasswordValidatorAttributeSimilarity,
		PasswordValidatorCommonPasswords:           s.PasswordValidatorCommonPasswords,
		PasswordValidatorNotNumeric:                s.PasswordValidatorNotNumeric,
		FeatureLicenseManagement:                   s.FeatureLicenseManagement,
		LicenseImportCrontabMinute:                 s.LicenseImportCrontabMinute,
		LicenseImportCrontabHour:                   s.LicenseImportCrontabHour,
		LicenseSPDXLicensesURL:                     s.LicenseSPDXLicensesURL,
		LicenseSPDXExceptionsURL:                   s.LicenseSPDXExceptionsURL,
		LicenseScanCodeURL:                         s.LicenseScanCodeURL,
		LicenseLicenseLynxURL:                      s.LicenseLicenseLynxURL,
		FeatureAutomaticOSVScanning:                s.FeatureAutomaticOSVScanning,
		FeatureExploitInformation:                  s.FeatureExploitInformation,
		ExploitInformationMaxAgeYears:              s.ExploitInformationMaxAgeYears,
		PeriodicTaskMaxEntries:                     s.PeriodicTaskMaxEntries,
		ImportHistoryKeepDays:                      s.ImportHistoryKeepDays,
		AuditLogKeepDays:                           s.AuditLogKeepDays,
		NotificationKeepDays:                       s.NotificationKeepDays,
		BackupKeepDays:                             s.BackupKeepDays,
		BackupCrontabMinute:                        s.BackupCrontabMinute,
		BackupCrontabHour:                          s.BackupCrontabHour,
		OIDCClockSkew:                              s.OIDCClockSkew,
		ObservationCountFromMetrics:                s.ObservationCountFromMetrics,
		FeatureCrossScannerDeduplication:           s.FeatureCrossScannerDeduplication,
		FeatureMultipleAPITokens:                   s.FeatureMultipleAPITokens,
	}
}
