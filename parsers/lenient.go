package parsers

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
)

// The types below decode optional values of reports: null and values of a wrong type count as absent, whatever stands there.

// String is an optional text.
type String string

// UnmarshalJSON takes a text; everything else is "".
func (s *String) UnmarshalJSON(b []byte) error {
	*s = ""
	if len(b) > 0 && b[0] == '"' {
		var text string
		if json.Unmarshal(b, &text) == nil {
			*s = String(text)
		}
	}
	return nil
}

// Number is an optional number, or a numeric text; nil if absent.
type Number struct{ Value *float64 }

// UnmarshalJSON takes a number or a numeric text; everything else is absent.
func (n *Number) UnmarshalJSON(b []byte) error {
	n.Value = nil
	text := strings.TrimSpace(strings.Trim(string(b), `"`))
	if x, err := strconv.ParseFloat(text, 64); err == nil && !strings.ContainsAny(text, "xXpP_nN") {
		n.Value = &x
	}
	return nil
}

// Int is the integer of a number or numeric text; nil for absent, 0 and everything that is no integer of a sane size.
func (n Number) Int() *int {
	if n.Value == nil || *n.Value == 0 || *n.Value != float64(int32(*n.Value)) {
		return nil
	}
	i := int(*n.Value)
	return &i
}

// Object decodes a struct; what is no object, or does not fit, is the zero value.
type Object[T any] struct{ V T }

// UnmarshalJSON takes an object; everything else is the zero value.
func (o *Object[T]) UnmarshalJSON(b []byte) error {
	var zero T
	o.V = zero
	if len(b) > 0 && b[0] == '{' && json.Unmarshal(b, &o.V) != nil {
		o.V = zero
	}
	return nil
}

// List decodes a list; what is no list is empty, elements that do not fit are left out.
type List[T any] []T

// UnmarshalJSON takes a list; everything else is empty.
func (l *List[T]) UnmarshalJSON(b []byte) error {
	*l = nil
	if len(b) == 0 || b[0] != '[' {
		return nil
	}
	var whole []T
	if json.Unmarshal(b, &whole) == nil {
		*l = whole
		return nil
	}
	var elements []json.RawMessage
	if json.Unmarshal(b, &elements) != nil {
		return nil
	}
	for _, e := range elements {
		var v T
		if json.Unmarshal(e, &v) == nil {
			*l = append(*l, v)
		}
	}
	return nil
}

// IsString tells whether a raw value is a text with the given content.
func IsString(raw json.RawMessage, want string) bool {
	var s String
	_ = s.UnmarshalJSON(bytes.TrimSpace(raw))
	return string(s) == want
}
