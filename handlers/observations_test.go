package handlers_test

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

const vector98 = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"

func TestObservations_Example01(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Shop")
	writer := a.member(admin, product, "mira", 3)
	got := a.do("POST", "/api/observations/", writer, map[string]any{"product": product, "title": "Weak TLS config", "parser_severity": "High"}).want(201, "")
	if wrong := differing(got.object(), map[string]any{"current_severity": "High", "current_status": "Open", "cvss3_score": nil, "scanner": "Manual",
		"has_potential_duplicates": false, "import_last_seen": "2026-11-23T12:00:00.123456Z"}); wrong != "" {
		t.Error(wrong)
	}
	entries := a.history(writer, got.id())
	if wrong := differing(entries[0], map[string]any{"comment": "Observation created manually", "assessment_status": "Auto approved", "severity": "High", "status": "Open",
		"priority": nil, "user_full_name": "mira"}); wrong != "" || len(entries) != 1 {
		t.Errorf("%d entries; %s", len(entries), wrong)
	}
}

func TestObservations_Example02(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Shop")
	a.do("POST", "/api/observations/", admin, map[string]any{"product": product, "title": "x"}).
		want(400, "Non field errors: Either Severity, CVSS3/4 score or CVSS3/4 vector has to be set")
	// what belongs to other products, and product groups, are refused
	group := a.do("POST", "/api/product_groups/", admin, map[string]any{"name": "Group"}).want(201, "").id()
	a.do("POST", "/api/observations/", admin, map[string]any{"product": group, "title": "x", "parser_severity": "Low"}).want(400, "Product: Product must not be a product group")
	other := a.newProduct(admin, "Till")
	branch := a.do("POST", "/api/branches/", admin, map[string]any{"product": other, "name": "main"}).want(201, "").id()
	service := a.do("POST", "/api/services/", admin, map[string]any{"product": other, "name": "api"}).want(201, "").id()
	body := map[string]any{"product": product, "title": "x", "parser_severity": "Low", "branch": branch}
	a.do("POST", "/api/observations/", admin, body).want(400, "Non field errors: Branch does not belong to the same product as the observation")
	body = map[string]any{"product": product, "title": "x", "parser_severity": "Low", "origin_service": service}
	a.do("POST", "/api/observations/", admin, body).want(400, "Non field errors: Service does not belong to the same product as the observation")
	id := a.manual(admin, product, nil)
	a.do("PATCH", "/api/observations/"+id+"/", admin, map[string]any{"branch": branch}).want(400, "Branch: Branch does not belong to the same product as the observation")
	a.do("PATCH", "/api/observations/"+id+"/", admin, map[string]any{"origin_service": service}).want(400, "Origin service: Service does not belong to the same product as the observation")
	for field, message := range map[string]string{`"title":""`: "Title: This field may not be blank.", `"title":"` + strings.Repeat("x", 256) + `"`: "Title: Ensure this field has no more than 255 characters.",
		`"cwe":0`: "Cwe: Ensure this value is greater than or equal to 1.", `"cvss3_score":10.1`: "Cvss3 score: Ensure this value is less than or equal to 10.",
		`"origin_source_line_start":1000000`: "Origin source line start: Ensure this value is less than or equal to 999999.", `"parser_status":"Closed"`: "is not a valid choice.",
		`"cvss4_vector":"CVSS:4.0/AV:N/"`: `Cvss4 vector: Malformed CVSS4 vector, trailing \"/\"`} {
		a.do("POST", "/api/observations/", admin, `{"product":`+product+`,"title":"x","parser_severity":"Low",`+field+`}`).want(400, message)
	}
}

