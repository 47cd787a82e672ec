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

var branchFilters = []filter{
	reference(db.Branches, "product", "product", memberOf),
	exact(db.Branches, "name", "name"),
	{"for_observations", branchesWith(db.Observations)},
	{"for_license_components", branchesWith(db.LicenseComponents)},
}

var branchOrders = map[string]func(*call) []columnar.Key{
	"name": by(db.Branches, "name"), "last_import": by(db.Branches, "last_import"),
	"purl": by(db.Branches, "purl"), "cpe23": by(db.Branches, "cpe23"),
}

// branchList is for members with any role: pipelines ask for the gate of a branch.
var branchList = list[model.Branch]{table: db.Branches, scope: inProducts(db.Branches, "product", memberships), filters: branchFilters,
	orders: branchOrders, search: []string{"name"}}

// branchNameList feeds filters; it needs a role that may view.
var branchNameList = list[model.Branch]{table: db.Branches, scope: inProducts(db.Branches, "product", visible), filters: branchFilters,
	orders: branchOrders, search: []string{"name"}}

// branchesWith keeps the branches of the product that have rows of a table, and its default branch. Without a product it keeps all.
func branchesWith[T any](t *db.Table[T]) func(*call, rest.Query, string, *roaring.Bitmap) (*roaring.Bitmap, error) {
	return func(c *call, q rest.Query, name string, _ *roaring.Bitmap) (*roaring.Bitmap, error) {
		wanted, _ := q.Bool(name)
		product, hasProduct, err := q.Reference("product")
		if err != nil || !wanted || !hasProduct {
			return nil, err
		}
		p, err := db.Products.Get(c.tx, model.ID(product))
		if err != nil {
			return nil, rest.BadReference("product")
		}
		used := roaring.New()
		for it := db.Branches.Referring(c.tx, "product", p.ID).Iterator(); it.HasNext(); {
			branch := model.ID(it.Next())
			if branch == p.RepositoryDefaultBranch || !t.Referring(c.tx, "branch", branch).IsEmpty() {
				used.Add(uint32(branch))
			}
		}
		return used, nil
	}
}

// listBranches lists branches.
//
//	@Summary	Lists branches
//	@ID	branches_list
//	@Tags	branches
//	@Param	for_license_components	query	string	false	"for license components"
//	@Param	for_observations	query	string	false	"for observations"
//	@Param	name	query	string	false	"name"
//	@Param	ordering	query	[]string	false	"ordering" Enums(-cpe23, -last_import, -name, -purl, cpe23, last_import, name, purl) collectionFormat(csv)
//	@Param	page	query	int	false	"page"
//	@Param	page_size	query	int	false	"page size"
//	@Param	product	query	int	false	"product"
//	@Param	search	query	string	false	"search"
//	@Produce	json
//	@Success	200	{object}	schema.Page[schema.Branch]
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/branches/	[get]
func (s *Server) listBranches(c *call) (reply, error) {
	parts := newPartPresenter(c)
	return branchList.serve(c, shown(func(b *model.Branch) (any, error) { return parts.branch(b, true) }))
}

// listBranchNames lists the names of branches.
//
//	@Summary	Lists the names of branches
//	@ID	branch_names_list
//	@Tags	branch_names
//	@Param	for_license_components	query	string	false	"for license components"
//	@Param	for_observations	query	string	false	"for observations"
//	@Param	name	query	string	false	"name"
//	@Param	ordering	query	[]string	false	"ordering" Enums(-cpe23, -last_import, -name, -purl, cpe23, last_import, name, purl) collectionFormat(csv)
//	@Param	page	query	int	false	"page"
//	@Param	page_size	query	int	false	"page size"
//	@Param	product	query	int	false	"product"
//	@Param	search	query	string	false	"search"
//	@Produce	json
//	@Success	200	{object}	schema.Page[schema.BranchName]
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/branch_names/	[get]
func (s *Server) listBranchNames(c *call) (reply, error) {
	parts := newPartPresenter(c)
	return branchNameList.serve(c, shown(func(b *model.Branch) (any, error) { return parts.branchName(b) }))
}

// branch finds the branch of the path, on whose product the caller needs the permission.
func (c *call) branch(permission auth.Permission) (*model.Branch, error) {
	return ofProduct(c, db.Branches, permission, func(b *model.Branch) model.ID { return b.Product })
}

