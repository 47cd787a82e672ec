package backups

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"secobserve/db"
)

// Folder is the folder of the backups.
type Folder struct {
	Path string
	// Free tells how many bytes there is room for in a folder: [Free], but for tests.
	Free func(path string) (uint64, error)
}

// layout is how a backup is called after the moment of its making, in UTC.
const layout = "secobserve-daily-20060102-150405.db"

// reserve is how many bytes have to stay free after a backup, so that the data file beside it can grow.
const reserve = 64 << 20

// Daily makes a backup, then removes those that are older than the settings say; the newest one always stays. Files that are no backups of
// this kind are left alone. A backup that fails removes nothing.
func (f Folder) Daily(ctx context.Context, store *db.Store, now time.Time) (message string, err error) {
	keep, size, err := look(ctx, store)
	if err != nil {
		return "", fmt.Errorf("daily backup: %w", err)
	}
	if err := os.MkdirAll(f.Path, 0o700); err != nil {
		return "", fmt.Errorf("daily backup: %w", err)
	}
	if err := f.room(size); err != nil {
		return "", fmt.Errorf("daily backup: %w", err)
	}
	name := now.UTC().Format(layout)
	if err := store.Backup(ctx, filepath.Join(f.Path, name)); err != nil {
		return "", fmt.Errorf("daily backup: %w", err)
	}
	removed, err := f.forget(now.AddDate(0, 0, -keep), name)
	if err != nil {
		return "", fmt.Errorf("%s is made, but old backups cannot be removed: %w", name, err)
	}
	return fmt.Sprintf("Wrote %s (%d MiB), removed %d old backups.", name, size>>20, removed), nil
}

// look tells for how many days backups are kept, and how large one is.
func look(ctx context.Context, store *db.Store) (keepDays int, size int64, err error) {
	err = store.View(ctx, func(tx *db.Tx) error {
		settings, err := db.Settings.Get(tx)
		keepDays, size = settings.BackupKeepDays, tx.Size()
		return err
	})
	return keepDays, size, err
}

// room fails if a backup of the size would fill the disk.
func (f Folder) room(size int64) error {
	free, err := f.Free(f.Path)
	if err != nil {
		return fmt.Errorf("ask for the free space of %s: %w", f.Path, err)
	}
	if free < uint64(size)+reserve {
		return fmt.Errorf("%s has %d MiB free; a backup takes %d MiB, and %d MiB must stay free", f.Path, free>>20, size>>20, reserve>>20)
	}
	return nil
}

// forget removes the backups from before a moment, but for the one just made.
func (f Folder) forget(before time.Time, newest string) (removed int, err error) {
	entries, err := os.ReadDir(f.Path)
	if err != nil {
		return 0, err
	}
	var failed error
	for _, entry := range entries {
		made, err := time.Parse(layout, entry.Name())
		if err != nil || entry.Name() == newest || !made.Before(before) || !entry.Type().IsRegular() {
			continue
		}
		if err := os.Remove(filepath.Join(f.Path, entry.Name())); err != nil {
			failed = errors.Join(failed, err)
			continue
		}
		removed++
	}
	return removed, failed
}
