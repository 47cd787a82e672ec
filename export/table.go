package export

import (
	"iter"
	"strings"
)

// Writer takes a table row by row. Rows have as many cells as the header that the writer was made with.
type Writer interface {
	Row(cells []Cell) error
	// Close writes what is left. It must be called after the last row; the table is not complete without it.
	Close() error
}

// Column declares a column of a table whose rows are made of T.
type Column[T any] struct {
	// Field is the name of the field as the API has it.
	Field string
	Cell  func(T) Cell
}

// Headers are the texts of the header row.
func Headers[T any](columns []Column[T]) []string {
	headers := make([]string, len(columns))
	for i := range columns {
		headers[i] = Header(columns[i].Field)
	}
	return headers
}

// Header is the header of a field: "cvss3_score" is shown as "Cvss3 score".
func Header(field string) string {
	if field == "" {
		return ""
	}
	words := strings.ToLower(strings.ReplaceAll(field, "_", " "))
	return strings.ToUpper(words[:1]) + words[1:]
}

// Write writes rows to w and closes it. The first error ends it.
func Write[T any](w Writer, columns []Column[T], rows iter.Seq2[T, error]) error {
	cells := make([]Cell, len(columns))
	for row, err := range rows {
		if err != nil {
			return err
		}
		for i := range columns {
			cells[i] = columns[i].Cell(row)
		}
		if err := w.Row(cells); err != nil {
			return err
		}
	}
	return w.Close()
}
