package products

import (
	"fmt"

	"secobserve/db"
	"secobserve/model"
	"secobserve/notifications"
)

// CheckGate evaluates the security gate of a product, or of every product of a group, from the live counts and stores a changed result
// (core-products.md §8). p is updated in place.
func CheckGate(tx *db.Tx, p *model.Product) error {
	settings, err := db.Settings.Get(tx)
	if err != nil {
		return err
	}
	if !p.IsProductGroup {
		return checkGate(tx, &settings, NewCounter(tx), p)
	}
	return checkGates(tx, &settings, db.Products.Referring(tx, "product_group", p.ID).ToArray())
}

// CheckAllGates evaluates the gates of all products, as a change of the settings demands.
func CheckAllGates(tx *db.Tx) error {
	settings, err := db.Settings.Get(tx)
	if err != nil {
		return err
	}
	products := db.Products.Index(tx).EqualInt(db.Products.Column("is_product_group"), 0)
	return checkGates(tx, &settings, products.ToArray())
}

func checkGates(tx *db.Tx, settings *model.Settings, ids []uint32) error {
	counter := NewCounter(tx)
	for _, id := range ids {
		p, err := db.Products.Get(tx, model.ID(id))
		if err != nil {
			return err
		}
		if err := checkGate(tx, settings, counter, p); err != nil {
			return err
		}
	}
	return nil
}

func checkGate(tx *db.Tx, settings *model.Settings, counter *Counter, p *model.Product) error {
	changed, err := evaluateGate(tx, settings, counter, p)
	if err != nil || !changed {
		return err
	}
	return notifications.GateChanged(tx, p)
}

// firstGate evaluates the gate of a product that is new, which is no change that people have to be told of.
func firstGate(tx *db.Tx, p *model.Product) error {
	settings, err := db.Settings.Get(tx)
	if err != nil || p.IsProductGroup {
		return err
	}
	_, err = evaluateGate(tx, &settings, NewCounter(tx), p)
	return err
}

// evaluateGate stores the result of a gate if it has changed.
func evaluateGate(tx *db.Tx, settings *model.Settings, counter *Counter, p *model.Product) (changed bool, err error) {
	thresholds, err := gateThresholds(tx, settings, p)
	if err != nil {
		return false, err
	}
	var passed *bool
	if thresholds != nil {
		passed = model.Ptr(withinThresholds(counter.Product(p), *thresholds))
	}
	if equal(passed, p.SecurityGatePassed) {
		return false, nil
	}
	p.SecurityGatePassed = passed
	if err := db.Products.Update(tx, p); err != nil {
		return false, fmt.Errorf("store the security gate of product %d: %w", p.ID, err)
	}
	return true, nil
}

// gateThresholds finds the thresholds that hold for a product: the group's decision comes first, then the product's own, then the
// settings'. nil means that no gate applies.
func gateThresholds(tx *db.Tx, settings *model.Settings, p *model.Product) (*model.Thresholds, error) {
	decider := p
	if p.ProductGroup != 0 {
		group, err := db.Products.Get(tx, p.ProductGroup)
		if err != nil {
			return nil, err
		}
		if group.SecurityGateActive != nil {
			decider = group
		}
	}
	if decider.SecurityGateActive != nil {
		if !*decider.SecurityGateActive {
			return nil, nil
		}
		return &decider.Thresholds, nil
	}
	if !settings.SecurityGateActive {
		return nil, nil
	}
	return SettingsThresholds(settings), nil
}

// SettingsThresholds are the thresholds of the settings, as products without own ones use them.
func SettingsThresholds(s *model.Settings) *model.Thresholds {
	return &model.Thresholds{&s.SecurityGateThresholdCritical, &s.SecurityGateThresholdHigh, &s.SecurityGateThresholdMedium,
		&s.SecurityGateThresholdLow, &s.SecurityGateThresholdNone, &s.SecurityGateThresholdUnknown}
}

func withinThresholds(counts Counts, thresholds model.Thresholds) bool {
	for i, n := range counts {
		limit := 0
		if thresholds[i] != nil {
			limit = *thresholds[i]
		}
		if n > limit {
			return false
		}
	}
	return true
}

// sameGate tells whether a change leaves everything as it is that the gate is decided by.
func sameGate(old, p *model.Product) bool {
	for i := range p.Thresholds {
		if !equal(old.Thresholds[i], p.Thresholds[i]) {
			return false
		}
	}
	return equal(old.SecurityGateActive, p.SecurityGateActive) && old.ProductGroup == p.ProductGroup
}

func equal[T comparable](a, b *T) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}
