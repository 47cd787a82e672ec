package rest_test

import (
	"bytes"
	"crypto/tls"
	"encoding/json"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"secobserve/handlers/rest"
)

// answerOf sends a request through middleware to a handler, which answers 204 if nil.
func answerOf(r *http.Request, h http.HandlerFunc, middleware ...rest.Middleware) *httptest.ResponseRecorder {
	if h == nil {
		h = func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }
	}
	w := httptest.NewRecorder()
	rest.Chain(h, middleware...).ServeHTTP(w, r)
	return w
}

func TestChainOrder(t *testing.T) {
	var order []string
	step := func(name string) rest.Middleware {
		return func(next http.Handler) http.Handler {
			return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				order = append(order, name)
				next.ServeHTTP(w, r)
			})
		}
	}
	answerOf(httptest.NewRequest("GET", "/", nil), nil, step("first"), step("second"))
	if diff := cmp.Diff([]string{"first", "second"}, order); diff != "" {
		t.Error(diff)
	}
}

func TestClient(t *testing.T) {
	proxies := []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("fd00::/8")}
	for name, test := range map[string]struct {
		trusted   []netip.Prefix
		peer      string
		forwarded []string
		proto     string
		tls       bool
		client    string
		secure    bool
	}{
		"direct":                        {peer: "192.0.2.7:5000", client: "192.0.2.7"},
		"IPv6":                          {peer: "[2001:db8::1]:5000", client: "2001:db8::1"},
		"IPv4 in IPv6":                  {peer: "[::ffff:192.0.2.7]:5000", client: "192.0.2.7"},
		"TLS":                           {peer: "192.0.2.7:5000", tls: true, client: "192.0.2.7", secure: true},
		"header without proxies":        {peer: "192.0.2.7:5000", forwarded: []string{"1.2.3.4"}, client: "192.0.2.7"},
		"protocol without proxies":      {peer: "192.0.2.7:5000", proto: "https", client: "192.0.2.7", secure: true},
		"stranger":                      {trusted: proxies, peer: "192.0.2.7:5000", forwarded: []string{"1.2.3.4"}, proto: "https", client: "192.0.2.7"},
		"proxy":                         {trusted: proxies, peer: "10.1.1.1:5000", forwarded: []string{"1.2.3.4"}, proto: "https", client: "1.2.3.4", secure: true},
		"plain behind a proxy":          {trusted: proxies, peer: "10.1.1.1:5000", forwarded: []string{"1.2.3.4"}, proto: "http", client: "1.2.3.4"},
		"chain":                         {trusted: proxies, peer: "10.1.1.1:5000", forwarded: []string{"6.6.6.6, 1.2.3.4, 10.2.2.2"}, client: "1.2.3.4"},
		"chain of several headers":      {trusted: proxies, peer: "10.1.1.1:5000", forwarded: []string{"6.6.6.6", "1.2.3.4,fd00::5"}, client: "1.2.3.4"},
		"only proxies":                  {trusted: proxies, peer: "10.1.1.1:5000", forwarded: []string{"10.3.3.3, 10.2.2.2"}, client: "10.1.1.1"},
		"nonsense":                      {trusted: proxies, peer: "10.1.1.1:5000", forwarded: []string{"1.2.3.4, unknown"}, client: "10.1.1.1"},
		"proxy without the header":      {trusted: proxies, peer: "10.1.1.1:5000", client: "10.1.1.1"},
		"line break of an injected log": {trusted: proxies, peer: "10.1.1.1:5000", forwarded: []string{"1.2.3.4\n{}"}, client: "10.1.1.1"},
	} {
		t.Run(name, func(t *testing.T) {
			r := httptest.NewRequest("GET", "/", nil)
			r.RemoteAddr = test.peer
			for _, value := range test.forwarded {
				r.Header.Add("X-Forwarded-For", value)
			}
			r.Header.Set("X-Forwarded-Proto", test.proto)
			if test.tls {
				r.TLS = &tls.ConnectionState{}
			}
			answerOf(r, func(_ http.ResponseWriter, r *http.Request) {
				if got := rest.ClientOf(r).String(); got != test.client {
					t.Errorf("client %s, want %s", got, test.client)
				}
				if rest.IsSecure(r) != test.secure {
					t.Errorf("secure %v", rest.IsSecure(r))
				}
			}, rest.Client(test.trusted))
		})
	}
}

