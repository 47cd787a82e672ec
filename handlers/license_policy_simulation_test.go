package handlers_test

import (
	"fmt"
	"testing"

	"secobserve/model"
)

// A dry run says for whom what would change, as far as the caller sees it, and changes nothing.
func TestSimulateLicensePolicy(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	ids := a.catalogue("MIT", "ISC", "GPL-2.0-only")
	parent := a.policy("Company", &model.LicensePolicyItem{License: ids["MIT"], EvaluationResult: model.EvaluationAllowed})
	child := a.do("POST", "/api/license_policies/", admin, map[string]any{"name": "Backend", "parent": parent}).want(201, "").id()
	sbom := cyclonedx("", library("a", "1", declared("MIT")), library("b", "1", declared("ISC")), library("c", "1", declared("GPL-2.0-only")),
		library("d", "1", ""))
	products := make(map[string]string)
	for name, policy := range map[string]any{"Shop": parent, "Stall": child, "Kiosk": nil} {
		products[name] = a.do("POST", "/api/products/", admin, map[string]any{"name": name, "license_policy": policy}).want(201, "").id()
		a.uploadSBOM(admin, "bom.json", sbom, map[string]string{"product": products[name]}).want(200, "")
	}
	before := a.do("GET", "/api/license_components/?page_size=100", admin, nil).want(200, "").body
	path := fmt.Sprintf("/api/license_policies/%d/simulate/", parent)

	a.do("POST", path, admin, map[string]any{}).want(200, `{"changed":0,"products":[],"components":[]}`)
	changed := map[string]any{"items": []any{
		map[string]any{"license": ids["MIT"], "evaluation_result": "Forbidden"},
		map[string]any{"license_expression": "isc or mit", "evaluation_result": "Allowed"},
		map[string]any{"license": ids["GPL-2.0-only"], "evaluation_result": "Review required"},
	}}
	got := a.do("POST", path, admin, changed).want(200, `"changed":4`).object()
	if list := got["products"].([]any); len(list) != 2 {
		t.Errorf("products %v", list)
	}
	for _, p := range got["products"].([]any) {
		wantFields(t, "product", p.(map[string]any), map[string]any{"changed": 2,
			"before": map[string]any{"forbidden": 0, "review_required": 0, "unknown": 3, "allowed": 1, "ignored": 0},
			"after":  map[string]any{"forbidden": 1, "review_required": 1, "unknown": 2, "allowed": 0, "ignored": 0}})
	}
	first := got["components"].([]any)[0].(map[string]any)
	wantFields(t, "component", first, map[string]any{"component_name_version": "a:1", "effective_license_name": "MIT", "before": "Allowed", "after": "Forbidden",
		"component_purl_type": "npm", "branch_name": ""})
	if n := len(got["components"].([]any)); n != 4 {
		t.Errorf("%d components", n)
	}

	// the ignore list is the policy's own, the rules of the child beat those of the parent
	a.do("POST", path, admin, map[string]any{"ignore_component_types": "npm"}).want(200, `"changed":4`)
	a.do("POST", "/api/license_policies/"+child+"/simulate/", admin, map[string]any{"parent": nil}).want(200, `"changed":1`)

	// who sees only one of the products learns of nothing else
	ken, kenID := a.newUser(admin, "ken", false)
	a.do("POST", "/api/license_policy_members/", admin, map[string]any{"license_policy": parent, "user": kenID, "is_manager": true}).want(201, "")
	a.do("POST", path, ken, changed).want(200, `{"changed":0,"products":[],"components":[]}`)
	a.do("POST", "/api/product_members/", admin, map[string]any{"product": products["Shop"], "user": kenID, "role": 2}).want(201, "") // Upload
	a.do("POST", path, ken, changed).want(200, `"changed":0`)
	a.do("POST", "/api/product_members/", admin, map[string]any{"product": products["Stall"], "user": kenID, "role": 1}).want(201, "")
	wantFields(t, "one product", a.do("POST", path, ken, changed).want(200, `"changed":2`).object()["products"].([]any)[0].(map[string]any), map[string]any{"product_name": "Stall"})

	for message, body := range map[string]any{
		`Items: Expected a list of items but got type \"str\".`:                                map[string]any{"items": "x"},
		`Items: 1: Invalid data. Expected a dictionary, but got int.`:                          map[string]any{"items": []any{7}},
		`Items: 2: Evaluation result: This field is required.`:                                 map[string]any{"items": []any{map[string]any{"non_spdx_license": "x", "evaluation_result": "Allowed"}, map[string]any{"non_spdx_license": "y"}}},
		`Items: 1: Non field errors: One of license group, license, license expression or unk`: map[string]any{"items": []any{map[string]any{"evaluation_result": "Allowed"}}},
		`Items: 1: License: Invalid pk \"4711\" - object does not exist.`:                      map[string]any{"items": []any{map[string]any{"license": 4711, "evaluation_result": "Allowed"}}},
		`Ignore component types: Invalid component type nope`:                                  map[string]any{"ignore_component_types": "nope"},
		`Parent: A child cannot be a parent itself`:                                            map[string]any{"parent": child},
	} {
		a.do("POST", path, admin, body).want(400, message)
	}
	if after := a.do("GET", "/api/license_components/?page_size=100", admin, nil).want(200, "").body; after != before {
		t.Errorf("the dry runs changed the components from %s to %s", before, after)
	}
	if rows := a.rows(admin, fmt.Sprintf("/api/license_policy_items/?license_policy=%d", parent)); len(rows) != 1 {
		t.Errorf("items after the dry runs: %v", rows)
	}
}

