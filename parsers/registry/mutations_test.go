package registry

import (
	"testing"

	"secobserve/parsers"
	"secobserve/parsers/parsertest"
)

// Reports that are wrong in one place, whatever it is, are refused or read, and what is read can be stored. Each format has test data for it.
func TestMutations(t *testing.T) {
	if raceDetector {
		t.Skip("nothing here runs at the same time; the tests without the race detector include it")
	}
	seen := map[string]int{}
	for file, content := range fixtures(t) {
		own, _, err := Detect(file, content)
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		read := 0
		for mutation := range parsertest.MutationsOf(file, content) {
			doc, err := parsers.Read(file, mutation)
			if err != nil {
				continue
			}
			for _, p := range files {
				if p.Accepts(doc) {
					read++
					parsertest.Hold(t, p, doc)
					break
				}
			}
			if t.Failed() {
				t.Fatalf("%s as %.2000q", file, mutation)
			}
		}
		seen[own.Info().Name] += read
	}
	for _, p := range files {
		if name := p.Info().Name; seen[name] < 50 {
			t.Errorf("%s read %d wrong reports", name, seen[name])
		}
	}
}
