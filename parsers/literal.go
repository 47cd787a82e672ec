package parsers

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
)

// Literal is lit(x): a JSON value as text. Texts are as they are, the constants are True, False and None, lists and objects are written with
// texts in single quotes (parsers.md §1.1).
func Literal(raw json.RawMessage) string {
	raw = bytes.TrimSpace(raw)
	if len(raw) > 0 && raw[0] == '"' {
		var s String
		_ = s.UnmarshalJSON(raw)
		return string(s)
	}
	var out strings.Builder
	writeLiteral(&out, json.NewDecoder(bytes.NewReader(raw)))
	return out.String()
}

// Empty tells whether a JSON value counts as absent: null, "", 0, false, an empty list or object.
func Empty(raw json.RawMessage) bool {
	switch string(bytes.Join(bytes.Fields(raw), nil)) {
	case "", "null", `""`, "0", "0.0", "-0", "false", "[]", "{}":
		return true
	}
	return false
}

// writeLiteral walks through the tokens; nesting is kept on a stack of its own.
func writeLiteral(out *strings.Builder, decoder *json.Decoder) {
	decoder.UseNumber()
	type level struct {
		object bool
		n      int // tokens so far: keys and values of an object, elements of a list
	}
	var stack []level
	for {
		token, err := decoder.Token()
		if err != nil {
			return
		}
		delim, isDelim := token.(json.Delim)
		if isDelim && (delim == '}' || delim == ']') {
			out.WriteString(delim.String())
			stack = stack[:len(stack)-1]
		} else {
			if len(stack) > 0 {
				top := &stack[len(stack)-1]
				switch {
				case top.object && top.n%2 == 1:
					out.WriteString(": ")
				case top.n > 0:
					out.WriteString(", ")
				}
				top.n++
			}
			if isDelim {
				out.WriteString(delim.String())
				stack = append(stack, level{object: delim == '{'})
			} else {
				out.WriteString(scalar(token))
			}
		}
		if len(stack) == 0 {
			return
		}
	}
}

func scalar(token json.Token) string {
	switch v := token.(type) {
	case string:
		return quoted(v)
	case bool:
		if v {
			return "True"
		}
		return "False"
	case json.Number:
		return number(string(v))
	default:
		return "None"
	}
}

// number writes numbers as they are, but floats without exponents where that is usual.
func number(text string) string {
	if !strings.ContainsAny(text, "eE") {
		return text
	}
	x, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return text
	}
	plain := strconv.FormatFloat(x, 'f', -1, 64)
	if len(plain) > 17 {
		return strconv.FormatFloat(x, 'e', -1, 64)
	}
	if !strings.Contains(plain, ".") {
		plain += ".0"
	}
	return plain
}

func quoted(s string) string {
	quote := "'"
	if strings.Contains(s, "'") && !strings.Contains(s, `"`) {
		quote = `"`
	}
	s = strings.NewReplacer(`\`, `\\`, "\n", `\n`, "\r", `\r`, "\t", `\t`).Replace(s)
	if quote == "'" {
		s = strings.ReplaceAll(s, "'", `\'`)
	}
	return quote + s + quote
}
