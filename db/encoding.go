package db

import (
	"bytes"
	"fmt"

	"github.com/fxamacker/cbor/v2"
)

// Rows are CBOR maps (RFC 8949) keyed by field names; unknown keys are ignored when reading.
var (
	encoding = mustMode(cbor.EncOptions{}.UserBufferEncMode())
	decoding = mustMode(cbor.DecOptions{MaxArrayElements: 1 << 20}.DecMode())
)

func mustMode[M any](mode M, err error) M {
	if err != nil {
		panic(fmt.Sprintf("db: CBOR options: %v", err))
	}
	return mode
}

// encode returns the CBOR form of row, valid until the transaction ends.
func (tx *Tx) encode(row any) ([]byte, error) {
	var buf bytes.Buffer
	if err := encoding.MarshalToBuffer(row, &buf); err != nil {
		return nil, err
	}
	return tx.keep(buf.Bytes()), nil
}
