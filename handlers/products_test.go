package handlers_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"secobserve/db"
)

// PATCH holds the merged values against each other, not only what was sent.
func TestProductRulesOnMergedValues(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	path := "/api/products/" + a.newProduct(admin, "Till") + "/"
	jira := map[string]any{"issue_tracker_type": "Jira", "issue_tracker_base_url": "https://jira.example.com", "issue_tracker_api_key": "k", "issue_tracker_project_id": "SHOP"}
	for _, step := range []struct {
		body    map[string]any
		message string // "" for success
	}{
		{map[string]any{"issue_tracker_active": true}, "Issue tracker data must be set when issue tracking is active"},
		{map[string]any{"issue_tracker_project_id": "o/r"}, "Either all or none of the issue tracker fields must be set"},
		{jira, "Username must be set when issue tracker type is Jira"},
		{with(jira, "issue_tracker_username", "mira"), "Issue type must be set when issue tracker type is Jira"},
		{with(jira, "issue_tracker_username", "mira", "issue_tracker_issue_type", "Bug"), "Closed status must be set when issue tracker type is Jira"},
		{with(jira, "issue_tracker_username", "mira", "issue_tracker_issue_type", "Bug", "issue_tracker_status_closed", "Done"), ""},
		{map[string]any{"issue_tracker_active": true}, ""},
		{map[string]any{"issue_tracker_labels": "sec"}, ""},
		{map[string]any{"issue_tracker_status_closed": ""}, "Closed status must be set when issue tracker type is Jira"},
		{map[string]any{"issue_tracker_type": "GitLab"}, "Username must not be set when issue tracker type is not Jira"},
		{map[string]any{"issue_tracker_type": "GitLab", "issue_tracker_username": ""}, "Isse type must not be set when issue tracker type is not Jira"},
		{map[string]any{"issue_tracker_type": "GitLab", "issue_tracker_username": "", "issue_tracker_issue_type": ""}, "Closed status must not be set when issue tracker type is not Jira"},
		{map[string]any{"issue_tracker_api_key": ""}, "Either all or none of the issue tracker fields must be set"},
		{map[string]any{"osv_linux_release": "12"}, "osv_linux_release cannot be set without osv_linux_distribution"},
		{map[string]any{"osv_linux_distribution": "Debian"}, ""},
		{map[string]any{"osv_linux_release": "12"}, ""},
		{map[string]any{"osv_linux_distribution": ""}, "osv_linux_release cannot be set without osv_linux_distribution"},
		{map[string]any{"repository_branch_housekeeping_keep_inactive_days": 0}, "Repository branch housekeeping keep inactive days: Ensure this value is greater than or equal to 1."},
		{map[string]any{"repository_branch_housekeeping_exempt_branches": "rel("}, "Repository branch housekeeping exempt branches: Not a valid regular expression: "},
		{map[string]any{"cpe23": "cpe:2.3:a:x"}, "Cpe23: Not a valid CPE 2.3"},
		{map[string]any{"purl": "npm/x"}, `Purl: purl is missing the required "pkg" scheme component: 'npm/x'.`},
	} {
		before := a.object(admin, path)
		got := a.do("PATCH", path, admin, step.body)
		if step.message == "" {
			got.want(200, "")
			continue
		}
		if got.status != 400 || !strings.Contains(got.message(), step.message) {
			t.Errorf("%v: %d %.300s, want %q", step.body, got.status, got.body, step.message)
		}
		check(t, "after a refusal", a.object(admin, path), before)
	}
	days := a.do("PATCH", path, admin, map[string]any{"repository_branch_housekeeping_active": true}).want(200, "").object()
	check(t, "housekeeping switched on", days, map[string]any{"repository_branch_housekeeping_keep_inactive_days": 30})
	a.do("PATCH", path, admin, map[string]any{"repository_branch_housekeeping_exempt_branches": "rel-"}).want(200, "")
	off := a.do("PATCH", path, admin, map[string]any{"repository_branch_housekeeping_active": false}).want(200, "").object()
	check(t, "housekeeping switched off", off, map[string]any{"repository_branch_housekeeping_keep_inactive_days": nil, "repository_branch_housekeeping_exempt_branches": ""})
	ignored := a.do("PATCH", path, admin, map[string]any{"security_gate_passed": false, "has_source": true, "is_product_group": true, "repository_default_branch": 7}).want(200, "").object()
	check(t, "computed fields", ignored, map[string]any{"security_gate_passed": true, "has_source": false, "repository_default_branch": nil})
}

