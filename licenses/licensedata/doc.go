// Package licensedata reads the documents in which license data are published, and holds a snapshot of those that may be part of the binary, so
// that a server without a network has a full catalogue (licenses.md §3).
//
// Documents come from the network or from files, so nothing in them is trusted: a document is read as a whole or refused. What becomes of its
// content is the affair of package licenses.
package licensedata

//go:generate go run ./generate
