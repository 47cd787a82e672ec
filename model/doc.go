// Package model holds the nouns of the server: products, branches, observations, users and what hangs on them, as plain structs,
// and pure functions on them (normalisation, identity hash, derived severity and status, validation of PURL, CPE and URL texts).
//
// Nothing here does I/O or has a clock of its own. Rows are stored as CBOR maps keyed by the names in the `cbor` tags; these names are
// part of the data file's format: a renamed or retyped field needs a migration in package db.
//
// Conventions: text is never null, the empty text is "no value"; [ID] 0, [Time] 0 and [Date] "" are null; numbers and booleans that may
// be null are pointers. The tag `audit:"-"` keeps a field that changes by itself, or concerns nobody else, out of the audit log; of a field with
// the tag `audit:"secret"`, as of every [Secret], the audit log says only that it has changed.
package model
