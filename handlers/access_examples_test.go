package handlers_test

import (
	"encoding/base64"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"secobserve/handlers"
)

// expiry is when a JWT ends.
func expiry(t *testing.T, authorization string) time.Time {
	t.Helper()
	payload, err := base64.RawURLEncoding.DecodeString(strings.Split(strings.TrimPrefix(authorization, "JWT "), ".")[1])
	if err != nil {
		t.Fatal(err)
	}
	var claims map[string]any
	if err := json.Unmarshal(payload, &claims); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"exp", "username", "first_name", "last_name", "full_name"} {
		if _, ok := claims[name]; !ok {
			t.Errorf("the token has no claim %s", name)
		}
	}
	return time.Unix(int64(claims["exp"].(float64)), 0).UTC()
}

func (a *api) refusesLogin(username, password string) {
	a.t.Helper()
	a.do("POST", "/api/authentication/authenticate/", "", map[string]string{"username": username, "password": password}).want(403, `{"message":"Invalid credentials"}`)
}

func TestAccess_Example01(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	mira, id := a.newUser(admin, "mira", false)
	now := a.now.Truncate(time.Second)
	if got := expiry(t, mira).Sub(now); got != 168*time.Hour {
		t.Errorf("a user's token ends after %v", got)
	}
	if got := expiry(t, admin).Sub(now); got != 24*time.Hour {
		t.Errorf("a superuser's token ends after %v", got)
	}
	a.refusesLogin("mira", "wrong")
	a.refusesLogin("Mira", "Long-Way-Home-"+id)
	a.do("PATCH", "/api/users/"+id+"/", admin, map[string]any{"is_active": false}).want(200, "")
	a.refusesLogin("mira", "Long-Way-Home-"+id)
}

func TestAccess_Example02(t *testing.T) {
	a := newAPI(t)
	mira, _ := a.newUser(a.admin(), "mira", false)
	a.do("GET", "/api/users/me/", strings.Replace(mira, "JWT", "jwt", 1), nil).want(200, "mira")
	a.do("GET", "/api/users/me/", "JWT", nil).want(401, `{"message":"Invalid token header: No credentials provided."}`)
	a.do("GET", "/api/users/me/", "Basic abc", nil).want(401, `{"message":"Authentication credentials were not provided."}`)
}

func TestAccess_Example03(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	mira, _ := a.newUser(admin, "mira", false)
	token := "APIToken " + a.do("POST", "/api/authentication/create_api_token/", "", map[string]any{"username": "admin", "password": adminPassword}).
		want(201, "").object()["token"].(string)
	a.do("POST", "/api/jwt_secret/reset/", mira, nil).want(403, "You do not have permission to perform this action.")
	a.do("POST", "/api/jwt_secret/reset/", admin, nil).want(204, "")
	for _, old := range []string{admin, mira} {
		a.do("GET", "/api/users/me/", old, nil).want(401, `{"message":"Signature verification failed"}`)
	}
	a.do("GET", "/api/users/me/", token, nil).want(200, "admin")
}

func TestAccess_Example04(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	mira, id := a.newUser(admin, "mira", false)
	create := func(name string) answer {
		return a.do("POST", "/api/authentication/create_user_api_token/", "", map[string]any{"username": "mira", "password": "Long-Way-Home-" + id, "name": name})
	}
	if token := create("ci").want(201, "").object()["token"].(string); !strings.HasPrefix(token, "api_token_") {
		t.Errorf("the token begins with %.10s", token)
	}
	for _, name := range []string{"ci", "nightly"} {
		create(name).want(400, "Only one API token is allowed, revoke the existing one first")
	}
	a.do("GET", "/api/api_tokens/", mira, nil).want(200, `"count":1`)
	a.do("PATCH", "/api/settings/1/", admin, map[string]any{"feature_multiple_api_tokens": true}).want(200, "")
	create("nightly").want(201, "")
	a.do("GET", "/api/api_tokens/", mira, nil).want(200, `"count":2`)
	create("ci").want(400, "API token with this name already exists.")
}

