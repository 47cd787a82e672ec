package handlers_test

import (
	"strings"
	"testing"
)

// shown returns a member of an observation.
func (a *api) observed(authorization, id, member string) any {
	a.t.Helper()
	return a.do("GET", "/api/observations/"+id+"/", authorization, nil).want(200, "").object()[member]
}

// vulnerableBOM makes a small report with one vulnerability that affects components.
func vulnerableBOM(title string, components ...string) string {
	var list, affects []string
	for i, c := range components {
		name, version, _ := strings.Cut(c, ":")
		ref := string(rune('a' + i))
		list = append(list, `{"bom-ref":"`+ref+`","type":"library","name":"`+name+`","version":"`+version+`"}`)
		affects = append(affects, `{"ref":"`+ref+`"}`)
	}
	return `{"bomFormat":"CycloneDX","specVersion":"1.5","metadata":{"tools":[{"name":"trivy","version":"1"}]},"components":[` + strings.Join(list, ",") +
		`],"vulnerabilities":[{"id":"` + title + `","ratings":[{"severity":"high"}],"affects":[` + strings.Join(affects, ",") + `]}]}`
}

// located makes a report of a scanner that found something at a line of a file.
func located(scanner, rule, file string, line string) string {
	return `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":{"name":"` + scanner + `"}},"results":[` +
		`{"ruleId":"` + rule + `","level":"error","message":{"text":"found"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"` + file +
		`"},"region":{"startLine":` + line + `}}}]}]}]}`
}

func TestObservations_Example16(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Shop")
	fields := map[string]string{"product": product}
	a.upload(admin, "bom.json", vulnerableBOM("CVE-1", "a:1", "b:2"), fields).want(200, `"observations_new":2`)
	for id, other := range map[string]string{"1": "2", "2": "1"} {
		rows := a.do("GET", "/api/potential_duplicates/?observation="+id, admin, nil).want(200, `"count":1`).rows()
		if rows[0]["type"] != "Component" || text(rows[0]["observation"]) != id || text(rows[0]["potential_duplicate_observation"].(map[string]any)["id"]) != other {
			t.Errorf("duplicates of %s: %v", id, rows)
		}
		if a.observed(admin, id, "has_potential_duplicates") != true {
			t.Errorf("observation %s has no potential duplicates", id)
		}
	}
	record := text(a.do("GET", "/api/potential_duplicates/?observation=1", admin, nil).rows()[0]["id"])
	a.upload(admin, "bom.json", vulnerableBOM("CVE-1", "a:1", "b:2", "c:3"), fields).want(200, `"observations_new":1`)
	if rows := a.do("GET", "/api/potential_duplicates/?observation=1", admin, nil).want(200, `"count":2`).rows(); text(rows[0]["id"]) != record {
		t.Errorf("the id of an unchanged record: %v", rows)
	}
	a.upload(admin, "bom.json", vulnerableBOM("CVE-1", "a:1", "b:2"), fields).want(200, `"observations_resolved":1`)
	a.do("GET", "/api/potential_duplicates/?observation=1", admin, nil).want(200, `"count":1`)

	a.do("PATCH", "/api/observations/1/assessment/", admin, map[string]any{"status": "False positive", "comment": "no"}).want(200, "")
	for _, id := range []string{"1", "2"} {
		if a.observed(admin, id, "has_potential_duplicates") != false {
			t.Errorf("observation %s has potential duplicates after the assessment", id)
		}
	}
	a.do("GET", "/api/potential_duplicates/?observation=2&status=False%20positive&status=Open", admin, nil).want(200, `"count":1`)
	a.do("GET", "/api/potential_duplicates/?observation=2&status=Open", admin, nil).want(200, `"count":0`)
	a.do("PATCH", "/api/observations/1/remove_assessment/", admin, map[string]any{"comment": "yes"}).want(200, "")
	if a.observed(admin, "2", "has_potential_duplicates") != true {
		t.Error("the removal of the assessment is not noticed")
	}

	for _, scanner := range []string{"X", "Y"} {
		a.upload(admin, scanner+".sarif", located(scanner, "rule "+scanner, "a.c", "7"), fields).want(200, `"observations_new":1`)
	}
	a.upload(admin, "again.sarif", located("Y", "another rule", "a.c", "7"), fields).want(200, `"observations_new":1`)
	rows := a.do("GET", "/api/potential_duplicates/?status=Open&ordering=-potential_duplicate_observation.title", admin, nil).want(200, "").rows()
	var got []string
	for _, row := range rows {
		if row["type"] == "Source" {
			got = append(got, text(row["observation"])+">"+row["potential_duplicate_observation"].(map[string]any)["title"].(string))
		}
	}
	if strings.Join(got, " ") != "4>rule Y 5>rule X 6>rule X 4>another rule" {
		t.Errorf("duplicates by source: %v", got)
	}
}

