package handlers

import (
	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/db"
	"secobserve/handlers/rest"
	"secobserve/model"
)

// notActiveIn filters observations to findings that are not active in a branch, given by its id: together with a filter by another branch it
// tells what only that one has. Findings are the same if their identity hashes are (core-observations.md §4). It is an addition to the
// contract. It reads each row of the branch's product that is left.
var notActiveIn = filter{"not_active_in_branch", func(c *call, q rest.Query, name string, within *roaring.Bitmap) (*roaring.Bitmap, error) {
	other, err := named(c, q, name, db.Branches, func(b *model.Branch) model.ID { return b.Product })
	if err != nil || other == nil {
		return nil, err
	}
	t, idx := db.Observations, db.Observations.Index(c.tx)
	active := idx.AnyText(t.Column("current_status"), textsOf(model.ActiveStatuses)...)
	there := make(map[string]struct{})
	for o, err := range t.Select(c.tx, roaring.And(t.Referring(c.tx, "branch", other.ID), active)) {
		if err != nil {
			return nil, err
		}
		there[o.IdentityHash] = struct{}{}
	}
	missing := roaring.New()
	for o, err := range t.Select(c.tx, roaring.And(within, t.Referring(c.tx, "product", other.Product))) {
		if err != nil {
			return nil, err
		}
		if _, both := there[o.IdentityHash]; !both {
			missing.Add(uint32(o.ID))
		}
	}
	return missing, nil
}}
