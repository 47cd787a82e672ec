package rest_test

import (
	"math"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"secobserve/handlers/rest"
	"secobserve/model"
)

func TestWriteJSON(t *testing.T) {
	body := struct {
		Name  string  `json:"name"`
		Count int     `json:"count"`
		Next  *string `json:"next"`
	}{"<a> & ü", 2, nil}
	const compact = `{"name":"<a> & ü","count":2,"next":null}`
	for accept, want := range map[string]string{
		"":                            compact,
		"*/*":                         compact,
		"application/json":            compact,
		"application/json; indent=0":  compact,
		"application/json; indent=x":  compact,
		"application/json; indent=-4": compact,
		"text/html; indent=4":         compact,
		"application/json; indent=2":  "{\n  \"name\": \"<a> & ü\",\n  \"count\": 2,\n  \"next\": null\n}",
		"application/json; indent=99": "{\n        \"name\": \"<a> & ü\",\n        \"count\": 2,\n        \"next\": null\n}",
	} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.Header.Set("Accept", accept)
		w := httptest.NewRecorder()
		if err := rest.WriteJSON(w, r, http.StatusCreated, body); err != nil {
			t.Fatal(err)
		}
		if w.Code != 201 || w.Body.String() != want {
			t.Errorf("%s: %d %s\nwant %s", accept, w.Code, w.Body, want)
		}
		if got := w.Header().Get("Content-Type"); got != "application/json" {
			t.Errorf("Content-Type %q", got)
		}
	}
}

func TestHeadHasTheLengthOfGet(t *testing.T) {
	w := httptest.NewRecorder()
	if err := rest.WriteJSON(w, httptest.NewRequest(http.MethodHead, "/", nil), 200, []int{1, 2, 3}); err != nil {
		t.Fatal(err)
	}
	if w.Body.Len() != 0 || w.Header().Get("Content-Length") != "7" {
		t.Errorf("body %q, Content-Length %q", w.Body, w.Header().Get("Content-Length"))
	}
}

// What cannot be encoded is reported before anything is sent.
func TestWriteJSONOfTheImpossible(t *testing.T) {
	w := httptest.NewRecorder()
	w.Code = 0
	if err := rest.WriteJSON(w, httptest.NewRequest(http.MethodGet, "/", nil), 200, math.NaN()); err == nil {
		t.Error("no error")
	}
	if w.Code != 0 || w.Body.Len() > 0 {
		t.Errorf("status %d, body %q were sent", w.Code, w.Body)
	}
}

func TestNegotiate(t *testing.T) {
	const message = "Could not satisfy the request Accept header."
	for name, test := range map[string]struct {
		accept, target string
		offered        []string
		status         int
		message        string
	}{
		"none":                  {},
		"anything":              {accept: "*/*"},
		"any application":       {accept: "application/*"},
		"JSON":                  {accept: "application/json"},
		"JSON with parameters":  {accept: "Application/JSON; indent=4; q=0.5"},
		"one of a list":         {accept: "text/html, application/xhtml+xml, */*;q=0.8"},
		"HTML":                  {accept: "text/html", status: 406, message: message},
		"list without JSON":     {accept: "text/html, text/*", status: 406, message: message},
		"nonsense":              {accept: ",;/", status: 406, message: message},
		"similar type":          {accept: "application/json-seq", status: 406, message: message},
		"other offer":           {accept: "text/csv", offered: []string{"text/csv"}},
		"any of other offer":    {accept: "text/*", offered: []string{"text/csv"}},
		"JSON is not offered":   {accept: "application/json", offered: []string{"text/csv"}, status: 406, message: message},
		"format":                {target: "/?format=json"},
		"other format":          {target: "/?format=xml", status: 404},
		"last format counts":    {target: "/?format=xml&format=json"},
		"format before Accept":  {accept: "text/html", target: "/?format=xml", status: 404},
		"format of other offer": {target: "/?format=yaml", offered: []string{"application/yaml"}},
	} {
		t.Run(name, func(t *testing.T) {
			if test.target == "" {
				test.target = "/"
			}
			r := httptest.NewRequest(http.MethodGet, test.target, nil)
			r.Header.Set("Accept", test.accept)
			wantError(t, rest.Negotiate(r, test.offered...), test.status, test.message)
		})
	}
}

func TestFormatTime(t *testing.T) {
	vienna, err := time.LoadLocation("Europe/Vienna")
	if err != nil {
		t.Fatal(err)
	}
	moment := time.Date(2026, 11, 23, 18, 43, 17, 156516000, time.UTC)
	for _, test := range []struct {
		t        time.Time
		location *time.Location
		want     string
	}{
		{moment, time.UTC, "2026-11-23T18:43:17.156516Z"},
		{moment, vienna, "2026-11-23T19:43:17.156516+01:00"},
		{moment.AddDate(0, -5, 0), vienna, "2026-06-23T20:43:17.156516+02:00"},
		{moment.Truncate(time.Second), time.UTC, "2026-11-23T18:43:17Z"},
		{moment.Truncate(time.Second).Add(100 * time.Millisecond), time.UTC, "2026-11-23T18:43:17.100000Z"},
		{moment.Truncate(time.Second).Add(999), time.UTC, "2026-11-23T18:43:17Z"},
	} {
		if got := rest.FormatTime(test.t, test.location); got != test.want {
			t.Errorf("%s, want %s", got, test.want)
		}
	}
}

func TestTimestamp(t *testing.T) {
	vienna, err := time.LoadLocation("Europe/Vienna")
	if err != nil {
		t.Fatal(err)
	}
	bind := func(f *rest.Form) any {
		to := model.Time(7)
		rest.Timestamp(f, "a", &to, vienna)
		return to
	}
	moment := time.Date(2026, 11, 23, 18, 43, 17, 156516000, time.UTC)
	runFields(t, rest.Create, bind, []fieldTest{
		{name: "absent", want: model.Time(7)},
		{json: `null`, want: model.Time(0)},
		{json: `"2026-11-23T18:43:17.156516Z"`, want: model.TimeOf(moment)},
		{json: `"2026-11-23T19:43:17.156516+01:00"`, want: model.TimeOf(moment)},
		{name: "in the server's time zone", json: `"2026-11-23T19:43:17.156516"`, want: model.TimeOf(moment)},
		{json: `"2026-11-23T19:43"`, want: model.TimeOf(moment.Truncate(time.Minute))},
	})
	const wrong = "Datetime has wrong format. Use one of these formats instead: YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z]."
	for _, text := range []string{`""`, `"x"`, `17`, `true`, `[]`, `"2026-11-23"`, `"2026-13-23T19:43"`} {
		runFields(t, rest.Create, bind, []fieldTest{{json: text, err: wrong}})
	}
}
