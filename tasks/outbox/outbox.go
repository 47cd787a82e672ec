// Package outbox writes down, in the transaction that causes it, what has to be done after its commit. Package tasks works it off, with
// retries; a crash between the two loses nothing.
package outbox

import (
	"encoding/json"
	"errors"
	"fmt"

	"secobserve/db"
	"secobserve/model"
)

// Kind is a kind of jobs that work on a P. It is declared once, beside the code that asks for such jobs. The payload is stored as JSON: ids
// rather than rows, because rows change until the job runs, and no secrets.
type Kind[P any] struct {
	// Name is stored with each job; it must not change while jobs of the kind may be waiting.
	Name string
}

// Put asks for a job. It is done at least once after the commit of tx, and not at all if tx is rolled back.
func (k Kind[P]) Put(tx *db.Tx, payload P, now model.Time) error { return k.put(tx, "", payload, now) }

// PutOnce asks for a job that stands for all others with the same key: one that still waits takes over the new payload; while one is
// running, one more run follows it.
func (k Kind[P]) PutOnce(tx *db.Tx, key string, payload P, now model.Time) error {
	return k.put(tx, key, payload, now)
}

func (k Kind[P]) put(tx *db.Tx, key string, payload P, now model.Time) error {
	raw, err := json.Marshal(payload)
	if err != nil {
		return fmt.Errorf("encode a job %q: %w", k.Name, err)
	}
	job := &model.Job{Kind: k.Name, Key: key, Payload: raw, Created: now}
	if key == "" {
		return db.Jobs.Insert(tx, job)
	}
	waiting, err := db.Jobs.Find(tx, "key", db.Key(k.Name, key))
	if errors.Is(err, db.ErrNotFound) {
		return db.Jobs.Insert(tx, job)
	}
	if err != nil {
		return fmt.Errorf("look for a waiting job %q: %w", k.Name, err)
	}
	job.ID, job.Revision = waiting.ID, waiting.Revision+1
	return db.Jobs.Update(tx, job)
}
