package model

import "strings"

// Normalise brings the observation into its stored form, as every save does (core-observations.md §3, §5, §6): texts without NUL,
// names and parts of origins derived from each other, scores from vectors, current values by precedence. It is idempotent.
// The identity hash is computed apart, by [Observation.Hash].
func (o *Observation) Normalise() {
	o.cleanTexts()
	o.normaliseComponent()
	o.normaliseDockerImage()
	o.normaliseEndpoint()
	o.normaliseCloud()
	o.normaliseKubernetes()
	if o.ParserSeverity != "" && !o.ParserSeverity.Valid() {
		o.ParserSeverity = SeverityUnknown
	}
	o.Derive()
	o.deriveFix()
}

// cleanTexts replaces NUL characters, which some formats and terminals cannot carry, and removes trailing newlines of the description.
func (o *Observation) cleanTexts() {
	for _, s := range o.texts() {
		*s.text = withoutNUL(*s.text)
	}
	o.Description = strings.TrimRight(o.Description, "\n")
}

// withoutNUL replaces NUL characters in a text.
func withoutNUL(s string) string {
	if strings.IndexByte(s, 0) < 0 {
		return s
	}
	return strings.ReplaceAll(s, "\x00", "REDACTED_NULL")
}

// Derive recomputes the current values from their sources; the first source with a value wins (core-observations.md §5).
func (o *Observation) Derive() {
	o.deriveScores()
	o.CurrentSeverity = o.deriveSeverity()
	o.CurrentStatus = o.deriveStatus()
	o.CurrentPriority = firstInt(o.AssessmentPriority, o.RuleRegoPriority, o.RulePriority)
	o.CurrentVexJustification = first(o.AssessmentVexJustification, o.RuleRegoVexJustification, o.RuleVexJustification,
		o.VexVexJustification, o.ParserVexJustification)
}

// deriveScores sets scores from vectors; a vector that cannot be read says nothing.
func (o *Observation) deriveScores() {
	if o.CVSS3Vector != "" {
		if _, score, err := ParseCVSS3(o.CVSS3Vector); err == nil {
			o.CVSS3Score = &score
		}
	}
	if o.CVSS4Vector != "" {
		if _, score, err := ParseCVSS4(o.CVSS4Vector); err == nil {
			o.CVSS4Score = &score
		}
	}
}

func (o *Observation) deriveSeverity() Severity {
	if s := first(o.AssessmentSeverity, o.RuleRegoSeverity, o.RuleSeverity); s != "" {
		return s
	}
	if o.ParserSeverity != "" && o.ParserSeverity != SeverityUnknown {
		return o.ParserSeverity
	}
	for _, score := range []*float64{o.CVSS4Score, o.CVSS3Score} {
		if score != nil {
			return SeverityOfScore(*score)
		}
	}
	return SeverityUnknown
}

func (o *Observation) deriveStatus() Status {
	if o.ParserStatus == StatusResolved {
		return StatusResolved
	}
	return first(o.AssessmentStatus, o.RuleRegoStatus, o.RuleStatus, o.VexStatus, o.ParserStatus, StatusOpen)
}

func first[T ~string](values ...T) T {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

func firstInt(values ...*int) *int {
	for _, v := range values {
		if v != nil {
			return v
		}
	}
	return nil
}
