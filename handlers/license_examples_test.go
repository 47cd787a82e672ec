package handlers_test

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"strings"
	"testing"

	"secobserve/db"
	"secobserve/model"
)

// catalogue makes sure that the licenses are in the catalogue and returns their ids.
func (a *api) catalogue(spdxIDs ...string) map[string]model.ID {
	a.t.Helper()
	ids := make(map[string]model.ID)
	err := a.store.Update(context.Background(), func(tx *db.Tx) error {
		for _, id := range spdxIDs {
			l, err := db.Licenses.Find(tx, "spdx_id", db.Key(id))
			if errors.Is(err, db.ErrNotFound) {
				l = &model.License{SPDXID: id, Name: id + " License"}
				err = db.Licenses.Insert(tx, l)
			}
			if err != nil {
				return err
			}
			ids[id] = l.ID
		}
		return nil
	})
	if err != nil {
		a.t.Fatal(err)
	}
	return ids
}

// declared is the member of a component with declared licenses.
func declared(names ...string) string {
	var licenses []string
	for _, name := range names {
		licenses = append(licenses, fmt.Sprintf(`{"license":{"name":%q}}`, name))
	}
	return `,"licenses":[` + strings.Join(licenses, ",") + `]`
}

// componentNamed is the license component with a name; rows of lists have all of its fields but the dependencies.
func (a *api) componentNamed(authorization, nameVersion string) map[string]any {
	a.t.Helper()
	rows := a.rows(authorization, "/api/license_components/?component_name_version="+nameVersion)
	if len(rows) != 1 {
		a.t.Fatalf("%d license components are named %s", len(rows), nameVersion)
	}
	return rows[0]
}

func wantFields(t *testing.T, what string, got map[string]any, want map[string]any) {
	t.Helper()
	for field, value := range want {
		if text(got[field]) != text(value) {
			t.Errorf("%s: %s is %v, want %v", what, field, got[field], value)
		}
	}
}

func TestLicenses_Example01(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	ids := a.catalogue("MIT", "ISC", "GPL-2.0", "GPL-2.0-only")
	product := map[string]string{"product": a.newProduct(admin, "Shop")}
	texts := map[string]struct{ field, value string }{
		"MIT":             {"spdx", "MIT"},
		"GPL-2.0":         {"spdx", "GPL-2.0"},
		"gpl-2.0 or mit":  {"license_expression", "GPL-2.0-only OR MIT"},
		"MIT or later":    {"non_spdx_license", "MIT or later"},
		"MIT/ISC":         {"non_spdx_license", "MIT/ISC"},
		"LicenseRef-acme": {"non_spdx_license", "LicenseRef-acme"},
		"mit":             {"spdx", "MIT"},
		"(MIT)":           {"spdx", "MIT"},
		"":                {"", ""},
	}
	var components, names []string
	for name := range texts {
		names = append(names, name)
		licenses := ""
		if name != "" {
			licenses = declared(name)
		}
		components = append(components, library(fmt.Sprintf("c%d", len(names)), "1", licenses))
	}
	a.uploadSBOM(admin, "bom.json", cyclonedx("", components...), product).want(200, `"license_components_new":9`)
	for i, name := range names {
		want := map[string]any{"effective_license_name": "No license information", "effective_spdx_license": nil, "effective_license_expression": "",
			"effective_non_spdx_license": "", "effective_multiple_licenses": "", "imported_concluded_license_name": "No license information"}
		if expected := texts[name]; expected.field == "spdx" {
			want["effective_spdx_license"], want["effective_license_name"] = ids[expected.value], expected.value
		} else if expected.field != "" {
			want["effective_"+expected.field], want["effective_license_name"] = expected.value, expected.value
		}
		got := a.componentNamed(admin, fmt.Sprintf("c%d:1", i+1))
		wantFields(t, fmt.Sprintf("%q", name), got, want)
		detail := a.do("GET", "/api/license_components/"+text(got["id"])+"/", admin, nil).want(200, "").object()
		if raw := detail["declared_licenses"].([]any); name != "" && (len(raw) != 1 || raw[0] != name) {
			t.Errorf("%q: the raw claim is %v", name, raw)
		}
	}
}

