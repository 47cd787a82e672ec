package command

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"strings"
	"syscall"
	"time"
	_ "time/tzdata" // the time zones are part of the binary

	"github.com/prometheus/client_golang/prometheus/promhttp"

	"secobserve/auth"
	"secobserve/db"
	"secobserve/handlers"
	"secobserve/parsers/registry"
	"secobserve/setup"
	"secobserve/web"
)

// Serve is the configuration of the server (operations.md §13).
type Serve struct {
	Data
	Listen        string `help:"Address to listen on." default:":8080" env:"SO_LISTEN"`
	MetricsListen string `help:"Address for Prometheus metrics at /metrics; off by default." env:"SO_METRICS_LISTEN"`
	TLSCert       string `help:"Certificate file; serves HTTPS together with --tls-key." env:"SO_TLS_CERT" name:"tls-cert"`
	TLSKey        string `help:"Key file of the certificate." env:"SO_TLS_KEY" name:"tls-key"`

	AdminUser     string `help:"Name of the first administrator." default:"admin" env:"ADMIN_USER"`
	AdminEmail    string `help:"E-mail address of the first administrator." env:"ADMIN_EMAIL"`
	AdminPassword string `help:"Password of the first administrator; generated and printed once if empty." env:"ADMIN_PASSWORD"`

	AllowedHosts       []string `help:"Accepted host names besides this machine's own; unset: every host." env:"ALLOWED_HOSTS"`
	CORSAllowedOrigins []string `help:"Origins of other web applications that may call the API." env:"CORS_ALLOWED_ORIGINS" name:"cors-allowed-origins"`
	FieldEncryptionKey string   `help:"Key that protects secrets in the data file (URL-safe base64 of 32 bytes; several separated by commas: the first encrypts); unset: a key file beside the data." env:"FIELD_ENCRYPTION_KEY"`
	TimeZone           string   `help:"IANA name of the time zone." default:"UTC" env:"TZ"`
	TrustedProxies     []string `help:"Networks of reverse proxies whose X-Forwarded-For is believed." env:"SO_TRUSTED_PROXIES"`

	MaxUpload     int64  `help:"Greatest size of an uploaded file in bytes, after decompression." default:"536870912" env:"SO_MAX_UPLOAD"`
	MaxBody       int64  `help:"Greatest size of a JSON body in bytes." default:"16777216" env:"SO_MAX_BODY"`
	RateAnonymous int    `help:"Requests per second and address without login; 0: no limit." default:"10" env:"SO_RATE_ANONYMOUS"`
	RateUser      int    `help:"Requests per second and user; 0: no limit." default:"100" env:"SO_RATE_USER"`
	LoginFailures int    `help:"Wrong passwords per account and address in five minutes; 0: no limit." default:"10" env:"SO_LOGIN_FAILURES"`
	LogFormat     string `help:"Format of the log." enum:"json,text" default:"json" env:"SO_LOG_FORMAT"`
	EmailHost     string `help:"SMTP server." env:"EMAIL_HOST"`
	EmailPort     string `help:"Port of the SMTP server." env:"EMAIL_PORT"`
}

// ignored are prefixes of variables of the original deployment that have no meaning here.
var ignored = []string{"DATABASE_", "MYSQL_AZURE", "GUNICORN_", "HUEY_", "DJANGO_"}

// drainTime is how long running requests may take when the server stops.
const drainTime = 10 * time.Second

// Run serves until the process is told to stop.
func (s Serve) Run(o Output) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return s.serve(ctx, o, nil)
}

