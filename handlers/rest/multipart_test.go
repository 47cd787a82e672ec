package rest_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/textproto"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"secobserve/handlers/rest"
	"secobserve/model"
)

const boundary = "XbX"

// formRequest is a multipart request with a raw body, in which lines end in \n instead of \r\n.
func formRequest(body string) *http.Request {
	r := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(strings.ReplaceAll(body, "\n", "\r\n")))
	r.Header.Set("Content-Type", `multipart/form-data; boundary=`+boundary)
	return r
}

// part is the text of one part.
func part(disposition, content string) string {
	return "--" + boundary + "\nContent-Disposition: form-data; " + disposition + "\n\n" + content + "\n"
}

const formEnd = "--" + boundary + "--\n"

// readUpload reads a form with files of at most 10 MiB.
func readUpload(t *testing.T, r *http.Request) (*rest.Upload, error) {
	t.Helper()
	u, err := rest.ReadUpload(r, 10<<20)
	if err == nil {
		t.Cleanup(u.Close)
	}
	return u, err
}

func TestUpload(t *testing.T) {
	body := part(`name="product_name"`, "  Shop ü \n") + part(`name="parser_name"`, "SARIF") + part(`name="file"; filename="a.sarif"`, "one\ntwo") +
		part(`name="other"; filename="b"`, "ignored") + part(`name="file"; filename="c"`, "second") + formEnd
	u, err := readUpload(t, formRequest(body))
	if err != nil {
		t.Fatal(err)
	}
	content, err := u.File.Content()
	if err != nil {
		t.Fatal(err)
	}
	if u.File.Name != "a.sarif" || u.File.Size != 8 || string(content) != "one\r\ntwo" {
		t.Errorf("file %q of %d bytes: %q", u.File.Name, u.File.Size, content)
	}
	if got := u.Fields.TextOf("product_name"); got != "Shop ü" {
		t.Errorf("product_name %q", got)
	}
	f := rest.NewForm(u.Fields, rest.Create)
	u.CheckFile(f)
	wantError(t, f.Err(), 0, "")
}

func TestFileErrors(t *testing.T) {
	for name, test := range map[string]struct{ body, message string }{
		"no part":                {part(`name="x"`, "y") + formEnd, "File: No file was submitted."},
		"no fields at all":       {formEnd, "File: No file was submitted."},
		"no body":                {"", "File: No file was submitted."},
		"empty file":             {part(`name="file"; filename="a"`, "") + formEnd, "File: The submitted file is empty."},
		"ordinary field":         {part(`name="file"`, "text") + formEnd, "File: The submitted data was not a file. Check the encoding type on the form."},
		"empty file name":        {part(`name="file"; filename=""`, "text") + formEnd, "File: No file was submitted."},
		"folder":                 {part(`name="file"; filename="dir/"`, "text") + formEnd, "File: No file was submitted."},
		"parent folder":          {part(`name="file"; filename="../.."`, "text") + formEnd, "File: No file was submitted."},
		"file under other names": {part(`name="File"; filename="a"`, "text") + formEnd, "File: No file was submitted."},
	} {
		t.Run(name, func(t *testing.T) {
			u, err := readUpload(t, formRequest(test.body))
			if err != nil {
				t.Fatal(err)
			}
			f := rest.NewForm(u.Fields, rest.Create)
			u.CheckFile(f)
			wantError(t, f.Err(), 400, test.message)
		})
	}
}

func TestFileNames(t *testing.T) {
	long := strings.Repeat("ä", 300)
	for sent, want := range map[string]string{
		"report.json":                "report.json",
		"/home/ci/work/report.json":  "report.json",
		`C:\\builds\\7\\report.json`: "report.json",
		`C:\builds\7\new.json`:       "new.json",
		"../../etc/passwd":           "passwd",
		"a&amp;b&#x2f;c.json":        "c.json",
		"a&lt;b.json":                "a<b.json",
		"tab\there\u200b.json":       "tabhere.json",
		"ünï 日本.json":                "ünï 日本.json",
		".json":                      ".json",
		long + ".json":               strings.Repeat("ä", 250) + ".json",
		"x." + long:                  "x." + strings.Repeat("ä", 253),
	} {
		u, err := readUpload(t, formRequest(part(`name="file"; filename="`+sent+`"`, "x")+formEnd))
		if err != nil || u.File == nil {
			t.Errorf("%.40q: %+v, %v", sent, u, err)
			continue
		}
		if u.File.Name != want {
			t.Errorf("%.40q became %q, want %q", sent, u.File.Name, want)
		}
	}
}

