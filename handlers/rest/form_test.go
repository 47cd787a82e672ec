package rest_test

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"secobserve/handlers/rest"
	"secobserve/model"
)

// fieldTest sends one field's JSON, "" for none, and expects its value or the text of its error.
type fieldTest struct {
	name string
	json string
	want any // the destination's value afterwards; left out when an error is expected
	err  string
}

// runFields validates the field "a" of a body for each test. bind returns the destination's value afterwards.
func runFields(t *testing.T, mode rest.Mode, bind func(f *rest.Form) any, tests []fieldTest) {
	t.Helper()
	for _, test := range tests {
		t.Run(test.name+" "+test.json, func(t *testing.T) {
			body := "{}"
			if test.json != "" {
				body = `{"a": ` + test.json + `}`
			}
			f := form(t, body, mode)
			got := bind(f)
			if test.err != "" {
				wantError(t, f.Err(), 400, "A: "+test.err)
				return
			}
			wantError(t, f.Err(), 0, "")
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("value (-want +got):\n%s", diff)
			}
		})
	}
}

func form(t *testing.T, body string, mode rest.Mode) *rest.Form {
	t.Helper()
	fields, err := object(request(body))
	if err != nil {
		t.Fatal(err)
	}
	return rest.NewForm(fields, mode)
}

func text(rule rest.TextRule) func(f *rest.Form) any {
	return func(f *rest.Form) any {
		to := "before"
		rest.Text(f, "a", &to, rule)
		return to
	}
}

func TestText(t *testing.T) {
	runFields(t, rest.Create, text(rest.TextRule{Max: 5}), []fieldTest{
		{name: "absent", want: "before"},
		{name: "text", json: `"x"`, want: "x"},
		{name: "white space around", json: `" \n\tx y\u00a0\r\n"`, want: "x y"},
		{name: "empty", json: `""`, want: ""},
		{name: "only white space", json: `" \n"`, want: ""},
		{name: "integer", json: `17`, want: "17"},
		{name: "number", json: `1.5`, want: "1.5"},
		{name: "greatest length", json: `"12345"`, want: "12345"},
		{name: "length is that of the trimmed text", json: `"  12345  "`, want: "12345"},
		{name: "length in characters", json: `"äöü😀é"`, want: "äöü😀é"},
		{name: "too long", json: `"123456"`, err: "Ensure this field has no more than 5 characters."},
		{name: "too long number", json: `123456`, err: "Ensure this field has no more than 5 characters."},
		{name: "null", json: `null`, err: "This field may not be null."},
		{name: "boolean", json: `true`, err: "Not a valid string."},
		{name: "list", json: `["x"]`, err: "Not a valid string."},
		{name: "object", json: `{}`, err: "Not a valid string."},
		{name: "NUL", json: `"a\u0000b"`, err: "Null characters are not allowed."},
		{name: "pair of surrogates", json: `"\uD83D\ude00"`, want: "😀"},
		{name: "replacement character", json: `"\ufffd"`, want: "\ufffd"},
		{name: "escaped backslash", json: `"\\ud8"`, want: `\ud8`},
		{name: "first half alone", json: `"\ud800"`, err: "Surrogate characters are not allowed: U+D800."},
		{name: "second half alone", json: `"x\uDFFF"`, err: "Surrogate characters are not allowed: U+DFFF."},
		{name: "halves in wrong order", json: `"\udc00\ud800"`, err: "Surrogate characters are not allowed: U+DC00."},
		{name: "half before another escape", json: `"\ud83d\u0041"`, err: "Surrogate characters are not allowed: U+D83D."},
		{name: "half before an escaped backslash", json: `"\ud83d\\de00"`, err: "Surrogate characters are not allowed: U+D83D."},
	})
}

