package handlers_test

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// exportedColumns are the headers of core-observations.md §14.
const exportedColumns = "Api configuration name, Assessment priority, Assessment severity, Assessment status, Assessment vex justification, Branch, Branch id, Created, Current priority, Current severity, Current status, Current vex justification, Cve found in, Cvss3 score, Cvss3 vector, Cvss4 score, Cvss4 vector, Cwe, Description, Epss percentile, Epss score, Fix available, Found, General rule, General rule id, General rule rego, General rule rego id, Has potential duplicates, Id, Import last seen, Issue tracker issue closed, Issue tracker issue id, Issue tracker jira initial status, Last observation log, Modified, Numerical severity, Origin cloud account subscription project, Origin cloud provider, Origin cloud qualified resource, Origin cloud resource, Origin cloud resource type, Origin component cpe, Origin component cyclonedx bom link, Origin component dependencies, Origin component name, Origin component name version, Origin component purl, Origin component purl type, Origin component type, Origin component version, Origin docker image digest, Origin docker image name, Origin docker image name tag, Origin docker image name tag short, Origin docker image tag, Origin endpoint fragment, Origin endpoint hostname, Origin endpoint params, Origin endpoint path, Origin endpoint port, Origin endpoint query, Origin endpoint scheme, Origin endpoint url, Origin kubernetes cluster, Origin kubernetes namespace, Origin kubernetes qualified resource, Origin kubernetes resource name, Origin kubernetes resource type, Origin service id, Origin source file, Origin source file link, Origin source line end, Origin source line start, Parser, Parser id, Parser severity, Parser status, Parser vex justification, Product, Product id, Product rule, Product rule id, Product rule rego, Product rule rego id, Recommendation, Risk acceptance expiry date, Rule priority, Rule rego priority, Rule rego severity, Rule rego status, Rule rego vex justification, Rule severity, Rule status, Rule vex justification, Scanner, Scanner observation id, Title, Update impact score, Upload filename, Vex statement, Vex statement id, Vex status, Vex vex justification, Vulnerability id, Vulnerability id aliases"

// records are the rows of a CSV by their headers.
func (got answer) records() []map[string]string {
	got.t.Helper()
	table, err := csv.NewReader(strings.NewReader(got.body)).ReadAll()
	if err != nil || len(table) == 0 {
		got.t.Fatalf("answer is no CSV: %v: %.300s", err, got.body)
	}
	var rows []map[string]string
	for _, record := range table[1:] {
		row := make(map[string]string, len(record))
		for i, header := range table[0] {
			row[header] = record[i]
		}
		rows = append(rows, row)
	}
	return rows
}

// sheet are the rows of the one sheet of a workbook.
func (got answer) sheet(name string) [][]string {
	got.t.Helper()
	file, err := excelize.OpenReader(bytes.NewReader([]byte(got.body)))
	if err != nil {
		got.t.Fatalf("answer is no workbook: %v", err)
	}
	defer file.Close() //nolint:errcheck // read from memory
	rows, err := file.GetRows(name)
	if err != nil {
		got.t.Fatal(err)
	}
	return rows
}

// manual notes an observation by hand and returns its id.
func (a *api) manual(authorization, product string, fields map[string]any) string {
	a.t.Helper()
	body := map[string]any{"product": product, "title": "Weak TLS config", "parser_severity": "High"}
	for name, value := range fields {
		body[name] = value
	}
	return a.do("POST", "/api/observations/", authorization, body).want(201, "").id()
}

func TestObservations_Example19(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Shop")
	a.manual(admin, product, map[string]any{"title": "=2+5|x", "description": "one\ntwo"})
	a.manual(admin, product, map[string]any{"title": "-3.5", "cvss3_score": 9.8, "parser_severity": ""})
	got := a.do("GET", "/api/observations/export_csv/", admin, nil).want(200, "")
	rows := got.records()
	if rows[0]["Title"] != `'=2+5\|x` || rows[0]["Description"] != "one NEWLINE two" || rows[1]["Title"] != "-3.5" || rows[1]["Cvss3 score"] != "9.8" {
		t.Errorf("%v", rows)
	}
	if !strings.Contains(got.body, "\r\n") || strings.Contains(strings.ReplaceAll(got.body, "\r\n", ""), "\n") {
		t.Error("lines do not end with CRLF")
	}
	sheet := a.do("GET", "/api/observations/export_excel/", admin, nil).want(200, "").sheet("Observations")
	at := strings.Count(exportedColumns[:strings.Index(exportedColumns, ", Title")+2], ", ")
	if sheet[0][at] != "Title" || sheet[1][at] != "=2+5|x" || sheet[2][at] != "-3.5" {
		t.Errorf("titles %q %q %q", sheet[0][at], sheet[1][at], sheet[2][at])
	}
}

