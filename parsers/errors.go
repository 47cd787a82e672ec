package parsers

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"unicode/utf8"
)

// The errors of [Read] and of the detection of formats; their texts are part of the API (import.md §2).
var (
	ErrFileType = errors.New("File is not CSV, JSON or SARIF")
	ErrJSON     = errors.New("File is not valid JSON")
	ErrCSV      = errors.New("File is not valid CSV")
	ErrUnknown  = errors.New("No suitable parser found")
)

// FileError is one of the errors above, with what was seen in the file.
type FileError struct {
	Err error
	// Details are a sentence for the one who sent the file.
	Details string
}

func (e *FileError) Error() string { return e.Err.Error() }

func (e *FileError) Unwrap() error { return e.Err }

// Problem makes the error of a file. Details may quote from the file; they are cut.
func Problem(err error, details string) error { return &FileError{err, cut(details, maxDetails)} }

// Unusable is the error of a document that is unusable as a whole (parsers.md §1.2).
func Unusable(parser, reason string) error {
	return fmt.Errorf("File is not a valid %s report: %s", parser, reason)
}

// syntaxProblem tells where a JSON document is broken, and how.
func syntaxProblem(content []byte) string {
	for i := 0; i < len(content); {
		r, size := utf8.DecodeRune(content[i:])
		if r == utf8.RuneError && size == 1 {
			return fmt.Sprintf("line %d: the text is not UTF-8", line(content, i))
		}
		i += size
	}
	var syntax *json.SyntaxError
	if errors.As(json.Unmarshal(content, new(struct{})), &syntax) {
		return fmt.Sprintf("line %d: %s", line(content, int(syntax.Offset)), syntax)
	}
	return "it is nested too deeply"
}

func line(content []byte, offset int) int {
	return 1 + bytes.Count(content[:min(offset, len(content))], []byte("\n"))
}

// The number of characters of an error's details, and of a quotation from a file in it.
const (
	maxDetails = 1000
	maxQuoted  = 60
)

func cut(s string, limit int) string {
	n := 0
	for i := range s {
		if n++; n > limit {
			return s[:i] + " ..."
		}
	}
	return s
}
