package handlers_test

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/go-jose/go-jose/v4"

	"secobserve/auth/oidc"
)

func asConfigured(*oidc.Config) {}

func TestOIDC_Off(t *testing.T) {
	a := newAPI(t)
	if got := a.do("GET", "/api/users/me/", "Bearer abc", nil).want(401, "Authentication credentials were not provided."); got.header.Get("WWW-Authenticate") != "APIToken" {
		t.Error("without OpenID Connect clients are asked for an API token")
	}
}

// TestOIDC_Refusals holds the texts of access.md §5.2 and http-conventions.md §8.
func TestOIDC_Refusals(t *testing.T) {
	a, p := newSingleSignOn(t, func(c *oidc.Config) { c.Issuers = []string{p0, "https://second.example"} })
	now := a.now.Unix()
	tests := map[string]struct {
		changes map[string]any
		text    string
	}{
		"no exp":              {map[string]any{"exp": nil}, `Token is missing the \"exp\" claim`},
		"expired":             {map[string]any{"exp": now}, "Signature has expired"},
		"exp is text":         {map[string]any{"exp": "soon"}, "Invalid payload string"},
		"issued later":        {map[string]any{"iat": now + 60}, "The token is not yet valid (iat)"},
		"not yet valid":       {map[string]any{"nbf": now + 60}, "The token is not yet valid (nbf)"},
		"no aud":              {map[string]any{"aud": nil}, `Token is missing the \"aud\" claim`},
		"wrong aud":           {map[string]any{"aud": "other"}, "Audience doesn't match (strict)"},
		"wrong aud in a list": {map[string]any{"aud": []string{"other"}}, "Audience doesn't match (strict)"},
		"several aud":         {map[string]any{"aud": []string{"so", "other"}}, "Invalid claim format in token (strict)"},
		"wrong issuer":        {map[string]any{"iss": "https://evil.example"}, "Invalid issuer"},
		"no user name":        {map[string]any{"preferred_username": nil}, "No username found in JWT"},
		"blank user name":     {map[string]any{"preferred_username": ""}, "No username found in JWT"},
		"name of a token":     {map[string]any{"preferred_username": "-product-1-ci-api_token-"}, "Invalid username in JWT"},
		"control character":   {map[string]any{"preferred_username": "mi\nra"}, "Invalid username in JWT"},
		"long name":           {map[string]any{"preferred_username": strings.Repeat("x", 151)}, "Invalid username in JWT"},
		"sub is a number":     {map[string]any{"sub": 1}, "Invalid payload string"},
		"jti is a number":     {map[string]any{"jti": 1}, "Invalid payload string"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			changes := map[string]any{"iss": "https://second.example"}
			for k, v := range test.changes {
				changes[k] = v
			}
			got := a.do("GET", "/api/users/me/", p.token("rsa-1", p.claims(a, changes)), nil).want(401, test.text)
			if got.header.Get("WWW-Authenticate") != "Bearer" {
				t.Errorf("WWW-Authenticate %q", got.header.Get("WWW-Authenticate"))
			}
		})
	}
	if count := a.do("GET", "/api/users/", a.admin(), nil).want(200, "").object()["count"]; count != 1.0 {
		t.Errorf("%v users after refused tokens", count)
	}
	if got := a.do("GET", "/api/users/me/", "", nil).want(401, "not provided"); got.header.Get("WWW-Authenticate") != "Bearer" {
		t.Error("anonymous callers are not sent to the provider")
	}
	a.do("GET", "/api/status/health/", "Bearer garbage", nil).want(200, "")
}

// p0 is an issuer that no token of these tests has.
const p0 = "https://first.example"

