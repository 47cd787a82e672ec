package handlers_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"secobserve/handlers"
	"secobserve/web"
)

// serveUI lets the server have its real UI.
func serveUI(_ *api, c *handlers.Config) { c.UI = web.Handler(uiConfiguration) }

// TestAnswers_Headers looks at the headers of an answer of each reading route, of refusals and of the UI: no frame may hold them, no browser guesses
// their type, none sets a cookie (so that there is nothing for cross-site requests to ride on), nothing that users wrote stands in a header, and
// reading writes nothing.
func TestAnswers_Headers(t *testing.T) {
	rows, recipes := accessTable(t)
	w := newWorld(t, recipes)
	answers := map[string]answer{}
	for _, row := range rows {
		if row.method == http.MethodGet {
			o := w.object(row.object, w.own)
			path := w.fill(row.path, w.own, o)
			reads := func() bool {
				state := w.state()
				answers[row.String()] = w.ask(row, path, "", w.person("a superuser"))
				return w.state() == state
			}
			// What is written behind requests, such as when tokens were used, may fall between once; what a reader writes, it writes each time.
			for asked := 1; !reads(); asked++ {
				if asked == 3 {
					t.Errorf("%s has written something", row)
					break
				}
			}
		}
	}
	ui := newAPIWith(t, serveUI)
	for _, path := range []string{"/", "/index.html", "/robots.txt", "/runtime-env.js", "/favicon.ico", "/api", "/api/nothing/", "/api/products/", "/api/oa3/swagger-ui",
		"/metrics", "/.git/config", "/../secobserve.db", "/%2e%2e/secobserve.db", "/api/products", "/x%0d%0aSet-Cookie:%20a=b", "/api/products%0d%0aSet-Cookie:%20a=b"} {
		for _, method := range []string{"GET", "HEAD", "POST", "OPTIONS", "TRACE"} {
			answers[method+" "+path] = ui.do(method, path, "", nil)
		}
	}
	answers["a login"] = ui.do("POST", "/api/authentication/authenticate/", "", map[string]string{"username": "admin", "password": adminPassword})
	answers["a wrong login"] = ui.do("POST", "/api/authentication/authenticate/", "", map[string]string{"username": "admin", "password": "x"})
	for what, got := range answers {
		checkHeaders(t, what, got, w.own.marker)
	}
}

func checkHeaders(t *testing.T, what string, got answer, marker string) {
	t.Helper()
	if got.header.Get("X-Frame-Options") != "DENY" || !strings.Contains(got.header.Get("Content-Security-Policy"), "frame-ancestors ") {
		t.Errorf("%s may be framed: %v", what, got.header)
	}
	if got.header.Get("X-Content-Type-Options") != "nosniff" || got.header.Get("Referrer-Policy") == "" {
		t.Errorf("%s lacks headers: %v", what, got.header)
	}
	if policy := got.header.Get("Content-Security-Policy"); strings.Contains(policy, "unsafe-eval") || strings.Contains(policy, "script-src 'unsafe-inline'") ||
		!strings.Contains(policy, "object-src 'none'") || !strings.Contains(policy, "base-uri 'none'") {
		t.Errorf("%s has a weak policy: %s", what, policy)
	}
	if got.body != "" && got.status < 300 && got.header.Get("Content-Type") == "" {
		t.Errorf("%s has no type", what)
	}
	for name, values := range got.header {
		text := strings.Join(values, "\n")
		if name == "Set-Cookie" || name == "Server" || name == "X-Powered-By" {
			t.Errorf("%s has the header %s: %s", what, name, text)
		}
		if strings.Contains(text, marker) || len(values) == 1 && strings.ContainsAny(text, "\r\n\x00") {
			t.Errorf("%s has what a user wrote in the header %s: %q", what, name, text)
		}
	}
}

// TestAnswers_Redirects: the only redirect, to the path with its slash, leads to this server (CWE-601).
func TestAnswers_Redirects(t *testing.T) {
	a := newAPIWith(t, serveUI)
	for _, path := range []string{"//evil.example/api/products", "/\\evil.example/api/products", "/api//evil.example", "//evil.example/%2e%2e/api/products", "/api/products?next=//evil.example",
		"/api/products%0d%0aLocation:%20https://evil.example", "/%09/evil.example/api/products", "/api/../..//evil.example/"} {
		got := a.do("GET", "http://so.example"+path, "", nil)
		location := got.header.Get("Location")
		if location != "" && !strings.HasPrefix(location, "/api/products/") {
			t.Errorf("%s leads to %q", path, location)
		}
		if got.status >= 300 && got.status < 400 && location == "" {
			t.Errorf("%s: status %d without a location", path, got.status)
		}
	}
}

