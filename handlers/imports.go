package handlers

import (
	"crypto/sha256"
	"errors"
	"net/http"

	"secobserve/auth"
	"secobserve/db"
	"secobserve/handlers/rest"
	"secobserve/importer"
	"secobserve/model"
	"secobserve/parsers"
	"secobserve/parsers/registry"
)

// maxFormID is the greatest id that a form may name.
const maxFormID = 1 << 62

// importResult is the answer of an import of observations.
type importResult struct {
	ObservationsNew      int `json:"observations_new"`
	ObservationsUpdated  int `json:"observations_updated"`
	ObservationsResolved int `json:"observations_resolved"`
}

// uploadObservationsByName imports the findings of a report; product and branch are named.
//
//	@Summary	Imports the findings of a report
//	@ID	import_file_upload_observations_by_name_create
//	@Tags	import
//	@Param	file	formData	file	true	"file"
//	@Param	product_name	formData	string	true	"product name"
//	@Param	branch_name	formData	string	false	"branch name"
//	@Param	service	formData	string	false	"service"
//	@Param	docker_image_name_tag	formData	string	false	"docker image name tag"
//	@Param	endpoint_url	formData	string	false	"endpoint url"
//	@Param	kubernetes_cluster	formData	string	false	"kubernetes cluster"
//	@Param	suppress_licenses	formData	bool	false	"suppress licenses"
//	@Accept	mpfd
//	@Produce	json
//	@Success	200	{object}	schema.FileImportObservationsResponse
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/import/file_upload_observations_by_name/	[post]
func (s *Server) uploadObservationsByName(c *call) (reply, error) { return c.upload(true) }

// uploadObservationsByID imports the findings of a report; product and branch are given by id.
//
//	@Summary	Imports the findings of a report
//	@ID	import_file_upload_observations_by_id_create
//	@Tags	import
//	@Param	file	formData	file	true	"file"
//	@Param	product	formData	int	true	"product"
//	@Param	branch	formData	int	false	"branch"
//	@Param	service	formData	string	false	"service"
//	@Param	service_id	formData	int	false	"service id"
//	@Param	docker_image_name_tag	formData	string	false	"docker image name tag"
//	@Param	endpoint_url	formData	string	false	"endpoint url"
//	@Param	kubernetes_cluster	formData	string	false	"kubernetes cluster"
//	@Param	suppress_licenses	formData	bool	false	"suppress licenses"
//	@Accept	mpfd
//	@Produce	json
//	@Success	200	{object}	schema.FileImportObservationsResponse
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/import/file_upload_observations_by_id/	[post]
func (s *Server) uploadObservationsByID(c *call) (reply, error) { return c.upload(false) }

// target is where a report goes, as the form says.
type target struct {
	productName, branchName, service string
	product, branch, serviceID       model.ID
	request                          importer.Request
}

// upload reads form and report before the write transaction and imports in it (import.md §1.3).
func (c *call) upload(byName bool) (reply, error) {
	upload, err := rest.ReadUpload(c.r, c.MaxUpload)
	if err != nil {
		return reply{}, err
	}
	defer upload.Close()
	t, err := readTarget(upload, byName)
	if err != nil {
		return reply{}, err
	}
	content, err := upload.File.Content()
	if err != nil {
		return reply{}, err
	}
	sum := sha256.Sum256(content)
	t.request.Filename, t.request.Digest = upload.File.Name, sum[:]
	repeats := false
	err = c.view(func() error {
		if err := c.checkTarget(t, byName); err != nil {
			return err
		}
		repeats, err = importer.Repeats(c.tx, t.request)
		return err
	})
	if err != nil {
		return reply{}, err
	}
	if repeats {
		if answer, done, err := c.repeatImport(t, byName); done || err != nil {
			return answer, err
		}
	}
	return c.importReport(t, byName, content)
}

// repeatImport imports the same report as last time without reading it.
func (c *call) repeatImport(t *target, byName bool) (answer reply, done bool, err error) {
	err = c.update(func() error {
		if err := c.checkTarget(t, byName); err != nil {
			return err
		}
		var result importer.Result
		result, done, err = importer.Repeat(c.tx, c.stamped(t))
		answer = imported(result)
		return err
	})
	return answer, done, err
}

