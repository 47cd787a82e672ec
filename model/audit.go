package model

// AuditLog is a record of one administrative change: who, when, from where, what. It refers to nothing by foreign key, because it outlives
// what it tells of.
type AuditLog struct {
	ID      ID   `cbor:"id,omitempty"`
	Created Time `cbor:"created,omitempty"`

	// User and Username are who did it; 0 and "" for the server itself.
	User     ID     `cbor:"user,omitempty"`
	Username string `cbor:"username,omitempty"`
	// Address is the client's address, Source the way by which it came: a route of the API, a background task, a command.
	Address string `cbor:"address,omitempty"`
	Source  string `cbor:"source,omitempty"`
	// Request is the id of the request, as the access log has it. All records of a request have the same.
	Request string `cbor:"request,omitempty"`

	Action AuditAction `cbor:"action,omitempty"`
	// ObjectType is the class of the object, such as "Product_Member"; Object its id, 0 if the record tells of several.
	ObjectType string `cbor:"object_type,omitempty"`
	Object     ID     `cbor:"object,omitempty"`
	ObjectName string `cbor:"object_name,omitempty"`
	// Product is the product or product group that the object is or belongs to, 0 for none.
	Product     ID     `cbor:"product,omitempty"`
	ProductName string `cbor:"product_name,omitempty"`

	Changes []AuditChange `cbor:"changes,omitempty"`
}

// AuditChange is the change of one field, as texts; "" is no value. Secrets are masked.
type AuditChange struct {
	Field string `cbor:"field"`
	Old   string `cbor:"old,omitempty"`
	New   string `cbor:"new,omitempty"`
}

// AuditAction says what became of an object.
type AuditAction string

// The actions.
const (
	AuditCreated AuditAction = "Created"
	AuditChanged AuditAction = "Changed"
	AuditDeleted AuditAction = "Deleted"
)

// AuditActions lists the actions.
var AuditActions = []AuditAction{AuditCreated, AuditChanged, AuditDeleted}
