package rawjson

import (
	"fmt"
	"strings"
	"testing"
)

func TestTextIndex(t *testing.T) {
	var texts []string
	for i := range 5000 {
		texts = append(texts, fmt.Sprintf(`"text %d"`, i))
	}
	doc := check(t, `[ "a\u0062", "ab", "", "\"", `+strings.Join(texts, ",")+`, "ab", 3]`)
	x := NewTextIndex(doc)
	var numbers []int
	for e := range doc.Elements() {
		if e.Kind() != Text {
			continue
		}
		n, added := x.Add(e)
		if again := n < len(numbers) && numbers[n] > 0; added == again {
			t.Fatalf("%s: number %d, added %v", e, n, added)
		}
		for len(numbers) <= n {
			numbers = append(numbers, 0)
		}
		numbers[n]++
	}
	if x.Len() != 5003 || numbers[0] != 3 {
		t.Errorf("%d texts, the first one %d times", x.Len(), numbers[0])
	}
	for text, want := range map[string]int{"ab": 0, "": 1, `"`: 2, "text 0": 3, "text 4999": 5002} {
		n, ok := x.Find([]byte(text))
		if !ok || n != want || x.Text(n) != text {
			t.Errorf("%q: number %d (%v), want %d", text, n, ok, want)
		}
	}
	for _, absent := range []string{"text 5000", "3", " ab"} {
		if n, ok := x.Find([]byte(absent)); ok {
			t.Errorf("%q has number %d", absent, n)
		}
	}
	if n, ok := x.FindValue(Value(`"a\u0062"`)); !ok || n != 0 {
		t.Errorf("value: %d, %v", n, ok)
	}
	if _, ok := x.FindValue(Value(`3`)); ok {
		t.Error("a number is no text")
	}
}

func TestOffset(t *testing.T) {
	doc := check(t, ` {"a": [1, {"b":"x"}], "c":"d" }`)
	for _, v := range []Value{doc, doc.Get("a"), doc.Get("a").First(), doc.Get("c")} {
		if got := doc.At(doc.Offset(v)); string(got) != string(v) {
			t.Errorf("%s at the place of %s", got, v)
		}
	}
}
