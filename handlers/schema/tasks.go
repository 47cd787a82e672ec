package schema

import "secobserve/model"

// PeriodicTask is the representation PeriodicTask of the API.
type PeriodicTask struct {
	ID        model.ID         `json:"id" validate:"required" readonly:"true"`
	Task      string           `json:"task" validate:"required" maxLength:"255"`
	StartTime string           `json:"start_time" validate:"required" format:"date-time"`
	Duration  *int             `json:"duration" extensions:"x-nullable"`
	Status    model.TaskStatus `json:"status" validate:"required"`
	Message   string           `json:"message" maxLength:"255"`
}
