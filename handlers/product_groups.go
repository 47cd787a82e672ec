package handlers

import (
	"net/http"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/auth"
	"secobserve/db"
	"secobserve/db/columnar"
	"secobserve/handlers/schema"
	"secobserve/model"
	"secobserve/products"
)

var productGroupList = list[model.Product]{
	table:   db.Products,
	scope:   func(c *call) *roaring.Bitmap { return productsOfKind(c, 1, c.access.Visible()) },
	filters: []filter{contains(db.Products, "name", "name"), {"license_policy", noLicensePolicy}},
	orders:  map[string]func(*call) []columnar.Key{"name": by(db.Products, "name")},
	search:  []string{"name"},
}

// listProductGroups lists product groups.
//
//	@ID	product_groups_list
func (s *Server) listProductGroups(c *call) (reply, error) {
	present, err := newProductPresenter(c)
	if err != nil {
		return reply{}, err
	}
	return productGroupList.serve(c, shown(func(p *model.Product) (any, error) { return present.group(p, false) }))
}

// listProductGroupNames lists the names of product groups.
//
//	@ID	product_group_names_list
func (s *Server) listProductGroupNames(c *call) (reply, error) {
	return productGroupList.serve(c, shown(productName))
}

// getProductGroup shows a product group.
//
//	@ID	product_groups_retrieve
func (s *Server) getProductGroup(c *call) (reply, error) {
	p, err := c.product(true, auth.ProductGroupView)
	if err != nil {
		return reply{}, err
	}
	return c.showProductGroup(p, http.StatusOK)
}

// getProductGroupName shows the name of a product group.
//
//	@ID	product_group_names_retrieve
func (s *Server) getProductGroupName(c *call) (reply, error) {
	p, err := c.product(true, auth.ProductGroupView)
	if err != nil {
		return reply{}, err
	}
	return ok(schema.ProductName{ID: p.ID, Name: p.Name}), nil
}

func (c *call) showProductGroup(p *model.Product, status int) (reply, error) {
	present, err := newProductPresenter(c)
	if err != nil {
		return reply{}, err
	}
	body, err := present.group(p, status == http.StatusCreated)
	return reply{status: status, body: body}, err
}

// createProductGroup creates a product group; its creator becomes the owner.
//
//	@ID	product_groups_create
func (s *Server) createProductGroup(c *call) (reply, error) {
	if err := c.mayCreate(); err != nil {
		return reply{}, err
	}
	p := model.NewProduct(c.moment())
	p.IsProductGroup = true
	if err := c.readProductGroup(&p); err != nil {
		return reply{}, err
	}
	if err := products.Create(c.tx, &p, c.userID()); err != nil {
		return reply{}, c.productTaken(err)
	}
	return c.showProductGroup(&p, http.StatusCreated)
}

// updateProductGroup changes a product group.
//
//	@ID	product_groups_update
func (s *Server) updateProductGroup(c *call) (reply, error) {
	p, err := c.product(true, auth.ProductGroupEdit)
	if err != nil {
		return reply{}, err
	}
	if err := c.readProductGroup(p); err != nil {
		return reply{}, err
	}
	if err := products.Update(c.tx, p); err != nil {
		return reply{}, c.productTaken(err)
	}
	return c.showProductGroup(p, http.StatusOK)
}

// deleteProductGroup deletes a product group that has no products.
//
//	@ID	product_groups_destroy
func (s *Server) deleteProductGroup(c *call) (reply, error) {
	p, err := c.product(true, auth.ProductGroupDelete)
	if err != nil {
		return reply{}, err
	}
	return noContent(), products.Delete(c.tx, p.ID)
}
