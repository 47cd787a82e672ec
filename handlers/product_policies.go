package handlers

import (
	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/db"
	"secobserve/licenses"
	"secobserve/model"
)

// policyOfProductChanged evaluates the components of a product, or of the products of a group, if another license policy holds for them now; it
// returns the product as it is stored then.
func (c *call) policyOfProductChanged(before, after *model.Product) (*model.Product, error) {
	if before.LicensePolicy == after.LicensePolicy && before.ProductGroup == after.ProductGroup {
		return after, nil
	}
	if _, err := licenses.ReevaluateProducts(c.tx, roaring.BitmapOf(uint32(after.ID)), c.moment()); err != nil {
		return nil, err
	}
	return db.Products.Get(c.tx, after.ID)
}
