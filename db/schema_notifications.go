package db

import "secobserve/model"

// The tables of notifications (operations.md §4.1).
var (
	// Notifications holds what people were told, for a limited time.
	Notifications = &Table[model.Notification]{
		name: "notifications", class: "Notification", plural: "Notifications",
		id: func(r *model.Notification) *model.ID { return &r.ID },
		refs: []Ref[model.Notification]{
			{Name: "user", To: "users", OnDelete: Cascade, Get: func(r *model.Notification) model.ID { return r.User }},
			{Name: "product", To: "products", OnDelete: Cascade, Get: func(r *model.Notification) model.ID { return r.Product }},
			{Name: "observation", To: "observations", OnDelete: Cascade, Get: func(r *model.Notification) model.ID { return r.Observation }},
		},
		columns: []Column[model.Notification]{
			enum("type", func(r *model.Notification) string { return string(r.Type) }),
			text("name", func(r *model.Notification) string { return r.Name }),
			text("message", func(r *model.Notification) string { return r.Message }),
			text("function", func(r *model.Notification) string { return r.Function }),
			moment("created", func(r *model.Notification) model.Time { return r.Created }),
		},
	}

	// NotificationViews holds who has viewed what.
	NotificationViews = &Table[model.NotificationView]{
		name: "notification_views", class: "Notification_View", plural: "Notification_Views",
		id: func(r *model.NotificationView) *model.ID { return &r.ID },
		uniques: []Unique[model.NotificationView]{{Name: "notification_user", Key: func(r *model.NotificationView) []byte {
			return Key(r.Notification, r.User)
		}}},
		refs: []Ref[model.NotificationView]{
			{Name: "notification", To: "notifications", OnDelete: Cascade, Get: func(r *model.NotificationView) model.ID { return r.Notification }},
			{Name: "user", To: "users", OnDelete: Cascade, Get: func(r *model.NotificationView) model.ID { return r.User }},
		},
	}
)
