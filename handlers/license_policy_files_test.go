package handlers_test

import (
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"secobserve/model"
)

// importPolicy sends the file of a license policy.
func (a *api) importPolicy(authorization, query, media, file string) answer {
	a.t.Helper()
	r := httptest.NewRequest("POST", "/api/license_policies/import/"+query, strings.NewReader(file))
	r.Header.Set("Content-Type", media)
	return a.send(r, authorization)
}

// newGroup makes a license group.
func (a *api) newGroup(admin, name string, public bool, licenses ...model.ID) string {
	a.t.Helper()
	group := a.do("POST", "/api/license_groups/", admin, map[string]any{"name": name, "is_public": public}).want(201, "").id()
	for _, license := range licenses {
		a.do("POST", "/api/license_groups/"+group+"/add_license/", admin, map[string]any{"license": license}).want(204, "")
	}
	return group
}

// What is exported comes back as a policy with the same rules, in either format; groups and the parent stay what they are where the caller sees
// them, and become rules of the policy where not.
func TestLicensePolicyFiles_ComeBack(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	ken, _ := a.newUser(admin, "ken", false)
	ids := a.catalogue("MIT", "ISC", "0BSD", "GPL-2.0-only")
	parent := a.policy("Company", &model.LicensePolicyItem{License: ids["GPL-2.0-only"], EvaluationResult: model.EvaluationForbidden, Comment: "legal"})
	group := a.newGroup(admin, "Permissive ones", true, ids["MIT"], ids["ISC"])
	secret := a.newGroup(admin, "Secret ones", false, ids["0BSD"])
	policy := a.do("POST", "/api/license_policies/", admin, map[string]any{"name": "Backend", "description": "Ours", "parent": parent, "is_public": true,
		"ignore_component_type_list": []string{"apk", "deb"}}).want(201, "").id()
	for _, item := range []map[string]any{
		{"license_group": group, "evaluation_result": "Allowed"}, {"license_group": secret, "evaluation_result": "Review required"},
		{"license": ids["MIT"], "evaluation_result": "Review required", "comment": "odd"},
		{"license_expression": "mit or isc", "evaluation_result": "Allowed"}, {"non_spdx_license": "Acme EULA", "evaluation_result": "Forbidden"},
	} {
		item["license_policy"] = policy
		a.do("POST", "/api/license_policy_items/", admin, item).want(201, "")
	}
	export := func(policy, format string) string {
		t.Helper()
		return a.do("GET", "/api/license_policies/"+policy+"/export_"+format+"/", admin, nil).want(200, "").body
	}
	for format, media := range map[string]string{"json": "application/json", "yaml": "application/yaml"} {
		imported := a.importPolicy(ken, "?name=Copy%20"+format, media, export(policy, format)).want(201, `"parent_name":"Company"`)
		wantFields(t, format, imported.object(), map[string]any{"name": "Copy " + format, "description": "Ours", "is_public": false, "is_manager": true,
			"ignore_component_types": "apk,deb"})
		want := strings.Replace(export(policy, "json"), `"name": "Backend"`, `"name": "Copy `+format+`"`, 1)
		// 0BSD is no longer one of a group that ken doesn't see
		want = strings.Replace(want, `"license_group": "Secret ones",
            `, "", 1)
		if diff := gocmp.Diff(rulesOf(t, want), rulesOf(t, export(imported.id(), "json"))); diff != "" {
			t.Errorf("%s: %s", format, diff)
		}
		items := a.rows(admin, "/api/license_policy_items/?license_policy="+imported.id())
		if len(items) != 5 || text(items[0]["license_group"]) != group {
			t.Errorf("%s: items %v", format, items)
		}
	}

	// without the parent, its rules become rules of the policy
	file := strings.Replace(export(policy, "json"), `"parent": "Company"`, `"parent": "Nobody"`, 1)
	alone := a.importPolicy(ken, "?name=Alone", "application/json", file).want(201, `"parent":null`).id()
	got := rulesOf(t, export(alone, "json"))
	if rule := got["spdx_license GPL-2.0-only"]; rule != "Forbidden false legal" {
		t.Errorf("rule of the parent: %q", rule)
	}

	// an export without rules is a policy without rules
	empty := a.do("POST", "/api/license_policies/", admin, map[string]any{"name": "Empty"}).want(201, "").id()
	a.importPolicy(admin, "?name=Empty%20again", "text/yaml", export(empty, "yaml")).want(201, `"has_items":false`)
}

