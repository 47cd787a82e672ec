package handlers_test

import (
	"strings"
	"testing"
)

// The acceptance examples of access.md §10 that concern passwords, tokens and visibility.
func TestAccessExamples(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	mira, _ := a.newUser(admin, "mira", false)
	eva, evaID := a.newUser(admin, "eva", true)
	a.do("POST", "/api/authentication/authenticate/", "", map[string]string{"username": "mira", "password": "wrong"}).want(403, `{"message":"Invalid credentials"}`)
	a.do("POST", "/api/authentication/authenticate/", "", map[string]any{}).want(403, "Invalid credentials")
	a.do("POST", "/api/authentication/authenticate/", "", `[]`).want(400, "")
	a.do("GET", "/api/users/me/", strings.Replace(mira, "JWT ", "jwt   ", 1), nil).want(200, "mira")
	a.do("GET", "/api/users/me/", "JWT", nil).want(401, "Invalid token header: No credentials provided.")
	a.do("GET", "/api/users/me/", "Basic abc", nil).want(401, "Authentication credentials were not provided.")
	a.do("POST", "/api/jwt_secret/reset/", mira, nil).want(403, "You do not have permission")

	// API tokens: one per user; the aliases need no name
	credentials := map[string]any{"username": "admin", "password": adminPassword}
	a.do("POST", "/api/authentication/create_user_api_token/", "", credentials).want(400, "Name: This field is required.")
	token := "APIToken " + a.do("POST", "/api/authentication/create_api_token/", "", credentials).want(201, "api_token_").object()["token"].(string)
	a.do("GET", "/api/users/me/", token, nil).want(200, "admin")
	a.do("POST", "/api/authentication/create_api_token/", "", credentials).want(400, "Only one API token is allowed, revoke the existing one first")
	a.do("POST", "/api/authentication/revoke_api_token/", "", credentials).want(204, "")
	a.do("GET", "/api/users/me/", token, nil).want(401, "Invalid API token.")
	expired := map[string]any{"username": "admin", "password": adminPassword, "expiration_date": "2026-11-22"}
	a.do("POST", "/api/authentication/create_api_token/", "", expired).want(400, "Expiration date: Expiration date cannot be in the past")
	expired["expiration_date"] = "2026-11-23"
	token = "APIToken " + a.do("POST", "/api/authentication/create_api_token/", "", expired).want(201, "").object()["token"].(string)
	a.do("GET", "/api/users/me/", token, nil).want(200, "")
	a.now = a.now.AddDate(0, 0, 1)
	a.do("GET", "/api/users/me/", token, nil).want(401, "API token has expired.")
	a.now = a.now.AddDate(0, 0, -1)

	// visibility and roles
	product := a.newProduct(mira, "Till")
	a.do("POST", "/api/products/", eva, map[string]any{"name": "No"}).want(403, "")
	a.do("GET", "/api/products/"+product+"/", eva, nil).want(404, "No Product matches the given query.")
	member := a.do("POST", "/api/product_members/", mira, map[string]any{"product": product, "user": evaID, "role": 1}).want(201, "").id()
	a.do("POST", "/api/product_members/", mira, map[string]any{"product": product, "user": evaID, "role": 2}).want(400, "Non field errors: The fields product, user must make a unique set.")
	a.do("GET", "/api/products/"+product+"/", eva, nil).want(200, "")
	a.do("PATCH", "/api/products/"+product+"/", eva, map[string]any{"description": "x"}).want(403, "")
	a.do("POST", "/api/branches/", eva, map[string]any{"product": product, "name": "x"}).want(403, "")
	a.do("POST", "/api/branches/", eva, map[string]any{"name": "x"}).want(400, "Unable to check for permissions: Attribute 'product' is required")
	a.do("POST", "/api/branches/", eva, map[string]any{"name": "x", "product": 99999}).want(404, "No Product matches the given query.")
	a.do("PATCH", "/api/product_members/"+member+"/", mira, map[string]any{"role": 4}).want(200, "")
	a.do("POST", "/api/product_members/", eva, map[string]any{"product": product, "user": 1, "role": 5}).want(400, "You are not permitted to add a member as Owner")
	owners := a.do("GET", "/api/product_members/?role=5&product="+product, mira, nil).want(200, "").rows()
	a.do("PATCH", "/api/product_members/"+text(owners[0]["id"])+"/", eva, map[string]any{"role": 4}).want(400, "You are not permitted to change the Owner role")
	a.do("DELETE", "/api/product_members/"+text(owners[0]["id"])+"/", eva, nil).want(400, "You are not permitted to delete an Owner")
	if users := a.do("GET", "/api/users/", eva, nil).want(200, "").rows(); len(users) != 2 {
		t.Errorf("an external user sees %v", users)
	}
	for _, u := range a.do("GET", "/api/users/", mira, nil).want(200, "").rows() {
		if u["username"] != "mira" && len(u) != 3 {
			t.Errorf("mira sees of %v: %v", u["username"], u)
		}
	}
	// a superuser resets the password of another user, whose JWT is void then
	a.do("PATCH", "/api/users/"+evaID+"/change_password/", admin, map[string]string{"current_password": "wrong", "new_password_1": "Some-New-9", "new_password_2": "Some-New-9"}).
		want(400, "Current password is incorrect")
	a.do("PATCH", "/api/users/"+evaID+"/change_password/", admin, map[string]string{"current_password": adminPassword, "new_password_1": "1234567", "new_password_2": "1234567"}).
		want(400, "This password is too short. It must contain at least 8 characters. / This password is too common. / This password is entirely numeric.")
	a.do("PATCH", "/api/users/"+evaID+"/change_password/", admin, map[string]string{"current_password": adminPassword, "new_password_1": "Some-New-9", "new_password_2": "Some-New-9"}).want(204, "")
	a.do("GET", "/api/users/me/", eva, nil).want(401, "Invalid token.")
}

