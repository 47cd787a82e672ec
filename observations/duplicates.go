package observations

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/db"
	"secobserve/db/columnar"
	"secobserve/model"
)

// scope is where potential duplicates are looked for: among the observations of one product, branch and service, null being a value of its own.
type scope struct{ product, branch, service model.ID }

func scopeOf(o *model.Observation) scope { return scope{o.Product, o.Branch, o.OriginService} }

func compareScopes(a, b scope) int {
	return cmp.Or(cmp.Compare(a.product, b.product), cmp.Compare(a.branch, b.branch), cmp.Compare(a.service, b.service))
}

func (s scope) members(tx *db.Tx) *roaring.Bitmap {
	members := roaring.And(db.Observations.Referring(tx, "product", s.product), db.Observations.Referring(tx, "branch", s.branch))
	members.And(db.Observations.Referring(tx, "origin_service", s.service))
	return members
}

// pair says that an observation has another one as its potential duplicate.
type pair struct{ observation, other uint32 }

// fullyPaired is the size up to which each of a group of duplicates is paired with each other. In a larger group everybody is paired with the
// first one only, so that the number of pairs grows with the number of observations, not with its square, whatever a report contains.
const fullyPaired = 32

// SearchDuplicates has Finish look for potential duplicates among the observations of a product, branch and service.
func (e *Editor) SearchDuplicates(product, branch, service model.ID) {
	e.searches[scope{product, branch, service}] = true
}

// activityChanged keeps the potential duplicates right when an observation becomes active or ceases to be.
func (e *Editor) activityChanged(o *model.Observation) {
	if e.searches[scopeOf(o)] {
		return
	}
	if o.CurrentStatus.Active() {
		e.searches[scopeOf(o)] = true
		return
	}
	if observers := e.refreshBothWays(o.ID); observers >= fullyPaired { // the others may depend on this one alone
		e.searches[scopeOf(o)] = true
	}
}

// refreshBothWays has Finish tell anew whether the observation, and those that have it as a potential duplicate, have any
// (core-observations.md §12.3). It returns the number of the others.
func (e *Editor) refreshBothWays(id model.ID) (observers int) {
	e.refresh.Add(uint32(id))
	idx, col := db.PotentialDuplicates.Index(e.tx), db.PotentialDuplicates.Column("observation_id")
	for it := db.PotentialDuplicates.Referring(e.tx, "potential_duplicate_observation", id).Iterator(); it.HasNext(); {
		e.refresh.Add(uint32(idx.Ref(col, it.Next())))
		observers++
	}
	return observers
}

// forsake keeps the potential duplicates of others right when the observation is about to be deleted.
func (e *Editor) forsake(id model.ID) error {
	if e.refreshBothWays(id) < fullyPaired {
		return nil
	}
	o, err := db.Observations.Get(e.tx, id)
	if err == nil {
		e.searches[scopeOf(o)] = true
	}
	return err
}

// alike tells whether two states of an observation have the same potential duplicates.
func alike(a, b *model.Observation) bool {
	return scopeOf(a) == scopeOf(b) && a.Title == b.Title && (a.OriginComponentName == "") == (b.OriginComponentName == "") &&
		a.OriginSourceFile == b.OriginSourceFile && line(a) == line(b) && a.Scanner == b.Scanner
}

func line(o *model.Observation) int {
	if o.OriginSourceLineStart == nil {
		return 0
	}
	return *o.OriginSourceLineStart
}

// settleDuplicates does what SearchDuplicates and refreshBothWays asked for.
func (e *Editor) settleDuplicates() error {
	for _, s := range slices.SortedFunc(maps.Keys(e.searches), compareScopes) {
		if err := e.search(s); err != nil {
			return fmt.Errorf("search for potential duplicates in product %d: %w", s.product, err)
		}
	}
	for it := e.refresh.Iterator(); it.HasNext(); {
		id := it.Next()
		if !db.Observations.Index(e.tx).All().Contains(id) {
			continue // deleted meanwhile
		}
		if err := e.flag(id, hasActiveDuplicate(e.tx, id)); err != nil {
			return err
		}
	}
	return nil
}

// hasActiveDuplicate tells whether the observation is active and has an active potential duplicate.
func hasActiveDuplicate(tx *db.Tx, id uint32) bool {
	if !activeNow(tx, id) {
		return false
	}
	idx, col := db.PotentialDuplicates.Index(tx), db.PotentialDuplicates.Column("other_id")
	for it := db.PotentialDuplicates.Referring(tx, "observation", model.ID(id)).Iterator(); it.HasNext(); {
		if activeNow(tx, uint32(idx.Ref(col, it.Next()))) {
			return true
		}
	}
	return false
}

func activeNow(tx *db.Tx, id uint32) bool {
	return model.Status(db.Observations.Index(tx).Text(db.Observations.Column("current_status"), id)).Active()
}

// flag stores whether the observation has potential duplicates, unless it says so already.
func (e *Editor) flag(id uint32, has bool) error {
	stored, _ := db.Observations.Index(e.tx).Int(db.Observations.Column("has_potential_duplicates"), id)
	if has == (stored == 1) {
		return nil
	}
	o, err := db.Observations.Get(e.tx, model.ID(id))
	if err != nil {
		return err
	}
	o.HasPotentialDuplicates = has
	return e.SaveNormalised(o, nil)
}

