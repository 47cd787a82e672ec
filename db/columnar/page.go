package columnar

import (
	"cmp"
	"container/heap"
	"math"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
)

// ID as the column of a [Key] orders by the position of the row itself.
const ID = -1

// Key is one term of an order.
type Key struct {
	Col  int
	Desc bool
	// Rank orders a Ref column by a rank of the rows that it refers to; it is not asked for null.
	Rank func(ref uint64) int64
	// Join orders a Ref column by a number of the rows that it refers to, such as their [Snapshot.SortKey]; it is not asked for null.
	Join func(ref uint32) uint64
}

// Null is the number of what comes last in an ascending order.
const Null uint64 = math.MaxUint64

// Page orders hits by the keys and returns limit of them from offset on. Null is the greatest value; the position is always the last key,
// ascending unless the order says otherwise, so that pages are stable.
func (s *Snapshot) Page(hits *roaring.Bitmap, order []Key, offset, limit int) []uint32 {
	total := int(hits.GetCardinality())
	if offset < 0 || offset >= total || limit <= 0 {
		return nil
	}
	limit = min(limit, total-offset)
	order = untilID(order)
	if len(order) == 0 {
		return slice(hits, false, offset, limit)
	}
	if order[0].Col == ID {
		return slice(hits, order[0].Desc, offset, limit)
	}
	if parts := s.partition(order[0]); parts != nil {
		return s.pageOfParts(hits, parts, order[1:], offset, limit)
	}
	sorter := s.sorter(order)
	if wanted := offset + limit; wanted <= 4096 || wanted <= total/8 {
		return sorter.top(hits, wanted)[offset:]
	}
	ids := hits.ToArray()
	slices.SortFunc(ids, sorter.compare)
	return slices.Clone(ids[offset : offset+limit])
}

// untilID cuts what follows an explicit key on the position, which decides everything.
func untilID(order []Key) []Key {
	for i := range order {
		if order[i].Col == ID {
			return order[:i+1]
		}
	}
	return order
}

// slice takes hits in the order of their positions.
func slice(hits *roaring.Bitmap, desc bool, offset, limit int) []uint32 {
	ids := make([]uint32, 0, limit)
	if desc {
		offset = int(hits.GetCardinality()) - offset - limit
	}
	first, err := hits.Select(uint32(offset))
	if err != nil {
		return nil
	}
	it := hits.Iterator()
	it.AdvanceIfNeeded(first)
	for len(ids) < limit && it.HasNext() {
		ids = append(ids, it.Next())
	}
	if desc {
		slices.Reverse(ids)
	}
	return ids
}

// maxParts bounds how many bitmaps an order walks through instead of sorting.
const maxParts = 64

// partition returns the bitmaps of a key's column in the order of the key, or nil if that is no way to order.
func (s *Snapshot) partition(key Key) []*roaring.Bitmap {
	spec, c := s.schema.columns[key.Col], &s.columns[key.Col]
	if !spec.Bitmap || key.Rank != nil || spec.Kind == Ref || len(c.byNumber) > maxParts || len(c.texts) > maxParts {
		return nil
	}
	type part struct {
		key  uint64
		rows *roaring.Bitmap
	}
	var parts []part
	for v, b := range c.byNumber {
		parts = append(parts, part{numberKey(v), b})
	}
	if spec.Kind == Text {
		ranks := s.schema.dictionaries[key.Col].ranksFor(c.texts)
		for code := range c.texts {
			if b := c.bitmap(uint32(code)); b != nil {
				parts = append(parts, part{uint64(ranks.rank[code]), b})
			}
		}
	}
	slices.SortFunc(parts, func(a, b part) int { return cmp.Compare(a.key, b.key) })
	if key.Desc {
		slices.Reverse(parts)
	}
	rows := make([]*roaring.Bitmap, len(parts))
	for i := range parts {
		rows[i] = parts[i].rows
	}
	return rows
}

func (s *Snapshot) pageOfParts(hits *roaring.Bitmap, parts []*roaring.Bitmap, order []Key, offset, limit int) []uint32 {
	ids := make([]uint32, 0, limit)
	for _, part := range parts {
		if len(ids) == limit {
			break
		}
		n := int(hits.AndCardinality(part))
		if offset >= n {
			offset -= n
			continue
		}
		ids = append(ids, s.Page(roaring.And(hits, part), order, offset, limit-len(ids))...)
		offset = 0
	}
	return ids
}

// numberKey maps numbers to keys in the same order, null last.
func numberKey(v int64) uint64 {
	if v == null {
		return Null
	}
	return uint64(v) ^ 1<<63
}

// sorter compares rows by integer keys.
type sorter struct {
	keys   []sortKey
	idDesc bool
}

// sortKey makes a key of the value that a column has in a row.
type sortKey struct {
	column *column
	of     func(v int64) uint64
	ranks  []uint32 // of Text: the keys by code, before they are inverted
	desc   bool     // the keys are inverted
}

// all makes keys of many values.
func (k *sortKey) all(values []int64, keys []uint64) {
	if k.ranks == nil {
		for i, v := range values {
			keys[i] = k.of(v)
		}
		return
	}
	var inverted uint64
	if k.desc {
		inverted = math.MaxUint64
	}
	for i, v := range values {
		keys[i] = uint64(k.ranks[uint32(v)]) ^ inverted
	}
}

