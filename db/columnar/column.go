package columnar

import (
	"maps"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
)

// column holds the values of one column, and its bitmaps. Copies share everything.
type column struct {
	chunks []*chunk // of Text: dictionary codes; of Ref: ids; of Int: the numbers
	texts  []entry  // the dictionary as far as this column uses it

	byCode   [][]*roaring.Bitmap // pages of bitmaps by code or id
	byNumber map[int64]*roaring.Bitmap
}

// pageBits of a code choose the bitmap inside a page.
const (
	pageBits = 8
	pageSize = 1 << pageBits
)

func (c *column) bitmap(code uint32) *roaring.Bitmap {
	page := int(code >> pageBits)
	if page >= len(c.byCode) || c.byCode[page] == nil {
		return nil
	}
	return c.byCode[page][code&(pageSize-1)]
}

// number is the value at a position that holds a row.
func (c *column) number(id uint32) int64 {
	if at := int(id >> chunkBits); at < len(c.chunks) && c.chunks[at] != nil {
		return c.chunks[at].at(id & chunkMask)
	}
	return null
}

// code is the value of a Text or Ref column at a position that holds a row.
func (c *column) code(id uint32) uint32 {
	if at := int(id >> chunkBits); at < len(c.chunks) && c.chunks[at] != nil {
		return uint32(c.chunks[at].at(id & chunkMask))
	}
	return 0
}

// columnBuilder changes a copy of a column. What it shares with published snapshots it copies before the first write.
type columnBuilder struct {
	column
	spec       Column
	dict       *dictionary
	published  uint32 // positions from here on are in no snapshot yet
	lastCode   uint32 // of the text put last
	lastValue  int64  // whose bitmap was asked for last
	lastBitmap *roaring.Bitmap
	touched    bool // the slices and maps of the column are its own
	ownChunks  map[int]bool
	ownPages   map[int]bool
	ownMaps    map[*roaring.Bitmap]bool
}

func (b *columnBuilder) touch() {
	if b.touched {
		return
	}
	b.touched = true
	b.chunks, b.byCode = slices.Clone(b.chunks), slices.Clone(b.byCode)
	b.byNumber = maps.Clone(b.byNumber)
	b.ownChunks, b.ownPages = make(map[int]bool), make(map[int]bool)
	b.ownMaps = make(map[*roaring.Bitmap]bool)
}

// put sets the value at a position; fresh says that the position held no row.
func (b *columnBuilder) put(id uint32, v Value, fresh bool) {
	if b.spec.Kind == Int {
		b.putNumber(id, v.number(), fresh)
		return
	}
	code := uint32(v.I)
	if b.spec.Kind == Text {
		code = b.textCode(v.S)
	}
	old := b.code(id)
	if !fresh && old == code {
		return
	}
	b.touch()
	if int(code) >= len(b.texts) && b.spec.Kind == Text {
		b.texts = b.dict.texts
	}
	b.set(id, int64(code))
	if !b.spec.Bitmap {
		return
	}
	if !fresh {
		b.ownBitmap(int64(old)).Remove(id)
	}
	b.ownBitmap(int64(code)).Add(id)
}

// append sets the values at positions never used: of the row i it is values[i*width].
func (b *columnBuilder) append(ids []uint32, values []Value, width int) {
	b.touch()
	start, last := 0, int64(0) // the rows from start on have the value last
	for i, id := range ids {
		v := b.stored(values[i*width])
		b.set(id, v)
		if i > 0 && v == last && id == ids[i-1]+1 {
			continue
		}
		if i > 0 {
			b.addRange(ids[start], ids[i-1], last)
		}
		start, last = i, v
	}
	b.addRange(ids[start], ids[len(ids)-1], last)
	if b.spec.Kind == Text {
		b.texts = b.dict.texts
	}
}

// stored is what a chunk holds for a value.
func (b *columnBuilder) stored(v Value) int64 {
	switch b.spec.Kind {
	case Int:
		return v.number()
	case Text:
		return int64(b.textCode(v.S))
	default:
		return int64(uint32(v.I))
	}
}

