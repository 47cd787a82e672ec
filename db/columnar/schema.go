package columnar

import (
	"fmt"
	"math"
)

// Kind is the type of a column.
type Kind uint8

// The kinds of columns.
const (
	Text Kind = iota // text; "" is the smallest text
	Int              // integer that may be null
	Ref              // id of a row of another table; 0 is null
)

// Column declares a column.
type Column struct {
	Name   string
	Kind   Kind
	Bitmap bool // keep a bitmap per value: for columns with few different values
}

// Schema is the list of a table's columns with what their snapshots share.
type Schema struct {
	columns      []Column
	positions    map[string]int
	dictionaries []*dictionary // by column; nil unless Text
}

// NewSchema makes a schema.
func NewSchema(columns ...Column) *Schema {
	s := &Schema{columns: columns, positions: make(map[string]int, len(columns)), dictionaries: make([]*dictionary, len(columns))}
	for i, c := range columns {
		if _, twice := s.positions[c.Name]; twice {
			panic(fmt.Sprintf("columnar: two columns are named %q", c.Name))
		}
		s.positions[c.Name] = i
		if c.Kind == Text {
			s.dictionaries[i] = newDictionary()
		}
	}
	return s
}

// Column is the position of the column with the given name; an unknown name is a programming error.
func (s *Schema) Column(name string) int {
	i, ok := s.positions[name]
	if !ok {
		panic(fmt.Sprintf("columnar: no column is named %q", name))
	}
	return i
}

// Value is one value of a row: S of a Text column, I of an Int or Ref column.
type Value struct {
	S    string
	I    int64
	Null bool // of an Int column
}

// Row holds a value per column, in the order of the schema.
type Row []Value

// null marks a null in an Int column.
const null = math.MinInt64

func (v Value) number() int64 {
	if v.Null {
		return null
	}
	return v.I
}
