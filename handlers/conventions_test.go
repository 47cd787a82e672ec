package handlers_test

import (
	"bytes"
	"errors"
	"fmt"
	"log/slog"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"secobserve/db"
	"secobserve/handlers"
)

// TestCredentials_NotText: wrong types are a fault of the client, not wrong credentials (http-conventions.md §6).
func TestCredentials_NotText(t *testing.T) {
	a := newAPI(t)
	for _, path := range []string{"/api/authentication/authenticate/", "/api/authentication/create_api_token/", "/api/authentication/revoke_api_token/"} {
		a.do("POST", path, "", `{"username":["admin"],"password":"x"}`).want(400, "Username: Not a valid string.")
		a.do("POST", path, "", `{"username":"admin","password":{"$ne":""}}`).want(400, "Password: Not a valid string.")
		a.do("POST", path, "", `{"username":"admin","password":true}`).want(400, "Password: Not a valid string.")
	}
	a.do("POST", "/api/authentication/authenticate/", "", `{"username":"admin","password":null}`).want(403, "Invalid credentials")
}

// TestAllow holds the Allow header and what OPTIONS tells (http-conventions.md §4).
func TestAllow(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	tests := []struct{ path, allow, parses string }{
		{"/api/products/", "GET, HEAD, OPTIONS, POST", "application/json"},
		{"/api/users/me/", "GET, HEAD, OPTIONS", "application/json"},
		{"/api/jwt_secret/reset/", "OPTIONS, POST", "application/json"},
		{"/api/import/file_upload_observations_by_id/", "OPTIONS, POST", "multipart/form-data"},
		{"/api/import/file_upload_sbom_by_name/", "OPTIONS, POST", "multipart/form-data"},
	}
	for _, test := range tests {
		got := a.do("OPTIONS", test.path, admin, nil).want(200, `"parses":["`+test.parses+`"]`)
		if allow := got.header.Get("Allow"); allow != test.allow {
			t.Errorf("%s allows %q, want %q", test.path, allow, test.allow)
		}
		a.do("OPTIONS", test.path, "", nil).want(401, "")
	}
	if got := a.do("HEAD", "/api/jwt_secret/reset/", admin, nil); got.status != 405 {
		t.Errorf("HEAD of a route without GET: %d", got.status)
	}
}

// TestSwaggerUI: the documentation needs no credentials, but bad ones are refused (access.md §1.3).
func TestSwaggerUI(t *testing.T) {
	a := newAPI(t)
	for _, authorization := range []string{"", a.admin()} {
		got := a.do("GET", "/api/oa3/swagger-ui", authorization, nil).want(200, "swagger-ui-bundle.js")
		if policy := got.header.Get("Content-Security-Policy"); !strings.Contains(policy, "style-src 'self' 'unsafe-inline'") || got.header.Get("Content-Type") != "text/html; charset=utf-8" {
			t.Errorf("headers %v", got.header)
		}
	}
	a.do("GET", "/api/oa3/swagger-ui", "APIToken wrong", nil).want(401, "Invalid API token.")
	a.do("GET", "/api/oa3/swagger-ui/", "", nil).want(404, "")
	a.do("POST", "/api/oa3/swagger-ui", "", nil).want(405, "")
	a.do("GET", "/api/oa3/schema/", "APIToken wrong", nil).want(401, "Invalid API token.")
}

func TestHealth_StoreClosed(t *testing.T) {
	a := newAPI(t)
	a.do("GET", "/api/status/health/", "JWT garbage", nil).want(200, "")
	second, err := db.Open(folder(t) + "/second.db")
	if err != nil {
		t.Fatal(err)
	}
	handler, err := handlers.New(handlers.Config{Store: second, PasswordCost: passwordCost, Location: time.UTC, Clock: func() time.Time { return a.now },
		Log: slog.New(slog.DiscardHandler), UI: a.handler}).Handler()
	if err != nil {
		t.Fatal(err)
	}
	if err := second.Close(); err != nil {
		t.Fatal(err)
	}
	for _, method := range []string{"GET", "HEAD"} {
		for _, path := range []string{"/api/status/health/", "/api/status/ready/"} {
			w := httptest.NewRecorder()
			handler.ServeHTTP(w, httptest.NewRequest(method, path, nil))
			if w.Code != 503 {
				t.Errorf("%s %s with a closed store: %d", method, path, w.Code)
			}
		}
	}
}

func TestReady(t *testing.T) {
	var room uint64
	var broken error
	a := newAPIWith(t, func(_ *api, c *handlers.Config) { c.Room = func() (uint64, error) { return room, broken } })
	room = 1 << 30
	a.do("GET", "/api/status/ready/", "JWT garbage", nil).want(200, "")
	room = 1 << 20
	a.do("GET", "/api/status/ready/", "", nil).want(503, "The disk of the data is nearly full.")
	a.do("GET", "/api/status/health/", "", nil).want(200, "")
	broken = errors.New("stale")
	a.do("GET", "/api/status/ready/", "", nil).want(503, "The disk of the data does not answer.")
}

