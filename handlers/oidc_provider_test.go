package handlers_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"encoding/json"
	"maps"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"github.com/go-jose/go-jose/v4"

	"secobserve/auth/oidc"
	"secobserve/handlers"
)

// provider is an OpenID Connect provider as far as a server that validates tokens sees one: a discovery document and keys.
type provider struct {
	t      *testing.T
	server *httptest.Server

	mu      sync.Mutex
	private map[string]signingKey
	fetches int
	down    string // the path prefix that answers with errors
}

type signingKey struct {
	algorithm jose.SignatureAlgorithm
	private   any
	public    any
}

func newProvider(t *testing.T) *provider {
	t.Helper()
	p := &provider{t: t, private: map[string]signingKey{}}
	mux := http.NewServeMux()
	mux.HandleFunc("/.well-known/openid-configuration", func(w http.ResponseWriter, r *http.Request) {
		p.answer(w, r, map[string]any{"issuer": p.server.URL, "jwks_uri": p.server.URL + "/keys"})
	})
	mux.HandleFunc("/keys", func(w http.ResponseWriter, r *http.Request) {
		p.mu.Lock()
		p.fetches++
		set := []any{map[string]any{"kty": "quantum", "kid": "future"}, map[string]any{"kty": "oct", "kid": "secret", "k": "c2VjcmV0"}}
		for id, key := range p.private {
			set = append(set, jose.JSONWebKey{Key: key.public, KeyID: id, Algorithm: string(key.algorithm), Use: "sig"})
		}
		p.mu.Unlock()
		p.answer(w, r, map[string]any{"keys": set})
	})
	p.server = httptest.NewServer(mux)
	t.Cleanup(p.server.Close)
	p.rotate("rsa-1", jose.RS256)
	return p
}

func (p *provider) answer(w http.ResponseWriter, r *http.Request, body any) {
	p.mu.Lock()
	down := p.down
	p.mu.Unlock()
	if down != "" && strings.HasPrefix(r.URL.Path, down) {
		http.Error(w, "out of order", http.StatusInternalServerError)
		return
	}
	_ = json.NewEncoder(w).Encode(body)
}

func (p *provider) breakDown(prefix string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.down = prefix
}

func (p *provider) fetched() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.fetches
}

// rotate replaces all keys by a new one.
func (p *provider) rotate(id string, algorithm jose.SignatureAlgorithm) {
	p.t.Helper()
	key := signingKey{algorithm: algorithm}
	if algorithm == jose.RS256 {
		private, err := rsa.GenerateKey(rand.Reader, 2048)
		if err != nil {
			p.t.Fatal(err)
		}
		key.private, key.public = private, private.Public()
	} else {
		private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
		if err != nil {
			p.t.Fatal(err)
		}
		key.private, key.public = private, private.Public()
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.private = map[string]signingKey{id: key}
}

// token is an Authorization header with the claims, signed with the key of the id.
func (p *provider) token(id string, claims map[string]any) string {
	p.t.Helper()
	p.mu.Lock()
	key := p.private[id]
	p.mu.Unlock()
	return "Bearer " + sign(p.t, key.algorithm, key.private, id, claims)
}

func sign(t *testing.T, algorithm jose.SignatureAlgorithm, key any, id string, claims map[string]any) string {
	t.Helper()
	signer, err := jose.NewSigner(jose.SigningKey{Algorithm: algorithm, Key: jose.JSONWebKey{Key: key, KeyID: id}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	payload, err := json.Marshal(claims)
	if err != nil {
		t.Fatal(err)
	}
	signed, err := signer.Sign(payload)
	if err != nil {
		t.Fatal(err)
	}
	compact, err := signed.CompactSerialize()
	if err != nil {
		t.Fatal(err)
	}
	return compact
}

// claims are those of a valid token of mira, with changes; a nil value removes a claim.
func (p *provider) claims(a *api, changes map[string]any) map[string]any {
	now := a.now.Unix()
	c := map[string]any{"iss": p.server.URL, "aud": "so", "sub": "4711", "exp": now + 300, "iat": now, "preferred_username": "mira",
		"given_name": "Mira", "family_name": "Holm", "email": "mira@corp.test"}
	maps.Copy(c, changes)
	maps.DeleteFunc(c, func(_ string, value any) bool { return value == nil })
	return c
}

// newSingleSignOn is a server that trusts a provider.
func newSingleSignOn(t *testing.T, change func(*oidc.Config)) (*api, *provider) {
	t.Helper()
	p := newProvider(t)
	config := oidc.Config{Authority: p.server.URL + "/", ClientID: "so", Client: p.server.Client(), Claims: oidc.ClaimNames{
		Username: "preferred_username", FirstName: "given_name", LastName: "family_name", Email: "email", Groups: "groups"}}
	change(&config)
	a := newAPIWith(t, func(a *api, c *handlers.Config) {
		c.OIDC = oidc.New(config, c.Clock)
	})
	return a, p
}
