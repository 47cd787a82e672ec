// Package importer turns a parsed report into rows: it matches the report's findings with the stored ones of the same vulnerability check,
// creates, updates and resolves observations, and keeps the check (import.md §3). One import is one transaction.
//
// Reading formats is the affair of the packages below parsers; what a change of an observation means otherwise, of package
// observations.
package importer
