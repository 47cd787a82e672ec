// Package demo fills a data file with sample data: products with their branches, people, scans of thirty days with what people decided
// about the findings, licenses and metrics. Newcomers look around in them; measurements at large scale run on them.
//
// The data go the way that real ones go: scans through package importer, decisions through package observations, metrics day by day. All
// names are invented; the CVE ids are from a range that is not given out. The same number of observations gives the same data, but for
// the times, which end with the present.
package demo
