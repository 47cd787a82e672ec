package export

import (
	"archive/zip"
	"bufio"
	"fmt"
	"io"
	"strconv"
	"unicode/utf8"

	"github.com/klauspost/compress/flate"
)

// MaxExcelRows is the number of rows that a sheet can have besides its header (ECMA-376 leaves it open, Excel does not).
const MaxExcelRows = 1<<20 - 1

// maxCellText is the greatest length of a text in a cell, in UTF-16 units.
const maxCellText = 32767

// excelWriter writes an Office Open XML workbook (ECMA-376) with one sheet. The sheet is the last part of the package, so that it can be sent
// while it is made. Libraries for the format keep the sheet, or a file of it, until it is complete, and take several times as long.
type excelWriter struct {
	archive *zip.Writer
	sheet   *bufio.Writer
	columns []string // "A", "B", …
	rows    int
	cell    []byte
}

// The cell formats of styles.xml.
const (
	styleBold   = "1"
	styleDate   = "2"
	styleMoment = "3"
)

// compression is the level of the package: sheets are repetitive, so that the fast levels shrink them to a tenth already.
const compression = 2

// NewExcel begins a workbook with one sheet and its bold header row. Texts are string cells, never formulas; numbers, truth values and
// dates are cells of these types. Moments are in UTC.
func NewExcel(w io.Writer, sheet string, headers []string) (Writer, error) {
	archive := zip.NewWriter(w)
	archive.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, compression) })
	for _, part := range parts(sheet) {
		out, err := archive.Create(part.name)
		if err == nil {
			_, err = io.WriteString(out, part.content)
		}
		if err != nil {
			return nil, fmt.Errorf("write %s of a workbook: %w", part.name, err)
		}
	}
	out, err := archive.Create("xl/worksheets/sheet1.xml")
	if err != nil {
		return nil, fmt.Errorf("begin the sheet of a workbook: %w", err)
	}
	e := &excelWriter{archive: archive, sheet: bufio.NewWriterSize(out, 64<<10), columns: make([]string, len(headers))}
	for i := range e.columns {
		e.columns[i] = columnName(i)
	}
	_, _ = e.sheet.WriteString(sheetHead) // errors of a bufio.Writer stay until the next flush
	return e, e.header(headers)
}

// columnName is the name of the column with the given number: A to Z, AA to ZZ, AAA ….
func columnName(i int) string {
	name := string(rune('A' + i%26))
	if i < 26 {
		return name
	}
	return columnName(i/26-1) + name
}

func (e *excelWriter) header(headers []string) error {
	row := e.beginRow()
	for i, text := range headers {
		e.text(i, row, text, styleBold)
	}
	return e.endRow()
}

func (e *excelWriter) Row(cells []Cell) error {
	row := e.beginRow()
	for i := range cells {
		e.write(i, row, &cells[i])
	}
	return e.endRow()
}

func (e *excelWriter) beginRow() (number string) {
	e.rows++
	number = strconv.Itoa(e.rows)
	e.cell = append(append(append(e.cell[:0], `<row r="`...), number...), `">`...)
	return number
}

func (e *excelWriter) endRow() error {
	e.cell = append(e.cell, `</row>`...)
	if _, err := e.sheet.Write(e.cell); err != nil {
		return fmt.Errorf("write row %d of a sheet: %w", e.rows, err)
	}
	return nil
}

func (e *excelWriter) write(column int, row string, c *Cell) {
	switch c.kind {
	case empty:
	case text:
		e.text(column, row, c.text, "")
	case boolean:
		e.begin(column, row, "b", "")
		e.value(func(out []byte) []byte { return strconv.AppendInt(out, c.number, 10) })
	case integer:
		e.begin(column, row, "", "")
		e.value(func(out []byte) []byte { return strconv.AppendInt(out, c.number, 10) })
	case decimal:
		e.begin(column, row, "", "")
		e.value(c.appendPlain)
	case date, moment:
		e.date(column, row, c)
	}
}

func (e *excelWriter) date(column int, row string, c *Cell) {
	days, ok := c.serial()
	if !ok {
		e.text(column, row, string(c.appendPlain(nil)), "")
		return
	}
	style, places := styleDate, 0
	if c.kind == moment {
		style, places = styleMoment, 11 // a microsecond is 1.2e-11 days
	}
	e.begin(column, row, "", style)
	e.value(func(out []byte) []byte { return strconv.AppendFloat(out, days, 'f', places, 64) })
}

func (e *excelWriter) begin(column int, row, kind, style string) {
	out := append(append(append(e.cell, `<c r="`...), e.columns[column]...), row...)
	if style != "" {
		out = append(append(out, `" s="`...), style...)
	}
	if kind != "" {
		out = append(append(out, `" t="`...), kind...)
	}
	e.cell = append(out, `">`...)
}

func (e *excelWriter) value(appendValue func([]byte) []byte) {
	e.cell = append(appendValue(append(e.cell, `<v>`...)), `</v></c>`...)
}

func (e *excelWriter) text(column int, row, s, style string) {
	e.begin(column, row, "inlineStr", style)
	e.cell = append(appendXML(append(e.cell, `<is><t xml:space="preserve">`...), s), `</t></is></c>`...)
}

// appendXML appends a text as a cell can hold it: at most maxCellText long, without control characters, line breaks as line feeds.
func appendXML(out []byte, s string) []byte {
	length := 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if length++; r > 0xFFFF {
			length++
		}
		if length > maxCellText {
			break
		}
		switch {
		case r == '&':
			out = append(out, `&amp;`...)
		case r == '<':
			out = append(out, `&lt;`...)
		case r == '>':
			out = append(out, `&gt;`...)
		case r == '\r':
			if i+1 == len(s) || s[i+1] != '\n' {
				out = append(out, '\n')
			}
		case r == '_' && looksEscaped(s[i:]):
			out = append(out, `_x005F_`...)
		case r == utf8.RuneError && size == 1:
			out = append(out, "\uFFFD"...)
		case r < ' ' && r != '\t' && r != '\n' || r == 0xFFFE || r == 0xFFFF: // XML 1.0 has no way to write them
		default:
			out = append(out, s[i:i+size]...)
		}
		i += size
	}
	return out
}

// looksEscaped tells whether the text begins like the escape sequence of a character, _xHHHH_ (ECMA-376 part 1, §22.9.2.19), which readers
// would take for that character.
func looksEscaped(s string) bool {
	const length = len("_x0000_")
	if len(s) < length || s[1] != 'x' || s[length-1] != '_' {
		return false
	}
	for _, c := range []byte(s[2 : length-1]) {
		if (c < '0' || c > '9') && (c|0x20 < 'a' || c|0x20 > 'f') {
			return false
		}
	}
	return true
}

func (e *excelWriter) Close() error {
	_, _ = e.sheet.WriteString(sheetTail)
	if err := e.sheet.Flush(); err != nil {
		return fmt.Errorf("end a sheet: %w", err)
	}
	if err := e.archive.Close(); err != nil {
		return fmt.Errorf("end a workbook: %w", err)
	}
	return nil
}
