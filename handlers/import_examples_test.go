package handlers_test

import (
	"fmt"
	"strings"
	"testing"
)

// cyclonedx makes a small SBOM of components, each a JSON object, with the given other members.
func cyclonedx(members string, components ...string) string {
	return `{"bomFormat":"CycloneDX","specVersion":"1.5","serialNumber":"urn:uuid:5f0b7d3c-0000-4000-8000-000000000001","version":1,` +
		`"metadata":{"tools":[{"name":"syft","version":"1.2"}]},` + members + `"components":[` + strings.Join(components, ",") + `]}`
}

// library is a component of an SBOM.
func library(name, version, more string) string {
	return fmt.Sprintf(`{"bom-ref":"%[1]s-%[2]s","type":"library","name":%[1]q,"version":%[2]q,"purl":"pkg:npm/%[1]s@%[2]s"%[3]s}`, name, version, more)
}

const vulnerability = `"vulnerabilities":[{"id":"CVE-2024-0001","ratings":[{"method":"CVSSv31","score":7.5,"severity":"high"}],"affects":[{"ref":"zlib-1.2"}]}],`

func (a *api) rows(authorization, path string) []map[string]any {
	a.t.Helper()
	return a.do("GET", path, authorization, nil).want(200, "").rows()
}

// numbers compares the numbers of an import with those wanted: new, updated, resolved.
func (got answer) numbers(wantNew, wantUpdated, wantResolved int) answer {
	got.t.Helper()
	return got.want(200, fmt.Sprintf(`{"observations_new":%d,"observations_updated":%d,"observations_resolved":%d`, wantNew, wantUpdated, wantResolved))
}

func TestImport_Example01(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	a.newProduct(admin, "Shop")
	a.upload(admin, "semgrep.sarif", sarif(finding("R1", "error", 1), finding("R2", "warning", 2)), map[string]string{"product_name": "Shop"}).
		want(200, `{"observations_new":2,"observations_updated":0,"observations_resolved":0}`)
	logs := a.rows(admin, "/api/observation_logs/")
	if len(logs) != 2 || logs[0]["comment"] != "Set by parser" || logs[0]["status"] != "Open" {
		t.Errorf("history: %v", logs)
	}
	checks := a.rows(admin, "/api/vulnerability_checks/")
	if len(checks) != 1 {
		t.Fatalf("checks: %v", checks)
	}
	for field, want := range map[string]any{"filename": "semgrep.sarif", "branch": nil, "last_import_observations_new": 2.0,
		"last_import_observations_updated": 0.0, "last_import_observations_resolved": 0.0, "last_import_licenses_new": nil, "scanner_name": "scan"} {
		if checks[0][field] != want {
			t.Errorf("check: %s is %v, want %v", field, checks[0][field], want)
		}
	}
	if gate := a.rows(admin, "/api/products/")[0]["security_gate_passed"]; gate != false {
		t.Errorf("gate: %v", gate)
	}
}

func TestImport_Example02And03(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Shop")
	fields := map[string]string{"product": product}
	a.upload(admin, "semgrep.sarif", sarif(finding("R1", "note", 1), finding("R2", "warning", 2)), fields).numbers(2, 0, 0)
	a.upload(admin, "semgrep.sarif", sarif(finding("R1", "error", 1)), fields).numbers(0, 1, 1)
	logs := a.rows(admin, "/api/observation_logs/?ordering=id")
	if len(logs) != 4 {
		t.Fatalf("history: %v", logs)
	}
	if l := logs[2]; l["comment"] != "Updated by parser" || l["severity"] != "High" || l["status"] != "" {
		t.Errorf("of the raised one: %v", l)
	}
	if l := logs[3]; l["comment"] != "Observation not found in latest scan" || l["status"] != "Resolved" || l["severity"] != "" {
		t.Errorf("of the missing one: %v", l)
	}
	a.do("PATCH", "/api/products/"+product+"/", admin, map[string]any{"new_observations_in_review": true}).want(200, "")
	a.upload(admin, "semgrep.sarif", sarif(finding("R1", "error", 1), finding("R2", "warning", 2)), fields).
		want(200, `{"observations_new":0,"observations_updated":2,"observations_resolved":0,"observations_reopened":1}`)
	logs = a.rows(admin, "/api/observation_logs/?ordering=-id")
	if l := logs[0]; len(logs) != 5 || l["comment"] != "Updated by parser" || l["status"] != "In review" {
		t.Errorf("of the reappeared one: %v", l)
	}
}

