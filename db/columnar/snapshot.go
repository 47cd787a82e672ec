package columnar

import (
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"
)

// Snapshot is an immutable state of the index. The bitmaps that its methods return may be shared with it: callers must not change them.
type Snapshot struct {
	schema  *Schema
	live    *roaring.Bitmap
	columns []column
	end     uint32
}

// New is the index of a table without rows.
func New(schema *Schema) *Snapshot {
	return &Snapshot{schema: schema, live: roaring.New(), columns: make([]column, len(schema.columns)), end: 1}
}

var none = roaring.New()

// All is the set of all rows.
func (s *Snapshot) All() *roaring.Bitmap { return s.live }

// Len is the number of rows.
func (s *Snapshot) Len() int { return int(s.live.GetCardinality()) }

// Text is the value of a Text column in a row.
func (s *Snapshot) Text(col int, id uint32) string {
	c := &s.columns[col]
	if code := c.code(id); int(code) < len(c.texts) {
		return c.texts[code].text
	}
	return ""
}

// Int is the value of an Int column in a row; ok is false for null.
func (s *Snapshot) Int(col int, id uint32) (value int64, ok bool) {
	v := s.columns[col].number(id)
	return v, v != null
}

// Ref is the value of a Ref column in a row, 0 for null.
func (s *Snapshot) Ref(col int, id uint32) uint64 { return uint64(s.columns[col].code(id)) }

// EqualText is the set of rows with exactly this text.
func (s *Snapshot) EqualText(col int, text string) *roaring.Bitmap {
	code, ok := s.schema.dictionaries[col].find(text)
	if !ok {
		return none
	}
	return s.equalCode(col, code)
}

// EqualRef is the set of rows that refer to id, 0 for those that refer to nothing.
func (s *Snapshot) EqualRef(col int, id uint64) *roaring.Bitmap {
	if id != uint64(uint32(id)) {
		return none
	}
	return s.equalCode(col, uint32(id))
}

func (s *Snapshot) equalCode(col int, code uint32) *roaring.Bitmap {
	c := &s.columns[col]
	if !s.schema.columns[col].Bitmap {
		return s.scan(c, nil, func(v int64) bool { return uint32(v) == code })
	}
	if b := c.bitmap(code); b != nil {
		return b
	}
	return none
}

// EqualInt is the set of rows with this number.
func (s *Snapshot) EqualInt(col int, v int64) *roaring.Bitmap {
	c := &s.columns[col]
	if !s.schema.columns[col].Bitmap {
		return s.scan(c, nil, func(stored int64) bool { return stored == v })
	}
	if b := c.byNumber[v]; b != nil {
		return b
	}
	return none
}

// NullInt is the set of rows without a number.
func (s *Snapshot) NullInt(col int) *roaring.Bitmap { return s.EqualInt(col, null) }

// AnyText is the set of rows with one of the texts.
func (s *Snapshot) AnyText(col int, texts ...string) *roaring.Bitmap {
	if len(texts) == 1 {
		return s.EqualText(col, texts[0])
	}
	any := roaring.New()
	for _, text := range texts {
		any.Or(s.EqualText(col, text))
	}
	return any
}

// AnyRef is the set of rows that refer to one of the ids.
func (s *Snapshot) AnyRef(col int, ids *roaring.Bitmap) *roaring.Bitmap {
	c := &s.columns[col]
	if !s.schema.columns[col].Bitmap {
		return s.scan(c, nil, func(v int64) bool { return ids.Contains(uint32(v)) })
	}
	var parts []*roaring.Bitmap
	for it := ids.Iterator(); it.HasNext(); {
		if b := c.bitmap(it.Next()); b != nil {
			parts = append(parts, b)
		}
	}
	return roaring.FastOr(parts...)
}

// AnyRefWithin is the subset of within that refers to one of the ids: cheaper than [Snapshot.AnyRef] for columns without bitmaps.
func (s *Snapshot) AnyRefWithin(col int, ids, within *roaring.Bitmap) *roaring.Bitmap {
	if s.schema.columns[col].Bitmap {
		return roaring.And(s.AnyRef(col, ids), within)
	}
	c := &s.columns[col]
	return s.scan(c, within, func(v int64) bool { return ids.Contains(uint32(v)) })
}

