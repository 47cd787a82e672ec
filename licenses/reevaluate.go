package licenses

import (
	"fmt"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/db"
	"secobserve/model"
)

// ReevaluateProducts brings the evaluations of all license components of products up to date with the policies that hold for them now
// (licenses.md §7.4), and returns the number of components whose result has changed. Product groups among the ids stand for their products.
func ReevaluateProducts(tx *db.Tx, products *roaring.Bitmap, now model.Time) (int, error) {
	vocabulary, err := LoadVocabulary(tx)
	if err != nil {
		return 0, err
	}
	all := products.Clone()
	for it := products.Iterator(); it.HasNext(); {
		all.Or(db.Products.Referring(tx, "product_group", model.ID(it.Next())))
	}
	changed := 0
	for p, err := range db.Products.Select(tx, all) {
		if err != nil {
			return changed, err
		}
		rules, err := rulesOf(tx, vocabulary, p)
		if err != nil {
			return changed, err
		}
		n, err := reevaluate(tx, p, rules, now)
		if err != nil {
			return changed, fmt.Errorf("evaluate the licenses of product %d: %w", p.ID, err)
		}
		changed += n
	}
	return changed, nil
}

func reevaluate(tx *db.Tx, p *model.Product, rules *Rules, now model.Time) (changed int, err error) {
	for row, err := range db.LicenseComponents.Select(tx, db.LicenseComponents.Referring(tx, "product", p.ID).Clone()) {
		if err != nil {
			return changed, err
		}
		before := *row
		Evaluate(rules, row)
		if row.EvaluationResult == before.EvaluationResult && row.EvaluationReason == before.EvaluationReason {
			continue
		}
		if row.EvaluationResult != before.EvaluationResult {
			row.LastChange = now
			changed++
		}
		if err := db.LicenseComponents.Update(tx, row); err != nil {
			return changed, err
		}
	}
	if changed == 0 {
		return 0, nil
	}
	p.LastLicenseChange = now
	return changed, db.Products.Update(tx, p)
}
