package rest

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Query holds the parameters of a request. Of a parameter that is given several times the last one counts, unless it takes several.
type Query struct{ values url.Values }

// QueryOf reads the parameters of a request.
func QueryOf(r *http.Request) Query { return Query{r.URL.Query()} }

// Last returns the last value of a parameter; ok is false if it is absent.
func (q Query) Last(name string) (value string, ok bool) {
	values := q.values[name]
	if len(values) == 0 {
		return "", false
	}
	return values[len(values)-1], true
}

// All returns all values of a parameter.
func (q Query) All(name string) []string { return q.values[name] }

// Text returns a text filter, trimmed; "" means no filter.
func (q Query) Text(name string) (string, error) {
	value, _ := q.Last(name)
	if strings.IndexByte(value, 0) >= 0 {
		return "", FieldError(name, "Null characters are not allowed.")
	}
	return strings.TrimSpace(value), nil
}

// Number returns a number filter. integral is false for numbers that equal no integer.
func (q Query) Number(name string) (n int64, integral, ok bool, err error) {
	value, _ := q.Last(name)
	value = strings.TrimSpace(value)
	if value == "" {
		return 0, false, false, nil
	}
	if n, ok := asInteger(value); ok {
		return n.Int64(), n.IsInt64(), true, nil
	}
	if _, err := strconv.ParseFloat(value, 64); err != nil || strings.ContainsAny(value, "xXpP_nN") {
		return 0, false, false, FieldError(name, "Enter a number.")
	}
	return 0, false, true, nil
}

// filterLayouts are the forms that filters accept besides: a space before the time, and a day, which is its midnight.
var filterLayouts = append(slices.Clone(momentLayouts), time.DateTime, time.DateOnly)

// Moment returns a filter by a point in time; ok is false for no filter. The plus sign of a zone may come as it is, which the query string
// turns into a space.
func (q Query) Moment(name string, location *time.Location) (at time.Time, ok bool, err error) {
	text, err := q.Text(name)
	if err != nil || text == "" {
		return time.Time{}, false, err
	}
	if strings.Contains(text, "T") {
		text = strings.ReplaceAll(text, " ", "+")
	}
	at, ok = parseMoment(text, filterLayouts, location)
	if !ok {
		return time.Time{}, false, FieldError(name, "Enter a valid date/time.")
	}
	return at, true, nil
}

// Choice returns a choice filter; "" means no filter.
func (q Query) Choice(name string, allowed []string) (string, error) {
	value, _ := q.Last(name)
	if value == "" || slices.Contains(allowed, value) {
		return value, nil
	}
	return "", badChoice(name, value)
}

// Choices returns the values of a filter that takes several; none means no filter.
func (q Query) Choices(name string, allowed []string) ([]string, error) {
	for _, value := range q.values[name] {
		if !slices.Contains(allowed, value) {
			return nil, badChoice(name, value)
		}
	}
	return q.values[name], nil
}

func badChoice(name, value string) error {
	return FieldError(name, "Select a valid choice. "+value+" is not one of the available choices.")
}

// BadReference refuses a reference filter on an object that does not exist, or that the user cannot see.
func BadReference(name string) error {
	return FieldError(name, "Select a valid choice. That choice is not one of the available choices.")
}

// Reference returns a reference filter; ok is false for no filter.
func (q Query) Reference(name string) (id uint64, ok bool, err error) {
	value, _ := q.Last(name)
	value = strings.TrimSpace(value)
	if value == "" {
		return 0, false, nil
	}
	n, isInteger := asInteger(value)
	if !isInteger || !n.IsUint64() {
		return 0, false, BadReference(name)
	}
	return n.Uint64(), true, nil
}

// filterBooleans are the texts of boolean filters, in lower case; 2 and 3 are kept for old clients.
var filterBooleans = map[string]bool{"true": true, "1": true, "yes": true, "on": true, "2": true,
	"false": false, "0": false, "no": false, "off": false, "3": false}

// Bool returns a boolean filter; ok is false for no filter, which unknown texts are, too.
func (q Query) Bool(name string) (value, ok bool) {
	text, _ := q.Last(name)
	value, ok = filterBooleans[strings.ToLower(text)]
	return value, ok
}

// ages are the choices of the age filters, in days before today (core-products.md §1.4).
var ages = []struct {
	name string
	days int
}{{"Today", 0}, {"Past 7 days", 7}, {"Past 30 days", 30}, {"Past 90 days", 90}, {"Past 365 days", 365}}

