package ocsf

import (
	"strings"
	"testing"

	"secobserve/parsers"
	"secobserve/parsers/parsertest"
)

// eventWith is an open detection finding with further members, which may replace the usual ones.
func eventWith(members string) string {
	return `{"class_uid":2004,"activity_id":1,"status_id":1,"status_code":"FAIL","severity":"High","finding_info":{"title":"t","uid":"u"},
		"metadata":{"product":{"name":"Prowler","version":"5.16.1"}},` + members + `}`
}

func readAll(t *testing.T, events ...string) []parsers.Finding {
	t.Helper()
	return parsertest.Read(t, Parser{}, "x.json", "["+strings.Join(events, ",")+"]").Findings
}

func TestAccepts(t *testing.T) {
	prowler := func(version string) string {
		return `[{"class_uid":2004,"metadata":{"product":{"name":"Prowler","version":` + version + `}}}]`
	}
	parsertest.Accepts(t, Parser{}, map[string]bool{
		`[{"class_uid":2003}]`:          true,
		`[{"class_uid":0}]`:             false,
		`[{"class_uid":null}]`:          false,
		`[{"other":1},{"class_uid":1}]`: false,
		`{"class_uid":2004}`:            false,
		`[7]`:                           false,
		prowler(`"4.5.0"`):              true,
		prowler(`"5.16.1"`):             true,
		prowler(`"10.0.0"`):             true,
		prowler(`"4.4.0"`):              false,
		prowler(`"4.5.0-rc1"`):          false,
		prowler(`"new"`):                false,
		prowler(`null`):                 false,
		prowler(`5`):                    false,
	})
}

func TestSkippedEvents(t *testing.T) {
	for members, want := range map[string]int{
		`"x":1`:                  1,
		`"class_uid":2003`:       0,
		`"status_id":2`:          1,
		`"status_id":3`:          0,
		`"status_id":null`:       0,
		`"status_code":"PASS"`:   0,
		`"status_code":"MANUAL"`: 0,
		`"status_code":"MUTED"`:  0,
		`"status_code":null`:     1,
		`"activity_id":2`:        1,
		`"activity_id":3`:        0,
		`"finding_info":{}`:      0,
		`"finding_info":null`:    0,
	} {
		if got := readAll(t, eventWith(`"resources":[{"name":"r"}],"cloud":{"provider":"aws"},`+members)); len(got) != want {
			t.Errorf("%s: %d findings, want %d", members, len(got), want)
		}
	}
}

// What comes first in a file may be of another class.
func TestMixedClasses(t *testing.T) {
	got := parsertest.Read(t, Parser{}, "x.json", `[{"class_uid":2003,"finding_info":{"title":"x"}},null,`+eventWith(`"resources":[{"name":"r"}],"cloud":{"provider":"aws"}`)+`]`)
	if len(got.Findings) != 1 || got.Scanner != "Prowler / 5.16.1" {
		t.Errorf("%+v", got)
	}
	if got := parsertest.Read(t, Parser{}, "x.json", `[{"class_uid":2003}]`).Scanner; got != name {
		t.Errorf("scanner without findings: %s", got)
	}
}

func TestTexts(t *testing.T) {
	f := readAll(t, eventWith(`"finding_info":{"title":"t","uid":"u","desc":"desc"},"status_code":"WARN","status_detail":"detail","risk_details":"risk",
		"unmapped":{"notes":"notes","related_url":"https://related"},"remediation":{"desc":"fix","references":["https://a","https://related","ftp://b","https://a",7]},
		"message":null,"cloud":{"region":null,"zone":"z"},"resources":[{"uid":null,"data":{"a":null,"b":[null]}}]`))[0]
	o := f.Observation
	want := "desc\n\n**Status code:** WARN\n\n**Status detail:** detail\n\n**Risk details:** risk\n\n**Notes:** notes"
	if o.Title != "t" || o.Description != want || o.Recommendation != "fix" || o.Scanner != "Prowler / 5.16.1" {
		t.Errorf("%+v", o)
	}
	if got := strings.Join(f.References, " "); got != "https://related https://a" {
		t.Errorf("references %s", got)
	}
	if e := f.Evidences[0]; e.Name != "OCSF Finding" || strings.Contains(e.Text.String(), `"message"`) || !strings.Contains(e.Text.String(), `"cloud": {"zone": "z"}, "resources": [{"data": {"a": null, "b": [null]}}]`) {
		t.Errorf("evidence %s", e.Text.String())
	}
}

