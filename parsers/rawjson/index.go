package rawjson

import (
	"bytes"
	"hash/maphash"
	"unsafe"
)

// MaxDocument is the greatest size in bytes of a document in which values can be remembered by their offsets.
const MaxDocument = 1<<32 - 1

// Offset tells where part begins in the document that it was found in.
func (v Value) Offset(part Value) uint32 {
	return uint32(uintptr(unsafe.Pointer(unsafe.SliceData(part))) - uintptr(unsafe.Pointer(unsafe.SliceData(v))))
}

// At returns the value that begins at an offset of the document.
func (v Value) At(offset uint32) Value {
	end := skip(v, int(offset))
	return v[offset:end:end]
}

// TextIndex numbers distinct texts of a document, from 0 on. It remembers where they stand instead of copying them, so that it takes a dozen
// bytes for each.
type TextIndex struct {
	doc   Value
	seed  maphash.Seed
	texts []uint32 // offsets by number
	slots []uint32 // numbers + 1 by hash, 0 for none; a power of two that is at most three quarters full
}

// NewTextIndex makes an empty index of texts in doc, which has at most [MaxDocument] bytes.
func NewTextIndex(doc Value) *TextIndex {
	return &TextIndex{doc: doc, seed: maphash.MakeSeed(), slots: make([]uint32, 16)}
}

// Len is the number of texts.
func (x *TextIndex) Len() int { return len(x.texts) }

// Text returns a text by its number.
func (x *TextIndex) Text(number int) string { return x.doc.At(x.texts[number]).Text() }

// Add returns the number of a text, which has to stand in the document; added tells that it is a new one.
func (x *TextIndex) Add(text Value) (number int, added bool) {
	content := unquoted(text)
	slot := x.slot(content)
	if n := x.slots[slot]; n > 0 {
		return int(n - 1), false
	}
	x.texts = append(x.texts, x.doc.Offset(text))
	x.slots[slot] = uint32(len(x.texts))
	if 4*len(x.texts) > 3*len(x.slots) {
		x.grow()
	}
	return len(x.texts) - 1, true
}

// Find returns the number of a text; false if it was not added.
func (x *TextIndex) Find(text []byte) (number int, ok bool) {
	n := x.slots[x.slot(text)]
	return int(n) - 1, n > 0
}

// FindValue returns the number of a text that is a value of any document; false for other values and texts that were not added.
func (x *TextIndex) FindValue(v Value) (number int, ok bool) {
	if v.Kind() != Text {
		return 0, false
	}
	return x.Find(unquoted(v))
}

// slot is where the number of a text is, or belongs.
func (x *TextIndex) slot(text []byte) uint64 {
	mask := uint64(len(x.slots) - 1)
	i := maphash.Bytes(x.seed, text) & mask
	for x.slots[i] > 0 && !bytes.Equal(unquoted(x.doc.At(x.texts[x.slots[i]-1])), text) {
		i = (i + 1) & mask
	}
	return i
}

func (x *TextIndex) grow() {
	x.slots = make([]uint32, 2*len(x.slots))
	mask := uint64(len(x.slots) - 1)
	for number, offset := range x.texts {
		i := maphash.Bytes(x.seed, unquoted(x.doc.At(offset))) & mask
		for x.slots[i] > 0 {
			i = (i + 1) & mask
		}
		x.slots[i] = uint32(number + 1)
	}
}
