package metrics

import (
	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/db"
	"secobserve/model"
	"secobserve/observations"
	"secobserve/products"
)

// Counter counts observations in the state that a transaction sees.
type Counter struct {
	tx         *db.Tx
	active     *roaring.Bitmap
	severities [6]*roaring.Bitmap // worst first
	statuses   [9]*roaring.Bitmap // in the order of model.Statuses
}

// NewCounter prepares counting.
func NewCounter(tx *db.Tx) *Counter {
	idx := db.Observations.Index(tx)
	c := &Counter{tx: tx, active: observations.Active(tx)}
	for i := range c.severities {
		c.severities[i] = idx.EqualInt(db.Observations.Column("severity_rank"), int64(i+1))
	}
	for i, s := range model.Statuses {
		c.statuses[i] = idx.EqualText(db.Observations.Column("current_status"), string(s))
	}
	return c
}

// Product counts the observations in the default scope of a product.
func (c *Counter) Product(p *model.Product) model.Numbers {
	var n model.Numbers
	scope := products.DefaultScope(c.tx, p)
	if scope.IsEmpty() {
		return n
	}
	active := roaring.And(scope, c.active)
	for i, number := range n.Severities() {
		*number = int(active.AndCardinality(c.severities[i]))
	}
	for i, number := range n.Statuses() {
		*number = int(scope.AndCardinality(c.statuses[i]))
	}
	return n
}
