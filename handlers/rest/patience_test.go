package rest

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// brief is a patience that a test can wait for.
var brief = Patience{Wait: 400 * time.Millisecond, Least: 1000}

// impatient starts a server with the routes of impatientRoutes.
func impatient(t *testing.T, large []byte) (*httptest.Server, chan error) {
	t.Helper()
	routes, ended := impatientRoutes(large)
	server := httptest.NewServer(routes)
	t.Cleanup(server.Close)
	return server, ended
}

// impatientRoutes read a body or a form, answer with so many bytes, or take long. The errors that they have ended with can be read.
func impatientRoutes(large []byte) (http.Handler, chan error) {
	ended := make(chan error, 10)
	routes := http.NewServeMux()
	routes.HandleFunc("/body", func(w http.ResponseWriter, r *http.Request) {
		_, err := ReadBody(r, 1<<20).Text(r, "text/plain")
		answerTo(w, r, err)
		ended <- err
	})
	routes.HandleFunc("/form", func(w http.ResponseWriter, r *http.Request) {
		upload, err := ReadUpload(r, 1<<20)
		if err == nil {
			upload.Close()
		}
		answerTo(w, r, err)
		ended <- err
	})
	routes.HandleFunc("/refused", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusUnauthorized) })
	routes.HandleFunc("/large", func(w http.ResponseWriter, _ *http.Request) {
		_, err := w.Write(large)
		ended <- err
	})
	routes.HandleFunc("/long", func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		select {
		case <-time.After(2 * brief.Wait):
			w.WriteHeader(http.StatusNoContent)
		case <-r.Context().Done():
		}
	})
	return brief.Clients(routes), ended
}

func answerTo(w http.ResponseWriter, r *http.Request, err error) {
	if refused, ok := err.(*Error); ok {
		_ = WriteError(w, r, refused)
	}
}

func dial(t *testing.T, server *httptest.Server) net.Conn {
	t.Helper()
	connection, err := net.Dial("tcp", server.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = connection.Close() })
	return connection
}

// A body that comes drop by drop, or stops coming, is broken off with 408, whatever reads it.
func TestSlowBodies(t *testing.T) {
	server, ended := impatient(t, nil)
	for _, test := range []struct {
		name, path, kind, begin, drop string
	}{
		{"drops", "/body", "text/plain", "", "x"},
		{"drops of a form", "/form", "multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n", "x"},
		{"nothing", "/body", "text/plain", "", ""},
		{"part of a form", "/form", "multipart/form-data; boundary=b", "--b\r\nContent-Dispo", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			connection, start := dial(t, server), time.Now()
			_, _ = fmt.Fprintf(connection, "POST %s HTTP/1.1\r\nHost: h\r\nContent-Type: %s\r\nContent-Length: 100000\r\n\r\n%s", test.path, test.kind, test.begin)
			stop := make(chan struct{})
			defer close(stop)
			go func() {
				for {
					select {
					case <-stop:
						return
					case <-time.After(brief.Wait / 10):
						_, _ = io.WriteString(connection, test.drop)
					}
				}
			}()
			_ = connection.SetReadDeadline(start.Add(20 * brief.Wait))
			answer, err := http.ReadResponse(bufio.NewReader(connection), nil)
			if err != nil {
				t.Fatal(err)
			}
			defer answer.Body.Close() //nolint:errcheck // read to its end
			body, _ := io.ReadAll(answer.Body)
			if answer.StatusCode != http.StatusRequestTimeout || !strings.Contains(string(body), "too slowly") || !answer.Close {
				t.Errorf("%d %s, ends the connection: %v", answer.StatusCode, body, answer.Close)
			}
			if err := <-ended; err == nil {
				t.Error("the handler took it for a body")
			}
			if waited := time.Since(start); waited < brief.Wait {
				t.Errorf("given up after %s", waited)
			}
		})
	}
}