// IntAtLeast is the subset of within (nil: of all rows) with a number not less than least.
func (s *Snapshot) IntAtLeast(col int, least int64, within *roaring.Bitmap) *roaring.Bitmap {
	c := &s.columns[col]
	return s.scan(c, within, func(v int64) bool { return v != null && v >= least })
}

// Contains is the subset of within (nil: of all rows) whose text contains sub, without regard to case. Each different text is looked at
// once at most.
func (s *Snapshot) Contains(col int, sub string, within *roaring.Bitmap) *roaring.Bitmap {
	c := &s.columns[col]
	sub = Fold(sub)
	switch {
	case sub == "" && within == nil:
		return s.live
	case sub == "":
		return within
	case len(c.texts) == 0: // no row has another text than ""
		return none
	}
	if within != nil && !s.schema.columns[col].Bitmap && within.GetCardinality() < uint64(len(c.texts)/scatter) {
		return s.scan(c, within, c.contains(sub))
	}
	match := s.schema.dictionaries[col].containing(c.texts, sub)
	if !slices.Contains(match, true) {
		return none
	}
	if s.schema.columns[col].Bitmap {
		return s.union(c, match, within)
	}
	return s.scanCodes(c, within, match)
}

// scatter is how many texts that lie one after the other are searched in the time that one takes which lies anywhere.
const scatter = 4

// contains tells whether the text with a code contains sub. It looks at each text once.
func (c *column) contains(sub string) func(v int64) bool {
	const yes, no = 1, 2
	known := make([]uint8, len(c.texts))
	return func(v int64) bool {
		code := uint32(v)
		if known[code] == 0 {
			known[code] = no
			if strings.Contains(c.texts[code].folded, sub) {
				known[code] = yes
			}
		}
		return known[code] == yes
	}
}

// union is the subset of within (nil: of all rows) with one of the codes that match.
func (s *Snapshot) union(c *column, match []bool, within *roaring.Bitmap) *roaring.Bitmap {
	var parts []*roaring.Bitmap
	for code, matches := range match {
		if !matches {
			continue
		}
		if b := c.bitmap(uint32(code)); b != nil {
			parts = append(parts, b)
		}
	}
	all := roaring.FastOr(parts...)
	if within != nil {
		all.And(within)
	}
	return all
}

// DistinctTexts lists the different texts of a Text column in the rows of within, sorted.
func (s *Snapshot) DistinctTexts(col int, within *roaring.Bitmap) []string {
	var texts []string
	for code := range s.distinctCodes(col, within) {
		if c := &s.columns[col]; int(code) < len(c.texts) {
			texts = append(texts, c.texts[code].text)
		}
	}
	slices.Sort(texts)
	return texts
}

// DistinctRefs is the set of ids that the rows of within refer to.
func (s *Snapshot) DistinctRefs(col int, within *roaring.Bitmap) *roaring.Bitmap {
	refs := roaring.New()
	for code := range s.distinctCodes(col, within) {
		if code != 0 {
			refs.Add(code)
		}
	}
	return refs
}

func (s *Snapshot) distinctCodes(col int, within *roaring.Bitmap) map[uint32]struct{} {
	c := &s.columns[col]
	distinct := make(map[uint32]struct{})
	for it := within.Iterator(); it.HasNext(); {
		distinct[c.code(it.Next())] = struct{}{}
	}
	return distinct
}

// Size estimates the memory of the index: columns, dictionaries and bitmaps.
func (s *Snapshot) Size() (rows int, bytes uint64) {
	bytes = s.live.GetSizeInBytes()
	for i := range s.columns {
		c := &s.columns[i]
		for _, chunk := range c.chunks {
			if chunk != nil {
				bytes += chunk.size()
			}
		}
		if d := s.schema.dictionaries[i]; d != nil {
			d.mu.RLock()
			bytes += d.bytes + uint64(len(d.texts))*(32+16+4+8) // entry, map entry, rank and order
			d.mu.RUnlock()
		}
		for _, page := range c.byCode {
			for _, b := range page {
				if b != nil {
					bytes += b.GetSizeInBytes()
				}
			}
		}
		for _, b := range c.byNumber {
			bytes += b.GetSizeInBytes()
		}
	}
	return s.Len(), bytes
}
