package model

// TaskStatus is the outcome of a run of a periodic task.
type TaskStatus string

// The states of a run.
const (
	TaskRunning TaskStatus = "Running"
	TaskSuccess TaskStatus = "Success"
	TaskFailure TaskStatus = "Failure"
)

// TaskStatuses are all states of a run.
var TaskStatuses = []TaskStatus{TaskRunning, TaskSuccess, TaskFailure}

// PeriodicTask is one run of a periodic task (operations.md §8.3).
type PeriodicTask struct {
	ID        ID         `cbor:"id"`
	Task      string     `cbor:"task"`
	StartTime Time       `cbor:"start_time"`
	Duration  *int       `cbor:"duration,omitempty"` // milliseconds; nil while running
	Status    TaskStatus `cbor:"status"`
	Message   string     `cbor:"message,omitempty"`
	// Interrupted marks a run that the stop of the server cut off; it is made up for at the next start.
	Interrupted bool `cbor:"interrupted,omitempty"`
}

// Job is a piece of work that a committed transaction has left to be done (operations.md §8.1).
type Job struct {
	ID   ID     `cbor:"id"`
	Kind string `cbor:"kind"`
	// Key tells jobs of a kind apart that would do the same: at most one of them waits. The empty key is like no other.
	Key string `cbor:"key,omitempty"`
	// Payload is what the job works on, as JSON.
	Payload []byte `cbor:"payload,omitempty"`
	Created Time   `cbor:"created"`
	// Revision grows when the job is asked for again while it waits or runs.
	Revision uint64 `cbor:"revision,omitempty"`
	// Attempts that have failed, the last one with LastError; NotBefore is the time of the next one.
	Attempts  int    `cbor:"attempts,omitempty"`
	LastError string `cbor:"last_error,omitempty"`
	NotBefore Time   `cbor:"not_before,omitempty"`
}
