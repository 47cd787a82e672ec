package tasks_test

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"secobserve/db"
	"secobserve/model"
	"secobserve/tasks"
	"secobserve/tasks/outbox"
)

type parcel struct {
	Name string `json:"name"`
}

var parcels = outbox.Kind[parcel]{Name: "parcels"}

func (s *server) put(names ...string) {
	s.t.Helper()
	s.update(func(tx *db.Tx) error {
		for _, name := range names {
			if err := parcels.Put(tx, parcel{name}, model.TimeOf(time.Now())); err != nil {
				return err
			}
		}
		return nil
	})
}

func (s *server) putOnce(key, name string) {
	s.t.Helper()
	s.update(func(tx *db.Tx) error { return parcels.PutOnce(tx, key, parcel{name}, model.TimeOf(time.Now())) })
}

func TestJobs(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newServer(t)
		delivered := make(chan string, 10)
		s.jobs = []tasks.Worker{tasks.Handle(parcels, func(_ context.Context, _ *db.Store, p parcel, _ time.Time) error {
			delivered <- p.Name
			return nil
		})}
		s.put("before the start")
		s.start()
		defer s.end()
		synctest.Wait()
		s.put("a")
		synctest.Wait()
		refused := errors.New("refused")
		err := s.store.Update(context.Background(), func(tx *db.Tx) error {
			return errors.Join(parcels.Put(tx, parcel{"never"}, 1), refused)
		})
		if !errors.Is(err, refused) {
			t.Fatal(err)
		}
		s.update(func(tx *db.Tx) error { return outbox.Kind[int]{Name: "unknown"}.Put(tx, 7, 1) })
		time.Sleep(time.Minute)
		if len(delivered) != 2 || <-delivered != "before the start" || <-delivered != "a" {
			t.Errorf("%d delivered", len(delivered))
		}
		if n := s.waiting(); n != 1 { // a kind that this version does not know waits for one that does
			t.Errorf("%d jobs wait", n)
		}
	})
}

// A job that fails is tried again, later each time, and given up at last; others do not wait for it.
func TestRetries(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newServer(t)
		var bad []time.Duration
		var good, broken atomic.Int32
		s.jobs = []tasks.Worker{tasks.Handle(parcels, func(_ context.Context, _ *db.Store, p parcel, _ time.Time) error {
			switch p.Name {
			case "bad":
				bad = append(bad, clock())
				panic("nobody at home")
			case "broken":
				broken.Add(1)
				return tasks.Permanent(errors.New("no such street"))
			}
			good.Add(1)
			return nil
		})}
		s.start()
		defer s.end()
		s.put("bad", "broken", "good", "good", "good", "good")
		time.Sleep(time.Second)
		if good.Load() != 4 || broken.Load() != 1 || s.waiting() != 1 {
			t.Errorf("good %d, broken %d, %d waiting", good.Load(), broken.Load(), s.waiting())
		}
		time.Sleep(48 * time.Hour)
		synctest.Wait()
		if len(bad) != 24 || s.waiting() != 0 {
			t.Fatalf("%d attempts, %d waiting", len(bad), s.waiting())
		}
		want := []time.Duration{0, 10, 30, 70, 150, 310, 630, 1270, 2550, 5110, 8710, 12310}
		for i := range want {
			want[i] *= time.Second
		}
		if diff := cmp.Diff(want, bad[:len(want)]); diff != "" {
			t.Error(diff)
		}
	})
}

// Jobs with the same key are one job; asked for while it runs, it runs once more.
func TestJobsWithTheSameKey(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newServer(t)
		var mu sync.Mutex
		var runs []string
		s.jobs = []tasks.Worker{tasks.Handle(parcels, func(_ context.Context, _ *db.Store, p parcel, _ time.Time) error {
			time.Sleep(time.Minute)
			mu.Lock()
			defer mu.Unlock()
			runs = append(runs, p.Name)
			return nil
		})}
		s.putOnce("all", "first")
		s.putOnce("all", "second")
		s.putOnce("other", "third")
		s.start()
		defer s.end()
		time.Sleep(30 * time.Second)
		s.putOnce("all", "fourth")
		s.putOnce("all", "fifth")
		time.Sleep(10 * time.Minute)
		synctest.Wait()
		if len(runs) == 3 && runs[0] == "third" {
			runs[0], runs[1] = runs[1], runs[0]
		}
		if diff := cmp.Diff([]string{"second", "third", "fifth"}, runs); diff != "" || s.waiting() != 0 {
			t.Errorf("%s, %d waiting", diff, s.waiting())
		}
	})
}

// A job that was under way when the server stopped is done after the next start, without counting as a failure.
func TestJobCutOff(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newServer(t)
		var attempts, finished atomic.Int32
		s.jobs = []tasks.Worker{tasks.Handle(parcels, func(ctx context.Context, _ *db.Store, _ parcel, _ time.Time) error {
			attempts.Add(1)
			select {
			case <-ctx.Done():
				return ctx.Err()
			case <-time.After(time.Minute):
				finished.Add(1)
				return nil
			}
		})}
		s.put("a", "b", "c", "d", "e")
		s.start()
		time.Sleep(30 * time.Second)
		s.stop()
		if attempts.Load() != 3 || finished.Load() != 0 || s.waiting() != 5 {
			t.Errorf("%d attempts, %d finished, %d waiting", attempts.Load(), finished.Load(), s.waiting())
		}
		s.start()
		time.Sleep(time.Minute + time.Second)
		if finished.Load() != 3 || s.waiting() != 2 {
			t.Errorf("%d finished, %d waiting", finished.Load(), s.waiting())
		}
		time.Sleep(time.Minute)
		if finished.Load() != 5 || s.waiting() != 0 {
			t.Errorf("%d finished, %d waiting", finished.Load(), s.waiting())
		}
		s.end()
	})
}
