package command

import (
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"io/fs"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"secobserve/auth"
	"secobserve/parsers/registry"
)

// runLine runs a command line and returns its exit status and all that it writes.
func runLine(args ...string) (int, string) {
	var text bytes.Buffer
	status := Run(args, &text, &text)
	return status, text.String()
}

// A command that cannot do its work says so in one line and leaves no files behind.
func TestFailedCommandsLeaveNothing(t *testing.T) {
	folder := t.TempDir()
	data := filepath.Join(folder, "data")
	tests := map[string]struct {
		args []string
		want string
	}{
		"password without data": {[]string{"user", "reset-password", "admin"}, "no such file"},
		"check without data":    {[]string{"check"}, "no such file"},
		"backup without data":   {[]string{"backup", filepath.Join(folder, "backup.db")}, "no such file"},
		"unknown time zone":     {[]string{"serve", "--time-zone", "Mars/Olympus"}, "time zone"},
		"damaged key":           {[]string{"serve", "--field-encryption-key", "x"}, "field encryption key"},
		"half a certificate":    {[]string{"serve", "--tls-cert", "x"}, "--tls-key"},
	}
	for name, test := range tests {
		status, text := runLine(append(test.args, "--data", data)...)
		if status != 1 || !strings.Contains(text, test.want) || strings.Count(text, "\n") != 1 {
			t.Errorf("%s: status %d, %q", name, status, text)
		}
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) != 0 {
		t.Errorf("left: %v, %v", left, err)
	}
}

func TestVersion(t *testing.T) {
	if status, text := runLine("version"); status != 0 || text != Version+"\n" {
		t.Errorf("status %d, %q", status, text)
	}
}

// A data file whose key is lost is not served with a new one: its secrets would be unreadable without a word.
func TestLostKey(t *testing.T) {
	data := t.TempDir()
	start := func(key string) error {
		s := Serve{Preparation: Preparation{FieldEncryptionKey: key, Data: Data{data}, AdminUser: "admin", AdminPassword: "x"}, Listen: "127.0.0.1:0", TimeZone: "UTC", MaxUpload: 1, MaxBody: 1}
		ctx, stop := context.WithCancel(context.Background())
		defer stop()
		var discard bytes.Buffer
		return s.serve(ctx, Output{&discard, &discard}, func(net.Addr) { stop() })
	}
	if err := start(""); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(data, "secobserve.key")); err != nil {
		t.Fatal(err)
	}
	if err := start(""); err == nil || !strings.Contains(err.Error(), "secobserve.key is missing") {
		t.Errorf("start without the key: %v", err)
	}
	if _, err := os.Stat(filepath.Join(data, "secobserve.key")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a new key file was left behind: %v", err)
	}
	if err := start(auth.NewKey()); err == nil || !strings.Contains(err.Error(), "does not belong to this data file") {
		t.Errorf("start with another key: %v", err)
	}
}

func TestServeHTTPS(t *testing.T) {
	folder := t.TempDir()
	certificate, key := filepath.Join(folder, "cert.pem"), filepath.Join(folder, "key.pem")
	pool := writeCertificate(t, certificate, key)
	s := Serve{
		Preparation: Preparation{Data: Data{filepath.Join(folder, "data")}, AdminUser: "admin", AdminPassword: "x"}, Listen: "127.0.0.1:0", TLSCert: certificate, TLSKey: key,
		TimeZone: "UTC", MaxUpload: 1 << 20, MaxBody: 1 << 20,
	}
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	address, ended := make(chan string, 1), make(chan error, 1)
	var text bytes.Buffer
	go func() {
		ended <- s.serve(ctx, Output{&text, &text}, func(a net.Addr) { address <- a.String() })
	}()
	var listening string
	select {
	case listening = <-address:
	case err := <-ended:
		t.Fatal(err)
	}
	client := http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: pool}, ForceAttemptHTTP2: true}}
	answer, err := client.Get("https://" + listening + "/api/status/health/")
	if err != nil {
		t.Fatal(err)
	}
	_ = answer.Body.Close()
	if answer.StatusCode != 200 || answer.ProtoMajor != 2 || answer.Header.Get("Strict-Transport-Security") == "" {
		t.Errorf("%s %s %v", answer.Proto, answer.Status, answer.Header)
	}
	if status, text := runLine("healthcheck", "--listen", listening, "--tls-cert", certificate); status != 0 {
		t.Errorf("healthcheck: %s", text)
	}
	client.CloseIdleConnections()
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(filepath.Join(folder, "data", "secobserve.db")); errors.Is(err, fs.ErrNotExist) {
		t.Error("no data file")
	}
}

// writeCertificate writes a certificate for 127.0.0.1 and its key, and returns the pool that trusts it.
func writeCertificate(t *testing.T, certificate, key string) *x509.CertPool {
	t.Helper()
	server := httptest.NewTLSServer(nil)
	defer server.Close()
	private, err := x509.MarshalPKCS8PrivateKey(server.TLS.Certificates[0].PrivateKey)
	if err != nil {
		t.Fatal(err)
	}
	for path, block := range map[string]*pem.Block{
		certificate: {Type: "CERTIFICATE", Bytes: server.Certificate().Raw},
		key:         {Type: "PRIVATE KEY", Bytes: private},
	} {
		if err := os.WriteFile(path, pem.EncodeToMemory(block), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	pool := x509.NewCertPool()
	pool.AddCert(server.Certificate())
	return pool
}

// Rows of the registry are found by module and class, then by name: two parsers that share one would fight for a row at every start.
func TestRegisteredParsersAreDistinct(t *testing.T) {
	names, classes := map[string]bool{}, map[string]bool{}
	for _, p := range registry.Registered() {
		class := p.ModuleName + "." + p.ClassName
		if names[p.Name] || p.ModuleName != "" && classes[class] {
			t.Errorf("%s (%s) is registered twice", p.Name, class)
		}
		names[p.Name], classes[class] = true, true
	}
	if !names["Manual"] {
		t.Error("no parser for observations that are entered by hand")
	}
}
