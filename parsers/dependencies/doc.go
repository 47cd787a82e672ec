// Package dependencies writes down how the components of an SBOM depend on each other (parsers.md §2.3): for a component, every edge on every
// way from it upwards, one "parent --> child" line each, sorted.
//
// What a node is called and where edges come from is the affair of the SBOM parsers.
package dependencies
