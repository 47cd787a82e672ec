package rawjson

import (
	"bytes"
	"slices"
	"unicode/utf8"
)

// Without returns an object without the members of this name, in new memory; other values as they are.
func (v Value) Without(name string) Value {
	if v.Kind() != Object {
		return v
	}
	out := Value{'{'}
	for i := space(v, 1); v[i] == '"'; {
		nameEnd := skipText(v, i)
		start := space(v, space(v, nameEnd)+1)
		end := skip(v, start)
		if string(unquoted(v[i:nameEnd])) != name {
			if len(out) > 1 {
				out = append(out, ',')
			}
			out = append(out, v[i:end]...)
		}
		if i = space(v, end); v[i] == ',' {
			i = space(v, i+1)
		}
	}
	return append(out, '}')
}

// WithoutNulls returns the value without members that are null, at any depth, in new memory. Nulls in lists stay, and so do those inside of
// members with one of the names.
func (v Value) WithoutNulls(whole ...string) Value {
	out := make(Value, 0, len(v))
	for i := 0; i < len(v); {
		switch {
		case v[i] != '"':
			out = append(out, v[i])
			i++
			continue
		case !isName(v, i):
			end := skipText(v, i)
			out = append(out, v[i:end]...)
			i = end
			continue
		}
		nameEnd := skipText(v, i)
		start := space(v, space(v, nameEnd)+1)
		if v[start] != 'n' {
			end := start
			if slices.Contains(whole, string(unquoted(v[i:nameEnd]))) {
				end = skip(v, start)
			}
			out = append(out, v[i:end]...)
			i = end
			continue
		}
		i = space(v, start+len("null"))
		if v[i] == ',' {
			i++ // the comma behind it goes as well
			continue
		}
		if out = bytes.TrimRight(out, " \n\t\r"); out[len(out)-1] == ',' {
			out = out[:len(out)-1] // or the one before it, at the end of the object
		}
	}
	return out
}

// MapTexts returns the value with other texts, at any depth, in new memory; names of members stay as they are.
func (v Value) MapTexts(to func(string) string) Value {
	out := make(Value, 0, len(v))
	for i := 0; i < len(v); {
		if v[i] != '"' {
			out = append(out, v[i])
			i++
			continue
		}
		end := skipText(v, i)
		if isName(v, i) {
			out = append(out, v[i:end]...)
		} else {
			out = AppendText(out, to(v[i:end].Content()))
		}
		i = end
	}
	return out
}

// isName tells whether the text that starts at i is the name of a member.
func isName(v Value, i int) bool {
	end := space(v, skipText(v, i))
	return end < len(v) && v[end] == ':'
}

// AppendText appends a text as JSON; what is no UTF-8 in it becomes U+FFFD.
func AppendText(out []byte, s string) []byte {
	out = append(out, '"')
	start := 0
	for i := 0; i < len(s); {
		b := s[i]
		if b < utf8.RuneSelf {
			if special[b] {
				out = appendEscape(append(out, s[start:i]...), b)
				start = i + 1
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 {
			out = append(append(out, s[start:i]...), "\uFFFD"...)
			start = i + 1
		}
		i += size
	}
	return append(append(out, s[start:]...), '"')
}

const hexDigits = "0123456789abcdef"

func appendEscape(out []byte, b byte) []byte {
	switch b {
	case '"', '\\':
		return append(out, '\\', b)
	case '\n':
		return append(out, '\\', 'n')
	case '\r':
		return append(out, '\\', 'r')
	case '\t':
		return append(out, '\\', 't')
	default:
		return append(out, '\\', 'u', '0', '0', hexDigits[b>>4], hexDigits[b&15])
	}
}
