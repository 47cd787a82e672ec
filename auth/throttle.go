package auth

import (
	"net/netip"
	"sync"
	"time"
)

// Throttle allows each key a number of requests in any span of one window (http-conventions.md §9, access.md §1.4): a sliding window, so
// there is no border at which twice the number passes. Refused requests do not count. It is safe for concurrent use; its memory is
// bounded by the requests of the last two windows, and by 131,072 keys.
//
// Use one for anonymous callers, keyed by [AddressKey], and one for users, keyed by id.
type Throttle[K comparable] struct {
	clock  func() time.Time
	start  time.Time
	mu     sync.Mutex
	recent recent[K]
}

// NewThrottle returns a throttle of limit requests per window and key; a limit of 0 or less switches it off. The clock is time.Now but in
// tests.
func NewThrottle[K comparable](limit int, window time.Duration, clock func() time.Time) *Throttle[K] {
	return &Throttle[K]{clock: clock, start: clock(), recent: newRecent[K](limit, window)}
}

// Allow counts a request of the key and tells whether it may go on. If not, retryAfter is the time until the next one may.
func (t *Throttle[K]) Allow(key K) (retryAfter time.Duration, ok bool) {
	if t.recent.limit <= 0 {
		return 0, true
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	now := t.clock().Sub(t.start)
	e := t.recent.of(key, now)
	if wait := t.recent.wait(e, now); wait > 0 {
		return wait, false
	}
	t.recent.add(e, now)
	return 0, true
}

// AddressKey is the address by which a caller is counted: an IPv6 caller by its /64 network, because whoever has one address of it
// usually has all of them (RFC 6177); IPv4 in IPv6 form as IPv4.
func AddressKey(address netip.Addr) netip.Addr {
	address = address.Unmap().WithZone("")
	if !address.Is6() {
		return address
	}
	network, err := address.Prefix(64)
	if err != nil {
		return address
	}
	return network.Addr()
}
