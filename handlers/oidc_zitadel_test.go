package handlers_test

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/go-jose/go-jose/v4"
	"github.com/zitadel/oidc/v3/example/server/exampleop"
	"github.com/zitadel/oidc/v3/example/server/storage"
	"github.com/zitadel/oidc/v3/pkg/op"

	"secobserve/auth/oidc"
	"secobserve/handlers"
)

// realProvider is the OpenID provider of the zitadel project, in this process, with signing keys that can be changed.
type realProvider struct {
	*storage.Storage
	t      *testing.T
	server *httptest.Server
	key    atomic.Pointer[realKey]
	down   atomic.Bool
}

// realKey is a key of the provider, the private half or the public one.
type realKey struct {
	id        string
	algorithm jose.SignatureAlgorithm
	key       any
}

func (k *realKey) SignatureAlgorithm() jose.SignatureAlgorithm { return k.algorithm }
func (k *realKey) Algorithm() jose.SignatureAlgorithm          { return k.algorithm }
func (k *realKey) Use() string                                 { return "sig" }
func (k *realKey) Key() any                                    { return k.key }
func (k *realKey) ID() string                                  { return k.id }

func (p *realProvider) SigningKey(context.Context) (op.SigningKey, error) { return p.key.Load(), nil }

func (p *realProvider) SignatureAlgorithms(context.Context) ([]jose.SignatureAlgorithm, error) {
	return []jose.SignatureAlgorithm{p.key.Load().algorithm}, nil
}

func (p *realProvider) KeySet(context.Context) ([]op.Key, error) {
	k := p.key.Load()
	private := jose.JSONWebKey{Key: k.key}
	public := private.Public()
	return []op.Key{&realKey{k.id, k.algorithm, public.Key}}, nil
}

// rotate has the provider sign with a new key from now on.
func (p *realProvider) rotate(id string, algorithm jose.SignatureAlgorithm) {
	p.t.Helper()
	keys := &provider{t: p.t}
	keys.rotate(id, algorithm)
	p.key.Store(&realKey{id, algorithm, keys.private[id].private})
}

const redirectURI = "http://localhost/auth/callback"

func newRealProvider(t *testing.T) (*api, *realProvider) {
	t.Helper()
	p := &realProvider{t: t}
	var handler http.Handler
	p.server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if p.down.Load() {
			http.Error(w, "out of order", http.StatusServiceUnavailable)
			return
		}
		handler.ServeHTTP(w, r)
	}))
	t.Cleanup(p.server.Close)
	p.rotate("first", jose.RS256)
	p.Storage = storage.NewStorageWithClients(storage.NewUserStore(p.server.URL), map[string]*storage.Client{"so": storage.NativeClient("so", redirectURI)})
	handler = exampleop.SetupServer(p.server.URL, p, nil, false)
	config := oidc.Config{Authority: p.server.URL, ClientID: "so", Client: p.server.Client(), Claims: oidc.ClaimNames{Username: "sub", FirstName: "given_name",
		LastName: "family_name", Email: "email", Groups: "groups"}}
	a := newAPIWith(t, func(_ *api, c *handlers.Config) { c.OIDC = oidc.New(config, c.Clock) })
	a.now = time.Now()
	return a, p
}

