package observations

import (
	"fmt"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/db"
	"secobserve/model"
	"secobserve/products"
)

// PendingLog is the id of a history entry of the observation that waits for approval, 0 if there is none.
func PendingLog(tx *db.Tx, observation model.ID) model.ID {
	waiting := db.ObservationLogs.Index(tx).EqualText(db.ObservationLogs.Column("assessment_status"), string(model.AssessmentNeedsApproval))
	if waiting.IsEmpty() {
		return 0
	}
	pending := roaring.And(waiting, db.ObservationLogs.Referring(tx, "observation", observation))
	if pending.IsEmpty() {
		return 0
	}
	return model.ID(pending.Maximum())
}

// Assess applies an assessment, or, where four eyes are demanded, only notes it for approval (core-observations.md §10.2).
func (e *Editor) Assess(o *model.Observation, request model.Assessment) error {
	changes := request.Changes(o)
	entry := &model.ObservationLog{Severity: changes.Severity, Status: changes.Status, Priority: changes.Priority,
		VexJustification: changes.VexJustification, RiskAcceptanceExpiryDate: changes.Expiry, Comment: request.Comment,
		AssessmentStatus: model.AssessmentAutoApproved}
	needed, err := e.needsApproval(o.Product)
	if err != nil {
		return err
	}
	if needed && changes.Decides() {
		entry.AssessmentStatus = model.AssessmentNeedsApproval
		return e.Save(o, entry)
	}
	o.Assess(changes, request)
	if err := e.Save(o, entry); err != nil {
		return err
	}
	return e.CheckGate(o.Product)
}

func (e *Editor) needsApproval(product model.ID) (bool, error) {
	p, err := e.Product(product)
	if err != nil {
		return false, err
	}
	group, err := products.Group(e.tx, p)
	if err != nil {
		return false, err
	}
	return p.AssessmentsNeedApproval || group != nil && group.AssessmentsNeedApproval, nil
}

// RemoveAssessment takes an assessment back; without one it does nothing (core-observations.md §10.3).
func (e *Editor) RemoveAssessment(o *model.Observation, comment string) error {
	if !o.Assessed() {
		return nil
	}
	before := o.CurrentStatus
	o.RemoveAssessment()
	switch {
	case o.CurrentStatus != model.StatusRiskAccepted:
		o.RiskAcceptanceExpiryDate = ""
	case before != model.StatusRiskAccepted || o.RiskAcceptanceExpiryDate != "" && o.RiskAcceptanceExpiryDate <= e.today:
		expiry, err := e.RiskAcceptanceExpiry(o.Product)
		if err != nil {
			return err
		}
		o.RiskAcceptanceExpiryDate = expiry
	}
	entry := &model.ObservationLog{Comment: comment, AssessmentStatus: model.AssessmentRemoved,
		RiskAcceptanceExpiryDate: o.RiskAcceptanceExpiryDate}
	if err := e.Save(o, entry); err != nil {
		return err
	}
	return e.CheckGate(o.Product)
}

// Delete deletes observations of one product with all that belongs to them.
func (e *Editor) Delete(product model.ID, ids *roaring.Bitmap) error {
	p, err := e.Product(product)
	if err != nil {
		return err
	}
	inScope := ids.Intersects(products.DefaultScope(e.tx, p))
	for it := ids.Iterator(); it.HasNext(); {
		if err := e.forsake(model.ID(it.Next())); err != nil {
			return err
		}
	}
	if err := db.Observations.DeleteAll(e.tx, ids); err != nil {
		return fmt.Errorf("delete observations of product %d: %w", product, err)
	}
	e.touched[product].logged = true
	if !inScope {
		return nil
	}
	return e.CheckGate(product)
}

// NoteCreation stores a manual observation that is new, with its first history entry (core-observations.md §9.2).
func (e *Editor) NoteCreation(o *model.Observation) error {
	o.Normalise()
	entry := &model.ObservationLog{Severity: o.CurrentSeverity, Status: o.CurrentStatus, VexJustification: o.CurrentVexJustification,
		RiskAcceptanceExpiryDate: o.RiskAcceptanceExpiryDate, Comment: "Observation created manually", AssessmentStatus: model.AssessmentAutoApproved}
	if err := e.Save(o, entry); err != nil {
		return err
	}
	e.searches[scopeOf(o)] = true
	return e.followManual(o)
}

// NoteUpdate stores a changed manual observation; old is the stored one. Changes of its state leave a history entry
// (core-observations.md §9.3).
func (e *Editor) NoteUpdate(old, o *model.Observation) error {
	o.Normalise()
	if o.CurrentStatus != model.StatusRiskAccepted {
		o.RiskAcceptanceExpiryDate = ""
	}
	if err := e.Save(o, manualEntry(old, o)); err != nil {
		return err
	}
	if !alike(old, o) {
		e.searches[scopeOf(old)], e.searches[scopeOf(o)] = true, true
	}
	return e.followManual(o)
}

func manualEntry(old, o *model.Observation) *model.ObservationLog {
	entry := &model.ObservationLog{Comment: "Observation changed manually", AssessmentStatus: model.AssessmentAutoApproved}
	changed := false
	if o.CurrentSeverity != old.CurrentSeverity {
		entry.Severity, changed = o.CurrentSeverity, true
	}
	if o.CurrentStatus != old.CurrentStatus {
		entry.Status, changed = o.CurrentStatus, true
	}
	if o.CurrentVexJustification != old.CurrentVexJustification {
		entry.VexJustification, changed = o.CurrentVexJustification, true
	}
	if o.RiskAcceptanceExpiryDate != old.RiskAcceptanceExpiryDate {
		entry.RiskAcceptanceExpiryDate, changed = o.RiskAcceptanceExpiryDate, true
	}
	if !changed {
		return nil
	}
	return entry
}

// followManual does what follows the change of a manual observation: the gate, and the branch counts as active.
func (e *Editor) followManual(o *model.Observation) error {
	p, err := e.Product(o.Product)
	if err != nil {
		return err
	}
	if InDefaultScope(o, p) {
		if err := e.CheckGate(o.Product); err != nil {
			return err
		}
	}
	if o.Branch == 0 {
		return nil
	}
	b, err := db.Branches.Get(e.tx, o.Branch)
	if err != nil {
		return err
	}
	b.LastImport = e.now
	return db.Branches.Update(e.tx, b)
}

// Decide approves or rejects a history entry that waits for approval; an approved one takes effect on the observation as it is now
// (core-observations.md §11).
func (e *Editor) Decide(entry *model.ObservationLog, o *model.Observation, decision model.AssessmentStatus, remark string) error {
	entry.AssessmentStatus, entry.ApprovalRemark, entry.ApprovalDate, entry.ApprovalUser = decision, remark, e.now, e.user
	if err := db.ObservationLogs.Update(e.tx, entry); err != nil {
		return err
	}
	if decision != model.AssessmentApproved {
		return nil
	}
	request := model.Assessment{Severity: entry.Severity, Status: entry.Status, Priority: entry.Priority, VexJustification: entry.VexJustification,
		Expiry: entry.RiskAcceptanceExpiryDate, HasExpiry: entry.Status != "" || entry.RiskAcceptanceExpiryDate != ""}
	o.Assess(request.Changes(o), request)
	if err := e.Save(o, nil); err != nil {
		return err
	}
	e.touched[o.Product].logged = true // no new entry, but an old one takes effect now
	return e.CheckGate(o.Product)
}
