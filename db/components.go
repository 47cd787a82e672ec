package db

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"

	"secobserve/model"
)

// Components holds the software components that observations and license components have (core-products.md §13). Its rows follow from theirs
// and are brought up to date at the end of each transaction.
var Components = &Table[model.Component]{
	name: "components", class: "Component", plural: "Components",
	id:      func(r *model.Component) *model.ID { return &r.ID },
	uniques: []Unique[model.Component]{{Name: "key", Key: func(r *model.Component) []byte { return r.Key }}},
	refs: []Ref[model.Component]{
		{Name: "product", To: "products", OnDelete: Derived, Get: func(r *model.Component) model.ID { return r.Product }},
		{Name: "branch", To: "branches", OnDelete: Derived, Get: func(r *model.Component) model.ID { return r.Branch }},
		{Name: "origin_service", To: "services", OnDelete: Derived, Get: func(r *model.Component) model.ID { return r.OriginService }},
	},
	columns: []Column[model.Component]{
		text("component_name_version", func(r *model.Component) string { return r.ComponentNameVersion }),
		enum("component_type", func(r *model.Component) string { return string(r.ComponentType) }),
		enum("component_purl_type", func(r *model.Component) string { return r.ComponentPURLType }),
		// key orders as the whole key does, but for a few that begin alike.
		number("key", keyOrder),
		flag("has_observations", func(r *model.Component) bool { return r.ActiveObservations > 0 }),
		flag("has_license_components", func(r *model.Component) bool { return r.LicenseComponents > 0 }),
	},
	texts: func(r *model.Component) [][]byte { return [][]byte{r.ComponentDependencies} },
}

func keyOrder(r *model.Component) int64 {
	var first [8]byte
	copy(first[:], r.Key)
	return int64(binary.BigEndian.Uint64(first[:]) >> 1)
}

// components collects how the numbers of rows per component change in a transaction.
type components struct {
	byKey map[[16]byte]*componentChange
	order [][16]byte // of the first change of each
}

type componentChange struct {
	sample                                  *model.Component // nil if the component is known already
	observations, active, licenseComponents int
}

func (c *components) change(key [16]byte) *componentChange {
	if c.byKey == nil {
		c.byKey = make(map[[16]byte]*componentChange)
	}
	change := c.byKey[key]
	if change == nil {
		change = &componentChange{}
		c.byKey[key] = change
		c.order = append(c.order, key)
	}
	return change
}

// observationChanged follows the component of an observation.
func observationChanged(tx *Tx, old, row *model.Observation) error {
	if sameComponent(old, row) {
		return nil
	}
	if old != nil {
		countObservation(tx, old, -1)
	}
	if row == nil {
		return nil
	}
	change := countObservation(tx, row, 1)
	if change == nil || change.sample != nil {
		return nil
	}
	dependencies, err := PutTextOf(tx, row.OriginComponentDependencies)
	if err != nil {
		return err
	}
	change.sample = &model.Component{
		Product: row.Product, Branch: row.Branch, OriginService: row.OriginService,
		ComponentName: row.OriginComponentName, ComponentVersion: row.OriginComponentVersion, ComponentNameVersion: row.OriginComponentNameVersion,
		ComponentType: row.OriginComponentType, ComponentPURL: row.OriginComponentPURL, ComponentPURLType: row.OriginComponentPURLType,
		ComponentCPE: row.OriginComponentCPE, ComponentCycloneDXBOMLink: row.OriginComponentCycloneDXBOMLink, ComponentDependencies: dependencies,
	}
	return nil
}

// sameComponent tells whether an update leaves the component of an observation as it is.
func sameComponent(old, row *model.Observation) bool {
	if old == nil || row == nil {
		return false
	}
	before, had := old.ComponentPlace()
	after, has := row.ComponentPlace()
	if !had && !has {
		return true
	}
	return had == has && before == after && old.CurrentStatus.Active() == row.CurrentStatus.Active()
}

func countObservation(tx *Tx, o *model.Observation, n int) *componentChange {
	place, ok := o.ComponentPlace()
	if !ok {
		return nil
	}
	change := tx.components.change(place.Key())
	change.observations += n
	if o.CurrentStatus.Active() {
		change.active += n
	}
	return change
}

