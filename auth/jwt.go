package auth

import (
	"bytes"
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"secobserve/model"
)

const (
	secretLength = 64
	// minSecretLength is the output size of SHA-256, the least that RFC 7518 §3.2 allows for HS256.
	minSecretLength = 32
)

// Claims is what a session token says about its user (access.md §3.2, §3.3).
//
// A valid token says who logged in once, not who may come in now: the caller looks the user up by Username and refuses with
// [ErrInvalidToken] when there is none, or when the stored id or token version is another one.
type Claims struct {
	Username  string
	FirstName string
	LastName  string
	FullName  string
	// UserID keeps a token from passing to whoever gets the name after a renaming.
	UserID model.ID
	// TokenVersion is raised on password change and deactivation, which voids the older tokens of this user.
	TokenVersion int
	// ExpiresAt is set by [Verify]; [Issue] ignores it.
	ExpiresAt time.Time
}

// payload is the JSON form of Claims. Clients know the four names and exp; uid and tv are private (RFC 7519 §4.3).
type payload struct {
	jwt.RegisteredClaims
	Username     string   `json:"username"`
	FirstName    string   `json:"first_name"`
	LastName     string   `json:"last_name"`
	FullName     string   `json:"full_name"`
	UserID       model.ID `json:"uid"`
	TokenVersion int      `json:"tv"`
}

// NewSecret returns 64 random bytes for signing session tokens (access.md §3.3).
func NewSecret() []byte {
	secret := make([]byte, secretLength)
	rand.Read(secret)
	return secret
}

// Issue signs a session token (RFC 7519, HS256) that expires at now + validity, in whole seconds; a validity of 0 is expired at once.
// It fails for a secret shorter than 32 bytes.
func Issue(secret []byte, claims Claims, validity time.Duration, now time.Time) (string, error) {
	if err := checkSecret(secret); err != nil {
		return "", fmt.Errorf("issue session token: %w", err)
	}
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, payload{
		RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(now.Add(validity))},
		Username:         claims.Username,
		FirstName:        claims.FirstName,
		LastName:         claims.LastName,
		FullName:         claims.FullName,
		UserID:           claims.UserID,
		TokenVersion:     claims.TokenVersion,
	})
	signed, err := token.SignedString(secret)
	if err != nil {
		return "", fmt.Errorf("issue session token: %w", err)
	}
	return signed, nil
}

// Verify checks a session token at the moment now, without leeway, and returns its claims. A refusal is a [CredentialError]; any
// other error is the server's fault (a secret shorter than 32 bytes).
//
// Nothing of the payload is looked at before the signature holds, and the algorithm is pinned: the header may say nothing but alg
// HS256 and a typ, so there is no key id or embedded key to be led astray by (RFC 8725 §3.1, §3.10).
func Verify(secret []byte, token string, now time.Time) (Claims, error) {
	if err := checkSecret(secret); err != nil {
		return Claims{}, fmt.Errorf("verify session token: %w", err)
	}
	body, err := verifiedPayload(secret, token)
	if err != nil {
		return Claims{}, err
	}
	var p payload
	if err := json.Unmarshal(body, &p); err != nil {
		return Claims{}, ErrInvalidPayloadString
	}
	if err := checkTimes(p, now); err != nil {
		return Claims{}, err
	}
	if p.Username == "" {
		return Claims{}, ErrNoUsername
	}
	return Claims{
		Username:     p.Username,
		FirstName:    p.FirstName,
		LastName:     p.LastName,
		FullName:     p.FullName,
		UserID:       p.UserID,
		TokenVersion: p.TokenVersion,
		ExpiresAt:    p.ExpiresAt.Time,
	}, nil
}

// verifiedPayload returns the decoded second segment of a token whose form, algorithm and signature are right. The segments are taken
// apart here, not by the library's parser, because that one decodes the claims before it checks the signature and has one text for
// many faults.
func verifiedPayload(secret []byte, token string) ([]byte, error) {
	segments := strings.SplitN(token, ".", 3)
	if len(segments) < 3 {
		return nil, ErrNotEnoughSegments
	}
	header, ok := decodeSegment(segments[0])
	if !ok {
		return nil, ErrInvalidHeaderPadding
	}
	body, ok := decodeSegment(segments[1])
	if !ok {
		return nil, ErrInvalidPayloadPadding
	}
	signature, ok := decodeSegment(segments[2])
	if !ok {
		return nil, ErrInvalidCryptoPadding
	}
	if err := checkHeader(header); err != nil {
		return nil, err
	}
	signed := token[:len(segments[0])+1+len(segments[1])]
	if err := jwt.SigningMethodHS256.Verify(signed, signature, secret); err != nil {
		return nil, ErrSignature
	}
	return body, nil
}

// issuedHeader is the header of every token that Issue makes.
var issuedHeader = []byte(`{"alg":"HS256","typ":"JWT"}`)

func checkHeader(header []byte) error {
	if bytes.Equal(header, issuedHeader) {
		return nil
	}
	// What follows only finds the right text, and lets through other spellings of the same two members.
	var members map[string]any
	if err := json.Unmarshal(header, &members); err != nil || members == nil {
		return ErrInvalidHeaderString
	}
	if members["alg"] != jwt.SigningMethodHS256.Name {
		return ErrAlgorithm
	}
	for name, value := range members {
		if name == "alg" || (name == "typ" && value == "JWT") {
			continue
		}
		return ErrInvalidHeaderString
	}
	return nil
}

func checkTimes(p payload, now time.Time) error {
	validator := jwt.NewValidator(jwt.WithTimeFunc(func() time.Time { return now }), jwt.WithExpirationRequired(), jwt.WithIssuedAt())
	err := validator.Validate(p)
	if err == nil {
		return nil
	}
	for _, fault := range []struct {
		cause error
		text  CredentialError
	}{
		{jwt.ErrTokenRequiredClaimMissing, ErrMissingExpiry},
		{jwt.ErrTokenUsedBeforeIssued, ErrIssuedInFuture},
		{jwt.ErrTokenNotValidYet, ErrNotYetValid},
		{jwt.ErrTokenExpired, ErrExpired},
	} {
		if errors.Is(err, fault.cause) {
			return fault.text
		}
	}
	return ErrInvalidPayloadString
}

// decodeSegment accepts only what an encoder writes: no padding, no stray bits, and not the line breaks that Go's decoder skips.
func decodeSegment(segment string) ([]byte, bool) {
	if strings.ContainsAny(segment, "\r\n") {
		return nil, false
	}
	decoded, err := base64.RawURLEncoding.Strict().DecodeString(segment)
	return decoded, err == nil
}

func checkSecret(secret []byte) error {
	if len(secret) < minSecretLength {
		return fmt.Errorf("the signing secret has %d bytes, at least %d are needed", len(secret), minSecretLength)
	}
	return nil
}
