package tasks

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"secobserve/audit"
	"secobserve/db"
	"secobserve/model"
	"secobserve/tasks/outbox"
)

// maxAttempts is after how many failures a job is given up; firstRetry is the wait before the second attempt, doubled with each further one
// up to longestRetry.
const (
	maxAttempts  = 24
	firstRetry   = 10 * time.Second
	longestRetry = time.Hour
)

// Worker does the jobs of one kind.
type Worker struct {
	kind string
	run  func(ctx context.Context, store *db.Store, payload []byte, now time.Time) error
}

// Handle joins a kind of jobs with the function that does them. It opens its own transactions and returns soon after ctx ends; now is in the
// time zone of the server.
func Handle[P any](kind outbox.Kind[P], do func(ctx context.Context, store *db.Store, payload P, now time.Time) error) Worker {
	return Worker{kind.Name, func(ctx context.Context, store *db.Store, raw []byte, now time.Time) error {
		var payload P
		if err := json.Unmarshal(raw, &payload); err != nil {
			return Permanent(fmt.Errorf("decode the payload: %w", err))
		}
		return do(ctx, store, payload, now)
	}}
}

// permanentError will not go away by trying again.
type permanentError struct{ error }

func (e permanentError) Unwrap() error { return e.error }

// Permanent marks an error of a job that trying again cannot mend.
func Permanent(err error) error { return permanentError{err} }

// workOff does the jobs of the outbox as they come.
func (r *Runner) workOff(ctx context.Context) {
	d := dispatcher{Runner: r, workers: make(map[string]Worker), claimed: make(map[model.ID]bool), finished: make(chan model.ID, parallel)}
	for _, w := range r.Workers {
		d.workers[w.kind] = w
	}
	changed := db.Jobs.Watch(r.Store)
	for ctx.Err() == nil {
		timer := time.NewTimer(d.start(ctx))
		select {
		case <-ctx.Done():
		case <-changed:
		case <-timer.C:
		case id := <-d.finished:
			delete(d.claimed, id)
		}
		timer.Stop()
	}
}

// dispatcher hands jobs to goroutines, at most parallel at a time.
type dispatcher struct {
	*Runner
	workers  map[string]Worker
	claimed  map[model.ID]bool
	finished chan model.ID
}

// idle is how long the dispatcher sleeps if nothing wakes it.
const idle = time.Hour

// start begins the jobs that are due, as far as there is room, and returns after what time to look again at the latest.
func (d *dispatcher) start(ctx context.Context) time.Duration {
	jobs, wait, err := d.due(ctx, d.Clock())
	if err != nil {
		if ctx.Err() == nil {
			d.Log.Error("read the outbox", "exception_message", err.Error())
		}
		return firstRetry
	}
	for _, job := range jobs {
		d.claimed[job.ID] = true
		d.running.Go(func() {
			d.do(ctx, job)
			d.finished <- job.ID
		})
	}
	return wait
}

// due returns the oldest jobs that may be done now. No job waits longer than longestRetry: one that seems to was put off before the clock jumped
// into the past.
func (d *dispatcher) due(ctx context.Context, now time.Time) (jobs []*model.Job, wait time.Duration, err error) {
	wait = idle
	err = d.Store.View(ctx, func(tx *db.Tx) error {
		idx, kind, notBefore := db.Jobs.Index(tx), db.Jobs.Column("kind"), db.Jobs.Column("not_before")
		for it := idx.All().Iterator(); it.HasNext() && len(d.claimed)+len(jobs) < parallel; {
			id := it.Next()
			if _, known := d.workers[idx.Text(kind, id)]; !known || d.claimed[model.ID(id)] {
				continue
			}
			at, _ := idx.Int(notBefore, id)
			if later := model.Time(at).Std().Sub(now); later > 0 && later <= longestRetry {
				wait = min(wait, later)
				continue
			}
			job, err := db.Jobs.Get(tx, model.ID(id))
			if err != nil {
				return err
			}
			jobs = append(jobs, job)
		}
		return nil
	})
	return jobs, wait, err
}

// do does a job and takes it off the outbox, or puts it back for another attempt.
func (d *dispatcher) do(ctx context.Context, job *model.Job) {
	_, failure := guard(func() (string, error) {
		return "", d.workers[job.Kind].run(audit.With(ctx, &audit.Actor{Source: "job " + job.Kind, At: d.Clock()}), d.Store, job.Payload, d.Clock().In(d.Location))
	})
	if failure != nil && ctx.Err() != nil {
		return // the server stops; the job is done at the next start
	}
	if failure != nil {
		d.Log.Error("background job failed", "data_kind", job.Kind, "data_job", job.ID, "data_attempt", job.Attempts+1,
			"data_given_up", givenUp(job, failure), "exception_message", failure.Error())
	}
	err := d.Store.Update(context.WithoutCancel(ctx), func(tx *db.Tx) error { return settle(tx, job, failure, d.Clock()) })
	if err == nil {
		return
	}
	d.Log.Error("settle a background job", "data_kind", job.Kind, "data_job", job.ID, "exception_message", err.Error())
	select { // the job is still due: without a pause a full disk would have it done over and over
	case <-ctx.Done():
	case <-time.After(firstRetry):
	}
}

// givenUp tells whether a job that has failed once more is not tried again.
func givenUp(job *model.Job, failure error) bool {
	var permanent permanentError
	return errors.As(failure, &permanent) || job.Attempts+1 >= maxAttempts
}

// settle decides what becomes of a job that was done or has failed. One that was asked for again meanwhile stays and is done again.
func settle(tx *db.Tx, done *model.Job, failure error, now time.Time) error {
	job, err := db.Jobs.Get(tx, done.ID)
	if err != nil {
		return err
	}
	if job.Revision != done.Revision {
		return nil
	}
	if failure == nil || givenUp(job, failure) {
		return db.Jobs.Delete(tx, job.ID)
	}
	job.Attempts++
	job.LastError = clip(failure.Error())
	job.NotBefore = model.TimeOf(now.Add(backoff(job.Attempts)))
	return db.Jobs.Update(tx, job)
}

// backoff is the wait after so many failed attempts.
func backoff(attempts int) time.Duration {
	wait := firstRetry
	for ; attempts > 1 && wait < longestRetry; attempts-- {
		wait *= 2
	}
	return min(wait, longestRetry)
}
