package licenses

import (
	"context"
	"fmt"
	"time"

	"secobserve/db"
	"secobserve/licenses/licensedata"
	"secobserve/model"
	"secobserve/outgoing"
)

// Fetcher gets published documents; [outgoing.Client] is one.
type Fetcher interface {
	Get(ctx context.Context, address string, have outgoing.Version, limit int64) (*outgoing.Document, error)
}

// maxDocument is the greatest size of a published document in bytes. The largest is a few megabytes.
const maxDocument = 64 << 20

// source is a published document of license data.
type source struct {
	name    model.LicenseSource
	kind    licensedata.Kind
	address func(*model.Settings) string
}

// sources are the documents in the order in which they are fetched: groups are made of licenses that are known.
var sources = []source{
	{model.SourceSPDXLicenses, licensedata.KindSPDXLicenses, func(s *model.Settings) string { return s.LicenseSPDXLicensesURL }},
	{model.SourceScanCode, licensedata.KindScanCode, func(s *model.Settings) string { return s.LicenseScanCodeURL }},
	{model.SourceSPDXExceptions, licensedata.KindSPDXExceptions, func(s *model.Settings) string { return s.LicenseSPDXExceptionsURL }},
	{model.SourceLicenseLynx, licensedata.KindLicenseLynx, func(s *model.Settings) string { return s.LicenseLicenseLynxURL }},
}

// Refresh brings the license data up to date with what is published (licenses.md §3.4). Each document is stored in a transaction of its own; one
// that cannot be fetched, is damaged or holds far less than before changes nothing and ends the run.
func Refresh(ctx context.Context, store *db.Store, fetcher Fetcher, now time.Time) (message string, err error) {
	var settings model.Settings
	err = store.View(ctx, func(tx *db.Tx) (err error) {
		settings, err = db.Settings.Get(tx)
		return err
	})
	if err != nil {
		return "", err
	}
	if !settings.FeatureLicenseManagement {
		return "License management feature is disabled.", nil
	}
	r := refresher{store: store, fetcher: fetcher, now: model.TimeOf(now)}
	for _, s := range sources {
		address := s.address(&settings)
		if address == "" {
			continue
		}
		if err := r.refresh(ctx, s, address); err != nil {
			return "", err
		}
	}
	return fmt.Sprintf("Licenses updated: %d, licenses created: %d\nLicense Groups from ScanCode LicenseDB imported",
		r.changes.LicensesUpdated, r.changes.LicensesCreated), nil
}

// refresher fetches and stores documents.
type refresher struct {
	store   *db.Store
	fetcher Fetcher
	now     model.Time
	changes Changes
}

func (r *refresher) refresh(ctx context.Context, s source, address string) error {
	state, err := r.state(ctx, s.name)
	if err != nil {
		return err
	}
	fetched, err := r.fetcher.Get(ctx, address, r.have(s, address, state), maxDocument)
	if err != nil {
		return fmt.Errorf("%s: %w", s.kind, err)
	}
	if fetched.Unchanged {
		return nil
	}
	document, err := licensedata.ReadAs(s.kind, fetched.Content)
	if err != nil {
		return err
	}
	if entries := document.Entries(); entries < state.Entries/2 {
		return fmt.Errorf("%s: the document holds only %d entries, the one before held %d", s.kind, entries, state.Entries)
	}
	return r.store.Update(ctx, func(tx *db.Tx) error {
		changes, err := Store(tx, []*licensedata.Document{document}, r.now)
		if err != nil {
			return err
		}
		r.changes.LicensesCreated += changes.LicensesCreated
		r.changes.LicensesUpdated += changes.LicensesUpdated
		return putState(tx, s.name, model.LicenseSourceState{Address: address, ETag: fetched.Version.ETag, LastModified: fetched.Version.LastModified,
			Entries: document.Entries()})
	})
}

func (r *refresher) state(ctx context.Context, name model.LicenseSource) (state model.LicenseSourceState, err error) {
	err = r.store.View(ctx, func(tx *db.Tx) error {
		states, err := db.LicenseSources.Get(tx)
		state = states[name]
		return err
	})
	return state, err
}

// have is the version that need not be fetched again: the stored one, if it came from the same address. Groups are made anew when there are new
// licenses, which may belong to them.
func (r *refresher) have(s source, address string, state model.LicenseSourceState) outgoing.Version {
	if state.Address != address || s.name == model.SourceScanCode && r.changes.LicensesCreated > 0 {
		return outgoing.Version{}
	}
	return outgoing.Version{ETag: state.ETag, LastModified: state.LastModified}
}

func putState(tx *db.Tx, name model.LicenseSource, state model.LicenseSourceState) error {
	states, err := db.LicenseSources.Get(tx)
	if err != nil {
		return err
	}
	if states == nil {
		states = make(map[model.LicenseSource]model.LicenseSourceState)
	}
	states[name] = state
	return db.LicenseSources.Put(tx, states)
}

// ImportDocuments stores documents that were brought by hand. What is fetched next is fetched whatever its version, because it is not known which
// one has been stored.
func ImportDocuments(ctx context.Context, store *db.Store, documents []*licensedata.Document, now time.Time) (changes Changes, err error) {
	err = store.Update(ctx, func(tx *db.Tx) error {
		if changes, err = Store(tx, documents, model.TimeOf(now)); err != nil {
			return err
		}
		return db.LicenseSources.Put(tx, nil)
	})
	return changes, err
}
