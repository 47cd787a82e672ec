package command

import (
	"context"
	"log/slog"
	"time"

	"secobserve/db"
	"secobserve/notifications"
	"secobserve/tasks"
	"secobserve/tasks/registry"
)

// background is the work that the server does besides answering requests.
type background struct {
	runner *tasks.Runner
	cancel context.CancelFunc
	late   chan struct{} // closed when the work has had its time to stop
	log    *slog.Logger
}

func (s Serve) startBackground(ctx context.Context, store *db.Store, log *slog.Logger, location *time.Location) (*background, error) {
	ctx, cancel := context.WithCancel(ctx)
	b := &background{cancel: cancel, late: make(chan struct{}), log: log}
	context.AfterFunc(ctx, func() { time.AfterFunc(drainTime, func() { close(b.late) }) })
	env := registry.Env{Log: log, Client: s.client(), Backups: s.backups()}
	var err error
	b.runner, err = tasks.Start(ctx, tasks.Config{Store: store, Log: log, Location: location, Tasks: env.Tasks(), Workers: env.Workers(), Failed: (&notifications.Failures{Store: store}).InTask})
	if err != nil {
		cancel()
		return nil, err
	}
	return b, nil
}

// stop waits for the work that is under way, as long as for running requests. What takes longer fails with its next transaction, because
// the data file is closed, and is done again at the next start.
func (b *background) stop() {
	b.cancel()
	ended := make(chan struct{})
	go func() {
		b.runner.Wait()
		close(ended)
	}()
	select {
	case <-ended:
	case <-b.late:
		b.log.Warn("background work does not stop")
	}
}
