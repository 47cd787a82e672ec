package products

import (
	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/db"
	"secobserve/db/columnar"
	"secobserve/model"
)

// Counts are numbers of active observations by severity rank, worst first (index = rank - 1).
type Counts [6]int

// Counter counts active observations by set algebra on the index of one transaction (core-products.md §2.5). It is made once per request.
type Counter struct {
	tx         *db.Tx
	idx        *columnar.Snapshot
	active     *roaring.Bitmap
	severities [6]*roaring.Bitmap
}

// NewCounter prepares counting in the state that tx sees.
func NewCounter(tx *db.Tx) *Counter {
	idx := db.Observations.Index(tx)
	c := &Counter{tx: tx, idx: idx, active: roaring.New()}
	for _, s := range model.ActiveStatuses {
		c.active.Or(idx.EqualText(db.Observations.Column("current_status"), string(s)))
	}
	for i := range c.severities {
		c.severities[i] = idx.EqualInt(db.Observations.Column("severity_rank"), int64(i+1))
	}
	return c
}

// Product counts in the default scope of a product; for a product group it sums over its products.
func (c *Counter) Product(p *model.Product) Counts {
	if !p.IsProductGroup {
		return c.within(DefaultScope(c.tx, p))
	}
	return c.within(c.groupScope(p.ID))
}

// groupScope is the union of the default scopes of a group's products; the scopes are disjoint.
func (c *Counter) groupScope(group model.ID) *roaring.Bitmap {
	scope := roaring.New()
	products := db.Products.Index(c.tx)
	branch := db.Products.Column("repository_default_branch")
	for it := db.Products.Referring(c.tx, "product_group", group).Iterator(); it.HasNext(); {
		id := it.Next()
		scope.Or(defaultScope(c.tx, model.ID(id), model.ID(products.Ref(branch, id))))
	}
	return scope
}

// Branch counts all observations of a branch.
func (c *Counter) Branch(id model.ID) Counts {
	return c.within(db.Observations.Referring(c.tx, "branch", id))
}

// Service counts in the default scope of the product, restricted to one service.
func (c *Counter) Service(p *model.Product, service model.ID) Counts {
	return c.within(roaring.And(DefaultScope(c.tx, p), db.Observations.Referring(c.tx, "origin_service", service)))
}

func (c *Counter) within(scope *roaring.Bitmap) Counts {
	var counts Counts
	active := roaring.And(scope, c.active)
	if active.IsEmpty() {
		return counts
	}
	for i, s := range c.severities {
		counts[i] = int(active.AndCardinality(s))
	}
	return counts
}

// DefaultScope is the set of a product's observations that gate, counts and metrics look at: those of the default branch, or those without
// branch if there is no default branch. The bitmap may be shared: callers must not change it.
func DefaultScope(tx *db.Tx, p *model.Product) *roaring.Bitmap {
	return defaultScope(tx, p.ID, p.RepositoryDefaultBranch)
}

func defaultScope(tx *db.Tx, product, branch model.ID) *roaring.Bitmap {
	if branch != 0 {
		return db.Observations.Referring(tx, "branch", branch)
	}
	return roaring.And(db.Observations.Referring(tx, "product", product), db.Observations.Referring(tx, "branch", 0))
}
