package db

import (
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"time"

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
	removeAll(tx *Tx, ids *roaring.Bitmap, removed func()) error
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

// referring returns the rows whose foreign key is one of the ids.
func (t *Table[T]) referring(tx *Tx, ref string, ids *roaring.Bitmap) *roaring.Bitmap {
	if !t.ref(ref).Stored {
		return t.Index(tx).AnyRef(t.Column(ref), ids)
	}
	return t.storedAny(tx, ref, ids)
}

// storedAny reads the pairs of many parents in their order, so that neighbours need no new search.
func (t *Table[T]) storedAny(tx *Tx, ref string, parents *roaring.Bitmap) *roaring.Bitmap {
	var children []uint32
	c := tx.bucket(t.storedBucket(ref)).Cursor()
	k, _ := c.First()
	for it := parents.Iterator(); it.HasNext() && k != nil; {
		parent := model.ID(it.Next())
		if idOf(k) < parent {
			k, _ = c.Seek(rowKey(parent))
		}
		for ; k != nil && idOf(k) == parent; k, _ = c.Next() {
			children = append(children, uint32(idOf(k[8:])))
		}
	}
	return roaring.BitmapOf(children...)
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
	if kinds := plan.protectedBy(t, ids); len(kinds) > 0 {
		return &ProtectedError{Class: t.class, Plurals: kinds}
	}
	plan.collect(t, ids)
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
	if !mayBlock(r) {
		return false
	}
	children := r.from.referring(d.tx, r.ref, ids)
	if r.onDelete == Protect {
		return !children.IsEmpty()
	}
	return slices.ContainsFunc(r.from.inbound(), func(next relation) bool { return d.blocks(next, children) })
}

// mayBlock tells whether the schema lets any row behind the relation forbid a deletion, so that the rows need not be looked for.
func mayBlock(r relation) bool {
	switch r.onDelete {
	case Protect:
		return true
	case Cascade:
		return slices.ContainsFunc(r.from.inbound(), mayBlock)
	default:
		return false
	}
}

func (d *deletion) execute() error {
	for _, e := range d.order {
		if err := d.clearReferences(e); err != nil {
			return err
		}
	}
	progress := d.newProgress()
	for _, e := range slices.Backward(d.order) {
		if err := e.removeAll(d.tx, d.doomed[e.tableName()], progress.step); err != nil {
			return err
		}
	}
	return nil
}

// clearReferences makes the foreign keys null that refer to rows of e that go.
func (d *deletion) clearReferences(e entity) error {
	for _, r := range e.inbound() {
		if r.onDelete != SetNull {
			continue
		}
		dependants := r.from.referring(d.tx, r.ref, d.doomed[e.tableName()]).Clone()
		if gone := d.doomed[r.from.tableName()]; gone != nil {
			dependants.AndNot(gone)
		}
		if err := r.from.clear(d.tx, r.ref, dependants); err != nil {
			return fmt.Errorf("clear %s.%s: %w", r.from.tableName(), r.ref, err)
		}
	}
	return nil
}

// progress tells the log how far a large deletion has come.
type progress struct {
	done, total int
	next        time.Time
}

// The deletions that are told of, by their number of rows, and how often.
const (
	largeDeletion    = 10_000
	progressInterval = 2 * time.Second
)

func (d *deletion) newProgress() *progress {
	p := &progress{next: time.Now().Add(progressInterval)}
	for _, ids := range d.doomed {
		p.total += int(ids.GetCardinality())
	}
	if p.total >= largeDeletion {
		slog.Info("deleting", "data_table", d.order[0].tableName(), "data_rows", p.total)
	}
	return p
}

// step counts a row that has gone.
func (p *progress) step() {
	p.done++
	if p.total < largeDeletion || p.done%1024 != 0 || time.Now().Before(p.next) {
		return
	}
	p.next = time.Now().Add(progressInterval)
	slog.Info("deleting", "data_rows", p.total, "data_done", p.done)
}
