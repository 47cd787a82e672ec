package oidc

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"github.com/go-jose/go-jose/v4"

	"secobserve/auth"
)

// The refusals of ID tokens beyond those of session tokens (access.md §5.2).
const (
	ErrMissingAudience auth.CredentialError = `Token is missing the "aud" claim`
	ErrAudience        auth.CredentialError = "Audience doesn't match (strict)"
	ErrAudienceList    auth.CredentialError = "Invalid claim format in token (strict)"
	ErrIssuer          auth.CredentialError = "Invalid issuer"
)

// Config says which provider is trusted, for whom, and what its claims are called (access.md §5.1).
type Config struct {
	// Authority is the base URL of the provider.
	Authority string
	// ClientID is the audience that tokens must be made for.
	ClientID string
	// Issuers are the accepted values of the claim iss; none means that it is not looked at.
	Issuers []string
	// Claims are the names of the claims that become fields of the account.
	Claims ClaimNames
	// LinkLocalUsers lets a token take over an account that has been made here.
	LinkLocalUsers bool
	// Client calls the provider.
	Client *http.Client
}

// ClaimNames are the names of claims; all but Username may be "", then the field is not taken from tokens.
type ClaimNames struct{ Username, FirstName, LastName, FullName, Email, Groups string }

// algorithms are those that tokens may be signed with: asymmetric ones, since nobody but the provider may make tokens.
var algorithms = []jose.SignatureAlgorithm{jose.RS256, jose.RS384, jose.RS512, jose.ES256, jose.ES384, jose.ES512, jose.EdDSA}

// Verifier checks ID tokens. It is safe for concurrent use.
type Verifier struct {
	config Config
	keys   *keys
	clock  func() time.Time
}

// New returns a verifier; it does not call the provider before the first token.
func New(c Config, clock func() time.Time) *Verifier {
	return &Verifier{config: c, keys: newKeys(c.Authority, c.Client, clock), clock: clock}
}

// Accounts is how the claims of the verifier's tokens become accounts.
func (v *Verifier) Accounts() Accounts {
	return Accounts{Claims: v.config.Claims, LinkLocalUsers: v.config.LinkLocalUsers}
}

// Verify checks a token, with a tolerance for clocks that differ, and returns who it says is calling. A refusal is an [auth.CredentialError];
// an [UnavailableError] says that the provider has to be asked and does not answer.
func (v *Verifier) Verify(ctx context.Context, token string, skew time.Duration) (Identity, error) {
	header, err := headerOf(token)
	if err != nil {
		return Identity{}, err
	}
	set, err := v.keys.get(ctx, header.KeyID)
	if err != nil {
		return Identity{}, err
	}
	payload, known := set.known(token)
	if !known {
		if payload, err = v.verifySignature(ctx, set, header, token); err != nil {
			return Identity{}, err
		}
	}
	var claims map[string]any
	if err := json.Unmarshal(payload, &claims); err != nil || claims == nil {
		return Identity{}, auth.ErrInvalidPayloadString
	}
	now := v.clock()
	expires, err := checkTimes(claims, now, skew)
	if err != nil {
		return Identity{}, err
	}
	if err := v.checkParties(claims); err != nil {
		return Identity{}, err
	}
	if !known {
		set.remember(token, payload, expires.Add(skew), now)
	}
	return v.config.Claims.identity(claims)
}

func headerOf(token string) (jose.Header, error) {
	if strings.Count(token, ".") < 2 {
		return jose.Header{}, auth.ErrNotEnoughSegments
	}
	signed, err := jose.ParseSignedCompact(token, algorithms)
	var unexpected *jose.ErrUnexpectedSignatureAlgorithm
	switch {
	case errors.As(err, &unexpected):
		return jose.Header{}, auth.ErrAlgorithm
	case err != nil || len(signed.Signatures) != 1:
		return jose.Header{}, auth.ErrInvalidHeaderString
	}
	return signed.Signatures[0].Header, nil
}

// oneKey verifies with the key that the token names and with no other.
type oneKey struct{ key jose.JSONWebKey }

