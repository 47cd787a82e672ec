package parsers

import (
	"maps"
	"slices"
	"strings"

	"secobserve/parsers/rawjson"
)

// Describe says what kind of document this is, for the one who sent it: "a JSON object with the members a, b, c".
func (d *Document) Describe() string {
	switch {
	case d.CSV != nil:
		return "a CSV file with the columns " + listed(d.CSV.header)
	case d.XML != nil:
		return "an XML document with the root element " + cut(d.XML.Root.Local, maxQuoted)
	case d.Sequence != nil:
		return "several JSON objects one behind the other, the first one with the members " + listedMembers(d.first)
	case d.JSON.Kind() == rawjson.Object:
		return "a JSON object with the members " + listedMembers(d.members)
	case d.first != nil:
		return "a JSON list whose first entry has the members " + listedMembers(d.first)
	default:
		return "a JSON list whose first entry is no object or an empty one"
	}
}

func listedMembers(members map[string]rawjson.Value) string {
	return listed(slices.Sorted(maps.Keys(members)))
}

// maxListed is the number of names that are shown.
const maxListed = 20

func listed(names []string) string {
	var shown []string
	for i, name := range names {
		if i == maxListed {
			shown = append(shown, "...")
			break
		}
		shown = append(shown, cut(name, maxQuoted))
	}
	return strings.Join(shown, ", ")
}
