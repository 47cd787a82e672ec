package auth

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
)

const alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

const (
	// APITokenPrefix starts every API token, so that people and secret scanners recognise one.
	APITokenPrefix = "api_token_"
	// apiTokenLength: 62^43 is just over 2^256 (access.md §4.1).
	apiTokenLength = 43
	// passwordLength: 22 letters and digits, 131 bits (access.md §1.7).
	passwordLength = 22
)

// NewAPIToken returns a new secret API token: [APITokenPrefix] and 43 random letters and digits, 256 bits (access.md §4.1).
func NewAPIToken() string { return APITokenPrefix + randomAlphanumeric(apiTokenLength) }

// NewPassword returns 22 random letters and digits, for the first administrator (access.md §1.7).
func NewPassword() string { return randomAlphanumeric(passwordLength) }

// HashAPIToken is what is stored of an API token and looked up by: the SHA-256 of the whole token, prefix included. A token of 256
// random bits needs no slow hash.
func HashAPIToken(token string) [sha256.Size]byte { return sha256.Sum256([]byte(token)) }

// EqualAPITokenHash compares two hashes in constant time. Looking one up by index already tells little, because an attacker cannot
// choose the hash of what he sends; this closes the rest.
func EqualAPITokenHash(a, b [sha256.Size]byte) bool {
	return subtle.ConstantTimeCompare(a[:], b[:]) == 1
}

// randomAlphanumeric draws each character evenly: bytes that do not fit a whole number of alphabets are thrown away.
func randomAlphanumeric(length int) string {
	const usable = 256 / len(alphanumeric) * len(alphanumeric)
	text := make([]byte, 0, length)
	random := make([]byte, 2*length)
	for {
		rand.Read(random)
		for _, b := range random {
			if int(b) >= usable {
				continue
			}
			text = append(text, alphanumeric[int(b)%len(alphanumeric)])
			if len(text) == length {
				return string(text)
			}
		}
	}
}
