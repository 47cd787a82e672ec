package command

import (
	"crypto/tls"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"time"
)

// Healthcheck asks a running server whether it is healthy. It reads the configuration of the server, so that a container needs no second one.
type Healthcheck struct {
	URL     string `help:"Address of the server; by default the one that --listen and --tls-cert stand for." env:"SO_HEALTHCHECK_URL"`
	Listen  string `help:"Address that the server listens on." default:":8080" env:"SO_LISTEN"`
	TLSCert string `help:"Certificate file of the server; any text means HTTPS." env:"SO_TLS_CERT" name:"tls-cert"`
}

// healthTimeout is how long a healthy server may take to say so.
const healthTimeout = 5 * time.Second

// Run asks the server.
func (h Healthcheck) Run() error {
	url, own := strings.TrimRight(h.URL, "/"), false
	if url == "" {
		address, err := h.address()
		if err != nil {
			return err
		}
		url, own = address, true
	}
	answer, err := healthClient(own).Get(url + "/api/status/health/")
	if err != nil {
		return err
	}
	if err := answer.Body.Close(); err != nil {
		return err
	}
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("the server answers %s", answer.Status)
	}
	return nil
}

// address is where a server of this machine with the same configuration is reached.
func (h Healthcheck) address() (string, error) {
	host, port, err := net.SplitHostPort(h.Listen)
	if err != nil {
		return "", fmt.Errorf("listen address: %w", err)
	}
	if ip, err := netip.ParseAddr(host); host == "" || err == nil && ip.IsUnspecified() {
		host = "127.0.0.1"
		if ip.Is6() {
			host = "::1"
		}
	}
	scheme := "http"
	if h.TLSCert != "" {
		scheme = "https"
	}
	return scheme + "://" + net.JoinHostPort(host, port), nil
}

// healthClient asks without a proxy. A certificate names the host that others see, never the loopback address: with the own server, to
// which nothing secret is sent, the name is not checked.
func healthClient(own bool) *http.Client {
	return &http.Client{
		Timeout:   healthTimeout,
		Transport: &http.Transport{TLSClientConfig: &tls.Config{MinVersion: tls.VersionTLS12, InsecureSkipVerify: own}}, //nolint:gosec // see above
	}
}
