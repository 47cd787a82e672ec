package rest

import (
	"context"
	"crypto/rand"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"regexp"
	"runtime/debug"
	"slices"
	"strings"
	"time"
)

// Middleware wraps a handler.
type Middleware func(http.Handler) http.Handler

// Chain applies middleware so that the first one sees the request first.
func Chain(h http.Handler, middleware ...Middleware) http.Handler {
	for _, m := range slices.Backward(middleware) {
		h = m(h)
	}
	return h
}

// The keys of values that the middleware leaves in a request's context.
type (
	secureKey  struct{}
	clientKey  struct{}
	detailsKey struct{}
)

// Details is what later handlers add to the line of the access log.
type Details struct {
	RequestID string // set by the access log
	User      string
	Error     error // the error behind an answer with an error status
}

// DetailsOf returns the request's details for the access log.
func DetailsOf(r *http.Request) *Details {
	if d, ok := r.Context().Value(detailsKey{}).(*Details); ok {
		return d
	}
	return &Details{}
}

// IsSecure tells whether the request came over TLS, to this server or to a trusted proxy.
func IsSecure(r *http.Request) bool {
	secure, _ := r.Context().Value(secureKey{}).(bool)
	return secure
}

// ClientOf is the address of the client.
func ClientOf(r *http.Request) netip.Addr {
	address, _ := r.Context().Value(clientKey{}).(netip.Addr)
	return address
}

// Client finds out the client's address and whether the connection is secure. The headers of proxies are believed only from trusted
// networks; X-Forwarded-Proto is also believed from the peer of an untrusted network if no proxies are configured, since it can only
// make links and headers stricter.
func Client(trusted []netip.Prefix) Middleware {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			peer := peerAddress(r)
			proxy := slices.ContainsFunc(trusted, func(p netip.Prefix) bool { return p.Contains(peer) })
			secure := r.TLS != nil || (proxy || len(trusted) == 0) && r.Header.Get("X-Forwarded-Proto") == "https"
			client := peer
			if proxy {
				client = forwardedFor(r, trusted, peer)
			}
			ctx := context.WithValue(r.Context(), secureKey{}, secure)
			ctx = context.WithValue(ctx, clientKey{}, client)
			next.ServeHTTP(w, r.WithContext(ctx))
		})
	}
}

func peerAddress(r *http.Request) netip.Addr {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		host = r.RemoteAddr
	}
	address, _ := netip.ParseAddr(host)
	return address.Unmap()
}

// forwardedFor is the last address of the chain that is no trusted proxy: what stands before it may be invented by the client.
func forwardedFor(r *http.Request, trusted []netip.Prefix, peer netip.Addr) netip.Addr {
	chain := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for _, text := range slices.Backward(chain) {
		address, err := netip.ParseAddr(strings.TrimSpace(text))
		if err != nil {
			return peer
		}
		address = address.Unmap()
		if !slices.ContainsFunc(trusted, func(p netip.Prefix) bool { return p.Contains(address) }) {
			return address
		}
	}
	return peer
}

// apiHeaders are on every answer (http-conventions.md §10).
var apiHeaders = map[string]string{
	"Cache-Control":                "no-cache, no-store, must-revalidate, private",
	"Cross-Origin-Embedder-Policy": "require-corp",
	"Cross-Origin-Opener-Policy":   "same-origin",
	"Cross-Origin-Resource-Policy": "same-site",
	"Permissions-Policy":           "geolocation=(), camera=(), microphone=()",
	"X-Frame-Options":              "DENY",
	"X-Content-Type-Options":       "nosniff",
	"Referrer-Policy":              "strict-origin-when-cross-origin",
	"Content-Security-Policy": "base-uri 'none'; default-src 'self'; form-action 'self'; frame-ancestors 'self'; object-src 'none'; " +
		"script-src 'self'",
	"Vary": "origin",
}

// SecurityHeaders sets the headers of a careful application; handlers of the web UI replace some of them.
func SecurityHeaders(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		for name, value := range apiHeaders {
			h.Set(name, value)
		}
		if IsSecure(r) {
			h.Set("Strict-Transport-Security", "max-age=31536000; includeSubDomains; preload")
		}
		next.ServeHTTP(w, r)
	})
}

var saneRequestID = regexp.MustCompile(`^[A-Za-z0-9._-]{1,64}$`)

// AccessLog gives each request an id and writes one line when it is answered. Refused and failed requests carry the reason.
func AccessLog(log *slog.Logger) Middleware {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			id := r.Header.Get("X-Request-Id")
			if !saneRequestID.MatchString(id) {
				id = rand.Text()
			}
			w.Header().Set("X-Request-Id", id)
			details := &Details{RequestID: id}
			r = r.WithContext(context.WithValue(r.Context(), detailsKey{}, details))
			recorder := &recorder{ResponseWriter: w, status: http.StatusOK}
			start := time.Now()
			defer func() { writeLine(log, r, recorder, details, id, time.Since(start)) }() // also when the answer is broken off
			next.ServeHTTP(recorder, r)
		})
	}
}

func writeLine(log *slog.Logger, r *http.Request, answer *recorder, details *Details, id string, duration time.Duration) {
	line := []slog.Attr{
		slog.String("request_id", id), slog.String("user", details.User), slog.String("request_method", r.Method),
		slog.String("request_path", LoggedURI(r.URL)), slog.String("request_client_ip", ClientOf(r).String()),
		slog.Int("response_status", answer.status), slog.Int64("response_bytes", answer.bytes), slog.Duration("duration", duration),
	}
	if details.Error != nil {
		line = append(line, slog.String("exception_message", details.Error.Error()))
	}
	log.LogAttrs(r.Context(), level(answer.status), "request", line...)
}

