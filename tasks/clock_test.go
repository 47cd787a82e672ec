package tasks_test

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"secobserve/db"
	"secobserve/model"
	"secobserve/tasks"
)

// When the clock jumps back a day, tasks go on with the times of the new day, as often as before; those of the day that comes a second time are
// done a second time. The history keeps what was, in the order in which it happened.
func TestTasksWhenTheClockJumpsBack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newServer(t)
		s.tasks = []tasks.Task{metrics(done), nightly(done)}
		s.ahead.Store(int64(3*24*time.Hour + time.Hour + 50*time.Minute)) // 4 January, 01:50
		s.start()
		defer s.end()
		time.Sleep(12*time.Minute + 10*time.Second) // 02:02
		s.ahead.Add(-int64(24 * time.Hour))
		time.Sleep(9 * time.Minute)
		synctest.Wait()
		want := []string{"04 01:55 Success done", "04 02:00 Success done", "04 02:00 Success done", "03 02:05 Success done", "03 02:10 Success done"}
		if diff := cmp.Diff(want, s.history()); diff != "" {
			t.Error(diff)
		}
		s.settings(func(v *model.Settings) { v.BackgroundProductMetricsIntervalMinutes = 0 })
		time.Sleep(24 * time.Hour)
		synctest.Wait()
		want = append(want, "04 02:00 Success done") // that of the day that comes a second time
		if diff := cmp.Diff(want, s.history()); diff != "" {
			t.Error(diff)
		}
	})
}

// A start after the clock has jumped back makes up for nothing and waits for nothing.
func TestStartAfterTheClockJumpedBack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newServer(t)
		s.tasks = []tasks.Task{metrics(done)}
		s.ahead.Store(int64(24 * time.Hour))
		s.start()
		time.Sleep(6 * time.Minute)
		synctest.Wait()
		s.stop()
		s.ahead.Store(0)
		s.start()
		defer s.end()
		time.Sleep(10 * time.Minute)
		synctest.Wait()
		want := []string{"02 00:05 Success done", "01 00:10 Success done", "01 00:15 Success done"}
		if diff := cmp.Diff(want, s.history()); diff != "" {
			t.Error(diff)
		}
	})
}

// A job that was put off is not put off for the day that the clock has jumped back.
func TestRetryWhenTheClockJumpsBack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newServer(t)
		attempts := 0
		s.jobs = []tasks.Worker{tasks.Handle(parcels, func(context.Context, *db.Store, parcel, time.Time) error {
			if attempts++; attempts == 1 {
				return errors.New("nobody at home")
			}
			return nil
		})}
		s.ahead.Store(int64(24 * time.Hour))
		s.start()
		defer s.end()
		s.put("a")
		synctest.Wait()
		s.ahead.Store(0)
		time.Sleep(time.Minute)
		synctest.Wait()
		if attempts != 2 || s.waiting() != 0 {
			t.Errorf("%d attempts, %d waiting", attempts, s.waiting())
		}
	})
}
