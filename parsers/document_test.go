package parsers

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

func TestReadJSON(t *testing.T) {
	for _, test := range []struct {
		name, filename, content string
		want                    error
	}{
		{"object", "x.json", `{"a":1}`, nil},
		{"list", "x.sarif", `[0]`, nil},
		{"extension in upper case", "X.JSON", `[0]`, nil},
		{"white space around", "x.json", "\n {\"a\":1} \r\n", nil},
		{"other extension", "x.xml", `{"a":1}`, ErrFileType},
		{"no extension", "json", `{"a":1}`, ErrFileType},
		{"no content", "x.json", ``, ErrJSON},
		{"truncated", "x.json", `{"a":[1,2`, ErrJSON},
		{"more behind", "x.json", `{"a":1}]`, ErrJSON},
		{"several lists", "x.json", `[1][2]`, ErrJSON},
		{"several objects, one broken", "x.json", `{"a":1}{"b":}`, ErrJSON},
		{"several objects", "x.json", `{"a":1}{"b":2}`, nil},
		{"invalid UTF-8", "x.json", "{\"a\":\"\xff\"}", ErrJSON},
		{"control character", "x.json", "{\"a\":\"\x01\"}", ErrJSON},
		{"deep nesting", "x.json", strings.Repeat("[", 1<<20), ErrJSON},
		{"deep nesting, closed", "x.json", strings.Repeat("[", 20_000) + strings.Repeat("]", 20_000), ErrJSON},
		{"half of UTF-16", "x.json", "{\x00\"\x00", ErrJSON},
		{"huge number", "x.json", `{"a":1e99999999}`, nil},
		{"null", "x.json", `null`, ErrUnknown},
		{"empty object", "x.json", `{ }`, ErrUnknown},
		{"empty list", "x.json", `[]`, ErrUnknown},
		{"empty text", "x.json", `""`, ErrUnknown},
		{"number", "x.json", `0`, ErrUnknown},
		{"false", "x.json", `false`, ErrUnknown},
	} {
		if _, err := Read(test.filename, []byte(test.content)); !errors.Is(err, test.want) {
			t.Errorf("%s: error %v, want %v", test.name, err, test.want)
		}
	}
}

