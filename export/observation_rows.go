package export

import (
	"iter"

	"secobserve/db"
	"secobserve/model"
)

// Observations yields the observations with the given ids, in their order, with the names of what they refer to. One row is decoded at a
// time.
func Observations(tx *db.Tx, ids []uint32) iter.Seq2[Observation, error] {
	branches := lookup[string]{find: nameOf(tx, db.Branches, func(b *model.Branch) string { return b.Name })}
	parsers := lookup[string]{find: nameOf(tx, db.Parsers, func(p *model.Parser) string { return p.Name })}
	products := lookup[string]{find: nameOf(tx, db.Products, func(p *model.Product) string { return p.Name })}
	checks := lookup[model.Time]{find: nameOf(tx, db.VulnerabilityChecks, func(c *model.VulnerabilityCheck) model.Time { return c.ObservationsLastSeen })}
	return func(yield func(Observation, error) bool) {
		for _, id := range ids {
			row, err := db.Observations.Get(tx, model.ID(id))
			if err != nil {
				yield(Observation{}, err)
				return
			}
			o := Observation{Observation: row, BranchName: branches.get(row.Branch, &err), ParserName: parsers.get(row.Parser, &err),
				ProductName: products.get(row.Product, &err)}
			o.LastSeen = row.LastSeen(checks.get(row.VulnerabilityCheck, &err))
			if !yield(o, err) || err != nil {
				return
			}
		}
	}
}

// lookup finds what rows refer to, each once.
type lookup[V any] struct {
	find  func(model.ID) (V, error)
	known map[model.ID]V
}

// get returns the value that belongs to id, the zero value for null. An error is added to err.
func (l *lookup[V]) get(id model.ID, err *error) V {
	if v, ok := l.known[id]; ok || id == 0 {
		return v
	}
	v, failure := l.find(id)
	if failure != nil {
		*err = failure
		return v
	}
	if l.known == nil {
		l.known = make(map[model.ID]V)
	}
	l.known[id] = v
	return v
}

func nameOf[T, V any](tx *db.Tx, t *db.Table[T], get func(*T) V) func(model.ID) (V, error) {
	return func(id model.ID) (V, error) {
		row, err := t.Get(tx, id)
		if err != nil {
			var none V
			return none, err
		}
		return get(row), nil
	}
}
