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
	filters: []filter{contains(db.Products, "name", "name"), reference(db.Products, "license_policy", "license_policy", seesLicensePolicy)},
	orders:  map[string]func(*call) []columnar.Key{"name": by(db.Products, "name")},
	search:  []string{"name"},
}

// listProductGroups lists product groups.
//
//	@Summary	Lists product groups
//	@ID	product_groups_list
//	@Tags	product_groups
//	@Param	license_policy	query	int	false	"license policy"
//	@Param	name	query	string	false	"name"
//	@Param	ordering	query	[]string	false	"ordering" Enums(-name, name) collectionFormat(csv)
//	@Param	page	query	int	false	"page"
//	@Param	page_size	query	int	false	"page size"
//	@Param	search	query	string	false	"search"
//	@Produce	json
//	@Success	200	{object}	schema.Page[schema.ProductGroup]
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/product_groups/	[get]
func (s *Server) listProductGroups(c *call) (reply, error) {
	present, err := newProductPresenter(c)
	if err != nil {
		return reply{}, err
	}
	return productGroupList.serve(c, shown(func(p *model.Product) (any, error) { return present.group(p, false) }))
}

// listProductGroupNames lists the names of product groups.
//
//	@Summary	Lists the names of product groups
//	@ID	product_group_names_list
//	@Tags	product_group_names
//	@Param	license_policy	query	int	false	"license policy"
//	@Param	name	query	string	false	"name"
//	@Param	ordering	query	[]string	false	"ordering" Enums(-name, name) collectionFormat(csv)
//	@Param	page	query	int	false	"page"
//	@Param	page_size	query	int	false	"page size"
//	@Param	search	query	string	false	"search"
//	@Produce	json
//	@Success	200	{object}	schema.Page[schema.ProductName]
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/product_group_names/	[get]
func (s *Server) listProductGroupNames(c *call) (reply, error) {
	return productGroupList.serve(c, shown(productName))
}

// getProductGroup shows a product group.
//
//	@Summary	Shows a product group
//	@ID	product_groups_retrieve
//	@Tags	product_groups
//	@Param	id	path	int	true	"id"
//	@Produce	json
//	@Success	200	{object}	schema.ProductGroup
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/product_groups/{id}/	[get]
func (s *Server) getProductGroup(c *call) (reply, error) {
	p, err := c.product(true, auth.ProductGroupView)
	if err != nil {
		return reply{}, err
	}
	return c.showProductGroup(p, http.StatusOK)
}

// getProductGroupName shows the name of a product group.
//
//	@Summary	Shows the name of a product group
//	@ID	product_group_names_retrieve
//	@Tags	product_group_names
//	@Param	id	path	int	true	"id"
//	@Produce	json
//	@Success	200	{object}	schema.ProductName
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/product_group_names/{id}/	[get]
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
//	@Summary	Creates a product group
//	@ID	product_groups_create
//	@Tags	product_groups
//	@Param	request	body	schema.ProductGroupRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	201	{object}	schema.ProductGroup
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/product_groups/	[post]
func (s *Server) createProductGroup(c *call) (reply, error) {
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
//	@Summary	Changes a product group
//	@ID	product_groups_update
//	@Tags	product_groups
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.ProductGroupRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	200	{object}	schema.ProductGroup
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/product_groups/{id}/	[put]
func (s *Server) updateProductGroup(c *call) (reply, error) {
	p, err := c.product(true, auth.ProductGroupEdit)
	if err != nil {
		return reply{}, err
	}
	old := *p
	if err := c.readProductGroup(p); err != nil {
		return reply{}, err
	}
	if err := products.Update(c.tx, &old, p); err != nil {
		return reply{}, c.productTaken(err)
	}
	if p, err = c.policyOfProductChanged(&old, p); err != nil {
		return reply{}, err
	}
	return c.showProductGroup(p, http.StatusOK)
}

// deleteProductGroup deletes a product group that has no products.
//
//	@Summary	Deletes a product group that has no products
//	@ID	product_groups_destroy
//	@Tags	product_groups
//	@Param	id	path	int	true	"id"
//	@Success	204
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/product_groups/{id}/	[delete]
func (s *Server) deleteProductGroup(c *call) (reply, error) {
	p, err := c.product(true, auth.ProductGroupDelete)
	if err != nil {
		return reply{}, err
	}
	return noContent(), products.Delete(c.tx, p.ID)
}
