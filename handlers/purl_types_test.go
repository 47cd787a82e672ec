package handlers_test

import (
	"fmt"
	"strings"
	"testing"
)

// vulnerable is a report with a vulnerable component of each package URL, "" for one without.
func vulnerable(purls ...string) string {
	var vulnerabilities, components []string
	for i, purl := range purls {
		components = append(components, fmt.Sprintf(`{"bom-ref":"%d","type":"library","name":"lib%[1]d","version":"1","purl":%q}`, i, purl))
		vulnerabilities = append(vulnerabilities, fmt.Sprintf(`{"id":"CVE-2026-%d","ratings":[{"severity":"high"}],"affects":[{"ref":"%[1]d"}]}`, i))
	}
	return cyclonedx(`"vulnerabilities":[`+strings.Join(vulnerabilities, ",")+`],`, components...)
}

func TestPURLTypes(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Till")
	list := "/api/purl_types/?product=" + product
	a.upload(admin, "bom.json", vulnerable("pkg:npm/a@1", "pkg:cargo/b@1", "pkg:npm/c@1", "pkg:unheard/d@1", "pkg:alpm/e@1", ""), map[string]string{"product": product}).numbers(6, 0, 0)
	a.upload(admin, "bom.json", vulnerable("pkg:gem/f@1"), map[string]string{"product": a.newProduct(admin, "Other")}).numbers(1, 0, 0)
	a.uploadSBOM(admin, "bom.json", cyclonedx("", library("zlib", "1.2", "")), map[string]string{"product": product}).want(200, "")
	observed := `{"count":4,"results":[{"id":"unheard","name":""},{"id":"npm","name":"NPM"},{"id":"cargo","name":"Rust"},{"id":"alpm","name":"alpm"}]}`
	licensed := `{"count":1,"results":[{"id":"npm","name":"NPM"}]}`
	for query, want := range map[string]string{
		"&for_observations=1": observed, "&for_observations=false&page_size=1&page=7": observed, "&for_observations=1&for_license_components=1": observed,
		"&for_license_components=x": licensed, "&for_observations=&for_license_components=1": licensed,
		"": `{"count":0,"results":[]}`, "&for_observations=": `{"count":0,"results":[]}`,
	} {
		if got := a.do("GET", list+query, admin, nil); got.status != 200 || got.body != want {
			t.Errorf("%s: %d %s", query, got.status, got.body)
		}
	}
	for _, path := range []string{"/api/purl_types/", "/api/purl_types/?product=4711", "/api/purl_types/?product=abc", "/api/purl_types/?product=", "/api/purl_types/nothing/", "/api/purl_types/NPM/"} {
		if got := a.do("GET", path, admin, nil); got.status != 404 || got.body != "" {
			t.Errorf("%s: %d %q", path, got.status, got.body)
		}
	}
	a.do("GET", "/api/purl_types/npm/", admin, nil).want(200, `{"id":"npm","name":"NPM"}`)
}
