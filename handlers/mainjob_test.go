package handlers_test

import (
	"fmt"
	"strings"
	"testing"
)

// sarif makes a small report with a result per rule, level by level.
func sarif(results ...string) string {
	return `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":{"name":"scan","version":"1.2",` +
		`"rules":[{"id":"R1","name":"weak-hash","helpUri":"https://example.com/R1"}]}},"results":[` + strings.Join(results, ",") + `]}]}`
}

func finding(rule, level string, line int) string {
	return fmt.Sprintf(`{"ruleId":%q,"level":%q,"message":{"text":"found"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"a/b/c.go"},`+
		`"region":{"startLine":%d}}}]}`, rule, level, line)
}

// The main job: a pipeline uploads, uploads again, uploads less, asks for the gate; a person looks and decides.
func TestMainJob(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Shop")
	pipeline := a.newToken(admin, product, 2)
	fields := map[string]string{"product_name": "Shop", "branch_name": "main"}
	full := sarif(finding("R1", "error", 1), finding("R2", "warning", 2))

	a.upload(pipeline, "/ci/work/scan.sarif", full, fields).want(200, `{"observations_new":2,"observations_updated":0,"observations_resolved":0}`)
	gate := a.do("GET", "/api/products/?name=Shop", pipeline, nil).want(200, "").rows()[0]
	if gate["security_gate_passed"] != false || gate["active_high_observation_count"] != 1.0 || gate["repository_default_branch_name"] != "main" {
		t.Errorf("gate after the first import: %v", gate)
	}
	a.upload(pipeline, "scan.sarif", full, fields).want(200, `{"observations_new":0,"observations_updated":2,"observations_resolved":0}`)
	if logs := a.do("GET", "/api/observation_logs/", admin, nil).want(200, "").rows(); len(logs) != 2 {
		t.Errorf("%d history entries after an unchanged report, want 2", len(logs))
	}
	a.upload(pipeline, "scan.sarif", sarif(finding("R2", "error", 2)), fields).want(200, `{"observations_new":0,"observations_updated":1,"observations_resolved":1}`)

	resolved := a.do("GET", "/api/observations/?current_status=Resolved", admin, nil).want(200, "").rows()
	if len(resolved) != 1 || resolved[0]["title"] != "weak-hash" {
		t.Fatalf("resolved: %v", resolved)
	}
	open := a.do("GET", "/api/observations/?current_status=Open&current_severity=High&branch_name=mai&search=r2", admin, nil).want(200, "").rows()
	if len(open) != 1 || open[0]["scanner_name"] != "scan" || open[0]["origin_source_file_short"] != "a/.../c.go" {
		t.Fatalf("open: %v", open)
	}
	id := text(open[0]["id"])
	a.do("PATCH", "/api/observations/"+id+"/assessment/", admin, map[string]any{"status": "False positive", "comment": "seen"}).want(200, "")
	// the very same report again is not read, and yet what was deleted meanwhile comes back
	same := sarif(finding("R9", "note", 9))
	a.upload(pipeline, "same.sarif", same, fields).want(200, `{"observations_new":1,"observations_updated":0,"observations_resolved":0}`)
	a.upload(pipeline, "same.sarif", same, fields).want(200, `{"observations_new":0,"observations_updated":1,"observations_resolved":0}`)
	r9 := a.do("GET", "/api/observations/?search=R9", admin, nil).want(200, "").rows()[0]
	a.do("DELETE", "/api/observations/"+text(r9["id"])+"/", admin, nil).want(204, "")
	a.upload(pipeline, "same.sarif", same, fields).want(200, `{"observations_new":1,"observations_updated":0,"observations_resolved":0}`)
	logs := a.do("GET", "/api/observation_logs/?observation="+id+"&ordering=-created", admin, nil).want(200, "").rows()
	if len(logs) != 3 || logs[2]["comment"] != "seen" && logs[0]["comment"] != "seen" {
		t.Errorf("history: %v", logs)
	}
	if passed := a.do("GET", "/api/products/"+product+"/", admin, nil).want(200, "").object()["security_gate_passed"]; passed != true {
		t.Errorf("gate after the assessment: %v", passed)
	}
	// an assessed finding that is reported again stays assessed and is not counted
	a.upload(pipeline, "scan.sarif", sarif(finding("R2", "error", 2)), fields).want(200, `{"observations_new":0,"observations_updated":0,"observations_resolved":0}`)
	a.do("PATCH", "/api/observations/"+id+"/remove_assessment/", admin, map[string]any{"comment": "no"}).want(200, "")
	a.upload(pipeline, "scan.sarif", full, fields).want(200, `{"observations_new":0,"observations_updated":2,"observations_resolved":0,"observations_reopened":1}`)

	tokens := a.do("GET", "/api/product_api_tokens/?product="+product, admin, nil).want(200, `"role":2`).rows()
	a.do("DELETE", "/api/product_api_tokens/"+text(tokens[0]["id"])+"/", admin, nil).want(204, "")
	a.do("GET", "/api/products/", pipeline, nil).want(401, "Invalid API token.")
	a.do("POST", "/api/jwt_secret/reset/", admin, nil).want(204, "")
	a.do("GET", "/api/products/", admin, nil).want(401, "Signature verification failed")
}

