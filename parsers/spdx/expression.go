package spdx

import (
	"regexp"
	"strings"
)

// canonical brings a license expression (SPDX 2.3 annex D) into the form in which it is stored (licenses.md §4): operators in upper case, single
// spaces, parentheses where AND and OR meet, deprecated ids replaced. Other keys stay as they are, whether they are known or not; false if the
// text is no expression.
func canonical(text string) (string, bool) {
	if len(text) > maxExpression {
		return "", false
	}
	p := expressionParser{tokens: tokens(text)}
	root := p.either(0)
	if p.failed || p.pos != len(p.tokens) {
		return "", false
	}
	return root.text, true
}

// The bounds of an expression. What is stored is much shorter.
const (
	maxExpression = 10_000
	maxNesting    = 50
)

// tokens splits an expression into keys, operators and parentheses.
func tokens(text string) []string {
	return strings.Fields(apart.Replace(text))
}

var apart = strings.NewReplacer("(", " ( ", ")", " ) ")

var key = regexp.MustCompile(`^[\pL\pN_.:+-]+$`)

// expressionParser goes through the tokens.
type expressionParser struct {
	tokens []string
	pos    int
	failed bool
}

// term is a part of an expression; compound if it consists of several with an operator between them.
type term struct {
	text     string
	compound bool
}

// either reads terms with OR between them, all reads those with AND, which binds stronger.
func (p *expressionParser) either(depth int) term {
	return p.chain("OR", func() term { return p.all(depth) })
}

func (p *expressionParser) all(depth int) term {
	return p.chain("AND", func() term { return p.single(depth) })
}

func (p *expressionParser) chain(operator string, next func() term) term {
	first := next()
	if p.failed || !p.take(operator) {
		return first
	}
	parts := []string{first.within()}
	for {
		parts = append(parts, next().within())
		if p.failed || !p.take(operator) {
			return term{strings.Join(parts, " "+operator+" "), true}
		}
	}
}

// within is a term as part of a chain.
func (t term) within() string {
	if t.compound {
		return "(" + t.text + ")"
	}
	return t.text
}

// single reads a key, perhaps with an exception, or an expression in parentheses.
func (p *expressionParser) single(depth int) term {
	if p.take("(") {
		if depth == maxNesting {
			p.failed = true
			return term{}
		}
		inner := p.either(depth + 1)
		p.failed = p.failed || !p.take(")")
		return inner
	}
	license := p.key()
	if p.take("WITH") {
		license += " WITH " + p.key()
	}
	return term{text: license}
}

// take takes the next token if it is this operator or parenthesis.
func (p *expressionParser) take(token string) bool {
	if p.pos == len(p.tokens) || !strings.EqualFold(p.tokens[p.pos], token) {
		return false
	}
	p.pos++
	return true
}

func (p *expressionParser) key() string {
	if p.failed || p.pos == len(p.tokens) {
		p.failed = true
		return ""
	}
	token := p.tokens[p.pos]
	switch strings.ToUpper(token) {
	case "AND", "OR", "WITH":
		p.failed = true
	}
	if !key.MatchString(token) {
		p.failed = true
	}
	p.pos++
	if current, ok := replaced[strings.ToLower(token)]; ok {
		return current
	}
	return token
}

// replaced are the current ids of deprecated ones, by the latter in lower case (licenses.md §4).
var replaced = replacements()

func replacements() map[string]string {
	out := map[string]string{
		"gpl": "GPL-1.0-or-later", "bsd-2": "BSD-2-Clause", "bsd-2-clause-netbsd": "BSD-2-Clause", "bsd-2-clause-freebsd": "BSD-2-Clause-Views",
		"standardml-nj": "SMLNJ", "nunit": "zlib-acknowledgement", "bzip2-1.0.5": "bzip2-1.0.6", "net-snmp": "LicenseRef-scancode-net-snmp",
		"nokia-qt-exception-1.1": "Qt-LGPL-exception-1.1", "licenseref-apache": "Apache-2.0", "licenseref-apache-2.0": "Apache-2.0",
	}
	for _, id := range []string{"AGPL-1.0", "AGPL-3.0", "GPL-1.0", "GPL-2.0", "GPL-3.0", "LGPL-2.0", "LGPL-2.1", "LGPL-3.0", "GFDL-1.1", "GFDL-1.2",
		"GFDL-1.3"} {
		out[strings.ToLower(id)] = id + "-only"
		out[strings.ToLower(id)+"+"] = id + "-or-later"
	}
	return out
}
