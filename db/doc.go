// Package db stores the rows of package model in one bbolt file and answers questions about them.
//
// It is the only room that knows bbolt. What it offers to the others needs only an ordered, transactional key-value engine:
//
//   - a [Store] with read transactions ([Store.View]: one consistent state for as long as they last, never blocked by writers) and one
//     write transaction at a time ([Store.Update]: everything or nothing);
//   - a typed [Table] per entity, declared in schema.go with its unique keys, foreign keys and index columns; Insert, Update and
//     Delete keep all of them right;
//   - a columnar in-memory index per table (package db/columnar), built at start from the rows and published with each commit, so that a
//     transaction sees the index of exactly the state that it reads;
//   - migrations, hot backup and a consistency check.
//
// # Layout of the file
//
//	meta                      format version, time of creation
//	records                   single rows: settings, JWT secret
//	<table>                   8-byte big-endian id -> CBOR map of the row, keyed by the names in the row's cbor tags
//	<table>/unique/<name>     unique key -> id
//	<table>/by/<name>         8-byte parent id + 8-byte id -> "" (foreign keys with too many different parents for a bitmap each)
//	texts/bodies              8-byte number -> long text, stored once for all rows that share it
//	texts/keys                16-byte digest of a text -> its number and how many rows have it
//
// Rows and texts that are large are packed (packing.go): that saves half of a file, and reading and writing less is faster than packing is
// slow.
package db
