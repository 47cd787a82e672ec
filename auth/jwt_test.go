package auth

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/google/go-cmp/cmp"
)

var (
	issuedAt = time.Date(2026, 11, 23, 18, 43, 17, 900_000_000, time.UTC)
	secret   = bytes.Repeat([]byte("s3cret!"), 8)
	mira     = Claims{Username: "mira", FirstName: "Mira", LastName: "Ünal", FullName: "Mira Ünal", UserID: 7, TokenVersion: 3}
)

const header = `{"alg":"HS256","typ":"JWT"}`

func encode(text string) string { return base64.RawURLEncoding.EncodeToString([]byte(text)) }

// signed makes a token with any header and payload and a right signature.
func signed(header, payload string) string {
	text := encode(header) + "." + encode(payload)
	signature, err := jwt.SigningMethodHS256.Sign(text, secret)
	if err != nil {
		panic(err)
	}
	return text + "." + encode(string(signature))
}

func TestIssueAndVerify(t *testing.T) {
	token, err := Issue(secret, mira, 168*time.Hour, issuedAt)
	if err != nil {
		t.Fatal(err)
	}
	segments := strings.Split(token, ".")
	if len(segments) != 3 || segments[0] != encode(header) {
		t.Errorf("header is not exactly %s: %s", header, token)
	}
	body, _ := base64.RawURLEncoding.DecodeString(segments[1])
	var payload map[string]any
	if err := json.Unmarshal(body, &payload); err != nil {
		t.Fatal(err)
	}
	expiry := issuedAt.Add(168 * time.Hour).Truncate(time.Second)
	want := map[string]any{"exp": float64(expiry.Unix()), "username": "mira", "first_name": "Mira", "last_name": "Ünal",
		"full_name": "Mira Ünal", "uid": 7.0, "tv": 3.0}
	if diff := cmp.Diff(want, payload); diff != "" {
		t.Error(diff)
	}

	for name, test := range map[string]struct {
		at   time.Time
		want error
	}{
		"at once":            {issuedAt, nil},
		"in the last second": {expiry.Add(-time.Nanosecond), nil},
		"at the expiry":      {expiry, ErrExpired},
		"a year later":       {expiry.AddDate(1, 0, 0), ErrExpired},
	} {
		claims, err := Verify(secret, token, test.at)
		if err != test.want {
			t.Errorf("%s: %v", name, err)
		}
		if err != nil {
			continue
		}
		wanted := mira
		wanted.ExpiresAt = expiry
		if !claims.ExpiresAt.Equal(expiry) {
			t.Errorf("%s: expires at %v", name, claims.ExpiresAt)
		}
		claims.ExpiresAt = expiry
		if diff := cmp.Diff(wanted, claims); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}

	none, err := Issue(secret, mira, 0, issuedAt)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Verify(secret, none, issuedAt); err != ErrExpired {
		t.Errorf("validity 0: %v", err)
	}
	longest, err := Issue(secret, mira, 999_999*time.Hour, issuedAt)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Verify(secret, longest, issuedAt.AddDate(114, 0, 0)); err != nil {
		t.Errorf("longest validity: %v", err)
	}
}

func TestVerifyRefuses(t *testing.T) {
	future, past := issuedAt.Unix()+60, issuedAt.Unix()-60
	good := fmt.Sprintf(`{"exp":%d,"username":"mira"}`, future)
	valid := signed(header, good)
	if _, err := Verify(secret, valid, issuedAt); err != nil {
		t.Fatalf("the token that the others are made from: %v", err)
	}
	segments := strings.Split(valid, ".")
	other, err := Issue(NewSecret(), mira, time.Hour, issuedAt)
	if err != nil {
		t.Fatal(err)
	}
	hs512, err := jwt.NewWithClaims(jwt.SigningMethodHS512, jwt.MapClaims{"exp": future, "username": "mira"}).SignedString(secret)
	if err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct{ token, want string }{
		"empty":                            {"", "Not enough segments"},
		"a word":                           {"nonsense", "Not enough segments"},
		"two segments":                     {segments[0] + "." + segments[1], "Not enough segments"},
		"four segments":                    {valid + ".x", "Invalid crypto padding"},
		"header not base64":                {"a." + segments[1] + "." + segments[2], "Invalid header padding"},
		"header with padding":              {segments[0] + "=." + segments[1] + "." + segments[2], "Invalid header padding"},
		"payload not base64":               {segments[0] + ".a." + segments[2], "Invalid payload padding"},
		"payload in standard base64":       {segments[0] + ".+/+/." + segments[2], "Invalid payload padding"},
		"signature not base64":             {segments[0] + "." + segments[1] + ".a", "Invalid crypto padding"},
		"line break in the signature":      {segments[0] + "." + segments[1] + ".\n" + segments[2], "Invalid crypto padding"},
		"header not JSON":                  {signed("{", good), "Invalid header string"},
		"header not an object":             {signed("[]", good), "Invalid header string"},
		"header null":                      {signed("null", good), "Invalid header string"},
		"alg none":                         {encode(`{"alg":"none","typ":"JWT"}`) + "." + encode(good) + ".", "The specified alg value is not allowed"},
		"alg None, signed":                 {signed(`{"alg":"None","typ":"JWT"}`, good), "The specified alg value is not allowed"},
		"alg in lower case":                {signed(`{"alg":"hs256","typ":"JWT"}`, good), "The specified alg value is not allowed"},
		"member ALG":                       {signed(`{"ALG":"HS256","typ":"JWT"}`, good), "The specified alg value is not allowed"},
		"alg a list":                       {signed(`{"alg":["HS256"],"typ":"JWT"}`, good), "The specified alg value is not allowed"},
		"alg missing":                      {signed(`{"typ":"JWT"}`, good), "The specified alg value is not allowed"},
		"alg RS256 with HMAC":              {signed(`{"alg":"RS256","typ":"JWT"}`, good), "The specified alg value is not allowed"},
		"HS512 with the right secret":      {hs512, "The specified alg value is not allowed"},
		"key id":                           {signed(`{"alg":"HS256","typ":"JWT","kid":"../../dev/null"}`, good), "Invalid header string"},
		"embedded key":                     {signed(`{"alg":"HS256","typ":"JWT","jwk":{"kty":"oct","k":"AA"}}`, good), "Invalid header string"},
		"other type":                       {signed(`{"alg":"HS256","typ":"at+jwt"}`, good), "Invalid header string"},
		"another secret":                   {other, "Signature verification failed"},
		"no signature":                     {segments[0] + "." + segments[1] + ".", "Signature verification failed"},
		"short signature":                  {segments[0] + "." + segments[1] + "." + segments[2][:40], "Signature verification failed"},
		"payload changed":                  {segments[0] + "." + encode(strings.Replace(good, "mira", "root", 1)) + "." + segments[2], "Signature verification failed"},
		"signature before expiry":          {encode(header) + "." + encode(`{"exp":1,"username":"mira"}`) + "." + segments[2], "Signature verification failed"},
		"signature before the payload":     {segments[0] + "." + encode("{") + "." + segments[2], "Signature verification failed"},
		"payload not JSON":                 {signed(header, "{"), "Invalid payload string"},
		"payload a list":                   {signed(header, "[]"), "Invalid payload string"},
		"payload null":                     {signed(header, "null"), `Token is missing the "exp" claim`},
		"exp missing":                      {signed(header, `{"username":"mira"}`), `Token is missing the "exp" claim`},
		"exp null":                         {signed(header, `{"exp":null,"username":"mira"}`), `Token is missing the "exp" claim`},
		"exp text":                         {signed(header, `{"exp":"soon","username":"mira"}`), "Invalid payload string"},
		"exp beyond all numbers":           {signed(header, `{"exp":1e400,"username":"mira"}`), "Invalid payload string"},
		"expired":                          {signed(header, fmt.Sprintf(`{"exp":%d,"username":"mira"}`, past)), "Signature has expired"},
		"expired before username":          {signed(header, fmt.Sprintf(`{"exp":%d}`, past)), "Signature has expired"},
		"not yet":                          {signed(header, fmt.Sprintf(`{"exp":%d,"nbf":%d,"username":"mira"}`, future, future)), "The token is not yet valid (nbf)"},
		"issued in the future":             {signed(header, fmt.Sprintf(`{"exp":%d,"iat":%d,"username":"mira"}`, future, future)), "The token is not yet valid (iat)"},
		"issued in the future and expired": {signed(header, fmt.Sprintf(`{"exp":%d,"iat":%d,"username":"mira"}`, past, future)), "The token is not yet valid (iat)"},
		"no username":                      {signed(header, fmt.Sprintf(`{"exp":%d}`, future)), "No username in JWT"},
		"empty username":                   {signed(header, fmt.Sprintf(`{"exp":%d,"username":""}`, future)), "No username in JWT"},
		"username a number":                {signed(header, fmt.Sprintf(`{"exp":%d,"username":1}`, future)), "Invalid payload string"},
	} {
		t.Run(name, func(t *testing.T) {
			claims, err := Verify(secret, test.token, issuedAt)
			var refusal CredentialError
			if !errors.As(err, &refusal) || err.Error() != test.want {
				t.Errorf("got %v, want %s", err, test.want)
			}
			if claims != (Claims{}) {
				t.Errorf("claims of a refused token: %+v", claims)
			}
		})
	}
}

