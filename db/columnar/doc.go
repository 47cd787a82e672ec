// Package columnar is a columnar in-memory index of the rows of one table: it filters with bitmaps, orders with integers and never looks at
// a row. It knows nothing of files or of what the rows mean.
//
// A [Snapshot] is immutable and may be read by any number of goroutines. A [Builder] makes the next snapshot from one; there must be only
// one builder in use at a time for all snapshots of a schema. A builder that is thrown away leaves no trace.
//
// Rows are identified by numbers that grow slowly from 1, such as the ids of a table; they are the positions in the columns, which are kept
// in chunks. A snapshot shares all chunks with its predecessor but those that the builder changed. Positions that no snapshot has
// published yet are written in place.
//
// Texts are kept once each, in a dictionary per column that only grows while the process runs: values that no row has any more stay
// until the next start. That makes a code mean the same text in all snapshots.
package columnar