// VerifySignature returns the payload of a token that the key has signed.
func (k oneKey) VerifySignature(_ context.Context, token string) ([]byte, error) {
	signed, err := jose.ParseSignedCompact(token, algorithms)
	if err != nil {
		return nil, err
	}
	return signed.Verify(k.key.Key)
}

func (v *Verifier) verifySignature(ctx context.Context, set *keySet, header jose.Header, token string) ([]byte, error) {
	key, ok := set.byID[header.KeyID]
	if !ok {
		return nil, auth.CredentialError(fmt.Sprintf("Unable to find a signing key that matches: %q", readable(header.KeyID)))
	}
	if key.Algorithm != "" && key.Algorithm != header.Algorithm {
		return nil, auth.ErrSignature
	}
	var names []string
	for _, a := range algorithms {
		names = append(names, string(a))
	}
	// The times and parties are checked by us: with a tolerance, the texts that clients know, and issuers of our own choice.
	verifier := oidc.NewVerifier("", oneKey{key}, &oidc.Config{SupportedSigningAlgs: names, SkipClientIDCheck: true, SkipExpiryCheck: true,
		SkipIssuerCheck: true})
	if _, err := (oneKey{key}).VerifySignature(ctx, token); err != nil {
		return nil, auth.ErrSignature
	}
	verified, err := verifier.Verify(ctx, token)
	if err != nil { // signed, but not of the form of an ID token
		return nil, auth.ErrInvalidPayloadString
	}
	var payload json.RawMessage
	if err := verified.Claims(&payload); err != nil {
		return nil, auth.ErrInvalidPayloadString
	}
	return payload, nil
}

// readable keeps what a caller has sent from filling the answer.
func readable(id string) string {
	const most = 100
	if runes := []rune(id); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return id
}

// checkTimes checks when the token is valid and returns its end.
func checkTimes(claims map[string]any, now time.Time, skew time.Duration) (expires time.Time, err error) {
	exp, issued, notBefore := claims["exp"], claims["iat"], claims["nbf"]
	if exp == nil {
		return expires, auth.ErrMissingExpiry
	}
	for _, start := range []struct {
		claim any
		text  auth.CredentialError
	}{{issued, auth.ErrIssuedInFuture}, {notBefore, auth.ErrNotYetValid}} {
		if start.claim == nil {
			continue
		}
		at, ok := moment(start.claim)
		if !ok {
			return expires, auth.ErrInvalidPayloadString
		}
		if at.After(now.Add(skew)) {
			return expires, start.text
		}
	}
	expires, ok := moment(exp)
	if !ok {
		return expires, auth.ErrInvalidPayloadString
	}
	if !expires.After(now.Add(-skew)) {
		return expires, auth.ErrExpired
	}
	return expires, nil
}

// moment reads a NumericDate (RFC 7519 §2).
func moment(claim any) (time.Time, bool) {
	seconds, ok := claim.(float64)
	if !ok || seconds < 0 || seconds > 1<<40 {
		return time.Time{}, false
	}
	whole := int64(seconds)
	return time.Unix(whole, int64((seconds-float64(whole))*1e9)), true
}

// checkParties checks for whom the token was made, by whom, and that what names its subject is text.
func (v *Verifier) checkParties(claims map[string]any) error {
	audience := claims["aud"]
	if list, ok := audience.([]any); ok {
		if len(list) != 1 {
			return ErrAudienceList
		}
		audience = list[0]
	}
	switch audience := audience.(type) {
	case nil:
		return ErrMissingAudience
	case string:
		if audience != v.config.ClientID {
			return ErrAudience
		}
	default:
		return ErrAudienceList
	}
	issuer, _ := claims["iss"].(string)
	if len(v.config.Issuers) > 0 && !slices.Contains(v.config.Issuers, issuer) {
		return ErrIssuer
	}
	for _, name := range []string{"sub", "jti"} {
		if _, text := claims[name].(string); claims[name] != nil && !text {
			return auth.ErrInvalidPayloadString
		}
	}
	return nil
}
