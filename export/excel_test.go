package export

import (
	"bytes"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"secobserve/model"
)

// workbook writes rows below headers and reads the file with an independent reader.
func workbook(t *testing.T, sheet string, headers []string, rows ...[]Cell) *excelize.File {
	t.Helper()
	var out bytes.Buffer
	w, err := NewExcel(&out, sheet, headers)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		if err := w.Row(row); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	file, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := file.Close(); err != nil {
			t.Error(err)
		}
	})
	return file
}

func TestExcelTypes(t *testing.T) {
	file := workbook(t, "A & B", make([]string, len(cells())), cells())
	if diff := cmp.Diff([]string{"A & B"}, file.GetSheetList()); diff != "" {
		t.Error(diff)
	}
	type typed struct {
		Type  excelize.CellType
		Value string
	}
	var got []typed
	for i := range cells() {
		name := columnName(i) + "2"
		kind, err := file.GetCellType("A & B", name)
		if err != nil {
			t.Fatal(err)
		}
		value, err := file.GetCellValue("A & B", name)
		if err != nil {
			t.Fatal(err)
		}
		if formula, err := file.GetCellFormula("A & B", name); err != nil || formula != "" {
			t.Errorf("%s: formula %q %v", name, formula, err)
		}
		got = append(got, typed{kind, value})
	}
	str, num, none := excelize.CellTypeInlineString, excelize.CellTypeUnset, excelize.CellTypeUnset
	want := []typed{
		{str, "a,b"}, {str, `say "x"`}, {str, "one\ntwo\nthree"}, {none, ""}, {num, "-7"}, {none, ""}, {none, ""}, {num, "12"}, {num, "9.8"},
		{num, "97.5"}, {none, ""}, {excelize.CellTypeBool, "TRUE"}, {excelize.CellTypeBool, "FALSE"}, {none, ""}, {num, "2026-02-28"}, {none, ""},
		{num, "2026-11-23 18:43:17"}, {num, "2026-01-02 03:04:05"}, {none, ""}, {str, "=1"}, {str, "Grüße"}, {str, "\n=1"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for cell, bold := range map[string]bool{"A1": true, "B1": true, "A2": false} {
		index, err := file.GetCellStyle("A & B", cell)
		if err != nil {
			t.Fatal(err)
		}
		style, err := file.GetStyle(index)
		if err != nil {
			t.Fatal(err)
		}
		if got := style.Font != nil && style.Font.Bold; got != bold {
			t.Errorf("%s: bold %v", cell, got)
		}
	}
}

func TestExcelTexts(t *testing.T) {
	long := strings.Repeat("a", maxCellText)
	for text, want := range map[string]string{
		"a\x00b\x07c\x1b[0m":       "abc[0m",
		"tab\there":                "tab\there",
		"<b>&amp;</b>":             "<b>&amp;</b>",
		"  spaces  ":               "  spaces  ",
		"_x0041_ and _x00e4_":      "_x0041_ and _x00e4_",
		"_x004_ _X0041_ __x0041_":  "_x004_ _X0041_ __x0041_",
		"broken \xff byte":         "broken \uFFFD byte",
		"\ufffe\uffff":             "",
		long + "b":                 long,
		long[:maxCellText-1] + "😀": long[:maxCellText-1],
		"😀":                        "😀",
	} {
		file := workbook(t, "S", []string{"Text"}, []Cell{Text(text)})
		got, err := file.GetCellValue("S", "A2")
		if err != nil {
			t.Fatal(err)
		}
		if got != want {
			t.Errorf("%.40q: %.40q, want %.40q", text, got, want)
		}
	}
}

// Days that Excel's calendar does not have, or counts differently, stay texts.
func TestExcelDates(t *testing.T) {
	for day, want := range map[model.Date]string{"1900-03-01": "1900-03-01", "1900-02-28": "1900-02-28", "0001-01-01": "0001-01-01", "9999-12-31": "9999-12-31", "2300-01-01": "2300-01-01"} {
		file := workbook(t, "S", []string{"Day"}, []Cell{Date(day)})
		if got, err := file.GetCellValue("S", "A2"); err != nil || got != want {
			t.Errorf("%s: %s %v", day, got, err)
		}
	}
	file := workbook(t, "S", []string{"Time"}, []Cell{Time(model.TimeOf(time.Date(2026, 11, 23, 18, 0, 0, 500000000, time.UTC)))})
	if raw, err := file.GetCellValue("S", "A2", excelize.Options{RawCellValue: true}); err != nil || !strings.HasPrefix(raw, "46349.750005787") {
		t.Errorf("raw %s %v", raw, err)
	}
}

func TestColumnName(t *testing.T) {
	for i, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 51: "AZ", 52: "BA", 104: "DA", 701: "ZZ", 702: "AAA"} {
		if got := columnName(i); got != want {
			t.Errorf("%d: %s, want %s", i, got, want)
		}
	}
}

// A table of any length needs the memory of a row: what the writers hold does not grow.
func TestWritersHoldOneRow(t *testing.T) {
	for name, open := range map[string]func(io.Writer) (Writer, error){
		"csv":   func(w io.Writer) (Writer, error) { return NewCSV(w, make([]string, 50)) },
		"excel": func(w io.Writer) (Writer, error) { return NewExcel(w, "S", make([]string, 50)) },
	} {
		w, err := open(io.Discard)
		if err != nil {
			t.Fatal(err)
		}
		row := make([]Cell, 50)
		for i := range row {
			row[i] = Text("some text that is long enough to matter")
		}
		heap := func() uint64 {
			runtime.GC()
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			return m.HeapAlloc
		}
		before := heap()
		for range 20000 {
			if err := w.Row(row); err != nil {
				t.Fatal(err)
			}
		}
		if grown := int64(heap()) - int64(before); grown > 8<<20 { // the rows have 40 MB
			t.Errorf("%s: 20,000 rows hold %d bytes", name, grown)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
