package columnar

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// A chunk gives back what was put into it, in whatever order and however far apart the values are, and never changes one that it is a wider
// copy of.
func TestChunkAgainstArray(t *testing.T) {
	value := rapid.OneOf(rapid.Int64Range(-200, 200), rapid.SampledFrom(append([]int64{null}, farScores...)), rapid.Int64Range(null, math.MaxInt64))
	rapid.Check(t, func(t *rapid.T) {
		first := value.Draw(t, "first")
		c := &chunk{base: first}
		var want [chunkRows]int64
		for i := range want {
			want[i] = first
		}
		for range rapid.IntRange(0, 20).Draw(t, "changes") {
			i, v := rapid.Uint32Range(0, chunkRows-1).Draw(t, "position"), value.Draw(t, "value")
			before := *c
			wider := c.with(i, v)
			if wider != c && *c != before {
				t.Fatalf("the chunk has changed beside its wider copy")
			}
			c, want[i] = wider, v
		}
		for i := range want {
			if got := c.at(uint32(i)); got != want[i] {
				t.Fatalf("position %d: %d, want %d", i, got, want[i])
			}
		}
	})
}

// What rows that come together have in common takes no memory, small differences take little.
func TestChunkSize(t *testing.T) {
	tests := []struct {
		name   string
		values func(i int) int64
		bytes  uint64 // per value
	}{
		{"constant", func(int) int64 { return 7 }, 0},
		{"null", func(int) int64 { return null }, 0},
		{"severities", func(i int) int64 { return int64(i % 6) }, 1},
		{"numbers or null", func(i int) int64 {
			if i%3 == 0 {
				return null
			}
			return int64(i%100) + 1_000_000_000
		}, 1},
		{"ids", func(i int) int64 { return 5_000_000 + int64(i) }, 2},
		{"moments of an hour", func(i int) int64 { return 1_700_000_000_000_000 + int64(i)*1_000_000 }, 4},
		{"anything", func(i int) int64 { return int64(i) << 50 }, 8},
	}
	for _, test := range tests {
		c := &chunk{base: test.values(0)}
		for i := range chunkRows {
			c = c.with(uint32(i), test.values(i))
		}
		if got := c.size() / chunkRows; got != test.bytes {
			t.Errorf("%s: %d bytes per value, want %d", test.name, got, test.bytes)
		}
	}
}