func TestLicenses_Example04(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	ids := a.catalogue("MIT")
	licenses := `,"licenses":[{"license":{"id":"MIT","acknowledgement":"concluded"}},{"license":{"name":"Foo EULA"}}]`
	a.uploadSBOM(admin, "bom.json", cyclonedx("", library("a", "1", licenses)), map[string]string{"product": a.newProduct(admin, "Shop")}).want(200, "")
	wantFields(t, "component", a.componentNamed(admin, "a:1"), map[string]any{"imported_concluded_spdx_license": ids["MIT"],
		"imported_declared_non_spdx_license": "Foo EULA", "effective_license_name": "MIT", "manual_concluded_license_name": "No license information",
		"manual_concluded_comment": ""})
}

func TestLicenses_Example11(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	fields := map[string]string{"product": a.newProduct(admin, "Shop")}
	names := func(names ...string) string {
		var components []string
		for _, name := range names {
			components = append(components, library(name, "1", ""))
		}
		return cyclonedx("", components...)
	}
	a.uploadSBOM(admin, "bom.json", names("a", "b", "c"), fields).want(200, `{"license_components_new":3,"license_components_updated":0,"license_components_deleted":0}`)
	first := a.componentNamed(admin, "a:1")["id"]
	a.uploadSBOM(admin, "bom.json", names("a", "b", "d"), fields).want(200, `{"license_components_new":1,"license_components_updated":2,"license_components_deleted":1}`)
	wantFields(t, "check", a.rows(admin, "/api/vulnerability_checks/")[0], map[string]any{"last_import_licenses_new": 1, "last_import_licenses_updated": 2,
		"last_import_licenses_deleted": 1})
	if again := a.componentNamed(admin, "a:1")["id"]; again != first {
		t.Errorf("component a has the id %v, had %v", again, first)
	}
	a.uploadSBOM(admin, "bom2.json", names("a", "b", "d"), fields).want(200, `{"license_components_new":3,"license_components_updated":0,"license_components_deleted":0}`)
	if n := len(a.rows(admin, "/api/license_components/")); n != 6 {
		t.Errorf("%d license components", n)
	}
	// the same file for a service is another one, too
	service := map[string]string{"product": fields["product"], "service": "api"}
	a.uploadSBOM(admin, "bom.json", names("a"), service).want(200, `{"license_components_new":1,"license_components_updated":0,"license_components_deleted":0}`)
	// the very same file again
	a.uploadSBOM(admin, "bom.json", names("a"), service).want(200, `{"license_components_new":0,"license_components_updated":1,"license_components_deleted":0}`)
}

func TestLicenses_Example12(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	a.uploadSBOM(admin, "s.sarif", sarif(finding("R1", "error", 1)), map[string]string{"product": a.newProduct(admin, "Shop")}).
		want(400, `{"message":"SARIF is not a SBOM parser"}`)
}

// A component whose place in the dependencies changes keeps its row, as long as it is the only one.
func TestMovedComponentKeepsItsRow(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	fields := map[string]string{"product": a.newProduct(admin, "Shop")}
	with := func(dependencies string) string {
		return cyclonedx(`"dependencies":[`+dependencies+`],`, library("a", "1", ""), library("b", "1", ""))
	}
	a.uploadSBOM(admin, "bom.json", with(""), fields).want(200, `"license_components_new":2`)
	before := a.componentNamed(admin, "b:1")
	a.do("PATCH", "/api/license_components/"+text(before["id"])+"/concluded_license/", admin, map[string]any{"manual_concluded_non_spdx_license": "X"}).want(200, "")
	a.now = a.now.Add(1e9)
	a.uploadSBOM(admin, "bom.json", with(`{"ref":"a-1","dependsOn":["b-1"]}`), fields).
		want(200, `{"license_components_new":0,"license_components_updated":2,"license_components_deleted":0}`)
	after := a.do("GET", "/api/license_components/"+text(before["id"])+"/", admin, nil).want(200, "").object()
	wantFields(t, "moved", after, map[string]any{"created": before["created"], "component_dependencies": "a:1 --> b:1", "effective_license_name": "X"})
	if after["identity_hash"] == before["identity_hash"] || after["import_last_seen"] == before["import_last_seen"] {
		t.Errorf("moved: %v", after)
	}
	if rows := a.rows(admin, "/api/components/?search=b:1"); len(rows) != 1 || rows[0]["component_dependencies"] != "a:1 --> b:1" {
		t.Errorf("components: %v", rows)
	}
}

