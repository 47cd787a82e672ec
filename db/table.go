package db

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"iter"
	"math"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/db/columnar"
	"secobserve/model"
)

// Table declares how the rows of one entity are stored, kept unique, referred to and indexed. Tables are values of schema.go and never
// change.
type Table[T any] struct {
	name   string // of the bucket, and of the API's collection
	class  string // as error messages name it: "Product"
	plural string // as error messages name several: "Products"
	id     func(*T) *model.ID

	uniques []Unique[T]
	refs    []Ref[T]
	columns []Column[T]
	// unindexed are fields, by the names they are stored under, that neither columns nor refs look at: they are passed over when the index is built.
	unindexed []string
	texts     func(*T) [][]byte // keys of the long texts that a row has
	// changed runs after a row has come (old is nil), changed, or gone (row is nil).
	changed func(tx *Tx, old, row *T) error

	// audit says which changes of rows are told to the auditor of the store. Fields with the tag audit:"-" do not count there, of those with the
	// tag audit:"secret" only that they have changed.
	audit auditing
	// label names a row in the audit log; nil for rows that have no name but those of the rows that they refer to.
	label func(*T) string

	number int // position in the schema
	schema *columnar.Schema
}

// Unique declares that no two rows have the same key. A nil key is not unique.
type Unique[T any] struct {
	Name string
	Key  func(*T) []byte
}

// Ref declares a foreign key of a table's rows.
type Ref[T any] struct {
	Name string
	To   string // name of the other table
	Get  func(*T) model.ID
	Set  func(*T, model.ID)
	// OnDelete says what becomes of the row when the other one is deleted.
	OnDelete OnDelete
	// Stored keeps the relation in a bucket instead of in a bitmap per parent: for parents that are too many for that.
	Stored bool
}

// auditing says which changes of a table's rows the audit log holds.
type auditing int

const (
	unaudited auditing = iota
	auditAll
	auditDeletions // for rows that come and change by themselves all the time
)

// OnDelete says what becomes of a row when the row it refers to is deleted.
type OnDelete int

// The reactions to a delete.
const (
	Cascade OnDelete = iota // the row goes, too
	Protect                 // the delete is refused with a ProtectedError
	SetNull                 // the reference becomes null
	Derived                 // the row goes with the rows that it follows from, which refer to the other one, too
)

// Column declares a value that lists filter or order by. Exactly one of the functions is set.
type Column[T any] struct {
	Name   string
	Bitmap bool // keep a bitmap per value: for few different values
	Text   func(*T) string
	Int    func(*T) (value int64, valid bool)
	Ref    func(*T) model.ID
}

// UniqueError says that a row with the same unique key exists.
type UniqueError struct {
	Table string // "products"
	Key   string // name of the unique key
	ID    model.ID
}

func (e *UniqueError) Error() string {
	return fmt.Sprintf("%s: a row with the same %s exists (id %d)", e.Table, e.Key, e.ID)
}

// Name is the name of the table's bucket and of the API's collection.
func (t *Table[T]) Name() string { return t.name }

// Class is the name of one row in messages, such as "Product".
func (t *Table[T]) Class() string { return t.class }

// Get returns the row with the given id, or an error that wraps ErrNotFound.
func (t *Table[T]) Get(tx *Tx, id model.ID) (*T, error) {
	raw := tx.bucket(t.name).Get(rowKey(id))
	if raw == nil {
		return nil, fmt.Errorf("%s %d: %w", t.class, id, ErrNotFound)
	}
	return t.decode(id, raw)
}

func (t *Table[T]) decode(id model.ID, raw []byte) (*T, error) {
	row := new(T)
	if err := decode(raw, row); err != nil {
		return nil, fmt.Errorf("decode %s %d: %w", t.class, id, err)
	}
	return row, nil
}

// Exists tells whether there is a row with the given id.
func (t *Table[T]) Exists(tx *Tx, id model.ID) bool {
	return tx.bucket(t.name).Get(rowKey(id)) != nil
}

// Find returns the row with the given unique key, or an error that wraps ErrNotFound.
func (t *Table[T]) Find(tx *Tx, unique string, key []byte) (*T, error) {
	v := tx.bucket(t.uniqueBucket(unique)).Get(key)
	if v == nil {
		return nil, fmt.Errorf("%s by %s: %w", t.class, unique, ErrNotFound)
	}
	return t.Get(tx, idOf(v))
}