func TestOIDC_Forged(t *testing.T) {
	a, p := newSingleSignOn(t, asConfigured)
	valid := strings.TrimPrefix(p.token("rsa-1", p.claims(a, nil)), "Bearer ")
	parts := strings.Split(valid, ".")
	other, err := json.Marshal(p.claims(a, map[string]any{"preferred_username": "admin"}))
	if err != nil {
		t.Fatal(err)
	}
	none := base64.RawURLEncoding.EncodeToString([]byte(`{"alg":"none","kid":"rsa-1"}`))
	tests := map[string]struct{ token, text string }{
		"no token":          {"abc", "Not enough segments"},
		"no header":         {"a.b.c", "Invalid header string"},
		"other payload":     {parts[0] + "." + base64.RawURLEncoding.EncodeToString(other) + "." + parts[2], "Signature verification failed"},
		"no algorithm":      {none + "." + parts[1] + ".", "The specified alg value is not allowed"},
		"shared secret":     {sign(t, jose.HS256, []byte(strings.Repeat("s", 64)), "rsa-1", p.claims(a, nil)), "The specified alg value is not allowed"},
		"published secret":  {sign(t, jose.HS256, []byte(strings.Repeat("s", 64)), "secret", p.claims(a, nil)), "The specified alg value is not allowed"},
		"another algorithm": {sign(t, jose.ES256, newECKey(t), "rsa-1", p.claims(a, nil)), "Signature verification failed"},
		"another hash":      {sign(t, jose.RS512, p.private["rsa-1"].private, "rsa-1", p.claims(a, nil)), "Signature verification failed"},
		"unknown key":       {sign(t, jose.ES256, newECKey(t), "mine", p.claims(a, nil)), `Unable to find a signing key that matches: \"mine\"`},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) { a.do("GET", "/api/users/me/", "Bearer "+test.token, nil).want(401, test.text) })
	}
}

func newECKey(t *testing.T) any {
	p := &provider{t: t}
	p.rotate("k", jose.ES256)
	return p.private["k"].private
}

func TestOIDC_KeysRotateAndAreKept(t *testing.T) {
	a, p := newSingleSignOn(t, asConfigured)
	first := p.token("rsa-1", p.claims(a, map[string]any{"exp": a.now.Unix() + 7200}))
	for range 3 {
		a.do("GET", "/api/users/me/", first, nil).want(200, "mira")
	}
	if n := p.fetched(); n != 1 {
		t.Errorf("%d fetches of the keys for three requests", n)
	}
	p.rotate("ec-2", jose.ES256)
	a.do("GET", "/api/users/me/", p.token("ec-2", p.claims(a, nil)), nil).want(401, "Unable to find a signing key")
	if n := p.fetched(); n != 1 {
		t.Errorf("%d fetches: an unknown key asks again at once", n)
	}
	a.now = a.now.Add(31 * time.Second)
	a.do("GET", "/api/users/me/", p.token("ec-2", p.claims(a, nil)), nil).want(200, "mira") // ES256
	a.do("GET", "/api/users/me/", first, nil).want(401, `Unable to find a signing key that matches: \"rsa-1\"`)

	p.breakDown("/")
	a.now = a.now.Add(time.Hour)
	a.do("GET", "/api/users/me/", p.token("ec-2", p.claims(a, nil)), nil).want(200, "mira") // with the keys of an hour ago
	p.breakDown("")
	p.rotate("rsa-3", jose.RS256)
	second := p.token("rsa-3", p.claims(a, map[string]any{"exp": a.now.Unix() + 7200}))
	a.now = a.now.Add(time.Minute)
	a.do("GET", "/api/users/me/", second, nil).want(200, "mira")
}

func TestOIDC_RevokedKeyEndsKnownTokens(t *testing.T) {
	a, p := newSingleSignOn(t, asConfigured)
	token := p.token("rsa-1", p.claims(a, map[string]any{"exp": a.now.Unix() + 7200}))
	a.do("GET", "/api/users/me/", token, nil).want(200, "mira")
	p.rotate("rsa-2", jose.RS256)
	a.now = a.now.Add(6 * time.Minute)
	a.do("GET", "/api/users/me/", token, nil).want(401, "Unable to find a signing key")
}

func TestOIDC_ProviderDown(t *testing.T) {
	for _, path := range []string{"/.well-known", "/keys"} {
		a, p := newSingleSignOn(t, asConfigured)
		p.breakDown(path)
		got := a.do("GET", "/api/users/me/", p.token("rsa-1", p.claims(a, nil)), nil).want(503, "The OpenID Connect provider cannot be reached")
		if got.header.Get("Retry-After") == "" {
			t.Error("no Retry-After")
		}
		a.do("GET", "/api/users/me/", a.admin(), nil).want(200, "admin") // others are not concerned
		p.breakDown("")
		a.now = a.now.Add(2 * time.Second)
		a.do("GET", "/api/users/me/", p.token("rsa-1", p.claims(a, nil)), nil).want(200, "mira")
	}
}

