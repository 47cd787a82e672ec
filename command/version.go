package command

import "fmt"

// ShowVersion shows the version.
type ShowVersion struct{}

// Run shows the version.
func (ShowVersion) Run(o Output) error {
	_, err := fmt.Fprintln(o.Out, Version)
	return err
}