func TestLicenses_Example13(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	kim, kimID := a.newUser(admin, "kim", false)
	group := a.do("POST", "/api/product_groups/", admin, map[string]any{"name": "Group"}).want(201, "").id()
	fields := map[string]map[string]string{}
	for _, name := range []string{"Shop", "Stall"} {
		id := a.do("POST", "/api/products/", admin, map[string]any{"name": name, "product_group": group}).want(201, "").id()
		a.do("POST", "/api/product_members/", admin, map[string]any{"product": id, "user": kimID, "role": 3}).want(201, "")
		fields[name] = map[string]string{"product": id}
	}
	a.uploadSBOM(kim, "bom.json", cyclonedx("", library("left", "1.0", "")), fields["Shop"]).want(200, "")
	conclude := "/api/license_components/1/concluded_license/"
	if got := a.do("PATCH", conclude, kim, map[string]any{"manual_concluded_non_spdx_license": "Custom"}).want(200, ""); got.body != "" {
		t.Errorf("body %q", got.body)
	}
	wantFields(t, "concluded", a.componentNamed(kim, "left"), map[string]any{"manual_concluded_license_name": "Custom", "effective_license_name": "Custom",
		"manual_concluded_comment": "Set manually by kim"})
	entries := a.rows(kim, "/api/concluded_licenses/")
	if len(entries) != 1 {
		t.Fatalf("concluded licenses: %v", entries)
	}
	wantFields(t, "entry", entries[0], map[string]any{"component_name_version": "left:1.0 (npm)", "manual_concluded_non_spdx_license": "Custom",
		"manual_concluded_spdx_license_id": "", "user": kimID})
	if product := a.do("GET", "/api/products/"+fields["Shop"]["product"]+"/", admin, nil).object(); product["has_concluded_comments"] != true || product["has_licenses"] != true {
		t.Errorf("product: %v", product)
	}
	a.uploadSBOM(kim, "next.json", cyclonedx("", library("left", "1.1", "")), fields["Shop"]).want(200, "")
	wantFields(t, "another version", a.componentNamed(kim, "left:1.1"), map[string]any{"manual_concluded_comment": "Copied from version 1.0, set by kim",
		"effective_license_name": "Custom"})
	a.uploadSBOM(kim, "bom.json", cyclonedx("", library("left", "1.0", ""), library("left", "2.0", "")), fields["Stall"]).want(200, "")
	stall := a.rows(kim, "/api/license_components/?product="+fields["Stall"]["product"]+"&ordering=component_name_version_type")
	wantFields(t, "sister product", stall[0], map[string]any{"manual_concluded_comment": "Copied from product Shop, set by kim"})
	wantFields(t, "another version of a sister product", stall[1], map[string]any{"manual_concluded_comment": "Copied from product Shop and version 1.0, set by kim"})

	a.do("PATCH", conclude, kim, map[string]any{}).want(200, "")
	wantFields(t, "taken back", a.componentNamed(kim, "left:1.0&product="+fields["Shop"]["product"]), map[string]any{"manual_concluded_license_name": "No license information",
		"manual_concluded_comment": "", "effective_license_name": "No license information"})
	if entries := a.rows(kim, "/api/concluded_licenses/"); len(entries) != 0 {
		t.Errorf("concluded licenses after it was taken back: %v", entries)
	}
	// a derived conclusion follows the cache with the next import, even of the very same file
	a.uploadSBOM(kim, "next.json", cyclonedx("", library("left", "1.1", "")), fields["Shop"]).want(200, `"license_components_updated":1`)
	wantFields(t, "followed", a.componentNamed(kim, "left:1.1"), map[string]any{"manual_concluded_comment": "", "effective_license_name": "No license information"})
}