// Empty values of optional fields are not given, those of required ones are wrong (import.md §1.1).
func TestEmptyFormValues(t *testing.T) {
	body := part(`name="product_name"`, " ") + part(`name="product"`, "") + part(`name="branch"`, "") + part(`name="service"`, "  ") +
		part(`name="suppress_licenses"`, "") + part(`name="nul"`, "a\x00b") + part(`name="latin"`, "\xfc") + formEnd
	u, err := readUpload(t, formRequest(body))
	if err != nil {
		t.Fatal(err)
	}
	f := rest.NewForm(u.Fields, rest.Create)
	var text string
	product, branch, suppress, service := 1, 2, true, "before"
	rest.Text(f, "product_name", &text, rest.TextRule{Required: true})
	rest.Int(f, "product", &product, 0, 99, true)
	rest.Int(f, "branch", &branch, 0, 99, false)
	rest.Text(f, "service", &service, rest.TextRule{Max: 255})
	rest.Bool(f, "suppress_licenses", &suppress)
	rest.Text(f, "nul", &text, rest.TextRule{})
	rest.Text(f, "absent", &text, rest.TextRule{Required: true})
	wantError(t, f.Err(), 400, "Product name: This field may not be blank.\nProduct: A valid integer is required.\n"+
		"Nul: Null characters are not allowed.\nAbsent: This field is required.")
	if branch != 2 || !suppress || service != "before" {
		t.Errorf("values %d, %v, %q were changed", branch, suppress, service)
	}
	if got := u.Fields.TextOf("latin"); got != "\ufffd" {
		t.Errorf("invalid UTF-8 became %q", got)
	}
}

func TestBrokenForms(t *testing.T) {
	const prefix = "Multipart form parse error - "
	for name, test := range map[string]struct {
		kind, body string
		status     int
		message    string // its beginning
	}{
		"JSON":                  {"application/json", "{}", 415, `Unsupported media type "application/json" in request.`},
		"form encoded":          {"application/x-www-form-urlencoded", "a=b", 415, `Unsupported media type "application/x-www-form-urlencoded" in request.`},
		"no type":               {"", "x", 415, `Unsupported media type "" in request.`},
		"no boundary":           {"multipart/form-data", "x", 400, prefix},
		"other boundary":        {"multipart/form-data; boundary=other", part(`name="a"`, "b") + formEnd, 400, prefix},
		"no last boundary":      {"multipart/form-data; boundary=" + boundary, part(`name="a"`, "b"), 400, prefix},
		"ends after a boundary": {"multipart/form-data; boundary=" + boundary, part(`name="a"`, "b") + "--" + boundary, 400, prefix},
		"ends within a file":    {"multipart/form-data; boundary=" + boundary, "--" + boundary + "\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\n\nabc", 400, prefix},
		"no form":               {"multipart/form-data; boundary=" + boundary, "hello", 400, prefix},
		"too many fields":       {"multipart/form-data; boundary=" + boundary, strings.Repeat(part(`name="a"`, "b"), 1001) + formEnd, 400, prefix},
		"too large fields":      {"multipart/form-data; boundary=" + boundary, part(`name="a"`, strings.Repeat("x", 2<<20)) + part(`name="b"`, strings.Repeat("x", 1<<20)) + formEnd, 400, prefix},
	} {
		t.Run(name, func(t *testing.T) {
			r := formRequest(test.body)
			r.Header.Set("Content-Type", test.kind)
			_, err := readUpload(t, r)
			var got *rest.Error
			if !errors.As(err, &got) || got.Status != test.status || !strings.HasPrefix(got.Message, test.message) {
				t.Errorf("got %v, want %d %q", err, test.status, test.message)
			}
		})
	}
}

// upload is a request with a file of some size.
func upload(t *testing.T, size int) *http.Request {
	t.Helper()
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	header := textproto.MIMEHeader{"Content-Disposition": {`form-data; name="file"; filename="a.bin"`}}
	p, err := w.CreatePart(header)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Write(pattern(size)); err != nil {
		t.Fatal(err)
	}
	if err := w.WriteField("after", "the file"); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequest(http.MethodPost, "/", &body)
	r.Header.Set("Content-Type", w.FormDataContentType())
	return r
}

// pattern is a content in which each place looks different: numbers of four bytes.
func pattern(size int) []byte {
	out := make([]byte, 0, size+4)
	for i := uint32(0); len(out) < size; i++ {
		out = binary.BigEndian.AppendUint32(out, i)
	}
	return out[:size]
}

// Large files are kept in a temporary file, which has no name from its beginning and goes away.
func TestLargeFiles(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("TMPDIR", folder)
	const memory = 4 << 20
	for _, test := range []struct{ size, files int }{{memory - 1, 0}, {memory, 1}, {memory + 1, 1}, {memory + 100_000, 1}} {
		t.Run(fmt.Sprint(test.size), func(t *testing.T) {
			u, err := rest.ReadUpload(upload(t, test.size), 10<<20)
			if err != nil {
				t.Fatal(err)
			}
			content, err := u.File.Content()
			if err != nil || u.File.Size != int64(test.size) || !bytes.Equal(content, pattern(test.size)) {
				t.Errorf("%d bytes came back as %d, error %v", test.size, len(content), err)
			}
			if got := u.Fields.TextOf("after"); got != "the file" {
				t.Errorf("the field after the file is %q", got)
			}
			wantFiles(t, folder, test.files)
			u.Close()
			wantFiles(t, folder, 0)
		})
	}
}

