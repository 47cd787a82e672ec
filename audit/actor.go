package audit

import (
	"context"
	"time"

	"secobserve/model"
)

// Actor is who changes something, and by which way.
type Actor struct {
	// User and Username are 0 and "" for the server itself.
	User     model.ID
	Username string
	// Address is that of the client, "" for what happens inside the server.
	Address string
	// Source is the route of the API, the background task or the command.
	Source string
	// Request is the id of the request in the access log.
	Request string
	// At is when it acts; zero stands for now.
	At time.Time
}

// Moment is when the actor acts.
func (a *Actor) Moment() time.Time {
	if a.At.IsZero() {
		return time.Now()
	}
	return a.At
}

type actorKey struct{}

// With returns a context whose changes are the actor's. The actor may be completed later, by the time of the change.
func With(ctx context.Context, actor *Actor) context.Context {
	return context.WithValue(ctx, actorKey{}, actor)
}

// serverItself acts where nobody is named.
var serverItself = Actor{Source: "server"}

// ActorOf is who acts in a context.
func ActorOf(ctx context.Context) *Actor {
	if actor, ok := ctx.Value(actorKey{}).(*Actor); ok {
		return actor
	}
	return &serverItself
}
