package db

import (
	"fmt"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/model"
)

// ProtectedError says that a row cannot be deleted because others refer to it (http-conventions.md §6, 409).
type ProtectedError struct {
	Class   string   // "Product"
	Plurals []string // "Observations", "License_Components"
}

func (e *ProtectedError) Error() string {
	return fmt.Sprintf("Cannot delete %s because it still has %s.", e.Class, strings.Join(e.Plurals, ", "))
}

// entity is a table without its row type: what following foreign keys needs.
type entity interface {
	tableName() string
	pluralName() string
	inbound() []relation
	referring(tx *Tx, ref string, ids *roaring.Bitmap) *roaring.Bitmap
	clear(tx *Tx, ref string, ids *roaring.Bitmap) error
	remove(tx *Tx, id model.ID) error
}

// relation is a foreign key seen from the table it refers to.
type relation struct {
	from     entity
	ref      string
	onDelete OnDelete
}

func (t *Table[T]) tableName() string   { return t.name }
func (t *Table[T]) pluralName() string  { return t.plural }
func (t *Table[T]) inbound() []relation { return relationsTo[t.name] }

func (t *Table[T]) referring(tx *Tx, ref string, ids *roaring.Bitmap) *roaring.Bitmap {
	all := roaring.New()
	for it := ids.Iterator(); it.HasNext(); {
		all.Or(t.Referring(tx, ref, model.ID(it.Next())))
	}
	return all
}

func (t *Table[T]) clear(tx *Tx, ref string, ids *roaring.Bitmap) error {
	for row, err := range t.Select(tx, ids.Clone()) {
		if err != nil {
			return err
		}
		t.ref(ref).Set(row, 0)
		if err := t.Update(tx, row); err != nil {
			return err
		}
	}
	return nil
}

// Delete deletes the row and, along the declared foreign keys, what belongs to it. It changes nothing and fails with a ProtectedError if
// rows that are not part of it refer to it or to its parts.
func (t *Table[T]) Delete(tx *Tx, id model.ID) error {
	return t.DeleteAll(tx, roaring.BitmapOf(uint32(id)))
}

// DeleteAll deletes several rows as [Table.Delete] does.
func (t *Table[T]) DeleteAll(tx *Tx, ids *roaring.Bitmap) error {
	plan := deletion{tx: tx, doomed: make(map[string]*roaring.Bitmap)}
	plan.collect(t, ids)
	if kinds := plan.protectedBy(t, ids); len(kinds) > 0 {
		return &ProtectedError{Class: t.class, Plurals: kinds}
	}
	return plan.execute()
}

// deletion collects the rows that go together.
type deletion struct {
	tx     *Tx
	doomed map[string]*roaring.Bitmap // by table name
	order  []entity                   // parents before children
}

func (d *deletion) collect(e entity, ids *roaring.Bitmap) {
	if d.doomed[e.tableName()] == nil {
		d.doomed[e.tableName()] = roaring.New()
		d.order = append(d.order, e)
	}
	fresh := roaring.AndNot(ids, d.doomed[e.tableName()])
	if fresh.IsEmpty() {
		return
	}
	d.doomed[e.tableName()].Or(fresh)
	for _, r := range e.inbound() {
		if r.onDelete == Cascade {
			d.collect(r.from, r.from.referring(d.tx, r.ref, fresh))
		}
	}
}

// protectedBy names the kinds of direct dependants of the root rows through which the deletion is refused, each once, in the order of the
// schema.
func (d *deletion) protectedBy(root entity, ids *roaring.Bitmap) []string {
	var kinds []string
	for _, r := range root.inbound() {
		if d.blocks(r, ids) && !slices.Contains(kinds, r.from.pluralName()) {
			kinds = append(kinds, r.from.pluralName())
		}
	}
	return kinds
}

// blocks tells whether rows behind the relation forbid the deletion of the given rows: directly, or because something that would go along
// is protected itself.
func (d *deletion) blocks(r relation, ids *roaring.Bitmap) bool {
	if r.onDelete == SetNull || r.onDelete == Derived {
		return false
	}
	children := r.from.referring(d.tx, r.ref, ids)
	if children.IsEmpty() || r.onDelete == Protect {
		return !children.IsEmpty()
	}
	return slices.ContainsFunc(r.from.inbound(), func(next relation) bool { return d.blocks(next, children) })
}

func (d *deletion) execute() error {
	for _, e := range d.order {
		for _, r := range e.inbound() {
			if r.onDelete != SetNull {
				continue
			}
			dependants := r.from.referring(d.tx, r.ref, d.doomed[e.tableName()])
			if gone := d.doomed[r.from.tableName()]; gone != nil {
				dependants.AndNot(gone)
			}
			if err := r.from.clear(d.tx, r.ref, dependants); err != nil {
				return fmt.Errorf("clear %s.%s: %w", r.from.tableName(), r.ref, err)
			}
		}
	}
	for _, e := range slices.Backward(d.order) {
		for it := d.doomed[e.tableName()].Iterator(); it.HasNext(); {
			if err := e.remove(d.tx, model.ID(it.Next())); err != nil {
				return err
			}
		}
	}
	return nil
}
