package command

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestHealthcheckAddress(t *testing.T) {
	tests := []struct{ listen, cert, want string }{
		{":8080", "", "http://127.0.0.1:8080"},
		{":8443", "cert.pem", "https://127.0.0.1:8443"},
		{"0.0.0.0:80", "", "http://127.0.0.1:80"},
		{"[::]:80", "", "http://[::1]:80"},
		{"[fd00::1]:80", "", "http://[fd00::1]:80"},
		{"192.168.1.7:9000", "", "http://192.168.1.7:9000"},
		{"localhost:9000", "", "http://localhost:9000"},
	}
	for _, test := range tests {
		got, err := Healthcheck{Listen: test.listen, TLSCert: test.cert}.address()
		if err != nil || got != test.want {
			t.Errorf("%s %s: %s, %v; want %s", test.listen, test.cert, got, err, test.want)
		}
	}
	if _, err := (Healthcheck{Listen: "8080"}).address(); err == nil {
		t.Error("an address without a port is accepted")
	}
}

func TestHealthcheckStatus(t *testing.T) {
	status := http.StatusOK
	answer := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/api/status/health/" {
			t.Errorf("asked for %s", r.URL.Path)
		}
		w.WriteHeader(status)
	})
	plain, secure := httptest.NewServer(answer), httptest.NewTLSServer(answer)
	defer plain.Close()
	defer secure.Close()
	t.Setenv("HTTP_PROXY", "http://127.0.0.1:1")

	check := func(args ...string) (int, string) {
		var out, errs bytes.Buffer
		return Run(append([]string{"healthcheck"}, args...), &out, &errs), errs.String()
	}
	tests := []struct {
		name   string
		status int
		args   []string
		want   int
	}{
		{"healthy", 200, []string{"--url", plain.URL + "/"}, 0},
		{"by its own address", 200, []string{"--listen", plain.Listener.Addr().String()}, 0},
		{"own certificate", 200, []string{"--listen", secure.Listener.Addr().String(), "--tls-cert", "cert.pem"}, 0},
		{"foreign certificate", 200, []string{"--url", secure.URL}, 1},
		{"ill", 500, []string{"--url", plain.URL}, 1},
		{"not there", 200, []string{"--url", "http://127.0.0.1:1"}, 1},
	}
	for _, test := range tests {
		status = test.status
		got, errs := check(test.args...)
		if got != test.want || (got != 0) != strings.HasPrefix(errs, "secobserve: ") {
			t.Errorf("%s: status %d, want %d; %q", test.name, got, test.want, errs)
		}
	}
}
