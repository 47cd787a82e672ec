package handlers

import (
	"errors"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/auth"
	"secobserve/db"
	"secobserve/db/columnar"
	"secobserve/handlers/rest"
	"secobserve/handlers/schema"
	"secobserve/model"
)

var notificationList = list[model.Notification]{
	table: db.Notifications,
	scope: visibleNotifications,
	filters: []filter{
		contains(db.Notifications, "name", "name"),
		forSuperusers(contains(db.Notifications, "message", "message")),
		contains(db.Notifications, "function", "function"),
		choice(db.Notifications, "type", "type", model.NotificationTypes),
		reference(db.Notifications, "product", "product", memberOf),
		reference(db.Notifications, "observation", "observation", memberOfObservation),
		reference(db.Notifications, "user", "user", exists(db.Users)),
		moment(db.Notifications, "created", "created"),
		{"exclude_already_viewed", notViewed},
	},
	orders: map[string]func(*call) []columnar.Key{
		"name": by(db.Notifications, "name"), "created": by(db.Notifications, "created"), "message": byMessage, "type": by(db.Notifications, "type"),
		"function": by(db.Notifications, "function"), "product_name": byRef(db.Notifications, "product", db.Products, "name"),
		"observation_title": byRef(db.Notifications, "observation", db.Observations, "title"),
		"user_full_name":    byRef(db.Notifications, "user", db.Users, "full_name"),
	},
	standard: reversed(by(db.Notifications, "created", "id")),
	search:   []string{"name"},
}

// forSuperusers ignores a filter that would tell others what they may not see.
func forSuperusers(f filter) filter {
	return filter{f.name, func(c *call, q rest.Query, name string, within *roaring.Bitmap) (*roaring.Bitmap, error) {
		if !c.access.Superuser() {
			return nil, nil
		}
		return f.apply(c, q, name, within)
	}}
}

// byMessage orders by what the caller sees of the messages: others than superusers see dots.
func byMessage(c *call) []columnar.Key {
	if c.access.Superuser() {
		return by(db.Notifications, "message")(c)
	}
	return by(db.Notifications, "id")(c)
}

// visibleNotifications are those that the caller may see; nil means all (operations.md §4.2).
func visibleNotifications(c *call) *roaring.Bitmap {
	products := c.access.Visible()
	if products == nil {
		return nil
	}
	idx := db.Notifications.Index(c.tx)
	exceptions := idx.EqualText(db.Notifications.Column("type"), string(model.NotificationException))
	return roaring.AndNot(idx.AnyRef(db.Notifications.Column("product"), products), exceptions)
}

// notViewed leaves out what the caller has viewed.
func notViewed(c *call, q rest.Query, name string, _ *roaring.Bitmap) (*roaring.Bitmap, error) {
	if exclude, ok := q.Bool(name); !ok || !exclude {
		return nil, nil
	}
	return c.newNotifications()
}

// newNotifications are those that the caller has not viewed, seen by him or not.
func (c *call) newNotifications() (*roaring.Bitmap, error) {
	viewed := roaring.New()
	for view, err := range db.NotificationViews.ReferringRows(c.tx, "user", c.userID()) {
		if err != nil {
			return nil, err
		}
		viewed.Add(uint32(view.Notification))
	}
	return roaring.AndNot(db.Notifications.Index(c.tx).All(), viewed), nil
}

// listNotifications lists the notifications, the newest first.
//
//	@Summary	Lists the notifications, the newest first
//	@ID	notifications_list
//	@Tags	notifications
//	@Param	created	query	string	false	"created" Format(date-time)
//	@Param	exclude_already_viewed	query	bool	false	"exclude already viewed"
//	@Param	function	query	string	false	"function"
//	@Param	message	query	string	false	"message"
//	@Param	name	query	string	false	"name"
//	@Param	observation	query	int	false	"observation"
//	@Param	ordering	query	[]string	false	"ordering" Enums(-created, -function, -message, -name, -observation_title, -product_name, -type, -user_full_name, created, function, message, name, observation_title, product_name, type, user_full_name) collectionFormat(csv)
//	@Param	page	query	int	false	"page"
//	@Param	page_size	query	int	false	"page size"
//	@Param	product	query	int	false	"product"
//	@Param	search	query	string	false	"search"
//	@Param	type	query	string	false	"type" Enums(Exception, Observation, Observation title, Security gate, Task)
//	@Param	user	query	int	false	"user"
//	@Produce	json
//	@Success	200	{object}	schema.Page[schema.Notification]
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/notifications/	[get]
func (s *Server) listNotifications(c *call) (reply, error) {
	return notificationList.serve(c, shown(func(row *model.Notification) (any, error) { return c.showNotification(row) }))
}

// getNotification shows a notification.
//
//	@Summary	Shows a notification
//	@ID	notifications_retrieve
//	@Tags	notifications
//	@Param	id	path	int	true	"id"
//	@Produce	json
//	@Success	200	{object}	schema.Notification
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/notifications/{id}/	[get]
func (s *Server) getNotification(c *call) (reply, error) {
	row, err := c.notification(auth.ProductView)
	if err != nil {
		return reply{}, err
	}
	body, err := c.showNotification(row)
	return ok(body), err
}

