package db

import (
	"fmt"
	"runtime/debug"
)

// soundly runs what reads the pages of a data file that nobody has checked. bbolt trusts its pages and panics where one is not what it should
// be; that is an error here, which says what can be done.
func soundly(path string, read func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if found := recover(); found != nil {
			err = fmt.Errorf("%s is damaged (%v): restore a backup with secobserve restore", path, found)
		}
	}()
	return read()
}
