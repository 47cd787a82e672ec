package handlers_test

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A file that no parser takes is explained, beside the message that clients know.
func TestUnknownFormatsAreExplained(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Shop")
	for _, test := range []struct{ name, content, message, details string }{
		{"x.json", `{"b":1,"a":2}`, "No suitable parser found", "the file is a JSON object with the members a, b, which is none of "},
		{"x.json", `[{"b":1}]`, "No suitable parser found", "the file is a JSON list whose first entry has the members b, which is none of "},
		{"x.json", `{"version":"2.0.0","runs":[],"$schema":"http://json.schemastore.org/sarif-2.0.0"}`, "No suitable parser found",
			`SARIF: version is "2.0.0", only "2.1.0" is read`},
		{"x.json", `[{"class_uid":2004,"metadata":{"product":{"name":"Prowler","version":"4.4.0"}}}]`, "No suitable parser found",
			"OCSF (Open Cybersecurity Schema Framework): files of Prowler 4.4.0 are not read, only those of 4.5.0 and newer"},
		{"x.json", "{\n]", "File is not valid JSON", "line 2: invalid character ']'"},
		{"x.csv", "a,b\n1,2", "No suitable parser found", "the file is a CSV file with the columns a, b"},
		{"x.xml", "<html/>", "File is not CSV, JSON or SARIF", "the file is an XML document with the root element html"},
	} {
		got := a.upload(admin, test.name, test.content, map[string]string{"product": product})
		body := got.object()
		if got.status != 400 || body["message"] != test.message || !strings.HasPrefix(text(body["details"]), test.details) {
			t.Errorf("%s: %d %s", test.content, got.status, got.body)
		}
	}
}

// A report is the same one whether it is sent compressed or not.
func TestCompressedReport(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Shop")
	fields := map[string]string{"product": product}
	report, err := os.ReadFile(filepath.Join("..", "parsers", "sarif", "testdata", "gosec.sarif"))
	if err != nil {
		t.Fatal(err)
	}
	var zipped bytes.Buffer
	z := gzip.NewWriter(&zipped)
	_, _ = z.Write(report)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	first := a.upload(admin, "gosec.sarif.gz", zipped.String(), fields).want(200, "observations_new").object()
	again := a.upload(admin, "gosec.sarif", string(report), fields).want(200, "").object()
	if first["observations_new"] == 0.0 || again["observations_new"] != 0.0 || again["observations_updated"] != first["observations_new"] {
		t.Errorf("first %v, then %v", first, again)
	}
	for _, row := range a.do("GET", "/api/observations/?product="+product, admin, nil).want(200, "").rows() {
		if row["upload_filename"] != "gosec.sarif" {
			t.Errorf("file name %v", row["upload_filename"])
		}
	}
	a.upload(admin, "x.json.gz", zipped.String()[:100], fields).want(400, "File is not valid gzip")
}
