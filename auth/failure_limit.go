package auth

import (
	"hash/maphash"
	"net/netip"
	"sync"
	"time"
)

const (
	// DefaultFailures is how many wrong passwords a user name and an address may have within [DefaultFailureWindow] (access.md §1.4, Improve).
	DefaultFailures = 10
	// DefaultFailureWindow is the span in which failures count.
	DefaultFailureWindow = 5 * time.Minute

	// inFlightRetry is the advice when not failures but open attempts fill the limit: those are over in moments.
	inFlightRetry = time.Second
)

// FailureLimit slows down guessing: after a number of failures within the window, a user name or an address has to wait until the oldest of
// them has left the window. Attempts that are refused do not count, so the lock ends by itself however often it is knocked at. It is
// safe for concurrent use; its memory is bounded.
//
// An unknown user name is counted like a known one, so that the lock tells nothing about which names exist. Failed API tokens should be
// counted by a FailureLimit of their own (see [FailureLimit.Fail]): a forgotten pipeline with an old token must not keep the people
// behind the same address from logging in.
type FailureLimit struct {
	clock func() time.Time
	start time.Time
	// seed: user names are kept as keyed hashes, so that long ones take no memory.
	seed maphash.Seed

	mu        sync.Mutex
	users     recent[uint64]
	addresses recent[netip.Addr]
}

// NewFailureLimit returns a limit of so many failures per window, for each user name and for each address; 0 or less switches one of them off. The clock is time.Now but in tests.
func NewFailureLimit(perUser, perAddress int, window time.Duration, clock func() time.Time) *FailureLimit {
	return &FailureLimit{
		clock: clock, start: clock(), seed: maphash.MakeSeed(),
		users: newRecent[uint64](perUser, window), addresses: newRecent[netip.Addr](perAddress, window),
	}
}

// Attempt is one password check on its way. End must be called, best deferred: without a Succeeded before it the attempt is a failure.
type Attempt struct {
	limit         *FailureLimit
	user          string
	address       netip.Addr
	userEvents    *events
	addressEvents *events
	succeeded     bool
	ended         bool
}

// Begin asks whether a password may be checked for this user name from this address (an [AddressKey]). The attempt counts as an open one from
// here on, so that a thousand guesses at once are no way around the limit. If it is refused, retryAfter is the time to wait and the
// attempt is nil, whose methods do nothing. An empty user name or an invalid address is not counted.
func (l *FailureLimit) Begin(user string, address netip.Addr) (attempt *Attempt, retryAfter time.Duration, ok bool) {
	if l.off() {
		return nil, 0, true
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.clock().Sub(l.start)
	a := &Attempt{limit: l, user: user, address: address}
	if user != "" && l.users.limit > 0 {
		a.userEvents = l.users.of(l.userKey(user), now)
		retryAfter = max(retryAfter, attemptWait(&l.users, a.userEvents, now))
	}
	if address.IsValid() && l.addresses.limit > 0 {
		a.addressEvents = l.addresses.of(address, now)
		retryAfter = max(retryAfter, attemptWait(&l.addresses, a.addressEvents, now))
	}
	if retryAfter > 0 {
		return nil, retryAfter, false
	}
	a.eachEvents(func(e *events) { e.inFlight++ })
	return a, 0, true
}

func attemptWait[K comparable](r *recent[K], e *events, now time.Duration) time.Duration {
	if wait := r.wait(e, now); wait > 0 {
		return wait
	}
	if r.count(e, now)+e.inFlight >= r.limit {
		return inFlightRetry
	}
	return 0
}

// Succeeded marks the attempt as a right password. The failures of the user name are forgotten then; those of the address are not, or an
// attacker with an account of his own could clear them.
func (a *Attempt) Succeeded() {
	if a != nil {
		a.succeeded = true
	}
}

// End counts the attempt. A second call does nothing.
func (a *Attempt) End() {
	if a == nil || a.ended {
		return
	}
	a.ended = true
	l := a.limit
	l.mu.Lock()
	defer l.mu.Unlock()
	a.eachEvents(func(e *events) { e.inFlight-- })
	if !a.succeeded {
		l.fail(a.user, a.address)
		return
	}
	if a.userEvents != nil {
		a.userEvents.at, a.userEvents.next = nil, 0
	}
}

func (a *Attempt) eachEvents(do func(*events)) {
	for _, e := range []*events{a.userEvents, a.addressEvents} {
		if e != nil {
			do(e)
		}
	}
}

// Fail counts a failure without a Begin, for credentials whose check is so cheap that open attempts need no counting, such as API tokens
// (user name ""). It tells whether the limit had been reached before; the caller then answers with retryAfter instead of the error, while
// right credentials from the same address still pass. Nothing is counted then.
func (l *FailureLimit) Fail(user string, address netip.Addr) (retryAfter time.Duration, locked bool) {
	if l.off() {
		return 0, false
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.clock().Sub(l.start)
	retryAfter = max(l.users.wait(l.users.peek(l.userKey(user)), now), l.addresses.wait(l.addresses.peek(address), now))
	if retryAfter > 0 {
		return retryAfter, true
	}
	l.fail(user, address)
	return 0, false
}

func (l *FailureLimit) fail(user string, address netip.Addr) {
	now := l.clock().Sub(l.start)
	if user != "" && l.users.limit > 0 {
		l.users.add(l.users.of(l.userKey(user), now), now)
	}
	if address.IsValid() && l.addresses.limit > 0 {
		l.addresses.add(l.addresses.of(address, now), now)
	}
}

func (l *FailureLimit) userKey(user string) uint64 { return maphash.String(l.seed, user) }

func (l *FailureLimit) off() bool { return l.users.limit <= 0 && l.addresses.limit <= 0 }