// ofProduct finds the row of the path in a table whose rows belong to products: invisible ones are not found, visible ones need the
// permission.
func ofProduct[T any](c *call, t *db.Table[T], permission auth.Permission, product func(*T) model.ID) (*T, error) {
	id, err := c.pathID(t.Class())
	if err != nil {
		return nil, err
	}
	row, err := t.Get(c.tx, id)
	if errors.Is(err, db.ErrNotFound) {
		return nil, rest.NotFound(t.Class())
	}
	if err != nil {
		return nil, err
	}
	p, err := db.Products.Get(c.tx, product(row))
	if err != nil {
		return nil, err
	}
	if !c.access.Member(p) {
		return nil, rest.NotFound(t.Class())
	}
	if permission == 0 { // the caller checks more than a permission
		return row, nil
	}
	return row, c.require(p, permission)
}

// parent finds the product that the body of a creation names; the caller needs the permission on it (access.md §9.1).
func (c *call) parent(permission auth.Permission) (*model.Product, error) {
	fields, err := c.body.Object(c.r)
	if err != nil {
		return nil, err
	}
	id, err := rest.Parent(fields, "product", "Product", c.productExists)
	if err != nil {
		return nil, err
	}
	p, err := db.Products.Get(c.tx, id)
	if err != nil {
		return nil, err
	}
	return p, c.require(p, permission)
}

// getBranch shows a branch.
//
//	@Summary	Shows a branch
//	@ID	branches_retrieve
//	@Tags	branches
//	@Param	id	path	int	true	"id"
//	@Produce	json
//	@Success	200	{object}	schema.Branch
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/branches/{id}/	[get]
func (s *Server) getBranch(c *call) (reply, error) {
	b, err := c.branch(auth.BranchView)
	if err != nil {
		return reply{}, err
	}
	body, err := newPartPresenter(c).branch(b, true)
	return ok(body), err
}

// getBranchName shows the name of a branch.
//
//	@Summary	Shows the name of a branch
//	@ID	branch_names_retrieve
//	@Tags	branch_names
//	@Param	id	path	int	true	"id"
//	@Produce	json
//	@Success	200	{object}	schema.BranchName
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/branch_names/{id}/	[get]
func (s *Server) getBranchName(c *call) (reply, error) {
	b, err := c.branch(auth.BranchView)
	if err != nil {
		return reply{}, err
	}
	body, err := newPartPresenter(c).branchName(b)
	return ok(body), err
}

// createBranch creates a branch.
//
//	@Summary	Creates a branch
//	@ID	branches_create
//	@Tags	branches
//	@Param	request	body	schema.BranchRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	201	{object}	schema.Branch
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/branches/	[post]
func (s *Server) createBranch(c *call) (reply, error) {
	if _, err := c.parent(auth.BranchCreate); err != nil {
		return reply{}, err
	}
	b := model.Branch{}
	if err := c.readBranch(&b); err != nil {
		return reply{}, err
	}
	if err := products.CreateBranch(c.tx, &b, c.moment()); err != nil {
		return reply{}, taken(err, "branches", "product, name")
	}
	body, err := newPartPresenter(c).branch(&b, false)
	return created(body), err
}

// updateBranch changes a branch.
//
//	@Summary	Changes a branch
//	@ID	branches_update
//	@Tags	branches
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.BranchRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	200	{object}	schema.Branch
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/branches/{id}/	[put]
func (s *Server) updateBranch(c *call) (reply, error) {
	b, err := c.branch(auth.BranchEdit)
	if err != nil {
		return reply{}, err
	}
	old := *b
	if err := c.readBranch(b); err != nil {
		return reply{}, err
	}
	if err := products.UpdateBranch(c.tx, &old, b, c.moment()); err != nil {
		return reply{}, taken(err, "branches", "product, name")
	}
	body, err := newPartPresenter(c).branch(b, true)
	return reply{status: http.StatusOK, body: body}, err
}

// deleteBranch deletes a branch with its observations; the default branch stays.
//
//	@Summary	Deletes a branch with its observations
//	@ID	branches_destroy
//	@Tags	branches
//	@Param	id	path	int	true	"id"
//	@Success	204
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/branches/{id}/	[delete]
func (s *Server) deleteBranch(c *call) (reply, error) {
	b, err := c.branch(auth.BranchDelete)
	if err != nil {
		return reply{}, err
	}
	if b.IsDefaultBranch {
		return reply{}, rest.BadRequest("You cannot delete the default branch of a product.")
	}
	return noContent(), db.Branches.Delete(c.tx, b.ID)
}

