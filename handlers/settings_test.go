package handlers_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"secobserve/db"
	"secobserve/model"
)

const settingsPath = "/api/settings/1/"

// TestOperations_Example01 also pins all defaults of operations.md §1.2.
func TestOperations_Example01(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	user, _ := a.newUser(admin, "mira", false)
	want := map[string]any{"id": 1.0, "security_gate_active": true, "security_gate_threshold_critical": 0.0, "security_gate_threshold_high": 0.0,
		"security_gate_threshold_medium": 99999.0, "security_gate_threshold_low": 99999.0, "security_gate_threshold_none": 99999.0,
		"security_gate_threshold_unknown": 99999.0, "feature_multiple_api_tokens": false, "jwt_validity_duration_user": 168.0,
		"jwt_validity_duration_superuser": 24.0, "internal_users": "", "oidc_clock_skew": 0.0, "base_url_frontend": "", "exception_ms_teams_webhook": "",
		"exception_slack_webhook": "", "exception_rate_limit": 3600.0, "email_from": "", "exception_email_to": "",
		"observation_title_notification_ms_teams_webhook": "", "observation_title_notification_slack_webhook": "",
		"observation_title_notification_email_to": "", "observation_title_notification_min_severity": "",
		"observation_title_notification_status_list": []any{}, "observation_title_notification_min_priority": nil,
		"observation_title_notification_parser_type": "", "background_product_metrics_interval_minutes": 5.0,
		"background_epss_import_crontab_minute": 0.0, "background_epss_import_crontab_hour": 3.0, "branch_housekeeping_crontab_minute": 0.0,
		"branch_housekeeping_crontab_hour": 2.0, "branch_housekeeping_active": true, "branch_housekeeping_keep_inactive_days": 30.0,
		"branch_housekeeping_exempt_branches": "", "feature_vex": false, "vex_justification_style": "CSAF/OpenVEX", "feature_disable_user_login": false,
		"feature_general_rules_need_approval": false, "risk_acceptance_expiry_days": 30.0, "risk_acceptance_expiry_crontab_minute": 0.0,
		"risk_acceptance_expiry_crontab_hour": 1.0, "feature_automatic_api_import": true, "api_import_crontab_minute": 0.0,
		"api_import_crontab_hour": 4.0, "password_validator_minimum_length": 8.0, "password_validator_attribute_similarity": true,
		"password_validator_common_passwords": true, "password_validator_not_numeric": true, "feature_license_management": true,
		"license_import_crontab_minute": 30.0, "license_import_crontab_hour": 1.0, "feature_automatic_osv_scanning": true,
		"feature_exploit_information": true, "exploit_information_max_age_years": 10.0, "periodic_task_max_entries": 10.0,
		"observation_count_from_metrics": false, "feature_cross_scanner_deduplication": false}
	got := a.object(admin, settingsPath)
	check(t, "defaults", got, want)
	if other := a.do("GET", "/api/settings/42/", admin, nil).want(200, "").body; other != a.do("GET", settingsPath, admin, nil).body {
		t.Errorf("another id shows other settings: %s", other)
	}
	for path, status := range map[string]int{"/api/settings/x/": 404, "/api/settings/-1/": 404, "/api/settings/": 404} {
		a.do("GET", path, admin, nil).want(status, "")
	}
	a.do("GET", settingsPath, user, nil).want(403, "")
	a.do("PATCH", settingsPath, user, map[string]any{"feature_vex": true}).want(403, "")
	a.do("GET", settingsPath, "", nil).want(401, "")
	a.do("PUT", settingsPath, admin, map[string]any{}).want(405, "")
	a.do("DELETE", settingsPath, admin, nil).want(405, "")
}

func TestOperations_Example02(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	path := "/api/products/" + a.newProduct(admin, "Till") + "/"
	for i := range 4 {
		a.newObservation(admin, strings.Split(path, "/")[3], map[string]any{"title": fmt.Sprint("High ", i), "parser_severity": "High"})
	}
	check(t, "before", a.object(admin, path), map[string]any{"security_gate_passed": false})
	before := a.object(admin, settingsPath)
	after := a.do("PATCH", settingsPath, admin, map[string]any{"security_gate_threshold_high": 5}).want(200, "").object()
	before["security_gate_threshold_high"] = 5
	check(t, "settings", after, before)
	check(t, "after", a.object(admin, path), map[string]any{"security_gate_passed": true})
}

