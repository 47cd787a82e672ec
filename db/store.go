package db

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
	"time"

	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"

	"secobserve/db/columnar"
)

// Errors of opening a data file.
var (
	// ErrLocked means that another process has the data file open.
	ErrLocked = errors.New("the data file is in use by another process")
	// ErrNewer means that the data file was written by a newer version of the program.
	ErrNewer = errors.New("the data file was written by a newer version of this program")
	// ErrNotFound means that there is no row with the given id or key.
	ErrNotFound = errors.New("not found")
	// ErrClosed means that the store has been closed, as it is while the server stops.
	ErrClosed = errors.New("the data file is closed")
	// ErrFull means that the disk, or the quota, has no room left; the transaction has changed nothing.
	ErrFull = errors.New("no space left to store the change")
	// ErrRefused means that the disk does not take what is written: it is read-only by now, as file systems become when something is wrong with
	// them, or it fails.
	ErrRefused = errors.New("the disk refuses to store the change")
)

// lockTimeout is how long Open waits for another process to release the file.
const lockTimeout = 500 * time.Millisecond

// initialMmapSize is the address space reserved for the file, so that growing below it never has to wait for running readers. It costs
// no memory.
const initialMmapSize = 64 << 30

// Store is an open data file.
type Store struct {
	bolt     *bolt.DB
	writer   chan struct{} // holds one token: the right to open the write transaction, waited for with a context
	states   atomic.Pointer[states]
	watching watching
	auditor  Auditor
}

// states pairs each committed transaction with the index of the state that it made. next is set while a commit is under way: a reader that
// begins after the commit's last write but before its publication finds its index there.
type states struct {
	current *state
	next    *state
}

type state struct {
	txid      int
	snapshots []*columnar.Snapshot // by table number
}

// Open opens the data file, creates it if it does not exist, migrates it to the current format and builds the query index.
func Open(path string) (*Store, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, fmt.Errorf("create data folder: %w", err)
	}
	b, err := openBolt(path, false)
	if err != nil {
		return nil, err
	}
	s := &Store{bolt: b, writer: make(chan struct{}, 1)}
	if err := soundly(path, s.prepare); err != nil {
		return nil, errors.Join(err, b.Close())
	}
	return s, nil
}

// openBolt opens a file after a look at each of its pages. That takes a lock first, which the file has no other way to give, and no page but the
// meta pages is used before.
func openBolt(path string, readOnly bool) (*bolt.DB, error) {
	if err := checkSize(path); err != nil {
		return nil, fmt.Errorf("open: %w", err)
	}
	if info, err := os.Stat(path); !readOnly && (errors.Is(err, os.ErrNotExist) || err == nil && info.Size() == 0) {
		return lockBolt(path, false) // which makes the first pages
	}
	b, err := lockBolt(path, true)
	if err != nil {
		return nil, err
	}
	err = soundly(path, func() error { return checkTrees(b) })
	if err != nil {
		return nil, errors.Join(fmt.Errorf("open: %w", damaged(path, err)), b.Close())
	}
	if readOnly {
		return b, nil
	}
	if err := b.Close(); err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	return lockBolt(path, false)
}

func lockBolt(path string, readOnly bool) (*bolt.DB, error) {
	reserved := initialMmapSize
	if readOnly {
		reserved = 0 // the file cannot grow
	}
	var b *bolt.DB
	err := soundly(path, func() (err error) { // a panic leaves the file locked by this process, which has no use for it any more
		b, err = bolt.Open(path, 0o600, &bolt.Options{
			Timeout: lockTimeout, FreelistType: bolt.FreelistMapType, InitialMmapSize: reserved, ReadOnly: readOnly,
		})
		return err
	})
	if errors.Is(err, bolterrors.ErrTimeout) {
		return nil, fmt.Errorf("open %s: %w", path, ErrLocked)
	}
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	return b, nil
}

func (s *Store) prepare() error {
	if err := migrate(s.bolt); err != nil {
		return err
	}
	if err := s.load(); err != nil {
		return damaged(s.bolt.Path(), fmt.Errorf("build the query index: %w", err))
	}
	if err := s.derive(); err != nil {
		return fmt.Errorf("derive the components of %s: %w", s.bolt.Path(), err)
	}
	releasePages(s.bolt)
	return nil
}

// Close waits for running transactions and closes the file.
func (s *Store) Close() error {
	if err := s.bolt.Close(); err != nil {
		return fmt.Errorf("close %s: %w", s.bolt.Path(), err)
	}
	return nil
}

// Path is the path of the data file.
func (s *Store) Path() string { return s.bolt.Path() }

