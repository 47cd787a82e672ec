package command_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"
	"golang.org/x/sys/unix"
)

// limitOpenFiles sets how many files and connections the process may have open.
func (p *process) limitOpenFiles(n uint64) {
	p.t.Helper()
	if err := unix.Prlimit(p.command.Process.Pid, unix.RLIMIT_NOFILE, &unix.Rlimit{Cur: n, Max: n}, nil); err != nil {
		p.t.Fatal(err)
	}
}

// resident is the memory of the process in bytes.
func (p *process) resident() int {
	p.t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/statm", p.command.Process.Pid))
	if err != nil {
		p.t.Fatal(err)
	}
	pages, err := strconv.Atoi(strings.Fields(string(status))[1])
	if err != nil {
		p.t.Fatal(err)
	}
	return pages * os.Getpagesize()
}

// healthy fails if the server does not answer a new client soon.
func (p *process) healthy() {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, "GET", p.base+"/api/status/health/", nil)
	if err != nil {
		p.t.Fatal(err)
	}
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	answer, err := client.Do(r)
	if err != nil {
		p.t.Fatalf("no answer: %v", err)
	}
	defer answer.Body.Close() //nolint:errcheck // nothing is in it
	if answer.StatusCode != 200 {
		p.t.Fatalf("the answer is %d", answer.StatusCode)
	}
}

// idleConnections opens connections that have had an answer and ask for nothing more. One that fails ends it.
func (p *process) idleConnections(n int) (connections []net.Conn, err error) {
	connections = make([]net.Conn, n)
	p.t.Cleanup(func() { hangUp(connections) })
	var work errgroup.Group
	work.SetLimit(16)
	for i := range connections {
		work.Go(func() error {
			connection, err := net.Dial("tcp", strings.TrimPrefix(p.base, "http://"))
			if err != nil {
				return err
			}
			connections[i] = connection
			_ = connection.SetReadDeadline(time.Now().Add(30 * time.Second))
			if _, err := io.WriteString(connection, "GET /api/status/health/ HTTP/1.1\r\nHost: h\r\n\r\n"); err != nil {
				return err
			}
			answer, err := http.ReadResponse(bufio.NewReaderSize(connection, 16), nil)
			if err != nil {
				return err
			}
			return answer.Body.Close()
		})
	}
	return connections, work.Wait()
}

func hangUp(connections []net.Conn) {
	for _, c := range connections {
		if c != nil {
			_ = c.Close()
		}
	}
}

// perConnection is how much memory an idle connection may cost in bytes.
const perConnection = 32 << 10

// Ten thousand idle connections cost little memory, the server goes on answering, and it has them back when they are gone.
func TestIdleConnections(t *testing.T) {
	want := 10_000
	var limit unix.Rlimit
	if err := unix.Getrlimit(unix.RLIMIT_NOFILE, &limit); err != nil {
		t.Fatal(err)
	}
	if room := int(min(limit.Cur, 1<<30)) - 200; room < want {
		want = room
		t.Logf("this system allows %d open files, so that only %d connections are tried", limit.Cur, want)
	}
	if testing.Short() {
		want = min(want, 1000)
	}
	p := serve(t, t.TempDir())
	p.healthy()
	before := p.resident()
	connections, err := p.idleConnections(want)
	if err != nil {
		t.Fatal(err)
	}
	p.healthy()
	grown := p.resident() - before
	t.Logf("%d idle connections: %d KiB more in memory, %d bytes each", want, grown>>10, grown/want)
	if grown > 8<<20+perConnection*want {
		t.Errorf("%d idle connections cost %d MiB", want, grown>>20)
	}
	hangUp(connections)
	p.healthy()
	if connections, err = p.idleConnections(100); err != nil {
		t.Errorf("after the crowd: %v", err)
	}
	hangUp(connections)
}

// A server that may open no more connections keeps those it has, loses no data, and takes new ones as soon as old ones are gone.
func TestNoMoreConnections(t *testing.T) {
	p := serve(t, t.TempDir(), "ADMIN_PASSWORD=Blue-Harbor-77")
	if status := p.login("Blue-Harbor-77"); status != 200 {
		t.Fatalf("login: %d", status)
	}
	p.limitOpenFiles(60)
	crowd := make([]net.Conn, 100) // the system takes them for the server, which cannot
	for i := range crowd {
		connection, err := net.Dial("tcp", strings.TrimPrefix(p.base, "http://"))
		if err != nil {
			t.Fatal(err)
		}
		crowd[i] = connection
	}
	for deadline := time.Now().Add(10 * time.Second); !strings.Contains(p.log.String(), "too many open files"); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("the server never came to its limit")
		}
	}
	if status, _, err := p.request("POST", "/api/products/", "application/json", strings.NewReader(`{"name":"shop"}`)); err != nil || status != 201 {
		t.Errorf("a write over the connection of the login: %d %v", status, err)
	}
	if status, err := p.importInto("shop", 3000); err != nil || status != 200 {
		t.Errorf("an import over the connection of the login: %d %v", status, err)
	}
	hangUp(crowd)
	p.healthy()
}
