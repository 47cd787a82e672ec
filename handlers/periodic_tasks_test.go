package handlers_test

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net/url"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"secobserve/db"
	"secobserve/tasks"
	"secobserve/tasks/registry"
)

// runTask runs a periodic task now and returns its message.
func (a *api) runTask(admin, name string) string {
	a.t.Helper()
	log := slog.New(slog.NewTextHandler(io.Discard, nil))
	for _, task := range (registry.Env{Log: log}).Tasks() {
		if task.Name != name {
			continue
		}
		if _, err := tasks.Execute(context.Background(), a.store, log, task, a.now); err != nil {
			a.t.Fatal(err)
		}
		run := a.do("GET", "/api/periodic_tasks/?page_size=1&page=last&task="+url.QueryEscape(name), admin, nil).want(200, `"Success"`).rows()[0]
		return text(run["message"])
	}
	a.t.Fatalf("no task is named %q", name)
	return ""
}

func TestPeriodicTasks(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	user, _ := a.newUser(admin, "mira", false)
	log := slog.New(slog.NewTextHandler(io.Discard, nil))
	failing := false
	for _, name := range []string{"Sweep", "Count", "Sweep"} {
		task := tasks.Task{Name: name, Function: "task_" + name, Run: func(context.Context, *db.Store, time.Time) (string, error) {
			if failing {
				return "", errors.New("no broom")
			}
			return name + " done", nil
		}}
		if _, err := tasks.Execute(context.Background(), a.store, log, task, a.now); err != nil {
			t.Fatal(err)
		}
		failing = true
		a.now = a.now.Add(time.Hour)
	}
	a.do("GET", "/api/periodic_tasks/", user, nil).want(403, "You do not have permission to perform this action.")
	a.do("GET", "/api/periodic_tasks/1/", user, nil).want(403, "")
	a.do("GET", "/api/periodic_tasks/", "", nil).want(401, "")
	a.do("GET", "/api/periodic_tasks/4/", admin, nil).want(404, "No Periodic_Task matches the given query.")
	a.do("GET", "/api/periodic_tasks/2/", admin, nil).want(200, `"message":"no broom"`)
	first := a.do("GET", "/api/periodic_tasks/1/", admin, nil).want(200, `"task":"Sweep","start_time":"2026-11-23T12:00:00.123456Z","duration":0,"status":"Success","message":"Sweep done"`)
	if first.object()["id"] != 1.0 {
		t.Errorf("%s", first.body)
	}
	for _, test := range []struct {
		query string
		ids   []any
	}{
		{"", []any{1.0, 2.0, 3.0}},
		{"task=SWE", []any{1.0, 3.0}},
		{"search=weep", []any{1.0, 3.0}},
		{"search=done", []any{}},
		{"status=Failure", []any{2.0, 3.0}},
		{"status=Running", []any{}},
		{"start_time=2026-11-23T13:00:00.123456Z", []any{2.0}},
		{"start_time=2026-11-23T14:00:00.123456+01:00", []any{2.0}},
		{"start_time=2026-11-23+13:00:00.123456", []any{2.0}},
		{"start_time=2026-11-23T13:00:00Z", []any{}},
		{"duration=0", []any{1.0, 2.0, 3.0}},
		{"duration=7.5", []any{}},
		{"ordering=task,-start_time", []any{2.0, 3.0, 1.0}},
		{"ordering=-status,start_time", []any{1.0, 2.0, 3.0}},
		{"ordering=duration", []any{1.0, 2.0, 3.0}},
	} {
		ids := []any{}
		for _, row := range a.do("GET", "/api/periodic_tasks/?"+test.query, admin, nil).want(200, "").rows() {
			ids = append(ids, row["id"])
		}
		if diff := cmp.Diff(test.ids, ids); diff != "" {
			t.Errorf("%s: %s", test.query, diff)
		}
	}
	a.do("GET", "/api/periodic_tasks/?status=Done", admin, nil).want(400, "Status: Select a valid choice. Done is not one of the available choices.")
	a.do("GET", "/api/periodic_tasks/?start_time=noon", admin, nil).want(400, "Start time: Enter a valid date/time.")
	a.do("GET", "/api/periodic_tasks/?duration=x", admin, nil).want(400, "Duration: Enter a number.")
	a.do("GET", "/api/periodic_tasks/?ordering=message", admin, nil).want(400, "Ordering: ")
}
