package model

// NotificationType says what a notification is about (operations.md §4.1).
type NotificationType string

// The types of notifications.
const (
	NotificationException        NotificationType = "Exception"
	NotificationObservation      NotificationType = "Observation"
	NotificationObservationTitle NotificationType = "Observation title"
	NotificationSecurityGate     NotificationType = "Security gate"
	NotificationTask             NotificationType = "Task"
)

// NotificationTypes lists all types of notifications.
var NotificationTypes = []NotificationType{NotificationException, NotificationObservation, NotificationObservationTitle, NotificationSecurityGate, NotificationTask}

// Notification tells people about something that has happened (operations.md §4.1).
type Notification struct {
	ID      ID               `cbor:"id,omitempty"`
	Type    NotificationType `cbor:"type,omitempty"`
	Name    string           `cbor:"name,omitempty"` // the headline
	Created Time             `cbor:"created,omitempty"`
	// Message is the text of an error, for superusers only.
	Message string `cbor:"message,omitempty"`
	// User is who triggered it, 0 for background work.
	User        ID `cbor:"user,omitempty"`
	Product     ID `cbor:"product,omitempty"`
	Observation ID `cbor:"observation,omitempty"`
	// Function is the background function that failed, Arguments what it was called with.
	Function  string `cbor:"function,omitempty"`
	Arguments string `cbor:"arguments,omitempty"`
}

// NotificationView marks a notification as viewed by a user.
type NotificationView struct {
	ID           ID `cbor:"id,omitempty"`
	Notification ID `cbor:"notification,omitempty"`
	User         ID `cbor:"user,omitempty"`
}
