package prowler

import (
	"testing"

	"secobserve/parsers/parsertest"
)

func TestAccepts(t *testing.T) {
	parsertest.Accepts(t, Parser{}, map[string]bool{
		`[{"StatusExtended":"x","Status":"PASS"}]`: true,
		`[{"StatusExtended":"","Status":"FAIL"}]`:  false,
		`[{"StatusExtended":"x","Status":null}]`:   false,
		`["StatusExtended"]`:                       false,
		`{"StatusExtended":"x","Status":"FAIL"}`:   false,
	})
}

const failed = `{"Provider":"aws","AccountId":"123","AccountName":"","Subscription":"sub","StatusExtended":"DB x is public.","Status":"FAIL","Severity":"high",
	"CheckTitle":"No public DB","Description":"Databases should not be public.","Risk":"Theft.","ResourceId":"id-x","ResourceName":null,"ResourceType":"AwsRdsDbInstance",
	"RelatedUrl":"https://related","Remediation":{"Recommendation":{"Text":"Make it private.","Url":"https://fix"},"Code":{"CLI":"aws x","NativeIaC":"","Terraform":"tf"}}}`

func TestFinding(t *testing.T) {
	f := parsertest.One(t, Parser{}, "x.json", `[`+failed+`,{"StatusExtended":"ok","Status":"PASS"}]`)
	o := f.Observation
	if o.Title != "DB x is public." || o.ParserSeverity != "High" || o.OriginCloudProvider != "AWS" || o.OriginCloudAccountSubscriptionProject != "123" ||
		o.OriginCloudResource != "id-x" || o.OriginCloudResourceType != "AwsRdsDbInstance" || o.Scanner != "" {
		t.Errorf("%+v", o)
	}
	if want := "No public DB\n\nDatabases should not be public.\n\nTheft."; o.Description != want {
		t.Errorf("%s\nwant\n%s", o.Description, want)
	}
	if want := "Make it private.\n\n* https://fix\n\n* **CLI:** aws x\n\n* **Terraform:** tf"; o.Recommendation != want {
		t.Errorf("%s\nwant\n%s", o.Recommendation, want)
	}
	if len(f.References) != 1 || f.References[0] != "https://related" || f.Evidences[0].Name != "Result" {
		t.Errorf("%+v", f)
	}
}

func TestOddValues(t *testing.T) {
	got := parsertest.Read(t, Parser{}, "x.json", `[{"StatusExtended":"x","Status":"fail","Severity":"informational","Provider":"azure","CheckTitle":"same","Description":"same",
		"Remediation":{"Code":["x"]},"RelatedUrl":""},{"Status":"Fail","Severity":7,"Remediation":null},null,7]`)
	if len(got.Findings) != 2 || got.Scanner != "Prowler 3" {
		t.Fatalf("%+v", got)
	}
	o := got.Findings[0].Observation
	if o.ParserSeverity != "None" || o.OriginCloudProvider != "Azure" || o.Description != "same" || o.Recommendation != "" || len(got.Findings[0].References) != 0 {
		t.Errorf("%+v", o)
	}
	if o = got.Findings[1].Observation; o.Title != "No StatusExtended found" || o.ParserSeverity != "Unknown" {
		t.Errorf("%+v", o)
	}
}

func FuzzParse(f *testing.F) { parsertest.Fuzz(f, Parser{}, ".json", `[`+failed+`]`) }
