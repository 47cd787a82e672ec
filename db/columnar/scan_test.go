package columnar

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/RoaringBitmap/roaring/v2"
	gocmp "github.com/google/go-cmp/cmp"
)

// spread is a snapshot with rows in the first, second and fourth chunk, the last row alone in its, and a text of its own in each row.
func spread() *Snapshot {
	builder := New(testSchema()).Edit()
	put := func(id uint32) {
		builder.Put(id, Row{{S: fmt.Sprintf("Title %d", id)}, {S: "Open"}, {I: int64(id), Null: id%7 == 0}, {I: 1}, {I: int64(id % 5)}})
	}
	for id := uint32(1); id < chunkRows+500; id += 3 {
		put(id)
	}
	put(3*chunkRows + 1)
	return builder.Snapshot()
}

// Rows are found in every chunk, among all rows and among few.
func TestScanOverChunks(t *testing.T) {
	s := spread()
	all := s.All().ToArray()
	beyond := roaring.BitmapOf(all...)
	beyond.AddRange(2*chunkRows+5, 3*chunkRows)
	beyond.Add(9 * chunkRows)
	for name, within := range map[string]*roaring.Bitmap{
		"all":             nil,
		"most":            roaring.BitmapOf(all[len(all)/5:]...),
		"few":             roaring.BitmapOf(all[0], all[20], all[len(all)-3], all[len(all)-1]),
		"one":             roaring.BitmapOf(all[len(all)-1]),
		"none":            roaring.New(),
		"of other tables": beyond, // positions without a row
	} {
		t.Run(name, func(t *testing.T) {
			rows := all
			if within != nil {
				rows = roaring.And(within, s.All()).ToArray()
			}
			check := func(what string, got *roaring.Bitmap, fits func(id uint32) bool) {
				t.Helper()
				want := slices.DeleteFunc(slices.Clone(rows), func(id uint32) bool { return !fits(id) })
				if diff := gocmp.Diff(want, append([]uint32{}, got.ToArray()...)); diff != "" {
					t.Errorf("%s: %s", what, diff)
				}
			}
			for _, sub := range []string{"title 1", "E 61", "9", "title", "e 1t", "nowhere"} {
				check("contains "+sub, s.Contains(title, sub, within), func(id uint32) bool { return strings.Contains(Fold(s.Text(title, id)), Fold(sub)) })
			}
			check("at least", s.IntAtLeast(score, 1000, within), func(id uint32) bool { v, ok := s.Int(score, id); return ok && v >= 1000 })
		})
	}
	order := []Key{{Col: score, Desc: true}}
	want, rows := slices.Clone(all), rowsOf(s, all)
	slices.SortFunc(want, func(a, b uint32) int { return compareRows(rows, order, a, b) })
	if diff := gocmp.Diff(want[:150], s.Page(s.All(), order, 0, 150)); diff != "" {
		t.Error(diff)
	}
}

func rowsOf(s *Snapshot, ids []uint32) map[uint32]Row {
	rows := make(map[uint32]Row, len(ids))
	for _, id := range ids {
		rows[id] = s.values([]int{title, status, score, flag, product}, id)
	}
	return rows
}
