package handlers_test

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"secobserve/db"
	"secobserve/licenses"
	"secobserve/licenses/licensedata"
	"secobserve/model"
)

// sbomRecording is what another implementation of the API made of a report, as far as license components are concerned.
type sbomRecording struct {
	Observations, SBOM componentsRecording
}

type componentsRecording struct {
	Status            int              `json:"status"`
	Response          map[string]any   `json:"response"`
	LicenseComponents []map[string]any `json:"license_components"`
	ComponentsCount   int              `json:"components_count"`
}

// The reasons for differences to the recordings.
const (
	otherSpellings = "recorded with another version of the LicenseLynx data"
	aliasGPL       = "licenses.md §4: GPL is a spelling of GPL-1.0-or-later"
	withPurpose    = "parsers.md §3: the purpose of a package is read"
	withoutRef     = "parsers.md §2.2: components without bom-ref are license components, too"
)

// otherLicenses lists, by file and component, whose licenses differ deliberately, and why.
var otherLicenses = map[string]map[string]string{
	"secobserve-cyclone_dx-grype.json": {"mysqlclient:2.1.1": aliasGPL},
	"cyclonedx-SBOM-keycloak-10.0.2-bom.json": {
		"openjdk-orb:8.1.4.Final":                    aliasGPL,
		"platform:3.4.0":                             otherSpellings,
		"arquillian-browser-screenshooter:2.3.2":     otherSpellings,
		"checker-compat-qual:2.0.0":                  otherSpellings,
		"graphene-webdriver-api:2.3.2":               otherSpellings,
		"graphene-webdriver-impl:2.3.2":              otherSpellings,
		"graphene-webdriver-spi:2.3.2":               otherSpellings,
		"jakarta.json-api:1.1.6":                     otherSpellings,
		"jakarta.json:1.1.6":                         otherSpellings,
		"jboss-ejb-api_3.2_spec:1.0.0.Final":         otherSpellings,
		"jboss-jaxrs-api_2.1_spec:1.0.1.Final":       otherSpellings,
		"jboss-servlet-api_3.0_spec:1.0.2.Final":     otherSpellings,
		"jboss-servlet-api_3.1_spec:1.0.0.Final":     otherSpellings,
		"jboss-transaction-api_1.2_spec:1.1.1.Final": otherSpellings,
		"jboss-websocket-api_1.1_spec:2.0.0.Final":   otherSpellings,
	},
}

// otherTypes lists, by file, whose types of components differ deliberately, and why.
var otherTypes = map[string]string{"secobserve-spdx-multiple_observations.json": withPurpose, "spdx-software-example8-spdx2.3-examplemaven-0.0.1.spdx.json": withPurpose}

// additional lists, by file, the components that the recording lacks, and why.
var additional = map[string]map[string]string{
	"dd-cyclonedx-log4j.json":                  {"./configuration/.m2/repository/org/apache/logging/log4j/log4j-core/2.13.2": withoutRef},
	"dd-cyclonedx-nested-component-log4j.json": {"./configuration/.m2/repository/org/apache/logging/log4j/log4j-core/2.13.2": withoutRef},
}

// Real SBOMs give the same license components as in the recordings beside this repository.
func TestRecordedLicenseComponents(t *testing.T) {
	folder := filepath.Join("..", "..", "shared", "reports")
	files, err := filepath.Glob(filepath.Join(folder, "expected", "*.json"))
	if err != nil || len(files) == 0 {
		t.Skip("the folder of recorded readings is not there")
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		t.Run(name, func(t *testing.T) { compareLicenseRecording(t, folder, name) })
	}
}

func compareLicenseRecording(t *testing.T, folder, name string) {
	var want sbomRecording
	readJSONFile(t, filepath.Join(folder, "expected", name+".json"), &want)
	content, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		t.Fatal(err)
	}
	a := newAPI(t)
	a.licenseData(filepath.Join(folder, "..", "data"))
	admin := a.admin()
	for kind, recorded := range map[string]componentsRecording{"observations": want.Observations, "sbom": want.SBOM} {
		if readable[name] != "" || recorded.Status == 500 {
			continue
		}
		product := a.newProduct(admin, kind)
		got := a.uploadTo(kind, admin, name, string(content), map[string]string{"product": product})
		if got.status != recorded.Status {
			t.Fatalf("%s: status %d, want %d: %.300s", kind, got.status, recorded.Status, got.body)
		}
		if got.status != 200 {
			continue
		}
		more := len(additional[name])
		if n, ok := recorded.Response["license_components_new"].(float64); ok {
			recorded.Response["license_components_new"] = n + float64(more)
		}
		if text(got.object()) != text(recorded.Response) {
			t.Errorf("%s: answer %s, want %s", kind, got.body, text(recorded.Response))
		}
		rows := a.rows(admin, "/api/license_components/?page_size=10000&product="+product)
		compareComponents(t, name, rows, recorded.LicenseComponents)
		list := a.do("GET", "/api/components/?product="+product, admin, nil).want(200, "").object()
		if n := int(list["count"].(float64)); n != recorded.ComponentsCount+more {
			t.Errorf("%s: %d components, want %d", kind, n, recorded.ComponentsCount+more)
		}
	}
}

// licenseData stores license data as it is published.
func (a *api) licenseData(folder string) {
	a.t.Helper()
	var documents []*licensedata.Document
	for _, name := range []string{"spdx-licenses.json", "spdx-exceptions.json", "scancode-index.json", "licenselynx.tsv"} {
		content, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			a.t.Fatal(err)
		}
		document := &licensedata.Document{Kind: licensedata.KindLicenseLynx}
		if strings.HasSuffix(name, ".tsv") {
			for line := range strings.Lines(string(content)) {
				spelling, id, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
				document.Mapping = append(document.Mapping, licensedata.Spelling{Text: spelling, ID: id})
			}
		} else if document, err = licensedata.Read(content); err != nil {
			a.t.Fatal(err)
		}
		documents = append(documents, document)
	}
	err := a.store.Update(context.Background(), func(tx *db.Tx) error {
		_, err := licenses.Store(tx, documents, model.TimeOf(a.now))
		return err
	})
	if err != nil {
		a.t.Fatal(err)
	}
}

func compareComponents(t *testing.T, name string, got, want []map[string]any) {
	t.Helper()
	got = slices.DeleteFunc(got, func(r map[string]any) bool { return additional[name][text(r["component_name_version"])] != "" })
	if len(got) != len(want) {
		t.Fatalf("%d license components, want %d", len(got), len(want))
	}
	key := func(r map[string]any) string {
		return text(r["component_name_version_type"]) + text(r["component_purl"]) + text(r["component_cyclonedx_bom_link"]) + text(r["component_cpe"])
	}
	for _, rows := range [][]map[string]any{got, want} {
		slices.SortFunc(rows, func(x, y map[string]any) int { return cmp.Compare(key(x), key(y)) })
	}
	for i, row := range want {
		component := text(row["component_name_version"])
		for field, value := range row {
			isLicense := strings.Contains(field, "license") || field == "manual_concluded_comment"
			if isLicense && otherLicenses[name][component] != "" || field == "component_type" && otherTypes[name] != "" {
				continue
			}
			if g, w := text(got[i][field]), text(value); g != w {
				t.Errorf("%s of %q:\n got %.300s\nwant %.300s", field, component, g, w)
			}
		}
	}
}
