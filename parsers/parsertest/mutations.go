package parsertest

import (
	"bytes"
	"iter"
	"path"
	"strings"
)

// replacements are values that a report has where its format has others: each kind of JSON, and numbers, texts and nesting beyond what is
// usual.
var replacements = []string{
	"null", "true", "false", "0", "-1", "1.5", "1e400", "1180591620717411303424", `""`, `"text"`, `"\u0000"`, `"\ud800"`, `"\\"`, "\"\xff\"",
	"[]", "{}", "[[]]", "[{}]", `[null]`, `["text"]`, `{"text":"text"}`, `{"":null}`, strings.Repeat("[", 300) + strings.Repeat("]", 300),
	strings.Repeat(`{"a":`, 300) + "1" + strings.Repeat("}", 300),
}

// Mutations are reports that are wrong in one place: for JSON each value is replaced by each of many others, left out, and given twice; the
// file ends after each of its values.
func Mutations(content []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for _, at := range values(content) {
			before, value, after := content[:at[0]], content[at[0]:at[1]], content[at[1]:]
			for _, replacement := range replacements {
				if !yield(bytes.Join([][]byte{before, []byte(replacement), after}, nil)) {
					return
				}
			}
			if name := memberName(before); name != nil { // twice, in both orders
				twice := bytes.Join([][]byte{before, value, []byte(","), name, []byte(":null"), after}, nil)
				first := bytes.Join([][]byte{before, []byte("null,"), name, []byte(":"), value, after}, nil)
				if !yield(twice) || !yield(first) {
					return
				}
			}
			if !yield(content[:at[1]]) {
				return
			}
		}
	}
}

// values are the first and the last offset of each value of a JSON text, at any depth, names of members included.
func values(content []byte) [][2]int {
	var found [][2]int
	var open []int
	for i := 0; i < len(content); i++ {
		switch c := content[i]; c {
		case '{', '[':
			open = append(open, i)
		case '}', ']':
			found = append(found, [2]int{open[len(open)-1], i + 1})
			open = open[:len(open)-1]
		case ' ', '\n', '\t', '\r', ',', ':':
		case '"':
			start := i
			for i++; content[i] != '"'; i++ {
				if content[i] == '\\' {
					i++
				}
			}
			found = append(found, [2]int{start, i + 1})
		default:
			start := i
			for i < len(content) && !strings.ContainsRune(",]} \n\t\r", rune(content[i])) {
				i++
			}
			found = append(found, [2]int{start, i})
			i--
		}
	}
	return found
}

// memberName is the name of the member whose value comes next, with its quotes; nil if what comes next is no value of a member.
func memberName(before []byte) []byte {
	head, isMember := bytes.CutSuffix(bytes.TrimRight(before, " \n\t\r"), []byte(":"))
	if !isMember {
		return nil
	}
	head = bytes.TrimRight(head, " \n\t\r")
	return head[bytes.LastIndexByte(head[:len(head)-1], '"'):]
}

// MutationsOfText are files of other formats that are wrong in one place: something that means much in the format, or that is no text, comes in,
// a line is left out or given twice, the file ends.
func MutationsOfText(content []byte, insertions ...string) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for i := 0; i < len(content); i += 1 + len(content)/places {
			for _, in := range insertions {
				if !yield(bytes.Join([][]byte{content[:i], []byte(in), content[i:]}, nil)) {
					return
				}
			}
			if !yield(content[:i]) {
				return
			}
		}
		lines := bytes.SplitAfter(content, []byte("\n"))
		for i := range lines {
			without := bytes.Join(append(append([][]byte{}, lines[:i]...), lines[i+1:]...), nil)
			twice := bytes.Join(append(append([][]byte{}, lines[:i+1]...), lines[i:]...), nil)
			if !yield(without) || !yield(twice) {
				return
			}
		}
	}
}

// places are the places of a file that mutations are made in.
const places = 800

// MutationsOf are the mutations of a file of any format.
func MutationsOf(filename string, content []byte) iter.Seq[[]byte] {
	switch path.Ext(filename) {
	case ".csv":
		return MutationsOfText(content, "\"", ",", "\n", "\x00", "\xff", "\"\"")
	case ".xml":
		return MutationsOfText(content, "<", ">", "/>", "&", "&#0;", "\"", "\xff", "<a>", "<!--", "<![CDATA[")
	default:
		return Mutations(content)
	}
}
