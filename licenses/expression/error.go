package expression

import "strings"

// Error says why a text is no license expression of a vocabulary. Its text may be shown to clients.
type Error struct {
	// Unknown are the keys that the vocabulary lacks, distinct, in the order of the text; empty if the text is malformed.
	Unknown []string
	// Problem says what is malformed; empty if keys are unknown.
	Problem string
}

func (e *Error) Error() string {
	if len(e.Unknown) > 0 {
		return "Unknown license key(s): " + strings.Join(e.Unknown, ", ")
	}
	return e.Problem
}

func malformed(problem string) *Error { return &Error{Problem: problem} }
