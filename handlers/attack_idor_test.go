package handlers_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
)

// Tests against insecure direct object references (CWE-639): ids of other people's objects in paths, in bodies and in filters. They are generated
// from the description of the API, so that a new route or a new property is attacked without anybody thinking of it.

// intruders are callers who have much to say, but nothing on the objects of the other product.
var intruders = []string{"a foreign internal user", "a foreign external user", "a person with the role O", "a token with the role O", "a token with the role U",
	"a member of an authorization group with the role Maintainer"}

// forEverybody are the routes with an id that are not about anybody's objects, with the reason.
var forEverybody = map[string]string{
	"GET /api/licenses/{id}/":                "the SPDX licenses",
	"GET /api/parsers/{id}/":                 "the formats that the server reads",
	"GET /api/purl_types/{purl_type_id}/":    "the types of package URLs",
	"GET /api/users/{id}/":                   "internal users know each other (access.md §8)",
	"PATCH /api/users/{id}/":                 "superusers only; 403 tells nothing that the line above does not",
	"PUT /api/users/{id}/":                   "as above",
	"DELETE /api/users/{id}/":                "as above",
	"PATCH /api/users/{id}/change_password/": "as above",
}

// TestIDOR_Paths asks each method of each route that has an id in its path for objects of another product, or of groups that the caller is not in.
// It fails for routes without a fixture in testdata/access.txt.
func TestIDOR_Paths(t *testing.T) {
	rows, recipes := accessTable(t)
	w := newWorld(t, recipes)
	described := description(t)
	attacked := 0
	for template, item := range described.Paths.Map() {
		if !strings.Contains(template, "{") {
			continue
		}
		for method, operation := range item.Operations() {
			name := method + " " + template
			mine := rowsOf(described, rows, method, operation)
			if len(mine) == 0 {
				t.Errorf("%s has an id in its path, but testdata/access.txt has no object for it", name)
				continue
			}
			if forEverybody[name] != "" {
				continue
			}
			attacked++
			for _, row := range mine {
				for _, intruder := range intruders {
					w.intrude(row, w.person(intruder))
				}
			}
		}
	}
	if attacked < 100 {
		t.Errorf("only %d routes were attacked", attacked)
	}
}

// rowsOf are the lines of the table that are about an operation.
func rowsOf(described *openapi3.T, rows []accessRow, method string, operation *openapi3.Operation) (mine []accessRow) {
	for _, row := range rows {
		path, _, _ := strings.Cut(placeholder.ReplaceAllString(row.path, "1"), "?")
		if item := describedPath(described, path); row.method == method && item != nil && item.GetOperation(method) == operation {
			mine = append(mine, row)
		}
	}
	return mine
}

func (w *world) person(name string) *person {
	w.t.Helper()
	i := slices.IndexFunc(w.people, func(p *person) bool { return p.name == name })
	if i < 0 {
		w.t.Fatalf("the world has no %s", name)
	}
	return w.people[i]
}

// intrude asks for an object of the other product, and looks at it before and after as a superuser.
func (w *world) intrude(row accessRow, p *person) {
	w.t.Helper()
	if p.inGroup != "F" && p.inGroup != "X" && strings.ContainsAny(row.may, "ga") {
		return // he belongs to the groups of the table
	}
	o := w.object(row.object, w.other)
	path, body := w.fill(row.path, w.other, o), w.fill(row.body, w.other, o)
	seen, state := w.look(path), w.state()
	got := w.ask(row, path, body, p)
	failed := func(format string, args ...any) {
		w.t.Helper()
		w.t.Errorf("%s as %s: %s; status %d, body %.300s", row, p.name, fmt.Sprintf(format, args...), got.status, got.body)
	}
	if got.status != http.StatusNotFound && got.status != http.StatusForbidden {
		failed("want 404 or 403")
	}
	if strings.Contains(got.body, w.other.marker) {
		failed("the answer shows the object")
	}
	if w.state() != state {
		failed("something was written")
	}
	if after := w.look(path); after != seen {
		failed("the object was changed from %.300s to %.300s", seen, after)
	}
}

