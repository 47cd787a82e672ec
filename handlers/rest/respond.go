package rest

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"mime"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"secobserve/model"
)

const mediaJSON = "application/json"

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// WriteJSON writes body as compact JSON, pretty printed if the client asks for it (http-conventions.md §3).
func WriteJSON(w http.ResponseWriter, r *http.Request, status int, body any) error {
	buffer := buffers.Get().(*bytes.Buffer)
	defer giveBack(buffer)
	buffer.Reset()
	encoder := json.NewEncoder(buffer)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(body); err != nil {
		return fmt.Errorf("encode answer: %w", err)
	}
	return WriteRawJSON(w, r, status, bytes.TrimSuffix(buffer.Bytes(), []byte("\n")))
}

// maxKept is the size in bytes up to which a buffer is kept for the next answer.
const maxKept = 1 << 20

func giveBack(b *bytes.Buffer) {
	if b.Cap() <= maxKept {
		buffers.Put(b)
	}
}

// WriteRawJSON writes JSON that is encoded already.
func WriteRawJSON(w http.ResponseWriter, r *http.Request, status int, body []byte) error {
	if spaces := indent(r); spaces > 0 {
		var pretty bytes.Buffer
		if err := json.Indent(&pretty, body, "", strings.Repeat(" ", spaces)); err != nil {
			return fmt.Errorf("indent answer: %w", err)
		}
		body = pretty.Bytes()
	}
	w.Header().Set("Content-Type", mediaJSON)
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	if r.Method == http.MethodHead {
		return nil
	}
	_, err := w.Write(body)
	return err
}

// WriteError writes an error answer.
func WriteError(w http.ResponseWriter, r *http.Request, e *Error) error {
	if e.RetryAfter > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(e.RetryAfter))
	}
	if e.Status == http.StatusUnauthorized {
		w.Header().Set("WWW-Authenticate", cmp.Or(e.Challenge, "APIToken"))
	}
	if e.Empty {
		w.WriteHeader(e.Status)
		return nil
	}
	return WriteJSON(w, r, e.Status, struct {
		Message string `json:"message"`
		Details string `json:"details,omitempty"`
	}{e.Message, e.Details})
}

// indent is the number of spaces that the client wants JSON to be indented by, 0 for compact JSON.
func indent(r *http.Request) int {
	for _, part := range strings.Split(r.Header.Get("Accept"), ",") {
		kind, params, err := mime.ParseMediaType(part)
		if err != nil || kind != mediaJSON {
			continue
		}
		if n, err := strconv.Atoi(params["indent"]); err == nil {
			return max(0, min(n, 8))
		}
	}
	return 0
}

// Negotiate checks that the client takes one of the media types; most endpoints have only JSON.
func Negotiate(r *http.Request, offered ...string) error {
	if format, ok := QueryOf(r).Last("format"); ok && format != "json" && !slices.Contains(offered, "application/"+format) {
		return NotFoundText("")
	}
	if len(offered) == 0 {
		offered = []string{mediaJSON}
	}
	accept := strings.Join(r.Header.Values("Accept"), ",")
	if strings.TrimSpace(accept) == "" {
		return nil
	}
	for _, part := range strings.Split(accept, ",") {
		kind, _, _ := strings.Cut(strings.TrimSpace(part), ";")
		kind = strings.ToLower(strings.TrimSpace(kind))
		for _, offer := range offered {
			main, _, _ := strings.Cut(offer, "/")
			if kind == "*/*" || kind == main+"/*" || kind == offer {
				return nil
			}
		}
	}
	return &Error{Status: http.StatusNotAcceptable, Message: "Could not satisfy the request Accept header."}
}

// Options is the answer to OPTIONS on a route that is known.
type Options struct {
	Name    string   `json:"name"`
	Renders []string `json:"renders"`
	Parses  []string `json:"parses"`
}

// FormatTime writes a moment as ISO 8601 with microseconds, without fraction if that is zero (http-conventions.md §7).
func FormatTime(t time.Time, location *time.Location) string {
	layout := "2006-01-02T15:04:05.000000Z07:00"
	if t.Nanosecond()/1000 == 0 {
		layout = "2006-01-02T15:04:05Z07:00"
	}
	return t.In(location).Format(layout)
}

// Timestamp validates a moment in ISO 8601, or null.
func Timestamp(f *Form, name string, to *model.Time, location *time.Location) {
	v, isNull, ok := f.value(name, false, true)
	if !ok {
		return
	}
	if isNull {
		*to = 0
		return
	}
	s, _ := v.(string)
	if t, ok := parseMoment(s, momentLayouts, location); ok {
		*to = model.TimeOf(t)
		return
	}
	f.Fail(name, "Datetime has wrong format. Use one of these formats instead: YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].")
}

// momentLayouts are the forms in which a point in time may be given; without a zone it is in the one of the server.
var momentLayouts = []string{time.RFC3339Nano, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05.999999999", "2006-01-02T15:04"}

func parseMoment(s string, layouts []string, location *time.Location) (time.Time, bool) {
	for _, layout := range layouts {
		if t, err := time.ParseInLocation(layout, strings.TrimSpace(s), location); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}
