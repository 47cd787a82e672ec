package handlers_test

import (
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"secobserve/auth"
	"secobserve/db"
	"secobserve/handlers"
	"secobserve/model"
)

// sessionSecret is what the server signs sessions with.
func (a *api) sessionSecret(keys auth.Keys) []byte {
	a.t.Helper()
	var secret []byte
	if err := a.store.View(a.t.Context(), func(tx *db.Tx) error {
		stored, err := db.JWTSecret.Get(tx)
		if err != nil {
			return err
		}
		secret, err = keys.Decrypt(string(stored))
		return err
	}); err != nil {
		a.t.Fatal(err)
	}
	return secret
}

// TestSessions_Confusion: session tokens that only nearly are some (RFC 8725). What [auth.Verify] refuses by itself is in TestVerifyRefuses.
func TestSessions_Confusion(t *testing.T) {
	var keys auth.Keys
	a := newAPIWith(t, func(_ *api, c *handlers.Config) { keys = c.Keys })
	admin := a.admin()
	mira, id := a.newUser(admin, "mira", false)
	secret := a.sessionSecret(keys)
	claims := func(changes map[string]any) map[string]any {
		all := map[string]any{"exp": a.now.Unix() + 600, "username": "mira", "uid": json.Number(id), "tv": a.tokenVersion("mira")}
		for name, value := range changes {
			all[name] = value
		}
		return all
	}
	signed := func(changes map[string]any) string {
		return "JWT " + signHMAC(t, secret, `{"alg":"HS256","typ":"JWT"}`, claims(changes))
	}
	a.do("GET", "/api/users/me/", signed(nil), nil).want(200, "mira")

	private, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	public := pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: x509.MarshalPKCS1PublicKey(&private.PublicKey)})
	valid := strings.TrimPrefix(mira, "JWT ")
	payload := strings.Split(valid, ".")[1]
	raw := base64.RawURLEncoding.EncodeToString
	token := a.do("POST", "/api/api_tokens/", mira, map[string]any{}).want(201, "").object()["token"].(string)
	for what, authorization := range map[string]string{
		"no algorithm":                       "JWT " + raw([]byte(`{"alg":"none","typ":"JWT"}`)) + "." + payload + ".",
		"no algorithm, with the signature":   "JWT " + raw([]byte(`{"alg":"none","typ":"JWT"}`)) + "." + strings.SplitN(valid, ".", 2)[1],
		"an RSA signature":                   "JWT " + signRSA(t, private, `{"alg":"RS256","typ":"JWT"}`, claims(nil)),
		"an RSA signature called HS256":      "JWT " + signRSA(t, private, `{"alg":"HS256","typ":"JWT"}`, claims(nil)),
		"the public key as the secret":       "JWT " + signHMAC(t, public, `{"alg":"HS256","typ":"JWT"}`, claims(nil)),
		"RS256 with the secret":              "JWT " + signHMAC(t, secret, `{"alg":"RS256","typ":"JWT"}`, claims(nil)),
		"a key id that is a path":            "JWT " + signHMAC(t, secret, `{"alg":"HS256","typ":"JWT","kid":"../../../dev/null"}`, claims(nil)),
		"a key id that is SQL":               "JWT " + signHMAC(t, secret, `{"alg":"HS256","typ":"JWT","kid":"' UNION SELECT 'x"}`, claims(nil)),
		"a key from elsewhere":               "JWT " + signHMAC(t, secret, `{"alg":"HS256","typ":"JWT","jku":"https://evil.example/jwks"}`, claims(nil)),
		"a critical extension":               "JWT " + signHMAC(t, secret, `{"alg":"HS256","typ":"JWT","crit":["b64"],"b64":false}`, claims(nil)),
		"the empty secret":                   "JWT " + signHMAC(t, nil, `{"alg":"HS256","typ":"JWT"}`, claims(nil)),
		"a secret of another server":         "JWT " + signHMAC(t, auth.NewSecret(), `{"alg":"HS256","typ":"JWT"}`, claims(nil)),
		"expired":                            signed(map[string]any{"exp": a.now.Unix()}),
		"the id of another user":             signed(map[string]any{"uid": 1}),
		"another user with the own id":       signed(map[string]any{"username": "admin"}),
		"no id":                              signed(map[string]any{"uid": nil}),
		"an id as text":                      signed(map[string]any{"uid": id}),
		"an id as a list":                    signed(map[string]any{"uid": []string{id}}),
		"an id as a fraction":                signed(map[string]any{"uid": json.Number(id + ".5")}),
		"a negative id":                      signed(map[string]any{"uid": json.Number("-" + id)}),
		"a username as an object":            signed(map[string]any{"username": map[string]any{"$ne": ""}}),
		"a username in other case":           signed(map[string]any{"username": "MIRA"}),
		"an older version":                   signed(map[string]any{"tv": a.tokenVersion("mira") - 1}),
		"a version to come":                  signed(map[string]any{"tv": a.tokenVersion("mira") + 1}),
		"a version as text":                  signed(map[string]any{"tv": "0"}),
		"the hidden user of a product token": signed(map[string]any{"username": "-product-1-ci-api_token-"}),
		"a session as an API token":          "APIToken " + valid,
		"a session as an ID token":           "Bearer " + valid,
		"an API token as a session":          "JWT " + token,
		"an API token as an ID token":        "Bearer " + token,
		"basic credentials":                  "Basic " + base64.StdEncoding.EncodeToString([]byte("admin:"+adminPassword)),
		"two sessions":                       "JWT " + valid + " " + valid,
	} {
		if got := a.do("GET", "/api/users/me/", authorization, nil); got.status != 401 {
			t.Errorf("%s: status %d, body %.200s", what, got.status, got.body)
		}
	}
	a.do("GET", "/api/users/me/?jwt="+valid+"&access_token="+valid, "", nil).want(401, "")
}

