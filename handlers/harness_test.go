package handlers_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"secobserve/audit"
	"secobserve/auth"
	"secobserve/db"
	"secobserve/handlers"
	"secobserve/parsers/registry"
	"secobserve/setup"
	"secobserve/web"
)

// adminPassword is the password of the first administrator in tests.
const adminPassword = "Blue-Harbor-77"

// passwordCost is far below what is recommended: half of the time of the tests went by with it.
var passwordCost = auth.Cost{MemoryKiB: 64, Passes: 1}

// uiConfiguration is what the web UI is told in tests.
var uiConfiguration = web.Configuration{OIDCEnable: true, OIDCAuthority: "https://id.example", OIDCClientID: "so"}.Normalise()

// api is a server on a data file of its own, with the clock in the test's hand.
type api struct {
	t       *testing.T
	handler http.Handler
	store   *db.Store
	now     time.Time
	clock   atomic.Pointer[time.Time] // now at the last request, for what goes on behind it
	from    string                    // address and port that requests come from; "" for that of httptest
}

func newAPI(t *testing.T) *api {
	t.Helper()
	return newAPIWith(t, func(*api, *handlers.Config) {})
}

// newAPIWith is newAPI with changes of the configuration.
func newAPIWith(t *testing.T, change func(*api, *handlers.Config)) *api {
	t.Helper()
	a := &api{t: t, now: time.Date(2026, 11, 23, 12, 0, 0, 123456000, time.UTC)}
	path := filepath.Join(folder(t), "secobserve.db")
	store, err := db.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
		problems, err := db.Check(path)
		if err != nil || len(problems) > 0 {
			t.Errorf("the data file is damaged after the test: %v %v", problems, err)
		}
	})
	start := a.now
	a.clock.Store(&start)
	audit.Attach(store, func() time.Time { return *a.clock.Load() })
	keys, err := auth.ParseKeys(auth.NewKey())
	if err != nil {
		t.Fatal(err)
	}
	admin := setup.Admin{Username: "admin", Password: adminPassword, PasswordCost: passwordCost}
	if _, err := setup.Run(context.Background(), store, keys, admin, registry.Registered(), a.now); err != nil {
		t.Fatal(err)
	}
	a.store = store
	config := handlers.Config{
		PasswordCost: passwordCost,
		Store:        store, Keys: keys, Location: time.UTC, Clock: func() time.Time { return a.now }, Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
		Version: "test", UI: http.NotFoundHandler(), UIConfiguration: uiConfiguration, MaxUpload: 64 << 20, MaxBody: 1 << 20, LoginFailures: 10, LoginFailuresPerAddress: 10,
		CORSAllowedOrigins: []string{"https://ui.example.com"},
	}
	change(a, &config)
	a.handler, err = handlers.New(config).Handler()
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// folder is a temporary folder, in memory if the machine has such a file system: what tests store need not outlive a crash.
func folder(t *testing.T) string {
	t.Helper()
	path, err := os.MkdirTemp("/dev/shm", "secobserve-test-")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { _ = os.RemoveAll(path) })
	return path
}

// answer is what the server said.
type answer struct {
	t      *testing.T
	status int
	header http.Header
	body   string
}

// do sends a request; authorization is the value of the header, "" for none; a body that is no string is sent as JSON.
func (a *api) do(method, path, authorization string, body any) answer {
	a.t.Helper()
	var reader io.Reader
	if text, ok := body.(string); ok {
		reader = strings.NewReader(text)
	} else if body != nil {
		encoded, err := json.Marshal(body)
		if err != nil {
			a.t.Fatal(err)
		}
		reader = bytes.NewReader(encoded)
	}
	r := httptest.NewRequest(method, path, reader)
	if body != nil {
		r.Header.Set("Content-Type", "application/json")
	}
	return a.send(r, authorization)
}

func (a *api) send(r *http.Request, authorization string) answer {
	a.t.Helper()
	if authorization != "" {
		r.Header.Set("Authorization", authorization)
	}
	if a.from != "" {
		r.RemoteAddr = a.from
	}
	w, now := httptest.NewRecorder(), a.now
	a.clock.Store(&now)
	a.handler.ServeHTTP(w, r)
	got := answer{a.t, w.Code, w.Header(), w.Body.String()}
	checkContract(a.t, r, got)
	return got
}

