package command_test

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"
)

// exchange sends bytes over a connection of their own and returns the statuses of the answers until the server ends the connection or says
// nothing more; ended tells which.
func (p *process) exchange(sent string) (statuses []int, ended bool) {
	p.t.Helper()
	connection, err := net.Dial("tcp", strings.TrimPrefix(p.base, "http://"))
	if err != nil {
		p.t.Fatal(err)
	}
	defer connection.Close() //nolint:errcheck // the test has what it wants
	if _, err := io.WriteString(connection, sent); err != nil {
		p.t.Fatal(err)
	}
	in := bufio.NewReader(connection)
	for {
		_ = connection.SetReadDeadline(time.Now().Add(300 * time.Millisecond))
		answer, err := http.ReadResponse(in, nil)
		if err != nil {
			failure, timeout := err.(net.Error)
			return statuses, !timeout || !failure.Timeout()
		}
		statuses = append(statuses, answer.StatusCode)
		if _, err := io.Copy(io.Discard, answer.Body); err != nil {
			return statuses, true
		}
	}
}

// smuggled is a request hidden in what another reader takes for the body of the one before it. Answered, it shows as a 404.
const smuggled = "GET /api/smuggled/ HTTP/1.1\r\nHost: h\r\n\r\n"

// Requests whose end two readers may see at different places are refused, or the connection ends behind them: never is a hidden request
// answered (RFC 9112 §5.2, §6.1, §6.3, §7.1).
func TestRequestSmuggling(t *testing.T) {
	p := serve(t, t.TempDir())
	const login = "POST /api/authentication/authenticate/ HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n"
	length := fmt.Sprintf("Content-Length: %d\r\n", len(smuggled))
	for _, test := range []struct {
		name, sent string
		want       []int // 403 is the answer to a login without a name: what comes before the hidden request was taken as sent
	}{
		{"length and chunks, hidden behind the chunks", login + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + smuggled, []int{403}},
		{"chunks and length, hidden behind the chunks", login + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n" + smuggled, []int{403}},
		{"chunks, and something behind them", login + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + smuggled, []int{403}},
		{"two lengths", login + "Content-Length: 0\r\n" + length + "\r\n" + smuggled, []int{400}},
		{"two lengths in a list", login + "Content-Length: 0, 5\r\n\r\n" + smuggled, []int{400}},
		{"length with a sign", login + "Content-Length: +0\r\n\r\n" + smuggled, []int{400}},
		{"negative length", login + "Content-Length: -1\r\n\r\n" + smuggled, []int{400}},
		{"length in hexadecimal", login + "Content-Length: 0x0\r\n\r\n" + smuggled, []int{400}},
		{"empty length", login + "Content-Length: \r\n\r\n" + smuggled, []int{400}},
		{"length beyond 64 bits", login + "Content-Length: 18446744073709551616\r\n\r\n" + smuggled, []int{400}},
		{"blank before the colon", login + "Content-Length : 0\r\n\r\n" + smuggled, []int{400}},
		{"blank before the name", "GET /api/status/version/ HTTP/1.1\r\n Host: h\r\n\r\n", []int{400}},
		{"unknown encoding", login + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + smuggled, []int{501}},
		{"two encodings", login + "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n" + smuggled, []int{501}},
		{"encodings in a list", login + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n" + smuggled, []int{501}},
		{"encoding with a vertical tab", login + "Transfer-Encoding: \vchunked\r\n\r\n0\r\n\r\n" + smuggled, []int{400}},
		{"folded encoding", login + "Transfer-Encoding:\r\n chunked\r\n" + length + "\r\n0\r\n\r\n" + smuggled, []int{403}},
		{"folded other header", login + "X-Note: a\r\n b\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + smuggled, []int{403}},
		{"chunks in HTTP/1.0", strings.Replace(login, "1.1", "1.0", 1) + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + smuggled, []int{403}},
		{"chunk size with a sign", login + "Transfer-Encoding: chunked\r\n\r\n+0\r\n\r\n" + smuggled, []int{400}},
		{"chunk size in other digits", login + "Transfer-Encoding: chunked\r\n\r\n0x0\r\n\r\n" + smuggled, []int{400}},
		{"empty chunk size", login + "Transfer-Encoding: chunked\r\n\r\n\r\n\r\n" + smuggled, []int{400}},
		{"chunk size beyond 64 bits", login + "Transfer-Encoding: chunked\r\n\r\n10000000000000000\r\n\r\n" + smuggled, []int{400}},
		{"chunk longer than its size", login + "Transfer-Encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n" + smuggled, []int{400}},
		{"line feed alone in a chunk extension", login + "Transfer-Encoding: chunked\r\n\r\n0;a\n\r\n\r\n" + smuggled, []int{400}},
		{"carriage return alone in a header", login + "X-Note: a\rContent-Length: 5\r\n\r\n" + smuggled, []int{400}},
		{"NUL in a header", login + "X-Note: a\x00b\r\n\r\n" + smuggled, []int{400}},
		{"no host", "GET /api/status/version/ HTTP/1.1\r\n\r\n" + smuggled, []int{400}},
		{"two hosts", "GET /api/status/version/ HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n" + smuggled, []int{400}},
		{"body too long to be read to its end", login + "Content-Length: 300000\r\nExpect: nothing\r\n\r\n" + smuggled, []int{417}},
	} {
		t.Run(test.name, func(t *testing.T) {
			p.t = t
			statuses, ended := p.exchange(test.sent)
			if !slices.Equal(statuses, test.want) || !ended {
				t.Errorf("answers %v, want %v; the connection has ended: %v", statuses, test.want, ended)
			}
		})
	}
	p.t = t
	if statuses, ended := p.exchange(login + "Content-Length: 2\r\n\r\n{}" + smuggled); !slices.Equal(statuses, []int{403, 404}) || ended {
		t.Errorf("two honest requests: %v, the connection has ended: %v", statuses, ended)
	}
}

// Requests that are sent without waiting for the answers are answered one by one, in their order.
func TestPipelining(t *testing.T) {
	p := serve(t, t.TempDir())
	var sent strings.Builder
	var want []int
	for i := range 500 {
		path, status := "/api/status/health/", 200
		if i%3 == 1 {
			path, status = "/api/nothing/", 404
		}
		_, _ = fmt.Fprintf(&sent, "GET %s HTTP/1.1\r\nHost: h\r\n\r\n", path)
		want = append(want, status)
	}
	if statuses, ended := p.exchange(sent.String()); !slices.Equal(statuses, want) || ended {
		t.Errorf("%d answers %v, the connection has ended: %v", len(statuses), statuses, ended)
	}
}

// Headers without measure are refused and not gathered in memory, however they are large.
func TestOversizedHeaders(t *testing.T) {
	p := serve(t, t.TempDir())
	const begin = "GET /api/status/version/ HTTP/1.1\r\nHost: h\r\n"
	for _, test := range []struct {
		name, sent string
		want       int
	}{
		{"long value", begin + "X-Long: " + strings.Repeat("x", 40_000) + "\r\n\r\n", 431},
		{"long name", begin + strings.Repeat("x", 40_000) + ": x\r\n\r\n", 431},
		{"many", begin + strings.Repeat("X-Many: x\r\n", 4_000) + "\r\n", 431},
		{"without an end", begin + "X-Long: " + strings.Repeat("x", 40_000), 431},
		{"long path", "GET /api/" + strings.Repeat("x", 5_000) + " HTTP/1.1\r\nHost: h\r\n\r\n", 400},
		{"path without an end", "GET /api/" + strings.Repeat("x", 40_000), 431},
		{"many trailers", "POST /api/authentication/authenticate/ HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\n" +
			"2\r\n{}\r\n0\r\n" + strings.Repeat("X-Many: x\r\n", 4_000) + "\r\n", 400},
	} {
		if statuses, _ := p.exchange(test.sent); !slices.Equal(statuses, []int{test.want}) {
			t.Errorf("%s: %v, want %d", test.name, statuses, test.want)
		}
	}
}
