package handlers

import (
	"errors"
	"regexp"
	"regexp/syntax"
)

// maxPatternSize limits the instructions of a compiled regular expression that users give. Go's engine takes time in proportion to the text and to
// this size (CWE-1333): with repetitions, a few dozen characters become tens of thousands of instructions, each tried at each character of a
// name. 5,000 take less than a tenth of a second for the longest name.
const maxPatternSize = 5000

var errPatternSize = errors.New("the expression has too many repetitions")

type patternError struct{ error }

func (e patternError) Error() string { return "Not a valid regular expression: " + e.error.Error() }

// validPattern checks a regular expression of a user.
func validPattern(pattern string) error {
	if _, err := regexp.Compile(pattern); err != nil {
		return patternError{err}
	}
	parsed, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return patternError{err}
	}
	program, err := syntax.Compile(parsed.Simplify())
	if err != nil {
		return patternError{err}
	}
	if len(program.Inst) > maxPatternSize {
		return patternError{errPatternSize}
	}
	return nil
}
