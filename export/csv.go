package export

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// csvWriter writes a table as CSV (RFC 4180) for people who open it in a spreadsheet.
type csvWriter struct {
	out    *csv.Writer
	record []string
	buffer []byte
}

// NewCSV begins a CSV with its header row: commas, CRLF, quotes where they are needed, UTF-8. In texts, line feeds are shown as the word
// NEWLINE and formulas are defused.
func NewCSV(w io.Writer, headers []string) (Writer, error) {
	c := &csvWriter{out: csv.NewWriter(w), record: make([]string, len(headers))}
	c.out.UseCRLF = true
	if err := c.out.Write(headers); err != nil {
		return nil, fmt.Errorf("write the header of a CSV: %w", err)
	}
	return c, nil
}

func (c *csvWriter) Row(cells []Cell) error {
	for i := range cells {
		if cells[i].kind == text {
			c.record[i] = Defused(OneLine(cells[i].text))
			continue
		}
		c.buffer = cells[i].appendPlain(c.buffer[:0])
		c.record[i] = string(c.buffer)
	}
	if err := c.out.Write(c.record); err != nil {
		return fmt.Errorf("write a row of a CSV: %w", err)
	}
	return nil
}

func (c *csvWriter) Close() error {
	c.out.Flush()
	if err := c.out.Error(); err != nil {
		return fmt.Errorf("write a CSV: %w", err)
	}
	return nil
}

// OneLine shows line feeds as the word NEWLINE and drops carriage returns: many programs read a CSV line by line.
func OneLine(s string) string {
	if !strings.ContainsAny(s, "\r\n") {
		return s
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r", ""), "\n", " NEWLINE ")
}

// formulaStarts are the characters that make a spreadsheet take a text for a formula, or for a call of another program. Those of full width count
// where people write Chinese or Japanese.
const formulaStarts = "@+-=|%＠＋－＝｜％"

// Defused returns the text so that a spreadsheet does not evaluate it: one that begins like a formula is led by an apostrophe, and its
// bars are escaped, since they call other programs (CWE-1236). Numbers stay as they are. Spreadsheets skip tabs before a formula.
func Defused(s string) string {
	head := strings.TrimLeft(s, "\t")
	if first, _ := utf8.DecodeRuneInString(head); head == "" || !strings.ContainsRune(formulaStarts, first) || isNumber(head) {
		return s
	}
	return "'" + strings.ReplaceAll(s, "|", `\|`)
}

// DefusedName returns a name of a file so that a spreadsheet does not evaluate it. Names that only begin like a formula, as "@types/x.ts" and
// "+page.svelte" do, stay as they are, for the programs that look for the file.
func DefusedName(s string) string {
	if strings.HasPrefix(strings.TrimLeft(s, "\t\r\n "), "=") || strings.ContainsAny(s, "(|") {
		return Defused(s)
	}
	return s
}

// isNumber tells whether the text is an optional minus and then only digits, commas and dots.
func isNumber(s string) bool {
	s = strings.TrimPrefix(s, "-")
	return s != "" && strings.Trim(s, "0123456789,.") == ""
}
