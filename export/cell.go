package export

import (
	"strconv"
	"time"

	"secobserve/model"
)

// Cell is one value of a table. The zero value is an empty cell.
type Cell struct {
	kind   kind
	text   string
	number int64
	score  float64
}

type kind uint8

const (
	empty kind = iota
	text
	integer
	decimal
	boolean
	date
	moment
)

// Text is a cell with text; the empty text leaves the cell empty.
func Text[T ~string](s T) Cell {
	if s == "" {
		return Cell{}
	}
	return Cell{kind: text, text: string(s)}
}

// Int is a cell with a number.
func Int[T ~int | ~int64](n T) Cell { return Cell{kind: integer, number: int64(n)} }

// OptionalInt is a cell with a number that may be null.
func OptionalInt(n *int) Cell {
	if n == nil {
		return Cell{}
	}
	return Int(*n)
}

// ID is a cell with the id of a row; 0, "no row", leaves the cell empty.
func ID(id model.ID) Cell {
	if id == 0 {
		return Cell{}
	}
	return Int(int64(id))
}

// Decimal is a cell with a number that may be null; a CSV shows it with a fixed number of decimal places.
func Decimal(x *float64, places int) Cell {
	if x == nil {
		return Cell{}
	}
	return Cell{kind: decimal, score: *x, number: int64(places)}
}

// Bool is a cell with a truth value.
func Bool(b bool) Cell {
	c := Cell{kind: boolean}
	if b {
		c.number = 1
	}
	return c
}

// OptionalBool is a cell with a truth value that may be null.
func OptionalBool(b *bool) Cell {
	if b == nil {
		return Cell{}
	}
	return Bool(*b)
}

// Date is a cell with a day; null leaves the cell empty.
func Date(d model.Date) Cell {
	if d == "" {
		return Cell{}
	}
	return Cell{kind: date, text: string(d)}
}

// Time is a cell with a moment, shown in UTC; null leaves the cell empty.
func Time(t model.Time) Cell {
	if t == 0 {
		return Cell{}
	}
	return Cell{kind: moment, number: int64(t)}
}

// The forms of moments in a CSV, as Python prints them: the fraction is absent if it is zero.
const (
	momentLayout       = "2006-01-02 15:04:05.000000+00:00"
	momentWithoutMicro = "2006-01-02 15:04:05+00:00"
)

// appendPlain appends the cell as a CSV shows it; texts are not protected yet.
func (c *Cell) appendPlain(out []byte) []byte {
	switch c.kind {
	case text, date:
		return append(out, c.text...)
	case integer:
		return strconv.AppendInt(out, c.number, 10)
	case decimal:
		return strconv.AppendFloat(out, c.score, 'f', int(c.number), 64)
	case boolean:
		if c.number == 0 {
			return append(out, "False"...)
		}
		return append(out, "True"...)
	case moment:
		t := model.Time(c.number).Std()
		if t.Nanosecond() == 0 {
			return t.AppendFormat(out, momentWithoutMicro)
		}
		return t.AppendFormat(out, momentLayout)
	default:
		return out
	}
}

// day is the first day that Excel's calendar counts from. That the calendar has a 29 February 1900, which never was, is made up for by
// beginning two days before 1900-01-01; days before 1900-03-01 come out wrong.
var day = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)

// firstSerial is the serial number of 1900-03-01.
const firstSerial = 61

// serial is the cell as a number of days; ok is false for a date that Excel's calendar does not have.
func (c *Cell) serial() (days float64, ok bool) {
	var t time.Time
	if c.kind == moment {
		t = model.Time(c.number).Std()
	} else {
		var err error
		if t, err = time.Parse(time.DateOnly, c.text); err != nil {
			return 0, false
		}
	}
	const secondsPerDay = 24 * 60 * 60
	seconds := float64(t.Unix()-day.Unix()) + float64(t.Nanosecond())/1e9
	return seconds / secondsPerDay, seconds >= firstSerial*secondsPerDay
}
