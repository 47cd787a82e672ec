package columnar

import "github.com/RoaringBitmap/roaring/v2"

// Builder makes the next snapshot. It is used by one goroutine, and no other builder of the same schema may be in use meanwhile.
type Builder struct {
	schema  *Schema
	live    *roaring.Bitmap
	ownLive bool
	columns []columnBuilder
	end     uint32 // one more than the largest position ever used
	view    *Snapshot
	puts    int
}

// Edit begins the next snapshot. Nothing is copied before it changes.
func (s *Snapshot) Edit() *Builder {
	b := &Builder{schema: s.schema, live: s.live, end: s.end, columns: make([]columnBuilder, len(s.columns)), view: s}
	for i := range b.columns {
		b.columns[i] = columnBuilder{column: s.columns[i], spec: s.schema.columns[i], dict: s.schema.dictionaries[i], published: s.end}
	}
	return b
}

// Put inserts or replaces the row at the position id.
func (b *Builder) Put(id uint32, row Row) {
	b.view = nil
	fresh := !b.live.Contains(id)
	for i := range b.columns {
		b.columns[i].put(id, row[i], fresh)
	}
	if fresh {
		b.writableLive().Add(id)
	}
	b.end = max(b.end, id+1)
	b.puts++
}

// Append puts rows at positions that have never been used: ids is ascending, and rows holds the values of one row after the other. It is
// faster than Put, because it goes column by column.
func (b *Builder) Append(ids []uint32, rows []Value) {
	if len(ids) == 0 {
		return
	}
	b.view = nil
	for i := range b.columns {
		b.columns[i].append(ids, rows[i:], len(b.columns))
	}
	b.writableLive().AddMany(ids)
	b.end = max(b.end, ids[len(ids)-1]+1)
	b.puts += len(ids)
}

// Delete takes out the row at the position id; a position without a row is no error.
func (b *Builder) Delete(id uint32) {
	if !b.live.Contains(id) {
		return
	}
	b.view = nil
	for i := range b.columns {
		b.columns[i].remove(id)
	}
	b.writableLive().Remove(id)
}

func (b *Builder) writableLive() *roaring.Bitmap {
	if !b.ownLive {
		b.live, b.ownLive = b.live.Clone(), true
	}
	return b.live
}

// View is what the builder holds now, to be read until the next change of the builder.
func (b *Builder) View() *Snapshot {
	if b.view == nil {
		b.view = b.snapshot()
	}
	return b.view
}

// Snapshot publishes what the builder holds. The builder must not be used after it.
func (b *Builder) Snapshot() *Snapshot {
	if b.puts >= chunkRows {
		b.compress()
	}
	return b.snapshot()
}

// compress makes the changed bitmaps small: rows that came together are runs in many of them.
func (b *Builder) compress() {
	if b.ownLive {
		b.live.RunOptimize()
	}
	for i := range b.columns {
		for bitmap := range b.columns[i].ownMaps {
			bitmap.RunOptimize()
		}
	}
}

func (b *Builder) snapshot() *Snapshot {
	s := &Snapshot{schema: b.schema, live: b.live, end: b.end, columns: make([]column, len(b.columns))}
	for i := range b.columns {
		s.columns[i] = b.columns[i].column
	}
	return s
}
