package db

import (
	"bytes"
	"encoding/binary"
	"errors"
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
	packTexts,
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

// packTexts makes format 3, in which texts are packed and lie in the order in which they came, and large rows may be packed. Format 2 had a
// bucket of texts by their digest and one of the numbers of rows that have each; rows are read in both forms.
func packTexts(tx *bolt.Tx) error {
	texts, uses := tx.Bucket([]byte("texts")), tx.Bucket([]byte("texts/uses"))
	if texts == nil || uses == nil {
		return nil // a new file
	}
	bodies, err := tx.CreateBucketIfNotExists([]byte("texts/bodies"))
	if err != nil {
		return err
	}
	keys, err := tx.CreateBucketIfNotExists([]byte("texts/keys"))
	if err != nil {
		return err
	}
	bodies.FillPercent, keys.FillPercent = 1, 0.9 // both are written in their order
	number := uint64(0)
	if err := texts.ForEach(func(sum, text []byte) error {
		number++
		body, packed := pack(nil, text)
		if !packed {
			body = append([]byte{0}, text...)
		}
		if err := bodies.Put(binary.BigEndian.AppendUint64(nil, number), body); err != nil {
			return err
		}
		key := append(binary.BigEndian.AppendUint64(nil, number), uses.Get(sum)...)
		return keys.Put(bytes.Clone(sum), key)
	}); err != nil {
		return err
	}
	if err := errors.Join(bodies.SetSequence(number), keys.SetSequence(uses.Sequence())); err != nil {
		return err
	}
	return errors.Join(tx.DeleteBucket([]byte("texts")), tx.DeleteBucket([]byte("texts/uses")))
}

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
	names := []string{metaBucket, recordsBucket, textBodiesBucket, textKeysBucket}
	for _, t := range schema {
		names = append(names, t.bucketNames()...)
	}
	return names
}
