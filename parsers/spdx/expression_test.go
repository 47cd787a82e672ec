package spdx

import (
	"strings"
	"testing"
)

func TestCanonical(t *testing.T) {
	for text, want := range map[string]string{
		"MIT":                              "MIT",
		" ((MIT)) ":                        "MIT",
		"mit and gpl-2.0":                  "mit AND GPL-2.0-only",
		"GPL-2.0+":                         "GPL-2.0-or-later",
		"MIT OR\nISC":                      "MIT OR ISC",
		"MIT OR ISC OR X":                  "MIT OR ISC OR X",
		"(MIT OR ISC) OR X":                "(MIT OR ISC) OR X",
		"MIT OR ISC AND X":                 "MIT OR (ISC AND X)",
		"(MIT OR ISC) AND X with Y":        "(MIT OR ISC) AND X WITH Y",
		"(LicenseRef-1 AND Apache-2.0)":    "LicenseRef-1 AND Apache-2.0",
		"DocumentRef-x:LicenseRef-y":       "DocumentRef-x:LicenseRef-y",
		"GPL-2.0 WITH Bison-exception-2.2": "GPL-2.0-only WITH Bison-exception-2.2",
		"MIT AND":                          "",
		"AND MIT":                          "",
		"MIT OR OR ISC":                    "",
		"MIT ISC":                          "",
		"MIT/ISC":                          "",
		"(MIT":                             "",
		"MIT)":                             "",
		"()":                               "",
		"MIT WITH (X)":                     "",
		"MIT WITH":                         "",
		"":                                 "",
	} {
		got, ok := canonical(text)
		if ok != (want != "") || got != want {
			t.Errorf("canonical(%q) = %q, %v, want %q", text, got, ok, want)
		}
		if again, _ := canonical(got); ok && again != got {
			t.Errorf("canonical(%q) is not stable: %q", got, again)
		}
	}
	for _, hostile := range []string{strings.Repeat("(", 5000), strings.Repeat("(", 1<<20), strings.Repeat("A OR ", 1<<18)} {
		if _, ok := canonical(hostile); ok {
			t.Error("too long or too deep expressions are none")
		}
	}
}