// secretParameters are never written into the log. None of them belongs into an address of this server, except the code with which a provider of
// identities sends the browser back; but what is wrong or foreign is logged, too.
var secretParameters = []string{"access_token", "api_key", "api_token", "apitoken", "authorization", "client_secret", "code", "current_password",
	"id_token", "jwt", "key", "new_password_1", "new_password_2", "password", "refresh_token", "secret", "session_state", "state", "token"}

// LoggedURI is the path with its query, without the values of parameters that are secrets.
func LoggedURI(u *url.URL) string {
	if u.RawQuery == "" {
		return u.RequestURI()
	}
	parts := strings.Split(u.RawQuery, "&")
	for i, part := range parts {
		name, _, _ := strings.Cut(part, "=")
		if plain, err := url.QueryUnescape(name); err != nil || slices.Contains(secretParameters, strings.ToLower(plain)) {
			parts[i] = name + "=********"
		}
	}
	return u.EscapedPath() + "?" + strings.Join(parts, "&")
}

func level(status int) slog.Level {
	switch {
	case status >= 500:
		return slog.LevelError
	case status == http.StatusUnauthorized || status == http.StatusForbidden:
		return slog.LevelWarn
	default:
		return slog.LevelInfo
	}
}

// recorder remembers what was answered.
type recorder struct {
	http.ResponseWriter
	status int
	bytes  int64
	wrote  bool
}

func (r *recorder) WriteHeader(status int) {
	if !r.wrote {
		r.status, r.wrote = status, true
	}
	r.ResponseWriter.WriteHeader(status)
}

func (r *recorder) Write(b []byte) (int, error) {
	r.wrote = true
	n, err := r.ResponseWriter.Write(b)
	r.bytes += int64(n)
	return n, err
}

// Unwrap gives http.ResponseController the writer behind.
func (r *recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }

// Recover answers 500 when a handler panics, and logs the stack. An answer that has begun already is broken off, so that no client takes it
// for complete. It stands behind [AccessLog].
func Recover(log *slog.Logger) Middleware {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			defer func() {
				failure := recover()
				if failure == nil {
					return
				}
				if failure == http.ErrAbortHandler {
					panic(failure)
				}
				log.ErrorContext(r.Context(), "panic in a request", "request_id", w.Header().Get("X-Request-Id"), "request_path", r.URL.Path,
					"exception_message", fmt.Sprint(failure), "stack", string(debug.Stack()))
				if answer, ok := w.(*recorder); ok && answer.wrote {
					panic(http.ErrAbortHandler)
				}
				_ = WriteError(w, r, Internal())
			}()
			next.ServeHTTP(w, r)
		})
	}
}

// maxRequestLine is the greatest length of a request line in bytes, without its line end.
const maxRequestLine = 4094

func requestLine(r *http.Request) int {
	return len(r.Method) + len(" ") + len(r.RequestURI) + len(" ") + len(r.Proto)
}

// Hosts refuses requests for other hosts than the allowed ones and this machine; no allowed ones means every host. Overlong request lines are
// refused as well.
func Hosts(allowed []string) Middleware {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if requestLine(r) > maxRequestLine || len(allowed) > 0 && !allowedHost(r, allowed) {
				w.Header().Set("Content-Type", "text/html; charset=utf-8")
				w.WriteHeader(http.StatusBadRequest)
				_, _ = w.Write([]byte("<!doctype html><title>Bad Request (400)</title><h1>Bad Request (400)</h1>"))
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

// allowedHost compares the host without its port; the entry * stands for every host.
func allowedHost(r *http.Request, allowed []string) bool {
	host := r.Host
	if h, _, err := net.SplitHostPort(host); err == nil {
		host = h
	}
	host = strings.ToLower(strings.Trim(host, "[]"))
	if host == "localhost" || host == "127.0.0.1" || host == "::1" || slices.Contains(allowed, "*") ||
		slices.Contains(allowed, host) {
		return true
	}
	local, ok := r.Context().Value(http.LocalAddrContextKey).(*net.TCPAddr)
	return ok && local.IP.String() == host
}

// The headers of CORS answers (http-conventions.md §10).
const (
	corsHeaders = "accept, authorization, content-type, user-agent, x-csrftoken, x-requested-with"
	corsMethods = "DELETE, GET, OPTIONS, PATCH, POST, PUT"
)

// CORS lets web applications of the listed origins call the API; credentials are never allowed. The answers differ from those of rs/cors in
// details that clients know, such as the status and the fixed lists of a preflight.
func CORS(origins []string) Middleware {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			origin := r.Header.Get("Origin")
			allowed := origin != "" && slices.ContainsFunc(origins, func(o string) bool { return sameOrigin(o, origin) })
			if allowed {
				w.Header().Set("Access-Control-Allow-Origin", origin)
				w.Header().Set("Access-Control-Expose-Headers", "content-disposition")
			}
			if r.Method != http.MethodOptions || r.Header.Get("Access-Control-Request-Method") == "" {
				next.ServeHTTP(w, r)
				return
			}
			if allowed {
				w.Header().Set("Access-Control-Allow-Headers", corsHeaders)
				w.Header().Set("Access-Control-Allow-Methods", corsMethods)
				w.Header().Set("Access-Control-Max-Age", "86400")
			}
			w.Header().Set("Content-Length", "0")
			w.WriteHeader(http.StatusOK)
		})
	}
}

// sameOrigin compares scheme, host and port of a configured origin with those of a request. Configured origins may end in a slash.
func sameOrigin(configured, origin string) bool {
	return strings.EqualFold(strings.TrimRight(strings.TrimSpace(configured), "/"), origin)
}
