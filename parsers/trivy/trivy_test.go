package trivy

import (
	"os"
	"strings"
	"testing"

	"secobserve/model"
	"secobserve/parsers"
	"secobserve/parsers/parsertest"
)

func TestAccepts(t *testing.T) {
	parsertest.Accepts(t, Parser{}, map[string]bool{
		`{"SchemaVersion":2,"ArtifactName":"a:1","ArtifactType":"container_image"}`: true,
		`{"SchemaVersion":2,"ArtifactName":"a","Results":null}`:                     true,
		`{"SchemaVersion":"2","ArtifactName":"a"}`:                                  false,
		`{"SchemaVersion":2,"Results":[]}`:                                          false,
		`{"ClusterName":"c","Resources":[]}`:                                        true,
		`{"ClusterName":"c","Misconfigurations":[{}]}`:                              true,
		`{"ClusterName":"c"}`:                                                       false,
		`{"ClusterName":7,"Resources":[]}`:                                          false,
		`[{"Target":"a (alpine 3.9)","Type":"alpine","Vulnerabilities":null}]`:      true,
		`[{"Target":"a","Vulnerabilities":[]}]`:                                     true,
		`[{"Target":"a"}]`:                                                          false,
		`[7]`:                                                                       false,
		`{"a":1}`:                                                                   false,
	})
}

func read(t *testing.T, file string) (scanner string, byTitle map[string]parsers.Finding) {
	t.Helper()
	content, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	report := parsertest.Read(t, Parser{}, file, string(content))
	byTitle = make(map[string]parsers.Finding)
	for _, f := range report.Findings {
		byTitle[f.Observation.Title] = f
	}
	if len(byTitle) != len(report.Findings) {
		t.Fatalf("%d findings, %d titles", len(report.Findings), len(byTitle))
	}
	return report.Scanner, byTitle
}

func TestImage(t *testing.T) {
	scanner, got := read(t, "image.json")
	if scanner != "Trivy / 0.69.1" || len(got) != 4 {
		t.Fatalf("%s: %v", scanner, got)
	}
	f := got["CVE-2031-1000"]
	o := f.Observation
	if o.Scanner != scanner || o.VulnerabilityID != o.Title || o.VulnerabilityIDAliases != "DSA-9000-1" || o.ParserSeverity != model.SeverityLow || *o.CWE != 125 ||
		o.Recommendation != "Upgrade libssl3 to version 3.0.13-1~deb12u1" || o.OriginComponentName != "libssl3" || o.OriginComponentVersion != "3.0.11-1~deb12u2" ||
		o.OriginComponentPURL != "pkg:deb/debian/libssl3@3.0.11-1~deb12u2?arch=amd64&distro=debian-12.5" || o.OriginSourceFile != "" ||
		o.OriginDockerImageName != "registry.example.org/shop/web:1.4" || !strings.HasPrefix(o.OriginDockerImageDigest, "sha256:5f2b") {
		t.Errorf("%+v", o)
	}
	if *o.CVSS3Score != 9.8 || !strings.HasPrefix(o.CVSS3Vector, "CVSS:3.1/AV:N/AC:L") || *o.CVSS4Score != 6.9 || !strings.HasPrefix(o.CVSS4Vector, "CVSS:4.0/") {
		t.Errorf("scores: %v %s, %v %s", *o.CVSS3Score, o.CVSS3Vector, *o.CVSS4Score, o.CVSS4Vector)
	}
	if want := "openssl: something reads too far\n\nA long story about reading too far.\n\n**Target:** registry.example.org/shop/web:1.4 (debian 12.5)"; o.Description != want {
		t.Errorf("%s", o.Description)
	}
	if len(f.References) != 2 || f.References[1] != "https://advisories.example.org/1000" || !strings.Contains(f.Evidences[0].Text.String(), `"PkgID": "libssl3@3.0.11-1~deb12u2"`) {
		t.Errorf("%v", f.References)
	}
	o.Normalise()
	o.Derive()
	if o.OriginDockerImageName != "registry.example.org/shop/web" || o.OriginDockerImageTag != "1.4" || o.CurrentSeverity != model.SeverityLow {
		t.Errorf("normalised: %s %s %s", o.OriginDockerImageName, o.OriginDockerImageTag, o.CurrentSeverity)
	}

	if o = got["CVE-2031-1001"].Observation; o.ParserSeverity != model.SeverityUnknown || o.Recommendation != "" || !strings.Contains(o.Description, "**Status:** will not fix") || o.CWE != nil {
		t.Errorf("%+v", o)
	}
	if o = got["CVE-2031-2000"].Observation; o.OriginSourceFile != "app/lib/core-1.4.jar" || o.OriginComponentPURL != "pkg:maven/org.acme/core@1.4" ||
		o.Recommendation != "Upgrade org.acme:core to version 1.4.2, 2.0.1" {
		t.Errorf("%+v", o)
	}
	o.Normalise()
	o.Derive()
	if o.FixAvailable == nil || !*o.FixAvailable || o.UpdateImpactScore == nil || *o.UpdateImpactScore != 2 {
		t.Errorf("impact of the update: %v %v", o.FixAvailable, o.UpdateImpactScore)
	}
	if o = got["CVE-2031-3000"].Observation; o.OriginSourceFile != "usr/bin/tool" || o.OriginComponentPURL != "pkg:golang/golang.org/x/net@v0.17.0" {
		t.Errorf("%+v", o)
	}
}

