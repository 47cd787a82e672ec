package web

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
)

func file(content string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(content)} }

// built is a small build of the UI.
var built = fstest.MapFS{
	"index.html": file("index"), "index.html.br": file("index br"), "index.html.gz": file("index gz"),
	"favicon.svg":   file("icon"),
	"assets/a-1.js": file("code"), "assets/a-1.js.br": file("code br"), "assets/a-1.js.gz": file("code gz"),
	"assets/b-2.css": file("style"), "assets/c-3.woff2": file("font"), "assets/d-4.unknown": file("other"),
}

// get asks a handler behind a middleware that has set the headers of the API.
func get(t *testing.T, h http.Handler, method, path, accepts string) (http.Header, int, string) {
	t.Helper()
	w := httptest.NewRecorder()
	w.Header().Set("Cross-Origin-Opener-Policy", "same-origin")
	w.Header().Set("Cross-Origin-Embedder-Policy", "require-corp")
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Vary", "origin")
	r := httptest.NewRequest(method, "/", nil)
	r.URL.Path = path
	if accepts != "" {
		r.Header.Set("Accept-Encoding", accepts)
	}
	h.ServeHTTP(w, r)
	body, err := io.ReadAll(w.Result().Body)
	if err != nil {
		t.Fatal(err)
	}
	return w.Result().Header, w.Code, string(body)
}

func TestFiles(t *testing.T) {
	const index, code = "text/html; charset=utf-8", "text/javascript; charset=utf-8"
	tests := []struct {
		path, accepts               string
		body, kind, cache, encoding string
	}{
		{"/", "", "index", index, askAgain, ""},
		{"/", "gzip, br", "index br", index, askAgain, "br"},
		{"/index.html", "gzip", "index gz", index, askAgain, "gzip"},
		{"/products/7/show", "", "index", index, askAgain, ""},
		{"/assets", "", "index", index, askAgain, ""},
		{"/assets/", "", "index", index, askAgain, ""},
		{"/assets/gone-9.js", "", "index", index, askAgain, ""},
		{"/assets/../../secret", "", "index", index, askAgain, ""},
		{"//assets/a-1.js", "", "code", code, forever, ""},
		{"/assets/a-1.js\x00", "", "index", index, askAgain, ""},
		{"/index.html.gz", "", "index", index, askAgain, ""},
		{"/assets/a-1.js.br", "", "index", index, askAgain, ""},
		{"/assets/a-1.js", "", "code", code, forever, ""},
		{"/assets/a-1.js", "identity", "code", code, forever, ""},
		{"/assets/a-1.js", "deflate, gzip;q=1.0, *;q=0.5", "code br", code, forever, "br"},
		{"/assets/a-1.js", "br;q=0, gzip", "code gz", code, forever, "gzip"},
		{"/assets/b-2.css", "br, gzip", "style", "text/css; charset=utf-8", forever, ""},
		{"/assets/c-3.woff2", "br", "font", "font/woff2", forever, ""},
		{"/assets/d-4.unknown", "", "other", "application/octet-stream", forever, ""},
		{"/favicon.ico", "", "icon", "image/svg+xml", askAgain, ""},
		{"/robots.txt", "br", robots, "text/plain; charset=utf-8", askAgain, ""},
	}
	h := handler(built, Configuration{})
	for _, test := range tests {
		header, status, body := get(t, h, "GET", test.path, test.accepts)
		if status != 200 || body != test.body {
			t.Errorf("%q %q: status %d, body %q, want %q", test.path, test.accepts, status, body, test.body)
		}
		for name, want := range map[string]string{
			"Content-Type": test.kind, "Cache-Control": test.cache, "Content-Encoding": test.encoding, "Content-Length": strconv.Itoa(len(test.body)),
			"Content-Security-Policy": Configuration{}.contentSecurityPolicy(), "Cross-Origin-Opener-Policy": "",
		} {
			if got := header.Get(name); got != want {
				t.Errorf("%q %q: %s %q, want %q", test.path, test.accepts, name, got, want)
			}
		}
	}
}

// A cache must keep the forms of a file apart, whichever it got first.
func TestVary(t *testing.T) {
	h := handler(built, Configuration{})
	for path, want := range map[string]string{"/": "origin,Accept-Encoding", "/assets/a-1.js": "origin,Accept-Encoding", "/assets/b-2.css": "origin"} {
		for _, accepts := range []string{"", "br", "gzip"} {
			header, _, _ := get(t, h, "GET", path, accepts)
			if got := strings.Join(header.Values("Vary"), ","); got != want {
				t.Errorf("%s %q: Vary %q, want %q", path, accepts, got, want)
			}
		}
	}
}

