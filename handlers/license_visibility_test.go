package handlers_test

import (
	"strings"
	"testing"
)

// Who sees a license policy, its items and groups: members, members of authorization groups, everybody if it is public, and who sees a product or
// product group that has it; parents are seen with their children (licenses.md §8).
func TestLicenseVisibility(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	ids := a.catalogue("MIT")
	group := a.newGroup(admin, "Secret group", false, ids["MIT"])
	parent := a.do("POST", "/api/license_policies/", admin, map[string]any{"name": "Secret parent"}).want(201, "").id()
	policy := a.do("POST", "/api/license_policies/", admin, map[string]any{"name": "Secret policy", "parent": parent}).want(201, "").id()
	item := a.do("POST", "/api/license_policy_items/", admin, map[string]any{"license_policy": policy, "license_group": group, "evaluation_result": "Allowed"}).want(201, "").id()
	productGroup := a.do("POST", "/api/product_groups/", admin, map[string]any{"name": "Shops"}).want(201, "").id()
	product := a.do("POST", "/api/products/", admin, map[string]any{"name": "Shop", "product_group": productGroup}).want(201, "").id()

	paths := map[string]string{"policy": "/api/license_policies/" + policy + "/", "parent": "/api/license_policies/" + parent + "/",
		"item": "/api/license_policy_items/" + item + "/", "group": "/api/license_groups/" + group + "/",
		"export": "/api/license_policies/" + policy + "/export_json/"}
	sees := func(what, authorization string, want ...string) {
		t.Helper()
		for name, path := range paths {
			status := 404
			if strings.Contains(" "+strings.Join(want, " ")+" ", " "+name+" ") {
				status = 200
			}
			if got := a.do("GET", path, authorization, nil); got.status != status {
				t.Errorf("%s: %s answers %d, want %d", what, name, got.status, status)
			}
		}
		listed := strings.Contains(a.do("GET", "/api/license_policies/?page_size=100", authorization, nil).want(200, "").body, `"Secret policy"`)
		if wanted := strings.Contains(strings.Join(want, " "), "policy"); listed != wanted {
			t.Errorf("%s: the list has the policy: %v", what, listed)
		}
	}
	all := []string{"policy", "parent", "item", "group", "export"}

	ken, kenID := a.newUser(admin, "ken", false)
	sees("a stranger", ken)
	membership := a.do("POST", "/api/license_policy_members/", admin, map[string]any{"license_policy": policy, "user": kenID}).want(201, "").id()
	sees("a member of the policy", ken, all...)
	a.do("PATCH", paths["policy"], ken, map[string]any{"name": "Mine"}).want(403, "")
	a.do("DELETE", "/api/license_policy_members/"+membership+"/", admin, nil).want(204, "")
	sees("a former member", ken)

	crew := a.do("POST", "/api/authorization_groups/", admin, map[string]any{"name": "Crew"}).want(201, "").id()
	a.do("POST", "/api/authorization_group_members/", admin, map[string]any{"authorization_group": crew, "user": kenID}).want(201, "")
	membership = a.do("POST", "/api/license_policy_authorization_group_members/", admin, map[string]any{"license_policy": policy, "authorization_group": crew}).want(201, "").id()
	sees("a member of an authorization group", ken, all...)
	a.do("DELETE", "/api/license_policy_authorization_group_members/"+membership+"/", admin, nil).want(204, "")

	a.do("POST", "/api/license_group_authorization_group_members/", admin, map[string]any{"license_group": group, "authorization_group": crew, "is_manager": true}).want(201, "")
	sees("a manager of the license group alone", ken, "group")
	a.do("POST", "/api/license_groups/"+group+"/remove_license/", ken, map[string]any{"license": ids["MIT"]}).want(204, "")
	a.do("POST", "/api/license_groups/"+group+"/add_license/", ken, map[string]any{"license": ids["MIT"]}).want(204, "")

	mia, miaID := a.newUser(admin, "mia", true)
	a.do("POST", "/api/product_members/", admin, map[string]any{"product": product, "user": miaID, "role": 1}).want(201, "")
	sees("a reader of a product without policy", mia)
	a.do("PATCH", "/api/products/"+product+"/", admin, map[string]any{"license_policy": policy}).want(200, "")
	sees("a reader of a product with the policy", mia, all...)
	a.do("PATCH", "/api/products/"+product+"/", admin, map[string]any{"license_policy": nil}).want(200, "")
	a.do("PATCH", "/api/product_groups/"+productGroup+"/", admin, map[string]any{"license_policy": policy}).want(200, "")
	sees("a reader of a product whose group has the policy", mia)
	zoe, zoeID := a.newUser(admin, "zoe", false)
	a.do("POST", "/api/product_members/", admin, map[string]any{"product": productGroup, "user": zoeID, "role": 1}).want(201, "")
	sees("a reader of the product group", zoe, all...)
	tim, timID := a.newUser(admin, "tim", false)
	a.do("POST", "/api/product_members/", admin, map[string]any{"product": productGroup, "user": timID, "role": 2}).want(201, "")
	sees("one who may only upload", tim)

	a.do("PATCH", paths["parent"], admin, map[string]any{"is_public": true}).want(200, "")
	sees("a stranger of a public parent", tim, "parent")
	a.do("PATCH", paths["policy"], admin, map[string]any{"is_public": true}).want(200, "")
	sees("a stranger of a public policy", tim, all...)
}

