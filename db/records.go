package db

import (
	"fmt"

	"secobserve/model"
)

const recordsBucket = "records"

// Record declares a row of which there is only one.
type Record[T any] struct {
	name     string
	defaults func() T
	class    string // the name in the audit log; "" for records that are not audited
}

// The records.
var (
	// Settings holds the settings of the installation; reads of a new file give the defaults.
	Settings = Record[model.Settings]{name: "settings", defaults: model.DefaultSettings, class: "Settings"}
	// JWTSecret holds the secret that signs JWTs, encrypted (access.md §3.3); empty until the first use.
	JWTSecret = Record[model.Secret]{name: "jwt_secret", defaults: func() model.Secret { return "" }, class: "JWT_Secret"}
	// SPDXKeys holds the keys that the SPDX license list has besides the licenses of the catalogue: the exceptions.
	SPDXKeys = Record[model.LicenseKeys]{name: "spdx_keys", defaults: func() model.LicenseKeys { return model.LicenseKeys{} }}
	// LicenseSpellings holds the mapping of common spellings of licenses, packed.
	LicenseSpellings = Record[[]byte]{name: "license_spellings", defaults: func() []byte { return nil }}
	// LicenseSources holds which versions of the published license data are stored.
	LicenseSources = Record[map[model.LicenseSource]model.LicenseSourceState]{name: "license_sources",
		defaults: func() map[model.LicenseSource]model.LicenseSourceState { return nil }}
	// ScanCodeKeys holds the keys of the ScanCode LicenseDB.
	ScanCodeKeys = Record[model.LicenseKeys]{name: "scancode_keys", defaults: func() model.LicenseKeys { return model.LicenseKeys{} }}
)

// Get returns the record, or its defaults if it was never stored. Fields that an older version did not store have their defaults, too.
func (r Record[T]) Get(tx *Tx) (T, error) {
	row := r.defaults()
	raw := tx.bucket(recordsBucket).Get([]byte(r.name))
	if raw == nil {
		return row, nil
	}
	if err := decode(raw, &row); err != nil {
		return row, fmt.Errorf("decode %s: %w", r.name, err)
	}
	return row, nil
}

// Put stores the record.
func (r Record[T]) Put(tx *Tx, row T) error {
	if r.class != "" {
		old, err := r.Get(tx)
		if err != nil {
			return err
		}
		tx.audited.note(Change{Table: r.name, Class: r.class, ID: 1, Old: &old, New: &row})
	}
	raw, err := tx.encode(row)
	if err != nil {
		return fmt.Errorf("encode %s: %w", r.name, err)
	}
	if err := tx.bucket(recordsBucket).Put([]byte(r.name), raw); err != nil {
		return fmt.Errorf("store %s: %w", r.name, err)
	}
	return nil
}