func TestEncodings(t *testing.T) {
	const content = `{"a":"ä😀"}`
	for name, e := range map[string]encoding.Encoding{
		"UTF-8 with mark":     unicode.UTF8BOM,
		"UTF-16 BE":           unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM),
		"UTF-16 LE":           unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM),
		"UTF-16 BE with mark": unicode.UTF16(unicode.BigEndian, unicode.UseBOM),
		"UTF-16 LE with mark": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM),
		"UTF-32 BE":           utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM),
		"UTF-32 LE":           utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM),
		"UTF-32 BE with mark": utf32.UTF32(utf32.BigEndian, utf32.UseBOM),
		"UTF-32 LE with mark": utf32.UTF32(utf32.LittleEndian, utf32.UseBOM),
	} {
		encoded, err := e.NewEncoder().String(content)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := Read("x.json", []byte(encoded))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := doc.Member("a").Text(); got != "ä😀" {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestNonNumbers(t *testing.T) {
	doc, err := Read("x.json", []byte(`{"a":NaN,"b":[-Infinity , Infinity],"c":"NaN \" Infinity","d":1}`))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := doc.JSON.Format(), `{"a": null, "b": [null, null], "c": "NaN \" Infinity", "d": 1}`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	for _, content := range []string{`{"a":NaNa}`, `{NaN:1}`, `{"a":+Infinity}`, `{"Infinity`, `{"a":1Infinity}`} {
		if _, err := Read("x.json", []byte(content)); !errors.Is(err, ErrJSON) {
			t.Errorf("%s: error %v", content, err)
		}
	}
}

func TestMember(t *testing.T) {
	doc, err := Read("x.json", []byte(`{"a":1,"b":{"a":2},"a":3}`))
	if err != nil {
		t.Fatal(err)
	}
	if got := string(doc.Member("a")); got != "3" {
		t.Errorf("of equal names the last one counts, got %s", got)
	}
	if doc.Member("c") != nil {
		t.Error("a missing member is absent")
	}
	many := `{"first":1`
	for i := range 10 * maxMembers {
		many += fmt.Sprintf(`,"m%d":0`, i)
	}
	if doc, err = Read("x.json", []byte(many+`,"first":2}`)); err != nil || string(doc.Member("first")) != "2" || len(doc.members) != maxMembers {
		t.Errorf("a document with many members: %v, %d kept", err, len(doc.members))
	}
}

// Formats are told apart by what Member, Entry and Head return; each belongs to one kind of document.
func TestFirstMembers(t *testing.T) {
	for _, test := range []struct{ content, member, entry, head string }{
		{`{"a":1,"b":[{"a":2}]}`, "1", "", ""},
		{`[{"a":1,"a":2},{"a":3}]`, "", "2", ""},
		{`[7,{"a":3}]`, "", "", ""},
		{"{\"a\":1}\n{\"a\":2} {}", "", "", "1"},
	} {
		doc, err := Read("x.json", []byte(test.content))
		if err != nil {
			t.Fatal(err)
		}
		if m, e, h := doc.Member("a"), doc.Entry("a"), doc.Head("a"); string(m) != test.member || string(e) != test.entry || string(h) != test.head {
			t.Errorf("%s: member %s, entry %s, head %s", test.content, m, e, h)
		}
	}
}

func TestSequence(t *testing.T) {
	doc, err := Read("x.json", []byte(" {\"a\":1}{\"b\":\"}\"}\n\n{} "))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for v := range doc.Sequence.Values() {
		got = append(got, string(v))
	}
	if want := []string{`{"a":1}`, `{"b":"}"}`, `{}`}; !slices.Equal(got, want) || doc.JSON != nil {
		t.Errorf("%q, want %q", got, want)
	}
	for range doc.Sequence.Values() {
		break
	}
}

func TestReadXML(t *testing.T) {
	for _, test := range []struct{ content, root, details string }{
		{"\xef\xbb\xbf<?xml version=\"1.0\"?><!-- x --><a:bom xmlns:a=\"urn:b\"/>", "bom", ""},
		{"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><b\xe4/>", "bä", ""},
		{"<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>", "x", ""},
		{"", "", "the file is not valid XML: it has no element"},
		{"text", "", "the file is not valid XML: it has no element"},
		{"\n<a", "", "the file is not valid XML: line 2: unexpected EOF"},
		{"<?xml version=\"1.0\" encoding=\"none\"?><b/>", "", `the file is not valid XML: xml: opening charset "none": the character set "none" is not known`},
	} {
		doc, err := Read("x.xml", []byte(test.content))
		var problem *FileError
		if errors.As(err, &problem) {
			if problem.Err != ErrFileType || problem.Details != test.details || test.details == "" {
				t.Errorf("%q: %v, %s", test.content, err, problem.Details)
			}
			continue
		}
		if doc.XML.Root.Local != test.root {
			t.Errorf("%q: root %q", test.content, doc.XML.Root.Local)
		}
	}
}

// Whoever sends a broken file learns where it is broken.
func TestSyntaxProblems(t *testing.T) {
	for content, want := range map[string]string{
		"{\n\"a\": 1,\n}":                   "line 3: invalid character '}' looking for beginning of object key string",
		"{\n\"a\": [NaN,":                   "line 2: unexpected end of JSON input",
		"{}\n\xff":                          "line 2: the text is not UTF-8",
		strings.Repeat("[", 20_000) + "]":   "line 1: invalid character '[' exceeded max depth",
		`{"a":1}` + "\n" + `{"b":1} x`:      "line 2: invalid character '{' after top-level value",
		strings.Repeat(" ", 100) + "\n[1,]": "line 2: invalid character ']' looking for beginning of value",
	} {
		_, err := Read("x.json", []byte(content))
		var problem *FileError
		if !errors.As(err, &problem) || problem.Details != want {
			t.Errorf("%.50q: %+v, want %s", content, problem, want)
		}
	}
	if got := Problem(ErrJSON, strings.Repeat("ä", 2000)).(*FileError).Details; got != strings.Repeat("ä", maxDetails)+" ..." {
		t.Errorf("details of %d bytes", len(got))
	}
}

func TestReadCSV(t *testing.T) {
	for _, test := range []struct {
		name, content string
		want          error
	}{
		{"lines", "a,b\n1,2\n", nil},
		{"quoted line breaks", "a\n\"1\n\"\"2\"\"\"", nil},
		{"header only", "a,b\n", ErrUnknown},
		{"nothing", "", ErrUnknown},
		{"empty lines only", "\n\n", ErrUnknown},
		{"open quote", "a\n\"1", ErrCSV},
		{"quote inside", "a\nx\"1\"\n", ErrCSV},
		{"open quote in the header", "\"a\n1\n", ErrCSV},
		{"not UTF-8", "a\n\xff\n", ErrCSV},
		{"too many columns", strings.Repeat("a,", maxColumns) + "\n1\n", ErrCSV},
	} {
		if _, err := Read("x.CSV", []byte(test.content)); !errors.Is(err, test.want) {
			t.Errorf("%s: error %v, want %v", test.name, err, test.want)
		}
	}
}

func TestRows(t *testing.T) {
	doc, err := Read("x.csv", []byte("\xef\xbb\xbf\"a\",b,a\n1,\"x, \"\"y\"\"\nz\"\n\n2,3,4,5,6\n"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for row := range doc.CSV.Rows() {
		got = append(got, row.Get("a")+"|"+row.Get("b")+"|"+row.Get("c")+"|"+string(row.JSON()))
	}
	want := []string{
		`1|x, "y"` + "\n" + `z||{"a":"1","b":"x, \"y\"\nz","a":null}`,
		`4|3||{"a":"2","b":"3","a":"4","null":["5","6"]}`,
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	for range doc.CSV.Rows() {
		break
	}
}

func TestUnusable(t *testing.T) {
	if got := Unusable("X", "it is odd").Error(); got != "File is not a valid X report: it is odd" {
		t.Error(got)
	}
}
