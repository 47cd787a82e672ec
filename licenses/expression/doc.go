// Package expression reads license expressions (SPDX specification 2.3, annex D) the one way that the whole server uses: with the keys of a
// [Vocabulary], aliases replaced, operators in any letter case. The normalised text of a parsed expression ([Node.String]) is part of what
// is stored and compared, so it never changes for a given expression and vocabulary (licenses.md §4).
//
// What an expression means to a policy is the affair of package licenses; where the keys come from, too.
package expression
