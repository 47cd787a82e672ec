package handlers_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// member makes a user with a role on a product and returns his Authorization header.
func (a *api) member(admin, product, username string, role int) string {
	a.t.Helper()
	authorization, id := a.newUser(admin, username, false)
	a.do("POST", "/api/product_members/", admin, map[string]any{"product": product, "user": id, "role": role}).want(201, "")
	return authorization
}

// history are the entries of an observation, newest first.
func (a *api) history(authorization, observation string) []map[string]any {
	a.t.Helper()
	return a.do("GET", "/api/observation_logs/?ordering=-id&observation="+observation, authorization, nil).want(200, "").rows()
}

// differing names the members of got that are not as wanted.
func differing(got map[string]any, want map[string]any) string {
	var wrong []string
	for name, value := range want {
		if fmt.Sprint(got[name]) != fmt.Sprint(value) {
			wrong = append(wrong, fmt.Sprintf("%s: %v, want %v", name, got[name], value))
		}
	}
	slices.Sort(wrong)
	return strings.Join(wrong, "; ")
}

func TestObservations_Example11(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Shop")
	id := a.manual(admin, product, nil)
	reader := a.member(admin, product, "reader", 1)
	path, body := "/api/observations/"+id+"/assessment/", map[string]any{"status": "Open", "comment": "x"}
	a.do("PATCH", path, reader, body).want(403, "You do not have permission to perform this action.")
	a.do("PATCH", "/api/observations/424242/assessment/", reader, body).want(404, "Observation 424242 not found")
	for _, path := range []string{path, "/api/observations/424242/assessment/", "/api/observations/" + id + "/remove_assessment/", "/api/observations/424242/remove_assessment/"} {
		a.do("PATCH", path, reader, map[string]any{}).want(400, "Comment: This field is required.")
		a.do("PATCH", path, reader, map[string]any{"comment": strings.Repeat("x", 4097)}).want(400, "Comment: Ensure this field has no more than 4096 characters.")
	}
	for field, message := range map[string]string{
		`"severity":""`: `Severity: \"\" is not a valid choice.`, `"status":""`: `Status: \"\" is not a valid choice.`, `"priority":0`: "Priority: Ensure this value is greater than or equal to 1.",
		`"priority":100`: "Priority: Ensure this value is less than or equal to 99.", `"vex_justification":"x"`: `Vex justification: \"x\" is not a valid choice.`,
		`"risk_acceptance_expiry_date":"1.2.2026"`: "Risk acceptance expiry date: Date has wrong format.",
	} {
		a.do("PATCH", path, admin, `{"comment":"x",`+field+`}`).want(400, message)
	}
	a.do("PATCH", path, admin, `{"comment":"x","priority":null,"vex_justification":"","risk_acceptance_expiry_date":null}`).want(200, "")
}

