package sarif

import (
	"math"

	"secobserve/parsers"
	"secobserve/parsers/rawjson"
)

// result is what is used of a result (SARIF §3.27).
type result struct {
	raw           rawjson.Value
	ruleID        string
	ruleIndex     int // -1 if absent
	ruleReference rawjson.Value
	level         string
	message       string
	locations     rawjson.Value
	properties    rawjson.Value
}

// newResult reads a result; false if it is none, reports no failure, or was suppressed.
func newResult(raw rawjson.Value) (result, bool) {
	r := result{raw: raw, ruleIndex: -1}
	if raw.Kind() != rawjson.Object {
		return r, false
	}
	kind, suppressed := "", false
	for key, value := range raw.Members() {
		switch string(key) {
		case "ruleId":
			r.ruleID = value.Text()
		case "ruleIndex":
			r.ruleIndex = index(value)
		case "rule":
			r.ruleReference = value
		case "level":
			r.level = value.Text()
		case "kind":
			kind = value.Text()
		case "message":
			r.message = value.Get("text").Text()
		case "locations":
			r.locations = value
		case "suppressions":
			suppressed = isSuppressed(value)
		case "properties":
			r.properties = value
		}
	}
	return r, (kind == "" || kind == "fail") && !suppressed
}

// index is a place in a list, -1 for none.
func index(v rawjson.Value) int {
	x, ok := v.Float()
	if !ok || x < 0 || x > math.MaxInt32 || v.Kind() != rawjson.Number {
		return -1
	}
	return int(x)
}

// isSuppressed tells whether any suppression was accepted, which it is without status as well (SARIF §3.35.3).
func isSuppressed(suppressions rawjson.Value) bool {
	for s := range suppressions.Elements() {
		if status := s.Get("status").Text(); s.Kind() == rawjson.Object && (status == "" || status == "accepted") {
			return true
		}
	}
	return false
}

// id is the rule that the result names.
func (r *result) id() string {
	return parsers.First(r.ruleID, r.ruleReference.Get("id").Text())
}

// location is what is used of a location (SARIF §3.28).
type location struct {
	uri, snippet       string
	startLine, endLine *int
	qualifiedName      string // of the first logical location
}

func newLocation(raw rawjson.Value) location {
	var l location
	for key, value := range raw.Members() {
		switch string(key) {
		case "physicalLocation":
			l.uri = value.Get("artifactLocation", "uri").Text()
			region := value.Get("region")
			l.startLine, l.endLine = region.Get("startLine").Int(), region.Get("endLine").Int()
			l.snippet = region.Get("snippet", "text").Text()
		case "logicalLocations":
			l.qualifiedName = value.First().Get("fullyQualifiedName").Text()
		}
	}
	return l
}
