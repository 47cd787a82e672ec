package db

import (
	"bytes"
	"fmt"
	"reflect"

	"github.com/fxamacker/cbor/v2"
)

// Rows are CBOR maps (RFC 8949) keyed by field names, large ones packed; unknown keys are ignored when reading.
var (
	encoding = mustMode(cbor.EncOptions{}.UserBufferEncMode())
	decoding = mustMode(cbor.DecOptions{MaxArrayElements: 1 << 20, FieldNameMatching: cbor.FieldNameMatchingCaseSensitive}.DecMode())
)

func mustMode[M any](mode M, err error) M {
	if err != nil {
		panic(fmt.Sprintf("db: CBOR options: %v", err))
	}
	return mode
}

// encode returns the stored form of a row, valid until the transaction ends.
func (tx *Tx) encode(row any) ([]byte, error) {
	buf := bytes.NewBuffer(tx.plain[:0])
	if err := encoding.MarshalToBuffer(row, buf); err != nil {
		return nil, err
	}
	tx.plain = buf.Bytes()
	var smaller bool
	if tx.packed, smaller = pack(tx.packed[:0], tx.plain); smaller {
		return tx.keep(tx.packed), nil
	}
	return tx.keep(tx.plain), nil
}

// decode reads the stored form of a row into row, a pointer to an empty value, which then shares no memory with it.
func decode(raw []byte, row any) error {
	return decodeWith(rowReaderOf(reflect.TypeOf(row).Elem()), raw, row, nil)
}

// decodeWith is decode by a reader (nil: the library) for a row that may have texts in common with another one of its type (nil: none), of
// which it takes them.
func decodeWith(reader *rowReader, raw []byte, row, like any) error {
	buffer := buffers.Get().(*[]byte)
	defer buffers.Put(buffer)
	plain, packed, err := unpack(*buffer, raw)
	if err != nil {
		return err
	}
	if packed {
		*buffer = plain
	} else {
		plain = raw
	}
	if reader == nil {
		return decoding.Unmarshal(plain, row)
	}
	var other reflect.Value
	if like != nil {
		other = reflect.ValueOf(like).Elem()
	}
	return reader.read(plain, reflect.ValueOf(row).Elem(), other)
}
