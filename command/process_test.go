package command_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"mime/multipart"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	_ "secobserve/command" // a change of the program makes cached results void
)

// binary is the program under test, built once.
var binary string

func TestMain(m *testing.M) {
	folder, err := os.MkdirTemp("", "secobserve-test-")
	if err != nil {
		panic(err)
	}
	binary = filepath.Join(folder, "secobserve")
	if out, err := exec.Command("go", "build", "-o", binary, "secobserve").CombinedOutput(); err != nil {
		panic(string(out))
	}
	status := m.Run()
	_ = os.RemoveAll(folder)
	os.Exit(status)
}

// process is a running server.
type process struct {
	t       *testing.T
	command *exec.Cmd
	base    string
	errs    output
	log     output
	jwt     string
}

// output is what a process writes, read while it runs.
type output struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (o *output) Write(b []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.Write(b)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.String()
}

func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close() //nolint:errcheck // only its number is wanted
	return l.Addr().String()
}

func serve(t *testing.T, data string, environment ...string) *process {
	t.Helper()
	address := freeAddress(t)
	p := &process{t: t, base: "http://" + address, command: exec.Command(binary, "serve", "--listen", address, "--data", data)}
	p.command.Env = append(os.Environ(), append([]string{"SO_RATE_USER=0", "SO_RATE_ANONYMOUS=0"}, environment...)...)
	p.command.Stderr, p.command.Stdout = &p.errs, &p.log
	if err := p.command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.command.Process.Kill() })
	for range 500 {
		if answer, err := http.Get(p.base + "/api/status/health/"); err == nil {
			_ = answer.Body.Close()
			return p
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("the server does not start: %s", p.errs.String())
	return nil
}

func (p *process) request(method, path, contentType string, body io.Reader) (int, []byte, error) {
	r, err := http.NewRequest(method, p.base+path, body)
	if err != nil {
		return 0, nil, err
	}
	r.Header.Set("Content-Type", contentType)
	if p.jwt != "" {
		r.Header.Set("Authorization", "JWT "+p.jwt)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return 0, nil, err
	}
	defer answer.Body.Close() //nolint:errcheck // read to its end
	content, err := io.ReadAll(answer.Body)
	return answer.StatusCode, content, err
}

func (p *process) login(password string) int {
	p.t.Helper()
	status, body, err := p.request("POST", "/api/authentication/authenticate/", "application/json", strings.NewReader(fmt.Sprintf(`{"username":"admin","password":%q}`, password)))
	if err != nil {
		p.t.Fatal(err)
	}
	var got struct{ JWT string }
	_ = json.Unmarshal(body, &got)
	p.jwt = got.JWT
	return status
}

func TestFirstStartPrintsThePasswordOnce(t *testing.T) {
	data := filepath.Join(t.TempDir(), "data")
	p := serve(t, data)
	match := regexp.MustCompile(`password (\w{22}) `).FindStringSubmatch(p.errs.String())
	if match == nil {
		t.Fatalf("no password in %q", p.errs.String())
	}
	if status := p.login(match[1]); status != 200 {
		t.Errorf("login with the printed password: %d", status)
	}
	if n := strings.Count(p.log.String(), match[1]); n != 1 {
		t.Errorf("the log has the password %d times", n)
	}
	for _, name := range []string{"secobserve.db", "secobserve.key"} {
		info, err := os.Stat(filepath.Join(data, name))
		if err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v %v", name, info, err)
		}
	}
	second := exec.Command(binary, "serve", "--listen", freeAddress(t), "--data", data)
	if out, err := second.CombinedOutput(); err == nil || second.ProcessState.ExitCode() != 1 || !strings.Contains(string(out), "in use by another process") {
		t.Errorf("a second server on the same data: %v %s", err, out)
	}
	if err := p.command.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := p.command.Wait(); err != nil {
		t.Errorf("exit after SIGTERM: %v", err)
	}
	again := serve(t, data, "ADMIN_PASSWORD=Something-Else-1")
	if strings.Contains(again.errs.String(), "password") || again.login(match[1]) != 200 {
		t.Error("the second start changed the administrator")
	}
}

// importInto imports so many findings into a product.
func (p *process) importInto(product string, findings int) (int, error) {
	status, _, err := p.importRules(product, 0, findings)
	return status, err
}

// importRules imports a report in which the rules from first on, and some others, have one finding each.
func (p *process) importRules(product string, first, findings int, others ...int) (int, []byte, error) {
	rules := others
	for i := range findings {
		rules = append(rules, first+i)
	}
	var results []string
	for _, rule := range rules {
		results = append(results, fmt.Sprintf(`{"ruleId":"R%d","level":"error","message":{"text":"found"}}`, rule))
	}
	report := `{"$schema":"sarif","version":"2.1.0","runs":[{"tool":{"driver":{"name":"scan"}},"results":[` + strings.Join(results, ",") + `]}]}`
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	_ = form.WriteField("product_name", product)
	part, _ := form.CreateFormFile("file", "scan.sarif")
	_, _ = part.Write([]byte(report))
	_ = form.Close()
	return p.request("POST", "/api/import/file_upload_observations_by_name/", form.FormDataContentType(), &body)
}

func TestCommands(t *testing.T) {
	run := func(args ...string) (string, error) {
		out, err := exec.Command(binary, args...).CombinedOutput()
		return string(out), err
	}
	data := t.TempDir()
	p := serve(t, data, "ADMIN_PASSWORD=Blue-Harbor-77")
	if out, err := run("healthcheck", "--url", p.base); err != nil {
		t.Errorf("healthcheck of a healthy server: %v %s", err, out)
	}
	if out, err := run("backup", "--data", data, filepath.Join(data, "x.db")); err == nil || !strings.Contains(out, "GET /api/backup/") {
		t.Errorf("backup under a running server: %v %s", err, out)
	}
	_ = p.command.Process.Signal(os.Interrupt)
	_ = p.command.Wait()
	if _, err := run("healthcheck", "--url", p.base); err == nil {
		t.Error("healthcheck of a stopped server")
	}
	backup := filepath.Join(t.TempDir(), "backup.db")
	for _, args := range [][]string{{"check", "--data", data}, {"backup", "--data", data, backup}, {"restore", "--data", data, backup}, {"version"}, {"--help"}} {
		if out, err := run(args...); err != nil || out == "" && args[0] == "check" {
			t.Errorf("%v: %v %s", args, err, out)
		}
	}
	out, err := run("user", "reset-password", "--data", data, "admin")
	if err != nil {
		t.Fatal(out)
	}
	if status := serve(t, data).login(strings.TrimSpace(out)); status != 200 {
		t.Errorf("login with the new password: %d", status)
	}
}