// deleteNotification deletes a notification for everybody.
//
//	@Summary	Deletes a notification for everybody
//	@ID	notifications_destroy
//	@Tags	notifications
//	@Param	id	path	int	true	"id"
//	@Success	204
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/notifications/{id}/	[delete]
func (s *Server) deleteNotification(c *call) (reply, error) {
	row, err := c.notification(auth.ProductDelete)
	if err != nil {
		return reply{}, err
	}
	return noContent(), db.Notifications.Delete(c.tx, row.ID)
}

// viewNotification notes that the caller has viewed a notification.
//
//	@Summary	Notes that the caller has viewed a notification
//	@ID	notifications_mark_as_viewed_create
//	@Tags	notifications
//	@Param	id	path	int	true	"id"
//	@Success	204
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/notifications/{id}/mark_as_viewed/	[post]
func (s *Server) viewNotification(c *call) (reply, error) {
	row, err := c.notification(auth.ProductView)
	if err != nil {
		return reply{}, err
	}
	return noContent(), c.markViewed(row.ID)
}

// viewNotifications notes that the caller has viewed notifications, all of them or none.
//
//	@Summary	Notes that the caller has viewed notifications
//	@ID	notifications_bulk_mark_as_viewed_create
//	@Tags	notifications
//	@Param	request	body	schema.NotificationBulkRequest	true	"request"
//	@Accept	json
//	@Success	204
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/notifications/bulk_mark_as_viewed/	[post]
func (s *Server) viewNotifications(c *call) (reply, error) {
	f, err := c.form(rest.Create)
	if err != nil {
		return reply{}, err
	}
	var ids []model.ID
	rest.IDs(f, "notifications", &ids, maxBulk)
	if err := f.Err(); err != nil {
		return reply{}, err
	}
	for _, id := range unique(ids) {
		if !c.seesNotification(id) {
			return reply{}, rest.BadRequest("Some notifications do not exist")
		}
		if err := c.markViewed(id); err != nil {
			return reply{}, err
		}
	}
	return noContent(), nil
}

// notification finds the one that the path names, if the caller is a member of its product and has the permission there.
func (c *call) notification(permission auth.Permission) (*model.Notification, error) {
	class := db.Notifications.Class()
	id, err := c.pathID(class)
	if err != nil {
		return nil, err
	}
	row, err := db.Notifications.Get(c.tx, id)
	if errors.Is(err, db.ErrNotFound) {
		return nil, rest.NotFound(class)
	}
	if err != nil || c.access.Superuser() {
		return row, err
	}
	if row.Product == 0 || row.Type == model.NotificationException {
		return nil, rest.NotFound(class)
	}
	p, err := db.Products.Get(c.tx, row.Product)
	if err != nil {
		return nil, err
	}
	if !c.access.Member(p) {
		return nil, rest.NotFound(class)
	}
	return row, c.require(p, permission)
}

func (c *call) seesNotification(id model.ID) bool {
	if !db.Notifications.Exists(c.tx, id) {
		return false
	}
	visible := visibleNotifications(c)
	return visible == nil || visible.Contains(uint32(id))
}

func (c *call) markViewed(id model.ID) error {
	_, err := db.NotificationViews.Find(c.tx, "notification_user", db.Key(id, c.userID()))
	if !errors.Is(err, db.ErrNotFound) {
		return err
	}
	return db.NotificationViews.Insert(c.tx, &model.NotificationView{Notification: id, User: c.userID()})
}

func (c *call) showNotification(n *model.Notification) (schema.Notification, error) {
	shown := schema.Notification{ID: n.ID, Name: n.Name, Created: c.timestamp(n.Created), Type: n.Type, Function: n.Function,
		User: optionalID(n.User), Product: optionalID(n.Product), Observation: optionalID(n.Observation), NewViewed: "New",
		Message: c.forSuperuser(n.Message), Arguments: c.forSuperuser(n.Arguments)}
	if _, err := db.NotificationViews.Find(c.tx, "notification_user", db.Key(n.ID, c.userID())); err == nil {
		shown.NewViewed = "Viewed"
	}
	product := n.Product
	if n.Observation != 0 {
		o, err := db.Observations.Get(c.tx, n.Observation)
		if err != nil {
			return shown, err
		}
		shown.ObservationTitle = &o.Title
		if product == 0 {
			product = o.Product
		}
	}
	if product != 0 {
		p, err := db.Products.Get(c.tx, product)
		if err != nil {
			return shown, err
		}
		shown.ProductName = &p.Name
	}
	if n.User != 0 {
		u, err := db.Users.Get(c.tx, n.User)
		if err != nil {
			return shown, err
		}
		shown.UserFullName = &u.FullName
	}
	return shown, nil
}

// forSuperuser hides a text from others, but for that there is one.
func (c *call) forSuperuser(text string) string {
	if text == "" || c.access.Superuser() {
		return text
	}
	return "..."
}
