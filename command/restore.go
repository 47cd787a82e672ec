package command

import (
	"fmt"

	"secobserve/db"
)

// Restore replaces the data file.
type Restore struct {
	Data
	File string `arg:"" help:"Backup to restore." type:"existingfile"`
}

// Run replaces the data file. A backup that fails a check changes nothing.
func (r Restore) Run(o Output) error {
	if err := db.Restore(r.file(), r.File); err != nil {
		return err
	}
	_, err := fmt.Fprintf(o.Out, "restored %s; start the server with the encryption key that belongs to the backup\n", r.file())
	return err
}