// serve serves until ctx ends; started, if not nil, is told the address.
func (s Serve) serve(ctx context.Context, o Output, started func(net.Addr)) (err error) {
	log := s.logger(o.Out)
	location, err := time.LoadLocation(s.TimeZone)
	if err != nil {
		return fmt.Errorf("time zone %q: %w", s.TimeZone, err)
	}
	proxies, err := parseNetworks(s.TrustedProxies)
	if err != nil {
		return err
	}
	logIgnored(log)
	store, err := db.Open(s.file())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	keys, err := s.keys()
	if err != nil {
		return err
	}
	admin := setup.Admin{Username: s.AdminUser, Email: s.AdminEmail, Password: s.AdminPassword}
	password, err := setup.Run(ctx, store, keys, admin, registry.Registered(), time.Now())
	if err != nil {
		return err
	}
	if password != "" {
		if _, err := fmt.Fprintf(o.Err, "First start: user %q, password %s (shown only once)\n", s.AdminUser, password); err != nil {
			return err
		}
	}
	debug.FreeOSMemory() // building the index and hashing a password leave much behind that is not needed any more
	handler, err := handlers.New(handlers.Config{
		Store: store, Keys: keys, Location: location, Log: log, Version: Version, UI: web.Handler(),
		AllowedHosts: lowered(s.AllowedHosts), CORSAllowedOrigins: s.CORSAllowedOrigins, TrustedProxies: proxies,
		MaxUpload: s.MaxUpload, MaxBody: s.MaxBody, AnonymousPerSecond: s.RateAnonymous, UserPerSecond: s.RateUser,
		LoginFailures: s.LoginFailures, EmailConfigured: s.EmailHost != "" || s.EmailPort != "",
	}).Handler()
	if err != nil {
		return err
	}
	return s.listen(ctx, log, handler, started)
}

func (s Serve) logger(out io.Writer) *slog.Logger {
	if s.LogFormat == "text" {
		return slog.New(slog.NewTextHandler(out, nil))
	}
	return slog.New(slog.NewJSONHandler(out, nil))
}

func lowered(hosts []string) []string {
	out := make([]string, len(hosts))
	for i, h := range hosts {
		out[i] = strings.ToLower(strings.TrimSpace(h))
	}
	return out
}

func parseNetworks(texts []string) ([]netip.Prefix, error) {
	var networks []netip.Prefix
	for _, text := range texts {
		network, err := netip.ParsePrefix(strings.TrimSpace(text))
		if err != nil {
			return nil, fmt.Errorf("trusted proxies: %w", err)
		}
		networks = append(networks, network)
	}
	return networks, nil
}

func logIgnored(log *slog.Logger) {
	for _, variable := range os.Environ() {
		for _, prefix := range ignored {
			if strings.HasPrefix(variable, prefix) {
				name, _, _ := strings.Cut(variable, "=")
				log.Info("environment variable has no meaning here", "variable", name)
			}
		}
	}
}

func (s Serve) keys() (auth.Keys, error) {
	if s.FieldEncryptionKey != "" {
		return auth.ParseKeys(s.FieldEncryptionKey)
	}
	return auth.LoadOrCreateKeyFile(filepath.Join(s.Data.Data, "secobserve.key"))
}

// The limits of connections.
const (
	readHeaderTimeout = 10 * time.Second
	readTimeout       = 10 * time.Minute // a large upload over a slow line
	idleTimeout       = 2 * time.Minute
	maxHeaderBytes    = 16380
)

func (s Serve) listen(ctx context.Context, log *slog.Logger, handler http.Handler, started func(net.Addr)) error {
	listener, err := net.Listen("tcp", s.Listen)
	if err != nil {
		return err
	}
	server := &http.Server{Handler: handler, ReadHeaderTimeout: readHeaderTimeout, ReadTimeout: readTimeout, IdleTimeout: idleTimeout,
		MaxHeaderBytes: maxHeaderBytes, ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelWarn)}
	if s.TLSCert != "" || s.TLSKey != "" {
		certificate, err := tls.LoadX509KeyPair(s.TLSCert, s.TLSKey)
		if err != nil {
			return errors.Join(fmt.Errorf("load the certificate: %w", err), listener.Close())
		}
		listener = tls.NewListener(listener, &tls.Config{Certificates: []tls.Certificate{certificate}, MinVersion: tls.VersionTLS12, NextProtos: []string{"h2", "http/1.1"}})
	}
	if s.MetricsListen != "" {
		metrics := &http.Server{Addr: s.MetricsListen, Handler: metricsHandler(), ReadHeaderTimeout: readHeaderTimeout}
		go func() {
			if err := metrics.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
				log.Error("metrics", "exception_message", err)
			}
		}()
		defer metrics.Close() //nolint:errcheck // the process ends
	}
	log.Info("serving", "address", listener.Addr().String(), "version", Version)
	if started != nil {
		started(listener.Addr())
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	log.Info("stopping")
	drain, cancel := context.WithTimeout(context.Background(), drainTime-time.Second)
	defer cancel()
	if err := server.Shutdown(drain); err != nil {
		return server.Close()
	}
	return nil
}

func metricsHandler() http.Handler {
	routes := http.NewServeMux()
	routes.Handle("/metrics", promhttp.Handler())
	return routes
}