func TestAccess_Example05(t *testing.T) {
	a := newAPI(t)
	credentials := map[string]any{"username": "admin", "password": adminPassword}
	a.do("POST", "/api/authentication/create_api_token/", "", credentials).want(201, "")
	a.do("POST", "/api/authentication/create_api_token/", "", credentials).want(400, "")
	a.do("POST", "/api/authentication/revoke_api_token/", "", credentials).want(204, "")
	a.do("POST", "/api/authentication/create_api_token/", "", credentials).want(201, "")
	a.do("POST", "/api/authentication/create_user_api_token/", "", credentials).want(400, "Name: This field is required.")
}

func TestAccess_Example06(t *testing.T) {
	a := newAPI(t)
	body := map[string]any{"username": "admin", "password": adminPassword, "expiration_date": "2026-11-22"}
	a.do("POST", "/api/authentication/create_api_token/", "", body).want(400, "Expiration date: Expiration date cannot be in the past")
	body["expiration_date"] = "2026-11-23"
	token := "APIToken " + a.do("POST", "/api/authentication/create_api_token/", "", body).want(201, "").object()["token"].(string)
	a.do("GET", "/api/users/me/", token, nil).want(200, "admin")
	a.now = a.now.AddDate(0, 0, 1)
	a.do("GET", "/api/users/me/", token, nil).want(401, `{"message":"API token has expired."}`)
}

func TestAccess_Example07(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	own, other := a.newProduct(admin, "own"), a.newProduct(admin, "other")
	owner, maintainer := a.member(admin, own, "owner", 5), a.member(admin, own, "maintainer", 4)
	body := map[string]any{"product": own, "role": 2, "name": "pipeline"}
	a.do("POST", "/api/product_api_tokens/", maintainer, body).want(403, "")
	token := "APIToken " + a.do("POST", "/api/product_api_tokens/", owner, body).want(201, "").object()["token"].(string)
	report := sarif(finding("R1", "error", 1))
	a.upload(token, "scan.sarif", report, map[string]string{"product": own}).want(200, "")
	a.upload(token, "scan.sarif", report, map[string]string{"product": other}).want(403, "")
	a.do("POST", "/api/branches/", admin, map[string]any{"product": own, "name": "main"}).want(201, "")
	for _, list := range []string{"products", "branches"} {
		a.do("GET", "/api/"+list+"/", token, nil).want(200, `"count":1`)
	}
	for _, list := range []string{"observations", "components", "product_members"} {
		a.do("GET", "/api/"+list+"/", token, nil).want(200, `"count":0`)
	}
	a.do("GET", "/api/products/"+own+"/", token, nil).want(403, "")
	a.do("GET", "/api/observations/1/", token, nil).want(403, "")
}

func TestAccess_Example08(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "own")
	owner, reader := a.member(admin, product, "owner", 5), a.member(admin, product, "reader", 1)
	body := map[string]any{"product": product, "role": 2, "name": "pipeline"}
	token := "APIToken " + a.do("POST", "/api/product_api_tokens/", owner, body).want(201, "").object()["token"].(string)
	rows := a.do("GET", "/api/product_api_tokens/?product="+product, reader, nil).want(200, "").rows()
	if len(rows) != 1 {
		t.Fatalf("tokens %v", rows)
	}
	if wrong := differing(rows[0], map[string]any{"role": 2.0, "name": "pipeline", "expiration_date": nil}); wrong != "" {
		t.Error(wrong)
	}
	a.do("DELETE", "/api/product_api_tokens/"+text(rows[0]["id"])+"/", reader, nil).want(403, "")
	a.do("DELETE", "/api/product_api_tokens/"+text(rows[0]["id"])+"/", owner, nil).want(204, "")
	a.do("GET", "/api/products/", token, nil).want(401, `{"message":"Invalid API token."}`)
	a.do("POST", "/api/product_api_tokens/", owner, body).want(201, "")
}

