package columnar

import "math"

// chunkRows positions make a chunk.
const (
	chunkBits = 11
	chunkRows = 1 << chunkBits
	chunkMask = chunkRows - 1
)

// chunk holds the values of a column at chunkRows positions: each as its difference from base, in as few bytes as all of them fit into.
// Rows that come together have much in common, so that most chunks need one byte per value, or none because all are equal. At most one of
// the arrays exists; its smallest value stands for null. A value of eight bytes is no difference.
type chunk struct {
	base int64 // the value of all positions if there is no array
	w1   *[chunkRows]int8
	w2   *[chunkRows]int16
	w4   *[chunkRows]int32
	w8   *[chunkRows]int64
}

func (c *chunk) at(i uint32) int64 {
	switch {
	case c.w1 != nil:
		if d := c.w1[i]; d != math.MinInt8 {
			return c.base + int64(d)
		}
	case c.w2 != nil:
		if d := c.w2[i]; d != math.MinInt16 {
			return c.base + int64(d)
		}
	case c.w4 != nil:
		if d := c.w4[i]; d != math.MinInt32 {
			return c.base + int64(d)
		}
	case c.w8 != nil:
		return c.w8[i] // math.MinInt64 is null
	default:
		return c.base
	}
	return null
}

// with sets the value at a position. It returns the chunk itself if the value fits into it, else a wider copy that has the value; the chunk
// has not changed then.
func (c *chunk) with(i uint32, v int64) *chunk {
	if c.put(i, v) {
		return c
	}
	wider := c.widened(v)
	wider.put(i, v)
	return wider
}

// put sets the value at a position if it fits.
func (c *chunk) put(i uint32, v int64) bool {
	d, fits := v-c.base, fitsFrom(c.base, v)
	isNull := v == null
	switch {
	case c.w1 != nil && isNull:
		c.w1[i] = math.MinInt8
	case c.w1 != nil && fits <= 1:
		c.w1[i] = int8(d)
	case c.w2 != nil && isNull:
		c.w2[i] = math.MinInt16
	case c.w2 != nil && fits <= 2:
		c.w2[i] = int16(d)
	case c.w4 != nil && isNull:
		c.w4[i] = math.MinInt32
	case c.w4 != nil && fits <= 4:
		c.w4[i] = int32(d)
	case c.w8 != nil:
		c.w8[i] = v
	default:
		return c.w1 == nil && c.w2 == nil && c.w4 == nil && v == c.base
	}
	return true
}

// fitsFrom is the number of bytes that the difference of a value from a base needs.
func fitsFrom(base, v int64) int {
	d := v - base
	switch {
	case (d > 0) != (v > base) || base == null: // overflow
		return 8
	case -math.MaxInt8 <= d && d <= math.MaxInt8:
		return 1
	case -math.MaxInt16 <= d && d <= math.MaxInt16:
		return 2
	case -math.MaxInt32 <= d && d <= math.MaxInt32:
		return 4
	default:
		return 8
	}
}

// widened is a copy with room for a value.
func (c *chunk) widened(v int64) *chunk {
	wide := &chunk{base: c.base}
	if c.base == null && c.w8 == nil { // all are null so far
		wide.base = v
	}
	width := 1
	if v != null {
		width = fitsFrom(wide.base, v)
	}
	switch {
	case width <= 1 && c.w2 == nil && c.w4 == nil && c.w8 == nil:
		wide.w1 = new([chunkRows]int8)
	case width <= 2 && c.w4 == nil && c.w8 == nil:
		wide.w2 = new([chunkRows]int16)
	case width <= 4 && c.w8 == nil:
		wide.w4 = new([chunkRows]int32)
	default:
		wide.w8 = new([chunkRows]int64)
	}
	for i := range uint32(chunkRows) {
		wide.put(i, c.at(i))
	}
	return wide
}

// copied is a copy that shares nothing.
func (c *chunk) copied() *chunk {
	fresh := *c
	switch {
	case c.w1 != nil:
		fresh.w1 = copyOf(c.w1)
	case c.w2 != nil:
		fresh.w2 = copyOf(c.w2)
	case c.w4 != nil:
		fresh.w4 = copyOf(c.w4)
	case c.w8 != nil:
		fresh.w8 = copyOf(c.w8)
	}
	return &fresh
}

// size is the memory of the chunk in bytes.
func (c *chunk) size() uint64 {
	const head = 5 * 8
	switch {
	case c.w1 != nil:
		return head + chunkRows
	case c.w2 != nil:
		return head + 2*chunkRows
	case c.w4 != nil:
		return head + 4*chunkRows
	case c.w8 != nil:
		return head + 8*chunkRows
	default:
		return head
	}
}

func copyOf[T any](v *T) *T {
	c := *v
	return &c
}
