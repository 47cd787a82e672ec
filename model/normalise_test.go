package model

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// The examples of core-observations.md §15.
func TestNormaliseOrigins(t *testing.T) {
	tests := []struct {
		name string
		in   Observation
		got  func(*Observation) []any
		want []any
	}{
		{"component of three parts", Observation{OriginComponentNameVersion: "org.acme:tls:2.0.1"},
			func(o *Observation) []any { return []any{o.OriginComponentName, o.OriginComponentVersion} }, []any{"org.acme:tls", "2.0.1"}},
		{"version with epoch", Observation{OriginComponentName: "openssl", OriginComponentVersion: "1:3.0.2"},
			func(o *Observation) []any {
				return []any{o.OriginComponentNameVersion, o.OriginComponentName, o.OriginComponentVersion}
			},
			[]any{"openssl:1:3.0.2", "openssl", "1:3.0.2"}},
		{"name with colon, no version", Observation{OriginComponentName: "org.foo:bar"},
			func(o *Observation) []any { return []any{o.OriginComponentName, o.OriginComponentVersion} }, []any{"org.foo:bar", ""}},
		{"image", Observation{OriginDockerImageNameTag: "registry.example.com/shop/api:7"},
			func(o *Observation) []any {
				return []any{o.OriginDockerImageName, o.OriginDockerImageTag, o.OriginDockerImageNameTagShort}
			},
			[]any{"registry.example.com/shop/api", "7", "api:7"}},
		{"image with port", Observation{OriginDockerImageNameTag: "host:5000/app:1.0"},
			func(o *Observation) []any { return []any{o.OriginDockerImageName, o.OriginDockerImageTag} }, []any{"host:5000/app", "1.0"}},
		{"image with digest", Observation{OriginDockerImageName: "app@sha256:0123"},
			func(o *Observation) []any { return []any{o.OriginDockerImageName, o.OriginDockerImageTag} }, []any{"app@sha256:0123", ""}},
		{"endpoint", Observation{OriginEndpointURL: "HTTPS://u:p@Shop.Example.com:8443/a/b;v=1/c;p=2?q=1&x=2#top"},
			func(o *Observation) []any {
				return []any{o.OriginEndpointScheme, o.OriginEndpointHostname, *o.OriginEndpointPort, o.OriginEndpointPath, o.OriginEndpointParams,
					o.OriginEndpointQuery, o.OriginEndpointFragment}
			},
			[]any{"https", "shop.example.com", 8443, "/a/b;v=1/c", "p=2", "q=1&x=2", "top"}},
		{"endpoint without host", Observation{OriginEndpointURL: "localhost:8080/x"},
			func(o *Observation) []any {
				return []any{o.OriginEndpointScheme, o.OriginEndpointHostname, o.OriginEndpointPath}
			},
			[]any{"localhost", "", "8080/x"}},
		{"endpoint with a bad port", Observation{OriginEndpointURL: "http://a:99999/x"},
			func(o *Observation) []any { return []any{o.OriginEndpointURL, o.OriginEndpointHostname} }, []any{"http://a:99999/x", ""}},
		{"bad PURL", Observation{OriginComponentPURL: "npm/left-pad"},
			func(o *Observation) []any { return []any{o.OriginComponentPURL, o.OriginComponentPURLType} }, []any{"", ""}},
		{"PURL", Observation{OriginComponentPURL: "pkg:NPM/%40a/left-pad@1"},
			func(o *Observation) []any { return []any{o.OriginComponentPURLType} }, []any{"npm"}},
		{"NUL and newlines", Observation{Description: "a\x00b\n\n"},
			func(o *Observation) []any { return []any{o.Description} }, []any{"aREDACTED_NULLb"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			test.in.Normalise()
			if diff := cmp.Diff(test.want, test.got(&test.in)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestFix(t *testing.T) {
	tests := []struct {
		version, recommendation string
		fix                     bool
		score                   *int
	}{
		{"1.3.0", "Upgrade left-pad to version 1.5.2", true, Ptr(20)},
		{"1.3.0", "Upgrade right-pad to version 9.0.0. Upgrade left-pad to version 2.0.0", true, Ptr(100)},
		{"", "Upgrade left-pad to version 1.5.2", true, nil},
		{"1.3.0", "", false, nil},
		{"2.0.0", "Upgrade left-pad to version 1.9", true, Ptr(0)},
		{"1.3.0", "release-1.2 is fine", false, nil},
		{"1.3.0", "1:1.3.4-5", true, Ptr(4)},
		{"1.3.0", "use 2.0 or 3.0", true, nil},
	}
	for _, test := range tests {
		o := Observation{OriginComponentName: "left-pad", OriginComponentVersion: test.version, Recommendation: test.recommendation}
		o.Normalise()
		if *o.FixAvailable != test.fix || !cmp.Equal(o.UpdateImpactScore, test.score) {
			t.Errorf("%q -> %q: fix %v, score %v, want %v, %v", test.version, test.recommendation, *o.FixAvailable, o.UpdateImpactScore, test.fix, test.score)
		}
	}
}

func TestDerive(t *testing.T) {
	tests := []struct {
		name     string
		in       Observation
		severity Severity
		status   Status
	}{
		{"resolved beats an assessment", Observation{ParserStatus: StatusResolved, AssessmentStatus: StatusFalsePositive}, SeverityUnknown, StatusResolved},
		{"CVSS 4 before CVSS 3", Observation{CVSS4Score: Ptr(4.0), CVSS3Score: Ptr(9.8), ParserSeverity: SeverityUnknown}, SeverityMedium, StatusOpen},
		{"vector beats score", Observation{CVSS3Score: Ptr(1.0), CVSS3Vector: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}, SeverityCritical, StatusOpen},
		{"unreadable vector", Observation{CVSS3Score: Ptr(7.0), CVSS3Vector: "None"}, SeverityHigh, StatusOpen},
		{"unknown severity text", Observation{ParserSeverity: "MEDIUM"}, SeverityUnknown, StatusOpen},
		{"rule before VEX", Observation{RuleStatus: StatusNotAffected, VexStatus: StatusAffected}, SeverityUnknown, StatusNotAffected},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			test.in.Normalise()
			if test.in.CurrentSeverity != test.severity || test.in.CurrentStatus != test.status {
				t.Errorf("%s, %s, want %s, %s", test.in.CurrentSeverity, test.in.CurrentStatus, test.severity, test.status)
			}
		})
	}
}

// A second normalisation changes nothing, nor does it change the identity.
func TestNormaliseIsIdempotent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`([a-zA-Z0-9.:@/ ;?#%\[\]_-]|ß|\n){0,24}`)
		o := Observation{
			Title: text.Draw(t, "title"), Description: text.Draw(t, "description"), Recommendation: text.Draw(t, "recommendation"),
			OriginComponentName: text.Draw(t, "name"), OriginComponentVersion: text.Draw(t, "version"),
			OriginComponentNameVersion: text.Draw(t, "name_version"), OriginComponentPURL: text.Draw(t, "purl"),
			OriginDockerImageName: text.Draw(t, "image"), OriginDockerImageTag: text.Draw(t, "tag"), OriginDockerImageNameTag: text.Draw(t, "name_tag"),
			OriginEndpointURL: text.Draw(t, "url"), OriginCloudResource: text.Draw(t, "cloud"), OriginKubernetesCluster: text.Draw(t, "cluster"),
		}
		o.Normalise()
		once, hash := o, o.Hash("")
		o.Normalise()
		if diff := cmp.Diff(once, o); diff != "" {
			t.Fatalf("second normalisation:\n%s", diff)
		}
		if o.Hash("") != hash {
			t.Fatal("the identity hash changed")
		}
	})
}