func (k *sortKey) at(id uint32) uint64 { return k.of(k.column.number(id)) }

func (s *Snapshot) sorter(order []Key) *sorter {
	out := &sorter{}
	for _, key := range order {
		if key.Col == ID {
			out.idDesc = key.Desc
			break
		}
		get := s.keyOf(key)
		if key.Desc {
			ascending := get.of
			get.of, get.desc = func(v int64) uint64 { return ^ascending(v) }, true
		}
		out.keys = append(out.keys, get)
	}
	return out
}

func (s *Snapshot) keyOf(key Key) sortKey {
	c := &s.columns[key.Col]
	switch {
	case s.schema.columns[key.Col].Kind == Int:
		return sortKey{column: c, of: numberKey}
	case s.schema.columns[key.Col].Kind == Text:
		if len(c.texts) == 0 {
			return sortKey{column: c, of: func(int64) uint64 { return 0 }}
		}
		rank := s.schema.dictionaries[key.Col].ranksFor(c.texts).rank
		return sortKey{column: c, of: func(v int64) uint64 { return uint64(rank[uint32(v)]) }, ranks: rank}
	case key.Join != nil:
		return sortKey{column: c, of: func(v int64) uint64 {
			if ref := uint32(v); ref != 0 {
				return key.Join(ref)
			}
			return Null
		}}
	default:
		return sortKey{column: c, of: refKey(key.Rank)}
	}
}

// SortKey returns the numbers by which rows are ordered in ascending order of a key, for orders of other tables that refer to these rows.
func (s *Snapshot) SortKey(key Key) func(id uint32) uint64 {
	if key.Col == ID {
		return func(id uint32) uint64 { return uint64(id) }
	}
	get := s.keyOf(key)
	return get.at
}

// refKey asks for the rank of each referenced row once.
func refKey(rank func(ref uint64) int64) func(v int64) uint64 {
	known := map[uint32]uint64{0: Null}
	return func(v int64) uint64 {
		ref := uint32(v)
		key, ok := known[ref]
		if !ok {
			key = uint64(ref)
			if rank != nil {
				key = numberKey(rank(uint64(ref)))
			}
			known[ref] = key
		}
		return key
	}
}

func (o *sorter) compare(a, b uint32) int {
	for i := range o.keys {
		if c := cmp.Compare(o.keys[i].at(a), o.keys[i].at(b)); c != 0 {
			return c
		}
	}
	if o.idDesc {
		return cmp.Compare(b, a)
	}
	return cmp.Compare(a, b)
}

// candidate is a row among the best so far, with its first key.
type candidate struct {
	key uint64
	id  uint32
}

// worst is a heap with the last of the best rows on top.
type worst struct {
	*sorter
	rows []candidate
}

func (w *worst) Len() int           { return len(w.rows) }
func (w *worst) Less(i, j int) bool { return w.after(w.rows[i], w.rows[j]) }
func (w *worst) Swap(i, j int)      { w.rows[i], w.rows[j] = w.rows[j], w.rows[i] }
func (w *worst) Push(x any)         { w.rows = append(w.rows, x.(candidate)) }
func (w *worst) Pop() any           { panic("columnar: rows are replaced, never taken from the heap") }

func (w *worst) after(a, b candidate) bool {
	if a.key != b.key {
		return a.key > b.key
	}
	return w.compare(a.id, b.id) > 0
}

// last puts the last n hits on the heap and returns the position from which on there are only these. Later rows mostly have greater numbers,
// so that in a descending order nearly all others are seen to be worse at once.
func (w *worst) last(hits *roaring.Bitmap, n int) (from uint32) {
	for it := hits.ReverseIterator(); len(w.rows) < n && it.HasNext(); {
		from = it.Next()
		w.rows = append(w.rows, candidate{w.keys[0].at(from), from})
	}
	heap.Init(w)
	return from
}

// top returns the first n hits in order, with a heap of n rows.
func (o *sorter) top(hits *roaring.Bitmap, n int) []uint32 {
	w := &worst{sorter: o, rows: make([]candidate, 0, n)}
	first := o.keys[0]
	if first.desc {
		from := w.last(hits, n)
		hits = hits.Clone()
		hits.RemoveRange(uint64(from), math.MaxUint32+1)
	}
	var (
		rows   [scanRows]uint32
		values [scanRows]int64
		keys   [scanRows]uint64
	)
	for it := hits.ManyIterator(); ; {
		got := it.NextMany(rows[:])
		if got == 0 {
			break
		}
		first.column.gather(rows[:got], values[:got])
		first.all(values[:got], keys[:got])
		for i, id := range rows[:got] {
			if len(w.rows) == n && keys[i] > w.rows[0].key {
				continue
			}
			c := candidate{keys[i], id}
			if len(w.rows) < n {
				w.rows = append(w.rows, c)
				if len(w.rows) == n {
					heap.Init(w)
				}
				continue
			}
			if !w.after(w.rows[0], c) {
				continue
			}
			w.rows[0] = c
			heap.Fix(w, 0)
		}
	}
	slices.SortFunc(w.rows, func(a, b candidate) int {
		if a.key != b.key {
			return cmp.Compare(a.key, b.key)
		}
		return o.compare(a.id, b.id)
	})
	ids := make([]uint32, len(w.rows))
	for i := range w.rows {
		ids[i] = w.rows[i].id
	}
	return ids
}