func TestMethods(t *testing.T) {
	h := handler(built, Configuration{})
	header, status, body := get(t, h, "HEAD", "/assets/a-1.js", "br")
	if status != 200 || body != "" || header.Get("Content-Length") != "7" || header.Get("Content-Encoding") != "br" {
		t.Errorf("HEAD: %d %q %v", status, body, header)
	}
	for _, method := range []string{"POST", "PUT", "PATCH", "DELETE", "OPTIONS"} {
		for _, path := range []string{"/", "/robots.txt", "/assets/a-1.js"} {
			header, status, _ := get(t, h, method, path, "")
			if status != 405 || header.Get("Allow") != "GET, HEAD" || header.Get("Content-Security-Policy") == "" {
				t.Errorf("%s %s: %d %v", method, path, status, header)
			}
		}
	}
}

func TestWithoutBuild(t *testing.T) {
	h := handler(fstest.MapFS{"README.txt": file("built by make web")}, Configuration{})
	for _, path := range []string{"/", "/products", "/assets/a-1.js", "/index.html"} {
		header, status, body := get(t, h, "GET", path, "br")
		if status != 200 || !strings.Contains(body, "make web") || !strings.Contains(body, `href="/api/oa3/swagger-ui"`) {
			t.Errorf("%s: %d %s", path, status, body)
		}
		if header.Get("Content-Type") != "text/html; charset=utf-8" || header.Get("Cache-Control") != askAgain {
			t.Errorf("%s: %v", path, header)
		}
	}
	if _, _, body := get(t, h, "GET", "/robots.txt", ""); body != robots {
		t.Errorf("robots.txt: %q", body)
	}
}

// The embedded folder exists in every clone: with or without a build the index page is an HTML page.
func TestEmbedded(t *testing.T) {
	header, status, body := get(t, Handler(Configuration{}), "GET", "/", "")
	if status != 200 || header.Get("Content-Type") != "text/html; charset=utf-8" || !strings.Contains(body, "SecObserve") {
		t.Errorf("%d %v %s", status, header, body)
	}
}

func TestConfiguration(t *testing.T) {
	const ownOrigin = `Object.assign(
  { API_BASE_URL: origin + "/api", OIDC_ENABLE: "false", OIDC_REDIRECT_URI: origin, OIDC_POST_LOGOUT_REDIRECT_URI: origin, OIDC_PROMPT: "" },
  {"OIDC_SCOPE":"openid profile email"},
)`
	tests := []struct {
		name    string
		given   Configuration
		script  string // is part of it
		connect string
		frame   string
	}{
		{"nothing", Configuration{}, ownOrigin, "'self'", "'self'"},
		{"placeholders", Configuration{OIDCEnable: true, OIDCAuthority: "dummy", OIDCClientID: "dummy", OIDCRedirectURI: "dummy", OIDCScope: "dummy"}, ownOrigin,
			"'self'", "'self'"},
		{"switched off", Configuration{OIDCAuthority: "https://id.example", OIDCClientID: "so"}, `OIDC_ENABLE: "false"`, "'self'", "'self'"},
		{"a provider", Configuration{OIDCEnable: true, OIDCAuthority: "https://id.example:8443/realms/x", OIDCClientID: "so", OIDCScope: "openid",
			APIBaseURL: "https://api.example/api"},
			`{"API_BASE_URL":"https://api.example/api","OIDC_AUTHORITY":"https://id.example:8443/realms/x","OIDC_CLIENT_ID":"so","OIDC_SCOPE":"openid"}`,
			"'self' https://id.example:8443 https://api.example", "'self' https://id.example:8443"},
		{"hostile values", Configuration{OIDCEnable: true, OIDCAuthority: "https://x;script-src%20*/", OIDCClientID: "</script><script>"},
			`"OIDC_CLIENT_ID":"\u003c/script\u003e\u003cscript\u003e"`, "'self'", "'self'"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			header, status, body := get(t, handler(built, test.given.Normalise()), "GET", "/runtime-env.js", "")
			if status != 200 || header.Get("Content-Type") != types[".js"] || header.Get("Cache-Control") != askAgain || !strings.Contains(body, test.script) {
				t.Errorf("status %d, headers %v, script %s", status, header, body)
			}
			policy := header.Get("Content-Security-Policy")
			if !strings.Contains(policy, "; connect-src "+test.connect+"; ") || !strings.Contains(policy, "; frame-src "+test.frame+"; ") {
				t.Errorf("policy %s", policy)
			}
			// A provider in a frame need not know of the embedder policy.
			if isolated, framed := header.Get("Cross-Origin-Embedder-Policy") != "", test.given.Normalise().OIDCEnable; isolated == framed {
				t.Errorf("a provider %t, an embedder policy %t", framed, isolated)
			}
		})
	}
}
