package command

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"secobserve/auth/oidc"
	"secobserve/model"
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
	OIDCUsername              string `help:"Name of the claim that is the user name." env:"OIDC_USERNAME" name:"oidc-username"`
	OIDCFirstName             string `help:"Name of the claim that is the first name; unset: not taken from tokens." env:"OIDC_FIRST_NAME" name:"oidc-first-name"`
	OIDCLastName              string `help:"Name of the claim that is the last name; unset: not taken from tokens." env:"OIDC_LAST_NAME" name:"oidc-last-name"`
	OIDCFullName              string `help:"Name of the claim that is the full name; unset: not taken from tokens." env:"OIDC_FULL_NAME" name:"oidc-full-name"`
	OIDCEmail                 string `help:"Name of the claim that is the e-mail address; unset: not taken from tokens." env:"OIDC_EMAIL" name:"oidc-email"`
	OIDCGroups                string `help:"Name of the claim with the groups; unset: not taken from tokens." env:"OIDC_GROUPS" name:"oidc-groups"`
	OIDCIssuer                string `help:"Accepted issuers of tokens, separated by commas; unset: every issuer whose key the provider publishes." env:"OIDC_ISSUER" name:"oidc-issuer"`
	OIDCLinkLocalUsers        string `help:"Whether a token may take over an account that was made here (true or false)." env:"OIDC_LINK_LOCAL_USERS" name:"oidc-link-local-users"`
	OIDCPrompt                string `help:"The prompt parameter of the login; unset: not sent." env:"OIDC_PROMPT" name:"oidc-prompt"`
}

// ui is what the web UI is told.
func (o OIDC) ui() web.Configuration {
	return web.Configuration{
		APIBaseURL: o.APIBaseURL, OIDCEnable: isTrue(o.OIDCEnable), OIDCAuthority: o.OIDCAuthority, OIDCClientID: o.OIDCClientID,
		OIDCRedirectURI: o.OIDCRedirectURI, OIDCPostLogoutRedirectURI: o.OIDCPostLogoutRedirectURI, OIDCScope: o.OIDCScope, OIDCPrompt: o.OIDCPrompt,
	}.Normalise()
}

// verifier checks the tokens of the provider; nil if there is none.
func (o OIDC) verifier(client *http.Client) (*oidc.Verifier, error) {
	c := oidc.Config{
		Authority: configured(o.OIDCAuthority), ClientID: configured(o.OIDCClientID), Client: client, LinkLocalUsers: isTrue(o.OIDCLinkLocalUsers),
		Issuers: model.SplitList(configured(o.OIDCIssuer)),
		Claims: oidc.ClaimNames{Username: configured(o.OIDCUsername), FirstName: configured(o.OIDCFirstName), LastName: configured(o.OIDCLastName),
			FullName: configured(o.OIDCFullName), Email: configured(o.OIDCEmail), Groups: configured(o.OIDCGroups)},
	}
	if c.Authority == "" {
		return nil, nil
	}
	if c.ClientID == "" || c.Claims.Username == "" {
		return nil, errors.New("OIDC_AUTHORITY also needs OIDC_CLIENT_ID, the expected audience, and OIDC_USERNAME, the claim with the user name")
	}
	if address, err := url.Parse(c.Authority); err != nil || address.Host == "" || address.Scheme != "https" && address.Scheme != "http" {
		return nil, fmt.Errorf("OIDC_AUTHORITY %q is no http or https address", c.Authority)
	}
	return oidc.New(c, time.Now), nil
}

// configured is a value without the placeholder that installations without OpenID Connect have in its place.
func configured(text string) string {
	if text = strings.TrimSpace(text); text == "dummy" {
		return ""
	}
	return text
}

// isTrue reads a boolean that may also be a placeholder, which is false.
func isTrue(text string) bool {
	return slices.Contains([]string{"true", "1", "yes", "on"}, strings.ToLower(strings.TrimSpace(text)))
}
