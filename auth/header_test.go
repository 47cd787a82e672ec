package auth

import (
	"errors"
	"strings"
	"testing"
)

func TestParseAuthorization(t *testing.T) {
	const (
		noCredential = "Invalid token header: No credentials provided."
		spaces       = "Invalid token header: Token string should not contain spaces."
		characters   = "Invalid token header: Token string should not contain invalid characters."
	)
	for given, want := range map[string]struct {
		scheme     Scheme
		credential string
		err        string
	}{
		"":                         {},
		"   \t ":                   {},
		"JWT a.b.c":                {SchemeJWT, "a.b.c", ""},
		"jwt   a.b.c":              {SchemeJWT, "a.b.c", ""},
		"\tJwT\t \va.b.c  ":        {SchemeJWT, "a.b.c", ""},
		"APIToken api_token_x":     {SchemeAPIToken, "api_token_x", ""},
		"apitoken API_TOKEN_X":     {SchemeAPIToken, "API_TOKEN_X", ""},
		"Bearer x":                 {SchemeBearer, "x", ""},
		"BEARER x":                 {SchemeBearer, "x", ""},
		"Basic x":                  {},
		"Token x":                  {},
		"JWTs x":                   {},
		"JWT, x":                   {},
		"JWT\u00a0x":               {err: noCredential},
		"JWT x\u00a0y":             {SchemeJWT, "x\u00a0y", ""},
		"JWT":                      {err: noCredential},
		"  APIToken  ":             {err: noCredential},
		"abc":                      {err: noCredential},
		"JWT a b":                  {err: spaces},
		"Basic a b":                {err: spaces},
		"a b c d e":                {err: spaces},
		"JWT \xff":                 {err: characters},
		"\xc3\x28":                 {err: characters},
		"Basic \xfe":               {err: characters},
		"JWT ünïcode":              {SchemeJWT, "ünïcode", ""},
		strings.Repeat("x ", 1000): {err: spaces},
	} {
		scheme, credential, err := ParseAuthorization(given)
		text := ""
		if err != nil {
			text = err.Error()
		}
		if scheme != want.scheme || credential != want.credential || text != want.err {
			t.Errorf("%q: got %v, %q, %q; want %+v", given, scheme, credential, text, want)
		}
	}
}

func FuzzParseAuthorization(f *testing.F) {
	for _, seed := range []string{"", "JWT x", "APIToken x", "bearer\tx", "x", "a b c", "JWT \xff", "Ｊwt x"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, given string) {
		scheme, credential, err := ParseAuthorization(given)
		var refusal CredentialError
		if err != nil && !errors.As(err, &refusal) {
			t.Errorf("%q: not a refusal: %v", given, err)
		}
		if (scheme == SchemeNone) != (credential == "") {
			t.Errorf("%q: scheme %v with credential %q", given, scheme, credential)
		}
		if strings.ContainsAny(credential, " \t\r\n") || !strings.Contains(given, credential) {
			t.Errorf("%q: credential %q", given, credential)
		}
	})
}