func TestObservations_Example12(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Shop")
	id := a.manual(admin, product, nil)
	anna, ben := a.member(admin, product, "anna", 3), a.member(admin, product, "ben", 3)
	a.do("PATCH", "/api/products/"+product+"/", admin, map[string]any{"assessments_need_approval": true}).want(200, "")
	assessment := map[string]any{"status": "Not affected", "vex_justification": "component_not_present", "comment": "sandboxed"}
	a.now = a.now.Add(time.Hour)
	a.do("PATCH", "/api/observations/"+id+"/assessment/", anna, assessment).want(200, "")
	pending := text(a.observed(anna, id, "assessment_needs_approval"))
	entry := a.history(anna, id)[0]
	if text(entry["id"]) != pending || a.observed(anna, id, "current_status") != "Open" {
		t.Fatalf("pending %s, log %v", pending, entry)
	}
	if wrong := differing(entry, map[string]any{"assessment_status": "Needs approval", "status": "Not affected", "severity": "", "vex_justification": "component_not_present",
		"user_full_name": "anna", "approval_user_full_name": nil, "approval_date": nil, "approval_remark": ""}); wrong != "" {
		t.Error(wrong)
	}
	for _, who := range []string{anna, ben} {
		a.do("PATCH", "/api/observations/"+id+"/assessment/", who, assessment).want(400, "Cannot create new assessment while last assessment still needs approval")
		a.do("PATCH", "/api/observations/"+id+"/remove_assessment/", who, map[string]any{"comment": "x"}).want(400, "Cannot remove assessment while last assessment still needs approval")
	}
	a.do("POST", "/api/observations/bulk_assessment/", ben, map[string]any{"observations": []any{id}, "comment": "x"}).want(400, "Cannot create new assessment while last assessment still needs approval")
	approval, decision := "/api/observation_logs/"+pending+"/approval/", map[string]any{"assessment_status": "Approved", "approval_remark": "agreed"}
	a.do("PATCH", approval, anna, decision).want(400, "Users cannot approve their own assessment")
	a.do("PATCH", approval, ben, map[string]any{"assessment_status": "Removed", "approval_remark": "x"}).want(400, `Assessment status: \"Removed\" is not a valid choice.`)
	a.do("PATCH", approval, ben, map[string]any{"assessment_status": "Approved", "approval_remark": " "}).want(400, "Approval remark: This field may not be blank.")
	a.do("PATCH", approval, ben, map[string]any{}).want(400, `Assessment status: This field is required.\nApproval remark: This field is required.`)
	before := a.observed(ben, id, "last_observation_log")
	a.now = a.now.Add(time.Hour)
	a.do("PATCH", approval, ben, decision).want(200, "")
	o := a.do("GET", "/api/observations/"+id+"/", ben, nil).want(200, "").object()
	if wrong := differing(o, map[string]any{"current_status": "Not affected", "assessment_status": "Not affected", "current_vex_justification": "component_not_present",
		"assessment_needs_approval": nil, "last_observation_log": before}); wrong != "" {
		t.Error(wrong)
	}
	entries := a.history(ben, id)
	if wrong := differing(entries[0], map[string]any{"assessment_status": "Approved", "approval_user_full_name": "ben", "approval_remark": "agreed",
		"approval_date": "2026-11-23T14:00:00.123456Z"}); wrong != "" || len(entries) != 2 {
		t.Errorf("%d entries; %s", len(entries), wrong)
	}
	if changed := a.do("GET", "/api/products/"+product+"/", ben, nil).want(200, "").object()["last_observation_change"]; changed != "2026-11-23T14:00:00.123456Z" {
		t.Errorf("last change of the product: %v", changed)
	}
	a.do("PATCH", approval, ben, decision).want(400, "Observation log does not need approval")

	// a rejected one changes nothing, and lets others assess again; a group's switch counts as well
	group := a.do("POST", "/api/product_groups/", admin, map[string]any{"name": "Group", "assessments_need_approval": true}).want(201, "").id()
	a.do("PATCH", "/api/products/"+product+"/", admin, map[string]any{"assessments_need_approval": false, "product_group": group}).want(200, "")
	a.do("PATCH", "/api/observations/"+id+"/assessment/", anna, map[string]any{"severity": "None", "comment": "harmless"}).want(200, "")
	pending = text(a.observed(anna, id, "assessment_needs_approval"))
	a.do("PATCH", "/api/observation_logs/"+pending+"/approval/", ben, map[string]any{"assessment_status": "Rejected", "approval_remark": "no"}).want(200, "")
	if a.observed(ben, id, "current_severity") != "High" || a.history(ben, id)[0]["assessment_status"] != "Rejected" {
		t.Error("after the rejection")
	}
	// neither a comment nor a date alone needs approval
	a.do("PATCH", "/api/observations/"+id+"/assessment/", anna, map[string]any{"comment": "just saying", "risk_acceptance_expiry_date": "2031-01-31"}).want(200, "")
	if entry := a.history(ben, id)[0]; entry["assessment_status"] != "Auto approved" {
		t.Errorf("%v", entry)
	}
}

