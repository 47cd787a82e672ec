package rest

import "net/http"

// EndChunked ends the connection after a request whose body came in chunks. One that had a Content-Length besides may be an attempt to smuggle
// a second request past a proxy that believes the other of the two; net/http reads the chunks and hides the length, so that the two cannot be
// told apart here, and RFC 9112 §6.1 demands that at least nothing more is read from such a connection.
func EndChunked(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.ProtoMajor == 1 && len(r.TransferEncoding) > 0 {
			w.Header().Set("Connection", "close")
		}
		next.ServeHTTP(w, r)
	})
}
