package handlers

import (
	"log/slog"
	"net/http"
	"net/netip"
	"sync/atomic"
	"time"

	"secobserve/auth"
	"secobserve/auth/oidc"
	"secobserve/db"
	"secobserve/model"
	"secobserve/notifications"
	"secobserve/web"
)

// Config is what a server needs from its surroundings.
type Config struct {
	Store *db.Store
	// Keys protect the secrets in the data file.
	Keys auth.Keys
	// Location is the time zone of the server (http-conventions.md §7).
	Location *time.Location
	// Clock tells the time; nil means time.Now.
	Clock func() time.Time
	Log   *slog.Logger
	// Version is the build's version, as the API and the UI show it.
	Version string
	// UI serves the web UI; nil if the binary was built without it.
	UI http.Handler
	// UIConfiguration is what the web UI has to know before a login.
	UIConfiguration web.Configuration

	// OIDC checks the ID tokens of an OpenID Connect provider; nil switches that off.
	OIDC *oidc.Verifier

	// AllowedHosts are the accepted values of the Host header besides this machine's own; empty means every host.
	AllowedHosts []string
	// CORSAllowedOrigins are the origins of other web applications that may call the API.
	CORSAllowedOrigins []string
	// TrustedProxies are the networks from which X-Forwarded-For and X-Forwarded-Proto are believed.
	TrustedProxies []netip.Prefix
	// MaxUpload and MaxBody limit uploaded files and JSON bodies, in bytes after decompression.
	MaxUpload, MaxBody int64
	// AnonymousPerSecond and UserPerSecond limit requests per client address and per user; 0 switches the limit off.
	AnonymousPerSecond, UserPerSecond int
	// LoginFailures is how many wrong passwords are tolerated per account in five minutes, LoginFailuresPerAddress how many wrong passwords, and
	// how many unknown API tokens, per address; 0 switches a limit off.
	LoginFailures, LoginFailuresPerAddress int
	// PasswordCost is what hashes of passwords cost.
	PasswordCost auth.Cost
	// Room tells how many bytes the disk of the data has left; nil: that is not known.
	Room func() (uint64, error)
	// EmailConfigured tells clients that the server can send e-mail.
	EmailConfigured bool
}

// Server answers the requests of the API.
type Server struct {
	Config
	hasher    *auth.Hasher
	anonymous *auth.Throttle[netip.Addr]
	users     *auth.Throttle[model.ID]
	failures  *auth.FailureLimit
	// tokenFailures counts unknown API tokens per address, apart from passwords: a forgotten pipeline must not lock out people.
	tokenFailures *auth.FailureLimit
	secret        atomic.Pointer[jwtSecret]
	used          tokenUses
	unexpected    notifications.Failures
}

// jwtSecret is the decrypted secret that signs JWTs, with the stored form that it was decrypted from.
type jwtSecret struct {
	stored model.Secret
	plain  []byte
}

// loginWindow is the time in which failed logins are counted (access.md §1.4).
const loginWindow = 5 * time.Minute

// New makes a server.
func New(c Config) *Server {
	if c.Clock == nil {
		c.Clock = time.Now
	}
	return &Server{
		Config:        c,
		hasher:        auth.NewHasher(0, c.PasswordCost),
		anonymous:     auth.NewThrottle[netip.Addr](c.AnonymousPerSecond, time.Second, c.Clock),
		users:         auth.NewThrottle[model.ID](c.UserPerSecond, time.Second, c.Clock),
		failures:      auth.NewFailureLimit(c.LoginFailures, c.LoginFailuresPerAddress, loginWindow, c.Clock),
		unexpected:    notifications.Failures{Store: c.Store},
		tokenFailures: auth.NewFailureLimit(0, c.LoginFailuresPerAddress, loginWindow, c.Clock),
	}
}
