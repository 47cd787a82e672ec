// Package web serves the browser application that is built from web/src into web/dist and embedded in the binary.
package web

import (
	"embed"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strconv"
	"strings"
)

//go:embed all:dist
var dist embed.FS

// contentSecurityPolicy of the UI's files: nothing inline; the hash is that of the empty style element into which the component library inserts
// its rules.
const contentSecurityPolicy = "base-uri 'none'; default-src 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'; " +
	"script-src 'self'; style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"

// withoutUI is the page of a binary that was built without the UI.
const withoutUI = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>SecObserve</title></head>
<body><h1>SecObserve</h1>
<p>This binary was built without the web UI. Build it with <code>make web build</code> (needs Node.js).</p>
<p>The REST API is here: <a href="/api/oa3/swagger-ui">API documentation</a>.</p></body></html>
`

// Handler serves the files of the UI; all other paths show its index page, which finds its way by the URL's fragment.
func Handler() http.Handler {
	files, err := fs.Sub(dist, "dist")
	if err != nil {
		panic("web: the embedded folder is missing: " + err.Error())
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Del("Cross-Origin-Opener-Policy")
		h.Set("Content-Security-Policy", contentSecurityPolicy)
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			h.Set("Allow", "GET, HEAD")
			http.Error(w, "Method not allowed", http.StatusMethodNotAllowed)
			return
		}
		if r.URL.Path == "/robots.txt" {
			send(w, r, "robots.txt", []byte("User-agent: *\nDisallow: /\n"))
			return
		}
		serveFile(w, r, files)
	})
}

func serveFile(w http.ResponseWriter, r *http.Request, files fs.FS) {
	name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
	if name == "favicon.ico" {
		name = "favicon.svg"
	}
	if content, ok := read(w, r, files, name); ok {
		if strings.HasPrefix(name, "assets/") { // their names change with their contents
			w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
		}
		send(w, r, name, content)
		return
	}
	w.Header().Set("Cache-Control", "no-cache")
	content, ok := read(w, r, files, "index.html")
	if !ok {
		content = []byte(withoutUI)
	}
	send(w, r, "index.html", content)
}

// read finds a file, compressed in advance if the client takes that.
func read(w http.ResponseWriter, r *http.Request, files fs.FS, name string) ([]byte, bool) {
	if !fs.ValidPath(name) || name == "." {
		return nil, false
	}
	accepted := r.Header.Get("Accept-Encoding")
	for _, form := range []struct{ encoding, suffix string }{{"br", ".br"}, {"gzip", ".gz"}} {
		if !strings.Contains(accepted, form.encoding) {
			continue
		}
		if content, err := fs.ReadFile(files, name+form.suffix); err == nil {
			w.Header().Set("Content-Encoding", form.encoding)
			w.Header().Add("Vary", "Accept-Encoding")
			return content, true
		}
	}
	content, err := fs.ReadFile(files, name)
	return content, err == nil
}

func send(w http.ResponseWriter, r *http.Request, name string, content []byte) {
	kind := mime.TypeByExtension(path.Ext(name))
	if kind == "" {
		kind = "application/octet-stream"
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Content-Length", strconv.Itoa(len(content)))
	w.WriteHeader(http.StatusOK)
	if r.Method != http.MethodHead {
		_, _ = w.Write(content)
	}
}