// All yields all rows in the order of their ids. An error ends the sequence.
func (t *Table[T]) All(tx *Tx) iter.Seq2[*T, error] {
	return func(yield func(*T, error) bool) {
		c := tx.bucket(t.name).Cursor()
		for k, v := c.First(); k != nil; k, v = c.Next() {
			row, err := t.decode(idOf(k), v)
			if !yield(row, err) || err != nil {
				return
			}
		}
	}
}

// Select yields the rows with the given ids in the order of the bitmap, ascending. The bitmap must not change meanwhile.
func (t *Table[T]) Select(tx *Tx, ids *roaring.Bitmap) iter.Seq2[*T, error] {
	return func(yield func(*T, error) bool) {
		for it := ids.Iterator(); it.HasNext(); {
			row, err := t.Get(tx, model.ID(it.Next()))
			if !yield(row, err) || err != nil {
				return
			}
		}
	}
}

// Index is the columnar index of the table as the transaction sees it.
func (t *Table[T]) Index(tx *Tx) *columnar.Snapshot { return tx.snapshot(t.number) }

// Column is the position of a declared column or in-memory foreign key in the index; an unknown name is a programming error.
func (t *Table[T]) Column(name string) int { return t.schema.Column(name) }

// Referring returns the ids of the rows whose foreign key ref is id. The bitmap may be shared: callers must not change it.
func (t *Table[T]) Referring(tx *Tx, ref string, id model.ID) *roaring.Bitmap {
	r := t.ref(ref)
	if r.Stored {
		return t.stored(tx, ref, id)
	}
	return t.Index(tx).EqualRef(t.Column(ref), uint64(id))
}

// ReferringRows yields the rows whose foreign key ref is id, by ascending id.
func (t *Table[T]) ReferringRows(tx *Tx, ref string, id model.ID) iter.Seq2[*T, error] {
	return t.Select(tx, t.Referring(tx, ref, id))
}

func (t *Table[T]) stored(tx *Tx, ref string, parent model.ID) *roaring.Bitmap {
	ids := roaring.New()
	c := tx.bucket(t.storedBucket(ref)).Cursor()
	prefix := rowKey(parent)
	for k, _ := c.Seek(prefix); bytes.HasPrefix(k, prefix); k, _ = c.Next() {
		ids.Add(uint32(idOf(k[8:])))
	}
	return ids
}

func (t *Table[T]) ref(name string) *Ref[T] {
	for i := range t.refs {
		if t.refs[i].Name == name {
			return &t.refs[i]
		}
	}
	panic(fmt.Sprintf("db: table %s has no foreign key %q", t.name, name))
}

// Insert stores a new row and sets its id. It fails with a UniqueError if a unique key is taken.
func (t *Table[T]) Insert(tx *Tx, row *T) error {
	bucket := tx.bucket(t.name)
	next, err := bucket.NextSequence()
	if err != nil {
		return fmt.Errorf("new id for %s: %w", t.class, err)
	}
	if next > math.MaxUint32 {
		return fmt.Errorf("new id for %s: the ids of the table are used up", t.class)
	}
	id := model.ID(next)
	*t.id(row) = id
	raw, err := tx.encode(row)
	if err != nil {
		return fmt.Errorf("encode %s: %w", t.class, err)
	}
	for i := range t.uniques {
		if err := t.claim(tx, &t.uniques[i], row, id); err != nil {
			return err
		}
	}
	for i := range t.refs {
		if r := &t.refs[i]; r.Stored && r.Get(row) != 0 {
			related := tx.bucket(t.storedBucket(r.Name))
			related.FillPercent = 0.9 // most come in the order of their keys
			if err := related.Put(pairKey(r.Get(row), id), nil); err != nil {
				return fmt.Errorf("store %s.%s: %w", t.name, r.Name, err)
			}
		}
	}
	bucket.FillPercent = 1 // ids only grow
	if err := bucket.Put(rowKey(id), raw); err != nil {
		return fmt.Errorf("store %s %d: %w", t.class, id, err)
	}
	tx.builder(t.number).Put(uint32(id), t.indexRow(row))
	return t.follow(tx, nil, row)
}

