package db

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"maps"
	"slices"

	"secobserve/model"
)

// textsBucket holds long texts by their digest, textUsesBucket how many rows refer to each.
const (
	textsBucket    = "texts"
	textUsesBucket = "texts/uses"
)

// digest is the key of a text: the first 16 bytes of a cryptographic digest of it.
type digest [16]byte

// PutText stores a text under its digest, unless it is stored already; text is only called when it is needed. The digest must be a
// truncated cryptographic one, so that different texts never share it. The text stays as long as rows have the digest among their texts;
// one that no row has at the end of the transaction goes.
func PutText(tx *Tx, sum [16]byte, text func() string) error {
	use := tx.textUse(sum)
	if use.stored {
		return nil
	}
	use.stored = true
	if tx.bucket(textsBucket).Get(sum[:]) != nil {
		return nil
	}
	if err := tx.bucket(textsBucket).Put(sum[:], []byte(text())); err != nil {
		return fmt.Errorf("store text: %w", err)
	}
	return nil
}

// PutTextOf stores a text and returns its key; nil for the empty text.
func PutTextOf(tx *Tx, text string) ([]byte, error) {
	key := TextKey(text)
	if key == nil {
		return nil, nil
	}
	return key, PutText(tx, [16]byte(key), func() string { return text })
}

// TextKey is the key under which [PutTextOf] stores a text; nil for the empty text.
func TextKey(text string) []byte {
	if text == "" {
		return nil
	}
	full := sha256.Sum256([]byte(text))
	return full[:len(digest{})]
}

// Text returns the text with the given digest, "" if there is none.
func Text(tx *Tx, sum []byte) string { return string(tx.bucket(textsBucket).Get(sum)) }

// textUse is what a transaction does with a text.
type textUse struct {
	change int  // of the number of rows that have it
	stored bool // known to be in the bucket
}

func (tx *Tx) textUse(sum digest) *textUse {
	if tx.textUses == nil {
		tx.textUses = make(map[digest]*textUse)
	}
	use := tx.textUses[sum]
	if use == nil {
		use = &textUse{}
		tx.textUses[sum] = use
	}
	return use
}

// useTexts counts the texts of a row that comes (1) or goes (-1).
func (t *Table[T]) useTexts(tx *Tx, row *T, change int) {
	if t.texts == nil {
		return
	}
	for _, sum := range t.texts(row) {
		if len(sum) == len(digest{}) {
			tx.textUse(digest(sum)).change += change
		}
	}
}

// settleTexts writes the counts of uses that changed in the transaction, in the order of the keys, and deletes the texts that no row has.
func (tx *Tx) settleTexts() error {
	sums := slices.SortedFunc(maps.Keys(tx.textUses), func(a, b digest) int { return bytes.Compare(a[:], b[:]) })
	for _, sum := range sums {
		if err := tx.settleText(sum, tx.textUses[sum].change); err != nil {
			return err
		}
	}
	return nil
}

func (tx *Tx) settleText(sum digest, change int) error {
	uses := textUses(tx, sum[:]) + change
	if uses > 0 && change == 0 {
		return nil
	}
	if uses > 0 {
		if err := tx.bucket(textUsesBucket).Put(sum[:], binary.BigEndian.AppendUint32(nil, uint32(uses))); err != nil {
			return fmt.Errorf("count uses of a text: %w", err)
		}
		return nil
	}
	if err := tx.bucket(textUsesBucket).Delete(sum[:]); err != nil {
		return fmt.Errorf("count uses of a text: %w", err)
	}
	if err := tx.bucket(textsBucket).Delete(sum[:]); err != nil {
		return fmt.Errorf("delete text: %w", err)
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
