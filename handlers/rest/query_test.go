package rest_test

import (
	"errors"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"secobserve/handlers/rest"
)

func query(raw string) rest.Query {
	return rest.QueryOf(httptest.NewRequest("GET", "/api/observations/?"+raw, nil))
}

func TestQueryText(t *testing.T) {
	for raw, want := range map[string]string{"": "", "title=": "", "title=x": "x", "title=%20a%20b%20": "a b", "title=first&title=last": "last", "title=%25_*": "%_*", "Title=x": ""} {
		got, err := query(raw).Text("title")
		if err != nil || got != want {
			t.Errorf("%s: %q, %v; want %q", raw, got, err, want)
		}
	}
	_, err := query("branch_name=a%00b").Text("branch_name")
	wantError(t, err, 400, "Branch name: Null characters are not allowed.")
}

func TestQueryNumber(t *testing.T) {
	type result struct {
		n            int64
		integral, ok bool
	}
	for value, want := range map[string]result{
		"": {}, "7": {7, true, true}, "-7": {-7, true, true}, "7.0": {7, true, true}, "%207": {7, true, true}, "1.5": {0, false, true}, "1e-3": {0, false, true},
	} {
		n, integral, ok, err := query("priority=" + value).Number("priority")
		if got := (result{n, integral, ok}); err != nil || got != want {
			t.Errorf("%s: %+v, %v; want %+v", value, got, err, want)
		}
	}
	if _, integral, ok, err := query("priority=99999999999999999999").Number("priority"); integral || !ok || err != nil {
		t.Errorf("a number beyond 64 bits must match nothing: %v %v %v", integral, ok, err)
	}
	for _, value := range []string{"x", "1x", "NaN", "inf", "Infinity", "0x10", "1_0", "1,5", "true"} {
		_, _, _, err := query("current_priority=" + value).Number("current_priority")
		wantError(t, err, 400, "Current priority: Enter a number.")
	}
}

func TestQueryChoice(t *testing.T) {
	allowed := []string{"High", "Low"}
	for raw, want := range map[string]string{"": "", "s=": "", "s=High": "High", "s=X&s=Low": "Low"} {
		got, err := query(raw).Choice("s", allowed)
		if err != nil || got != want {
			t.Errorf("%s: %q, %v; want %q", raw, got, err, want)
		}
	}
	_, err := query("component_type=high").Choice("component_type", allowed)
	wantError(t, err, 400, "Component type: Select a valid choice. high is not one of the available choices.")
}

func TestQueryChoices(t *testing.T) {
	allowed := []string{"High", "Low", "None"}
	got, err := query("s=High&s=Low").Choices("s", allowed)
	if diff := cmp.Diff([]string{"High", "Low"}, got); err != nil || diff != "" {
		t.Errorf("error %v, values (-want +got):\n%s", err, diff)
	}
	if got, err := query("t=High").Choices("s", allowed); err != nil || len(got) != 0 {
		t.Errorf("absent: %v, %v", got, err)
	}
	for raw, bad := range map[string]string{"s=High,Low": "High,Low", "s=": "", "s=High&s=": "", "s=High&s=low": "low"} {
		_, err := query(raw).Choices("s", allowed)
		wantError(t, err, 400, "S: Select a valid choice. "+bad+" is not one of the available choices.")
	}
}

func TestQueryReference(t *testing.T) {
	for raw, want := range map[string]uint64{"p=7": 7, "p=07": 7, "p=1&p=7": 7, "p=18446744073709551615": 1<<64 - 1} {
		id, ok, err := query(raw).Reference("p")
		if !ok || err != nil || id != want {
			t.Errorf("%s: %d %v %v", raw, id, ok, err)
		}
	}
	for _, raw := range []string{"", "p="} {
		if _, ok, err := query(raw).Reference("p"); ok || err != nil {
			t.Errorf("%s must be no filter: %v %v", raw, ok, err)
		}
	}
	for _, value := range []string{"x", "-1", "1.5", "18446744073709551616", "true"} {
		_, _, err := query("product_group=" + value).Reference("product_group")
		wantError(t, err, 400, "Product group: Select a valid choice. That choice is not one of the available choices.")
	}
}

