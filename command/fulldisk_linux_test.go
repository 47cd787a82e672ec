package command_test

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"secobserve/db"
)

// limitFiles bounds how large files of the process may become, which is to it as if the disk were full.
func (p *process) limitFiles(size uint64) {
	p.t.Helper()
	if err := unix.Prlimit(p.command.Process.Pid, unix.RLIMIT_FSIZE, &unix.Rlimit{Cur: size, Max: math.MaxUint64}, nil); err != nil {
		p.t.Fatal(err)
	}
}

// Without space, writes are refused with a clear answer and change nothing, reads go on, and with space everything works again.
func TestFullDisk(t *testing.T) {
	data := t.TempDir()
	file := filepath.Join(data, "secobserve.db")
	p := serve(t, data, "ADMIN_PASSWORD=Blue-Harbor-77")
	if status := p.login("Blue-Harbor-77"); status != 200 {
		t.Fatalf("login: %d", status)
	}
	send := func(method, path, body string) (int, string) {
		t.Helper()
		status, answer, err := p.request(method, path, "application/json", strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		return status, string(answer)
	}
	if status, answer := send("POST", "/api/products/", `{"name":"shop"}`); status != 201 {
		t.Fatal(status, answer)
	}
	if status, err := p.importInto("shop", 100); err != nil || status != 200 {
		t.Fatal(status, err)
	}
	info, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	p.limitFiles(uint64(info.Size()))
	stored, full := 100, false
	for i := 0; i < 40 && !full; i++ { // what is free in the file is used up first
		status, err := p.importInto("shop", 2000*(i+1))
		if err != nil {
			t.Fatal(err)
		}
		switch status {
		case 200:
			stored = 2000 * (i + 1)
		case 507:
			full = true
		default:
			t.Fatalf("an import without space: %d", status)
		}
	}
	if !full {
		t.Fatal("the file never became full")
	}
	count := func() string {
		t.Helper()
		status, answer := send("GET", "/api/observations/?page_size=1", "")
		if status != 200 {
			t.Fatalf("a list without space: %d %s", status, answer)
		}
		return strings.SplitN(answer, ",", 2)[0]
	}
	before := count()
	if want := fmt.Sprintf(`{"count":%d`, stored); before != want {
		t.Errorf("stored are %s, acknowledged %s", before, want)
	}
	large := fmt.Sprintf(`{"name":"large","description":%q}`, strings.Repeat("0123456789 no room for this ", 70))
	for i := range 3000 {
		status, answer := send("POST", "/api/products/", strings.Replace(large, "large", fmt.Sprint("large ", i), 1))
		if status == 507 {
			if want := `{"message":"The server has no space left to store the change; nothing was changed."}`; answer != want {
				t.Errorf("the answer is %s", answer)
			}
			break
		}
		if status != 201 || i == 2999 {
			t.Fatalf("product %d without space: %d %s", i, status, answer)
		}
	}
	if after := count(); after != before {
		t.Errorf("refused writes changed %s to %s", before, after)
	}
	p.limitFiles(math.MaxUint64)
	if status, err := p.importInto("shop", stored+2000); err != nil || status != 200 {
		t.Errorf("an import with space: %d %v", status, err)
	}
	if got := count(); got != fmt.Sprintf(`{"count":%d`, stored+2000) {
		t.Errorf("with space stored are %s", got)
	}
	_ = p.command.Process.Signal(os.Interrupt)
	_ = p.command.Wait()
	if problems, err := db.Check(file); err != nil || len(problems) > 0 {
		t.Errorf("%v %v", err, problems)
	}
}
