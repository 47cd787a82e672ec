package metrics

import (
	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/db"
	"secobserve/model"
)

// Timeline sums the stored numbers of products by day, from the day since on; "" stands for all days.
func Timeline(tx *db.Tx, products *roaring.Bitmap, since model.Date) (map[model.Date]*model.Numbers, error) {
	days := make(map[model.Date]*model.Numbers)
	for row, err := range db.ProductMetrics.Select(tx, rowsSince(tx, products, since)) {
		if err != nil {
			return nil, err
		}
		if days[row.Date] == nil {
			days[row.Date] = new(model.Numbers)
		}
		days[row.Date].Add(row.Numbers)
	}
	return days, nil
}

func rowsSince(tx *db.Tx, products *roaring.Bitmap, since model.Date) *roaring.Bitmap {
	idx, date := db.ProductMetrics.Index(tx), db.ProductMetrics.Column("date")
	rows := idx.AnyRef(db.ProductMetrics.Column("product"), products)
	if since == "" {
		return rows
	}
	recent := roaring.New()
	for it := rows.Iterator(); it.HasNext(); {
		if id := it.Next(); model.Date(idx.Text(date, id)) >= since {
			recent.Add(id)
		}
	}
	return recent
}

// Current sums what is true now for products.
func Current(tx *db.Tx, products *roaring.Bitmap) (model.Numbers, error) {
	var sum model.Numbers
	counter := NewCounter(tx)
	for p, err := range db.Products.Select(tx, products) {
		if err != nil {
			return sum, err
		}
		if !p.IsProductGroup {
			sum.Add(counter.Product(p))
		}
	}
	return sum, nil
}
