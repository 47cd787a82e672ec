package importer

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/db"
	"secobserve/model"
)

// record adds the import to the history of imports.
func (r *run) record() error {
	n := &r.result
	row := newRecord(&r.Request, model.ImportSucceeded)
	row.VulnerabilityCheck, row.Scanner = r.check.ID, r.check.Scanner
	if r.Kind != model.ImportSBOM {
		row.ObservationsNew, row.ObservationsUpdated, row.ObservationsResolved, row.ObservationsReopened = &n.New, &n.Updated, &n.Resolved, &n.Reopened
	}
	if r.Kind == model.ImportSBOM || n.Components.any() {
		row.LicensesNew, row.LicensesUpdated, row.LicensesDeleted = &n.Components.New, &n.Components.Updated, &n.Components.Deleted
	}
	if row.Parser == 0 {
		row.Parser = r.check.Parser
	}
	return db.ImportRuns.Insert(r.tx, row)
}

// RecordFailure adds an import that failed to the history of imports; message is what the client was told. It has to run in a transaction of
// its own, after the one of the import was rolled back. Branch and Service
// of the request must exist.
func RecordFailure(tx *db.Tx, request Request, message string) error {
	row := newRecord(&request, model.ImportFailed)
	row.Message = model.ClipText(strings.ToValidUTF8(message, "\uFFFD"), maxMessage) // it may quote the report
	return db.ImportRuns.Insert(tx, row)
}

const maxMessage = 2048

func newRecord(r *Request, outcome model.ImportOutcome) *model.ImportRun {
	row := &model.ImportRun{
		Product: r.Product.ID, Branch: r.Branch, Service: r.Service, BranchName: r.BranchName, ServiceName: r.ServiceName,
		Filename: r.Filename, APIConfigurationName: r.APIConfigurationName, Kind: r.Kind, Outcome: outcome,
		Started: r.Now, Size: r.Size,
	}
	if r.User != nil {
		row.User, row.Username = r.User.ID, r.User.Username
	}
	if r.Parser != nil {
		row.Parser = r.Parser.ID
	}
	if r.Elapsed != nil {
		row.Duration = int64(r.Elapsed() / time.Millisecond)
	}
	return row
}

// ForgetImports deletes the history of imports that is older than the settings say.
func ForgetImports(ctx context.Context, store *db.Store, now time.Time) (message string, err error) {
	forgotten := 0
	for {
		n := 0
		err := store.Update(ctx, func(tx *db.Tx) error {
			settings, err := db.Settings.Get(tx)
			if err != nil {
				return err
			}
			n, err = forget(tx, model.TimeOf(now.AddDate(0, 0, -settings.ImportHistoryKeepDays)))
			return err
		})
		if err != nil {
			return "", fmt.Errorf("delete old entries of the history of imports: %w", err)
		}
		forgotten += n
		if n < forgetAtOnce {
			return fmt.Sprintf("Deleted %d entries of the history of imports.", forgotten), nil
		}
	}
}

// forgetAtOnce bounds how many entries one transaction deletes, so that nobody waits long for it.
const forgetAtOnce = 5000

// forget deletes imports that began before a moment, and returns their number.
func forget(tx *db.Tx, before model.Time) (int, error) {
	idx := db.ImportRuns.Index(tx)
	old := roaring.AndNot(idx.All(), idx.IntAtLeast(db.ImportRuns.Column("started"), int64(before), nil))
	some := roaring.New()
	for it := old.Iterator(); it.HasNext() && some.GetCardinality() < forgetAtOnce; {
		some.Add(it.Next())
	}
	return int(some.GetCardinality()), db.ImportRuns.DeleteAll(tx, some)
}
