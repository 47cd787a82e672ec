package handlers

import (
	"net/http"

	"secobserve/auth"
	"secobserve/db"
	"secobserve/db/columnar"
	"secobserve/handlers/rest"
	"secobserve/handlers/schema"
	"secobserve/model"
	"secobserve/observations"
)

var serviceList = list[model.Service]{
	table: db.Services,
	scope: inProducts(db.Services, "product", visible),
	filters: []filter{
		reference(db.Services, "product", "product", memberOf),
		exact(db.Services, "name", "name"),
	},
	orders: map[string]func(*call) []columnar.Key{"name": by(db.Services, "name")},
	search: []string{"name"},
}

// listServices lists services.
//
//	@Summary	Lists services
//	@ID	services_list
//	@Tags	services
//	@Param	name	query	string	false	"name"
//	@Param	ordering	query	[]string	false	"ordering" Enums(-name, name) collectionFormat(csv)
//	@Param	page	query	int	false	"page"
//	@Param	page_size	query	int	false	"page size"
//	@Param	product	query	int	false	"product"
//	@Param	search	query	string	false	"search"
//	@Produce	json
//	@Success	200	{object}	schema.Page[schema.Service]
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/services/	[get]
func (s *Server) listServices(c *call) (reply, error) {
	parts := newPartPresenter(c)
	return serviceList.serve(c, shown(func(row *model.Service) (any, error) { return parts.service(row, true) }))
}

// listServiceNames lists the names of services.
//
//	@Summary	Lists the names of services
//	@ID	service_names_list
//	@Tags	service_names
//	@Param	name	query	string	false	"name"
//	@Param	ordering	query	[]string	false	"ordering" Enums(-name, name) collectionFormat(csv)
//	@Param	page	query	int	false	"page"
//	@Param	page_size	query	int	false	"page size"
//	@Param	product	query	int	false	"product"
//	@Param	search	query	string	false	"search"
//	@Produce	json
//	@Success	200	{object}	schema.Page[schema.ServiceName]
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/service_names/	[get]
func (s *Server) listServiceNames(c *call) (reply, error) {
	parts := newPartPresenter(c)
	return serviceList.serve(c, shown(func(row *model.Service) (any, error) { return parts.serviceName(row) }))
}

func (c *call) service(permission auth.Permission) (*model.Service, error) {
	return ofProduct(c, db.Services, permission, func(row *model.Service) model.ID { return row.Product })
}

// getService shows a service.
//
//	@Summary	Shows a service
//	@ID	services_retrieve
//	@Tags	services
//	@Param	id	path	int	true	"id"
//	@Produce	json
//	@Success	200	{object}	schema.Service
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/services/{id}/	[get]
func (s *Server) getService(c *call) (reply, error) {
	row, err := c.service(auth.ServiceView)
	if err != nil {
		return reply{}, err
	}
	body, err := newPartPresenter(c).service(row, true)
	return ok(body), err
}

// getServiceName shows the name of a service.
//
//	@Summary	Shows the name of a service
//	@ID	service_names_retrieve
//	@Tags	service_names
//	@Param	id	path	int	true	"id"
//	@Produce	json
//	@Success	200	{object}	schema.ServiceName
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/service_names/{id}/	[get]
func (s *Server) getServiceName(c *call) (reply, error) {
	row, err := c.service(auth.ServiceView)
	if err != nil {
		return reply{}, err
	}
	body, err := newPartPresenter(c).serviceName(row)
	return ok(body), err
}

// createService creates a service.
//
//	@Summary	Creates a service
//	@ID	services_create
//	@Tags	services
//	@Param	request	body	schema.ServiceRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	201	{object}	schema.Service
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/services/	[post]
func (s *Server) createService(c *call) (reply, error) {
	if _, err := c.parent(auth.ServiceCreate); err != nil {
		return reply{}, err
	}
	row := model.Service{}
	if err := c.readService(&row); err != nil {
		return reply{}, err
	}
	if err := db.Services.Insert(c.tx, &row); err != nil {
		return reply{}, taken(err, "services", "product, name")
	}
	body, err := newPartPresenter(c).service(&row, false)
	return created(body), err
}

// updateService changes a service. A new name changes the identity of its observations.
//
//	@Summary	Changes a service
//	@ID	services_update
//	@Tags	services
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.ServiceRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	200	{object}	schema.Service
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/services/{id}/	[put]
func (s *Server) updateService(c *call) (reply, error) {
	row, err := c.service(auth.ServiceEdit)
	if err != nil {
		return reply{}, err
	}
	before := row.Name
	if err := c.readService(row); err != nil {
		return reply{}, err
	}
	if err := db.Services.Update(c.tx, row); err != nil {
		return reply{}, taken(err, "services", "product, name")
	}
	if row.Name != before {
		if err := observations.RenameService(c.tx, row); err != nil {
			return reply{}, err
		}
	}
	body, err := newPartPresenter(c).service(row, true)
	return reply{status: http.StatusOK, body: body}, err
}

// deleteService deletes a service that nothing uses.
//
//	@Summary	Deletes a service that nothing uses
//	@ID	services_destroy
//	@Tags	services
//	@Param	id	path	int	true	"id"
//	@Success	204
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/services/{id}/	[delete]
func (s *Server) deleteService(c *call) (reply, error) {
	row, err := c.service(auth.ServiceDelete)
	if err != nil {
		return reply{}, err
	}
	return noContent(), db.Services.Delete(c.tx, row.ID)
}

func (c *call) readService(row *model.Service) error {
	f, err := c.form(c.mode())
	if err != nil {
		return err
	}
	product := row.Product
	rest.Text(f, "name", &row.Name, rest.TextRule{Required: true, Max: maxName})
	rest.Ref(f, "product", &row.Product, rest.RefRule{Required: true, Exists: c.productExists})
	if f.OK() && product != 0 && row.Product != product {
		f.FailAll("Product cannot be changed")
	}
	return f.Err()
}

func (p *partPresenter) service(row *model.Service, counted bool) (schema.Service, error) {
	product, err := p.product(row.Product)
	if err != nil {
		return schema.Service{}, err
	}
	out := schema.Service{ID: row.ID, NameWithProduct: row.Name + " (" + product.Name + ")", Name: row.Name, Product: row.Product}
	if counted {
		out.PartCounts = partCounts(p.counter.Service(product, row.ID), p.licenses.Service(product, row.ID))
	}
	return out, nil
}

func (p *partPresenter) serviceName(row *model.Service) (schema.ServiceName, error) {
	name, err := p.nameWithProduct(row.Name, row.Product)
	return schema.ServiceName{ID: row.ID, Name: row.Name, NameWithProduct: name}, err
}