// with is a copy of an object with more properties: names and values in turn.
func with(object map[string]any, more ...any) map[string]any {
	out := make(map[string]any, len(object))
	for name, value := range object {
		out[name] = value
	}
	for i := 0; i < len(more); i += 2 {
		out[more[i].(string)] = more[i+1]
	}
	return out
}

// Secrets of products: a mask for those who may edit, nothing for others, encrypted in the file.
func TestSecretsOfProducts(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	reader, id := a.newUser(admin, "mira", false)
	secrets := map[string]any{"notification_ms_teams_webhook": "https://hooks.example.com/secret-1", "notification_slack_webhook": "https://hooks.example.com/secret-2",
		"issue_tracker_api_key": "secret-3"}
	product := a.do("POST", "/api/products/", admin, with(secrets, "name", "Till", "issue_tracker_type", "GitHub", "issue_tracker_project_id", "o/r")).want(201, "").id()
	a.do("POST", "/api/product_members/", admin, map[string]any{"product": product, "user": id, "role": 1}).want(201, "")
	observation := a.newObservation(admin, product, nil)
	path := "/api/products/" + product + "/"
	a.do("PATCH", path, admin, map[string]any{"issue_tracker_api_key": "********", "description": "x"}).want(200, "")
	for name := range secrets {
		for _, where := range []struct {
			got  map[string]any
			want string
		}{
			{a.object(admin, path), "********"}, {a.rows(admin, "/api/products/")[0], "********"},
			{a.object(reader, path), ""}, {a.rows(reader, "/api/products/")[0], ""},
			{a.object(admin, "/api/observations/"+observation+"/")["product_data"].(map[string]any), ""},
			{a.rows(admin, "/api/observations/")[0]["product_data"].(map[string]any), ""},
		} {
			check(t, "secret", where.got, map[string]any{name: where.want})
		}
	}
	err := a.store.View(t.Context(), func(tx *db.Tx) error {
		p, err := db.Products.Get(tx, idOf(t, product))
		if err != nil {
			return err
		}
		for _, stored := range []string{string(p.NotificationMSTeamsWebhook), string(p.NotificationSlackWebhook), string(p.IssueTrackerAPIKey)} {
			if stored == "" || strings.Contains(stored, "secret") || strings.Contains(stored, "***") {
				t.Errorf("stored as %q", stored)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	a.do("PATCH", path, admin, map[string]any{"notification_slack_webhook": ""}).want(200, `"notification_slack_webhook":""`)
}

// Filters, orders and searches of products, groups, branches and services.
func TestListsOfProductsAndTheirParts(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	group := a.do("POST", "/api/product_groups/", admin, map[string]any{"name": "shops"}).want(201, "").id()
	till := a.do("POST", "/api/products/", admin, map[string]any{"name": "Till", "product_group": group}).want(201, "").id()
	a.now = a.now.Add(40 * 24 * time.Hour)
	admin = a.admin()
	vault := a.newProduct(admin, "vault")
	a.newObservation(admin, vault, nil)
	main := a.newBranch(admin, till, "main", 3, map[string]any{"purl": "pkg:npm/a@1"})
	dev := a.newBranch(admin, till, "Dev", 1, map[string]any{"is_default_branch": true})
	a.newBranch(admin, vault, "old", -1, map[string]any{"cpe23": "cpe:2.3:a:x:y:1:*:*:*:*:*:*:*"})
	a.newObservation(admin, till, map[string]any{"branch": main})
	a.newBranch(admin, till, "unused", -1, nil)
	for _, name := range []string{"pay", "Admin"} {
		a.do("POST", "/api/services/", admin, map[string]any{"product": till, "name": name}).want(201, "")
	}
	for _, test := range []struct {
		path  string
		names []string
	}{
		{"products/?ordering=name", []string{"Till", "vault"}},
		{"products/?ordering=-name", []string{"vault", "Till"}},
		{"products/?name=IL", []string{"Till"}},
		{"products/?search=va+lt", []string{"vault"}},
		{"products/?security_gate_passed=true", []string{"Till"}},
		{"products/?security_gate_passed=false", []string{"vault"}},
		{"products/?security_gate_passed=x", []string{"Till", "vault"}},
		{"products/?product_group=" + group, []string{"Till"}},
		{"products/?age=Past+30+days", []string{"Till", "vault"}},
		{"products/?ordering=product_group_name", []string{"Till", "vault"}},
		{"products/?ordering=-product_group_name", []string{"vault", "Till"}},
		{"products/?ordering=security_gate_passed", []string{"vault", "Till"}},
		{"products/?ordering=last_observation_change", []string{"Till", "vault"}},
		{"product_names/?name=vau", []string{"vault"}},
		{"product_groups/?search=SHOP", []string{"shops"}},
		{"product_group_names/?name=x", []string{}},
		{"branches/?product=" + till + "&ordering=name", []string{"Dev", "main", "unused"}},
		{"branches/?product=" + till + "&ordering=last_import", []string{"Dev", "main", "unused"}},
		{"branches/?product=" + till + "&ordering=-last_import", []string{"unused", "main", "Dev"}},
		{"branches/?product=" + till + "&for_observations=true&ordering=name", []string{"Dev", "main"}},
		{"branches/?product=" + till + "&for_license_components=true", []string{"Dev"}},
		{"branches/?product=" + till + "&for_observations=false&ordering=name", []string{"Dev", "main", "unused"}},
		{"branches/?for_observations=true&ordering=name", []string{"Dev", "main", "old", "unused"}},
		{"branches/?name=main", []string{"main"}},
		{"branches/?name=mai", []string{}},
		{"branches/?search=mai", []string{"main"}},
		{"branches/?ordering=-purl,name", []string{"main", "Dev", "old", "unused"}},
		{"branches/?ordering=-cpe23,name", []string{"old", "Dev", "main", "unused"}},
		{"branch_names/?search=de", []string{"Dev"}},
		{"services/?ordering=name", []string{"Admin", "pay"}},
		{"services/?name=pay", []string{"pay"}},
		{"services/?search=ADM", []string{"Admin"}},
		{"services/?product=" + vault, []string{}},
		{"service_names/?ordering=-name", []string{"pay", "Admin"}},
	} {
		names := []string{}
		for _, row := range a.rows(admin, "/api/"+test.path) {
			names = append(names, text(row["name"]))
		}
		if !slices.Equal(names, test.names) {
			t.Errorf("%s: %v, want %v", test.path, names, test.names)
		}
	}
	for path, message := range map[string]string{
		"products/?age=Yesterday":                   "Age: Select a valid choice. Yesterday is not one of the available choices.",
		"products/?product_group=" + till:           "Product group: Select a valid choice. That choice is not one of the available choices.",
		"branches/?product=4711":                    "Product: Select a valid choice. That choice is not one of the available choices.",
		"branches/?product=x&for_observations=true": "Product: Select a valid choice.",
		"services/?ordering=product":                "Ordering: Select a valid choice. product is not one of the available choices.",
		"product_members/?role=x":                   "Role: Enter a number.",
	} {
		if got := a.do("GET", "/api/"+path, admin, nil); got.status != 400 || !strings.Contains(got.message(), message) {
			t.Errorf("%s: %d %s", path, got.status, got.body)
		}
	}
	check(t, "dev", a.object(admin, "/api/branches/"+dev+"/"), map[string]any{"name_with_product": "Dev (Till)", "active_critical_observation_count": 0})
	check(t, "main", a.object(admin, "/api/branches/"+main+"/"), map[string]any{"active_critical_observation_count": 1})
	check(t, "group", a.object(admin, "/api/product_groups/"+group+"/"), map[string]any{"products_count": 1, "active_critical_observation_count": 0})
	a.do("DELETE", "/api/product_groups/"+group+"/", admin, nil).want(409, "Cannot delete Product because it still has Products.")
	a.do("GET", "/api/products/"+group+"/", admin, nil).want(404, "No Product matches the given query.")
	a.do("GET", "/api/product_groups/"+till+"/", admin, nil).want(404, "No Product matches the given query.")
	for _, part := range []string{"branches", "services"} {
		row := a.rows(admin, "/api/"+part+"/?product="+till)[0]
		a.do("PATCH", "/api/"+part+"/"+text(row["id"])+"/", admin, map[string]any{"product": vault}).want(400, "Non field errors: Product cannot be changed")
		a.do("POST", "/api/"+part+"/", admin, map[string]any{"product": till, "name": row["name"]}).want(400, "Non field errors: The fields product, name must make a unique set.")
	}
}