func TestLicenses_Example14(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	ids := a.catalogue("MIT", "ISC")
	product := a.newProduct(admin, "Shop")
	reader, readerID := a.newUser(admin, "reader", false)
	a.do("POST", "/api/product_members/", admin, map[string]any{"product": product, "user": readerID, "role": 1}).want(201, "")
	a.uploadSBOM(admin, "bom.json", cyclonedx("", library("a", "1", "")), map[string]string{"product": product}).want(200, "")
	conclude := "/api/license_components/1/concluded_license/"
	a.do("PATCH", conclude, admin, map[string]any{"manual_concluded_non_spdx_license": "X", "manual_concluded_license_expression": "MIT"}).
		want(400, `{"message":"Non field errors: Only one concluded license field may be set."}`)
	a.do("PATCH", conclude, admin, map[string]any{"manual_concluded_license_expression": "MIT AND"}).want(400, `{"message":"Invalid concluded license expression"}`)
	a.do("PATCH", conclude, admin, map[string]any{"manual_concluded_spdx_license": 4711}).want(400, `{"message":"SPDX license 4711 not found."}`)
	a.do("PATCH", "/api/license_components/4711/concluded_license/", admin, map[string]any{}).want(404, `{"message":"License component 4711 not found."}`)
	a.do("PATCH", conclude, reader, map[string]any{"manual_concluded_non_spdx_license": "X"}).want(403, "")
	stranger, _ := a.newUser(admin, "stranger", false)
	a.do("PATCH", conclude, stranger, map[string]any{"manual_concluded_non_spdx_license": "X"}).want(403, "")

	a.do("PATCH", conclude, admin, map[string]any{"manual_concluded_license_expression": "isc  or mit"}).want(200, "")
	wantFields(t, "expression", a.componentNamed(admin, "a:1"), map[string]any{"manual_concluded_license_expression": "ISC OR MIT", "effective_license_name": "ISC OR MIT"})
	a.do("PATCH", conclude, admin, map[string]any{"manual_concluded_spdx_license": ids["ISC"], "manual_concluded_license_expression": ""}).want(200, "")
	wantFields(t, "license", a.componentNamed(admin, "a:1"), map[string]any{"manual_concluded_spdx_license": ids["ISC"], "manual_concluded_license_expression": "",
		"effective_license_name": "ISC"})
}

func TestLicenses_Example15(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	ids := a.catalogue("MIT")
	product := a.newProduct(admin, "Shop")
	policy := a.policy("P", &model.LicensePolicyItem{License: ids["MIT"], EvaluationResult: model.EvaluationAllowed})
	a.assign(product, policy)
	a.uploadSBOM(admin, "bom.json", cyclonedx("", library("a", "1", declared("MIT")), library("b", "1", declared("MIT")), library("c", "1", declared("MIT")),
		library("d", "1", declared("MIT", "X"))), map[string]string{"product": product}).want(200, "")
	overview := "/api/license_components/license_overview/?product=" + product
	a.do("GET", overview, admin, nil).want(200, `{"count":2,"results":[`+
		`{"branch_name":null,"effective_license_name":"MIT, X","effective_license_type":"Multiple","evaluation_result":"Unknown","num_components":1},`+
		`{"branch_name":null,"effective_license_name":"MIT","effective_license_type":"SPDX","evaluation_result":"Allowed","num_components":3}]}`)
	for query, first := range map[string]string{"ordering=-evaluation_result": "MIT", "ordering=effective_license_name": "MIT", "ordering=-effective_license_name": "MIT, X",
		"ordering=nope": "MIT, X", "effective_license_name=x": "MIT, X", "evaluation_result=Allowed": "MIT", "component_purl_type=npm": "MIT, X"} {
		if rows := a.rows(admin, overview+"&"+query); len(rows) == 0 || rows[0]["effective_license_name"] != first {
			t.Errorf("%s: %v", query, rows)
		}
	}
	for path, message := range map[string]string{"": "No product id provided", "?product=x": "Product id is not an integer", "?product=" + product + "&branch=x": "Branch id is not an integer"} {
		a.do("GET", "/api/license_components/license_overview/"+path, admin, nil).want(400, message)
	}
	a.do("GET", overview+"&origin_service=x", admin, nil).want(400, "Origin service: ")
	a.do("GET", overview+"&branch=7", admin, nil).want(404, "Not found.")
	a.do("GET", "/api/license_components/license_overview/?product=4711", admin, nil).want(404, "Not found.")
	stranger, _ := a.newUser(admin, "stranger", false)
	a.do("GET", overview, stranger, nil).want(403, "")
	counts := a.do("GET", "/api/products/"+product+"/", admin, nil).want(200, "").object()
	wantFields(t, "product", counts, map[string]any{"allowed_licenses_count": 3, "unknown_licenses_count": 1, "forbidden_licenses_count": 0, "all_licenses_count": 4})
}

