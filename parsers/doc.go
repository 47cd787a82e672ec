// Package parsers reads files of scanners and SBOM generators. It holds what all formats share; each format is a package of its own below, and
// package registry lists them. A parser turns a [Document] into a [Report] of findings and components, only what the file says: normalising,
// identity, severity and storing are the affair of package importer.
//
// # What a parser can rely on
//
// [Read] has checked the syntax before a parser sees the document: JSON (also UTF-16, with byte order mark, NaN as null), a CSV table, several JSON
// objects one behind the other, or XML, of which only the root is known. Compressed files are unpacked. Package rawjson reads JSON in place:
//
//	doc.Member("results")                 // a member of the object at the top, kept from one pass over it
//	doc.Entry("rule")                     // a member of the first entry, if a list is at the top
//	for entry := range list.Elements()    // the elements of a list; nothing if it is none
//	entry.Get("region", "startLine")      // the member on this way; absent if there is none, or something on the way is no object
//	v.Text(), v.Float(), v.Int()          // "", false, nil for values of another type
//
// So null, missing values and values of a wrong type are alike, and code that reads the usual report needs no further checks for the odd one
// (parsers.md §1.2). A JSON value is a part of the file's bytes: reading costs nothing, what is kept of it keeps the file.
//
// # What everybody relies on
//
//   - Whatever the file says, a parser neither panics nor recurses without bound, nor does it take more memory than a small multiple of the file's
//     size. Findings are made one at a time while [Report].Findings is ranged over, and the iterator can be ranged over again. A text that many
//     findings repeat is bounded ([Description] is) or shared.
//   - A finding has a title. Entries without one are skipped and counted with [LogSkipped]; [Unusable] is for a document that makes no sense as a
//     whole, so that a broken file does not resolve what an earlier one found. An empty list of findings is a valid report.
//   - Evidences are JSON ([NewText] of the entry as it stands).
//   - Secrets that a scanner found are not delivered, neither in texts nor in evidences (see package gitleaks).
//
// # Adding a format
//
// The example of this package (example_test.go) is a whole parser for a tool called Acme, to start from.
//
//  1. Make a folder with a package that has a type Parser, which implements [Parser]. Info describes it, Accepts recognises the document by
//     its content, Parse reads it. What a finding says: the title, what is known of severity and identifiers, where the problem is (component, image,
//     source file, endpoint, cloud resource, Kubernetes resource), references and evidences; the fields are those of model.Observation. Title and
//     origins are the identity of the finding: nothing that changes from run to run (times, versions, counters) belongs into them. Severities are
//     written as [Severity] writes them; if the report has a CVSS vector or score, ParserSeverity stays empty and follows from them.
//  2. Put reports that the real tool wrote into its testdata, of several versions, one without findings among them, shortened to what the tests
//     need and free of paths and names of machines.
//  3. Test what becomes of the reports with package parsertest, and with its Fuzz what every parser has to withstand.
//  4. Add the parser to the list in parsers/registry, which is in the order of names: the first one that accepts a document reads it. If there are
//     versions of the format that are not read, implement [Refuser], so that whoever uploads one is told.
//  5. Add the row to the table of formats in the README.
package parsers