func TestTextRules(t *testing.T) {
	check := func(s string) error {
		if s == "bad" {
			return errors.New("Not a valid URL")
		}
		return nil
	}
	for name, test := range map[string]struct {
		rule rest.TextRule
		json string
		want string
		err  string
	}{
		"required, absent":        {rule: rest.TextRule{Required: true}, err: "This field is required."},
		"required, null":          {rule: rest.TextRule{Required: true}, json: `null`, err: "This field may not be null."},
		"required, empty":         {rule: rest.TextRule{Required: true}, json: `""`, err: "This field may not be blank."},
		"required, white space":   {rule: rest.TextRule{Required: true}, json: `"  "`, err: "This field may not be blank."},
		"not blank, absent":       {rule: rest.TextRule{NotBlank: true}, want: "before"},
		"not blank, empty":        {rule: rest.TextRule{NotBlank: true}, json: `""`, err: "This field may not be blank."},
		"no limit":                {json: `"` + strings.Repeat("x", 5000) + `"`, want: strings.Repeat("x", 5000)},
		"kept space":              {rule: rest.TextRule{KeepSpace: true}, json: `" x "`, want: " x "},
		"only kept space":         {rule: rest.TextRule{KeepSpace: true, Required: true}, json: `"  "`, want: "  "},
		"checked":                 {rule: rest.TextRule{Check: check}, json: `" good "`, want: "good"},
		"check fails":             {rule: rest.TextRule{Check: check}, json: `" bad "`, err: "Not a valid URL"},
		"check is not for blanks": {rule: rest.TextRule{Check: func(string) error { return errors.New("no") }}, json: `""`, want: ""},
	} {
		t.Run(name, func(t *testing.T) {
			runFields(t, rest.Create, text(test.rule), []fieldTest{{json: test.json, want: test.want, err: test.err}})
		})
	}
}

// The surrogate of one field is no error of another one that contains the replacement character.
func TestSurrogateOfAnotherField(t *testing.T) {
	f := form(t, `{"a": "\ufffd", "b": "\ud800"}`, rest.Create)
	var a string
	rest.Text(f, "a", &a, rest.TextRule{})
	if err := f.Err(); err != nil || a != "\ufffd" {
		t.Errorf("value %q, error %v", a, err)
	}
}

func TestModes(t *testing.T) {
	bind := text(rest.TextRule{Required: true})
	runFields(t, rest.Update, bind, []fieldTest{{name: "PUT", err: "This field is required."}})
	runFields(t, rest.Patch, bind, []fieldTest{
		{name: "PATCH without the field", want: "before"},
		{name: "PATCH with a blank", json: `""`, err: "This field may not be blank."},
	})
}

func TestEmail(t *testing.T) {
	bind := func(f *rest.Form) any {
		to := "before"
		rest.Email(f, "a", &to, 40)
		return to
	}
	for address, ok := range map[string]bool{
		"": true, "a@example.com": true, "first.last+tag@sub.example.co": true, "a@localhost": true, "a@xn--mnchen-3ya.xn--p1ai": true, "a@münchen.de": true,
		"a": false, "a@": false, "@example.com": false, "a@example": false, "a b@example.com": false, "A <a@example.com>": false, "a@example..com": false,
		"a@-example.com": false, "a@example.com, b@example.com": false, "a@example.com\\nBcc: b@example.com": false, "a@b@example.com": false,
		"a@[127.0.0.1]": false, "a@example.c": false, "a@example.com (comment)": false,
	} {
		test := fieldTest{json: `"` + address + `"`, want: address}
		if !ok {
			test.err = "Enter a valid email address."
		}
		runFields(t, rest.Create, bind, []fieldTest{test})
	}
	runFields(t, rest.Create, bind, []fieldTest{
		{json: `"` + strings.Repeat("x", 40) + `@example.com"`, err: "Ensure this field has no more than 40 characters."},
	})
}

func TestChoice(t *testing.T) {
	bind := func(required, blank bool) func(*rest.Form) any {
		return func(f *rest.Form) any {
			to := model.SeverityLow
			rest.Choice(f, "a", &to, model.Severities, required, blank)
			return to
		}
	}
	runFields(t, rest.Create, bind(false, true), []fieldTest{
		{name: "absent", want: model.SeverityLow},
		{json: `"High"`, want: model.SeverityHigh},
		{json: `""`, want: model.Severity("")},
		{json: `"high"`, err: `"high" is not a valid choice.`},
		{json: `" High"`, err: `" High" is not a valid choice.`},
		{json: `5`, err: `"5" is not a valid choice.`},
		{json: `true`, err: `"True" is not a valid choice.`},
		{json: `false`, err: `"False" is not a valid choice.`},
		{json: `[]`, err: `"[]" is not a valid choice.`},
		{json: `{}`, err: `"{}" is not a valid choice.`},
		{json: `null`, err: "This field may not be null."},
	})
	runFields(t, rest.Create, bind(true, false), []fieldTest{
		{name: "required", err: "This field is required."},
		{name: "required", json: `""`, err: `"" is not a valid choice.`},
	})
}

