package expression

import "strings"

// Operator says what a node of an expression is.
type Operator int

// The kinds of nodes.
const (
	Key  Operator = iota // one license
	With                 // one license with one exception
	And                  // all of at least two operands
	Or                   // any of at least two operands
)

// Node is an expression or a part of one. A chain of the same operator is one node.
type Node struct {
	Operator  Operator
	License   string // of Key and With: the canonical key
	Exception string // of With: the canonical key
	Operands  []*Node
}

// String is the normalised form: canonical keys, operators in upper case, single spaces, each AND and OR inside another one in parentheses.
func (n *Node) String() string {
	var out strings.Builder
	n.write(&out)
	return out.String()
}

func (n *Node) write(out *strings.Builder) {
	switch n.Operator {
	case Key:
		out.WriteString(n.License)
	case With:
		out.WriteString(n.License + " WITH " + n.Exception)
	default:
		n.writeOperands(out)
	}
}

func (n *Node) writeOperands(out *strings.Builder) {
	for i, operand := range n.Operands {
		if i > 0 {
			out.WriteString(" " + n.Operator.keyword() + " ")
		}
		if len(operand.Operands) == 0 {
			operand.write(out)
			continue
		}
		out.WriteByte('(')
		operand.write(out)
		out.WriteByte(')')
	}
}

func (o Operator) keyword() string {
	if o == And {
		return "AND"
	}
	return "OR"
}
