package db

import "secobserve/model"

// The tables of background work.
var (
	// PeriodicTasks holds the history of the periodic tasks (operations.md §8.3).
	PeriodicTasks = &Table[model.PeriodicTask]{
		name: "periodic_tasks", class: "Periodic_Task", plural: "Periodic_Tasks",
		id: func(r *model.PeriodicTask) *model.ID { return &r.ID },
		columns: []Column[model.PeriodicTask]{
			enum("task", func(r *model.PeriodicTask) string { return r.Task }),
			moment("start_time", func(r *model.PeriodicTask) model.Time { return r.StartTime }),
			optional("duration", func(r *model.PeriodicTask) *int { return r.Duration }),
			enum("status", func(r *model.PeriodicTask) string { return string(r.Status) }),
		},
	}

	// Jobs is the outbox: what has to be done after a commit (operations.md §8.1).
	Jobs = &Table[model.Job]{
		name: "jobs", class: "Job", plural: "Jobs",
		id: func(r *model.Job) *model.ID { return &r.ID },
		uniques: []Unique[model.Job]{{Name: "key", Key: func(r *model.Job) []byte {
			if r.Key == "" {
				return nil
			}
			return Key(r.Kind, r.Key)
		}}},
		columns: []Column[model.Job]{
			enum("kind", func(r *model.Job) string { return r.Kind }),
			moment("not_before", func(r *model.Job) model.Time { return r.NotBefore }),
		},
	}
)

// TaskFirstSeen holds when each periodic task was first known to this installation: without a run, missed ones are counted from there.
var TaskFirstSeen = Record[map[string]model.Time]{name: "task_first_seen", defaults: func() map[string]model.Time { return map[string]model.Time{} }}
