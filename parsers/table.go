package parsers

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode/utf8"

	"secobserve/parsers/rawjson"
)

// maxColumns is the greatest number of columns of a CSV file. Reports have some twenty; each line is completed to all columns.
const maxColumns = 500

// Table is a CSV file (RFC 4180) with a header line. Its lines are read anew each time.
type Table struct {
	header  []string
	content []byte
}

func readCSV(content []byte) (*Document, error) {
	content = bytes.TrimPrefix(content, utf8Mark)
	if !utf8.Valid(content) {
		return nil, Problem(ErrCSV, "the text is not UTF-8")
	}
	t := &Table{content: content}
	reader := t.reader()
	header, err := reader.Read()
	if errors.Is(err, io.EOF) {
		return nil, Problem(ErrUnknown, "the CSV file has no data lines")
	}
	if err != nil {
		return nil, Problem(ErrCSV, err.Error())
	}
	if len(header) > maxColumns {
		return nil, Problem(ErrCSV, fmt.Sprintf("%d columns are more than %d", len(header), maxColumns))
	}
	for _, name := range header {
		t.header = append(t.header, strings.Clone(name))
	}
	lines := 0
	for ; ; lines++ {
		if _, err := reader.Read(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, Problem(ErrCSV, err.Error())
		}
	}
	if lines == 0 {
		return nil, Problem(ErrUnknown, "the CSV file has no data lines")
	}
	return &Document{CSV: t}, nil
}

func (t *Table) reader() *csv.Reader {
	r := csv.NewReader(bytes.NewReader(t.content))
	r.FieldsPerRecord = -1
	r.ReuseRecord = true
	return r
}

// Rows yields the data lines. A row is only valid until the next one.
func (t *Table) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		reader := t.reader()
		_, err := reader.Read()
		for err == nil {
			var cells []string
			if cells, err = reader.Read(); err == nil && !yield(Row{t.header, cells}) {
				return
			}
		}
	}
}

// Row is a data line of a table.
type Row struct{ header, cells []string }

// Get returns the cell of a column, the last one of equal names; "" if there is none.
func (r Row) Get(column string) string {
	for i := min(len(r.header), len(r.cells)) - 1; i >= 0; i-- {
		if r.header[i] == column {
			return r.cells[i]
		}
	}
	return ""
}

// JSON is the line as JSON object in the order of the columns: missing cells are null, surplus ones a list with the name "null"
// (import.md §2).
func (r Row) JSON() []byte {
	size := 0
	for _, cell := range r.cells {
		size += len(cell) + 8
	}
	for _, name := range r.header {
		size += len(name) + 8
	}
	out := append(make([]byte, 0, size), '{')
	for i, name := range r.header {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(rawjson.AppendText(out, name), ':')
		if i < len(r.cells) {
			out = rawjson.AppendText(out, r.cells[i])
		} else {
			out = append(out, "null"...)
		}
	}
	if len(r.cells) > len(r.header) {
		out = append(out, `,"null":`...)
		for i, cell := range r.cells[len(r.header):] {
			out = append(out, "[,"[min(i, 1)])
			out = rawjson.AppendText(out, cell)
		}
		out = append(out, ']')
	}
	return append(out, '}')
}
