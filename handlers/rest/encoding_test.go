package rest_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"

	"secobserve/handlers/rest"
)

func contextWith(r *http.Request, key, value any) context.Context {
	return context.WithValue(r.Context(), key, value)
}

func gzipped(t *testing.T, data []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func zstandard(t *testing.T, data []byte) []byte {
	t.Helper()
	w, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	return w.EncodeAll(data, nil)
}

func TestDecompress(t *testing.T) {
	const limit = 1000
	exact, above := bytes.Repeat([]byte("x"), limit), bytes.Repeat([]byte("x"), limit+1)
	for name, test := range map[string]struct {
		encoding string
		body     []byte
		want     []byte // what the handler reads
		large    bool   // the handler reads more than the limit
		status   int    // of an answer that the handler does not give
	}{
		"plain":               {"", exact, exact, false, 0},
		"plain, too large":    {"", above, nil, true, 0},
		"gzip":                {"gzip", gzipped(t, exact), exact, false, 0},
		"gzip, upper case":    {"GZIP", gzipped(t, exact), exact, false, 0},
		"gzip, too large":     {"gzip", gzipped(t, above), nil, true, 0},
		"gzip bomb":           {"gzip", gzipped(t, make([]byte, 4<<20)), nil, true, 0},
		"zstd":                {"zstd", zstandard(t, exact), exact, false, 0},
		"zstd bomb":           {"zstd", zstandard(t, make([]byte, 4<<20)), nil, true, 0},
		"no gzip":             {"gzip", exact, nil, false, 400},
		"empty gzip":          {"gzip", nil, nil, false, 400},
		"unknown is as it is": {"br", exact, exact, false, 0},
	} {
		t.Run(name, func(t *testing.T) {
			r := httptest.NewRequest("POST", "/", bytes.NewReader(test.body))
			if test.encoding != "" {
				r.Header.Set("Content-Encoding", test.encoding)
			}
			called := false
			w := answerOf(r, func(_ http.ResponseWriter, r *http.Request) {
				called = true
				got, err := io.ReadAll(r.Body)
				var large *http.MaxBytesError
				if errors.As(err, &large) != test.large || !test.large && (err != nil || !bytes.Equal(got, test.want)) {
					t.Errorf("%d bytes, error %v", len(got), err)
				}
				if err := r.Body.Close(); err != nil {
					t.Error(err)
				}
			}, rest.Decompress(limit))
			if test.status != 0 && (called || w.Code != test.status) {
				t.Errorf("status %d, want %d", w.Code, test.status)
			}
		})
	}
}

// A compressed upload that is damaged further on is the client's fault.
func TestDamagedGzip(t *testing.T) {
	damaged := gzipped(t, []byte(`{"a": "x"}`))
	damaged[len(damaged)-6] ^= 0xff // the checksum
	r := httptest.NewRequest("POST", "/", bytes.NewReader(damaged))
	r.Header.Set("Content-Encoding", "gzip")
	r.Header.Set("Content-Type", "application/json")
	answerOf(r, func(_ http.ResponseWriter, r *http.Request) {
		_, err := object(r)
		wantError(t, err, 400, "The request body could not be read.")
	}, rest.Decompress(1000))
}

func TestCompress(t *testing.T) {
	compress, err := rest.Compress()
	if err != nil {
		t.Fatal(err)
	}
	large := strings.Repeat("abcdefgh", 1000)
	for name, test := range map[string]struct {
		method, accept, body string
		want                 string // Content-Encoding
	}{
		"asked for":     {"GET", "gzip", large, "gzip"},
		"zstd":          {"GET", "zstd", large, "zstd"},
		"not asked for": {"GET", "", large, ""},
		"refused":       {"GET", "gzip;q=0", large, ""},
		"small":         {"GET", "gzip", "small", ""},
		"HEAD":          {"HEAD", "gzip", large, ""},
	} {
		t.Run(name, func(t *testing.T) {
			r := httptest.NewRequest(test.method, "/", nil)
			r.Header.Set("Accept-Encoding", test.accept)
			w := answerOf(r, func(w http.ResponseWriter, r *http.Request) {
				if err := rest.WriteJSON(w, r, 200, test.body); err != nil {
					t.Error(err)
				}
			}, compress)
			if got := w.Header().Get("Content-Encoding"); got != test.want {
				t.Fatalf("Content-Encoding %q, want %q", got, test.want)
			}
			if !strings.Contains(strings.Join(w.Header().Values("Vary"), ","), "Accept-Encoding") {
				t.Errorf("Vary %q", w.Header().Values("Vary"))
			}
			length := strconv.Itoa(len(test.body) + 2)
			switch {
			case test.method == "HEAD":
				if w.Body.Len() > 0 || w.Header().Get("Content-Length") != length {
					t.Errorf("body of %d bytes, Content-Length %s", w.Body.Len(), w.Header().Get("Content-Length"))
				}
			case test.want == "gzip":
				z, err := gzip.NewReader(w.Body)
				if err != nil {
					t.Fatal(err)
				}
				wantBody(t, z, test.body)
			case test.want == "zstd":
				z, err := zstd.NewReader(w.Body)
				if err != nil {
					t.Fatal(err)
				}
				wantBody(t, z, test.body)
			default:
				wantBody(t, w.Body, test.body)
			}
		})
	}
}

func wantBody(t *testing.T, r io.Reader, text string) {
	t.Helper()
	got, err := io.ReadAll(r)
	if err != nil || string(got) != `"`+text+`"` {
		t.Errorf("%d bytes %.40q, error %v", len(got), got, err)
	}
}
