package cyclonedx

import (
	"bytes"
	"cmp"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"secobserve/parsers"
	"secobserve/parsers/rawjson"
)

// Whatever the document says, it is read without panic, twice in the same way, and what it gives is usable: titles, and evidences that are
// JSON.
func FuzzParse(f *testing.F) {
	files, err := filepath.Glob(filepath.Join("testdata", "*.json"))
	if err != nil || len(files) == 0 {
		f.Fatalf("no test data: %v", err)
	}
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(content)
	}
	f.Add([]byte(bomWith(`"components":[{"components":[{"bom-ref":"x","name":"\\\"]"},[{}]],"x":{"components":[{}]}},null],"vulnerabilities":[{"id":"A","affects":[{"ref":"x"}]},{}]`)))
	f.Fuzz(func(t *testing.T, content []byte) {
		doc, err := parsers.Read("x.json", content)
		if err != nil || !(Parser{}).Accepts(doc) {
			t.Skip("not a document of this format")
		}
		report, err := Parser{}.Parse(doc)
		if err != nil {
			t.Fatal(err)
		}
		var titles [2][]string
		for round := range titles {
			for finding := range report.Findings {
				if finding.Observation.Title == "" || len(finding.Evidences) != 2 {
					t.Fatalf("unusable finding %+v", finding)
				}
				checkEvidences(t, finding.Evidences)
				titles[round] = append(titles[round], finding.Observation.Title)
			}
		}
		if len(titles[0]) != len(titles[1]) {
			t.Fatalf("%d findings, then %d", len(titles[0]), len(titles[1]))
		}
		for c := range report.Components {
			checkEvidences(t, c.Evidences)
		}
	})
}

func checkEvidences(t *testing.T, evidences []parsers.Evidence) {
	for _, e := range evidences {
		if text := e.Text.String(); !json.Valid([]byte(text)) || text[0] != '{' {
			t.Fatalf("evidence %s is no JSON object: %s", e.Name, text)
		}
	}
}

// Nested components are the same ones as those of a plain, recursive reading.
func FuzzNestedComponents(f *testing.F) {
	f.Add([]byte(`[{"name":"a","components":[{"name":"b"},3,[{}]]},{"x":{"components":[{}]}},[{}]]`))
	f.Add([]byte(`[{"\u0063omponents":[{}],"y":"components","z":["components",{}]}]`))
	f.Fuzz(func(t *testing.T, list []byte) {
		if !json.Valid(list) || bytes.TrimSpace(list)[0] != '[' || duplicateKeys(list) {
			t.Skip("not a list of components")
		}
		var want int
		var count func(raw json.RawMessage)
		count = func(raw json.RawMessage) {
			var entries []json.RawMessage
			if json.Unmarshal(raw, &entries) != nil {
				return
			}
			for _, e := range entries {
				var members map[string]json.RawMessage
				if e[0] != '{' || json.Unmarshal(e, &members) != nil {
					continue
				}
				want++
				count(members["components"])
			}
		}
		count(list)
		b := &bom{doc: rawjson.Value(bytes.TrimSpace(list)), refs: rawjson.NewTextIndex(list)}
		found, lists := scan(b.doc, b.doc)
		if len(found) != want {
			t.Fatalf("%d components, want %d", len(found), want)
		}
		b.nested = lists
		slices.SortFunc(b.nested, func(x, y nestedList) int { return cmp.Or(cmp.Compare(x.of, y.of), cmp.Compare(x.start, y.start)) })
		for i := range found {
			own, whole := b.own(&found[i]), b.whole(&found[i])
			if !json.Valid(own) || own[0] != '{' || !json.Valid(whole) || whole[0] != '{' {
				t.Fatalf("%s and %s are no objects", whole, own)
			}
			if len(own) != cap(own) {
				t.Fatalf("%d bytes take up %d", len(own), cap(own))
			}
		}
	})
}

// duplicateKeys tells whether "components" may stand twice in an object; both lists are read then.
func duplicateKeys(b []byte) bool {
	var v any
	if json.Unmarshal(b, &v) != nil {
		return true
	}
	again, err := json.Marshal(v)
	return err != nil || countKeys(again) != countKeys(b)
}

func countKeys(b []byte) (n int) {
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case '"':
			i = textEnd(b, i)
		case ':':
			n++
		}
	}
	return n
}
