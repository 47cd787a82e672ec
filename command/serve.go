package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"

	"secobserve/audit"
	"secobserve/auth"
	"secobserve/db"
	"secobserve/handlers"
	"secobserve/parsers/registry"
	"secobserve/setup"
	"secobserve/web"
)

// Run serves until the process is told to stop.
func (s Serve) Run(o Output) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends the process at once
	return s.serve(ctx, o, nil)
}

// serve serves until ctx ends; started, if not nil, is told the address.
func (s Serve) serve(ctx context.Context, o Output, started func(net.Addr)) (err error) {
	log := s.logger(o.Out)
	slog.SetDefault(log) // for what is told below the handlers: migrations, progress of long work
	p, err := s.parse()
	if err != nil {
		return err
	}
	if names := ignoredVariables(); len(names) > 0 {
		log.Info("environment variables that have no meaning here", "variables", names)
	}
	verifier, err := s.verifier(s.client().HTTP())
	if err != nil {
		return err
	}
	store, err := db.Open(s.file())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	audit.Attach(store, time.Now)
	keys, err := s.prepare(ctx, store, log, o.Err)
	if err != nil {
		return err
	}
	background, err := s.startBackground(ctx, store, log, p.location)
	if err != nil {
		return err
	}
	defer background.stop()
	debug.FreeOSMemory() // building the index and hashing a password leave much behind that is not needed any more
	handler, err := handlers.New(handlers.Config{
		PasswordCost: auth.RecommendedCost,
		Store:        store, Keys: keys, Location: p.location, Log: log, Version: Version, UI: web.Handler(s.ui()), UIConfiguration: s.ui(),
		AllowedHosts: lowered(s.AllowedHosts), CORSAllowedOrigins: trimmed(s.CORSAllowedOrigins), TrustedProxies: p.proxies,
		MaxUpload: s.MaxUpload, MaxBody: s.MaxBody, AnonymousPerSecond: s.RateAnonymous, UserPerSecond: s.RateUser,
		OIDC: verifier, LoginFailures: s.LoginFailures, LoginFailuresPerAddress: s.AddressLimit, EmailConfigured: s.EmailHost != "" || s.EmailPort != "",
	}).Handler()
	if err != nil {
		return err
	}
	return s.listen(ctx, log, handler, p.tls, started)
}

func (s Serve) logger(out io.Writer) *slog.Logger {
	if s.LogFormat == "text" {
		return slog.New(slog.NewTextHandler(out, nil))
	}
	return slog.New(slog.NewJSONHandler(out, nil))
}

// keys are the keys that protect secrets in the data file. made tells that a new key file was written for them: only for new data, because
// what is encrypted with a lost key is lost.
func (s Serve) keys(ctx context.Context, store *db.Store) (keys auth.Keys, made bool, err error) {
	if s.FieldEncryptionKey != "" {
		keys, err = auth.ParseKeys(s.FieldEncryptionKey)
		return keys, false, err
	}
	if _, err := os.Stat(s.keyFile()); !errors.Is(err, fs.ErrNotExist) {
		keys, err = auth.LoadOrCreateKeyFile(s.keyFile())
		return keys, false, err
	}
	used, err := setup.Done(ctx, store)
	if err != nil {
		return keys, false, err
	}
	if used {
		return keys, false, fmt.Errorf("the key file %s is missing: put it back beside its data file, or set FIELD_ENCRYPTION_KEY", s.keyFile())
	}
	keys, err = auth.LoadOrCreateKeyFile(s.keyFile())
	return keys, err == nil, err
}

// prepare makes the data file ready and returns the keys that belong to it. If that fails, no new key file is left behind.
func (s Serve) prepare(ctx context.Context, store *db.Store, log *slog.Logger, errs io.Writer) (auth.Keys, error) {
	keys, made, err := s.keys(ctx, store)
	if err != nil {
		return keys, err
	}
	if err := s.setUp(ctx, store, keys, log, errs); err != nil {
		if made {
			err = errors.Join(err, os.Remove(s.keyFile()))
		}
		return keys, err
	}
	return keys, nil
}

// setUp fills the data file with what it needs. A generated password goes to standard error and to the log, once (access.md §1.7).
func (s Serve) setUp(ctx context.Context, store *db.Store, keys auth.Keys, log *slog.Logger, errs io.Writer) error {
	admin := setup.Admin{Username: s.AdminUser, Email: s.AdminEmail, Password: s.AdminPassword, PasswordCost: auth.RecommendedCost}
	password, err := setup.Run(audit.With(ctx, &audit.Actor{Source: "start of the server"}), store, keys, admin, registry.Registered(), time.Now())
	if err != nil || password == "" {
		return err
	}
	log.Warn("First start: the password of the administrator was generated; it is shown only once", "user", s.AdminUser, "password", password)
	_, err = fmt.Fprintf(errs, "First start: user %q, password %s (shown only once)\n", s.AdminUser, password)
	return err
}