// The acceptance examples of http-conventions.md.
func TestConventions(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	if got := a.do("GET", "/api/products", "", nil).want(301, ""); got.header.Get("Location") != "/api/products/" {
		t.Errorf("location %q", got.header.Get("Location"))
	}
	if got := a.do("GET", "/api/products/", "", nil).want(401, `{"message":"Authentication credentials were not provided."}`); got.header.Get("WWW-Authenticate") != "APIToken" {
		t.Errorf("header %v", got.header)
	}
	a.do("GET", "/api/nothing/", "", nil).want(404, `{"message":"Not found."}`)
	a.do("GET", "/api/products.json", "", nil).want(404, `{"message":"Not found."}`)
	a.do("POST", "/api/products", admin, map[string]any{"name": "Without slash"}).want(201, "")
	a.do("DELETE", "/api/products/", admin, nil).want(405, `Method \"DELETE\" not allowed.`)
	for i := range 29 {
		a.newProduct(admin, "P"+string(rune('A'+i)))
	}
	page := a.do("GET", "/api/products/?page_size=10&page=2&ordering=-name", admin, nil).want(200, `"count":30`)
	if next, previous := page.object()["next"], page.object()["previous"]; next != "http://example.com/api/products/?ordering=-name&page=3&page_size=10" ||
		previous != "http://example.com/api/products/?ordering=-name&page_size=10" {
		t.Errorf("links %v %v", next, previous)
	}
	a.do("GET", "/api/products/?page_size=10&page=4", admin, nil).want(404, "Invalid page.")
	a.do("GET", "/api/products/?page_size=10&page=last", admin, nil).want(200, "")
	if rows := a.do("GET", "/api/products/?page_size=0", admin, nil).want(200, "").rows(); len(rows) != 25 {
		t.Errorf("%d rows", len(rows))
	}
	a.do("GET", "/api/products/?ordering=nope", admin, nil).want(400, "")
	a.do("GET", "/api/products/?ordering=name,", admin, nil).want(200, "")
	a.do("GET", "/api/observations/?current_severity=High&current_severity=Low", admin, nil).want(200, "")
	a.do("GET", "/api/observations/?current_severity=High,Low", admin, nil).want(400, "Current severity: Select a valid choice. High,Low is not one of the available choices.")
	a.do("GET", "/api/observations/?current_severity=", admin, nil).want(400, "")
	a.do("GET", "/api/observations/?has_potential_duplicates=maybe", admin, nil).want(200, "")
	a.do("GET", "/api/observations/?product=4711", admin, nil).want(400, "Product: Select a valid choice. That choice is not one of the available choices.")
	a.do("POST", "/api/products/", admin, map[string]any{}).want(400, `{"message":"Name: This field is required."}`)
	a.do("POST", "/api/products/", admin, map[string]any{"name": "  "}).want(400, "Name: This field may not be blank.")
	a.do("POST", "/api/products/", admin, map[string]any{"name": "PA"}).want(400, "Name: product with this name already exists.")
	got := a.do("POST", "/api/products/", admin, map[string]any{"name": "X", "security_gate_active": "maybe", "issue_tracker_type": "Foo", "product_group": 9999})
	if got.status != 400 || got.message() != "Security gate active: Must be a valid boolean.\nIssue tracker type: \"Foo\" is not a valid choice.\nProduct group: Invalid pk \"9999\" - object does not exist." {
		t.Errorf("%d %s", got.status, got.body)
	}
	if created := a.do("POST", "/api/products/", admin, map[string]any{"name": " Trim ", "id": 777, "foo": 1}).want(201, "").object(); created["name"] != "Trim" || created["id"] == 777.0 {
		t.Errorf("%v", created)
	}
	a.do("PUT", "/api/products/1/", admin, map[string]any{"description": "x"}).want(400, "Name: This field is required.")
	a.do("GET", "/api/products/%31/", admin, nil).want(200, `"id":1`)
	a.do("GET", "/api/products/01/", admin, nil).want(200, `"id":1`)
	a.do("POST", "/api/products/", admin, `{`).want(400, "JSON parse error - ")
	a.do("POST", "/api/products/", admin, `[1]`).want(400, "Non field errors: Invalid data. Expected a dictionary, but got list.")
	a.do("POST", "/api/products/", admin, `null`).want(400, "No data provided")
	a.do("GET", "/api/settings/99/", admin, nil).want(200, `"id":1`)
	a.do("PATCH", "/api/settings/1/", admin, map[string]any{"jwt_validity_duration_user": -1}).want(400, "Jwt validity duration user: Ensure this value is greater than or equal to 0.")
	a.do("PATCH", "/api/products/1/", admin, map[string]any{"repository_prefix": "ftp://x.org/a"}).want(400, "Repository prefix: Not a valid URL")
	gate := a.do("PATCH", "/api/products/1/", admin, map[string]any{"security_gate_active": true, "security_gate_threshold_medium": 0}).want(200, "").object()
	if gate["security_gate_threshold_medium"] != 0.0 || gate["security_gate_threshold_low"] != 99999.0 || gate["security_gate_threshold_high"] != 0.0 {
		t.Errorf("thresholds %v", gate)
	}
}