func TestObservationExports(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	group := a.do("POST", "/api/product_groups/", admin, map[string]any{"name": "Group"}).want(201, "").id()
	shop, till := a.newProduct(admin, "Shop"), a.newProduct(admin, "Till")
	a.do("PATCH", "/api/products/"+shop+"/", admin, map[string]any{"product_group": group}).want(200, "")
	header := strings.ReplaceAll(exportedColumns, ", ", ",") + "\r\n"
	list, ofShop := "/api/observations/export_", "/api/products/"+shop+"/export_observations_"
	for _, path := range []string{list + "csv/", ofShop + "csv/"} {
		if got := a.do("GET", path, admin, nil).want(200, ""); got.body != header || got.header.Get("Content-Type") != "text/csv" ||
			got.header.Get("Content-Disposition") != "attachment; filename=observations.csv" {
			t.Errorf("%s: %v %q", path, got.header, got.body)
		}
	}
	for _, path := range []string{list + "excel/", ofShop + "excel/"} {
		got := a.do("GET", path, admin, nil).want(200, "")
		if got.header.Get("Content-Type") != "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" ||
			got.header.Get("Content-Disposition") != "attachment; filename=observations.xlsx" {
			t.Errorf("%s: %v", path, got.header)
		}
		if diff := cmp.Diff([][]string{strings.Split(exportedColumns, ", ")}, got.sheet("Observations")); diff != "" {
			t.Error(diff)
		}
	}

	for _, o := range []struct{ title, severity, status string }{{"b", "Low", "Open"}, {"a", "Low", "Open"}, {"c", "Critical", "Open"}, {"d", "High", "Affected"}, {"e", "None", "Resolved"}} {
		a.manual(admin, shop, map[string]any{"title": o.title, "parser_severity": o.severity, "parser_status": o.status})
	}
	a.manual(admin, till, map[string]any{"title": "till"})
	titles := func(path, authorization string) string {
		t.Helper()
		var all []string
		for _, row := range a.do("GET", path, authorization, nil).want(200, "").records() {
			all = append(all, row["Title"])
		}
		return strings.Join(all, " ")
	}
	for path, want := range map[string]string{
		list + "csv/":                    "b a c d e till",
		list + "csv/?page=1&page_size=2": "b a c d e till",
		list + "csv/?current_status=Open&ordering=-title&search=":      "till c b a",
		list + "csv/?product=" + till:                                  "till",
		ofShop + "csv/":                                                "d c a b e",
		ofShop + "csv/?status=":                                        "d c a b e",
		ofShop + "csv/?status=Open&status=Resolved":                    "c a b e",
		"/api/products/" + group + "/export_observations_csv/":         "d c a b e",
		"/api/products/" + till + "/export_observations_csv/":          "till",
		"/api/products/" + till + "/export_observations_csv/?x=Closed": "till",
	} {
		if got := titles(path, admin); got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
	a.do("GET", ofShop+"csv/?status=Closed", admin, nil).want(400, "Status Closed is not a valid choice")
	a.do("GET", list+"csv/?current_status=Closed", admin, nil).want(400, "Current status: Select a valid choice.")
	a.do("GET", list+"excel/?ordering=nope", admin, nil).want(400, "")
	a.do("GET", "/api/products/4711/export_observations_csv/", admin, nil).want(404, "Not found.")
	a.do("GET", list+"csv/?format=xml", admin, nil).want(404, `{"message":""}`)
	if got := a.do("HEAD", list+"csv/", admin, nil).want(200, ""); got.body != "" || got.header.Get("Content-Type") != "text/csv" {
		t.Errorf("HEAD: %v", got)
	}

	reader, readerID := a.newUser(admin, "reader", false)
	uploader := a.newToken(admin, shop, 2)
	a.do("GET", ofShop+"csv/", reader, nil).want(403, "")
	if got := titles(list+"csv/", reader); got != "" {
		t.Errorf("a stranger gets %s", got)
	}
	a.do("POST", "/api/product_members/", admin, map[string]any{"product": shop, "user": readerID, "role": 1}).want(201, "")
	if got := titles(list+"csv/", reader); got != "b a c d e" {
		t.Errorf("a reader gets %s", got)
	}
	if got := titles(ofShop+"csv/", reader); got != "d c a b e" {
		t.Errorf("a reader gets %s", got)
	}
	a.do("GET", ofShop+"csv/", uploader, nil).want(403, "")
	if got := titles(list+"csv/", uploader); got != "" {
		t.Errorf("an upload token gets %s", got)
	}
	a.do("GET", list+"csv/", "", nil).want(401, "")
	row := a.do("GET", ofShop+"csv/?status=Affected", admin, nil).want(200, "").records()[0]
	for header, want := range map[string]string{"Product": "Shop", "Product id": shop, "Parser": "Manual", "Branch": "", "Branch id": "", "Numerical severity": "2",
		"Has potential duplicates": "False", "Created": "2026-11-23 12:00:00.123456+00:00", "Fix available": "", "Scanner": "Manual", "Current severity": "High"} {
		if row[header] != want {
			t.Errorf("%s: %q, want %q", header, row[header], want)
		}
	}
}
