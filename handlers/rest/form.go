package rest

import (
	"encoding/json"
	"math"
	"math/big"
	"net/mail"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"secobserve/model"
)

// Mode says which fields of a body must be there.
type Mode int

// The modes: POST, PUT and PATCH.
const (
	Create Mode = iota
	Update
	Patch
)

// Form validates the fields of a body one by one, in the order of the schema, and writes valid ones to their destinations; absent ones
// leave them as they are. The errors are gathered and reported together (http-conventions.md §6, §7).
//
// Handlers let it write into copies, so that a refused body changes nothing.
type Form struct {
	fields *Fields
	mode   Mode
	errs   []string
}

// NewForm begins the validation of fields.
func NewForm(fields *Fields, mode Mode) *Form { return &Form{fields: fields, mode: mode} }

// Has tells whether the body has the field.
func (f *Form) Has(name string) bool {
	v, ok := f.fields.values[name]
	return ok && !(f.fields.form && v == "")
}

// Fail reports an error of a field.
func (f *Form) Fail(name, text string) { f.errs = append(f.errs, Label(name)+": "+text) }

// FailAll reports an error of the body as a whole.
func (f *Form) FailAll(text string) { f.Fail(nonField, text) }

// OK tells whether no error was reported so far.
func (f *Form) OK() bool { return len(f.errs) == 0 }

// Err returns the reported errors as one bad request, nil if there are none.
func (f *Form) Err() error {
	if f.OK() {
		return nil
	}
	return BadRequest(strings.Join(f.errs, "\n"))
}

// The texts of field errors.
const (
	textRequired = "This field is required."
	textNull     = "This field may not be null."
	textBlank    = "This field may not be blank."
	textString   = "Not a valid string."
	textInteger  = "A valid integer is required."
	textNumber   = "A valid number is required."
	textBoolean  = "Must be a valid boolean."
	textDate     = "Date has wrong format. Use one of these formats instead: YYYY-MM-DD."
	textEmail    = "Enter a valid email address."
)

// value returns the field's value; ok is false if there is nothing to validate: it is absent, or wrongly so, or null. A null is reported
// unless nullable.
func (f *Form) value(name string, required, nullable bool) (v any, isNull, ok bool) {
	if _, sent := f.fields.values[name]; !f.Has(name) && !(sent && required) {
		if required && f.mode != Patch {
			f.Fail(name, textRequired)
		}
		return nil, false, false
	}
	v = f.fields.values[name]
	if v == nil {
		if !nullable {
			f.Fail(name, textNull)
			return nil, true, false
		}
		return nil, true, true
	}
	return v, false, true
}

// TextRule says what a text field accepts.
type TextRule struct {
	Required  bool // must be present, and not blank
	NotBlank  bool // if present, must not be blank
	Max       int  // characters; 0 for no limit
	KeepSpace bool // leading and trailing white space is part of the value
	// Check validates the trimmed, non-empty text; its error's text is the message.
	Check func(string) error
}

// Text validates a text.
func Text[T ~string](f *Form, name string, to *T, rule TextRule) {
	v, _, ok := f.value(name, rule.Required, false)
	if !ok {
		return
	}
	s, problem := asText(v)
	if problem == "" {
		s, problem = f.checkText(name, s, rule)
	}
	if problem != "" {
		f.Fail(name, problem)
		return
	}
	*to = T(s)
}

func asText(v any) (text, problem string) {
	switch v := v.(type) {
	case string:
		return v, ""
	case interface{ String() string }: // json.Number
		return v.String(), ""
	default:
		return "", textString
	}
}

func (f *Form) checkText(name, s string, rule TextRule) (text, problem string) {
	if strings.IndexByte(s, 0) >= 0 {
		return "", "Null characters are not allowed."
	}
	if half := f.fields.surrogates[name]; half != "" {
		return "", "Surrogate characters are not allowed: " + half + "."
	}
	if !rule.KeepSpace {
		s = strings.TrimSpace(s)
	}
	if s == "" {
		if rule.Required || rule.NotBlank {
			return "", textBlank
		}
		return "", ""
	}
	if rule.Max > 0 && utf8.RuneCountInString(s) > rule.Max {
		return "", "Ensure this field has no more than " + strconv.Itoa(rule.Max) + " characters."
	}
	if rule.Check != nil {
		if err := rule.Check(s); err != nil {
			return "", err.Error()
		}
	}
	return s, ""
}

// Email validates an e-mail address.
func Email(f *Form, name string, to *string, limit int) {
	Text(f, name, to, TextRule{Max: limit, Check: checkEmail})
}

type textError string

func (e textError) Error() string { return string(e) }

