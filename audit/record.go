package audit

import (
	"context"
	"fmt"
	"time"

	"secobserve/db"
	"secobserve/model"
)

// mostOfAKind is up to how many changes of one table in a transaction are recorded one by one; more become one record with their number.
const mostOfAKind = 20

// Attach has all administrative changes of the store recorded, with the time of the clock.
func Attach(store *db.Store, clock func() time.Time) {
	store.Audit(func(ctx context.Context, tx *db.Tx, changes *db.Changes) error {
		r := recorder{tx: tx, actor: ActorOf(ctx), now: model.TimeOf(clock()), names: make(map[reference]string)}
		return r.record(changes)
	})
}

// recorder writes the records of one transaction.
type recorder struct {
	tx    *db.Tx
	actor *Actor
	now   model.Time
	names map[reference]string // of rows that are not stored any more, and those looked up before
}

type reference struct {
	table string
	id    model.ID
}

func (r *recorder) record(changes *db.Changes) error {
	counts := make(map[string]int)
	for _, change := range changes.Rows {
		counts[change.Table]++
		if change.New == nil {
			r.names[reference{change.Table, change.ID}] = db.NameOfRow(change.Table, change.Old)
		}
	}
	summed := make(map[string]*sum)
	for _, change := range changes.Rows {
		if counts[change.Table] > mostOfAKind {
			r.add(summed, change)
			continue
		}
		if err := r.recordRow(change); err != nil {
			return err
		}
	}
	return r.recordSums(summed, changes.More)
}

func (r *recorder) recordRow(change db.Change) error {
	fields := differences(change.Old, change.New)
	if len(fields) == 0 {
		return nil
	}
	row := r.newRecord(actionOf(change), change.Class)
	row.Object, row.ObjectName = change.ID, r.nameOf(change)
	row.Product, row.ProductName = r.productOf(change)
	references := db.ReferencesOf(change.Table)
	for i := range fields {
		if table := references[fields[i].Field]; table != "" {
			fields[i].Old, fields[i].New = r.named(table, fields[i].Old), r.named(table, fields[i].New)
		}
	}
	if !change.Brief {
		row.Changes = fields
	}
	return db.AuditLogs.Insert(r.tx, row)
}

func (r *recorder) newRecord(action model.AuditAction, class string) *model.AuditLog {
	return &model.AuditLog{Created: r.now, User: r.actor.User, Username: r.actor.Username, Address: r.actor.Address, Source: r.actor.Source,
		Request: r.actor.Request, Action: action, ObjectType: class}
}

func actionOf(change db.Change) model.AuditAction {
	switch {
	case change.Old == nil:
		return model.AuditCreated
	case change.New == nil:
		return model.AuditDeleted
	default:
		return model.AuditChanged
	}
}

// sum counts changes of one table that are too many to be told one by one.
type sum struct {
	class       string
	counts      map[model.AuditAction]int
	product     model.ID
	productName string
	several     bool // products
}

func (r *recorder) add(sums map[string]*sum, change db.Change) {
	if len(differences(change.Old, change.New)) == 0 {
		return
	}
	product, name := r.productOf(change)
	s := sums[change.Table]
	if s == nil {
		s = &sum{class: change.Class, counts: make(map[model.AuditAction]int), product: product, productName: name}
		sums[change.Table] = s
	}
	s.counts[actionOf(change)]++
	s.several = s.several || s.product != product
}

// recordSums writes one record for each action on a table whose changes are many. What was not remembered one by one counts as the most
// frequent action.
func (r *recorder) recordSums(sums map[string]*sum, more map[string]int) error {
	for _, table := range db.AuditedTables() {
		s := sums[table]
		if s == nil {
			continue
		}
		most := model.AuditDeleted
		for _, action := range model.AuditActions {
			if s.counts[action] > s.counts[most] {
				most = action
			}
		}
		s.counts[most] += more[table]
		for _, action := range model.AuditActions {
			if s.counts[action] == 0 {
				continue
			}
			row := r.newRecord(action, s.class)
			row.ObjectName = fmt.Sprintf("%d %s", s.counts[action], db.PluralOf(table))
			if !s.several {
				row.Product, row.ProductName = s.product, s.productName
			}
			if err := db.AuditLogs.Insert(r.tx, row); err != nil {
				return err
			}
		}
	}
	return nil
}