func (c *call) readBranch(b *model.Branch) error {
	f, err := c.form(c.mode())
	if err != nil {
		return err
	}
	product := b.Product
	rest.Text(f, "name", &b.Name, rest.TextRule{Required: true, Max: maxName})
	rest.Bool(f, "is_default_branch", &b.IsDefaultBranch)
	rest.Timestamp(f, "last_import", &b.LastImport, c.Location)
	rest.Bool(f, "housekeeping_protect", &b.HousekeepingProtect)
	rest.Text(f, "purl", &b.PURL, rest.TextRule{Max: maxName, Check: model.ValidatePURL})
	rest.Text(f, "cpe23", &b.CPE23, rest.TextRule{Max: maxName, Check: model.ValidateCPE23})
	rest.Choice(f, "osv_linux_distribution", &b.OSVLinuxDistribution, model.OSVLinuxDistributions, false, true)
	rest.Text(f, "osv_linux_release", &b.OSVLinuxRelease, rest.TextRule{Max: maxName})
	rest.Ref(f, "product", &b.Product, rest.RefRule{Required: true, Exists: c.productExists})
	if f.OK() && product != 0 && b.Product != product {
		f.FailAll("Product cannot be changed")
	}
	if f.OK() && b.OSVLinuxRelease != "" && b.OSVLinuxDistribution == "" {
		f.FailAll("osv_linux_release cannot be set without osv_linux_distribution")
	}
	return f.Err()
}

// taken turns the violation of a unique combination of fields into its error.
func taken(err error, table, fields string) error {
	var unique *db.UniqueError
	if errors.As(err, &unique) && unique.Table == table {
		return rest.NonFieldError("The fields " + fields + " must make a unique set.")
	}
	return err
}

// partPresenter makes the representations of the parts of products: branches and services.
type partPresenter struct {
	*call
	counter  *products.Counter
	licenses *products.LicenseCounter
	products map[model.ID]*model.Product
}

func newPartPresenter(c *call) *partPresenter {
	return &partPresenter{call: c, counter: products.NewCounter(c.tx), licenses: products.NewLicenseCounter(c.tx), products: make(map[model.ID]*model.Product)}
}

func (p *partPresenter) product(id model.ID) (*model.Product, error) {
	if row := p.products[id]; row != nil {
		return row, nil
	}
	row, err := db.Products.Get(p.tx, id)
	p.products[id] = row
	return row, err
}

func (p *partPresenter) nameWithProduct(name string, product model.ID) (string, error) {
	row, err := p.product(product)
	if err != nil {
		return "", err
	}
	return name + " (" + row.Name + ")", nil
}

func (p *partPresenter) branch(b *model.Branch, counted bool) (schema.Branch, error) {
	name, err := p.nameWithProduct(b.Name, b.Product)
	if err != nil {
		return schema.Branch{}, err
	}
	out := schema.Branch{ID: b.ID, NameWithProduct: name, Name: b.Name, IsDefaultBranch: b.IsDefaultBranch,
		LastImport: p.optionalTimestamp(b.LastImport), HousekeepingProtect: b.HousekeepingProtect, PURL: b.PURL, CPE23: b.CPE23,
		OSVLinuxDistribution: b.OSVLinuxDistribution, OSVLinuxRelease: b.OSVLinuxRelease, Product: b.Product}
	if counted {
		out.PartCounts = partCounts(p.counter.Branch(b.ID), p.licenses.Branch(b.ID))
	}
	return out, nil
}

func (p *partPresenter) branchName(b *model.Branch) (schema.BranchName, error) {
	name, err := p.nameWithProduct(b.Name, b.Product)
	return schema.BranchName{ID: b.ID, Name: b.Name, NameWithProduct: name}, err
}

// partCounts are the counts of a branch or service.
func partCounts(n products.Counts, l products.LicenseCounts) schema.PartCounts {
	return schema.PartCounts{
		ActiveCriticalObservationCount: &n[0], ActiveHighObservationCount: &n[1], ActiveMediumObservationCount: &n[2],
		ActiveLowObservationCount: &n[3], ActiveNoneObservationCount: &n[4], ActiveUnknownObservationCount: &n[5],
		ForbiddenLicensesCount: &l[0], ReviewRequiredLicensesCount: &l[1], UnknownLicensesCount: &l[2], AllowedLicensesCount: &l[3],
		IgnoredLicensesCount: &l[4],
	}
}