// emailDomain matches a domain of at least two labels; the last one may be in Punycode.
var emailDomain = regexp.MustCompile(`^([\pL\pN]([\pL\pN-]*[\pL\pN])?\.)+[\pL\pN][\pL\pN-]*[\pL\pN]$|^localhost$`)

func checkEmail(s string) error {
	address, err := mail.ParseAddress(s)
	if err != nil || address.Address != s || address.Name != "" {
		return textError(textEmail)
	}
	if !emailDomain.MatchString(s[strings.LastIndexByte(s, '@')+1:]) {
		return textError(textEmail)
	}
	return nil
}

// Choice validates one of the allowed texts; blank allows "", too.
func Choice[T ~string](f *Form, name string, to *T, allowed []T, required, blank bool) {
	v, _, ok := f.value(name, required, false)
	if !ok {
		return
	}
	s, problem := asText(v)
	if problem == "" && (slices.Contains(allowed, T(s)) || s == "" && blank) {
		*to = T(s)
		return
	}
	f.Fail(name, `"`+choiceText(v)+`" is not a valid choice.`)
}

func choiceText(v any) string {
	switch v := v.(type) {
	case bool:
		if v {
			return "True"
		}
		return "False"
	case map[string]any:
		return "{}"
	case []any:
		return "[]"
	default:
		s, _ := asText(v)
		return s
	}
}

// IntChoice validates one of the allowed numbers.
func IntChoice(f *Form, name string, to *int, allowed []int, required bool) {
	v, _, ok := f.value(name, required, false)
	if !ok {
		return
	}
	if n, ok := asInteger(v); ok && n.IsInt64() && slices.Contains(allowed, int(n.Int64())) {
		*to = int(n.Int64())
		return
	}
	f.Fail(name, `"`+choiceText(v)+`" is not a valid choice.`)
}

// Int validates an integer in a range.
func Int[T ~int | ~int64 | ~uint64](f *Form, name string, to *T, least, most int64, required bool) {
	v, _, ok := f.value(name, required, false)
	if !ok {
		return
	}
	if n, ok := f.integer(name, v, least, most); ok {
		*to = T(n)
	}
}

// NullInt validates an integer in a range, or null.
func NullInt(f *Form, name string, to **int, least, most int64) {
	v, isNull, ok := f.value(name, false, true)
	if !ok {
		return
	}
	if isNull {
		*to = nil
		return
	}
	if n, ok := f.integer(name, v, least, most); ok {
		*to = model.Ptr(int(n))
	}
}

func (f *Form) integer(name string, v any, least, most int64) (int64, bool) {
	n, ok := asInteger(v)
	if !ok {
		f.Fail(name, textInteger)
		return 0, false
	}
	if n.Cmp(big.NewInt(least)) < 0 {
		f.Fail(name, "Ensure this value is greater than or equal to "+strconv.FormatInt(least, 10)+".")
		return 0, false
	}
	if n.Cmp(big.NewInt(most)) > 0 {
		f.Fail(name, "Ensure this value is less than or equal to "+strconv.FormatInt(most, 10)+".")
		return 0, false
	}
	return n.Int64(), true
}

// integerText matches integers, also those with a fraction of zeros.
var integerText = regexp.MustCompile(`^([+-]?[0-9]{1,1000})(\.0*)?$`)

func asInteger(v any) (*big.Int, bool) {
	s, problem := asText(v)
	if problem != "" {
		return nil, false
	}
	match := integerText.FindStringSubmatch(strings.TrimSpace(s))
	if match == nil {
		return wholeNumber(v)
	}
	return new(big.Int).SetString(strings.TrimPrefix(match[1], "+"), 10)
}

// wholeNumber reads a JSON number with an exponent that stands for an integer, such as 1e3.
func wholeNumber(v any) (*big.Int, bool) {
	number, ok := v.(json.Number)
	if !ok {
		return nil, false
	}
	x, err := number.Float64()
	if err != nil || x != math.Trunc(x) || math.Abs(x) >= maxExact {
		return nil, false
	}
	return big.NewInt(int64(x)), true
}

// maxExact is the number below which a float64 has all integers.
const maxExact = 1 << 53

// Decimal validates a score with one decimal between 0 and 10, or null.
func Decimal(f *Form, name string, to **float64) {
	v, isNull, ok := f.value(name, false, true)
	if !ok {
		return
	}
	if isNull || v == "" {
		*to = nil
		return
	}
	x, problem := asScore(v)
	if problem != "" {
		f.Fail(name, problem)
		return
	}
	*to = &x
}

// decimalText matches decimal numbers. It bounds their length and exponent, since exact arithmetic with more would take long.
var decimalText = regexp.MustCompile(`^[+-]?([0-9]{1,50}(\.[0-9]{0,50})?|\.[0-9]{1,50})([eE][+-]?[0-9]{1,3})?$`)

