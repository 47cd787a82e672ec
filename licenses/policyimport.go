package licenses

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"secobserve/db"
	"secobserve/licenses/expression"
	"secobserve/model"
)

// PolicySurroundings are what a file refers to by name, as far as the one who imports it may use it.
type PolicySurroundings struct {
	// Parent finds a policy that may become parent by its name.
	Parent func(name string) (model.ID, bool)
	// Group finds a license group by its name.
	Group func(name string) (model.ID, bool)
}

// UnknownLicensesError says that a file has rules for licenses that the catalogue does not hold.
type UnknownLicensesError struct{ IDs []string }

// Error names the licenses.
func (e *UnknownLicensesError) Error() string {
	shown, more := e.IDs[:min(len(e.IDs), maxProblems)], ""
	if rest := len(e.IDs) - len(shown); rest > 0 {
		more = fmt.Sprintf(" and %d more", rest)
	}
	return "Unknown license(s): " + strings.Join(shown, ", ") + more
}

// Drafted makes a draft of a file that evaluates components as the exported policy did. If the parent is known by its name, its rules are
// inherited; otherwise those of the file become rules of the policy itself. Rules for the licenses of a group become one item for the group
// where that means the same, else one for each license.
func (f *PolicyFile) Drafted(tx *db.Tx, around PolicySurroundings) (Draft, error) {
	vocabulary, err := LoadVocabulary(tx)
	if err != nil {
		return Draft{}, err
	}
	policy := &model.LicensePolicy{Name: f.Name, Description: f.Description, IgnoreComponentTypes: strings.Join(f.IgnoreComponentTypes, ",")}
	if f.Parent != "" {
		policy.Parent, _ = around.Parent(f.Parent)
	}
	i := policyImport{tx: tx, vocabulary: vocabulary}
	rules := slices.DeleteFunc(slices.Clone(f.Items), func(item PolicyFileItem) bool { return item.FromParent && policy.Parent != 0 })
	for _, rule := range i.grouped(rules, around) {
		if err := i.add(rule); err != nil {
			return Draft{}, err
		}
	}
	if len(i.unknown) > 0 {
		return Draft{}, &UnknownLicensesError{i.unknown}
	}
	return Draft{policy, i.items}, nil
}

type policyImport struct {
	tx         *db.Tx
	vocabulary *expression.Vocabulary
	items      []*model.LicensePolicyItem
	unknown    []string
}

// grouped adds the items for whole groups, and returns the rules that need an item of their own.
func (i *policyImport) grouped(rules []PolicyFileItem, around PolicySurroundings) []PolicyFileItem {
	byGroup, single := make(map[string][]PolicyFileItem), make(map[string]bool)
	var names []string
	for _, rule := range rules {
		if rule.LicenseGroup == "" {
			single[rule.SPDXLicense] = true
			continue
		}
		if byGroup[rule.LicenseGroup] == nil {
			names = append(names, rule.LicenseGroup)
		}
		byGroup[rule.LicenseGroup] = append(byGroup[rule.LicenseGroup], rule)
	}
	whole := make(map[string]bool)
	for _, name := range names {
		id, known := around.Group(name)
		if !known || !i.sameGroup(id, byGroup[name], single) {
			continue
		}
		whole[name] = true
		first := byGroup[name][0]
		i.items = append(i.items, &model.LicensePolicyItem{LicenseGroup: id, EvaluationResult: first.EvaluationResult, Comment: first.Comment})
	}
	return slices.DeleteFunc(rules, func(rule PolicyFileItem) bool { return whole[rule.LicenseGroup] })
}

// sameGroup tells whether one item for the group says what the rules for its licenses say: all alike, and for every license of the group that
// has no rule of its own.
func (i *policyImport) sameGroup(group model.ID, rules []PolicyFileItem, single map[string]bool) bool {
	named := make(map[string]bool, len(rules))
	for _, rule := range rules {
		if rule.EvaluationResult != rules[0].EvaluationResult || rule.Comment != rules[0].Comment {
			return false
		}
		named[rule.SPDXLicense] = true
	}
	idx, column, found := db.Licenses.Index(i.tx), db.Licenses.Column("spdx_id"), 0
	for _, license := range GroupLicenses(i.tx, group) {
		id := idx.Text(column, uint32(license))
		if named[id] {
			found++
		} else if !single[id] {
			return false
		}
	}
	return found == len(named)
}

// add adds the item of one rule.
func (i *policyImport) add(rule PolicyFileItem) error {
	item := &model.LicensePolicyItem{NonSPDXLicense: rule.NonSPDXLicense, LicenseExpression: rule.LicenseExpression,
		EvaluationResult: rule.EvaluationResult, Comment: rule.Comment}
	if rule.LicenseExpression != "" {
		node, err := i.vocabulary.Parse(rule.LicenseExpression)
		if err != nil {
			return &InvalidExpressionError{rule.LicenseExpression, err}
		}
		if item.LicenseExpression = node.String(); utf8.RuneCountInString(item.LicenseExpression) > maxExpression {
			return &InvalidExpressionError{rule.LicenseExpression, fmt.Errorf("its normalised form has more than %d characters", maxExpression)}
		}
	}
	if rule.SPDXLicense != "" {
		license, err := db.Licenses.Find(i.tx, "spdx_id", db.Key(rule.SPDXLicense))
		if errors.Is(err, db.ErrNotFound) {
			i.unknown = append(i.unknown, rule.SPDXLicense)
			return nil
		}
		if err != nil {
			return err
		}
		item.License = license.ID
	}
	i.items = append(i.items, item)
	return nil
}

// maxExpression is how many characters a stored expression has at most.
const maxExpression = 255

// InvalidExpressionError says that a rule of a file is for something that is no license expression.
type InvalidExpressionError struct {
	Text string
	Err  error
}

// Error names the expression and what is wrong with it.
func (e *InvalidExpressionError) Error() string {
	return "Invalid license expression " + e.Text + ": " + e.Err.Error()
}

// Unwrap returns what is wrong with the expression.
func (e *InvalidExpressionError) Unwrap() error { return e.Err }