// policy stores a public policy with items.
func (a *api) policy(name string, items ...*model.LicensePolicyItem) model.ID {
	a.t.Helper()
	p := &model.LicensePolicy{Name: name, IsPublic: true}
	err := a.store.Update(context.Background(), func(tx *db.Tx) error {
		err := db.LicensePolicies.Insert(tx, p)
		for _, item := range items {
			item.LicensePolicy = p.ID
			err = errors.Join(err, db.LicensePolicyItems.Insert(tx, item))
		}
		return err
	})
	if err != nil {
		a.t.Fatal(err)
	}
	return p.ID
}

// assign gives a product a policy.
func (a *api) assign(product string, policy model.ID) {
	a.t.Helper()
	err := a.store.Update(context.Background(), func(tx *db.Tx) error {
		var id model.ID
		if _, err := fmt.Sscan(product, &id); err != nil {
			return err
		}
		p, err := db.Products.Get(tx, id)
		if err != nil {
			return err
		}
		p.LicensePolicy = policy
		return db.Products.Update(tx, p)
	})
	if err != nil {
		a.t.Fatal(err)
	}
}

func TestLicenses_Example21(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product, other := a.newProduct(admin, "Shop"), a.newProduct(admin, "Stall")
	sbom := cyclonedx("", library("a", "1", ""), library("b", "1", ""))
	a.uploadSBOM(admin, "bom.json", sbom, map[string]string{"product": product}).want(200, "")
	a.uploadSBOM(admin, "bom.json", sbom, map[string]string{"product": other}).want(200, "")
	writer, writerID := a.newUser(admin, "writer", false)
	a.do("POST", "/api/product_members/", admin, map[string]any{"product": product, "user": writerID, "role": 3}).want(201, "")
	path := "/api/products/" + product + "/license_components_bulk_delete/"
	many := make([]int, 251)
	for i := range many {
		many[i] = i + 1
	}
	a.do("POST", path, admin, map[string]any{"components": many}).want(400, "")
	a.do("POST", path, admin, map[string]any{"components": []int{1, 3}}).want(400, `{"message":"Component 3 does not belong to product `+product+`"}`)
	a.do("POST", path, admin, map[string]any{"components": []int{1, 4711}}).want(400, `{"message":"Some components do not exist"}`)
	a.do("POST", path, admin, map[string]any{}).want(400, "Components: This field is required.")
	a.do("POST", path, writer, map[string]any{"components": []int{1}}).want(403, "")
	if n := len(a.rows(admin, "/api/license_components/")); n != 4 {
		t.Errorf("%d license components are left after refused requests", n)
	}
	a.do("DELETE", "/api/products/"+product+"/", admin, nil).want(409, "License_Components")
	a.do("POST", path, admin, map[string]any{"components": []int{1, 1}}).want(204, "")
	a.do("GET", "/api/products/"+product+"/", admin, nil).want(200, `"unknown_licenses_count":1`)
	if n := len(a.rows(admin, "/api/license_component_evidences/")); n != 3 {
		t.Errorf("%d evidences are left", n)
	}
	if n := len(a.rows(admin, "/api/components/?product="+product)); n != 1 {
		t.Errorf("%d components are left", n)
	}
	// what was deleted comes back with the very same file
	a.uploadSBOM(admin, "bom.json", sbom, map[string]string{"product": product}).want(200, `{"license_components_new":1,"license_components_updated":1,"license_components_deleted":0}`)
}

