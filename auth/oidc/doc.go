// Package oidc lets people in with ID tokens of an OpenID Connect provider (access.md §5): [Verifier] says what a token claims, [Accounts]
// gives the claims an account.
//
// The server takes no part in the login itself, which happens between the browser and the provider. It holds the provider's keys for some
// minutes, so a request seldom waits for the provider, and goes on with them while the provider is away.
//
// What does not live here: HTTP of our own API (package handlers) and the addresses that may be called, which the given client judges.
package oidc
