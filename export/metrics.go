package export

import (
	"iter"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/db"
	"secobserve/db/columnar"
	"secobserve/model"
)

// ProductMetrics are the numbers of a product on one day with the product's name.
type ProductMetrics struct {
	*model.ProductMetrics
	ProductName string
}

// ProductMetricsColumns are the columns of the table of product metrics, in their order (operations.md §3.4).
var ProductMetricsColumns = []Column[ProductMetrics]{
	{"active_critical", func(m ProductMetrics) Cell { return Int(m.ActiveCritical) }},
	{"active_high", func(m ProductMetrics) Cell { return Int(m.ActiveHigh) }},
	{"active_low", func(m ProductMetrics) Cell { return Int(m.ActiveLow) }},
	{"active_medium", func(m ProductMetrics) Cell { return Int(m.ActiveMedium) }},
	{"active_none", func(m ProductMetrics) Cell { return Int(m.ActiveNone) }},
	{"active_unknown", func(m ProductMetrics) Cell { return Int(m.ActiveUnknown) }},
	{"affected", func(m ProductMetrics) Cell { return Int(m.Affected) }},
	{"date", func(m ProductMetrics) Cell { return Date(m.Date) }},
	{"duplicate", func(m ProductMetrics) Cell { return Int(m.Duplicate) }},
	{"false_positive", func(m ProductMetrics) Cell { return Int(m.FalsePositive) }},
	{"in_review", func(m ProductMetrics) Cell { return Int(m.InReview) }},
	{"not_affected", func(m ProductMetrics) Cell { return Int(m.NotAffected) }},
	{"not_security", func(m ProductMetrics) Cell { return Int(m.NotSecurity) }},
	{"open", func(m ProductMetrics) Cell { return Int(m.Open) }},
	{"product", func(m ProductMetrics) Cell { return Text(m.ProductName) }},
	{"product_id", func(m ProductMetrics) Cell { return ID(m.Product) }},
	{"resolved", func(m ProductMetrics) Cell { return Int(m.Resolved) }},
	{"risk_accepted", func(m ProductMetrics) Cell { return Int(m.RiskAccepted) }},
}

// Metrics yields the numbers of products by name of the product, then by day; count is their number.
func Metrics(tx *db.Tx, products *roaring.Bitmap) (rows iter.Seq2[ProductMetrics, error], count int) {
	idx, metrics := db.Products.Index(tx), db.ProductMetrics.Index(tx)
	ofProducts := metrics.AnyRef(db.ProductMetrics.Column("product"), products)
	byDay := []columnar.Key{{Col: db.ProductMetrics.Column("date")}}
	named := idx.Page(products, []columnar.Key{{Col: db.Products.Column("name")}}, 0, int(products.GetCardinality()))
	return func(yield func(ProductMetrics, error) bool) {
		for _, product := range named {
			name := idx.Text(db.Products.Column("name"), product)
			own := db.ProductMetrics.Referring(tx, "product", model.ID(product))
			for _, id := range metrics.Page(own, byDay, 0, int(own.GetCardinality())) {
				row, err := db.ProductMetrics.Get(tx, model.ID(id))
				if !yield(ProductMetrics{row, name}, err) || err != nil {
					return
				}
			}
		}
	}, int(ofProducts.GetCardinality())
}
