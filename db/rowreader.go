package db

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// rowReader reads the stored form of a struct: a CBOR map (RFC 8949) of the subset that encode writes, which has no indefinite lengths. It
// knows that the fields come in the order of the struct, and can take texts from the row before, which often has the same: that is some
// times faster than a decoder for everything, and the index is built from all rows at every start.
type rowReader struct {
	fields []rowField
	byName map[string]int // position in fields
}

type rowField struct {
	name  string
	index int // in the struct
	kind  reflect.Kind
	bytes bool       // the type is []byte
	elems *rowReader // of the elements, if the type is a slice of structs
	skip  bool       // the field is left empty
}

// without is a reader that leaves the fields with these names empty.
func (r *rowReader) without(names []string) *rowReader {
	if r == nil {
		return nil
	}
	partial := &rowReader{fields: slices.Clone(r.fields), byName: r.byName}
	for _, name := range names {
		at, known := r.byName[name]
		if !known {
			panic("db: no field is stored as " + name)
		}
		partial.fields[at].skip = true
	}
	return partial
}

// rowReaders are the readers of struct types, nil for a type that is not read by one.
var rowReaders sync.Map // of reflect.Type

func rowReaderOf(t reflect.Type) *rowReader {
	if known, ok := rowReaders.Load(t); ok {
		return known.(*rowReader)
	}
	r := newRowReader(t)
	rowReaders.Store(t, r)
	return r
}

func newRowReader(t reflect.Type) *rowReader {
	if t.Kind() != reflect.Struct {
		return nil
	}
	r := &rowReader{byName: map[string]int{}}
	for i := range t.NumField() {
		f := t.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("cbor"), ",")
		if f.Anonymous || strings.Contains(options, "keyasint") || strings.Contains(options, "toarray") {
			return nil
		}
		if !f.IsExported() || name == "-" {
			continue
		}
		if name == "" {
			name = f.Name
		}
		field := rowField{name: name, index: i, kind: f.Type.Kind(), bytes: f.Type == reflect.TypeFor[[]byte]()}
		if field.kind == reflect.Slice {
			field.elems = newRowReader(f.Type.Elem())
		}
		r.byName[name] = len(r.fields)
		r.fields = append(r.fields, field)
	}
	return r
}

// What can be wrong with a stored row.
var (
	errRowShort    = errors.New("the row is damaged: it ends too early")
	errRowUnusual  = errors.New("the row is damaged: it has an item of a kind that is never written")
	errRowTrailing = errors.New("the row is damaged: something follows it")
)

// read fills row, which is empty, from its stored form. Texts equal to those of like, a row of the same type or the zero Value, are shared
// with it.
func (r *rowReader) read(data []byte, row, like reflect.Value) error {
	rest, err := r.readMap(data, row, like)
	if err == nil && len(rest) > 0 {
		err = errRowTrailing
	}
	return err
}

func (r *rowReader) readMap(data []byte, row, like reflect.Value) ([]byte, error) {
	major, count, rest, err := cborHead(data)
	if err != nil {
		return nil, err
	}
	if major != cborMap {
		return nil, errRowUnusual
	}
	next := 0
	for ; count > 0; count-- {
		var key []byte
		if key, rest, err = cborText(rest); err != nil {
			return nil, err
		}
		at, known := r.find(key, next)
		if known {
			next = at + 1
		}
		if !known || r.fields[at].skip {
			if rest, err = cborSkip(rest, 0); err != nil {
				return nil, err
			}
			continue
		}
		f := &r.fields[at]
		if rest, err = f.read(rest, row.Field(f.index), like); err != nil {
			return nil, fmt.Errorf("%s: %w", f.name, err)
		}
	}
	return rest, nil
}

// find is the position of a field, which is most often the next one or one of those after it.
func (r *rowReader) find(key []byte, next int) (int, bool) {
	for at := next; at < len(r.fields); at++ {
		if r.fields[at].name == string(key) {
			return at, true
		}
	}
	at, known := r.byName[string(key)]
	return at, known
}