// upload sends a report.
func (a *api) upload(authorization, filename, content string, fields map[string]string) answer {
	a.t.Helper()
	return a.uploadTo("observations", authorization, filename, content, fields)
}

// uploadSBOM sends an SBOM.
func (a *api) uploadSBOM(authorization, filename, content string, fields map[string]string) answer {
	a.t.Helper()
	return a.uploadTo("sbom", authorization, filename, content, fields)
}

func (a *api) uploadTo(kind, authorization, filename, content string, fields map[string]string) answer {
	a.t.Helper()
	path := "/api/import/file_upload_" + kind + "_by_id/"
	if fields["product_name"] != "" {
		path = "/api/import/file_upload_" + kind + "_by_name/"
	}
	return a.sendForm(path, authorization, fields, filename, content)
}

// sendForm sends a form, with files given by name and content.
func (a *api) sendForm(path, authorization string, fields map[string]string, files ...string) answer {
	a.t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	for name, value := range fields {
		if err := form.WriteField(name, value); err != nil {
			a.t.Fatal(err)
		}
	}
	for ; len(files) > 1; files = files[2:] {
		part, err := form.CreateFormFile("file", files[0])
		if err != nil {
			a.t.Fatal(err)
		}
		if _, err := part.Write([]byte(files[1])); err != nil {
			a.t.Fatal(err)
		}
	}
	if err := form.Close(); err != nil {
		a.t.Fatal(err)
	}
	r := httptest.NewRequest(http.MethodPost, path, &body)
	r.Header.Set("Content-Type", form.FormDataContentType())
	return a.send(r, authorization)
}

// want checks the status, and if text is not empty, that the body contains it.
func (got answer) want(status int, text string) answer {
	got.t.Helper()
	if got.status != status || !strings.Contains(got.body, text) {
		got.t.Fatalf("status %d, body %.600s; want %d and %q", got.status, got.body, status, text)
	}
	return got
}

// message is the message of an error answer.
func (got answer) message() string {
	got.t.Helper()
	m, _ := got.object()["message"].(string)
	return m
}

func (got answer) object() map[string]any {
	got.t.Helper()
	var o map[string]any
	if err := json.Unmarshal([]byte(got.body), &o); err != nil {
		got.t.Fatalf("answer is no JSON object: %v: %.300s", err, got.body)
	}
	return o
}

// rows are the results of a list.
func (got answer) rows() []map[string]any {
	got.t.Helper()
	var list struct {
		Results []map[string]any `json:"results"`
	}
	if err := json.Unmarshal([]byte(got.body), &list); err != nil {
		got.t.Fatalf("answer is no list: %v: %.300s", err, got.body)
	}
	return list.Results
}

// id is the id of a created object, as text.
func (got answer) id() string {
	got.t.Helper()
	n, ok := got.object()["id"].(float64)
	if !ok {
		got.t.Fatalf("answer without id: %.300s", got.body)
	}
	encoded, _ := json.Marshal(n)
	return string(encoded)
}

// login returns the Authorization header of a user.
func (a *api) login(username, password string) string {
	a.t.Helper()
	got := a.do("POST", "/api/authentication/authenticate/", "", map[string]string{"username": username, "password": password}).want(200, "jwt")
	return "JWT " + got.object()["jwt"].(string)
}

func (a *api) admin() string { return a.login("admin", adminPassword) }

// newUser creates a user and returns his Authorization header and id.
func (a *api) newUser(admin, username string, external bool) (authorization, id string) {
	a.t.Helper()
	id = a.do("POST", "/api/users/", admin, map[string]any{"username": username, "is_external": external}).want(201, "").id()
	password := "Long-Way-Home-" + strings.ToUpper(id)
	a.do("PATCH", "/api/users/"+id+"/change_password/", admin, map[string]string{"current_password": adminPassword, "new_password_1": password,
		"new_password_2": password}).want(204, "")
	return a.login(username, password), id
}

// newProduct creates a product and returns its id.
func (a *api) newProduct(authorization, name string) string {
	a.t.Helper()
	return a.do("POST", "/api/products/", authorization, map[string]any{"name": name}).want(201, "").id()
}

// newToken creates a product's API token and returns its Authorization header.
func (a *api) newToken(authorization, product string, role int) string {
	a.t.Helper()
	got := a.do("POST", "/api/product_api_tokens/", authorization, map[string]any{"product": product, "role": role, "name": "ci"}).want(201, "api_token_")
	return "APIToken " + got.object()["token"].(string)
}
