package command_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// goroutines asks the port for metrics how many there are.
func (p *process) goroutines(metrics string) (n int) {
	p.t.Helper()
	answer, err := http.Get("http://" + metrics + "/metrics")
	if err != nil {
		p.t.Fatal(err)
	}
	defer answer.Body.Close() //nolint:errcheck // read to its end
	for lines := bufio.NewScanner(answer.Body); lines.Scan(); {
		if _, err := fmt.Sscanf(lines.Text(), "go_goroutines %d", &n); err == nil {
			return n
		}
	}
	p.t.Fatal("the metrics do not tell the number of goroutines")
	return 0
}

// count is the number of rows that a list has.
func (p *process) count(path string) int {
	p.t.Helper()
	status, body, err := p.request("GET", path, "", nil)
	var list struct{ Count int }
	if err != nil || status != 200 || json.Unmarshal(body, &list) != nil {
		p.t.Fatalf("%s: %d %v %.300s", path, status, err, body)
	}
	return list.Count
}

// hangUpAfter sends a request with a body of so many bytes, of which only a part comes, waits until the server works at it, and hangs up.
func (p *process) hangUpAfter(head string, length int, part []byte) {
	p.t.Helper()
	connection, err := net.Dial("tcp", strings.TrimPrefix(p.base, "http://"))
	if err != nil {
		p.t.Fatal(err)
	}
	_, err = fmt.Fprintf(connection, "%s\r\nHost: h\r\nAuthorization: JWT %s\r\nContent-Length: %d\r\n\r\n", head, p.jwt, length)
	if err == nil {
		_, err = connection.Write(part)
	}
	if err != nil {
		p.t.Fatal(err)
	}
	time.Sleep(20 * time.Millisecond)
	_ = connection.Close()
}

// Clients that hang up in the middle of an upload or a download leave nothing behind: no finding, no run in the history, no file, no work that
// goes on, and no transaction that would keep the data file from using its pages again.
func TestClientsThatHangUp(t *testing.T) {
	data, temporary, metrics := t.TempDir(), t.TempDir(), freeAddress(t)
	p := serve(t, data, "ADMIN_PASSWORD=Blue-Harbor-77", "TMPDIR="+temporary, "SO_METRICS_LISTEN="+metrics)
	if status := p.login("Blue-Harbor-77"); status != 200 {
		t.Fatalf("login: %d", status)
	}
	if status, _, err := p.request("POST", "/api/products/", "application/json", strings.NewReader(`{"name":"shop"}`)); err != nil || status != 201 {
		t.Fatal(status, err)
	}
	if status, err := p.importInto("shop", 30_000); err != nil || status != 200 {
		t.Fatal(status, err)
	}
	findings, runs := p.count("/api/observations/?page_size=1"), p.count("/api/import_runs/?page_size=1")
	http.DefaultClient.CloseIdleConnections()
	before := p.goroutines(metrics)

	form := "--b\r\nContent-Disposition: form-data; name=\"product_name\"\r\n\r\nshop\r\n" +
		"--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"scan.sarif\"\r\n\r\n" + `{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"scan"}},"results":[`
	large := append([]byte(form), bytes.Repeat([]byte(`{"ruleId":"gone","message":{"text":"found"}},`), 200_000)...) // a temporary file takes it
	const upload = "POST /api/import/file_upload_observations_by_name/ HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=b"
	for range 5 {
		for _, part := range [][]byte{nil, []byte(form[:20]), []byte(form), large} {
			p.hangUpAfter(upload, len(large)+1000, part)
		}
		p.hangUpAfter("POST /api/products/ HTTP/1.1\r\nContent-Type: application/json", 50, []byte(`{"name":"gone"`))
		for _, path := range []string{"/api/observations/export_csv/", "/api/observations/export_excel/", "/api/backup/", "/api/observations/?page_size=1000"} {
			p.hangUpAfter("GET "+path+" HTTP/1.1", 0, nil)
		}
	}
	after := 0
	for deadline := time.Now().Add(20 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		http.DefaultClient.CloseIdleConnections()
		if after = p.goroutines(metrics); after <= before {
			break
		}
		if time.Now().After(deadline) {
			t.Fatalf("%d goroutines, %d before", after, before)
		}
	}
	if got := p.count("/api/observations/?page_size=1"); got != findings {
		t.Errorf("%d findings became %d", findings, got)
	}
	if got := p.count("/api/import_runs/?page_size=1"); got != runs {
		t.Errorf("%d runs of imports became %d", runs, got)
	}
	if got := p.count("/api/products/?page_size=1"); got != 1 {
		t.Errorf("one product became %d", got)
	}
	if left, err := filepath.Glob(filepath.Join(temporary, "*")); err != nil || len(left) > 0 {
		t.Errorf("files are left: %v %v", left, err)
	}
	p.reusesPages(filepath.Join(data, "secobserve.db"))
}

// reusesPages fails if the file grows with each change of the same rows, as it does while a reader needs the pages of before.
func (p *process) reusesPages(file string) {
	p.t.Helper()
	size := func() int64 {
		info, err := os.Stat(file)
		if err != nil {
			p.t.Fatal(err)
		}
		return info.Size()
	}
	change := func(i int) {
		status, body, err := p.request("PATCH", "/api/products/1/", "application/json",
			strings.NewReader(fmt.Sprintf(`{"description":%q}`, strings.Repeat(fmt.Sprint(i, " is the number "), 100))))
		if err != nil || status != 200 {
			p.t.Fatal(status, string(body), err)
		}
	}
	for i := range 20 {
		change(i)
	}
	before := size()
	for i := range 600 {
		change(i)
	}
	if grown := size() - before; grown > int64(600*os.Getpagesize()) {
		p.t.Errorf("600 changes of a row made the file %d bytes larger: somebody still reads what was", grown)
	}
}

// A download that the server cannot finish does not look like a whole one; here because it is killed.
func TestExportCutOff(t *testing.T) {
	p := serve(t, t.TempDir(), "ADMIN_PASSWORD=Blue-Harbor-77")
	p.login("Blue-Harbor-77")
	if status, _, err := p.request("POST", "/api/products/", "application/json", strings.NewReader(`{"name":"shop"}`)); err != nil || status != 201 {
		t.Fatal(status, err)
	}
	if status, err := p.importInto("shop", 30_000); err != nil || status != 200 {
		t.Fatal(status, err)
	}
	r, err := http.NewRequest("GET", p.base+"/api/observations/export_csv/", nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Authorization", "JWT "+p.jwt)
	r.Header.Set("Accept-Encoding", "identity")
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close() //nolint:errcheck // it breaks off
	if _, err := io.ReadFull(answer.Body, make([]byte, 1000)); err != nil {
		t.Fatal(err)
	}
	_ = p.command.Process.Kill()
	_ = p.command.Wait()
	if n, err := io.Copy(io.Discard, answer.Body); err == nil {
		t.Errorf("a part of %d bytes is taken for the whole", n)
	}
}
