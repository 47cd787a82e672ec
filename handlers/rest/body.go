package rest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Body is a JSON body as it was received. It is read before the media type is looked at, so that a handler may check other things first.
type Body struct {
	data []byte
	err  error
}

// ReadBody reads the body of a request, at most limit bytes; errors show when the body is used.
func ReadBody(r *http.Request, limit int64) *Body {
	data, err := io.ReadAll(io.LimitReader(r.Body, limit+1))
	var large *http.MaxBytesError
	if errors.As(err, &large) || int64(len(data)) > limit {
		return &Body{err: TooLarge(limit)}
	}
	if err != nil && tooSlow(err) {
		return &Body{err: TooSlow()}
	}
	if err != nil {
		return &Body{err: BadRequest("The request body could not be read.")}
	}
	return &Body{data: data}
}

// Fields are the members of a JSON object, or the fields of a form.
type Fields struct {
	values     map[string]any
	surrogates map[string]string // by field, the first half of a character in it, such as "U+D800"
	form       bool              // values are texts; an empty one means "not given" unless the field is required
}

// Object decodes the body, which must be a JSON object.
func (b *Body) Object(r *http.Request) (*Fields, error) {
	if b.err != nil {
		return nil, b.err
	}
	if err := b.checkType(r); err != nil {
		return nil, err
	}
	if len(b.data) == 0 {
		return &Fields{values: map[string]any{}}, nil
	}
	if problem := measure(b.data); problem != "" {
		return nil, BadRequest("JSON parse error - " + problem)
	}
	var value any
	decoder := json.NewDecoder(bytes.NewReader(b.data))
	decoder.UseNumber()
	if err := decoder.Decode(&value); err != nil {
		return nil, BadRequest("JSON parse error - " + err.Error())
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return nil, BadRequest("JSON parse error - Extra data")
	}
	object, ok := value.(map[string]any)
	if !ok {
		return nil, notAnObject(value)
	}
	return &Fields{values: object, surrogates: loneSurrogates(b.data)}, nil
}

// Text returns the body as it is, which must be of one of the media types.
func (b *Body) Text(r *http.Request, types ...string) ([]byte, error) {
	if b.err != nil {
		return nil, b.err
	}
	header := r.Header.Get("Content-Type")
	if kind, _, _ := mime.ParseMediaType(header); !slices.Contains(types, kind) {
		return nil, Unsupported(header)
	}
	return b.data, nil
}

func (b *Body) checkType(r *http.Request) error {
	header := r.Header.Get("Content-Type")
	kind, _, _ := mime.ParseMediaType(header)
	if kind == mediaJSON || len(b.data) == 0 {
		return nil
	}
	return Unsupported(header)
}

// The greatest nesting and number of values of a body. They bound the memory that decoding takes: a body of nothing but brackets would
// otherwise become many times as large. The greatest body that the API knows has some hundred values.
const (
	maxDepth  = 64
	maxValues = 100_000
)

// measure refuses texts that are not worth decoding; problem is empty for the others.
func measure(data []byte) (problem string) {
	if !utf8.Valid(data) {
		return "The body is not valid UTF-8"
	}
	depth, values, quoted := 0, 0, false
	for i := 0; i < len(data); i++ {
		switch c := data[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{' || c == '[':
			depth++
			values++
		case c == '}' || c == ']':
			depth--
		case c == ',':
			values++
		}
		if depth > maxDepth {
			return fmt.Sprintf("Nested deeper than %d levels", maxDepth)
		}
		if values > maxValues {
			return fmt.Sprintf("More than %d values", maxValues)
		}
	}
	return ""
}

func notAnObject(value any) error {
	if value == nil {
		return BadRequest("No data provided")
	}
	return NonFieldError(fmt.Sprintf("Invalid data. Expected a dictionary, but got %s.", typeName(value)))
}

// typeName names a JSON value's type as error messages do.
func typeName(value any) string {
	switch v := value.(type) {
	case map[string]any:
		return "dict"
	case []any:
		return "list"
	case string:
		return "str"
	case bool:
		return "bool"
	case json.Number:
		if strings.ContainsAny(string(v), ".eE") {
			return "float"
		}
		return "int"
	default:
		return "NoneType"
	}
}

// loneSurrogates finds, by field of a JSON object, the escapes of half a character, which decoding would replace silently.
func loneSurrogates(object []byte) map[string]string {
	if !bytes.Contains(object, []byte(`\u`)) {
		return nil
	}
	var fields map[string]json.RawMessage
	if json.Unmarshal(object, &fields) != nil {
		return nil
	}
	found := map[string]string{}
	for name, value := range fields {
		if half := loneSurrogate(value); half != "" {
			found[name] = half
		}
	}
	return found
}

// loneSurrogate finds the first escape of half a character in valid JSON, "" if there is none.
func loneSurrogate(data []byte) string {
	for i := 0; i < len(data); i++ {
		if data[i] != '\\' {
			continue
		}
		r := escapedRune(data[i:])
		if r < 0 {
			i++ // another escape of two characters
			continue
		}
		i += escapeLength - 1
		if !utf16.IsSurrogate(r) {
			continue
		}
		if utf16.DecodeRune(r, escapedRune(data[i+1:])) == utf8.RuneError {
			return fmt.Sprintf("U+%X", r)
		}
		i += escapeLength
	}
	return ""
}

// escapeLength is the length of an escape such as \u00e9.
const escapeLength = 6

// escapedRune reads the escape that data begins with, -1 if it begins with something else.
func escapedRune(data []byte) rune {
	if len(data) < escapeLength || data[0] != '\\' || data[1] != 'u' {
		return -1
	}
	n, err := strconv.ParseUint(string(data[2:escapeLength]), 16, 16)
	if err != nil {
		return -1
	}
	return rune(n)
}

// TextOrNull tells whether a field is a text, null or not there at all.
func (f *Fields) TextOrNull(name string) bool {
	_, text := f.values[name].(string)
	return text || f.values[name] == nil
}

// TextOf returns a field if it is a text, else "".
func (f *Fields) TextOf(name string) string {
	s, _ := f.values[name].(string)
	return s
}
