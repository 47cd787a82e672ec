package handlers_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// object asks for a representation.
func (a *api) object(admin, path string) map[string]any {
	a.t.Helper()
	return a.do("GET", path, admin, nil).want(200, "").object()
}

// check compares some properties of an object.
func check(t *testing.T, what string, got map[string]any, want map[string]any) {
	t.Helper()
	for name, value := range want {
		actual, present := got[name]
		if !present || fmt.Sprint(actual) != fmt.Sprint(value) {
			t.Errorf("%s: %s is %v (present: %t), want %v", what, name, actual, present, value)
		}
	}
}

var observationCounts = []string{"active_critical_observation_count", "active_high_observation_count", "active_medium_observation_count",
	"active_low_observation_count", "active_none_observation_count", "active_unknown_observation_count"}

var licenseCounts = []string{"forbidden_licenses_count", "review_required_licenses_count", "unknown_licenses_count", "allowed_licenses_count",
	"ignored_licenses_count"}

// newObservation creates an observation by hand and returns its id.
func (a *api) newObservation(authorization, product string, more map[string]any) string {
	a.t.Helper()
	body := map[string]any{"product": product, "title": "Finding", "parser_severity": "Critical", "parser_status": "Open"}
	for name, value := range more {
		body[name] = value
	}
	return a.do("POST", "/api/observations/", authorization, body).want(201, "").id()
}

func TestProducts_Example01(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	external, _ := a.newUser(admin, "eve", true)
	internal, id := a.newUser(admin, "mira", false)
	a.do("POST", "/api/products/", external, map[string]any{"name": "Till"}).want(403, "You do not have permission to perform this action.")
	created := a.do("POST", "/api/products/", internal, map[string]any{"name": "Till"}).want(201, "").object()
	for _, name := range append(append([]string{"all_licenses_count"}, observationCounts...), licenseCounts...) {
		if value, present := created[name]; !present || value != nil {
			t.Errorf("%s is %v (present: %t), want null", name, value, present)
		}
	}
	if permissions := created["permissions"].([]any); !slices.Contains(permissions, any(1103.0)) {
		t.Errorf("permissions: %v", permissions)
	}
	members := a.do("GET", "/api/product_members/?product="+text(created["id"]), internal, nil).want(200, "").rows()
	if len(members) != 1 || text(members[0]["user"]) != id || members[0]["role"] != 5.0 {
		t.Errorf("members: %v", members)
	}
}

func TestProducts_Example02(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	a.newProduct(admin, "Till")
	a.do("POST", "/api/products/", admin, map[string]any{"name": "Till"}).want(400, "Name: product with this name already exists.")
	a.do("POST", "/api/product_groups/", admin, map[string]any{"name": " Till "}).want(400, "Name: product with this name already exists.")
	if members := a.do("GET", "/api/product_members/", admin, nil).want(200, "").rows(); len(members) != 1 {
		t.Errorf("members after refused creations: %v", members)
	}
}

func TestProducts_Example03(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	one, two := a.newProduct(admin, "One"), a.newProduct(admin, "Two")
	got := a.do("PATCH", "/api/products/"+one+"/", admin, map[string]any{"product_group": two, "description": "changed"})
	if got.status != 400 || got.message() != "Product group: Product group must be a product group" {
		t.Errorf("%d %s", got.status, got.body)
	}
	check(t, "after the refusal", a.object(admin, "/api/products/"+one+"/"), map[string]any{"product_group": nil, "description": ""})
}

func TestProducts_Example04(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	path := "/api/products/" + a.newProduct(admin, "Till") + "/"
	for url, status := range map[string]int{"ftp://x.org/a": 400, "http://localhost:3000/x": 200, "http://gitlab/x": 400} {
		got := a.do("PATCH", path, admin, map[string]any{"repository_prefix": url})
		if got.status != status || status == 400 && got.message() != "Repository prefix: Not a valid URL" {
			t.Errorf("%s: %d %.200s", url, got.status, got.body)
		}
	}
}

