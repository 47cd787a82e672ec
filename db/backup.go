package db

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// WriteTo writes a consistent copy of the data file, the state that the transaction reads, while others go on reading and writing.
func (tx *Tx) WriteTo(w io.Writer) (int64, error) {
	n, err := tx.bolt.WriteTo(w)
	if err != nil {
		return n, fmt.Errorf("write backup: %w", err)
	}
	return n, nil
}

// Size is the size of the data file in bytes, as a copy of it would have.
func (tx *Tx) Size() int64 { return tx.bolt.Size() }

// Backup writes a consistent copy of the data file at path to target, which must not exist. The file must not be open elsewhere.
func Backup(path, target string) error {
	if _, err := os.Stat(path); err != nil {
		return fmt.Errorf("back up: %w", err)
	}
	b, err := openBolt(path, true)
	if err != nil {
		return err
	}
	defer b.Close() //nolint:errcheck // opened read-only
	tx, err := b.Begin(false)
	if err != nil {
		return fmt.Errorf("back up %s: %w", path, err)
	}
	defer tx.Rollback() //nolint:errcheck // a read transaction has nothing to lose
	return writeFile(target, os.O_EXCL, func(w io.Writer) error {
		_, err := tx.WriteTo(w)
		return err
	})
}

// Restore replaces the data file at path by a backup, after the backup has passed all checks. The data file must not be open; what it held
// is kept beside it with the suffix ".before-restore".
func Restore(path, backup string) error {
	problems, err := Check(backup)
	if err != nil {
		return fmt.Errorf("restore: %w", err)
	}
	if len(problems) > 0 {
		return fmt.Errorf("restore: %s is damaged: %s (and %d more)", backup, problems[0], len(problems)-1)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("restore: %w", err)
	}
	if _, err := os.Stat(path); err == nil {
		if err := setAside(path); err != nil {
			return err
		}
	}
	source, err := os.Open(backup)
	if err != nil {
		return fmt.Errorf("restore: %w", err)
	}
	defer source.Close() //nolint:errcheck // opened read-only
	fresh := path + ".restoring"
	if err := writeFile(fresh, os.O_TRUNC, func(w io.Writer) error {
		_, err := io.Copy(w, source)
		return err
	}); err != nil {
		return err
	}
	if err := os.Rename(fresh, path); err != nil {
		return fmt.Errorf("restore: %w", err)
	}
	return syncDir(filepath.Dir(path))
}

// setAside keeps the present data file under another name; that it can be locked proves that no server uses it.
func setAside(path string) error {
	b, err := openBolt(path, false)
	if err != nil && errors.Is(err, ErrLocked) {
		return err
	}
	if err == nil {
		if err := b.Close(); err != nil {
			return fmt.Errorf("restore: %w", err)
		}
	}
	kept := path + ".before-restore"
	if _, err := os.Lstat(kept); err == nil {
		return fmt.Errorf("restore: %s is left from an earlier restore: move it away first", kept)
	}
	if err := os.Rename(path, kept); err != nil {
		return fmt.Errorf("restore: keep the present data file: %w", err)
	}
	return nil
}

// writeFile writes a new file for its owner alone and syncs it; on an error nothing is left.
func writeFile(path string, flag int, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|flag, 0o600)
	if err != nil {
		return fmt.Errorf("create %s: %w", path, err)
	}
	err = write(f)
	if err == nil {
		err = f.Sync()
	}
	if err := errors.Join(err, f.Close()); err != nil {
		return errors.Join(fmt.Errorf("write %s: %w", path, err), os.Remove(path))
	}
	return syncDir(filepath.Dir(path))
}

func syncDir(path string) error {
	d, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("sync folder: %w", err)
	}
	defer d.Close() //nolint:errcheck // opened read-only
	if err := d.Sync(); err != nil {
		return fmt.Errorf("sync folder %s: %w", path, err)
	}
	return nil
}
