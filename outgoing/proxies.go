package outgoing

import (
	"net"
	"net/http"
	"net/url"
	"sync"
)

// proxies remembers the addresses of the proxies in use: connections to them are the operator's wish, whatever address they have.
type proxies struct {
	find func(*http.Request) (*url.URL, error)

	mu    sync.Mutex
	hosts map[string]bool // host:port
}

// of is the proxy for a request, nil for none.
func (p *proxies) of(r *http.Request) (*url.URL, error) {
	proxy, err := p.find(r)
	if err != nil || proxy == nil {
		return nil, err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.hosts == nil {
		p.hosts = make(map[string]bool)
	}
	p.hosts[hostPort(proxy)] = true
	return proxy, nil
}

// known tells whether a connection to an address is one to a proxy.
func (p *proxies) known(address string) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.hosts[address]
}

// hostPort is the address that net/http connects to for a proxy.
func hostPort(u *url.URL) string {
	if u.Port() != "" {
		return u.Host
	}
	port := "80"
	switch u.Scheme {
	case "https":
		port = "443"
	case "socks5", "socks5h":
		port = "1080"
	}
	return net.JoinHostPort(u.Hostname(), port)
}