func TestLicenses_Example22(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	a.catalogue("MIT")
	product := a.newProduct(admin, "Shop")
	sbom := cyclonedx(`"dependencies":[{"ref":"a-1","dependsOn":["b-2"]},{"ref":"b-2","dependsOn":["c-3"]}],`,
		library("a", "1", declared("MIT")), library("b", "2", declared("=1+1")), library("c", "3", ""))
	a.uploadSBOM(admin, "bom.json", sbom, map[string]string{"product": product}).want(200, "")
	got := a.do("GET", "/api/products/"+product+"/export_license_components_csv/", admin, nil).want(200, "Branch,Branch id,Component cpe")
	if name := got.header.Get("Content-Disposition"); name != "attachment; filename=license_observations.csv" {
		t.Errorf("file name: %s", name)
	}
	rows, err := csv.NewReader(strings.NewReader(got.body)).ReadAll()
	if err != nil || len(rows) != 4 || len(rows[0]) != 46 {
		t.Fatalf("table: %v %v", err, rows)
	}
	column := map[string]int{}
	for i, name := range rows[0] {
		column[name] = i
	}
	// all are Unknown: ordered by license
	for i, want := range []map[string]string{
		{"Component name version": "b:2", "Effective license name": "'=1+1", "Component dependencies": "a:1 --> b:2"},
		{"Component name version": "a:1", "Effective license name": "MIT", "Effective spdx license": "MIT", "Numerical evaluation result": "3", "Product": "Shop"},
		{"Component name version": "c:3", "Effective license name": "No license information", "Component dependencies": "a:1 --> b:2 NEWLINE b:2 --> c:3"},
	} {
		for name, value := range want {
			if cell := rows[i+1][column[name]]; cell != value {
				t.Errorf("row %d: %s is %q, want %q", i+1, name, cell, value)
			}
		}
	}
	excel := a.do("GET", "/api/products/"+product+"/export_license_components_excel/", admin, nil).want(200, "PK")
	if name := excel.header.Get("Content-Disposition"); name != "attachment; filename=license_components.xlsx" {
		t.Errorf("file name: %s", name)
	}
	stranger, _ := a.newUser(admin, "stranger", false)
	a.do("GET", "/api/products/"+product+"/export_license_components_csv/", stranger, nil).want(403, "")
	a.do("GET", "/api/products/4711/export_license_components_excel/", admin, nil).want(404, "Not found.")
	empty := a.do("GET", "/api/products/"+a.newProduct(admin, "Stall")+"/export_license_components_csv/", admin, nil).want(200, "Branch,")
	if strings.Count(empty.body, "\n") != 1 {
		t.Errorf("empty table: %q", empty.body)
	}
}

func TestLicenses_Example24(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Shop")
	a.do("PATCH", "/api/settings/1/", admin, map[string]any{"feature_automatic_osv_scanning": false, "feature_license_management": false}).want(200, "")
	a.upload(admin, "bom.json", cyclonedx(vulnerability, library("zlib", "1.2", "")), map[string]string{"product": product}).
		want(200, `{"observations_new":1,"observations_updated":0,"observations_resolved":0}`)
	if rows := a.rows(admin, "/api/license_components/"); len(rows) != 0 {
		t.Errorf("license components: %v", rows)
	}
	a.do("GET", "/api/products/"+product+"/", admin, nil).want(200, `"forbidden_licenses_count":null`)
	// switched on again, the very same file brings them
	a.do("PATCH", "/api/settings/1/", admin, map[string]any{"feature_license_management": true}).want(200, "")
	a.upload(admin, "bom.json", cyclonedx(vulnerability, library("zlib", "1.2", "")), map[string]string{"product": product}).
		want(200, `"license_components_new":1`)
}
