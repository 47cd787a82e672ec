package handlers

import (
	"bytes"
	"net/http"
	"net/netip"
	"strconv"
	"time"

	"github.com/gorilla/mux"

	"secobserve/audit"
	"secobserve/auth"
	"secobserve/auth/oidc"
	"secobserve/db"
	"secobserve/handlers/rest"
	"secobserve/licenses/expression"
	"secobserve/model"
)

// call is one request on its way through a handler.
type call struct {
	*Server
	r        *http.Request
	tx       *db.Tx       // nil in handlers that open their own transactions
	access   *auth.Access // nil for anonymous callers
	scheme   auth.Scheme  // how the caller has authenticated
	client   netip.Addr
	bearer   model.ID      // the user that an ID token stands for, 0 for none
	identity oidc.Identity // what the token says
	apiToken model.ID      // the API token that the caller has shown, 0 for none
	actor    *audit.Actor  // the caller as the audit log names him
	now      time.Time
	body     *rest.Body // of writing requests; read before the transaction
	// permissions are those that the handler has checked so far.
	permissions []auth.Permission
	vocabulary  *expression.Vocabulary // of license expressions, once it was needed
}

// moment is the time of the request; all changes that it makes carry it.
func (c *call) moment() model.Time { return model.TimeOf(c.now) }

// today is the day of the request in the configured time zone.
func (c *call) today() model.Date { return model.DateOf(c.now.In(c.Location)) }

// user is the caller, nil for anonymous ones.
func (c *call) user() *model.User {
	if c.access == nil {
		return nil
	}
	return c.access.User()
}

func (c *call) userID() model.ID {
	if u := c.user(); u != nil {
		return u.ID
	}
	return 0
}

// pathID is the id in the path of a detail route. Leading zeros are fine, everything that is no number is an id that does not exist.
func (c *call) pathID(class string) (model.ID, error) {
	id, err := strconv.ParseUint(mux.Vars(c.r)["id"], 10, 64)
	if err != nil {
		return 0, rest.NotFoundText("Not found.")
	}
	if id == 0 {
		return 0, rest.NotFound(class)
	}
	return model.ID(id), nil
}

// form begins the validation of the JSON body.
func (c *call) form(mode rest.Mode) (*rest.Form, error) {
	fields, err := c.body.Object(c.r)
	if err != nil {
		return nil, err
	}
	return rest.NewForm(fields, mode), nil
}

// mode is the way of validation that the method demands.
func (c *call) mode() rest.Mode {
	switch c.r.Method {
	case http.MethodPost:
		return rest.Create
	case http.MethodPut:
		return rest.Update
	default:
		return rest.Patch
	}
}

// reply is what a handler answers; it is written after the transaction.
type reply struct {
	status int
	body   any           // encoded as JSON; nil for no body
	page   *bytes.Buffer // JSON that is encoded already, in a buffer of pages
	write  func(w http.ResponseWriter) error
}

func ok(body any) reply      { return reply{status: http.StatusOK, body: body} }
func created(body any) reply { return reply{status: http.StatusCreated, body: body} }
func noContent() reply       { return reply{status: http.StatusNoContent} }

// optionalID is the JSON form of a reference that may be null.
func optionalID(id model.ID) *model.ID {
	if id == 0 {
		return nil
	}
	return &id
}

// optionalDate is the JSON form of a date that may be null.
func optionalDate(d model.Date) *string {
	if d == "" {
		return nil
	}
	s := string(d)
	return &s
}

// timestamp is the JSON form of a moment (http-conventions.md §7).
func (c *call) timestamp(t model.Time) string { return rest.FormatTime(t.Std(), c.Location) }

func (c *call) optionalTimestamp(t model.Time) *string {
	if t == 0 {
		return nil
	}
	s := c.timestamp(t)
	return &s
}

// decimal is the JSON form of a score with a fixed number of decimals.
func decimal(x *float64, places int) *string {
	if x == nil {
		return nil
	}
	s := strconv.FormatFloat(*x, 'f', places, 64)
	return &s
}

func idText(id model.ID) string { return strconv.FormatUint(uint64(id), 10) }
