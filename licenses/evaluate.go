package licenses

import (
	"slices"
	"strings"

	"secobserve/licenses/expression"
	"secobserve/model"
)

// Subject is what a policy looks at in a component: the PURL type and the effective license, of which at most one form is set. Texts are in
// full length.
type Subject struct {
	PURLType   string
	SPDXID     string
	Expression string
	NonSPDX    string
	Multiple   []string
}

// Evaluation is what a policy says of a component, and why.
type Evaluation struct {
	Result model.EvaluationResult
	Reason model.EvaluationReason
}

// Evaluate says what the policy thinks of a component (licenses.md §7.3). Nil rules stand for no policy. The result depends on nothing but
// the rules and the subject.
func (r *Rules) Evaluate(s Subject) Evaluation {
	switch {
	case r == nil:
		return unknown(model.DecidedByNoPolicy, "")
	case r.ignored[s.PURLType] && s.PURLType != "":
		return Evaluation{model.EvaluationIgnored, model.EvaluationReason{Decider: model.DecidedByIgnoreList, Subject: s.PURLType}}
	case s.SPDXID != "":
		return r.rule(SPDX, s.SPDXID)
	case s.Expression != "":
		return r.expression(s.Expression)
	case s.NonSPDX != "":
		return r.rule(NonSPDX, s.NonSPDX)
	case len(s.Multiple) > 0:
		return combine(expression.And, strings.Join(s.Multiple, ", "), each(s.Multiple, r.oneOfSeveral))
	default:
		return unknown(model.DecidedByNoLicense, "")
	}
}

func unknown(decider model.Decider, subject string) Evaluation {
	return Evaluation{model.EvaluationUnknown, model.EvaluationReason{Decider: decider, Subject: subject}}
}

// rule applies the rule for a subject, if there is one.
func (r *Rules) rule(kind Kind, subject string) Evaluation {
	rule := r.find(kind, subject)
	if rule == nil {
		return unknown(model.DecidedByNoRule, subject)
	}
	return Evaluation{rule.Result, model.EvaluationReason{Decider: rule.decider(), Subject: subject, Item: rule.Item, Group: rule.Group,
		FromParent: rule.FromParent}}
}

func (r *Rule) decider() model.Decider {
	switch {
	case r.Group != 0:
		return model.DecidedByGroup
	case r.Kind == SPDX:
		return model.DecidedByLicense
	case r.Kind == Expression:
		return model.DecidedByExpression
	default:
		return model.DecidedByNonSPDX
	}
}

// otherwise has the second way decide where the first one found nothing out.
func (e Evaluation) otherwise(second func() Evaluation) Evaluation {
	if e.Result != model.EvaluationUnknown {
		return e
	}
	if other := second(); other.Reason.Decider != model.DecidedByNoRule {
		return other
	}
	return e
}

// expression evaluates a license expression. A rule for the whole expression counts only where its parts leave the result unknown.
func (r *Rules) expression(text string) Evaluation {
	whole := func() Evaluation { return r.rule(Expression, text) }
	tree, err := r.vocabulary.Parse(text)
	if err != nil {
		return whole()
	}
	return r.node(tree).otherwise(whole).otherwise(func() Evaluation { return r.rule(Expression, tree.String()) })
}

func (r *Rules) node(n *expression.Node) Evaluation {
	switch n.Operator {
	case expression.Key:
		return r.rule(SPDX, n.License).otherwise(func() Evaluation { return r.reference(n.License) })
	case expression.With:
		return r.rule(Expression, n.String())
	default:
		return combine(n.Operator, n.String(), each(n.Operands, r.node))
	}
}

// reference applies the rule for the text of a key that is no license of the catalogue.
func (r *Rules) reference(key string) Evaluation {
	if r.vocabulary.InCatalogue(key) {
		return unknown(model.DecidedByNoRule, key)
	}
	return r.rule(NonSPDX, key)
}

// oneOfSeveral evaluates one of several licenses side by side: an id, another text or an expression.
func (r *Rules) oneOfSeveral(text string) Evaluation {
	if r.vocabulary.InCatalogue(text) {
		return r.rule(SPDX, text)
	}
	return r.rule(NonSPDX, text).otherwise(func() Evaluation { return r.expression(text) })
}

func each[T any](parts []T, evaluate func(T) Evaluation) []Evaluation {
	all := make([]Evaluation, len(parts))
	for i, part := range parts {
		all[i] = evaluate(part)
	}
	return all
}

// precedence says which result of an operand decides for all: the first one in the list that occurs.
var precedence = map[expression.Operator][]model.EvaluationResult{
	expression.And: {model.EvaluationForbidden, model.EvaluationUnknown, model.EvaluationReviewRequired, model.EvaluationAllowed},
	expression.Or:  {model.EvaluationAllowed, model.EvaluationUnknown, model.EvaluationReviewRequired, model.EvaluationForbidden},
}

// combine makes one result of those of the operands; ignored operands do not count. The reason is that of the first operand that decides.
func combine(operator expression.Operator, whole string, operands []Evaluation) Evaluation {
	for _, result := range precedence[operator] {
		i := slices.IndexFunc(operands, func(e Evaluation) bool { return e.Result == result })
		if i >= 0 {
			return operands[i]
		}
	}
	return unknown(model.DecidedByNoRule, whole)
}
