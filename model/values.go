package model

import (
	"fmt"
	"strconv"
	"time"
)

// ID identifies a row of one table. Ids start at 1 and are never used again; 0 means "no row" (null).
type ID uint64

// Time is a moment in microseconds since 1970-01-01T00:00:00Z; 0 is null. Microseconds are the precision of the API
// (http-conventions.md §7).
type Time int64

// TimeOf converts t, dropping what is finer than a microsecond.
func TimeOf(t time.Time) Time {
	if t.IsZero() {
		return 0
	}
	return Time(t.UnixMicro())
}

// Std returns the moment in UTC, the zero time.Time for null.
func (t Time) Std() time.Time {
	if t == 0 {
		return time.Time{}
	}
	return time.UnixMicro(int64(t)).UTC()
}

// Date is a calendar day as "YYYY-MM-DD"; "" is null. Dates compare as text.
type Date string

const dateLayout = "2006-01-02"

// DateOf returns the calendar day of t in t's own location.
func DateOf(t time.Time) Date { return Date(t.Format(dateLayout)) }

// ParseDate accepts exactly YYYY-MM-DD.
func ParseDate(s string) (Date, error) {
	if _, err := time.Parse(dateLayout, s); err != nil {
		return "", fmt.Errorf("parse date %q: %w", s, err)
	}
	return Date(s), nil
}

// AddDays returns the day n days later. The null date stays null.
func (d Date) AddDays(n int) Date {
	t, err := time.Parse(dateLayout, string(d))
	if err != nil {
		return ""
	}
	return DateOf(t.AddDate(0, 0, n))
}

// Ptr returns a pointer to a copy of v, for optional fields.
func Ptr[T any](v T) *T { return &v }

func itoa(n uint64) string { return strconv.FormatUint(n, 10) }
