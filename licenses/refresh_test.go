package licenses

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"secobserve/db"
	"secobserve/licenses/licensedata"
	"secobserve/model"
	"secobserve/outgoing"
)

var noon = time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC)

// publisher is a web server with documents, by their addresses.
type publisher struct {
	documents map[string]string
	etags     map[string]string
	asked     []string // what was fetched, without what was unchanged
}

// Get answers like a web server that knows ETags.
func (p *publisher) Get(_ context.Context, address string, have outgoing.Version, _ int64) (*outgoing.Document, error) {
	etag := p.etags[address]
	if etag != "" && have.ETag == etag {
		return &outgoing.Document{Unchanged: true, Version: have}, nil
	}
	p.asked = append(p.asked, address)
	content, ok := p.documents[address]
	if !ok {
		return nil, errors.New("get " + address + ": status 404 Not Found")
	}
	return &outgoing.Document{Content: []byte(content), Version: outgoing.Version{ETag: etag}}, nil
}

const (
	spdxAddress       = "https://mirror.example/licenses.json"
	exceptionsAddress = "https://mirror.example/exceptions.json"
	scanCodeAddress   = "https://mirror.example/index.json"
	lynxAddress       = "https://mirror.example/mapping.json"
)

// newRefresh is an installation whose license data come from a mirror.
func newRefresh(t *testing.T) (*db.Store, *publisher) {
	store := openStore(t)
	update(t, store, func(tx *db.Tx) error {
		s := model.DefaultSettings()
		s.LicenseSPDXLicensesURL, s.LicenseSPDXExceptionsURL = spdxAddress, exceptionsAddress
		s.LicenseScanCodeURL, s.LicenseLicenseLynxURL = scanCodeAddress, lynxAddress
		return db.Settings.Put(tx, s)
	})
	return store, &publisher{
		documents: map[string]string{
			spdxAddress:       `{"licenses": [{"licenseId": "MIT", "name": "MIT License"}, {"licenseId": "ISC", "name": "ISC License"}]}`,
			exceptionsAddress: `{"exceptions": [{"licenseExceptionId": "Acme-exception"}]}`,
			scanCodeAddress: `[{"category": "Permissive", "spdx_license_key": "MIT"}, {"category": "Permissive", "spdx_license_key": "0BSD"},
				{"category": "Permissive", "spdx_license_key": "X11"}, {"category": "Permissive", "spdx_license_key": "Zlib"}]`,
			lynxAddress: `{"stableMap": {"Expat": {"id": "MIT", "src": "spdx"}}}`,
		},
		etags: map[string]string{spdxAddress: "s1", exceptionsAddress: "e1", scanCodeAddress: "c1", lynxAddress: "l1"},
	}
}

const imported = "\nLicense Groups from ScanCode LicenseDB imported"

func TestRefresh(t *testing.T) {
	store, published := newRefresh(t)
	refresh := func(want string, asked ...string) {
		t.Helper()
		published.asked = nil
		message, err := Refresh(t.Context(), store, published, noon)
		if err != nil {
			t.Fatal(err)
		}
		if message != want {
			t.Errorf("message %q, want %q", message, want)
		}
		if diff := cmp.Diff(asked, published.asked); diff != "" {
			t.Errorf("fetched: %s", diff)
		}
	}
	refresh("Licenses updated: 0, licenses created: 2"+imported, spdxAddress, scanCodeAddress, exceptionsAddress, lynxAddress)
	if diff := cmp.Diff(map[string]string{"Permissive (ScanCode LicenseDB)": "MIT"}, groupsOf(t, store)); diff != "" {
		t.Error(diff)
	}
	view(t, store, func(tx *db.Tx) error {
		v, err := LoadVocabulary(tx)
		if err != nil {
			return err
		}
		if _, err := v.Parse("MIT WITH Acme-exception"); err != nil {
			t.Error(err)
		}
		find, err := LoadSpellings(tx)
		if err != nil {
			return err
		}
		if id, _ := find("Expat"); id != "MIT" {
			t.Errorf("Expat is %q", id)
		}
		return nil
	})

	refresh("Licenses updated: 0, licenses created: 0" + imported) // nothing has changed

	published.documents[spdxAddress] = `{"licenses": [{"licenseId": "MIT", "name": "The MIT License"}, {"licenseId": "0BSD", "name": "0BSD"}]}`
	published.etags[spdxAddress] = "s2"
	refresh("Licenses updated: 1, licenses created: 1"+imported, spdxAddress, scanCodeAddress) // new licenses may belong to old groups
	if diff := cmp.Diff(map[string]string{"Permissive (ScanCode LicenseDB)": "MIT 0BSD"}, groupsOf(t, store)); diff != "" {
		t.Error(diff)
	}

	update(t, store, func(tx *db.Tx) error {
		s, err := db.Settings.Get(tx)
		if err != nil {
			return err
		}
		s.LicenseSPDXLicensesURL, s.LicenseScanCodeURL, s.LicenseLicenseLynxURL = "https://other.example/licenses.json", "", ""
		return db.Settings.Put(tx, s)
	})
	published.documents["https://other.example/licenses.json"] = published.documents[spdxAddress]
	published.etags["https://other.example/licenses.json"] = "s2"
	refresh("Licenses updated: 0, licenses created: 0"+imported, "https://other.example/licenses.json") // another server's ETag says nothing

	update(t, store, func(tx *db.Tx) error {
		s, err := db.Settings.Get(tx)
		if err != nil {
			return err
		}
		s.FeatureLicenseManagement = false
		return db.Settings.Put(tx, s)
	})
	refresh("License management feature is disabled.")
}

