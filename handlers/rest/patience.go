package rest

import (
	"errors"
	"io"
	"net/http"
	"os"
	"time"
)

// Patience is how slow a client may be. There is no limit for a whole body or answer, because a large one takes its time over a slow line; but
// in each span of Wait the client has to send or take Least bytes, or what is left. A client that does not is cut off, so that nobody holds a
// connection, memory or a read transaction for ever by doing next to nothing.
type Patience struct {
	Wait  time.Duration
	Least int64
}

// DefaultPatience is one KiB per second, less than any line that people work with.
var DefaultPatience = Patience{Wait: time.Minute, Least: 64 << 10}

// Clients is the middleware that is so patient with clients. It stands before all others: only there what is written goes to the connection.
func (p Patience) Clients(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		deadlines := http.NewResponseController(w)
		out := &patientWriter{ResponseWriter: w, patience: p, wait: p.Wait, deadlines: deadlines}
		if r.Body != nil && r.Body != http.NoBody {
			_ = deadlines.SetReadDeadline(time.Now().Add(p.Wait)) // for a body that no handler reads: the server itself looks for its end
			r.Body = &patientBody{ReadCloser: r.Body, patience: p, deadlines: deadlines}
			out.wait += p.Wait // before it answers
		}
		next.ServeHTTP(out, r)
		out.extend() // what is left in buffers is written after the handler
	})
}

// patientBody counts the time that is spent waiting for the client, not that between the reads.
type patientBody struct {
	io.ReadCloser
	patience  Patience
	deadlines *http.ResponseController
	waited    time.Duration
	got       int64
}

func (b *patientBody) Read(p []byte) (int, error) {
	start := time.Now()
	_ = b.deadlines.SetReadDeadline(start.Add(b.patience.Wait - b.waited)) // only tests have connections without deadlines
	n, err := b.ReadCloser.Read(p)
	b.waited += time.Since(start)
	if b.got += int64(n); b.got >= b.patience.Least {
		b.waited, b.got = 0, 0
	}
	return n, err
}

// patientWriter gives the client time anew for each part that it has taken.
type patientWriter struct {
	http.ResponseWriter
	patience  Patience
	wait      time.Duration
	deadlines *http.ResponseController
}

func (w *patientWriter) extend() {
	_ = w.deadlines.SetWriteDeadline(time.Now().Add(w.wait))
}

func (w *patientWriter) WriteHeader(status int) {
	w.extend()
	w.ResponseWriter.WriteHeader(status)
}

func (w *patientWriter) Write(b []byte) (written int, err error) {
	for {
		part := b[written:min(len(b), written+int(w.patience.Least))]
		w.extend()
		n, err := w.ResponseWriter.Write(part)
		written += n
		if err != nil || written == len(b) {
			return written, err
		}
	}
}

// Unwrap gives http.ResponseController the writer behind.
func (w *patientWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// TooSlow breaks off a request whose body does not come.
func TooSlow() *Error {
	return &Error{Status: http.StatusRequestTimeout, Message: "The request body came too slowly; nothing was changed."}
}

// tooSlow tells whether a body could not be read because the client has used up the patience.
func tooSlow(err error) bool { return errors.Is(err, os.ErrDeadlineExceeded) }
