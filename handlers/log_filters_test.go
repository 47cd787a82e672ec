package handlers_test

import (
	"testing"
	"time"
)

// TestLogAndTitleFilters holds the filters, orders and bad values of the lists of observation logs and titles (core-observations.md §5 and §11).
func TestLogAndTitleFilters(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	group := a.do("POST", "/api/product_groups/", admin, map[string]any{"name": "group"}).want(201, "").id()
	shop := a.do("POST", "/api/products/", admin, map[string]any{"name": "shop", "product_group": group}).want(201, "").id()
	till := a.newProduct(admin, "till")
	branch := a.do("POST", "/api/branches/", admin, map[string]any{"product": shop, "name": "release-1"}).want(201, "").id()
	service := a.do("POST", "/api/services/", admin, map[string]any{"product": shop, "name": "gateway"}).want(201, "").id()
	anna := a.member(admin, shop, "anna", 3)
	annaID := text(a.do("GET", "/api/users/me/", anna, nil).object()["id"])

	first := a.manual(admin, shop, map[string]any{"title": "Weak hash", "branch": branch, "origin_service": service, "origin_component_name": "openssl",
		"origin_component_version": "1.0", "origin_source_file": "src/hash.go"})
	second := a.manual(admin, till, map[string]any{"title": "Open port", "parser_severity": "Low", "origin_endpoint_url": "https://till.example.com/x"})
	a.now = a.now.AddDate(0, 0, 10)
	admin, anna = a.admin(), a.login("anna", "Long-Way-Home-"+annaID)
	a.do("PATCH", "/api/products/"+shop+"/", admin, map[string]any{"assessments_need_approval": true}).want(200, "")
	a.do("PATCH", "/api/observations/"+first+"/assessment/", anna, map[string]any{"status": "Not affected", "severity": "Low", "vex_justification": "component_not_present",
		"comment": "sandboxed"}).want(200, "")
	a.now = a.now.Add(time.Minute)

	tests := []struct {
		query  string
		status int
		count  string
	}{
		{"", 200, "3"}, {"product=" + shop, 200, "2"}, {"product=" + till, 200, "1"}, {"product_group=" + group, 200, "2"}, {"branch=" + branch, 200, "2"},
		{"branch_name=lease", 200, "2"}, {"observation=" + second, 200, "1"}, {"observation_title=weak", 200, "2"}, {"user=" + annaID, 200, "1"},
		{"assessment_status=Needs%20approval", 200, "1"}, {"assessment_status=Nonsense", 400, ""}, {"severity=Low", 200, ""}, {"severity=low", 400, ""},
		{"status=Not%20affected", 200, "1"}, {"status=", 200, "3"}, {"age=Past%207%20days", 200, "1"}, {"age=Past%2030%20days", 200, "3"}, {"age=Yesterday", 400, ""},
		{"origin_service=" + service, 200, "2"}, {"origin_service_name=gate", 200, "2"}, {"origin_component_name_version=openssl", 200, "2"},
		{"origin_source_file=hash", 200, "2"}, {"origin_endpoint_hostname=till", 200, "1"}, {"product=4711", 400, ""}, {"branch=x", 400, ""},
		{"ordering=-created", 200, "3"}, {"ordering=nope", 400, ""}, {"product=" + shop + "&severity=Low&status=Not%20affected&ordering=-id", 200, "1"},
	}
	for _, test := range tests {
		t.Run("logs?"+test.query, func(*testing.T) {
			want := ""
			if test.count != "" {
				want = `"count":` + test.count + `,`
			}
			a.do("GET", "/api/observation_logs/?"+test.query, admin, nil).want(test.status, want)
		})
	}
	if newest := a.do("GET", "/api/observation_logs/?ordering=-created", admin, nil).rows()[0]; newest["comment"] != "sandboxed" {
		t.Errorf("the newest log is %v", newest["comment"])
	}
	a.do("GET", "/api/observation_logs/?product="+till, anna, nil).want(400, "Select a valid choice") // invisible, so like an unknown one
	a.do("GET", "/api/observation_logs/", anna, nil).want(200, `"count":2`)

	titles := []struct {
		query  string
		status int
		count  string
	}{
		{"", 200, "2"}, {"title=WEAK", 200, "1"}, {"search=port", 200, "1"}, {"product=" + till, 200, "1"}, {"current_severity=High", 200, "1"},
		{"current_severity=High&current_severity=Low", 200, "2"}, {"branch=" + branch, 200, "1"}, {"origin_service_name=gateway", 200, "1"},
		{"origin_source_file=src", 200, "1"}, {"current_status=Nonsense", 400, ""}, {"age=Today", 200, ""}, {"ordering=-title", 200, "2"}, {"ordering=nope", 400, ""},
	}
	for _, test := range titles {
		t.Run("titles?"+test.query, func(*testing.T) {
			want := ""
			if test.count != "" {
				want = `"count":` + test.count + `,`
			}
			a.do("GET", "/api/observation_titles/?"+test.query, admin, nil).want(test.status, want)
		})
	}
	rows := a.do("GET", "/api/observation_titles/?ordering=-title", admin, nil).rows()
	if len(rows) != 2 || rows[0]["title"] != "Weak hash" || len(rows[0]) != 2 {
		t.Errorf("titles %v", rows)
	}
	a.do("GET", "/api/observation_titles/", anna, nil).want(200, `"count":1`)
}

// TestDeleteBranch_KeepsLastObservationChange holds core-observations' timestamps: a deleted branch, which is never the default one, does not count
// as a change (core-products.md §12).
func TestDeleteBranch_KeepsLastObservationChange(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "shop")
	branch := a.do("POST", "/api/branches/", admin, map[string]any{"product": product, "name": "old"}).want(201, "").id()
	a.manual(admin, product, map[string]any{"branch": branch})
	changed := func() any {
		return a.do("GET", "/api/products/"+product+"/", admin, nil).want(200, "").object()["last_observation_change"]
	}
	before := changed()
	a.now = a.now.Add(time.Hour)
	a.do("DELETE", "/api/branches/"+branch+"/", admin, nil).want(204, "")
	if after := changed(); after != before {
		t.Errorf("last_observation_change went from %v to %v", before, after)
	}
}
