package expression

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// vocabulary is a part of the SPDX license list and of the ScanCode index, as they were published.
func vocabulary() *Vocabulary {
	return NewVocabulary(Keys{
		Licenses: []string{"0BSD", "AGPL-1.0", "AGPL-1.0-only", "AGPL-1.0-or-later", "AGPL-3.0", "AGPL-3.0-only", "AGPL-3.0-or-later", "Apache-2.0",
			"BSD-2-Clause", "BSD-2-Clause-FreeBSD", "BSD-2-Clause-NetBSD", "BSD-2-Clause-Views", "GFDL-1.1", "GFDL-1.1-only", "GFDL-1.1-or-later",
			"GFDL-1.2", "GFDL-1.2-only", "GFDL-1.2-or-later", "GFDL-1.3", "GFDL-1.3-only", "GFDL-1.3-or-later", "GPL-1.0", "GPL-1.0+",
			"GPL-1.0-only", "GPL-1.0-or-later", "GPL-2.0", "GPL-2.0+", "GPL-2.0-only", "GPL-2.0-or-later", "GPL-2.0-with-classpath-exception",
			"GPL-3.0", "GPL-3.0+", "GPL-3.0-only", "GPL-3.0-or-later", "ISC", "LGPL-2.0", "LGPL-2.0-only", "LGPL-2.0-or-later", "LGPL-2.1",
			"LGPL-2.1-only", "LGPL-2.1-or-later", "LGPL-3.0", "LGPL-3.0+", "LGPL-3.0-only", "LGPL-3.0-or-later", "MIT",
			"MPL-2.0", "MPL-2.0-no-copyleft-exception", "Net-SNMP", "Nunit", "SMLNJ", "StandardML-NJ", "bzip2-1.0.5", "bzip2-1.0.6",
			"zlib-acknowledgement"},
		Exceptions: []string{"Classpath-exception-2.0", "GCC-exception-3.1", "Nokia-Qt-exception-1.1", "Qt-LGPL-exception-1.1", "MPL-2.0-no-copyleft-exception",
			"LicenseRef-scancode-gcc-exception-3.0"},
		Others: []string{"LicenseRef-scancode-public-domain"},
		Aliases: map[string]string{"LicenseRef-PublicDomain": "LicenseRef-scancode-public-domain", "LicenseRef-MIT-TC": "MIT",
			"LicenseRef-scancode-exception-3.0": "LicenseRef-scancode-gcc-exception-3.0", "0BSD": "ISC"},
	})
}

