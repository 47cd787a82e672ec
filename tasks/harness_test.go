package tasks_test

import (
	"context"
	"io"
	"log/slog"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"secobserve/db"
	"secobserve/model"
	"secobserve/tasks"
)

// server is a data file with background work that can be stopped and started, in a bubble of package synctest: its clock begins at
// 2000-01-01T00:00Z and runs as fast as nothing happens.
type server struct {
	t     *testing.T
	store *db.Store
	tasks []tasks.Task
	jobs  []tasks.Worker
	stop  func()
	// ahead is how far the clock of the server is before that of the bubble.
	ahead atomic.Int64
}

func newServer(t *testing.T) *server {
	t.Helper()
	store, err := db.Open(filepath.Join(t.TempDir(), "data.db"))
	if err != nil {
		t.Fatal(err)
	}
	return &server{t: t, store: store}
}

func (s *server) start() {
	s.t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	runner, err := tasks.Start(ctx, tasks.Config{Store: s.store, Log: slog.New(slog.NewTextHandler(io.Discard, nil)), Location: time.UTC,
		Clock: func() time.Time { return time.Now().Add(time.Duration(s.ahead.Load())) }, Tasks: s.tasks, Workers: s.jobs})
	if err != nil {
		s.t.Fatal(err)
	}
	s.stop = func() {
		cancel()
		runner.Wait()
	}
}

// end stops the background work and closes the file.
func (s *server) end() {
	s.t.Helper()
	s.stop()
	if err := s.store.Close(); err != nil {
		s.t.Error(err)
	}
}

func (s *server) update(change func(tx *db.Tx) error) {
	s.t.Helper()
	if err := s.store.Update(context.Background(), change); err != nil {
		s.t.Fatal(err)
	}
}

func (s *server) settings(change func(*model.Settings)) {
	s.t.Helper()
	s.update(func(tx *db.Tx) error {
		settings, err := db.Settings.Get(tx)
		if err != nil {
			return err
		}
		change(&settings)
		return db.Settings.Put(tx, settings)
	})
}

// history lists the runs as "begin status message".
func (s *server) history() []string {
	s.t.Helper()
	var runs []string
	err := s.store.View(context.Background(), func(tx *db.Tx) error {
		for run, err := range db.PeriodicTasks.All(tx) {
			if err != nil {
				return err
			}
			if (run.Duration == nil) != (run.Status == model.TaskRunning) {
				s.t.Errorf("a run in the state %s has the duration %v", run.Status, run.Duration)
			}
			runs = append(runs, run.StartTime.Std().Format("02 15:04")+" "+string(run.Status)+" "+run.Message)
		}
		return nil
	})
	if err != nil {
		s.t.Fatal(err)
	}
	return runs
}

// waiting is the number of jobs in the outbox.
func (s *server) waiting() (n int) {
	s.t.Helper()
	err := s.store.View(context.Background(), func(tx *db.Tx) error {
		n = db.Jobs.Index(tx).Len()
		return nil
	})
	if err != nil {
		s.t.Fatal(err)
	}
	return n
}

// clock is the time of the bubble since its begin.
func clock() time.Duration { return time.Since(time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)) }
