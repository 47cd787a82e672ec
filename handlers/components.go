package handlers

import (
	"encoding/hex"
	"errors"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/gorilla/mux"

	"secobserve/auth"
	"secobserve/db"
	"secobserve/db/columnar"
	"secobserve/handlers/rest"
	"secobserve/handlers/schema"
	"secobserve/model"
)

// componentList is the list of components; component_names shows the same rows.
var componentList = list[model.Component]{
	table: db.Components,
	scope: inProducts(db.Components, "product", visible),
	filters: []filter{
		reference(db.Components, "product", "product", memberOf),
		reference(db.Components, "branch", "branch", memberOfBranch),
		reference(db.Components, "origin_service", "origin_service", memberOfService),
		productGroup(db.Components, "product_group", "product"),
		contains(db.Components, "component_name_version", "component_name_version"),
		refContains(db.Components, "branch_name", "branch", db.Branches, "name"),
		refContains(db.Components, "origin_service_name", "origin_service", db.Services, "name"),
		exact(db.Components, "component_type", "component_type"),
		exact(db.Components, "component_purl_type", "component_purl_type"),
		flag(db.Components, "has_observations", "has_observations"),
	},
	orders:   componentOrders(),
	standard: by(db.Components, "key"),
	search:   []string{"component_name_version"},
}

// componentOrders are the orders of the list of components (core-products.md §13).
func componentOrders() map[string]func(*call) []columnar.Key {
	t := db.Components
	product, branch := byRef(t, "product", db.Products, "name"), byRef(t, "branch", db.Branches, "name")
	service, name := byRef(t, "origin_service", db.Services, "name"), by(t, "component_name_version")
	return map[string]func(*call) []columnar.Key{
		"id":                          by(t, "key"),
		"product_name":                byAll(product, branch, name),
		"component_type":              byAll(by(t, "component_type"), product, branch, name),
		"product_group_name":          byAll(byProductGroup(t), branch, name),
		"branch_name":                 byAll(branch, product, name),
		"component_name_version_type": byAll(name, product, branch),
		"origin_service_name":         byAll(service, product, branch, name),
		"has_observations":            byAll(by(t, "has_observations"), product, branch, name),
	}
}

// listComponents lists the components of observations and SBOMs.
//
//	@Summary	Lists the components of observations and SBOMs
//	@ID	components_list
//	@Tags	components
//	@Param	branch	query	int	false	"branch"
//	@Param	branch_name	query	string	false	"branch name"
//	@Param	component_name_version	query	string	false	"component name version"
//	@Param	component_purl_type	query	string	false	"component purl type"
//	@Param	component_type	query	string	false	"component type"
//	@Param	has_observations	query	bool	false	"has observations"
//	@Param	ordering	query	[]string	false	"ordering" Enums(-branch_name, -component_name_version_type, -component_type, -has_observations, -id, -origin_service_name, -product_group_name, -product_name, branch_name, component_name_version_type, component_type, has_observations, id, origin_service_name, product_group_name, product_name) collectionFormat(csv)
//	@Param	origin_service	query	int	false	"origin service"
//	@Param	origin_service_name	query	string	false	"origin service name"
//	@Param	page	query	int	false	"page"
//	@Param	page_size	query	int	false	"page size"
//	@Param	product	query	int	false	"product"
//	@Param	product_group	query	int	false	"product group"
//	@Param	search	query	string	false	"search"
//	@Produce	json
//	@Success	200	{object}	schema.Page[schema.Component]
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/components/	[get]
func (s *Server) listComponents(c *call) (reply, error) {
	p, err := newObservationPresenter(c)
	if err != nil {
		return reply{}, err
	}
	return componentList.serve(c, shown(func(row *model.Component) (any, error) { return p.component(row) }))
}

// listComponentNames lists the names of components.
//
//	@Summary	Lists the names of components
//	@ID	component_names_list
//	@Tags	component_names
//	@Param	branch	query	int	false	"branch"
//	@Param	branch_name	query	string	false	"branch name"
//	@Param	component_name_version	query	string	false	"component name version"
//	@Param	component_purl_type	query	string	false	"component purl type"
//	@Param	component_type	query	string	false	"component type"
//	@Param	has_observations	query	bool	false	"has observations"
//	@Param	ordering	query	[]string	false	"ordering" Enums(-branch_name, -component_name_version_type, -component_type, -has_observations, -id, -origin_service_name, -product_group_name, -product_name, branch_name, component_name_version_type, component_type, has_observations, id, origin_service_name, product_group_name, product_name) collectionFormat(csv)
//	@Param	origin_service	query	int	false	"origin service"
//	@Param	origin_service_name	query	string	false	"origin service name"
//	@Param	page	query	int	false	"page"
//	@Param	page_size	query	int	false	"page size"
//	@Param	product	query	int	false	"product"
//	@Param	product_group	query	int	false	"product group"
//	@Param	search	query	string	false	"search"
//	@Produce	json
//	@Success	200	{object}	schema.Page[schema.ComponentName]
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/component_names/	[get]
func (s *Server) listComponentNames(c *call) (reply, error) {
	return componentList.serve(c, shown(func(row *model.Component) (any, error) { return showComponentName(row), nil }))
}