func TestSeverity(t *testing.T) {
	for severity, want := range map[string]string{`"High"`: "High", `"critical"`: "Critical", `"Informational"`: "None", `"Fatal"`: "Critical", `"Other"`: "Unknown", `null`: "Unknown"} {
		if got := string(readAll(t, eventWith(`"severity":`+severity))[0].Observation.ParserSeverity); got != want {
			t.Errorf("severity %s: %s, want %s", severity, got, want)
		}
	}
}

func TestKubernetes(t *testing.T) {
	const uid = `"finding_info":{"title":"t","uid":"prowler-kubernetes-x"},"cloud":{"provider":"kubernetes"},"resources":`
	for resource, want := range map[string]string{
		`{"name":"web","type":"Pod","namespace":"shop"}`:         "shop/Pod/web",
		`{"name":"web","type":"Pod","region":"namespace: shop"}`: "shop/Pod/web",
		`{"name":"web","type":"Pod","region":"namespace: a: b"}`: "a/Pod/web",
		`{"name":"web","type":"Pod","region":"somewhere"}`:       "/Pod/web",
		`{"name":"web","namespace":null,"region":7}`:             "//web",
	} {
		o := readAll(t, eventWith(uid+`[`+resource+`]`))[0].Observation
		if got := o.OriginKubernetesNamespace + "/" + o.OriginKubernetesResourceType + "/" + o.OriginKubernetesResourceName; got != want || o.OriginCloudProvider != "" {
			t.Errorf("%s: %s, want %s", resource, got, want)
		}
	}
}

func TestCloud(t *testing.T) {
	for _, test := range []struct{ uid, cloud, resource, want string }{
		{"prowler-aws-x", `{"provider":"aws","account":{"name":"acc"}}`, `{"name":"b","type":"Bucket"}`, "AWS/acc/b/Bucket"},
		{"prowler-azure-x", `{"provider":"AZURE","region":"eu"}`, `{"name":"b","type":"NotDefined","group":{"name":"STORAGE"}}`, "Azure//b/Storage"},
		{"prowler-github-x", `{"provider":"GitHub","region":"org","account":{"name":"acc"}}`, `{"name":"repo","type":"Repo"}`, "GitHub/org/repo/Repo"},
		{"prowler-github-x", `{"provider":"github","account":{"name":"acc"}}`, `{"name":"repo"}`, "GitHub/acc/repo/"},
		{"x", `{"account":null}`, `{"name":7}`, "///"},
	} {
		o := readAll(t, eventWith(`"finding_info":{"title":"t","uid":"`+test.uid+`"},"cloud":`+test.cloud+`,"resources":[`+test.resource+`]`))[0].Observation
		if got := strings.Join([]string{o.OriginCloudProvider, o.OriginCloudAccountSubscriptionProject, o.OriginCloudResource, o.OriginCloudResourceType}, "/"); got != test.want {
			t.Errorf("%+v: %s", test, got)
		}
	}
}

// Each resource has its finding; one without resource, or with a resource that is nowhere, is still a finding.
func TestResources(t *testing.T) {
	for members, want := range map[string]int{
		`"cloud":{"provider":"aws"},"resources":[{"name":"a"},{"name":"b"},null]`: 2,
		`"cloud":{"provider":"aws"},"resources":[]`:                               1,
		`"resources":null`:           1,
		`"resources":[{"name":"a"}]`: 1,
	} {
		if got := readAll(t, eventWith(members)); len(got) != want {
			t.Errorf("%s: %d findings, want %d", members, len(got), want)
		}
	}
}

func FuzzParse(f *testing.F) {
	parsertest.Fuzz(f, Parser{}, ".json", `[`+eventWith(`"cloud":{"provider":"aws","account":{"name":"a"}},"resources":[{"name":"r","type":"NotDefined","group":{"name":"g"}}],"unmapped":{"notes":null}`)+`]`)
}