// follow keeps what depends on a row: its texts, the audit log and what the table declares.
func (t *Table[T]) follow(tx *Tx, old, row *T) error {
	t.noteRow(tx, old, row)
	if old != nil {
		t.useTexts(tx, old, -1)
	}
	if row != nil {
		t.useTexts(tx, row, 1)
	}
	if t.changed == nil {
		return nil
	}
	return t.changed(tx, old, row)
}

func (t *Table[T]) claim(tx *Tx, u *Unique[T], row *T, id model.ID) error {
	key := u.Key(row)
	if key == nil {
		return nil
	}
	bucket := tx.bucket(t.uniqueBucket(u.Name))
	if taken := bucket.Get(key); taken != nil && idOf(taken) != id {
		return &UniqueError{Table: t.name, Key: u.Name, ID: idOf(taken)}
	}
	if err := bucket.Put(key, tx.keep(rowKey(id))); err != nil {
		return fmt.Errorf("store unique key %s of %s %d: %w", u.Name, t.class, id, err)
	}
	return nil
}

// Update replaces a stored row. It fails with a UniqueError if a unique key is taken by another row, and with ErrNotFound if the row does
// not exist.
func (t *Table[T]) Update(tx *Tx, row *T) error {
	old, err := t.Get(tx, *t.id(row))
	if err != nil {
		return fmt.Errorf("update: %w", err)
	}
	return t.replace(tx, old, row)
}

// Modify changes a stored row in place: cheaper than Get and Update. change must not write into the slices and maps that the row has, but may
// put others in their place.
func (t *Table[T]) Modify(tx *Tx, id model.ID, change func(*T)) error {
	row, err := t.Get(tx, id)
	if err != nil {
		return fmt.Errorf("modify: %w", err)
	}
	old := *row
	change(row)
	return t.replace(tx, &old, row)
}

// replace stores row in the place of old, which has the same id.
func (t *Table[T]) replace(tx *Tx, old, row *T) error {
	id := *t.id(row)
	for i := range t.uniques {
		if err := t.reclaim(tx, &t.uniques[i], old, row, id); err != nil {
			return err
		}
	}
	for i := range t.refs {
		if err := t.relink(tx, &t.refs[i], old, row, id); err != nil {
			return err
		}
	}
	raw, err := tx.encode(row)
	if err != nil {
		return fmt.Errorf("encode %s %d: %w", t.class, id, err)
	}
	if err := tx.bucket(t.name).Put(rowKey(id), raw); err != nil {
		return fmt.Errorf("store %s %d: %w", t.class, id, err)
	}
	tx.builder(t.number).Put(uint32(id), t.indexRow(row))
	return t.follow(tx, old, row)
}

func (t *Table[T]) reclaim(tx *Tx, u *Unique[T], old, row *T, id model.ID) error {
	before, after := u.Key(old), u.Key(row)
	if bytes.Equal(before, after) {
		return nil
	}
	if err := t.claim(tx, u, row, id); err != nil {
		return err
	}
	if before == nil {
		return nil
	}
	return tx.bucket(t.uniqueBucket(u.Name)).Delete(before)
}

func (t *Table[T]) relink(tx *Tx, r *Ref[T], old, row *T, id model.ID) error {
	before, after := r.Get(old), r.Get(row)
	if !r.Stored || before == after {
		return nil
	}
	bucket := tx.bucket(t.storedBucket(r.Name))
	if before != 0 {
		if err := bucket.Delete(pairKey(before, id)); err != nil {
			return fmt.Errorf("store %s.%s: %w", t.name, r.Name, err)
		}
	}
	if after == 0 {
		return nil
	}
	if err := bucket.Put(pairKey(after, id), nil); err != nil {
		return fmt.Errorf("store %s.%s: %w", t.name, r.Name, err)
	}
	return nil
}

// remove deletes the row with its keys; the rows that refer to it are the caller's affair.
func (t *Table[T]) remove(tx *Tx, id model.ID) error {
	return t.removeAll(tx, roaring.BitmapOf(uint32(id)), func() {})
}

