package auth

import (
	"strings"
	"unicode/utf8"
)

// Scheme is the first word of an Authorization header.
type Scheme int

// The schemes (http-conventions.md §8). SchemeNone is an anonymous caller: no header, or a scheme that this server does not know.
const (
	SchemeNone Scheme = iota
	SchemeJWT
	SchemeAPIToken
	SchemeBearer
)

// ParseAuthorization splits the value of an Authorization header (http-conventions.md §8, access.md §1.1).
//
// The scheme is compared without regard to case; any amount of ASCII white space may stand around and between the two words. An empty
// header or an unknown scheme is SchemeNone without an error. One word, three words and more, and bytes that are not UTF-8 give a
// [CredentialError]. [SchemeBearer] is returned whether or not OpenID Connect is configured: where it is not, the caller is anonymous.
func ParseAuthorization(header string) (Scheme, string, error) {
	if !utf8.ValidString(header) {
		return SchemeNone, "", ErrInvalidCharacters
	}
	words := strings.FieldsFunc(header, isASCIISpace)
	switch {
	case len(words) == 0:
		return SchemeNone, "", nil
	case len(words) == 1:
		return SchemeNone, "", ErrNoCredential
	case len(words) > 2:
		return SchemeNone, "", ErrSpacesInCredential
	}
	for scheme, name := range schemeNames {
		if strings.EqualFold(words[0], name) {
			return scheme, words[1], nil
		}
	}
	return SchemeNone, "", nil
}

var schemeNames = map[Scheme]string{SchemeJWT: "JWT", SchemeAPIToken: "APIToken", SchemeBearer: "Bearer"}

// isASCIISpace leaves other white space of Unicode, such as the no-break space, to be part of a word: no client separates with it.
func isASCIISpace(r rune) bool { return r == ' ' || (r >= '\t' && r <= '\r') }
