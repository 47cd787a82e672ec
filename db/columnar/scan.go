package columnar

import (
	"math"
	"math/bits"
	"sync"

	"github.com/RoaringBitmap/roaring/v2"
)

// scanRows rows are read at a time.
const scanRows = 1024

// scan is the subset of within (nil: of all rows) whose value in a column fits: a number, a code or an id.
func (s *Snapshot) scan(c *column, within *roaring.Bitmap, fits func(v int64) bool) *roaring.Bitmap {
	if within == nil {
		within = s.live
	}
	if within.IsEmpty() {
		return none
	}
	found := denseRows(within.Maximum())
	defer dense.Put(found)
	var (
		ids    [scanRows]uint32
		values [scanRows]int64
	)
	for it := within.ManyIterator(); ; {
		n := it.NextMany(ids[:])
		if n == 0 {
			return roaring.FromDense(*found, true)
		}
		c.gather(ids[:n], values[:n])
		for i, v := range values[:n] {
			if fits(v) {
				(*found)[ids[i]/64] |= 1 << (ids[i] % 64)
			}
		}
	}
}

// scanCodes is scan for a Text column and a table that tells by code what fits. It goes through words of 64 rows, and so looks at nothing
// twice.
func (s *Snapshot) scanCodes(c *column, within *roaring.Bitmap, match []bool) *roaring.Bitmap {
	if within == nil {
		within = s.live
	}
	if within.IsEmpty() {
		return none
	}
	rows := denseRows(within.Maximum())
	defer dense.Put(rows)
	within.WriteDenseTo(*rows)
	const words = chunkRows / 64
	for at := 0; at*words < len(*rows); at++ {
		part := (*rows)[at*words : min((at+1)*words, len(*rows))]
		if at < len(c.chunks) && c.chunks[at] != nil {
			c.chunks[at].keep(part, match)
		} else if !match[0] {
			clear(part)
		}
	}
	return roaring.FromDense(*rows, true)
}

// keep takes out of rows, a set with a bit per position of the chunk, those whose code does not match.
func (c *chunk) keep(rows []uint64, match []bool) {
	switch {
	case c.w1 != nil:
		keep(c.w1, math.MinInt8, c.base, rows, match)
	case c.w2 != nil:
		keep(c.w2, math.MinInt16, c.base, rows, match)
	case c.w4 != nil:
		keep(c.w4, math.MinInt32, c.base, rows, match)
	case c.w8 != nil:
		keep(c.w8, math.MinInt64, 0, rows, match)
	case !match[uint32(c.base)]:
		clear(rows)
	}
}

// keep looks at differences from base; the least number stands for null, which is the code 0.
func keep[N int8 | int16 | int32 | int64](differences *[chunkRows]N, least N, base int64, rows []uint64, match []bool) {
	for w, word := range rows {
		for rest := word; rest != 0; rest &= rest - 1 {
			bit := bits.TrailingZeros64(rest)
			d, code := differences[(w*64+bit)&chunkMask], uint32(0)
			if d != least {
				code = uint32(base + int64(d))
			}
			if !match[code] {
				word &^= 1 << bit
			}
		}
		rows[w] = word
	}
}

// dense are sets of rows with a bit per row, on their way to be bitmaps.
var dense = sync.Pool{New: func() any { return new([]uint64) }}

// denseRows is an empty set with room for rows up to largest.
func denseRows(largest uint32) *[]uint64 {
	set, size := dense.Get().(*[]uint64), int(largest/64)+1
	if cap(*set) < size {
		*set = make([]uint64, size+size/8)
	}
	*set = (*set)[:size]
	clear(*set)
	return set
}

// gather reads the values at positions, which ascend, into out. Those that hold nothing are null, which is the code 0.
func (c *column) gather(ids []uint32, out []int64) {
	for len(ids) > 0 {
		at, n := int(ids[0]>>chunkBits), 1
		for n < len(ids) && int(ids[n]>>chunkBits) == at {
			n++
		}
		if at < len(c.chunks) && c.chunks[at] != nil {
			c.chunks[at].gather(ids[:n], out[:n])
		} else {
			fill(out[:n], null)
		}
		ids, out = ids[n:], out[n:]
	}
}

// gather reads the values at positions of this chunk into out.
func (c *chunk) gather(ids []uint32, out []int64) {
	switch {
	case c.w1 != nil:
		gather(c.w1, math.MinInt8, c.base, ids, out)
	case c.w2 != nil:
		gather(c.w2, math.MinInt16, c.base, ids, out)
	case c.w4 != nil:
		gather(c.w4, math.MinInt32, c.base, ids, out)
	case c.w8 != nil:
		for i, id := range ids {
			out[i] = c.w8[id&chunkMask]
		}
	default:
		fill(out, c.base)
	}
}

// gather reads differences from base; the least number stands for null.
func gather[N int8 | int16 | int32](differences *[chunkRows]N, least N, base int64, ids []uint32, out []int64) {
	for i, id := range ids {
		d := differences[id&chunkMask]
		if d == least {
			out[i] = null
			continue
		}
		out[i] = base + int64(d)
	}
}

func fill(out []int64, v int64) {
	for i := range out {
		out[i] = v
	}
}