// TestAnswers_Paths: no path leads out of the embedded files, into the data folder or to anything that only the machine's user may see.
func TestAnswers_Paths(t *testing.T) {
	a := newAPIWith(t, serveUI)
	server := httptest.NewServer(a.handler)
	defer server.Close()
	index := a.do("GET", "/", "", nil).want(200, "").body
	for _, path := range []string{"/../../../../etc/passwd", "/..%2f..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/assets/..%5c..%5cetc/passwd", "/assets/../../embed.go",
		"/....//....//etc/passwd", "/%c0%ae%c0%ae/etc/passwd", "/etc/passwd%00.js", "/secobserve.db", "/../secobserve.db", "/.env", "/.git/config", "/proc/self/environ", "/debug/pprof/", "/metrics",
		"/file:///etc/passwd", "/assets//etc/passwd", "/runtime-env.js/../../etc/passwd", "/index.html/../../../etc/passwd"} {
		r, err := http.NewRequest(http.MethodGet, server.URL, nil)
		if err != nil {
			t.Fatal(err)
		}
		r.URL.Opaque = path // sent as it is
		got, err := http.DefaultTransport.RoundTrip(r)
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		body, err := io.ReadAll(got.Body)
		_ = got.Body.Close()
		if err != nil {
			t.Fatal(err)
		}
		if got.StatusCode == http.StatusOK && string(body) != index {
			t.Errorf("%s: %.200s", path, body)
		}
	}
}

// TestAnswers_UploadNames: the name that a file is sent under is data, whatever it looks like.
func TestAnswers_UploadNames(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "shop")
	for _, name := range []string{"../../../../etc/cron.d/x.sarif", `..\..\x.sarif`, "/etc/passwd", "x\r\nSet-Cookie: a=b.sarif", "x\x00.sarif", `x"; filename="y.sarif`, "<img src=x onerror=alert(1)>.sarif",
		strings.Repeat("x", 10000) + ".sarif", "CON.sarif", "..", "."} {
		got := a.upload(admin, name, sarif(finding("R1", "error", 1)), map[string]string{"product": product})
		if got.status >= 500 {
			t.Errorf("%.40q: status %d, body %.200s", name, got.status, got.body)
		}
		checkHeaders(t, fmt.Sprintf("%.40q", name), got, "Set-Cookie")
	}
	for _, row := range a.do("GET", "/api/vulnerability_checks/?product="+product, admin, nil).want(200, "").rows() {
		if stored := fmt.Sprint(row["filename"]); strings.ContainsAny(stored, "\x00") || len(stored) > 255 {
			t.Errorf("stored as %.300q", stored)
		}
	}
}

// TestLog_OneLinePerRecord: what callers write cannot look like records of its own in the log, neither as text nor as JSON, nor move the cursor of
// a terminal (CWE-117).
func TestLog_OneLinePerRecord(t *testing.T) {
	const forged = "x\ntime=2026-01-01T00:00:00Z level=ERROR msg=forged\r{\"level\":\"ERROR\"}\x1b[2J\u2028\u202e"
	for kind, handler := range map[string]func(io.Writer) slog.Handler{
		"text": func(w io.Writer) slog.Handler {
			return slog.NewTextHandler(w, &slog.HandlerOptions{Level: slog.LevelDebug})
		},
		"JSON": func(w io.Writer) slog.Handler {
			return slog.NewJSONHandler(w, &slog.HandlerOptions{Level: slog.LevelDebug})
		},
	} {
		var log bytes.Buffer
		a := newAPIWith(t, func(_ *api, c *handlers.Config) { c.Log = slog.New(handler(&log)) })
		admin := a.admin()
		product := a.newProduct(admin, "shop "+forged)
		a.do("POST", "/api/authentication/authenticate/", "", map[string]string{"username": forged, "password": "x"}).want(403, "")
		a.do("GET", "/api/products/?name=x%0Atime=2026%20level=ERROR&search=%1b[2J", admin, nil).want(200, "")
		a.do("GET", "/api/x%0Alevel=ERROR%1b[2J/", admin, nil).want(404, "")
		a.upload(admin, forged+".sarif", "no report\n"+forged, map[string]string{"product": product, "service": forged})
		r := httptest.NewRequest("GET", "/api/products/", nil)
		for _, name := range []string{"User-Agent", "Referer", "X-Request-Id", "X-Forwarded-For", "X-Forwarded-Host", "Origin", "Accept"} {
			r.Header.Set(name, forged)
		}
		a.send(r, "JWT "+forged)
		checkLog(t, kind, log.String())
	}
}