// View runs read in a read transaction: all that it sees, rows and index, is one state of the data.
func (s *Store) View(ctx context.Context, read func(tx *Tx) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	tx, err := s.begin()
	if err != nil {
		return err
	}
	defer tx.bolt.Rollback() //nolint:errcheck // a read transaction has nothing to lose
	return read(tx)
}

// begin opens a read transaction together with the index of the same state. A commit between the two steps makes it try again.
func (s *Store) begin() (*Tx, error) {
	for {
		b, err := s.bolt.Begin(false)
		if err != nil {
			if errors.Is(err, bolterrors.ErrDatabaseNotOpen) {
				err = ErrClosed
			}
			return nil, fmt.Errorf("begin read transaction: %w", err)
		}
		pair := s.states.Load()
		if pair.current.txid == b.ID() {
			return &Tx{bolt: b, snapshots: pair.current.snapshots}, nil
		}
		if pair.next != nil && pair.next.txid == b.ID() {
			return &Tx{bolt: b, snapshots: pair.next.snapshots}, nil
		}
		if err := b.Rollback(); err != nil {
			return nil, fmt.Errorf("end read transaction: %w", err)
		}
	}
}

// Update runs write in the write transaction and commits it; an error from write, or a panic, leaves no trace. It waits for other
// writers until ctx ends. Functions given to [Tx.OnCommit] run after the commit.
func (s *Store) Update(ctx context.Context, write func(tx *Tx) error) error {
	select {
	case s.writer <- struct{}{}:
	case <-ctx.Done():
		return fmt.Errorf("wait for the write transaction: %w", ctx.Err())
	}
	tx, err := s.updateAlone(ctx, write)
	if err != nil {
		return err
	}
	s.watching.tell(tx)
	for _, f := range tx.afterCommit {
		f()
	}
	return nil
}

// updateAlone gives the right to write back, also when write panics.
func (s *Store) updateAlone(ctx context.Context, write func(tx *Tx) error) (*Tx, error) {
	defer func() { <-s.writer }()
	return s.update(ctx, write)
}

func (s *Store) update(ctx context.Context, write func(tx *Tx) error) (*Tx, error) {
	b, err := s.bolt.Begin(true)
	if err != nil {
		return nil, fmt.Errorf("begin write transaction: %w", err)
	}
	committed := false
	defer func() {
		if !committed {
			b.Rollback() //nolint:errcheck // the error that led here is the one to report
		}
	}()
	current := s.states.Load().current
	tx := &Tx{ctx: ctx, bolt: b, snapshots: current.snapshots, builders: make([]*columnar.Builder, len(current.snapshots))}
	if err := write(tx); err != nil {
		return nil, full(err)
	}
	if err := tx.audit(ctx, s.auditor); err != nil {
		return nil, full(err)
	}
	if err := tx.settle(); err != nil {
		return nil, full(err)
	}
	next := tx.nextState(current)
	s.states.Store(&states{current: current, next: next})
	err = b.Commit()
	committed = true // also after an error: Commit has rolled back
	if err != nil && !s.reached(next.txid) {
		s.states.Store(&states{current: current})
		return nil, refused(fmt.Errorf("commit: %w", err))
	}
	s.states.Store(&states{current: next})
	if err != nil {
		return nil, refused(fmt.Errorf("commit: %w", err))
	}
	return tx, nil
}

// settle brings what follows from other rows up to date, at the end of a write transaction.
func (tx *Tx) settle() error {
	if err := tx.settleComponents(); err != nil {
		return err
	}
	return tx.settleTexts()
}

// reached tells whether readers see the state of the given transaction although its commit reported an error: its last page was written,
// but could not be synced.
func (s *Store) reached(txid int) bool {
	b, err := s.bolt.Begin(false)
	if err != nil {
		return false
	}
	defer b.Rollback() //nolint:errcheck // a read transaction has nothing to lose
	return b.ID() == txid
}

// full marks errors that come from a full disk.
func full(err error) error {
	return marked(err, ErrFull, syscall.ENOSPC, syscall.EFBIG, syscall.EDQUOT)
}

// refused marks errors of a commit that come from the disk.
func refused(err error) error {
	if full := full(err); errors.Is(full, ErrFull) {
		return full
	}
	return marked(err, ErrRefused, syscall.EROFS, syscall.EIO, syscall.EPERM)
}

// marked is err with a mark if one of the causes has led to it. bbolt passes on only the text of some.
func marked(err, mark error, causes ...syscall.Errno) error {
	if err == nil {
		return nil
	}
	for _, cause := range causes {
		if errors.Is(err, cause) || strings.Contains(err.Error(), cause.Error()) {
			return fmt.Errorf("%w: %w", mark, err)
		}
	}
	return err
}
