package db

import (
	"encoding/binary"
	"errors"
	"fmt"
	"unsafe"

	"github.com/RoaringBitmap/roaring/v2"
	bolt "go.etcd.io/bbolt"
)

// The layout of a bbolt page: a header, a table of elements, then the keys and values that they point to (bbolt, internal/common/page.go).
const (
	pageHeaderBytes = 16
	elementBytes    = 16
	branchPage      = 0x01
	leafPage        = 0x02
	freelistPage    = 0x10
	bucketElement   = 0x01
	bucketBytes     = 16 // of a bucket's value: its root page and its sequence
	// noFreelist is the page of a file that does not keep its free pages.
	noFreelist = 1<<64 - 1
	// manyFree as the number of a page of free pages says that the real number stands before them.
	manyFree = 0xFFFF
	// firstPage is the first one behind the meta pages.
	firstPage = 2
)

// The places of the pages at which a meta page has the trees begin.
const (
	offsetRoot     = metaOffset + 16
	offsetFreelist = metaOffset + 32
)

// checkTrees follows all pages of a data file as bbolt would, but trusts none of them: where a page is not what it should be, bbolt runs in
// circles, or is killed by the system for reading behind its memory, in goroutines that nobody can guard.
func checkTrees(b *bolt.DB) error {
	return b.View(func(tx *bolt.Tx) error {
		start := b.Info().Data // the address of bbolt's own mapping, which the transaction keeps in place
		w := &walker{
			file: unsafe.Slice(*(**byte)(unsafe.Pointer(&start)), tx.Size()), pageSize: uint64(b.Info().PageSize),
			pages: uint64(tx.Size()) / uint64(b.Info().PageSize), reached: roaring.New(),
		}
		meta, err := w.meta(uint64(tx.ID()))
		if err != nil {
			return err
		}
		if err := w.trees(binary.NativeEndian.Uint64(meta[offsetRoot:])); err != nil {
			return err
		}
		return w.free(binary.NativeEndian.Uint64(meta[offsetFreelist:]))
	})
}

type walker struct {
	file            []byte
	pageSize, pages uint64
	reached         *roaring.Bitmap
	next            []uint64 // pages that are still to be followed
}

// meta is the meta page of a transaction.
func (w *walker) meta(txid uint64) ([]byte, error) {
	for id := range uint64(firstPage) {
		if page := w.file[id*w.pageSize:]; binary.NativeEndian.Uint64(page[offsetTxid:]) == txid {
			return page, nil
		}
	}
	return nil, errors.New("no meta page has the last transaction")
}

// trees follows the tree of the buckets and the trees of all buckets.
func (w *walker) trees(root uint64) error {
	w.next = append(w.next, root)
	for len(w.next) > 0 {
		id := w.next[len(w.next)-1]
		w.next = w.next[:len(w.next)-1]
		page, err := w.page(id)
		if err != nil {
			return err
		}
		switch flags(page) {
		case branchPage:
			err = w.followBranch(page)
		case leafPage:
			err = w.followLeaf(page)
		default:
			err = fmt.Errorf("is of the kind %#x", flags(page))
		}
		if err != nil {
			return fmt.Errorf("page %d %w", id, err)
		}
	}
	return nil
}

// reach notes that a page is in use, which it may be only once.
func (w *walker) reach(id uint64) error {
	if id < firstPage || id >= w.pages {
		return fmt.Errorf("page %d does not exist", id)
	}
	if !w.reached.CheckedAdd(uint32(id)) {
		return fmt.Errorf("page %d is used twice", id)
	}
	return nil
}

