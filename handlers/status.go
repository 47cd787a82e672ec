package handlers

import (
	"secobserve/db"
	"secobserve/handlers/rest"
	"secobserve/handlers/schema"
	"secobserve/model"
)

// statusSettings tells clients what is switched on (operations.md §2).
//
//	@Summary	Tells clients what is switched on (operations
//	@ID	status_settings_retrieve
//	@Tags	status
//	@Produce	json
//	@Success	200	{object}	schema.StatusSettings
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/status/settings/	[get]
func (s *Server) statusSettings(c *call) (reply, error) {
	settings, err := db.Settings.Get(c.tx)
	if err != nil {
		return reply{}, err
	}
	if c.access == nil {
		return ok(struct {
			Features []string `json:"features"`
		}{loginFeatures(&settings)}), nil
	}
	return ok(schema.StatusSettings{
		Features: features(
			feature{"feature_disable_user_login", settings.FeatureDisableUserLogin},
			feature{"feature_vex", settings.FeatureVex},
			feature{"feature_general_rules_need_approval", settings.FeatureGeneralRulesNeedApproval},
			feature{"feature_license_management", settings.FeatureLicenseManagement},
			feature{"feature_automatic_api_import", settings.FeatureAutomaticAPIImport},
			feature{"feature_automatic_osv_scanning", settings.FeatureAutomaticOSVScanning},
			feature{"feature_exploit_information", settings.FeatureExploitInformation},
			feature{"feature_email", s.EmailConfigured},
			feature{"feature_multiple_api_tokens", settings.FeatureMultipleAPITokens},
		),
		RiskAcceptanceExpiryDays: settings.RiskAcceptanceExpiryDays, VexJustificationStyle: settings.VexJustificationStyle,
	}), nil
}

// loginFeatures are the features that callers without a login may know.
func loginFeatures(s *model.Settings) []string {
	return features(feature{"feature_disable_user_login", s.FeatureDisableUserLogin})
}

type feature struct {
	name string
	on   bool
}

func features(all ...feature) []string {
	on := []string{}
	for _, f := range all {
		if f.on {
			on = append(on, f.name)
		}
	}
	return on
}

// statusVersion tells the build's version.
//
//	@Summary	Tells the build's version
//	@ID	status_version_retrieve
//	@Tags	status
//	@Produce	json
//	@Success	200	{object}	schema.Version
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/status/version/	[get]
func (s *Server) statusVersion(*call) (reply, error) {
	return ok(schema.Version{Version: s.Version}), nil
}

// statusHealth answers as long as the data file can be read.
//
//	@Summary	Answers as long as the data file can be read
//	@ID	status_health_retrieve
//	@Tags	status
//	@Success	200
//	@Failure	default	{object}	schema.Message
//	@Router	/api/status/health/	[get]
func (s *Server) statusHealth(c *call) (reply, error) {
	_, err := db.Settings.Get(c.tx)
	return reply{status: 200}, err
}

// enoughRoom is how many bytes the disk must have left for a server that takes uploads.
const enoughRoom = 64 << 20

// statusReady answers as long as the server can do its work: the data file can be read, and the disk has room for it to grow. Whether the
// process lives is asked at health.
//
//	@Summary	Answers as long as the server can do its work
//	@ID	status_ready_retrieve
//	@Tags	status
//	@Success	200
//	@Failure	default	{object}	schema.Message
//	@Router	/api/status/ready/	[get]
func (s *Server) statusReady(c *call) (reply, error) {
	if _, err := db.Settings.Get(c.tx); err != nil || s.Room == nil {
		return reply{status: 200}, err
	}
	switch room, err := s.Room(); {
	case err != nil:
		s.Log.ErrorContext(c.r.Context(), "the disk of the data does not tell how much room it has", "exception_message", err)
		return reply{}, rest.NotReady("The disk of the data does not answer.")
	case room < enoughRoom:
		return reply{}, rest.NotReady("The disk of the data is nearly full.")
	}
	return reply{status: 200}, nil
}

// uiConfiguration tells the web UI what it has to know before a login (web-ui.md §1). It is what /runtime-env.js has, with the features that
// the login page needs.
//
//	@Summary	Tells the web UI what it has to know before a login
//	@ID	status_ui_configuration_retrieve
//	@Tags	status
//	@Produce	json
//	@Success	200	{object}	schema.UIConfiguration
//	@Failure	default	{object}	schema.Message
//	@Router	/api/status/ui_configuration/	[get]
func (s *Server) uiConfiguration(c *call) (reply, error) {
	settings, err := db.Settings.Get(c.tx)
	if err != nil {
		return reply{}, err
	}
	ui := s.UIConfiguration
	return ok(schema.UIConfiguration{
		APIBaseURL: ui.APIBaseURL, OIDCEnable: ui.OIDCEnable, OIDCAuthority: ui.OIDCAuthority, OIDCClientID: ui.OIDCClientID,
		OIDCRedirectURI: ui.OIDCRedirectURI, OIDCPostLogoutRedirectURI: ui.OIDCPostLogoutRedirectURI, OIDCScope: ui.OIDCScope,
		OIDCPrompt: ui.OIDCPrompt, Features: loginFeatures(&settings),
	}), nil
}
