package parsers

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
)

// Text is the JSON text of a part of a report, as evidences keep it: keys in the order of the source, ", " and ": " as separators. Findings
// that share a part, such as a rule, share its Text; it is formatted and digested once, when it is first needed. It may be used by one
// goroutine at a time.
type Text struct {
	raw       []byte
	formatted string
	sum       [16]byte
	summed    bool
}

// NewText makes the text of a JSON value; nil stands for null.
func NewText(raw json.RawMessage) *Text {
	if raw == nil {
		raw = json.RawMessage("null")
	}
	return &Text{raw: raw}
}

// Sum is a digest of the raw value.
func (t *Text) Sum() [16]byte {
	if !t.summed {
		full := sha256.Sum256(t.raw)
		t.sum, t.summed = [16]byte(full[:16]), true
	}
	return t.sum
}

// String is the formatted text.
func (t *Text) String() string {
	if t.formatted == "" {
		t.formatted = formatJSON(t.raw)
	}
	return t.formatted
}

// formatJSON writes valid JSON with one space after each colon and comma and no other white space outside of strings.
func formatJSON(raw []byte) string {
	var out bytes.Buffer
	out.Grow(len(raw) + len(raw)/8)
	inString := false
	for i := 0; i < len(raw); i++ {
		c := raw[i]
		switch {
		case inString:
			out.WriteByte(c)
			if c == '\\' && i+1 < len(raw) {
				i++
				out.WriteByte(raw[i])
			} else if c == '"' {
				inString = false
			}
		case c == '"':
			inString = true
			out.WriteByte(c)
		case c == ',' || c == ':':
			out.WriteByte(c)
			out.WriteByte(' ')
		case c != ' ' && c != '\n' && c != '\t' && c != '\r':
			out.WriteByte(c)
		}
	}
	return out.String()
}
