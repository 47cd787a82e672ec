package notifications

import (
	"context"
	"fmt"
	"time"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/db"
	"secobserve/model"
)

// Prune deletes the notifications that are older than the settings say, and tells how many.
func Prune(ctx context.Context, store *db.Store, now time.Time) (message string, err error) {
	deleted := 0
	err = store.Update(ctx, func(tx *db.Tx) error {
		settings, err := db.Settings.Get(tx)
		if err != nil || settings.NotificationKeepDays == 0 {
			return err
		}
		idx := db.Notifications.Index(tx)
		before := int64(model.TimeOf(now.AddDate(0, 0, -settings.NotificationKeepDays)))
		old := roaring.AndNot(idx.All(), idx.IntAtLeast(db.Notifications.Column("created"), before, nil))
		deleted = int(old.GetCardinality())
		return db.Notifications.DeleteAll(tx, old)
	})
	if err != nil {
		return "", fmt.Errorf("prune notifications: %w", err)
	}
	return fmt.Sprintf("Deleted %d notifications.", deleted), nil
}
