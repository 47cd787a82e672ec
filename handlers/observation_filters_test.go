package handlers_test

import (
	"strings"
	"testing"
	"time"
)

// TestObservationsOfComponent holds that a component shows its own observations: not those of another branch, service or package URL with the
// same name and version.
func TestObservationsOfComponent(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	shop := a.newProduct(admin, "shop")
	branch := a.do("POST", "/api/branches/", admin, map[string]any{"product": shop, "name": "release-1"}).want(201, "").id()
	service := a.do("POST", "/api/services/", admin, map[string]any{"product": shop, "name": "gateway"}).want(201, "").id()
	openssl := func(title string, more map[string]any) string {
		body := map[string]any{"title": title, "origin_component_name": "openssl", "origin_component_version": "1.0"}
		for name, value := range more {
			body[name] = value
		}
		return a.manual(admin, shop, body)
	}
	nowhere := openssl("nowhere", nil)
	openssl("in a branch", map[string]any{"branch": branch})
	openssl("in a service", map[string]any{"origin_service": service})
	a.manual(admin, a.newProduct(admin, "till"), map[string]any{"title": "elsewhere", "origin_component_name": "openssl", "origin_component_version": "1.0"})
	a.upload(admin, "scan.json", `{"format":"SecObserve","observations":[{"title":"packaged","parser_severity":"High","scanner":"s","origin_component_name":"openssl",
		"origin_component_version":"1.0","origin_component_purl":"pkg:deb/debian/openssl@1.0"}]}`, map[string]string{"product": shop}).want(200, "")

	for title, more := range map[string]string{"of a CPE": `"origin_component_cpe":"cpe:2.3:a:openssl:openssl:1.0:*:*:*:*:*:*:*"`,
		"of a BOM": `"origin_component_cyclonedx_bom_link":"urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#openssl"`} {
		a.upload(admin, title+".json", `{"format":"SecObserve","observations":[{"title":"`+title+`","parser_severity":"High","scanner":"s",
			"origin_component_name":"openssl","origin_component_version":"1.0",`+more+`}]}`, map[string]string{"product": shop}).want(200, "")
	}

	rows := a.do("GET", "/api/components/?product="+shop, admin, nil).want(200, `"count":6,`).rows()
	seen := map[string]bool{}
	for _, row := range rows {
		for _, list := range []string{"observations", "observation_titles"} {
			found := a.do("GET", "/api/"+list+"/?component="+text(row["id"]), admin, nil).want(200, `"count":1,`).rows()
			seen[text(found[0]["title"])] = true
		}
		if row["branch_name"] == "" && row["origin_service_name"] == "" && row["component_purl"] == "" && row["component_cpe"] == "" && row["component_cyclonedx_bom_link"] == "" {
			a.do("GET", "/api/observation_titles/?component="+text(row["id"]), admin, nil).want(200, `"id":`+nowhere+`,`)
		}
	}
	if len(seen) != 6 {
		t.Errorf("the six components show %d different observations", len(seen))
	}

	stranger, _ := a.newUser(admin, "stranger", false)
	for _, id := range []string{text(rows[0]["id"]), strings.Repeat("0", 32), "x"} {
		a.do("GET", "/api/observations/?component="+id, stranger, nil).want(400, "Select a valid choice")
	}
}

// TestObservationsWithPermission holds that rows tell what the caller may do, and that the filter leaves those where he may.
func TestObservationsWithPermission(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	shop, till := a.newProduct(admin, "shop"), a.newProduct(admin, "till")
	anna := a.member(admin, shop, "anna", 3)
	annaID := text(a.do("GET", "/api/users/me/", anna, nil).object()["id"])
	a.do("POST", "/api/product_members/", admin, map[string]any{"product": till, "user": annaID, "role": 1}).want(201, "")
	a.manual(admin, shop, map[string]any{"title": "Weak hash"})
	a.manual(admin, till, map[string]any{"title": "Open port"})

	const assess = 2005
	for _, row := range a.do("GET", "/api/observations/", anna, nil).want(200, `"count":2,`).rows() {
		may := false
		for _, permission := range row["product_data"].(map[string]any)["permissions"].([]any) {
			may = may || text(permission) == "2005"
		}
		if may != (row["title"] == "Weak hash") {
			t.Errorf("%s: permission %d is %v", row["title"], assess, may)
		}
	}
	for _, list := range []string{"observations", "observation_titles"} {
		a.do("GET", "/api/"+list+"/?permission=2005", anna, nil).want(200, `"count":1,`).want(200, "Weak hash")
		a.do("GET", "/api/"+list+"/?permission=2001", anna, nil).want(200, `"count":2,`)
		a.do("GET", "/api/"+list+"/?permission=2005", admin, nil).want(200, `"count":2,`)
		a.do("GET", "/api/"+list+"/?permission=4711", admin, nil).want(400, "Select a valid choice")
		a.do("GET", "/api/"+list+"/?permission=x", admin, nil).want(400, "Enter a number")
	}
}

