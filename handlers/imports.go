package handlers

import (
	"context"
	"crypto/sha256"
	"errors"
	"time"

	"secobserve/db"
	"secobserve/handlers/rest"
	"secobserve/handlers/schema"
	"secobserve/importer"
	"secobserve/model"
	"secobserve/parsers"
	"secobserve/parsers/registry"
)

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
func (s *Server) uploadObservationsByName(c *call) (reply, error) {
	return c.upload(model.ImportObservations, true)
}

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
func (s *Server) uploadObservationsByID(c *call) (reply, error) {
	return c.upload(model.ImportObservations, false)
}

// uploadSBOMByName imports the components of an SBOM; product and branch are named.
//
//	@Summary	Imports the license components of an SBOM
//	@ID	import_file_upload_sbom_by_name_create
//	@Tags	import
//	@Param	file	formData	file	true	"file"
//	@Param	product_name	formData	string	true	"product name"
//	@Param	branch_name	formData	string	false	"branch name"
//	@Param	service	formData	string	false	"service"
//	@Accept	mpfd
//	@Produce	json
//	@Success	200	{object}	schema.FileImportSBOMResponse
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/import/file_upload_sbom_by_name/	[post]
func (s *Server) uploadSBOMByName(c *call) (reply, error) { return c.upload(model.ImportSBOM, true) }

// uploadSBOMByID imports the components of an SBOM; product and branch are given by id.
//
//	@Summary	Imports the license components of an SBOM
//	@ID	import_file_upload_sbom_by_id_create
//	@Tags	import
//	@Param	file	formData	file	true	"file"
//	@Param	product	formData	int	true	"product"
//	@Param	branch	formData	int	false	"branch"
//	@Param	service	formData	string	false	"service"
//	@Param	service_id	formData	int	false	"service id"
//	@Accept	mpfd
//	@Produce	json
//	@Success	200	{object}	schema.FileImportSBOMResponse
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/import/file_upload_sbom_by_id/	[post]
func (s *Server) uploadSBOMByID(c *call) (reply, error) { return c.upload(model.ImportSBOM, false) }

// upload reads form and report before the write transaction and imports in it (import.md §1.3).
func (c *call) upload(kind model.ImportKind, byName bool) (reply, error) {
	upload, err := rest.ReadUpload(c.r, c.MaxUpload)
	if err != nil {
		return reply{}, err
	}
	defer upload.Close()
	t, err := readTarget(upload, kind, byName)
	if err != nil {
		return reply{}, err
	}
	content, err := upload.File.Content()
	if err != nil {
		return reply{}, err
	}
	sum := sha256.Sum256(content)
	t.request.Filename, t.request.Size, t.request.Digest = upload.File.Name, upload.File.Size, sum[:]
	repeats := false
	err = c.view(func() error {
		if err := c.checkTarget(t); err != nil {
			return err
		}
		repeats, err = importer.Repeats(c.tx, t.request)
		return err
	})
	if err != nil {
		return reply{}, err
	}
	answer, err := c.importUpload(t, content, repeats)
	if err != nil {
		c.recordFailure(t, err)
	}
	return answer, err
}

func (c *call) importUpload(t *target, content []byte, repeats bool) (reply, error) {
	if repeats {
		if answer, done, err := c.repeatImport(t); done || err != nil {
			return answer, err
		}
	}
	return c.importReport(t, content)
}

// repeatImport imports the same report as last time without reading it.
func (c *call) repeatImport(t *target) (answer reply, done bool, err error) {
	err = c.update(func() error {
		if err := c.checkTarget(t); err != nil {
			return err
		}
		var result importer.Result
		result, done, err = importer.Repeat(c.tx, c.stamped(t))
		answer = imported(t.request.Kind, result)
		return err
	})
	return answer, done, err
}

// importReport reads a report and imports it in one transaction.
func (c *call) importReport(t *target, content []byte) (reply, error) {
	parser, report, err := parseUpload(t.request.Kind, t.request.Filename, content)
	if err != nil {
		return reply{}, err
	}
	var result importer.Result
	err = c.update(func() error {
		if err := c.checkTarget(t); err != nil {
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
	return imported(t.request.Kind, result), err
}

// stamped is the request of the import with its author and time.
func (c *call) stamped(t *target) importer.Request {
	r := t.request
	r.User, r.Now, r.Today = c.user(), c.moment(), c.today()
	r.Elapsed = func() time.Duration { return max(0, c.Clock().Sub(c.now)) } // the clock may have jumped into the past
	return r
}

// recordFailure keeps a failed import in the history. The history must not make matters worse: if it cannot be written, that is only logged.
func (c *call) recordFailure(t *target, failure error) {
	if errors.Is(failure, context.Canceled) || errors.Is(failure, db.ErrFull) {
		return
	}
	message := errorAnswer(failure).Message
	err := c.update(func() error {
		if err := c.checkTarget(t); err != nil {
			return err // the target has gone meanwhile, and its history with it
		}
		return importer.RecordFailure(c.tx, c.stamped(t), message)
	})
	if err != nil {
		c.Log.WarnContext(c.r.Context(), "a failed import is missing in the history of imports", "exception_message", err)
	}
}

// imported is the answer of an import (import.md §1.5): numbers that say nothing are left out.
func imported(kind model.ImportKind, r importer.Result) reply {
	n, any := &r.Components, r.Components != importer.Components{}
	if kind == model.ImportSBOM && !any {
		return ok(schema.FileImportSBOMResponse{})
	}
	if kind == model.ImportSBOM {
		return ok(schema.FileImportSBOMResponse{LicenseComponentsNew: &n.New, LicenseComponentsUpdated: &n.Updated, LicenseComponentsDeleted: &n.Deleted})
	}
	answer := schema.FileImportObservationsResponse{ObservationsReopened: r.Reopened}
	if !any || r.New+r.Updated+r.Resolved > 0 {
		answer.ObservationsNew, answer.ObservationsUpdated, answer.ObservationsResolved = &r.New, &r.Updated, &r.Resolved
	}
	if any {
		answer.LicenseComponentsNew, answer.LicenseComponentsUpdated, answer.LicenseComponentsDeleted = &n.New, &n.Updated, &n.Deleted
	}
	return ok(answer)
}

// parseUpload reads a report. For an SBOM the parser has to be one for SBOMs.
func parseUpload(kind model.ImportKind, filename string, content []byte) (parsers.Parser, *parsers.Report, error) {
	parser, doc, err := registry.Detect(filename, content)
	if err != nil {
		refused := rest.BadRequest(err.Error())
		var problem *parsers.FileError
		if errors.As(err, &problem) {
			refused.Details = problem.Details
		}
		return nil, nil, refused
	}
	if info := parser.Info(); kind == model.ImportSBOM && !info.SBOM {
		return nil, nil, rest.BadRequest(info.Name + " is not a SBOM parser")
	}
	report, err := parser.Parse(doc)
	if err != nil {
		return nil, nil, rest.BadRequest(err.Error())
	}
	return parser, report, nil
}