// Why a component was evaluated as it was does not tell of groups and policies that the caller does not see (licenses.md §8).
func TestEvaluationReason_IsNotForAll(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	ids := a.catalogue("MIT")
	group := a.newGroup(admin, "Secret ones", false, ids["MIT"])
	policy := a.do("POST", "/api/license_policies/", admin, map[string]any{"name": "Of the group"}).want(201, "").id()
	item := a.do("POST", "/api/license_policy_items/", admin, map[string]any{"license_policy": policy, "license_group": group, "evaluation_result": "Allowed"}).want(201, "").id()
	products := a.do("POST", "/api/product_groups/", admin, map[string]any{"name": "Group", "license_policy": policy}).want(201, "").id()
	product := a.do("POST", "/api/products/", admin, map[string]any{"name": "Shop", "product_group": products}).want(201, "").id()
	a.uploadSBOM(admin, "bom.json", cyclonedx("", library("a", "1", declared("MIT"))), map[string]string{"product": product}).want(200, "")
	detail := "/api/license_components/" + text(a.componentNamed(admin, "a:1")["id"]) + "/"
	reasonFor := func(authorization string) (listed, shown map[string]any, name any) {
		t.Helper()
		object := a.object(authorization, detail)
		return a.componentNamed(authorization, "a:1")["evaluation_reason"].(map[string]any), object["evaluation_reason"].(map[string]any), object["license_group_name"]
	}
	reader := a.member(admin, product, "reader", 1)
	listed, shown, name := reasonFor(reader)
	for _, reason := range []map[string]any{listed, shown} {
		wantFields(t, "a reader of the product alone", reason, map[string]any{"decider": "license_group", "subject": "MIT", "license_group": nil, "license_policy_item": nil})
	}
	if text(name) != "" {
		t.Errorf("the group's name is told: %v", name)
	}
	a.do("GET", "/api/license_groups/"+group+"/", reader, nil).want(404, "")
	friend := a.member(admin, products, "friend", 1)
	listed, shown, name = reasonFor(friend)
	for _, reason := range []map[string]any{listed, shown} {
		wantFields(t, "a reader of the product group", reason, map[string]any{"license_group": group, "license_policy_item": item})
	}
	if name != "Secret ones" {
		t.Errorf("the group's name is %v", name)
	}
}
