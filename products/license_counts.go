package products

import (
	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/db"
	"secobserve/model"
)

// LicenseCounts are numbers of license components by the numerical value of their evaluation, worst first (index = value - 1).
type LicenseCounts [5]int

// All is the number of license components.
func (n LicenseCounts) All() int {
	all := 0
	for _, count := range n {
		all += count
	}
	return all
}

// LicenseCounter counts license components by set algebra on the index of one transaction (licenses.md §12). It is made once per request.
type LicenseCounter struct {
	tx      *db.Tx
	results [5]*roaring.Bitmap
}

// NewLicenseCounter prepares counting in the state that tx sees.
func NewLicenseCounter(tx *db.Tx) *LicenseCounter {
	idx, c := db.LicenseComponents.Index(tx), &LicenseCounter{tx: tx}
	for i := range c.results {
		c.results[i] = idx.EqualInt(db.LicenseComponents.Column("numerical_evaluation_result"), int64(i+1))
	}
	return c
}

// Product counts in the default scope of a product; for a product group it sums over its products.
func (c *LicenseCounter) Product(p *model.Product) LicenseCounts {
	if !p.IsProductGroup {
		return c.within(c.defaultScope(p.ID, p.RepositoryDefaultBranch))
	}
	scope, idx := roaring.New(), db.Products.Index(c.tx)
	branch := db.Products.Column("repository_default_branch")
	for it := db.Products.Referring(c.tx, "product_group", p.ID).Iterator(); it.HasNext(); {
		id := it.Next()
		scope.Or(c.defaultScope(model.ID(id), model.ID(idx.Ref(branch, id))))
	}
	return c.within(scope)
}

// Branch counts all license components of a branch.
func (c *LicenseCounter) Branch(id model.ID) LicenseCounts {
	return c.within(db.LicenseComponents.Referring(c.tx, "branch", id))
}

// Service counts in the default scope of the product, restricted to one service.
func (c *LicenseCounter) Service(p *model.Product, service model.ID) LicenseCounts {
	scope := c.defaultScope(p.ID, p.RepositoryDefaultBranch)
	return c.within(roaring.And(scope, db.LicenseComponents.Referring(c.tx, "origin_service", service)))
}

func (c *LicenseCounter) defaultScope(product, branch model.ID) *roaring.Bitmap {
	t := db.LicenseComponents
	if branch != 0 {
		return t.Referring(c.tx, "branch", branch)
	}
	return roaring.And(t.Referring(c.tx, "product", product), t.Referring(c.tx, "branch", 0))
}

func (c *LicenseCounter) within(scope *roaring.Bitmap) LicenseCounts {
	var counts LicenseCounts
	if scope.IsEmpty() {
		return counts
	}
	for i, result := range c.results {
		counts[i] = int(scope.AndCardinality(result))
	}
	return counts
}

// HasLicenses tells whether a product has license components, and whether conclusions have been drawn for any of them.
func HasLicenses(tx *db.Tx, product model.ID) (any, concluded bool) {
	t := db.LicenseComponents
	components, idx := t.Referring(tx, "product", product), t.Index(tx)
	without := idx.EqualText(t.Column("manual_concluded_comment"), "")
	return !components.IsEmpty(), components.AndCardinality(without) < components.GetCardinality()
}
