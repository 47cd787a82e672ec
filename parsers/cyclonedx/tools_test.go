package cyclonedx

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Reports in the shapes of the known writers.
func TestWriters(t *testing.T) {
	type origin struct{ scanner, image, tag, digest, file string }
	for _, test := range []struct {
		file       string
		want       origin
		titles     string
		components int
	}{
		{"trivy-image.json", origin{scanner: "trivy / 0.68.1", image: "shop/web:2.1"}, "CVE-2030-0001 CVE-2030-0002", 5},
		{"grype-image-old.json", origin{scanner: "grype / 0.50.1", image: "shop/web:2.1", digest: "sha256:ab12"}, "GHSA-aaaa-bbbb-cccc", 2},
		{"grype-image-new.json", origin{scanner: "grype / 0.104.0", image: "shop/web", tag: "2.1"}, "GHSA-aaaa-bbbb-cccc", 2},
		{"grype-file.json", origin{scanner: "grype / 0.104.0", file: "build/app.jar"}, "GHSA-aaaa-bbbb-cccc", 2},
		{"syft-1.52.0.json", origin{scanner: "syft / [not provided]"}, "", 10},
		{"syft-1.57.1.json", origin{scanner: "syft / [not provided]"}, "", 10},
		{"cyclonedx-npm-1.20.0.json", origin{scanner: "npm / 11.19.1"}, "", 4},
		{"cyclonedx-npm-4.2.1.json", origin{scanner: "npm / 11.19.1"}, "", 4},
		{"cyclonedx-gomod-1.4.1.json", origin{scanner: "cyclonedx-gomod / v1.4.1"}, "", 3},
		{"cyclonedx-gomod.json", origin{scanner: "cyclonedx-gomod / v1.10.0"}, "", 10},
	} {
		t.Run(test.file, func(t *testing.T) {
			got := readFile(t, test.file)
			var titles []string
			for _, f := range got.findings {
				o := f.Observation
				titles = append(titles, o.Title)
				if had := (origin{o.Scanner, o.OriginDockerImageName, o.OriginDockerImageTag, o.OriginDockerImageDigest, o.OriginSourceFile}); had != test.want {
					t.Errorf("%s has origin %+v, want %+v", o.Title, had, test.want)
				}
			}
			if had := strings.Join(titles, " "); had != test.titles {
				t.Errorf("findings %s, want %s", had, test.titles)
			}
			if got.scanner != test.want.scanner || len(got.components) != test.components {
				t.Errorf("scanner %q, %d components", got.scanner, len(got.components))
			}
		})
	}
}

func TestTrivyFinding(t *testing.T) {
	f := readFile(t, "trivy-image.json").findings[0]
	o := f.Observation
	purl := "pkg:deb/debian/libc6@2.36-9?arch=amd64&distro=debian-12.5"
	if o.OriginComponentName != "libc6" || o.OriginComponentVersion != "2.36-9" || o.OriginComponentPURL != purl || o.OriginComponentType != "Library" {
		t.Errorf("component %q %q %q %q", o.OriginComponentName, o.OriginComponentVersion, o.OriginComponentPURL, o.OriginComponentType)
	}
	if want := "urn:cdx:0c1d6a52-6ba5-4f52-b6c8-9c7c9f6f0d11/1#" + purl; o.OriginComponentCycloneDXBOMLink != want {
		t.Errorf("link %q, want %q", o.OriginComponentCycloneDXBOMLink, want)
	}
	if want := "debian:12.5 --> libc6:2.36-9\nshop/web:2.1 --> debian:12.5"; o.OriginComponentDependencies != want {
		t.Errorf("dependencies %q, want %q", o.OriginComponentDependencies, want)
	}
	if o.CWE == nil || *o.CWE != 787 || o.CVSS3Score == nil || *o.CVSS3Score != 7.5 || o.ParserSeverity != "" {
		t.Errorf("CWE %v, score %v, severity %q", o.CWE, o.CVSS3Score, o.ParserSeverity)
	}
	if o.Description != "Overflow in the C library." || o.Recommendation != "Upgrade libc6 to version 2.36-9+deb12u9" {
		t.Errorf("description %q, recommendation %q", o.Description, o.Recommendation)
	}
	want := []string{"https://avd.aquasec.com/nvd/cve-2030-0001", "https://nvd.nist.gov/vuln/detail/CVE-2030-0001"}
	if d := cmp.Diff(want, f.References); d != "" {
		t.Error(d)
	}
	if len(f.Evidences) != 2 || f.Evidences[0].Name != "Vulnerability" || f.Evidences[1].Name != "Component" {
		t.Fatalf("evidences %+v", f.Evidences)
	}
	if got := f.Evidences[0].Text.String(); !strings.HasPrefix(got, `{"id": "CVE-2030-0001", "source": {"name": "debian", `) {
		t.Errorf("evidence %.80s", got)
	}
	if got := f.Evidences[1].Text.String(); !strings.Contains(got, `"licenses": [{"license": {"name": "LGPL-2.1-only"}}, `) {
		t.Errorf("evidence %s", got)
	}
}

func TestGomodComponent(t *testing.T) {
	for _, c := range readFile(t, "cyclonedx-gomod.json").components {
		if c.Name != "github.com/prometheus/client_model" {
			continue
		}
		if c.Version != "v0.6.3" || c.Type != "Library" || c.PURL != "pkg:golang/github.com/prometheus/client_model@v0.6.3?goarch=amd64&goos=linux&type=module" {
			t.Errorf("%+v", c)
		}
		want := "example.com/shop:v0.0.0 --> github.com/prometheus/client_golang:v1.25.0\n" +
			"github.com/prometheus/client_golang:v1.25.0 --> github.com/prometheus/client_model:v0.6.3\n" +
			"github.com/prometheus/client_golang:v1.25.0 --> github.com/prometheus/common:v0.72.0\n" +
			"github.com/prometheus/common:v0.72.0 --> github.com/prometheus/client_golang:v1.25.0\n" + // modules may depend on each other
			"github.com/prometheus/common:v0.72.0 --> github.com/prometheus/client_model:v0.6.3"
		if c.Dependencies != want {
			t.Errorf("dependencies\n%s\nwant\n%s", c.Dependencies, want)
		}
		return
	}
	t.Error("component is missing")
}
