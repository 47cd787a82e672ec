package rest_test

import (
	"bytes"
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"

	"secobserve/handlers/rest"
)

// sending is a request with a file of this content.
func sending(t *testing.T, filename string, content []byte) *http.Request {
	t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	part, err := form.CreateFormFile("file", filename)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := part.Write(content); err != nil {
		t.Fatal(err)
	}
	if err := form.Close(); err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequest(http.MethodPost, "/", &body)
	r.Header.Set("Content-Type", form.FormDataContentType())
	return r
}

func TestCompressedFiles(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	report := []byte(strings.Repeat(`{"version":"2.1.0"}`, 10))
	large := pattern(5 << 20)
	zipped := gzipped(t, report)
	for name, test := range map[string]struct {
		filename string
		content  []byte
		wantName string
		want     []byte
		message  string // of the error, which is a bad request
	}{
		"gzip":                      {"report.sarif.gz", zipped, "report.sarif", report, ""},
		"gzip, upper case":          {"REPORT.SARIF.GZ", zipped, "REPORT.SARIF", report, ""},
		"gzip under another name":   {"report.sarif", zipped, "report.sarif", report, ""},
		"zstd":                      {"report.json.zst", zstandard(t, report), "report.json", report, ""},
		"unpacked on the way":       {"report.json.gz", report, "report.json", report, ""},
		"nothing but the extension": {".gz", zipped, ".gz", report, ""},
		"several gzip streams":      {"a.json.gz", append(gzipped(t, report), zipped...), "a.json", append(bytes.Clone(report), report...), ""},
		"large":                     {"a.json.gz", gzipped(t, large), "a.json", large, ""},
		"large zstd":                {"a.json.zst", zstandard(t, large), "a.json", large, ""},
		"empty":                     {"a.json.gz", gzipped(t, nil), "a.json", []byte{}, ""},
		"compressed twice":          {"a.json.gz.gz", gzipped(t, zipped), "a.json.gz", zipped, ""},
		"truncated":                 {"a.json.gz", zipped[:len(zipped)-9], "", nil, "File is not valid gzip"},
		"two bytes":                 {"a.json.gz", zipped[:2], "", nil, "File is not valid gzip"},
		"damaged":                   {"a.json.gz", append(bytes.Clone(zipped[:len(zipped)-8]), 1, 2, 3, 4, 5, 6, 7, 8), "", nil, "File is not valid gzip"},
		"something behind":          {"a.json.gz", append(bytes.Clone(zipped), "more"...), "", nil, "File is not valid gzip"},
		"truncated zstd":            {"a.json.zst", zstandard(t, large)[:1000], "", nil, "File is not valid zstd"},
		"four bytes":                {"a.json.zst", zstandard(t, report)[:4], "", nil, "File is not valid zstd"},
		"a window of 512 GiB":       {"a.json.zst", []byte{0x28, 0xB5, 0x2F, 0xFD, 0, 0xFF, 1, 0, 0}, "", nil, "File is not valid zstd"},
	} {
		t.Run(name, func(t *testing.T) {
			u, err := readUpload(t, sending(t, test.filename, test.content))
			if test.message != "" {
				wantError(t, err, 400, test.message)
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			content, err := u.File.Content()
			if err != nil || !bytes.Equal(content, test.want) || u.File.Name != test.wantName || u.File.Size != int64(len(test.want)) {
				t.Errorf("%s: %d bytes, error %v, want %s of %d bytes", u.File.Name, len(content), err, test.wantName, len(test.want))
			}
		})
	}
}

// The limit holds for what comes out, and is found out while it comes out.
func TestBombs(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("TMPDIR", folder)
	const limit = 6 << 20
	bomb := make([]byte, 64<<20)
	bombs := map[string][]byte{"a.json.gz": gzipped(t, bomb), "a.json.zst": zstandard(t, bomb)}
	bomb = nil
	for name, content := range bombs {
		r := sending(t, name, content)
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		_, err := rest.ReadUpload(r, limit)
		runtime.ReadMemStats(&after)
		wantError(t, err, 413, "The request is larger than the limit of 6291456 bytes.")
		wantFiles(t, folder, 0)
		if used := after.TotalAlloc - before.TotalAlloc; used > 48<<20 {
			t.Errorf("%s: %d bytes were allocated", name, used)
		}
	}
}

// A form that breaks off inside of a compressed file is a broken form.
func TestCompressedFileInBrokenForm(t *testing.T) {
	r := sending(t, "a.json.gz", gzipped(t, pattern(1<<20)))
	r.Body = io.NopCloser(io.LimitReader(r.Body, 1000))
	_, err := rest.ReadUpload(r, 10<<20)
	wantError(t, err, 400, "Multipart form parse error - unexpected EOF")
}

// A compressed body that says nothing for ever is cut off as well.
func TestEndlessCompressedBody(t *testing.T) {
	nothing := gzipped(t, nil)
	r := httptest.NewRequest("POST", "/", bytes.NewReader(bytes.Repeat(nothing, 10_000)))
	r.Header.Set("Content-Encoding", "gzip")
	answerOf(r, func(_ http.ResponseWriter, r *http.Request) {
		var tooLarge *http.MaxBytesError
		if _, err := io.ReadAll(r.Body); err == nil || !errors.As(err, &tooLarge) {
			t.Errorf("error %v", err)
		}
	}, rest.Decompress(1000))
}
