package observations

import (
	"fmt"

	"secobserve/db"
	"secobserve/model"
)

// RenameService recomputes the identity hashes of a service's observations after a change of its name, which is part of them.
func RenameService(tx *db.Tx, s *model.Service) error {
	for o, err := range db.Observations.Select(tx, db.Observations.Referring(tx, "origin_service", s.ID).Clone()) {
		if err != nil {
			return err
		}
		o.IdentityHash = o.Hash(s.Name)
		if err := db.Observations.Update(tx, o); err != nil {
			return fmt.Errorf("rename service %d: %w", s.ID, err)
		}
	}
	return nil
}