// wantFiles counts the files of a folder that are open; none may have a name, which would outlive a process that is killed.
func wantFiles(t *testing.T, folder string, count int) {
	t.Helper()
	if names, err := filepath.Glob(filepath.Join(folder, "*")); err != nil || len(names) > 0 {
		t.Errorf("temporary files %v, error %v", names, err)
	}
	open, err := filepath.Glob("/proc/self/fd/*")
	if err != nil || len(open) == 0 {
		t.Skip("this system does not list open files")
	}
	found := 0
	for _, entry := range open {
		if target, err := os.Readlink(entry); err == nil && strings.HasPrefix(target, folder) {
			found++
		}
	}
	if found != count {
		t.Errorf("%d temporary files are open, want %d", found, count)
	}
}

func TestFilesOverTheLimit(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("TMPDIR", folder)
	for _, limit := range []int{1000, 4<<20 + 1000} {
		u, err := rest.ReadUpload(upload(t, limit), int64(limit))
		if err != nil {
			t.Fatal(err)
		}
		u.Close()
		_, err = rest.ReadUpload(upload(t, limit+1), int64(limit))
		wantError(t, err, 413, fmt.Sprintf("The request is larger than the limit of %d bytes.", limit))
		wantFiles(t, folder, 0)
	}
	r := upload(t, 4<<20+1000)
	r.Body = http.MaxBytesReader(httptest.NewRecorder(), r.Body, 4<<20+500)
	_, err := rest.ReadUpload(r, 6<<20)
	wantError(t, err, 413, "The request is larger than the limit of 6291456 bytes.")
	wantFiles(t, folder, 0)
}

// A full or missing disk is the server's fault, and the client does not learn the server's paths.
func TestNoRoomForTemporaryFile(t *testing.T) {
	t.Setenv("TMPDIR", filepath.Join(t.TempDir(), "absent"))
	_, err := rest.ReadUpload(upload(t, 4<<20+1000), 10<<20)
	wantError(t, err, 507, "The server has no space left to take the uploaded file; nothing was changed.")
	if !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the log does not learn the cause: %v", err)
	}
}

func FuzzUpload(f *testing.F) {
	for _, seed := range []string{part(`name="a"`, "b") + part(`name="file"; filename="x/y.json"`, "{}") + formEnd, formEnd, "", part(`name="file"`, "") + formEnd,
		part(`name="file"; filename*=UTF-8''%e2%82%ac`, "x") + formEnd} {
		f.Add([]byte(strings.ReplaceAll(seed, "\n", "\r\n")))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		r := httptest.NewRequest(http.MethodPost, "/", bytes.NewReader(body))
		r.Header.Set("Content-Type", "multipart/form-data; boundary="+boundary)
		u, err := rest.ReadUpload(r, 1<<20)
		if err != nil {
			var own *rest.Error
			if !errors.As(err, &own) || own.Status >= 500 {
				t.Fatalf("error %v", err)
			}
			return
		}
		defer u.Close()
		form := rest.NewForm(u.Fields, rest.Create)
		u.CheckFile(form)
		var n model.ID
		rest.Int(form, "a", &n, 0, 99, true)
		if u.File == nil {
			return
		}
		if strings.ContainsAny(u.File.Name, "/\\\x00\r\n") || u.File.Name == "" || len([]rune(u.File.Name)) > 255 {
			t.Errorf("file name %q", u.File.Name)
		}
		if content, err := u.File.Content(); err != nil || int64(len(content)) != u.File.Size {
			t.Errorf("%d bytes of %d, error %v", len(content), u.File.Size, err)
		}
	})
}

// A file that the temporary folder cannot take is answered as a full disk.
func TestUploadWithoutTemporaryFolder(t *testing.T) {
	t.Setenv("TMPDIR", filepath.Join(t.TempDir(), "missing"))
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	part, err := form.CreateFormFile("file", "large.json")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := part.Write(make([]byte, 5<<20)); err != nil {
		t.Fatal(err)
	}
	if err := form.Close(); err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequest("POST", "/", &body)
	r.Header.Set("Content-Type", form.FormDataContentType())
	_, err = rest.ReadUpload(r, 64<<20)
	var answer *rest.Error
	if !errors.As(err, &answer) || answer.Status != 507 || !strings.Contains(err.Error(), "missing") {
		t.Errorf("%v, answered with %+v", err, answer)
	}
}
