package db

import (
	"fmt"
	"runtime"

	bolt "go.etcd.io/bbolt"
	"golang.org/x/sync/errgroup"

	"secobserve/db/columnar"
)

// load builds the index of every table from its rows.
func (s *Store) load() error {
	b, err := s.bolt.Begin(false)
	if err != nil {
		return err
	}
	defer b.Rollback() //nolint:errcheck // a read transaction has nothing to lose
	st := &state{txid: b.ID(), snapshots: make([]*columnar.Snapshot, len(schema))}
	for i, t := range schema {
		snapshot, err := t.loadIndex(&Tx{bolt: b})
		if err != nil {
			return err
		}
		st.snapshots[i] = snapshot
	}
	s.states.Store(&states{current: st})
	return nil
}

// loadBatch is how many rows one goroutine decodes at a time.
const loadBatch = 2048

type loaded struct {
	ids  []uint32
	rows []columnar.Row
	err  error
}

// loadIndex reads all rows. Decoding, the larger part of the work, is spread over the processors; the index is built in the order of the
// ids.
func (t *Table[T]) loadIndex(tx *Tx) (*columnar.Snapshot, error) {
	builder := columnar.New(t.schema).Edit()
	queue := make(chan chan loaded, 2*runtime.GOMAXPROCS(0))
	var work errgroup.Group
	work.SetLimit(runtime.GOMAXPROCS(0))
	go func() {
		defer close(queue)
		for keys, values := range batches(tx.bucket(t.name)) {
			result := make(chan loaded, 1)
			queue <- result
			work.Go(func() error {
				result <- t.loadBatch(keys, values)
				return nil
			})
		}
	}()
	var failed error
	for result := range queue {
		batch := <-result
		if failed == nil {
			failed = batch.err
		}
		for i, id := range batch.ids {
			builder.Put(id, batch.rows[i])
		}
	}
	if failed != nil {
		return nil, failed
	}
	return builder.Snapshot(), nil
}

func batches(bucket *bolt.Bucket) func(yield func(keys, values [][]byte) bool) {
	return func(yield func(keys, values [][]byte) bool) {
		var keys, values [][]byte
		c := bucket.Cursor()
		for k, v := c.First(); k != nil; k, v = c.Next() {
			keys, values = append(keys, k), append(values, v)
			if len(keys) < loadBatch {
				continue
			}
			if !yield(keys, values) {
				return
			}
			keys, values = nil, nil
		}
		if len(keys) > 0 {
			yield(keys, values)
		}
	}
}

func (t *Table[T]) loadBatch(keys, values [][]byte) loaded {
	batch := loaded{ids: make([]uint32, 0, len(keys)), rows: make([]columnar.Row, 0, len(keys))}
	for i := range keys {
		id := idOf(keys[i])
		row := new(T)
		if err := decoding.Unmarshal(values[i], row); err != nil {
			return loaded{err: fmt.Errorf("decode %s %d: %w", t.class, id, err)}
		}
		if *t.id(row) != id {
			return loaded{err: fmt.Errorf("%s %d is stored under the id %d", t.class, *t.id(row), id)}
		}
		batch.ids = append(batch.ids, uint32(id))
		batch.rows = append(batch.rows, t.indexRow(row))
	}
	return batch
}
