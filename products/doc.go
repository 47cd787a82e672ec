// Package products holds what happens when products, groups, branches, services and memberships change: defaults and cross-field rules,
// the default branch, the security gate, live counts, the risk acceptance expiry date and deletions (core-products.md).
//
// Findings themselves are the affair of package observations, HTTP that of package handlers.
package products