// TestRefresh_FailuresChangeNothing has a document fail in each way that documents fail.
func TestRefresh_FailuresChangeNothing(t *testing.T) {
	tests := []struct{ name, address, content, want string }{
		{"missing", spdxAddress, "", "SPDX licenses: get https://mirror.example/licenses.json: status 404 Not Found"},
		{"garbled", spdxAddress, `{"licenses": [{"licenseId": "New"}`, "read SPDX licenses: unexpected end of JSON input"},
		{"another document", spdxAddress, `{"exceptions": []}`, "read SPDX licenses: the document holds no entries"},
		{"garbled index", scanCodeAddress, `<html>`, "read ScanCode LicenseDB: invalid character"},
		{"an index that has shrunk", scanCodeAddress, `[{"category": "Permissive", "spdx_license_key": "ISC"}]`,
			"ScanCode LicenseDB: the document holds only 1 entries, the one before held 4"},
		{"garbled exceptions", exceptionsAddress, `{}`, "read SPDX exceptions: the document holds no entries"},
		{"garbled mapping", lynxAddress, `{"stableMap": {"a": {"id": "<"}}}`, `read LicenseLynx: the id "<" of "a" is not valid`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			store, published := newRefresh(t)
			if _, err := Refresh(t.Context(), store, published, noon); err != nil {
				t.Fatal(err)
			}
			groups, stored := groupsOf(t, store), storedData(t, store)
			delete(published.documents, tt.address)
			if tt.content != "" {
				published.documents[tt.address] = tt.content
			}
			published.etags[tt.address] = "new"
			published.asked = nil
			_, err := Refresh(t.Context(), store, published, noon)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %s", err, tt.want)
			}
			if diff := cmp.Diff(groups, groupsOf(t, store)); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(stored, storedData(t, store)); diff != "" {
				t.Error(diff)
			}
			if tt.address == spdxAddress && len(published.asked) > 1 {
				t.Errorf("after the failure of the first step, %v were fetched", published.asked)
			}
		})
	}
}

// storedData is what is stored of license data besides groups.
func storedData(t *testing.T, store *db.Store) (all []any) {
	t.Helper()
	view(t, store, func(tx *db.Tx) error {
		for l, err := range db.Licenses.All(tx) {
			if err != nil {
				return err
			}
			all = append(all, *l)
		}
		spdx, err := db.SPDXKeys.Get(tx)
		if err != nil {
			return err
		}
		scanCode, err := db.ScanCodeKeys.Get(tx)
		if err != nil {
			return err
		}
		spellings, err := db.LicenseSpellings.Get(tx)
		if err != nil {
			return err
		}
		sources, err := db.LicenseSources.Get(tx)
		all = append(all, spdx, scanCode, spellings, sources)
		return err
	})
	return all
}

func TestImportDocuments_MakesTheNextRunFetchAll(t *testing.T) {
	store, published := newRefresh(t)
	if _, err := Refresh(t.Context(), store, published, noon); err != nil {
		t.Fatal(err)
	}
	changes, err := ImportDocuments(t.Context(), store, []*licensedata.Document{licenseList(licensedata.License{ID: "X11"}),
		scanCode(licensedata.ScanCodeLicense{Category: "Permissive", Key: "X11"})}, noon) // less than before, but by hand
	if err != nil {
		t.Fatal(err)
	}
	if changes.LicensesCreated != 1 || len(changes.Groups) != 1 {
		t.Errorf("changes %+v", changes)
	}
	published.asked = nil
	if _, err := Refresh(t.Context(), store, published, noon); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{spdxAddress, scanCodeAddress, exceptionsAddress, lynxAddress}, published.asked); diff != "" {
		t.Error(diff)
	}
}
