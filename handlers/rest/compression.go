package rest

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// compression is a way in which bodies and files may be compressed.
type compression struct {
	name      string
	extension string // of files
	magic     []byte // with which compressed data begin
	open      func(io.Reader) (io.ReadCloser, error)
}

// maxWindow bounds the memory that a zstd stream may demand.
const maxWindow = 32 << 20

var (
	gzipCompression = compression{"gzip", ".gz", []byte{0x1F, 0x8B}, func(r io.Reader) (io.ReadCloser, error) { return gzip.NewReader(r) }}
	zstdCompression = compression{"zstd", ".zst", []byte{0x28, 0xB5, 0x2F, 0xFD}, func(r io.Reader) (io.ReadCloser, error) {
		z, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow))
		if err != nil {
			return nil, err
		}
		return z.IOReadCloser(), nil
	}}
)

var compressions = []*compression{&gzipCompression, &zstdCompression}

// openFile decompresses a file that begins like a compressed one, whatever its name says: no report does. A part of a form that breaks off is
// an error of the form, not of the file.
func openFile(part io.Reader) (io.ReadCloser, error) {
	source := &watched{Reader: part}
	buffered := bufio.NewReader(source)
	for _, c := range compressions {
		if head, _ := buffered.Peek(len(c.magic)); !bytes.Equal(head, c.magic) {
			continue
		}
		z, err := c.open(buffered)
		if err != nil {
			return nil, source.blame(c, err)
		}
		return &compressedFile{z, c, source}, nil
	}
	return io.NopCloser(buffered), nil
}

// withoutCompression is the name of a file without the extension of a compression: a report is the same one however it was sent.
func withoutCompression(name string) string {
	for _, c := range compressions {
		if cut := len(name) - len(c.extension); cut > 0 && strings.EqualFold(name[cut:], c.extension) {
			return name[:cut]
		}
	}
	return name
}

// watched remembers the error of a reader.
type watched struct {
	io.Reader
	err error
}

func (w *watched) Read(p []byte) (int, error) {
	n, err := w.Reader.Read(p)
	if err != nil && err != io.EOF {
		w.err = err
	}
	return n, err
}

// blame tells an error of the source from one of the compression.
func (w *watched) blame(c *compression, err error) error {
	switch {
	case err == nil || err == io.EOF:
		return err
	case w.err != nil:
		return w.err
	default:
		return &Error{Status: http.StatusBadRequest, Message: "File is not valid " + c.name, Details: err.Error()}
	}
}

// compressedFile reads a compressed file; its errors are those of the form, or say that the file is broken.
type compressedFile struct {
	io.ReadCloser
	compression *compression
	source      *watched
}

func (f *compressedFile) Read(p []byte) (int, error) {
	n, err := f.ReadCloser.Read(p)
	return n, f.source.blame(f.compression, err)
}