func TestObservations_Example17(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Shop")
	var ids []string
	for _, fields := range []map[string]any{{"origin_component_name_version": "a:1"}, {"origin_component_name_version": "b:2"}, {"title": "other"}} {
		ids = append(ids, a.manual(admin, product, fields))
	}
	if a.observed(admin, ids[0], "has_potential_duplicates") != true {
		t.Fatal("a manual observation is not searched for duplicates")
	}
	record := a.do("GET", "/api/potential_duplicates/?observation="+ids[0], admin, nil).want(200, `"count":1`).rows()[0]
	mark := "/api/products/" + product + "/observations_bulk_mark_duplicates/"
	body := func(observation any, records ...any) map[string]any {
		return map[string]any{"observation_id": observation, "potential_duplicates": append([]any{}, records...)}
	}
	a.do("POST", mark, admin, body(ids[0])).want(204, "")
	a.do("POST", mark, admin, body(4711, record["id"])).want(400, "Observation does not exist")
	a.do("POST", mark, admin, body(ids[0], 4711)).want(400, "Potential duplicate 4711 does not exist")
	a.do("POST", mark, admin, body(ids[2], record["id"])).want(400, "does not belong to observation "+ids[2])
	a.do("POST", mark, admin, body(0, record["id"])).want(400, "Observation id: Ensure this value is greater than or equal to 1.")
	a.do("POST", mark, admin, map[string]any{"observation_id": ids[0]}).want(400, "Potential duplicates: This field is required.")
	a.do("POST", mark, admin, body(ids[0], make([]any, 251)...)).want(400, "Potential duplicates: ")
	other := a.newProduct(admin, "Till")
	a.do("POST", "/api/products/"+other+"/observations_bulk_mark_duplicates/", admin, body(ids[0], record["id"])).
		want(400, "Observation "+ids[0]+" does not belong to product "+other)
	a.do("POST", "/api/products/4711/observations_bulk_mark_duplicates/", admin, body(ids[0])).want(404, "Not found.")
	reader, readerID := a.newUser(admin, "reader", true)
	a.do("POST", mark, reader, body(ids[0], record["id"])).want(403, "")
	member := a.do("POST", "/api/product_members/", admin, map[string]any{"product": product, "user": readerID, "role": 1}).want(201, "").id()
	a.do("POST", mark, reader, body(ids[0], record["id"])).want(403, "")
	a.do("PATCH", "/api/product_members/"+member+"/", admin, map[string]any{"role": 3}).want(200, "")
	if a.observed(admin, ids[1], "current_status") != "Open" {
		t.Fatal("a refused request has changed something")
	}
	a.do("POST", mark, reader, body(ids[0], record["id"], record["id"])).want(204, "")
	if a.observed(admin, ids[1], "current_status") != "Duplicate" || a.observed(admin, ids[0], "has_potential_duplicates") != false ||
		a.observed(admin, ids[1], "has_potential_duplicates") != false {
		t.Error("after marking")
	}
	logs := a.do("GET", "/api/observation_logs/?observation="+ids[1]+"&ordering=-id", admin, nil).want(200, `"count":2`).rows()
	if logs[0]["comment"] != "Duplicate of a:1" || logs[0]["status"] != "Duplicate" || logs[0]["user_full_name"] != "reader" {
		t.Errorf("%v", logs[0])
	}

	// a duplicate by source is named by title and scanner
	for _, scanner := range []string{"X", "Y"} {
		a.upload(admin, scanner+".sarif", located(scanner, "rule "+scanner, "a.c", "7"), map[string]string{"product": product}).want(200, `"observations_new":1`)
	}
	record = a.do("GET", "/api/potential_duplicates/?observation=4", admin, nil).want(200, `"count":1`).rows()[0]
	a.do("POST", mark, admin, body(4, record["id"])).want(204, "")
	if log := a.do("GET", "/api/observation_logs/?observation=5&ordering=-id", admin, nil).rows()[0]; log["comment"] != "Duplicate of rule X from scanner X" {
		t.Errorf("%v", log)
	}
}

