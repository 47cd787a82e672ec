package outgoing

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
)

// Tests against requests that others make the server send into its own network (SSRF, CWE-918).

// TestGuard_WholeNetworks tries the first and the last address of each network that is not public, as IPv4, as IPv6 and as IPv4 within IPv6.
func TestGuard_WholeNetworks(t *testing.T) {
	for _, text := range []string{"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.168.0.0/16",
		"198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "::/128", "::1/128", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8", "2001:db8::/32", "2001::/32",
		"2002::/16", "64:ff9b::/96", "64:ff9b:1::/48"} {
		network := netip.MustParsePrefix(text)
		for _, address := range []netip.Addr{network.Addr(), lastOf(network)} {
			spellings := []netip.Addr{address}
			if address.Is4() {
				spellings = append(spellings, netip.AddrFrom16(address.As16()))
			} else {
				spellings = append(spellings, address.WithZone("eth0"))
			}
			for _, spelling := range spellings {
				if (guard{forbidPrivate: true}).check(spelling) == nil {
					t.Errorf("%s of %s may be called", spelling, text)
				}
			}
		}
	}
	for _, text := range []string{"1.1.1.1", "9.255.255.255", "11.0.0.0", "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0", "2606:4700::1111", "2a00:1450::1"} {
		if err := (guard{forbidPrivate: true}).check(netip.MustParseAddr(text)); err != nil {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// lastOf is the last address of a network.
func lastOf(network netip.Prefix) netip.Addr {
	bytes := network.Masked().Addr().AsSlice()
	for bit := network.Bits(); bit < len(bytes)*8; bit++ {
		bytes[bit/8] |= 0x80 >> (bit % 8)
	}
	last, _ := netip.AddrFromSlice(bytes)
	return last
}

// TestDisguisedAddresses: spellings of addresses that this program does not take for one, but a proxy or a resolver may, are not sent on.
func TestDisguisedAddresses(t *testing.T) {
	proxy := server(t, func(_ http.ResponseWriter, r *http.Request) { t.Errorf("the proxy was asked for %s", r.URL) })
	proxyURL, err := url.Parse(proxy.URL)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []*Client{newClient(Config{ForbidPrivate: true}, http.ProxyURL(proxyURL), nil), newClient(Config{ForbidPrivate: true}, noProxy, nameserver(t, [4]byte{127, 0, 0, 1}))} {
		for _, host := range []string{"2130706433", "0x7f000001", "0X7F.1", "0177.0.0.1", "127.1", "127.0.0.1.", "127.000.000.001", "0251.0376.0251.0376", "[::ffff:127.0.0.1]", "[::127.0.0.1]", "[0:0:0:0:0:0:0:1]",
			"[::ffff:a9fe:a9fe]", "example.org.1", "0x", "user@127.0.0.1", "innocent.example@10.0.0.1"} {
			if _, err := get(t, c, "http://"+host+"/", Version{}); err == nil {
				t.Errorf("%s was called", host)
			}
		}
	}
	if disguised("example.org") || disguised("1password.com") || disguised("x.0xcafe.dev") || disguised("localhost") {
		t.Error("a name is taken for an address")
	}
}

// TestRedirects_ToPrivate: each hop of a redirect is judged like the first one, also behind a proxy, which would follow where the guard is not asked.
func TestRedirects_ToPrivate(t *testing.T) {
	for _, target := range []string{"http://127.0.0.1/", "http://10.0.0.1/", "http://[::1]/", "http://[fd00::1]/", "http://[::ffff:192.168.0.1]/", "http://169.254.169.254/latest/meta-data/", "http://2130706433/",
		"file:///etc/passwd", "gopher://127.0.0.1:6379/_INFO", "//127.0.0.1/", "http://user:password@127.0.0.1/"} {
		var asked atomic.Int32
		proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			if asked.Add(1); asked.Load() > 1 {
				_, _ = w.Write([]byte("secret of the inner network"))
				return
			}
			w.Header().Set("Location", target)
			w.WriteHeader(http.StatusFound)
		}))
		proxyURL, err := url.Parse(proxy.URL)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := get(t, newClient(Config{ForbidPrivate: true}, http.ProxyURL(proxyURL), nil), "http://example.org/", Version{})
		if err == nil || asked.Load() != 1 {
			t.Errorf("%s: followed with %d requests: %v %v", target, asked.Load(), doc, err)
		}
		proxy.Close()
	}
}

// TestRedirects_Credentials: what is sent to one host for its eyes is not sent to the one that it redirects to.
func TestRedirects_Credentials(t *testing.T) {
	var got http.Header
	other := server(t, func(_ http.ResponseWriter, r *http.Request) { got = r.Header.Clone() })
	first := server(t, func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, strings.Replace(other.URL, "127.0.0.1", "localhost", 1), http.StatusFound)
	})
	r, err := http.NewRequest(http.MethodGet, first.URL, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer secret")
	r.Header.Set("Cookie", "session=secret")
	c := newClient(Config{}, noProxy, nil)
	t.Cleanup(c.http.CloseIdleConnections)
	answer, err := c.HTTP().Do(r)
	if err != nil {
		t.Fatal(err)
	}
	_ = answer.Body.Close()
	if got == nil || got.Get("Authorization") != "" || got.Get("Cookie") != "" {
		t.Errorf("the other host got %v", got)
	}
}

// TestRebinding_Often: the address that is judged is the one that is connected to, however often a name changes its mind.
func TestRebinding_Often(t *testing.T) {
	s := server(t, func(http.ResponseWriter, *http.Request) { t.Error("the server was called") })
	port := strings.TrimPrefix(s.URL, "http://127.0.0.1:")
	for _, address := range [][4]byte{{127, 0, 0, 1}, {10, 0, 0, 1}, {169, 254, 169, 254}, {0, 0, 0, 0}} {
		c := newClient(Config{ForbidPrivate: true}, noProxy, nameserver(t, address))
		for range 3 {
			var forbidden *ForbiddenAddressError
			if _, err := get(t, c, "http://rebinding.example.org:"+port, Version{}); !errors.As(err, &forbidden) {
				t.Errorf("%v: got %v", address, err)
			}
		}
	}
}