func TestObservations_Example03(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Shop")
	body := func(fields map[string]any) map[string]any {
		fields["product"], fields["title"] = product, "x"
		return fields
	}
	got := a.do("POST", "/api/observations/", admin, body(map[string]any{"cvss3_vector": "CVSS:3.1/AC:L/AV:N/PR:N/UI:N/S:U/C:H/I:H/A:H/E:X"})).want(201, "").object()
	if wrong := differing(got, map[string]any{"cvss3_score": "9.8", "current_severity": "Critical", "cvss3_vector": vector98}); wrong != "" {
		t.Error(wrong)
	}
	a.do("POST", "/api/observations/", admin, body(map[string]any{"cvss3_vector": vector98, "cvss3_score": 9.1})).
		want(400, "Non field errors: Score from CVSS3 vector (9.8) is different than CVSS3 score (9.1)")
	a.do("POST", "/api/observations/", admin, body(map[string]any{"cvss3_vector": vector98, "parser_severity": "Low"})).
		want(400, "Non field errors: Severity (Low) is different than severity from CVSS score (Critical)")
	a.do("POST", "/api/observations/", admin, body(map[string]any{"cvss3_vector": vector98, "parser_severity": "Unknown"})).
		want(400, "Non field errors: Severity (Unknown) is different than severity from CVSS score (Critical)")
}

// What normalisation makes of origins: the examples 4 to 6 of core-observations.md.
func TestObservations_Example04(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Shop")
	id := a.manual(admin, product, map[string]any{"origin_component_name_version": "org.acme:tls:2.0.1"})
	o := a.do("GET", "/api/observations/"+id+"/", admin, nil).object()
	if wrong := differing(o, map[string]any{"origin_component_name": "org.acme:tls", "origin_component_version": "2.0.1"}); wrong != "" {
		t.Error(wrong)
	}
	id = a.manual(admin, product, map[string]any{"origin_component_name": "openssl", "origin_component_version": "1:3.0.2"})
	want := map[string]any{"origin_component_name": "openssl", "origin_component_version": "1:3.0.2", "origin_component_name_version": "openssl:1:3.0.2"}
	if wrong := differing(a.do("GET", "/api/observations/"+id+"/", admin, nil).object(), want); wrong != "" {
		t.Error(wrong)
	}
	if wrong := differing(a.do("PATCH", "/api/observations/"+id+"/", admin, map[string]any{"description": "new"}).want(200, "").object(), want); wrong != "" {
		t.Error(wrong)
	}
	// a changed part is joined again, a changed whole split again
	o = a.do("PATCH", "/api/observations/"+id+"/", admin, map[string]any{"origin_component_version": "1:3.0.3"}).want(200, "").object()
	if o["origin_component_name_version"] != "openssl:1:3.0.3" {
		t.Errorf("%v", o["origin_component_name_version"])
	}
	o = a.do("PATCH", "/api/observations/"+id+"/", admin, map[string]any{"origin_component_name_version": "zlib:1.3"}).want(200, "").object()
	if wrong := differing(o, map[string]any{"origin_component_name": "zlib", "origin_component_version": "1.3"}); wrong != "" {
		t.Error(wrong)
	}
}

func TestObservations_Example05(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Shop")
	id := a.manual(admin, product, map[string]any{"origin_docker_image_name_tag": "registry.example.com/shop/api:7"})
	o := a.do("GET", "/api/observations/"+id+"/", admin, nil).object()
	if wrong := differing(o, map[string]any{"origin_docker_image_name": "registry.example.com/shop/api", "origin_docker_image_tag": "7", "origin_docker_image_name_tag_short": "api:7"}); wrong != "" {
		t.Error(wrong)
	}
}

func TestObservations_Example06(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Shop")
	id := a.manual(admin, product, map[string]any{"origin_endpoint_url": "HTTPS://u:p@Shop.Example.com:8443/a/b;v=1/c;p=2?q=1&x=2#top"})
	o := a.do("GET", "/api/observations/"+id+"/", admin, nil).object()
	if wrong := differing(o, map[string]any{"origin_endpoint_scheme": "https", "origin_endpoint_hostname": "shop.example.com", "origin_endpoint_port": 8443,
		"origin_endpoint_path": "/a/b;v=1/c", "origin_endpoint_params": "p=2", "origin_endpoint_query": "q=1&x=2", "origin_endpoint_fragment": "top"}); wrong != "" {
		t.Error(wrong)
	}
}

