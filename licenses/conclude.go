package licenses

import (
	"errors"
	"fmt"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/db"
	"secobserve/model"
)

// Conclude sets the license that a user concludes for components of one product, or takes the conclusion back if the license is none. The
// conclusion is kept for the components alike that later imports bring (licenses.md §9.2).
func Conclude(tx *db.Tx, p *model.Product, rows []*model.LicenseComponent, license model.ComponentLicense, user *model.User, now model.Time) error {
	kept := make(map[string]bool)
	for _, row := range rows {
		key := db.Key(p.ID, row.ComponentPURLType, row.ComponentName, row.ComponentVersion)
		if kept[string(key)] {
			continue
		}
		kept[string(key)] = true
		if err := keep(tx, key, row, license, user.ID, now); err != nil {
			return fmt.Errorf("keep the concluded license: %w", err)
		}
	}
	d, err := NewDeriver(tx, p) // knows the conclusions as they are from now on
	if err != nil {
		return err
	}
	evaluated := false
	for _, row := range rows {
		changed, err := d.conclude(row, license, user, now)
		if err != nil {
			return err
		}
		evaluated = evaluated || changed
	}
	if !evaluated {
		return nil
	}
	return NoteChange(tx, p.ID, now)
}

// keep stores or deletes the conclusion for components alike.
func keep(tx *db.Tx, key []byte, row *model.LicenseComponent, license model.ComponentLicense, user model.ID, now model.Time) error {
	stored, err := db.ConcludedLicenses.Find(tx, "component", key)
	known := !errors.Is(err, db.ErrNotFound)
	if err != nil && known {
		return err
	}
	switch none := license.Kind() == model.LicenseNone; {
	case none && known:
		return db.ConcludedLicenses.Delete(tx, stored.ID)
	case none:
		return nil
	case known:
		stored.License, stored.User, stored.LastUpdated = license, user, now
		return db.ConcludedLicenses.Update(tx, stored)
	default:
		return db.ConcludedLicenses.Insert(tx, &model.ConcludedLicense{
			Product: row.Product, ComponentPURLType: row.ComponentPURLType, ComponentName: row.ComponentName, ComponentVersion: row.ComponentVersion,
			License: license, User: user, LastUpdated: now,
		})
	}
}

// conclude sets the conclusion of one component; evaluated tells whether what the policy says of it has changed.
func (d *Deriver) conclude(row *model.LicenseComponent, license model.ComponentLicense, user *model.User, now model.Time) (evaluated bool, err error) {
	before, result := *row.Effective(), row.EvaluationResult
	row.ManualConcluded, row.ManualConcludedComment = license, ""
	if license.Kind() != model.LicenseNone {
		row.ManualConcludedComment = model.ClipText(SetManually(user.Username), maxComment)
	}
	if err := d.Derive(row); err != nil {
		return false, err
	}
	if row.EvaluationResult != result || !row.Effective().Equal(&before) {
		row.LastChange = now
	}
	return row.EvaluationResult != result, db.LicenseComponents.Update(d.tx, row)
}

// NoteChange notes with a product that something about its licenses has changed.
func NoteChange(tx *db.Tx, product model.ID, now model.Time) error {
	p, err := db.Products.Get(tx, product)
	if err != nil {
		return err
	}
	p.LastLicenseChange = now
	return db.Products.Update(tx, p)
}

// Alike are the components of a product with the name and PURL type of one of them: of its branch or of all branches, of its version or of all
// versions. Services and files make no difference.
func Alike(tx *db.Tx, row *model.LicenseComponent, allVersions, allBranches bool) ([]*model.LicenseComponent, error) {
	t := db.LicenseComponents
	hits := t.Referring(tx, "product", row.Product)
	if !allBranches {
		hits = roaring.And(hits, t.Referring(tx, "branch", row.Branch))
	}
	idx, column := t.Index(tx), t.Column("component_name_version")
	var rows []*model.LicenseComponent
	for it := hits.Iterator(); it.HasNext(); {
		id := it.Next()
		if !strings.HasPrefix(idx.Text(column, id), row.ComponentName) {
			continue
		}
		other, err := t.Get(tx, model.ID(id))
		if err != nil {
			return nil, err
		}
		if other.ComponentName == row.ComponentName && other.ComponentPURLType == row.ComponentPURLType &&
			(allVersions || other.ComponentVersion == row.ComponentVersion) {
			rows = append(rows, other)
		}
	}
	return rows, nil
}