func checkLog(t *testing.T, kind, log string) {
	t.Helper()
	lines := strings.Split(strings.TrimSuffix(log, "\n"), "\n")
	if len(lines) < 6 {
		t.Errorf("the %s log has %d lines only", kind, len(lines))
	}
	for _, line := range lines {
		if kind == "JSON" && !json.Valid([]byte(line)) || kind == "text" && !strings.HasPrefix(line, "time=2") {
			t.Errorf("a line of the %s log is no record: %.200q", kind, line)
		}
		if i := strings.IndexFunc(line, func(r rune) bool { return r < ' ' || r == 0x7f }); i >= 0 {
			t.Errorf("the %s log has a control character: %.200q", kind, line)
		}
	}
}

// TestLog_HoldsNoNewSecrets: neither do secrets that the server makes or is told stand in the log, whatever its level, or in an answer after the one
// that shows them once.
func TestLog_HoldsNoNewSecrets(t *testing.T) {
	var log bytes.Buffer
	a := newAPIWith(t, func(_ *api, c *handlers.Config) {
		c.Log = slog.New(slog.NewJSONHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	})
	admin := a.admin()
	product := a.newProduct(admin, "shop")
	_, id := a.newUser(admin, "mira", false)
	const key, hook, password = "hunter-key-1", "https://hooks.example/hunter-hook-2", "Hunter-Password-3"
	path := "/api/products/" + product + "/"
	a.do("PATCH", path, admin, map[string]any{"issue_tracker_type": "GitHub", "issue_tracker_base_url": "https://api.github.com", "issue_tracker_api_key": key,
		"issue_tracker_project_id": "a/b", "notification_slack_webhook": hook, "notification_ms_teams_webhook": hook}).want(200, "")
	a.setPassword(admin, id, password)
	mira := a.login("mira", password)
	own := a.do("POST", "/api/api_tokens/", mira, map[string]any{}).want(201, "").object()["token"].(string)
	ofProduct := strings.TrimPrefix(a.newToken(admin, product, 2), "APIToken ")
	a.do("GET", "/api/users/me/", "APIToken "+own, nil).want(200, "")
	a.do("GET", "/api/users/me/", "APIToken "+own+"x", nil).want(401, "")
	secrets := []string{key, "hunter-hook-2", password, own, ofProduct, strings.TrimPrefix(mira, "JWT ")}
	shown := ""
	for _, list := range []string{path, "/api/products/", "/api/users/", "/api/users/" + id + "/", "/api/api_tokens/", "/api/product_api_tokens/?product=" + product, "/api/audit_logs/?page_size=1000",
		"/api/settings/1/", "/api/status/settings/", "/api/backup/"} {
		shown += a.do("GET", list, admin, nil).want(200, "").body
	}
	for _, secret := range secrets {
		if strings.Contains(log.String(), secret) {
			t.Errorf("the log holds the secret %.20s", secret)
		}
		if strings.Contains(shown, secret) {
			t.Errorf("an answer, or the data file, holds the secret %.20s", secret)
		}
	}
}

// TestAnswers_Trace: methods that nobody needs, TRACE among them, which would show a request's credentials to scripts, are refused everywhere.
func TestAnswers_Trace(t *testing.T) {
	a := newAPIWith(t, serveUI)
	admin := a.admin()
	for _, path := range []string{"/", "/index.html", "/api/products/", "/api/users/me/", "/api/status/health/", "/api/oa3/swagger-ui", "/api/authentication/authenticate/"} {
		for _, method := range []string{"TRACE", "TRACK", "CONNECT", "PROPFIND", "DEBUG", "get"} {
			got := a.do(method, path, admin, nil)
			if got.status != http.StatusMethodNotAllowed && got.status != http.StatusNotFound || strings.Contains(got.body, strings.TrimPrefix(admin, "JWT ")) {
				t.Errorf("%s %s: status %d, body %.200s", method, path, got.status, got.body)
			}
		}
	}
}
