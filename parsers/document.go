package parsers

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"secobserve/parsers/rawjson"
)

// The errors of [Read] and of the detection of formats; their texts are part of the API (import.md §2).
var (
	ErrFileType = errors.New("File is not CSV, JSON or SARIF")
	ErrJSON     = errors.New("File is not valid JSON")
	ErrCSV      = errors.New("File is not valid CSV")
	ErrUnknown  = errors.New("No suitable parser found")
)

// Document is an uploaded file whose syntax has been checked: a JSON object or list that is not empty, or a CSV file with data lines.
type Document struct {
	// JSON is the whole document; nil for CSV.
	JSON rawjson.Value
	// Keys are the members of a JSON object at the top; nil for other documents. Of equal names the last one counts.
	Keys map[string]json.RawMessage
	// CSV is the table of a CSV file; nil for JSON.
	CSV *Table
}

// maxMembers is the number of distinct names that a document remembers of the members at its top; formats have a dozen.
const maxMembers = 1000

// Read checks the syntax of a file, whose kind its name's extension tells, and looks once at the members at the top of it.
func Read(filename string, content []byte) (*Document, error) {
	switch strings.ToLower(filepath.Ext(filename)) {
	case ".json", ".sarif":
		return readJSON(content)
	case ".csv":
		return readCSV(content)
	default:
		return nil, ErrFileType
	}
}

func readJSON(content []byte) (*Document, error) {
	content, err := toUTF8(content)
	if err != nil {
		return nil, ErrJSON
	}
	root, err := rawjson.Check(content)
	if err != nil {
		root, err = rawjson.Check(withoutNonNumbers(content))
	}
	if err != nil {
		return nil, ErrJSON
	}
	if kind := root.Kind(); kind != rawjson.Object && kind != rawjson.List || root.Empty() {
		return nil, ErrUnknown
	}
	doc := &Document{JSON: root}
	for name, value := range root.Members() {
		if doc.Keys == nil {
			doc.Keys = make(map[string]json.RawMessage)
		}
		if _, known := doc.Keys[string(name)]; known || len(doc.Keys) < maxMembers {
			doc.Keys[string(name)] = json.RawMessage(value)
		}
	}
	return doc, nil
}

// Member returns a member of the JSON object at the top, to be read in place; it is absent in other documents.
func (d *Document) Member(name string) rawjson.Value { return rawjson.Value(d.Keys[name]) }

// nonNumbers are tokens that some writers use for numbers although JSON has none.
var nonNumbers = []string{"-Infinity", "Infinity", "NaN"}

// withoutNonNumbers turns NaN and Infinity outside of texts into null.
func withoutNonNumbers(b []byte) []byte {
	if !bytes.Contains(b, []byte("NaN")) && !bytes.Contains(b, []byte("Infinity")) {
		return b
	}
	out := make([]byte, 0, len(b)+64)
	inText := false
	for i := 0; i < len(b); i++ {
		switch {
		case inText && b[i] == '\\' && i+1 < len(b):
			out = append(out, b[i], b[i+1])
			i++
			continue
		case b[i] == '"':
			inText = !inText
		case !inText:
			if token := nonNumber(b[i:]); token != "" {
				out = append(out, "null"...)
				i += len(token) - 1
				continue
			}
		}
		out = append(out, b[i])
	}
	return out
}

func nonNumber(b []byte) string {
	for _, token := range nonNumbers {
		if bytes.HasPrefix(b, []byte(token)) {
			return token
		}
	}
	return ""
}

// Unusable is the error of a document that is unusable as a whole (parsers.md §1.2).
func Unusable(parser, reason string) error {
	return fmt.Errorf("File is not a valid %s report: %s", parser, reason)
}