// addRange adds the positions from first to last to the bitmap of a value.
func (b *columnBuilder) addRange(first, last uint32, v int64) {
	switch {
	case !b.spec.Bitmap:
	case first == last:
		b.ownBitmap(v).Add(first)
	default:
		b.ownBitmap(v).AddRange(uint64(first), uint64(last)+1)
	}
}

// textCode is the code of a text. Most rows that come together have many texts in common, so that it looks at the one before first.
func (b *columnBuilder) textCode(text string) uint32 {
	if b.dict.texts[b.lastCode].text != text {
		b.lastCode = b.dict.code(text)
	}
	return b.lastCode
}

func (b *columnBuilder) putNumber(id uint32, v int64, fresh bool) {
	old := b.number(id)
	if !fresh && old == v {
		return
	}
	b.touch()
	b.set(id, v)
	if !b.spec.Bitmap {
		return
	}
	if !fresh {
		b.ownBitmap(old).Remove(id)
	}
	b.ownBitmap(v).Add(id)
}

// remove takes the row at a position out of the bitmaps; the stale value stays, nobody asks for it.
func (b *columnBuilder) remove(id uint32) {
	if !b.spec.Bitmap {
		return
	}
	b.touch()
	if b.spec.Kind == Int {
		b.ownBitmap(b.number(id)).Remove(id)
		return
	}
	b.ownBitmap(int64(b.code(id))).Remove(id)
}

func (b *columnBuilder) set(id uint32, v int64) {
	at := int(id >> chunkBits)
	b.chunks = grow(b.chunks, at)
	c := b.chunks[at]
	if c == nil {
		b.chunks[at] = &chunk{base: v}
		b.ownChunks[at] = true
		return
	}
	if id < b.published && !b.ownChunks[at] {
		c = c.copied()
		b.ownChunks[at] = true
	}
	wider := c.with(id&chunkMask, v)
	if wider != c {
		b.ownChunks[at] = true
	}
	b.chunks[at] = wider
}

// ownBitmap returns the bitmap of a number, code or id for writing, at once if it is the one that was asked for last.
func (b *columnBuilder) ownBitmap(v int64) *roaring.Bitmap {
	if b.lastBitmap != nil && b.lastValue == v {
		return b.lastBitmap
	}
	b.lastValue = v
	if b.spec.Kind == Int {
		b.lastBitmap = b.ownNumberBitmap(v)
	} else {
		b.lastBitmap = b.ownCodeBitmap(uint32(v))
	}
	return b.lastBitmap
}

func (b *columnBuilder) ownCodeBitmap(code uint32) *roaring.Bitmap {
	page := int(code >> pageBits)
	b.byCode = grow(b.byCode, page)
	if b.byCode[page] == nil {
		b.byCode[page] = make([]*roaring.Bitmap, pageSize)
		b.ownPages[page] = true
	} else if !b.ownPages[page] {
		b.byCode[page] = slices.Clone(b.byCode[page])
		b.ownPages[page] = true
	}
	slot := &b.byCode[page][code&(pageSize-1)]
	*slot = b.own(*slot)
	return *slot
}

func (b *columnBuilder) ownNumberBitmap(v int64) *roaring.Bitmap {
	if b.byNumber == nil {
		b.byNumber = make(map[int64]*roaring.Bitmap)
	}
	own := b.own(b.byNumber[v])
	b.byNumber[v] = own
	return own
}

func (b *columnBuilder) own(bitmap *roaring.Bitmap) *roaring.Bitmap {
	if bitmap != nil && b.ownMaps[bitmap] {
		return bitmap
	}
	if bitmap == nil {
		bitmap = roaring.New()
	} else {
		bitmap = bitmap.Clone()
	}
	b.ownMaps[bitmap] = true
	return bitmap
}

func grow[E any](s []E, index int) []E {
	if index < len(s) {
		return s
	}
	return append(s, make([]E, index+1-len(s))...)
}
