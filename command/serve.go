package command

import (
	"context"
	"errors"
	"fmt"
	"io"
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
	store, err := db.Open(s.file())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	audit.Attach(store, time.Now)
	keys, err := s.keys()
	if err != nil {
		return err
	}
	if err := s.prepare(ctx, store, keys, o.Err); err != nil {
		return err
	}
	background, err := s.startBackground(ctx, store, log, p.location)
	if err != nil {
		return err
	}
	defer background.stop()
	debug.FreeOSMemory() // building the index and hashing a password leave much behind that is not needed any more
	handler, err := handlers.New(handlers.Config{
		Store: store, Keys: keys, Location: p.location, Log: log, Version: Version, UI: web.Handler(s.ui()), UIConfiguration: s.ui(),
		AllowedHosts: lowered(s.AllowedHosts), CORSAllowedOrigins: trimmed(s.CORSAllowedOrigins), TrustedProxies: p.proxies,
		MaxUpload: s.MaxUpload, MaxBody: s.MaxBody, AnonymousPerSecond: s.RateAnonymous, UserPerSecond: s.RateUser,
		LoginFailures: s.LoginFailures, EmailConfigured: s.EmailHost != "" || s.EmailPort != "",
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

func (s Serve) keys() (auth.Keys, error) {
	if s.FieldEncryptionKey != "" {
		return auth.ParseKeys(s.FieldEncryptionKey)
	}
	return auth.LoadOrCreateKeyFile(s.keyFile())
}

// prepare makes the data file ready. A generated password goes to the standard error alone: logs are kept and shared.
func (s Serve) prepare(ctx context.Context, store *db.Store, keys auth.Keys, errs io.Writer) error {
	admin := setup.Admin{Username: s.AdminUser, Email: s.AdminEmail, Password: s.AdminPassword}
	password, err := setup.Run(audit.With(ctx, &audit.Actor{Source: "start of the server"}), store, keys, admin, registry.Registered(), time.Now())
	if err != nil || password == "" {
		return err
	}
	_, err = fmt.Fprintf(errs, "First start: user %q, password %s (shown only once)\n", s.AdminUser, password)
	return err
}
