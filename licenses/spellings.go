package licenses

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"secobserve/db"
	"secobserve/licenses/licensedata"
)

// storeSpellings stores the mapping of common spellings of licenses: packed lines of a spelling and its id, sorted by spelling.
func storeSpellings(tx *db.Tx, spellings []licensedata.Spelling) error {
	spellings = slices.SortedStableFunc(slices.Values(spellings), func(a, b licensedata.Spelling) int { return strings.Compare(a.Text, b.Text) })
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	for i, s := range spellings {
		if i > 0 && s.Text == spellings[i-1].Text {
			continue
		}
		if _, err := io.WriteString(w, s.Text+"\t"+s.ID+"\n"); err != nil {
			return fmt.Errorf("pack the spellings of licenses: %w", err)
		}
	}
	if err := w.Close(); err != nil {
		return fmt.Errorf("pack the spellings of licenses: %w", err)
	}
	return db.LicenseSpellings.Put(tx, packed.Bytes())
}

// LoadSpellings returns a function that gives common spellings of licenses their canonical ids: SPDX ids, or keys of the ScanCode LicenseDB; false
// for a text that it does not know (licenses.md §3.5). The mapping is unpacked when the function is first called; it outlives the transaction and
// is safe for concurrent use.
func LoadSpellings(tx *db.Tx) (func(text string) (id string, ok bool), error) {
	packed, err := db.LicenseSpellings.Get(tx)
	if err != nil || packed == nil {
		return func(string) (string, bool) { return "", false }, err
	}
	lines := sync.OnceValue(func() []string { return unpackLines(packed) })
	return func(text string) (string, bool) { return findSpelling(lines(), asciiQuotes.Replace(text)) }, nil
}

// unpackLines unpacks what storeSpellings has packed; of a damaged text what can be read.
func unpackLines(packed []byte) []string {
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil
	}
	var text strings.Builder
	_, _ = io.Copy(&text, r)
	return strings.Split(strings.TrimSuffix(text.String(), "\n"), "\n")
}

func findSpelling(lines []string, text string) (id string, ok bool) {
	i, _ := slices.BinarySearchFunc(lines, text, func(line, text string) int {
		spelling, _, _ := strings.Cut(line, "\t")
		return strings.Compare(spelling, text)
	})
	if i == len(lines) {
		return "", false
	}
	spelling, id, found := strings.Cut(lines[i], "\t")
	return id, found && spelling == text
}

// asciiQuotes replaces typographic quotes and primes by an apostrophe, as LicenseLynx does before it looks a spelling up.
var asciiQuotes = strings.NewReplacer("\u2018", "'", "\u2019", "'", "\u201A", "'", "\u201B", "'", "\u2032", "'", "\uFF07", "'", "\u201C", "'",
	"\u201D", "'", "\u201E", "'", "\u201F", "'", "\u2033", "'", "\u00AB", "'", "\u00BB", "'", "\uFF02", "'")
