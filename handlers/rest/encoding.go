package rest

import (
	"compress/gzip"
	"errors"
	"io"
	"net/http"
	"strings"

	"github.com/klauspost/compress/gzhttp"
)

// compressFrom is the size in bytes from which answers are compressed.
const compressFrom = 1024

// Compress compresses answers for clients that take it.
func Compress() (Middleware, error) {
	wrap, err := gzhttp.NewWrapper(gzhttp.MinSize(compressFrom), gzhttp.CompressionLevel(gzip.BestSpeed), gzhttp.KeepAcceptRanges(),
		gzhttp.ContentTypeFilter(compressible))
	if err != nil {
		return nil, err
	}
	return func(next http.Handler) http.Handler { return wrap(next) }, nil
}

// compressible tells whether answers of a media type are worth compressing. Office documents are archives already.
func compressible(media string) bool {
	return gzhttp.DefaultContentTypeFilter(media) && !strings.Contains(media, "openxmlformats")
}

// Decompress reads compressed request bodies (gzip, zstd) and limits bodies to limit bytes after decompression.
func Decompress(limit int64) Middleware {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			r.Body = http.MaxBytesReader(w, r.Body, compressedLimit(limit))
			body, err := decompressed(r)
			if err != nil {
				_ = WriteError(w, r, BadRequest("The request body is not valid "+r.Header.Get("Content-Encoding")+"."))
				return
			}
			r.Body = http.MaxBytesReader(w, body, limit)
			next.ServeHTTP(w, r)
		})
	}
}

// compressedLimit bounds a body before its decompression: compressed data may go on for ever without saying anything, and what cannot be
// compressed becomes a little longer.
func compressedLimit(limit int64) int64 { return limit + limit/8 + 64<<10 }

func decompressed(r *http.Request) (io.ReadCloser, error) {
	c, ok := contentEncodings[strings.ToLower(r.Header.Get("Content-Encoding"))]
	if !ok {
		return r.Body, nil
	}
	z, err := c.open(r.Body)
	if err != nil {
		return nil, err
	}
	return stream{z, []func() error{z.Close, r.Body.Close}}, nil
}

// contentEncodings are the values of the header Content-Encoding that are understood (RFC 9110 §8.4.1, RFC 8878).
var contentEncodings = map[string]*compression{"gzip": &gzipCompression, "x-gzip": &gzipCompression, "zstd": &zstdCompression}

// stream is a reader with what must be closed after it.
type stream struct {
	io.Reader
	closers []func() error
}

// Close closes the decompressor and the body behind it.
func (s stream) Close() error {
	var errs []error
	for _, c := range s.closers {
		errs = append(errs, c())
	}
	return errors.Join(errs...)
}