func TestQueryBool(t *testing.T) {
	for value, want := range map[bool][]string{
		true:  {"true", "True", "TRUE", "1", "yes", "YES", "on", "2"},
		false: {"false", "False", "0", "no", "off", "OFF", "3"},
	} {
		for _, text := range want {
			if got, ok := query("b=" + text).Bool("b"); !ok || got != value {
				t.Errorf("%s: %v %v", text, got, ok)
			}
		}
	}
	for _, raw := range []string{"", "b=", "b=maybe", "b=4", "b=true&b=x"} {
		if _, ok := query(raw).Bool("b"); ok {
			t.Errorf("%s must be no filter", raw)
		}
	}
}

func TestQueryAge(t *testing.T) {
	vienna, err := time.LoadLocation("Europe/Vienna")
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 3, 29, 23, 30, 0, 0, time.UTC).In(vienna) // 01:30 on March 30, one day after the change to summer time
	for value, want := range map[string]time.Time{
		"Today":         time.Date(2026, 3, 30, 0, 0, 0, 0, vienna),
		"Past 7 days":   time.Date(2026, 3, 23, 0, 0, 0, 0, vienna),
		"Past 30 days":  time.Date(2026, 2, 28, 0, 0, 0, 0, vienna),
		"Past 90 days":  time.Date(2025, 12, 30, 0, 0, 0, 0, vienna),
		"Past 365 days": time.Date(2025, 3, 30, 0, 0, 0, 0, vienna),
	} {
		got, ok, err := query("age="+url.QueryEscape(value)).Age("age", now)
		if err != nil || !ok || !got.Equal(want) {
			t.Errorf("%s: %v %v %v, want %v", value, got, ok, err, want)
		}
	}
	if _, ok, err := query("age=").Age("age", now); ok || err != nil {
		t.Errorf("empty: %v %v", ok, err)
	}
	_, _, err = query("age=today").Age("age", now)
	wantError(t, err, 400, "Age: Select a valid choice. today is not one of the available choices.")
}

func TestSearch(t *testing.T) {
	for text, want := range map[string][]string{
		"":                      nil,
		"  , ":                  nil,
		"one":                   {"one"},
		"one two,three":         {"one", "two", "three"},
		`"one two" three`:       {"one two", "three"},
		`"one, two"`:            {"one, two"},
		`before"in quotes"back`: {"before", "in quotes", "back"},
		`"not closed at all`:    {"not closed at all"},
		`""`:                    nil,
		"tab\tand\nline":        {"tab", "and", "line"},
	} {
		got, err := query("search=" + url.QueryEscape(text)).Search()
		if diff := cmp.Diff(want, got); err != nil || diff != "" {
			t.Errorf("%q: error %v, terms (-want +got):\n%s", text, err, diff)
		}
	}
	_, err := query("search=a%00").Search()
	wantError(t, err, 400, "Search: Null characters are not allowed.")
}

func TestOrdering(t *testing.T) {
	allowed := func(name string) bool { return name == "title" || name == "product_data.name" }
	for raw, want := range map[string][]rest.OrderTerm{
		"":                                  nil,
		"ordering=":                         nil,
		"ordering=title":                    {{Name: "title"}},
		"ordering=-title,product_data.name": {{Name: "title", Desc: true}, {Name: "product_data.name"}},
		"ordering=nope&ordering=title":      {{Name: "title"}},
		"ordering=title,":                   {{Name: "title"}},
		"ordering=,,":                       nil,
	} {
		got, err := query(raw).Ordering(allowed)
		if diff := cmp.Diff(want, got); err != nil || diff != "" {
			t.Errorf("%s: error %v, terms (-want +got):\n%s", raw, err, diff)
		}
	}
	for _, name := range []string{"nope", "--title", "Title", " title", "title ", "-", "- title", "title;id", "+title"} {
		_, err := query("ordering=" + url.QueryEscape(name)).Ordering(allowed)
		wantError(t, err, 400, "Ordering: Select a valid choice. "+name+" is not one of the available choices.")
	}
}

