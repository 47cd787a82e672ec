package handlers

import (
	"context"
	"errors"
	"maps"
	"sync"
	"time"

	"secobserve/db"
	"secobserve/model"
)

// usesInterval is the least time between two writes of when API tokens were used.
const usesInterval = time.Minute

// tokenUses remembers when API tokens were used last and writes that down for all of them together, at most once per interval: else each request
// of a pipeline would cost a commit. What has not been written when the server stops is lost.
type tokenUses struct {
	mu        sync.Mutex
	seen      map[model.ID]model.Time // also what has been written: a reader's transaction may have begun before
	unwritten map[model.ID]bool
	written   model.Time
}

// note remembers a use, and has what has gathered written if it is time for that. The caller does not wait: the write transaction may belong to a
// long import.
func (u *tokenUses) note(ctx context.Context, s *Server, token model.ID, now model.Time) {
	if due := u.add(token, now); due != nil {
		go u.write(context.WithoutCancel(ctx), s, due)
	}
}

// add returns what has to be written now.
func (u *tokenUses) add(token model.ID, now model.Time) map[model.ID]model.Time {
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.seen == nil {
		u.seen, u.unwritten = map[model.ID]model.Time{}, map[model.ID]bool{}
	}
	u.seen[token], u.unwritten[token] = max(u.seen[token], now), true
	since := now.Std().Sub(u.written.Std())
	if u.written != 0 && since >= 0 && since < usesInterval { // it is negative after a jump of the clock into the past
		return nil
	}
	u.written = now
	due := make(map[model.ID]model.Time, len(u.unwritten))
	for id := range u.unwritten {
		due[id] = u.seen[id]
	}
	return due
}

func (u *tokenUses) write(ctx context.Context, s *Server, due map[model.ID]model.Time) {
	err := s.Store.Update(ctx, func(tx *db.Tx) error {
		for id, at := range due {
			err := db.APITokens.Modify(tx, id, func(t *model.APIToken) { t.LastUsed = max(t.LastUsed, at) })
			if err != nil && !errors.Is(err, db.ErrNotFound) { // revoked meanwhile
				return err
			}
		}
		return nil
	})
	if err != nil {
		s.Log.WarnContext(ctx, "write when API tokens were used", "exception_message", err)
		return
	}
	u.mu.Lock()
	defer u.mu.Unlock()
	maps.DeleteFunc(u.unwritten, func(id model.ID, _ bool) bool { return due[id] == u.seen[id] })
}

func (u *tokenUses) last(token model.ID) model.Time {
	u.mu.Lock()
	defer u.mu.Unlock()
	return u.seen[token]
}

// tokenLastUsed is when the token was used last, nil if it never was.
func (c *call) tokenLastUsed(t *model.APIToken) *string {
	return c.optionalTimestamp(max(t.LastUsed, c.used.last(t.ID)))
}
