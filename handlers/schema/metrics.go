package schema

// ProductMetrics is the representation ProductMetrics of the API.
type ProductMetrics struct {
	ActiveCritical int `json:"active_critical" validate:"required"`
	ActiveHigh     int `json:"active_high" validate:"required"`
	ActiveMedium   int `json:"active_medium" validate:"required"`
	ActiveLow      int `json:"active_low" validate:"required"`
	ActiveNone     int `json:"active_none" validate:"required"`
	ActiveUnknown  int `json:"active_unknown" validate:"required"`
	Open           int `json:"open" validate:"required"`
	Affected       int `json:"affected" validate:"required"`
	Resolved       int `json:"resolved" validate:"required"`
	Duplicate      int `json:"duplicate" validate:"required"`
	FalsePositive  int `json:"false_positive" validate:"required"`
	InReview       int `json:"in_review" validate:"required"`
	NotAffected    int `json:"not_affected" validate:"required"`
	NotSecurity    int `json:"not_security" validate:"required"`
	RiskAccepted   int `json:"risk_accepted" validate:"required"`
}

// ProductMetricsStatus is the representation ProductMetricsStatus of the API.
type ProductMetricsStatus struct {
	LastCalculated      string `json:"last_calculated" validate:"required" format:"date-time"`
	CalculationInterval int    `json:"calculation_interval" validate:"required"`
}
