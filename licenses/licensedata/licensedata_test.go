package licensedata

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/github/go-spdx/v2/spdxexp/spdxlicenses"
	"github.com/google/go-cmp/cmp"
)

func readFixture(t testing.TB, name string) []byte {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func TestRead(t *testing.T) {
	yes, no := true, false
	tests := []struct {
		file    string
		want    Document
		entries int
	}{
		{"licenses.json", Document{Kind: KindSPDXLicenses, Licenses: []License{
			{ID: "Acme-1.0", Name: "Acme License 1.0", Reference: "https://acme.example/1.0", IsOSI: &yes, IsDeprecated: &no},
			{ID: "Acme-0.9", Name: "Acme License 0.9", Reference: "https://acme.example/0.9", IsOSI: &no, IsDeprecated: &yes},
			{ID: "Bare"},
		}}, 3},
		{"exceptions.json", Document{Kind: KindSPDXExceptions, Exceptions: []string{"Acme-exception", "Other-exception"}}, 2},
		{"scancode.json", Document{Kind: KindScanCode, ScanCode: []ScanCodeLicense{
			{Category: "Permissive", Key: "Acme-1.0", OtherKeys: []string{"Acme-0.9", "ACME 1.0"}},
			{Category: "Copyleft Limited", Key: "LicenseRef-scancode-acme-exception", IsException: true},
			{Key: "LicenseRef-scancode-uncategorised"},
		}}, 3},
		{"licenselynx.json", Document{Kind: KindLicenseLynx, Mapping: []Spelling{{"Acme-1.0", "Acme-1.0"}, {"The Acme License", "Acme-1.0"}}}, 2},
		{"licenselynx-one.json", Document{Kind: KindLicenseLynx, Mapping: []Spelling{{"Acme Free", "acme-free"}, {"Free Acme", "acme-free"},
			{"acme-free", "acme-free"}}}, 3},
		{"licenselynx.tsv", Document{Kind: KindLicenseLynx, Mapping: []Spelling{{`"Acme"`, "Acme-1.0"}, {"The Acme License", "Acme-1.0"}}}, 2},
		{"blueoak.json", Document{Kind: KindBlueOak, Ratings: []Rating{{Name: "Gold", Notes: "Good ones.", Licenses: []string{"Acme-1.0"}},
			{Name: "Lead"}}}, 2},
	}
	for _, tt := range tests {
		t.Run(tt.file, func(t *testing.T) {
			got, err := Read(readFixture(t, tt.file))
			if err != nil {
				t.Fatal(err)
			}
			slices.SortFunc(got.Mapping, func(a, b Spelling) int { return strings.Compare(a.Text, b.Text) })
			if diff := cmp.Diff(&tt.want, got); diff != "" {
				t.Error(diff)
			}
			if got.Entries() != tt.entries {
				t.Errorf("%d entries, want %d", got.Entries(), tt.entries)
			}
		})
	}
}

func TestRead_Refused(t *testing.T) {
	tests := []struct{ name, content, want string }{
		{"nothing", "", "neither"},
		{"a page", "<html>", "neither"},
		{"another object", `{"a": 1}`, "neither"},
		{"another list", `[{"a": 1}]`, "neither"},
		{"a list of texts", `["a"]`, "neither"},
		{"an empty list", `[]`, "neither"},
		{"a cut document", `{"licenses": [{"licenseId": "MIT"`, "neither"},
		{"no licenses", `{"licenses": []}`, "read SPDX licenses: the document holds no entries"},
		{"licenses of another type", `{"licenses": "MIT"}`, "read SPDX licenses: json: cannot unmarshal"},
		{"a license without an id", `{"licenses": [{"licenseId": "MIT"}, {"name": "x"}]}`, `read SPDX licenses: element 1: the licenseId "" is not valid`},
		{"an id that is no key", `{"licenses": [{"licenseId": "<script>"}]}`, `element 0: the licenseId "<script>" is not valid`},
		{"a long id", `{"licenses": [{"licenseId": "` + strings.Repeat("x", 256) + `"}]}`, "is not valid"},
		{"a flag of another type", `{"licenses": [{"licenseId": "MIT", "isOsiApproved": "yes"}]}`, "read SPDX licenses: json: cannot unmarshal"},
		{"an exception without an id", `{"exceptions": [{}]}`, `read SPDX exceptions: element 0: the licenseExceptionId "" is not valid`},
		{"a key that is none", `[{"category": "x", "spdx_license_key": "a b"}]`, `read ScanCode LicenseDB: element 0: the spdx_license_key "a b" is not valid`},
		{"another key that is none", `[{"category": "x", "spdx_license_key": "a", "other_spdx_license_keys": ["?"]}]`, `the key "?" in other_spdx_license_keys is not valid`},
		{"no keys", `[{"category": "x"}]`, "read ScanCode LicenseDB: the document holds no entries"},
		{"an empty mapping", `{"stableMap": {}}`, "read LicenseLynx: the document holds no entries"},
		{"a spelling without an id", `{"stableMap": {"x": {}}}`, `read LicenseLynx: the id "" of "x" is not valid`},
		{"a table with a hole", "a\tMIT\nb\n", "read LicenseLynx: line 2: not a spelling and an id"},
		{"a table with three columns", "a\tMIT\tb\n", "read LicenseLynx: line 1: not a spelling and an id"},
		{"a rating without a name", `[{"licenses": []}]`, "read Blue Oak Council: element 0 has no name"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Read([]byte(tt.content))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %s", err, tt.want)
			}
			if tt.want == "neither" && !errors.Is(err, ErrUnknown) {
				t.Errorf("%v is not ErrUnknown", err)
			}
		})
	}
}

