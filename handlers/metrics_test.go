package handlers_test

import (
	"context"
	"strings"
	"testing"

	"secobserve/metrics"
)

// calculate runs the periodic task.
func (a *api) calculate(want string) {
	a.t.Helper()
	message, err := metrics.Calculate(context.Background(), a.store, a.now)
	if err != nil || message != want {
		a.t.Fatalf("%q %v, want %q", message, err, want)
	}
}

func (a *api) numbers(authorization, path string) map[string]any {
	a.t.Helper()
	return a.do("GET", "/api/metrics/"+path, authorization, nil).want(200, "").object()
}

func TestOperations_Example08(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Shop")
	branch := func(name string, isDefault bool) string {
		return a.do("POST", "/api/branches/", admin, map[string]any{"product": product, "name": name, "is_default_branch": isDefault}).want(201, "").id()
	}
	main, dev := branch("main", true), branch("dev", false)
	for _, o := range []struct{ branch, severity, status string }{{main, "Critical", "Open"}, {main, "Critical", "Open"}, {main, "High", "Resolved"}, {dev, "Low", "Open"}} {
		a.manual(admin, product, map[string]any{"branch": o.branch, "parser_severity": o.severity, "parser_status": o.status})
	}
	a.calculate("Calculated metrics for 1 product.")
	a.calculate("Calculated metrics for 0 products.")
	want := map[string]any{"active_critical": 2, "active_high": 0, "active_low": 0, "open": 2, "resolved": 1}
	timeline := a.numbers(admin, "product_metrics_timeline/?product_id="+product)
	if wrong := differing(timeline["2026-11-23"].(map[string]any), want); wrong != "" || len(timeline) != 1 {
		t.Errorf("%v: %s", timeline, wrong)
	}
	a.now = a.now.AddDate(0, 0, 3)
	admin = a.admin()
	a.calculate("Calculated metrics for 1 product.")
	timeline = a.numbers(admin, "product_metrics_timeline/?product_id="+product)
	for _, day := range []string{"2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26"} {
		if numbers, ok := timeline[day].(map[string]any); !ok || differing(numbers, want) != "" {
			t.Errorf("%s: %v", day, timeline[day])
		}
	}
	// missed days have the numbers of before, also if something changes before the first run
	a.now = a.now.AddDate(0, 0, 2)
	admin = a.admin()
	a.manual(admin, product, map[string]any{"branch": main, "parser_severity": "Low"})
	a.calculate("Calculated metrics for 1 product.")
	timeline = a.numbers(admin, "product_metrics_timeline/?product_id="+product)
	if timeline["2026-11-27"].(map[string]any)["active_low"] != 0.0 || timeline["2026-11-28"].(map[string]any)["active_low"] != 1.0 || len(timeline) != 6 {
		t.Errorf("%v", timeline)
	}
	status := a.numbers(admin, "product_metrics_status/")
	if wrong := differing(status, map[string]any{"last_calculated": "2026-11-28T12:00:00.123456Z", "calculation_interval": 5}); wrong != "" {
		t.Error(wrong)
	}
	// the numbers go with their product
	for _, row := range a.do("GET", "/api/observations/", admin, nil).rows() {
		a.do("DELETE", "/api/observations/"+text(row["id"])+"/", admin, nil).want(204, "")
	}
	a.do("DELETE", "/api/products/"+product+"/", admin, nil).want(204, "")
	if timeline := a.numbers(admin, "product_metrics_timeline/"); len(timeline) != 0 {
		t.Errorf("%v", timeline)
	}
}

func TestOperations_Example09(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	group := a.do("POST", "/api/product_groups/", admin, map[string]any{"name": "Group"}).want(201, "").id()
	var ids []string
	anna, annaID := a.newUser(admin, "anna", false)
	for i, name := range []string{"A", "B", "C"} {
		id := a.do("POST", "/api/products/", admin, map[string]any{"name": name, "product_group": group}).want(201, "").id()
		for range 3 + i {
			a.manual(admin, id, nil)
		}
		if name != "C" {
			a.do("POST", "/api/product_members/", admin, map[string]any{"product": id, "user": annaID, "role": 1}).want(201, "")
		}
		ids = append(ids, id)
	}
	for query, want := range map[string]float64{"": 7, "?product_id=": 7, "?product_id=" + ids[0]: 3, "?product_id=" + ids[1]: 4} {
		if got := a.numbers(anna, "product_metrics_current/"+query)["active_high"]; got != want {
			t.Errorf("%q: %v, want %v", query, got, want)
		}
	}
	if got := a.numbers(admin, "product_metrics_current/?product_id="+group)["active_high"]; got != 12.0 {
		t.Errorf("the group: %v", got)
	}
	for _, path := range []string{"product_metrics_current/", "product_metrics_timeline/", "export_csv/", "export_excel/"} {
		a.do("GET", "/api/metrics/"+path+"?product_id="+ids[2], anna, nil).want(403, "You do not have permission to perform this action.")
		a.do("GET", "/api/metrics/"+path+"?product_id="+group, anna, nil).want(403, "")
		a.do("GET", "/api/metrics/"+path+"?product_id=abc", anna, nil).want(400, "product_id must be a number")
		a.do("GET", "/api/metrics/"+path+"?product_id=4711", anna, nil).want(404, "No Product matches the given query.")
	}
	a.calculate("Calculated metrics for 3 products.")
	if got := a.numbers(anna, "product_metrics_timeline/")["2026-11-23"].(map[string]any)["active_high"]; got != 7.0 {
		t.Errorf("timeline of all: %v", got)
	}
	if uploader := a.newToken(admin, ids[0], 2); a.numbers(uploader, "product_metrics_current/")["active_high"] != 0.0 {
		t.Error("an upload token sees numbers")
	}
}

