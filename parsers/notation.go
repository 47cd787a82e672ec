package parsers

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"secobserve/model"
)

// The functions below are the notations of parsers.md §1.1.

// Capitalize is cap(x): the first character upper case, all others lower case.
func Capitalize(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return ""
	}
	return string(unicode.ToTitle(r)) + strings.ToLower(s[size:])
}

// Title is title(x): every letter that follows a non-letter upper case, every other one lower case.
func Title(s string) string {
	afterLetter := false
	return strings.Map(func(r rune) rune {
		inWord := afterLetter
		afterLetter = unicode.IsLetter(r)
		if inWord {
			return unicode.ToLower(r)
		}
		return unicode.ToTitle(r)
	}, s)
}

// Severity is sev(x): a severity in any case, Unknown for other texts.
func Severity(s string) model.Severity {
	if severity := model.Severity(Capitalize(s)); severity.Valid() {
		return severity
	}
	return model.SeverityUnknown
}

// First is first(a, b): the first text that is not empty.
func First(texts ...string) string {
	for _, s := range texts {
		if s != "" {
			return s
		}
	}
	return ""
}

// NameVersion is how scanners are written: "name / version", or the name alone; "" without name.
func NameVersion(name, version string) string {
	if name == "" || version == "" {
		return name
	}
	return name + " / " + version
}
