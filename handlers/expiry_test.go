package handlers_test

import (
	"testing"
	"time"

	"secobserve/db"
	"secobserve/model"
)

const expiryTask = "Expire risk acceptances"

// accept makes a risk acceptance by assessment that expires on the given day.
func (a *api) accept(authorization, observation string, expiry any) {
	a.t.Helper()
	a.do("PATCH", "/api/observations/"+observation+"/assessment/", authorization, map[string]any{"status": "Risk accepted", "severity": "Low", "priority": 7,
		"risk_acceptance_expiry_date": expiry, "comment": "for now"}).want(200, "")
}

// change changes a stored observation behind the API's back, as a rule or a scanner would.
func (a *api) change(id model.ID, change func(*model.Observation)) {
	a.t.Helper()
	err := a.store.Update(a.t.Context(), func(tx *db.Tx) error {
		o, err := db.Observations.Get(tx, id)
		if err != nil {
			return err
		}
		change(o)
		o.Derive()
		return db.Observations.Update(tx, o)
	})
	if err != nil {
		a.t.Fatal(err)
	}
}

// An acceptance by assessment ends on its day: status, severity and priority are what they were before, the gate is checked.
func TestExpiryOfAssessments(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Till")
	a.do("PATCH", "/api/products/"+product+"/", admin, map[string]any{"assessments_need_approval": false}).want(200, "")
	due, later, never := a.newObservation(admin, product, nil), a.newObservation(admin, product, map[string]any{"title": "Later"}), a.newObservation(admin, product, map[string]any{"title": "Never"})
	a.accept(admin, due, "2026-11-24")
	a.accept(admin, later, "2026-11-25")
	a.accept(admin, never, nil)
	check(t, "gate", a.object(admin, "/api/products/"+product+"/"), map[string]any{"security_gate_passed": true})
	if message := a.runTask(admin, expiryTask); message != "Expired risk acceptances for 0 observations." {
		t.Error(message)
	}
	a.now = a.now.Add(24 * time.Hour)
	admin = a.admin()
	if message := a.runTask(admin, expiryTask); message != "Expired risk acceptances for 1 observations." {
		t.Error(message)
	}
	check(t, "due", a.object(admin, "/api/observations/"+due+"/"), map[string]any{"current_status": "Open", "current_severity": "Critical", "current_priority": nil,
		"assessment_status": "", "risk_acceptance_expiry_date": nil})
	for _, id := range []string{later, never} {
		check(t, "not due", a.object(admin, "/api/observations/"+id+"/"), map[string]any{"current_status": "Risk accepted", "current_priority": 7})
	}
	check(t, "gate", a.object(admin, "/api/products/"+product+"/"), map[string]any{"security_gate_passed": false})
	logs := a.rows(admin, "/api/observation_logs/?ordering=-created&observation="+due)
	check(t, "log", logs[0], map[string]any{"comment": "Risk acceptance has expired.", "assessment_status": "Removed", "status": ""})
	if user := logs[0]["user_full_name"]; user != "admin" {
		t.Errorf("the log names %v", user)
	}
	if message := a.runTask(admin, expiryTask); message != "Expired risk acceptances for 0 observations." {
		t.Errorf("the second run: %s", message)
	}
}

// An acceptance that no person gave becomes an assessment, even where four eyes are demanded; one that a rule still demands after the
// assessment has gone gets a new date.
func TestExpiryOfOthers(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Till")
	a.do("PATCH", "/api/products/"+product+"/", admin, map[string]any{"assessments_need_approval": true}).want(200, "")
	scanner, rule, both := a.newObservation(admin, product, nil), a.newObservation(admin, product, map[string]any{"title": "Rule"}), a.newObservation(admin, product, map[string]any{"title": "Both"})
	yesterday := model.Date("2026-11-22")
	a.change(1, func(o *model.Observation) {
		o.ParserStatus, o.RiskAcceptanceExpiryDate = model.StatusRiskAccepted, yesterday
	})
	a.change(2, func(o *model.Observation) {
		o.RuleStatus, o.RiskAcceptanceExpiryDate = model.StatusRiskAccepted, yesterday
	})
	a.change(3, func(o *model.Observation) {
		o.RuleStatus, o.AssessmentSeverity, o.RiskAcceptanceExpiryDate = model.StatusRiskAccepted, model.SeverityLow, yesterday
	})
	if message := a.runTask(admin, expiryTask); message != "Expired risk acceptances for 3 observations." {
		t.Error(message)
	}
	for _, id := range []string{scanner, rule} {
		check(t, id, a.object(admin, "/api/observations/"+id+"/"), map[string]any{"current_status": "Open", "assessment_status": "Open", "parser_status": "Open",
			"risk_acceptance_expiry_date": nil, "assessment_needs_approval": nil})
		check(t, id, a.rows(admin, "/api/observation_logs/?ordering=-created,-id&observation="+id)[0],
			map[string]any{"comment": "Risk acceptance has expired.", "assessment_status": "Auto approved", "status": "Open"})
	}
	check(t, "both", a.object(admin, "/api/observations/"+both+"/"), map[string]any{"current_status": "Risk accepted", "current_severity": "Critical",
		"risk_acceptance_expiry_date": "2026-12-23"})
	if message := a.runTask(admin, expiryTask); message != "Expired risk acceptances for 0 observations." {
		t.Errorf("the second run: %s", message)
	}
}

// One observation that cannot be changed does not keep the others from expiring.
func TestExpiryGoesOn(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Till")
	for i := range 3 {
		a.newObservation(admin, product, map[string]any{"title": string(rune('A' + i))})
		a.change(model.ID(i+1), func(o *model.Observation) {
			o.ParserStatus, o.RiskAcceptanceExpiryDate = model.StatusRiskAccepted, "2026-11-22"
			if i == 1 {
				o.OriginService = 4711 // a service that does not exist: its name is part of the identity
			}
		})
	}
	if message := a.runTask(admin, expiryTask); message != "Expired risk acceptances for 2 observations. 1 observations failed, see the log." {
		t.Error(message)
	}
	a.change(2, func(o *model.Observation) { o.OriginService = 0 })
	if message := a.runTask(admin, expiryTask); message != "Expired risk acceptances for 1 observations." {
		t.Error(message)
	}
}
