package notifications

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"secobserve/audit"
	"secobserve/db"
	"secobserve/model"
)

// maxName and maxMessage are the greatest lengths of headlines and of texts of errors, in characters.
const (
	maxName    = 255
	maxMessage = 8192
)

// add stores a notification with who acts and when.
func add(tx *db.Tx, n *model.Notification) error {
	actor := audit.ActorOf(tx.Context())
	n.User, n.Created = actor.User, model.TimeOf(actor.Moment())
	n.Name, n.Message = clip(n.Name, maxName), clip(n.Message, maxMessage)
	if err := db.Notifications.Insert(tx, n); err != nil {
		return fmt.Errorf("store a notification: %w", err)
	}
	return nil
}

// GateChanged tells that the result of a product's security gate is another one now (operations.md §4.5).
func GateChanged(tx *db.Tx, p *model.Product) error {
	state := "None"
	if p.SecurityGatePassed != nil {
		state = map[bool]string{true: "Passed", false: "Failed"}[*p.SecurityGatePassed]
	}
	return add(tx, &model.Notification{Type: model.NotificationSecurityGate, Name: "Security gate has changed to " + state, Product: p.ID})
}

// Failures tells about unexpected errors, each not more often than the settings say.
type Failures struct {
	Store *db.Store
	limit limit
}

// InTask tells that a background function has failed, in a transaction of its own.
func (f *Failures) InTask(ctx context.Context, function string, failure error) error {
	return f.tell(ctx, &model.Notification{Type: model.NotificationTask, Name: headline(failure), Message: failure.Error(), Function: function})
}

// InRequest tells that a request was answered with an internal error, in a transaction of its own.
func (f *Failures) InRequest(ctx context.Context, failure error) error {
	return f.tell(ctx, &model.Notification{Type: model.NotificationException, Name: headline(failure), Message: failure.Error()})
}

func (f *Failures) tell(ctx context.Context, n *model.Notification) error {
	return f.Store.Update(ctx, func(tx *db.Tx) error {
		settings, err := db.Settings.Get(tx)
		if err != nil {
			return err
		}
		apart := time.Duration(settings.ExceptionRateLimit) * time.Second
		if !f.limit.allows(n.Name+"/"+n.Message+"/"+n.Function, audit.ActorOf(tx.Context()).Moment(), apart) {
			return nil
		}
		return add(tx, n)
	})
}

// headline names the kind of an error (operations.md §4.4; the spelling is that of the original).
func headline(failure error) string {
	return fmt.Sprintf("Exception %q has occured", kind(failure))
}

// kind is a short stable name of what went wrong: the type of the innermost error that has one of its own, else "Error".
func kind(failure error) string {
	name := "Error"
	for err := failure; err != nil; err = errors.Unwrap(err) {
		switch own := strings.TrimPrefix(fmt.Sprintf("%T", err), "*"); own {
		case "errors.errorString", "fmt.wrapError", "fmt.wrapErrors", "errors.joinError":
		default:
			name = own
		}
	}
	return name
}

// clip cuts a text to a number of characters.
func clip(text string, limit int) string {
	if utf8.RuneCountInString(text) <= limit {
		return text
	}
	return string([]rune(text)[:limit-4]) + " ..."
}
