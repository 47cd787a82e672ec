package registry

import (
	"context"
	"log/slog"
	"time"

	"github.com/robfig/cron/v3"

	"secobserve/audit"
	"secobserve/backups"
	"secobserve/db"
	"secobserve/importer"
	"secobserve/licenses"
	"secobserve/metrics"
	"secobserve/model"
	"secobserve/notifications"
	"secobserve/observations"
	"secobserve/outgoing"
	"secobserve/products"
	"secobserve/tasks"
)

// Env is what the work needs besides the data.
type Env struct {
	Log *slog.Logger
	// Client calls other servers.
	Client *outgoing.Client
	// Backups is the folder of the daily backups.
	Backups string
}

// Tasks are the periodic tasks (operations.md §8.2). Names and functions appear in the history and in notifications.
func (e Env) Tasks() []tasks.Task {
	return []tasks.Task{
		{
			Name: "Calculate product metrics", Function: "task_calculate_product_metrics",
			Schedule: func(s *model.Settings) cron.Schedule { return tasks.Every(s.BackgroundProductMetricsIntervalMinutes) },
			Run:      metrics.Calculate,
		},
		{
			Name: "Expire risk acceptances", Function: "task_expire_risk_acceptances",
			Schedule: func(s *model.Settings) cron.Schedule {
				return tasks.Daily(s.RiskAcceptanceExpiryCrontabMinute, s.RiskAcceptanceExpiryCrontabHour)
			},
			Run: func(ctx context.Context, store *db.Store, now time.Time) (string, error) {
				return observations.ExpireRiskAcceptances(ctx, store, e.Log, now)
			},
		},
		{
			Name: "Branch housekeeping", Function: "task_branch_housekeeping",
			Schedule: func(s *model.Settings) cron.Schedule {
				return tasks.Daily(s.BranchHousekeepingCrontabMinute, s.BranchHousekeepingCrontabHour)
			},
			Run: func(ctx context.Context, store *db.Store, now time.Time) (string, error) {
				return products.Housekeeping(ctx, store, e.Log, now)
			},
		},
		{
			Name: "Import SPDX licenses", Function: "task_spdx_license_import",
			Schedule: func(s *model.Settings) cron.Schedule {
				return tasks.Daily(s.LicenseImportCrontabMinute, s.LicenseImportCrontabHour)
			},
			Run: func(ctx context.Context, store *db.Store, now time.Time) (string, error) {
				return licenses.Refresh(ctx, store, e.Client, now)
			},
		},
		{
			Name: "Daily backup", Function: "task_backup",
			Schedule: func(s *model.Settings) cron.Schedule {
				if s.BackupKeepDays == 0 {
					return nil
				}
				return tasks.Daily(s.BackupCrontabMinute, s.BackupCrontabHour)
			},
			Run: backups.Folder{Path: e.Backups, Free: backups.Free}.Daily,
		},
		{
			Name: "Prune audit log", Function: "task_prune_audit_log",
			Schedule: func(*model.Settings) cron.Schedule { return tasks.Daily(45, 0) },
			Run:      audit.Prune,
		},
		{
			Name: "Prune notifications", Function: "task_prune_notifications",
			Schedule: func(*model.Settings) cron.Schedule { return tasks.Daily(50, 0) },
			Run:      notifications.Prune,
		},
		{
			Name: "History of imports", Function: "task_import_history",
			Schedule: func(s *model.Settings) cron.Schedule {
				return tasks.Daily(s.BranchHousekeepingCrontabMinute, s.BranchHousekeepingCrontabHour)
			},
			Run: importer.ForgetImports,
		},
	}
}

// Workers do the jobs of the outbox, by kind.
func (e Env) Workers() []tasks.Worker {
	return []tasks.Worker{}
}
