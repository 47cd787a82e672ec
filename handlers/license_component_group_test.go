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