func TestOperations_Example03(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	got := a.do("PATCH", settingsPath, admin, map[string]any{"feature_vex": true, "branch_housekeeping_crontab_hour": 24})
	if got.status != 400 || got.message() != "Branch housekeeping crontab hour: Ensure this value is less than or equal to 23." {
		t.Errorf("%d %s", got.status, got.body)
	}
	check(t, "after the refusal", a.object(admin, settingsPath), map[string]any{"feature_vex": false, "branch_housekeeping_crontab_hour": 2})
}

func TestOperations_Example04(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	const name = "observation_title_notification_status_list"
	a.do("PATCH", settingsPath, admin, map[string]any{name: []string{"Open", "Closed"}}).want(400, "Invalid statuses: Closed")
	a.do("PATCH", settingsPath, admin, map[string]any{name: []string{"Open", "In review"}}).want(200, `"`+name+`":["Open","In review"]`)
	a.do("PATCH", settingsPath, admin, map[string]any{name: "Open"}).want(400, `Expected a list of items but got type \"str\".`)
	a.do("PATCH", settingsPath, admin, map[string]any{name: []string{}}).want(200, `"`+name+`":[]`)
	a.do("PATCH", settingsPath, admin, map[string]any{name: slices.Repeat([]string{"Risk accepted"}, 20)}).want(400, "Ensure this field has no more than 255 characters.")
}

func TestOperations_Example05(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	a.do("PATCH", settingsPath, admin, map[string]any{"feature_license_management": false, "feature_automatic_osv_scanning": false}).want(200, `"feature_license_management":false`)
	a.do("PATCH", settingsPath, admin, map[string]any{"feature_automatic_osv_scanning": true, "feature_license_management": false}).want(200, `"feature_license_management":true`)
	a.do("PATCH", settingsPath, admin, map[string]any{"feature_license_management": false}).want(200, `"feature_license_management":false`)
	a.do("PATCH", settingsPath, admin, map[string]any{"feature_vex": true}).want(200, `"feature_license_management":false`)
}

func TestOperations_Example18(t *testing.T) { TestProducts_Example12(t) }

func TestOperations_Example26(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	a.do("GET", "/api/purl_types/golang/", admin, nil).want(200, `{"id":"golang","name":"Go"}`)
	if got := a.do("GET", "/api/purl_types/", admin, nil); got.status != 404 || got.body != "" {
		t.Errorf("%d %q", got.status, got.body)
	}
}

