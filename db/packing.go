package db

import (
	"fmt"
	"sync"

	"github.com/klauspost/compress/s2"
)

// Large values are stored packed: with S2 (an extension of the Snappy format, made for speed) and a dictionary. The first byte of a value
// tells; no CBOR item begins with it (RFC 8949 appendix B: "break").
const packedBy1 byte = 0xff // what follows is packed with dictionary1

// packFrom is the size in bytes from which values are packed.
const packFrom = 160

// maxUnpacked bounds what a damaged value can make the program take for it.
const maxUnpacked = 1 << 30

// pack appends the packed form of a value to out; ok is false if it would not be smaller.
func pack(out, value []byte) (packed []byte, ok bool) {
	if len(value) < packFrom {
		return out, false
	}
	room := s2.MaxEncodedLen(len(value))
	if room < 0 {
		return out, false
	}
	start := len(out)
	out = append(out, packedBy1)
	if cap(out)-len(out) < room {
		out = append(make([]byte, 0, len(out)+room), out...)
	}
	body := dictionary1.Encode(out[len(out):cap(out)], value)
	out = out[:len(out)+len(body)]
	if len(out)-start >= len(value) {
		return out[:start], false
	}
	return out, true
}

// unpack returns what pack was given, in buffer if it fits; ok is false for a value that is not packed.
func unpack(buffer, value []byte) (plain []byte, ok bool, err error) {
	if len(value) == 0 || value[0] != packedBy1 {
		return nil, false, nil
	}
	size, err := s2.DecodedLen(value[1:])
	if err != nil || size > maxUnpacked {
		return nil, true, fmt.Errorf("unpack a value of %d bytes: damaged", len(value))
	}
	if cap(buffer) < size {
		buffer = make([]byte, size)
	}
	plain, err = dictionary1.Decode(buffer[:size], value[1:])
	if err != nil {
		return nil, true, fmt.Errorf("unpack a value of %d bytes: %w", len(value), err)
	}
	return plain, true, nil
}

// buffers are for values on their way.
var buffers = sync.Pool{New: func() any { return new([]byte) }}
