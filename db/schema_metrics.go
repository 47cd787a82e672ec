package db

import "secobserve/model"

// ProductMetrics holds the numbers of products by day (operations.md §3). The rows of a product are stored in the order of their days.
var ProductMetrics = &Table[model.ProductMetrics]{
	name: "product_metrics", class: "Product_Metrics", plural: "Product_Metrics",
	id: func(r *model.ProductMetrics) *model.ID { return &r.ID },
	uniques: []Unique[model.ProductMetrics]{{Name: "day", Key: func(r *model.ProductMetrics) []byte {
		return Key(r.Product, string(r.Date))
	}}},
	refs: []Ref[model.ProductMetrics]{
		{Name: "product", To: "products", OnDelete: Cascade, Get: func(r *model.ProductMetrics) model.ID { return r.Product }},
	},
	columns: []Column[model.ProductMetrics]{text("date", func(r *model.ProductMetrics) string { return string(r.Date) })},
}

// MetricsStatus holds when the metrics were calculated last.
var MetricsStatus = Record[model.MetricsStatus]{name: "metrics_status", defaults: func() model.MetricsStatus { return model.MetricsStatus{} }}
