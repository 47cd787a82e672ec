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
	mu      sync.Mutex
	pending map[model.ID]model.Time
	written model.Time
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
	if u.pending == nil {
		u.pending = map[model.ID]model.Time{}
	}
	u.pending[token] = max(u.pending[token], now)
	if u.written != 0 && now.Std().Sub(u.written.Std()) < usesInterval {
		return nil
	}
	u.written = now
	return maps.Clone(u.pending)
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
	maps.DeleteFunc(u.pending, func(id model.ID, at model.Time) bool { return due[id] == at })
}

func (u *tokenUses) last(token model.ID) model.Time {
	u.mu.Lock()
	defer u.mu.Unlock()
	return u.pending[token]
}

// tokenLastUsed is when the token was used last, nil if it never was.
func (c *call) tokenLastUsed(t *model.APIToken) *string {
	return c.optionalTimestamp(max(t.LastUsed, c.used.last(t.ID)))
}
