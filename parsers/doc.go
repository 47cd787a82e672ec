// Package parsers defines what a report format's reader is, detects the format of an uploaded file and lists all formats. Each format lives
// in a package of its own below this one: bytes in, findings and components out. What is done with them is the affair of package
// importer.
//
// A parser only reads. It never fails on odd optional values: null and values of a wrong type count as absent, entries without a title are
// skipped, and only a document that is unusable as a whole is an error (parsers.md §1.2).
//
// To add a format: a folder with a type that implements [Parser], its test data and a fuzz target, and one line in package registry.
package parsers
