// Package rawjson reads JSON documents in place: a [Value] is a part of the document's bytes, and nothing is decoded before it is asked for.
// Reports are read this way because most of their bytes are only kept as evidence: no copies are made, the order of members stays, and the
// memory that a report needs is the memory of its file.
//
// [Check] proves the syntax once; everything else trusts it. Access is lenient, as reports need it (parsers.md §1.2): null and values of an
// unexpected type count as absent. Depth is bounded by [Check], and nothing here recurses.
//
// What the values mean is the affair of the parsers.
package rawjson