func TestObservations_Example07(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Shop")
	for _, test := range []struct {
		component, recommendation string
		available, score          any
	}{
		{"left-pad:1.3.0", "Upgrade left-pad to version 1.5.2", true, 20.0},
		{"left-pad:1.3.0", "Upgrade right-pad to version 9.0.0. Upgrade left-pad to version 2.0.0", true, 100.0},
		{"left-pad", "Upgrade left-pad to version 1.5.2", true, nil},
		{"left-pad:1.3.0", "", false, nil},
		{"", "Upgrade left-pad to version 1.5.2", nil, nil},
		{"libstdc++:2.0.0", "Upgrade libstdc++ to version 1.9", true, 0.0},
	} {
		id := a.manual(admin, product, map[string]any{"origin_component_name_version": test.component, "recommendation": test.recommendation})
		o := a.do("GET", "/api/observations/"+id+"/", admin, nil).object()
		if o["fix_available"] != test.available || o["update_impact_score"] != test.score {
			t.Errorf("%v: %v %v", test, o["fix_available"], o["update_impact_score"])
		}
	}
	a.do("GET", "/api/observations/?fix_available=false", admin, nil).want(200, `"count":1`)
	a.do("GET", "/api/observations/?update_impact_score=20", admin, nil).want(200, `"count":1`)
}

func TestObservations_Example08(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	id := a.manual(admin, a.newProduct(admin, "Shop"), map[string]any{"parser_status": "Resolved"})
	a.do("PATCH", "/api/observations/"+id+"/assessment/", admin, map[string]any{"status": "False positive", "comment": "x"}).want(200, "")
	if wrong := differing(a.do("GET", "/api/observations/"+id+"/", admin, nil).object(), map[string]any{"current_status": "Resolved", "assessment_status": "False positive"}); wrong != "" {
		t.Error(wrong)
	}
}

func TestObservations_Example09(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Shop")
	id := a.do("POST", "/api/observations/", admin, map[string]any{"product": product, "title": "x", "cvss4_score": 4.0, "cvss3_score": 9.8}).want(201, `"current_severity":"Medium"`).id()
	// a PUT counts what it says: without severity and score it is refused, with a severity the stored scores go
	path := "/api/observations/" + id + "/"
	a.do("PUT", path, admin, map[string]any{"title": "x"}).want(400, "Either Severity, CVSS3/4 score or CVSS3/4 vector has to be set")
	a.do("PATCH", path, admin, map[string]any{"title": "y"}).want(200, `"cvss3_score":"9.8"`)
	got := a.do("PUT", path, admin, map[string]any{"title": "x", "parser_severity": "Low"}).want(200, "").object()
	if wrong := differing(got, map[string]any{"cvss3_score": nil, "cvss4_score": nil, "current_severity": "Low"}); wrong != "" {
		t.Error(wrong)
	}
	a.do("PATCH", path, admin, map[string]any{"cvss3_score": 9.8}).want(400, "Severity (Low) is different than severity from CVSS score (Critical)")
	if wrong := differing(a.history(admin, id)[0], map[string]any{"comment": "Observation changed manually", "severity": "Low", "status": ""}); wrong != "" {
		t.Error(wrong)
	}
	entries := len(a.history(admin, id))
	a.do("PATCH", path, admin, map[string]any{"description": "new", "risk_acceptance_expiry_date": "2031-01-31"}).want(200, `"risk_acceptance_expiry_date":null`)
	if got := len(a.history(admin, id)); got != entries {
		t.Errorf("%d entries after a change of the description, want %d", got, entries)
	}
}

func TestObservations_Example10(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Shop")
	a.upload(admin, "scan.sarif", sarif(finding("R1", "error", 1)), map[string]string{"product": product}).want(200, "")
	a.do("PATCH", "/api/observations/1/", admin, map[string]any{"title": "x"}).want(400, "Non field errors: Only manual observations can be updated")
	a.do("PUT", "/api/observations/1/", admin, map[string]any{"title": "x"}).want(400, "Non field errors: Only manual observations can be updated")
}

