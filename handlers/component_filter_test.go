package handlers_test

import (
	"strings"
	"testing"
)

// TestObservationsOfComponent holds that a component shows its own observations: not those of another branch, service or package URL with the
// same name and version.
func TestObservationsOfComponent(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	shop := a.newProduct(admin, "shop")
	branch := a.do("POST", "/api/branches/", admin, map[string]any{"product": shop, "name": "release-1"}).want(201, "").id()
	service := a.do("POST", "/api/services/", admin, map[string]any{"product": shop, "name": "gateway"}).want(201, "").id()
	openssl := func(title string, more map[string]any) string {
		body := map[string]any{"title": title, "origin_component_name": "openssl", "origin_component_version": "1.0"}
		for name, value := range more {
			body[name] = value
		}
		return a.manual(admin, shop, body)
	}
	nowhere := openssl("nowhere", nil)
	openssl("in a branch", map[string]any{"branch": branch})
	openssl("in a service", map[string]any{"origin_service": service})
	a.upload(admin, "scan.json", `{"format":"SecObserve","observations":[{"title":"packaged","parser_severity":"High","scanner":"s","origin_component_name":"openssl",
		"origin_component_version":"1.0","origin_component_purl":"pkg:deb/debian/openssl@1.0"}]}`, map[string]string{"product": shop}).want(200, "")

	rows := a.do("GET", "/api/components/?product="+shop, admin, nil).want(200, `"count":4,`).rows()
	seen := map[string]bool{}
	for _, row := range rows {
		for _, list := range []string{"observations", "observation_titles"} {
			found := a.do("GET", "/api/"+list+"/?component="+text(row["id"]), admin, nil).want(200, `"count":1,`).rows()
			seen[text(found[0]["title"])] = true
		}
		if row["branch_name"] == "" && row["origin_service_name"] == "" && row["component_purl"] == "" {
			a.do("GET", "/api/observation_titles/?component="+text(row["id"]), admin, nil).want(200, `"id":`+nowhere+`,`)
		}
	}
	if len(seen) != 4 {
		t.Errorf("the four components show %d different observations", len(seen))
	}

	stranger, _ := a.newUser(admin, "stranger", false)
	for _, id := range []string{text(rows[0]["id"]), strings.Repeat("0", 32), "x"} {
		a.do("GET", "/api/observations/?component="+id, stranger, nil).want(400, "Select a valid choice")
	}
}

// TestObservationsWithPermission holds that rows tell what the caller may do, and that the filter leaves those where he may.
func TestObservationsWithPermission(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	shop, till := a.newProduct(admin, "shop"), a.newProduct(admin, "till")
	anna := a.member(admin, shop, "anna", 3)
	annaID := text(a.do("GET", "/api/users/me/", anna, nil).object()["id"])
	a.do("POST", "/api/product_members/", admin, map[string]any{"product": till, "user": annaID, "role": 1}).want(201, "")
	a.manual(admin, shop, map[string]any{"title": "Weak hash"})
	a.manual(admin, till, map[string]any{"title": "Open port"})

	const assess = 2005
	for _, row := range a.do("GET", "/api/observations/", anna, nil).want(200, `"count":2,`).rows() {
		may := false
		for _, permission := range row["product_data"].(map[string]any)["permissions"].([]any) {
			may = may || text(permission) == "2005"
		}
		if may != (row["title"] == "Weak hash") {
			t.Errorf("%s: permission %d is %v", row["title"], assess, may)
		}
	}
	for _, list := range []string{"observations", "observation_titles"} {
		a.do("GET", "/api/"+list+"/?permission=2005", anna, nil).want(200, `"count":1,`).want(200, "Weak hash")
		a.do("GET", "/api/"+list+"/?permission=2001", anna, nil).want(200, `"count":2,`)
		a.do("GET", "/api/"+list+"/?permission=2005", admin, nil).want(200, `"count":2,`)
		a.do("GET", "/api/"+list+"/?permission=4711", admin, nil).want(400, "Select a valid choice")
		a.do("GET", "/api/"+list+"/?permission=x", admin, nil).want(400, "Enter a number")
	}
}

// TestObservationsByVulnerability holds that the search finds an observation by the ids of its vulnerability, also where the title has none.
func TestObservationsByVulnerability(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	shop := a.newProduct(admin, "shop")
	a.manual(admin, shop, map[string]any{"title": "Heap overflow", "vulnerability_id": "GHSA-aaaa-bbbb-cccc"})
	a.manual(admin, shop, map[string]any{"title": "Open port"})
	a.do("GET", "/api/observations/?search=ghsa-aaaa", admin, nil).want(200, `"count":1,`).want(200, "Heap overflow")
	a.do("GET", "/api/observations/?search=heap", admin, nil).want(200, `"count":1,`)
	a.do("GET", "/api/observations/?title=ghsa-aaaa", admin, nil).want(200, `"count":0,`)
}