func TestReadAs_OtherKind(t *testing.T) {
	for _, kind := range []Kind{KindSPDXExceptions, KindScanCode, KindLicenseLynx, KindBlueOak} {
		if _, err := ReadAs(kind, readFixture(t, "licenses.json")); err == nil {
			t.Errorf("the license list was read as %s", kind)
		}
	}
}

func TestSnapshot(t *testing.T) {
	documents, err := Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	byKind := make(map[Kind]*Document)
	for _, d := range documents {
		byKind[d.Kind] = d
	}
	var active, deprecated []string
	names := make(map[string]string)
	for _, l := range byKind[KindSPDXLicenses].Licenses {
		names[l.ID] = l.Name
		if *l.IsDeprecated {
			deprecated = append(deprecated, l.ID)
		} else {
			active = append(active, l.ID)
		}
	}
	for _, tt := range []struct {
		what      string
		got, want []string
	}{
		{"licenses", active, spdxlicenses.GetLicenses()},
		{"deprecated licenses", deprecated, spdxlicenses.GetDeprecated()},
		{"exceptions", byKind[KindSPDXExceptions].Exceptions, spdxlicenses.GetExceptions()},
	} {
		slices.Sort(tt.got)
		slices.Sort(tt.want)
		if diff := cmp.Diff(tt.want, tt.got); diff != "" {
			t.Errorf("%s are not those of the module; run go generate: %s", tt.what, diff)
		}
	}
	if names["MIT"] != "MIT License" {
		t.Errorf("the name of MIT is %q", names["MIT"])
	}
	var ratings []string
	for _, r := range byKind[KindBlueOak].Ratings {
		ratings = append(ratings, r.Name)
		for _, id := range r.Licenses {
			if names[id] == "" {
				t.Errorf("the license %s, rated %s, is not in the list of licenses", id, r.Name)
			}
		}
	}
	if diff := cmp.Diff([]string{"Model", "Gold", "Silver", "Bronze", "Lead"}, ratings); diff != "" {
		t.Error(diff)
	}
}

// TestRead_PublishedDocuments reads documents as their projects publish them, where they are at hand.
func TestRead_PublishedDocuments(t *testing.T) {
	folder := filepath.Join("..", "..", "..", "shared", "data")
	if _, err := os.Stat(folder); err != nil {
		t.Skip("no published license data beside the repository")
	}
	for file, want := range map[string]Kind{"spdx-licenses.json": KindSPDXLicenses, "spdx-exceptions.json": KindSPDXExceptions,
		"scancode-index.json": KindScanCode, "licenselynx.tsv": KindLicenseLynx} {
		content, err := os.ReadFile(filepath.Join(folder, file))
		if err != nil {
			t.Fatal(err)
		}
		d, err := Read(content)
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		if d.Kind != want || d.Entries() < 50 {
			t.Errorf("%s: %s with %d entries", file, d.Kind, d.Entries())
		}
	}
}

func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("testdata/*.*")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		f.Add(readFixture(f, filepath.Base(file)))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		d, err := Read(content)
		if err != nil {
			return
		}
		if d.Entries() == 0 {
			t.Error("an empty document was read")
		}
		for _, l := range d.Licenses {
			if !isKey(l.ID) || len([]rune(l.Name)) > maxText || len([]rune(l.Reference)) > maxReference {
				t.Errorf("license %+v", l)
			}
		}
		for _, s := range d.Mapping {
			if !isKey(s.ID) || !storable(s.Text) {
				t.Errorf("spelling %+v", s)
			}
		}
	})
}