// look is what a superuser sees of the object that a path is about.
func (w *world) look(path string) string {
	parts := strings.SplitN(strings.Trim(path, "/"), "/", 4)
	got := w.api.do("GET", "/"+strings.Join(parts[:3], "/")+"/", w.admin, nil)
	if got.status != http.StatusOK {
		return fmt.Sprint(got.status) // there is no such route, or the object can only be listed
	}
	return got.body
}

// TestIDOR_StrangeIDs asks for ids that are none, or that a sloppy conversion takes for another one.
func TestIDOR_StrangeIDs(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	a.newProduct(admin, "shop")
	ids := []string{"0", "-1", "+1", "1e0", "1.0", "0x1", "1%20", "%201", "1%00", "1%0A", "1,2", "1;2", "١", "%D9%A1", "1%2F", "..", "%2e%2e", "null", "true", "me'--",
		"4294967297", "18446744073709551617", "99999999999999999999999999", strings.Repeat("1", 500)}
	for template := range description(t).Paths.Map() {
		if strings.Count(template, "{id}") != 1 || strings.HasPrefix(template, "/api/settings/") { // each number is the one row of the settings
			continue
		}
		for _, id := range ids {
			path := strings.ReplaceAll(template, "{id}", id)
			got := a.do("GET", path, admin, nil)
			if got.status != http.StatusNotFound && got.status != http.StatusMethodNotAllowed {
				t.Errorf("GET %s: status %d, body %.200s", path, got.status, got.body)
			}
		}
	}
}

// references says which object a property of a body or a filter refers to: a name of testdata/access.txt. The objects are made beside the product in
// question, so that those of the other product are foreign to everybody but superusers.
var references = map[string]string{
	"authorization_group": "authorization_group", "branch": "branch", "import_run": "import_run", "components": "license_component", "license_component": "license_component",
	"license_group": "license_group", "license_policy": "license_policy", "not_active_in_branch": "branch", "notifications": "notification",
	"observation": "observation", "observation_id": "observation",
	"observation_logs": "pending_log", "observations": "observation", "origin_service": "service", "parent": "license_policy",
	"potential_duplicates": "potential_duplicate", "product": "product_of_target", "product_group": "product_group_of_target",
	"product_id": "product_of_target", "service": "service", "service_id": "service", "vulnerability_check": "vulnerability_check",
}

// noReferences are whole numbers that stand for themselves, and references to what everybody may know. A new property belongs here or into the map
// above.
var noReferences = set("api_import_crontab_hour", "api_import_crontab_minute", "audit_log_keep_days", "background_epss_import_crontab_hour",
	"background_epss_import_crontab_minute", "background_product_metrics_interval_minutes", "branch_housekeeping_crontab_hour",
	"branch_housekeeping_crontab_minute", "branch_housekeeping_keep_inactive_days", "current_priority", "cwe", "duration", "evaluation_result",
	"exception_rate_limit", "exploit_information_max_age_years", "import_history_keep_days", "jwt_validity_duration_superuser",
	"jwt_validity_duration_user", "license", "license_groups", "license_import_crontab_hour", "license_import_crontab_minute", "licenses",
	"manual_concluded_spdx_license", "object", "observation_notification_min_priority", "observation_title_notification_min_priority",
	"oidc_clock_skew", "origin_source_line_end", "origin_source_line_start", "page", "page_size", "parser", "password_validator_minimum_length",
	"periodic_task_max_entries", "permission", "priority", "repository_branch_housekeeping_keep_inactive_days", "risk_acceptance_expiry_crontab_hour",
	"risk_acceptance_expiry_crontab_minute", "risk_acceptance_expiry_days", "role", "security_gate_threshold_critical", "security_gate_threshold_high",
	"security_gate_threshold_low", "security_gate_threshold_medium", "security_gate_threshold_none", "security_gate_threshold_unknown",
	"setting_rows_per_page", "update_impact_score", "user")

func set(names ...string) map[string]bool {
	all := map[string]bool{}
	for _, name := range names {
		all[name] = true
	}
	return all
}

// isWhole tells whether a schema is a whole number or a list of them.
func isWhole(s *openapi3.Schema) bool {
	if s.Type.Is("array") {
		return s.Items != nil && isWhole(s.Items.Value)
	}
	return s.Type.Is("integer")
}

