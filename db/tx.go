package db

import (
	"context"
	"encoding/binary"
	"fmt"

	bolt "go.etcd.io/bbolt"

	"secobserve/db/columnar"
	"secobserve/model"
)

// Tx is a transaction. It must not be used after the function it was given to returns, nor by several goroutines at a time.
type Tx struct {
	ctx         context.Context
	bolt        *bolt.Tx
	snapshots   []*columnar.Snapshot
	builders    []*columnar.Builder // of a write transaction: the tables changed so far, nil for the others
	buckets     map[string]*bolt.Bucket
	slab        []byte
	plain       []byte // of the row that is encoded
	packed      []byte
	textUses    map[digest]*textUse
	put         putText
	components  components // changes of the components that rows have
	audited     audited    // changes of rows of audited tables
	afterCommit []func()
}

// Context is the context that the transaction was begun with.
func (tx *Tx) Context() context.Context { return tx.ctx }

// Writable tells whether the transaction may change rows.
func (tx *Tx) Writable() bool { return tx.builders != nil }

// ID names the state of the data that the transaction reads: it grows with every commit.
func (tx *Tx) ID() int { return tx.bolt.ID() }

// OnCommit has f run after the commit, outside the transaction. After a rollback it does not run.
func (tx *Tx) OnCommit(f func()) { tx.afterCommit = append(tx.afterCommit, f) }

// bucket returns a bucket that migrate has created.
func (tx *Tx) bucket(name string) *bolt.Bucket {
	if b, ok := tx.buckets[name]; ok {
		return b
	}
	b := tx.bolt.Bucket([]byte(name))
	if b == nil {
		panic(fmt.Sprintf("db: bucket %q does not exist", name))
	}
	if tx.buckets == nil {
		tx.buckets = make(map[string]*bolt.Bucket)
	}
	tx.buckets[name] = b
	return b
}

// snapshot is the index of a table as this transaction sees it, its own changes included.
func (tx *Tx) snapshot(table int) *columnar.Snapshot {
	if tx.builders != nil && tx.builders[table] != nil {
		return tx.builders[table].View()
	}
	return tx.snapshots[table]
}

// builder takes the changes of a table's index.
func (tx *Tx) builder(table int) *columnar.Builder {
	if tx.builders[table] == nil {
		tx.builders[table] = tx.snapshots[table].Edit()
	}
	return tx.builders[table]
}

func (tx *Tx) nextState(current *state) *state {
	next := &state{txid: tx.bolt.ID(), snapshots: make([]*columnar.Snapshot, len(current.snapshots))}
	copy(next.snapshots, current.snapshots)
	for i, b := range tx.builders {
		if b != nil {
			next.snapshots[i] = b.Snapshot()
		}
	}
	return next
}

// slabSize is the unit in which memory for encoded rows is taken: bbolt keeps values until the commit, and one allocation per row costs
// more than the row.
const slabSize = 256 << 10

// keep returns a copy of b that stays valid until the transaction ends.
func (tx *Tx) keep(b []byte) []byte {
	if len(b) > slabSize/4 {
		return append([]byte(nil), b...)
	}
	if cap(tx.slab)-len(tx.slab) < len(b) {
		tx.slab = make([]byte, 0, slabSize)
	}
	start := len(tx.slab)
	tx.slab = append(tx.slab, b...)
	return tx.slab[start:len(tx.slab):len(tx.slab)]
}

// rowKey is the key of a row.
func rowKey(id model.ID) []byte {
	return binary.BigEndian.AppendUint64(make([]byte, 0, 8), uint64(id))
}

// pairKey is the key of a row below its parent.
func pairKey(parent, id model.ID) []byte {
	k := binary.BigEndian.AppendUint64(make([]byte, 0, 16), uint64(parent))
	return binary.BigEndian.AppendUint64(k, uint64(id))
}

func idOf(key []byte) model.ID { return model.ID(binary.BigEndian.Uint64(key)) }