func TestAccess_Example09(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	group := a.do("POST", "/api/product_groups/", admin, map[string]any{"name": "group"}).want(201, "").id()
	product := a.do("POST", "/api/products/", admin, map[string]any{"name": "own", "product_group": group}).want(201, "").id()
	tom, id := a.newUser(admin, "tom", false)
	a.do("POST", "/api/product_members/", admin, map[string]any{"product": group, "user": id, "role": 3}).want(201, "")
	a.do("POST", "/api/product_members/", admin, map[string]any{"product": product, "user": id, "role": 1}).want(201, "")
	observation := a.manual(admin, product, nil)
	a.do("PATCH", "/api/observations/"+observation+"/assessment/", tom, map[string]any{"status": "In review", "comment": "x"}).want(200, "")
	a.do("DELETE", "/api/observations/"+observation+"/", tom, nil).want(403, "")
}

func TestAccess_Example10(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	group := a.do("POST", "/api/product_groups/", admin, map[string]any{"name": "group"}).want(201, "").id()
	product := a.do("POST", "/api/products/", admin, map[string]any{"name": "own", "product_group": group}).want(201, "").id()
	eva, id := a.newUser(admin, "eva", false)
	qa := a.do("POST", "/api/authorization_groups/", admin, map[string]any{"name": "qa"}).want(201, "").id()
	a.do("POST", "/api/authorization_group_members/", admin, map[string]any{"authorization_group": qa, "user": id}).want(201, "")
	a.do("POST", "/api/product_authorization_group_members/", admin, map[string]any{"product": product, "authorization_group": qa, "role": 4}).want(201, "")
	a.do("POST", "/api/branches/", eva, map[string]any{"product": product, "name": "main"}).want(201, "")
	a.do("DELETE", "/api/products/"+product+"/", eva, nil).want(403, "")
	a.do("GET", "/api/product_groups/", eva, nil).want(200, `"count":0`)
	a.do("GET", "/api/product_groups/"+group+"/", eva, nil).want(404, "")
}

func TestAccess_Example11(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	foreign, _ := a.newUser(admin, "foreign", false)
	product := a.newProduct(admin, "own")
	a.do("GET", "/api/products/"+product+"/", foreign, nil).want(404, "No Product matches the given query.")
	a.do("GET", "/api/products/"+product+"/export_observations_csv/", foreign, nil).want(403, "")
	a.do("GET", "/api/products/99999/export_observations_csv/", foreign, nil).want(404, "Not found.")
}

func TestAccess_Example12(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "own")
	reader := a.member(admin, product, "reader", 1)
	a.do("POST", "/api/branches/", reader, map[string]any{"name": "x", "product": product}).want(403, "")
	a.do("POST", "/api/branches/", reader, map[string]any{"name": "x"}).want(400, `{"message":"Unable to check for permissions: Attribute 'product' is required"}`)
	a.do("POST", "/api/branches/", reader, map[string]any{"name": "x", "product": 99999}).want(404, "")
}

func TestAccess_Example13(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "own")
	maintainer := a.member(admin, product, "maintainer", 4)
	_, other := a.newUser(admin, "other", false)
	owner := a.do("GET", "/api/product_members/?role=5&product="+product, maintainer, nil).want(200, "").rows()[0]
	path := "/api/product_members/" + text(owner["id"]) + "/"
	for _, refused := range []struct {
		got answer
		end string
	}{
		{a.do("PATCH", path, maintainer, map[string]any{"role": 4}), "You are not permitted to change the Owner role"},
		{a.do("DELETE", path, maintainer, nil), "You are not permitted to delete an Owner"},
		{a.do("POST", "/api/product_members/", maintainer, map[string]any{"product": product, "user": other, "role": 5}), "add a member as Owner"},
	} {
		if message := refused.got.want(400, "").message(); !strings.HasSuffix(message, refused.end) {
			t.Errorf("message %q", message)
		}
	}
}