func TestOperations_Example10(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	a.newProduct(admin, "Shop")
	a.now = a.now.AddDate(0, 0, -8)
	a.calculate("Calculated metrics for 1 product.")
	a.now = a.now.AddDate(0, 0, 1)
	a.calculate("Calculated metrics for 1 product.")
	a.now = a.now.AddDate(0, 0, 7)
	for age, days := range map[string]int{"Past 7 days": 1, "Today": 2, "": 2, "Past 30 days": 2, "nonsense": 2} {
		got := a.numbers(admin, "product_metrics_timeline/?age="+strings.ReplaceAll(age, " ", "%20"))
		if _, recent := got["2026-11-16"]; len(got) != days || !recent {
			t.Errorf("%s: %v", age, got)
		}
	}
}

func TestOperations_Example11(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Shop")
	const path = "/api/metrics/export_codecharta/"
	a.do("GET", path, admin, nil).want(400, "Product not found")
	a.do("GET", path+"?product_id=4711", admin, nil).want(400, "Product not found")
	a.do("GET", path+"?product_id=abc", admin, nil).want(400, "product_id must be a number")
	for _, o := range []struct{ file, severity, status string }{{"src/a.go", "Critical", "Open"}, {"src/b.go", "None", "Open"}, {"src/a.go", "Medium", "In review"},
		{"src/c.go", "High", "Resolved"}, {"", "High", "Open"}} {
		a.manual(admin, product, map[string]any{"origin_source_file": o.file, "parser_severity": o.severity, "parser_status": o.status})
	}
	const header = "source_file,vulnerabilities_total,vulnerabilities_critical,vulnerabilities_high,vulnerabilities_medium,vulnerabilities_low,vulnerabilities_none," +
		"vulnerabilities_unknown,vulnerabilities_high_and_above,vulnerabilities_medium_and_above,vulnerabilities_low_and_above\r\n"
	got := a.do("GET", path+"?product_id="+product, admin, nil).want(200, "")
	if got.body != header+"src/a.go,2,1,0,1,0,0,0,1,2,2\r\nsrc/b.go,1,0,0,0,0,1,0,0,0,0\r\n" || got.header.Get("Content-Type") != "text/csv" ||
		got.header.Get("Content-Disposition") != `attachment; filename="secobserve_codecharta_metrics.csv"` {
		t.Errorf("%v %q", got.header, got.body)
	}
	group := a.do("POST", "/api/product_groups/", admin, map[string]any{"name": "Group"}).want(201, "").id()
	if got := a.do("GET", path+"?product_id="+group, admin, nil).want(200, ""); got.body != header {
		t.Errorf("%q", got.body)
	}
}

func TestOperations_Example12(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	const header = "Active critical,Active high,Active low,Active medium,Active none,Active unknown,Affected,Date,Duplicate,False positive,In review,Not affected,Not security," +
		"Open,Product,Product id,Resolved,Risk accepted\r\n"
	if got := a.do("GET", "/api/metrics/export_csv/", admin, nil).want(200, ""); got.body != header || got.header.Get("Content-Disposition") != "attachment; filename=product_metrics.csv" {
		t.Errorf("%v %q", got.header, got.body)
	}
	zebra, ape := a.newProduct(admin, "zebra"), a.newProduct(admin, "Ape")
	a.manual(admin, ape, nil)
	a.calculate("Calculated metrics for 2 products.")
	a.now = a.now.AddDate(0, 0, 1)
	admin = a.admin()
	a.calculate("Calculated metrics for 2 products.")
	row := func(high, date, product, id string) string {
		return "0," + high + ",0,0,0,0,0," + date + ",0,0,0,0,0," + high + "," + product + "," + id + ",0,0\r\n"
	}
	want := header + row("1", "2026-11-23", "Ape", ape) + row("1", "2026-11-24", "Ape", ape) + row("0", "2026-11-23", "zebra", zebra) + row("0", "2026-11-24", "zebra", zebra)
	if got := a.do("GET", "/api/metrics/export_csv/", admin, nil).want(200, ""); got.body != want {
		t.Errorf("%q", got.body)
	}
	sheet := a.do("GET", "/api/metrics/export_excel/?product_id="+ape, admin, nil).want(200, "").sheet("Product Metrics")
	if len(sheet) != 3 || strings.Join(sheet[0], ",")+"\r\n" != header || sheet[1][7] != "2026-11-23" || sheet[1][14] != "Ape" {
		t.Errorf("%v", sheet)
	}
}
