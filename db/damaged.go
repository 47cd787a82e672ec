package db

import (
	"errors"
	"fmt"
	"runtime/debug"
)

// damagedError says of a data file that it is damaged, and what can be done.
type damagedError struct {
	path  string
	found error
}

func (e *damagedError) Error() string {
	return fmt.Sprintf("%s is damaged (%v): restore a backup with secobserve restore", e.path, e.found)
}

func (e *damagedError) Unwrap() error { return e.found }

// damaged tells by an error that the file is damaged, unless the error says so already.
func damaged(path string, found error) error {
	var known *damagedError
	if found == nil || errors.As(found, &known) {
		return found
	}
	return &damagedError{path, found}
}

// soundly runs what reads the pages of a data file that nobody has checked. bbolt trusts its pages and panics where one is not what it should
// be; that is an error here.
func soundly(path string, read func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if found := recover(); found != nil {
			err = damaged(path, fmt.Errorf("%v", found))
		}
	}()
	return read()
}
