package command

import (
	"context"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

var silent = slog.New(slog.DiscardHandler)

// A request that runs when the server is told to stop is answered, a new one is not taken, and the server ends without an error.
func TestGracefulStop(t *testing.T) {
	running, finish := make(chan struct{}), make(chan struct{})
	handler := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		close(running)
		<-finish
		_, _ = io.WriteString(w, "done")
	})
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	address, ended := make(chan net.Addr, 1), make(chan error, 1)
	go func() {
		ended <- Serve{Listen: "127.0.0.1:0"}.listen(ctx, silent, handler, nil, func(a net.Addr) { address <- a })
	}()
	base := "http://" + (<-address).String()

	answered := make(chan string, 1)
	go func() {
		answer, err := http.Get(base)
		if err != nil {
			answered <- err.Error()
			return
		}
		defer answer.Body.Close() //nolint:errcheck // read to its end
		body, _ := io.ReadAll(answer.Body)
		answered <- string(body)
	}()
	<-running
	stop()
	for refused := false; !refused; { // the port closes soon after
		connection, err := net.Dial("tcp", strings.TrimPrefix(base, "http://"))
		if refused = err != nil; !refused {
			_ = connection.Close()
		}
	}
	select {
	case err := <-ended:
		t.Fatalf("ended while a request is running: %v", err)
	default:
	}
	close(finish)
	if got := <-answered; got != "done" {
		t.Errorf("the running request got %q", got)
	}
	if err := <-ended; err != nil {
		t.Errorf("stop: %v", err)
	}
}

func TestPortInUse(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close() //nolint:errcheck // the test ends
	for name, s := range map[string]Serve{
		"server":  {Listen: taken.Addr().String()},
		"metrics": {Listen: "127.0.0.1:0", MetricsListen: taken.Addr().String()},
	} {
		err := s.listen(context.Background(), silent, http.NotFoundHandler(), nil, nil)
		if err == nil || !strings.Contains(err.Error(), "address already in use") {
			t.Errorf("%s on a taken port: %v", name, err)
		}
	}
}

// Headers that come drop by drop are waited for only so long, over a connection without TLS and, before its handshake, one with it.
func TestSlowHeaders(t *testing.T) {
	if readHeaderTimeout > 10*time.Second || idleTimeout > 2*time.Minute {
		t.Errorf("headers are waited for %s, idle connections kept %s", readHeaderTimeout, idleTimeout)
	}
	for _, secure := range []bool{false, true} {
		server := httptest.NewUnstartedServer(http.NotFoundHandler())
		server.Config = newServer(silent, http.NotFoundHandler())
		if server.Config.ReadHeaderTimeout != readHeaderTimeout || server.Config.IdleTimeout != idleTimeout {
			t.Fatal("the server does not have the limits")
		}
		server.Config.ReadHeaderTimeout, server.Config.IdleTimeout = readHeaderTimeout/40, idleTimeout/400
		if secure {
			server.StartTLS()
		} else {
			server.Start()
		}
		for name, begin := range map[string]string{"nothing": "", "part of the headers": "GET / HTTP/1.1\r\nHost: h\r\n", "idle": "GET / HTTP/1.1\r\nHost: h\r\n\r\n"} {
			connection, err := net.Dial("tcp", server.Listener.Addr().String())
			if err != nil {
				t.Fatal(err)
			}
			_, _ = io.WriteString(connection, begin)
			ended := make(chan struct{})
			go func() {
				_, _ = io.Copy(io.Discard, connection)
				close(ended)
			}()
			for deadline := time.Now().Add(10 * time.Second); ; {
				if name == "part of the headers" {
					_, _ = io.WriteString(connection, "X") // another drop
				}
				select {
				case <-ended:
				case <-time.After(50 * time.Millisecond):
					if time.Now().Before(deadline) {
						continue
					}
					t.Errorf("secure %v, %s: the connection is kept", secure, name)
				}
				break
			}
			_ = connection.Close()
		}
		server.Close()
	}
}
