package rest

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"html"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The limits of the fields of a form besides the file.
const (
	maxFormFields = 1000
	maxFormBytes  = 2621440
)

// inMemory bytes of a file are kept in memory; the rest of a larger one goes to a temporary file.
const inMemory = 4 << 20

// Upload is a form with a file, as the import endpoints take it.
type Upload struct {
	Fields *Fields
	File   *File // nil if no file was sent
	// NotAFile tells that the field of the file was sent as an ordinary field.
	NotAFile bool
}

// File is an uploaded file.
type File struct {
	Name string // reduced to its last segment, at most 255 characters
	Size int64
	head []byte
	rest *os.File // nil if all is in head
	// named tells that rest could not be taken out of its folder while it is open.
	named bool
}

// Content reads the whole file.
func (f *File) Content() ([]byte, error) {
	if f.rest == nil {
		return f.head, nil
	}
	content := make([]byte, f.Size)
	n := copy(content, f.head)
	if _, err := f.rest.ReadAt(content[n:], 0); err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	return content, nil
}

// Close removes the temporary file.
func (u *Upload) Close() {
	if u.File == nil || u.File.rest == nil {
		return
	}
	_ = u.File.rest.Close()
	if u.File.named {
		_ = os.Remove(u.File.rest.Name())
	}
}

// ReadUpload reads a multipart form; the part with the name "file" is its file, of at most limit bytes. The caller closes the result.
// Its errors are *[Error]; those of the disk that takes the temporary file name their cause, too.
func ReadUpload(r *http.Request, limit int64) (*Upload, error) {
	header := r.Header.Get("Content-Type")
	kind, params, _ := mime.ParseMediaType(header)
	if kind != "multipart/form-data" {
		return nil, Unsupported(header)
	}
	if params["boundary"] == "" {
		return nil, BadRequest("Multipart form parse error - Invalid boundary in multipart: None")
	}
	u := &Upload{Fields: &Fields{values: map[string]any{}, form: true}}
	source := &watched{Reader: r.Body}
	body := bufio.NewReader(source)
	if _, err := body.Peek(1); errors.Is(err, io.EOF) {
		return u, nil // nothing at all is a form without fields
	}
	if err := u.read(multipart.NewReader(body, params["boundary"]), limit); err != nil {
		u.Close()
		return nil, uploadError(cmp.Or(slowness(source.err), err), limit)
	}
	return u, nil
}

// slowness is err if it says that the client was too slow, which readers of forms take for the end of the form.
func slowness(err error) error {
	if tooSlow(err) {
		return err
	}
	return nil
}

func uploadError(err error, limit int64) error {
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		return TooLarge(limit)
	}
	var own *Error
	if errors.As(err, &own) {
		return own
	}
	if tooSlow(err) {
		return TooSlow()
	}
	var disk *os.PathError
	if errors.As(err, &disk) {
		return fmt.Errorf("store the uploaded file: %w", errors.Join(NoRoomForUpload(), err))
	}
	return BadRequest("Multipart form parse error - " + err.Error())
}

func (u *Upload) read(reader *multipart.Reader, limit int64) error {
	fields, size := 0, 0
	for {
		part, err := reader.NextPart()
		if err == io.EOF { // not errors.Is: an end before the last boundary wraps it
			return nil
		}
		if err != nil {
			return err
		}
		if name, isFile := fileName(part); isFile {
			if err := u.readFile(part, name, limit); err != nil {
				return err
			}
			continue
		}
		value, err := io.ReadAll(io.LimitReader(part, maxFormBytes+1))
		if err != nil {
			return err
		}
		fields, size = fields+1, size+len(value)
		if fields > maxFormFields || size > maxFormBytes {
			return BadRequest("Multipart form parse error - The form has too many or too large fields.")
		}
		if part.FormName() == "file" {
			u.NotAFile = true
			continue
		}
		u.Fields.values[part.FormName()] = strings.TrimSpace(strings.ToValidUTF8(string(value), "\uFFFD"))
	}
}

// readFile keeps the file of the form, decompressed; the first one with a name counts.
func (u *Upload) readFile(part *multipart.Part, name string, limit int64) error {
	if part.FormName() != "file" || name == "" || u.File != nil {
		_, err := io.Copy(io.Discard, part)
		return err
	}
	content, err := openFile(part)
	if err != nil {
		return err
	}
	u.File = &File{Name: withoutCompression(name)}
	err = u.File.read(content, limit)
	_ = content.Close()
	return err
}

func (f *File) read(content io.Reader, limit int64) error {
	var head bytes.Buffer
	n, err := io.Copy(&head, io.LimitReader(content, min(inMemory, limit+1)))
	f.head, f.Size = head.Bytes(), n
	if err != nil {
		return err
	}
	if n > limit {
		return TooLarge(limit)
	}
	if n < inMemory {
		return nil
	}
	if err := f.spill(); err != nil {
		return err
	}
	n, err = io.Copy(f.rest, io.LimitReader(content, limit-n+1))
	f.Size += n
	if err == nil && f.Size > limit {
		return TooLarge(limit)
	}
	return err
}

// spill opens the temporary file. Where the system lets it, it has no name any more from here on, so that even a process that is killed leaves
// nothing of it on the disk.
func (f *File) spill() (err error) {
	if f.rest, err = os.CreateTemp("", "secobserve-upload-"); err != nil {
		return err
	}
	f.named = os.Remove(f.rest.Name()) != nil
	return nil
}

// maxFileName is the greatest length of a file name in characters.
const maxFileName = 255

// fileName is the name of a part reduced to its last segment of printable characters (import.md §1.2); a part whose name is empty by then
// counts as not sent. isFile is false for ordinary fields, which have no file name at all.
func fileName(part *multipart.Part) (name string, isFile bool) {
	_, params, _ := mime.ParseMediaType(part.Header.Get("Content-Disposition"))
	name, isFile = params["filename"]
	return reduceName(name), isFile
}

func reduceName(name string) string {
	name = html.UnescapeString(name)
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	name = strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(name, ""))
	if name == "." || name == ".." {
		return ""
	}
	if utf8.RuneCountInString(name) <= maxFileName {
		return name
	}
	extension := filepath.Ext(name)
	if utf8.RuneCountInString(extension) >= maxFileName {
		extension = ""
	}
	runes := []rune(strings.TrimSuffix(name, extension))
	return string(runes[:maxFileName-utf8.RuneCountInString(extension)]) + extension
}

// CheckFile reports the errors of a required file.
func (u *Upload) CheckFile(f *Form) {
	switch {
	case u.File != nil && u.File.Size == 0:
		f.Fail("file", "The submitted file is empty.")
	case u.File != nil:
	case u.NotAFile:
		f.Fail("file", "The submitted data was not a file. Check the encoding type on the form.")
	default:
		f.Fail("file", "No file was submitted.")
	}
}
