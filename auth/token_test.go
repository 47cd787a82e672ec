package auth

import (
	"encoding/hex"
	"regexp"
	"testing"
)

func TestNewTokens(t *testing.T) {
	for name, test := range map[string]struct {
		make func() string
		form string
	}{
		"API token": {NewAPIToken, `^api_token_[A-Za-z0-9]{43}$`},
		"password":  {NewPassword, `^[A-Za-z0-9]{22}$`},
	} {
		form, seen := regexp.MustCompile(test.form), map[string]bool{}
		for range 200 {
			text := test.make()
			if !form.MatchString(text) || seen[text] {
				t.Fatalf("%s: %q, seen before: %v", name, text, seen[text])
			}
			seen[text] = true
		}
	}
}

func TestRandomIsEven(t *testing.T) {
	const draws = 620_000
	counts := map[rune]int{}
	for _, r := range randomAlphanumeric(draws) {
		counts[r]++
	}
	if len(counts) != len(alphanumeric) {
		t.Fatalf("%d different characters", len(counts))
	}
	// 10,000 expected of each, with a standard deviation of 100; a plain modulo would give eight characters 12,000.
	for r, n := range counts {
		if n < 9_000 || n > 11_000 {
			t.Errorf("%c: %d times", r, n)
		}
	}
}

func TestHashAPIToken(t *testing.T) {
	a, b := HashAPIToken("abc"), HashAPIToken("abd")
	// FIPS 180-4, example of SHA-256.
	if got := hex.EncodeToString(a[:]); got != "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" {
		t.Errorf("got %s", got)
	}
	if !EqualAPITokenHash(a, HashAPIToken("abc")) || EqualAPITokenHash(a, b) {
		t.Error("comparison is wrong")
	}
}
