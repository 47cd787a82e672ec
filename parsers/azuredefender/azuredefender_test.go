package azuredefender

import (
	"errors"
	"testing"

	"secobserve/parsers"
	"secobserve/parsers/parsertest"
)

const header = "\xef\xbb\xbf\"exportedTimestamp\",\"subscriptionId\",\"subscriptionName\",\"resourceName\",\"resourceType\",\"recommendationDisplayName\",\"description\",\"remediationSteps\",\"severity\",\"state\",\"cloud\"\n"

func TestAccepts(t *testing.T) {
	for content, want := range map[string]bool{
		header + "t,id,name\n":                  true,
		header + "t,,name\n":                    false,
		header + "t\n":                          false,
		"subscriptionId\nid\n":                  false,
		"a,b\n1,2\n":                            false,
		header + "t,,\n" + "t,id,name,second\n": false,
	} {
		if got := (Parser{}).Accepts(parsertest.Document(t, "x.csv", content)); got != want {
			t.Errorf("accepts %q: %v", content, got)
		}
	}
	if (Parser{}).Accepts(parsertest.Document(t, "x.json", `{"subscriptionId":"a","subscriptionName":"b"}`)) {
		t.Error("accepts JSON")
	}
	if _, err := parsers.Read("x.csv", []byte(header)); !errors.Is(err, parsers.ErrUnknown) {
		t.Errorf("header only: %v", err)
	}
}

func TestFindings(t *testing.T) {
	got := parsertest.Read(t, Parser{}, "x.csv", header+
		"2030,id,Subscription,vm,compute,Rule A,Bad.Fix it,Do this.Then:1. a 2. b,High,Unhealthy,Azure\n"+
		"2030,id,Subscription,vm,compute,Rule B,d,r,Low,Healthy,Azure\n"+
		"2030,id,Subscription,vm,compute,,d,r,Low,Unhealthy,Azure\n"+
		"2030,id,Subscription\n")
	if len(got.Findings) != 1 || got.Scanner != "Azure Defender" {
		t.Fatalf("%+v", got)
	}
	f := got.Findings[0]
	o := f.Observation
	if o.Title != "Rule A" || o.ParserSeverity != "High" || o.OriginCloudProvider != "Azure" || o.OriginCloudAccountSubscriptionProject != "Subscription" ||
		o.OriginCloudResource != "vm" || o.OriginCloudResourceType != "compute" || o.Scanner != "Azure Defender" {
		t.Errorf("%+v", o)
	}
	if o.Description != "Bad.\n\nFix it" || o.Recommendation != "Do this.\n\nThen:\n\n1. a \n\n2. b" {
		t.Errorf("%q, %q", o.Description, o.Recommendation)
	}
	if want := `{"exportedTimestamp": "2030", "subscriptionId": "id", "subscriptionName": "Subscription", "resourceName": "vm", "resourceType": "compute", ` +
		`"recommendationDisplayName": "Rule A", "description": "Bad.Fix it", "remediationSteps": "Do this.Then:1. a 2. b", "severity": "High", "state": "Unhealthy", "cloud": "Azure"}`; f.Evidences[0].Name != "Result" || f.Evidences[0].Text.String() != want {
		t.Errorf("evidence %s", f.Evidences[0].Text.String())
	}
}

func TestParagraphs(t *testing.T) {
	for text, want := range map[string]string{
		"":                "",
		"One. Two":        "One. Two",
		"One.Two.Three":   "One.\n\nTwo.\n\nThree",
		"Steps:Go":        "Steps:\n\nGo",
		"Do.1.x.2.y":      "Do.\n\n1.x.\n\n2.y",
		"TLS 1.2 is fine": "TLS \n\n1.2 is fine",
		"a.0.b":           "a.0.b",
		"a:0.b":           "a:\n\n0.b",
		"ends.":           "ends.",
		"Über.Älter":      "Über.Älter",
		".A.B.1.2.":       ".\n\nA.\n\nB.\n\n1.\n\n2.",
	} {
		if got := paragraphs(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	parsertest.Fuzz(f, Parser{}, ".csv", header+"2030,id,Subscription,vm,compute,Rule A,Bad.Fix it,Do this.Then:1. a 2. b,High,Unhealthy,Azure\n")
}
