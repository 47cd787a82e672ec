package model

import "testing"

// licenses.md §14, example 3.
func TestLicenses_Example03(t *testing.T) {
	const want = "3822f84028b05e52a47f21ad90bfe1456ec466744afc0fa6d97ef4c276235eb0"
	for _, nameVersion := range []string{"Demo-Lib:1.2.3", "demo-lib:1.2.3"} {
		if got := LicenseComponentHash(nameVersion, "", "", ""); got != want {
			t.Errorf("identity hash of %q: %s, want %s", nameVersion, got, want)
		}
	}
	if LicenseComponentHash("a:1", "", "", "npm") == LicenseComponentHash("a:1", "", "", "pypi") {
		t.Error("components of different ecosystems have the same identity")
	}
}

func TestEffectiveLicense(t *testing.T) {
	declared, concluded := ComponentLicense{NonSPDX: "Foo EULA"}, ComponentLicense{License: 1, SPDXID: "MIT"}
	manual := ComponentLicense{Expression: "MIT OR ISC"}
	for _, test := range []struct {
		name string
		c    LicenseComponent
		want string
		kind LicenseKind
	}{
		{"nothing", LicenseComponent{}, NoLicenseInformation, LicenseNone},
		{"declared", LicenseComponent{ImportedDeclared: declared}, "Foo EULA", LicenseNonSPDX},
		{"concluded", LicenseComponent{ImportedDeclared: declared, ImportedConcluded: concluded}, "MIT", LicenseSPDX},
		{"manual", LicenseComponent{ImportedDeclared: declared, ImportedConcluded: concluded, ManualConcluded: manual}, "MIT OR ISC", LicenseExpression},
		{"several", LicenseComponent{ImportedDeclared: ComponentLicense{Multiple: []string{"MIT", "X"}}}, "MIT, X", LicenseMultiple},
	} {
		if got := test.c.Effective(); got.ShownName() != test.want || got.Kind() != test.kind {
			t.Errorf("%s: %q of kind %d, want %q of kind %d", test.name, got.ShownName(), got.Kind(), test.want, test.kind)
		}
	}
}

func TestEvaluationResultNumber(t *testing.T) {
	for result, want := range map[EvaluationResult]int{EvaluationForbidden: 1, EvaluationReviewRequired: 2, EvaluationUnknown: 3, EvaluationAllowed: 4, EvaluationIgnored: 5, "": 3, "odd": 3} {
		if got := result.Number(); got != want {
			t.Errorf("%q has the number %d, want %d", result, got, want)
		}
	}
}
