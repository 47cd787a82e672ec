package tasks_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/robfig/cron/v3"

	"secobserve/db"
	"secobserve/model"
	"secobserve/tasks"
)

func TestSchedules(t *testing.T) {
	berlin := time.FixedZone("CEST", 2*60*60)
	for _, test := range []struct {
		schedule    cron.Schedule
		after, next time.Time
	}{
		{tasks.Daily(30, 1), time.Date(2026, 5, 4, 1, 29, 59, 0, time.UTC), time.Date(2026, 5, 4, 1, 30, 0, 0, time.UTC)},
		{tasks.Daily(30, 1), time.Date(2026, 5, 4, 1, 30, 0, 0, time.UTC), time.Date(2026, 5, 5, 1, 30, 0, 0, time.UTC)},
		{tasks.Daily(30, 1), time.Date(2026, 5, 4, 3, 29, 0, 0, berlin), time.Date(2026, 5, 4, 1, 30, 0, 0, time.UTC)},
		{tasks.Every(5), time.Date(2026, 5, 4, 1, 3, 0, 0, time.UTC), time.Date(2026, 5, 4, 1, 5, 0, 0, time.UTC)},
		{tasks.Every(7), time.Date(2026, 5, 4, 1, 56, 0, 0, time.UTC), time.Date(2026, 5, 4, 2, 0, 0, 0, time.UTC)},
		{tasks.Every(90), time.Date(2026, 5, 4, 0, 0, 0, 0, time.UTC), time.Date(2026, 5, 4, 1, 30, 0, 0, time.UTC)},
		{tasks.Every(90), time.Date(2026, 5, 4, 1, 30, 0, 0, time.UTC), time.Date(2026, 5, 4, 3, 0, 0, 0, time.UTC)},
		{tasks.Every(999999), time.Date(2026, 5, 4, 1, 30, 0, 0, time.UTC), time.Unix(60*999999*30, 0).UTC()},
	} {
		if next := test.schedule.Next(test.after); !next.Equal(test.next) {
			t.Errorf("after %s: %s, want %s", test.after, next, test.next)
		}
	}
	if tasks.Every(0) != nil {
		t.Error("an interval of 0 minutes is a schedule")
	}
}

// metrics is a task every few minutes, nightly one at two o'clock.
func metrics(run func(context.Context) (string, error)) tasks.Task {
	return tasks.Task{Name: "Metrics", Function: "task_metrics",
		Schedule: func(s *model.Settings) cron.Schedule { return tasks.Every(s.BackgroundProductMetricsIntervalMinutes) },
		Run:      func(ctx context.Context, _ *db.Store, _ time.Time) (string, error) { return run(ctx) }}
}

func nightly(run func(context.Context) (string, error)) tasks.Task {
	return tasks.Task{Name: "Nightly", Function: "task_nightly",
		Schedule: func(s *model.Settings) cron.Schedule {
			return tasks.Daily(s.BranchHousekeepingCrontabMinute, s.BranchHousekeepingCrontabHour)
		},
		Run: func(ctx context.Context, _ *db.Store, _ time.Time) (string, error) { return run(ctx) }}
}

func done(context.Context) (string, error) { return "done", nil }

func TestScheduleOfTheSettings(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newServer(t)
		s.tasks = []tasks.Task{metrics(done), nightly(done)}
		s.start()
		defer s.end()
		time.Sleep(12*time.Minute + 30*time.Second)
		s.settings(func(v *model.Settings) { v.BackgroundProductMetricsIntervalMinutes = 1 })
		time.Sleep(2 * time.Minute)
		s.settings(func(v *model.Settings) {
			v.BackgroundProductMetricsIntervalMinutes, v.BranchHousekeepingCrontabHour, v.BranchHousekeepingCrontabMinute = 0, 0, 16
		})
		time.Sleep(20 * time.Minute)
		s.settings(func(v *model.Settings) { v.BranchHousekeepingCrontabMinute = 20 }) // has been today already: not before tomorrow
		time.Sleep(20 * time.Minute)
		want := []string{"01 00:05 Success done", "01 00:10 Success done", "01 00:13 Success done", "01 00:14 Success done", "01 00:16 Success done"}
		if diff := cmp.Diff(want, s.history()); diff != "" {
			t.Error(diff)
		}
	})
}

