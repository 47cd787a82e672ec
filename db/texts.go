package db

import (
	"encoding/binary"
	"fmt"

	"secobserve/model"
)

// textsBucket holds long texts by their digest, textUsesBucket how many rows refer to each.
const (
	textsBucket    = "texts"
	textUsesBucket = "texts/uses"
)

// digest is the key of a text: the first 16 bytes of a cryptographic digest of it.
type digest [16]byte

// PutText stores a text under its digest for one more row, unless it is stored already; text is only called when it is needed. The
// digest must be a truncated cryptographic one, so that different texts never share it.
func PutText(tx *Tx, sum [16]byte, text func() string) error {
	if tx.textUses == nil {
		tx.textUses = make(map[digest]int)
	}
	if _, seen := tx.textUses[sum]; !seen && tx.bucket(textsBucket).Get(sum[:]) == nil {
		if err := tx.bucket(textsBucket).Put(sum[:], []byte(text())); err != nil {
			return fmt.Errorf("store text: %w", err)
		}
	}
	tx.textUses[sum]++
	return nil
}

// Text returns the text with the given digest, "" if there is none.
func Text(tx *Tx, sum []byte) string { return string(tx.bucket(textsBucket).Get(sum)) }

// releaseText takes back one use of a text. The text goes at the end of the transaction if no use is left.
func releaseText(tx *Tx, sum []byte) error {
	if len(sum) != len(digest{}) {
		return nil
	}
	if tx.textUses == nil {
		tx.textUses = make(map[digest]int)
	}
	tx.textUses[digest(sum)]--
	return nil
}

// settleTexts writes the counts of uses that changed in the transaction.
func (tx *Tx) settleTexts() error {
	for sum, change := range tx.textUses {
		uses := textUses(tx, sum[:]) + change
		if uses > 0 {
			if err := tx.bucket(textUsesBucket).Put(sum[:], binary.BigEndian.AppendUint32(nil, uint32(uses))); err != nil {
				return fmt.Errorf("count uses of a text: %w", err)
			}
			continue
		}
		if err := tx.bucket(textUsesBucket).Delete(sum[:]); err != nil {
			return fmt.Errorf("count uses of a text: %w", err)
		}
		if err := tx.bucket(textsBucket).Delete(sum[:]); err != nil {
			return fmt.Errorf("delete text: %w", err)
		}
	}
	return nil
}

func textUses(tx *Tx, sum []byte) int {
	v := tx.bucket(textUsesBucket).Get(sum)
	if len(v) != 4 {
		return 0
	}
	return int(binary.BigEndian.Uint32(v))
}

// NewReferenceID returns an id for a link of an observation; links are part of the observation's row.
func NewReferenceID(tx *Tx) (model.ID, error) {
	id, err := tx.bucket(textUsesBucket).NextSequence()
	if err != nil {
		return 0, fmt.Errorf("new id for a reference: %w", err)
	}
	return model.ID(id), nil
}
