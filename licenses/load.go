package licenses

import (
	"fmt"

	"secobserve/db"
	"secobserve/licenses/expression"
	"secobserve/model"
)

// LoadVocabulary returns the keys that license expressions may contain: the catalogue, the exceptions and the keys of the ScanCode LicenseDB
// (licenses.md §4). It costs some milliseconds: callers load it once per task.
func LoadVocabulary(tx *db.Tx) (*expression.Vocabulary, error) {
	spdx, err := db.SPDXKeys.Get(tx)
	if err != nil {
		return nil, err
	}
	scanCode, err := db.ScanCodeKeys.Get(tx)
	if err != nil {
		return nil, err
	}
	idx, column := db.Licenses.Index(tx), db.Licenses.Column("spdx_id")
	keys := expression.Keys{Licenses: make([]string, 0, idx.Len()), Others: scanCode.Licenses, Aliases: scanCode.Aliases}
	for it := idx.All().Iterator(); it.HasNext(); {
		keys.Licenses = append(keys.Licenses, idx.Text(column, it.Next()))
	}
	keys.Exceptions = append(keys.Exceptions, spdx.Exceptions...)
	keys.Exceptions = append(keys.Exceptions, scanCode.Exceptions...)
	return expression.NewVocabulary(keys), nil
}

// PolicyOf is the policy that holds for a product: its own, else that of its group (licenses.md §7.1). Zero means none.
func PolicyOf(tx *db.Tx, p *model.Product) (model.ID, error) {
	if p.LicensePolicy != 0 || p.ProductGroup == 0 {
		return p.LicensePolicy, nil
	}
	group, err := db.Products.Get(tx, p.ProductGroup)
	if err != nil {
		return 0, fmt.Errorf("license policy of product %d: %w", p.ID, err)
	}
	return group.LicensePolicy, nil
}

// LoadRules returns the rules of a policy, those of its parent included; nil for no policy.
func LoadRules(tx *db.Tx, vocabulary *expression.Vocabulary, id model.ID) (*Rules, error) {
	if id == 0 {
		return nil, nil
	}
	policy, err := db.LicensePolicies.Get(tx, id)
	if err != nil {
		return nil, err
	}
	own, err := Items(tx, id)
	if err != nil {
		return nil, err
	}
	return RulesOf(tx, vocabulary, policy, own)
}

// Items lists the items of a policy in their order.
func Items(tx *db.Tx, policy model.ID) ([]*model.LicensePolicyItem, error) {
	var items []*model.LicensePolicyItem
	for item, err := range db.LicensePolicyItems.ReferringRows(tx, "license_policy", policy) {
		if err != nil {
			return nil, fmt.Errorf("items of license policy %d: %w", policy, err)
		}
		items = append(items, item)
	}
	return items, nil
}

// RulesOf returns the rules that a policy has with the given items of its own, stored or not.
func RulesOf(tx *db.Tx, vocabulary *expression.Vocabulary, policy *model.LicensePolicy, own []*model.LicensePolicyItem) (*Rules, error) {
	var inherited []*model.LicensePolicyItem
	if policy.Parent != 0 {
		var err error
		if inherited, err = Items(tx, policy.Parent); err != nil {
			return nil, err
		}
	}
	return rulesOf(tx, vocabulary, policy, inherited, own), nil
}

// rulesOf returns the rules that a policy has with the given items of its parent and of its own.
func rulesOf(tx *db.Tx, vocabulary *expression.Vocabulary, policy *model.LicensePolicy, inherited, own []*model.LicensePolicyItem) *Rules {
	rules := appendRules(tx, nil, inherited, true)
	return NewRules(vocabulary, appendRules(tx, rules, own, false), policy.IgnoredTypes())
}

// appendRules appends the rules of a policy's items in the order of their precedence, lowest first.
func appendRules(tx *db.Tx, rules []Rule, items []*model.LicensePolicyItem, fromParent bool) []Rule {
	idx, spdxID := db.Licenses.Index(tx), db.Licenses.Column("spdx_id")
	rule := func(item *model.LicensePolicyItem, kind Kind, subject string) Rule {
		return Rule{Kind: kind, Subject: subject, Result: item.EvaluationResult, Comment: item.Comment, Item: item.ID, FromParent: fromParent}
	}
	license := func(item *model.LicensePolicyItem, id model.ID) Rule {
		r := rule(item, SPDX, idx.Text(spdxID, uint32(id)))
		r.License = id
		return r
	}
	for _, item := range items {
		for _, id := range GroupLicenses(tx, item.LicenseGroup) {
			r := license(item, id)
			r.Group = item.LicenseGroup
			rules = append(rules, r)
		}
	}
	for _, item := range items {
		if item.License != 0 {
			rules = append(rules, license(item, item.License))
		}
	}
	for _, item := range items {
		if item.LicenseExpression != "" {
			rules = append(rules, rule(item, Expression, item.LicenseExpression))
		}
	}
	for _, item := range items {
		if item.NonSPDXLicense != "" {
			rules = append(rules, rule(item, NonSPDX, item.NonSPDXLicense))
		}
	}
	return rules
}

// GroupLicenses lists the licenses of a group by ascending id; none for no group.
func GroupLicenses(tx *db.Tx, group model.ID) []model.ID {
	if group == 0 {
		return nil
	}
	t := db.LicenseGroupLicenses
	set := t.Index(tx).DistinctRefs(t.Column("license"), t.Referring(tx, "license_group", group))
	ids := make([]model.ID, 0, set.GetCardinality())
	for it := set.Iterator(); it.HasNext(); {
		ids = append(ids, model.ID(it.Next()))
	}
	return ids
}
