package parsers

import (
	"bytes"
	"encoding/binary"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"path/filepath"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// The errors of detection; their texts are part of the API (import.md §2).
var (
	ErrFileType = errors.New("File is not CSV, JSON or SARIF")
	ErrJSON     = errors.New("File is not valid JSON")
	ErrCSV      = errors.New("File is not valid CSV")
	ErrUnknown  = errors.New("No suitable parser found")
)

// Document is an uploaded file whose syntax has been checked.
type Document struct {
	// JSON is the whole document in UTF-8; nil for CSV.
	JSON []byte
	// Keys are the members of a JSON object at the top, undecoded; nil for other documents. Of equal keys the last one counts.
	Keys map[string]json.RawMessage
	// Elements are the elements of a JSON list at the top, undecoded; nil for other documents.
	Elements []json.RawMessage
	// Rows are the data lines of a CSV file by header; nil for JSON.
	Rows []map[string]string
}

// Read checks the syntax of a file, which its name's extension tells.
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
	content = withoutNonNumbers(toUTF8(content))
	if !json.Valid(content) {
		return nil, ErrJSON
	}
	doc := &Document{JSON: content}
	trimmed := bytes.TrimLeft(content, " \t\r\n")
	switch trimmed[0] {
	case '{':
		if err := json.Unmarshal(content, &doc.Keys); err != nil {
			return nil, ErrJSON
		}
	case '[':
		if err := json.Unmarshal(content, &doc.Elements); err != nil {
			return nil, ErrJSON
		}
	}
	if len(doc.Keys) == 0 && len(doc.Elements) == 0 {
		return nil, ErrUnknown
	}
	return doc, nil
}

// toUTF8 recognises UTF-16 and UTF-32 by byte order mark or by the zeros in the first characters (RFC 4627 §3), and drops the mark.
func toUTF8(b []byte) []byte {
	switch {
	case bytes.HasPrefix(b, []byte{0xEF, 0xBB, 0xBF}):
		return b[3:]
	case bytes.HasPrefix(b, []byte{0xFF, 0xFE, 0, 0}), len(b) >= 4 && b[0] != 0 && b[1] == 0 && b[2] == 0 && b[3] == 0:
		return fromUTF32(b, binary.LittleEndian)
	case bytes.HasPrefix(b, []byte{0, 0, 0xFE, 0xFF}), len(b) >= 4 && b[0] == 0 && b[1] == 0 && b[2] == 0 && b[3] != 0:
		return fromUTF32(b, binary.BigEndian)
	case bytes.HasPrefix(b, []byte{0xFF, 0xFE}), len(b) >= 2 && b[0] != 0 && b[1] == 0:
		return fromUTF16(b, binary.LittleEndian)
	case bytes.HasPrefix(b, []byte{0xFE, 0xFF}), len(b) >= 2 && b[0] == 0 && b[1] != 0:
		return fromUTF16(b, binary.BigEndian)
	default:
		return b
	}
}

const byteOrderMark = 0xFEFF

func fromUTF16(b []byte, order binary.ByteOrder) []byte {
	units := make([]uint16, 0, len(b)/2)
	for i := 0; i+1 < len(b); i += 2 {
		units = append(units, order.Uint16(b[i:]))
	}
	if len(units) > 0 && units[0] == byteOrderMark {
		units = units[1:]
	}
	return []byte(string(utf16.Decode(units)))
}

func fromUTF32(b []byte, order binary.ByteOrder) []byte {
	out := make([]byte, 0, len(b)/4)
	for i := 0; i+3 < len(b); i += 4 {
		if r := rune(order.Uint32(b[i:])); i > 0 || r != byteOrderMark {
			out = utf8.AppendRune(out, r)
		}
	}
	return out
}

// nonNumbers are tokens that some writers use for numbers although JSON has none.
var nonNumbers = []string{"-Infinity", "Infinity", "NaN"}

// withoutNonNumbers turns NaN and Infinity outside of strings into null, of the same length.
func withoutNonNumbers(b []byte) []byte {
	if !bytes.Contains(b, []byte("NaN")) && !bytes.Contains(b, []byte("Infinity")) || json.Valid(b) {
		return b
	}
	b = bytes.Clone(b)
	inString := false
	for i := 0; i < len(b); i++ {
		switch {
		case inString && b[i] == '\\':
			i++
		case b[i] == '"':
			inString = !inString
		case !inString:
			i += blankNonNumber(b[i:])
		}
	}
	return b
}

// blankNonNumber replaces a token at the begin of b; a number that is no number is as good as 0.
func blankNonNumber(b []byte) (skip int) {
	for _, token := range nonNumbers {
		if bytes.HasPrefix(b, []byte(token)) {
			copy(b, "0"+strings.Repeat(" ", len(token)-1))
			return len(token) - 1
		}
	}
	return 0
}

func readCSV(content []byte) (*Document, error) {
	content = bytes.TrimPrefix(content, []byte{0xEF, 0xBB, 0xBF})
	if !utf8.Valid(content) {
		return nil, ErrCSV
	}
	reader := csv.NewReader(bytes.NewReader(content))
	reader.FieldsPerRecord = -1
	header, err := reader.Read()
	if errors.Is(err, io.EOF) {
		return nil, ErrUnknown
	}
	if err != nil {
		return nil, ErrCSV
	}
	doc := &Document{}
	for {
		line, err := reader.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, ErrCSV
		}
		row := make(map[string]string, len(header))
		for i, value := range line {
			if i < len(header) {
				row[header[i]] = value
			}
		}
		doc.Rows = append(doc.Rows, row)
	}
	if len(doc.Rows) == 0 {
		return nil, ErrUnknown
	}
	return doc, nil
}

// Unusable is the error of a document that is unusable as a whole (parsers.md §1.2).
func Unusable(parser, reason string) error {
	return errors.New("File is not a valid " + parser + " report: " + reason)
}
