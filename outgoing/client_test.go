package outgoing

import (
	"compress/gzip"
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"
)

func TestGuard(t *testing.T) {
	tests := []struct {
		address                string
		allowed, whenForbidden bool // with private addresses allowed, and with them forbidden
	}{
		{"93.184.215.14", true, true},
		{"2606:2800:21f:cb07:6820:80da:af6b:8b2c", true, true},
		{"127.0.0.1", true, false},
		{"127.8.8.8", true, false},
		{"::1", true, false},
		{"10.1.2.3", true, false},
		{"172.16.0.1", true, false},
		{"172.32.0.1", true, true},
		{"192.168.1.1", true, false},
		{"100.64.0.1", true, false},
		{"198.18.0.1", true, false},
		{"fd12::1", true, false},
		{"::ffff:10.1.2.3", true, false},
		{"::ffff:93.184.215.14", true, true},
		{"169.254.169.254", false, false},
		{"::ffff:169.254.169.254", false, false},
		{"fe80::1%eth0", false, false},
		{"fd00:ec2::254", false, false},
		{"100.100.100.200", false, false},
		{"0.0.0.0", false, false},
		{"0.1.2.3", false, false},
		{"::", false, false},
		{"::127.0.0.1", false, false},
		{"64:ff9b::7f00:1", false, false},
		{"2002:7f00:1::", false, false},
		{"224.0.0.1", false, false},
		{"ff02::1", false, false},
		{"255.255.255.255", false, false},
		{"240.0.0.1", false, false},
	}
	for _, tt := range tests {
		address := netip.MustParseAddr(tt.address)
		if got := (guard{}).check(address) == nil; got != tt.allowed {
			t.Errorf("%s: allowed %v", tt.address, got)
		}
		if got := (guard{forbidPrivate: true}).check(address) == nil; got != tt.whenForbidden {
			t.Errorf("%s with private addresses forbidden: allowed %v", tt.address, got)
		}
	}
}

func noProxy(*http.Request) (*url.URL, error) { return nil, nil }

// server answers each request with h until the test ends.
func server(t *testing.T, h http.HandlerFunc) *httptest.Server {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s
}

func get(t *testing.T, c *Client, address string, have Version) (*Document, error) {
	t.Helper()
	t.Cleanup(c.http.CloseIdleConnections)
	return c.Get(t.Context(), address, have, 1000)
}

func TestGet(t *testing.T) {
	s := server(t, func(w http.ResponseWriter, r *http.Request) {
		if r.UserAgent() != "test/1" {
			t.Errorf("user agent %q", r.UserAgent())
		}
		w.Header().Set("ETag", `"v1"`)
		w.Header().Set("Last-Modified", "Mon, 02 Nov 2026 10:00:00 GMT")
		if r.Header.Get("If-None-Match") == `"v1"` && r.Header.Get("If-Modified-Since") == "Mon, 02 Nov 2026 10:00:00 GMT" {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		_, _ = w.Write([]byte("content"))
	})
	c := newClient(Config{UserAgent: "test/1"}, noProxy, nil)
	first, err := get(t, c, s.URL, Version{})
	if err != nil {
		t.Fatal(err)
	}
	if string(first.Content) != "content" || first.Unchanged {
		t.Errorf("first: %+v", first)
	}
	again, err := get(t, c, s.URL, first.Version)
	if err != nil {
		t.Fatal(err)
	}
	if !again.Unchanged || again.Version != first.Version || again.Content != nil {
		t.Errorf("again: %+v", again)
	}
}

func TestGet_Failures(t *testing.T) {
	s := server(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/missing":
			w.WriteHeader(http.StatusNotFound)
		case "/unasked":
			w.WriteHeader(http.StatusNotModified)
		case "/large":
			_, _ = w.Write(make([]byte, 1001))
		case "/endless":
			for range 100 {
				_, _ = w.Write(make([]byte, 100))
				w.(http.Flusher).Flush()
			}
		case "/bomb":
			w.Header().Set("Content-Encoding", "gzip")
			z := gzip.NewWriter(w)
			_, _ = z.Write(make([]byte, 1<<20))
			_ = z.Close()
		case "/cut":
			w.Header().Set("Content-Length", "900")
			_, _ = w.Write([]byte("{"))
		case "/loop":
			http.Redirect(w, r, "/loop", http.StatusFound)
		case "/file":
			http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
		case "/metadata":
			http.Redirect(w, r, "http://169.254.169.254/latest/", http.StatusFound)
		}
	})
	tests := []struct{ address, want string }{
		{s.URL + "/missing", "status 404 Not Found"},
		{s.URL + "/unasked", "status 304 Not Modified"},
		{s.URL + "/large", "the answer is too large"},
		{s.URL + "/endless", "the answer is too large"},
		{s.URL + "/bomb", "the answer is too large"},
		{s.URL + "/cut", "unexpected EOF"},
		{s.URL + "/loop", "more than 5 redirects"},
		{s.URL + "/file", `the protocol "file" is not supported`},
		{s.URL + "/metadata", "the address 169.254.169.254 must not be called"},
		{"ftp://example.org/", `the protocol "ftp" is not supported`},
		{"http:///path", "the address has no host"},
		{"http://169.254.169.254/latest/", "the address 169.254.169.254 must not be called"},
	}
	c := newClient(Config{}, noProxy, nil)
	for _, tt := range tests {
		t.Run(tt.address, func(t *testing.T) {
			_, err := get(t, c, tt.address, Version{})
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
}

func TestGet_Timeout(t *testing.T) {
	release := make(chan struct{})
	s := server(t, func(w http.ResponseWriter, _ *http.Request) {
		w.(http.Flusher).Flush()
		<-release
	})
	defer close(release)
	c := newClient(Config{Timeout: 50 * time.Millisecond}, noProxy, nil)
	if _, err := get(t, c, s.URL, Version{}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
}

func TestGet_ErrorsHoldNoSecrets(t *testing.T) {
	s := server(t, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusForbidden) })
	address := strings.Replace(s.URL, "http://", "http://user:password@", 1) + "/data?token=secret"
	for _, c := range []*Client{newClient(Config{}, noProxy, nil), newClient(Config{ForbidPrivate: true}, noProxy, nil)} {
		_, err := get(t, c, address, Version{})
		if err == nil {
			t.Fatal("no error")
		}
		for _, secret := range []string{"user", "password", "token", "secret"} {
			if strings.Contains(err.Error(), secret) {
				t.Errorf("%v", err)
			}
		}
		if !strings.Contains(err.Error(), s.URL+"/data") {
			t.Errorf("%v does not name the address", err)
		}
	}
}

func TestPrivateAddresses_Forbidden(t *testing.T) {
	s := server(t, func(http.ResponseWriter, *http.Request) { t.Error("the server was called") })
	port := strings.TrimPrefix(s.URL, "http://127.0.0.1:")
	for _, address := range []string{s.URL, "http://localhost:" + port, "http://[::ffff:127.0.0.1]:" + port, "http://0.0.0.0:" + port} {
		var forbidden *ForbiddenAddressError
		if _, err := get(t, newClient(Config{ForbidPrivate: true}, noProxy, nil), address, Version{}); !errors.As(err, &forbidden) {
			t.Errorf("%s: got %v", address, err)
		}
	}
}

// TestPrivateAddresses_Rebinding has a name resolve to a forbidden address the moment a connection is made.
func TestPrivateAddresses_Rebinding(t *testing.T) {
	s := server(t, func(http.ResponseWriter, *http.Request) { t.Error("the server was called") })
	port := strings.TrimPrefix(s.URL, "http://127.0.0.1:")
	c := newClient(Config{ForbidPrivate: true}, noProxy, nameserver(t, [4]byte{127, 0, 0, 1}))
	var forbidden *ForbiddenAddressError
	if _, err := get(t, c, "http://innocent.example.org:"+port, Version{}); !errors.As(err, &forbidden) {
		t.Errorf("got %v", err)
	}
}

// nameserver is a resolver that knows one address for all names.
func nameserver(t *testing.T, address [4]byte) *net.Resolver {
	t.Helper()
	socket, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = socket.Close() })
	go func() {
		question := make([]byte, 512)
		for {
			n, from, err := socket.ReadFrom(question)
			if err != nil {
				return
			}
			_, _ = socket.WriteTo(dnsAnswer(question[:n], address), from)
		}
	}()
	return &net.Resolver{PreferGo: true, Dial: func(context.Context, string, string) (net.Conn, error) {
		return net.Dial("udp", socket.LocalAddr().String())
	}}
}