func TestAccess_Example14(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	external, _ := a.newUser(admin, "external", true)
	internal, id := a.newUser(admin, "internal", false)
	a.do("POST", "/api/products/", external, map[string]any{"name": "x"}).want(403, "")
	got := a.do("POST", "/api/products/", internal, map[string]any{"name": "x"}).want(201, "")
	member := a.do("GET", "/api/product_members/?product="+got.id(), internal, nil).want(200, `"count":1`).rows()[0]
	if text(member["user"]) != id && text(member["user_data"].(map[string]any)["id"]) != id || member["role"] != 5.0 {
		t.Errorf("member %v", member)
	}
	permissions := a.do("GET", "/api/products/"+got.id()+"/", internal, nil).want(200, "").object()["permissions"].([]any)
	if len(permissions) != 52 {
		t.Errorf("%d permissions", len(permissions))
	}
}

func TestAccess_Example15(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	mira, _ := a.newUser(admin, "mira", false)
	_, ken := a.newUser(admin, "ken", false)
	a.do("PATCH", "/api/users/"+ken+"/", admin, map[string]any{"is_active": false}).want(200, "")
	for _, query := range []string{"", "?is_active=false"} {
		rows := a.do("GET", "/api/users/"+query, mira, nil).want(200, `"count":2`).rows()
		for _, u := range rows {
			if reduced := len(u) == 3; reduced != (u["username"] != "mira") {
				t.Errorf("mira sees %v", u)
			}
		}
	}
	a.do("GET", "/api/users/?is_active=false", admin, nil).want(200, `"full_name":"ken (inactive)"`).want(200, `"count":1`)
	a.do("GET", "/api/users/?ordering=is_active", mira, nil).want(400, "")
	a.do("GET", "/api/users/?ordering=is_active", admin, nil).want(200, "")
}

func TestAccess_Example16(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	external, id := a.newUser(admin, "external", true)
	_, ken := a.newUser(admin, "ken", false)
	_, other := a.newUser(admin, "other", false)
	foreman, _ := a.newUser(admin, "foreman", false)
	product := a.newProduct(foreman, "shared")
	owner := a.do("GET", "/api/product_members/?product="+product, foreman, nil).rows()[0]
	for _, member := range []string{id, ken} {
		a.do("POST", "/api/product_members/", admin, map[string]any{"product": product, "user": member, "role": 5}).want(201, "")
	}
	a.do("DELETE", "/api/product_members/"+text(owner["id"])+"/", admin, nil).want(204, "")
	var names []string
	for _, u := range a.do("GET", "/api/users/", external, nil).want(200, "").rows() {
		names = append(names, u["username"].(string))
	}
	slices.Sort(names)
	if !slices.Equal(names, []string{"external", "ken"}) {
		t.Errorf("an external user sees %v", names)
	}
	a.do("GET", "/api/users/"+other+"/", external, nil).want(404, "No User matches the given query.")
}

func TestAccess_Example17(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	id := a.do("POST", "/api/users/", admin, map[string]any{"username": "neu"}).want(201, "").id()
	a.do("GET", "/api/users/"+id+"/", admin, nil).want(200, `"has_password":false`)
	a.refusesLogin("neu", "")
	a.refusesLogin("neu", "Some-New-9")
	body := map[string]string{"current_password": adminPassword, "new_password_1": "Some-New-9", "new_password_2": "Some-New-9"}
	a.do("PATCH", "/api/users/"+id+"/change_password/", admin, body).want(204, "")
	a.login("neu", "Some-New-9")
}

func TestAccess_Example18(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	id := a.do("POST", "/api/users/", admin, map[string]any{"username": "h.mueller"}).want(201, "").id()
	for password, message := range map[string]string{
		"mueller-42": "The password is too similar to the username.",
		"1234567":    "This password is too short. It must contain at least 8 characters. / This password is too common. / This password is entirely numeric.",
	} {
		body := map[string]string{"current_password": adminPassword, "new_password_1": password, "new_password_2": password}
		if got := a.do("PATCH", "/api/users/"+id+"/change_password/", admin, body).want(400, "").message(); got != message {
			t.Errorf("%s: %q", password, got)
		}
	}
}

