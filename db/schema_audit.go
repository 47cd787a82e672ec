package db

import "secobserve/model"

// AuditLogs holds the records of administrative changes. They have no foreign keys: they outlive what they tell of.
var AuditLogs = &Table[model.AuditLog]{
	name: "audit_logs", class: "Audit_Log", plural: "Audit_Logs",
	id: func(r *model.AuditLog) *model.ID { return &r.ID },
	columns: []Column[model.AuditLog]{
		moment("created", func(r *model.AuditLog) model.Time { return r.Created }),
		number("user", func(r *model.AuditLog) int64 { return int64(r.User) }),
		text("username", func(r *model.AuditLog) string { return r.Username }),
		text("address", func(r *model.AuditLog) string { return r.Address }),
		text("source", func(r *model.AuditLog) string { return r.Source }),
		enum("action", func(r *model.AuditLog) string { return string(r.Action) }),
		enum("object_type", func(r *model.AuditLog) string { return r.ObjectType }),
		number("object", func(r *model.AuditLog) int64 { return int64(r.Object) }),
		text("object_name", func(r *model.AuditLog) string { return r.ObjectName }),
		number("product", func(r *model.AuditLog) int64 { return int64(r.Product) }),
		text("product_name", func(r *model.AuditLog) string { return r.ProductName }),
	},
}
