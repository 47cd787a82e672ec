package rest

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
)

// Error is an answer with an error status. Its text is meant for the client (http-conventions.md §6).
type Error struct {
	Status  int
	Message string
	// Details explain the message, where it is a fixed text that clients know; "" for none.
	Details string
	// RetryAfter is the number of seconds after which the client may try again, 0 for none.
	RetryAfter int
	// Challenge is the scheme that a 401 answer asks for, APIToken if empty.
	Challenge string
	// Empty answers without a body.
	Empty bool
}

func (e *Error) Error() string { return e.Message }

// BadRequest is a violated business rule.
func BadRequest(text string) *Error { return &Error{Status: http.StatusBadRequest, Message: text} }

// BadRequestf is BadRequest with a formatted text.
func BadRequestf(format string, args ...any) *Error { return BadRequest(fmt.Sprintf(format, args...)) }

// Unauthorized refuses missing or bad credentials.
func Unauthorized(text string) *Error {
	return &Error{Status: http.StatusUnauthorized, Message: text}
}

// Forbidden refuses what the user may not do.
func Forbidden() *Error {
	return ForbiddenText("You do not have permission to perform this action.")
}

// ForbiddenText is Forbidden with a text of its own.
func ForbiddenText(text string) *Error {
	return &Error{Status: http.StatusForbidden, Message: text}
}

// NotFound says that there is no visible object of the class, such as "Product".
func NotFound(class string) *Error {
	return NotFoundText("No " + class + " matches the given query.")
}

// NotFoundText is NotFound with a text of its own.
func NotFoundText(text string) *Error { return &Error{Status: http.StatusNotFound, Message: text} }

// Conflict refuses the deletion of an object that others depend on.
func Conflict(text string) *Error { return &Error{Status: http.StatusConflict, Message: text} }

// NotAllowed says that the route does not have the method.
func NotAllowed(method string) *Error {
	return &Error{Status: http.StatusMethodNotAllowed, Message: fmt.Sprintf("Method %q not allowed.", method)}
}

// Unsupported refuses the media type of a body.
func Unsupported(mediaType string) *Error {
	return &Error{Status: http.StatusUnsupportedMediaType, Message: `Unsupported media type "` + mediaType + `" in request.`}
}

// TooLarge refuses a body over the limit, in bytes.
func TooLarge(limit int64) *Error {
	return &Error{Status: http.StatusRequestEntityTooLarge, Message: fmt.Sprintf("The request is larger than the limit of %d bytes.", limit)}
}

// Throttled refuses a request for some seconds.
func Throttled(seconds int) *Error {
	unit := "seconds"
	if seconds == 1 {
		unit = "second"
	}
	return &Error{Status: http.StatusTooManyRequests, RetryAfter: seconds,
		Message: "Request was throttled. Expected available in " + strconv.Itoa(seconds) + " " + unit + "."}
}

// NoRoomForUpload says that the temporary folder cannot take an uploaded file.
func NoRoomForUpload() *Error {
	return &Error{Status: http.StatusInsufficientStorage, Message: "The server has no space left to take the uploaded file; nothing was changed."}
}

// NotReady says that the server cannot do its work at the moment.
func NotReady(text string) *Error {
	return &Error{Status: http.StatusServiceUnavailable, Message: text}
}

// InsufficientStorage says that the change could not be stored because the disk is full.
func InsufficientStorage() *Error {
	return &Error{Status: http.StatusInsufficientStorage, Message: "The server has no space left to store the change; nothing was changed."}
}

// Internal hides an unexpected error; its details are in the log.
func Internal() *Error {
	return &Error{Status: http.StatusInternalServerError, Message: "Internal server error, check logs for details"}
}

// nonField is the key of errors that concern a body as a whole.
const nonField = "non_field_errors"

// Label is the name of a field as error messages show it: "cvss3_score" becomes "Cvss3 score".
func Label(field string) string {
	text := strings.ToLower(strings.ReplaceAll(field, "_", " "))
	if text == "" {
		return ""
	}
	return strings.ToUpper(text[:1]) + text[1:]
}

// FieldError is a bad request because of one field.
func FieldError(field, text string) *Error { return BadRequest(Label(field) + ": " + text) }

// NonFieldError is a bad request because of a body as a whole.
func NonFieldError(text string) *Error { return FieldError(nonField, text) }