// TestObservationsByVulnerability holds that the search finds an observation by the ids of its vulnerability, also where the title has none.
func TestObservationsByVulnerability(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	shop := a.newProduct(admin, "shop")
	a.manual(admin, shop, map[string]any{"title": "Heap overflow", "vulnerability_id": "GHSA-aaaa-bbbb-cccc"})
	a.manual(admin, shop, map[string]any{"title": "Open port"})
	a.upload(admin, "scan.json", `{"format":"SecObserve","observations":[{"title":"Aliased","parser_severity":"High","scanner":"s","vulnerability_id":"GHSA-dddd-eeee-ffff",
		"vulnerability_id_aliases":"CVE-2031-4711"}]}`, map[string]string{"product": shop}).want(200, "")
	a.do("GET", "/api/observations/?search=cve-2031-47", admin, nil).want(200, `"count":1,`).want(200, "Aliased")
	a.do("GET", "/api/observations/?search=ghsa-aaaa", admin, nil).want(200, `"count":1,`).want(200, "Heap overflow")
	a.do("GET", "/api/observations/?search=heap", admin, nil).want(200, `"count":1,`)
	a.do("GET", "/api/observations/?title=ghsa-aaaa", admin, nil).want(200, `"count":0,`)
}

// TestComparedBranches holds that the filter leaves what a branch has and another one has not, also when the other one has it resolved.
func TestComparedBranches(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	shop := a.newProduct(admin, "shop")
	branch := func(name string) string {
		return a.do("POST", "/api/branches/", admin, map[string]any{"product": shop, "name": name}).want(201, "").id()
	}
	old, next := branch("release-1"), branch("release-2")
	both := a.manual(admin, shop, map[string]any{"title": "in both", "branch": old})
	other := a.manual(admin, shop, map[string]any{"title": "in both", "branch": next})
	a.manual(admin, shop, map[string]any{"title": "fixed since", "branch": old})
	a.manual(admin, shop, map[string]any{"title": "came since", "branch": next})
	a.manual(admin, a.newProduct(admin, "till"), map[string]any{"title": "of another product"})

	for _, list := range []string{"observations", "observation_titles"} {
		a.do("GET", "/api/"+list+"/?branch="+old+"&not_active_in_branch="+next, admin, nil).want(200, `"count":1,`).want(200, "fixed since")
		a.do("GET", "/api/"+list+"/?branch="+next+"&not_active_in_branch="+old, admin, nil).want(200, `"count":1,`).want(200, "came since")
		a.do("GET", "/api/"+list+"/?not_active_in_branch="+old, admin, nil).want(200, `"count":1,`) // those of the branch's product only
	}
	a.do("PATCH", "/api/observations/"+other+"/assessment/", admin, map[string]any{"status": "Not affected", "severity": "High", "comment": "patched"}).want(200, "")
	a.do("GET", "/api/observations/?branch="+old+"&not_active_in_branch="+next+"&title=in%20both", admin, nil).want(200, `"id":`+both+`,`)

	stranger, _ := a.newUser(admin, "stranger", false)
	a.do("GET", "/api/observations/?not_active_in_branch="+old, stranger, nil).want(400, "Select a valid choice")
	for _, id := range []string{"4711", "x"} {
		a.do("GET", "/api/observations/?not_active_in_branch="+id, admin, nil).want(400, "")
	}
}

// TestObservationsOfImport holds that the numbers that an import tells can be looked at: what was new, resolved and reopened, also when other imports
// came since.
func TestObservationsOfImport(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	shop := a.newProduct(admin, "shop")
	upload := func(rules ...string) {
		var findings []string
		for _, rule := range rules {
			findings = append(findings, finding(rule, "error", 1))
		}
		a.now = a.now.Add(time.Minute)
		a.upload(admin, "scan.sarif", sarif(findings...), map[string]string{"product": shop}).want(200, "")
	}
	upload("R1", "R2")
	upload("R1", "R3")
	upload("R2", "R3")
	runs := a.do("GET", "/api/import_runs/?ordering=started", admin, nil).want(200, `"count":3,`).rows()
	// Another check that is imported at the same moment.
	a.upload(admin, "other.sarif", sarif(finding("R4", "error", 9)), map[string]string{"product": shop}).want(200, "")

	counted := map[string]string{"observations_new": "New", "observations_resolved": "Resolved", "observations_reopened": "Reopened"}
	for i, run := range runs {
		path := "/api/observations/?import_run=" + text(run["id"])
		a.do("GET", path, admin, nil).want(200, `"count":3,`)
		for property, result := range counted {
			a.do("GET", path+"&import_result="+result, admin, nil).want(200, `"count":`+text(run[property])+`,`)
		}
		if i == 2 {
			last := "/api/observation_titles/?vulnerability_check=" + text(run["vulnerability_check"])
			a.do("GET", last, admin, nil).want(200, `"count":3,`)
			for property, result := range counted {
				a.do("GET", last+"&import_result="+result, admin, nil).want(200, `"count":`+text(run[property])+`,`)
			}
			a.do("GET", last+"&import_result=Reopened", admin, nil).want(200, `"count":1,`).want(200, `"id":2,`)
			a.do("GET", last+"&import_result=Resolved", admin, nil).want(200, `"count":1,`).want(200, `"id":1,`)
		}
	}
	a.do("GET", "/api/observations/?import_run="+text(runs[0]["id"])+"&import_result=Nothing", admin, nil).want(400, "Select a valid choice")
	a.do("GET", "/api/observations/?import_result=New", admin, nil).want(400, "It needs an import_run")
	stranger, _ := a.newUser(admin, "stranger", false)
	for _, query := range []string{"import_run=" + text(runs[0]["id"]), "import_run=4711", "vulnerability_check=" + text(runs[0]["vulnerability_check"])} {
		a.do("GET", "/api/observations/?"+query, stranger, nil).want(400, "Select a valid choice")
	}
}