func TestSecurityHeaders(t *testing.T) {
	want := http.Header{
		"Cache-Control":                {"no-cache, no-store, must-revalidate, private"},
		"Cross-Origin-Embedder-Policy": {"require-corp"},
		"Cross-Origin-Opener-Policy":   {"same-origin"},
		"Cross-Origin-Resource-Policy": {"same-site"},
		"Permissions-Policy":           {"geolocation=(), camera=(), microphone=()"},
		"X-Frame-Options":              {"DENY"},
		"X-Content-Type-Options":       {"nosniff"},
		"Referrer-Policy":              {"strict-origin-when-cross-origin"},
		"Content-Security-Policy": {"base-uri 'none'; default-src 'self'; form-action 'self'; frame-ancestors 'self'; object-src 'none'; " +
			"script-src 'self'"},
		"Vary": {"origin"},
	}
	w := answerOf(httptest.NewRequest("GET", "http://host/", nil), nil, rest.Client(nil), rest.SecurityHeaders)
	if diff := cmp.Diff(want, w.Header()); diff != "" {
		t.Errorf("headers (-want +got):\n%s", diff)
	}
	want["Strict-Transport-Security"] = []string{"max-age=31536000; includeSubDomains; preload"}
	r := httptest.NewRequest("GET", "http://host/", nil)
	r.Header.Set("X-Forwarded-Proto", "https")
	w = answerOf(r, nil, rest.Client(nil), rest.SecurityHeaders)
	if diff := cmp.Diff(want, w.Header()); diff != "" {
		t.Errorf("secure headers (-want +got):\n%s", diff)
	}
}

func TestPagesOfSecureRequestsLinkSecurely(t *testing.T) {
	r := httptest.NewRequest("GET", "http://host/api/products/?page_size=1", nil)
	r.Header.Set("X-Forwarded-Proto", "https")
	r.Header.Set("X-Forwarded-Host", "evil.example.com")
	answerOf(r, func(_ http.ResponseWriter, r *http.Request) {
		page, err := rest.QueryOf(r).PageOf(2)
		if err != nil {
			t.Fatal(err)
		}
		if next, _ := page.Links(r, 2); deref(next) != "https://host/api/products/?page=2&page_size=1" {
			t.Errorf("next %s", deref(next))
		}
	}, rest.Client(nil))
}

// logLines decodes the lines of a JSON log.
func logLines(t *testing.T, log *bytes.Buffer) []map[string]any {
	t.Helper()
	var lines []map[string]any
	for text := range strings.Lines(log.String()) {
		var line map[string]any
		if err := json.Unmarshal([]byte(text), &line); err != nil {
			t.Fatalf("%v: %q", err, text)
		}
		lines = append(lines, line)
	}
	return lines
}

func TestAccessLog(t *testing.T) {
	for name, test := range map[string]struct {
		target  string
		handler http.HandlerFunc
		want    map[string]any
	}{
		"ok": {"/api/products/?name=x%0Ay", func(w http.ResponseWriter, r *http.Request) {
			rest.DetailsOf(r).User = "mira\n{\"level\":\"ERROR\"}"
			_, _ = w.Write([]byte("hello"))
		}, map[string]any{"level": "INFO", "user": "mira\n{\"level\":\"ERROR\"}", "request_path": "/api/products/?name=x%0Ay", "response_status": 200.0, "response_bytes": 5.0}},
		"refused": {"/", func(w http.ResponseWriter, r *http.Request) {
			rest.DetailsOf(r).Error = rest.Forbidden()
			_ = rest.WriteError(w, r, rest.Forbidden())
		}, map[string]any{"level": "WARN", "response_status": 403.0, "exception_message": "You do not have permission to perform this action."}},
		"unauthenticated": {"/", func(w http.ResponseWriter, r *http.Request) {
			_ = rest.WriteError(w, r, rest.Unauthorized("Invalid token."))
		}, map[string]any{"level": "WARN", "response_status": 401.0}},
		"not found": {"/", func(w http.ResponseWriter, r *http.Request) {
			_ = rest.WriteError(w, r, rest.NotFound("Product"))
		}, map[string]any{"level": "INFO", "response_status": 404.0}},
		"failed": {"/", func(w http.ResponseWriter, r *http.Request) {
			rest.DetailsOf(r).Error = errors.New("disk on fire")
			_ = rest.WriteError(w, r, rest.Internal())
		}, map[string]any{"level": "ERROR", "response_status": 500.0, "exception_message": "disk on fire"}},
	} {
		t.Run(name, func(t *testing.T) {
			var log bytes.Buffer
			r := httptest.NewRequest("POST", test.target, nil)
			r.RemoteAddr = "192.0.2.7:5000"
			w := answerOf(r, test.handler, rest.Client(nil), rest.AccessLog(slog.New(slog.NewJSONHandler(&log, nil))))
			lines := logLines(t, &log)
			if len(lines) != 1 {
				t.Fatalf("%d lines: %s", len(lines), &log)
			}
			test.want["request_id"] = w.Header().Get("X-Request-Id")
			test.want["request_method"] = "POST"
			test.want["request_client_ip"] = "192.0.2.7"
			for key, want := range test.want {
				if got := lines[0][key]; got != want {
					t.Errorf("%s: %v, want %v", key, got, want)
				}
			}
		})
	}
}

