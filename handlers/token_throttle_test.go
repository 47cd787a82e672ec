package handlers_test

import (
	"testing"
	"time"
)

// Guessed API tokens are counted per address: after ten of them in five minutes further ones are refused for a while. Right tokens and logins
// from the same address still pass (access.md §1.4).
func TestFailedTokensAreThrottled(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	good := a.newToken(admin, a.newProduct(admin, "shop"), 2)
	for range 10 {
		a.do("GET", "/api/products/", "APIToken api_token_guessed", nil).want(401, "Invalid API token.")
	}
	refused := a.do("GET", "/api/products/", "APIToken api_token_guessed", nil).want(429, "")
	if refused.header.Get("Retry-After") == "" {
		t.Error("no Retry-After")
	}
	a.do("GET", "/api/products/", good, nil).want(200, "")
	a.admin()
	a.now = a.now.Add(5*time.Minute + time.Second)
	a.do("GET", "/api/products/", "APIToken api_token_guessed", nil).want(401, "Invalid API token.")
}
