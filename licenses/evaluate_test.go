package licenses

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"secobserve/licenses/expression"
	"secobserve/model"
)

func testVocabulary() *expression.Vocabulary {
	return expression.NewVocabulary(expression.Keys{
		Licenses:   []string{"0BSD", "Apache-2.0", "GPL-2.0", "GPL-2.0-only", "GPL-3.0-only", "ISC", "MIT", "MPL-2.0"},
		Exceptions: []string{"Classpath-exception-2.0"},
		Others:     []string{"LicenseRef-scancode-public-domain"},
	})
}

// examplePolicy are the rules of licenses.md §14, example 7.
func examplePolicy() []Rule {
	return []Rule{
		{Kind: SPDX, Subject: "MIT", Result: model.EvaluationAllowed, Item: 1},
		{Kind: SPDX, Subject: "GPL-3.0-only", Result: model.EvaluationForbidden, Item: 2},
		{Kind: SPDX, Subject: "MPL-2.0", Result: model.EvaluationReviewRequired, Item: 3},
	}
}

type evaluationTest struct {
	subject Subject
	want    model.EvaluationResult
}

func checkEvaluations(t *testing.T, rules *Rules, tests []evaluationTest) {
	t.Helper()
	for _, tt := range tests {
		if got := rules.Evaluate(tt.subject); got.Result != tt.want {
			t.Errorf("%+v: got %s because of %+v, want %s", tt.subject, got.Result, got.Reason, tt.want)
		}
	}
}

func TestLicenses_Example07(t *testing.T) {
	checkEvaluations(t, NewRules(testVocabulary(), examplePolicy(), nil), []evaluationTest{
		{Subject{Expression: "MIT OR GPL-3.0-only"}, model.EvaluationAllowed},
		{Subject{Expression: "MIT AND GPL-3.0-only"}, model.EvaluationForbidden},
		{Subject{Expression: "MPL-2.0 OR GPL-3.0-only"}, model.EvaluationReviewRequired},
		{Subject{Expression: "ISC OR MPL-2.0"}, model.EvaluationUnknown},
		{Subject{Expression: "ISC AND MPL-2.0"}, model.EvaluationUnknown},
		{Subject{Expression: "ISC AND GPL-3.0-only"}, model.EvaluationForbidden},
		{Subject{Multiple: []string{"MIT", "MPL-2.0"}}, model.EvaluationReviewRequired},
		{Subject{Expression: "MIT AND GPL-2.0-only WITH Classpath-exception-2.0"}, model.EvaluationUnknown},
	})
}

func TestLicenses_Example08(t *testing.T) {
	rules := append(examplePolicy(),
		Rule{Kind: Expression, Subject: "GPL-2.0-only WITH Classpath-exception-2.0", Result: model.EvaluationAllowed, Item: 4},
		Rule{Kind: Expression, Subject: "MIT AND GPL-3.0-only", Result: model.EvaluationAllowed, Item: 5})
	checkEvaluations(t, NewRules(testVocabulary(), rules, nil), []evaluationTest{
		{Subject{Expression: "GPL-2.0-only WITH Classpath-exception-2.0"}, model.EvaluationAllowed},
		{Subject{Expression: "MIT AND GPL-3.0-only"}, model.EvaluationForbidden},
	})
}

