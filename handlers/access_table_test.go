package handlers_test

import (
	"fmt"
	"net/http"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"secobserve/db"
)

// placeholder matches the placeholders of testdata/access.txt.
var placeholder = regexp.MustCompile(`\{([a-z_.]+)\}`)

// accessRow is a line of testdata/access.txt; see there.
type accessRow struct {
	line                      int
	method, path, object      string
	status                    int
	may                       string
	lacking, foreign, unknown string
	body                      string
}

func (row accessRow) String() string {
	return fmt.Sprintf("testdata/access.txt:%d: %s %s", row.line, row.method, row.path)
}

// accessTable reads the expectations and the lines that say how objects are made.
func accessTable(t *testing.T) (rows []accessRow, recipes map[string]recipe) {
	t.Helper()
	content, err := os.ReadFile("testdata/access.txt")
	if err != nil {
		t.Fatal(err)
	}
	recipes = map[string]recipe{}
	for i, line := range strings.Split(string(content), "\n") {
		fields := strings.Fields(line)
		switch {
		case len(fields) == 0 || strings.HasPrefix(line, "#"):
		case fields[0] == "object" && len(fields) >= 5:
			recipes[fields[1]] = recipe{fields[2], fields[3], strings.Join(fields[4:], " ")}
		case len(fields) >= 8:
			status, err := strconv.Atoi(fields[3])
			if err != nil {
				t.Fatalf("testdata/access.txt:%d: %v", i+1, err)
			}
			rows = append(rows, accessRow{i + 1, fields[0], fields[1], fields[2], status, fields[4], fields[5], fields[6], fields[7], strings.Join(fields[8:], " ")})
		default:
			t.Fatalf("testdata/access.txt:%d: neither an object nor eight columns", i+1)
		}
	}
	return rows, recipes
}

// TestAccess asks every method of every route as everybody, with the objects of a product in which all have their roles and of one in which
// nobody has. It fails for routes without a line in testdata/access.txt.
func TestAccess(t *testing.T) {
	rows, recipes := accessTable(t)
	checkAllRoutes(t, rows)
	w := newWorld(t, recipes)
	for i, row := range rows {
		w.api.from = fmt.Sprintf("192.0.2.%d:40000", i%250+1) // or the unknown tokens would be throttled
		for _, target := range w.targets(row) {
			for _, p := range w.people {
				if target == w.own || p.stranger {
					w.check(row, target, p)
				}
			}
			w.checkUnknown(row, target)
		}
	}
}

// checkAllRoutes reports methods of routes that the table does not know, and lines for none.
func checkAllRoutes(t *testing.T, rows []accessRow) {
	t.Helper()
	described := description(t)
	known := map[*openapi3.Operation]bool{}
	for _, row := range rows {
		path, _, _ := strings.Cut(placeholder.ReplaceAllString(row.path, "1"), "?")
		item := describedPath(described, path)
		if item == nil || item.GetOperation(row.method) == nil {
			t.Errorf("%s: there is no such route", row)
			continue
		}
		known[item.GetOperation(row.method)] = true
	}
	for path, item := range described.Paths.Map() {
		for method, operation := range item.Operations() {
			if !known[operation] {
				t.Errorf("%s %s has no line in testdata/access.txt: add what access.md §8 and §9 say about it", method, path)
			}
		}
	}
}

// expectation is what one caller shall get for a row.
type expectation struct {
	status int
	shown  bool // lists: whether the row of the object is there
	text   string
}

// expected is the answer that the table promises to a caller.
func (row accessRow) expected(p *person, own bool) expectation {
	if p.refusal != "" {
		if p.name == "anonymous" && strings.Contains(row.may, "N") || strings.Contains(row.may, "!") {
			return expectation{status: row.status}
		}
		return expectation{status: http.StatusUnauthorized, text: p.refusal}
	}
	letter := p.role
	if !own && letter != "X" {
		letter = "F"
	}
	ofGroup := strings.ContainsAny(row.may, "ga")
	if ofGroup {
		letter = p.inGroup
	}
	if p.superuser || row.allows(letter, p.token) {
		return expectation{status: row.status, shown: true}
	}
	column := row.foreign
	if strings.Contains("RUWMOg", letter) || row.foreign == "-" {
		column = row.lacking
	}
	if column == "hidden" {
		return expectation{status: http.StatusOK}
	}
	if internal, external, differ := strings.Cut(column, "/"); differ && letter == "X" {
		column = external
	} else {
		column = internal
	}
	status, err := strconv.Atoi(column)
	if err != nil {
		return expectation{text: "the table has no answer for this caller"}
	}
	return expectation{status: status}
}

func (row accessRow) allows(letter string, token bool) bool {
	who, _, _ := strings.Cut(row.may, "-")
	if strings.Contains(row.may, "-X") && letter == "X" || strings.Contains(row.may, "-T") && token {
		return false
	}
	return strings.Contains(who, "*") || strings.Contains(who, letter)
}