// A refused upload leaves nothing, not even the branch.
func TestRefusedUploads(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Shop")
	fields := map[string]string{"product_name": "Shop", "branch_name": "new"}
	for _, test := range []struct{ name, content, message string }{
		{"report.json", `{"a":1}`, "No suitable parser found"},
		{"report.txt", `{}`, "File is not CSV, JSON or SARIF"},
		{"x.json", `{`, "File is not valid JSON"},
		{"x.json", ``, "File: The submitted file is empty."},
		{"x.json", `[]`, "No suitable parser found"},
		{"x.csv", "a,b\n", "No suitable parser found"},
	} {
		if got := a.upload(admin, test.name, test.content, fields); got.status != 400 || got.message() != test.message {
			t.Errorf("%s %q: %d %s", test.name, test.content, got.status, got.body)
		}
	}
	if branches := a.do("GET", "/api/branches/?product="+product, admin, nil).want(200, "").rows(); len(branches) != 0 {
		t.Errorf("branches: %v", branches)
	}
	a.upload(admin, "x.json", `{}`, map[string]string{"product_name": "None"}).want(400, "Product None does not exist")
	a.upload(admin, "x.json", `{}`, map[string]string{"product": product, "branch": "7"}).want(400, "Branch 7 does not exist for product Shop")
	a.upload(admin, "x.json", `{}`, map[string]string{"product": product, "service": "api", "service_id": "4"}).want(400, "Only one of the fields service and service_id may be set")
	a.upload(admin, "x.json", `{}`, map[string]string{"product": "x"}).want(400, "Product: A valid integer is required.")
}

// Four eyes: an assessment waits until another person approves it.
func TestApproval(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	mira, miraID := a.newUser(admin, "mira", false)
	product := a.newProduct(admin, "Shop")
	a.do("POST", "/api/product_members/", admin, map[string]any{"product": product, "user": miraID, "role": 3}).want(201, "")
	a.do("PATCH", "/api/products/"+product+"/", admin, map[string]any{"assessments_need_approval": true}).want(200, "")
	a.upload(admin, "scan.sarif", sarif(finding("R1", "error", 1)), map[string]string{"product": product}).want(200, "")
	assessment := map[string]any{"status": "Not affected", "comment": "sandboxed"}
	a.do("PATCH", "/api/observations/1/assessment/", mira, assessment).want(200, "")
	waiting := a.do("GET", "/api/observations/1/", mira, nil).want(200, `"current_status":"Open"`).object()["assessment_needs_approval"]
	a.do("PATCH", "/api/observations/1/assessment/", mira, assessment).want(400, "Cannot create new assessment while last assessment still needs approval")
	approval := "/api/observation_logs/" + text(waiting) + "/approval/"
	decision := map[string]any{"assessment_status": "Approved", "approval_remark": "yes"}
	a.do("PATCH", approval, mira, decision).want(400, "Users cannot approve their own assessment")
	a.do("PATCH", approval, admin, map[string]any{"approval_remark": "yes"}).want(400, "Assessment status: This field is required.")
	a.do("GET", "/api/observation_logs/count_approvals/", mira, nil).want(200, `{"count":1}`)
	a.do("PATCH", approval, admin, decision).want(200, "")
	a.do("GET", "/api/observations/1/", mira, nil).want(200, `"current_status":"Not affected"`)
	a.do("PATCH", approval, admin, decision).want(400, "Observation log does not need approval")
	a.do("PATCH", "/api/observation_logs/4711/approval/", admin, decision).want(404, "Observation Log 4711 not found")
}
