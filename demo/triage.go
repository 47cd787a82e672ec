package demo

import (
	"fmt"
	"time"

	"secobserve/db"
	"secobserve/model"
	"secobserve/observations"
)

// looked tells at which of a hundred observations somebody has looked; about as many have a second entry in their history and a third.
const looked = 52

// decisions are what people decide, the frequent ones several times.
var decisions = []model.Assessment{
	{Status: model.StatusNotAffected, VexJustification: model.VexVulnerableCodeNotInExecutePath, Comment: "The code is not reached."},
	{Status: model.StatusNotAffected, VexJustification: model.VexInlineMitigationsAlreadyExist, Comment: "The gateway filters these requests."},
	{Status: model.StatusNotAffected, VexJustification: model.VexVulnerableCodeNotPresent, Comment: "We build without this part."},
	{Status: model.StatusFalsePositive, Comment: "The scanner takes a test file for the product."},
	{Status: model.StatusFalsePositive, Comment: "The value is a constant."},
	{Status: model.StatusAffected, Comment: "Confirmed; fixed with the next release."},
	{Status: model.StatusAffected, Severity: model.SeverityHigh, Comment: "Confirmed, and reachable without login."},
	{Status: model.StatusRiskAccepted, Comment: "Only in the internal network; accepted until the migration."},
	{Severity: model.SeverityLow, Comment: "Only administrators can get there."},
	{Status: model.StatusNotSecurity, Comment: "A matter of style."},
}

// chance is a number below 100 that depends on the observation only.
func chance(o *model.Observation) int { return int(uint64(o.ID) * 2654435761 >> 8 % 100) }

// review has somebody begin to look at observations of a product.
func (f *filler) review(tx *db.Tx, p *product, at time.Time) error {
	if needsApproval(p.number) {
		return nil // there, one entry waits for approval, and there can be only one
	}
	return f.assess(tx, p, at, func(*model.Observation) model.Assessment {
		return model.Assessment{Status: model.StatusInReview, Comment: "Looking at it."}
	})
}

// decide has somebody decide about the observations that were looked at.
func (f *filler) decide(tx *db.Tx, p *product, at time.Time) error {
	return f.assess(tx, p, at, func(o *model.Observation) model.Assessment { return decisions[int(o.ID)%len(decisions)] })
}

func (f *filler) assess(tx *db.Tx, p *product, at time.Time, decision func(*model.Observation) model.Assessment) error {
	user := f.people.member(p.number, 0)
	editor, err := observations.NewEditor(tx, user.ID, model.TimeOf(at), model.DateOf(at))
	if err != nil {
		return err
	}
	expiry, err := editor.RiskAcceptanceExpiry(p.id)
	if err != nil {
		return err
	}
	for o, err := range db.Observations.ReferringRows(tx, "product", p.id) {
		if err != nil {
			return err
		}
		if chance(o) >= looked || o.CurrentStatus == model.StatusResolved {
			continue
		}
		request := decision(o)
		if request.Status == model.StatusRiskAccepted {
			request.Expiry, request.HasExpiry = expiry, true
		}
		if err := editor.Assess(o, request); err != nil {
			return fmt.Errorf("assess observation %d: %w", o.ID, err)
		}
		f.summary.Assessments++
	}
	return editor.Finish()
}

// approve has a second person approve two of three assessments that need it and reject some.
func (f *filler) approve(tx *db.Tx, p *product, at time.Time) error {
	if !needsApproval(p.number) {
		return nil
	}
	editor, err := observations.NewEditor(tx, f.people.member(p.number, 1).ID, model.TimeOf(at), model.DateOf(at))
	if err != nil {
		return err
	}
	for o, err := range db.Observations.ReferringRows(tx, "product", p.id) {
		if err != nil {
			return err
		}
		pending := observations.PendingLog(tx, o.ID)
		if pending == 0 || chance(o)%3 == 0 {
			continue
		}
		entry, err := db.ObservationLogs.Get(tx, pending)
		if err != nil {
			return err
		}
		decision, remark := model.AssessmentApproved, "Agreed."
		if chance(o)%8 == 1 {
			decision, remark = model.AssessmentRejected, "Please say why it cannot be reached."
		}
		if err := editor.Decide(entry, o, decision, remark); err != nil {
			return fmt.Errorf("decide about the assessment of observation %d: %w", o.ID, err)
		}
	}
	return editor.Finish()
}