// importReport reads a report and imports its findings in one transaction.
func (c *call) importReport(t *target, byName bool, content []byte) (reply, error) {
	parser, report, err := parseUpload(t.request.Filename, content)
	if err != nil {
		return reply{}, err
	}
	var result importer.Result
	err = c.update(func() error {
		if err := c.checkTarget(t, byName); err != nil {
			return err
		}
		r := c.stamped(t)
		r.Report = report
		if r.Parser, err = db.Parsers.Find(c.tx, "name", db.Key(parser.Info().Name)); err != nil {
			return err
		}
		result, err = importer.Import(c.tx, r)
		return err
	})
	return imported(result), err
}

// stamped is the request of the import with its author and time.
func (c *call) stamped(t *target) importer.Request {
	r := t.request
	r.User, r.Now, r.Today = c.userID(), c.moment(), c.today()
	return r
}

func imported(r importer.Result) reply {
	return reply{status: http.StatusOK, body: importResult{r.New, r.Updated, r.Resolved}}
}

func parseUpload(filename string, content []byte) (parsers.Parser, *parsers.Report, error) {
	parser, doc, err := registry.Detect(filename, content)
	if err != nil {
		refused := rest.BadRequest(err.Error())
		var problem *parsers.FileError
		if errors.As(err, &problem) {
			refused.Details = problem.Details
		}
		return nil, nil, refused
	}
	report, err := parser.Parse(doc)
	if err != nil {
		return nil, nil, rest.BadRequest(err.Error())
	}
	return parser, report, nil
}

// readTarget validates the fields of the form.
func readTarget(upload *rest.Upload, byName bool) (*target, error) {
	f := rest.NewForm(upload.Fields, rest.Create)
	t := &target{}
	upload.CheckFile(f)
	if byName {
		rest.Text(f, "product_name", &t.productName, rest.TextRule{Required: true, Max: maxName})
		rest.Text(f, "branch_name", &t.branchName, rest.TextRule{Max: maxName})
	} else {
		rest.Int(f, "product", &t.product, 0, maxFormID, true)
		rest.Int(f, "branch", &t.branch, 0, maxFormID, false)
	}
	rest.Text(f, "service", &t.service, rest.TextRule{Max: maxName})
	if !byName {
		rest.Int(f, "service_id", &t.serviceID, 0, maxFormID, false)
	}
	rest.Text(f, "docker_image_name_tag", &t.request.DockerImageNameTag, rest.TextRule{Max: 513})
	rest.Text(f, "endpoint_url", &t.request.EndpointURL, rest.TextRule{Max: maxText})
	rest.Text(f, "kubernetes_cluster", &t.request.KubernetesCluster, rest.TextRule{Max: maxName})
	var suppressLicenses bool
	rest.Bool(f, "suppress_licenses", &suppressLicenses)
	return t, f.Err()
}

// checkTarget finds product, branch and service and checks the permission; new branches and services are left to the importer. It is done
// before the report is read, and again in the transaction of the import.
func (c *call) checkTarget(t *target, byName bool) error {
	p, err := c.targetProduct(t, byName)
	if err != nil {
		return err
	}
	if err := c.require(p, auth.ProductImportObservations); err != nil {
		return err
	}
	t.request.Product, t.request.BranchName, t.request.ServiceName = p, t.branchName, t.service
	if t.branch != 0 {
		b, err := db.Branches.Get(c.tx, t.branch)
		if err != nil || b.Product != p.ID {
			return rest.BadRequestf("Branch %d does not exist for product %s", t.branch, p.Name)
		}
		t.request.Branch = b.ID
	}
	if t.serviceID == 0 {
		return nil
	}
	if t.service != "" {
		return rest.BadRequest("Only one of the fields service and service_id may be set")
	}
	s, err := db.Services.Get(c.tx, t.serviceID)
	if err != nil || s.Product != p.ID {
		return rest.BadRequestf("Service %d does not exist for product %s", t.serviceID, p.Name)
	}
	t.request.Service = s.ID
	return nil
}

func (c *call) targetProduct(t *target, byName bool) (*model.Product, error) {
	var p *model.Product
	var err error
	name := t.productName
	if byName {
		p, err = db.Products.Find(c.tx, "name", db.Key(name))
	} else {
		p, err = db.Products.Get(c.tx, t.product)
		name = idText(t.product)
	}
	if errors.Is(err, db.ErrNotFound) || err == nil && p.IsProductGroup {
		return nil, rest.BadRequest("Product " + name + " does not exist")
	}
	return p, err
}
