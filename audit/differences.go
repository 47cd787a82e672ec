package audit

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"time"

	"secobserve/model"
)

// masked stands for a secret that is set.
const masked = "********"

// maxValue is the greatest length of a recorded value in characters.
const maxValue = 1000

// field is a field of a row that records show.
type field struct {
	name   string
	index  []int
	kind   reflect.Type
	secret bool
}

var fieldCache sync.Map // of reflect.Type, to []field

// fieldsOf lists the fields of a row type, by the names under which they are stored.
func fieldsOf(t reflect.Type) []field {
	if known, ok := fieldCache.Load(t); ok {
		return known.([]field)
	}
	var fields []field
	for _, f := range reflect.VisibleFields(t) {
		name, _, _ := strings.Cut(f.Tag.Get("cbor"), ",")
		if name == "" || name == "-" || name == "id" || f.Tag.Get("audit") == "-" {
			continue
		}
		secret := f.Tag.Get("audit") == "secret" || f.Type == reflect.TypeFor[model.Secret]()
		fields = append(fields, field{name, f.Index, f.Type, secret})
	}
	fieldCache.Store(t, fields)
	return fields
}

// differences lists what has changed between two states of a row; nil stands for the time before its creation or after its deletion.
func differences(old, fresh any) []model.AuditChange {
	before, after := valueOf(old), valueOf(fresh)
	shape := after
	if !shape.IsValid() {
		shape = before
	}
	if shape.Kind() != reflect.Struct { // a record that is one value
		if before.IsValid() && after.IsValid() && before.Equal(after) {
			return nil
		}
		return []model.AuditChange{{Field: "value", Old: shown(before, true), New: shown(after, true)}}
	}
	var changes []model.AuditChange
	for _, f := range fieldsOf(shape.Type()) {
		was, is := part(before, f), part(after, f)
		if !same(was, is) {
			changes = append(changes, model.AuditChange{Field: f.name, Old: shown(was, f.secret), New: shown(is, f.secret)})
		}
	}
	return changes
}

func valueOf(row any) reflect.Value {
	if row == nil {
		return reflect.Value{}
	}
	return reflect.ValueOf(row).Elem()
}

func part(row reflect.Value, f field) reflect.Value {
	if !row.IsValid() {
		return row
	}
	return row.FieldByIndex(f.index)
}

// same tells whether a field has not changed; the zero value is the same as none.
func same(was, is reflect.Value) bool {
	switch {
	case was.IsValid() && is.IsValid():
		return reflect.DeepEqual(was.Interface(), is.Interface())
	case was.IsValid():
		return was.IsZero()
	default:
		return is.IsZero()
	}
}

// shown is a value as a text; "" for no value.
func shown(v reflect.Value, secret bool) string {
	for v.IsValid() && v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	if !v.IsValid() {
		return ""
	}
	if secret {
		if v.IsZero() {
			return ""
		}
		return masked
	}
	return clipped(text(v))
}

func text(v reflect.Value) string {
	switch value := v.Interface().(type) {
	case model.Time:
		if value == 0 {
			return ""
		}
		return value.Std().UTC().Format(time.RFC3339)
	case model.ID:
		if value == 0 {
			return ""
		}
		return strconv.FormatUint(uint64(value), 10)
	case fmt.Stringer:
		return value.String()
	}
	switch v.Kind() {
	case reflect.String:
		return v.String()
	case reflect.Slice, reflect.Array:
		parts := make([]string, v.Len())
		for i := range parts {
			parts[i] = shown(v.Index(i), false)
		}
		return strings.TrimRight(strings.Join(parts, ", "), ", ")
	default:
		return fmt.Sprint(v.Interface())
	}
}

func clipped(text string) string {
	runes := []rune(text)
	if len(runes) <= maxValue {
		return text
	}
	return string(runes[:maxValue]) + " ..."
}
