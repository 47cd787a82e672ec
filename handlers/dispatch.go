package handlers

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	"secobserve/audit"
	"secobserve/auth"
	"secobserve/db"
	"secobserve/handlers/rest"
	"secobserve/model"
)

// who says who may use a route at all; what its methods demand is in the table of rules.
type who int

const (
	anyone    who = iota // the Authorization header is ignored
	optional             // anonymous callers, too, but no bad credentials
	users                // any user
	superuser            // superusers only
)

// endpoint is what a method of a route does.
type endpoint struct {
	mode mode
	run  func(*call) (reply, error)
}

// mode is the transaction that an endpoint works in.
type mode int

const (
	reading   mode = iota // a read transaction
	writing               // the write transaction; the body has been read before
	plain                 // none: the endpoint opens its own
	streaming             // a read transaction that lasts until the answer is written
)

func read(run func(*call) (reply, error)) endpoint  { return endpoint{reading, run} }
func write(run func(*call) (reply, error)) endpoint { return endpoint{writing, run} }
func alone(run func(*call) (reply, error)) endpoint { return endpoint{plain, run} }

// stream is for answers of any size: the reply's write function reads rows while it writes.
func stream(run func(*call) (reply, error)) endpoint { return endpoint{streaming, run} }

// route is a path with what its methods do.
type route struct {
	path    string
	who     who
	methods map[string]endpoint
	// offers are the media types of the answers; none means JSON.
	offers []string
}

// serve answers a request of a known route, in the order of checks of http-conventions.md §2.
func (s *Server) serve(rt *route) http.Handler {
	allow := allowed(rt)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Allow", allow)
		c := s.newCall(rt, r)
		defer c.tellOfPanic()
		answer, err := s.answer(rt, c)
		if err != nil {
			s.fail(w, c.r, err)
			return
		}
		if err := send(w, r, answer); err != nil {
			rest.DetailsOf(r).Error = err
		}
	})
}

func allowed(rt *route) string {
	methods := []string{http.MethodOptions}
	for m := range rt.methods {
		methods = append(methods, m)
		if m == http.MethodGet {
			methods = append(methods, http.MethodHead)
		}
	}
	slices.Sort(methods)
	return strings.Join(methods, ", ")
}

func send(w http.ResponseWriter, r *http.Request, answer reply) error {
	switch {
	case answer.write != nil:
		return answer.write(w)
	case answer.page != nil:
		defer givePage(answer.page)
		return rest.WriteRawJSON(w, r, answer.status, answer.page.Bytes())
	case answer.body != nil:
		return rest.WriteJSON(w, r, answer.status, answer.body)
	default:
		w.WriteHeader(answer.status)
		return nil
	}
}

func (s *Server) answer(rt *route, c *call) (reply, error) {
	r := c.r
	if err := rest.Negotiate(r, rt.offers...); err != nil {
		return reply{}, err
	}
	if rt.who != anyone {
		if err := c.recognise(); err != nil {
			return reply{}, err
		}
	}
	method := r.Method
	if method == http.MethodHead {
		method = http.MethodGet
	}
	e, known := rt.methods[method]
	obeys := rules[rt.path][method]
	var answer reply
	err := s.Store.View(r.Context(), func(tx *db.Tx) (err error) {
		c.tx = tx
		if err := c.admit(rt, &obeys); err != nil {
			return err
		}
		switch {
		case method == http.MethodOptions:
			answer = ok(describe(rt))
		case !known:
			return rest.NotAllowed(r.Method)
		case e.mode == reading:
			answer, err = c.run(e, &obeys)
		}
		return err
	})
	c.tx = nil
	if c.apiToken != 0 {
		s.used.note(r.Context(), s, c.apiToken, c.moment())
	}
	if err != nil || !known || e.mode == reading {
		return answer, err
	}
	switch e.mode {
	case plain:
		return c.run(e, &obeys)
	case streaming:
		return s.streamed(c, e, &obeys), nil
	default:
		return s.write(c, e, &obeys)
	}
}

func (s *Server) newCall(rt *route, r *http.Request) *call {
	client := rest.ClientOf(r)
	now := s.Clock().Truncate(time.Microsecond)
	actor := &audit.Actor{Address: client.String(), Source: r.Method + " " + rt.path, Request: rest.DetailsOf(r).RequestID, At: now}
	return &call{Server: s, r: r.WithContext(audit.With(r.Context(), actor)), actor: actor, client: client, now: now}
}

// run asks the handler and makes sure that it has checked what the table of rules demands.
func (c *call) run(e endpoint, obeys *rule) (reply, error) {
	answer, err := e.run(c)
	if err != nil {
		return reply{}, err
	}
	return answer, c.obeyed(obeys)
}

// write runs an endpoint in the write transaction. The body is read first, so that a slow client holds up nobody.
func (s *Server) write(c *call, e endpoint, obeys *rule) (reply, error) {
	c.body = rest.ReadBody(c.r, s.MaxBody)
	var answer reply
	err := c.update(func() error {
		var err error
		answer, err = c.run(e, obeys)
		return err
	})
	return answer, err
}

// update runs f in the write transaction, as the user that the credentials stand for by then.
func (c *call) update(f func() error) error {
	return c.Store.Update(c.r.Context(), func(tx *db.Tx) error {
		c.tx = tx
		defer func() { c.tx = nil }()
		if err := c.renewUser(); err != nil {
			return err
		}
		return f()
	})
}