// Age returns the begin of an age filter: midnight in the location of now. ok is false for no filter.
func (q Query) Age(name string, now time.Time) (since time.Time, ok bool, err error) {
	value, _ := q.Last(name)
	if value == "" {
		return time.Time{}, false, nil
	}
	for _, age := range ages {
		if age.name == value {
			year, month, day := now.Date()
			return time.Date(year, month, day-age.days, 0, 0, 0, 0, now.Location()), true, nil
		}
	}
	return time.Time{}, false, badChoice(name, value)
}

// Search splits the search parameter at white space and commas; a part in double quotes stays together.
func (q Query) Search() ([]string, error) {
	text, err := q.Text("search")
	if err != nil {
		return nil, err
	}
	var terms []string
	var term strings.Builder
	quoted := false
	flush := func() {
		if term.Len() > 0 {
			terms = append(terms, term.String())
			term.Reset()
		}
	}
	for _, r := range text {
		switch {
		case r == '"':
			quoted = !quoted
			flush()
		case !quoted && (r == ' ' || r == ',' || r == '\t' || r == '\n' || r == '\r'):
			flush()
		default:
			term.WriteRune(r)
		}
	}
	flush()
	return terms, nil
}

// OrderTerm is one element of an ordering.
type OrderTerm struct {
	Name string
	Desc bool
}

// Ordering returns the order that a list is asked for; empty elements are passed over.
func (q Query) Ordering(allowed func(name string) bool) ([]OrderTerm, error) {
	text, _ := q.Last("ordering")
	var terms []OrderTerm
	for _, name := range strings.Split(text, ",") {
		if name == "" {
			continue
		}
		bare, desc := strings.CutPrefix(name, "-")
		if !allowed(bare) {
			return nil, badChoice("ordering", name)
		}
		terms = append(terms, OrderTerm{bare, desc})
	}
	return terms, nil
}

// DefaultPageSize is the number of rows on a page of a list that does not ask for another one.
const DefaultPageSize = 25

// MaxPageSize is the greatest number of rows on a page: pages are made in memory. Who asks for more gets so many and a link to the next page.
const MaxPageSize = 5000

// Page is a page of a list: rows from Offset on, at most Size.
type Page struct{ Number, Size, Offset int }

// PageOf finds the page that is asked for, in a list of count rows.
func (q Query) PageOf(count int) (Page, error) {
	p := Page{Number: 1, Size: DefaultPageSize}
	sizeText, _ := q.Last("page_size")
	if size, err := strconv.Atoi(strings.TrimSpace(sizeText)); err == nil && size > 0 {
		p.Size = min(size, MaxPageSize)
	}
	last := max(1, (count+p.Size-1)/p.Size)
	switch text, _ := q.Last("page"); text {
	case "":
	case "last":
		p.Number = last
	default:
		n, err := strconv.Atoi(strings.TrimSpace(text))
		if err != nil || n < 1 || n > last {
			return Page{}, NotFoundText("Invalid page.")
		}
		p.Number = n
	}
	p.Offset = (p.Number - 1) * p.Size
	return p, nil
}

// Links are the absolute URLs of the neighbouring pages, nil if there is none.
func (p Page) Links(r *http.Request, count int) (next, previous *string) {
	if p.Offset+p.Size < count {
		next = p.link(r, p.Number+1)
	}
	if p.Number > 1 {
		previous = p.link(r, p.Number-1)
	}
	return next, previous
}

func (p Page) link(r *http.Request, number int) *string {
	values := r.URL.Query()
	values.Del("page")
	if number > 1 {
		values.Set("page", strconv.Itoa(number))
	}
	u := url.URL{Scheme: "http", Host: r.Host, Path: r.URL.Path, RawQuery: values.Encode()}
	if IsSecure(r) {
		u.Scheme = "https"
	}
	link := u.String()
	return &link
}

// References are the ids of a parameter that may be repeated. Each must be one that exists.
func (q Query) References(name string, exists func(id uint64) bool) ([]uint64, error) {
	var ids []uint64
	for _, text := range q.values[name] {
		id, err := strconv.ParseUint(strings.TrimSpace(text), 10, 64)
		if err != nil || !exists(id) {
			return nil, BadReference(name)
		}
		ids = append(ids, id)
	}
	return ids, nil
}
