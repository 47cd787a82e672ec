package columnar

import (
	"slices"
	"strings"
)

// block is a piece of memory with the folded texts of a dictionary one after the other, so that a search runs over all of them at once.
type block struct {
	first uint32 // the code of the first text
	texts string
}

// Blocks double in size from the first on, doublings times.
const (
	firstBlock = 256 // bytes
	doublings  = 8
)

// keep copies a folded text, whose code is the next one, to the end of the blocks.
func (d *dictionary) keep(code uint32, folded string) string {
	if len(d.blocks) == 0 || d.filling.Len()+len(folded) > d.filling.Cap() {
		d.filling.Reset()
		d.filling.Grow(max(len(folded), firstBlock<<min(len(d.blocks), doublings)))
		d.blocks = append(d.blocks, block{first: code})
	}
	start := d.filling.Len()
	d.filling.WriteString(folded)
	last := &d.blocks[len(d.blocks)-1]
	last.texts = d.filling.String() // grows in place: what is there already never moves
	return last.texts[start:]
}

// containing tells for each of the texts, which are a prefix of the dictionary's, whether it contains a folded text, which is not empty.
func (d *dictionary) containing(texts []entry, sub string) []bool {
	d.mu.RLock()
	blocks := slices.Clone(d.blocks)
	d.mu.RUnlock()
	match := make([]bool, len(texts))
	for _, b := range blocks {
		b.mark(texts, sub, match)
	}
	return match
}

// mark notes which texts of the block contain sub.
func (b *block) mark(texts []entry, sub string, match []bool) {
	code, start, at := int(b.first), 0, 0
	for {
		found := strings.Index(b.texts[at:], sub)
		if found < 0 {
			return
		}
		at += found
		for code < len(texts) && start+len(texts[code].folded) <= at {
			start += len(texts[code].folded)
			code++
		}
		if code >= len(texts) {
			return
		}
		end := start + len(texts[code].folded)
		if at+len(sub) > end { // the end of a text with the beginning of the next
			at++
			continue
		}
		match[code] = true
		at = end
	}
}
