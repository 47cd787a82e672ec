package command

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"secobserve/handlers/rest"
)

// The limits of connections. How slowly a body may come and an answer be taken is the affair of [rest.Patience]; there is no limit for the whole
// of them.
const (
	readHeaderTimeout = 10 * time.Second
	idleTimeout       = 2 * time.Minute
	maxHeaderBytes    = 16380
	pingTimeout       = 30 * time.Second // of HTTP/2, whose connections may look idle while an answer is awaited
)

// drainTime is how long running requests may take when the server stops; with what follows the process ends within ten seconds.
const drainTime = 9 * time.Second

// listen opens the ports and serves until ctx ends.
func (s Serve) listen(ctx context.Context, log *slog.Logger, handler http.Handler, secure *tls.Config, started func(net.Addr)) error {
	if s.MetricsListen != "" {
		counting, metrics := counted(handler)
		stop, err := s.listenMetrics(log, metrics)
		if err != nil {
			return err
		}
		defer stop()
		handler = counting
	}
	listener, err := net.Listen("tcp", s.Listen)
	if err != nil {
		return err
	}
	if secure != nil {
		listener = tls.NewListener(listener, secure)
	}
	server := newServer(log, handler)
	log.Info("serving", "address", listener.Addr().String(), "version", Version)
	if started != nil {
		started(listener.Addr())
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	log.Info("stopping")
	return drain(server)
}

func newServer(log *slog.Logger, handler http.Handler) *http.Server {
	return &http.Server{
		Handler: rest.Chain(handler, rest.DefaultPatience.Clients, rest.EndChunked), ReadHeaderTimeout: readHeaderTimeout, IdleTimeout: idleTimeout,
		HTTP2:          &http.HTTP2Config{SendPingTimeout: pingTimeout, PingTimeout: pingTimeout, WriteByteTimeout: idleTimeout},
		MaxHeaderBytes: maxHeaderBytes, ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
}

// drain takes no more requests, waits for the running ones and breaks off those that take too long.
func drain(server *http.Server) error {
	ctx, cancel := context.WithTimeout(context.Background(), drainTime)
	defer cancel()
	if err := server.Shutdown(ctx); errors.Is(err, context.DeadlineExceeded) {
		return server.Close()
	} else if err != nil {
		return fmt.Errorf("stop: %w", err)
	}
	return nil
}

// listenMetrics serves the metrics on a port of their own, which need not be open to the world.
func (s Serve) listenMetrics(log *slog.Logger, metrics http.Handler) (stop func(), err error) {
	listener, err := net.Listen("tcp", s.MetricsListen)
	if err != nil {
		return nil, fmt.Errorf("metrics: %w", err)
	}
	server := newServer(log, metrics)
	log.Info("serving metrics", "address", listener.Addr().String())
	go func() {
		if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			log.Error("metrics", "exception_message", err.Error())
		}
	}()
	return func() { _ = server.Close() }, nil
}
