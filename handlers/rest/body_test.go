package rest_test

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"secobserve/handlers/rest"
)

// request is a JSON request with a body.
func request(body string) *http.Request {
	r := httptest.NewRequest(http.MethodPost, "/api/products/", strings.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	return r
}

// object decodes a body of at most 1 MiB.
func object(r *http.Request) (*rest.Fields, error) { return rest.ReadBody(r, 1<<20).Object(r) }

// wantError checks the status and the exact message of an error; status 0 means that none is expected.
func wantError(t *testing.T, err error, status int, message string) {
	t.Helper()
	var got *rest.Error
	switch {
	case status == 0 && err == nil:
	case status == 0:
		t.Errorf("unexpected error: %v", err)
	case !errors.As(err, &got):
		t.Errorf("error %v (%T), want status %d", err, err, status)
	case got.Status != status || got.Message != message:
		t.Errorf("status %d, message %q; want %d, %q", got.Status, got.Message, status, message)
	}
}

func TestObjectRefusesWhatIsNoObject(t *testing.T) {
	for _, test := range []struct{ body, message string }{
		{`[]`, "Non field errors: Invalid data. Expected a dictionary, but got list."},
		{`"x"`, "Non field errors: Invalid data. Expected a dictionary, but got str."},
		{`1`, "Non field errors: Invalid data. Expected a dictionary, but got int."},
		{`99999999999999999999999`, "Non field errors: Invalid data. Expected a dictionary, but got int."},
		{`1.5`, "Non field errors: Invalid data. Expected a dictionary, but got float."},
		{`true`, "Non field errors: Invalid data. Expected a dictionary, but got bool."},
		{`null`, "No data provided"},
	} {
		_, err := object(request(test.body))
		t.Run(test.body, func(t *testing.T) { wantError(t, err, 400, test.message) })
	}
}

func TestObjectRefusesBrokenJSON(t *testing.T) {
	for name, body := range map[string]string{
		"cut off":              `{"a": 1`,
		"extra data":           `{} {}`,
		"NaN":                  `{"a": NaN}`,
		"Infinity":             `{"a": -Infinity}`,
		"byte order mark":      "\ufeff{}",
		"only white space":     "  \n",
		"single quotes":        `{'a': 1}`,
		"trailing comma":       `{"a": 1,}`,
		"control character":    "{\"a\": \"\n\"}",
		"invalid UTF-8":        "{\"a\": \"\xff\"}",
		"bad escape":           `{"a": "\u12"}`,
		"deep nesting":         `{"a":` + strings.Repeat("[", 65) + strings.Repeat("]", 65) + `}`,
		"deeper than any":      `{"a":` + strings.Repeat(`{"a":`, 50_000),
		"too many empty lists": `{"a":[` + strings.Repeat("[],", 60_000) + `[]]}`,
		"too many members":     `{` + strings.Repeat(`"a":1,`, 100_001) + `"b":1}`,
	} {
		t.Run(name, func(t *testing.T) {
			_, err := object(request(body))
			var got *rest.Error
			if !errors.As(err, &got) || got.Status != 400 || !strings.HasPrefix(got.Message, "JSON parse error - ") {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestObjectDecodes(t *testing.T) {
	for name, test := range map[string]struct{ body, want string }{
		"empty body":             {"", ""},
		"empty object":           {"{}", ""},
		"white space around":     {" \n{\"a\": \"x\"}\n", "x"},
		"duplicate key":          {`{"a": "first", "a": "last"}`, "last"},
		"escapes":                {`{"a": "\u00e9\\\"\ud83d\ude00"}`, `é\"😀`},
		"brackets in a text":     {`{"a": "` + strings.Repeat("[{,", 50_000) + `"}`, strings.Repeat("[{,", 50_000)},
		"quotes in a text":       {`{"a": "\"[\\"}`, `"[\`},
		"greatest nesting":       {`{"b":` + strings.Repeat("[", 63) + strings.Repeat("]", 63) + `,"a":"x"}`, "x"},
		"names are exact":        {`{"A": "upper"}`, ""},
		"another type than text": {`{"a": {"b": 1}}`, ""},
	} {
		t.Run(name, func(t *testing.T) {
			fields, err := object(request(test.body))
			if err != nil {
				t.Fatal(err)
			}
			if got := fields.TextOf("a"); got != test.want {
				t.Errorf("got %.80q, want %.80q", got, test.want)
			}
		})
	}
}

func TestMediaTypeOfBody(t *testing.T) {
	for name, test := range map[string]struct {
		header, body, message string
	}{
		"JSON":                     {"application/json", "{}", ""},
		"upper case and a charset": {"Application/JSON; charset=latin-1", "{}", ""},
		"text":                     {"text/plain", "{}", `Unsupported media type "text/plain" in request.`},
		"form":                     {"application/x-www-form-urlencoded", "a=1", `Unsupported media type "application/x-www-form-urlencoded" in request.`},
		"none":                     {"", "{}", `Unsupported media type "" in request.`},
		"similar":                  {"application/json-patch+json", "{}", `Unsupported media type "application/json-patch+json" in request.`},
		"none without a body":      {"", "", ""},
		"text without a body":      {"text/plain", "", ""},
		"broken JSON of that type": {"text/plain", "{", `Unsupported media type "text/plain" in request.`},
	} {
		t.Run(name, func(t *testing.T) {
			r := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(test.body))
			r.Header.Set("Content-Type", test.header)
			_, err := object(r)
			status := 0
			if test.message != "" {
				status = 415
			}
			wantError(t, err, status, test.message)
		})
	}
}

func TestReadBodyLimitsTheSize(t *testing.T) {
	const limit = 10
	read := func(body io.Reader) error {
		r := httptest.NewRequest(http.MethodPost, "/", body)
		r.Header.Set("Content-Type", "application/json")
		_, err := rest.ReadBody(r, limit).Object(r)
		return err
	}
	wantError(t, read(strings.NewReader(`{"a":"xx"}`)), 0, "")
	wantError(t, read(strings.NewReader(`{"a":"xxx"}`)), 413, "The request is larger than the limit of 10 bytes.")
	wantError(t, read(endless{}), 413, "The request is larger than the limit of 10 bytes.")
	limited := http.MaxBytesReader(httptest.NewRecorder(), io.NopCloser(endless{}), 5)
	wantError(t, read(limited), 413, "The request is larger than the limit of 10 bytes.")
	wantError(t, read(broken{}), 400, "The request body could not be read.")
}

// endless is a body without end.
type endless struct{}

func (endless) Read(b []byte) (int, error) { return copy(b, "{{{{{{{{"), nil }

// broken is a body whose sender is gone.
type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }
