package rawjson

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func check(t *testing.T, text string) Value {
	t.Helper()
	v, err := Check([]byte(text))
	if err != nil {
		t.Fatalf("Check(%s): %v", text, err)
	}
	return v
}

func TestCheck(t *testing.T) {
	for _, text := range []string{"", " ", "{", "}", "[", "]", "[1,]", "[,1]", "[1 2]", `{"a":}`, `{"a"}`, `{"a":1,}`, `{,}`, `{1:2}`, `{"a":1]`, "[}",
		"01", "-", "1.", ".5", "1e", "1e+", "+1", "tru", "nulll", "NaN", `"`, `"a`, `"\x"`, `"\u12g4"`, `"\u123`, "\"\n\"", "\"\xff\"", "1 1", "'a'", "[1]x",
		`{"a":{"b":}}`, `[[1}`, "\xef\xbb\xbf1"} {
		if _, err := Check([]byte(text)); !errors.Is(err, ErrSyntax) {
			t.Errorf("Check(%q): error %v, want %v", text, err, ErrSyntax)
		}
	}
	for _, text := range []string{"0", "-0.10e-2", " [ ] ", "{ }", `[{},[],[[ ]],{"a":{}}]`, `{"a":1 , "b" : [ true,false , null ]}`, `"\"\\\/\b\f\n\r\tä\u00e4"`} {
		if v := check(t, text); string(v) != strings.TrimSpace(text) {
			t.Errorf("Check(%q) = %q", text, v)
		}
	}
	if _, err := Check([]byte(strings.Repeat("[", MaxDepth) + strings.Repeat("]", MaxDepth))); err != nil {
		t.Errorf("deepest nesting: %v", err)
	}
	if _, err := Check([]byte(strings.Repeat(`{"a":`, 1<<20))); !errors.Is(err, ErrDepth) {
		t.Errorf("too deep nesting: %v", err)
	}
}

func TestAccess(t *testing.T) {
	v := check(t, `{"a": {"b" : "x\n\u00e4\ud83d\ude00\ud800", "b": "last"}, "list": [1, "two", {"x":[]} , [ ]], "n": null, "a\"q": true, "back": "x\\", "quote": "\\\"", "end": "\\\\\\\" }"}`)
	if got := v.Get("a", "b").Text(); got != "last" {
		t.Errorf("of equal names the last one counts, got %q", got)
	}
	for key, value := range v.Get("a").Members() {
		if got := value.Text(); string(key) != "b" || got != "x\nä😀\uFFFD" {
			t.Errorf("first member %s: %q", key, got)
		}
		break
	}
	var elements []string
	for e := range v.Get("list").Elements() {
		elements = append(elements, string(e))
	}
	if want := []string{"1", `"two"`, `{"x":[]}`, "[ ]"}; !slices.Equal(elements, want) {
		t.Errorf("elements %q, want %q", elements, want)
	}
	if v.Get("n").Kind() != Absent || v.Get("a", "c", "d") != nil || v.Get("list", "b") != nil || v.Get("missing").First() != nil {
		t.Error("what is not there is absent")
	}
	if v.Get("back").Text() != `x\` || v.Get("quote").Text() != `\"` || v.Get("end").Text() != `\\\" }` {
		t.Errorf("texts with backslashes at their ends: %q, %q, %q", v.Get("back").Text(), v.Get("quote").Text(), v.Get("end").Text())
	}
	if v.Get(`a"q`).Kind() != Bool || !v.Get("list").Is("") == false || !v.Get("a", "b").Is("last") {
		t.Error("kinds and texts")
	}
}

func TestNumbers(t *testing.T) {
	tests := map[string]int{"0": 0, "7": 7, `"12"`: 12, `" 12 "`: 12, "2.7": 2, `"2.7"`: 0, `"x"`: 0, "-3": 0, "1e400": 0, "99999999999": 0, "true": 0, "null": 0,
		`""`: 0, "[1]": 0, `"0x10"`: 0, `"inf"`: 0, `"NaN"`: 0, "1e2": 100}
	for text, want := range tests {
		got := 0
		if n := check(t, text).Int(); n != nil {
			got = *n
		}
		if got != want {
			t.Errorf("Int of %s is %d, want %d", text, got, want)
		}
	}
	if x, ok := check(t, `"9.10"`).Float(); !ok || x != 9.1 {
		t.Errorf("Float of a numeric text: %v %v", x, ok)
	}
}

func TestEmpty(t *testing.T) {
	for text, want := range map[string]bool{"null": true, `""`: true, "0": true, "-0.0e7": true, "false": true, "[ ]": true, "{\n}": true, "[0]": false, `" "`: false,
		"0.1": false, "true": false, `{"a":null}`: false, "10": false} {
		if got := check(t, text).Empty(); got != want {
			t.Errorf("Empty of %s is %v", text, got)
		}
	}
	if !Value(nil).Empty() {
		t.Error("an absent value is empty")
	}
}

func TestFormat(t *testing.T) {
	got := check(t, "{ \"b\" :[1,\n2 ,\"a, :b\\\" \"],\"a\":{}}").Format()
	if want := `{"b": [1, 2, "a, :b\" "], "a": {}}`; got != want {
		t.Errorf("Format: %s, want %s", got, want)
	}
}

