package handlers

import (
	"errors"

	"secobserve/db"
	"secobserve/db/columnar"
	"secobserve/handlers/rest"
	"secobserve/handlers/schema"
	"secobserve/model"
)

// taskList is the history of the periodic tasks, for superusers.
var taskList = list[model.PeriodicTask]{
	table: db.PeriodicTasks,
	filters: []filter{
		contains(db.PeriodicTasks, "task", "task"),
		choice(db.PeriodicTasks, "status", "status", model.TaskStatuses),
		moment(db.PeriodicTasks, "start_time", "start_time"),
		number(db.PeriodicTasks, "duration", "duration"),
	},
	orders: map[string]func(*call) []columnar.Key{
		"task": by(db.PeriodicTasks, "task"), "start_time": by(db.PeriodicTasks, "start_time"),
		"status": by(db.PeriodicTasks, "status"), "duration": by(db.PeriodicTasks, "duration"),
	},
	search: []string{"task"},
}

// listPeriodicTasks lists the runs of the periodic tasks.
//
//	@Summary	Lists the runs of the periodic tasks
//	@ID	periodic_tasks_list
//	@Tags	periodic_tasks
//	@Param	duration	query	int	false	"duration"
//	@Param	ordering	query	[]string	false	"ordering" Enums(-duration, -start_time, -status, -task, duration, start_time, status, task) collectionFormat(csv)
//	@Param	page	query	int	false	"page"
//	@Param	page_size	query	int	false	"page size"
//	@Param	search	query	string	false	"search"
//	@Param	start_time	query	string	false	"start time" Format(date-time)
//	@Param	status	query	string	false	"status" Enums(Failure, Running, Success)
//	@Param	task	query	string	false	"task"
//	@Produce	json
//	@Success	200	{object}	schema.Page[schema.PeriodicTask]
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/periodic_tasks/	[get]
func (s *Server) listPeriodicTasks(c *call) (reply, error) {
	return taskList.serve(c, shown(func(run *model.PeriodicTask) (any, error) { return c.showPeriodicTask(run), nil }))
}

// getPeriodicTask shows a run of a periodic task.
//
//	@Summary	Shows a run of a periodic task
//	@ID	periodic_tasks_retrieve
//	@Tags	periodic_tasks
//	@Param	id	path	int	true	"id"
//	@Produce	json
//	@Success	200	{object}	schema.PeriodicTask
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/periodic_tasks/{id}/	[get]
func (s *Server) getPeriodicTask(c *call) (reply, error) {
	id, err := c.pathID(db.PeriodicTasks.Class())
	if err != nil {
		return reply{}, err
	}
	run, err := db.PeriodicTasks.Get(c.tx, id)
	if errors.Is(err, db.ErrNotFound) {
		return reply{}, rest.NotFound(db.PeriodicTasks.Class())
	}
	if err != nil {
		return reply{}, err
	}
	return ok(c.showPeriodicTask(run)), nil
}

func (c *call) showPeriodicTask(run *model.PeriodicTask) schema.PeriodicTask {
	return schema.PeriodicTask{ID: run.ID, Task: run.Task, StartTime: c.timestamp(run.StartTime), Duration: run.Duration, Status: run.Status,
		Message: run.Message}
}
