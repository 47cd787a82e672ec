package handlers

import (
	"errors"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/db"
	"secobserve/handlers/rest"
	"secobserve/model"
)

// importResult is what an import did with an observation.
type importResult string

const (
	importNew      importResult = "New"
	importResolved importResult = "Resolved"
	importReopened importResult = "Reopened"
)

var importResults = []importResult{importNew, importResolved, importReopened}

// importedBy filters observations by an import: those that its vulnerability check has, and with import_result those with which it did
// something (import.md §3), as their logs tell. So does vulnerability_check, for the last import of the check. All are additions to the
// contract.
var importedBy = filter{"import_run", func(c *call, q rest.Query, name string, _ *roaring.Bitmap) (*roaring.Bitmap, error) {
	id, ok, err := q.Reference(name)
	if err != nil || !ok {
		return nil, err
	}
	run, err := db.ImportRuns.Get(c.tx, model.ID(id))
	if errors.Is(err, db.ErrNotFound) || err == nil && !memberOf(c, run.Product) {
		return nil, rest.BadReference(name)
	}
	if err != nil {
		return nil, err
	}
	return c.importResults(q, run.VulnerabilityCheck, run.Started)
}}

var ofCheck = filter{"vulnerability_check", func(c *call, q rest.Query, name string, _ *roaring.Bitmap) (*roaring.Bitmap, error) {
	id, ok, err := q.Reference(name)
	if err != nil || !ok {
		return nil, err
	}
	check, err := db.VulnerabilityChecks.Get(c.tx, model.ID(id))
	if errors.Is(err, db.ErrNotFound) || err == nil && !memberOf(c, check.Product) {
		return nil, rest.BadReference(name)
	}
	if err != nil {
		return nil, err
	}
	return c.importResults(q, check.ID, check.LastImport)
}}

// importResults are the observations of a check with which the import at a moment did what the request asks for.
func (c *call) importResults(q rest.Query, check model.ID, at model.Time) (*roaring.Bitmap, error) {
	result, err := q.Choice("import_result", textsOf(importResults))
	if err != nil {
		return nil, err
	}
	if check == 0 { // it was deleted, or the import failed
		return roaring.New(), nil
	}
	ofCheck := db.Observations.Referring(c.tx, "vulnerability_check", check)
	if result == "" {
		return ofCheck, nil
	}
	logs, idx := db.ObservationLogs, db.ObservationLogs.Index(c.tx)
	status := idx.AnyText(logs.Column("status"), textsOf(model.ActiveStatuses)...)
	comment := "Set by parser"
	switch importResult(result) {
	case importResolved:
		status, comment = idx.EqualText(logs.Column("status"), string(model.StatusResolved)), "Observation not found in latest scan"
	case importReopened:
		comment = "Updated by parser"
	}
	told := roaring.FastAnd(idx.EqualInt(logs.Column("created"), int64(at)), status, idx.EqualText(logs.Column("comment"), comment))
	found, column := roaring.New(), logs.Column("observation_id")
	for it := told.Iterator(); it.HasNext(); {
		found.Add(uint32(idx.Ref(column, it.Next())))
	}
	return roaring.And(found, ofCheck), nil
}
