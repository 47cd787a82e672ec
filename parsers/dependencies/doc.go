// Package dependencies writes down how the components of an SBOM depend on each other (parsers.md §2.3): for a component, every edge on every
// way from it upwards, one "parent --> child" line each, sorted, up to the length that is kept.
//
// An edge belongs to the text of a component if its child is the component or leads down to it. Which nodes lead to a node is found for 64 nodes
// at a time, in one pass over the graph in which cycles are one node each. Graphs for which even that would take too long give texts of only
// those edges that are nearest.
//
// What a node is called and where edges come from is the affair of the SBOM parsers.
package dependencies
