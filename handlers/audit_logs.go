package handlers

import (
	"errors"

	"secobserve/db"
	"secobserve/db/columnar"
	"secobserve/handlers/rest"
	"secobserve/handlers/schema"
	"secobserve/model"
)

var auditLogList = list[model.AuditLog]{
	table: db.AuditLogs,
	filters: []filter{
		number(db.AuditLogs, "user", "user"),
		contains(db.AuditLogs, "username", "username"),
		contains(db.AuditLogs, "address", "address"),
		contains(db.AuditLogs, "source", "source"),
		choice(db.AuditLogs, "action", "action", model.AuditActions),
		exact(db.AuditLogs, "object_type", "object_type"),
		number(db.AuditLogs, "object", "object"),
		contains(db.AuditLogs, "object_name", "object_name"),
		number(db.AuditLogs, "product", "product"),
		age(db.AuditLogs, "created"),
	},
	orders: map[string]func(*call) []columnar.Key{
		"created": by(db.AuditLogs, "created"), "username": by(db.AuditLogs, "username"), "action": by(db.AuditLogs, "action"),
		"object_type": by(db.AuditLogs, "object_type"), "object_name": by(db.AuditLogs, "object_name"), "product_name": by(db.AuditLogs, "product_name"),
	},
	search: []string{"username", "object_name", "product_name"},
}

// listAuditLogs lists the records of administrative changes. The ids of users, objects and products may be of those that are gone.
//
//	@Summary	Lists the records of administrative changes
//	@ID	audit_logs_list
//	@Tags	audit_logs
//	@Param	action	query	string	false	"action" Enums(Changed, Created, Deleted)
//	@Param	address	query	string	false	"address"
//	@Param	age	query	string	false	"age" Enums(Past 30 days, Past 365 days, Past 7 days, Past 90 days, Today)
//	@Param	object	query	int	false	"object"
//	@Param	object_name	query	string	false	"object name"
//	@Param	object_type	query	string	false	"object type"
//	@Param	ordering	query	[]string	false	"ordering" Enums(-action, -created, -object_name, -object_type, -product_name, -username, action, created, object_name, object_type, product_name, username) collectionFormat(csv)
//	@Param	page	query	int	false	"page"
//	@Param	page_size	query	int	false	"page size"
//	@Param	product	query	int	false	"product"
//	@Param	search	query	string	false	"search"
//	@Param	source	query	string	false	"source"
//	@Param	user	query	int	false	"user"
//	@Param	username	query	string	false	"username"
//	@Produce	json
//	@Success	200	{object}	schema.Page[schema.AuditLog]
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/audit_logs/	[get]
func (s *Server) listAuditLogs(c *call) (reply, error) {
	return auditLogList.serve(c, shown(func(row *model.AuditLog) (any, error) { return c.showAuditLog(row), nil }))
}

// getAuditLog shows the record of an administrative change.
//
//	@Summary	Shows the record of an administrative change
//	@ID	audit_logs_retrieve
//	@Tags	audit_logs
//	@Param	id	path	int	true	"id"
//	@Produce	json
//	@Success	200	{object}	schema.AuditLog
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/audit_logs/{id}/	[get]
func (s *Server) getAuditLog(c *call) (reply, error) {
	id, err := c.pathID(db.AuditLogs.Class())
	if err != nil {
		return reply{}, err
	}
	row, err := db.AuditLogs.Get(c.tx, id)
	if errors.Is(err, db.ErrNotFound) {
		return reply{}, rest.NotFound(db.AuditLogs.Class())
	}
	if err != nil {
		return reply{}, err
	}
	return ok(c.showAuditLog(row)), nil
}

func (c *call) showAuditLog(row *model.AuditLog) schema.AuditLog {
	changes := make([]schema.AuditChange, len(row.Changes))
	for i, change := range row.Changes {
		changes[i] = schema.AuditChange(change)
	}
	return schema.AuditLog{
		ID: row.ID, Created: c.timestamp(row.Created), User: optionalID(row.User), Username: row.Username, Address: row.Address, Source: row.Source,
		Request: row.Request, Action: row.Action, ObjectType: row.ObjectType, Object: optionalID(row.Object), ObjectName: row.ObjectName,
		Product: optionalID(row.Product), ProductName: row.ProductName, Changes: changes,
	}
}
