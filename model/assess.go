package model

// Assessment is a person's decision on an observation (core-observations.md §10.1). Empty values decide nothing.
type Assessment struct {
	Severity         Severity
	Status           Status
	Priority         *int
	VexJustification VexJustification
	// Expiry is the day on which a risk acceptance expires; HasExpiry tells whether the request named one, null included.
	Expiry    Date
	HasExpiry bool
	Comment   string
}

// Changes returns the assessment without the values that the observation has already.
func (a Assessment) Changes(o *Observation) Assessment {
	if a.Severity == o.CurrentSeverity {
		a.Severity = ""
	}
	if a.Status == o.CurrentStatus {
		a.Status = ""
	}
	if a.Priority != nil && o.CurrentPriority != nil && *a.Priority == *o.CurrentPriority {
		a.Priority = nil
	}
	if a.VexJustification == o.CurrentVexJustification {
		a.VexJustification = ""
	}
	if a.Expiry == o.RiskAcceptanceExpiryDate {
		a.Expiry = ""
	}
	return a
}

// Decides tells whether the changes touch what four eyes must agree on: everything but a comment, an expiry date, or the way into review.
func (a Assessment) Decides() bool {
	changed := a.Severity != "" || a.Status != "" || a.Priority != nil || a.VexJustification != ""
	return changed && a.Status != StatusInReview
}

// Assess applies changes to the observation and re-derives its current values. The date of a risk acceptance is the one of the request; one
// that the request does not name stays as long as the observation is accepted.
func (o *Observation) Assess(changes Assessment, request Assessment) {
	if changes.Severity != "" {
		o.AssessmentSeverity = changes.Severity
	}
	if changes.Status != "" {
		o.AssessmentStatus = changes.Status
	}
	if changes.Priority != nil {
		o.AssessmentPriority = changes.Priority
	}
	if changes.VexJustification != "" {
		o.AssessmentVexJustification = changes.VexJustification
	}
	accepted := o.CurrentStatus == StatusRiskAccepted
	o.Derive()
	switch {
	case o.CurrentStatus != StatusRiskAccepted:
		o.RiskAcceptanceExpiryDate = ""
	case request.HasExpiry || !accepted:
		o.RiskAcceptanceExpiryDate = request.Expiry
	}
}

// Assessed tells whether there is an assessment to remove.
func (o *Observation) Assessed() bool {
	return o.AssessmentSeverity != "" || o.AssessmentStatus != "" || o.AssessmentPriority != nil || o.AssessmentVexJustification != ""
}

// RemoveAssessment clears the assessment and re-derives the current values.
func (o *Observation) RemoveAssessment() {
	o.AssessmentSeverity, o.AssessmentStatus, o.AssessmentPriority, o.AssessmentVexJustification = "", "", nil, ""
	o.Derive()
}
