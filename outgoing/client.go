package outgoing

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"syscall"
	"time"
)

// Config says how the server calls others. Times and sizes that are zero have defaults.
type Config struct {
	// ForbidPrivate forbids addresses that are not of the public internet: 127.0.0.0/8, 10.0.0.0/8, fc00::/7 and the like.
	ForbidPrivate bool
	// Timeout bounds one request from the connection to the last byte of the answer; 60 seconds by default.
	Timeout time.Duration
	// UserAgent names the server to others.
	UserAgent string
}

// The bounds of requests.
const (
	defaultTimeout = 60 * time.Second
	connectTimeout = 10 * time.Second
	maxRedirects   = 5
	maxHeader      = 64 << 10
)

// Client calls others. It is safe for concurrent use.
type Client struct {
	config Config
	guard  guard
	http   *http.Client
}

// New returns a client that uses the proxies of the environment.
func New(c Config) *Client { return newClient(c, http.ProxyFromEnvironment, nil) }

// newClient returns a client that finds proxies and, if resolve is not nil, addresses of names with the given functions.
func newClient(c Config, proxy func(*http.Request) (*url.URL, error), resolver *net.Resolver) *Client {
	if c.Timeout == 0 {
		c.Timeout = defaultTimeout
	}
	client := &Client{config: c, guard: guard{forbidPrivate: c.ForbidPrivate}}
	direct := &net.Dialer{Timeout: connectTimeout, Resolver: resolver, Control: client.control}
	toProxy := &net.Dialer{Timeout: connectTimeout, Resolver: resolver}
	transport := &http.Transport{
		ForceAttemptHTTP2: true, TLSHandshakeTimeout: connectTimeout, ResponseHeaderTimeout: c.Timeout, IdleConnTimeout: 30 * time.Second,
		MaxIdleConns: 16, MaxConnsPerHost: 16, MaxResponseHeaderBytes: maxHeader,
	}
	proxies := &proxies{find: proxy}
	transport.Proxy = proxies.of
	transport.DialContext = func(ctx context.Context, network, address string) (net.Conn, error) {
		if proxies.known(address) {
			return toProxy.DialContext(ctx, network, address)
		}
		return direct.DialContext(ctx, network, address)
	}
	client.http = &http.Client{Transport: guarded{client, transport}, Timeout: c.Timeout, CheckRedirect: checkRedirect}
	return client
}

// HTTP is the client for callers that need more than [Client.Get], such as libraries. Its requests have the same bounds, but the caller has to
// bound the answers that it reads.
func (c *Client) HTTP() *http.Client { return c.http }

// control is asked before a socket connects to an address that a name was resolved to.
func (c *Client) control(_, address string, _ syscall.RawConn) error {
	target, err := netip.ParseAddrPort(address)
	if err != nil {
		return fmt.Errorf("connect to %q: %w", address, err)
	}
	return c.guard.check(target.Addr())
}

// guarded is a transport that judges requests before they are sent.
type guarded struct {
	client *Client
	next   http.RoundTripper
}

// RoundTrip sends a request. Each hop of a redirect comes through here.
func (g guarded) RoundTrip(r *http.Request) (*http.Response, error) {
	if err := g.client.checkURL(r.URL); err != nil {
		return nil, err
	}
	if g.client.config.UserAgent != "" && r.Header.Get("User-Agent") == "" {
		r = r.Clone(r.Context())
		r.Header.Set("User-Agent", g.client.config.UserAgent)
	}
	return g.next.RoundTrip(r)
}

// CloseIdleConnections closes connections that are kept for later.
func (g guarded) CloseIdleConnections() {
	if t, ok := g.next.(*http.Transport); ok {
		t.CloseIdleConnections()
	}
}

// checkURL refuses other protocols and, since a proxy would call them for us, forbidden addresses that are written as such.
func (c *Client) checkURL(u *url.URL) error {
	if u.Scheme != "http" && u.Scheme != "https" {
		return fmt.Errorf("the protocol %q is not supported", u.Scheme)
	}
	if u.Hostname() == "" {
		return errors.New("the address has no host")
	}
	if address, err := netip.ParseAddr(u.Hostname()); err == nil {
		return c.guard.check(address)
	}
	if disguised(u.Hostname()) {
		return fmt.Errorf("the host %q is neither a name nor an address as they are written", u.Hostname())
	}
	return nil
}

// disguised tells whether a host is an IPv4 address in one of the spellings that some resolvers and proxies understand, such as 2130706433, 0x7f.1,
// 0177.0.0.1 or 127.0.0.1 with a dot behind it (WHATWG URL, "ends in a number"): no top-level domain is a number.
func disguised(host string) bool {
	labels := strings.Split(strings.TrimSuffix(host, "."), ".")
	last := strings.ToLower(labels[len(labels)-1])
	if hex, ok := strings.CutPrefix(last, "0x"); ok {
		return strings.Trim(hex, "0123456789abcdef") == ""
	}
	return last != "" && strings.Trim(last, "0123456789") == ""
}

// checkRedirect follows a few redirects, but never from HTTPS to HTTP: what was asked for in private stays so. Credentials for one host are not
// sent to another one; net/http sees to that.
func checkRedirect(next *http.Request, before []*http.Request) error {
	if len(before) > maxRedirects {
		return fmt.Errorf("more than %d redirects", maxRedirects)
	}
	if before[len(before)-1].URL.Scheme == "https" && next.URL.Scheme != "https" {
		return errors.New("redirect from HTTPS to HTTP")
	}
	return nil
}
