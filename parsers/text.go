package parsers

import (
	"crypto/sha256"

	"secobserve/parsers/rawjson"
)

// Text is the JSON text of a part of a report, as evidences keep it. It holds no more than the place of the part in the document, and findings
// that share a part, such as a rule, share its Text.
//
// Sum and String may be called by different goroutines, as they touch nothing in common, but each by one at a time.
type Text struct {
	raw    rawjson.Value
	sum    [16]byte
	summed bool
}

// NewText makes the text of a JSON value, which has to be valid; nil stands for null.
func NewText(raw []byte) *Text {
	if raw == nil {
		raw = []byte("null")
	}
	return &Text{raw: raw}
}

// Sum is a digest of the value as it stands in the report; it is computed once. Texts with equal sums are equal.
func (t *Text) Sum() [16]byte {
	if !t.summed {
		full := sha256.Sum256(t.raw)
		t.sum, t.summed = [16]byte(full[:16]), true
	}
	return t.sum
}

// String is json(x) of parsers.md §1.1: names in the order of the source, ", " and ": " as separators. It is formatted at each call: texts are
// told apart by their sums, so that each needs to be written only once.
func (t *Text) String() string { return t.raw.Format() }
