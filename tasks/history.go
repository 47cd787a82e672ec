package tasks

import (
	"context"
	"fmt"
	"time"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/db"
	"secobserve/model"
)

// maxMessage is the length of messages in the history, in characters.
const maxMessage = 255

// begin writes down that a run has begun and forgets the oldest runs of the task.
func begin(ctx context.Context, store *db.Store, task string, now time.Time) (*model.PeriodicTask, error) {
	run := &model.PeriodicTask{Task: task, StartTime: model.TimeOf(now), Status: model.TaskRunning}
	err := store.Update(ctx, func(tx *db.Tx) error {
		if err := db.PeriodicTasks.Insert(tx, run); err != nil {
			return err
		}
		settings, err := db.Settings.Get(tx)
		if err != nil {
			return err
		}
		return prune(tx, task, settings.PeriodicTaskMaxEntries)
	})
	if err != nil {
		return nil, fmt.Errorf("write the begin of a run: %w", err)
	}
	return run, nil
}

// prune keeps the newest runs of a task.
func prune(tx *db.Tx, task string, keep int) error {
	runs := runsOf(tx, task).Clone()
	surplus := int(runs.GetCardinality()) - keep
	if surplus <= 0 {
		return nil
	}
	oldestKept, err := runs.Select(uint32(surplus))
	if err != nil {
		return err
	}
	runs.RemoveRange(uint64(oldestKept), uint64(runs.Maximum())+1)
	return db.PeriodicTasks.DeleteAll(tx, runs)
}

// end writes down how a run has ended, even if the server is about to stop.
func end(ctx context.Context, store *db.Store, run *model.PeriodicTask, message string, failure error, took time.Duration) error {
	run.Duration, run.Status, run.Message = model.Ptr(int(took.Milliseconds())), model.TaskSuccess, clip(message)
	if failure != nil {
		run.Status, run.Message = model.TaskFailure, clip(failure.Error())
		run.Interrupted = ctx.Err() != nil
	}
	err := store.Update(context.WithoutCancel(ctx), func(tx *db.Tx) error {
		if !db.PeriodicTasks.Exists(tx, run.ID) {
			return nil // pruned meanwhile
		}
		return db.PeriodicTasks.Update(tx, run)
	})
	if err != nil {
		return fmt.Errorf("write the end of a run: %w", err)
	}
	return nil
}

func clip(message string) string {
	characters := []rune(message)
	if len(characters) <= maxMessage {
		return message
	}
	return string(characters[:maxMessage-4]) + " ..."
}

// resume marks the runs that a crash has cut off as failed and finds out since when each task waits for its next run.
func resume(ctx context.Context, store *db.Store, tasks []Task, now time.Time) (since map[string]time.Time, err error) {
	since = make(map[string]time.Time, len(tasks))
	err = store.Update(ctx, func(tx *db.Tx) error {
		if err := failRunning(tx); err != nil {
			return err
		}
		seen, err := db.TaskFirstSeen.Get(tx)
		if err != nil {
			return err
		}
		for _, task := range tasks {
			if _, known := seen[task.Name]; !known {
				seen[task.Name] = model.TimeOf(now)
			}
			if since[task.Name], err = waitingSince(tx, task.Name, seen[task.Name]); err != nil {
				return err
			}
		}
		return db.TaskFirstSeen.Put(tx, seen)
	})
	if err != nil {
		return nil, fmt.Errorf("resume the periodic tasks: %w", err)
	}
	return since, nil
}

func failRunning(tx *db.Tx) error {
	running := db.PeriodicTasks.Index(tx).EqualText(db.PeriodicTasks.Column("status"), string(model.TaskRunning)).Clone()
	for run, err := range db.PeriodicTasks.Select(tx, running) {
		if err != nil {
			return err
		}
		run.Status, run.Message = model.TaskFailure, "The server ended during the run"
		if err := db.PeriodicTasks.Update(tx, run); err != nil {
			return err
		}
	}
	return nil
}

// waitingSince is the begin of the last run that was not cut off by a stop of the server. The zero time lets a run that was cut off be due
// at once.
func waitingSince(tx *db.Tx, task string, firstSeen model.Time) (time.Time, error) {
	runs := runsOf(tx, task)
	if runs.IsEmpty() {
		return firstSeen.Std(), nil
	}
	last, err := db.PeriodicTasks.Get(tx, model.ID(runs.Maximum()))
	if err != nil || last.Interrupted {
		return time.Time{}, err
	}
	return last.StartTime.Std(), nil
}

func runsOf(tx *db.Tx, task string) *roaring.Bitmap {
	return db.PeriodicTasks.Index(tx).EqualText(db.PeriodicTasks.Column("task"), task)
}
