package db

import (
	"cmp"
	"context"
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

// Backup writes a consistent copy of the data file to target while others go on reading and writing. The file gets its name when it is complete
// and on the disk.
func (s *Store) Backup(ctx context.Context, target string) error {
	if _, err := os.Lstat(target); !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("back up to %s: %w", target, cmp.Or(err, os.ErrExist))
	}
	err := s.View(ctx, func(tx *Tx) error {
		return writePart(target, func(w io.Writer) error {
			_, err := tx.WriteTo(whileGoingOn{ctx, w})
			return err
		})
	})
	if err != nil {
		return err
	}
	return complete(target)
}

// whileGoingOn fails to write when its context ends.
type whileGoingOn struct {
	context.Context
	io.Writer
}

func (w whileGoingOn) Write(p []byte) (int, error) {
	if err := w.Err(); err != nil {
		return 0, err
	}
	return w.Writer.Write(p)
}

// Backup writes a consistent copy of the data file at path to target, which must not exist. The file must not be open elsewhere.
func Backup(path, target string) error {
	if _, err := os.Stat(path); err != nil {
		return fmt.Errorf("back up: %w", err)
	}
	if _, err := os.Lstat(target); !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("back up to %s: %w", target, cmp.Or(err, os.ErrExist))
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
	if err := writePart(target, func(w io.Writer) error {
		_, err := tx.WriteTo(w)
		return err
	}); err != nil {
		return err
	}
	return complete(target)
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
	_, err = os.Stat(path)
	present := err == nil
	if present {
		if err := replaceable(path); err != nil {
			return err
		}
	}
	source, err := os.Open(backup)
	if err != nil {
		return fmt.Errorf("restore: %w", err)
	}
	defer source.Close() //nolint:errcheck // opened read-only
	if err := writePart(path, func(w io.Writer) error {
		_, err := io.Copy(w, source)
		return err
	}); err != nil {
		return err
	}
	if present {
		if err := keep(path); err != nil {
			return errors.Join(err, os.Remove(path+partSuffix))
		}
	}
	return complete(path)
}

// replaceable fails if a server uses the data file, which it has locked then, or the one before is still there.
func replaceable(path string) error {
	b, err := openBolt(path, false)
	if err != nil && errors.Is(err, ErrLocked) {
		return err
	}
	if err == nil {
		if err := b.Close(); err != nil {
			return fmt.Errorf("restore: %w", err)
		}
	}
	if _, err := os.Lstat(path + keptSuffix); err == nil {
		return fmt.Errorf("restore: %s is left from an earlier restore: move it away first", path+keptSuffix)
	}
	return nil
}

// keep gives the present data file a second name, or another one where the file system knows no second names.
func keep(path string) error {
	if os.Link(path, path+keptSuffix) == nil {
		return nil
	}
	if err := os.Rename(path, path+keptSuffix); err != nil {
		return fmt.Errorf("restore: keep the present data file: %w", err)
	}
	return nil
}

// A file gets its name when it is complete, so that a part of one is never taken for it.
const (
	partSuffix = ".part"
	keptSuffix = ".before-restore"
)

// writePart writes a file for its owner alone, under the name that it has until it is complete, and syncs it; on an error nothing is left.
func writePart(path string, write func(io.Writer) error) error {
	part := path + partSuffix
	f, err := os.OpenFile(part, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return fmt.Errorf("create %s: %w", part, err)
	}
	err = write(f)
	if err == nil {
		err = f.Sync()
	}
	if err := errors.Join(err, f.Close()); err != nil {
		return errors.Join(fmt.Errorf("write %s: %w", part, err), os.Remove(part))
	}
	return nil
}

// complete gives the file that writePart has written its name, in one step also where there is one of that name.
func complete(path string) error {
	if err := os.Rename(path+partSuffix, path); err != nil {
		return fmt.Errorf("give %s its name: %w", path, err)
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