func TestProducts_Example05(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	path := "/api/products/" + a.newProduct(admin, "Till") + "/"
	thresholds := func(values ...any) map[string]any {
		want := make(map[string]any)
		for i, name := range []string{"critical", "high", "medium", "low", "none", "unknown"} {
			want["security_gate_threshold_"+name] = values[i]
		}
		return want
	}
	patch := func(body map[string]any) map[string]any {
		return a.do("PATCH", path, admin, body).want(200, "").object()
	}
	check(t, "switched on", patch(map[string]any{"security_gate_active": true}), thresholds(0, 0, 99999, 99999, 99999, 99999))
	off := patch(map[string]any{"security_gate_active": false})
	check(t, "switched off", off, thresholds(nil, nil, nil, nil, nil, nil))
	check(t, "switched off", off, map[string]any{"security_gate_passed": nil})
	zero := patch(map[string]any{"security_gate_active": true, "security_gate_threshold_medium": 0})
	check(t, "an explicit 0", zero, thresholds(0, 0, 0, 99999, 99999, 99999))
	check(t, "again without values", patch(map[string]any{"security_gate_active": true}), thresholds(0, 0, 0, 99999, 99999, 99999))
	check(t, "null", patch(map[string]any{"security_gate_threshold_medium": nil}), thresholds(0, 0, 99999, 99999, 99999, 99999))
}

func TestProducts_Example06(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	for _, path := range []string{"/api/products/", "/api/product_groups/"} {
		detail := path + a.do("POST", path, admin, map[string]any{"name": path}).want(201, `"observation_notification_status_list":[]`).id() + "/"
		a.do("PATCH", detail, admin, map[string]any{"observation_notification_status_list": []string{"Open", "Gone"}}).
			want(400, "Observation notification status list: Invalid statuses: Gone")
		a.do("PATCH", detail, admin, map[string]any{"observation_notification_status_list": []string{"Gone", "Open", "Lost"}}).want(400, "Invalid statuses: Gone, Lost")
		a.do("PATCH", detail, admin, map[string]any{"observation_notification_status_list": []string{"Open", "In review"}}).want(200, "")
		a.do("GET", detail, admin, nil).want(200, `"observation_notification_status_list":["Open","In review"]`)
	}
}

func TestProducts_Example07(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	a.do("POST", "/api/products/", admin, map[string]any{"name": "A", "issue_tracker_type": "GitHub", "issue_tracker_api_key": "k", "issue_tracker_project_id": "o/r"}).
		want(201, `"issue_tracker_base_url":"https://api.github.com"`)
	got := a.do("POST", "/api/products/", admin, map[string]any{"name": "B", "issue_tracker_type": "GitHub"})
	if got.status != 400 || got.message() != "Non field errors: Either all or none of the issue tracker fields must be set" {
		t.Errorf("%d %s", got.status, got.body)
	}
}

func TestProducts_Example08(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Till")
	path := "/api/products/" + product + "/"
	check(t, "new", a.object(admin, path), map[string]any{"security_gate_passed": true})
	a.newObservation(admin, product, nil)
	check(t, "with a critical one", a.object(admin, path), map[string]any{"security_gate_passed": false, "active_critical_observation_count": 1})
	before := a.object(admin, path)["last_observation_change"]
	a.now = a.now.Add(time.Second)
	a.newBranch(admin, product, "main", -1, map[string]any{"is_default_branch": true})
	after := a.object(admin, path)
	check(t, "with a default branch", after, map[string]any{"security_gate_passed": true, "active_critical_observation_count": 0, "repository_default_branch_name": "main"})
	if after["last_observation_change"] == before {
		t.Error("the change of the default branch is no change for the metrics")
	}
}

