package command

import (
	"net/http"
	"strings"
	"testing"
)

func TestVerifier(t *testing.T) {
	full := OIDC{OIDCAuthority: "https://id.example", OIDCClientID: "so", OIDCUsername: "preferred_username"}
	tests := map[string]struct {
		change func(*OIDC)
		on     bool
		fault  string
	}{
		"complete":       {func(*OIDC) {}, true, ""},
		"off":            {func(o *OIDC) { o.OIDCAuthority = "" }, false, ""},
		"placeholders":   {func(o *OIDC) { o.OIDCAuthority, o.OIDCClientID, o.OIDCUsername = "dummy", "dummy", "dummy" }, false, ""},
		"no client":      {func(o *OIDC) { o.OIDCClientID = "dummy" }, false, "OIDC_CLIENT_ID"},
		"no user claim":  {func(o *OIDC) { o.OIDCUsername = " " }, false, "OIDC_USERNAME"},
		"no web address": {func(o *OIDC) { o.OIDCAuthority = "id.example" }, false, "no http or https address"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			o := full
			test.change(&o)
			verifier, err := o.verifier(http.DefaultClient)
			if (verifier != nil) != test.on || (err != nil) != (test.fault != "") {
				t.Fatalf("verifier %v, %v", verifier, err)
			}
			if err != nil && !strings.Contains(err.Error(), test.fault) {
				t.Errorf("error %q does not name %s", err, test.fault)
			}
		})
	}
}
