package auth

import (
	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/db"
	"secobserve/db/columnar"
	"secobserve/model"
)

// Access answers what one user may see and do, from the memberships in the state that one transaction reads (access.md §7, §8). It is made
// once per request; the memberships are read when they are first asked for.
type Access struct {
	tx   *db.Tx
	user *model.User

	loaded bool
	roles  map[model.ID][]Role // direct roles by product or product group
}

// NewAccess prepares the answers for user.
func NewAccess(tx *db.Tx, user *model.User) *Access { return &Access{tx: tx, user: user} }

// User is the user that the answers are for.
func (a *Access) User() *model.User { return a.user }

// Superuser tells whether the user may do everything but approve his own work.
func (a *Access) Superuser() bool { return a.user.IsSuperuser }

// Permissions is the united permission set of all roles that the user holds on the product or on its group; a superuser has an owner's.
func (a *Access) Permissions(p *model.Product) Set {
	if a.user.IsSuperuser {
		return PermissionSet(Owner)
	}
	var set Set
	for _, role := range a.Roles(p) {
		set = set.Union(PermissionSet(role))
	}
	return set
}

// May tells whether the user has the permission on the product.
func (a *Access) May(p *model.Product, permission Permission) bool {
	return a.Permissions(p).Has(permission)
}

// IsOwner tells whether the user's highest role on the product is Owner; a superuser counts as one.
func (a *Access) IsOwner(p *model.Product) bool {
	if a.user.IsSuperuser {
		return true
	}
	for _, role := range a.Roles(p) {
		if role == Owner {
			return true
		}
	}
	return false
}

// Member tells whether the user has any membership that reaches the product; superusers reach everything.
func (a *Access) Member(p *model.Product) bool {
	return a.user.IsSuperuser || len(a.Roles(p)) > 0
}

// Roles lists the roles that the user holds on the product: his own and those of his authorization groups, on it and on its group.
func (a *Access) Roles(p *model.Product) []Role {
	a.load()
	roles := a.roles[p.ID]
	if p.ProductGroup == 0 {
		return roles
	}
	return append(roles[:len(roles):len(roles)], a.roles[p.ProductGroup]...)
}

// Memberships is M of access.md §8: the products and groups that any membership of the user reaches. nil means all: the user is a
// superuser.
func (a *Access) Memberships() *roaring.Bitmap {
	return a.reached(func(Role) bool { return true })
}

// Visible is V of access.md §8: the products and groups on which one of the user's roles may view. nil means all: the user is a superuser.
func (a *Access) Visible() *roaring.Bitmap {
	return a.reached(func(r Role) bool { return r != Upload })
}

// With is the set of the products and groups on which the user has the permission. nil means all: the user is a superuser.
func (a *Access) With(permission Permission) *roaring.Bitmap {
	return a.reached(func(r Role) bool { return PermissionSet(r).Has(permission) })
}

func (a *Access) reached(counts func(Role) bool) *roaring.Bitmap {
	if a.user.IsSuperuser {
		return nil
	}
	a.load()
	reached := roaring.New()
	for product, roles := range a.roles {
		for _, role := range roles {
			if counts(role) {
				reached.Add(uint32(product))
				reached.Or(db.Products.Referring(a.tx, "product_group", product))
				break
			}
		}
	}
	return reached
}

func (a *Access) load() {
	if a.loaded {
		return
	}
	a.loaded = true
	a.roles = make(map[model.ID][]Role)
	users := db.ProductMembers.Index(a.tx)
	product, role := db.ProductMembers.Column("product"), db.ProductMembers.Column("role")
	for it := db.ProductMembers.Referring(a.tx, "user", a.user.ID).Iterator(); it.HasNext(); {
		row := it.Next()
		a.add(users.Ref(product, row), users, role, row)
	}
	groups := db.ProductAuthorizationGroupMembers.Index(a.tx)
	product, role = db.ProductAuthorizationGroupMembers.Column("product"), db.ProductAuthorizationGroupMembers.Column("role")
	for it := a.groupAssignments().Iterator(); it.HasNext(); {
		row := it.Next()
		a.add(groups.Ref(product, row), groups, role, row)
	}
}

func (a *Access) add(product uint64, members *columnar.Snapshot, column int, row uint32) {
	role, _ := members.Int(column, row)
	id := model.ID(product)
	a.roles[id] = append(a.roles[id], Role(role))
}

// groupAssignments are the roles of the authorization groups that the user belongs to.
func (a *Access) groupAssignments() *roaring.Bitmap {
	assigned := roaring.New()
	for it := a.AuthorizationGroups().Iterator(); it.HasNext(); {
		assigned.Or(db.ProductAuthorizationGroupMembers.Referring(a.tx, "authorization_group", model.ID(it.Next())))
	}
	return assigned
}

// AuthorizationGroups is the set of the authorization groups that the user belongs to.
func (a *Access) AuthorizationGroups() *roaring.Bitmap {
	idx := db.AuthorizationGroupMembers.Index(a.tx)
	group := db.AuthorizationGroupMembers.Column("authorization_group")
	groups := roaring.New()
	for it := db.AuthorizationGroupMembers.Referring(a.tx, "user", a.user.ID).Iterator(); it.HasNext(); {
		groups.Add(uint32(idx.Ref(group, it.Next())))
	}
	return groups
}

// ManagesGroup tells whether the user may change the authorization group: superusers and its managers may.
func (a *Access) ManagesGroup(group model.ID) bool {
	return a.user.IsSuperuser || a.IsGroupManager(group)
}

// IsGroupManager tells whether the user is a member of the authorization group with the manager flag.
func (a *Access) IsGroupManager(group model.ID) bool {
	m, err := db.AuthorizationGroupMembers.Find(a.tx, "member", db.Key(group, a.user.ID))
	return err == nil && m.IsManager
}
