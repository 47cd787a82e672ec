package licenses

import (
	"errors"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/db"
	"secobserve/licenses/licensedata"
	"secobserve/model"
)

// The ends of the names of the groups that are made of published data.
const (
	scanCodeSuffix = " (ScanCode LicenseDB)"
	blueOakSuffix  = " (Blue Oak Council)"
)

func scanCodeGroup(category string) model.LicenseGroup {
	return model.LicenseGroup{
		Name: category + scanCodeSuffix, IsPublic: true,
		Description: "Do not edit: this group is refreshed daily. It holds the licenses of the category " + category +
			" in the [ScanCode LicenseDB](https://scancode-licensedb.aboutcode.org/), Copyright (c) nexB Inc. and others, " +
			"licensed under [CC-BY-4.0](https://creativecommons.org/licenses/by/4.0/).",
	}
}

func blueOakGroup(r licensedata.Rating) model.LicenseGroup {
	return model.LicenseGroup{
		Name: r.Name + blueOakSuffix, IsPublic: true,
		Description: "Do not edit: this group comes with the server. It holds the permissive licenses that the " +
			"[Blue Oak Council](https://blueoakcouncil.org/list) rates as " + r.Name + ". " + r.Notes,
	}
}

// storeGroup gives the group of this name the licenses of the catalogue among the given SPDX ids. A group that does not exist yet is created,
// unless it would be empty. Of one that exists nothing but the set of licenses is touched.
func storeGroup(tx *db.Tx, group model.LicenseGroup, spdxIDs []string, changes *Changes) error {
	wanted, err := licensesOf(tx, spdxIDs)
	if err != nil {
		return err
	}
	stored, err := db.LicenseGroups.Find(tx, "name", db.Key(group.Name))
	switch {
	case err == nil:
		group = *stored
	case !errors.Is(err, db.ErrNotFound):
		return err
	case wanted.IsEmpty():
		return nil
	default:
		if err := db.LicenseGroups.Insert(tx, &group); err != nil {
			return err
		}
	}
	changed, err := SetGroupLicenses(tx, group.ID, wanted)
	if changed {
		changes.Groups = append(changes.Groups, group.ID)
	}
	return err
}

func licensesOf(tx *db.Tx, spdxIDs []string) (*roaring.Bitmap, error) {
	ids := roaring.New()
	for _, spdxID := range spdxIDs {
		license, err := db.Licenses.Find(tx, "spdx_id", db.Key(spdxID))
		if errors.Is(err, db.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		ids.Add(uint32(license.ID))
	}
	return ids, nil
}

// SetGroupLicenses gives a group exactly the given licenses and tells whether that changed anything.
func SetGroupLicenses(tx *db.Tx, group model.ID, wanted *roaring.Bitmap) (changed bool, err error) {
	t := db.LicenseGroupLicenses
	idx, column := t.Index(tx), t.Column("license")
	present, doomed := roaring.New(), roaring.New()
	for it := t.Referring(tx, "license_group", group).Iterator(); it.HasNext(); {
		row := it.Next()
		license := uint32(idx.Ref(column, row))
		if wanted.Contains(license) {
			present.Add(license)
		} else {
			doomed.Add(row)
		}
	}
	if !doomed.IsEmpty() {
		if err := t.DeleteAll(tx, doomed); err != nil {
			return false, err
		}
	}
	missing := roaring.AndNot(wanted, present)
	for it := missing.Iterator(); it.HasNext(); {
		if err := t.Insert(tx, &model.LicenseGroupLicense{LicenseGroup: group, License: model.ID(it.Next())}); err != nil {
			return false, err
		}
	}
	return !doomed.IsEmpty() || !missing.IsEmpty(), nil
}

// hasGroups tells whether there are groups whose names end so.
func hasGroups(tx *db.Tx, suffix string) bool {
	return !db.LicenseGroups.Index(tx).Contains(db.LicenseGroups.Column("name"), suffix, nil).IsEmpty()
}
