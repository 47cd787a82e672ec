package licenses

import (
	"fmt"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/db"
	"secobserve/licenses/expression"
	"secobserve/model"
)

// Draft is a license policy as it might be: with its parent, its ignore list and its items, none of which need be stored.
type Draft struct {
	Policy *model.LicensePolicy
	Items  []*model.LicensePolicyItem
}

// ComponentChange is a component for which a draft gives another result than the stored one.
type ComponentChange struct {
	Component *model.LicenseComponent
	After     Evaluation
}

// Counts are numbers of components by result.
type Counts map[model.EvaluationResult]int

// ProductChanges says how many components of a product change, and counts all of them by result before and after.
type ProductChanges struct {
	Product       *model.Product
	Changed       int
	Before, After Counts
}

// Simulation is what a draft would change.
type Simulation struct {
	Changed    int
	Products   []ProductChanges  // those with changes, by id
	Components []ComponentChange // the first ones, by product and id
}

// Simulate says what a draft of a stored policy would change for the components of products among the visible ones (nil: all) for which the
// policy or a child of it holds. It lists at most the given number of components, and stores nothing.
func Simulate(tx *db.Tx, draft Draft, visible *roaring.Bitmap, most int) (*Simulation, error) {
	vocabulary, err := LoadVocabulary(tx)
	if err != nil {
		return nil, err
	}
	products := ProductsOf(tx, roaring.BitmapOf(uint32(draft.Policy.ID)))
	if visible != nil {
		products.And(visible)
	}
	s, rules := &Simulation{}, make(map[model.ID]*Rules)
	for it := products.Iterator(); it.HasNext(); {
		p, err := db.Products.Get(tx, model.ID(it.Next()))
		if err != nil {
			return nil, err
		}
		policy, err := PolicyOf(tx, p)
		if err != nil {
			return nil, err
		}
		if rules[policy] == nil {
			if rules[policy], err = draft.rules(tx, vocabulary, policy); err != nil {
				return nil, err
			}
		}
		if err := s.product(tx, p, rules[policy], most); err != nil {
			return nil, fmt.Errorf("simulate the license policy %d for product %d: %w", draft.Policy.ID, p.ID, err)
		}
	}
	return s, nil
}

// rules are those of the draft, or of a child of its policy.
func (d Draft) rules(tx *db.Tx, vocabulary *expression.Vocabulary, policy model.ID) (*Rules, error) {
	if policy == d.Policy.ID {
		return RulesOf(tx, vocabulary, d.Policy, d.Items)
	}
	child, err := db.LicensePolicies.Get(tx, policy)
	if err != nil {
		return nil, err
	}
	own, err := Items(tx, policy)
	if err != nil {
		return nil, err
	}
	return rulesOf(tx, vocabulary, child, d.Items, own), nil
}

// product adds what changes for one product.
func (s *Simulation) product(tx *db.Tx, p *model.Product, rules *Rules, most int) error {
	changes := ProductChanges{Product: p, Before: make(Counts), After: make(Counts)}
	v := newEvaluations(tx, rules)
	for it := db.LicenseComponents.Referring(tx, "product", p.ID).Iterator(); it.HasNext(); {
		id := it.Next()
		e, err := v.of(id)
		if err != nil {
			return err
		}
		before := v.storedResult(id)
		changes.Before[before]++
		changes.After[e.Result]++
		if before == e.Result {
			continue
		}
		changes.Changed++
		if len(s.Components) < most {
			row, err := db.LicenseComponents.Get(tx, model.ID(id))
			if err != nil {
				return err
			}
			s.Components = append(s.Components, ComponentChange{row, e})
		}
	}
	if changes.Changed > 0 {
		s.Changed += changes.Changed
		s.Products = append(s.Products, changes)
	}
	return nil
}
