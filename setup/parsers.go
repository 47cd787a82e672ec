package setup

import (
	"fmt"

	"secobserve/db"
	"secobserve/model"
)

// registerParsers adds missing parsers and corrects changed ones; nothing is deleted, old observations may refer to it.
func registerParsers(tx *db.Tx, parsers []model.Parser) error {
	for _, p := range parsers {
		stored, err := storedParser(tx, p)
		if err != nil {
			return fmt.Errorf("register the parser %s: %w", p.Name, err)
		}
		if stored == nil {
			err = db.Parsers.Insert(tx, &p)
		} else if p.ID = stored.ID; p != *stored {
			err = db.Parsers.Update(tx, &p)
		}
		if err != nil {
			return fmt.Errorf("register the parser %s: %w", p.Name, err)
		}
	}
	return nil
}

// storedParser finds the row of a parser: by module and class, so that a parser with a new name keeps its id, else by name. It returns nil
// if there is none.
func storedParser(tx *db.Tx, p model.Parser) (*model.Parser, error) {
	if p.ModuleName != "" {
		for stored, err := range db.Parsers.All(tx) {
			if err != nil {
				return nil, err
			}
			if stored.ModuleName == p.ModuleName && stored.ClassName == p.ClassName {
				return stored, nil
			}
		}
	}
	stored, err := db.Parsers.Find(tx, "name", db.Key(p.Name))
	if isMissing(err) {
		return nil, nil
	}
	return stored, err
}