func TestRewrite(t *testing.T) {
	v := check(t, `{"a" : null , "b":[null,"x",{"c":null}], "d":{"a":1,"e":null}, "f":"null" , "g": null}`)
	if got, want := Value(`{"a":null,"n\u0065w":{"b":null,"c":[{"d":null}]},"e":{"b":null}}`).WithoutNulls("new", "other").Format(), `{"n\u0065w": {"b": null, "c": [{"d": null}]}, "e": {}}`; got != want {
		t.Errorf("WithoutNulls but in one member: %s, want %s", got, want)
	}
	if got, want := v.WithoutNulls().Format(), `{"b": [null, "x", {}], "d": {"a": 1}, "f": "null"}`; got != want {
		t.Errorf("WithoutNulls: %s, want %s", got, want)
	}
	if got, want := v.Without("a").Without("d").Format(), `{"b": [null, "x", {"c": null}], "f": "null", "g": null}`; got != want {
		t.Errorf("Without: %s, want %s", got, want)
	}
	if got, want := v.MapTexts(strings.ToUpper).Format(), `"f": "NULL"`; !strings.Contains(got, want) || !strings.Contains(got, `[null, "X"`) {
		t.Errorf("MapTexts: %s", got)
	}
	members := check(t, `{"a":1,"b":2,"a":3,"c":4}`).Distinct(2)
	if len(members) != 2 || members[0].Name != "a" || string(members[0].Value) != "3" || members[1].Name != "b" {
		t.Errorf("Distinct: %s", members)
	}
	many := "{"
	for i := range 40 {
		many += fmt.Sprintf(`"k%d":0,`, i)
	}
	members = check(t, many+`"k39":1,"k3":1}`).Distinct(100)
	if len(members) != 40 || string(members[39].Value) != "1" || string(members[3].Value) != "1" {
		t.Errorf("Distinct with many members: %s", members)
	}
}

// The standard library is the reference: for what is valid, and for what it means.
func FuzzCheck(f *testing.F) {
	for _, seed := range []string{`{"a":[1,-2.5e+3,"x\u00e4",{"b":null}]}`, `[[]]`, `"\ud83d\ude00"`, ` 12 `, `{"a":}`, "[1,2", `{"a":1,"a":2}`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		v, err := Check(data)
		if valid := json.Valid(data) && utf8.Valid(data); valid != (err == nil) && !errors.Is(err, ErrDepth) {
			t.Fatalf("Check: %v, encoding/json: %v", err, valid)
		}
		if err != nil {
			return
		}
		if !json.Valid([]byte(v.Format())) {
			t.Fatalf("Format makes %s of %s", v.Format(), v)
		}
		for _, rewritten := range []Value{v.WithoutNulls(), v.Without("a"), v.MapTexts(strings.ToUpper)} {
			if !json.Valid(rewritten) {
				t.Fatalf("%s rewritten as %s", v, rewritten)
			}
		}
		var want any
		if json.Unmarshal(data, &want) != nil {
			return // a number out of range
		}
		if got := decoded(v); !reflect.DeepEqual(got, want) {
			t.Fatalf("%s read as %#v, want %#v", v, got, want)
		}
	})
}

func decoded(v Value) any {
	switch v.Kind() {
	case Object:
		out := map[string]any{}
		for key, value := range v.Members() {
			out[string(key)] = decoded(value)
		}
		return out
	case List:
		out := []any{}
		for e := range v.Elements() {
			out = append(out, decoded(e))
		}
		return out
	case Text:
		return v.Text()
	case Bool:
		return v[0] == 't'
	case Number:
		x, _ := v.Float()
		return x
	default:
		return nil
	}
}

func FuzzAppendText(f *testing.F) {
	for _, seed := range []string{"", "a\"b\\c", "\x00\x1f\n\r\t\b", "ä😀\u2028", "\xff\xc3", "a\xe2\x82"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var got string
		text := AppendText(nil, s)
		if err := json.Unmarshal(text, &got); err != nil || got != strings.ToValidUTF8(s, "\uFFFD") && utf8.ValidString(s) {
			t.Errorf("%q became %s, error %v", s, text, err)
		}
		if _, err := Check(text); err != nil {
			t.Errorf("%q became %s: %v", s, text, err)
		}
	})
}

// Texts are cut between characters, wherever the limit is.
func FuzzTextUpTo(f *testing.F) {
	for _, seed := range []string{`"abc"`, `"aä😀b"`, `"a\u00e4\ud83d\ude00b"`, `"\ud800x\n\n"`, `"\\\\"`, `""`} {
		f.Add(seed, 3)
	}
	f.Fuzz(func(t *testing.T, text string, limit int) {
		v, err := Check([]byte(text))
		if err != nil || v.Kind() != Text || limit < 0 {
			return
		}
		whole, got := v.Content(), string(unquotedUpTo(v, limit))
		if !strings.HasPrefix(whole, got) || !utf8.ValidString(got) || len(got) > limit {
			t.Fatalf("%q up to %d: %q", whole, limit, got)
		}
		if rest := whole[len(got):]; rest != "" {
			if _, size := utf8.DecodeRuneInString(rest); len(got)+size <= limit {
				t.Fatalf("%q up to %d is only %q", whole, limit, got)
			}
		}
	})
}

func TestHugeText(t *testing.T) {
	v := Value(`"` + strings.Repeat("é", MaxText) + `"`)
	if got := v.Text(); len(got) != MaxText {
		t.Errorf("text of %d bytes", len(got))
	}
	if got := v.Content(); len(got) != 2*MaxText {
		t.Errorf("content of %d bytes", len(got))
	}
}