func TestIntChoice(t *testing.T) {
	bind := func(f *rest.Form) any {
		to := 25
		rest.IntChoice(f, "a", &to, []int{10, 25, 50}, true)
		return to
	}
	runFields(t, rest.Create, bind, []fieldTest{
		{json: `50`, want: 50}, {json: `"10"`, want: 10}, {json: `10.0`, want: 10},
		{json: `7`, err: `"7" is not a valid choice.`},
		{json: `"x"`, err: `"x" is not a valid choice.`},
		{json: `18446744073709551626`, err: `"18446744073709551626" is not a valid choice.`},
		{json: `true`, err: `"True" is not a valid choice.`},
		{json: `null`, err: "This field may not be null."},
		{name: "absent", err: "This field is required."},
	})
}

// integers are texts that all integer fields read alike.
var integers = []fieldTest{
	{json: `5`, want: 5},
	{json: `5.0`, want: 5},
	{json: `5e1`, want: 50},
	{json: `"5"`, want: 5},
	{json: `" 5 "`, want: 5},
	{json: `"5.0"`, want: 5},
	{json: `"+5"`, want: 5},
	{json: `"007"`, want: 7},
	{json: `0`, want: 0},
	{json: `99`, want: 99},
	{json: `5.5`, err: "A valid integer is required."},
	{json: `"5e1"`, err: "A valid integer is required."},
	{json: `1e400`, err: "A valid integer is required."},
	{json: `""`, err: "A valid integer is required."},
	{json: `"x"`, err: "A valid integer is required."},
	{json: `"0x10"`, err: "A valid integer is required."},
	{json: `"1_0"`, err: "A valid integer is required."},
	{json: `true`, err: "A valid integer is required."},
	{json: `[1]`, err: "A valid integer is required."},
	{json: `{}`, err: "A valid integer is required."},
	{json: `-1`, err: "Ensure this value is greater than or equal to 0."},
	{json: `100`, err: "Ensure this value is less than or equal to 99."},
	{json: `100000000000000000000000`, err: "Ensure this value is less than or equal to 99."},
	{json: `-100000000000000000000000`, err: "Ensure this value is greater than or equal to 0."},
}

func TestInt(t *testing.T) {
	bind := func(required bool) func(*rest.Form) any {
		return func(f *rest.Form) any {
			to := 42
			rest.Int(f, "a", &to, 0, 99, required)
			return to
		}
	}
	runFields(t, rest.Create, bind(false), integers)
	runFields(t, rest.Create, bind(false), []fieldTest{{name: "absent", want: 42}, {json: `null`, err: "This field may not be null."}})
	runFields(t, rest.Create, bind(true), []fieldTest{{name: "absent", err: "This field is required."}})
}

func TestNullInt(t *testing.T) {
	bind := func(f *rest.Form) any {
		to := model.Ptr(42)
		rest.NullInt(f, "a", &to, 0, 99)
		if to == nil {
			return nil
		}
		return *to
	}
	runFields(t, rest.Create, bind, integers)
	runFields(t, rest.Create, bind, []fieldTest{{name: "absent", want: 42}, {json: `null`, want: nil}})
}

func TestDecimal(t *testing.T) {
	bind := func(f *rest.Form) any {
		to := model.Ptr(4.2)
		rest.Decimal(f, "a", &to)
		if to == nil {
			return nil
		}
		return *to
	}
	runFields(t, rest.Create, bind, []fieldTest{
		{name: "absent", want: 4.2},
		{json: `null`, want: nil},
		{json: `""`, want: nil},
		{json: `9.8`, want: 9.8},
		{json: `"9.8"`, want: 9.8},
		{json: `" 7.0 "`, want: 7.0},
		{json: `7`, want: 7.0},
		{json: `10`, want: 10.0},
		{json: `0`, want: 0.0},
		{json: `1e1`, want: 10.0},
		{json: `".5"`, want: 0.5},
		{json: `9.85`, err: "Ensure that there are no more than 1 decimal places."},
		{json: `"0.01"`, err: "Ensure that there are no more than 1 decimal places."},
		{json: `10.1`, err: "Ensure this value is less than or equal to 10."},
		{json: `-0.1`, err: "Ensure this value is greater than or equal to 0."},
		{json: `"x"`, err: "A valid number is required."},
		{json: `"NaN"`, err: "A valid number is required."},
		{json: `"Infinity"`, err: "A valid number is required."},
		{json: `"1/2"`, err: "A valid number is required."},
		{json: `"0x1p4"`, err: "A valid number is required."},
		{json: `"1_0"`, err: "A valid number is required."},
		{json: `true`, err: "A valid number is required."},
		{json: `[]`, err: "A valid number is required."},
		{name: "exponent too great to be computed", json: `1e999999`, err: "A valid number is required."},
		{name: "too many digits", json: strings.Repeat("9", 100), err: "A valid number is required."},
	})
}