// signIn goes through the authorization code flow with PKCE, as the browser does, and returns the ID token as an Authorization header.
func (p *realProvider) signIn() string {
	p.t.Helper()
	var endpoints struct {
		Authorization string `json:"authorization_endpoint"`
		Token         string `json:"token_endpoint"`
	}
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	decode := func(answer *http.Response, err error, into any) {
		p.t.Helper()
		if err != nil {
			p.t.Fatal(err)
		}
		defer answer.Body.Close() //nolint:errcheck // read to its end
		if err := json.NewDecoder(answer.Body).Decode(into); err != nil || answer.StatusCode != http.StatusOK {
			p.t.Fatalf("%s: %d %v", answer.Request.URL, answer.StatusCode, err)
		}
	}
	follow := func(answer *http.Response, err error) *url.URL {
		p.t.Helper()
		if err != nil {
			p.t.Fatal(err)
		}
		defer answer.Body.Close() //nolint:errcheck // not read
		to, err := answer.Location()
		if err != nil {
			p.t.Fatalf("%s: %d without a redirection: %v", answer.Request.URL, answer.StatusCode, err)
		}
		return to
	}
	answer, err := client.Get(p.server.URL + "/.well-known/openid-configuration")
	decode(answer, err, &endpoints)

	verifier := strings.Repeat("v", 64)
	challenge := sha256.Sum256([]byte(verifier))
	query := url.Values{"client_id": {"so"}, "redirect_uri": {redirectURI}, "response_type": {"code"}, "scope": {"openid profile email"}, "state": {"s"},
		"nonce": {"n"}, "code_challenge_method": {"S256"}, "code_challenge": {base64.RawURLEncoding.EncodeToString(challenge[:])}}
	login := follow(client.Get(endpoints.Authorization + "?" + query.Encode()))
	callback := follow(client.PostForm(login.String(), url.Values{"id": {login.Query().Get("authRequestID")},
		"username": {"test-user@127.0.0.1"}, "password": {"verysecure"}}))
	back := follow(client.Get(callback.String()))

	var tokens struct {
		ID string `json:"id_token"`
	}
	answer, err = client.PostForm(endpoints.Token, url.Values{"grant_type": {"authorization_code"}, "code": {back.Query().Get("code")},
		"redirect_uri": {redirectURI}, "client_id": {"so"}, "code_verifier": {verifier}})
	decode(answer, err, &tokens)
	return "Bearer " + tokens.ID
}

// The whole way with a provider that is not ours: code flow with PKCE, keys of both kinds, rotation, a clock that is wrong, a provider that is down.
func TestOIDC_RealProvider(t *testing.T) {
	a, p := newRealProvider(t)
	rsa := p.signIn()
	a.do("GET", "/api/users/me/", rsa, nil).want(200, `"is_oidc_user":true`)

	p.rotate("second", jose.ES256)
	a.now = a.now.Add(31 * time.Second) // an unknown key does not ask again at once
	ec := p.signIn()
	a.do("GET", "/api/users/me/", ec, nil).want(200, `"username":"id1"`)
	a.do("GET", "/api/users/me/", rsa, nil).want(401, `Unable to find a signing key that matches: \"first\"`)
	if count := a.do("GET", "/api/users/?username=id1", a.admin(), nil).want(200, "").object()["count"]; count != 1.0 {
		t.Errorf("%v users for one person", count)
	}

	ahead := a.now
	a.now = a.now.Add(-20 * time.Second)
	a.do("GET", "/api/users/me/", p.signIn(), nil).want(200, "") // the clocks differ by some seconds
	a.now = ahead.Add(-time.Hour)
	a.do("GET", "/api/users/me/", p.signIn(), nil).want(401, "The token is not yet valid (iat)")
	a.now = ahead.Add(48 * time.Hour)
	a.do("GET", "/api/users/me/", ec, nil).want(401, "Signature has expired")
	a.now = ahead

	forged := strings.Split(ec, ".")
	a.do("GET", "/api/users/me/", forged[0]+"."+forged[1]+"."+strings.Repeat("A", len(forged[2])), nil).want(401, "Signature verification failed")

	p.rotate("third", jose.RS256)
	unknown := p.signIn()
	p.down.Store(true)
	a.now = a.now.Add(time.Minute)
	a.do("GET", "/api/users/me/", ec, nil).want(200, "") // with the keys that are known
	a.do("GET", "/api/users/me/", unknown, nil).want(401, "Unable to find a signing key")
}

// A server that has never reached the provider says so.
func TestOIDC_RealProviderDown(t *testing.T) {
	a, p := newRealProvider(t)
	token := p.signIn()
	p.down.Store(true)
	a.do("GET", "/api/users/me/", token, nil).want(503, "")
	p.down.Store(false)
	a.now = a.now.Add(time.Minute)
	a.do("GET", "/api/users/me/", token, nil).want(200, `"username":"id1"`)
}
