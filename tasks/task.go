package tasks

import (
	"context"
	"fmt"
	"time"

	"github.com/robfig/cron/v3"

	"secobserve/db"
	"secobserve/model"
)

// Task is a piece of work that is done again and again.
type Task struct {
	// Name is the name in the history and in messages; it must not change.
	Name string
	// Function names the work in notifications about failures (operations.md §8.3).
	Function string
	// Schedule says when; nil means not at all.
	Schedule func(*model.Settings) cron.Schedule
	// Run does the work and tells what was done. now is in the time zone of the server.
	Run func(ctx context.Context, store *db.Store, now time.Time) (message string, err error)
}

// Daily is the schedule of each day at a time in UTC.
func Daily(minute, hour int) cron.Schedule {
	return mustParse(fmt.Sprintf("CRON_TZ=UTC %d %d * * *", minute, hour))
}

// Every is the schedule of each minute of an hour in UTC that is divisible by the number; from 60 on, of each such minute since
// 1970-01-01T00:00Z, so that intervals longer than an hour are possible. 0 is nil: never.
func Every(minutes int) cron.Schedule {
	switch {
	case minutes < 1:
		return nil
	case minutes < 60:
		return mustParse(fmt.Sprintf("CRON_TZ=UTC */%d * * * *", minutes))
	default:
		return interval(time.Duration(minutes) * time.Minute)
	}
}

// mustParse parses an expression made of numbers that the settings keep in their ranges.
func mustParse(expression string) cron.Schedule {
	schedule, err := cron.ParseStandard(expression)
	if err != nil {
		panic(fmt.Sprintf("tasks: %v", err))
	}
	return schedule
}

// interval counts from the begin of Unix time.
type interval time.Duration

// Next is the first multiple of the interval after t.
func (i interval) Next(t time.Time) time.Time {
	step := int64(time.Duration(i) / time.Second)
	return time.Unix((t.Unix()/step+1)*step, 0).In(t.Location())
}
