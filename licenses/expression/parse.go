package expression

import "fmt"

// maxNesting bounds parentheses inside parentheses: the parser recurses.
const maxNesting = 100

// Parse reads an expression. Whatever the text, it ends with an expression or an [*Error]; the time is linear in the length of the text.
//
// A text that is malformed is reported as that, even if some of its keys are unknown.
func (v *Vocabulary) Parse(text string) (*Node, error) {
	if r, bad := badCharacter(text); bad {
		return nil, malformed(fmt.Sprintf("Invalid character %q", r))
	}
	p := &parser{lexer: lexer{vocabulary: v, rest: text}}
	p.advance()
	if p.token.kind == end {
		return nil, malformed("Empty license expression")
	}
	root, err := p.either(0)
	if err != nil {
		return nil, err
	}
	if p.token.kind != end {
		return nil, p.unexpected()
	}
	if len(p.unknown) > 0 {
		return nil, &Error{Unknown: p.unknown}
	}
	return root, nil
}

// parser goes through the tokens by recursive descent: OR binds weakest, then AND, then WITH.
type parser struct {
	lexer   lexer
	token   token // the next one
	before  string
	unknown []string
	seen    map[string]bool
}

func (p *parser) advance() {
	p.before = p.token.text
	p.token = p.lexer.next()
}

func (p *parser) either(depth int) (*Node, error) {
	return p.chain(or, Or, func() (*Node, error) { return p.all(depth) })
}

func (p *parser) all(depth int) (*Node, error) {
	return p.chain(and, And, func() (*Node, error) { return p.single(depth) })
}

// chain reads operands with the same operator between them.
func (p *parser) chain(between tokenKind, operator Operator, operand func() (*Node, error)) (*Node, error) {
	first, err := operand()
	if err != nil || p.token.kind != between {
		return first, err
	}
	chain := &Node{Operator: operator, Operands: []*Node{first}}
	for p.token.kind == between {
		p.advance()
		next, err := operand()
		if err != nil {
			return nil, err
		}
		chain.Operands = append(chain.Operands, next)
	}
	return chain, nil
}

// single reads a license, perhaps with an exception, or an expression in parentheses.
func (p *parser) single(depth int) (*Node, error) {
	if p.token.kind == open {
		return p.enclosed(depth + 1)
	}
	license, err := p.key(false)
	if err != nil || p.token.kind != with {
		return &Node{Operator: Key, License: license}, err
	}
	p.advance()
	exception, err := p.key(true)
	return &Node{Operator: With, License: license, Exception: exception}, err
}

func (p *parser) enclosed(depth int) (*Node, error) {
	if depth > maxNesting {
		return nil, malformed("Too many nested parentheses")
	}
	p.advance()
	inner, err := p.either(depth)
	if err != nil {
		return nil, err
	}
	if p.token.kind != closing {
		if p.token.kind == end {
			return nil, malformed("Unbalanced parentheses")
		}
		return nil, p.unexpected()
	}
	p.advance()
	return inner, nil
}

// key reads a license key or, right of WITH, an exception key. Unknown keys are noted; they are an error only if nothing is malformed.
func (p *parser) key(exception bool) (string, error) {
	t := p.token
	switch {
	case t.kind == unknown:
		p.note(t.text)
	case t.kind != known:
		return "", p.unexpected()
	case exception && !t.entry.exception:
		return "", malformed(fmt.Sprintf("%s is not a license exception and cannot follow WITH", t.text))
	case !exception && t.entry.exception:
		return "", malformed(fmt.Sprintf("%s is a license exception and can only follow WITH", t.text))
	}
	p.advance()
	return t.entry.key, nil
}

func (p *parser) note(key string) {
	if p.seen[key] {
		return
	}
	if p.seen == nil {
		p.seen = make(map[string]bool)
	}
	p.seen[key] = true
	p.unknown = append(p.unknown, key)
}

// unexpected describes the next token, which does not fit.
func (p *parser) unexpected() *Error {
	switch {
	case p.token.kind == end:
		return malformed(fmt.Sprintf("License key expected after %q", p.before))
	case p.token.kind == closing && p.before == "(":
		return malformed("Empty parentheses")
	case p.before == "":
		return malformed(fmt.Sprintf("License key expected instead of %q", p.token.text))
	default:
		return malformed(fmt.Sprintf("Unexpected %q after %q", p.token.text, p.before))
	}
}