// TestSessions_End: a session ends with the password, the account, its time and the secret, and not before.
func TestSessions_End(t *testing.T) {
	for what, end := range map[string]func(a *api, admin, id string){
		"new password": func(a *api, admin, id string) { a.setPassword(admin, id, "Other-Way-Home-9") },
		"deactivation": func(a *api, admin, id string) {
			a.do("PATCH", "/api/users/"+id+"/", admin, map[string]any{"is_active": false}).want(200, "")
		},
		"deletion": func(a *api, admin, id string) { a.do("DELETE", "/api/users/"+id+"/", admin, nil).want(204, "") },
		"renaming": func(a *api, admin, id string) {
			a.do("PATCH", "/api/users/"+id+"/", admin, map[string]any{"username": "eva"}).want(200, "")
		},
		"new secret":      func(a *api, admin, _ string) { a.do("POST", "/api/jwt_secret/reset/", admin, nil).want(204, "") },
		"end of its time": func(a *api, _, _ string) { a.now = a.now.Add(8 * 24 * time.Hour) },
	} {
		t.Run(what, func(t *testing.T) {
			a := newAPI(t)
			admin := a.admin()
			mira, id := a.newUser(admin, "mira", false)
			a.do("GET", "/api/users/me/", mira, nil).want(200, "mira")
			end(a, admin, id)
			a.do("GET", "/api/users/me/", mira, nil).want(401, "")
		})
	}
}

func (a *api) setPassword(admin, id, password string) {
	a.t.Helper()
	a.do("PATCH", "/api/users/"+id+"/change_password/", admin, map[string]string{"current_password": adminPassword, "new_password_1": password,
		"new_password_2": password}).want(204, "")
}

func (a *api) tokenVersion(username string) (version int) {
	a.t.Helper()
	if err := a.store.View(a.t.Context(), func(tx *db.Tx) error {
		user, err := db.Users.Find(tx, "username", db.Key(username))
		if err == nil {
			version = user.TokenVersion
		}
		return err
	}); err != nil {
		a.t.Fatal(err)
	}
	return version
}

func unsigned(t *testing.T, header string, claims map[string]any) string {
	t.Helper()
	payload, err := json.Marshal(claims)
	if err != nil {
		t.Fatal(err)
	}
	return base64.RawURLEncoding.EncodeToString([]byte(header)) + "." + base64.RawURLEncoding.EncodeToString(payload)
}

func signHMAC(t *testing.T, secret []byte, header string, claims map[string]any) string {
	t.Helper()
	text := unsigned(t, header, claims)
	signature, err := jwt.SigningMethodHS256.Sign(text, secret)
	if err != nil {
		t.Fatal(err)
	}
	return text + "." + base64.RawURLEncoding.EncodeToString(signature)
}

func signRSA(t *testing.T, key *rsa.PrivateKey, header string, claims map[string]any) string {
	t.Helper()
	text := unsigned(t, header, claims)
	sum := sha256.Sum256([]byte(text))
	signature, err := rsa.SignPKCS1v15(rand.Reader, key, crypto.SHA256, sum[:])
	if err != nil {
		t.Fatal(err)
	}
	return text + "." + base64.RawURLEncoding.EncodeToString(signature)
}

// TestSessions_ForgedTokenUser: the names of the hidden users of product tokens cannot be taken by people, and those users cannot log in.
func TestSessions_ForgedTokenUser(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "shop")
	a.newToken(admin, product, 5)
	name := model.ProductTokenUsername(idOf(t, product), "ci")
	a.do("POST", "/api/users/", admin, map[string]any{"username": name}).want(400, "")
	for _, password := range []string{"", "x", adminPassword} {
		got := a.do("POST", "/api/authentication/authenticate/", "", map[string]string{"username": name, "password": password})
		if got.status != 403 && got.status != 400 {
			t.Errorf("the user of a token logs in with %q: %d %s", password, got.status, got.body)
		}
	}
}

// TestSessions_UnknownUsers: a refused login does not tell whether there is such a user, whether he is active, or has a password.
func TestSessions_UnknownUsers(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	a.newUser(admin, "mira", false)
	_, id := a.newUser(admin, "gone", false)
	a.do("PATCH", "/api/users/"+id+"/", admin, map[string]any{"is_active": false}).want(200, "")
	a.do("POST", "/api/users/", admin, map[string]any{"username": "new"}).want(201, "")
	a.newToken(admin, a.newProduct(admin, "shop"), 5)
	try := func(username, password string) string {
		got := a.do("POST", "/api/authentication/authenticate/", "", map[string]string{"username": username, "password": password})
		got.header.Del("X-Request-Id")
		return fmt.Sprint(got.status, got.header, got.body)
	}
	wrong := try("mira", "Wrong-Way-Home-1")
	for what, got := range map[string]string{
		"an unknown user":             try("nobody", "Wrong-Way-Home-1"),
		"a deactivated user":          try("gone", "Wrong-Way-Home-1"),
		"his right password":          try("gone", "Long-Way-Home-"+id),
		"a user without a password":   try("new", "Wrong-Way-Home-1"),
		"the hidden user of a token":  try("-product-1-ci-api_token-", "Wrong-Way-Home-1"),
		"a name with other letters":   try("MIRA", "Wrong-Way-Home-1"),
		"a name with a zero byte":     try("mira\x00", "Wrong-Way-Home-1"),
		"a name beyond all lengths":   try(strings.Repeat("m", 5000), "Wrong-Way-Home-1"),
		"a password that is too long": try("mira", strings.Repeat("x", 100000)),
	} {
		if got != wrong {
			t.Errorf("%s:\n\t%s\n\t%s", what, got, wrong)
		}
	}
}
