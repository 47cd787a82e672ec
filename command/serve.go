package command

import (
	"context"
	"errors"
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
	"secobserve/backups"
	"secobserve/db"
	"secobserve/handlers"
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
		OIDC: verifier, LoginFailures: s.LoginFailures, LoginFailuresPerAddress: s.AddressLimit, Room: func() (uint64, error) { return backups.Free(s.Data.Data) }, EmailConfigured: s.EmailHost != "" || s.EmailPort != "",
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
