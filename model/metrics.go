package model

// ProductMetrics are the numbers of a product on one day (operations.md §3.1). Products have at most one row per day, product groups none.
type ProductMetrics struct {
	ID      ID   `cbor:"id,omitempty"`
	Product ID   `cbor:"product,omitempty"`
	Date    Date `cbor:"date,omitempty"`
	Numbers
}

// Numbers count observations: the active ones by severity, all of them by status.
type Numbers struct {
	ActiveCritical int `cbor:"active_critical,omitempty"`
	ActiveHigh     int `cbor:"active_high,omitempty"`
	ActiveMedium   int `cbor:"active_medium,omitempty"`
	ActiveLow      int `cbor:"active_low,omitempty"`
	ActiveNone     int `cbor:"active_none,omitempty"`
	ActiveUnknown  int `cbor:"active_unknown,omitempty"`
	Open           int `cbor:"open,omitempty"`
	Affected       int `cbor:"affected,omitempty"`
	Resolved       int `cbor:"resolved,omitempty"`
	Duplicate      int `cbor:"duplicate,omitempty"`
	FalsePositive  int `cbor:"false_positive,omitempty"`
	InReview       int `cbor:"in_review,omitempty"`
	NotAffected    int `cbor:"not_affected,omitempty"`
	NotSecurity    int `cbor:"not_security,omitempty"`
	RiskAccepted   int `cbor:"risk_accepted,omitempty"`
}

// Severities are the numbers of active observations, worst severity first.
func (n *Numbers) Severities() [6]*int {
	return [...]*int{&n.ActiveCritical, &n.ActiveHigh, &n.ActiveMedium, &n.ActiveLow, &n.ActiveNone, &n.ActiveUnknown}
}

// Statuses are the numbers by status, in the order of [Statuses].
func (n *Numbers) Statuses() [9]*int {
	return [...]*int{&n.Open, &n.Affected, &n.Resolved, &n.Duplicate, &n.FalsePositive, &n.InReview, &n.NotAffected, &n.NotSecurity, &n.RiskAccepted}
}

// Add adds the numbers of another product.
func (n *Numbers) Add(other Numbers) {
	theirs := other.Severities()
	for i, mine := range n.Severities() {
		*mine += *theirs[i]
	}
	byStatus := other.Statuses()
	for i, mine := range n.Statuses() {
		*mine += *byStatus[i]
	}
}

// MetricsStatus says when the metrics were calculated last.
type MetricsStatus struct {
	LastCalculated Time `cbor:"last_calculated,omitempty"`
}
