package audit

import (
	"context"
	"fmt"
	"time"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/db"
	"secobserve/model"
)

// pruneStep is how many records one transaction deletes, so that requests are not kept waiting.
const pruneStep = 1000

// Prune deletes the records that are older than the settings say, and tells how many.
func Prune(ctx context.Context, store *db.Store, now time.Time) (message string, err error) {
	deleted := 0
	for {
		n := 0
		err := store.Update(ctx, func(tx *db.Tx) error {
			settings, err := db.Settings.Get(tx)
			if err != nil || settings.AuditLogKeepDays == 0 {
				return err
			}
			old := expired(tx, model.TimeOf(now.AddDate(0, 0, -settings.AuditLogKeepDays)))
			n = int(old.GetCardinality())
			return db.AuditLogs.DeleteAll(tx, old)
		})
		if err != nil {
			return "", fmt.Errorf("prune the audit log: %w", err)
		}
		deleted += n
		if n < pruneStep {
			return fmt.Sprintf("Deleted %d records of the audit log.", deleted), nil
		}
	}
}

// expired are records from before a moment, at most pruneStep.
func expired(tx *db.Tx, before model.Time) *roaring.Bitmap {
	idx := db.AuditLogs.Index(tx)
	old := roaring.AndNot(idx.All(), idx.IntAtLeast(db.AuditLogs.Column("created"), int64(before), nil))
	first := roaring.New()
	for it := old.Iterator(); it.HasNext() && first.GetCardinality() < pruneStep; {
		first.Add(it.Next())
	}
	return first
}