func (f *rowField) read(data []byte, into, like reflect.Value) ([]byte, error) {
	switch {
	case f.kind == reflect.String:
		text, rest, err := cborText(data)
		if err != nil {
			return nil, err
		}
		if like.IsValid() {
			if same := like.Field(f.index).String(); same == string(text) {
				into.SetString(same)
				return rest, nil
			}
		}
		if utf8.Valid(text) {
			into.SetString(string(text))
		} else { // no reason not to read the row
			into.SetString(strings.ToValidUTF8(string(text), "\uFFFD"))
		}
		return rest, nil
	case f.bytes:
		major, n, rest, err := cborHead(data)
		if err != nil || major != cborBytes || n > uint64(len(rest)) {
			return readOther(data, into)
		}
		into.SetBytes(append(make([]byte, 0, n), rest[:n]...))
		return rest[n:], nil
	case f.elems != nil:
		major, n, rest, err := cborHead(data)
		if err != nil || major != cborArray || n > uint64(len(rest)) {
			return readOther(data, into)
		}
		into.Set(reflect.MakeSlice(into.Type(), int(n), int(n)))
		for i := range into.Len() {
			if rest, err = f.elems.readMap(rest, into.Index(i), reflect.Value{}); err != nil {
				return nil, err
			}
		}
		return rest, nil
	case f.kind == reflect.Pointer:
		if len(data) > 0 && data[0] == cborNull {
			return data[1:], nil
		}
		into.Set(reflect.New(into.Type().Elem()))
		return readScalar(data, into.Elem(), into.Type().Elem().Kind())
	default:
		return readScalar(data, into, f.kind)
	}
}

// readScalar reads a number or a truth value, and leaves the rest to the library.
func readScalar(data []byte, into reflect.Value, kind reflect.Kind) ([]byte, error) {
	switch kind {
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		major, n, rest, err := cborHead(data)
		if err != nil || major > cborNegative || n > math.MaxInt64 {
			break
		}
		v := int64(n)
		if major == cborNegative {
			v = -1 - v
		}
		if into.OverflowInt(v) {
			break
		}
		into.SetInt(v)
		return rest, nil
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		major, n, rest, err := cborHead(data)
		if err != nil || major != cborPositive || into.OverflowUint(n) {
			break
		}
		into.SetUint(n)
		return rest, nil
	case reflect.Bool:
		if len(data) > 0 && (data[0] == cborTrue || data[0] == cborFalse) {
			into.SetBool(data[0] == cborTrue)
			return data[1:], nil
		}
	case reflect.Float64:
		if len(data) > 8 && data[0] == cborFloat64 {
			into.SetFloat(math.Float64frombits(binary.BigEndian.Uint64(data[1:])))
			return data[9:], nil
		}
	}
	return readOther(data, into)
}

// readOther reads one item with the library, which says what is wrong with it if it doesn't fit.
func readOther(data []byte, into reflect.Value) ([]byte, error) {
	rest, err := cborSkip(data, 0)
	if err != nil {
		return nil, err
	}
	return rest, decoding.Unmarshal(data[:len(data)-len(rest)], into.Addr().Interface())
}

// The major types and simple values that rows have (RFC 8949 §3.1, §3.3).
const (
	cborPositive = 0
	cborNegative = 1
	cborBytes    = 2
	cborString   = 3
	cborArray    = 4
	cborMap      = 5
	cborSimple   = 7

	cborFalse   = 0xf4
	cborTrue    = 0xf5
	cborNull    = 0xf6
	cborFloat64 = 0xfb
)

// cborDepth bounds how deep arrays and maps are nested.
const cborDepth = 32

// cborHead reads the head of an item: its major type and argument.
func cborHead(data []byte) (major byte, argument uint64, rest []byte, err error) {
	if len(data) == 0 {
		return 0, 0, nil, errRowShort
	}
	major, short := data[0]>>5, data[0]&0x1f
	if short < 24 {
		return major, uint64(short), data[1:], nil
	}
	if short > 27 {
		return 0, 0, nil, errRowUnusual
	}
	size := 1 << (short - 24)
	if len(data) <= size {
		return 0, 0, nil, errRowShort
	}
	for _, b := range data[1 : 1+size] {
		argument = argument<<8 | uint64(b)
	}
	return major, argument, data[1+size:], nil
}

// cborText reads a text, whose bytes may be anything.
func cborText(data []byte) (text, rest []byte, err error) {
	major, n, rest, err := cborHead(data)
	switch {
	case err != nil:
		return nil, nil, err
	case major != cborString:
		return nil, nil, errRowUnusual
	case n > uint64(len(rest)):
		return nil, nil, errRowShort
	}
	return rest[:n], rest[n:], nil
}

// cborSkip passes over one item.
func cborSkip(data []byte, depth int) ([]byte, error) {
	major, n, rest, err := cborHead(data)
	if err != nil {
		return nil, err
	}
	switch major {
	case cborPositive, cborNegative, cborSimple:
		return rest, nil
	case cborBytes, cborString:
		if n > uint64(len(rest)) {
			return nil, errRowShort
		}
		return rest[n:], nil
	case cborMap:
		if n > math.MaxUint64/2 {
			return nil, errRowShort
		}
		n *= 2
	case cborArray:
	default:
		return nil, errRowUnusual
	}
	if depth == cborDepth {
		return nil, errRowUnusual
	}
	for ; n > 0; n-- {
		if rest, err = cborSkip(rest, depth+1); err != nil {
			return nil, err
		}
	}
	return rest, nil
}
