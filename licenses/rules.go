package licenses

import (
	"secobserve/licenses/expression"
	"secobserve/model"
)

// Kind says what a rule is about.
type Kind int

// The kinds of rules.
const (
	SPDX       Kind = iota // a license of the catalogue, by its SPDX id
	Expression             // a normalised license expression
	NonSPDX                // any other text
)

// Rule is what a license policy says of one license, one expression or one other text.
type Rule struct {
	Kind    Kind
	Subject string // SPDX id, expression or text
	Result  model.EvaluationResult
	Comment string
	// License is the license of a rule of kind SPDX.
	License model.ID
	// Item is the item that the rule comes from, Group its group, if it is one for a group.
	Item, Group model.ID
	FromParent  bool
}

// Rules is the rule table of a license policy (licenses.md §7.2), ready to evaluate components. It is immutable and safe for concurrent use.
type Rules struct {
	vocabulary *expression.Vocabulary
	list       []Rule
	byKey      map[ruleKey]int
	ignored    map[string]bool // PURL types
}

type ruleKey struct {
	kind    Kind
	subject string
}

// NewRules returns the table of rules in the order of their precedence: of rules with the same subject the last one counts, in the place of the
// first one. Components of the ignored PURL types are not looked at.
func NewRules(vocabulary *expression.Vocabulary, rules []Rule, ignored []string) *Rules {
	r := &Rules{vocabulary: vocabulary, byKey: make(map[ruleKey]int, len(rules)), ignored: make(map[string]bool, len(ignored))}
	for _, rule := range rules {
		key := ruleKey{rule.Kind, rule.Subject}
		if i, ok := r.byKey[key]; ok {
			r.list[i] = rule
			continue
		}
		r.byKey[key] = len(r.list)
		r.list = append(r.list, rule)
	}
	for _, purlType := range ignored {
		r.ignored[purlType] = true
	}
	return r
}

// All lists the rules in the order of the table. Callers must not change it.
func (r *Rules) All() []Rule { return r.list }

func (r *Rules) find(kind Kind, subject string) *Rule {
	i, ok := r.byKey[ruleKey{kind, subject}]
	if !ok {
		return nil
	}
	return &r.list[i]
}
