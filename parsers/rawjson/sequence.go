package rawjson

import (
	"iter"
	"unicode/utf8"
)

// Sequence is the text of several JSON objects one behind the other, with nothing but white space between them, as tools write that report
// while they work. A single object is a sequence of one.
type Sequence []byte

// CheckSequence tells whether data are such a sequence, of objects that [Check] would let pass. The sequence shares the memory of data.
func CheckSequence(data []byte) (Sequence, error) {
	if !utf8.Valid(data) {
		return nil, ErrSyntax
	}
	c := checker{data: data}
	start := c.space(0)
	if c.at(start) != '{' {
		return nil, ErrSyntax
	}
	for i := start; i < len(data); i = c.space(i) {
		if c.at(i) != '{' {
			return nil, ErrSyntax
		}
		var err error
		if i, err = c.value(i); err != nil {
			return nil, err
		}
	}
	return Sequence(data[start:]), nil
}

// Values yields the objects.
func (s Sequence) Values() iter.Seq[Value] {
	return func(yield func(Value) bool) {
		for i := 0; i < len(s); {
			end := skip(s, i)
			if !yield(Value(s[i:end:end])) {
				return
			}
			i = space(s, end)
		}
	}
}
