package db

import "sync"

// watching are those who want to know of changes, by table number.
type watching struct {
	mu       sync.Mutex
	channels map[int][]chan struct{}
}

// Watch returns a channel that holds a token after each commit that changed the table: one for however many commits since the last look.
func (t *Table[T]) Watch(s *Store) <-chan struct{} {
	s.watching.mu.Lock()
	defer s.watching.mu.Unlock()
	if s.watching.channels == nil {
		s.watching.channels = make(map[int][]chan struct{})
	}
	channel := make(chan struct{}, 1)
	s.watching.channels[t.number] = append(s.watching.channels[t.number], channel)
	return channel
}

func (w *watching) tell(tx *Tx) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for table, channels := range w.channels {
		if tx.builders[table] == nil {
			continue
		}
		for _, channel := range channels {
			select {
			case channel <- struct{}{}:
			default: // there is a token already
			}
		}
	}
}
