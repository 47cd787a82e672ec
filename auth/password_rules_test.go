package auth

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var allRules = Rules{MinimumLength: 8, AttributeSimilarity: true, CommonPasswords: true, NotNumeric: true}

func TestRuleTexts(t *testing.T) {
	for _, test := range []struct {
		rules Rules
		want  []string
	}{
		{Rules{MinimumLength: 1}, []string{"The password must contain at least 1 character."}},
		{allRules, []string{
			"The password must contain at least 8 characters.",
			"The password can\u2019t be a commonly used password.",
			"The password can\u2019t be too similar to your other personal information.",
			"The password can\u2019t be entirely numeric.",
		}},
		{Rules{MinimumLength: 12, NotNumeric: true}, []string{
			"The password must contain at least 12 characters.", "The password can\u2019t be entirely numeric.",
		}},
	} {
		if diff := cmp.Diff(test.want, test.rules.Texts()); diff != "" {
			t.Errorf("%+v:\n%s", test.rules, diff)
		}
	}
}

func TestCheckPassword(t *testing.T) {
	const (
		short    = "This password is too short. It must contain at least 8 characters."
		common   = "This password is too common."
		username = "The password is too similar to the username."
		first    = "The password is too similar to the first name."
		last     = "The password is too similar to the last name."
		email    = "The password is too similar to the email address."
		numeric  = "This password is entirely numeric."
	)
	mueller := Attributes{Username: "h.mueller", FirstName: "Hannelore", LastName: "Kowalczyk", Email: "hannelore@corp-gardens.test"}
	for name, test := range map[string]struct {
		rules      Rules
		attributes Attributes
		password   string
		want       []string
	}{
		"good":                                  {allRules, mueller, password, nil},
		"part of the username":                  {allRules, mueller, "mueller-42", []string{username}},
		"three at once":                         {allRules, Attributes{}, "1234567", []string{short, common, numeric}},
		"empty":                                 {allRules, mueller, "", []string{short}},
		"one character":                         {Rules{MinimumLength: 1}, mueller, "", []string{"This password is too short. It must contain at least 1 character."}},
		"characters, not bytes":                 {allRules, mueller, "äöüßäöü", []string{short}},
		"eight characters of several bytes":     {allRules, mueller, "äöüßäöüx", nil},
		"common, upper case, blanks":            {allRules, mueller, "  QwertyUIOP ", []string{common}},
		"common is allowed":                     {Rules{MinimumLength: 8, AttributeSimilarity: true, NotNumeric: true}, mueller, "qwertyuiop", nil},
		"numeric":                               {allRules, mueller, "83719465028471", []string{numeric}},
		"numeric in other digits":               {allRules, mueller, "٨٣٧١٩٤٦٥٠٢", []string{numeric}},
		"nearly numeric":                        {allRules, mueller, "8371946502847x", nil},
		"numeric is allowed":                    {Rules{MinimumLength: 8}, mueller, "83719465028471", nil},
		"first name, other case":                {allRules, mueller, "hAnNeLoRe1", []string{first}},
		"first name, other order":               {allRules, mueller, "erolennah!", []string{first}},
		"last name":                             {allRules, mueller, "Kowalczyk99", []string{last}},
		"whole e-mail address":                  {allRules, mueller, "hannelore@corp-gardens.test", []string{email}},
		"part of the e-mail address":            {allRules, mueller, "gardens2", []string{email}},
		"similarity is allowed":                 {Rules{MinimumLength: 8}, mueller, "hannelore", nil},
		"first attribute only":                  {allRules, Attributes{Username: "marigold", LastName: "marigold"}, "marigold7", []string{username}},
		"underscore does not part a word":       {allRules, Attributes{Username: "xy_blueberry_service_account"}, "blueberry-q", nil},
		"short part beside a long password":     {allRules, Attributes{Username: "ab"}, "abcdefghijklmnopqrstuvwxy", nil},
		"exactly 0.7: 7 of 10 and 10 shared":    {allRules, Attributes{Username: "abcdefgxyz"}, "abcdefg123", []string{username}},
		"just under 0.7":                        {allRules, Attributes{Username: "abcdefwxyz"}, "abcdef1234", nil},
		"letters are counted, not only present": {allRules, Attributes{Username: "aaaabbbb"}, "abcdwxyz", nil},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, test.rules.Check(test.password, test.attributes)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestCommonPasswords(t *testing.T) {
	list := commonPasswords()
	if len(list) != 20000 || !slices.IsSorted(list) {
		t.Fatalf("%d entries, sorted %v", len(list), slices.IsSorted(list))
	}
	for _, entry := range list {
		if entry == "" || entry != strings.ToLower(strings.TrimSpace(entry)) {
			t.Errorf("entry %q can never be found", entry)
		}
	}
	for text, want := range map[string]bool{
		"123456": true, "password": true, "PassWord": true, "trustno1": true, "administrator": true, "changeme": true, list[0]: true, list[19999]: true,
		"": false, "correct horse battery staple": false, password: false,
	} {
		if got := isCommon(text); got != want {
			t.Errorf("isCommon(%q) = %v", text, got)
		}
	}
}
