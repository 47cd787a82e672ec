package handlers_test

import (
	"context"
	"fmt"
	"testing"

	"secobserve/db"
	"secobserve/licenses"
	"secobserve/licenses/licensedata"
	"secobserve/model"
)

// spellings stores a mapping of spellings.
func (a *api) spellings(mapping ...licensedata.Spelling) {
	a.t.Helper()
	err := a.store.Update(context.Background(), func(tx *db.Tx) error {
		_, err := licenses.Store(tx, []*licensedata.Document{{Kind: licensedata.KindLicenseLynx, Mapping: mapping}}, model.TimeOf(a.now))
		return err
	})
	if err != nil {
		a.t.Fatal(err)
	}
}

func TestLicenses_Example05(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	ids := a.catalogue("MIT", "ISC")
	a.spellings(licensedata.Spelling{Text: "MIT License", ID: "MIT"})
	fields := map[string]string{"product": a.newProduct(admin, "Shop")}
	a.uploadSBOM(admin, "bom.json", cyclonedx("", library("a", "1", declared("MIT License"))), fields).want(200, "")
	got := a.componentNamed(admin, "a:1")
	wantFields(t, "derived", got, map[string]any{"manual_concluded_spdx_license": ids["MIT"], "manual_concluded_comment": "Set by LicenseLynx",
		"imported_declared_non_spdx_license": "MIT License", "effective_license_name": "MIT"})
	a.do("GET", "/api/license_components/"+text(got["id"])+"/", admin, nil).want(200, `"effective_license_type":"SPDX"`)
	if entries := a.rows(admin, "/api/concluded_licenses/"); len(entries) != 0 {
		t.Errorf("concluded licenses: %v", entries)
	}
	a.uploadSBOM(admin, "bom.json", cyclonedx("", library("a", "1", declared("ISC"))), fields).want(200, "")
	wantFields(t, "followed", a.componentNamed(admin, "a:1"), map[string]any{"manual_concluded_spdx_license": nil, "manual_concluded_comment": "",
		"effective_spdx_license": ids["ISC"], "effective_license_name": "ISC"})
}

func TestLicenses_Example06(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	a.catalogue("MIT")
	a.spellings(licensedata.Spelling{Text: "Expat", ID: "MIT"})
	a.uploadSBOM(admin, "bom.json", cyclonedx("", library("a", "1", declared("Expat", "Strange License"))), map[string]string{"product": a.newProduct(admin, "Shop")}).want(200, "")
	wantFields(t, "component", a.componentNamed(admin, "a:1"), map[string]any{"effective_multiple_licenses": "MIT, Strange License",
		"imported_declared_multiple_licenses": "MIT, Strange License", "effective_license_name": "MIT, Strange License"})
}

func TestLicenses_Example09(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	ids := a.catalogue("ISC")
	parent := a.policy("Company", &model.LicensePolicyItem{License: ids["ISC"], EvaluationResult: model.EvaluationForbidden})
	child := a.do("POST", "/api/license_policies/", admin, map[string]any{"name": "Backend", "parent": parent}).want(201, "").id()
	group := a.do("POST", "/api/license_groups/", admin, map[string]any{"name": "Ours"}).want(201, "").id()
	a.do("POST", "/api/license_groups/"+group+"/add_license/", admin, map[string]any{"license": ids["ISC"]}).want(204, "")
	a.do("POST", "/api/license_policy_items/", admin, map[string]any{"license_policy": child, "license_group": group, "evaluation_result": "Allowed"}).want(201, "")
	product := a.do("POST", "/api/products/", admin, map[string]any{"name": "Shop", "license_policy": child}).want(201, "").id()
	apk := `{"type":"library","name":"b","version":"1","purl":"pkg:apk/alpine/b@1"` + declared("ISC") + `}`
	a.uploadSBOM(admin, "bom.json", cyclonedx("", library("a", "1", declared("ISC")), apk), map[string]string{"product": product}).want(200, "")
	wantFields(t, "the group of the child", a.componentNamed(admin, "a:1"), map[string]any{"evaluation_result": "Allowed"})
	a.do("GET", "/api/license_policies/"+child+"/export_json/", admin, nil).want(200, `{
    "description": "",
    "items": [
        {
            "evaluation_result": "Allowed",
            "from_parent": false,
            "license_group": "Ours",
            "spdx_license": "ISC"
        }
    ],
    "name": "Backend",
    "parent": "Company"
}`)
	ignore := func(policy any, types string) {
		t.Helper()
		a.do("PATCH", "/api/license_policies/"+text(policy)+"/", admin, map[string]any{"ignore_component_types": types}).want(200, "")
		a.do("POST", "/api/license_policies/"+text(policy)+"/apply/", admin, nil).want(204, "")
	}
	ignore(parent, "apk")
	wantFields(t, "ignored by the parent alone", a.componentNamed(admin, "b:1"), map[string]any{"evaluation_result": "Allowed"})
	ignore(child, "apk")
	wantFields(t, "ignored", a.componentNamed(admin, "b:1"), map[string]any{"evaluation_result": "Ignored"})
	wantFields(t, "of another type", a.componentNamed(admin, "a:1"), map[string]any{"evaluation_result": "Allowed"})
}