// Values out of their ranges, of wrong types and null, for every setting of the specification.
func TestSettingsValidation(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	ranges := map[string][2]int{"exception_rate_limit": {0, 999999}, "oidc_clock_skew": {0, 999999}, "jwt_validity_duration_user": {0, 999999},
		"jwt_validity_duration_superuser": {0, 999999}, "observation_title_notification_min_priority": {1, 99}, "background_product_metrics_interval_minutes": {0, 999999},
		"branch_housekeeping_keep_inactive_days": {0, 999999}, "risk_acceptance_expiry_days": {0, 999999}, "password_validator_minimum_length": {1, 4096},
		"exploit_information_max_age_years": {0, 999999}, "periodic_task_max_entries": {1, 999999}}
	for _, severity := range []string{"critical", "high", "medium", "low", "none", "unknown"} {
		ranges["security_gate_threshold_"+severity] = [2]int{0, 999999}
	}
	for _, task := range []string{"background_epss_import", "branch_housekeeping", "risk_acceptance_expiry", "api_import", "license_import"} {
		ranges[task+"_crontab_minute"], ranges[task+"_crontab_hour"] = [2]int{0, 59}, [2]int{0, 23}
	}
	limits := map[string]int{"internal_users": 255, "base_url_frontend": 255, "exception_ms_teams_webhook": 2048, "exception_slack_webhook": 2048, "email_from": 255,
		"exception_email_to": 255, "observation_title_notification_ms_teams_webhook": 2048, "observation_title_notification_slack_webhook": 2048,
		"observation_title_notification_email_to": 255, "branch_housekeeping_exempt_branches": 255}
	choices := []string{"observation_title_notification_min_severity", "observation_title_notification_parser_type", "vex_justification_style"}
	nullable := []string{"observation_title_notification_min_priority"}
	refused := func(name string, value any, text string) {
		t.Helper()
		got := a.do("PATCH", settingsPath, admin, map[string]any{name: value})
		label := strings.ToUpper(name[:1]) + strings.ReplaceAll(name[1:], "_", " ")
		if got.status != 400 || got.message() != label+": "+text {
			t.Errorf("%s = %v: %d %s, want %q", name, value, got.status, got.body, text)
		}
	}
	accepted := func(name string, value any) {
		t.Helper()
		check(t, name, a.do("PATCH", settingsPath, admin, map[string]any{name: value}).want(200, "").object(), map[string]any{name: value})
	}
	for name, value := range a.object(admin, settingsPath) {
		_, isBool := value.(bool)
		switch limit, isText := limits[name]; {
		case name == "id" || name == "observation_title_notification_status_list":
			continue
		case isBool:
			refused(name, "maybe", "Must be a valid boolean.")
			accepted(name, !value.(bool))
			accepted(name, value)
		case isText:
			refused(name, strings.Repeat("x", limit+1), fmt.Sprintf("Ensure this field has no more than %d characters.", limit))
			refused(name, []string{"x"}, "Not a valid string.")
			accepted(name, "")
		case slices.Contains(choices, name):
			refused(name, "Elsewhere", `"Elsewhere" is not a valid choice.`)
		default:
			bounds, specified := ranges[name]
			if !specified {
				continue
			}
			refused(name, bounds[0]-1, fmt.Sprintf("Ensure this value is greater than or equal to %d.", bounds[0]))
			refused(name, bounds[1]+1, fmt.Sprintf("Ensure this value is less than or equal to %d.", bounds[1]))
			refused(name, "many", "A valid integer is required.")
			accepted(name, bounds[0])
			accepted(name, bounds[1])
		}
		if !slices.Contains(nullable, name) {
			refused(name, nil, "This field may not be null.")
		}
	}
	accepted("observation_title_notification_min_priority", nil)
	refused("vex_justification_style", "", `"" is not a valid choice.`)
	accepted("vex_justification_style", "CycloneDX")
	accepted("observation_title_notification_parser_type", "SCA")
	accepted("observation_title_notification_min_severity", "High")
	refused("exception_slack_webhook", "ftp://example.com", "Not a valid URL")
	for _, name := range []string{"branch_housekeeping_exempt_branches", "internal_users"} {
		got := a.do("PATCH", settingsPath, admin, map[string]any{name: "a(b"})
		if got.status != 400 || !strings.Contains(got.message(), "Not a valid regular expression: ") {
			t.Errorf("%s: %d %s", name, got.status, got.body)
		}
	}
	a.do("PATCH", settingsPath, admin, map[string]any{"unknown_key": 1, "id": 7, "base_url_frontend": "  https://x.example.com  "}).want(200, `"base_url_frontend":"https://x.example.com"`)
}

// Secrets of the settings never leave the API and are encrypted in the data file.
func TestSecretsOfTheSettings(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	const secret = "https://hooks.example.com/secret-part"
	for _, name := range []string{"exception_ms_teams_webhook", "exception_slack_webhook", "observation_title_notification_ms_teams_webhook", "observation_title_notification_slack_webhook"} {
		shown := func(body map[string]any) any {
			return a.do("PATCH", settingsPath, admin, body).want(200, "").object()[name]
		}
		if got := shown(map[string]any{name: secret}); got != "********" {
			t.Errorf("%s: %v after it was set", name, got)
		}
		if got := shown(map[string]any{name: "********"}); got != "********" {
			t.Errorf("%s: %v after the mask was sent back", name, got)
		}
		if got := shown(map[string]any{"feature_vex": true}); got != "********" {
			t.Errorf("%s: %v after a change of something else", name, got)
		}
		if strings.Contains(a.do("GET", settingsPath, admin, nil).body, "secret-part") || strings.Contains(a.stored(db.Settings), "secret-part") {
			t.Errorf("%s can be read", name)
		}
		if got := shown(map[string]any{name: ""}); got != "" {
			t.Errorf("%s: %v after it was cleared", name, got)
		}
	}
}

// stored is what the data file holds of a record, as text.
func (a *api) stored(record db.Record[model.Settings]) string {
	a.t.Helper()
	var out string
	err := a.store.View(a.t.Context(), func(tx *db.Tx) error {
		row, err := record.Get(tx)
		if err != nil {
			return err
		}
		encoded, err := json.Marshal(row)
		out = string(encoded)
		return err
	})
	if err != nil {
		a.t.Fatal(err)
	}
	return out
}
