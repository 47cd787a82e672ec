package db

import (
	"encoding/binary"
	"fmt"
	"io"
	"os"
)

// The layout of a bbolt meta page, of which the first two pages of a file are copies (bbolt, internal/common/meta.go).
const (
	metaOffset    = 16 // behind the page's header
	metaMagic     = 0xED0CDAED
	offsetSize    = metaOffset + 8
	offsetPages   = metaOffset + 40
	offsetTxid    = metaOffset + 48
	metaBytes     = metaOffset + 64
	likelySize    = 4096
	largestOSPage = 64 << 10
)

// checkSize refuses a file that is shorter than its meta pages say: reading a memory map behind the end of its file would kill the process.
// Other damage is for bbolt to find.
func checkSize(path string) error {
	f, err := os.Open(path)
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // opened read-only
	info, err := f.Stat()
	if err != nil {
		return err
	}
	var needed, newest uint64
	for _, at := range metaPages(f) {
		meta := make([]byte, metaBytes)
		if _, err := f.ReadAt(meta, at); err != nil || binary.NativeEndian.Uint32(meta[metaOffset:]) != metaMagic {
			continue
		}
		if txid := binary.NativeEndian.Uint64(meta[offsetTxid:]); txid >= newest {
			newest = txid
			needed = binary.NativeEndian.Uint64(meta[offsetPages:]) * uint64(binary.NativeEndian.Uint32(meta[offsetSize:]))
		}
	}
	if uint64(info.Size()) < needed {
		return fmt.Errorf("%s is truncated: it has %d of %d bytes", path, info.Size(), needed)
	}
	return nil
}

// metaPages are the places of the two meta pages; the second one follows the first one's page size.
func metaPages(f io.ReaderAt) []int64 {
	size := make([]byte, 4)
	if _, err := f.ReadAt(size, offsetSize); err != nil {
		return nil
	}
	page := int64(binary.NativeEndian.Uint32(size))
	if page < likelySize || page > largestOSPage {
		page = likelySize
	}
	return []int64{0, page}
}