// An upload that takes many times the wait but goes on is taken, and one that waits for the server, too.
func TestSlowButSteady(t *testing.T) {
	server, ended := impatient(t, nil)
	reader, writer := io.Pipe()
	go func() {
		for range 10 {
			_, _ = writer.Write(bytes.Repeat([]byte("x"), int(brief.Least)))
			time.Sleep(brief.Wait / 4)
		}
		_ = writer.Close()
	}()
	answer, err := http.Post(server.URL+"/body", "text/plain", reader)
	if err != nil {
		t.Fatal(err)
	}
	_ = answer.Body.Close()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	answer, err = http.Post(server.URL+"/long", "text/plain", strings.NewReader("x"))
	if err != nil {
		t.Fatal(err)
	}
	_ = answer.Body.Close()
	if answer.StatusCode != http.StatusNoContent {
		t.Errorf("after a long time of work: %d", answer.StatusCode)
	}
}

// A body that no handler reads does not keep the connection.
func TestUnreadSlowBody(t *testing.T) {
	server, _ := impatient(t, nil)
	connection := dial(t, server)
	_, _ = io.WriteString(connection, "POST /refused HTTP/1.1\r\nHost: h\r\nContent-Length: 1000\r\n\r\n")
	_ = connection.SetReadDeadline(time.Now().Add(10 * brief.Wait))
	content, err := io.ReadAll(connection)
	if err != nil || !strings.HasPrefix(string(content), "HTTP/1.1 401 ") {
		t.Errorf("%v %q", err, content)
	}
}

// Somebody who takes nothing of an answer is cut off, somebody who takes it slowly gets all of it, and the connection serves the next request.
func TestSlowReaders(t *testing.T) {
	large := bytes.Repeat([]byte("0123456789abcdef"), 1<<20)
	server, ended := impatient(t, large)
	connection := dial(t, server)
	_, _ = io.WriteString(connection, "GET /large HTTP/1.1\r\nHost: h\r\n\r\n")
	select {
	case err := <-ended:
		if !tooSlow(err) {
			t.Errorf("the answer that nobody took: %v", err)
		}
	case <-time.After(20 * brief.Wait):
		t.Fatal("an answer that nobody takes goes on")
	}
	slow := dial(t, server)
	in := bufio.NewReaderSize(slow, 64<<10)
	for range 2 {
		_, _ = io.WriteString(slow, "GET /large HTTP/1.1\r\nHost: h\r\n\r\n")
		answer, err := http.ReadResponse(in, nil)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for part := make([]byte, len(large)/10); n < len(large); time.Sleep(brief.Wait / 4) {
			got, err := io.ReadFull(answer.Body, part[:min(len(part), len(large)-n)])
			if n += got; err != nil {
				t.Fatalf("after %d bytes: %v", n, err)
			}
		}
		if err := <-ended; err != nil {
			t.Errorf("the answer that was taken slowly: %v", err)
		}
		time.Sleep(2 * brief.Wait) // the deadline of the first answer must not hit the second
	}
}

// Over HTTP/2, too, a body that stops coming is broken off, while other requests of the connection go on, and a steady one is taken.
func TestSlowBodiesOfHTTP2(t *testing.T) {
	routes, _ := impatientRoutes(nil)
	server := httptest.NewUnstartedServer(routes)
	server.EnableHTTP2 = true
	server.StartTLS()
	t.Cleanup(server.Close)
	reader, writer := io.Pipe()
	defer writer.Close() //nolint:errcheck // it is for those who read
	go func() { _, _ = writer.Write([]byte("begin")) }()
	stalled := make(chan int, 1)
	go func() {
		answer, err := server.Client().Post(server.URL+"/body", "text/plain", reader)
		if err != nil {
			stalled <- 0
			return
		}
		_ = answer.Body.Close()
		stalled <- answer.StatusCode
	}()
	steady, drops := io.Pipe()
	go func() {
		for range 8 {
			_, _ = drops.Write(bytes.Repeat([]byte("x"), int(brief.Least)))
			time.Sleep(brief.Wait / 4)
		}
		_ = drops.Close()
	}()
	answer, err := server.Client().Post(server.URL+"/body", "text/plain", steady)
	if err != nil {
		t.Fatal(err)
	}
	_ = answer.Body.Close()
	if answer.StatusCode != http.StatusOK || answer.ProtoMajor != 2 {
		t.Errorf("the steady body: %d over %s", answer.StatusCode, answer.Proto)
	}
	select {
	case status := <-stalled:
		if status != http.StatusRequestTimeout {
			t.Errorf("the stalled body: %d", status)
		}
	case <-time.After(20 * brief.Wait):
		t.Error("the stalled body is waited for")
	}
}
