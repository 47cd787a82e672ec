package handlers

import (
	"errors"

	"secobserve/auth"
	"secobserve/db"
	"secobserve/handlers/rest"
	"secobserve/importer"
	"secobserve/model"
)

// maxFormID is the greatest id that a form may name.
const maxFormID = 1 << 62

// target is where a report goes, as the form says.
type target struct {
	byName                           bool
	productName, branchName, service string
	product, branch, serviceID       model.ID
	request                          importer.Request
}

// readTarget validates the fields of the form.
func readTarget(upload *rest.Upload, kind model.ImportKind, byName bool) (*target, error) {
	f := rest.NewForm(upload.Fields, rest.Create)
	t := &target{byName: byName, request: importer.Request{Kind: kind}}
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
	if kind == model.ImportSBOM {
		return t, f.Err()
	}
	rest.Text(f, "docker_image_name_tag", &t.request.DockerImageNameTag, rest.TextRule{Max: 513})
	rest.Text(f, "endpoint_url", &t.request.EndpointURL, rest.TextRule{Max: maxText})
	rest.Text(f, "kubernetes_cluster", &t.request.KubernetesCluster, rest.TextRule{Max: maxName})
	rest.Bool(f, "suppress_licenses", &t.request.SuppressLicenses)
	return t, f.Err()
}

// checkTarget finds product, branch and service and checks the permission; new branches and services are left to the importer. It is done
// before the report is read, and again in the transaction of the import.
func (c *call) checkTarget(t *target) error {
	p, err := c.targetProduct(t)
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

func (c *call) targetProduct(t *target) (*model.Product, error) {
	var p *model.Product
	var err error
	name := t.productName
	if t.byName {
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