// getComponent shows a component.
//
//	@Summary	Shows a component
//	@ID	components_retrieve
//	@Tags	components
//	@Param	id	path	string	true	"id"
//	@Produce	json
//	@Success	200	{object}	schema.Component
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/components/{id}/	[get]
func (s *Server) getComponent(c *call) (reply, error) {
	row, err := c.component(mux.Vars(c.r)["id"])
	if err != nil {
		return reply{}, err
	}
	p, err := newObservationPresenter(c)
	if err != nil {
		return reply{}, err
	}
	body, err := p.component(row)
	return ok(body), err
}

// getComponentName shows the name of a component.
//
//	@Summary	Shows the name of a component
//	@ID	component_names_retrieve
//	@Tags	component_names
//	@Param	id	path	string	true	"id"
//	@Produce	json
//	@Success	200	{object}	schema.ComponentName
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/component_names/{id}/	[get]
func (s *Server) getComponentName(c *call) (reply, error) {
	row, err := c.component(mux.Vars(c.r)["id"])
	if err != nil {
		return reply{}, err
	}
	return ok(showComponentName(row)), nil
}

// component finds a component that the caller may view by the id that the API gives it.
func (c *call) component(id string) (*model.Component, error) {
	row, p, err := c.memberComponent(id)
	if err != nil {
		return nil, err
	}
	if row == nil {
		return nil, rest.NotFound("Component")
	}
	return row, c.require(p, auth.ProductView)
}

// memberComponent is a component with its product; nil if there is none or the caller is no member of the product.
func (c *call) memberComponent(id string) (*model.Component, *model.Product, error) {
	key, err := hex.DecodeString(id)
	if err != nil {
		return nil, nil, nil //nolint:nilerr // what is no key is the key of nothing
	}
	row, err := db.Components.Find(c.tx, "key", key)
	if errors.Is(err, db.ErrNotFound) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	p, err := db.Products.Get(c.tx, row.Product)
	if err != nil || !c.access.Member(p) {
		return nil, nil, err
	}
	return row, p, nil
}

// ofComponent filters observations by a component of the list of components: where it is has to be the same, so that one without a branch
// does not bring the observations of all branches. It is an addition to the contract.
var ofComponent = filter{"component", func(c *call, q rest.Query, name string, _ *roaring.Bitmap) (*roaring.Bitmap, error) {
	id, err := q.Text(name)
	if err != nil || id == "" {
		return nil, err
	}
	row, _, err := c.memberComponent(id)
	if err != nil {
		return nil, err
	}
	if row == nil {
		return nil, rest.BadReference(name)
	}
	t, idx := db.Observations, db.Observations.Index(c.tx)
	return roaring.FastAnd(
		idx.EqualText(t.Column("origin_component_name_version"), row.ComponentNameVersion),
		idx.EqualRef(t.Column("product"), uint64(row.Product)),
		idx.EqualRef(t.Column("branch"), uint64(row.Branch)),
		idx.EqualRef(t.Column("origin_service"), uint64(row.OriginService)),
		idx.EqualText(t.Column("origin_component_purl"), row.ComponentPURL),
		idx.EqualText(t.Column("origin_component_cpe"), row.ComponentCPE),
		idx.EqualText(t.Column("origin_component_cyclonedx_bom_link"), row.ComponentCycloneDXBOMLink),
	), nil
}}

func (p *observationPresenter) component(row *model.Component) (schema.Component, error) {
	product, err := p.productRow(row.Product)
	if err != nil {
		return schema.Component{}, err
	}
	group := ""
	if product.ProductGroup != 0 {
		parent, err := p.productRow(product.ProductGroup)
		if err != nil {
			return schema.Component{}, err
		}
		group = parent.Name
	}
	branch, err := p.branch(row.Branch)
	if err != nil {
		return schema.Component{}, err
	}
	service, err := p.service(row.OriginService)
	return schema.Component{
		ID: hex.EncodeToString(row.Key), ProductName: product.Name, ProductGroupName: group, BranchName: branch,
		ComponentNameVersionType: row.ShownComponent(), OriginServiceName: service,
		ComponentName: row.ComponentName, ComponentVersion: row.ComponentVersion, ComponentNameVersion: row.ComponentNameVersion,
		ComponentType: string(row.ComponentType), ComponentPURL: row.ComponentPURL, ComponentPURLType: row.ComponentPURLType,
		ComponentCPE: row.ComponentCPE, ComponentDependencies: db.Text(p.tx, row.ComponentDependencies),
		ComponentCycloneDXBOMLink: row.ComponentCycloneDXBOMLink, HasObservations: row.ActiveObservations > 0,
		Product: row.Product, Branch: optionalID(row.Branch), OriginService: optionalID(row.OriginService),
	}, err
}

func showComponentName(row *model.Component) schema.ComponentName {
	return schema.ComponentName{ID: hex.EncodeToString(row.Key), ComponentNameVersion: row.ComponentNameVersion}
}
