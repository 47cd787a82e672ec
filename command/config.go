package command

import (
	"crypto/tls"
	"errors"
	"fmt"
	"net/netip"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
	_ "time/tzdata" // the time zones are part of the binary

	"secobserve/auth"
)

// Serve is the configuration of the server (operations.md §13).
type Serve struct {
	Preparation
	OIDC
	Listen        string `help:"Address to listen on." default:":8080" env:"SO_LISTEN"`
	MetricsListen string `help:"Address for Prometheus metrics at /metrics; off by default." env:"SO_METRICS_LISTEN"`
	TLSCert       string `help:"Certificate file; serves HTTPS together with --tls-key." env:"SO_TLS_CERT" name:"tls-cert"`
	TLSKey        string `help:"Key file of the certificate." env:"SO_TLS_KEY" name:"tls-key"`

	Backups string `help:"Folder of the daily backups, better on another disk; unset: backups in the folder of the data." env:"SO_BACKUPS" type:"path"`

	AllowedHosts       []string `help:"Accepted host names besides this machine's own; unset: every host." env:"ALLOWED_HOSTS"`
	CORSAllowedOrigins []string `help:"Origins of other web applications that may call the API." env:"CORS_ALLOWED_ORIGINS" name:"cors-allowed-origins"`
	TimeZone           string   `help:"IANA name of the time zone." default:"UTC" env:"TZ"`
	TrustedProxies     []string `help:"Addresses or networks of reverse proxies whose X-Forwarded-For is believed." env:"SO_TRUSTED_PROXIES"`

	MaxUpload     int64  `help:"Greatest size of an uploaded file in bytes, after decompression." default:"536870912" env:"SO_MAX_UPLOAD"`
	MaxBody       int64  `help:"Greatest size of a JSON body in bytes." default:"16777216" env:"SO_MAX_BODY"`
	RateAnonymous int    `help:"Requests per second and address without login; 0: no limit." default:"10" env:"SO_RATE_ANONYMOUS"`
	RateUser      int    `help:"Requests per second and user; 0: no limit." default:"100" env:"SO_RATE_USER"`
	LoginFailures int    `help:"Wrong passwords per account in five minutes; 0: no limit." default:"10" env:"SO_LOGIN_FAILURES"`
	AddressLimit  int    `help:"Wrong passwords, and unknown API tokens, per address in five minutes; 0: no limit." default:"10" env:"SO_LOGIN_FAILURES_PER_ADDRESS" name:"login-failures-per-address"`
	ForbidPrivate bool   `help:"Never call addresses that are not of the public internet; by default mirrors and services in the own network may be called." env:"SO_FORBID_PRIVATE_ADDRESSES" name:"forbid-private-addresses"`
	LogFormat     string `help:"Format of the log." enum:"json,text" default:"json" env:"SO_LOG_FORMAT"`
	EmailHost     string `help:"SMTP server." env:"EMAIL_HOST"`
	EmailPort     string `help:"Port of the SMTP server." env:"EMAIL_PORT"`
}

// backups is the folder of the daily backups.
func (s Serve) backups() string {
	if s.Backups != "" {
		return s.Backups
	}
	return filepath.Join(s.Data.Data, "backups")
}

// parsed is the part of the configuration that has to be understood before it can be used.
type parsed struct {
	location *time.Location
	proxies  []netip.Prefix
	tls      *tls.Config // nil: plain HTTP
}

// parse finds everything that is wrong with the configuration before a file is made or a port opened.
func (s Serve) parse() (p parsed, err error) {
	if s.MaxUpload < 1 || s.MaxBody < 1 {
		return p, errors.New("--max-upload and --max-body must be at least 1 byte")
	}
	if s.RateAnonymous < 0 || s.RateUser < 0 || s.LoginFailures < 0 || s.AddressLimit < 0 {
		return p, errors.New("--rate-anonymous, --rate-user, --login-failures and --login-failures-per-address must not be negative; 0 switches a limit off")
	}
	if s.FieldEncryptionKey != "" {
		if _, err := auth.ParseKeys(s.FieldEncryptionKey); err != nil {
			return p, err
		}
	}
	if p.location, err = parseTimeZone(s.TimeZone); err != nil {
		return p, err
	}
	if p.proxies, err = parseNetworks(s.TrustedProxies); err != nil {
		return p, err
	}
	p.tls, err = s.parseTLS()
	return p, err
}

// parseTimeZone finds a zone by its name. "Local", which is a name for Go, would make answers depend on the machine.
func parseTimeZone(name string) (*time.Location, error) {
	if name == "Local" {
		return nil, errors.New(`time zone "Local": use an IANA name such as Europe/Berlin`)
	}
	location, err := time.LoadLocation(name)
	if err != nil {
		return nil, fmt.Errorf("time zone %q: %w", name, err)
	}
	return location, nil
}

func parseNetworks(texts []string) ([]netip.Prefix, error) {
	var networks []netip.Prefix
	for _, text := range trimmed(texts) {
		if address, err := netip.ParseAddr(text); err == nil {
			networks = append(networks, netip.PrefixFrom(address, address.BitLen()))
			continue
		}
		network, err := netip.ParsePrefix(text)
		if err != nil {
			return nil, fmt.Errorf("trusted proxies: %w", err)
		}
		networks = append(networks, network)
	}
	return networks, nil
}

func (s Serve) parseTLS() (*tls.Config, error) {
	if s.TLSCert == "" && s.TLSKey == "" {
		return nil, nil
	}
	if s.TLSCert == "" || s.TLSKey == "" {
		return nil, errors.New("HTTPS needs both --tls-cert and --tls-key")
	}
	certificate, err := tls.LoadX509KeyPair(s.TLSCert, s.TLSKey)
	if err != nil {
		return nil, fmt.Errorf("load the certificate: %w", err)
	}
	return &tls.Config{Certificates: []tls.Certificate{certificate}, MinVersion: tls.VersionTLS12, NextProtos: []string{"h2", "http/1.1"}}, nil
}

// trimmed are the entries of a list without the blanks around them and without empty ones.
func trimmed(texts []string) []string {
	var out []string
	for _, text := range texts {
		if text = strings.TrimSpace(text); text != "" {
			out = append(out, text)
		}
	}
	return out
}

func lowered(texts []string) []string {
	out := trimmed(texts)
	for i, text := range out {
		out[i] = strings.ToLower(text)
	}
	return out
}

// ignored are prefixes of variables of the original deployment that have no meaning here.
var ignored = []string{"DATABASE_", "MYSQL_AZURE", "GUNICORN_", "HUEY_", "DJANGO_"}

// ignoredVariables are the names of such variables in the environment; their values may be secrets.
func ignoredVariables() []string {
	var names []string
	for _, variable := range os.Environ() {
		name, _, _ := strings.Cut(variable, "=")
		if slices.ContainsFunc(ignored, func(prefix string) bool { return strings.HasPrefix(name, prefix) }) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}