// rulesOf are the rules of an exported policy by what they are about.
func rulesOf(t *testing.T, file string) map[string]string {
	t.Helper()
	var policy struct{ Items []map[string]any }
	if err := json.Unmarshal([]byte(file), &policy); err != nil {
		t.Fatal(err)
	}
	rules := make(map[string]string)
	for _, item := range policy.Items {
		for _, kind := range []string{"spdx_license", "license_expression", "non_spdx_license"} {
			if subject, ok := item[kind]; ok {
				rules[fmt.Sprint(kind, " ", subject)] = strings.TrimSpace(fmt.Sprint(item["evaluation_result"], " ", item["from_parent"], " ", text(item["comment"])))
			}
		}
	}
	return rules
}

// A file that is wrong makes no policy, and is told what is wrong with it.
func TestLicensePolicyFiles_Wrong(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	a.catalogue("MIT")
	before := len(a.rows(admin, "/api/license_policies/"))
	item := func(members string) string { return `{"name":"P","items":[{` + members + `}]}` }
	allowed := `"evaluation_result":"Allowed","from_parent":false`
	deep := strings.Repeat("[", 5000) + strings.Repeat("]", 5000)
	for _, test := range []struct{ media, file, message string }{
		{"application/json", ``, "could not be read"},
		{"application/json", `{`, "is no valid JSON"},
		{"application/json", `{"name":`, "is no valid JSON"},
		{"application/json", `[]`, "could not be read"},
		{"application/json", `{}`, "missing property"},
		{"application/json", `{"name":""}`, "name: "},
		{"application/json", `{"name":7}`, "name: "},
		{"application/json", `{"name":"` + strings.Repeat("x", 256) + `"}`, "name: "},
		{"application/json", `{"name":"P","colour":"red"}`, "colour"},
		{"application/json", `{"name":"P","ignore_component_types":["nope"]}`, "ignore_component_types/0"},
		{"application/json", `{"name":"P","items":{}}`, "items: "},
		{"application/json", item(allowed), "items/0"},
		{"application/json", item(allowed + `,"spdx_license":"MIT","non_spdx_license":"x"`), "items/0"},
		{"application/json", item(`"spdx_license":"MIT","from_parent":false`), "items/0"},
		{"application/json", item(`"spdx_license":"MIT","evaluation_result":"Perhaps","from_parent":false`), "items/0/evaluation_result"},
		{"application/json", item(allowed + `,"spdx_license":"Nope-1.0"`), "Unknown license(s): Nope-1.0"},
		{"application/json", item(allowed + `,"license_expression":"MIT AND"`), "Invalid license expression MIT AND"},
		{"application/json", `{"name":"P","items":[{` + allowed + `,"non_spdx_license":"x"},{"evaluation_result":"Forbidden","from_parent":false,"non_spdx_license":"x"}]}`, "already exists"},
		{"application/json", `{"name":"P","items":` + deep + `}`, "could not be read"},
		{"application/yaml", "name: [", "is no valid YAML"},
		{"application/yaml", "? [a]\n: b", "could not be read"},
		{"application/yaml", "name: P\nitems: &a [*a]", "could not be read"},
		{"application/yaml", "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\ng: &g [*f,*f,*f,*f,*f,*f,*f,*f,*f]\nname: [*g,*g,*g,*g,*g,*g,*g,*g,*g]", "could not be read"},
	} {
		a.importPolicy(admin, "", test.media, test.file).want(400, test.message)
	}
	a.importPolicy(admin, "", "text/plain", `{"name":"P"}`).want(415, "text/plain")
	a.importPolicy(admin, "?name=Standard", "application/json", `{"name":"P"}`).want(400, `{"message":"Name: license_ policy with this name already exists."}`)
	a.importPolicy(admin, "?name="+strings.Repeat("x", 256), "application/json", `{"name":"P"}`).want(400, "Name: Ensure this field has no more than 255 characters.")
	if after := len(a.rows(admin, "/api/license_policies/")); after != before {
		t.Errorf("%d license policies, there were %d", after, before)
	}
	var schema map[string]any
	got := a.do("GET", "/api/license_policies/schema/", admin, nil).want(200, "")
	if err := json.Unmarshal([]byte(got.body), &schema); err != nil || schema["$schema"] != "https://json-schema.org/draft/2020-12/schema" {
		t.Errorf("schema: %v %v", err, schema)
	}
}
