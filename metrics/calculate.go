package metrics

import (
	"context"
	"fmt"
	"slices"
	"time"

	"secobserve/db"
	"secobserve/model"
)

// batch is the number of products that are brought up to date in one transaction.
const batch = 50

// Calculate brings the stored numbers of all products up to date: days that were missed have the numbers of the last day before them, today
// has what is true now (operations.md §3.2). now is in the time zone of the server.
func Calculate(ctx context.Context, store *db.Store, now time.Time) (message string, err error) {
	today := model.DateOf(now)
	var stale []model.ID
	err = store.View(ctx, func(tx *db.Tx) error {
		stale, err = outdated(tx, today)
		return err
	})
	if err != nil {
		return "", err
	}
	calculated := 0
	for ids := range slices.Chunk(stale, batch) {
		err := store.Update(ctx, func(tx *db.Tx) error {
			n, err := calculateAll(tx, ids, today)
			calculated += n
			return err
		})
		if err != nil {
			return "", err
		}
	}
	err = store.Update(ctx, func(tx *db.Tx) error {
		return db.MetricsStatus.Put(tx, model.MetricsStatus{LastCalculated: model.TimeOf(now)})
	})
	if calculated == 1 {
		return "Calculated metrics for 1 product.", err
	}
	return fmt.Sprintf("Calculated metrics for %d products.", calculated), err
}

// outdated lists the products whose stored numbers are not those of now.
func outdated(tx *db.Tx, today model.Date) ([]model.ID, error) {
	counter := NewCounter(tx)
	var stale []model.ID
	for p, err := range db.Products.Select(tx, db.Products.Index(tx).EqualInt(db.Products.Column("is_product_group"), 0)) {
		if err != nil {
			return nil, err
		}
		latest, err := latestOf(tx, p.ID)
		if err != nil {
			return nil, err
		}
		if latest == nil || latest.Date < today || latest.Date == today && latest.Numbers != counter.Product(p) {
			stale = append(stale, p.ID)
		}
	}
	return stale, nil
}

// latestOf is the row of a product's last day, nil without one.
func latestOf(tx *db.Tx, product model.ID) (*model.ProductMetrics, error) {
	rows := db.ProductMetrics.Referring(tx, "product", product)
	if rows.IsEmpty() {
		return nil, nil
	}
	return db.ProductMetrics.Get(tx, model.ID(rows.Maximum()))
}

func calculateAll(tx *db.Tx, ids []model.ID, today model.Date) (calculated int, err error) {
	counter := NewCounter(tx)
	for _, id := range ids {
		if !db.Products.Exists(tx, id) {
			continue // deleted meanwhile
		}
		p, err := db.Products.Get(tx, id)
		if err != nil {
			return 0, err
		}
		if err := calculate(tx, p.ID, counter.Product(p), today); err != nil {
			return 0, fmt.Errorf("metrics of product %d: %w", id, err)
		}
		calculated++
	}
	return calculated, nil
}

// calculate stores the numbers of today, and of the days since the last one.
func calculate(tx *db.Tx, product model.ID, numbers model.Numbers, today model.Date) error {
	latest, err := latestOf(tx, product)
	if err != nil {
		return err
	}
	if latest != nil && latest.Date >= today {
		if latest.Date > today || latest.Numbers == numbers {
			return nil
		}
		latest.Numbers = numbers
		return db.ProductMetrics.Update(tx, latest)
	}
	if latest != nil {
		for day := latest.Date.AddDays(1); day < today; day = day.AddDays(1) {
			if err := db.ProductMetrics.Insert(tx, &model.ProductMetrics{Product: product, Date: day, Numbers: latest.Numbers}); err != nil {
				return err
			}
		}
	}
	return db.ProductMetrics.Insert(tx, &model.ProductMetrics{Product: product, Date: today, Numbers: numbers})
}
