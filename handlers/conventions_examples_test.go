package handlers_test

import (
	"encoding/json"
	"net/http/httptest"
	"strings"
	"testing"

	"secobserve/handlers"
)

func TestConventions_Example01(t *testing.T) {
	a := newAPI(t)
	for path, location := range map[string]string{"/api/products": "/api/products/", "/api/products?page=2": "/api/products/?page=2"} {
		if got := a.do("GET", path, "", nil).want(301, ""); got.header.Get("Location") != location || got.body != "" {
			t.Errorf("%s: location %q, body %q", path, got.header.Get("Location"), got.body)
		}
	}
}

func TestConventions_Example02And03(t *testing.T) {
	a := newAPI(t)
	got := a.do("GET", "/api/products/", "", nil).want(401, `{"message":"Authentication credentials were not provided."}`)
	if got.header.Get("WWW-Authenticate") != "APIToken" {
		t.Errorf("WWW-Authenticate %q", got.header.Get("WWW-Authenticate"))
	}
	a.do("GET", "/api/nothing/", "", nil).want(404, `{"message":"Not found."}`)
	a.do("GET", "/api/nothing/", a.admin(), nil).want(404, `{"message":"Not found."}`)
}

func TestConventions_Example04And05(t *testing.T) {
	a := newAPI(t)
	a.do("POST", "/api/authentication/authenticate/", "", map[string]string{"username": "admin", "password": "wrong"}).want(403, `{"message":"Invalid credentials"}`)
	a.do("POST", "/api/authentication/authenticate/", "", `{}`).want(403, `{"message":"Invalid credentials"}`)
	admin := a.admin()
	token := strings.TrimPrefix(admin, "JWT ")
	a.do("GET", "/api/users/me/", "jwt   "+token, nil).want(200, "admin")
	a.do("GET", "/api/users/me/", token, nil).want(401, `{"message":"Invalid token header: No credentials provided."}`)
}

func TestConventions_Example06And07(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	own := func(name, expiration string) string {
		t.Helper()
		body := map[string]any{"username": "admin", "password": adminPassword, "name": name, "expiration_date": expiration}
		token, _ := a.do("POST", "/api/authentication/create_api_token/", "", body).want(201, "").object()["token"].(string)
		return "APIToken " + token
	}
	a.do("PATCH", "/api/settings/1/", admin, map[string]any{"feature_multiple_api_tokens": true}).want(200, "")
	token := own("expires", a.now.Format("2006-01-02"))
	a.do("POST", "/api/jwt_secret/reset/", admin, nil)
	a.do("GET", "/api/users/me/", admin, nil).want(401, `{"message":"Signature verification failed"}`)
	a.do("GET", "/api/users/me/", token, nil).want(200, `"username":"admin"`) // on the day of its expiration
	a.now = a.now.AddDate(0, 0, 1)
	a.do("GET", "/api/users/me/", token, nil).want(401, `{"message":"API token has expired."}`)
}

func TestConventions_Example08And09(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	for i := range 30 {
		a.newProduct(admin, "Product "+string(rune('A'+i)))
	}
	page := a.do("GET", "/api/products/?page_size=10&page=2&ordering=-name", admin, nil).want(200, "")
	o := page.object()
	if next, _ := o["next"].(string); o["count"] != 30.0 || len(page.rows()) != 10 || !strings.Contains(next, "page=3") {
		t.Errorf("count %v, %d rows, next %v", o["count"], len(page.rows()), o["next"])
	}
	if previous, _ := o["previous"].(string); strings.Contains(previous, "page=") {
		t.Errorf("previous %q names a page", previous)
	}
	a.do("GET", "/api/products/?page_size=10&page=4", admin, nil).want(404, `{"message":"Invalid page."}`)
	if last := a.do("GET", "/api/products/?page_size=10&page=last&ordering=name", admin, nil).want(200, "").rows(); len(last) != 10 || last[9]["name"] == "Product A" {
		t.Errorf("%d rows on the last page", len(last))
	}
	if rows := a.do("GET", "/api/products/?page_size=0", admin, nil).want(200, "").rows(); len(rows) != 25 {
		t.Errorf("%d rows", len(rows))
	}
}

func TestConventions_Example10To13(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "own")
	for i, severity := range []string{"High", "Low", "Medium"} {
		a.do("POST", "/api/observations/", admin, map[string]any{"product": product, "title": "T" + string(rune('0'+i)), "parser_severity": severity}).want(201, "")
	}
	tests := []struct {
		query  string
		status int
		text   string
	}{
		{"ordering=nope", 400, ""}, {"ordering=", 200, `"count":3`}, {"ordering=title", 200, `"count":3`},
		{"current_severity=High&current_severity=Low", 200, `"count":2`}, {"current_severity=High,Low", 400, "Select a valid choice."}, {"current_severity=", 400, ""},
		{"has_potential_duplicates=true", 200, `"count":0`}, {"has_potential_duplicates=maybe", 200, `"count":3`},
		{"product=4711", 400, "Select a valid choice."}, {"unknown_parameter=1", 200, `"count":3`},
	}
	for _, test := range tests {
		t.Run(test.query, func(*testing.T) {
			a.do("GET", "/api/observations/?"+test.query, admin, nil).want(test.status, test.text)
		})
	}
	if got := a.do("GET", "/api/observations/?ordering=title,", admin, nil); got.status != 200 && got.status != 400 {
		t.Errorf("a trailing comma gives %d", got.status)
	}
}

