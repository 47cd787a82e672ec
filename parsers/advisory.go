package parsers

import (
	"slices"
	"strings"
)

// VulnerabilityID tells by which id an OSV record is known here: its own, or the CVE if exactly one of the aliases is one, which makes the
// same vulnerability the same finding for all scanners (parsers.md §16.1). The other ids are the aliases, in ascending order and joined with ", ".
func VulnerabilityID(id string, aliases []string) (known, others string) {
	known = id
	rest := slices.Clone(aliases)
	isCVE := func(alias string) bool { return strings.HasPrefix(alias, "CVE-") }
	if !isCVE(id) {
		first := slices.IndexFunc(rest, isCVE)
		if first >= 0 && !slices.ContainsFunc(rest[first+1:], isCVE) {
			known, rest[first] = rest[first], id
		}
	}
	slices.Sort(rest)
	rest = slices.DeleteFunc(slices.Compact(rest), func(alias string) bool { return alias == known || alias == "" })
	return known, strings.Join(rest, ", ")
}
