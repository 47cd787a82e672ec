package auth

import "time"

// maxKeys bounds each of the two generations of a recent. Filling one needs as many callers within one window; then the older generation
// is forgotten early, which gives the limits of 65,536 callers back to those who sent 65,536 requests for it.
const maxKeys = 1 << 16

// recent remembers for each key when its latest events were, for one window of time. It is not safe for concurrent use.
//
// Keys live in two generations: what is touched moves to the young one; every window the old one is dropped whole and the young one
// becomes the old one. So idle keys cost nothing to evict, and no event is forgotten before a window has passed.
type recent[K comparable] struct {
	limit  int
	window time.Duration
	young  map[K]*events
	old    map[K]*events
	// turned is when the generations changed last, since the start of the clock.
	turned time.Duration
}

// events are the moments of the latest events of one key, since the start of the clock.
type events struct {
	// at grows up to the limit, then it is a ring whose oldest event stands at next.
	at   []time.Duration
	next int
	// inFlight counts attempts whose outcome is open (FailureLimit only).
	inFlight int
}

func newRecent[K comparable](limit int, window time.Duration) recent[K] {
	return recent[K]{limit: limit, window: window, young: map[K]*events{}, old: map[K]*events{}}
}

// of returns the events of a key, new ones where there are none.
func (r *recent[K]) of(key K, now time.Duration) *events {
	r.turn(now)
	e, found := r.young[key]
	if found {
		return e
	}
	e, found = r.old[key]
	if found {
		delete(r.old, key)
	} else {
		e = &events{}
	}
	if len(r.young) >= maxKeys {
		r.young, r.old, r.turned = map[K]*events{}, r.young, now
	}
	r.young[key] = e
	return e
}

// peek returns the events of a key, nil where there are none, and keeps no key alive.
func (r *recent[K]) peek(key K) *events {
	if e := r.young[key]; e != nil {
		return e
	}
	return r.old[key]
}

func (r *recent[K]) turn(now time.Duration) {
	since := now - r.turned
	if since < r.window {
		return
	}
	r.young, r.old, r.turned = map[K]*events{}, r.young, now
	if since >= 2*r.window {
		clear(r.old)
	}
}

// add records an event now, in the place of the oldest one when there are as many as the limit.
func (r *recent[K]) add(e *events, now time.Duration) {
	if len(e.at) < r.limit {
		e.at = append(e.at, now)
		return
	}
	e.at[e.next] = now
	e.next = (e.next + 1) % r.limit
}

// wait is how long the key has to wait until fewer events than the limit lie within the window; 0 is not at all.
func (r *recent[K]) wait(e *events, now time.Duration) time.Duration {
	if e == nil || r.limit <= 0 || len(e.at) < r.limit {
		return 0
	}
	return max(0, e.at[e.next]+r.window-now)
}

// count is the number of events within the window.
func (r *recent[K]) count(e *events, now time.Duration) int {
	n := 0
	for _, at := range e.at {
		if now-at < r.window {
			n++
		}
	}
	return n
}
