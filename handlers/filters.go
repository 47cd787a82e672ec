package handlers

import (
	"errors"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/auth"
	"secobserve/db"
	"secobserve/handlers/rest"
	"secobserve/model"
)

// contains filters by a part of a text, without regard to case.
func contains[T any](t *db.Table[T], name, column string) filter {
	col := t.Column(column)
	return filter{name, func(c *call, q rest.Query, name string, within *roaring.Bitmap) (*roaring.Bitmap, error) {
		text, err := q.Text(name)
		if err != nil || text == "" {
			return nil, err
		}
		return t.Index(c.tx).Contains(col, text, within), nil
	}}
}

// exact filters by a whole text.
func exact[T any](t *db.Table[T], name, column string) filter {
	col := t.Column(column)
	return filter{name, func(c *call, q rest.Query, name string, _ *roaring.Bitmap) (*roaring.Bitmap, error) {
		text, err := q.Text(name)
		if err != nil || text == "" {
			return nil, err
		}
		return t.Index(c.tx).EqualText(col, text), nil
	}}
}

// number filters by an integer.
func number[T any](t *db.Table[T], name, column string) filter {
	col := t.Column(column)
	return filter{name, func(c *call, q rest.Query, name string, _ *roaring.Bitmap) (*roaring.Bitmap, error) {
		n, integral, ok, err := q.Number(name)
		if err != nil || !ok {
			return nil, err
		}
		if !integral {
			return roaring.New(), nil
		}
		return t.Index(c.tx).EqualInt(col, n), nil
	}}
}

// flag filters by a boolean.
func flag[T any](t *db.Table[T], name, column string) filter {
	col := t.Column(column)
	return filter{name, func(c *call, q rest.Query, name string, _ *roaring.Bitmap) (*roaring.Bitmap, error) {
		value, ok := q.Bool(name)
		if !ok {
			return nil, nil
		}
		if value {
			return t.Index(c.tx).EqualInt(col, 1), nil
		}
		return t.Index(c.tx).EqualInt(col, 0), nil
	}}
}

// choice filters by one of a few texts.
func choice[T any, V ~string](t *db.Table[T], name, column string, allowed []V) filter {
	col, names := t.Column(column), textsOf(allowed)
	return filter{name, func(c *call, q rest.Query, name string, _ *roaring.Bitmap) (*roaring.Bitmap, error) {
		value, err := q.Choice(name, names)
		if err != nil || value == "" {
			return nil, err
		}
		return t.Index(c.tx).EqualText(col, value), nil
	}}
}

// choices filters by any of several texts.
func choices[T any, V ~string](t *db.Table[T], name, column string, allowed []V) filter {
	col, names := t.Column(column), textsOf(allowed)
	return filter{name, func(c *call, q rest.Query, name string, _ *roaring.Bitmap) (*roaring.Bitmap, error) {
		values, err := q.Choices(name, names)
		if err != nil || len(values) == 0 {
			return nil, err
		}
		return t.Index(c.tx).AnyText(col, values...), nil
	}}
}

func textsOf[V ~string](values []V) []string {
	texts := make([]string, len(values))
	for i, v := range values {
		texts[i] = string(v)
	}
	return texts
}

// severities filters by any of several severities, which the index knows by their ranks.
func severities[T any](t *db.Table[T], name, column string) filter {
	col, names := t.Column(column), textsOf(model.Severities)
	return filter{name, func(c *call, q rest.Query, name string, _ *roaring.Bitmap) (*roaring.Bitmap, error) {
		values, err := q.Choices(name, names)
		if err != nil || len(values) == 0 {
			return nil, err
		}
		found := roaring.New()
		for _, v := range values {
			found.Or(t.Index(c.tx).EqualInt(col, int64(model.Severity(v).Rank())))
		}
		return found, nil
	}}
}

// age filters by a moment not long ago.
func age[T any](t *db.Table[T], column string) filter {
	col := t.Column(column)
	return filter{"age", func(c *call, q rest.Query, name string, within *roaring.Bitmap) (*roaring.Bitmap, error) {
		since, ok, err := q.Age(name, c.now.In(c.Location))
		if err != nil || !ok {
			return nil, err
		}
		return t.Index(c.tx).IntAtLeast(col, int64(model.TimeOf(since)), within), nil
	}}
}

// moment filters by a point in time, exactly. A time without a zone is in the one of the server.
func moment[T any](t *db.Table[T], name, column string) filter {
	col := t.Column(column)
	return filter{name, func(c *call, q rest.Query, name string, _ *roaring.Bitmap) (*roaring.Bitmap, error) {
		at, ok, err := q.Moment(name, c.Location)
		if err != nil || !ok {
			return nil, err
		}
		return t.Index(c.tx).EqualInt(col, int64(model.TimeOf(at))), nil
	}}
}

// reference filters by a foreign key. An object that the caller cannot see is refused like one that does not exist.
func reference[T any](t *db.Table[T], name, ref string, visible func(c *call, id model.ID) bool) filter {
	col := t.Column(ref)
	return filter{name, func(c *call, q rest.Query, name string, _ *roaring.Bitmap) (*roaring.Bitmap, error) {
		id, ok, err := q.Reference(name)
		if err != nil || !ok {
			return nil, err
		}
		if !visible(c, model.ID(id)) {
			return nil, rest.BadReference(name)
		}
		return t.Index(c.tx).EqualRef(col, id), nil
	}}
}