func TestConventions_Example14To18(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.do("POST", "/api/products/", admin, map[string]any{"name": "own", "description": "kept"}).want(201, "").id()
	a.do("POST", "/api/products/", admin, `{}`).want(400, `{"message":"Name: This field is required."}`)
	a.do("POST", "/api/products/", admin, `{"name":"  "}`).want(400, `{"message":"Name: This field may not be blank."}`)
	a.do("POST", "/api/products/", admin, `{"name":"own"}`).want(400, `{"message":"Name: product with this name already exists."}`)
	got := a.do("POST", "/api/products/", admin, `{"name":"x","security_gate_active":"maybe","issue_tracker_type":"Foo","product_group":9999}`).want(400, "")
	want := "Security gate active: Must be a valid boolean.\nIssue tracker type: \"Foo\" is not a valid choice.\nProduct group: Invalid pk \"9999\" - object does not exist."
	if got.message() != want {
		t.Errorf("message %q", got.message())
	}
	trimmed := a.do("POST", "/api/products/", admin, `{"name":" Trim ","id":777,"foo":1}`).want(201, "").object()
	if trimmed["name"] != "Trim" || trimmed["id"] == 777.0 {
		t.Errorf("created %v %v", trimmed["id"], trimmed["name"])
	}
	branch := map[string]any{"product": product, "name": "main"}
	a.do("POST", "/api/branches/", admin, branch).want(201, "")
	a.do("POST", "/api/branches/", admin, branch).want(400, `{"message":"Non field errors: The fields product, name must make a unique set."}`)
	path := "/api/products/" + product + "/"
	a.do("PUT", path, admin, `{"description":"x"}`).want(400, "Name: This field is required.")
	a.do("PUT", path, admin, `{"name":"renamed"}`).want(200, `"description":"kept"`)
}

func TestConventions_Example19(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "own")
	a.manual(admin, product, nil)
	a.do("DELETE", "/api/products/"+product+"/", admin, nil).want(409, "Cannot delete Product because it still has Observations.")
}

func TestConventions_Example20And21(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	send := func(method, path, kind, accept, body string) answer {
		r := httptest.NewRequest(method, path, strings.NewReader(body))
		if kind != "" {
			r.Header.Set("Content-Type", kind)
		}
		if accept != "" {
			r.Header.Set("Accept", accept)
		}
		return a.send(r, admin)
	}
	const form = "application/x-www-form-urlencoded"
	if got := send("POST", "/api/products/", form, "", "name=x").want(415, "").message(); got != `Unsupported media type "`+form+`" in request.` {
		t.Errorf("message %q", got)
	}
	if got := send("POST", "/api/import/file_upload_observations_by_id/", "application/json", "", `{}`).want(415, "").message(); got != `Unsupported media type "application/json" in request.` {
		t.Errorf("message %q", got)
	}
	send("GET", "/api/status/version/", "", "text/html", "").want(406, "")
	send("GET", "/api/status/version/", "", "*/*", "").want(200, "version")
}

func TestConventions_Example22And23(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	stranger, _ := a.newUser(admin, "stranger", false)
	product := a.newProduct(admin, "own")
	reader := a.member(admin, product, "reader", 1)
	a.do("GET", "/api/products/"+product+"/", stranger, nil).want(404, `{"message":"No Product matches the given query."}`)
	a.do("PATCH", "/api/products/"+product+"/", reader, map[string]any{"description": "x"}).want(403, `{"message":"You do not have permission to perform this action."}`)
	id := a.manual(admin, product, map[string]any{"parser_severity": "Critical", "cvss3_vector": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"})
	a.do("GET", "/api/observations/"+id+"/", reader, nil).want(200, `"cvss3_score":"9.8"`)
}

func TestConventions_Example24(t *testing.T) {
	a := newAPI(t)
	preflight := func(origin string) answer {
		r := httptest.NewRequest("OPTIONS", "/api/products/", nil)
		r.Header.Set("Origin", origin)
		r.Header.Set("Access-Control-Request-Method", "PATCH")
		return a.send(r, "").want(200, "")
	}
	known := preflight("https://ui.example.com")
	for name, want := range map[string]string{"Access-Control-Allow-Origin": "https://ui.example.com", "Access-Control-Max-Age": "86400",
		"Access-Control-Allow-Methods": "DELETE, GET, OPTIONS, PATCH, POST, PUT", "Access-Control-Allow-Credentials": ""} {
		if got := known.header.Get(name); got != want {
			t.Errorf("%s: %q", name, got)
		}
	}
	foreign := preflight("https://evil.example")
	for name := range foreign.header {
		if strings.HasPrefix(name, "Access-Control-") {
			t.Errorf("another origin gets %s", name)
		}
	}
}

func TestConventions_Example25(t *testing.T) {
	a := newAPIWith(t, func(_ *api, c *handlers.Config) { c.AnonymousPerSecond = 10 })
	answers := make(chan *httptest.ResponseRecorder, 40)
	for range 40 {
		go func() {
			w := httptest.NewRecorder()
			a.handler.ServeHTTP(w, httptest.NewRequest("GET", "/api/status/settings/", nil))
			answers <- w
		}()
	}
	counts := map[int]int{}
	for range 40 {
		w := <-answers
		counts[w.Code]++
		if w.Code != 429 {
			continue
		}
		var body struct{ Message string }
		if err := json.Unmarshal(w.Body.Bytes(), &body); err != nil || w.Header().Get("Retry-After") != "1" ||
			body.Message != "Request was throttled. Expected available in 1 second." {
			t.Errorf("%v, Retry-After %q, %q", err, w.Header().Get("Retry-After"), body.Message)
		}
	}
	if counts[200] != 10 || counts[429] != 30 {
		t.Errorf("answers %v", counts)
	}
}