func TestLicenses_Example10(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	ids := a.catalogue("MIT")
	item := func(result model.EvaluationResult) *model.LicensePolicyItem {
		return &model.LicensePolicyItem{License: ids["MIT"], EvaluationResult: result}
	}
	p, q := a.policy("P", item(model.EvaluationForbidden)), a.policy("Q", item(model.EvaluationAllowed))
	group := a.do("POST", "/api/product_groups/", admin, map[string]any{"name": "Group", "license_policy": p}).want(201, "").id()
	product := a.do("POST", "/api/products/", admin, map[string]any{"name": "Shop", "product_group": group}).want(201, "").id()
	a.uploadSBOM(admin, "bom.json", cyclonedx("", library("a", "1", declared("MIT"))), map[string]string{"product": product}).want(200, "")
	detail := "/api/license_components/" + text(a.componentNamed(admin, "a:1")["id"]) + "/"
	wantFields(t, "by the policy of the group", a.object(admin, detail), map[string]any{"evaluation_result": "Forbidden", "license_policy_id": p, "license_policy_name": "P"})

	// rows that are changed behind the server's back show which products a policy is applied to
	unsettle := func() {
		t.Helper()
		err := a.store.Update(context.Background(), func(tx *db.Tx) error {
			return db.LicenseComponents.Modify(tx, 1, func(c *model.LicenseComponent) { c.EvaluationResult = model.EvaluationUnknown })
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	apply := fmt.Sprintf("/api/license_policies/%d/apply/", p)
	unsettle()
	a.do("POST", apply, admin, nil).want(204, "")
	wantFields(t, "applied", a.object(admin, detail), map[string]any{"evaluation_result": "Forbidden"})
	a.do("PATCH", "/api/products/"+product+"/", admin, map[string]any{"license_policy": q}).want(200, "")
	wantFields(t, "by its own policy", a.object(admin, detail), map[string]any{"evaluation_result": "Allowed", "license_policy_id": q})
	unsettle()
	a.do("POST", apply, admin, nil).want(204, "")
	wantFields(t, "another policy applied", a.object(admin, detail), map[string]any{"evaluation_result": "Unknown"})
}

func TestLicenses_Example16(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	external, _ := a.newUser(admin, "external", true)
	ken, _ := a.newUser(admin, "ken", false)
	other, _ := a.newUser(admin, "other", false)
	a.do("POST", "/api/license_policies/", external, map[string]any{"name": "P"}).want(403, "")
	policy := a.do("POST", "/api/license_policies/", ken, map[string]any{"name": "P"}).want(201, "")
	wantFields(t, "created", policy.object(), map[string]any{"is_manager": true, "has_users": true})
	path := "/api/license_policies/" + policy.id() + "/"
	a.do("GET", path, other, nil).want(404, `{"message":"No License_Policy matches the given query."}`)
	a.do("PATCH", path, ken, map[string]any{"is_public": true}).want(200, "")
	a.do("GET", path, other, nil).want(200, `"is_manager":false`)
	a.do("PATCH", path, other, map[string]any{"name": "Q"}).want(403, "You do not have permission to perform this action.")
}

func TestLicenses_Example17(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	b := a.policy("B")
	c := a.do("POST", "/api/license_policies/", admin, map[string]any{"name": "C", "parent": b}).want(201, `"parent_name":"B"`).id()
	d := a.policy("D")
	a.do("PATCH", fmt.Sprintf("/api/license_policies/%d/", d), admin, map[string]any{"parent": c}).want(400, `{"message":"Parent: A child cannot be a parent itself"}`)
	a.do("PATCH", fmt.Sprintf("/api/license_policies/%d/", b), admin, map[string]any{"parent": d}).want(400, `{"message":"A parent cannot have a parent itself"}`)
	a.do("DELETE", fmt.Sprintf("/api/license_policies/%d/", b), admin, nil).want(409, "")
	a.do("GET", fmt.Sprintf("/api/license_policies/%d/", b), admin, nil).want(200, `"is_parent":true`)
}

func TestLicenses_Example18(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	ids := a.catalogue("MIT")
	policy := a.policy("P")
	item := map[string]any{"license_policy": policy, "license": ids["MIT"], "evaluation_result": "Allowed"}
	with := func(field string, value any) map[string]any {
		more := map[string]any{field: value}
		for name, value := range item {
			more[name] = value
		}
		return more
	}
	a.do("POST", "/api/license_policy_items/", admin, with("non_spdx_license", "x")).
		want(400, `{"message":"Non field errors: Only one of license group, license, license expression or unknown license must be set"}`)
	a.do("POST", "/api/license_policy_items/", admin, item).want(201, `"license_spdx_id":"MIT"`)
	a.do("POST", "/api/license_policy_items/", admin, item).want(400, `{"message":"Non field errors: License policy item already exists"}`)
	if rows := a.rows(admin, fmt.Sprintf("/api/license_policy_items/?license_policy=%d", policy)); len(rows) != 1 {
		t.Errorf("items: %v", rows)
	}
}

func TestLicenses_Example19(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	ids := a.catalogue("MIT")
	group := a.do("POST", "/api/license_groups/", admin, map[string]any{"name": "G"}).want(201, "").id()
	add, remove := "/api/license_groups/"+group+"/add_license/", "/api/license_groups/"+group+"/remove_license/"
	license := map[string]any{"license": ids["MIT"]}
	a.do("POST", add, admin, license).want(204, "")
	a.do("POST", add, admin, license).want(400, `{"message":"License MIT is already in this license group"}`)
	if rows := a.rows(admin, "/api/licenses/?license_groups="+group); len(rows) != 1 {
		t.Errorf("licenses of the group: %v", rows)
	}
	a.do("POST", remove, admin, license).want(204, "")
	a.do("POST", remove, admin, license).want(204, "")
	if rows := a.rows(admin, "/api/licenses/?license_groups="+group); len(rows) != 0 {
		t.Errorf("licenses of the emptied group: %v", rows)
	}
}

func TestLicenses_Example20(t *testing.T) {
	a := newAPI(t)
	policy := a.policy("P", &model.LicensePolicyItem{NonSPDXLicense: "Foo/Bar 1.0", EvaluationResult: model.EvaluationIgnored, Comment: "ok"})
	a.do("GET", fmt.Sprintf("/api/license_policies/%d/export_sbom_utility/", policy), a.admin(), nil).want(200, `{
    "policies": [
        {
            "annotationRefs": [
                "IGNORED"
            ],
            "deprecated": false,
            "family": "Foo-Bar-1-0",
            "id": "",
            "name": "Foo/Bar 1.0",
            "notes": [
                "ok"
            ],
            "osi": false,
            "reference": "",
            "usagePolicy": "allow"
        }
    ]
}`)
}
