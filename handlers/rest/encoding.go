package rest

import (
	"compress/gzip"
	"errors"
	"io"
	"net/http"
	"strings"

	"github.com/klauspost/compress/gzhttp"
	"github.com/klauspost/compress/zstd"
)

// compressFrom is the size in bytes from which answers are compressed.
const compressFrom = 1024

// Compress compresses answers for clients that take it.
func Compress() (Middleware, error) {
	wrap, err := gzhttp.NewWrapper(gzhttp.MinSize(compressFrom), gzhttp.CompressionLevel(gzip.BestSpeed), gzhttp.KeepAcceptRanges())
	if err != nil {
		return nil, err
	}
	return func(next http.Handler) http.Handler { return wrap(next) }, nil
}

// Decompress reads compressed request bodies (gzip, zstd) and limits bodies to limit bytes after decompression.
func Decompress(limit int64) Middleware {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
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

// maxWindow bounds the memory that a zstd stream may demand.
const maxWindow = 32 << 20

func decompressed(r *http.Request) (io.ReadCloser, error) {
	switch strings.ToLower(r.Header.Get("Content-Encoding")) {
	case "gzip", "x-gzip":
		z, err := gzip.NewReader(r.Body)
		if err != nil {
			return nil, err
		}
		return stream{z, []func() error{z.Close, r.Body.Close}}, nil
	case "zstd":
		z, err := zstd.NewReader(r.Body, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow))
		if err != nil {
			return nil, err
		}
		return stream{z, []func() error{func() error { z.Close(); return nil }, r.Body.Close}}, nil
	default:
		return r.Body, nil
	}
}

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
