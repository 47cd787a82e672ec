package audit

import (
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"secobserve/db"
	"secobserve/model"
)

// nameOf is what the record calls a row: its own name, or those of the rows that it connects.
func (r *recorder) nameOf(change db.Change) string {
	row := latest(change)
	if name := db.NameOfRow(change.Table, row); name != "" {
		return name
	}
	references := db.ReferencesOf(change.Table)
	var names []string
	for _, field := range slices.Sorted(maps.Keys(references)) {
		if name := r.name(references[field], idIn(row, field)); name != "" {
			names = append(names, name)
		}
	}
	return strings.Join(names, " / ")
}

// productOf is the product that a row is or belongs to, 0 for none.
func (r *recorder) productOf(change db.Change) (model.ID, string) {
	id := idIn(latest(change), "product")
	if change.Table == db.Products.Name() {
		id = change.ID
	}
	return id, r.name(db.Products.Name(), id)
}

func latest(change db.Change) any {
	if change.New != nil {
		return change.New
	}
	return change.Old
}

// name is the name of a row of a table, also of one that the transaction has deleted.
func (r *recorder) name(table string, id model.ID) string {
	if id == 0 {
		return ""
	}
	at := reference{table, id}
	name, known := r.names[at]
	if !known {
		name = db.NameOf(r.tx, table, id)
		r.names[at] = name
	}
	return name
}

// named adds the name of a row to its id.
func (r *recorder) named(table, id string) string {
	n, err := strconv.ParseUint(id, 10, 64)
	if err != nil {
		return id
	}
	name := r.name(table, model.ID(n))
	if name == "" {
		return id
	}
	return name + " (" + id + ")"
}

// idIn reads a foreign key of a row, 0 if it has no such field.
func idIn(row any, field string) model.ID {
	v := reflect.ValueOf(row).Elem()
	if v.Kind() != reflect.Struct {
		return 0
	}
	for _, f := range fieldsOf(v.Type()) {
		if f.name == field && f.kind == reflect.TypeFor[model.ID]() {
			return model.ID(v.FieldByIndex(f.index).Uint())
		}
	}
	return 0
}
