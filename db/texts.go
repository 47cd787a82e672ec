package db

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"slices"

	"secobserve/model"
)

// Long texts are stored once for all rows that have them. Their bodies lie in the order in which they came, which fills the pages; the digests,
// which come in no order, lie in a bucket of their own, which is small.
const (
	textBodiesBucket = "texts/bodies" // number of the text -> body
	textKeysBucket   = "texts/keys"   // digest -> number of the text, number of rows that have it
)

// plainBody begins a body that is not packed.
const plainBody byte = 0

// digest is the key of a text: the first 16 bytes of a cryptographic digest of it.
type digest [16]byte

// storedText is an entry of the bucket of keys.
type storedText struct {
	number uint64 // 0 if the text is not stored
	uses   int
}

func (s storedText) encode() []byte {
	return binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint64(make([]byte, 0, 12), s.number), uint32(s.uses))
}

func decodeStoredText(v []byte) storedText {
	if len(v) != 12 {
		return storedText{}
	}
	return storedText{binary.BigEndian.Uint64(v), int(binary.BigEndian.Uint32(v[8:]))}
}

// textUse is what a transaction does with a text.
type textUse struct {
	storedText
	change int // of the number of rows that have it
}

// putText is the text that a transaction has stored last: what follows from its row asks for it at once.
type putText struct {
	sum  digest
	text string
}

// PutText stores a text under its digest, unless it is stored already; text is only called when it is needed. The digest must be a
// truncated cryptographic one, so that different texts never share it. The text stays as long as rows have the digest among their texts;
// one that no row has at the end of the transaction goes.
func PutText(tx *Tx, sum [16]byte, text func() string) error {
	use := tx.textUse(sum)
	if use.number != 0 {
		return nil
	}
	bodies := tx.bucket(textBodiesBucket)
	number, err := bodies.NextSequence()
	if err != nil {
		return fmt.Errorf("new number for a text: %w", err)
	}
	bodies.FillPercent = 1 // numbers only grow
	tx.put = putText{sum, text()}
	if err := bodies.Put(rowKey(model.ID(number)), tx.keep(tx.textBody(tx.put.text))); err != nil {
		return fmt.Errorf("store text: %w", err)
	}
	use.number = number
	return nil
}

// textBody is the stored form of a text, valid until the next call.
func (tx *Tx) textBody(text string) []byte {
	tx.plain = append(tx.plain[:0], plainBody)
	tx.plain = append(tx.plain, text...)
	var smaller bool
	if tx.packed, smaller = pack(tx.packed[:0], tx.plain[1:]); smaller {
		return tx.packed
	}
	return tx.plain
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

// Text returns the text with the given digest, "" if there is none. One that cannot be read is "", too, and noted in the log; the check of the
// file reports it.
func Text(tx *Tx, sum []byte) string {
	text, err := tx.text(sum)
	if err != nil {
		slog.Error("read a text", "digest", hex.EncodeToString(sum), "exception_message", err.Error())
	}
	return text
}

func (tx *Tx) text(sum []byte) (string, error) {
	if len(sum) != len(digest{}) {
		return "", nil
	}
	if tx.put.sum == digest(sum) && tx.put.text != "" {
		return tx.put.text, nil
	}
	found := decodeStoredText(tx.bucket(textKeysBucket).Get(sum))
	if use := tx.textUses[digest(sum)]; use != nil {
		found = use.storedText
	}
	body := tx.bucket(textBodiesBucket).Get(rowKey(model.ID(found.number)))
	if len(body) == 0 {
		return "", nil
	}
	if body[0] == plainBody {
		return string(body[1:]), nil
	}
	buffer := buffers.Get().(*[]byte)
	defer buffers.Put(buffer)
	plain, packed, err := unpack(*buffer, body)
	if err != nil || !packed {
		return "", cmp.Or(err, errors.New("it has an unknown form"))
	}
	*buffer = plain
	return string(plain), nil
}

func (tx *Tx) textUse(sum digest) *textUse {
	if tx.textUses == nil {
		tx.textUses = make(map[digest]*textUse)
	}
	use := tx.textUses[sum]
	if use == nil {
		use = &textUse{storedText: decodeStoredText(tx.bucket(textKeysBucket).Get(sum[:]))}
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

// settleTexts writes the keys whose uses changed in the transaction, in their order, and deletes the texts that no row has.
func (tx *Tx) settleTexts() error {
	sums := slices.SortedFunc(maps.Keys(tx.textUses), func(a, b digest) int { return bytes.Compare(a[:], b[:]) })
	for _, sum := range sums {
		use := tx.textUses[sum]
		if err := tx.settleText(sum, use); err != nil {
			return fmt.Errorf("text %x: %w", sum, err)
		}
	}
	tx.textUses = nil
	return nil
}

func (tx *Tx) settleText(sum digest, use *textUse) error {
	now := storedText{use.number, use.uses + use.change}
	switch {
	case now.uses > 0 && now.number == 0:
		return fmt.Errorf("%d rows have it, but it was not stored", now.uses)
	case now.uses > 0 && use.change == 0:
		return nil
	case now.uses > 0:
		return tx.bucket(textKeysBucket).Put(sum[:], now.encode())
	case now.number == 0:
		return nil
	}
	if err := tx.bucket(textKeysBucket).Delete(sum[:]); err != nil {
		return err
	}
	return tx.bucket(textBodiesBucket).Delete(rowKey(model.ID(now.number)))
}

// NewReferenceID returns an id for a link of an observation; links are part of the observation's row.
func NewReferenceID(tx *Tx) (model.ID, error) {
	id, err := tx.bucket(textKeysBucket).NextSequence()
	if err != nil {
		return 0, fmt.Errorf("new id for a reference: %w", err)
	}
	return model.ID(id), nil
}