func TestImport_Example04And05(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	fields := map[string]string{"product": a.newProduct(admin, "Shop")}
	report := sarif(finding("R1", "error", 1))
	a.upload(admin, "s.sarif", report, fields).numbers(1, 0, 0)
	a.do("PATCH", "/api/observations/1/assessment/", admin, map[string]any{"status": "Not affected", "comment": "sandboxed"}).want(200, "")
	a.upload(admin, "s.sarif", report, fields).want(200, `{"observations_new":0,"observations_updated":0,"observations_resolved":0}`)
	if logs := a.rows(admin, "/api/observation_logs/"); len(logs) != 2 {
		t.Errorf("history after an unchanged import: %v", logs)
	}
	a.do("PATCH", "/api/observations/1/assessment/", admin, map[string]any{"status": "False positive", "comment": "seen"}).want(200, "")
	a.upload(admin, "s.sarif", sarif(), fields).want(200, `{"observations_new":0,"observations_updated":0,"observations_resolved":0}`)
	a.do("GET", "/api/observations/1/", admin, nil).want(200, `"current_status":"Resolved"`)
	if logs := a.rows(admin, "/api/observation_logs/?ordering=-id"); len(logs) != 4 || logs[0]["comment"] != "Observation not found in latest scan" {
		t.Errorf("history after it disappeared: %v", logs)
	}
	a.upload(admin, "s.sarif", report, fields).want(200, "")
	a.do("GET", "/api/observations/1/", admin, nil).want(200, `"current_status":"False positive"`)
}

func TestImport_Example06(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	a.newProduct(admin, "Shop")
	a.upload(admin, "s.sarif", sarif(finding("R1", "error", 1)), map[string]string{"product_name": "Shop", "branch_name": "release-1"}).numbers(1, 0, 0)
	product := a.rows(admin, "/api/products/")[0]
	if product["repository_default_branch_name"] != "release-1" || product["security_gate_passed"] != false {
		t.Errorf("product: %v", product)
	}
	a.do("PATCH", "/api/observations/1/assessment/", admin, map[string]any{"status": "Not affected", "comment": "no"}).want(200, "")
	a.upload(admin, "s.sarif", sarif(finding("R1", "error", 1)), map[string]string{"product_name": "Shop", "branch_name": "feature-x"}).numbers(1, 0, 0)
	branches := a.rows(admin, "/api/branches/?ordering=name")
	if len(branches) != 2 || branches[0]["is_default_branch"] != false || branches[1]["is_default_branch"] != true {
		t.Errorf("branches: %v", branches)
	}
	if gate := a.rows(admin, "/api/products/")[0]["security_gate_passed"]; gate != true {
		t.Errorf("gate after an import for another branch: %v", gate)
	}
}

// A failed import leaves nothing but its record in the history of imports.
func TestImport_Example07And08(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Shop")
	a.upload(admin, "report.json", `{"a":1}`, map[string]string{"product_name": "Shop", "branch_name": "new"}).want(400, "No suitable parser found")
	if branches := a.rows(admin, "/api/branches/"); len(branches) != 0 {
		t.Errorf("branches: %v", branches)
	}
	fields := map[string]string{"product": product}
	a.upload(admin, "report.txt", "x", fields).want(400, `{"message":"File is not CSV, JSON or SARIF"`)
	a.upload(admin, "x.json", "{", fields).want(400, `{"message":"File is not valid JSON"`)
	a.upload(admin, "x.json", "", fields).want(400, `{"message":"File: The submitted file is empty."`)
	got := a.sendForm("/api/import/file_upload_observations_by_id/", admin, map[string]string{})
	got.want(400, `{"message":"File: No file was submitted.\nProduct: This field is required."`)
	runs := a.rows(admin, "/api/import_runs/?product="+product)
	if len(runs) != 3 {
		t.Fatalf("history of imports: %v", runs)
	}
	first := runs[2]
	if first["outcome"] != "Failure" || first["message"] != "No suitable parser found" || first["branch_name"] != "new" || first["branch"] != nil {
		t.Errorf("the record of the first import: %v", first)
	}
}