func TestRequestID(t *testing.T) {
	discard := rest.AccessLog(slog.New(slog.DiscardHandler))
	answer := func(id string) string {
		r := httptest.NewRequest("GET", "/", nil)
		r.Header.Set("X-Request-Id", id)
		return answerOf(r, nil, discard).Header().Get("X-Request-Id")
	}
	if got := answer("build-17.a_B"); got != "build-17.a_B" {
		t.Errorf("a sane id became %q", got)
	}
	seen := map[string]bool{}
	for _, id := range []string{"", "a b", "a\r\nSet-Cookie: x", strings.Repeat("x", 65), "ü", "{}"} {
		got := answer(id)
		if got == id || len(got) < 20 || seen[got] {
			t.Errorf("id %q became %q", id, got)
		}
		seen[got] = true
	}
}

func TestRecover(t *testing.T) {
	var log bytes.Buffer
	logger := slog.New(slog.NewJSONHandler(&log, nil))
	chain := []rest.Middleware{rest.AccessLog(logger), rest.Recover(logger)}
	w := answerOf(httptest.NewRequest("GET", "/", nil), func(http.ResponseWriter, *http.Request) { panic(errors.New("boom")) }, chain...)
	if w.Code != 500 || w.Body.String() != `{"message":"Internal server error, check logs for details"}` {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	lines := logLines(t, &log)
	if len(lines) != 2 || lines[0]["level"] != "ERROR" || lines[0]["exception_message"] != "boom" || lines[0]["request_id"] != w.Header().Get("X-Request-Id") ||
		!strings.Contains(lines[0]["stack"].(string), "middleware_test.go") || lines[1]["response_status"] != 500.0 {
		t.Errorf("log %s", &log)
	}
}

// An answer that has begun is broken off, and logged all the same.
func TestRecoverAfterTheBegin(t *testing.T) {
	var log bytes.Buffer
	logger := slog.New(slog.NewJSONHandler(&log, nil))
	w := httptest.NewRecorder()
	h := rest.Chain(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte(`{"results":[`))
		panic("boom")
	}), rest.AccessLog(logger), rest.Recover(logger))
	func() {
		defer func() {
			if got := recover(); got != http.ErrAbortHandler {
				t.Errorf("recovered %v", got)
			}
		}()
		h.ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
	}()
	if w.Body.String() != `{"results":[` {
		t.Errorf("body %s", w.Body)
	}
	if lines := logLines(t, &log); len(lines) != 2 {
		t.Errorf("log %s", &log)
	}
}

