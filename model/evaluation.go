package model

import (
	"slices"
	"strconv"
)

// EvaluationResult is what a license policy says of a license component (licenses.md §2).
type EvaluationResult string

// The results of an evaluation, worst first.
const (
	EvaluationForbidden      EvaluationResult = "Forbidden"
	EvaluationReviewRequired EvaluationResult = "Review required"
	EvaluationUnknown        EvaluationResult = "Unknown"
	EvaluationAllowed        EvaluationResult = "Allowed"
	EvaluationIgnored        EvaluationResult = "Ignored"
)

// EvaluationResults lists all results by their numerical value, worst first; the value of an element is its index plus one.
var EvaluationResults = []EvaluationResult{EvaluationForbidden, EvaluationReviewRequired, EvaluationUnknown, EvaluationAllowed, EvaluationIgnored}

// Number is the numerical value of the result: Forbidden 1 … Ignored 5. Texts that are no result count as Unknown.
func (r EvaluationResult) Number() int {
	if i := slices.Index(EvaluationResults, r); i >= 0 {
		return i + 1
	}
	return EvaluationUnknown.Number()
}

// Decider says what decided an evaluation.
type Decider string

// The deciders.
const (
	DecidedByNoPolicy   Decider = "no_policy"          // no policy is assigned
	DecidedByIgnoreList Decider = "ignore_list"        // the policy ignores components of this PURL type
	DecidedByLicense    Decider = "license"            // an item for the license
	DecidedByGroup      Decider = "license_group"      // an item for a group that contains the license
	DecidedByExpression Decider = "license_expression" // an item for the expression
	DecidedByNonSPDX    Decider = "non_spdx_license"   // an item for the text
	DecidedByNoRule     Decider = "no_rule"            // no item fits
	DecidedByNoLicense  Decider = "no_license"         // the component has no license information
)

// Deciders lists all deciders.
var Deciders = []Decider{DecidedByNoPolicy, DecidedByIgnoreList, DecidedByLicense, DecidedByGroup, DecidedByExpression, DecidedByNonSPDX, DecidedByNoRule,
	DecidedByNoLicense}

// EvaluationReason says why a component's evaluation has its result.
type EvaluationReason struct {
	Decider Decider `cbor:"by,omitempty"`
	// Subject is the part of the component that decided: an SPDX id, an expression, a license text or a PURL type.
	Subject string `cbor:"subject,omitempty"`
	// Item is the item that decided, Group its group. FromParent tells that it belongs to the parent of the policy.
	Item       ID   `cbor:"item,omitempty"`
	Group      ID   `cbor:"group,omitempty"`
	FromParent bool `cbor:"from_parent,omitempty"`
}

// Key is a text that is equal for equal reasons only.
func (r *EvaluationReason) Key() string {
	return string(r.Decider) + "\x00" + itoa(uint64(r.Item)) + "\x00" + itoa(uint64(r.Group)) + "\x00" + strconv.FormatBool(r.FromParent) + "\x00" + r.Subject
}
