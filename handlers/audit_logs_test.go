package handlers_test

import (
	"fmt"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// auditLines are the records that a query finds, oldest first, as "username action class name: field old>new ...".
func (a *api) auditLines(admin, query string) []string {
	a.t.Helper()
	lines := []string{}
	for _, row := range a.do("GET", "/api/audit_logs/?page_size=1000&"+query, admin, nil).want(200, "").rows() {
		line := fmt.Sprintf("%s %s %s %s:", row["username"], row["action"], row["object_type"], row["object_name"])
		for _, change := range row["changes"].([]any) {
			c := change.(map[string]any)
			line += fmt.Sprintf(" %s %s>%s", c["field"], c["old"], c["new"])
		}
		lines = append(lines, line)
	}
	return lines
}

func (a *api) expectAudit(admin, query string, want ...string) {
	a.t.Helper()
	if diff := cmp.Diff(want, a.auditLines(admin, query)); diff != "" {
		a.t.Errorf("%s (-want +got):\n%s", query, diff)
	}
}

// Administrative changes leave records with who, what, when, from where; secrets are in none of them.
func TestAuditLog(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	mira, miraID := a.newUser(admin, "mira", false)
	product := a.newProduct(mira, "Shop")
	a.do("PATCH", "/api/products/"+product+"/", mira, map[string]any{"security_gate_active": true, "security_gate_threshold_high": 3, "issue_tracker_active": true,
		"issue_tracker_type": "GitHub", "issue_tracker_base_url": "https://example.com", "issue_tracker_project_id": "a/b", "issue_tracker_api_key": "key-of-tracker"}).want(200, "")
	a.do("POST", "/api/product_members/", mira, map[string]any{"product": product, "user": 1, "role": 4}).want(201, "")
	token := a.newToken(mira, product, 2)
	a.do("PATCH", "/api/settings/1/", admin, map[string]any{"feature_vex": true, "exception_slack_webhook": "https://hooks.example.com/secret-path"}).want(200, "")
	a.do("POST", "/api/jwt_secret/reset/", admin, nil).want(204, "")
	admin = a.admin()
	mira = a.login("mira", "Long-Way-Home-"+miraID)
	a.upload(mira, "scan.sarif", sarif(finding("R1", "error", 1)), map[string]string{"product": product}).want(200, "")
	a.do("DELETE", "/api/observations/1/", mira, nil).want(204, "")
	a.do("DELETE", "/api/products/"+product+"/", mira, nil).want(204, "")

	a.expectAudit(admin, "object_type=User&username=admin",
		"admin Created User mira: username >mira full_name >mira is_active >true date_joined >2026-11-23T12:00:00Z",
		"admin Changed User mira: password_changed >2026-11-23T12:00:00Z")
	a.expectAudit(admin, "object_type=Product&action=Changed", "mira Changed Product Shop: security_gate_active >true security_gate_thresholds >"+
		"Critical 0, High 3, Medium 99999, Low 99999, None 99999, Unknown 99999 issue_tracker_active false>true issue_tracker_type >GitHub "+
		"issue_tracker_base_url >https://example.com issue_tracker_api_key >******** issue_tracker_project_id >a/b")
	a.expectAudit(admin, "object_type=Product_Member&action=Created&product="+product,
		"mira Created Product_Member Shop / mira: product >Shop (1) user >mira (2) role >Owner",
		"mira Created Product_Member Shop / admin: product >Shop (1) user >admin (1) role >Maintainer",
		"mira Created Product_Member Shop / -product-1-ci-api_token-: product >Shop (1) user >-product-1-ci-api_token- (3) role >Upload")
	a.expectAudit(admin, "object_type=Settings&user=1", "admin Changed Settings : exception_slack_webhook >******** feature_vex false>true")
	a.expectAudit(admin, "object_type=JWT_Secret&username=adm", "admin Changed JWT_Secret : value ********>********")
	a.expectAudit(admin, "object_type=Observation", "mira Deleted Observation weak-hash:")
	a.expectAudit(admin, "action=Deleted&object_type=Product", "mira Deleted Product Shop: name Shop> security_gate_active true> security_gate_thresholds "+
		"Critical 0, High 3, Medium 99999, Low 99999, None 99999, Unknown 99999> apply_general_rules true> issue_tracker_active true> issue_tracker_type GitHub> "+
		"issue_tracker_base_url https://example.com> issue_tracker_api_key ********> issue_tracker_project_id a/b> osv_enabled true>")

	all := a.do("GET", "/api/audit_logs/?page_size=1000", admin, nil).want(200, "").body
	for _, secret := range []string{"key-of-tracker", "secret-path", strings.TrimPrefix(token, "APIToken "), "Long-Way-Home", "argon2", adminPassword} {
		if strings.Contains(all, secret) {
			t.Errorf("the audit log shows %q", secret)
		}
	}
}

// The fields of a record, and the filters and orders of the list.
func TestAuditLogList(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	r := httptest.NewRequest("POST", "/api/authorization_groups/", strings.NewReader(`{"name":"qa"}`))
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("X-Request-Id", "pipeline-17")
	r.RemoteAddr = "198.51.100.9:4711"
	group := a.send(r, admin).want(201, "").id()
	a.now = a.now.AddDate(0, 0, 8)
	admin = a.admin()
	a.do("PATCH", "/api/authorization_groups/"+group+"/", admin, map[string]any{"name": "quality"}).want(200, "")

	rows := a.do("GET", "/api/audit_logs/?object_type=Authorization_Group&ordering=-created", admin, nil).want(200, "").rows()
	if len(rows) != 2 || rows[0]["object_name"] != "quality" {
		t.Fatalf("records %v", rows)
	}
	want := map[string]any{"id": rows[1]["id"], "created": "2026-11-23T12:00:00.123456Z", "user": 1.0, "username": "admin", "address": "198.51.100.9",
		"source": "POST /api/authorization_groups/", "request": "pipeline-17", "action": "Created", "object_type": "Authorization_Group", "object": 1.0,
		"object_name": "qa", "product": nil, "product_name": "", "changes": []any{map[string]any{"field": "name", "old": "", "new": "qa"}}}
	if diff := cmp.Diff(want, a.do("GET", "/api/audit_logs/"+text(rows[1]["id"])+"/", admin, nil).want(200, "").object()); diff != "" {
		t.Error(diff)
	}
	for query, count := range map[string]int{
		"age=Past 7 days": 1, "search=QUAL": 1, "search=admin qual": 1, "address=198.51": 1, "source=patch": 1, "object_name=qa": 1, "object=1&object_type=Authorization_Group": 2,
		"action=Deleted": 0, "user=4711": 0, "product=1": 0, "username=nobody": 0,
	} {
		if got := a.auditLines(admin, strings.ReplaceAll(query, " ", "%20")); len(got) != count {
			t.Errorf("%s: %d records, want %d: %v", query, len(got), count, got)
		}
	}
	a.do("GET", "/api/audit_logs/?action=Gone", admin, nil).want(400, "Action: Select a valid choice. Gone is not one of the available choices.")
	a.do("GET", "/api/audit_logs/?user=x", admin, nil).want(400, "User: Enter a number.")
	a.do("GET", "/api/audit_logs/?ordering=changes", admin, nil).want(400, "Ordering: ")
	a.do("GET", "/api/audit_logs/4711/", admin, nil).want(404, "No Audit_Log matches the given query.")
}
