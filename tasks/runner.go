package tasks

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"secobserve/audit"
	"secobserve/db"
	"secobserve/model"
)

// parallel is how many tasks may run at a time, and how many jobs.
const parallel = 3

// Config is what background work needs from its surroundings.
type Config struct {
	Store *db.Store
	Log   *slog.Logger
	// Location is the time zone of the server (http-conventions.md §7).
	Location *time.Location
	// Clock tells the time; nil means time.Now.
	Clock   func() time.Time
	Tasks   []Task
	Workers []Worker
	// Failed is told of a task that has failed; nil: nobody is.
	Failed func(ctx context.Context, function string, failure error) error
}

// Runner does the background work of a server.
type Runner struct {
	Config
	entries []*entry
	slots   chan struct{}
	running sync.WaitGroup
}

// entry is a task with its state.
type entry struct {
	Task
	since time.Time // scheduled times up to here have been looked at
	busy  atomic.Bool
}

// Start marks the runs that a crash has cut off as failed and begins the background work; it goes on until ctx ends.
func Start(ctx context.Context, c Config) (*Runner, error) {
	if c.Clock == nil {
		c.Clock = time.Now
	}
	since, err := resume(ctx, c.Store, c.Tasks, c.Clock())
	if err != nil {
		return nil, err
	}
	r := &Runner{Config: c, slots: make(chan struct{}, parallel)}
	for _, task := range c.Tasks {
		r.entries = append(r.entries, &entry{Task: task, since: since[task.Name]})
	}
	r.running.Go(func() { r.schedule(ctx) })
	r.running.Go(func() { r.workOff(ctx) })
	return r, nil
}

// Wait returns when all background work has ended, after the end of the context that [Start] was given.
func (r *Runner) Wait() { r.running.Wait() }

// schedule starts the tasks that are due, at each full minute. It never sleeps for longer than one, wherever the clock has jumped.
func (r *Runner) schedule(ctx context.Context) {
	for ctx.Err() == nil {
		now := r.Clock()
		if err := r.startDue(ctx, now); err != nil && ctx.Err() == nil {
			r.Log.Error("periodic tasks", "exception_message", err.Error())
		}
		nextMinute := now.Truncate(time.Minute).Add(time.Minute)
		select {
		case <-ctx.Done():
		case <-time.After(min(nextMinute.Sub(r.Clock()), time.Minute)):
		}
	}
}

// startDue starts the tasks of which a scheduled time has come since the last look. The settings are read each time. After a jump of the clock
// into the past, the times from there on come once more.
func (r *Runner) startDue(ctx context.Context, now time.Time) error {
	var settings model.Settings
	err := r.Store.View(ctx, func(tx *db.Tx) (err error) {
		settings, err = db.Settings.Get(tx)
		return err
	})
	if err != nil {
		return fmt.Errorf("read the schedules: %w", err)
	}
	for _, e := range r.entries {
		schedule := e.Schedule(&settings)
		due := schedule != nil && !schedule.Next(e.since).After(now)
		e.since = now
		if !due {
			continue
		}
		if !e.busy.CompareAndSwap(false, true) {
			r.Log.Info("periodic task is still running", "data_task", e.Name)
			continue
		}
		r.running.Go(func() {
			defer e.busy.Store(false)
			r.inSlot(ctx, func() { r.run(ctx, e.Task) })
		})
	}
	return nil
}

// inSlot runs f when there is room for one more task.
func (r *Runner) inSlot(ctx context.Context, f func()) {
	select {
	case r.slots <- struct{}{}:
		defer func() { <-r.slots }()
		f()
	case <-ctx.Done():
	}
}

func (r *Runner) run(ctx context.Context, task Task) {
	now := r.Clock().In(r.Location)
	failure, err := Execute(ctx, r.Store, r.Log, task, now)
	if failure != nil && ctx.Err() == nil && r.Failed != nil {
		err = errors.Join(err, r.Failed(audit.With(ctx, &audit.Actor{Source: "task " + task.Name, At: now}), task.Function, failure))
	}
	if err != nil && ctx.Err() == nil {
		r.Log.Error("periodic task", "data_task", task.Name, "exception_message", err.Error())
	}
}

// Execute does a run of a task with its entry in the history. failure is why the task has failed, err why the history could not be written.
func Execute(ctx context.Context, store *db.Store, log *slog.Logger, task Task, now time.Time) (failure, err error) {
	run, err := begin(ctx, store, task.Name, now)
	if err != nil {
		return nil, err
	}
	log.Info("periodic task begins", "data_task", task.Name)
	started := time.Now()
	acting := audit.With(ctx, &audit.Actor{Source: "task " + task.Name, At: now})
	message, failure := guard(func() (string, error) { return task.Run(acting, store, now) })
	took := time.Since(started)
	if failure != nil {
		log.Error("periodic task failed", "data_task", task.Name, "data_function", task.Function, "exception_message", failure.Error())
	} else {
		log.Info("periodic task ends", "data_task", task.Name, "data_milliseconds", took.Milliseconds(), "data_message", message)
	}
	return failure, end(ctx, store, run, message, failure, took)
}

// guard turns a panic into an error with its stack.
func guard(f func() (string, error)) (message string, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
		}
	}()
	return f()
}
