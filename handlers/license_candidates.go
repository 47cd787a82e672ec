package handlers

import (
	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/db"
	"secobserve/handlers/rest"
	"secobserve/model"
)

// seesProduct tells whether there is such a product or product group and the caller may see it.
func (c *call) seesProduct(id model.ID) bool {
	visible := c.access.Visible()
	return db.Products.Exists(c.tx, id) && (visible == nil || visible.Contains(uint32(id)))
}

func seesLicenseGroup(c *call, id model.ID) bool {
	return db.LicenseGroups.Exists(c.tx, id) && c.access.SeesLicenseGroup(id)
}

// outside keeps who is no member of a license group or policy: the candidates for new members.
func outside[T any](name string, t *db.Table[T], parent, child string, sees func(*call, model.ID) bool) filter {
	return filter{name, func(c *call, q rest.Query, name string, within *roaring.Bitmap) (*roaring.Bitmap, error) {
		id, _, ok, err := q.Number(name)
		if err != nil || !ok {
			return nil, err
		}
		if !sees(c, model.ID(id)) {
			return nil, nil // like an unknown one: it excludes nothing
		}
		return roaring.AndNot(within, t.Index(c.tx).DistinctRefs(t.Column(child), t.Referring(c.tx, parent, model.ID(id)))), nil
	}}
}