func asScore(v any) (x float64, problem string) {
	s, problem := asText(v)
	if problem != "" {
		return 0, textNumber
	}
	if !decimalText.MatchString(strings.TrimSpace(s)) {
		return 0, textNumber
	}
	r, ok := new(big.Rat).SetString(strings.TrimSpace(s))
	if !ok {
		return 0, textNumber
	}
	if !new(big.Rat).Mul(r, big.NewRat(10, 1)).IsInt() {
		return 0, "Ensure that there are no more than 1 decimal places."
	}
	if r.Sign() < 0 {
		return 0, "Ensure this value is greater than or equal to 0."
	}
	if r.Cmp(big.NewRat(10, 1)) > 0 {
		return 0, "Ensure this value is less than or equal to 10."
	}
	x, _ = r.Float64()
	return x, ""
}

// Bool validates a boolean.
func Bool(f *Form, name string, to *bool) {
	v, _, ok := f.value(name, false, false)
	if !ok {
		return
	}
	b, ok := asBool(v)
	if !ok {
		f.Fail(name, textBoolean)
		return
	}
	*to = b
}

// NullBool validates a boolean, or null.
func NullBool(f *Form, name string, to **bool) {
	v, isNull, ok := f.value(name, false, true)
	if !ok {
		return
	}
	if s, isText := v.(string); isNull || isText && (s == "" || strings.EqualFold(s, "null")) {
		*to = nil
		return
	}
	b, ok := asBool(v)
	if !ok {
		f.Fail(name, textBoolean)
		return
	}
	*to = &b
}

// booleans are the texts of booleans, in lower case.
var booleans = map[string]bool{"true": true, "t": true, "y": true, "yes": true, "on": true, "1": true,
	"false": false, "f": false, "n": false, "no": false, "off": false, "0": false}

func asBool(v any) (value, ok bool) {
	if b, isBool := v.(bool); isBool {
		return b, true
	}
	s, problem := asText(v)
	if problem != "" {
		return false, false
	}
	value, ok = booleans[strings.ToLower(strings.TrimSpace(s))]
	return value, ok
}

// Date validates a calendar day, or null. ok tells whether the body has a valid value.
func Date(f *Form, name string, to *model.Date) (ok bool) {
	v, isNull, ok := f.value(name, false, true)
	if !ok {
		return false
	}
	if isNull {
		*to = ""
		return true
	}
	s, _ := v.(string)
	d, err := model.ParseDate(s)
	if err != nil {
		f.Fail(name, textDate)
		return false
	}
	*to = d
	return true
}

// RefRule says what a reference accepts.
type RefRule struct {
	Required, Nullable bool
	Exists             func(model.ID) bool
}

// Ref validates the id of an existing object.
func Ref(f *Form, name string, to *model.ID, rule RefRule) {
	v, isNull, ok := f.value(name, rule.Required, rule.Nullable)
	if !ok {
		return
	}
	if isNull || rule.Nullable && v == "" {
		*to = 0
		return
	}
	id, problem := asReference(v, rule.Exists)
	if problem != "" {
		f.Fail(name, problem)
		return
	}
	*to = id
}

func asReference(v any, exists func(model.ID) bool) (id model.ID, problem string) {
	switch value := v.(type) {
	case bool, []any, map[string]any:
		return 0, "Incorrect type. Expected pk value, received " + typeName(v) + "."
	case string:
		if s := strings.TrimSpace(value); s == "" || strings.Trim(s, "0123456789") != "" {
			return 0, "Incorrect type. Expected pk value, received str."
		}
	}
	text, _ := asText(v)
	n, ok := asInteger(v)
	if ok && n.IsUint64() && n.Sign() > 0 && exists(model.ID(n.Uint64())) {
		return model.ID(n.Uint64()), ""
	}
	return 0, `Invalid pk "` + strings.TrimSpace(text) + `" - object does not exist.`
}

// Parent is the id that a creation names as its parent, before its body is validated (access.md §9.1). exists looks it up.
func Parent(fields *Fields, name, class string, exists func(model.ID) bool) (model.ID, error) {
	v := fields.values[name]
	if v == nil {
		return 0, BadRequest("Unable to check for permissions: Attribute '" + name + "' is required")
	}
	n, ok := asInteger(v)
	if !ok {
		return 0, FieldError(name, textInteger)
	}
	if !n.IsUint64() || n.Sign() <= 0 || !exists(model.ID(n.Uint64())) {
		return 0, NotFound(class)
	}
	return model.ID(n.Uint64()), nil
}

// ParentOr404 is [Parent] for creations that answer a missing parent like an unknown one.
func ParentOr404(fields *Fields, name, class string, exists func(model.ID) bool) (model.ID, error) {
	if fields.values[name] == nil {
		return 0, NotFound(class)
	}
	return Parent(fields, name, class, exists)
}
