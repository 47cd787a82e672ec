package handlers_test

import (
	"fmt"
	"testing"
	"time"
)

// When the clock of the server jumps back a day, people stay logged in and can log in, pipelines go on, imports see what is there, and what was
// revoked stays revoked: what matters is decided by ids and versions, not by comparing times. Credentials that end live a day longer, because
// their end is a time.
func TestClockJumpsBack(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Shop")
	token := a.newToken(admin, product, 2)
	_, mira := a.newUser(admin, "mira", false)
	report := func(rules ...int) string {
		results := ""
		for i, rule := range rules {
			if i > 0 {
				results += ","
			}
			results += fmt.Sprintf(`{"ruleId":"R%d","level":"error","message":{"text":"found"}}`, rule)
		}
		return `{"$schema":"sarif","version":"2.1.0","runs":[{"tool":{"driver":{"name":"scan"}},"results":[` + results + `]}]}`
	}
	fields := map[string]string{"product": product}
	a.upload(token, "scan.sarif", report(1, 2, 3), fields).want(200, `"observations_new":3`)
	revoked := a.login("mira", "Long-Way-Home-"+mira)
	a.do("PATCH", "/api/users/"+mira+"/change_password/", admin, map[string]string{"current_password": adminPassword,
		"new_password_1": "Another-Way-Home-1", "new_password_2": "Another-Way-Home-1"}).want(204, "")
	a.do("GET", "/api/users/me/", revoked, nil).want(401, "")

	a.now = a.now.AddDate(0, 0, -1)
	a.do("GET", "/api/users/me/", admin, nil).want(200, `"username":"admin"`)
	again := a.login("mira", "Another-Way-Home-1")
	a.do("GET", "/api/users/me/", again, nil).want(200, `"username":"mira"`)
	a.do("GET", "/api/users/me/", revoked, nil).want(401, "")
	a.upload(token, "scan.sarif", report(1, 2, 3), fields).want(200, `"observations_new":0,"observations_updated":3,"observations_resolved":0`)
	a.upload(token, "scan.sarif", report(2, 3, 4), fields).want(200, `"observations_new":1,"observations_updated":2,"observations_resolved":1`)
	a.upload(token, "scan.sarif", report(1, 2, 3, 4), fields).want(200, `"observations_reopened":1`)
	runs := a.do("GET", "/api/import_runs/?product="+product, admin, nil).want(200, "").rows()
	if len(runs) != 4 {
		t.Fatalf("%d runs of imports", len(runs))
	}
	for _, run := range runs {
		if duration, _ := run["duration"].(float64); duration < 0 {
			t.Errorf("an import took %v", run["duration"])
		}
	}
	a.do("PATCH", "/api/products/"+product+"/", admin, map[string]any{"description": "yesterday"}).want(200, "yesterday")
	for _, list := range []string{"observations/", "observation_logs/", "import_runs/", "audit_logs/", "products/", "vulnerability_checks/"} {
		a.do("GET", "/api/"+list, admin, nil).want(200, `"results"`)
	}

	a.now = a.now.AddDate(0, 0, 1).Add(time.Minute) // somebody sets it right
	a.do("GET", "/api/users/me/", admin, nil).want(200, `"username":"admin"`)
	a.do("GET", "/api/users/me/", again, nil).want(200, `"username":"mira"`)
	a.upload(token, "scan.sarif", report(1, 2, 3, 4), fields).want(200, `"observations_new":0,"observations_updated":4,"observations_resolved":0`)
}
