package handlers_test

import "testing"

// The license components of a group are those of its products; a product is no group.
func TestLicenseComponents_ProductGroup(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	group := a.do("POST", "/api/product_groups/", admin, map[string]any{"name": "Group"}).want(201, "").id()
	inside := a.do("POST", "/api/products/", admin, map[string]any{"name": "Inside", "product_group": group}).want(201, "").id()
	outside := a.do("POST", "/api/products/", admin, map[string]any{"name": "Outside"}).want(201, "").id()
	for product, component := range map[string]string{inside: "left", outside: "right"} {
		a.uploadSBOM(admin, "bom.json", cyclonedx("", library(component, "1.0", "")), map[string]string{"product": product}).want(200, "")
	}
	rows := a.rows(admin, "/api/license_components/?product_group="+group)
	if len(rows) != 1 || rows[0]["component_name"] != "left" {
		t.Errorf("license components of the group: %v", rows)
	}
	if ids := a.rows(admin, "/api/license_component_ids/?product_group="+group); len(ids) != 1 || ids[0]["id"] != rows[0]["id"] {
		t.Errorf("ids of the group: %v", ids)
	}
	if got := a.do("GET", "/api/license_components/?product_group="+inside, admin, nil); got.status != 400 {
		t.Errorf("a product as group: %d %s", got.status, got.body)
	}
}

// License components without a branch can be asked for: an empty name stands for no filter.
func TestLicenseComponents_WithoutBranch(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	shop := a.newProduct(admin, "Shop")
	branch := a.do("POST", "/api/branches/", admin, map[string]any{"product": shop, "name": "main"}).want(201, "").id()
	a.uploadSBOM(admin, "bom.json", cyclonedx("", library("left", "1.0", "")), map[string]string{"product": shop, "branch": branch}).want(200, "")
	a.uploadSBOM(admin, "bom.json", cyclonedx("", library("right", "1.0", "")), map[string]string{"product": shop}).want(200, "")
	for _, list := range []string{"license_components", "license_component_ids"} {
		a.do("GET", "/api/"+list+"/?product="+shop, admin, nil).want(200, `"count":2,`)
		a.do("GET", "/api/"+list+"/?without_branch=false&product="+shop, admin, nil).want(200, `"count":2,`)
		a.do("GET", "/api/"+list+"/?without_branch=true&product="+shop, admin, nil).want(200, `"count":1,`)
	}
	a.do("GET", "/api/license_components/?without_branch=true&product="+shop, admin, nil).want(200, `"component_name":"right"`)
}