// referred is the id of an object that a property may refer to, "" for properties that refer to nothing.
func (w *world) referred(property string, target *targetProduct) string {
	w.t.Helper()
	switch kind := references[property]; {
	case kind == "product_of_target":
		return fmt.Sprint(target.id)
	case kind == "product_group_of_target":
		return fmt.Sprint(target.group)
	case kind != "":
		return fmt.Sprint(w.object(kind, target)["id"])
	case !noReferences[property]:
		w.t.Errorf("the property %q is neither among the references nor among the numbers of this test", property)
	}
	return ""
}

// openReferences are foreign objects that callers may refer to, with the reason.
var openReferences = map[string]string{
	"/api/product_authorization_group_members/ authorization_group": "any group may get a role, also one that the caller does not see (access.md §7.5)",
}

// TestIDOR_Bodies has callers who may do something with their own objects name an object of another product in the body. No reference may come of it,
// and neither may the foreign object change nor the answer show it. That an object with this id exists is no secret: ids are counted.
func TestIDOR_Bodies(t *testing.T) {
	rows, recipes := accessTable(t)
	w := newWorld(t, recipes)
	described := description(t)
	attacked := 0
	for _, row := range rows {
		if row.may == "S" || row.body == "" || strings.Contains(row.may, "N") || strings.HasPrefix(row.path, "/api/jwt_secret") {
			continue
		}
		for _, property := range wholeProperties(described, row) {
			if w.referred(property, w.other) == "" || openReferences[row.path+" "+property] != "" {
				continue
			}
			attacked++
			w.refer(row, property)
		}
	}
	if attacked < 40 {
		t.Errorf("only %d properties were attacked", attacked)
	}
}

