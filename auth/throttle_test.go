package auth

import (
	"net/netip"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// handClock is a clock that a test moves. It is safe for concurrent use.
type handClock struct{ elapsed atomic.Int64 }

func (c *handClock) now() time.Time {
	return time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC).Add(time.Duration(c.elapsed.Load()))
}

func (c *handClock) set(elapsed time.Duration) { c.elapsed.Store(int64(elapsed)) }

func TestThrottle(t *testing.T) {
	type request struct {
		at    time.Duration
		key   int
		wait  time.Duration
		times int // how often the request is made, all with the same outcome
	}
	const ms = time.Millisecond
	for name, test := range map[string]struct {
		limit    int
		requests []request
	}{
		"off":      {0, []request{{0, 1, 0, 1000}}},
		"negative": {-1, []request{{0, 1, 0, 1000}}},
		"the eleventh within a second is refused": {10, []request{
			{0, 1, 0, 1}, {900 * ms, 1, 0, 9}, {999 * ms, 1, ms, 3}, {1000 * ms, 1, 0, 1}, {1001 * ms, 1, 899 * ms, 1}}},
		"no border with twice the number": {2, []request{
			{990 * ms, 1, 0, 2}, {1010 * ms, 1, 980 * ms, 5}, {1989 * ms, 1, ms, 1}, {1990 * ms, 1, 0, 2}, {1990 * ms, 1, time.Second, 1}}},
		"refused ones do not count":   {1, []request{{0, 1, 0, 1}, {500 * ms, 1, 500 * ms, 100}, {1000 * ms, 1, 0, 1}}},
		"keys do not know each other": {1, []request{{0, 1, 0, 1}, {0, 2, 0, 1}, {0, 1, time.Second, 1}, {0, 2, time.Second, 1}}},
		"generations do not forget": {1, []request{
			{0, 1, 0, 1}, {1500 * ms, 2, 0, 1}, {1600 * ms, 1, 0, 1}, {2550 * ms, 2, 0, 1}, {2560 * ms, 1, 40 * ms, 1}, {3540 * ms, 2, 10 * ms, 1}}},
		"long idle": {1, []request{{0, 1, 0, 1}, {time.Hour, 1, 0, 1}, {time.Hour + ms, 1, 999 * ms, 1}}},
	} {
		t.Run(name, func(t *testing.T) {
			clock := &handClock{}
			throttle := NewThrottle[int](test.limit, time.Second, clock.now)
			for _, r := range test.requests {
				clock.set(r.at)
				for range r.times {
					wait, ok := throttle.Allow(r.key)
					if wait != r.wait || ok != (r.wait == 0) {
						t.Errorf("at %v, key %d: wait %v, %v; want %v", r.at, r.key, wait, ok, r.wait)
					}
				}
			}
		})
	}
}

func TestThrottleForgetsIdleKeys(t *testing.T) {
	clock := &handClock{}
	throttle := NewThrottle[int](10, time.Second, clock.now)
	for i := range 50_000 {
		clock.set(time.Duration(i) * time.Millisecond)
		throttle.Allow(i)
	}
	if keys := len(throttle.recent.young) + len(throttle.recent.old); keys > 2001 {
		t.Errorf("%d keys are kept, of at most 2,000 in two windows", keys)
	}
}

func TestThrottleBoundsKeys(t *testing.T) {
	clock := &handClock{}
	throttle := NewThrottle[int](1, time.Second, clock.now)
	for i := range 3 * maxKeys {
		throttle.Allow(i)
	}
	if keys := len(throttle.recent.young) + len(throttle.recent.old); keys > 2*maxKeys {
		t.Errorf("%d keys are kept", keys)
	}
	if _, ok := throttle.Allow(3*maxKeys - 1); ok {
		t.Error("the latest key is forgotten")
	}
}

func TestThrottleConcurrently(t *testing.T) {
	clock := &handClock{}
	throttle := NewThrottle[int](100, time.Second, clock.now)
	var allowed atomic.Int64
	var callers sync.WaitGroup
	for range 8 {
		callers.Go(func() {
			for range 50 {
				if _, ok := throttle.Allow(1); ok {
					allowed.Add(1)
				}
			}
		})
	}
	callers.Wait()
	if allowed.Load() != 100 {
		t.Errorf("%d of 400 requests are allowed", allowed.Load())
	}
}

func TestAddressKey(t *testing.T) {
	for given, want := range map[string]string{
		"192.0.2.7":            "192.0.2.7",
		"::ffff:192.0.2.7":     "192.0.2.7",
		"2001:db8:1:2:3:4:5:6": "2001:db8:1:2::",
		"2001:db8:1:2::":       "2001:db8:1:2::",
		"2001:db8:1:3::1":      "2001:db8:1:3::",
		"fe80::1%eth0":         "fe80::",
		"::1":                  "::",
	} {
		if got := AddressKey(netip.MustParseAddr(given)); got != netip.MustParseAddr(want) {
			t.Errorf("AddressKey(%s) = %v, want %s", given, got, want)
		}
	}
	if AddressKey(netip.Addr{}).IsValid() {
		t.Error("no address became one")
	}
}

func BenchmarkThrottle(b *testing.B) {
	throttle := NewThrottle[int](100, time.Second, time.Now)
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		throttle.Allow(i & 0xff)
		i++
	}
}