func TestEvaluate(t *testing.T) {
	rules := append(examplePolicy(),
		Rule{Kind: SPDX, Subject: "0BSD", Result: model.EvaluationIgnored, Item: 4},
		Rule{Kind: SPDX, Subject: "Apache-2.0", Result: model.EvaluationUnknown, Item: 5},
		Rule{Kind: NonSPDX, Subject: "Acme EULA", Result: model.EvaluationForbidden, Item: 6},
		Rule{Kind: NonSPDX, Subject: "LicenseRef-scancode-public-domain", Result: model.EvaluationAllowed, Item: 7},
		Rule{Kind: NonSPDX, Subject: "ISC", Result: model.EvaluationAllowed, Item: 8},
		Rule{Kind: Expression, Subject: "GPL-2.0-only WITH Classpath-exception-2.0", Result: model.EvaluationAllowed, Item: 9},
		Rule{Kind: Expression, Subject: "ISC OR Apache-2.0", Result: model.EvaluationReviewRequired, Item: 10},
		Rule{Kind: Expression, Subject: "Some old expression /", Result: model.EvaluationAllowed, Item: 11},
		Rule{Kind: Expression, Subject: "ISC AND ISC", Result: model.EvaluationIgnored, Item: 12},
	)
	noRule := func(subject string) Evaluation { return unknown(model.DecidedByNoRule, subject) }
	decided := func(result model.EvaluationResult, by model.Decider, subject string, item model.ID) Evaluation {
		return Evaluation{result, model.EvaluationReason{Decider: by, Subject: subject, Item: item}}
	}
	tests := []struct {
		name    string
		subject Subject
		want    Evaluation
	}{
		{"nothing is known", Subject{PURLType: "npm"}, unknown(model.DecidedByNoLicense, "")},
		{"an ignored type", Subject{PURLType: "apk", SPDXID: "GPL-3.0-only"},
			decided(model.EvaluationIgnored, model.DecidedByIgnoreList, "apk", 0)},
		{"a type in another case", Subject{PURLType: "APK", SPDXID: "GPL-3.0-only"},
			decided(model.EvaluationForbidden, model.DecidedByLicense, "GPL-3.0-only", 2)},
		{"a license", Subject{SPDXID: "MPL-2.0"}, decided(model.EvaluationReviewRequired, model.DecidedByLicense, "MPL-2.0", 3)},
		{"a license without a rule", Subject{SPDXID: "GPL-2.0"}, noRule("GPL-2.0")},
		{"texts do not hold for licenses", Subject{SPDXID: "ISC"}, noRule("ISC")},
		{"another text", Subject{NonSPDX: "Acme EULA"}, decided(model.EvaluationForbidden, model.DecidedByNonSPDX, "Acme EULA", 6)},
		{"a text in another case", Subject{NonSPDX: "acme eula"}, noRule("acme eula")},
		{"licenses do not hold for texts", Subject{NonSPDX: "MIT"}, noRule("MIT")},
		{"a key", Subject{Expression: "MIT"}, decided(model.EvaluationAllowed, model.DecidedByLicense, "MIT", 1)},
		{"AND: forbidden before unknown", Subject{Expression: "ISC AND GPL-3.0-only AND MIT"},
			decided(model.EvaluationForbidden, model.DecidedByLicense, "GPL-3.0-only", 2)},
		{"AND: unknown before review", Subject{Expression: "MPL-2.0 AND ISC"}, noRule("ISC")},
		{"AND: review before allowed", Subject{Expression: "MIT AND MPL-2.0"},
			decided(model.EvaluationReviewRequired, model.DecidedByLicense, "MPL-2.0", 3)},
		{"OR: allowed before unknown", Subject{Expression: "ISC OR MIT"}, decided(model.EvaluationAllowed, model.DecidedByLicense, "MIT", 1)},
		{"OR: unknown before review", Subject{Expression: "MPL-2.0 OR ISC"}, noRule("ISC")},
		{"OR: review before forbidden", Subject{Expression: "GPL-3.0-only OR MPL-2.0"},
			decided(model.EvaluationReviewRequired, model.DecidedByLicense, "MPL-2.0", 3)},
		{"OR: only forbidden", Subject{Expression: "GPL-3.0-only OR GPL-3.0-only"},
			decided(model.EvaluationForbidden, model.DecidedByLicense, "GPL-3.0-only", 2)},
		{"ignored operands do not count", Subject{Expression: "0BSD AND MIT"}, decided(model.EvaluationAllowed, model.DecidedByLicense, "MIT", 1)},
		{"nor in OR", Subject{Expression: "0BSD OR GPL-3.0-only"}, decided(model.EvaluationForbidden, model.DecidedByLicense, "GPL-3.0-only", 2)},
		{"only ignored operands", Subject{Expression: "0BSD OR 0BSD"}, noRule("0BSD OR 0BSD")},
		{"an ignored license alone", Subject{Expression: "0BSD"}, decided(model.EvaluationIgnored, model.DecidedByLicense, "0BSD", 4)},
		{"nested", Subject{Expression: "GPL-3.0-only OR (MIT AND 0BSD)"}, decided(model.EvaluationAllowed, model.DecidedByLicense, "MIT", 1)},
		{"a key outside the catalogue", Subject{Expression: "GPL-3.0-only OR LicenseRef-scancode-public-domain"},
			decided(model.EvaluationAllowed, model.DecidedByNonSPDX, "LicenseRef-scancode-public-domain", 7)},
		{"a text is no rule for an id", Subject{Expression: "ISC AND MIT"}, noRule("ISC")},
		{"an exception with a rule", Subject{Expression: "GPL-3.0-only OR GPL-2.0-only WITH Classpath-exception-2.0"},
			decided(model.EvaluationAllowed, model.DecidedByExpression, "GPL-2.0-only WITH Classpath-exception-2.0", 9)},
		{"an exception without a rule", Subject{Expression: "MIT WITH Classpath-exception-2.0"}, noRule("MIT WITH Classpath-exception-2.0")},
		{"a rule for the whole replaces unknown", Subject{Expression: "ISC OR Apache-2.0"},
			decided(model.EvaluationReviewRequired, model.DecidedByExpression, "ISC OR Apache-2.0", 10)},
		{"also if the text is not normalised", Subject{Expression: "isc or apache-2.0"},
			decided(model.EvaluationReviewRequired, model.DecidedByExpression, "ISC OR Apache-2.0", 10)},
		{"a rule for the whole may ignore it", Subject{Expression: "ISC AND ISC"}, decided(model.EvaluationIgnored, model.DecidedByExpression, "ISC AND ISC", 12)},
		{"a rule for a part does not", Subject{Expression: "MIT AND (ISC OR Apache-2.0)"}, noRule("ISC")},
		{"no expression, but a rule", Subject{Expression: "Some old expression /"},
			decided(model.EvaluationAllowed, model.DecidedByExpression, "Some old expression /", 11)},
		{"no expression, no rule", Subject{Expression: "MIT AND"}, noRule("MIT AND")},
		{"an unknown that a rule wants", Subject{SPDXID: "Apache-2.0"}, decided(model.EvaluationUnknown, model.DecidedByLicense, "Apache-2.0", 5)},
		{"several: forbidden", Subject{Multiple: []string{"MIT", "Acme EULA"}},
			decided(model.EvaluationForbidden, model.DecidedByNonSPDX, "Acme EULA", 6)},
		{"several: unknown text", Subject{Multiple: []string{"MIT", "Strange License"}}, noRule("Strange License")},
		{"several: an expression", Subject{Multiple: []string{"MIT", "mpl-2.0 or gpl-3.0-only"}},
			decided(model.EvaluationReviewRequired, model.DecidedByLicense, "MPL-2.0", 3)},
		{"several: texts do not hold for licenses", Subject{Multiple: []string{"MIT", "ISC"}}, noRule("ISC")},
		{"several: only ignored", Subject{Multiple: []string{"0BSD"}}, noRule("0BSD")},
	}
	policy := NewRules(testVocabulary(), rules, []string{"apk"})
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, policy.Evaluate(tt.subject)); diff != "" {
				t.Error(diff)
			}
		})
	}
	t.Run("no policy", func(t *testing.T) {
		var none *Rules
		if diff := cmp.Diff(unknown(model.DecidedByNoPolicy, ""), none.Evaluate(Subject{SPDXID: "MIT"})); diff != "" {
			t.Error(diff)
		}
	})
}

func TestNewRules_LaterRulesReplaceInPlace(t *testing.T) {
	rules := NewRules(testVocabulary(), []Rule{
		{Kind: SPDX, Subject: "MIT", Result: model.EvaluationForbidden, FromParent: true, Item: 1},
		{Kind: SPDX, Subject: "ISC", Result: model.EvaluationForbidden, FromParent: true, Item: 2},
		{Kind: NonSPDX, Subject: "MIT", Result: model.EvaluationForbidden, Item: 3},
		{Kind: SPDX, Subject: "MIT", Result: model.EvaluationAllowed, Item: 4, Group: 9},
	}, nil)
	var items []model.ID
	for _, r := range rules.All() {
		items = append(items, r.Item)
	}
	if diff := cmp.Diff([]model.ID{4, 2, 3}, items); diff != "" {
		t.Error(diff)
	}
	want := Evaluation{model.EvaluationAllowed, model.EvaluationReason{Decider: model.DecidedByGroup, Subject: "MIT", Item: 4, Group: 9}}
	if diff := cmp.Diff(want, rules.Evaluate(Subject{SPDXID: "MIT"})); diff != "" {
		t.Error(diff)
	}
}