func TestImport_Example09(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Shop")
	report := sarif(finding("R1", "error", 1))
	a.upload(admin, "s.sarif", report, map[string]string{"product": product, "service": "api", "service_id": "4"}).
		want(400, "Only one of the fields service and service_id may be set")
	a.upload(admin, "s.sarif", report, map[string]string{"product": product, "service": "api"}).numbers(1, 0, 0)
	a.do("GET", "/api/observations/1/", admin, nil).want(200, `"origin_service_name":"api"`)
	a.upload(admin, "s.sarif", sarif(finding("R2", "error", 1)), map[string]string{"product": product}).numbers(1, 0, 0)
	a.do("GET", "/api/observations/1/", admin, nil).want(200, `"current_status":"Open"`)
}

func TestImport_Example10(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	fields := map[string]string{"product": a.newProduct(admin, "Shop"), "parser_name": "SARIF", "parser": "12", "suppress_licenses": "true"}
	a.upload(admin, "bom.json", cyclonedx(vulnerability, library("zlib", "1.2", "")), fields).numbers(1, 0, 0)
	if o := a.rows(admin, "/api/observations/")[0]; o["parser_data"].(map[string]any)["name"] != "CycloneDX" {
		t.Errorf("parser: %v", o["parser_data"])
	}
}

func TestImport_Example11(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Shop")
	report := sarif(finding("R1", "error", 1))
	a.upload(admin, "s.sarif", report, map[string]string{"product": product, "docker_image_name_tag": "shop/web:1.0"}).numbers(1, 0, 0)
	a.upload(admin, "s.sarif", report, map[string]string{"product": product, "docker_image_name_tag": "shop/web:1.1"}).numbers(0, 1, 0)
	a.do("GET", "/api/observations/1/", admin, nil).want(200, `"origin_docker_image_name_tag":"shop/web:1.1"`)
}

func TestImport_Example12(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	fields := map[string]string{"product": a.newProduct(admin, "Shop")}
	sbom := cyclonedx(vulnerability, library("zlib", "1.2", ""), library("left", "1.0", ""), library("right", "2.0", ""))
	a.uploadSBOM(admin, "bom.json", sbom, fields).want(200, `{"license_components_new":3,"license_components_updated":0,"license_components_deleted":0}`)
	check := a.rows(admin, "/api/vulnerability_checks/")[0]
	if check["last_import_observations_new"] != nil || check["last_import_licenses_new"] != 3.0 || check["scanner"] != "syft / 1.2" {
		t.Errorf("check: %v", check)
	}
	if observations := a.rows(admin, "/api/observations/"); len(observations) != 0 {
		t.Errorf("observations: %v", observations)
	}
	a.uploadSBOM(admin, "s.sarif", sarif(finding("R1", "error", 1)), fields).want(400, `{"message":"SARIF is not a SBOM parser"}`)
	a.do("PATCH", "/api/settings/1/", admin, map[string]any{"feature_automatic_osv_scanning": false, "feature_license_management": false}).want(200, "")
	if got := a.uploadSBOM(admin, "other.json", sbom, fields).want(200, ""); got.body != "{}" {
		t.Errorf("without license management: %s", got.body)
	}
	if checks := a.rows(admin, "/api/vulnerability_checks/"); len(checks) != 2 {
		t.Errorf("checks: %v", checks)
	}
}

