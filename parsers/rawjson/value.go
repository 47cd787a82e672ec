package rawjson

import (
	"bytes"
	"iter"
	"strconv"
	"strings"
)

// Value is the text of one JSON value without white space around it; nil is an absent one. Values come from [Check] and from other values.
type Value []byte

// Kind tells the types of values apart.
type Kind byte

// The kinds. Null counts as absent.
const (
	Absent Kind = iota
	Bool
	Number
	Text
	List
	Object
)

// Kind returns the kind of the value.
func (v Value) Kind() Kind {
	if len(v) == 0 {
		return Absent
	}
	switch v[0] {
	case '{':
		return Object
	case '[':
		return List
	case '"':
		return Text
	case 't', 'f':
		return Bool
	case 'n':
		return Absent
	default:
		return Number
	}
}

// Members yields the members of an object in the order of the source, equal names as often as they occur; nothing for other values. The
// name is only valid until the next member.
func (v Value) Members() iter.Seq2[[]byte, Value] {
	return func(yield func([]byte, Value) bool) {
		if v.Kind() != Object {
			return
		}
		c := v.Cursor()
		for name, value, ok := c.Next(); ok; name, value, ok = c.Next() {
			if !yield(name, value) {
				return
			}
		}
	}
}

// Elements yields the elements of a list; nothing for other values.
func (v Value) Elements() iter.Seq[Value] {
	return func(yield func(Value) bool) {
		if v.Kind() != List {
			return
		}
		c := v.Cursor()
		for _, value, ok := c.Next(); ok; _, value, ok = c.Next() {
			if !yield(value) {
				return
			}
		}
	}
}

// Cursor goes through the members of an object or the elements of a list, for walks that keep their place on a stack.
type Cursor struct {
	in  Value
	pos int
}

// Cursor stands before the first member or element; other values have none.
func (v Value) Cursor() Cursor {
	if kind := v.Kind(); kind != List && kind != Object {
		return Cursor{}
	}
	return Cursor{v, space(v, 1)}
}

// Next returns the next member with its name, or the next element; false behind the last one.
func (c *Cursor) Next() (name []byte, value Value, ok bool) {
	start := c.pos
	if start >= len(c.in)-1 { // at the closing bracket
		return nil, nil, false
	}
	if c.in[0] == '{' {
		nameEnd := skipText(c.in, start)
		name = unquoted(c.in[start:nameEnd])
		start = space(c.in, space(c.in, nameEnd)+1)
	}
	end := skip(c.in, start)
	if c.pos = space(c.in, end); c.in[c.pos] == ',' {
		c.pos = space(c.in, c.pos+1)
	}
	return name, c.in[start:end:end], true
}

// Get returns the member of an object by the names on the way to it, the last one of equal names; nil if there is none.
func (v Value) Get(path ...string) Value {
	for _, name := range path {
		var found Value
		for key, value := range v.Members() {
			if string(key) == name {
				found = value
			}
		}
		v = found
	}
	return v
}

// First returns the first element of a list, nil if there is none.
func (v Value) First() Value {
	for first := range v.Elements() {
		return first
	}
	return nil
}

// MaxText is the number of bytes after which Text cuts. Nothing of a finding is kept that is longer than 32768 characters, and a huge text that
// many findings repeat would be copied for each of them.
const MaxText = 256 << 10

// Text returns the content of a text up to [MaxText] bytes, "" for other values. Halves of surrogate pairs become U+FFFD.
func (v Value) Text() string {
	if v.Kind() != Text {
		return ""
	}
	return string(unquotedUpTo(v, MaxText))
}

// Content is Text without limit.
func (v Value) Content() string {
	if v.Kind() != Text {
		return ""
	}
	return string(unquoted(v))
}

// Scalar returns the content of a text, or a number as it is written; "" for other values.
func (v Value) Scalar() string {
	if v.Kind() == Number {
		return string(v)
	}
	return v.Text()
}

// Is tells whether the value is exactly this text.
func (v Value) Is(text string) bool {
	return v.Kind() == Text && string(unquoted(v)) == text
}

// Float returns a number, or the number that a text consists of; false for other values and those that no float64 can hold.
func (v Value) Float() (float64, bool) {
	var text string
	switch v.Kind() {
	case Number:
		text = string(v)
	case Text:
		text = strings.TrimSpace(v.Text())
		if strings.Trim(text, "0123456789+-.eE") != "" {
			return 0, false
		}
	default:
		return 0, false
	}
	x, err := strconv.ParseFloat(text, 64)
	return x, err == nil
}

// Int is int(x) of parsers.md §1.1: the integer of a number or of a numeric text; nil for 0 and everything else. Numbers that are not between
// 1 and 2147483647 count as absent as well: there are no such lines and weaknesses.
func (v Value) Int() *int {
	x, ok := v.Float()
	if !ok || x < 1 || x > 1<<31-1 || v.Kind() == Text && x != float64(int(x)) {
		return nil
	}
	n := int(x)
	return &n
}

// Empty tells whether the value is "empty" in the sense of parsers.md §1.1: absent, null, "", 0, false, an empty list or object.
func (v Value) Empty() bool {
	switch v.Kind() {
	case Absent:
		return true
	case Bool:
		return v[0] == 'f'
	case Number:
		mantissa, _, _ := bytes.Cut(bytes.ToLower(v), []byte("e"))
		return len(bytes.Trim(mantissa, "-0.")) == 0
	case Text:
		return len(v) == 2
	default:
		return space(v, 1) == len(v)-1
	}
}

// space returns the position of the first byte from i on that is no white space.
func space(data []byte, i int) int {
	for i < len(data) && (data[i] == ' ' || data[i] == '\n' || data[i] == '\t' || data[i] == '\r') {
		i++
	}
	return i
}

// skip returns the end of the value that starts at i.
func skip(data []byte, i int) int {
	switch data[i] {
	case '"':
		return skipText(data, i)
	case '{', '[':
		return skipNested(data, i)
	}
	for i < len(data) && !delimiter[data[i]] {
		i++
	}
	return i
}

func skipNested(data []byte, i int) int {
	depth := 0
	for {
		switch data[i] {
		case '"':
			i = skipText(data, i)
			continue
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth == 0 {
				return i + 1
			}
		}
		i++
	}
}

// skipText is the offset behind the text that starts at i. A quote behind an even number of backslashes ends it.
func skipText(data []byte, i int) int {
	for end := i + 1; ; end++ {
		end += bytes.IndexByte(data[end:], '"')
		first := end
		for first > i+1 && data[first-1] == '\\' {
			first--
		}
		if (end-first)%2 == 0 {
			return end + 1
		}
	}
}

// delimiter are the bytes that end a number or word.
var delimiter = func() (t [256]bool) {
	for _, b := range []byte(",]} \n\t\r") {
		t[b] = true
	}
	return t
}()