func (w *world) check(row accessRow, target *targetProduct, p *person) {
	w.t.Helper()
	o := w.object(row.object, target)
	path, body := w.fill(row.path, target, o), w.fill(row.body, target, o)
	before, records := w.state(), w.auditRecords()
	want := row.expected(p, target == w.own)
	got := w.ask(row, path, body, p)
	failed := func(format string, args ...any) {
		w.t.Helper()
		w.t.Errorf("%s\n\tas %s, with %s: %s; status %d, body %.300s", row, p.name, target.name, fmt.Sprintf(format, args...), got.status, got.body)
	}
	if got.status != want.status || !strings.Contains(got.body, want.text) {
		failed("want %d %s", want.status, want.text)
	}
	if !p.superuser && strings.Contains(got.body, w.other.marker) {
		failed("shows what belongs to another product")
	}
	if got.status >= 400 && w.state() != before {
		failed("a refused request has changed something")
	}
	if got.status < 300 && row.changesAudited() && w.auditRecords() == records {
		failed("the audit log has no record of it")
	}
	if got.status < 300 && row.method != http.MethodGet {
		w.spent(row.object, target)
	}
	if row.method == http.MethodGet && o != nil && !strings.Contains(row.path, "{id}") && got.status == http.StatusOK && hasRow(got, o) != want.shown {
		failed("the row of the object is there: %v", !want.shown)
	}
}

// changesAudited tells whether the row is about creating, changing or deleting something whose every change the audit log holds: the route has
// the name of the table.
func (row accessRow) changesAudited() bool {
	parts := strings.Split(strings.Trim(row.path, "/"), "/") // api, name and maybe id
	if row.method == http.MethodGet || !slices.Contains(db.AuditedTables(), parts[1]) || parts[1] == "observations" && row.method != http.MethodDelete {
		return false
	}
	return len(parts) == 2 || len(parts) == 3 && parts[2] == "{id}"
}

// hasRow tells whether a list has the object.
func hasRow(got answer, o map[string]any) bool {
	return slices.ContainsFunc(got.rows(), func(row map[string]any) bool { return fmt.Sprint(row["id"]) == fmt.Sprint(o["id"]) })
}

// checkUnknown asks for an object, or a product, that does not exist.
func (w *world) checkUnknown(row accessRow, target *targetProduct) {
	w.t.Helper()
	if row.unknown == "-" || target != w.own {
		return
	}
	const none = "4000000000"
	path, body := strings.ReplaceAll(row.path, "{id}", none), row.body
	if !strings.Contains(row.path, "{id}") {
		path, body = strings.ReplaceAll(row.path, "{product}", none), strings.ReplaceAll(row.body, "{product}", none)
	}
	o := w.object(row.object, target)
	for _, p := range w.people {
		want := row.unknown
		switch {
		case p.refusal != "":
			continue
		case !p.superuser && row.may == "S" && row.lacking == "403" && !strings.Contains(row.foreign, "/"):
			want = "403"
		case row.foreign == "403" && p.role == "X" && strings.Contains(row.may, "-X"):
			want = "403"
		}
		if got := w.ask(row, w.fill(path, target, o), w.fill(body, target, o), p); strconv.Itoa(got.status) != want {
			w.t.Errorf("%s\n\tas %s, with an unknown id: status %d, body %.300s, want %s", row, p.name, got.status, got.body, want)
		}
	}
}

// ask sends the request of a row.
func (w *world) ask(row accessRow, path, body string, p *person) answer {
	w.t.Helper()
	if row.method == http.MethodGet && row.object != "-" && !strings.Contains(row.path, "{") {
		path += "?page_size=1000"
	}
	if form, ok := strings.CutPrefix(body, "form "); ok {
		return w.api.upload(p.authorization, "scan.sarif", sarif(finding("R1", "error", 1)), formFields(form))
	}
	if form, ok := strings.CutPrefix(body, "sbom "); ok {
		return w.api.uploadSBOM(p.authorization, "sbom.json", `{"bomFormat":"CycloneDX","specVersion":"1.5","version":1,"components":[]}`, formFields(form))
	}
	if body == "" {
		return w.api.do(row.method, path, p.authorization, nil)
	}
	return w.api.do(row.method, path, p.authorization, body)
}

func formFields(text string) map[string]string {
	fields := map[string]string{}
	for _, field := range strings.Split(text, " ") {
		name, value, _ := strings.Cut(field, "=")
		fields[name] = value
	}
	return fields
}

// targets are the products that a row is tried with: none of them matters if neither its object nor its body belongs to one.
func (w *world) targets(row accessRow) []*targetProduct {
	if w.ofProduct(row.path) || w.ofProduct(row.body) || w.ofProduct("{"+row.object+"}") {
		return []*targetProduct{w.own, w.other}
	}
	return []*targetProduct{w.own}
}

// ofProduct tells whether a text names a product, also by way of an object.
func (w *world) ofProduct(text string) bool {
	if strings.Contains(text, "{product}") || strings.Contains(text, "{product_name}") || strings.Contains(text, "{marker}") {
		return true
	}
	for _, match := range placeholder.FindAllStringSubmatch(text, -1) {
		if w.ofProduct(w.recipes[match[1]].body) || makers[match[1]].ofProduct {
			return true
		}
	}
	return false
}
