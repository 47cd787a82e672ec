package command

import (
	"fmt"

	"secobserve/db"
)

// Check checks the data file.
type Check struct{ Data }

// Run checks the data file and lists what is wrong with it.
func (c Check) Run(o Output) error {
	problems, err := db.Check(c.file())
	if err != nil {
		return err
	}
	for _, p := range problems {
		if _, err := fmt.Fprintln(o.Out, p); err != nil {
			return err
		}
	}
	if len(problems) > 0 {
		return fmt.Errorf("%s has %d problems", c.file(), len(problems))
	}
	_, err = fmt.Fprintln(o.Out, "sound")
	return err
}
