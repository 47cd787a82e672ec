package parsers

import (
	"bytes"
	"fmt"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// encodings are recognised by their byte order mark, or else by the zeros in the first character of a JSON document, which is always ASCII
// (RFC 4627 §3). UTF-32 has to be looked for first, as its marks begin like those of UTF-16.
var encodings = []struct {
	mark  []byte
	zeros string // of the first bytes: 0 for a zero, x for another byte
	from  encoding.Encoding
}{
	{[]byte{0, 0, 0xFE, 0xFF}, "000x", utf32.UTF32(utf32.BigEndian, utf32.UseBOM)},
	{[]byte{0xFF, 0xFE, 0, 0}, "x000", utf32.UTF32(utf32.LittleEndian, utf32.UseBOM)},
	{[]byte{0xFE, 0xFF}, "0x", unicode.UTF16(unicode.BigEndian, unicode.UseBOM)},
	{[]byte{0xFF, 0xFE}, "x0", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)},
}

var utf8Mark = []byte{0xEF, 0xBB, 0xBF}

// toUTF8 brings a JSON document into UTF-8 without byte order mark.
func toUTF8(b []byte) ([]byte, error) {
	if rest, ok := bytes.CutPrefix(b, utf8Mark); ok {
		return rest, nil
	}
	for _, e := range encodings {
		if !bytes.HasPrefix(b, e.mark) && !zerosLike(b, e.zeros) {
			continue
		}
		out, err := e.from.NewDecoder().Bytes(b)
		if err != nil {
			return nil, fmt.Errorf("decode the text of the file: %w", err)
		}
		return out, nil
	}
	return b, nil
}

func zerosLike(b []byte, pattern string) bool {
	if len(b) < len(pattern) {
		return false
	}
	for i := range len(pattern) {
		if (b[i] == 0) != (pattern[i] == '0') {
			return false
		}
	}
	return true
}