// wholeProperties are the properties of a row's body that could be ids.
func wholeProperties(described *openapi3.T, row accessRow) (names []string) {
	path, _, _ := strings.Cut(placeholder.ReplaceAllString(row.path, "1"), "?")
	body := describedPath(described, path).GetOperation(row.method).RequestBody
	if body == nil {
		return nil
	}
	for _, media := range body.Value.Content {
		for name, property := range media.Schema.Value.Properties {
			if isWhole(property.Value) && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	slices.Sort(names)
	return names
}

// insider is somebody who may do what a row is about with his own objects, and is no superuser.
func (w *world) insider(row accessRow) *person {
	w.t.Helper()
	name := "a person with the role O"
	if strings.ContainsAny(row.may, "ga") {
		name = "a manager of an authorization group"
	}
	return w.person(name)
}

// refer sends the row's request with a foreign id in a property.
func (w *world) refer(row accessRow, property string) {
	w.t.Helper()
	p, id, o := w.insider(row), w.referred(property, w.other), w.object(row.object, w.own)
	path, body := w.fill(row.path, w.own, o), withReference(w.t, w.fill(row.body, w.own, o), property, id)
	foreign, state := w.lookAtForeign(), w.state()
	got := w.ask(row, path, body, p)
	failed := func(what string) {
		w.t.Helper()
		w.t.Errorf("%s with %s %s as %s: %s; status %d, body %.300s", row, property, id, p.name, what, got.status, got.body)
	}
	if got.status >= 500 {
		failed("the server failed")
	}
	if got.status >= 400 && w.state() != state {
		failed("a refused request has changed something")
	}
	if got.status < 300 && refersTo(got, property, id) {
		failed("the reference was made")
	}
	if strings.Contains(got.body, w.other.marker) {
		failed("the answer shows the other product")
	}
	if w.lookAtForeign() != foreign {
		failed("the other product was changed")
	}
	if got.status < 300 {
		w.spent(row.object, w.own)
	}
}

// foreignLists are the lists of what references point to, with the filter that leaves the rows of a product.
var foreignLists = []string{"observations/?product=", "branches/?product=", "services/?product=", "observation_logs/?product=", "potential_duplicates/?product=",
	"license_components/?product=", "product_members/?product=", "product_authorization_group_members/?product=", "vulnerability_checks/?product=", "notifications/?product="}

// lookAtForeign is all that a superuser sees of the other product's objects that references point to.
func (w *world) lookAtForeign() string {
	w.t.Helper()
	paths := []string{fmt.Sprintf("/api/products/%d/", w.other.id), fmt.Sprintf("/api/product_groups/%d/", w.other.group)}
	for _, list := range foreignLists {
		paths = append(paths, fmt.Sprintf("/api/%s%d&page_size=1000", list, w.other.id))
	}
	for kind, list := range map[string]string{"authorization_group": "authorization_groups", "license_group": "license_groups", "license_policy": "license_policies"} {
		if o := w.other.objects[kind]; o != nil {
			paths = append(paths, fmt.Sprintf("/api/%s/%v/", list, o["id"]))
		}
	}
	slices.Sort(paths)
	var all strings.Builder
	for _, path := range paths {
		all.WriteString(w.api.do("GET", path, w.admin, nil).want(200, "").body)
	}
	return all.String()
}

// withReference sets a property of a body, JSON or form.
func withReference(t *testing.T, body, property, id string) string {
	t.Helper()
	if kind, rest, isForm := strings.Cut(body, " "); isForm && (kind == "form" || kind == "sbom") {
		fields := []string{property + "=" + id}
		for _, field := range strings.Split(rest, " ") {
			if !strings.HasPrefix(field, property+"=") {
				fields = append(fields, field)
			}
		}
		return kind + " " + strings.Join(fields, " ")
	}
	var o map[string]json.RawMessage
	if err := json.Unmarshal([]byte(body), &o); err != nil {
		t.Fatalf("%v: %s", err, body)
	}
	value := id
	if strings.HasSuffix(property, "s") { // the lists of ids have names in the plural
		value = "[" + id + "]"
	}
	o[property] = json.RawMessage(value)
	encoded, err := json.Marshal(o)
	if err != nil {
		t.Fatal(err)
	}
	return string(encoded)
}

// refersTo tells whether an answered object refers to the id.
func refersTo(got answer, property, id string) bool {
	if !strings.HasPrefix(got.body, "{") {
		return false
	}
	value, _ := json.Marshal(got.object()[property])
	return string(value) == id
}

const unknownID = "4000000000"

// TestIDOR_Filters asks lists and exports for what belongs to an object of another product: nobody gets anything for it.
func TestIDOR_Filters(t *testing.T) {
	_, recipes := accessTable(t)
	w := newWorld(t, recipes)
	attacked := 0
	for path, item := range description(t).Paths.Map() {
		if item.Get == nil || strings.Contains(path, "{") || slices.Contains([]string{"/api/audit_logs/", "/api/periodic_tasks/"}, path) {
			continue
		}
		for _, parameter := range item.Get.Parameters {
			if parameter.Value.In != "query" || !isWhole(parameter.Value.Schema.Value) {
				continue
			}
			id := w.referred(parameter.Value.Name, w.other)
			if id == "" {
				continue
			}
			attacked++
			for _, intruder := range intruders {
				w.filter(path, parameter.Value.Name, id, w.person(intruder))
			}
		}
	}
	if attacked < 50 {
		t.Errorf("only %d filters were attacked", attacked)
	}
}

// filter expects an error, an empty list, or what an unknown id leads to as well.
func (w *world) filter(path, parameter, id string, p *person) {
	w.t.Helper()
	ask := func(id string) answer { return w.api.do("GET", path+"?"+parameter+"="+id, p.authorization, nil) }
	got, none := ask(id), ask(unknownID)
	if strings.Contains(got.body, w.other.marker) || got.status >= 500 {
		w.t.Errorf("%s?%s=%s as %s: status %d, body %.300s", path, parameter, id, p.name, got.status, got.body)
	}
	refused := got.status == http.StatusBadRequest || got.status == http.StatusForbidden || got.status == http.StatusNotFound
	empty := got.status == http.StatusOK && strings.HasPrefix(got.body, `{"count":0,`)
	same := got.status == none.status && strings.ReplaceAll(got.body, id, "ID") == strings.ReplaceAll(none.body, unknownID, "ID")
	if !refused && !empty && !same {
		w.t.Errorf("%s?%s as %s shows something of others:\n\t%d %.300s\n\t%d %.300s", path, parameter, p.name, got.status, got.body, none.status, none.body)
	}
}
