package handlers

import (
	"errors"
	"net/http"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/auth"
	"secobserve/db"
	"secobserve/db/columnar"
	"secobserve/handlers/rest"
	"secobserve/handlers/schema"
	"secobserve/model"
	"secobserve/products"
)

// productList is the list of products; product_names shows the same rows.
var productList = list[model.Product]{
	table: db.Products,
	scope: func(c *call) *roaring.Bitmap { return productsOfKind(c, 0, c.access.Memberships()) },
	filters: []filter{
		contains(db.Products, "name", "name"),
		flag(db.Products, "security_gate_passed", "security_gate_passed"),
		reference(db.Products, "product_group", "product_group", memberOfGroup),
		reference(db.Products, "license_policy", "license_policy", seesLicensePolicy),
		age(db.Products, "last_observation_change"),
	},
	orders: map[string]func(*call) []columnar.Key{
		"name":                    by(db.Products, "name"),
		"security_gate_passed":    by(db.Products, "security_gate_passed"),
		"product_group_name":      byRef(db.Products, "product_group", db.Products, "name"),
		"last_observation_change": by(db.Products, "last_observation_change"),
	},
	search: []string{"name"},
}

// productsOfKind keeps the products (0) or the product groups (1) among reached; nil stands for all.
func productsOfKind(c *call, kind int64, reached *roaring.Bitmap) *roaring.Bitmap {
	ofKind := db.Products.Index(c.tx).EqualInt(db.Products.Column("is_product_group"), kind)
	if reached == nil {
		return ofKind
	}
	return roaring.And(ofKind, reached)
}

func memberOfGroup(c *call, id model.ID) bool {
	p, err := db.Products.Get(c.tx, id)
	return err == nil && p.IsProductGroup && c.access.Member(p)
}

// listProducts lists products.
//
//	@Summary	Lists products
//	@ID	products_list
//	@Tags	products
//	@Param	age	query	string	false	"age" Enums(Past 30 days, Past 365 days, Past 7 days, Past 90 days, Today)
//	@Param	license_policy	query	int	false	"license policy"
//	@Param	name	query	string	false	"name"
//	@Param	ordering	query	[]string	false	"ordering" Enums(-last_observation_change, -name, -product_group_name, -security_gate_passed, last_observation_change, name, product_group_name, security_gate_passed) collectionFormat(csv)
//	@Param	page	query	int	false	"page"
//	@Param	page_size	query	int	false	"page size"
//	@Param	product_group	query	int	false	"product group"
//	@Param	search	query	string	false	"search"
//	@Param	security_gate_passed	query	bool	false	"security gate passed"
//	@Produce	json
//	@Success	200	{object}	schema.Page[schema.ProductList]
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/products/	[get]
func (s *Server) listProducts(c *call) (reply, error) {
	present, err := newProductPresenter(c)
	if err != nil {
		return reply{}, err
	}
	return productList.serve(c, shown(func(p *model.Product) (any, error) { return present.list(p) }))
}

// listProductNames lists the names of products.
//
//	@Summary	Lists the names of products
//	@ID	product_names_list
//	@Tags	product_names
//	@Param	age	query	string	false	"age" Enums(Past 30 days, Past 365 days, Past 7 days, Past 90 days, Today)
//	@Param	license_policy	query	int	false	"license policy"
//	@Param	name	query	string	false	"name"
//	@Param	ordering	query	[]string	false	"ordering" Enums(-last_observation_change, -name, -product_group_name, -security_gate_passed, last_observation_change, name, product_group_name, security_gate_passed) collectionFormat(csv)
//	@Param	page	query	int	false	"page"
//	@Param	page_size	query	int	false	"page size"
//	@Param	product_group	query	int	false	"product group"
//	@Param	search	query	string	false	"search"
//	@Param	security_gate_passed	query	bool	false	"security gate passed"
//	@Produce	json
//	@Success	200	{object}	schema.Page[schema.ProductName]
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/product_names/	[get]
func (s *Server) listProductNames(c *call) (reply, error) {
	return productList.serve(c, shown(productName))
}

func productName(p *model.Product) (any, error) {
	return schema.ProductName{ID: p.ID, Name: p.Name}, nil
}