// Edits and deletions keep the duplicates right; strangers and upload tokens see none.
func TestPotentialDuplicateList(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Shop")
	first := a.manual(admin, product, map[string]any{"origin_component_name_version": "a:1", "origin_kubernetes_cluster": "one"})
	second := a.manual(admin, product, map[string]any{"origin_component_name_version": "b:2", "parser_severity": "Low", "origin_kubernetes_cluster": "two"})
	third := a.manual(admin, product, map[string]any{"origin_component_name_version": "c:3", "parser_severity": "Critical"})
	others := func(query string) string {
		t.Helper()
		var ids []string
		for _, row := range a.do("GET", "/api/potential_duplicates/?observation="+first+query, admin, nil).want(200, "").rows() {
			ids = append(ids, text(row["potential_duplicate_observation"].(map[string]any)["id"]))
		}
		return strings.Join(ids, " ")
	}
	for query, want := range map[string]string{
		"": second + " " + third,
		"&ordering=potential_duplicate_observation.current_severity":                                     third + " " + second,
		"&ordering=-potential_duplicate_observation.current_severity":                                    second + " " + third,
		"&ordering=-potential_duplicate_observation.origin_component_name_version":                       third + " " + second,
		"&ordering=-potential_duplicate_observation__origin_kubernetes_qualified_resource":               second + " " + third,
		"&ordering=potential_duplicate_observation.origin_kubernetes_qualified_resource":                 third + " " + second,
		"&ordering=potential_duplicate_observation.scanner_name&search=x":                                second + " " + third,
		"&ordering=potential_duplicate_observation.current_status,potential_duplicate_observation.title": second + " " + third,
	} {
		if got := others(query); got != want {
			t.Errorf("%s: %s, want %s", query, got, want)
		}
	}
	a.do("GET", "/api/potential_duplicates/?ordering=id", admin, nil).want(400, "")
	a.do("GET", "/api/potential_duplicates/?status=Closed", admin, nil).want(400, "Status: Select a valid choice.")
	a.do("GET", "/api/potential_duplicates/?observation=4711", admin, nil).want(400, "Observation: Select a valid choice.")
	a.do("GET", "/api/potential_duplicates/?page_size=2&page=2", admin, nil).want(200, `"count":6`)

	if got := a.do("PATCH", "/api/observations/"+third+"/", admin, map[string]any{"title": "Something else"}).want(200, "").object(); got["has_potential_duplicates"] != false {
		t.Errorf("after the edit: %v", got["has_potential_duplicates"])
	}
	if got := others(""); got != second {
		t.Errorf("after the edit: %s", got)
	}
	a.do("DELETE", "/api/observations/"+second+"/", admin, nil).want(204, "")
	if others("") != "" || a.observed(admin, first, "has_potential_duplicates") != false {
		t.Error("after the deletion")
	}
	a.do("PATCH", "/api/observations/"+third+"/", admin, map[string]any{"title": "Weak TLS config"}).want(200, `"has_potential_duplicates":true`)

	stranger, _ := a.newUser(admin, "stranger", false)
	a.do("GET", "/api/potential_duplicates/", stranger, nil).want(200, `"count":0`)
	a.do("GET", "/api/potential_duplicates/?observation="+first, stranger, nil).want(400, "Observation: Select a valid choice.")
	a.do("GET", "/api/potential_duplicates/?observation="+first, a.newToken(admin, product, 2), nil).want(200, `"count":0`)
	a.do("GET", "/api/potential_duplicates/", "", nil).want(401, "")
}