func FuzzNormalise(f *testing.F) {
	f.Add("a:b", "pkg:npm/a@1", "https://a.b:1/c;d?e#f", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "host:1/a@sha256:b")
	f.Fuzz(func(t *testing.T, component, purl, url, vector, image string) {
		o := Observation{OriginComponentNameVersion: component, OriginComponentPURL: purl, OriginEndpointURL: url, CVSS3Vector: vector, CVSS4Vector: vector,
			OriginDockerImageNameTag: image, Recommendation: component}
		o.Normalise()
		o.Clip()
		_ = o.Hash("")
		_ = ValidateURL(url)
		_ = ValidateCPE23(component)
	})
}

func BenchmarkNormaliseAndHash(b *testing.B) {
	in := Observation{Title: "CVE-2026-12345", Description: "A flaw in the parser allows remote attackers to read memory.\n", OriginComponentName: "org.acme:parser",
		OriginComponentVersion: "1.2.3", OriginComponentPURL: "pkg:maven/org.acme/parser@1.2.3", CVSS3Vector: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
		Recommendation: "Upgrade org.acme:parser to version 1.2.4", OriginDockerImageNameTag: "shop/api:1"}
	for b.Loop() {
		o := in
		o.Normalise()
		o.Clip()
		_ = o.Hash("")
	}
}

// Texts of any length are shortened before they are looked at, without a difference to what is kept.
func TestBound(t *testing.T) {
	huge := strings.Repeat("é", 1<<20)
	o := Observation{Title: huge, Description: huge, OriginComponentDependencies: huge, OriginSourceFile: "a.go"}
	whole := o
	o.Bound()
	if len(o.Title) != 8*maxShort || len(o.Description) != 8*maxLong || len(o.OriginComponentDependencies) != 8*maxDependencies || o.OriginSourceFile != "a.go" {
		t.Errorf("title of %d, description of %d, dependencies of %d bytes, file %q", len(o.Title), len(o.Description), len(o.OriginComponentDependencies), o.OriginSourceFile)
	}
	for _, x := range []*Observation{&o, &whole} {
		x.Normalise()
		x.Clip()
	}
	if o.Title != whole.Title || o.Description != whole.Description || o.OriginComponentDependencies != whole.OriginComponentDependencies {
		t.Error("something else is kept of the shortened texts")
	}
	odd := Observation{Title: "x" + huge}
	if odd.Bound(); odd.Title != "x"+huge[:8*maxShort-2] {
		t.Errorf("a character was cut in two: %q", odd.Title[len(odd.Title)-4:])
	}
}
