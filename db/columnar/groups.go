package columnar

import "github.com/RoaringBitmap/roaring/v2"

// maxGroupColumns bounds the columns that rows are grouped by.
const maxGroupColumns = 4

// Group is a number of rows that have the same values in some columns.
type Group struct {
	Values []Value // in the order of the columns
	Count  int
}

// Groups counts the rows of within by their values in a few columns, in the order in which the values first occur.
func (s *Snapshot) Groups(within *roaring.Bitmap, cols ...int) []Group {
	if len(cols) > maxGroupColumns {
		panic("columnar: rows are grouped by a few columns only")
	}
	type key [maxGroupColumns]int64
	positions := make(map[key]int)
	var groups []Group
	buffer := make([]uint32, 1024)
	for it := within.ManyIterator(); ; {
		n := it.NextMany(buffer)
		if n == 0 {
			return groups
		}
		for _, id := range buffer[:n] {
			var k key
			for i, col := range cols {
				k[i] = s.raw(col, id)
			}
			at, known := positions[k]
			if !known {
				at = len(groups)
				positions[k] = at
				groups = append(groups, Group{Values: s.values(cols, id)})
			}
			groups[at].Count++
		}
	}
}

// raw is what a column stores for a row: a code, an id or a number.
func (s *Snapshot) raw(col int, id uint32) int64 {
	if s.schema.columns[col].Kind == Int {
		return s.columns[col].number(id)
	}
	return int64(s.columns[col].code(id))
}

func (s *Snapshot) values(cols []int, id uint32) []Value {
	values := make([]Value, len(cols))
	for i, col := range cols {
		switch s.schema.columns[col].Kind {
		case Text:
			values[i].S = s.Text(col, id)
		case Int:
			v, ok := s.Int(col, id)
			values[i] = Value{I: v, Null: !ok}
		default:
			values[i].I = int64(s.Ref(col, id))
		}
	}
	return values
}
