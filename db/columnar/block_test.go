package columnar

import (
	"fmt"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
)

// A text contains what lies inside it, not what its end makes with the beginning of the next one, and texts that came after a snapshot are
// none of its business.
func TestContainingLooksAtEachTextAlone(t *testing.T) {
	d := newDictionary()
	for i := range 300 {
		d.code(fmt.Sprintf("Text %d", i))
	}
	long := strings.Repeat("long ", firstBlock<<doublings) // larger than the largest block
	for _, text := range []string{"ab", "cd", "abcd", long, "bc"} {
		d.code(text)
	}
	for _, test := range []struct {
		sub    string
		texts  int // of the prefix that is searched
		expect []string
	}{
		{"bc", len(d.texts), []string{"abcd", "bc"}},
		{"bc", len(d.texts) - 1, []string{"abcd"}},
		{"text 29", len(d.texts), []string{"Text 29", "Text 290", "Text 291", "Text 292", "Text 293", "Text 294", "Text 295", "Text 296", "Text 297", "Text 298", "Text 299"}},
		{"text 299ab", len(d.texts), nil},
		{"long long", len(d.texts), []string{long}},
		{"g", 100, nil},
	} {
		var found []string
		for code, contained := range d.containing(d.texts[:test.texts], test.sub) {
			if contained {
				found = append(found, d.texts[code].text)
			}
		}
		if diff := gocmp.Diff(test.expect, found); diff != "" {
			t.Errorf("%q in %d texts: %s", test.sub, test.texts, diff)
		}
	}
}
