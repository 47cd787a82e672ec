package oidc

import (
	"context"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/go-jose/go-jose/v4"
)

const (
	// keysFresh is how long fetched keys are used without asking again.
	keysFresh = 5 * time.Minute
	// keysRetry is the least time between two fetches that a token with an unknown key, or a provider that is away, asks for.
	keysRetry = 30 * time.Second
	// discoveryTimeout and keysTimeout bound the two requests of a fetch, patience both of them while there still are older keys to go on with.
	discoveryTimeout = 60 * time.Second
	keysTimeout      = 30 * time.Second
	patience         = 5 * time.Second

	maxDocument = 1 << 20
	maxVerified = 4096
)

// UnavailableError says that the provider's keys could not be fetched and that there are no older ones.
type UnavailableError struct{ Cause error }

// Error says what failed; it is for the log, not for the caller.
func (e *UnavailableError) Error() string {
	return "fetch the keys of the OpenID Connect provider: " + e.Cause.Error()
}

// Unwrap returns the cause.
func (e *UnavailableError) Unwrap() error { return e.Cause }

// keySet are the provider's keys as of one fetch, with the tokens that they have been found to have signed: when keys change, those have to be
// checked again.
type keySet struct {
	byID map[string]jose.JSONWebKey

	mu       sync.Mutex
	verified map[[sha256.Size]byte]verified
}

// verified is a token whose signature holds.
type verified struct {
	payload []byte
	expires time.Time
}

func (s *keySet) known(token string) (payload []byte, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	v, ok := s.verified[sha256.Sum256([]byte(token))]
	return v.payload, ok
}

// remember keeps a token until it has expired. Their number is bounded: when there is no room, the expired ones go, or else all.
func (s *keySet) remember(token string, payload []byte, expires, now time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.verified) >= maxVerified {
		for hash, v := range s.verified {
			if v.expires.Before(now) {
				delete(s.verified, hash)
			}
		}
	}
	if len(s.verified) >= maxVerified {
		clear(s.verified)
	}
	s.verified[sha256.Sum256([]byte(token))] = verified{payload, expires}
}

// keys fetches the provider's keys and keeps them.
type keys struct {
	authority string
	client    *http.Client
	clock     func() time.Time
	// turn is held by the one request that fetches; the others wait for it.
	turn chan struct{}

	mu      sync.Mutex
	current *keySet
	fetched time.Time // when current was confirmed last
	asked   time.Time // when the provider was asked last, in vain or not
	failure error     // of the last fetch
}

func newKeys(authority string, client *http.Client, clock func() time.Time) *keys {
	return &keys{authority: strings.TrimRight(authority, "/"), client: client, clock: clock, turn: make(chan struct{}, 1)}
}

// get returns keys that are not older than some minutes, or, while the provider is away, the last ones. With a key id that they do not hold
// it asks the provider again, though not too often.
func (k *keys) get(ctx context.Context, id string) (*keySet, error) {
	if k.enough(id) {
		return k.answer()
	}
	select {
	case k.turn <- struct{}{}:
		defer func() { <-k.turn }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if !k.enough(id) { // the one before may have fetched them
		k.refresh(ctx)
	}
	return k.answer()
}

// enough tells whether what is there needs no fetch.
func (k *keys) enough(id string) bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	now := k.clock()
	since := now.Sub(k.asked)
	if k.current == nil { // a provider that is away is asked again soon, but not by every request
		return k.failure != nil && since < time.Second
	}
	_, holds := k.current.byID[id]
	return holds && now.Sub(k.fetched) < keysFresh || since < keysRetry
}

func (k *keys) answer() (*keySet, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.current == nil {
		return nil, &UnavailableError{k.failure}
	}
	return k.current, nil
}

func (k *keys) refresh(ctx context.Context) {
	k.mu.Lock()
	impatient := k.current != nil
	k.mu.Unlock()
	// a browser that goes away must not spoil the fetch for those who wait for it
	ctx = context.WithoutCancel(ctx)
	if impatient {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, patience)
		defer cancel()
	}
	byID, err := k.fetch(ctx)
	k.mu.Lock()
	defer k.mu.Unlock()
	k.asked, k.failure = k.clock(), err
	if err != nil {
		return
	}
	k.fetched = k.asked
	if k.current == nil || !sameKeys(k.current.byID, byID) {
		k.current = &keySet{byID: byID, verified: map[[sha256.Size]byte]verified{}}
	}
}

func sameKeys(a, b map[string]jose.JSONWebKey) bool {
	if len(a) != len(b) {
		return false
	}
	for id, key := range a {
		if other, ok := b[id]; !ok || !equalPublic(key.Key, other.Key) {
			return false
		}
	}
	return true
}

func equalPublic(a, b any) bool {
	switch key := a.(type) {
	case *rsa.PublicKey:
		other, ok := b.(*rsa.PublicKey)
		return ok && key.Equal(other)
	case *ecdsa.PublicKey:
		other, ok := b.(*ecdsa.PublicKey)
		return ok && key.Equal(other)
	case ed25519.PublicKey:
		other, ok := b.(ed25519.PublicKey)
		return ok && key.Equal(other)
	default:
		return false
	}
}

// fetch asks for the discovery document and the keys that it points to. The issuer that the document names is not compared with the address:
// providers are known under several.
func (k *keys) fetch(ctx context.Context) (map[string]jose.JSONWebKey, error) {
	var discovery struct {
		JWKSURI string `json:"jwks_uri"`
	}
	if err := k.read(ctx, discoveryTimeout, k.authority+"/.well-known/openid-configuration", &discovery); err != nil {
		return nil, err
	}
	if discovery.JWKSURI == "" {
		return nil, errors.New("the discovery document has no jwks_uri")
	}
	var set struct {
		Keys []json.RawMessage `json:"keys"`
	}
	if err := k.read(ctx, keysTimeout, discovery.JWKSURI, &set); err != nil {
		return nil, err
	}
	byID := map[string]jose.JSONWebKey{}
	for _, raw := range set.Keys {
		var key jose.JSONWebKey
		if json.Unmarshal(raw, &key) != nil { // kinds of keys that we do not know may stand beside ours
			continue
		}
		if key.KeyID != "" && (key.Use == "sig" || key.Use == "") && equalPublic(key.Key, key.Key) {
			byID[key.KeyID] = key
		}
	}
	if len(byID) == 0 {
		return nil, errors.New("the provider offers no usable key")
	}
	return byID, nil
}

func (k *keys) read(ctx context.Context, timeout time.Duration, address string, into any) error {
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return err
	}
	r.Header.Set("Accept", "application/json")
	answer, err := k.client.Do(r)
	if err != nil {
		return err
	}
	defer answer.Body.Close() //nolint:errcheck // read only
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("get %s: status %d", address, answer.StatusCode)
	}
	body, err := io.ReadAll(io.LimitReader(answer.Body, maxDocument))
	if err != nil {
		return fmt.Errorf("get %s: %w", address, err)
	}
	if err := json.Unmarshal(body, into); err != nil {
		return fmt.Errorf("get %s: %w", address, err)
	}
	return nil
}
