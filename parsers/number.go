package parsers

import (
	"strconv"

	"secobserve/parsers/rawjson"
)

// maxScore is the greatest score of CVSS.
const maxScore = 10

// Score is a CVSS score above 0 and up to 10; nil for everything else, as scanners write 0 for none.
func Score(v rawjson.Value) *float64 {
	x, ok := v.Float()
	if !ok || x <= 0 || x > maxScore {
		return nil
	}
	return &x
}

// Integer is int(x) of parsers.md §1.1 for a text that is taken out of a longer one.
func Integer(s string) *int {
	n, err := strconv.ParseInt(s, 10, 32)
	if err != nil || n < 1 {
		return nil
	}
	i := int(n)
	return &i
}