// named is the row that a filter names by its id, nil if the request does not use it. A row of a product that the caller is no member of is refused
// like one that does not exist.
func named[T any](c *call, q rest.Query, name string, t *db.Table[T], product func(*T) model.ID) (*T, error) {
	id, ok, err := q.Reference(name)
	if err != nil || !ok {
		return nil, err
	}
	row, err := t.Get(c.tx, model.ID(id))
	if errors.Is(err, db.ErrNotFound) || err == nil && !memberOf(c, product(row)) {
		return nil, rest.BadReference(name)
	}
	return row, err
}

// without filters by a foreign key that refers to nothing. It is an addition to the contract, which has no other way to ask for such rows.
func without[T any](t *db.Table[T], name, ref string) filter {
	col := t.Column(ref)
	return filter{name, func(c *call, q rest.Query, name string, _ *roaring.Bitmap) (*roaring.Bitmap, error) {
		if value, ok := q.Bool(name); !ok || !value {
			return nil, nil
		}
		return t.Index(c.tx).EqualRef(col, 0), nil
	}}
}

// refContains filters by a part of a text of the rows that a foreign key refers to.
func refContains[T, R any](t *db.Table[T], name, ref string, to *db.Table[R], column string) filter {
	col, text := t.Column(ref), to.Column(column)
	return filter{name, func(c *call, q rest.Query, name string, _ *roaring.Bitmap) (*roaring.Bitmap, error) {
		part, err := q.Text(name)
		if err != nil || part == "" {
			return nil, err
		}
		return t.Index(c.tx).AnyRef(col, to.Index(c.tx).Contains(text, part, nil)), nil
	}}
}

// refExact filters by a whole text of the rows that a foreign key refers to.
func refExact[T, R any](t *db.Table[T], name, ref string, to *db.Table[R], column string) filter {
	col, text := t.Column(ref), to.Column(column)
	return filter{name, func(c *call, q rest.Query, name string, _ *roaring.Bitmap) (*roaring.Bitmap, error) {
		whole, err := q.Text(name)
		if err != nil || whole == "" {
			return nil, err
		}
		return t.Index(c.tx).AnyRef(col, to.Index(c.tx).EqualText(text, whole)), nil
	}}
}

// productGroup filters by the group of the rows' products.
func productGroup[T any](t *db.Table[T], name, ref string) filter {
	col := t.Column(ref)
	return filter{name, func(c *call, q rest.Query, name string, _ *roaring.Bitmap) (*roaring.Bitmap, error) {
		id, ok, err := q.Reference(name)
		if err != nil || !ok {
			return nil, err
		}
		group, err := db.Products.Get(c.tx, model.ID(id))
		if err != nil || !group.IsProductGroup || !c.access.Member(group) {
			return nil, rest.BadReference(name)
		}
		return t.Index(c.tx).AnyRef(col, db.Products.Referring(c.tx, "product_group", model.ID(id))), nil
	}}
}

// The visibility of the objects that reference filters name (http-conventions.md §5).

func memberOf(c *call, id model.ID) bool {
	p, err := db.Products.Get(c.tx, id)
	return err == nil && c.access.Member(p)
}

func memberOfBranch(c *call, id model.ID) bool {
	b, err := db.Branches.Get(c.tx, id)
	return err == nil && memberOf(c, b.Product)
}

func memberOfService(c *call, id model.ID) bool {
	s, err := db.Services.Get(c.tx, id)
	return err == nil && memberOf(c, s.Product)
}

func exists[T any](t *db.Table[T]) func(*call, model.ID) bool {
	return func(c *call, id model.ID) bool { return t.Exists(c.tx, id) }
}

// inProducts is the set of rows whose product is among products; nil stands for all.
func inProducts[T any](t *db.Table[T], ref string, products func(*call) *roaring.Bitmap) func(*call) *roaring.Bitmap {
	col := t.Column(ref)
	return func(c *call) *roaring.Bitmap {
		reached := products(c)
		if reached == nil {
			return nil
		}
		return t.Index(c.tx).AnyRef(col, reached)
	}
}

// permitted filters by the number of a permission that the caller has to have on the rows' products, so that an action on all rows of a list
// reaches only those that it is for. It is an addition to the contract.
func permitted[T any](t *db.Table[T], ref string) filter {
	col := t.Column(ref)
	return filter{"permission", func(c *call, q rest.Query, name string, _ *roaring.Bitmap) (*roaring.Bitmap, error) {
		number, integral, ok, err := q.Number(name)
		if err != nil || !ok {
			return nil, err
		}
		if !integral || !auth.PermissionSet(auth.Owner).Has(auth.Permission(number)) {
			return nil, rest.BadReference(name)
		}
		products := c.access.With(auth.Permission(number))
		if products == nil {
			return nil, nil
		}
		return t.Index(c.tx).AnyRef(col, products), nil
	}}
}

func memberships(c *call) *roaring.Bitmap { return c.access.Memberships() }
func visible(c *call) *roaring.Bitmap     { return c.access.Visible() }