func TestVerifyAcceptsOtherSpellings(t *testing.T) {
	payload := fmt.Sprintf(`{"username":"mira","iat":%d,"nbf":%d,"exp":%d.5,"more":[1]}`, issuedAt.Unix(), issuedAt.Unix(), issuedAt.Unix()+60)
	for _, header := range []string{`{"typ":"JWT","alg":"HS256"}`, `{ "alg": "HS256" }`} {
		if claims, err := Verify(secret, signed(header, payload), issuedAt); err != nil || claims.Username != "mira" {
			t.Errorf("%s: %+v, %v", header, claims, err)
		}
	}
}

func TestShortSecret(t *testing.T) {
	for _, short := range [][]byte{nil, {}, secret[:31]} {
		var refusal CredentialError
		if _, err := Issue(short, mira, time.Hour, issuedAt); err == nil {
			t.Errorf("Issue signs with %d bytes", len(short))
		}
		if _, err := Verify(short, signed(header, `{}`), issuedAt); err == nil || errors.As(err, &refusal) {
			t.Errorf("Verify with %d bytes: %v", len(short), err)
		}
	}
	if first, second := NewSecret(), NewSecret(); len(first) != 64 || bytes.Equal(first, second) {
		t.Errorf("NewSecret: %x, %x", first, second)
	}
}

func FuzzVerify(f *testing.F) {
	good := signed(header, `{"exp":4102444800,"username":"mira"}`)
	for _, seed := range []string{good, "", "..", "a.b.c", good + "=", "." + good, signed(`{"alg":"none"}`, `{}`), strings.ToUpper(good)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, token string) {
		claims, err := Verify(secret, token, issuedAt)
		if err == nil {
			// The fuzzer does not know the secret, so it can only find the token of the seed again.
			if token != good {
				t.Errorf("forged: %q is %+v", token, claims)
			}
			return
		}
		var refusal CredentialError
		if !errors.As(err, &refusal) {
			t.Errorf("%q: not a refusal: %v", token, err)
		}
	})
}

func BenchmarkIssue(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Issue(secret, mira, time.Hour, issuedAt); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkVerify(b *testing.B) {
	token, err := Issue(secret, mira, time.Hour, issuedAt)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Verify(secret, token, issuedAt); err != nil {
			b.Fatal(err)
		}
	}
}
