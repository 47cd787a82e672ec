package handlers

import (
	"bytes"
	"encoding/json"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/db"
	"secobserve/db/columnar"
	"secobserve/handlers/rest"
	"secobserve/model"
)

// list declares a list endpoint: which rows the caller may see, by what they can be filtered and ordered, and how they are shown
// (http-conventions.md §5).
type list[T any] struct {
	table *db.Table[T]
	// scope is the set of rows that the caller may see; nil means all.
	scope func(*call) *roaring.Bitmap
	// within keeps of the rows that the filters have left those that the caller may see: for tables in which the set of all of them takes
	// a look at each row.
	within  func(*call, *roaring.Bitmap) *roaring.Bitmap
	filters []filter // those that look at each row that is left come last
	// orders are the names that the list can be ordered by, with the keys they stand for. Keys are made per request, because some rank rows
	// of other tables.
	orders map[string]func(*call) []columnar.Key
	// standard is the order of a request that asks for none; nil stands for ascending ids.
	standard func(*call) []columnar.Key
	// search names the text columns that the search parameter looks into.
	search []string
}

// filter narrows a list by one parameter. It returns nil if the request does not use it; within is the set that is left so far.
type filter struct {
	name  string
	apply func(c *call, q rest.Query, name string, within *roaring.Bitmap) (*roaring.Bitmap, error)
}

// hits are the rows that the request's filters leave.
func (l *list[T]) hits(c *call) (*roaring.Bitmap, error) {
	q := rest.QueryOf(c.r)
	hits := l.table.Index(c.tx).All()
	if l.scope != nil {
		if scope := l.scope(c); scope != nil {
			hits = scope
		}
	}
	for _, f := range l.filters {
		found, err := f.apply(c, q, f.name, hits)
		if err != nil {
			return nil, err
		}
		if found != nil {
			hits = roaring.And(hits, found)
		}
	}
	if l.within != nil {
		hits = l.within(c, hits)
	}
	return l.searched(c, q, hits)
}

// searched keeps the rows in which each search term is contained in one of the search columns.
func (l *list[T]) searched(c *call, q rest.Query, hits *roaring.Bitmap) (*roaring.Bitmap, error) {
	if len(l.search) == 0 {
		return hits, nil
	}
	terms, err := q.Search()
	if err != nil {
		return nil, err
	}
	for _, term := range terms {
		found := roaring.New()
		for _, column := range l.search {
			found.Or(l.table.Index(c.tx).Contains(l.table.Column(column), term, hits))
		}
		hits = roaring.And(hits, found)
	}
	return hits, nil
}

// order is the order that the request asks for.
func (l *list[T]) order(c *call) ([]columnar.Key, error) {
	terms, err := rest.QueryOf(c.r).Ordering(func(name string) bool { return l.orders[name] != nil })
	if err != nil {
		return nil, err
	}
	if len(terms) == 0 && l.standard != nil {
		return l.standard(c), nil
	}
	var keys []columnar.Key
	for _, term := range terms {
		for _, key := range l.orders[term.Name](c) {
			key.Desc = key.Desc != term.Desc
			keys = append(keys, key)
		}
	}
	return keys, nil
}

// ids finds the rows of the page that the request asks for.
func (l *list[T]) ids(c *call) (ids []uint32, page rest.Page, count int, err error) {
	order, err := l.order(c)
	if err != nil {
		return nil, page, 0, err
	}
	hits, err := l.hits(c)
	if err != nil {
		return nil, page, 0, err
	}
	count = int(hits.GetCardinality())
	if page, err = rest.QueryOf(c.r).PageOf(count); err != nil {
		return nil, page, 0, err
	}
	return l.table.Index(c.tx).Page(hits, order, page.Offset, page.Size), page, count, nil
}

