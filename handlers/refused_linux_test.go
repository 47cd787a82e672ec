package handlers_test

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"golang.org/x/sys/unix"
)

// descriptorOf is the number of the open file with the path.
func descriptorOf(t *testing.T, path string) int {
	t.Helper()
	entries, err := filepath.Glob("/proc/self/fd/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if target, err := os.Readlink(entry); err == nil && target == path {
			n, err := strconv.Atoi(filepath.Base(entry))
			if err != nil {
				t.Fatal(err)
			}
			return n
		}
	}
	t.Fatalf("%s is not open", path)
	return 0
}

// sealed is a file that refuses to be written or to grow, with the error of a file that was made immutable while it was open.
func sealed(t *testing.T, size int64) int {
	t.Helper()
	n, err := unix.MemfdCreate("sealed", unix.MFD_ALLOW_SEALING)
	if err != nil {
		t.Skipf("this system has no files that can be sealed: %v", err)
	}
	t.Cleanup(func() { _ = unix.Close(n) })
	if err := unix.Ftruncate(n, size); err != nil {
		t.Fatal(err)
	}
	if _, err := unix.FcntlInt(uintptr(n), unix.F_ADD_SEALS, unix.F_SEAL_WRITE|unix.F_SEAL_GROW|unix.F_SEAL_SHRINK); err != nil {
		t.Fatal(err)
	}
	return n
}

// When the disk does not take writes any more, changes are refused with an answer that says so, reading goes on, and everything works again when
// the disk does.
func TestDiskRefusesWrites(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Shop")
	report := `{"$schema":"sarif","version":"2.1.0","runs":[{"tool":{"driver":{"name":"scan"}},"results":[{"ruleId":"R","level":"error","message":{"text":"found"}}]}]}`
	fields := map[string]string{"product": product}

	data := descriptorOf(t, a.store.Path())
	sound, err := unix.Dup(data)
	if err != nil {
		t.Fatal(err)
	}
	defer unix.Close(sound) //nolint:errcheck // the store has its own
	if err := unix.Dup3(sealed(t, 1<<20), data, 0); err != nil {
		t.Fatal(err)
	}
	const refused = "The disk of the server refuses to store the change."
	for range 3 {
		a.do("PATCH", "/api/products/"+product+"/", admin, map[string]any{"description": "lost"}).want(503, refused)
		a.upload(admin, "scan.sarif", report, fields).want(503, refused)
		a.do("GET", "/api/products/"+product+"/", admin, nil).want(200, `"description":""`)
		a.do("GET", "/api/observations/?page_size=1", admin, nil).want(200, `"count":0`)
	}
	if err := unix.Dup3(sound, data, 0); err != nil {
		t.Fatal(err)
	}
	a.do("PATCH", "/api/products/"+product+"/", admin, map[string]any{"description": "stored"}).want(200, "stored")
	a.upload(admin, "scan.sarif", report, fields).want(200, `"observations_new":1`)
}
