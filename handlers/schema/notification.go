package schema

import "secobserve/model"

// Notification is the answer for a notification (operations.md §4.3).
type Notification struct {
	ID               model.ID               `json:"id" validate:"required"`
	Message          string                 `json:"message" validate:"required" extensions:"x-nullable"`
	ProductName      *string                `json:"product_name" validate:"required" extensions:"x-nullable"`
	ObservationTitle *string                `json:"observation_title" validate:"required" extensions:"x-nullable"`
	UserFullName     *string                `json:"user_full_name" validate:"required" extensions:"x-nullable"`
	NewViewed        string                 `json:"new_viewed" validate:"required"`
	Name             string                 `json:"name" validate:"required"`
	Created          string                 `json:"created" format:"date-time" validate:"required"`
	Type             model.NotificationType `json:"type" validate:"required"`
	Function         string                 `json:"function"`
	Arguments        string                 `json:"arguments"`
	User             *model.ID              `json:"user" extensions:"x-nullable"`
	Product          *model.ID              `json:"product" extensions:"x-nullable"`
	Observation      *model.ID              `json:"observation" extensions:"x-nullable"`
}

// NotificationBulkRequest names the notifications that a bulk request is about.
type NotificationBulkRequest struct {
	Notifications []model.ID `json:"notifications" validate:"required"`
}

// Inbox counts what waits for the caller.
type Inbox struct {
	Reviews       int `json:"reviews" validate:"required"`
	Approvals     int `json:"approvals" validate:"required"`
	Notifications int `json:"notifications" validate:"required"`
}
