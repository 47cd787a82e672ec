package rawjson

import (
	"errors"
	"fmt"
	"unicode/utf8"
)

// MaxDepth is the deepest nesting of lists and objects that [Check] lets pass, as in encoding/json. Nothing here recurses, but each level that is
// walked into is looked at once more: readers that follow nesting to any depth have to bound their work themselves.
const MaxDepth = 10_000

// The errors of [Check].
var (
	ErrSyntax   = errors.New("invalid JSON")
	ErrDepth    = errors.New("JSON is nested too deeply")
	ErrTrailing = fmt.Errorf("%w: something follows the value", ErrSyntax)
)

// Check tells whether data are one JSON value (RFC 8259) in UTF-8, nested at most [MaxDepth] deep, and returns it without the white space
// around it. The value shares the memory of data. If data begin with a value but go on behind it, the error is [ErrTrailing].
func Check(data []byte) (Value, error) {
	if !utf8.Valid(data) {
		return nil, ErrSyntax
	}
	c := checker{data: data}
	start := c.space(0)
	end, err := c.value(start)
	if err != nil {
		return nil, err
	}
	if c.space(end) != len(data) {
		return nil, ErrTrailing
	}
	return Value(data[start:end:end]), nil
}

// checker walks through data; its methods take a position and return the one after what they have read, -1 if it is not there.
type checker struct {
	data  []byte
	open  [MaxDepth]byte // the brackets that are open
	depth int
}

// value reads the value at i with everything nested in it.
func (c *checker) value(i int) (int, error) {
	for {
		switch b := c.at(i); b {
		case '{', '[':
			if c.depth == MaxDepth {
				return 0, ErrDepth
			}
			c.open[c.depth] = b
			c.depth++
			if i = c.space(i + 1); !c.closes(i) {
				if b == '{' {
					i = c.key(i)
				}
				if i < 0 {
					return 0, ErrSyntax
				}
				continue
			}
		default:
			i = c.scalar(i)
		}
		if i >= 0 {
			i = c.next(i)
		}
		if i < 0 {
			return 0, ErrSyntax
		}
		if c.depth == 0 {
			return i, nil
		}
	}
}

// closes tells whether the innermost bracket is closed at i.
func (c *checker) closes(i int) bool {
	return c.depth > 0 && c.at(i) == c.open[c.depth-1]+2 // '{' and '}', '[' and ']' are two apart
}

// next goes from the end of a value over closing brackets to the next value, or to the end of the outermost value.
func (c *checker) next(i int) int {
	for c.depth > 0 {
		i = c.space(i)
		switch {
		case c.closes(i):
			c.depth--
			i++
		case c.at(i) != ',':
			return -1
		case c.open[c.depth-1] == '{':
			return c.key(c.space(i + 1))
		default:
			return c.space(i + 1)
		}
	}
	return i
}

// key reads a member's name and the colon, up to the value.
func (c *checker) key(i int) int {
	if c.at(i) != '"' {
		return -1
	}
	if i = c.text(i); i < 0 {
		return -1
	}
	if i = c.space(i); c.at(i) != ':' {
		return -1
	}
	return c.space(i + 1)
}

func (c *checker) scalar(i int) int {
	switch b := c.at(i); {
	case b == '"':
		return c.text(i)
	case b == 't':
		return c.word(i, "true")
	case b == 'f':
		return c.word(i, "false")
	case b == 'n':
		return c.word(i, "null")
	case b == '-' || isDigit(b):
		return c.number(i)
	default:
		return -1
	}
}

func (c *checker) word(i int, word string) int {
	if len(c.data)-i < len(word) || string(c.data[i:i+len(word)]) != word {
		return -1
	}
	return i + len(word)
}

func (c *checker) text(i int) int {
	for i++; i < len(c.data); i++ {
		switch b := c.data[i]; {
		case !special[b]:
		case b == '"':
			return i + 1
		case b != '\\':
			return -1
		case c.at(i+1) == 'u':
			for n := 2; n < 6; n++ {
				if !isHex(c.at(i + n)) {
					return -1
				}
			}
			i += 5
		case !escapable[c.at(i+1)]:
			return -1
		default:
			i++
		}
	}
	return -1
}

func (c *checker) number(i int) int {
	if c.at(i) == '-' {
		i++
	}
	switch {
	case c.at(i) == '0':
		i++
	case isDigit(c.at(i)):
		i = c.digits(i)
	default:
		return -1
	}
	if c.at(i) == '.' {
		if i = c.digits(i + 1); !isDigit(c.data[i-1]) {
			return -1
		}
	}
	if b := c.at(i); b == 'e' || b == 'E' {
		i++
		if b := c.at(i); b == '+' || b == '-' {
			i++
		}
		if i = c.digits(i); !isDigit(c.data[i-1]) {
			return -1
		}
	}
	return i
}

func (c *checker) digits(i int) int {
	for isDigit(c.at(i)) {
		i++
	}
	return i
}

// at is the byte at i, 0 behind the end.
func (c *checker) at(i int) byte {
	if i < len(c.data) {
		return c.data[i]
	}
	return 0
}

func (c *checker) space(i int) int { return space(c.data, i) }

func isDigit(b byte) bool { return b-'0' < 10 }

func isHex(b byte) bool { return isDigit(b) || b|0x20 >= 'a' && b|0x20 <= 'f' }

// special are the bytes at which the reading of a text stops: its end, escapes and control characters, which must be escaped.
var special = func() (t [256]bool) {
	for b := range 0x20 {
		t[b] = true
	}
	t['"'], t['\\'] = true, true
	return t
}()

var escapable = func() (t [256]bool) {
	for _, b := range []byte(`"\/bfnrt`) {
		t[b] = true
	}
	return t
}()