func TestParse_NormalisedText(t *testing.T) {
	v := vocabulary()
	tests := []struct{ name, text, want string }{
		{"one key", "MIT", "MIT"},
		{"a key in another case", "mit", "MIT"},
		{"superfluous parentheses", "(MIT)", "MIT"},
		{"operators without spaces around parentheses", "((MIT))OR(ISC)", "MIT OR ISC"},
		{"operators in any case", "mit oR isc aNd 0bsd", "MIT OR (ISC AND 0BSD)"},
		{"line feeds and tabs", "\n MIT\tOR\r\n ISC ", "MIT OR ISC"},
		{"AND binds stronger than OR", "MIT OR ISC AND 0BSD", "MIT OR (ISC AND 0BSD)"},
		{"AND on both sides", "MIT AND ISC OR 0BSD AND MPL-2.0", "(MIT AND ISC) OR (0BSD AND MPL-2.0)"},
		{"OR inside AND", "(MIT OR ISC) AND 0BSD", "(MIT OR ISC) AND 0BSD"},
		{"a chain is one node", "MIT OR ISC OR 0BSD", "MIT OR ISC OR 0BSD"},
		{"explicit parentheses around the same operator stay", "(MIT OR ISC) OR 0BSD", "(MIT OR ISC) OR 0BSD"},
		{"also right of it", "MIT AND ((ISC AND 0BSD))", "MIT AND (ISC AND 0BSD)"},
		{"outer parentheses vanish", "(((MIT OR ISC)))", "MIT OR ISC"},
		{"nothing is simplified", "MIT OR MIT", "MIT OR MIT"},
		{"nothing is sorted", "MPL-2.0 AND Apache-2.0", "MPL-2.0 AND Apache-2.0"},
		{"an exception", "gpl-2.0+ with classpath-exception-2.0", "GPL-2.0-or-later WITH Classpath-exception-2.0"},
		{"an exception in parentheses", "MIT OR (GPL-2.0-only WITH Classpath-exception-2.0)", "MIT OR GPL-2.0-only WITH Classpath-exception-2.0"},
		{"exceptions bind strongest", "MIT AND GPL-2.0-only WITH Classpath-exception-2.0 OR ISC",
			"(MIT AND GPL-2.0-only WITH Classpath-exception-2.0) OR ISC"},
		{"an old exception", "LGPL-2.1 WITH Nokia-Qt-exception-1.1", "LGPL-2.1-only WITH Qt-LGPL-exception-1.1"},
		{"an alias of an exception", "MIT WITH licenseref-scancode-exception-3.0", "MIT WITH LicenseRef-scancode-gcc-exception-3.0"},
		{"keys of ScanCode", "LICENSEREF-SCANCODE-PUBLIC-DOMAIN", "LicenseRef-scancode-public-domain"},
		{"aliases of ScanCode", "licenseref-publicdomain or LicenseRef-MIT-TC", "LicenseRef-scancode-public-domain OR MIT"},
		{"aliases of ScanCode do not redefine ids", "0BSD", "0BSD"},
		{"an id of the catalogue is a license, whatever others say", "MPL-2.0-no-copyleft-exception OR MIT", "MPL-2.0-no-copyleft-exception OR MIT"},
		{"composite ids, too", "gpl-2.0-with-classpath-exception", "GPL-2.0-with-classpath-exception"},
		{"names of keywords inside keys", "zlib-acknowledgement AND bzip2-1.0.6", "zlib-acknowledgement AND bzip2-1.0.6"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			node, err := v.Parse(tt.text)
			if err != nil {
				t.Fatal(err)
			}
			if got := node.String(); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// licenses.md §14, example 2.
func TestLicenses_Example02(t *testing.T) {
	v := vocabulary()
	for text, want := range map[string]string{
		"MIT OR ISC AND 0BSD": "MIT OR (ISC AND 0BSD)", "((MIT))OR(ISC)": "MIT OR ISC", "(MIT OR ISC) OR 0BSD": "(MIT OR ISC) OR 0BSD",
		"MIT OR MIT": "MIT OR MIT", "gpl-2.0+ with classpath-exception-2.0": "GPL-2.0-or-later WITH Classpath-exception-2.0",
	} {
		node, err := v.Parse(text)
		if err != nil {
			t.Errorf("%s: %v", text, err)
		} else if got := node.String(); got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
	for _, text := range []string{"MIT AND", "()", "MIT ISC", "MIT WITH ISC", "Classpath-exception-2.0 OR MIT", "Apache-2.0+"} {
		if node, err := v.Parse(text); err == nil {
			t.Errorf("%q is taken for %s", text, node)
		}
	}
}

func TestParse_Aliases(t *testing.T) {
	v := vocabulary()
	tests := map[string]string{
		"AGPL-1.0": "AGPL-1.0-only", "AGPL-3.0": "AGPL-3.0-only", "AGPL-1.0+": "AGPL-1.0-or-later", "AGPL-3.0+": "AGPL-3.0-or-later",
		"GPL-1.0": "GPL-1.0-only", "GPL-2.0": "GPL-2.0-only", "GPL-3.0": "GPL-3.0-only",
		"GPL-1.0+": "GPL-1.0-or-later", "GPL-2.0+": "GPL-2.0-or-later", "GPL-3.0+": "GPL-3.0-or-later", "GPL": "GPL-1.0-or-later",
		"LGPL-2.0": "LGPL-2.0-only", "LGPL-2.1": "LGPL-2.1-only", "LGPL-3.0": "LGPL-3.0-only",
		"LGPL-2.0+": "LGPL-2.0-or-later", "LGPL-2.1+": "LGPL-2.1-or-later", "LGPL-3.0+": "LGPL-3.0-or-later",
		"GFDL-1.1": "GFDL-1.1-only", "GFDL-1.2": "GFDL-1.2-only", "GFDL-1.3": "GFDL-1.3-only",
		"GFDL-1.1+": "GFDL-1.1-or-later", "GFDL-1.2+": "GFDL-1.2-or-later", "GFDL-1.3+": "GFDL-1.3-or-later",
		"BSD-2": "BSD-2-Clause", "BSD-2-Clause-NetBSD": "BSD-2-Clause", "BSD-2-Clause-FreeBSD": "BSD-2-Clause-Views",
		"StandardML-NJ": "SMLNJ", "Nunit": "zlib-acknowledgement", "bzip2-1.0.5": "bzip2-1.0.6", "Net-SNMP": "LicenseRef-scancode-net-snmp",
		"LicenseRef-Apache": "Apache-2.0", "LicenseRef-Apache-2.0": "Apache-2.0",
		"GPL 2.0": "GPL-2.0-only", "GPL 2.0+": "GPL-2.0-or-later", "gpl  2.0": "GPL-2.0-only",
	}
	for alias, want := range tests {
		for _, text := range []string{alias, strings.ToLower(alias), "(" + alias + ")"} {
			node, err := v.Parse(text)
			if err != nil {
				t.Errorf("%s: %v", text, err)
			} else if got := node.String(); got != want {
				t.Errorf("%s: got %s, want %s", text, got, want)
			}
		}
		node, err := v.Parse("ISC OR " + alias + " AND MIT")
		if err != nil {
			t.Errorf("%s inside an expression: %v", alias, err)
		} else if got := node.String(); got != "ISC OR ("+want+" AND MIT)" {
			t.Errorf("%s inside an expression: got %s", alias, got)
		}
	}
}

func TestParse_Invalid(t *testing.T) {
	v := vocabulary()
	tests := []struct{ text, want string }{
		{"", "Empty license expression"},
		{" \n", "Empty license expression"},
		{"MIT AND", `License key expected after "AND"`},
		{"OR MIT", `License key expected instead of "OR"`},
		{"MIT AND OR ISC", `Unexpected "OR" after "AND"`},
		{"()", "Empty parentheses"},
		{"MIT OR ()", "Empty parentheses"},
		{"(MIT", "Unbalanced parentheses"},
		{"MIT)", `Unexpected ")" after "MIT"`},
		{"(MIT ISC)", `Unexpected "ISC" after "MIT"`},
		{"MIT ISC", `Unexpected "ISC" after "MIT"`},
		{"MIT or later", `Unknown license key(s): later`},
		{"MIT acme", `Unexpected "acme" after "MIT"`},
		{"acme MIT", `Unexpected "MIT" after "acme"`},
		{"MIT (ISC)", `Unexpected "(" after "MIT"`},
		{"MIT WITH ISC", "ISC is not a license exception and cannot follow WITH"},
		{"MIT WITH", `License key expected after "WITH"`},
		{"WITH Classpath-exception-2.0", `License key expected instead of "WITH"`},
		{"MIT WITH (Classpath-exception-2.0)", `Unexpected "(" after "WITH"`},
		{"(MIT) WITH Classpath-exception-2.0", `Unexpected "WITH" after ")"`},
		{"MIT WITH Classpath-exception-2.0 WITH GCC-exception-3.1", `Unexpected "WITH" after "Classpath-exception-2.0"`},
		{"Classpath-exception-2.0", "Classpath-exception-2.0 is a license exception and can only follow WITH"},
		{"Classpath-exception-2.0 OR MIT", "Classpath-exception-2.0 is a license exception and can only follow WITH"},
		{"MIT/ISC", "Invalid character '/'"},
		{"MIT, ISC", "Invalid character ','"},
		{"MIT; ISC", "Invalid character ';'"},
		{"MIT & ISC", "Invalid character '&'"},
		{"MIT | ISC", "Invalid character '|'"},
		{"\"MIT\"", "Invalid character '\"'"},
		{"MIT `x`", "Invalid character '`'"},
		{"MIT\x00", `Invalid character '\x00'`},
		{"MIT\xff", `Invalid character '�'`},
		{"Apache-2.0+", "Unknown license key(s): Apache-2.0+"},
		{"MIT+", "Unknown license key(s): MIT+"},
		{"LicenseRef-acme", "Unknown license key(s): LicenseRef-acme"},
		{"DocumentRef-x:LicenseRef-y", "Unknown license key(s): DocumentRef-x:LicenseRef-y"},
		{"NOASSERTION", "Unknown license key(s): NOASSERTION"},
		{"NONE", "Unknown license key(s): NONE"},
		{"B OR MIT AND A OR B", "Unknown license key(s): B, A"},
		{"Some License OR Foo  Bar AND Foo Bar", "Unknown license key(s): Some License, Foo Bar"},
		{"MIT WITH acme", "Unknown license key(s): acme"},
		{"acme WITH Classpath-exception-2.0", "Unknown license key(s): acme"},
		{"acme OR", `License key expected after "OR"`},
		{"MITOR ISC", `Unexpected "ISC" after "MITOR"`},
		{strings.Repeat("(", 101) + "MIT" + strings.Repeat(")", 101), "Too many nested parentheses"},
	}
	for _, tt := range tests {
		node, err := v.Parse(tt.text)
		var invalid *Error
		if !errors.As(err, &invalid) {
			t.Errorf("%q: got %v, error %v", tt.text, node, err)
			continue
		}
		if got := invalid.Error(); got != tt.want {
			t.Errorf("%q: got %s, want %s", tt.text, got, tt.want)
		}
	}
}

func TestParse_Tree(t *testing.T) {
	got, err := vocabulary().Parse("MIT OR GPL-2.0 WITH Classpath-exception-2.0 OR (ISC AND 0BSD)")
	if err != nil {
		t.Fatal(err)
	}
	want := &Node{Operator: Or, Operands: []*Node{
		{Operator: Key, License: "MIT"},
		{Operator: With, License: "GPL-2.0-only", Exception: "Classpath-exception-2.0"},
		{Operator: And, Operands: []*Node{{Operator: Key, License: "ISC"}, {Operator: Key, License: "0BSD"}}},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestVocabulary_InCatalogue(t *testing.T) {
	v := vocabulary()
	for id, want := range map[string]bool{"MIT": true, "mit": false, "GPL-2.0": true, "GPL": false, "LicenseRef-scancode-public-domain": false,
		"Classpath-exception-2.0": false, "LicenseRef-scancode-net-snmp": false} {
		if got := v.InCatalogue(id); got != want {
			t.Errorf("%s: got %v", id, got)
		}
	}
}

// TestNormalisedText_IsStable holds that the normalised text of any tree reads back as the same tree.
func TestNormalisedText_IsStable(t *testing.T) {
	v := vocabulary()
	rapid.Check(t, func(t *rapid.T) {
		tree := drawTree(t, 0)
		again, err := v.Parse(tree.String())
		if err != nil {
			t.Fatalf("%s: %v", tree, err)
		}
		if diff := cmp.Diff(tree, again); diff != "" {
			t.Fatalf("%s: %s", tree, diff)
		}
	})
}

func drawTree(t *rapid.T, depth int) *Node {
	license := rapid.SampledFrom([]string{"MIT", "ISC", "GPL-2.0-only", "LicenseRef-scancode-public-domain"})
	kind := rapid.SampledFrom([]Operator{Key, With, And, Or}).Draw(t, "operator")
	if depth == 4 {
		kind = Key
	}
	switch kind {
	case Key:
		return &Node{Operator: Key, License: license.Draw(t, "license")}
	case With:
		return &Node{Operator: With, License: license.Draw(t, "license"), Exception: "Classpath-exception-2.0"}
	}
	n := &Node{Operator: kind}
	for range rapid.IntRange(2, 4).Draw(t, "operands") {
		n.Operands = append(n.Operands, drawTree(t, depth+1))
	}
	return n
}

func FuzzParse(f *testing.F) {
	v := vocabulary()
	for _, seed := range []string{"MIT", "MIT OR (ISC AND GPL 2.0+ WITH Classpath-exception-2.0)", "((a)", "LicenseRef-x and\nor", "Foo Bar OR MIT"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		node, err := v.Parse(text)
		if err != nil {
			var invalid *Error
			if !errors.As(err, &invalid) || invalid.Error() == "" {
				t.Fatalf("an error without a text: %v", err)
			}
			return
		}
		normal := node.String()
		again, err := v.Parse(normal)
		if err != nil {
			t.Fatalf("%q became %q, which is invalid: %v", text, normal, err)
		}
		if again.String() != normal {
			t.Fatalf("%q became %q, then %q", text, normal, again.String())
		}
	})
}
