package auth

import "secobserve/model"

// Role of a member on a product or product group (access.md §7.1). A higher number is not always more: Upload ranks above Reader but
// views nothing.
type Role = model.Role

// The roles. 0 is no role.
const (
	Reader     = model.RoleReader
	Upload     = model.RoleUpload
	Writer     = model.RoleWriter
	Maintainer = model.RoleMaintainer
	Owner      = model.RoleOwner
)

// ValidRole tells whether the number is a role (1 to 5).
func ValidRole(r Role) bool { return r >= Reader && r <= Owner }

// roleSet is a set of roles, as a bit per number.
type roleSet uint8

func rolesOf(roles ...Role) roleSet {
	var s roleSet
	for _, r := range roles {
		s |= 1 << r
	}
	return s
}

func (s roleSet) has(r Role) bool { return s&(1<<r) != 0 }

// Effective combines all roles that a caller holds on a product: by direct membership in it or its group, and through authorization
// groups (access.md §7.3). The permissions are the union, so that a Reader who is Upload as well loses nothing; highest is the role with
// the highest number, for the Owner checks of §7.5, and 0 without role. Numbers that are no role count for nothing. A superuser has
// Effective(Owner).
func Effective(roles ...Role) (permissions Set, highest Role) {
	for _, r := range roles {
		if !ValidRole(r) {
			continue
		}
		permissions = permissions.Union(PermissionSet(r))
		highest = max(highest, r)
	}
	return permissions, highest
}

// UserPermissions is the set in a user's own representation: who may create products and product groups (access.md §2.2). Internal users
// may, and superusers even when they are external (§2.5, Improve).
func UserPermissions(isExternal, isSuperuser bool) Set {
	if isExternal && !isSuperuser {
		return Set{}
	}
	return SetOf(ProductCreate, ProductGroupCreate)
}