// TestAccess_Example21: a new user with groups, and the next token with fewer.
func TestAccess_Example21(t *testing.T) {
	a, p := newSingleSignOn(t, asConfigured)
	admin := a.admin()
	a.do("PATCH", "/api/settings/1/", admin, map[string]any{"internal_users": `.*@other\.test$, .*@corp\.test$`}).want(200, "")
	group := func(name, claim string) string {
		return a.do("POST", "/api/authorization_groups/", admin, map[string]any{"name": name, "oidc_group": claim}).want(201, "").id()
	}
	platform, security, manual := group("Platform", "platform"), group("Security", "security"), group("Manual", "")
	group("Others", "others")

	both := p.token("rsa-1", p.claims(a, map[string]any{"preferred_username": "anna", "email": "a@corp.test", "groups": []string{"platform", "security"}}))
	me := a.do("GET", "/api/users/me/", both, nil).want(200, "").object()
	const hash = "57bf66f9868eba329d42ac3c268c14e980f417ff99d58c9b35dab7311837b2b9"
	for field, want := range map[string]any{"username": "anna", "is_external": false, "oidc_groups_hash": hash, "is_oidc_user": true, "is_superuser": false,
		"full_name": "Mira Holm", "email": "a@corp.test", "has_password": false, "has_authorization_groups": true} {
		if me[field] != want {
			t.Errorf("%s is %v, want %v", field, me[field], want)
		}
	}
	id := fmt.Sprint(me["id"])
	groups := func() []string {
		var ids []string
		for _, row := range a.do("GET", "/api/authorization_groups/?user="+id, admin, nil).want(200, "").rows() {
			ids = append(ids, fmt.Sprint(row["id"]))
		}
		slices.Sort(ids)
		return ids
	}
	if got := groups(); !slices.Equal(got, []string{platform, security}) {
		t.Fatalf("groups %v", got)
	}
	a.do("POST", "/api/authorization_group_members/", admin, map[string]any{"authorization_group": manual, "user": id}).want(201, "")
	membership := a.do("GET", "/api/authorization_group_members/?user="+id+"&authorization_group="+platform, admin, nil).want(200, "").rows()[0]
	path := fmt.Sprintf("/api/authorization_group_members/%v/", membership["id"])
	a.do("PATCH", path, admin, map[string]any{"is_manager": true}).want(200, "")

	one := p.token("rsa-1", p.claims(a, map[string]any{"preferred_username": "anna", "email": "a@corp.test", "groups": "platform"}))
	a.do("GET", "/api/users/me/", one, nil).want(200, "anna")
	if got := groups(); !slices.Equal(got, []string{platform, manual}) {
		t.Errorf("groups %v after a token with platform only", got)
	}
	a.do("GET", path, admin, nil).want(200, `"is_manager":true`) // who stays keeps being a manager

	later := group("Late", "platform") // forgets what has been synchronised
	a.do("GET", "/api/users/me/", one, nil).want(200, "anna")
	if got := groups(); !slices.Contains(got, later) {
		t.Errorf("groups %v lack the new one", got)
	}
}

// TestAccess_Example22: audience, clock skew, ES256.
func TestAccess_Example22(t *testing.T) {
	a, p := newSingleSignOn(t, asConfigured)
	a.do("GET", "/api/users/me/", p.token("rsa-1", p.claims(a, map[string]any{"aud": "x"})), nil).want(401, "Audience doesn't match (strict)")
	a.do("GET", "/api/users/me/", p.token("rsa-1", p.claims(a, map[string]any{"aud": []string{"so"}})), nil).want(200, "mira")
	now := a.now.Unix()
	expired := p.token("rsa-1", p.claims(a, map[string]any{"exp": now - 5, "iat": now - 100}))
	a.do("GET", "/api/users/me/", expired, nil).want(401, "Signature has expired")
	a.do("PATCH", "/api/settings/1/", a.admin(), map[string]any{"oidc_clock_skew": 10}).want(200, "")
	a.do("GET", "/api/users/me/", expired, nil).want(200, "mira")
	a.do("GET", "/api/users/me/", p.token("rsa-1", p.claims(a, map[string]any{"iat": now + 5, "nbf": now + 5})), nil).want(200, "mira")
	a.now = a.now.Add(6 * time.Second)
	a.do("GET", "/api/users/me/", expired, nil).want(401, "Signature has expired") // though its signature is known
	a.now = a.now.Add(time.Minute)
	p.rotate("ec", jose.ES256)
	a.do("GET", "/api/users/me/", p.token("ec", p.claims(a, nil)), nil).want(200, "mira")
}