func TestProducts_Example09(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	group := a.do("POST", "/api/product_groups/", admin, map[string]any{"name": "Shops", "security_gate_active": true, "security_gate_threshold_critical": 1}).want(201, "").id()
	product := a.do("POST", "/api/products/", admin, map[string]any{"name": "Till", "security_gate_active": false}).want(201, `"security_gate_passed":null`).id()
	path := "/api/products/" + product + "/"
	a.newObservation(admin, product, nil)
	gate := func(what string, want any) {
		t.Helper()
		check(t, what, a.object(admin, path), map[string]any{"security_gate_passed": want})
	}
	gate("without group", nil)
	a.do("PATCH", path, admin, map[string]any{"product_group": group}).want(200, `"product_group_security_gate_active":true`)
	gate("in the group, one critical", true)
	a.newObservation(admin, product, map[string]any{"title": "Second"})
	gate("two critical", false)
	a.do("PATCH", "/api/product_groups/"+group+"/", admin, map[string]any{"security_gate_threshold_critical": 2}).want(200, `"active_critical_observation_count":2`)
	gate("a higher threshold of the group", true)
	a.do("PATCH", "/api/product_groups/"+group+"/", admin, map[string]any{"security_gate_active": false}).want(200, "")
	for _, own := range []any{true, false, nil} {
		a.do("PATCH", path, admin, map[string]any{"security_gate_active": own}).want(200, "")
		gate(fmt.Sprint("group without gate, product ", own), nil)
	}
	a.do("PATCH", path, admin, map[string]any{"product_group": nil}).want(200, "")
	gate("out of the group, settings", false)
	a.do("PATCH", "/api/settings/1/", admin, map[string]any{"security_gate_threshold_critical": 2}).want(200, "")
	gate("a higher threshold of the settings", true)
	a.do("PATCH", "/api/settings/1/", admin, map[string]any{"security_gate_active": false}).want(200, "")
	gate("no gate at all", nil)
}

func TestProducts_Example10(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Till")
	path := "/api/products/" + product + "/"
	first := a.newBranch(admin, product, "A", -1, map[string]any{"is_default_branch": true})
	second := a.newBranch(admin, product, "B", -1, nil)
	a.newObservation(admin, product, map[string]any{"branch": second})
	a.do("PATCH", "/api/branches/"+second+"/", admin, map[string]any{"is_default_branch": true}).want(200, "")
	check(t, "A", a.object(admin, "/api/branches/"+first+"/"), map[string]any{"is_default_branch": false})
	check(t, "product", a.object(admin, path), map[string]any{"repository_default_branch": second, "security_gate_passed": false})
	a.do("DELETE", "/api/branches/"+second+"/", admin, nil).want(400, "You cannot delete the default branch of a product.")
	a.do("PATCH", "/api/branches/"+second+"/", admin, map[string]any{"is_default_branch": false}).want(200, "")
	check(t, "product", a.object(admin, path), map[string]any{"repository_default_branch": nil, "repository_default_branch_name": "", "security_gate_passed": true})
	a.do("DELETE", "/api/branches/"+second+"/", admin, nil).want(204, "")
	a.do("GET", "/api/observations/1/", admin, nil).want(404, "No Observation matches the given query.")
	if logs := a.do("GET", "/api/observation_logs/", admin, nil).want(200, "").rows(); len(logs) != 0 {
		t.Errorf("logs: %v", logs)
	}
}

func TestProducts_Example11(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	reader, id := a.newUser(admin, "mira", false)
	product := a.newProduct(admin, "Till")
	a.do("POST", "/api/product_members/", admin, map[string]any{"product": product, "user": id, "role": 1}).want(201, "")
	a.do("POST", "/api/branches/", reader, map[string]any{"product": product, "name": "x"}).want(403, "You do not have permission to perform this action.")
	for _, body := range []any{map[string]any{"name": "x"}, map[string]any{"product": nil}, nil} {
		if got := a.do("POST", "/api/branches/", reader, body); got.status != 400 || got.message() != "Unable to check for permissions: Attribute 'product' is required" {
			t.Errorf("%v: %d %s", body, got.status, got.body)
		}
	}
	a.do("POST", "/api/branches/", reader, map[string]any{"product": 424242, "name": "x"}).want(404, "No Product matches the given query.")
	a.do("POST", "/api/branches/", reader, map[string]any{"product": "abc", "name": "x"}).want(400, "")
}