// product finds the product, or with group the product group, of the path, on which the caller needs the permission.
func (c *call) product(group bool, permission auth.Permission) (*model.Product, error) {
	id, err := c.pathID("Product")
	if err != nil {
		return nil, err
	}
	p, err := db.Products.Get(c.tx, id)
	if errors.Is(err, db.ErrNotFound) || err == nil && (p.IsProductGroup != group || !c.access.Member(p)) {
		return nil, rest.NotFound("Product")
	}
	if err != nil {
		return nil, err
	}
	return p, c.require(p, permission)
}

// require checks a permission of the caller on a product.
func (c *call) require(p *model.Product, permission auth.Permission) error {
	if !c.may(p, permission) {
		return rest.Forbidden()
	}
	return nil
}

// may tells whether the caller has a permission on a product.
func (c *call) may(p *model.Product, permission auth.Permission) bool {
	c.checked(permission)
	return c.access.May(p, permission)
}

// getProduct shows a product.
//
//	@Summary	Shows a product
//	@ID	products_retrieve
//	@Tags	products
//	@Param	id	path	int	true	"id"
//	@Produce	json
//	@Success	200	{object}	schema.Product
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/products/{id}/	[get]
func (s *Server) getProduct(c *call) (reply, error) {
	p, err := c.product(false, auth.ProductView)
	if err != nil {
		return reply{}, err
	}
	return c.showProduct(p, http.StatusOK)
}

// getProductName shows the name of a product.
//
//	@Summary	Shows the name of a product
//	@ID	product_names_retrieve
//	@Tags	product_names
//	@Param	id	path	int	true	"id"
//	@Produce	json
//	@Success	200	{object}	schema.ProductName
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/product_names/{id}/	[get]
func (s *Server) getProductName(c *call) (reply, error) {
	p, err := c.product(false, auth.ProductView)
	if err != nil {
		return reply{}, err
	}
	return ok(schema.ProductName{ID: p.ID, Name: p.Name}), nil
}

func (c *call) showProduct(p *model.Product, status int) (reply, error) {
	present, err := newProductPresenter(c)
	if err != nil {
		return reply{}, err
	}
	body, err := present.detail(p, status == http.StatusCreated)
	return reply{status: status, body: body}, err
}

// createProduct creates a product; its creator becomes the owner.
//
//	@Summary	Creates a product
//	@ID	products_create
//	@Tags	products
//	@Param	request	body	schema.ProductRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	201	{object}	schema.Product
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/products/	[post]
func (s *Server) createProduct(c *call) (reply, error) {
	p := model.NewProduct(c.moment())
	if err := c.readProduct(&p); err != nil {
		return reply{}, err
	}
	if err := products.Create(c.tx, &p, c.userID()); err != nil {
		return reply{}, c.productTaken(err)
	}
	return c.showProduct(&p, http.StatusCreated)
}

func (c *call) productTaken(err error) error {
	var taken *db.UniqueError
	if errors.As(err, &taken) && taken.Table == "products" {
		return rest.FieldError("name", "product with this name already exists.")
	}
	return err
}

// updateProduct changes a product.
//
//	@Summary	Changes a product
//	@ID	products_update
//	@Tags	products
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.ProductRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	200	{object}	schema.Product
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/products/{id}/	[put]
func (s *Server) updateProduct(c *call) (reply, error) {
	p, err := c.product(false, auth.ProductEdit)
	if err != nil {
		return reply{}, err
	}
	old := *p
	if err := c.readProduct(p); err != nil {
		return reply{}, err
	}
	if err := products.Update(c.tx, &old, p); err != nil {
		return reply{}, c.productTaken(err)
	}
	if p, err = c.policyOfProductChanged(&old, p); err != nil {
		return reply{}, err
	}
	return c.showProduct(p, http.StatusOK)
}

// deleteProduct deletes a product that has no observations.
//
//	@Summary	Deletes a product that has no observations
//	@ID	products_destroy
//	@Tags	products
//	@Param	id	path	int	true	"id"
//	@Success	204
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/products/{id}/	[delete]
func (s *Server) deleteProduct(c *call) (reply, error) {
	p, err := c.product(false, auth.ProductDelete)
	if err != nil {
		return reply{}, err
	}
	return noContent(), products.Delete(c.tx, p.ID)
}
