// Package cyclonedx reads CycloneDX documents of all specification versions (parsers.md §2): a vulnerability gives one finding for each
// component of the document that it affects, and each component a license component. A document is recognised by its bomFormat, as XML by its
// namespace; XML is brought into the form of JSON first. The analysis of vulnerabilities (VEX) is not read.
//
// The document is read in place and findings are made one at a time. Nested components are found in one pass, and what they repeat of each
// other in evidences is bounded.
package cyclonedx
