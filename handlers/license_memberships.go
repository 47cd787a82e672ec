package handlers

import (
	"errors"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/db"
	"secobserve/db/columnar"
	"secobserve/handlers/rest"
	"secobserve/model"
)

// licenseMember are the parts that the members of license groups and policies have in common.
type licenseMember struct {
	id, parent, child *model.ID
	isManager         *bool
}

// memberParent is what has members: license groups or license policies.
type memberParent struct {
	field, label, class string
	exists              func(*call, model.ID) bool
	seen                func(*call) *roaring.Bitmap // nil for all
	manages             func(*call, model.ID) bool
}

var (
	licenseGroupParent = memberParent{"license_group", "License group", "License_Group", exists(db.LicenseGroups),
		func(c *call) *roaring.Bitmap { return c.access.LicenseGroups() },
		func(c *call, id model.ID) bool { return c.access.ManagesLicenseGroup(id) }}
	licensePolicyParent = memberParent{"license_policy", "License policy", "License_Policy", exists(db.LicensePolicies),
		func(c *call) *roaring.Bitmap { return c.access.LicensePolicies() },
		func(c *call, id model.ID) bool { return c.access.ManagesLicensePolicy(id) }}
)

// memberChild is who is a member: users or authorization groups.
type memberChild struct {
	field, label string
	exists       func(*call, model.ID) bool
	seen         func(*call) *roaring.Bitmap // nil for all
	// missing is the text of a creation that names one the caller cannot see; "": the field's error.
	missing string
}

var (
	userChild = memberChild{field: "user", label: "user", exists: exists(db.Users), seen: func(c *call) *roaring.Bitmap {
		if c.access.Superuser() || !c.user().IsExternal {
			return nil
		}
		return acquaintances(c)
	}}
	authorizationGroupChild = memberChild{field: "authorization_group", label: "authorization group", exists: exists(db.AuthorizationGroups),
		missing: "Authorization_Group not found.", seen: func(c *call) *roaring.Bitmap {
			if c.access.Superuser() {
				return nil
			}
			return c.access.AuthorizationGroups()
		}}
)

// licenseMembers are the endpoints of one kind of members (licenses.md §10.2, §11.5).
type licenseMembers[T any] struct {
	list   list[T]
	table  *db.Table[T]
	parent memberParent
	child  memberChild
	parts  func(*T) licenseMember
	show   func(*call, *T) (any, error)
}

func newLicenseMembers[T any](parent memberParent, child memberChild, t *db.Table[T], parts func(*T) licenseMember,
	show func(*call, *T) (any, error)) *licenseMembers[T] {
	m := &licenseMembers[T]{table: t, parent: parent, child: child, parts: parts, show: show}
	sees := func(c *call, id model.ID) bool {
		seen := parent.seen(c)
		return parent.exists(c, id) && (seen == nil || seen.Contains(uint32(id)))
	}
	m.list = list[T]{
		table: t,
		scope: m.scope,
		filters: []filter{
			reference(t, parent.field, parent.field, sees),
			reference(t, child.field, child.field, child.exists),
			flag(t, "is_manager", "is_manager"),
		},
		orders: map[string]func(*call) []columnar.Key{parent.field: by(t, parent.field), child.field: by(t, child.field), "is_manager": by(t, "is_manager")},
	}
	if child.field == "user" {
		m.list.filters = append(m.list.filters, refContains(t, "username", "user", db.Users, "username"), refContains(t, "full_name", "user", db.Users, "full_name"))
		m.list.orders["user_data.full_name"] = byRef(t, "user", db.Users, "full_name")
		return m
	}
	m.list.filters = append(m.list.filters, refContains(t, "name", child.field, db.AuthorizationGroups, "name"))
	m.list.orders["authorization_group_data.name"] = byRef(t, child.field, db.AuthorizationGroups, "name")
	return m
}

