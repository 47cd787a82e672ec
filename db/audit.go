package db

import (
	"context"
	"fmt"

	"secobserve/model"
)

// Change is what a write transaction has done to one row of an audited table.
type Change struct {
	Table string // "users"
	Class string // "User"
	ID    model.ID
	// Old and New are copies of the row before and after, pointers to its type; nil if it did not exist then.
	Old, New any
	// Brief is set for tables of whose rows only the deletion is told: the name says enough.
	Brief bool
}

// Changes are all that a write transaction has done to audited tables, in the order in which rows were first touched.
type Changes struct {
	Rows []Change
	// More is how many changes each table has beyond the [MaxChanges] that Rows lists of it.
	More map[string]int
}

// MaxChanges is how many changes of one table a transaction remembers one by one.
const MaxChanges = 100

// Auditor is told of the changes of a write transaction before its commit. What it stores is part of the transaction; its error prevents the
// commit.
type Auditor func(ctx context.Context, tx *Tx, changes *Changes) error

// Audit has all later write transactions told to the auditor. It must be called before the store is used by several goroutines.
func (s *Store) Audit(auditor Auditor) { s.auditor = auditor }

// audited collects the changes of a write transaction.
type audited struct {
	places map[place]int // in rows
	counts map[string]int
	rows   []Change
}

type place struct {
	table string
	id    model.ID
}

// note remembers a change of a row. Several changes of one row in a transaction are one, from its first to its last state.
func (a *audited) note(change Change) {
	if a.places == nil {
		a.places, a.counts = make(map[place]int), make(map[string]int)
	}
	at := place{change.Table, change.ID}
	if i, ok := a.places[at]; ok {
		a.rows[i].New = change.New
		return
	}
	a.counts[change.Table]++
	if a.counts[change.Table] > MaxChanges {
		return
	}
	a.places[at] = len(a.rows)
	a.rows = append(a.rows, change)
}

// changes are those that have an effect.
func (a *audited) changes() *Changes {
	out := &Changes{}
	for _, change := range a.rows {
		if change.Old != nil || change.New != nil {
			out.Rows = append(out.Rows, change)
		}
	}
	for table, count := range a.counts {
		if count <= MaxChanges {
			continue
		}
		if out.More == nil {
			out.More = make(map[string]int)
		}
		out.More[table] = count - MaxChanges
	}
	return out
}

// noteRow remembers a change of a row if the table is audited.
func (t *Table[T]) noteRow(tx *Tx, old, row *T) {
	if t.audit == unaudited || t.audit == auditDeletions && row != nil {
		return
	}
	change := Change{Table: t.name, Class: t.class, Old: copied(old), New: copied(row), Brief: t.audit == auditDeletions}
	if row != nil {
		change.ID = *t.id(row)
	} else {
		change.ID = *t.id(old)
	}
	tx.audited.note(change)
}

// copied is a copy of a row, which the caller may go on changing; nil stays nil.
func copied[T any](row *T) any {
	if row == nil {
		return nil
	}
	c := *row
	return &c
}

// audit tells the auditor what the transaction has changed.
func (tx *Tx) audit(ctx context.Context, auditor Auditor) error {
	changes := tx.audited.changes()
	if auditor == nil || len(changes.Rows) == 0 && len(changes.More) == 0 {
		return nil
	}
	if err := auditor(ctx, tx, changes); err != nil {
		return fmt.Errorf("audit: %w", err)
	}
	return nil
}

// AuditedTables lists the names of the audited tables and records.
func AuditedTables() []string {
	var names []string
	for _, t := range schema {
		if t.isAudited() {
			names = append(names, t.tableName())
		}
	}
	return append(names, Settings.name, JWTSecret.name)
}

// PluralOf is the name of several rows of a table in messages, such as "Branches".
func PluralOf(table string) string {
	if t := tableByName(table); t != nil {
		return t.pluralName()
	}
	return table
}

// ClassOf is the name of one row of a table in messages, such as "Branch".
func ClassOf(table string) string {
	if t := tableByName(table); t != nil {
		return t.className()
	}
	return table
}

// ReferencesOf gives the names of the tables that the foreign keys of a table refer to.
func ReferencesOf(table string) map[string]string {
	if t := tableByName(table); t != nil {
		return t.references()
	}
	return nil
}

// NameOf is how the audit log calls a row; "" for rows that do not exist and tables that have no names.
func NameOf(tx *Tx, table string, id model.ID) string {
	if t := tableByName(table); t != nil {
		return t.nameOf(tx, id)
	}
	return ""
}

// NameOfRow is NameOf for a row that may be stored no more; row is a pointer to the table's type.
func NameOfRow(table string, row any) string {
	if t := tableByName(table); t != nil {
		return t.nameOfRow(row)
	}
	return ""
}

func (t *Table[T]) isAudited() bool   { return t.audit != unaudited }
func (t *Table[T]) className() string { return t.class }

func (t *Table[T]) references() map[string]string {
	tables := make(map[string]string, len(t.refs))
	for i := range t.refs {
		tables[t.refs[i].Name] = t.refs[i].To
	}
	return tables
}

func (t *Table[T]) nameOf(tx *Tx, id model.ID) string {
	if t.label == nil {
		return ""
	}
	row, err := t.Get(tx, id)
	if err != nil {
		return ""
	}
	return t.label(row)
}

func (t *Table[T]) nameOfRow(row any) string {
	r, ok := row.(*T)
	if !ok || r == nil || t.label == nil {
		return ""
	}
	return t.label(r)
}
