package rest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"regexp"
	"strconv"
	"strings"
)

// Body is a JSON body as it was received. It is read before the media type is looked at, so that a handler may check other things first.
type Body struct {
	data []byte
	err  error
}

// ReadBody reads the body of a request; errors show when the body is used.
func ReadBody(r *http.Request, limit int64) *Body {
	data, err := io.ReadAll(r.Body)
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		return &Body{err: TooLarge(limit)}
	}
	if err != nil {
		return &Body{err: BadRequest("The request body could not be read.")}
	}
	return &Body{data: data}
}

// Fields are the members of a JSON object, or the fields of a form.
type Fields struct {
	values    map[string]any
	surrogate string // the first lone surrogate of the body, such as "U+D800"
	form      bool   // values are texts; an empty one means "not given"
}

// Object decodes the body, which must be a JSON object.
func (b *Body) Object(r *http.Request) (*Fields, error) {
	if b.err != nil {
		return nil, b.err
	}
	if err := b.checkType(r); err != nil {
		return nil, err
	}
	if len(bytes.TrimSpace(b.data)) == 0 {
		return &Fields{values: map[string]any{}}, nil
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
	return &Fields{values: object, surrogate: loneSurrogate(b.data)}, nil
}

func (b *Body) checkType(r *http.Request) error {
	header := r.Header.Get("Content-Type")
	kind, _, _ := mime.ParseMediaType(header)
	if kind == "application/json" || len(b.data) == 0 && header == "" {
		return nil
	}
	return Unsupported(header)
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
		if _, err := strconv.ParseInt(string(v), 10, 64); err == nil {
			return "int"
		}
		return "float"
	default:
		return "NoneType"
	}
}

var surrogateEscape = regexp.MustCompile(`\\u([dD][89a-fA-F][0-9a-fA-F]{2})`)

// loneSurrogate finds the first escape of half a character in a JSON text.
func loneSurrogate(data []byte) string {
	if !bytes.Contains(data, []byte(`\u`)) {
		return ""
	}
	for at := 0; at < len(data); {
		found := surrogateEscape.FindSubmatchIndex(data[at:])
		if found == nil {
			return ""
		}
		escape := string(data[at+found[2] : at+found[3]])
		end := at + found[1]
		if strings.ToLower(escape)[1] < 'c' && lowSurrogateAt(data[end:]) {
			at = end + len(`\udc00`)
			continue
		}
		return "U+" + strings.ToUpper(escape)
	}
	return ""
}

func lowSurrogateAt(data []byte) bool {
	found := surrogateEscape.FindSubmatchIndex(data)
	return found != nil && found[0] == 0 && bytes.ContainsAny(data[3:4], "cdefCDEF")
}

// TextOf returns a field if it is a text, else "".
func (f *Fields) TextOf(name string) string {
	s, _ := f.values[name].(string)
	return s
}
