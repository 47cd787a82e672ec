package auth

import (
	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/db"
	"secobserve/model"
)

// LicensePolicies is the set of the license policies that the user may see (licenses.md §8): public ones, those that he or one of his
// authorization groups is a member of, those of products and product groups in V, and the parents of all these. nil means all: the user is a
// superuser.
func (a *Access) LicensePolicies() *roaring.Bitmap {
	if a.user.IsSuperuser {
		return nil
	}
	idx := db.LicensePolicies.Index(a.tx)
	seen := idx.EqualInt(db.LicensePolicies.Column("is_public"), 1).Clone()
	users := db.LicensePolicyMembers
	seen.Or(users.Index(a.tx).DistinctRefs(users.Column("license_policy"), users.Referring(a.tx, "user", a.user.ID)))
	groups := db.LicensePolicyAuthorizationGroupMembers
	seen.Or(groups.Index(a.tx).DistinctRefs(groups.Column("license_policy"), a.ofAuthorizationGroups(groups.Referring)))
	seen.Or(db.Products.Index(a.tx).DistinctRefs(db.Products.Column("license_policy"), a.Visible()))
	seen.Or(idx.DistinctRefs(db.LicensePolicies.Column("parent"), seen))
	return seen
}

// LicenseGroups is the set of the license groups that the user may see (licenses.md §8): public ones, those that he or one of his authorization
// groups is a member of, and those that policies use that he sees. nil means all: the user is a superuser.
func (a *Access) LicenseGroups() *roaring.Bitmap {
	policies := a.LicensePolicies()
	if policies == nil {
		return nil
	}
	seen := db.LicenseGroups.Index(a.tx).EqualInt(db.LicenseGroups.Column("is_public"), 1).Clone()
	users := db.LicenseGroupMembers
	seen.Or(users.Index(a.tx).DistinctRefs(users.Column("license_group"), users.Referring(a.tx, "user", a.user.ID)))
	groups := db.LicenseGroupAuthorizationGroupMembers
	seen.Or(groups.Index(a.tx).DistinctRefs(groups.Column("license_group"), a.ofAuthorizationGroups(groups.Referring)))
	items := db.LicensePolicyItems
	used := items.Index(a.tx).AnyRef(items.Column("license_policy"), policies)
	seen.Or(items.Index(a.tx).DistinctRefs(items.Column("license_group"), used))
	return seen
}

// ofAuthorizationGroups are the rows that refer to an authorization group of the user.
func (a *Access) ofAuthorizationGroups(referring func(*db.Tx, string, model.ID) *roaring.Bitmap) *roaring.Bitmap {
	rows := roaring.New()
	for it := a.AuthorizationGroups().Iterator(); it.HasNext(); {
		rows.Or(referring(a.tx, "authorization_group", model.ID(it.Next())))
	}
	return rows
}

// SeesLicensePolicy tells whether the user may see a license policy.
func (a *Access) SeesLicensePolicy(id model.ID) bool {
	seen := a.LicensePolicies()
	return seen == nil || seen.Contains(uint32(id))
}

// SeesLicenseGroup tells whether the user may see a license group.
func (a *Access) SeesLicenseGroup(id model.ID) bool {
	seen := a.LicenseGroups()
	return seen == nil || seen.Contains(uint32(id))
}

// IsLicensePolicyManager tells whether the user, or an authorization group of his, is a member of the policy with the manager flag.
func (a *Access) IsLicensePolicyManager(policy model.ID) bool {
	m, err := db.LicensePolicyMembers.Find(a.tx, "member", db.Key(policy, a.user.ID))
	if err == nil && m.IsManager {
		return true
	}
	for it := a.AuthorizationGroups().Iterator(); it.HasNext(); {
		m, err := db.LicensePolicyAuthorizationGroupMembers.Find(a.tx, "member", db.Key(policy, model.ID(it.Next())))
		if err == nil && m.IsManager {
			return true
		}
	}
	return false
}

// IsLicenseGroupManager tells whether the user, or an authorization group of his, is a member of the license group with the manager flag.
func (a *Access) IsLicenseGroupManager(group model.ID) bool {
	m, err := db.LicenseGroupMembers.Find(a.tx, "member", db.Key(group, a.user.ID))
	if err == nil && m.IsManager {
		return true
	}
	for it := a.AuthorizationGroups().Iterator(); it.HasNext(); {
		m, err := db.LicenseGroupAuthorizationGroupMembers.Find(a.tx, "member", db.Key(group, model.ID(it.Next())))
		if err == nil && m.IsManager {
			return true
		}
	}
	return false
}

// ManagesLicensePolicy tells whether the user may change a license policy with its items and members.
func (a *Access) ManagesLicensePolicy(policy model.ID) bool {
	return a.user.IsSuperuser || a.IsLicensePolicyManager(policy)
}

// ManagesLicenseGroup tells whether the user may change a license group with its licenses and members.
func (a *Access) ManagesLicenseGroup(group model.ID) bool {
	return a.user.IsSuperuser || a.IsLicenseGroupManager(group)
}