func TestProducts_Example12(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Till")
	service := a.do("POST", "/api/services/", admin, map[string]any{"product": product, "name": "pay"}).want(201, `"name_with_product":"pay (Till)"`).id()
	a.newObservation(admin, product, map[string]any{"origin_service": service})
	got := a.do("DELETE", "/api/services/"+service+"/", admin, nil)
	if got.status != 409 || got.message() != "Cannot delete Service because it still has Observations." {
		t.Errorf("%d %s", got.status, got.body)
	}
	a.do("DELETE", "/api/observations/1/", admin, nil).want(204, "")
	a.do("DELETE", "/api/services/"+service+"/", admin, nil).want(204, "")
}

func TestProducts_Example13(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Till")
	service := a.do("POST", "/api/services/", admin, map[string]any{"product": product, "name": "pay"}).want(201, "").id()
	a.newObservation(admin, product, map[string]any{"origin_service": service})
	a.uploadSBOM(admin, "bom.json", cyclonedx("", library("zlib", "1.2", "")), map[string]string{"product": product}).want(200, "")
	got := a.do("DELETE", "/api/products/"+product+"/", admin, nil)
	if got.status != 409 || got.message() != "Cannot delete Product because it still has Services, Observations, License_Components." {
		t.Errorf("%d %s", got.status, got.body)
	}
	a.do("GET", "/api/products/"+product+"/", admin, nil).want(200, "")
}

func TestProducts_Example14(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	maintainer, id := a.newUser(admin, "mira", false)
	_, other := a.newUser(admin, "otto", false)
	product := a.newProduct(admin, "Till")
	a.do("POST", "/api/product_members/", admin, map[string]any{"product": product, "user": id, "role": 4}).want(201, "")
	owner := text(a.do("GET", "/api/product_members/?role=5", admin, nil).want(200, "").rows()[0]["id"])
	for _, test := range []struct {
		method, path string
		body         any
		message      string
	}{
		{"POST", "/api/product_members/", map[string]any{"product": product, "user": other, "role": 5}, "Non field errors: You are not permitted to add a member as Owner"},
		{"DELETE", "/api/product_members/" + owner + "/", nil, "You are not permitted to delete an Owner"},
		{"PATCH", "/api/product_members/" + owner + "/", map[string]any{"role": 4}, "Non field errors: You are not permitted to change the Owner role"},
		{"PATCH", "/api/product_members/" + owner + "/", map[string]any{}, "Non field errors: You are not permitted to change the Owner role"},
		{"PATCH", "/api/product_members/" + owner + "/", map[string]any{"role": 5}, "Non field errors: You are not permitted to add a member as Owner"},
	} {
		if got := a.do(test.method, test.path, maintainer, test.body); got.status != 400 || got.message() != test.message {
			t.Errorf("%s %s %v: %d %s", test.method, test.path, test.body, got.status, got.body)
		}
	}
	a.do("PATCH", "/api/product_members/"+owner+"/", admin, map[string]any{"role": 4}).want(200, `"role":4`)
	a.do("DELETE", "/api/product_members/"+owner+"/", maintainer, nil).want(204, "")
}