// search brings the potential duplicates of a scope up to date in one pass over the index. Pairs that stay keep their ids: clients hold them
// while a person marks duplicates.
func (e *Editor) search(s scope) error {
	members := s.members(e.tx)
	wanted := duplicatePairs(db.Observations.Index(e.tx), roaring.And(members, Active(e.tx)))
	having := roaring.New()
	for p := range wanted {
		having.Add(p.observation)
	}
	if err := e.keepPairs(members, wanted); err != nil {
		return err
	}
	fresh := slices.SortedFunc(maps.Keys(wanted), func(a, b pair) int {
		return cmp.Or(cmp.Compare(a.observation, b.observation), cmp.Compare(a.other, b.other))
	})
	for _, p := range fresh {
		row := &model.PotentialDuplicate{Observation: model.ID(p.observation), PotentialDuplicateObservation: model.ID(p.other), Type: wanted[p]}
		if err := db.PotentialDuplicates.Insert(e.tx, row); err != nil {
			return err
		}
	}
	flagged := roaring.And(members, db.Observations.Index(e.tx).EqualInt(db.Observations.Column("has_potential_duplicates"), 1))
	for it := roaring.Xor(flagged, having).Iterator(); it.HasNext(); {
		id := it.Next()
		if err := e.flag(id, having.Contains(id)); err != nil {
			return err
		}
	}
	return nil
}

// keepPairs deletes the stored pairs of the members that are not wanted any more, and takes those that are stored already out of wanted.
func (e *Editor) keepPairs(members *roaring.Bitmap, wanted map[pair]model.DuplicateType) error {
	t := db.PotentialDuplicates
	idx := t.Index(e.tx)
	observation, other, kind := t.Column("observation_id"), t.Column("other_id"), t.Column("type")
	stale := roaring.New()
	var changed []model.PotentialDuplicate
	for it := idx.AnyRefWithin(observation, members, idx.All()).Iterator(); it.HasNext(); {
		id := it.Next()
		p := pair{uint32(idx.Ref(observation, id)), uint32(idx.Ref(other, id))}
		want, ok := wanted[p]
		if !ok {
			stale.Add(id)
			continue
		}
		if want != model.DuplicateType(idx.Text(kind, id)) {
			changed = append(changed, model.PotentialDuplicate{ID: model.ID(id), Observation: model.ID(p.observation),
				PotentialDuplicateObservation: model.ID(p.other), Type: want})
		}
		delete(wanted, p)
	}
	for i := range changed {
		if err := t.Update(e.tx, &changed[i]); err != nil {
			return err
		}
	}
	return t.DeleteAll(e.tx, stale)
}

// Active is the set of all active observations.
func Active(tx *db.Tx) *roaring.Bitmap {
	statuses := make([]string, len(model.ActiveStatuses))
	for i, s := range model.ActiveStatuses {
		statuses[i] = string(s)
	}
	return db.Observations.Index(tx).AnyText(db.Observations.Column("current_status"), statuses...)
}

// duplicatePairs finds the pairs among active observations, in both directions (core-observations.md §12.1).
func duplicatePairs(idx *columnar.Snapshot, active *roaring.Bitmap) map[pair]model.DuplicateType {
	pairs := make(map[pair]model.DuplicateType)
	for _, group := range sameTitle(idx, active) {
		pairUp(group, func(a, b uint32) bool { return true }, func(a, b uint32) { pairs[pair{a, b}] = model.DuplicateComponent })
	}
	scanner := db.Observations.Column("scanner")
	differ := func(a, b uint32) bool { return idx.Text(scanner, a) != idx.Text(scanner, b) }
	for _, group := range samePlace(idx, active) {
		pairUp(group, differ, func(a, b uint32) { pairs[pair{a, b}] = model.DuplicateSource })
	}
	return pairs
}

// sameTitle groups the observations of components by title.
func sameTitle(idx *columnar.Snapshot, active *roaring.Bitmap) map[string][]uint32 {
	title := db.Observations.Column("title")
	groups := make(map[string][]uint32)
	for it := roaring.And(active, idx.EqualInt(db.Observations.Column("has_component"), 1)).Iterator(); it.HasNext(); {
		id := it.Next()
		text := idx.Text(title, id)
		groups[text] = append(groups[text], id)
	}
	return groups
}

// place is a line of a source file.
type place struct {
	file string
	line int64
}

// samePlace groups observations by the place in the source where they begin.
func samePlace(idx *columnar.Snapshot, active *roaring.Bitmap) map[place][]uint32 {
	file, line := db.Observations.Column("origin_source_file"), db.Observations.Column("origin_source_line_start")
	groups := make(map[place][]uint32)
	for it := active.Iterator(); it.HasNext(); {
		id := it.Next()
		start, known := idx.Int(line, id)
		if !known || start == 0 {
			continue
		}
		if p := (place{idx.Text(file, id), start}); p.file != "" {
			groups[p] = append(groups[p], id)
		}
	}
	return groups
}

// pairUp pairs the members of a group that fit each other, in both directions.
func pairUp(group []uint32, fit func(a, b uint32) bool, found func(a, b uint32)) {
	hubs := group
	if len(group) > fullyPaired {
		hubs = group[:1:1]
		if i := slices.IndexFunc(group, func(id uint32) bool { return fit(group[0], id) && id != group[0] }); i > 0 {
			hubs = append(hubs, group[i]) // for those that do not fit the first one
		}
	}
	for _, hub := range hubs {
		for _, id := range group {
			if id != hub && fit(hub, id) {
				found(hub, id)
				found(id, hub)
			}
		}
	}
}
