package parsers

import (
	"fmt"
	"strings"
	"unicode"

	"secobserve/parsers/rawjson"
)

// Literal is lit(x) of parsers.md §1.1: a JSON value as text. Texts are as they are, the constants are True, False and None, numbers as written,
// lists and objects have their texts in quotes. It stops soon after limit bytes.
func Literal(v rawjson.Value, limit int) string {
	if v.Kind() == rawjson.Text {
		return v.Text()
	}
	var out strings.Builder
	for token := range v.Tokens() {
		if out.Len() >= limit {
			break
		}
		switch token[0] {
		case '"':
			out.WriteString(quotedLiteral(token.Text()))
		case 't', 'f':
			out.WriteString(Capitalize(string(token)))
		case 'n':
			out.WriteString("None")
		case ',', ':':
			out.WriteString(string(token) + " ")
		default: // numbers and brackets
			out.Write(token)
		}
	}
	return out.String()
}

// quotedLiteral puts a text into single quotes, or into double ones if it contains a single but no double one.
func quotedLiteral(s string) string {
	quote := '\''
	if strings.Contains(s, "'") && !strings.Contains(s, `"`) {
		quote = '"'
	}
	var out strings.Builder
	out.WriteRune(quote)
	for _, r := range s {
		switch {
		case r == quote, r == '\\':
			out.WriteString(`\` + string(r))
		case r == '\n':
			out.WriteString(`\n`)
		case r == '\r':
			out.WriteString(`\r`)
		case r == '\t':
			out.WriteString(`\t`)
		case unicode.IsPrint(r):
			out.WriteRune(r)
		case r < 0x100:
			fmt.Fprintf(&out, `\x%02x`, r)
		case r < 0x10000:
			fmt.Fprintf(&out, `\u%04x`, r)
		default:
			fmt.Fprintf(&out, `\U%08x`, r)
		}
	}
	out.WriteRune(quote)
	return out.String()
}
