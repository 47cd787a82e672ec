package columnar

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/RoaringBitmap/roaring/v2"
	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// The columns of the tests: one of each kind, with and without bitmaps.
const (
	title = iota
	status
	score
	flag
	product
)

func testSchema() *Schema {
	return NewSchema(Column{"title", Text, false}, Column{"status", Text, true}, Column{"score", Int, false}, Column{"flag", Int, true}, Column{"product", Ref, true})
}

// farScores need more and more bytes.
var farScores = []int64{125, 126, 127, 128, -127, -128, -129, 200, 32767, 32768, -32768, -32769, 1 << 31, -1 << 31, 1<<31 - 1, 1 << 40, math.MaxInt64 - 1, -math.MaxInt64}

var drawRow = rapid.Custom(func(t *rapid.T) Row {
	return Row{
		{S: rapid.SampledFrom([]string{"", "a", "A", "b", "straße", "STRASSE", "ab", "Zeta", "é"}).Draw(t, "title")},
		{S: rapid.SampledFrom([]string{"Open", "Resolved", "In review"}).Draw(t, "status")},
		{I: rapid.OneOf(rapid.Int64Range(-2, 3), rapid.SampledFrom(farScores)).Draw(t, "score"), Null: rapid.Bool().Draw(t, "null score")},
		{I: rapid.Int64Range(0, 1).Draw(t, "flag"), Null: rapid.IntRange(0, 3).Draw(t, "null flag") == 0},
		{I: rapid.Int64Range(0, 4).Draw(t, "product")},
	}
})

// published is a snapshot with what it must contain.
type published struct {
	snapshot *Snapshot
	rows     map[uint32]Row
}

// Whatever is inserted, replaced, deleted, published or thrown away: every snapshot, old ones too, answers like a scan of its rows.
func TestSnapshotsAgainstBruteForce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		current := published{New(testSchema()), map[uint32]Row{}}
		kept := []published{current}
		next := uint32(1)
		for range rapid.IntRange(1, 6).Draw(t, "transactions") {
			builder, rows := current.snapshot.Edit(), maps.Clone(current.rows)
			last := next
			for range rapid.IntRange(0, 30).Draw(t, "changes") {
				change(t, builder, rows, &last)
			}
			compare(t, published{builder.View(), rows})
			if rapid.IntRange(0, 3).Draw(t, "rollback") == 0 {
				continue // the builder is thrown away; its ids are given again
			}
			next = last
			current = published{builder.Snapshot(), rows}
			kept = append(kept, current)
		}
		for _, p := range kept {
			compare(t, p)
		}
	})
}

func change(t *rapid.T, b *Builder, rows map[uint32]Row, next *uint32) {
	ids := slices.Sorted(maps.Keys(rows))
	switch what := rapid.IntRange(0, 4).Draw(t, "change"); {
	case what == 0 && len(ids) > 0:
		id := rapid.SampledFrom(ids).Draw(t, "deleted")
		b.Delete(id)
		delete(rows, id)
	case what == 1 && len(ids) > 0:
		id := rapid.SampledFrom(ids).Draw(t, "replaced")
		rows[id] = drawRow.Draw(t, "row")
		b.Put(id, rows[id])
	case what == 2:
		var (
			added  []uint32
			values []Value
		)
		for range rapid.IntRange(0, 5).Draw(t, "appended") {
			id := draw(t, rows, next)
			added, values = append(added, id), append(values, rows[id]...)
		}
		b.Append(added, values)
	default:
		id := draw(t, rows, next)
		b.Put(id, rows[id])
	}
}

// draw makes a row at a position never used.
func draw(t *rapid.T, rows map[uint32]Row, next *uint32) uint32 {
	id := *next
	*next += rapid.SampledFrom([]uint32{1, 1, 1, chunkRows - 1}).Draw(t, "step")
	rows[id] = drawRow.Draw(t, "row")
	return id
}

