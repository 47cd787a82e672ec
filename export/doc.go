// Package export writes data in the formats that people take away: tables as CSV or Excel, documents as JSON (operations.md §11).
//
// A table is written row by row to an io.Writer, so that an export of any size needs the memory of one row: [NewCSV] and [NewExcel] make
// the [Writer], [Write] fills it from declared columns. What the tables of the server look like is declared here, too, one file per table.
// Which rows are exported, and how they are sent, is the affair of the callers.
package export
