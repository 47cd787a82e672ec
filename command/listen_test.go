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

func TestHeaderTooLarge(t *testing.T) {
	server := httptest.NewUnstartedServer(http.NotFoundHandler())
	server.Config = newServer(silent, http.NotFoundHandler())
	server.Start()
	defer server.Close()
	r, err := http.NewRequest(http.MethodGet, server.URL, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("X-Long", strings.Repeat("x", 2*maxHeaderBytes))
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	_ = answer.Body.Close()
	if answer.StatusCode != http.StatusRequestHeaderFieldsTooLarge {
		t.Errorf("status %d", answer.StatusCode)
	}
}
