package web

import (
	"encoding/json"
	"net/url"
	"strings"
)

// Configuration is what the browser application has to know before anybody has logged in (web-ui.md §1). None of it is secret. The JSON names
// are those of the environment variables, as the established deployment has them in its runtime-env.js.
type Configuration struct {
	// APIBaseURL ends in /api; empty means that of the server that delivers the application.
	APIBaseURL string `json:"API_BASE_URL,omitempty"`
	// OIDCEnable offers the login through OpenID Connect.
	OIDCEnable bool `json:"-"`
	// OIDCAuthority is the issuer's base URL, OIDCClientID the name of the application there.
	OIDCAuthority string `json:"OIDC_AUTHORITY,omitempty"`
	OIDCClientID  string `json:"OIDC_CLIENT_ID,omitempty"`
	// OIDCRedirectURI and OIDCPostLogoutRedirectURI are where the provider sends the browser to; empty means the application's own origin.
	OIDCRedirectURI           string `json:"OIDC_REDIRECT_URI,omitempty"`
	OIDCPostLogoutRedirectURI string `json:"OIDC_POST_LOGOUT_REDIRECT_URI,omitempty"`
	// OIDCScope are the demanded scopes, separated by blanks.
	OIDCScope string `json:"OIDC_SCOPE"`
	// OIDCPrompt is sent to the provider unless it is empty (OpenID Connect Core §3.1.2.1).
	OIDCPrompt string `json:"OIDC_PROMPT,omitempty"`
}

// placeholder is the value that installations without OpenID Connect have in its variables.
const placeholder = "dummy"

// defaultScope is demanded unless another one is configured.
const defaultScope = "openid profile email"

// Normalise gives unset values their defaults and clears placeholders.
func (c Configuration) Normalise() Configuration {
	for _, text := range []*string{
		&c.APIBaseURL, &c.OIDCAuthority, &c.OIDCClientID, &c.OIDCRedirectURI, &c.OIDCPostLogoutRedirectURI, &c.OIDCScope, &c.OIDCPrompt,
	} {
		if *text = strings.TrimSpace(*text); *text == placeholder {
			*text = ""
		}
	}
	if c.OIDCScope == "" {
		c.OIDCScope = defaultScope
	}
	c.OIDCEnable = c.OIDCEnable && c.OIDCAuthority != "" && c.OIDCClientID != ""
	return c
}

// script is the source of /runtime-env.js. What is not configured depends on where the browser has found the application, which only the
// browser knows for sure.
func (c Configuration) script() (string, error) {
	configured, err := json.Marshal(c) // escapes <, > and &
	if err != nil {
		return "", err
	}
	enable := `"false"`
	if c.OIDCEnable {
		enable = `"true"`
	}
	return `const origin = window.location.origin;
window.__RUNTIME_CONFIG__ = Object.assign(
  { API_BASE_URL: origin + "/api", OIDC_ENABLE: ` + enable + `, OIDC_REDIRECT_URI: origin, OIDC_POST_LOGOUT_REDIRECT_URI: origin, OIDC_PROMPT: "" },
  ` + string(configured) + `,
);
`, nil
}

// contentSecurityPolicy of the application's files (web-ui.md §1): nothing inline, nothing from elsewhere, and calls to the API and the
// provider of identities only, which is asked in a frame for another token; the hash is that of the empty style element into which the
// component library inserts its rules.
func (c Configuration) contentSecurityPolicy() string {
	connect, frame := "'self'", "'self'"
	if c.OIDCEnable {
		connect += origin(c.OIDCAuthority)
		frame += origin(c.OIDCAuthority)
	}
	connect += origin(c.APIBaseURL)
	return "base-uri 'none'; connect-src " + connect + "; default-src 'self'; form-action 'self'; frame-ancestors 'self'; frame-src " + frame +
		"; img-src 'self' blob:; object-src 'none'; script-src 'self'; style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
}

// origin is the scheme and host of a URL as an element of a policy, "" if it has none.
func origin(text string) string {
	u, err := url.Parse(text)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" || strings.ContainsAny(u.Host, "; ,'") {
		return ""
	}
	return " " + u.Scheme + "://" + u.Host
}
