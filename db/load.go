package db

import (
	"fmt"
	"reflect"
	"runtime"
	"runtime/debug"
	"sync"

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
	defer debug.SetGCPercent(debug.SetGCPercent(loadGCPercent))
	st := &state{txid: b.ID(), snapshots: make([]*columnar.Snapshot, len(schema))}
	var work errgroup.Group
	work.SetLimit(runtime.GOMAXPROCS(0))
	for i, t := range schema {
		work.Go(func() error {
			return soundly(s.bolt.Path(), func() error {
				return s.bolt.View(func(b *bolt.Tx) error { // a transaction is for one goroutine
					snapshot, err := t.loadIndex(&Tx{bolt: b})
					st.snapshots[i] = snapshot
					return err
				})
			})
		})
	}
	if err := work.Wait(); err != nil {
		return err
	}
	s.states.Store(&states{current: st})
	return nil
}

// loadGCPercent has less garbage collected while the index is built, which makes much of it in a short time.
const loadGCPercent = 400

// loadBatch is how many rows one goroutine decodes at a time.
const loadBatch = 1024

// loaded are the index entries of some rows, one after the other.
type loaded struct {
	ids    []uint32
	values []columnar.Value
	err    error
}

// loadIndex reads all rows. Decoding, the larger part of the work, is spread over the processors; the index is built in the order of the
// ids.
func (t *Table[T]) loadIndex(tx *Tx) (*columnar.Snapshot, error) {
	builder, path := columnar.New(t.schema).Edit(), tx.bolt.DB().Path()
	queue := make(chan chan *loaded, 2*runtime.GOMAXPROCS(0))
	used := sync.Pool{New: func() any { return new(loaded) }}
	var work errgroup.Group
	work.SetLimit(runtime.GOMAXPROCS(0))
	go func() {
		defer close(queue)
		err := soundly(path, func() error {
			for keys, values := range batches(tx.bucket(t.name)) {
				result := make(chan *loaded, 1)
				queue <- result
				work.Go(func() error {
					batch := used.Get().(*loaded)
					batch.err = soundly(path, func() error { return t.loadBatch(batch, keys, values) })
					result <- batch
					return nil
				})
			}
			return nil
		})
		if err != nil {
			result := make(chan *loaded, 1)
			result <- &loaded{err: err}
			queue <- result
		}
	}()
	var failed error
	for result := range queue {
		batch := <-result
		if failed == nil {
			failed = batch.err
		}
		builder.Append(batch.ids, batch.values)
		used.Put(batch)
	}
	if failed != nil {
		return nil, failed
	}
	return builder.Snapshot(), nil
}

func batches(bucket *bolt.Bucket) func(yield func(keys, values [][]byte) bool) {
	return func(yield func(keys, values [][]byte) bool) {
		keys, values := make([][]byte, 0, loadBatch), make([][]byte, 0, loadBatch)
		c := bucket.Cursor()
		for k, v := c.First(); k != nil; k, v = c.Next() {
			keys, values = append(keys, k), append(values, v)
			if len(keys) < loadBatch {
				continue
			}
			if !yield(keys, values) {
				return
			}
			keys, values = make([][]byte, 0, loadBatch), make([][]byte, 0, loadBatch)
		}
		if len(keys) > 0 {
			yield(keys, values)
		}
	}
}

// loadBatch fills batch with the index entries of rows.
func (t *Table[T]) loadBatch(batch *loaded, keys, values [][]byte) error {
	batch.ids, batch.values = batch.ids[:0], batch.values[:0]
	reader := rowReaderOf(reflect.TypeFor[T]()).without(t.unindexed)
	row, before := new(T), new(T) // two for all: most of a row is needed no longer than its index row
	for i := range keys {
		id := idOf(keys[i])
		row, before = before, row
		*row = *new(T)
		if err := decodeWith(reader, values[i], row, before); err != nil {
			return fmt.Errorf("decode %s %d: %w", t.class, id, err)
		}
		if *t.id(row) != id {
			return fmt.Errorf("%s %d is stored under the id %d", t.class, *t.id(row), id)
		}
		batch.ids = append(batch.ids, uint32(id))
		batch.values = t.appendIndexRow(batch.values, row)
	}
	return nil
}
