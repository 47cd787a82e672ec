// Package web serves the browser application that is built from web/src into web/dist and embedded in the binary. It knows nothing of the
// API; the headers that all answers have in common are set before it is asked.
package web

import (
	"cmp"
	"embed"
	"io"
	"io/fs"
	"net/http"
	"path"
	"strconv"
	"strings"
)

//go:embed all:dist
var dist embed.FS

// Values of Cache-Control.
const (
	askAgain = "no-cache"
	forever  = "public, max-age=31536000, immutable" // for names that change with the contents
)

const robots = "User-agent: *\nDisallow: /\n"

// withoutUI is the page of a binary that was built without the UI.
const withoutUI = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>SecObserve</title></head>
<body><h1>SecObserve</h1>
<p>This binary was built without the web UI. Build it with <code>make web build</code> (needs Node.js).</p>
<p>The REST API is here: <a href="/api/oa3/swagger-ui">API documentation</a>.</p></body></html>
`

// Handler serves the files of the UI; all other paths show its index page, which finds its way by the URL's fragment.
func Handler(c Configuration) http.Handler {
	files, err := fs.Sub(dist, "dist")
	if err != nil {
		panic("web: the embedded folder is missing: " + err.Error())
	}
	return handler(files, c)
}

func handler(files fs.FS, c Configuration) http.Handler {
	policy := c.contentSecurityPolicy()
	script, err := c.script()
	if err != nil {
		panic("web: the configuration has no JSON form: " + err.Error())
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Del("Cross-Origin-Opener-Policy") // it would cut the ties to the window of a single sign-on
		if c.OIDCEnable {
			h.Del("Cross-Origin-Embedder-Policy") // few providers of identities declare that they may be shown in a frame
		}
		h.Set("Content-Security-Policy", policy)
		h.Set("Cache-Control", askAgain)
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			h.Set("Allow", "GET, HEAD")
			http.Error(w, "Method not allowed", http.StatusMethodNotAllowed)
			return
		}
		switch r.URL.Path {
		case "/robots.txt":
			sendText(w, r, types[".txt"], robots)
			return
		case "/runtime-env.js":
			sendText(w, r, types[".js"], script)
			return
		}
		if sendFile(w, r, files, fileName(r.URL.Path)) || sendFile(w, r, files, "index.html") {
			return
		}
		sendText(w, r, types[".html"], withoutUI)
	})
}

// fileName is the name of the file that a path asks for.
func fileName(urlPath string) string {
	if urlPath == "/favicon.ico" {
		return "favicon.svg"
	}
	return strings.TrimPrefix(path.Clean(urlPath), "/")
}

// types are the media types of the files that the build makes. The tables of the machine may know them otherwise or not at all.
var types = map[string]string{
	".css": "text/css; charset=utf-8", ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".json": "application/json", ".png": "image/png", ".svg": "image/svg+xml", ".txt": "text/plain; charset=utf-8", ".woff2": "font/woff2",
}

// sendFile sends a file, compressed in advance if the client takes that. It tells whether there is such a file; the forms made by the
// compression are none.
func sendFile(w http.ResponseWriter, r *http.Request, files fs.FS, name string) bool {
	extension := path.Ext(name)
	if extension == ".br" || extension == ".gz" {
		return false
	}
	plain, size, ok := open(files, name)
	if !ok {
		return false
	}
	defer plain.Close() //nolint:errcheck // embedded
	h := w.Header()
	h.Set("Content-Type", cmp.Or(types[extension], "application/octet-stream"))
	if strings.HasPrefix(name, "assets/") {
		h.Set("Cache-Control", forever)
	}
	for _, form := range forms {
		packed, packedSize, ok := open(files, name+form.suffix)
		if !ok {
			continue
		}
		defer packed.Close() //nolint:errcheck // embedded
		if !varies(h) {
			h.Add("Vary", "Accept-Encoding")
		}
		if accepts(r.Header.Values("Accept-Encoding"), form.encoding) {
			h.Set("Content-Encoding", form.encoding)
			plain, size = packed, packedSize
			break
		}
	}
	send(w, r, plain, size)
	return true
}

func open(files fs.FS, name string) (file fs.File, size int64, ok bool) {
	file, err := files.Open(name)
	if err != nil {
		return nil, 0, false
	}
	info, err := file.Stat()
	if err != nil || !info.Mode().IsRegular() {
		_ = file.Close()
		return nil, 0, false
	}
	return file, info.Size(), true
}

func sendText(w http.ResponseWriter, r *http.Request, kind, text string) {
	w.Header().Set("Content-Type", kind)
	send(w, r, strings.NewReader(text), int64(len(text)))
}

func send(w http.ResponseWriter, r *http.Request, content io.Reader, size int64) {
	w.Header().Set("Content-Length", strconv.FormatInt(size, 10))
	w.WriteHeader(http.StatusOK)
	if r.Method != http.MethodHead {
		_, _ = io.Copy(w, content)
	}
}