func TestAllowedHosts(t *testing.T) {
	for _, test := range []struct {
		allowed []string
		host    string
		status  int
	}{
		{nil, "anything.example", 200}, {[]string{"*"}, "anything.example", 200}, {[]string{"so.example"}, "SO.example:8080", 200},
		{[]string{"so.example"}, "anything.example", 400}, {[]string{"so.example"}, "localhost:1", 200},
	} {
		a := newAPIWith(t, func(_ *api, c *handlers.Config) { c.AllowedHosts = test.allowed })
		r := httptest.NewRequest("GET", "/api/status/health/", nil)
		r.Host = test.host
		w := httptest.NewRecorder()
		a.handler.ServeHTTP(w, r)
		if w.Code != test.status {
			t.Errorf("host %s with %v: %d", test.host, test.allowed, w.Code)
		}
	}
}

// TestLog_HoldsNoSecrets: what clients send in the wrong place does not stand in the log.
func TestLog_HoldsNoSecrets(t *testing.T) {
	var log bytes.Buffer
	a := newAPIWith(t, func(_ *api, c *handlers.Config) { c.Log = slog.New(slog.NewJSONHandler(&log, nil)) })
	admin := a.admin()
	token := a.newToken(admin, a.newProduct(admin, "shop"), 2)
	a.do("GET", "/api/products/?name=shop&Password=hunter-2&api%5Ftoken=hunter-2&token=hunter-2", admin, nil).want(200, "")
	a.do("GET", "/?code=hunter-2&state=hunter-2", "", nil)
	a.do("POST", "/api/authentication/authenticate/", "", map[string]string{"username": "admin", "password": "hunter-2"}).want(403, "")
	a.do("GET", "/api/users/me/", "JWT hunter-2", nil).want(401, "")
	a.do("GET", "/api/users/me/", "APIToken api_token_hunter-2", nil).want(401, "")
	a.do("PATCH", "/api/users/1/change_password/", admin, map[string]string{"current_password": "hunter-2", "new_password_1": "hunter-2",
		"new_password_2": "hunter-2"}).want(400, "")
	text := log.String()
	for _, secret := range []string{"hunter-2", adminPassword, strings.TrimPrefix(token, "APIToken "), strings.TrimPrefix(admin, "JWT ")} {
		if i := strings.Index(text, secret); i >= 0 {
			t.Errorf("the log holds a secret: %.300s", text[max(0, i-200):])
		}
	}
	if !strings.Contains(text, "name=shop") {
		t.Error("the log lacks what is no secret")
	}
}

func TestUsername_Characters(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	for name, status := range map[string]int{"jürgen": 201, "日本": 201, "a.b+c-d_e@f": 201, "x٣": 201, "e\u0301va": 400, "a b": 400, "a/b": 400, "a\u200bb": 400, "": 400} {
		a.do("POST", "/api/users/", admin, map[string]any{"username": name}).want(status, "")
	}
}

func TestChangePassword_CurrentBlankOrMissing(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	for _, body := range []map[string]any{{}, {"current_password": ""}, {"current_password": "   "}} {
		body["new_password_1"], body["new_password_2"] = "Other-Way-Home-1", "Other-Way-Home-1"
		a.do("PATCH", "/api/users/1/change_password/", admin, body).want(400, "urrent password")
	}
	a.admin()
}

// TestLoginLimits: the limit of an account and that of an address are apart, each with Retry-After (access.md §1.4).
func TestLoginLimits(t *testing.T) {
	a := newAPIWith(t, func(_ *api, c *handlers.Config) { c.LoginFailures, c.LoginFailuresPerAddress = 2, 4 })
	try := func(from, username string, status int) answer {
		t.Helper()
		a.from = from + ":1"
		return a.do("POST", "/api/authentication/authenticate/", "", map[string]string{"username": username, "password": "wrong"}).want(status, "")
	}
	try("198.51.100.1", "admin", 403)
	try("198.51.100.2", "admin", 403)
	if got := try("198.51.100.3", "admin", 429); got.header.Get("Retry-After") != "300" {
		t.Errorf("Retry-After %q", got.header.Get("Retry-After"))
	}
	for i := range 4 {
		try("198.51.100.9", fmt.Sprint("user-", i), 403)
	}
	if got := try("198.51.100.9", "another", 429); got.header.Get("Retry-After") != "300" {
		t.Errorf("Retry-After %q", got.header.Get("Retry-After"))
	}
	try("198.51.100.10", "another", 403)
	a.now = a.now.Add(5*time.Minute + time.Second)
	a.admin()
}

// TestTokenLastUsed: uses are shown at once and written together, at most once a minute.
func TestTokenLastUsed(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "shop")
	token := a.newToken(admin, product, 2)
	used := func() any {
		t.Helper()
		return a.do("GET", "/api/product_api_tokens/?product="+product, admin, nil).want(200, "").rows()[0]["last_used"]
	}
	if got := used(); got != nil {
		t.Errorf("last used %v before any use", got)
	}
	for _, want := range []string{"2026-11-23T12:00:00.123456Z", "2026-11-23T12:00:30.123456Z", "2026-11-23T12:01:00.123456Z"} {
		a.do("GET", "/api/products/", token, nil).want(200, "shop")
		if got := used(); got != want {
			t.Errorf("last used %v, want %s", got, want)
		}
		a.now = a.now.Add(30 * time.Second)
	}
	a.do("GET", "/api/api_tokens/", admin, nil).want(200, `"last_used":"2026-11-23T12:01:00.123456Z"`)
}