// A conclusion for all versions or branches of a component is drawn for these and no others, by those who may edit them.
func TestBulkConclusion(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	ids := a.catalogue("ISC")
	product, other := a.newProduct(admin, "Shop"), a.newProduct(admin, "Stall")
	pypi := `{"type":"library","name":"left","version":"1","purl":"pkg:pypi/left@1"}`
	sbom := cyclonedx("", library("left", "1", ""), library("left", "2", ""), library("leftover", "1", ""), pypi)
	for _, branch := range []string{"main", "dev"} {
		a.do("POST", "/api/branches/", admin, map[string]any{"product": product, "name": branch}).want(201, "")
		a.uploadSBOM(admin, "bom.json", sbom, map[string]string{"product_name": "Shop", "branch_name": branch}).want(200, `"license_components_new":4`)
	}
	a.uploadSBOM(admin, "bom.json", sbom, map[string]string{"product": other}).want(200, "")
	first := text(a.rows(admin, "/api/license_components/?branch_name_exact=main&component_name_version=left:1&component_purl_type=npm")[0]["id"])
	path := "/api/license_components/" + first + "/bulk_concluded_license/"
	concluded := func() int {
		return len(a.rows(admin, "/api/license_components/?effective_license_name_exact=ISC&page_size=100"))
	}

	conclusion := func(more map[string]any) map[string]any {
		body := map[string]any{"manual_concluded_spdx_license": ids["ISC"]}
		for name, value := range more {
			body[name] = value
		}
		return body
	}
	reader := a.member(admin, product, "reader", 1)
	a.do("POST", path, reader, conclusion(nil)).want(403, "")
	stranger, _ := a.newUser(admin, "stranger", false)
	a.do("POST", path, stranger, conclusion(nil)).want(403, "")
	a.do("POST", path, admin, map[string]any{"manual_concluded_license_expression": "MIT AND", "all_versions": true}).want(400, "Invalid concluded license expression")
	if n := concluded(); n != 0 {
		t.Errorf("%d components concluded by refused requests", n)
	}
	writer := a.member(admin, product, "writer", 3)
	for _, test := range []struct {
		more map[string]any
		want int
	}{{nil, 1}, {map[string]any{"all_versions": true}, 2}, {map[string]any{"all_versions": true, "all_branches": true}, 4}} {
		a.do("POST", path, writer, conclusion(test.more)).want(200, "")
		if n := concluded(); n != test.want {
			t.Errorf("%v: %d components are concluded, want %d", test.more, n, test.want)
		}
	}
	a.do("POST", path, writer, map[string]any{"all_versions": true, "all_branches": true}).want(200, "")
	if n := concluded(); n != 0 {
		t.Errorf("%d components are concluded after the conclusion was taken back", n)
	}
}