// page is a page with its continuations, which are in use by it.
func (w *walker) page(id uint64) ([]byte, error) {
	if err := w.reach(id); err != nil {
		return nil, err
	}
	begin := w.file[id*w.pageSize:]
	if found := binary.NativeEndian.Uint64(begin); found != id {
		return nil, fmt.Errorf("page %d says that it is page %d", id, found)
	}
	continued := uint64(binary.NativeEndian.Uint32(begin[12:]))
	if continued >= w.pages-id {
		return nil, fmt.Errorf("page %d goes on behind the end of the file", id)
	}
	for next := id + 1; next <= id+continued; next++ {
		if err := w.reach(next); err != nil {
			return nil, err
		}
	}
	return begin[:(continued+1)*w.pageSize], nil
}

func flags(page []byte) uint16 { return binary.NativeEndian.Uint16(page[8:]) }

// elements is the number of elements of a page.
func elements(page []byte) (int, error) {
	n := int(binary.NativeEndian.Uint16(page[10:]))
	if pageHeaderBytes+n*elementBytes > len(page) {
		return 0, fmt.Errorf("has no room for its %d elements", n)
	}
	return n, nil
}

// pointed is where in the page an element's key begins, which, with its value, has so many bytes. Elements count from their own place.
func pointed(page []byte, element int, position, length uint64) (uint64, error) {
	at := pageHeaderBytes + uint64(element)*elementBytes + position
	if at+length > uint64(len(page)) {
		return 0, fmt.Errorf("points behind its end with element %d", element)
	}
	return at, nil
}

func (w *walker) followBranch(page []byte) error {
	n, err := elements(page)
	if err != nil {
		return err
	}
	if n == 0 {
		return errors.New("is a branch without leaves")
	}
	for i := range n {
		element := page[pageHeaderBytes+i*elementBytes:]
		position, key := uint64(binary.NativeEndian.Uint32(element)), uint64(binary.NativeEndian.Uint32(element[4:]))
		if _, err := pointed(page, i, position, key); err != nil {
			return err
		}
		w.next = append(w.next, binary.NativeEndian.Uint64(element[8:]))
	}
	return nil
}

// followLeaf looks for buckets, whose trees it follows later.
func (w *walker) followLeaf(page []byte) error {
	n, err := elements(page)
	if err != nil {
		return err
	}
	for i := range n {
		element := page[pageHeaderBytes+i*elementBytes:]
		position, key, value := uint64(binary.NativeEndian.Uint32(element[4:])), uint64(binary.NativeEndian.Uint32(element[8:])), uint64(binary.NativeEndian.Uint32(element[12:]))
		at, err := pointed(page, i, position, key+value)
		if err != nil {
			return err
		}
		if binary.NativeEndian.Uint32(element)&bucketElement == 0 {
			continue
		}
		if err := w.followBucket(page[at+key : at+key+value]); err != nil {
			return err
		}
	}
	return nil
}

// followBucket goes on to the root of a bucket. A small bucket has no page of its own: its only leaf stands behind it.
func (w *walker) followBucket(bucket []byte) error {
	if len(bucket) < bucketBytes {
		return errors.New("has a bucket without a root")
	}
	if root := binary.NativeEndian.Uint64(bucket); root != 0 {
		w.next = append(w.next, root)
		return nil
	}
	inline := bucket[bucketBytes:]
	if len(inline) < pageHeaderBytes || flags(inline) != leafPage {
		return errors.New("has a bucket without a leaf")
	}
	return w.followLeaf(inline)
}

// free reads the list of the free pages, none of which may be in use as well.
func (w *walker) free(id uint64) error {
	if id == noFreelist {
		return nil
	}
	page, err := w.page(id)
	if err != nil {
		return err
	}
	list, count := page[pageHeaderBytes:], uint64(binary.NativeEndian.Uint16(page[10:]))
	if count == manyFree {
		list, count = list[8:], binary.NativeEndian.Uint64(list)
	}
	if flags(page) != freelistPage || count > uint64(len(list)/8) {
		return fmt.Errorf("page %d has no list of free pages", id)
	}
	for i := range count {
		if err := w.reach(binary.NativeEndian.Uint64(list[8*i:])); err != nil {
			return fmt.Errorf("the list of free pages: %w", err)
		}
	}
	return nil
}
