package db

import (
	"encoding/binary"
	"fmt"
	"log/slog"

	bolt "go.etcd.io/bbolt"
)

const (
	metaBucket          = "meta"
	formatKey           = "format"
	formatOfAnEmptyFile = 0
)

// migrations bring a file from format i to format i+1, each in one transaction. They work on the raw rows, so that they stay valid when
// the structs of package model change. They are never changed once released; new ones are appended.
var migrations = []func(tx *bolt.Tx) error{
	createFile,
	addComponents,
}

// Format is the format of the files that this version writes.
func Format() int { return len(migrations) }

// migrate brings the file to the current format and creates the buckets of tables that are new. A file of a newer format is refused.
func migrate(b *bolt.DB) error {
	format, err := readFormat(b)
	if err != nil {
		return err
	}
	if format > len(migrations) {
		return fmt.Errorf("open %s: format %d, this version knows formats up to %d: %w", b.Path(), format, len(migrations), ErrNewer)
	}
	for empty := format == formatOfAnEmptyFile; format < len(migrations); format++ {
		if !empty {
			slog.Info("migrating the data file", "file", b.Path(), "from_format", format, "to_format", format+1)
		}
		if err := b.Update(func(tx *bolt.Tx) error { return migrateTo(tx, format+1) }); err != nil {
			return fmt.Errorf("migrate %s to format %d: %w", b.Path(), format+1, err)
		}
	}
	return addBuckets(b)
}

// addBuckets creates the buckets of tables that this version knows and the file does not.
func addBuckets(b *bolt.DB) error {
	missing := false
	err := b.View(func(tx *bolt.Tx) error {
		for _, name := range allBuckets() {
			missing = missing || tx.Bucket([]byte(name)) == nil
		}
		return nil
	})
	if err != nil || !missing {
		return err
	}
	return b.Update(createBuckets)
}

func migrateTo(tx *bolt.Tx, format int) error {
	if err := migrations[format-1](tx); err != nil {
		return err
	}
	if err := createBuckets(tx); err != nil {
		return err
	}
	return tx.Bucket([]byte(metaBucket)).Put([]byte(formatKey), binary.BigEndian.AppendUint32(nil, uint32(format)))
}

func readFormat(b *bolt.DB) (int, error) {
	format := formatOfAnEmptyFile
	err := b.View(func(tx *bolt.Tx) error {
		meta := tx.Bucket([]byte(metaBucket))
		if meta == nil {
			if name, _ := tx.Cursor().First(); name != nil {
				return fmt.Errorf("%s is not a data file of this program", b.Path())
			}
			return nil
		}
		v := meta.Get([]byte(formatKey))
		if len(v) != 4 {
			return fmt.Errorf("%s has no readable format number", b.Path())
		}
		format = int(binary.BigEndian.Uint32(v))
		return nil
	})
	return format, err
}

// createFile makes format 1 of an empty file.
func createFile(tx *bolt.Tx) error {
	_, err := tx.CreateBucketIfNotExists([]byte(metaBucket))
	return err
}

// addComponents makes format 2, in which observations and license components have their components (core-products.md §13). The rows are made
// when the file is opened.
func addComponents(*bolt.Tx) error { return nil }

// createBuckets creates the buckets that are missing; a new table without stored rows needs no other migration.
func createBuckets(tx *bolt.Tx) error {
	for _, name := range allBuckets() {
		if _, err := tx.CreateBucketIfNotExists([]byte(name)); err != nil {
			return fmt.Errorf("create bucket %s: %w", name, err)
		}
	}
	return nil
}

func allBuckets() []string {
	names := []string{metaBucket, recordsBucket, textsBucket, textUsesBucket}
	for _, t := range schema {
		names = append(names, t.bucketNames()...)
	}
	return names
}