func compare(t *rapid.T, p published) {
	s := p.snapshot
	where := func(fits func(Row) bool) []uint32 {
		ids := []uint32{}
		for id, row := range p.rows {
			if fits(row) {
				ids = append(ids, id)
			}
		}
		slices.Sort(ids)
		return ids
	}
	equal := func(what string, got, want []uint32) {
		if diff := gocmp.Diff(want, append([]uint32{}, got...)); diff != "" {
			t.Fatalf("%s: %s", what, diff)
		}
	}
	equal("all", s.All().ToArray(), where(func(Row) bool { return true }))
	for _, text := range []string{"", "a", "Open", "nobody", "STRASSE"} {
		equal("equal title", s.EqualText(title, text).ToArray(), where(func(r Row) bool { return r[title].S == text }))
		equal("equal status", s.EqualText(status, text).ToArray(), where(func(r Row) bool { return r[status].S == text }))
		equal("contains "+text, s.Contains(title, text, nil).ToArray(), where(func(r Row) bool { return strings.Contains(Fold(r[title].S), Fold(text)) }))
		equal("contains in status "+text, s.Contains(status, text, nil).ToArray(), where(func(r Row) bool { return strings.Contains(Fold(r[status].S), Fold(text)) }))
	}
	for _, n := range farScores {
		equal("score", s.EqualInt(score, n).ToArray(), where(func(r Row) bool { return !r[score].Null && r[score].I == n }))
		equal("at least", s.IntAtLeast(score, n, nil).ToArray(), where(func(r Row) bool { return !r[score].Null && r[score].I >= n }))
	}
	for n := int64(-2); n <= 3; n++ {
		equal("score", s.EqualInt(score, n).ToArray(), where(func(r Row) bool { return !r[score].Null && r[score].I == n }))
		equal("flag", s.EqualInt(flag, n).ToArray(), where(func(r Row) bool { return !r[flag].Null && r[flag].I == n }))
		equal("at least", s.IntAtLeast(score, n, nil).ToArray(), where(func(r Row) bool { return !r[score].Null && r[score].I >= n }))
		equal("product", s.EqualRef(product, uint64(n+2)).ToArray(), where(func(r Row) bool { return r[product].I == n+2 }))
	}
	some := s.EqualInt(flag, 1)
	equal("any of", s.AnyRefWithin(product, roaring.BitmapOf(1, 3), some).ToArray(), where(func(r Row) bool {
		return (r[product].I == 1 || r[product].I == 3) && !r[flag].Null && r[flag].I == 1
	}))
	counts := map[[3]string]int{}
	for _, row := range p.rows {
		counts[groupOf(row[status], row[score], row[product])]++
	}
	for _, g := range s.Groups(s.All(), status, score, product) {
		key := groupOf(g.Values[0], g.Values[1], g.Values[2])
		if counts[key] != g.Count {
			t.Fatalf("group %v has %d rows, want %d", key, g.Count, counts[key])
		}
		delete(counts, key)
	}
	if len(counts) > 0 {
		t.Fatalf("groups are missing: %v", counts)
	}
	equal("null", s.NullInt(flag).ToArray(), where(func(r Row) bool { return r[flag].Null }))
	for _, order := range [][]Key{nil, {{Col: title}}, {{Col: title, Desc: true}}, {{Col: score}, {Col: ID, Desc: true}}, {{Col: score, Desc: true}}, {{Col: flag}, {Col: title}},
		{{Col: status, Desc: true}, {Col: score}}, {{Col: product, Rank: func(id uint64) int64 { return -int64(id) }}}, {{Col: product, Join: descending, Desc: true}, {Col: title}},
		{{Col: product, Join: s.SortKey(Key{Col: score})}}, {{Col: ID, Desc: true}}} {
		want := where(func(Row) bool { return true })
		slices.SortFunc(want, func(a, b uint32) int { return compareRows(p.rows, order, a, b) })
		for _, window := range [][2]int{{0, 3}, {2, 5}, {0, 1000}, {4, 1}} {
			from, to := min(window[0], len(want)), min(window[0]+window[1], len(want))
			equal("page", s.Page(s.All(), order, window[0], window[1]), want[from:to])
		}
	}
}

// descending orders references against their ids.
func descending(ref uint32) uint64 { return 1000 - uint64(ref) }

func groupOf(status, score, product Value) [3]string {
	if score.Null {
		score.I = 0
	}
	return [3]string{status.S, fmt.Sprint(score.I, score.Null), fmt.Sprint(product.I)}
}

// compareRows is the order of the specification, written down plainly.
func compareRows(rows map[uint32]Row, order []Key, a, b uint32) int {
	for _, key := range order {
		c := 0
		switch {
		case key.Col == ID:
			c = cmp.Compare(a, b)
		case key.Col == title || key.Col == status:
			x, y := rows[a][key.Col].S, rows[b][key.Col].S
			c = cmp.Or(strings.Compare(Fold(x), Fold(y)), strings.Compare(x, y))
		case key.Join != nil:
			number := func(ref int64) uint64 {
				if ref == 0 {
					return Null
				}
				return key.Join(uint32(ref))
			}
			c = cmp.Compare(number(rows[a][key.Col].I), number(rows[b][key.Col].I))
		case key.Rank != nil:
			c = compareNullable(rows[a][key.Col].I, rows[b][key.Col].I, rows[a][key.Col].I == 0, rows[b][key.Col].I == 0, key.Rank)
		default:
			c = compareNullable(rows[a][key.Col].I, rows[b][key.Col].I, rows[a][key.Col].Null, rows[b][key.Col].Null, func(v uint64) int64 { return int64(v) })
		}
		if key.Desc {
			c = -c
		}
		if c != 0 {
			return c
		}
	}
	return cmp.Compare(a, b)
}

func compareNullable(x, y int64, xNull, yNull bool, rank func(uint64) int64) int {
	switch {
	case xNull && yNull:
		return 0
	case xNull:
		return 1
	case yNull:
		return -1
	default:
		return cmp.Compare(rank(uint64(x)), rank(uint64(y)))
	}
}

// Readers of published snapshots are not disturbed by a builder at work; the race detector watches.
func TestReadersBesideABuilder(t *testing.T) {
	schema := testSchema()
	b := New(schema).Edit()
	for id := uint32(1); id <= 5000; id++ {
		b.Put(id, Row{{S: "title"}, {S: "Open"}, {I: int64(id)}, {I: 1}, {I: int64(id % 7)}})
	}
	s := b.Snapshot()
	var readers sync.WaitGroup
	for range 2 {
		readers.Go(func() {
			for range 20 {
				if n := s.Contains(title, "TIT", nil).GetCardinality(); n != 5000 {
					t.Errorf("%d rows contain the text", n)
				}
				if ids := s.Page(s.All(), []Key{{Col: score, Desc: true}}, 0, 3); !slices.Equal(ids, []uint32{5000, 4999, 4998}) {
					t.Errorf("page %v", ids)
				}
			}
		})
	}
	for round := range uint32(20) {
		b := s.Edit()
		for id := uint32(1); id < 300; id++ {
			b.Put(id*3+round, Row{{S: "other"}, {S: "Resolved"}, {I: 0}, {I: 0}, {I: 3}})
			b.Put(6000+id, Row{{S: "new" + string(rune('a'+round))}, {S: "Open"}, {I: 9}, {I: 1}, {I: 2}})
		}
		b.Snapshot()
	}
	readers.Wait()
}
