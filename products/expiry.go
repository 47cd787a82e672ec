package products

import (
	"secobserve/db"
	"secobserve/model"
)

// RiskAcceptanceExpiry is the day on which a risk acceptance that begins today expires, null for never (core-products.md §9.1).
func RiskAcceptanceExpiry(tx *db.Tx, settings *model.Settings, p *model.Product, today model.Date) (model.Date, error) {
	levels := []*model.Product{p}
	if p.ProductGroup != 0 {
		group, err := db.Products.Get(tx, p.ProductGroup)
		if err != nil {
			return "", err
		}
		levels = append(levels, group)
	}
	for _, level := range levels {
		active, days := level.RiskAcceptanceExpiryActive, level.RiskAcceptanceExpiryDays
		if active == nil {
			continue
		}
		if !*active {
			return "", nil
		}
		if days != nil && *days > 0 {
			return today.AddDays(*days), nil
		}
	}
	if settings.RiskAcceptanceExpiryDays > 0 {
		return today.AddDays(settings.RiskAcceptanceExpiryDays), nil
	}
	return "", nil
}

// Group returns the product's group, nil if it has none.
func Group(tx *db.Tx, p *model.Product) (*model.Product, error) {
	if p.ProductGroup == 0 {
		return nil, nil
	}
	return db.Products.Get(tx, p.ProductGroup)
}