func TestObservations_Example13(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Shop")
	id := a.manual(admin, product, nil)
	anna := a.member(admin, product, "anna", 3)
	a.do("PATCH", "/api/products/"+product+"/", admin, map[string]any{"assessments_need_approval": true}).want(200, "")
	a.do("PATCH", "/api/observations/"+id+"/assessment/", anna, map[string]any{"status": "In review", "severity": "Low", "comment": "looking"}).want(200, "")
	o := a.do("GET", "/api/observations/"+id+"/", anna, nil).object()
	if wrong := differing(o, map[string]any{"current_status": "In review", "current_severity": "Low", "assessment_needs_approval": nil}); wrong != "" {
		t.Error(wrong)
	}
	if entry := a.history(anna, id)[0]; entry["assessment_status"] != "Auto approved" {
		t.Errorf("%v", entry)
	}
}

func TestObservations_Example14(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Shop")
	id := a.manual(admin, product, nil)
	path := "/api/observations/" + id + "/assessment/"
	state := func(status string, date any) {
		t.Helper()
		o := a.do("GET", "/api/observations/"+id+"/", admin, nil).object()
		if wrong := differing(o, map[string]any{"current_status": status, "risk_acceptance_expiry_date": date}); wrong != "" {
			t.Error(wrong)
		}
	}
	a.do("PATCH", path, admin, map[string]any{"status": "Risk accepted", "risk_acceptance_expiry_date": "2031-01-31", "comment": "x"}).want(200, "")
	state("Risk accepted", "2031-01-31")
	if wrong := differing(a.history(admin, id)[0], map[string]any{"status": "Risk accepted", "risk_acceptance_expiry_date": "2031-01-31", "assessment_status": "Auto approved"}); wrong != "" {
		t.Error(wrong)
	}
	// a date that is not named stays, a null clears it
	a.do("PATCH", path, admin, map[string]any{"severity": "Low", "comment": "x"}).want(200, "")
	state("Risk accepted", "2031-01-31")
	a.do("PATCH", path, admin, map[string]any{"risk_acceptance_expiry_date": nil, "comment": "x"}).want(200, "")
	state("Risk accepted", nil)
	a.do("PATCH", path, admin, map[string]any{"risk_acceptance_expiry_date": "2032-02-29", "comment": "x"}).want(200, "")
	state("Risk accepted", "2032-02-29")
	remove := "/api/observations/" + id + "/remove_assessment/"
	a.do("PATCH", remove, admin, map[string]any{"comment": "over"}).want(200, "")
	state("Open", nil)
	if wrong := differing(a.history(admin, id)[0], map[string]any{"status": "", "severity": "", "assessment_status": "Removed", "comment": "over", "risk_acceptance_expiry_date": nil}); wrong != "" {
		t.Error(wrong)
	}
	entries := len(a.history(admin, id))
	a.do("PATCH", remove, admin, map[string]any{"comment": "over"}).want(200, "")
	if got := len(a.history(admin, id)); got != entries {
		t.Errorf("%d entries after removing nothing, want %d", got, entries)
	}
	// a justification alone can be removed, too; a date is dropped with a status that is not accepted
	a.do("PATCH", path, admin, map[string]any{"vex_justification": "code_not_reachable", "risk_acceptance_expiry_date": "2032-02-29", "comment": "x"}).want(200, "")
	state("Open", nil)
	a.do("PATCH", remove, admin, map[string]any{"comment": "over"}).want(200, "")
	if a.observed(admin, id, "current_vex_justification") != "" {
		t.Error("the justification stays")
	}
	// what is accepted by the parser again gets the product's date
	accepted := a.manual(admin, product, map[string]any{"parser_status": "Risk accepted"})
	a.do("PATCH", "/api/observations/"+accepted+"/assessment/", admin, map[string]any{"status": "Open", "comment": "x"}).want(200, "")
	a.do("PATCH", "/api/observations/"+accepted+"/remove_assessment/", admin, map[string]any{"comment": "x"}).want(200, "")
	if got := a.observed(admin, accepted, "risk_acceptance_expiry_date"); got != "2026-12-23" {
		t.Errorf("expiry date %v", got)
	}
}