func TestAccess_Example19(t *testing.T) {
	a := newAPI(t)
	mira, _ := a.newUser(a.admin(), "mira", false)
	a.do("PATCH", "/api/users/my_settings/", mira, map[string]any{"setting_rows_per_page": 30}).want(400, `{"message":"Setting rows per page: \"30\" is not a valid choice."}`)
	got := a.do("PATCH", "/api/users/my_settings/", mira, map[string]any{"setting_theme": "system"}).want(200, "").object()
	if wrong := differing(got, map[string]any{"setting_theme": "system", "setting_list_size": "medium", "setting_metrics_timespan": "Week", "setting_rows_per_page": 25.0}); wrong != "" {
		t.Error(wrong)
	}
}

func TestAccess_Example20(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	mira, _ := a.newUser(admin, "mira", false)
	eva, evaID := a.newUser(admin, "eva", false)
	stranger, _ := a.newUser(admin, "stranger", false)
	external, _ := a.newUser(admin, "external", true)
	group := a.do("POST", "/api/authorization_groups/", mira, map[string]any{"name": "blue"}).want(201, `"is_manager":true`).want(201, `"has_users":true`).id()
	member := map[string]any{"authorization_group": group, "user": evaID}
	a.do("POST", "/api/authorization_group_members/", mira, member).want(201, "")
	a.do("POST", "/api/authorization_group_members/", mira, member).want(400, "must make a unique set.")
	path := "/api/authorization_groups/" + group + "/"
	a.do("PATCH", path, eva, map[string]any{"name": "red"}).want(403, "")
	a.do("PATCH", path, stranger, map[string]any{"name": "red"}).want(404, "")
	a.do("POST", "/api/authorization_groups/", external, map[string]any{"name": "red"}).want(403, "")
}

func TestAccess_Example24(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "own")
	a.do("PATCH", "/api/products/"+product+"/", admin, map[string]any{"assessments_need_approval": true}).want(200, "")
	observation := a.manual(admin, product, nil)
	a.do("PATCH", "/api/observations/"+observation+"/assessment/", admin, map[string]any{"status": "Not affected", "vex_justification": "component_not_present", "comment": "x"}).want(200, "")
	log := text(a.observed(admin, observation, "assessment_needs_approval"))
	a.do("PATCH", "/api/observation_logs/"+log+"/approval/", admin, map[string]any{"assessment_status": "Approved", "approval_remark": "mine"}).
		want(400, "Users cannot approve their own assessment")
}

func TestAccess_Example25(t *testing.T) {
	a := newAPIWith(t, func(_ *api, c *handlers.Config) { c.AnonymousPerSecond = 10 })
	for range 10 {
		a.do("GET", "/api/status/settings/", "", nil).want(200, "")
	}
	if got := a.do("GET", "/api/status/settings/", "", nil).want(429, "Request was throttled. Expected available in 1 second."); got.header.Get("Retry-After") != "1" {
		t.Errorf("Retry-After %q", got.header.Get("Retry-After"))
	}
	for range 11 {
		a.do("GET", "/api/status/settings/", "JWT a.b.c", nil).want(401, "")
	}
	a.now = a.now.Add(1100 * time.Millisecond)
	a.do("GET", "/api/status/settings/", "", nil).want(200, "")
}

func TestAccess_Example26(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	group := a.do("POST", "/api/product_groups/", admin, map[string]any{"name": "group"}).want(201, "").id()
	product := a.do("POST", "/api/products/", admin, map[string]any{"name": "own", "product_group": group}).want(201, "").id()
	tom, id := a.newUser(admin, "tom", false)
	a.do("POST", "/api/product_members/", admin, map[string]any{"product": group, "user": id, "role": 1}).want(201, "")
	a.do("POST", "/api/product_members/", admin, map[string]any{"product": product, "user": id, "role": 2}).want(201, "")
	a.do("GET", "/api/products/"+product+"/", tom, nil).want(200, "")
	a.upload(tom, "scan.sarif", sarif(finding("R1", "error", 1)), map[string]string{"product": product}).want(200, "")
}
