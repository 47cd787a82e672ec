package columnar

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"golang.org/x/text/cases"
)

// dictionary gives each different text of a column a code. It only grows.
type dictionary struct {
	mu    sync.RWMutex
	codes map[string]uint32
	texts []entry // grown by the one builder; snapshots hold prefixes of it
	bytes uint64

	blocks  []block         // the folded texts in the order of their codes
	filling strings.Builder // holds the last of them

	ranking sync.Mutex
	ranked  atomic.Pointer[ranks]
}

// entry is a text with its case-folded form, which shares the memory if it is the same.
type entry struct{ text, folded string }

// ranks is the order of the first len(order) texts of a dictionary.
type ranks struct {
	order []uint32 // codes, sorted by text
	rank  []uint32 // rank by code
}

func newDictionary() *dictionary {
	d := &dictionary{codes: make(map[string]uint32)}
	d.ranked.Store(&ranks{})
	d.code("")
	return d
}

// code returns the code of a text, a new one if it has none yet. Only builders call it.
func (d *dictionary) code(text string) uint32 {
	if code, ok := d.codes[text]; ok { // the only writer may read without the lock
		return code
	}
	code := uint32(len(d.texts))
	d.mu.Lock()
	defer d.mu.Unlock()
	e := entry{folded: d.keep(code, Fold(text))}
	if e.text = e.folded; text != e.folded {
		e.text = strings.Clone(text)
		d.bytes += uint64(len(text))
	}
	d.codes[e.text] = code
	d.texts = append(d.texts, e)
	d.bytes += uint64(len(e.folded))
	return code
}

// find returns the code of a text if there is one.
func (d *dictionary) find(text string) (uint32, bool) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	code, ok := d.codes[text]
	return code, ok
}

// Fold is the case-folded form of a text (full Unicode folding), by which texts are compared and ordered first.
func Fold(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return cases.Fold().String(s)
		}
	}
	return strings.ToLower(s)
}

// ranksFor returns an order of at least the given texts, which are a prefix of the dictionary's.
func (d *dictionary) ranksFor(texts []entry) *ranks {
	if r := d.ranked.Load(); len(r.order) >= len(texts) {
		return r
	}
	d.ranking.Lock()
	defer d.ranking.Unlock()
	old := d.ranked.Load()
	if len(old.order) >= len(texts) {
		return old
	}
	r := merge(old, texts)
	d.ranked.Store(r)
	return r
}

// merge sorts the new texts and merges them with the old order.
func merge(old *ranks, texts []entry) *ranks {
	compare := func(a, b uint32) int { return compareEntries(&texts[a], &texts[b]) }
	fresh := make([]uint32, 0, len(texts)-len(old.order))
	for code := len(old.order); code < len(texts); code++ {
		fresh = append(fresh, uint32(code))
	}
	slices.SortFunc(fresh, compare)
	r := &ranks{order: make([]uint32, 0, len(texts)), rank: make([]uint32, len(texts))}
	before := old.order
	for _, code := range fresh {
		at, _ := slices.BinarySearchFunc(before, code, compare)
		r.order = append(append(r.order, before[:at]...), code)
		before = before[at:]
	}
	r.order = append(r.order, before...)
	for rank, code := range r.order {
		r.rank[code] = uint32(rank)
	}
	return r
}

// compareEntries orders by the folded form, then by code point (http-conventions.md §5); bytes of UTF-8 are in the order of the code
// points.
func compareEntries(a, b *entry) int {
	return cmp.Or(strings.Compare(a.folded, b.folded), strings.Compare(a.text, b.text))
}
