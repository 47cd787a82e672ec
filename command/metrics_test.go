package command

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestMetrics(t *testing.T) {
	handler, metrics := counted(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/missing" {
			w.WriteHeader(http.StatusNotFound)
		}
	}))
	for _, r := range []struct{ method, path string }{{"GET", "/"}, {"GET", "/a"}, {"POST", "/missing"}, {"INVENTED", "/"}} {
		handler.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(r.method, r.path, nil))
	}
	w := httptest.NewRecorder()
	metrics.ServeHTTP(w, httptest.NewRequest("GET", "/metrics", nil))
	for _, want := range []string{
		`secobserve_http_requests_total{code="200",method="get"} 2`,
		`secobserve_http_requests_total{code="404",method="post"} 1`,
		`secobserve_http_requests_total{code="200",method="unknown"} 1`, // a client cannot make up labels
		"go_goroutines ",
		"process_resident_memory_bytes ",
	} {
		if !strings.Contains(w.Body.String(), want) {
			t.Errorf("no %s in\n%s", want, w.Body)
		}
	}
	other := httptest.NewRecorder()
	metrics.ServeHTTP(other, httptest.NewRequest("GET", "/api/users/", nil))
	if other.Code != http.StatusNotFound {
		t.Errorf("the metrics port answers other paths: %d", other.Code)
	}
}
