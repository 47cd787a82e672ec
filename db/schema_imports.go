package db

import "secobserve/model"

// ImportRuns holds what each import did, for a limited time.
var ImportRuns = &Table[model.ImportRun]{
	name: "import_runs", class: "Import_Run", plural: "Import_Runs",
	id: func(r *model.ImportRun) *model.ID { return &r.ID },
	refs: []Ref[model.ImportRun]{
		{Name: "product", To: "products", OnDelete: Cascade, Get: func(r *model.ImportRun) model.ID { return r.Product }},
		{Name: "branch", To: "branches", OnDelete: Cascade, Get: func(r *model.ImportRun) model.ID { return r.Branch }},
		{Name: "service", To: "services", OnDelete: Cascade, Get: func(r *model.ImportRun) model.ID { return r.Service }},
		{Name: "vulnerability_check", To: "vulnerability_checks", OnDelete: SetNull,
			Get: func(r *model.ImportRun) model.ID { return r.VulnerabilityCheck },
			Set: func(r *model.ImportRun, id model.ID) { r.VulnerabilityCheck = id }},
		{Name: "user", To: "users", OnDelete: SetNull,
			Get: func(r *model.ImportRun) model.ID { return r.User },
			Set: func(r *model.ImportRun, id model.ID) { r.User = id }},
		{Name: "parser", To: "parsers", OnDelete: SetNull,
			Get: func(r *model.ImportRun) model.ID { return r.Parser },
			Set: func(r *model.ImportRun, id model.ID) { r.Parser = id }},
	},
	columns: []Column[model.ImportRun]{
		moment("started", func(r *model.ImportRun) model.Time { return r.Started }),
		enum("kind", func(r *model.ImportRun) string { return string(r.Kind) }),
		enum("outcome", func(r *model.ImportRun) string { return string(r.Outcome) }),
		text("filename", func(r *model.ImportRun) string { return r.Filename }),
		text("scanner", func(r *model.ImportRun) string { return r.Scanner }),
		text("username", func(r *model.ImportRun) string { return r.Username }),
		number("duration", func(r *model.ImportRun) int64 { return r.Duration }),
	},
}
