package db

import (
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"secobserve/model"
)

// oldFile unpacks a data file that an earlier version has written.
func oldFile(t *testing.T, name string) string {
	t.Helper()
	source, err := os.Open(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	defer source.Close() //nolint:errcheck // opened read-only
	unpacked, err := gzip.NewReader(source)
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(unpacked)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "secobserve.db")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// A file of each earlier format is brought to the present one: all that it held is there, and it is sound.
func TestOldFiles(t *testing.T) {
	for _, test := range []struct {
		name              string
		format            int
		licenseComponents int
	}{
		{"format1.db.gz", 1, 0},
		{"format2.db.gz", 2, 9},
	} {
		t.Run(test.name, func(t *testing.T) {
			path := oldFile(t, test.name)
			if _, err := Check(path); err == nil || !strings.Contains(err.Error(), "start the server once to migrate it") {
				t.Errorf("check before the migration: %v", err)
			}
			s, err := Open(path)
			if err != nil {
				t.Fatal(err)
			}
			if err := s.View(context.Background(), func(tx *Tx) error { return checkOldContent(t, tx, test.licenseComponents) }); err != nil {
				t.Fatal(err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			sound(t, path)
			if s, err = Open(path); err != nil { // there is nothing left to migrate
				t.Fatal(err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// checkOldContent looks at what was stored when the files were made: two products and seven findings of four reports, one of them assessed.
func checkOldContent(t *testing.T, tx *Tx, licenseComponents int) error {
	for name, n := range map[string][2]int{
		"users": {Users.Index(tx).Len(), 3}, "products": {Products.Index(tx).Len(), 2}, "branches": {Branches.Index(tx).Len(), 2},
		"observations": {Observations.Index(tx).Len(), 7}, "logs": {ObservationLogs.Index(tx).Len(), 8}, "tokens": {APITokens.Index(tx).Len(), 1},
		"evidences": {Evidences.Index(tx).Len(), 14}, "license components": {LicenseComponents.Index(tx).Len(), licenseComponents},
	} {
		if n[0] != n[1] {
			t.Errorf("%d %s, want %d", n[0], name, n[1])
		}
	}
	if Components.Index(tx).Len() == 0 {
		t.Error("no component was derived")
	}
	o, err := Observations.Get(tx, 1)
	if err != nil {
		return err
	}
	if o.CurrentStatus != model.StatusRiskAccepted || o.AssessmentSeverity != model.SeverityLow {
		t.Errorf("the assessed observation is %+v", o)
	}
	for e, err := range Evidences.All(tx) {
		if err != nil {
			return err
		}
		if text := Text(tx, e.Text); !strings.HasPrefix(text, "{") || !strings.HasSuffix(text, "}") {
			t.Errorf("evidence %d is %q", e.ID, text)
		}
	}
	links := 0
	for o, err := range Observations.All(tx) {
		if err != nil {
			return err
		}
		for _, reference := range o.References {
			links++
			if uint64(reference.ID) > tx.bucket(textKeysBucket).Sequence() {
				t.Errorf("the id %d of a reference would be given twice", reference.ID)
			}
		}
	}
	if links == 0 {
		t.Error("the references are gone")
	}
	return nil
}

// What is packed with a dictionary can only be unpacked with the same one.
func TestDictionaryNeverChanges(t *testing.T) {
	sum := sha256.Sum256([]byte("\x00" + dictionary1Texts + dictionary1Fields))
	if got := hex.EncodeToString(sum[:8]); got != "890cef2410230bc5" {
		t.Errorf("dictionary1 has changed (%s): existing data files cannot be read any more", got)
	}
	if dictionary1 == nil {
		t.Fatal("the dictionary is unusable")
	}
}
