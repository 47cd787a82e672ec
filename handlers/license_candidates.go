package handlers

import (
	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/db"
	"secobserve/handlers/rest"
	"secobserve/model"
)

// outside keeps who is no member of a license group or policy: the candidates for new members.
func outside[T any](name string, t *db.Table[T], parent, child string) filter {
	return filter{name, func(c *call, q rest.Query, name string, within *roaring.Bitmap) (*roaring.Bitmap, error) {
		id, _, ok, err := q.Number(name)
		if err != nil || !ok {
			return nil, err
		}
		return roaring.AndNot(within, t.Index(c.tx).DistinctRefs(t.Column(child), t.Referring(c.tx, parent, model.ID(id)))), nil
	}}
}