func TestHosts(t *testing.T) {
	allowed := []string{"secobserve.example.com", "2001:db8::1"}
	for host, ok := range map[string]bool{
		"secobserve.example.com": true, "SecObserve.Example.com:8080": true, "localhost": true, "localhost:8080": true, "127.0.0.1:1": true, "[::1]:80": true,
		"[2001:db8::1]:80": true, "192.0.2.1:8080": true, "192.0.2.2": false, "evil.example.com": false, "": false, "secobserve.example.com.evil.com": false,
		"evil.com:secobserve.example.com": false, "a.secobserve.example.com": false,
	} {
		local := &net.TCPAddr{IP: net.ParseIP("192.0.2.1"), Port: 8080}
		r := httptest.NewRequest("GET", "/", nil)
		r = r.WithContext(contextWith(r, http.LocalAddrContextKey, local))
		r.Host = host
		w := answerOf(r, nil, rest.Hosts(allowed))
		if ok != (w.Code == 204) {
			t.Errorf("%q: status %d", host, w.Code)
		}
		if !ok && (w.Code != 400 || !strings.Contains(w.Body.String(), "Bad Request (400)") || !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html")) {
			t.Errorf("%q: %d %s", host, w.Code, w.Body)
		}
		if w := answerOf(r, nil, rest.Hosts(nil)); w.Code != 204 {
			t.Errorf("%q without a list: status %d", host, w.Code)
		}
	}
}

func TestLengthOfRequestLine(t *testing.T) {
	for length, want := range map[int]int{4094: 204, 4095: 400} {
		r := httptest.NewRequest("GET", "/"+strings.Repeat("x", length-len("GET / HTTP/1.1")), nil)
		if w := answerOf(r, nil, rest.Hosts(nil)); w.Code != want {
			t.Errorf("%d bytes: status %d", length, w.Code)
		}
	}
}

func TestCORS(t *testing.T) {
	cors := rest.CORS([]string{"https://ui.example.com", "http://localhost:3000/"})
	allowedHeader := func(origin string) http.Header {
		return http.Header{"Access-Control-Allow-Origin": {origin}, "Access-Control-Expose-Headers": {"content-disposition"}}
	}
	preflight := func(h http.Header) http.Header {
		h.Set("Access-Control-Allow-Headers", "accept, authorization, content-type, user-agent, x-csrftoken, x-requested-with")
		h.Set("Access-Control-Allow-Methods", "DELETE, GET, OPTIONS, PATCH, POST, PUT")
		h.Set("Access-Control-Max-Age", "86400")
		h.Set("Content-Length", "0")
		return h
	}
	for name, test := range map[string]struct {
		method, origin, asks string
		status               int
		want                 http.Header
	}{
		"allowed":                         {"GET", "https://ui.example.com", "", 204, allowedHeader("https://ui.example.com")},
		"configured with a slash":         {"GET", "http://localhost:3000", "", 204, allowedHeader("http://localhost:3000")},
		"no origin":                       {"GET", "", "", 204, http.Header{}},
		"other origin":                    {"GET", "https://evil.example.com", "", 204, http.Header{}},
		"other scheme":                    {"GET", "http://ui.example.com", "", 204, http.Header{}},
		"other port":                      {"GET", "https://ui.example.com:8443", "", 204, http.Header{}},
		"longer":                          {"GET", "https://ui.example.com.evil.com", "", 204, http.Header{}},
		"null":                            {"GET", "null", "", 204, http.Header{}},
		"OPTIONS that is no preflight":    {"OPTIONS", "https://ui.example.com", "", 204, allowedHeader("https://ui.example.com")},
		"preflight":                       {"OPTIONS", "https://ui.example.com", "PATCH", 200, preflight(allowedHeader("https://ui.example.com"))},
		"preflight of other origin":       {"OPTIONS", "https://evil.example.com", "PATCH", 200, http.Header{"Content-Length": {"0"}}},
		"GET with a header of preflights": {"GET", "https://ui.example.com", "PATCH", 204, allowedHeader("https://ui.example.com")},
	} {
		t.Run(name, func(t *testing.T) {
			r := httptest.NewRequest(test.method, "/", nil)
			if test.origin != "" {
				r.Header.Set("Origin", test.origin)
			}
			if test.asks != "" {
				r.Header.Set("Access-Control-Request-Method", test.asks)
			}
			w := answerOf(r, nil, cors)
			if w.Code != test.status || w.Body.Len() > 0 {
				t.Errorf("%d %s", w.Code, w.Body)
			}
			if diff := cmp.Diff(test.want, w.Header()); diff != "" {
				t.Errorf("headers (-want +got):\n%s", diff)
			}
		})
	}
}