func TestObservations_Example15(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	shop, till := a.newProduct(admin, "Shop"), a.newProduct(admin, "Till")
	anna, annaID := a.newUser(admin, "anna", false)
	a.do("POST", "/api/product_members/", admin, map[string]any{"product": shop, "user": annaID, "role": 3}).want(201, "")
	a.do("POST", "/api/product_members/", admin, map[string]any{"product": till, "user": annaID, "role": 1}).want(201, "")
	first, second, third := a.manual(admin, shop, nil), a.manual(admin, till, nil), a.manual(admin, shop, map[string]any{"title": "third"})
	bulk := "/api/observations/bulk_assessment/"
	body := func(ids ...string) map[string]any {
		return map[string]any{"observations": append([]string{}, ids...), "status": "False positive", "comment": "x"}
	}
	a.do("POST", bulk, anna, body(third, first, second)).want(400, "First observation without assessment permission: Till / Weak TLS config")
	a.do("POST", bulk, anna, body(first, "4711")).want(400, "Some observations do not exist")
	a.do("POST", bulk, anna, body(make([]string, 251)...)).want(400, "Observations: Ensure this field has no more than 250 elements.")
	a.do("POST", bulk, anna, map[string]any{"observations": []any{"x"}, "comment": "x"}).want(400, "Observations: 0: A valid integer is required.")
	a.do("POST", bulk, anna, map[string]any{"comment": "x"}).want(400, "Observations: This field is required.")
	a.do("POST", "/api/products/"+shop+"/observations_bulk_assessment/", anna, body(first, second)).want(400, "Observation "+second+" does not belong to product "+shop)
	for _, id := range []string{first, second, third} {
		if a.observed(admin, id, "current_status") != "Open" || len(a.history(admin, id)) != 1 {
			t.Errorf("observation %s has changed", id)
		}
	}
	a.do("POST", bulk, anna, body()).want(204, "")
	a.do("POST", bulk, anna, body(first, third, first)).want(204, "")
	for _, id := range []string{first, third} {
		if a.observed(admin, id, "current_status") != "False positive" || len(a.history(admin, id)) != 2 {
			t.Errorf("observation %s: %v", id, a.history(admin, id))
		}
	}
	a.do("POST", "/api/products/"+shop+"/observations_bulk_assessment/", anna, map[string]any{"observations": []string{first}, "priority": 7, "comment": "x"}).want(204, "")
	if a.observed(admin, first, "current_priority") != 7.0 {
		t.Error("the priority is not set")
	}
	if a.observed(admin, first, "has_potential_duplicates") != false {
		t.Error("potential duplicates")
	}
}

func TestObservations_Example22(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Shop")
	anna := a.member(admin, product, "anna", 3)
	a.do("PATCH", "/api/products/"+product+"/", admin, map[string]any{"assessments_need_approval": true}).want(200, "")
	var pending []any
	for range 2 {
		id := a.manual(admin, product, nil)
		a.do("PATCH", "/api/observations/"+id+"/assessment/", anna, map[string]any{"status": "False positive", "comment": "x"}).want(200, "")
		pending = append(pending, a.observed(anna, id, "assessment_needs_approval"))
	}
	const path, none = "/api/observation_logs/bulk_delete/", "No assessments were deleted. You can only delete your own assessments."
	body := func(ids ...any) map[string]any { return map[string]any{"observation_logs": append([]any{}, ids...)} }
	a.do("DELETE", path, admin, body(pending...)).want(400, none)
	a.do("DELETE", path, anna, body()).want(400, none)
	a.do("DELETE", path, anna, body(4711)).want(400, none)
	a.do("DELETE", path, anna, map[string]any{}).want(400, "Observation logs: This field is required.")
	effective := a.history(anna, "1")[1]["id"] // the manual creation, which admin has written
	a.do("DELETE", path, admin, body(effective)).want(400, none)
	a.do("DELETE", path, anna, body(pending[0], pending[0], effective, 4711)).want(200, `{"count":1}`)
	a.do("GET", "/api/observation_logs/count_approvals/", anna, nil).want(200, `{"count":1}`)
	if a.observed(anna, "1", "assessment_needs_approval") != nil || a.observed(anna, "1", "current_status") != "Open" {
		t.Error("after the withdrawal")
	}
	// who is no member any more withdraws nothing
	members := a.do("GET", "/api/product_members/?product="+product+"&role=3", admin, nil).want(200, `"count":1`).rows()
	a.do("DELETE", "/api/product_members/"+text(members[0]["id"])+"/", admin, nil).want(204, "")
	a.do("DELETE", path, anna, body(pending[1])).want(400, none)
}