// scope are the members whose group or policy the caller sees, and who he sees himself.
func (m *licenseMembers[T]) scope(c *call) *roaring.Bitmap {
	idx := m.table.Index(c.tx)
	parents, children := m.parent.seen(c), m.child.seen(c)
	rows := idx.All()
	if parents != nil {
		rows = idx.AnyRef(m.table.Column(m.parent.field), parents)
	}
	if children != nil {
		rows = roaring.And(rows, idx.AnyRef(m.table.Column(m.child.field), children))
	}
	return rows
}

// visible tells whether the caller sees any member of a group or policy.
func (m *licenseMembers[T]) visible(c *call, parent model.ID) bool {
	return m.scope(c).Intersects(m.table.Referring(c.tx, m.parent.field, parent))
}

func (m *licenseMembers[T]) serve(c *call) (reply, error) {
	return m.list.serve(c, shown(func(row *T) (any, error) { return m.show(c, row) }))
}

// find finds the member of the path; to change it, the caller must manage the group or policy.
func (m *licenseMembers[T]) find(c *call, manage bool) (*T, error) {
	id, err := c.pathID(m.table.Class())
	if err != nil {
		return nil, err
	}
	row, err := m.table.Get(c.tx, id)
	if errors.Is(err, db.ErrNotFound) || err == nil && !m.scope(c).Contains(uint32(id)) {
		return nil, rest.NotFound(m.table.Class())
	}
	if err != nil {
		return nil, err
	}
	if manage && !m.parent.manages(c, *m.parts(row).parent) {
		return nil, rest.Forbidden()
	}
	return row, nil
}

func (m *licenseMembers[T]) get(c *call) (reply, error) {
	row, err := m.find(c, false)
	if err != nil {
		return reply{}, err
	}
	body, err := m.show(c, row)
	return ok(body), err
}

func (m *licenseMembers[T]) create(c *call) (reply, error) {
	fields, err := c.body.Object(c.r)
	if err != nil {
		return reply{}, err
	}
	parent, err := rest.ParentOr404(fields, m.parent.field, m.parent.class, func(id model.ID) bool { return m.parent.exists(c, id) })
	if err != nil {
		return reply{}, err
	}
	if !m.parent.manages(c, parent) {
		return reply{}, rest.Forbidden()
	}
	row := new(T)
	if err := m.read(c, row); err != nil {
		return reply{}, err
	}
	if err := m.table.Insert(c.tx, row); err != nil {
		return reply{}, taken(err, m.table.Name(), m.parent.field+", "+m.child.field)
	}
	body, err := m.show(c, row)
	return created(body), err
}

func (m *licenseMembers[T]) update(c *call) (reply, error) {
	row, err := m.find(c, true)
	if err != nil {
		return reply{}, err
	}
	if err := m.read(c, row); err != nil {
		return reply{}, err
	}
	if err := m.table.Update(c.tx, row); err != nil {
		return reply{}, err
	}
	body, err := m.show(c, row)
	return ok(body), err
}

func (m *licenseMembers[T]) read(c *call, row *T) error {
	f, err := c.form(c.mode())
	if err != nil {
		return err
	}
	parts := m.parts(row)
	parent, child := *parts.parent, *parts.child
	rest.Bool(f, "is_manager", parts.isManager)
	rest.Ref(f, m.parent.field, parts.parent, rest.RefRule{Required: true, Exists: func(id model.ID) bool { return m.parent.exists(c, id) }})
	unseen := false
	rest.Ref(f, m.child.field, parts.child, rest.RefRule{Required: true, Exists: func(id model.ID) bool {
		seen := m.child.seen(c)
		unseen = m.child.missing != "" && (!m.child.exists(c, id) || seen != nil && !seen.Contains(uint32(id)))
		return m.child.exists(c, id)
	}})
	if unseen && *parts.id == 0 {
		return rest.NotFoundText(m.child.missing)
	}
	if f.OK() && *parts.id != 0 && (*parts.parent != parent || *parts.child != child) {
		f.FailAll(m.parent.label + " and " + m.child.label + " cannot be changed")
	}
	return f.Err()
}

func (m *licenseMembers[T]) remove(c *call) (reply, error) {
	row, err := m.find(c, true)
	if err != nil {
		return reply{}, err
	}
	return noContent(), m.table.Delete(c.tx, *m.parts(row).id)
}
