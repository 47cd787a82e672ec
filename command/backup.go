package command

import (
	"errors"
	"fmt"

	"secobserve/db"
)

// Backup copies the data file.
type Backup struct {
	Data
	File string `arg:"" help:"File to write; it must not exist." type:"path"`
}

// Run copies the data file.
func (b Backup) Run() error {
	err := db.Backup(b.file(), b.File)
	if errors.Is(err, db.ErrLocked) {
		return fmt.Errorf("%w; a running server gives a backup at GET /api/backup/ to superusers", err)
	}
	return err
}
