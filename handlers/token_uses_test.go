package handlers

import (
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"

	"secobserve/model"
)

// After a jump of the clock into the past, uses are written as before, and the last one stays the last one.
func TestTokenUsesWhenTheClockJumpsBack(t *testing.T) {
	var u tokenUses
	day := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	noon, yesterday := model.TimeOf(day), model.TimeOf(day.AddDate(0, 0, -1))
	u.add(1, noon)
	if diff := gocmp.Diff(map[model.ID]model.Time{1: noon, 2: yesterday}, u.add(2, yesterday)); diff != "" {
		t.Errorf("written after the jump: %s", diff)
	}
	if due := u.add(1, yesterday); due != nil || u.last(1) != noon {
		t.Errorf("within the minute after the jump %v is written, the last use was %v", due, u.last(1))
	}
}

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
