package handlers_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The web UI learns before a login, and with whatever header, what its login page needs.
func TestUIConfiguration(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	want := map[string]any{"api_base_url": "", "oidc_enable": true, "oidc_authority": "https://id.example", "oidc_client_id": "so", "oidc_redirect_uri": "",
		"oidc_post_logout_redirect_uri": "", "oidc_scope": "openid profile email", "oidc_prompt": "", "features": []any{}}
	if diff := cmp.Diff(want, a.do("GET", "/api/status/ui_configuration/", "JWT nonsense", nil).want(200, "").object()); diff != "" {
		t.Error(diff)
	}
	a.do("PATCH", "/api/settings/1/", admin, map[string]any{"feature_disable_user_login": true, "feature_vex": true}).want(200, "")
	a.do("GET", "/api/status/ui_configuration/", "", nil).want(200, `"features":["feature_disable_user_login"]`)
}