// serve answers with a page of rows; appendRow appends the JSON of one row.
func (l *list[T]) serve(c *call, appendRow func(*bytes.Buffer, *T) error) (reply, error) {
	ids, page, count, err := l.ids(c)
	if err != nil {
		return reply{}, err
	}
	next, previous := page.Links(c.r, count)
	head, err := json.Marshal(struct {
		Count    int     `json:"count"`
		Next     *string `json:"next"`
		Previous *string `json:"previous"`
	}{count, next, previous})
	if err != nil {
		return reply{}, err
	}
	out := takePage()
	out.Write(unescapeAmpersand(head[:len(head)-1]))
	out.WriteString(`,"results":[`)
	for i, id := range ids {
		row, err := l.table.Get(c.tx, model.ID(id))
		if err != nil {
			return reply{}, err
		}
		if i > 0 {
			out.WriteByte(',')
		}
		if err := appendRow(out, row); err != nil {
			return reply{}, err
		}
	}
	out.WriteString("]}")
	return reply{status: 200, page: out}, nil
}

// unescapeAmpersand undoes the one HTML escape of encoding/json that links contain.
func unescapeAmpersand(b []byte) []byte { return bytes.ReplaceAll(b, []byte(`\u0026`), []byte("&")) }

// shown makes an appendRow of a function that returns the representation of a row.
func shown[T any](show func(*T) (any, error)) func(*bytes.Buffer, *T) error {
	return func(out *bytes.Buffer, row *T) error {
		v, err := show(row)
		if err != nil {
			return err
		}
		return appendJSON(out, v)
	}
}

// appendJSON appends compact JSON without HTML escapes.
func appendJSON(out *bytes.Buffer, v any) error {
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(v); err != nil {
		return err
	}
	out.Truncate(out.Len() - 1) // the newline
	return nil
}

// by orders by columns of the table, all in the same direction.
func by[T any](t *db.Table[T], columns ...string) func(*call) []columnar.Key {
	keys := make([]columnar.Key, len(columns))
	for i, name := range columns {
		keys[i] = columnar.Key{Col: columnar.ID}
		if name != "id" {
			keys[i].Col = t.Column(name)
		}
	}
	return func(*call) []columnar.Key { return keys }
}

// byRef orders by a column of the rows that a foreign key refers to.
func byRef[T, R any](t *db.Table[T], ref string, to *db.Table[R], column string) func(*call) []columnar.Key {
	key := columnar.Key{Col: to.Column(column)}
	return func(c *call) []columnar.Key {
		return []columnar.Key{{Col: t.Column(ref), Join: to.Index(c.tx).SortKey(key)}}
	}
}

// joined orders by what orders the rows that a foreign key refers to.
func joined[T, R any](t *db.Table[T], ref string, to *db.Table[R], inner func(*call) []columnar.Key) func(*call) []columnar.Key {
	return func(c *call) []columnar.Key {
		keys := slices.Clone(inner(c))
		for i := range keys {
			keys[i] = columnar.Key{Col: t.Column(ref), Desc: keys[i].Desc, Join: to.Index(c.tx).SortKey(keys[i])}
		}
		return keys
	}
}

// byAll orders by the keys of several orders, one after the other.
func byAll(orders ...func(*call) []columnar.Key) func(*call) []columnar.Key {
	return func(c *call) []columnar.Key {
		var keys []columnar.Key
		for _, order := range orders {
			keys = append(keys, order(c)...)
		}
		return keys
	}
}

// reversed is an order the other way round.
func reversed(order func(*call) []columnar.Key) func(*call) []columnar.Key {
	return func(c *call) []columnar.Key {
		keys := slices.Clone(order(c))
		for i := range keys {
			keys[i].Desc = !keys[i].Desc
		}
		return keys
	}
}

// byProductGroup orders by the name of the product's group; products without group come last.
func byProductGroup[T any](t *db.Table[T]) func(*call) []columnar.Key {
	return joined(t, "product", db.Products, byRef(db.Products, "product_group", db.Products, "name"))
}
