package licenses

import (
	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/db"
	"secobserve/model"
)

// ProductsOf are the products for which one of the policies, or a child of one, holds: those that it is assigned to, and those without a policy
// of their own in a group that it is assigned to.
func ProductsOf(tx *db.Tx, policies *roaring.Bitmap) *roaring.Bitmap {
	holding := policies.Clone()
	for it := policies.Iterator(); it.HasNext(); {
		holding.Or(db.LicensePolicies.Referring(tx, "parent", model.ID(it.Next())))
	}
	return assigned(tx, holding)
}

// assigned are the products for which one of the policies holds.
func assigned(tx *db.Tx, policies *roaring.Bitmap) *roaring.Bitmap {
	idx, policy := db.Products.Index(tx), db.Products.Column("license_policy")
	groups := idx.EqualInt(db.Products.Column("is_product_group"), 1)
	bearers := idx.AnyRef(policy, policies)
	products := roaring.AndNot(bearers, groups)
	inherited := idx.AnyRef(db.Products.Column("product_group"), roaring.And(bearers, groups))
	inherited.And(idx.EqualRef(policy, 0))
	products.Or(inherited)
	return products
}

// policiesWith are the policies that have an item for one of the groups.
func policiesWith(tx *db.Tx, groups []model.ID) *roaring.Bitmap {
	t := db.LicensePolicyItems
	items := roaring.New()
	for _, group := range groups {
		items.Or(t.Referring(tx, "license_group", group))
	}
	return t.Index(tx).DistinctRefs(t.Column("license_policy"), items)
}

// ReevaluateGroups evaluates the components of all products whose policies use one of the license groups.
func ReevaluateGroups(tx *db.Tx, groups []model.ID, now model.Time) error {
	return ReevaluatePolicies(tx, policiesWith(tx, groups), now)
}

// ReevaluatePolicies evaluates the components of all products for which one of the policies, or a child of one, holds.
func ReevaluatePolicies(tx *db.Tx, policies *roaring.Bitmap, now model.Time) error {
	products := ProductsOf(tx, policies)
	if products.IsEmpty() {
		return nil
	}
	_, err := ReevaluateProducts(tx, products, now)
	return err
}