// removeAll deletes rows with their keys, calling removed after each; the rows that refer to them are the caller's affair.
func (t *Table[T]) removeAll(tx *Tx, ids *roaring.Bitmap, removed func()) error {
	cursor := tx.bucket(t.name).Cursor()
	for it := ids.Iterator(); it.HasNext(); {
		id := model.ID(it.Next())
		wanted := rowKey(id)
		key, raw := cursor.Seek(wanted)
		if !bytes.Equal(key, wanted) {
			return fmt.Errorf("delete: %s %d: %w", t.class, id, ErrNotFound)
		}
		row, err := t.decode(id, raw)
		if err != nil {
			return fmt.Errorf("delete: %w", err)
		}
		if err := cursor.Delete(); err != nil {
			return fmt.Errorf("delete %s %d: %w", t.class, id, err)
		}
		if err := t.removeKeys(tx, row, id); err != nil {
			return err
		}
		tx.builder(t.number).Delete(uint32(id))
		if err := t.follow(tx, row, nil); err != nil {
			return err
		}
		removed()
	}
	return nil
}

// removeKeys deletes the unique keys and stored foreign keys of a row.
func (t *Table[T]) removeKeys(tx *Tx, row *T, id model.ID) error {
	for i := range t.uniques {
		if key := t.uniques[i].Key(row); key != nil {
			if err := tx.bucket(t.uniqueBucket(t.uniques[i].Name)).Delete(key); err != nil {
				return fmt.Errorf("delete unique key of %s %d: %w", t.class, id, err)
			}
		}
	}
	for i := range t.refs {
		if r := &t.refs[i]; r.Stored && r.Get(row) != 0 {
			if err := tx.bucket(t.storedBucket(r.Name)).Delete(pairKey(r.Get(row), id)); err != nil {
				return fmt.Errorf("delete %s.%s: %w", t.name, r.Name, err)
			}
		}
	}
	return nil
}

// indexRow is the index entry of a row.
func (t *Table[T]) indexRow(row *T) columnar.Row {
	return t.appendIndexRow(make(columnar.Row, 0, len(t.columns)+len(t.refs)), row)
}

func (t *Table[T]) appendIndexRow(values columnar.Row, row *T) columnar.Row {
	for i := range t.columns {
		values = append(values, t.columns[i].value(row))
	}
	for i := range t.refs {
		if !t.refs[i].Stored {
			values = append(values, columnar.Value{I: int64(t.refs[i].Get(row))})
		}
	}
	return values
}

func (c *Column[T]) value(row *T) columnar.Value {
	if c.Text != nil {
		return columnar.Value{S: c.Text(row)}
	}
	if c.Ref != nil {
		return columnar.Value{I: int64(c.Ref(row))}
	}
	v, valid := c.Int(row)
	return columnar.Value{I: v, Null: !valid}
}

func (t *Table[T]) uniqueBucket(name string) string { return t.name + "/unique/" + name }
func (t *Table[T]) storedBucket(ref string) string  { return t.name + "/by/" + ref }

// Key joins the parts of a unique key so that different parts give different keys: texts are length-prefixed.
func Key(parts ...any) []byte {
	var key []byte
	for _, p := range parts {
		switch v := p.(type) {
		case model.ID:
			key = binary.BigEndian.AppendUint64(key, uint64(v))
		case string:
			key = binary.BigEndian.AppendUint32(key, uint32(len(v)))
			key = append(key, v...)
		case []byte:
			key = binary.BigEndian.AppendUint32(key, uint32(len(v)))
			key = append(key, v...)
		default:
			panic(fmt.Sprintf("db: a unique key cannot hold a %T", p))
		}
	}
	return key
}

// Project yields the rows with the given ids decoded into P, a struct with some of the row's cbor names: cheaper than whole rows.
func Project[P, T any](tx *Tx, t *Table[T], ids *roaring.Bitmap) iter.Seq2[*P, error] {
	return func(yield func(*P, error) bool) {
		bucket := tx.bucket(t.name)
		for it := ids.Iterator(); it.HasNext(); {
			id := model.ID(it.Next())
			row := new(P)
			err := decode(bucket.Get(rowKey(id)), row)
			if err != nil {
				err = fmt.Errorf("decode %s %d: %w", t.class, id, err)
			}
			if !yield(row, err) || err != nil {
				return
			}
		}
	}
}
