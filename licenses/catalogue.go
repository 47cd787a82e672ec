package licenses

import (
	"errors"
	"fmt"
	"slices"

	"secobserve/db"
	"secobserve/licenses/licensedata"
	"secobserve/model"
)

// Changes says what storing license data has changed.
type Changes struct {
	LicensesCreated, LicensesUpdated int
	// Groups are the license groups whose set of licenses differs from before.
	Groups []model.ID
}

// Store stores documents of license data and evaluates the components anew whose policies use a group that changed. Nothing that a document does
// not name is deleted, except from the sets of the groups that are made of it.
func Store(tx *db.Tx, documents []*licensedata.Document, now model.Time) (Changes, error) {
	var changes Changes
	for _, d := range merged(documents) {
		if err := store(tx, d, &changes); err != nil {
			return changes, fmt.Errorf("store %s: %w", d.Kind, err)
		}
	}
	if len(changes.Groups) == 0 {
		return changes, nil
	}
	return changes, ReevaluateGroups(tx, changes.Groups, now)
}

// merged makes one document of several LicenseLynx mappings: the project keeps one file for each license.
func merged(documents []*licensedata.Document) []*licensedata.Document {
	mapping := &licensedata.Document{Kind: licensedata.KindLicenseLynx}
	var others []*licensedata.Document
	for _, d := range documents {
		if d.Kind == licensedata.KindLicenseLynx {
			mapping.Mapping = append(mapping.Mapping, d.Mapping...)
		} else {
			others = append(others, d)
		}
	}
	if len(mapping.Mapping) == 0 {
		return others
	}
	return append(others, mapping)
}

func store(tx *db.Tx, d *licensedata.Document, changes *Changes) error {
	switch d.Kind {
	case licensedata.KindSPDXLicenses:
		return storeLicenses(tx, d.Licenses, changes)
	case licensedata.KindSPDXExceptions:
		return db.SPDXKeys.Put(tx, model.LicenseKeys{Exceptions: d.Exceptions})
	case licensedata.KindScanCode:
		return storeScanCode(tx, d.ScanCode, changes)
	case licensedata.KindBlueOak:
		return storeRatings(tx, d.Ratings, changes)
	case licensedata.KindLicenseLynx:
		return storeSpellings(tx, d.Mapping)
	default:
		return fmt.Errorf("license data of the unknown kind %q", d.Kind)
	}
}

// storeLicenses brings the catalogue up to date (licenses.md §3.2).
func storeLicenses(tx *db.Tx, list []licensedata.License, changes *Changes) error {
	for _, l := range list {
		license := model.License{SPDXID: l.ID, Name: l.Name, Reference: l.Reference, IsOSIApproved: l.IsOSI, IsDeprecated: l.IsDeprecated}
		stored, err := db.Licenses.Find(tx, "spdx_id", db.Key(l.ID))
		switch {
		case errors.Is(err, db.ErrNotFound):
			err = db.Licenses.Insert(tx, &license)
			changes.LicensesCreated++
		case err == nil && !sameLicense(stored, &license):
			license.ID = stored.ID
			err = db.Licenses.Update(tx, &license)
			changes.LicensesUpdated++
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func sameLicense(a, b *model.License) bool {
	return a.Name == b.Name && a.Reference == b.Reference && equal(a.IsOSIApproved, b.IsOSIApproved) && equal(a.IsDeprecated, b.IsDeprecated)
}

func equal[T comparable](a, b *T) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}

// storeScanCode stores the keys of the ScanCode LicenseDB and makes the groups of its categories (licenses.md §3.3).
func storeScanCode(tx *db.Tx, index []licensedata.ScanCodeLicense, changes *Changes) error {
	if err := db.ScanCodeKeys.Put(tx, scanCodeKeys(index)); err != nil {
		return err
	}
	first := !hasGroups(tx, scanCodeSuffix)
	sets := make(map[string][]string)
	for _, l := range index {
		if l.Category != "" {
			sets[l.Category] = append(append(sets[l.Category], l.Key), l.OtherKeys...)
		}
	}
	for _, category := range sortedKeys(sets) {
		if err := storeGroup(tx, scanCodeGroup(category), sets[category], changes); err != nil {
			return err
		}
	}
	if !first {
		return nil
	}
	return completeStandardPolicy(tx)
}

func scanCodeKeys(index []licensedata.ScanCodeLicense) model.LicenseKeys {
	keys := model.LicenseKeys{Aliases: make(map[string]string)}
	for _, l := range index {
		if l.IsException {
			keys.Exceptions = append(keys.Exceptions, l.Key)
		} else {
			keys.Licenses = append(keys.Licenses, l.Key)
		}
		for _, other := range l.OtherKeys {
			if _, taken := keys.Aliases[other]; !taken {
				keys.Aliases[other] = l.Key
			}
		}
	}
	return keys
}

// storeRatings makes the groups of the Blue Oak Council's ratings.
func storeRatings(tx *db.Tx, ratings []licensedata.Rating, changes *Changes) error {
	for _, r := range ratings {
		if err := storeGroup(tx, blueOakGroup(r), r.Licenses, changes); err != nil {
			return err
		}
	}
	return nil
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
