package notifications

import (
	"sync"
	"time"
)

// maxKeys bounds the memory of a limit.
const maxKeys = 1000

// limit remembers when which notification was stored last. Its zero value is ready to use.
type limit struct {
	mutex sync.Mutex
	last  map[string]time.Time
}

// allows tells whether the last time for the key is long enough ago, and remembers this one if so. A clock that was put back allows.
func (l *limit) allows(key string, now time.Time, apart time.Duration) bool {
	if apart == 0 {
		return true
	}
	l.mutex.Lock()
	defer l.mutex.Unlock()
	if last, ok := l.last[key]; ok && !now.Before(last) && now.Sub(last) < apart {
		return false
	}
	if l.last == nil || len(l.last) >= maxKeys {
		l.last = make(map[string]time.Time) // telling one twice is better than growing without end
	}
	l.last[key] = now
	return true
}
