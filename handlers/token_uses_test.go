package handlers

import (
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"

	"secobserve/model"
)

// Uses are gathered for a minute and then written together; each is known at once.
func TestTokenUsesAreWrittenTogether(t *testing.T) {
	var u tokenUses
	at := func(seconds int) model.Time {
		return model.TimeOf(time.Date(2026, 11, 23, 12, 0, seconds, 0, time.UTC))
	}
	for _, step := range []struct {
		token   model.ID
		seconds int
		due     map[model.ID]model.Time
	}{
		{1, 0, map[model.ID]model.Time{1: at(0)}},
		{2, 20, nil},
		{2, 59, nil},
		{1, 60, map[model.ID]model.Time{1: at(60), 2: at(59)}},
		{1, 119, nil},
	} {
		if diff := gocmp.Diff(step.due, u.add(step.token, at(step.seconds))); diff != "" {
			t.Errorf("token %d after %d s: %s", step.token, step.seconds, diff)
		}
		if got := u.last(step.token); got != at(step.seconds) {
			t.Errorf("token %d after %d s was used last at %v", step.token, step.seconds, got)
		}
	}
}