func TestFilesystem(t *testing.T) {
	scanner, got := read(t, "filesystem.json")
	if scanner != "Trivy" || len(got) != 3 {
		t.Fatalf("%s: %v", scanner, got)
	}
	if o := got["GHSA-aaaa-bbbb-cccc"].Observation; o.OriginSourceFile != "web/package-lock.json" || o.OriginComponentPURL != "pkg:npm/%40acme/left-pad@1.0.0" || o.OriginDockerImageName != "" {
		t.Errorf("%+v", o)
	}
	f := got["DS002: Image user should not be 'root'"]
	o := f.Observation
	if o.ParserSeverity != model.SeverityHigh || o.OriginSourceFile != "Dockerfile" || *o.OriginSourceLineStart != 3 || *o.OriginSourceLineEnd != 4 ||
		o.Recommendation != "Add 'USER <non root user name>' line to the Dockerfile" || len(f.References) != 2 || f.References[0] != "https://avd.example.org/misconfig/ds002" {
		t.Errorf("%+v %v", o, f.References)
	}
	if want := "Running containers with 'root' user can lead to a container escape situation.\n\n**Message:** Last USER command in Dockerfile should not be 'root'\n\n" +
		"**Provider:** Dockerfile\n\n**Service:** general"; o.Description != want {
		t.Errorf("%s", o.Description)
	}
	if o = got["github-pat: GitHub Personal Access Token"].Observation; o.ParserSeverity != model.SeverityCritical || o.OriginSourceFile != "config/prod.env" ||
		*o.OriginSourceLineStart != 7 || !strings.HasPrefix(o.Description, "**Category:** GitHub\n\n**Match:** `TOKEN=***") {
		t.Errorf("%+v", o)
	}
}

func TestCluster(t *testing.T) {
	_, got := read(t, "cluster.json")
	if len(got) != 2 {
		t.Fatalf("%v", got)
	}
	for title, image := range map[string]string{"CVE-2031-1000": "registry.example.org/shop/web:1.4", "KSV001: Can elevate its own privileges": ""} {
		if o := got[title].Observation; o.OriginKubernetesCluster != "prod" || o.OriginKubernetesNamespace != "shop" || o.OriginKubernetesResourceType != "Deployment" ||
			o.OriginKubernetesResourceName != "web" || o.OriginDockerImageName != image || o.OriginSourceFile != "" {
			t.Errorf("%s: %+v", title, o)
		}
	}
}

func TestOldReport(t *testing.T) {
	o := parsertest.One(t, Parser{}, "x.json", `[{"Target":"a:1 (alpine 3.9.4)","Type":"alpine","Vulnerabilities":[{"VulnerabilityID":"CVE-1","PkgName":"p","InstalledVersion":"1","Severity":"HIGH"}]},
		{"Target":"b","Vulnerabilities":null},7]`).Observation
	if o.OriginComponentName != "p" || o.OriginSourceFile != "" || o.ParserSeverity != model.SeverityHigh {
		t.Errorf("%+v", o)
	}
}

func TestRating(t *testing.T) {
	one := func(cvss string) model.Observation {
		return parsertest.One(t, Parser{}, "x.json", `{"SchemaVersion":2,"ArtifactName":"a","Results":[{"Target":"t","Vulnerabilities":[{"VulnerabilityID":"C","SeveritySource":"ghsa","CVSS":`+cvss+`}]}]}`).Observation
	}
	for cvss, want := range map[string]float64{
		`{"nvd":{"V3Score":5},"ghsa":{"V3Score":7}}`:    7,
		`{"nvd":{"V3Score":5},"other":{"V3Score":7}}`:   5,
		`{"x":{"V2Score":4},"bitnami":{"V3Score":6}}`:   6,
		`{"ghsa":{"V3Score":0},"redhat":{"V3Score":3}}`: 3,
	} {
		if o := one(cvss); o.CVSS3Score == nil || *o.CVSS3Score != want {
			t.Errorf("%s: %v, want %v", cvss, o.CVSS3Score, want)
		}
	}
	for _, cvss := range []string{`{}`, `null`, `[]`, `{"nvd":{"V3Score":11,"V3Vector":"v"}}`, `{"nvd":7}`, `{"nvd":{"V3Vector":"v"}}`} {
		if o := one(cvss); o.CVSS3Score != nil || o.CVSS3Vector != "" {
			t.Errorf("%s: %v %s", cvss, *o.CVSS3Score, o.CVSS3Vector)
		}
	}
}

func TestUnusableEntries(t *testing.T) {
	got := parsertest.Read(t, Parser{}, "x.json", `{"SchemaVersion":2,"ArtifactName":"a","Results":[7,{"Vulnerabilities":[7,{"PkgName":"p"},{"VulnerabilityID":"C"}],"Misconfigurations":{},"Secrets":[{}]}]}`)
	if len(got.Findings) != 1 {
		t.Errorf("%+v", got.Findings)
	}
}

func FuzzParse(f *testing.F) {
	seeds := []string{`[{"Target":"a (alpine 3.9)","Type":"alpine","Vulnerabilities":[{"VulnerabilityID":"C"}]}]`}
	for _, file := range []string{"image.json", "filesystem.json", "cluster.json"} {
		content, err := os.ReadFile("testdata/" + file)
		if err != nil {
			f.Fatal(err)
		}
		seeds = append(seeds, string(content))
	}
	parsertest.Fuzz(f, Parser{}, ".json", seeds...)
}
