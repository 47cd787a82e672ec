package rawjson

import (
	"bytes"
	"iter"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// unquoted returns the content of a text, given with its quotes. Without escapes it shares the memory of the text.
func unquoted(quoted []byte) []byte { return unquotedUpTo(quoted, len(quoted)) }

// unquotedUpTo returns the begin of the content of a text: whole characters, at most limit bytes.
func unquotedUpTo(quoted []byte, limit int) []byte {
	inner := quoted[1 : len(quoted)-1]
	at := bytes.IndexByte(inner[:min(len(inner), limit)], '\\')
	if at < 0 {
		return wholeCharacters(inner, limit)
	}
	out := make([]byte, 0, min(len(inner), limit+utf8.UTFMax))
	for at >= 0 && len(out)+at < limit {
		out = append(out, inner[:at]...)
		var n int
		out, n = appendEscaped(out, inner[at:])
		inner = inner[at+n:]
		at = bytes.IndexByte(inner[:min(len(inner), limit)], '\\')
	}
	out = append(out, inner[:min(len(inner), max(limit-len(out), 0))]...)
	return wholeCharacters(out, limit)
}

// wholeCharacters cuts UTF-8 to at most limit bytes. The text may end in the middle of a character.
func wholeCharacters(text []byte, limit int) []byte {
	end := min(len(text), limit)
	for start := max(end-utf8.UTFMax, 0); start < end; start++ {
		if utf8.RuneStart(text[start]) && !utf8.FullRune(text[start:end]) {
			return text[:start]
		}
	}
	return text[:end]
}

var escapes = [256]byte{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}

// appendEscaped decodes the escape at the begin of s and tells its length.
func appendEscaped(out, s []byte) ([]byte, int) {
	if s[1] != 'u' {
		return append(out, escapes[s[1]]), 2
	}
	r := hex4(s[2:6])
	if utf16.IsSurrogate(r) && len(s) >= 12 && s[6] == '\\' && s[7] == 'u' {
		if pair := utf16.DecodeRune(r, hex4(s[8:12])); pair != utf8.RuneError {
			return utf8.AppendRune(out, pair), 12
		}
	}
	return utf8.AppendRune(out, r), 6 // a lone half becomes U+FFFD
}

func hex4(s []byte) rune {
	n, _ := strconv.ParseUint(string(s), 16, 16)
	return rune(n)
}

// Tokens yields the value in pieces: texts, numbers and words as values, and between them brackets, commas and colons.
func (v Value) Tokens() iter.Seq[Value] {
	return func(yield func(Value) bool) {
		for i := space(v, 0); i < len(v); i = space(v, i) {
			end := i + 1
			switch v[i] {
			case '{', '}', '[', ']', ',', ':':
			default:
				end = skip(v, i)
			}
			if !yield(v[i:end:end]) {
				return
			}
			i = end
		}
	}
}

// Format returns the value as json(x) of parsers.md §1.1: names in the order of the source, one space behind colons and commas, no other
// white space outside of texts.
func (v Value) Format() string {
	size := 0
	for token := range v.Tokens() {
		size += len(token)
		if token[0] == ',' || token[0] == ':' {
			size++
		}
	}
	var out strings.Builder
	out.Grow(size)
	for token := range v.Tokens() {
		out.Write(token)
		if token[0] == ',' || token[0] == ':' {
			out.WriteByte(' ')
		}
	}
	return out.String()
}
