package handlers

import (
	"io"
	"iter"

	"secobserve/export"
	"secobserve/handlers/rest"
)

// The media types of tables. JSON is offered as well: clients that ask for nothing else have always got the file.
const (
	typeCSV   = "text/csv"
	typeExcel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
)

var (
	csvTypes   = []string{typeCSV, "application/json"}
	excelTypes = []string{typeExcel, "application/json"}
)

// tableFormat is a file format of tables.
type tableFormat func(c *call, name, sheet string, headers []string, rows int, write func(export.Writer) error) (reply, error)

// asCSV sends a table as a CSV file.
func asCSV(c *call, name, _ string, headers []string, _ int, write func(export.Writer) error) (reply, error) {
	return attachment(c, name+".csv", typeCSV, func(w io.Writer) error {
		table, err := export.NewCSV(w, headers)
		if err != nil {
			return err
		}
		return write(table)
	}), nil
}

// asExcel sends a table as an Excel file.
func asExcel(c *call, name, sheet string, headers []string, rows int, write func(export.Writer) error) (reply, error) {
	if rows > export.MaxExcelRows {
		return reply{}, rest.BadRequestf("Excel files have at most %d rows, these are %d: use filters or the CSV export", export.MaxExcelRows, rows)
	}
	return attachment(c, name+".xlsx", typeExcel, func(w io.Writer) error {
		table, err := export.NewExcel(w, sheet, headers)
		if err != nil {
			return err
		}
		return write(table)
	}), nil
}

// sendTable sends rows as a file called name; count is their number.
func sendTable[T any](c *call, format tableFormat, name, sheet string, columns []export.Column[T], count int, rows iter.Seq2[T, error]) (reply, error) {
	return format(c, name, sheet, export.Headers(columns), count, func(w export.Writer) error { return export.Write(w, columns, rows) })
}
