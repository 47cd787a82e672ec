package auth

import (
	"net/netip"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

var (
	home   = netip.MustParseAddr("192.0.2.1")
	office = netip.MustParseAddr("192.0.2.2")
)

func newTestLimit() (*FailureLimit, *handClock) {
	clock := &handClock{}
	return NewFailureLimit(DefaultFailures, DefaultFailures, DefaultFailureWindow, clock.now), clock
}

// try makes one attempt and ends it.
func try(t *testing.T, l *FailureLimit, user string, address netip.Addr, right bool) (time.Duration, bool) {
	t.Helper()
	attempt, wait, ok := l.Begin(user, address)
	defer attempt.End()
	if ok != (wait == 0) || (!ok && attempt != nil) {
		t.Errorf("Begin: %v, %v, %v", attempt, wait, ok)
	}
	if right {
		attempt.Succeeded()
	}
	return wait, ok
}

func TestFailureLimitPerUser(t *testing.T) {
	limit, clock := newTestLimit()
	for i := range 10 {
		clock.set(time.Duration(i) * 10 * time.Second)
		address := netip.AddrFrom4([4]byte{198, 51, 100, byte(i)})
		if wait, ok := try(t, limit, "mira", address, false); !ok {
			t.Fatalf("failure %d: locked for %v", i+1, wait)
		}
	}
	for _, test := range []struct {
		at   time.Duration
		user string
		wait time.Duration
	}{
		{100 * time.Second, "mira", 200 * time.Second},
		{100 * time.Second, "Mira", 0},
		{100 * time.Second, "ken", 0},
		{299 * time.Second, "mira", time.Second},
	} {
		clock.set(test.at)
		if wait, _ := try(t, limit, test.user, home, true); wait != test.wait {
			t.Errorf("%s at %v: wait %v, want %v", test.user, test.at, wait, test.wait)
		}
	}
	clock.set(300 * time.Second)
	if wait, ok := try(t, limit, "mira", home, false); !ok {
		t.Errorf("one failure has left the window, but locked for %v", wait)
	}
	if wait, ok := try(t, limit, "mira", home, false); ok || wait != 10*time.Second {
		t.Errorf("the next one is 10 seconds later, but wait %v", wait)
	}
}

func TestFailureLimitPerAddress(t *testing.T) {
	limit, _ := newTestLimit()
	for i := range 10 {
		try(t, limit, "user"+strconv.Itoa(i), home, false)
	}
	if wait, ok := try(t, limit, "another", home, true); ok || wait != DefaultFailureWindow {
		t.Errorf("same address: %v, %v", wait, ok)
	}
	if _, ok := try(t, limit, "user1", office, true); !ok {
		t.Error("another address is locked")
	}
}

func TestFailureLimitSuccess(t *testing.T) {
	limit, _ := newTestLimit()
	for range 9 {
		try(t, limit, "mira", netip.Addr{}, false)
	}
	try(t, limit, "mira", netip.Addr{}, true)
	for i := range 10 {
		if _, ok := try(t, limit, "mira", netip.Addr{}, false); !ok {
			t.Fatalf("the success did not clear the failures of the user: locked at %d", i+1)
		}
	}
	// An attacker with an account of his own guesses the passwords of others in between.
	allowed := 0
	for i := range 40 {
		if _, ok := try(t, limit, "victim"+strconv.Itoa(i), home, false); ok {
			allowed++
		}
		try(t, limit, "attacker", home, true)
	}
	if allowed != 10 {
		t.Errorf("%d guesses from one address", allowed)
	}
}

func TestFailureLimitManySuccesses(t *testing.T) {
	limit, _ := newTestLimit()
	for i := range 100 {
		if _, ok := try(t, limit, "pipeline", home, true); !ok {
			t.Fatalf("login %d with the right password is refused", i+1)
		}
	}
}

func TestFailureLimitOpenAttempts(t *testing.T) {
	limit, _ := newTestLimit()
	var open []*Attempt
	for range 10 {
		attempt, _, ok := limit.Begin("mira", home)
		if !ok {
			t.Fatal("refused")
		}
		open = append(open, attempt)
	}
	if attempt, wait, ok := limit.Begin("mira", office); ok || wait != time.Second || attempt != nil {
		t.Errorf("eleventh at once for the user: %v, %v", wait, ok)
	}
	if _, wait, ok := limit.Begin("ken", home); ok || wait != time.Second {
		t.Errorf("eleventh at once from the address: %v, %v", wait, ok)
	}
	for _, attempt := range open {
		attempt.Succeeded()
		attempt.End()
		attempt.End()
	}
	for i := range 10 {
		if _, ok := try(t, limit, "mira", home, false); !ok {
			t.Fatalf("closed attempts still count: refused at %d", i+1)
		}
	}
	if _, ok := try(t, limit, "mira", home, false); ok {
		t.Error("End twice counted twice")
	}
}

func TestFailureLimitLongAttempt(t *testing.T) {
	limit, clock := newTestLimit()
	attempt, _, _ := limit.Begin("mira", home)
	for i := range 5 {
		clock.set(time.Duration(i+1) * DefaultFailureWindow)
		try(t, limit, "ken", office, true)
	}
	attempt.End()
	for range 9 {
		try(t, limit, "mira", home, false)
	}
	if _, ok := try(t, limit, "mira", home, false); ok {
		t.Error("an attempt that outlived the window did not count when it failed")
	}
}

func TestFailureLimitFail(t *testing.T) {
	limit, clock := newTestLimit()
	for i := range 10 {
		if _, locked := limit.Fail("", home); locked {
			t.Fatalf("locked at %d", i+1)
		}
	}
	clock.set(time.Minute)
	if wait, locked := limit.Fail("", home); !locked || wait != 4*time.Minute {
		t.Errorf("eleventh failure: %v, %v", wait, locked)
	}
	if _, locked := limit.Fail("", office); locked {
		t.Error("another address is locked")
	}
	if _, locked := limit.Fail("", netip.Addr{}); locked {
		t.Error("no address is locked")
	}
	clock.set(DefaultFailureWindow)
	if wait, locked := limit.Fail("", home); locked {
		t.Errorf("refused failures prolonged the lock: %v", wait)
	}
}

func TestFailureLimitOff(t *testing.T) {
	for _, failures := range []int{0, -1} {
		limit := NewFailureLimit(failures, failures, time.Minute, time.Now)
		for range 100 {
			if _, ok := try(t, limit, "mira", home, false); !ok {
				t.Fatal("refused though off")
			}
			if _, locked := limit.Fail("mira", home); locked {
				t.Fatal("locked though off")
			}
		}
	}
}

func TestFailureLimitConcurrently(t *testing.T) {
	limit, _ := newTestLimit()
	var guesses atomic.Int64
	var callers sync.WaitGroup
	for range 50 {
		callers.Go(func() {
			attempt, _, ok := limit.Begin("mira", home)
			defer attempt.End()
			if ok {
				guesses.Add(1)
			}
		})
	}
	callers.Wait()
	if guesses.Load() != 10 {
		t.Errorf("%d of 50 guesses at once passed", guesses.Load())
	}
}

func BenchmarkFailureLimit(b *testing.B) {
	limit := NewFailureLimit(DefaultFailures, DefaultFailures, DefaultFailureWindow, time.Now)
	b.ReportAllocs()
	for b.Loop() {
		attempt, _, _ := limit.Begin("mira", home)
		attempt.Succeeded()
		attempt.End()
	}
}

// TestFailureLimit_Apart holds that the limit of user names and that of addresses are two, each of which can be off.
func TestFailureLimit_Apart(t *testing.T) {
	away := netip.MustParseAddr("198.51.100.7")
	limit := NewFailureLimit(2, 4, time.Minute, time.Now)
	for range 2 {
		try(t, limit, "mira", home, false)
	}
	if _, ok := try(t, limit, "mira", away, false); ok {
		t.Error("the third failure of a name was let through")
	}
	for range 2 {
		if _, ok := try(t, limit, "ken", home, false); !ok {
			t.Error("the limit of the name holds for the address")
		}
	}
	if _, ok := try(t, limit, "eva", home, false); ok {
		t.Error("the fifth failure of an address was let through")
	}
	names, addresses := NewFailureLimit(1, 0, time.Minute, time.Now), NewFailureLimit(0, 1, time.Minute, time.Now)
	for _, name := range []string{"a", "b", "c"} {
		if _, ok := try(t, names, name, home, false); !ok {
			t.Error("an address was counted though its limit is off")
		}
	}
	if _, ok := try(t, names, "a", away, false); ok {
		t.Error("a name was not counted")
	}
	try(t, addresses, "a", home, false)
	if _, ok := try(t, addresses, "a", away, false); !ok {
		t.Error("a name was counted though its limit is off")
	}
	if _, ok := try(t, addresses, "b", home, false); ok {
		t.Error("an address was not counted")
	}
}