func TestSingleFlight(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newServer(t)
		s.tasks = []tasks.Task{metrics(func(context.Context) (string, error) {
			time.Sleep(7 * time.Minute)
			return "slow", nil
		})}
		s.start()
		defer s.end()
		time.Sleep(19 * time.Minute)
		want := []string{"01 00:05 Success slow", "01 00:15 Running "}
		if diff := cmp.Diff(want, s.history()); diff != "" {
			t.Error(diff)
		}
	})
}

// The newest runs of each task are kept; failures and panics leave their texts.
func TestHistory(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newServer(t)
		s.tasks = []tasks.Task{nightly(done), metrics(done)}
		s.settings(func(v *model.Settings) { v.PeriodicTaskMaxEntries = 3 })
		s.start()
		defer s.end()
		time.Sleep(3*time.Hour + time.Minute)
		want := []string{"01 02:00 Success done", "01 02:50 Success done", "01 02:55 Success done", "01 03:00 Success done"}
		if diff := cmp.Diff(want, s.history()); diff != "" {
			t.Error(diff)
		}
	})
	synctest.Test(t, func(t *testing.T) {
		s := newServer(t)
		n := 0
		s.tasks = []tasks.Task{metrics(func(context.Context) (string, error) {
			if n++; n == 1 {
				return "", errors.New(strings.Repeat("é", 300))
			}
			panic("out of luck")
		})}
		s.start()
		defer s.end()
		time.Sleep(11 * time.Minute)
		history := s.history()
		if len(history) != 2 || history[0] != "01 00:05 Failure "+strings.Repeat("é", 251)+" ..." || !strings.HasPrefix(history[1], "01 00:10 Failure panic: out of luck") {
			t.Errorf("%q", history)
		}
	})
}

// A nightly run that fell into the time without a server is made up for, once; one that did not is not.
func TestMissedRuns(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newServer(t)
		s.tasks = []tasks.Task{nightly(done)}
		s.start()
		time.Sleep(time.Hour)
		s.stop()
		time.Sleep(30 * time.Minute)
		s.start() // 01:30: nothing was missed
		time.Sleep(10 * time.Minute)
		s.stop()
		time.Sleep(49 * time.Hour)
		s.start() // 02:40 two days later: three runs were missed
		time.Sleep(time.Minute)
		s.stop()
		s.start()
		time.Sleep(23*time.Hour + 30*time.Minute)
		want := []string{"03 02:40 Success done", "04 02:00 Success done"}
		if diff := cmp.Diff(want, s.history()); diff != "" {
			t.Error(diff)
		}
		s.end()
	})
}

// A run that the stop of the server cuts off is done again at the next start.
func TestStop(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newServer(t)
		s.tasks = []tasks.Task{nightly(func(ctx context.Context) (string, error) {
			select {
			case <-ctx.Done():
				return "", ctx.Err()
			case <-time.After(5 * time.Minute):
				return "done", nil
			}
		})}
		s.start()
		time.Sleep(2*time.Hour + time.Minute)
		s.stop()
		time.Sleep(time.Hour)
		s.start()
		time.Sleep(10 * time.Minute)
		want := []string{"01 02:00 Failure context canceled", "01 03:01 Success done"}
		if diff := cmp.Diff(want, s.history()); diff != "" {
			t.Error(diff)
		}
		s.end()
	})
}

// What a crash has left as running is shown as failed.
func TestCrash(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newServer(t)
		s.tasks = []tasks.Task{nightly(done)}
		s.update(func(tx *db.Tx) error {
			return db.PeriodicTasks.Insert(tx, &model.PeriodicTask{Task: "Nightly", StartTime: model.TimeOf(time.Now()), Status: model.TaskRunning, Duration: model.Ptr(0)})
		})
		s.start()
		time.Sleep(time.Hour)
		if diff := cmp.Diff([]string{"01 00:00 Failure The server ended during the run"}, s.history()); diff != "" {
			t.Error(diff)
		}
		s.end()
	})
}