// TestAccess_Example23: a local account is taken over only where that is allowed.
func TestAccess_Example23(t *testing.T) {
	for _, link := range []bool{false, true} {
		a, p := newSingleSignOn(t, func(c *oidc.Config) { c.LinkLocalUsers = link })
		admin := a.admin()
		local, id := a.newUser(admin, "mira", false)
		token := p.token("rsa-1", p.claims(a, nil))
		if !link {
			a.do("GET", "/api/users/me/", token, nil).want(401, "User is a local account")
			a.do("GET", "/api/users/me/", p.token("rsa-1", p.claims(a, map[string]any{"preferred_username": "admin"})), nil).want(401, "User is a local account")
			a.do("GET", "/api/users/me/", local, nil).want(200, `"is_oidc_user":false`)
			continue
		}
		a.do("GET", "/api/users/me/", token, nil).want(200, `"is_oidc_user":true`)
		a.do("GET", "/api/users/me/", local, nil).want(401, "Invalid token.") // the sessions of the lost password end
		a.do("POST", "/api/authentication/authenticate/", "", map[string]string{"username": "mira", "password": "Long-Way-Home-" + id}).want(403, "Invalid credentials")
		change := map[string]string{"current_password": adminPassword, "new_password_1": "Other-Way-Home-1", "new_password_2": "Other-Way-Home-1"}
		a.do("PATCH", "/api/users/"+id+"/change_password/", admin, change).want(400, "User's password cannot be changed")
	}
}

func TestOIDC_LaterLogins(t *testing.T) {
	a, p := newSingleSignOn(t, asConfigured)
	admin := a.admin()
	id := a.do("GET", "/api/users/me/", p.token("rsa-1", p.claims(a, nil)), nil).want(200, `"full_name":"Mira Holm"`).id()
	a.do("GET", "/api/users/me/", p.token("rsa-1", p.claims(a, map[string]any{"family_name": "Lind", "email": nil})), nil).want(200, `"full_name":"Mira Lind"`).
		want(200, `"email":""`)
	a.do("PATCH", "/api/users/"+id+"/", admin, map[string]any{"is_external": true, "is_superuser": true}).want(200, "")
	a.do("GET", "/api/users/me/", p.token("rsa-1", p.claims(a, nil)), nil).want(200, `"is_external":true`).want(200, `"is_superuser":true`)

	// Who has just logged in at the provider needs no password to set one for others.
	neu := a.do("POST", "/api/users/", admin, map[string]any{"username": "neu"}).want(201, "").id()
	change := map[string]string{"new_password_1": "Other-Way-Home-1", "new_password_2": "Other-Way-Home-1"}
	old := p.token("rsa-1", p.claims(a, map[string]any{"iat": a.now.Unix() - 3600}))
	a.do("PATCH", "/api/users/"+neu+"/change_password/", old, change).want(400, "Current password is incorrect")
	a.do("PATCH", "/api/users/"+neu+"/change_password/", p.token("rsa-1", p.claims(a, nil)), change).want(204, "")

	a.do("PATCH", "/api/users/"+id+"/", admin, map[string]any{"is_active": false}).want(200, "")
	a.do("GET", "/api/users/me/", p.token("rsa-1", p.claims(a, nil)), nil).want(401, "User is deactivated.")
}

// TestOIDC_External holds the rule of access.md §5.3.
func TestOIDC_External(t *testing.T) {
	tests := []struct {
		internal string
		email    any
		external bool
	}{
		{"", "x@far.test", false},
		{"", nil, false},
		{`.*@corp\.test$`, "x@corp.test", false},
		{`.*@corp\.test$`, "x@corp.test.evil.example", true},
		{`.*@corp\.test`, "x@corp.test.evil.example", false}, // from the beginning, not to the end
		{`corp\.test`, "x@corp.test", true},
		{`a@far\.test, x@`, "x@far.test", false},
		{`a|x@far\.test`, "bx@far.test", true}, // the alternative is anchored, too
		{`.*@corp\.test$`, nil, true},
	}
	for i, test := range tests {
		a, p := newSingleSignOn(t, asConfigured)
		a.do("PATCH", "/api/settings/1/", a.admin(), map[string]any{"internal_users": test.internal}).want(200, "")
		me := a.do("GET", "/api/users/me/", p.token("rsa-1", p.claims(a, map[string]any{"email": test.email})), nil).want(200, "").object()
		if me["is_external"] != test.external {
			t.Errorf("case %d: %q with %v is external: %v", i, test.internal, test.email, me["is_external"])
		}
	}
}