func TestBool(t *testing.T) {
	bind := func(f *rest.Form) any {
		to := true
		rest.Bool(f, "a", &to)
		return to
	}
	nullable := func(f *rest.Form) any {
		to := model.Ptr(true)
		rest.NullBool(f, "a", &to)
		if to == nil {
			return nil
		}
		return *to
	}
	for want, texts := range map[bool][]string{
		true:  {`true`, `1`, `"true"`, `"True"`, `"TRUE"`, `"t"`, `"T"`, `"y"`, `"Y"`, `"yes"`, `"Yes"`, `"on"`, `"ON"`, `"1"`},
		false: {`false`, `0`, `"false"`, `"False"`, `"f"`, `"n"`, `"no"`, `"NO"`, `"off"`, `"Off"`, `"0"`},
	} {
		for _, text := range texts {
			runFields(t, rest.Create, bind, []fieldTest{{json: text, want: want}})
			runFields(t, rest.Create, nullable, []fieldTest{{json: text, want: want}})
		}
	}
	for _, text := range []string{`"maybe"`, `2`, `"2"`, `[]`, `{}`, `[true]`} {
		runFields(t, rest.Create, bind, []fieldTest{{json: text, err: "Must be a valid boolean."}})
		runFields(t, rest.Create, nullable, []fieldTest{{json: text, err: "Must be a valid boolean."}})
	}
	runFields(t, rest.Create, bind, []fieldTest{
		{name: "absent", want: true},
		{json: `null`, err: "This field may not be null."},
		{json: `""`, err: "Must be a valid boolean."},
	})
	runFields(t, rest.Create, nullable, []fieldTest{
		{name: "absent", want: true}, {json: `null`, want: nil}, {json: `""`, want: nil}, {json: `"null"`, want: nil}, {json: `"Null"`, want: nil},
	})
}

func TestDate(t *testing.T) {
	bind := func(f *rest.Form) any {
		to := model.Date("2020-01-01")
		rest.Date(f, "a", &to)
		return to
	}
	runFields(t, rest.Create, bind, []fieldTest{
		{name: "absent", want: model.Date("2020-01-01")},
		{json: `"2027-07-01"`, want: model.Date("2027-07-01")},
		{json: `"2028-02-29"`, want: model.Date("2028-02-29")},
		{json: `null`, want: model.Date("")},
	})
	const wrong = "Date has wrong format. Use one of these formats instead: YYYY-MM-DD."
	for _, text := range []string{`""`, `"2027-7-1"`, `"2027-02-29"`, `"20270701"`, `"2027-07-01T00:00:00Z"`, `"01.07.2027"`, `20270701`, `true`, `[]`, `"2027-07-01 "`} {
		runFields(t, rest.Create, bind, []fieldTest{{json: text, err: wrong}})
	}
}