func TestPageOf(t *testing.T) {
	for raw, want := range map[string]rest.Page{
		"":                         {Number: 1, Size: 25},
		"page=&page_size=":         {Number: 1, Size: 25},
		"page=2":                   {Number: 2, Size: 25, Offset: 25},
		"page=last":                {Number: 2, Size: 25, Offset: 25},
		"page_size=10&page=3":      {Number: 3, Size: 10, Offset: 20},
		"page_size=10&page=last":   {Number: 3, Size: 10, Offset: 20},
		"page_size=0":              {Number: 1, Size: 25},
		"page_size=-5":             {Number: 1, Size: 25},
		"page_size=x":              {Number: 1, Size: 25},
		"page_size=1000&page=last": {Number: 1, Size: 1000},
		"page_size=30&page=1":      {Number: 1, Size: 30},
		"page_size=9223372036854775807&page=last": {Number: 1, Size: rest.MaxPageSize},
		"page=9&page=1": {Number: 1, Size: 25},
	} {
		if got, err := query(raw).PageOf(30); err != nil || got != want {
			t.Errorf("%s: %+v, %v; want %+v", raw, got, err, want)
		}
	}
	for _, page := range []string{"0", "-1", "3", "x", "1.5", "Last", "99999999999999999999"} {
		_, err := query("page=" + page).PageOf(30)
		wantError(t, err, 404, "Invalid page.")
	}
	for _, page := range []string{"1", "last", ""} {
		if got, err := query("page=" + page).PageOf(0); err != nil || got.Offset != 0 {
			t.Errorf("page %q of an empty list: %+v, %v", page, got, err)
		}
	}
	_, err := query("page=2").PageOf(0)
	wantError(t, err, 404, "Invalid page.")
}

func TestLinks(t *testing.T) {
	for target, want := range map[string]struct{ next, previous string }{
		"http://host:8080/api/products/?page_size=10&ordering=-name&page=2": {
			"http://host:8080/api/products/?ordering=-name&page=3&page_size=10", "http://host:8080/api/products/?ordering=-name&page_size=10"},
		"http://host/api/products/?page_size=10":               {"http://host/api/products/?page=2&page_size=10", ""},
		"http://host/api/products/?page_size=10&page=last":     {"", "http://host/api/products/?page=2&page_size=10"},
		"http://host/api/products/?page_size=30":               {"", ""},
		"http://host/api/products/?page_size=29&s=b&s=a&x=%26": {"http://host/api/products/?page=2&page_size=29&s=b&s=a&x=%26", ""},
	} {
		r := httptest.NewRequest("GET", target, nil)
		page, err := rest.QueryOf(r).PageOf(30)
		if err != nil {
			t.Fatal(err)
		}
		next, previous := page.Links(r, 30)
		for _, link := range []struct {
			name string
			got  *string
			want string
		}{{"next", next, want.next}, {"previous", previous, want.previous}} {
			if got := deref(link.got); got != link.want {
				t.Errorf("%s of %s is %q, want %q", link.name, target, got, link.want)
			}
		}
	}
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// Whatever a query string holds, reading it ends in a value or a clear refusal.
func FuzzQuery(f *testing.F) {
	for _, seed := range []string{"", "a=1", "a=%00", "a=last", "a=1.5&a=x", `a="b,c d"`, "a=-b,,c", "a=%ff", ";&=%", "page=last&page_size=3"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		r := httptest.NewRequest("GET", "http://host/", nil)
		r.URL.RawQuery = raw
		q := rest.QueryOf(r)
		refused := func(err error) bool {
			var own *rest.Error
			if err != nil && (!errors.As(err, &own) || own.Status != 400 && own.Status != 404) {
				t.Fatalf("error %v", err)
			}
			return err != nil
		}
		if text, err := q.Text("a"); !refused(err) && strings.ContainsRune(text, 0) {
			t.Errorf("text %q", text)
		}
		if _, integral, ok, err := q.Number("a"); !refused(err) && integral && !ok {
			t.Error("an integer that is none")
		}
		_, _, err := q.Reference("a")
		refused(err)
		_, err = q.Choice("a", []string{"b"})
		refused(err)
		_, err = q.Choices("a", []string{"b"})
		refused(err)
		q.Bool("a")
		_, err = q.Search()
		refused(err)
		terms, err := q.Ordering(func(name string) bool { return name == "b" })
		refused(err)
		for _, term := range terms {
			if term.Name != "b" {
				t.Errorf("order %q", term.Name)
			}
		}
		page, err := q.PageOf(30)
		if refused(err) {
			return
		}
		if page.Size < 1 || page.Offset < 0 || page.Offset >= 30 {
			t.Errorf("page %+v", page)
		}
		next, previous := page.Links(r, 30)
		for _, link := range []*string{next, previous} {
			if _, err := url.Parse(deref(link)); err != nil {
				t.Error(err)
			}
		}
	})
}