func TestObservations_Example18(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Shop")
	for i, severity := range []string{"Low", "Critical", "Unknown", "High", "None", "Medium"} {
		a.manual(admin, product, map[string]any{"title": fmt.Sprint(i), "parser_severity": severity, "parser_status": []string{"Open", "In review"}[i%2]})
	}
	a.manual(admin, product, map[string]any{"parser_status": "Resolved"})
	severities := func(query string) string {
		t.Helper()
		var all []string
		for _, row := range a.do("GET", "/api/observations/?"+query, admin, nil).want(200, "").rows() {
			all = append(all, row["current_severity"].(string))
		}
		return strings.Join(all, " ")
	}
	if got := severities("current_status=Open&current_status=In%20review&ordering=-current_severity"); got != "Unknown None Low Medium High Critical" {
		t.Error(got)
	}
	if got := severities("ordering=current_severity&page_size=3"); got != "Critical High High" {
		t.Error(got)
	}
	a.do("GET", "/api/observations/?current_status=Closed", admin, nil).want(400, "Current status: Select a valid choice. Closed is not one of the available choices.")
	a.do("GET", "/api/observations/count_reviews/", admin, nil).want(200, `{"count":3}`)
	a.do("GET", "/api/observation_titles/?search=5", admin, nil).want(200, `"results":[{"id":6,"title":"5"}]`)
	a.do("GET", "/api/observations/?ordering=-origin_source_file", admin, nil).want(200, `"count":7`)
}

func TestObservations_Example20(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	for _, test := range []struct {
		prefix, file string
		start, end   any
		want         any
	}{
		{"https://dev.azure.com/o/p/_git/r", "/a.c", 7, nil, "https://dev.azure.com/o/p/_git/r?path=/a.c&version=GBmain&line=7&lineStartColumn=1&lineEndColumn=1&lineEnd=8"},
		{"https://git.example.com/g/p/blob/", "a.c", 7, 9, "https://git.example.com/g/p/blob/main/a.c#L7-L9"},
		{"https://git.example.com/g/p/blob", "a b.c", 7, 7, "https://git.example.com/g/p/blob/main/a%20b.c#L7"},
		{"https://dev.azure.com/o/p/_git/r", "/a&b=c.c", nil, nil, "https://dev.azure.com/o/p/_git/r?path=/a%26b%3Dc.c&version=GBmain"},
		{"", "a.c", 7, nil, nil},
	} {
		product := a.do("POST", "/api/products/", admin, map[string]any{"name": test.prefix + test.file, "repository_prefix": test.prefix}).want(201, "").id()
		branch := a.do("POST", "/api/branches/", admin, map[string]any{"product": product, "name": "main"}).want(201, "").id()
		id := a.manual(admin, product, map[string]any{"branch": branch, "origin_source_file": test.file, "origin_source_line_start": test.start, "origin_source_line_end": test.end})
		if got := a.observed(admin, id, "origin_source_file_url"); got != test.want {
			t.Errorf("%v: %v", test, got)
		}
	}
}

func TestObservations_Example21(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Shop")
	id := a.manual(admin, product, nil)
	maintainer, owner := a.member(admin, product, "max", 4), a.member(admin, product, "olga", 5)
	a.now = a.now.Add(time.Hour)
	a.do("DELETE", "/api/observations/"+id+"/", maintainer, nil).want(403, "You do not have permission to perform this action.")
	a.do("DELETE", "/api/observations/"+id+"/", owner, nil).want(204, "")
	if changed := a.do("GET", "/api/products/"+product+"/", owner, nil).object()["last_observation_change"]; changed != "2026-11-23T13:00:00.123456Z" {
		t.Errorf("last change %v", changed)
	}
	a.do("GET", "/api/observations/"+id+"/", owner, nil).want(404, "No Observation matches the given query.")
	a.do("GET", "/api/observation_logs/", owner, nil).want(200, `"count":0`)
}

// Evidences can be listed without their texts.
func TestEvidenceTexts(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	a.upload(admin, "scan.sarif", sarif(finding("R1", "error", 1)), map[string]string{"product": a.newProduct(admin, "Shop")}).want(200, "")
	if row := a.do("GET", "/api/evidences/?observation=1", admin, nil).want(200, `"count":2`).rows()[1]; !strings.Contains(row["evidence"].(string), "startLine") {
		t.Errorf("%v", row)
	}
	if row := a.do("GET", "/api/evidences/?omit_text=true&ordering=-name", admin, nil).want(200, `"count":2`).rows()[0]; row["evidence"] != "" || row["name"] == "" {
		t.Errorf("%v", row)
	}
}