func TestImport_Example13(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	sbom := cyclonedx(vulnerability, library("zlib", "1.2", ""), library("left", "1.0", ""), library("right", "2.0", ""))
	a.upload(admin, "bom.json", sbom, map[string]string{"product": a.newProduct(admin, "Shop")}).want(200,
		`{"observations_new":1,"observations_updated":0,"observations_resolved":0,"license_components_new":3,"license_components_updated":0,"license_components_deleted":0}`)
	quiet := map[string]string{"product": a.newProduct(admin, "Stall"), "suppress_licenses": "true"}
	a.upload(admin, "bom.json", sbom, quiet).want(200, `{"observations_new":1,"observations_updated":0,"observations_resolved":0}`)
	// only the numbers that mean something
	a.upload(admin, "bare.json", cyclonedx("", library("zlib", "1.2", "")), map[string]string{"product_name": "Stall"}).
		want(200, `{"license_components_new":1,"license_components_updated":0,"license_components_deleted":0}`)
}

func TestImport_Example14(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	fields := map[string]string{"product": a.newProduct(admin, "Shop"), "suppress_licenses": "true"}
	a.do("PATCH", "/api/settings/1/", admin, map[string]any{"feature_cross_scanner_deduplication": true}).want(200, "")
	report := cyclonedx(vulnerability, library("zlib", "1.2", ""))
	a.upload(admin, "grype.json", report, fields).numbers(1, 0, 0)
	a.upload(admin, "trivy.json", strings.Replace(report, `"name":"syft"`, `"name":"trivy"`, 1), fields).
		want(200, `{"observations_new":0,"observations_updated":0,"observations_resolved":0}`)
	if n := len(a.rows(admin, "/api/observations/")); n != 1 {
		t.Errorf("%d observations", n)
	}
}

func TestImport_Example15(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Shop")
	fields := map[string]string{"product": product}
	uploader, uploaderID := a.newUser(admin, "uploader", false)
	reader, readerID := a.newUser(admin, "reader", false)
	for user, role := range map[string]int{uploaderID: 2, readerID: 1} {
		a.do("POST", "/api/product_members/", admin, map[string]any{"product": product, "user": user, "role": role}).want(201, "")
	}
	sbom := cyclonedx("", library("zlib", "1.2", ""))
	a.upload(uploader, "s.sarif", sarif(finding("R1", "error", 1)), fields).numbers(1, 0, 0)
	a.uploadSBOM(uploader, "bom.json", sbom, fields).want(200, `"license_components_new":1`)
	a.upload(reader, "s.sarif", sarif(finding("R1", "error", 1)), fields).want(403, "")
	a.uploadSBOM(reader, "bom.json", sbom, fields).want(403, "")
	component := a.rows(admin, "/api/components/")[0]["id"].(string)
	for _, path := range []string{"vulnerability_checks/", "import_runs/", "components/", "component_names/"} {
		if rows := a.rows(uploader, "/api/"+path); len(rows) != 0 {
			t.Errorf("%s for a user who may only upload: %v", path, rows)
		}
		if rows := a.rows(reader, "/api/"+path); len(rows) == 0 {
			t.Errorf("%s for a reader is empty", path)
		}
	}
	stranger, _ := a.newUser(admin, "stranger", false)
	for _, path := range []string{"vulnerability_checks/1/", "import_runs/1/", "components/" + component + "/", "component_names/" + component + "/"} {
		a.do("GET", "/api/"+path, uploader, nil).want(403, "")
		a.do("GET", "/api/"+path, reader, nil).want(200, "")
		a.do("GET", "/api/"+path, stranger, nil).want(404, "matches the given query.")
	}
}

func TestImport_Example21(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	first := finding("R1", "error", 1)
	second := strings.Replace(first, `"text":"found"`, `"text":"found again"`, 1)
	a.upload(admin, "s.sarif", sarif(first, second), map[string]string{"product": a.newProduct(admin, "Shop")}).numbers(1, 0, 0)
	for _, e := range a.rows(admin, "/api/evidences/?observation=1") {
		if strings.Contains(e["evidence"].(string), "found again") {
			t.Errorf("evidence of the second one: %v", e)
		}
	}
}
