package model

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// Cutting by characters is what it is for lists of characters, whatever bytes the text has.
func TestPrefix(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(rapid.String(), rapid.StringMatching("[a-z]{0,40}"), rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) })).Draw(t, "text")
		n := rapid.IntRange(0, 50).Draw(t, "characters")
		want := s
		for i := range s {
			if utf8.RuneCountInString(s[:i]) == n {
				want = s[:i]
				break
			}
		}
		if got := prefix(s, n); got != want {
			t.Fatalf("prefix(%q, %d) = %q, want %q", s, n, got, want)
		}
		if got, want := fits(s, n), utf8.RuneCountInString(s) <= n; got != want {
			t.Fatalf("fits(%q, %d) = %v, want %v", s, n, got, want)
		}
	})
}

func TestClipText(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"short", "short"},
		{strings.Repeat("a", 20), strings.Repeat("a", 20)},
		{strings.Repeat("a", 21), strings.Repeat("a", 16) + " ..."},
		{strings.Repeat("ä", 21), strings.Repeat("ä", 16) + " ..."},
		{"```\n" + strings.Repeat("a", 20), "```\n" + strings.Repeat("a", 7) + "\n```\n\n..."},
	} {
		if got := ClipText(test.text, 20); got != test.want {
			t.Errorf("ClipText(%q) = %q, want %q", test.text, got, test.want)
		}
	}
}
