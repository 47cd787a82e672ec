package command

import (
	"slices"
	"strings"

	"secobserve/web"
)

// OIDC is the configuration of the login through OpenID Connect (access.md §5.1). Values may be "dummy", as installations without it have
// them.
type OIDC struct {
	APIBaseURL                string `help:"URL of the API for the web UI, ending in /api; unset: that of this server." env:"API_BASE_URL" name:"api-base-url"`
	OIDCEnable                string `help:"Whether the web UI offers the login through OpenID Connect (true or false)." env:"OIDC_ENABLE" name:"oidc-enable"`
	OIDCAuthority             string `help:"Base URL of the OpenID Connect issuer; unset: no OpenID Connect." env:"OIDC_AUTHORITY" name:"oidc-authority"`
	OIDCClientID              string `help:"Name of this application at the issuer." env:"OIDC_CLIENT_ID" name:"oidc-client-id"`
	OIDCRedirectURI           string `help:"Where the issuer sends the browser after the login; unset: the web UI's own origin." env:"OIDC_REDIRECT_URI" name:"oidc-redirect-uri"`
	OIDCPostLogoutRedirectURI string `help:"Where the issuer sends the browser after the logout; unset: the web UI's own origin." env:"OIDC_POST_LOGOUT_REDIRECT_URI" name:"oidc-post-logout-redirect-uri"`
	OIDCScope                 string `help:"Scopes of the login; unset: openid profile email." env:"OIDC_SCOPE" name:"oidc-scope"`
	OIDCPrompt                string `help:"The prompt parameter of the login; unset: not sent." env:"OIDC_PROMPT" name:"oidc-prompt"`
}

// ui is what the web UI is told.
func (o OIDC) ui() web.Configuration {
	return web.Configuration{
		APIBaseURL: o.APIBaseURL, OIDCEnable: isTrue(o.OIDCEnable), OIDCAuthority: o.OIDCAuthority, OIDCClientID: o.OIDCClientID,
		OIDCRedirectURI: o.OIDCRedirectURI, OIDCPostLogoutRedirectURI: o.OIDCPostLogoutRedirectURI, OIDCScope: o.OIDCScope, OIDCPrompt: o.OIDCPrompt,
	}.Normalise()
}

// isTrue reads a boolean that may also be a placeholder, which is false.
func isTrue(text string) bool {
	return slices.Contains([]string{"true", "1", "yes", "on"}, strings.ToLower(strings.TrimSpace(text)))
}