func TestRef(t *testing.T) {
	exists := func(id model.ID) bool { return id == 7 || id == math.MaxUint64 }
	bind := func(required, nullable bool) func(*rest.Form) any {
		return func(f *rest.Form) any {
			to := model.ID(3)
			rest.Ref(f, "a", &to, rest.RefRule{Required: required, Nullable: nullable, Exists: exists})
			return to
		}
	}
	runFields(t, rest.Create, bind(true, false), []fieldTest{
		{json: `7`, want: model.ID(7)},
		{json: `"7"`, want: model.ID(7)},
		{json: `"07"`, want: model.ID(7)},
		{json: `7.0`, want: model.ID(7)},
		{json: `18446744073709551615`, want: model.ID(math.MaxUint64)},
		{name: "absent", err: "This field is required."},
		{json: `null`, err: "This field may not be null."},
		{json: `9999`, err: `Invalid pk "9999" - object does not exist.`},
		{json: `"9999"`, err: `Invalid pk "9999" - object does not exist.`},
		{json: `0`, err: `Invalid pk "0" - object does not exist.`},
		{json: `-1`, err: `Invalid pk "-1" - object does not exist.`},
		{json: `18446744073709551623`, err: `Invalid pk "18446744073709551623" - object does not exist.`},
		{json: `7.5`, err: `Invalid pk "7.5" - object does not exist.`},
		{json: `"abc"`, err: "Incorrect type. Expected pk value, received str."},
		{json: `"7.0"`, err: "Incorrect type. Expected pk value, received str."},
		{json: `"-7"`, err: "Incorrect type. Expected pk value, received str."},
		{json: `""`, err: "Incorrect type. Expected pk value, received str."},
		{json: `true`, err: "Incorrect type. Expected pk value, received bool."},
		{json: `[7]`, err: "Incorrect type. Expected pk value, received list."},
		{json: `{"id": 7}`, err: "Incorrect type. Expected pk value, received dict."},
	})
	runFields(t, rest.Create, bind(false, true), []fieldTest{
		{name: "absent", want: model.ID(3)}, {json: `null`, want: model.ID(0)}, {json: `""`, want: model.ID(0)}, {json: `7`, want: model.ID(7)},
	})
}

func TestParent(t *testing.T) {
	for body, test := range map[string]struct {
		id      model.ID
		status  int
		message string
	}{
		`{"product": 7}`:     {id: 7},
		`{"product": "7"}`:   {id: 7},
		`{}`:                 {0, 400, "Unable to check for permissions: Attribute 'product' is required"},
		`{"product": null}`:  {0, 400, "Unable to check for permissions: Attribute 'product' is required"},
		`{"product": "abc"}`: {0, 400, "Product: A valid integer is required."},
		`{"product": [7]}`:   {0, 400, "Product: A valid integer is required."},
		`{"product": true}`:  {0, 400, "Product: A valid integer is required."},
		`{"product": 8}`:     {0, 404, "No Product matches the given query."},
		`{"product": -7}`:    {0, 404, "No Product matches the given query."},
		`{"product": 99999999999999999999999999}`: {0, 404, "No Product matches the given query."},
	} {
		t.Run(body, func(t *testing.T) {
			fields, err := object(request(body))
			if err != nil {
				t.Fatal(err)
			}
			id, err := rest.Parent(fields, "product", "Product", func(id model.ID) bool { return id == 7 })
			wantError(t, err, test.status, test.message)
			if id != test.id {
				t.Errorf("id %d, want %d", id, test.id)
			}
		})
	}
}

func TestIDs(t *testing.T) {
	bind := func(f *rest.Form) any {
		var to []model.ID
		rest.IDs(f, "a", &to, 3)
		return to
	}
	for _, mode := range []rest.Mode{rest.Create, rest.Patch} {
		runFields(t, mode, bind, []fieldTest{
			{json: `[]`, want: []model.ID{}},
			{json: `[1, "2", 2.0]`, want: []model.ID{1, 2, 2}},
			{name: "beyond 64 bits exists nowhere", json: `[99999999999999999999]`, want: []model.ID{0}},
			{name: "absent", err: "This field is required."},
			{json: `null`, err: "This field may not be null."},
			{json: `"1"`, err: `Expected a list of items but got type "str".`},
			{json: `1`, err: `Expected a list of items but got type "int".`},
			{json: `{"0": 1}`, err: `Expected a list of items but got type "dict".`},
			{json: `[1,2,3,4]`, err: "Ensure this field has no more than 3 elements."},
			{json: `["x"]`, err: "0: A valid integer is required."},
			{json: `[1, 0]`, err: "1: Ensure this value is greater than or equal to 1."},
			{json: `[true, 1, null]`, err: "0: A valid integer is required.\nA: 2: A valid integer is required."},
		})
	}
}