// TestFilters_GreatIDs: ids that exceed 32 bits are unknown ones, not those of their lower half.
func TestFilters_GreatIDs(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "shop")
	great := "429496729" + "7" // 1<<32 + 1
	if product != "1" {
		t.Fatalf("the product has id %s", product)
	}
	a.do("POST", "/api/branches/", admin, map[string]any{"product": product, "name": "main"}).want(201, "")
	a.do("GET", "/api/branches/?product="+great, admin, nil).want(400, "Select a valid choice")
	a.do("GET", "/api/branches/?product=18446744073709551617", admin, nil).want(400, "Select a valid choice")
	a.do("GET", "/api/branches/"+great+"/", admin, nil).want(404, "")
	a.do("GET", "/api/users/"+great+"/", admin, nil).want(404, "")
	a.do("POST", "/api/branches/", admin, `{"product":`+great+`,"name":"x"}`).want(404, "")
	for _, query := range []string{"exclude_product=" + great, "exclude_authorization_group=" + great, "exclude_license_group=" + great, "exclude_license_policy=" + great} {
		a.do("GET", "/api/users/?"+query, admin, nil).want(200, `"count":1`)
	}
	a.do("GET", "/api/users/?authorization_group="+great, admin, nil).want(200, `"count":0`)
}

// TestInvisibleReferences: what a caller may not see excludes nothing and cannot be referred to, so nobody learns of it.
func TestInvisibleReferences(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	mira, _ := a.newUser(admin, "mira", false)
	ken, kenID := a.newUser(admin, "ken", false)
	foreign := a.newProduct(ken, "foreign")
	group := a.do("POST", "/api/product_groups/", ken, map[string]any{"name": "foreign group"}).want(201, "").id()
	users := a.do("POST", "/api/authorization_groups/", ken, map[string]any{"name": "foreign users"}).want(201, "").id()
	policy := a.do("POST", "/api/license_policies/", ken, map[string]any{"name": "foreign policy"}).want(201, "").id()
	licenses := a.do("POST", "/api/license_groups/", ken, map[string]any{"name": "foreign licenses"}).want(201, "").id()
	all := a.do("GET", "/api/users/", mira, nil).want(200, "ken").object()["count"]
	for _, query := range []string{"exclude_product=" + foreign, "exclude_product=" + group, "exclude_authorization_group=" + users,
		"exclude_license_policy=" + policy, "exclude_license_group=" + licenses} {
		if got := a.do("GET", "/api/users/?"+query, mira, nil).want(200, "").object()["count"]; got != all {
			t.Errorf("%s leaves %v of %v users: it tells who belongs to it", query, got, all)
		}
		a.do("GET", "/api/users/?username=ken&"+query, ken, nil).want(200, `"count":0`)
	}
	a.do("GET", "/api/users/?authorization_group="+users, mira, nil).want(200, `"count":0`)
	own := a.newProduct(mira, "own")
	for _, id := range []string{foreign, group, "99999"} {
		a.do("PATCH", "/api/products/"+own+"/", mira, map[string]any{"product_group": id}).want(400, `Product group: Invalid pk \"`+id+`\" - object does not exist.`)
	}
	a.do("PATCH", "/api/products/"+foreign+"/", ken, map[string]any{"product_group": group}).want(200, "")
	member := a.do("POST", "/api/product_members/", ken, map[string]any{"product": foreign, "user": kenID, "role": 5})
	if member.status == 500 {
		t.Errorf("member: %s", member.body)
	}
}

// TestIssueTracker_KeyAgain: the key, which nobody can read, does not follow the address to wherever an editor points it.
func TestIssueTracker_KeyAgain(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	path := "/api/products/" + a.newProduct(admin, "shop") + "/"
	a.do("PATCH", path, admin, map[string]any{"issue_tracker_type": "GitHub", "issue_tracker_base_url": "https://api.github.com", "issue_tracker_api_key": "k",
		"issue_tracker_project_id": "a/b"}).want(200, "********")
	const text = "Issue tracker api key: The key must be entered again when the base url changes"
	a.do("PATCH", path, admin, map[string]any{"issue_tracker_base_url": "https://evil.example"}).want(400, text)
	a.do("PATCH", path, admin, map[string]any{"issue_tracker_base_url": "https://evil.example", "issue_tracker_api_key": "********"}).want(400, text)
	a.do("PATCH", path, admin, map[string]any{"issue_tracker_base_url": "https://api.github.com", "issue_tracker_project_id": "c/d"}).want(200, "")
	a.do("PATCH", path, admin, map[string]any{"issue_tracker_base_url": "https://git.example", "issue_tracker_api_key": "k"}).want(200, "https://git.example")
}
