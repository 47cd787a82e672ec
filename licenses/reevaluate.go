package licenses

import (
	"fmt"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/db"
	"secobserve/db/columnar"
	"secobserve/licenses/expression"
	"secobserve/model"
)

// ReevaluateProducts brings the evaluations of all license components of products up to date with the policies that hold for them now
// (licenses.md §7.4), and returns the number of components whose result has changed. Product groups among the ids stand for their products.
func ReevaluateProducts(tx *db.Tx, products *roaring.Bitmap, now model.Time) (int, error) {
	vocabulary, err := LoadVocabulary(tx)
	if err != nil {
		return 0, err
	}
	rules := make(map[model.ID]*Rules) // by policy
	changed := 0
	for it := withMembers(tx, products).Iterator(); it.HasNext(); {
		p, err := db.Products.Get(tx, model.ID(it.Next()))
		if err != nil {
			return changed, err
		}
		n, err := reevaluate(tx, vocabulary, p, rules, now)
		if err != nil {
			return changed, fmt.Errorf("evaluate the licenses of product %d: %w", p.ID, err)
		}
		changed += n
	}
	return changed, nil
}

// ReevaluateProduct is [ReevaluateProducts] for one product or product group.
func ReevaluateProduct(tx *db.Tx, product model.ID, now model.Time) (int, error) {
	return ReevaluateProducts(tx, roaring.BitmapOf(uint32(product)), now)
}

// withMembers adds the products of product groups.
func withMembers(tx *db.Tx, products *roaring.Bitmap) *roaring.Bitmap {
	all := products.Clone()
	for it := products.Iterator(); it.HasNext(); {
		all.Or(db.Products.Referring(tx, "product_group", model.ID(it.Next())))
	}
	return all
}

func reevaluate(tx *db.Tx, vocabulary *expression.Vocabulary, p *model.Product, known map[model.ID]*Rules, now model.Time) (int, error) {
	components := db.LicenseComponents.Referring(tx, "product", p.ID)
	if components.IsEmpty() {
		return 0, nil
	}
	policy, err := PolicyOf(tx, p)
	if err != nil {
		return 0, err
	}
	rules, ok := known[policy]
	if !ok {
		if rules, err = LoadRules(tx, vocabulary, policy); err != nil {
			return 0, err
		}
		known[policy] = rules
	}
	changed := 0
	ids, err := outdated(tx, components, rules)
	if err != nil {
		return 0, err
	}
	for _, id := range ids {
		err := db.LicenseComponents.Modify(tx, model.ID(id), func(c *model.LicenseComponent) {
			before := c.EvaluationResult
			Evaluate(rules, c)
			if c.EvaluationResult != before {
				c.LastChange = now
				changed++
			}
		})
		if err != nil {
			return 0, err
		}
	}
	if changed == 0 {
		return 0, nil
	}
	return changed, NoteChange(tx, p.ID, now)
}

// outdated lists the components for which the rules give another result or reason than the stored one. Most components share few licenses, so
// that the index answers without looking at rows.
func outdated(tx *db.Tx, components *roaring.Bitmap, rules *Rules) ([]uint32, error) {
	v := newEvaluations(tx, rules)
	var ids []uint32
	for it := components.Iterator(); it.HasNext(); {
		id := it.Next()
		e, err := v.of(id)
		if err != nil {
			return nil, err
		}
		if !v.stored(id, &e) {
			ids = append(ids, id)
		}
	}
	return ids, nil
}

// evaluations remembers the evaluation of each different license and PURL type.
type evaluations struct {
	tx                                   *db.Tx
	rules                                *Rules
	idx                                  *columnar.Snapshot
	purlType, kind, name, result, reason int
	known                                map[subjectKey]Evaluation
}

type subjectKey struct {
	purlType, name string
	kind           int64
}

func newEvaluations(tx *db.Tx, rules *Rules) *evaluations {
	t := db.LicenseComponents
	return &evaluations{tx: tx, rules: rules, idx: t.Index(tx), known: make(map[subjectKey]Evaluation), purlType: t.Column("component_purl_type"),
		kind: t.Column("effective_license_kind"), name: t.Column("effective_license_name"), result: t.Column("numerical_evaluation_result"),
		reason: t.Column("evaluation_reason")}
}

// of is what the rules say of a component. One whose license the index does not hold in full is looked at with its row.
func (v *evaluations) of(id uint32) (Evaluation, error) {
	kind, _ := v.idx.Int(v.kind, id)
	key := subjectKey{v.idx.Text(v.purlType, id), v.idx.Text(v.name, id), kind}
	if e, ok := v.known[key]; ok {
		return e, nil
	}
	if subject, complete := key.subject(); complete {
		e := v.rules.Evaluate(subject)
		v.known[key] = e
		return e, nil
	}
	row, err := db.LicenseComponents.Get(v.tx, model.ID(id))
	if err != nil {
		return Evaluation{}, err
	}
	return v.rules.Evaluate(subjectOf(row)), nil
}

// stored tells whether a component has the evaluation already.
func (v *evaluations) stored(id uint32, e *Evaluation) bool {
	result, _ := v.idx.Int(v.result, id)
	return result == int64(e.Result.Number()) && v.idx.Text(v.reason, id) == e.Reason.Key()
}

// subject is what a policy looks at, as far as the index holds it in full: not of several licenses, nor of texts that are cut.
func (k subjectKey) subject() (s Subject, complete bool) {
	s.PURLType = k.purlType
	switch model.LicenseKind(k.kind) {
	case model.LicenseSPDX:
		s.SPDXID = k.name
	case model.LicenseExpression:
		s.Expression = k.name
	case model.LicenseNonSPDX:
		s.NonSPDX = k.name
	case model.LicenseMultiple:
		return s, false
	}
	return s, !model.MayBeCut(k.name)
}

// storedResult is the result that a component has now.
func (v *evaluations) storedResult(id uint32) model.EvaluationResult {
	number, _ := v.idx.Int(v.result, id)
	if number < 1 || number > int64(len(model.EvaluationResults)) {
		return model.EvaluationUnknown
	}
	return model.EvaluationResults[number-1]
}