// view runs f in a read transaction, for endpoints that open their own.
func (c *call) view(f func() error) error {
	return c.Store.View(c.r.Context(), func(tx *db.Tx) error {
		c.tx = tx
		defer func() { c.tx = nil }()
		if err := c.renewUser(); err != nil {
			return err
		}
		return f()
	})
}

func (c *call) renewUser() error {
	if c.access == nil {
		return nil
	}
	user, err := db.Users.Get(c.tx, c.user().ID)
	if errors.Is(err, db.ErrNotFound) {
		return auth.ErrInvalidToken
	}
	if err != nil {
		return err
	}
	if !user.IsActive {
		return auth.ErrUserDeactivated
	}
	c.access = auth.NewAccess(c.tx, user)
	return nil
}

// admit authenticates the caller, checks that he may use the method of the route, and counts the request.
func (c *call) admit(rt *route, obeys *rule) error {
	if rt.who != anyone {
		if err := c.authenticateCaller(); err != nil {
			return err
		}
	}
	if c.access == nil && rt.who >= users {
		return auth.ErrAnonymous
	}
	if rt.who == superuser && !c.access.Superuser() {
		return rest.Forbidden()
	}
	if err := obeys.admits(c); err != nil {
		return err
	}
	if rt.path == healthPath || rt.path == readyPath {
		return nil
	}
	if c.access != nil {
		return throttled(c.users.Allow(c.user().ID))
	}
	return throttled(c.anonymous.Allow(auth.AddressKey(c.client)))
}

func (c *call) authenticateCaller() error {
	user, scheme, err := c.authenticate(c.r.Header.Get("Authorization"))
	if errors.Is(err, auth.ErrInvalidAPIToken) {
		if wait, locked := c.tokenFailures.Fail("", auth.AddressKey(c.client)); locked {
			return throttled(wait, false)
		}
	}
	if err != nil || user == nil {
		return err
	}
	c.access, c.scheme = auth.NewAccess(c.tx, user), scheme
	c.actsAs(user)
	return nil
}

// actsAs names the user in the logs.
func (c *call) actsAs(u *model.User) {
	rest.DetailsOf(c.r).User = u.Username
	c.actor.User, c.actor.Username = u.ID, u.Username
}

func throttled(wait time.Duration, ok bool) error {
	if ok {
		return nil
	}
	return rest.Throttled(max(1, int((wait+time.Second-1)/time.Second)))
}

// uploadPrefix begins the paths of the routes that take files.
const uploadPrefix = "/api/import/file_upload_"

func describe(rt *route) rest.Options {
	renders := rt.offers
	if len(renders) == 0 {
		renders = []string{"application/json"}
	}
	parses := "application/json"
	if strings.HasPrefix(rt.path, uploadPrefix) {
		parses = "multipart/form-data"
	}
	return rest.Options{Name: strings.Trim(strings.TrimPrefix(rt.path, "/api/"), "/"), Renders: renders, Parses: []string{parses}}
}

// fail answers with the error that err stands for.
func (s *Server) fail(w http.ResponseWriter, r *http.Request, err error) {
	answer := errorAnswer(err)
	answer.Challenge = s.challenge()
	rest.DetailsOf(r).Error = err
	if answer.Status == http.StatusInternalServerError {
		s.tellOf(r, err)
	}
	if err := rest.WriteError(w, r, answer); err != nil {
		s.Log.DebugContext(r.Context(), "write an error answer", "exception_message", err)
	}
}

// tellOf stores a notification about an unexpected error.
func (s *Server) tellOf(r *http.Request, failure error) {
	if err := s.unexpected.InRequest(context.WithoutCancel(r.Context()), failure); err != nil {
		s.Log.ErrorContext(r.Context(), "an error is missing in the notifications", "exception_message", err)
	}
}

// tellOfPanic stores a notification about a panic, which goes on.
func (c *call) tellOfPanic() {
	found := recover()
	if found == nil {
		return
	}
	if found != http.ErrAbortHandler {
		c.tellOf(c.r, fmt.Errorf("panic: %v", found))
	}
	panic(found)
}

func errorAnswer(err error) *rest.Error {
	var own *rest.Error
	var credential auth.CredentialError
	var protected *db.ProtectedError
	if away := providerAway(err); away != nil {
		return away
	}
	switch {
	case errors.As(err, &own):
		copied := *own
		return &copied
	case errors.As(err, &credential):
		return rest.Unauthorized(credential.Error())
	case errors.As(err, &protected):
		return rest.Conflict(protected.Error())
	case errors.Is(err, db.ErrClosed):
		return &rest.Error{Status: http.StatusServiceUnavailable, Message: "The data file is not open"}
	case errors.Is(err, db.ErrFull):
		return rest.InsufficientStorage()
	case errors.Is(err, db.ErrRefused):
		return rest.NotReady("The disk of the server refuses to store the change.")
	case errors.Is(err, context.Canceled):
		return &rest.Error{Status: statusClientGone, Empty: true}
	default:
		return rest.Internal()
	}
}

// statusClientGone is logged for requests whose client has gone away; nobody reads the answer.
const statusClientGone = 499
