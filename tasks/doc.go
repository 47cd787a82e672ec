// Package tasks does the background work of the server (operations.md §8): periodic tasks on the schedules of the settings, with a history
// of their runs, and the jobs that committed transactions have left in the outbox.
//
// # A periodic task
//
// A [Task] is declared in package tasks/registry: its name as it stands in the history, its schedule as a function of the settings
// ([Daily], [Every]), and the function that does the work, which lives in the room of its domain:
//
//	func Housekeeping(ctx context.Context, store *db.Store, now time.Time) (message string, err error)
//
// now is the begin of the run in the time zone of the server. The function opens its own transactions, one for each piece that makes sense
// of its own (a product, a configuration), so that requests are never kept waiting for a whole task; it returns soon after ctx ends. Its
// message, or the text of its error, is kept in the history. A task never runs twice at a time. Schedules are in UTC and read afresh each
// minute, so that a change of the settings takes effect at once. A run that was missed while the server was down, or cut off by its stop,
// is made up for at the next start, once.
//
// # A job
//
// What has to happen after a commit is declared as an [outbox.Kind] beside the code that asks for it, asked for with Put or PutOnce inside
// the transaction, and worked off by the function that is joined with the kind by [Handle] in package tasks/registry:
//
//	var CheckGates = outbox.Kind[struct{}]{Name: "check_security_gates"}
//	...
//	err := CheckGates.PutOnce(tx, "all", struct{}{}, now)
//
// A job is done at least once: after a crash in its middle it is done again, so it must not matter if part of it has been done before. A
// job that fails is tried again after ten seconds, then after ever longer, up to an hour; after [maxAttempts] attempts, about sixteen hours,
// or an error made by [Permanent], it is given up with an error in the log.
//
// What the work is, is the affair of the domain rooms; this package knows none of them.
package tasks