func TestChoices(t *testing.T) {
	bind := func(f *rest.Form) any {
		to := []model.Status{model.StatusOpen}
		rest.Choices(f, "a", &to, model.Statuses)
		return to
	}
	runFields(t, rest.Create, bind, []fieldTest{
		{name: "absent", want: []model.Status{model.StatusOpen}},
		{json: `[]`, want: []model.Status(nil)},
		{json: `["Resolved", "In review"]`, want: []model.Status{model.StatusResolved, model.StatusInReview}},
		{json: `["Open", "X", "open"]`, err: "Invalid statuses: X, open"},
		{json: `[true]`, err: "0: Not a valid string."},
		{json: `"Open"`, err: `Expected a list of items but got type "str".`},
		{json: `null`, err: "This field may not be null."},
	})
}

// The errors stand in the order of the calls, one line each, and wrong fields leave their destinations alone.
func TestErrorsOfSeveralFields(t *testing.T) {
	f := form(t, `{"product_group": 9999, "issue_tracker_type": "Foo", "security_gate_active": "maybe", "name": "x"}`, rest.Create)
	p := model.Product{Name: "before", ProductGroup: 3}
	rest.Text(f, "name", &p.Name, rest.TextRule{Required: true})
	rest.NullBool(f, "security_gate_active", &p.SecurityGateActive)
	rest.Choice(f, "issue_tracker_type", &p.IssueTrackerType, []model.IssueTrackerType{"Jira"}, false, true)
	rest.Ref(f, "product_group", &p.ProductGroup, rest.RefRule{Nullable: true, Exists: func(model.ID) bool { return false }})
	f.Fail("cvss3_score", "is odd")
	f.FailAll("The fields product, name must make a unique set.")
	if f.OK() {
		t.Error("the form is fine")
	}
	wantError(t, f.Err(), 400, "Security gate active: Must be a valid boolean.\n"+
		"Issue tracker type: \"Foo\" is not a valid choice.\n"+
		"Product group: Invalid pk \"9999\" - object does not exist.\n"+
		"Cvss3 score: is odd\n"+
		"Non field errors: The fields product, name must make a unique set.")
	if diff := cmp.Diff(model.Product{Name: "x", ProductGroup: 3}, p); diff != "" {
		t.Errorf("product (-want +got):\n%s", diff)
	}
}

func TestHas(t *testing.T) {
	f := form(t, `{"null": null, "empty": ""}`, rest.Patch)
	for name, want := range map[string]bool{"null": true, "empty": true, "absent": false} {
		if f.Has(name) != want {
			t.Errorf("Has(%q) = %v", name, !want)
		}
	}
}

// Whatever a body holds, validation ends in a value within the rules or in a bad request, and never in both.
func FuzzForm(f *testing.F) {
	for _, seed := range []string{``, `{}`, `{"a": 1}`, `{"a": "x\ud800"}`, `{"a": [1, "2", null]}`, `{"a": 1e999}`, `{"a": {"b": true}}`, `[1`, `{"a":"2027-07-01"}`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, body string) {
		fields, err := object(request(body))
		if err != nil {
			var own *rest.Error
			if !errors.As(err, &own) || own.Status != 400 && own.Status != 413 {
				t.Fatalf("error %v", err)
			}
			return
		}
		form := rest.NewForm(fields, rest.Create)
		var s string
		var n int
		var score *float64
		var ids []model.ID
		rest.Text(form, "a", &s, rest.TextRule{Max: 10})
		textOK := form.OK()
		rest.Int(form, "a", &n, 0, 99, false)
		rest.Decimal(form, "a", &score)
		var date model.Date
		rest.Date(form, "a", &date)
		rest.IDs(form, "a", &ids, 5)
		var flag *bool
		rest.NullBool(form, "a", &flag)
		rest.Ref(form, "a", new(model.ID), rest.RefRule{Exists: func(model.ID) bool { return false }})
		if len([]rune(s)) > 10 || strings.ContainsRune(s, 0) || !textOK && s != "" {
			t.Errorf("text %q", s)
		}
		if n < 0 || n > 99 || score != nil && (*score < 0 || *score > 10) || len(ids) > 5 {
			t.Errorf("values %d, %v, %v", n, score, ids)
		}
		if form.OK() != (form.Err() == nil) {
			t.Error("OK and Err differ")
		}
		if err := form.Err(); err != nil && fmt.Sprint(err) == "" {
			t.Error("empty message")
		}
	})
}
