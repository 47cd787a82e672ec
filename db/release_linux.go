package db

import (
	"unsafe"

	bolt "go.etcd.io/bbolt"
	"golang.org/x/sys/unix"
)

// releasePages tells the kernel that the pages read so far are not needed in this process's memory: building the index touches every row
// once. They stay in the page cache.
func releasePages(b *bolt.DB) {
	_ = b.View(func(tx *bolt.Tx) error {
		size := tx.Size()
		if size == 0 {
			return nil
		}
		start := b.Info().Data // the address of bbolt's own mapping, which the transaction keeps in place
		mapped := unsafe.Slice(*(**byte)(unsafe.Pointer(&start)), size)
		return unix.Madvise(mapped, unix.MADV_DONTNEED)
	})
}
