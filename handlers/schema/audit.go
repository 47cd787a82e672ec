package schema

import "secobserve/model"

// AuditLog is a record of one administrative change.
type AuditLog struct {
	ID          model.ID          `json:"id" validate:"required"`
	Created     string            `json:"created" format:"date-time" validate:"required"`
	User        *model.ID         `json:"user" validate:"required" extensions:"x-nullable"`
	Username    string            `json:"username" validate:"required"`
	Address     string            `json:"address" validate:"required"`
	Source      string            `json:"source" validate:"required"`
	Request     string            `json:"request" validate:"required"`
	Action      model.AuditAction `json:"action" validate:"required"`
	ObjectType  string            `json:"object_type" validate:"required"`
	Object      *model.ID         `json:"object" validate:"required" extensions:"x-nullable"`
	ObjectName  string            `json:"object_name" validate:"required"`
	Product     *model.ID         `json:"product" validate:"required" extensions:"x-nullable"`
	ProductName string            `json:"product_name" validate:"required"`
	Changes     []AuditChange     `json:"changes" validate:"required"`
}

// AuditChange is the change of one field, as texts; secrets are masked.
type AuditChange struct {
	Field string `json:"field" validate:"required"`
	Old   string `json:"old" validate:"required"`
	New   string `json:"new" validate:"required"`
}