func dnsAnswer(question []byte, address [4]byte) []byte {
	var m dnsmessage.Message
	if err := m.Unpack(question); err != nil {
		return nil
	}
	m.Response, m.Additionals = true, nil
	for _, q := range m.Questions {
		if q.Type == dnsmessage.TypeA {
			m.Answers = append(m.Answers, dnsmessage.Resource{
				Header: dnsmessage.ResourceHeader{Name: q.Name, Type: q.Type, Class: q.Class, TTL: 0}, Body: &dnsmessage.AResource{A: address}})
		}
	}
	packed, _ := m.Pack()
	return packed
}

func TestRedirect_NotFromHTTPSToHTTP(t *testing.T) {
	plain := server(t, func(http.ResponseWriter, *http.Request) { t.Error("the plain server was called") })
	secure := httptest.NewTLSServer(http.RedirectHandler(plain.URL, http.StatusFound))
	t.Cleanup(secure.Close)
	c := newClient(Config{}, noProxy, nil)
	c.http.Transport.(guarded).next.(*http.Transport).TLSClientConfig = secure.Client().Transport.(*http.Transport).TLSClientConfig
	if _, err := get(t, c, secure.URL, Version{}); err == nil || !strings.Contains(err.Error(), "redirect from HTTPS to HTTP") {
		t.Errorf("got %v", err)
	}
}

// TestProxy holds that a proxy may have a private address, but is not asked for addresses that are forbidden.
func TestProxy(t *testing.T) {
	asked := ""
	proxy := server(t, func(w http.ResponseWriter, r *http.Request) {
		asked = r.URL.String()
		_, _ = w.Write([]byte("through the proxy"))
	})
	proxyURL, err := url.Parse(proxy.URL)
	if err != nil {
		t.Fatal(err)
	}
	c := newClient(Config{ForbidPrivate: true}, http.ProxyURL(proxyURL), nil)
	doc, err := get(t, c, "http://example.org/data", Version{})
	if err != nil {
		t.Fatal(err)
	}
	if string(doc.Content) != "through the proxy" || asked != "http://example.org/data" {
		t.Errorf("got %q, asked for %q", doc.Content, asked)
	}
	asked = ""
	var forbidden *ForbiddenAddressError
	if _, err := get(t, c, "http://10.1.2.3/", Version{}); !errors.As(err, &forbidden) || asked != "" {
		t.Errorf("got %v, asked for %q", err, asked)
	}
}
