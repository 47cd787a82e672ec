package command

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"secobserve/db"
)

func TestImportLicenseData(t *testing.T) {
	data := t.TempDir()
	fixtures, err := filepath.Abs(filepath.Join("..", "licenses", "licensedata", "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	list, index := filepath.Join(fixtures, "licenses.json"), filepath.Join(fixtures, "scancode.json")

	status, text := runLine("license-data", "import", list, "--data", data)
	if status != 1 || !strings.Contains(text, "no such file") {
		t.Errorf("without a data file: status %d, %q", status, text)
	}
	store, err := db.Open(filepath.Join(data, "secobserve.db"))
	if err != nil {
		t.Fatal(err)
	}
	if status, text := runLine("license-data", "import", list, "--data", data); status != 1 || strings.Count(text, "\n") != 1 {
		t.Errorf("while the data file is open: status %d, %q", status, text)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}

	garbled := filepath.Join(t.TempDir(), "garbled.json")
	if err := os.WriteFile(garbled, []byte(`{"licenses": [{"licenseId": ""}]}`), 0o600); err != nil {
		t.Fatal(err)
	}
	status, text = runLine("license-data", "import", list, garbled, "--data", data)
	want := "secobserve: license data from " + garbled + `: read SPDX licenses: element 0: the licenseId "" is not valid` + "\n"
	if status != 1 || text != want {
		t.Errorf("with a garbled file: status %d, %q", status, text)
	}

	status, text = runLine("license-data", "import", list, index, "--data", data) // nothing of the failed import is left
	want = list + ": SPDX licenses, 3 entries\n" + index + ": ScanCode LicenseDB, 3 entries\n" +
		"Licenses updated: 0, licenses created: 3, license groups changed: 1\n"
	if status != 0 || text != want {
		t.Errorf("status %d, %q, want %q", status, text, want)
	}
}