// licenseComponentChanged follows the component of a license component.
func licenseComponentChanged(tx *Tx, old, row *model.LicenseComponent) error {
	if old != nil && row != nil && bytes.Equal(old.ComponentDependencies, row.ComponentDependencies) && old.ComponentPlace("") == row.ComponentPlace("") {
		return nil
	}
	if old != nil {
		place := old.ComponentPlace(Text(tx, old.ComponentDependencies))
		tx.components.change(place.Key()).licenseComponents--
	}
	if row == nil {
		return nil
	}
	place := row.ComponentPlace(Text(tx, row.ComponentDependencies))
	change := tx.components.change(place.Key())
	change.licenseComponents++
	if change.sample != nil {
		return nil
	}
	change.sample = &model.Component{
		Product: row.Product, Branch: row.Branch, OriginService: row.OriginService,
		ComponentName: row.ComponentName, ComponentVersion: row.ComponentVersion, ComponentNameVersion: row.ComponentNameVersion,
		ComponentType: row.ComponentType, ComponentPURL: row.ComponentPURL, ComponentPURLType: row.ComponentPURLType,
		ComponentCPE: row.ComponentCPE, ComponentCycloneDXBOMLink: row.ComponentCycloneDXBOMLink, ComponentDependencies: row.ComponentDependencies,
	}
	return nil
}

// settleComponents brings the components up to date with the rows that changed in the transaction.
func (tx *Tx) settleComponents() error {
	for _, key := range tx.components.order {
		if err := tx.settleComponent(key, tx.components.byKey[key]); err != nil {
			return fmt.Errorf("component %x: %w", key, err)
		}
	}
	tx.components = components{}
	return nil
}

func (tx *Tx) settleComponent(key [16]byte, change *componentChange) error {
	if change.observations == 0 && change.active == 0 && change.licenseComponents == 0 {
		return nil
	}
	row, err := Components.Find(tx, "key", key[:])
	known := !errors.Is(err, ErrNotFound)
	if err != nil && known {
		return err
	}
	if !known {
		if change.sample == nil {
			return errors.New("rows had it, but it is not stored")
		}
		row = change.sample
		row.Key = key[:]
	}
	row.Observations += change.observations
	row.ActiveObservations += change.active
	row.LicenseComponents += change.licenseComponents
	switch {
	case row.Observations < 0 || row.ActiveObservations < 0 || row.LicenseComponents < 0:
		return errors.New("more rows went than had it")
	case !known:
		return Components.Insert(tx, row)
	case row.Observations == 0 && row.LicenseComponents == 0:
		return Components.remove(tx, row.ID)
	default:
		return Components.Update(tx, row)
	}
}

// derivation is the version of the rules by which components follow from other rows; a file with another one has them made anew when it is
// opened.
var (
	derivation    = []byte{1}
	derivationKey = []byte("components")
)

// derive makes all components anew if the file has none yet or those of other rules.
func (s *Store) derive() error {
	var found []byte
	err := s.View(context.Background(), func(tx *Tx) error {
		found = bytes.Clone(tx.bucket(metaBucket).Get(derivationKey))
		return nil
	})
	if err != nil || bytes.Equal(found, derivation) {
		return err
	}
	return s.Update(context.Background(), (*Tx).deriveComponents)
}

func (tx *Tx) deriveComponents() error {
	for it := Components.Index(tx).All().Clone().Iterator(); it.HasNext(); {
		if err := Components.remove(tx, model.ID(it.Next())); err != nil {
			return err
		}
	}
	for row, err := range Observations.All(tx) {
		if err != nil {
			return err
		}
		if err := observationChanged(tx, nil, row); err != nil {
			return err
		}
	}
	for row, err := range LicenseComponents.All(tx) {
		if err != nil {
			return err
		}
		if err := licenseComponentChanged(tx, nil, row); err != nil {
			return err
		}
	}
	return tx.bucket(metaBucket).Put(derivationKey, derivation)
}

// checkComponents compares the components with the rows that have them.
func checkComponents(tx *Tx, report func(string)) {
	for row, err := range Observations.All(tx) {
		if err != nil {
			return // reported with the rows
		}
		countObservation(tx, row, 1)
	}
	for row, err := range LicenseComponents.All(tx) {
		if err != nil {
			return
		}
		place := row.ComponentPlace(Text(tx, row.ComponentDependencies))
		tx.components.change(place.Key()).licenseComponents++
	}
	for row, err := range Components.All(tx) {
		if err != nil || len(row.Key) != len([16]byte{}) {
			report(fmt.Sprintf("components: a row without key, or unreadable: %v", err))
			return
		}
		change := tx.components.change([16]byte(row.Key))
		if change.observations != row.Observations || change.active != row.ActiveObservations || change.licenseComponents != row.LicenseComponents {
			report(fmt.Sprintf("components %d: counts %d observations, %d of them active, and %d license components; there are %d, %d and %d", row.ID,
				row.Observations, row.ActiveObservations, row.LicenseComponents, change.observations, change.active, change.licenseComponents))
		}
		delete(tx.components.byKey, [16]byte(row.Key))
	}
	for key := range tx.components.byKey {
		report(fmt.Sprintf("components: the row with the key %x is missing", key))
	}
}
