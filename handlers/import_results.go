package handlers

import (
	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/db"
	"secobserve/handlers/rest"
	"secobserve/importer"
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
	run, err := named(c, q, name, db.ImportRuns, func(r *model.ImportRun) model.ID { return r.Product })
	if err != nil || run == nil {
		return nil, err
	}
	return c.importResults(q, run.VulnerabilityCheck, run.Started)
}}

var ofCheck = filter{"vulnerability_check", func(c *call, q rest.Query, name string, _ *roaring.Bitmap) (*roaring.Bitmap, error) {
	check, err := named(c, q, name, db.VulnerabilityChecks, func(v *model.VulnerabilityCheck) model.ID { return v.Product })
	if err != nil || check == nil {
		return nil, err
	}
	return c.importResults(q, check.ID, check.LastImport)
}}

// resultAlone refuses import_result where nothing says of which import.
var resultAlone = filter{"import_result", func(_ *call, q rest.Query, name string, _ *roaring.Bitmap) (*roaring.Bitmap, error) {
	result, err := q.Choice(name, textsOf(importResults))
	if err == nil && result != "" && !given(q, importedBy.name) && !given(q, ofCheck.name) {
		err = rest.FieldError(name, "It needs an import_run or a vulnerability_check.")
	}
	return nil, err
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
	comment := importer.CommentNew
	switch importResult(result) {
	case importResolved:
		status, comment = idx.EqualText(logs.Column("status"), string(model.StatusResolved)), importer.CommentMissing
	case importReopened:
		comment = importer.CommentUpdated
	}
	told := roaring.FastAnd(idx.EqualInt(logs.Column("created"), int64(at)), status, idx.EqualText(logs.Column("comment"), comment))
	found, column := roaring.New(), logs.Column("observation_id")
	for it := told.Iterator(); it.HasNext(); {
		found.Add(uint32(idx.Ref(column, it.Next())))
	}
	return roaring.And(found, ofCheck), nil
}