// Several approvals at once are given to all or to none.
func TestBulkApproval(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Shop")
	anna, ben, reader := a.member(admin, product, "anna", 3), a.member(admin, product, "ben", 3), a.member(admin, product, "carl", 1)
	a.do("PATCH", "/api/products/"+product+"/", admin, map[string]any{"assessments_need_approval": true}).want(200, "")
	var pending []any
	for i := range 3 {
		id := a.manual(admin, product, map[string]any{"title": fmt.Sprint("finding ", i)})
		a.do("PATCH", "/api/observations/"+id+"/assessment/", anna, map[string]any{"status": "Risk accepted", "risk_acceptance_expiry_date": "2031-01-31", "comment": "x"}).want(200, "")
		pending = append(pending, a.observed(anna, id, "assessment_needs_approval"))
	}
	const path = "/api/observation_logs/bulk_approval/"
	body := func(ids ...any) map[string]any {
		return map[string]any{"observation_logs": append([]any{}, ids...), "assessment_status": "Approved", "approval_remark": "agreed"}
	}
	created := a.history(admin, "1")[1]["id"]
	a.do("POST", path, ben, body(pending[0], 4711)).want(400, "Some observation logs do not exist")
	a.do("POST", path, reader, body(pending[1], pending[0])).want(400, "First observation log without approval permission: "+text(pending[1]))
	a.do("POST", path, ben, body(pending[0], created)).want(400, "First observation log that does not need approval: "+text(created))
	a.do("POST", path, anna, body(pending[2], pending[0])).want(400, "First observation log where user cannot approve their own assessment: "+text(pending[2]))
	a.do("POST", path, ben, map[string]any{"observation_logs": pending, "approval_remark": "x"}).want(400, "Assessment status: This field is required.")
	a.do("POST", path, ben, body(make([]any, 251)...)).want(400, "Observation logs: Ensure this field has no more than 250 elements.")
	a.do("GET", "/api/observation_logs/count_approvals/", anna, nil).want(200, `{"count":3}`)
	if passed := a.do("GET", "/api/products/"+product+"/", ben, nil).object()["security_gate_passed"]; passed != false {
		t.Errorf("gate %v", passed)
	}
	a.do("POST", path, ben, body()).want(204, "")
	a.do("POST", path, ben, body(append(pending, pending[0])...)).want(204, "")
	a.do("GET", "/api/observation_logs/count_approvals/", anna, nil).want(200, `{"count":0}`)
	for _, id := range []string{"1", "2", "3"} {
		o := a.do("GET", "/api/observations/"+id+"/", ben, nil).object()
		if wrong := differing(o, map[string]any{"current_status": "Risk accepted", "risk_acceptance_expiry_date": "2031-01-31"}); wrong != "" {
			t.Error(wrong)
		}
		if wrong := differing(a.history(ben, id)[0], map[string]any{"assessment_status": "Approved", "approval_user_full_name": "ben", "approval_remark": "agreed"}); wrong != "" {
			t.Error(wrong)
		}
	}
	if passed := a.do("GET", "/api/products/"+product+"/", ben, nil).object()["security_gate_passed"]; passed != true {
		t.Errorf("gate after the approval: %v", passed)
	}
	// an approved severity leaves the date of the acceptance alone
	a.do("PATCH", "/api/observations/1/assessment/", anna, map[string]any{"severity": "Low", "comment": "x"}).want(200, "")
	a.do("POST", path, ben, body(a.observed(ben, "1", "assessment_needs_approval"))).want(204, "")
	if wrong := differing(a.do("GET", "/api/observations/1/", ben, nil).object(), map[string]any{"current_severity": "Low", "risk_acceptance_expiry_date": "2031-01-31"}); wrong != "" {
		t.Error(wrong)
	}
}
