package licensedata

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// Spelling is a common spelling of a license with the canonical id that it stands for: an SPDX id or a key of the ScanCode LicenseDB.
type Spelling struct{ Text, ID string }

// readMapping reads a LicenseLynx mapping (licenses.md §3.5): the merged file, of which only the stable map counts; the file of one license; or a
// table of spellings and ids with a tab between them.
func readMapping(content []byte) ([]Spelling, error) {
	var spellings []Spelling
	var err error
	if strings.HasPrefix(strings.TrimSpace(string(content[:min(len(content), 100)])), "{") {
		spellings, err = readMappingObject(content)
	} else {
		spellings, err = readMappingTable(string(content))
	}
	if err != nil {
		return nil, err
	}
	return nonEmpty(spellings)
}

func readMappingObject(content []byte) ([]Spelling, error) {
	var file struct {
		StableMap map[string]struct {
			ID string `json:"id"`
		} `json:"stableMap"`
		Canonical struct {
			ID string `json:"id"`
		} `json:"canonical"`
		Aliases map[string][]string `json:"aliases"`
	}
	if err := json.Unmarshal(content, &file); err != nil {
		return nil, err
	}
	if file.StableMap == nil && file.Canonical.ID == "" {
		return nil, fmt.Errorf("neither a stableMap nor a canonical id")
	}
	var spellings []Spelling
	add := func(text, id string) error {
		if !isKey(id) {
			return fmt.Errorf("the id %q of %q is not valid", id, text)
		}
		if storable(text) {
			spellings = append(spellings, Spelling{text, id})
		}
		return nil
	}
	for text, canonical := range file.StableMap {
		if err := add(text, canonical.ID); err != nil {
			return nil, err
		}
	}
	if file.Canonical.ID == "" {
		return spellings, nil
	}
	for _, text := range append(slices.Concat(mapValues(file.Aliases)...), file.Canonical.ID) {
		if err := add(text, file.Canonical.ID); err != nil {
			return nil, err
		}
	}
	return spellings, nil
}

func mapValues(m map[string][]string) [][]string {
	var all [][]string
	for _, v := range m {
		all = append(all, v)
	}
	return all
}

func readMappingTable(table string) ([]Spelling, error) {
	var spellings []Spelling
	number := 0
	for line := range strings.Lines(table) {
		number++
		line = strings.TrimRight(line, "\r\n")
		if line == "" {
			continue
		}
		text, id, found := strings.Cut(line, "\t")
		if !found || !isKey(id) {
			return nil, fmt.Errorf("line %d: not a spelling and an id with a tab between them", number)
		}
		if storable(text) {
			spellings = append(spellings, Spelling{text, id})
		}
	}
	return spellings, nil
}

// storable tells whether a spelling can occur in a report as it is kept: one line of text.
func storable(text string) bool { return text != "" && !strings.ContainsAny(text, "\t\n\r") }