func TestProducts_Example16(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	group := a.do("POST", "/api/product_groups/", admin, map[string]any{"name": "Shops"}).want(201, "").id()
	path := "/api/products/" + a.newProduct(admin, "Till") + "/"
	date := func(what string, want any) {
		t.Helper()
		check(t, what, a.object(admin, path), map[string]any{"risk_acceptance_expiry_date_calculated": want})
	}
	patch := func(path string, body map[string]any) { t.Helper(); a.do("PATCH", path, admin, body).want(200, "") }
	patch(path, map[string]any{"risk_acceptance_expiry_active": true, "risk_acceptance_expiry_days": 0})
	date("days 0 fall through to the settings", "2026-12-23")
	patch(path, map[string]any{"risk_acceptance_expiry_days": 8})
	date("own days", "2026-12-01")
	patch(path, map[string]any{"risk_acceptance_expiry_active": false})
	date("switched off", nil)
	patch(path, map[string]any{"product_group": group, "risk_acceptance_expiry_active": nil})
	patch("/api/product_groups/"+group+"/", map[string]any{"risk_acceptance_expiry_active": true, "risk_acceptance_expiry_days": 1})
	date("days of the group", "2026-11-24")
	patch("/api/product_groups/"+group+"/", map[string]any{"risk_acceptance_expiry_active": false})
	date("switched off for the group", nil)
	patch(path, map[string]any{"product_group": nil})
	patch("/api/settings/1/", map[string]any{"risk_acceptance_expiry_days": 0})
	date("never by the settings", nil)
}

func TestProducts_Example19(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	a.do("GET", "/api/purl_types/golang/", admin, nil).want(200, `{"id":"golang","name":"Go"}`)
	if got := a.do("GET", "/api/purl_types/?for_observations=1", admin, nil); got.status != 404 || got.body != "" {
		t.Errorf("%d %q", got.status, got.body)
	}
}

func TestProducts_Example20(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Till")
	token := func(name string) answer {
		return a.do("POST", "/api/product_api_tokens/", admin, map[string]any{"product": product, "name": name, "role": 2})
	}
	if made := token("ci").want(201, "").object()["token"]; !strings.HasPrefix(text(made), "api_token_") {
		t.Errorf("token %v", made)
	}
	for _, name := range []string{"ci", "other"} {
		token(name).want(400, "Only one API token is allowed, revoke the existing one first")
	}
	for _, query := range []string{"", "?role=2", "?product=" + product} {
		for _, row := range a.do("GET", "/api/product_members/"+query, admin, nil).want(200, "").rows() {
			if strings.HasPrefix(text(row["user_data"].(map[string]any)["username"]), "-product-") {
				t.Errorf("%s: %v", query, row)
			}
		}
	}
	a.do("GET", "/api/product_members/2/", admin, nil).want(404, "No Product_Member matches the given query.")
}

func TestProducts_Example17(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	for i := range 6 {
		a.newProduct(admin, fmt.Sprint("Product ", i))
	}
	if id := a.newProduct(admin, "Shop"); id != "7" {
		t.Fatalf("the product has the id %s", id)
	}
	// without a serial number there are no BOM links, which would be part of the id
	inventory := func(members string) string {
		return `{"bomFormat":"CycloneDX","specVersion":"1.5","version":1,` + members +
			`"components":[{"bom-ref":"tls","type":"library","name":"acme-tls","version":"2.0.1","purl":"pkg:generic/acme-tls@2.0.1"}]}`
	}
	only := func() map[string]any {
		t.Helper()
		rows := a.rows(admin, "/api/components/?product=7")
		if len(rows) != 1 {
			t.Fatalf("components: %v", rows)
		}
		return rows[0]
	}
	const id = "21c1efb7eca9db2f8529e99670096dd8"
	a.uploadSBOM(admin, "bom.json", inventory(""), map[string]string{"product": "7"}).want(200, "")
	wantFields(t, "component", only(), map[string]any{"id": id, "has_observations": false})
	flaw := `"vulnerabilities":[{"id":"CVE-2031-1","ratings":[{"method":"CVSSv31","score":7.5,"severity":"high"}],"affects":[{"ref":"tls"}]}],`
	a.upload(admin, "flaws.json", inventory(flaw), map[string]string{"product": "7", "suppress_licenses": "true"}).want(200, `"observations_new":1`)
	wantFields(t, "component with an observation", only(), map[string]any{"id": id, "has_observations": true})
}
