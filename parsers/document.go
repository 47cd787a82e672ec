package parsers

import (
	"bytes"
	"path/filepath"
	"strings"

	"secobserve/parsers/rawjson"
)

// Document is an uploaded file whose syntax has been checked. Exactly one of JSON, Sequence, CSV and XML is set.
type Document struct {
	// JSON is an object or a list that is not empty.
	JSON rawjson.Value
	// Sequence is a file of several JSON objects one behind the other.
	Sequence rawjson.Sequence
	// CSV is a table with data lines.
	CSV *Table
	// XML is a document whose root is known; the rest of its syntax has not been checked.
	XML *XML

	members, first map[string]rawjson.Value
}

// Read checks the syntax of a file, whose kind its name's extension tells, and looks once at the members at the top of it. Its errors are
// [*FileError].
func Read(filename string, content []byte) (*Document, error) {
	switch strings.ToLower(filepath.Ext(filename)) {
	case ".json", ".sarif", ".jsonld":
		return readJSON(content)
	case ".csv":
		return readCSV(content)
	case ".xml":
		return readXML(content)
	default:
		return nil, Problem(ErrFileType, "the name of the file does not end in .json, .sarif, .jsonld, .csv or .xml")
	}
}

func readJSON(content []byte) (*Document, error) {
	content, err := toUTF8(content)
	if err != nil {
		return nil, Problem(ErrJSON, err.Error())
	}
	doc, err := checkJSON(content)
	if err != nil {
		content = withoutNonNumbers(content)
		doc, err = checkJSON(content)
	}
	if err != nil {
		return nil, Problem(ErrJSON, syntaxProblem(content))
	}
	kind := doc.JSON.Kind()
	switch {
	case doc.Sequence != nil:
	case kind != rawjson.Object && kind != rawjson.List:
		return nil, Problem(ErrUnknown, "the file is neither a JSON object nor a JSON list")
	case doc.JSON.Empty():
		return nil, Problem(ErrUnknown, "the file is an empty JSON object or list")
	}
	doc.look()
	return doc, nil
}

func checkJSON(content []byte) (*Document, error) {
	root, err := rawjson.Check(content)
	if err == rawjson.ErrTrailing {
		sequence, err := rawjson.CheckSequence(content)
		return &Document{Sequence: sequence}, err
	}
	return &Document{JSON: root}, err
}

// maxMembers is the number of distinct names that a document remembers of the members of an object; formats have a dozen.
const maxMembers = 1000

// look remembers what the detection of formats asks for.
func (d *Document) look() {
	d.members = members(d.JSON)
	first := d.JSON.First()
	for v := range d.Sequence.Values() {
		first = v
		break
	}
	d.first = members(first)
}

func members(object rawjson.Value) map[string]rawjson.Value {
	var out map[string]rawjson.Value
	for name, value := range object.Members() {
		if out == nil {
			out = make(map[string]rawjson.Value)
		}
		if _, known := out[string(name)]; known || len(out) < maxMembers {
			out[string(name)] = value
		}
	}
	return out
}

// Member returns a member of the JSON object at the top, the last one of equal names; it is absent in other documents.
func (d *Document) Member(name string) rawjson.Value { return d.members[name] }

// OnlyMembers tells whether the JSON object at the top has no members but these.
func (d *Document) OnlyMembers(names map[string]bool) bool {
	for name := range d.members {
		if !names[name] {
			return false
		}
	}
	return true
}

// Entry returns a member of the first entry of the JSON list at the top; it is absent in other documents, and if that entry is no object.
func (d *Document) Entry(name string) rawjson.Value {
	if d.JSON == nil {
		return nil
	}
	return d.first[name]
}

// Head returns a member of the first object of a sequence; it is absent in other documents.
func (d *Document) Head(name string) rawjson.Value {
	if d.Sequence == nil {
		return nil
	}
	return d.first[name]
}

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
