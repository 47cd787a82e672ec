package importer

import (
	"errors"
	"fmt"

	"secobserve/db"
	"secobserve/model"
	"secobserve/observations"
	"secobserve/parsers"
	"secobserve/products"
)

// Request says what to import where.
type Request struct {
	Product *model.Product
	// Branch and Service are ids; with BranchName or ServiceName set instead, the row of that name is used and created if it is missing.
	Branch      model.ID
	BranchName  string
	Service     model.ID
	ServiceName string

	// Filename is the name of the uploaded file, reduced to its last segment; APIConfigurationName is "" for files.
	Filename             string
	APIConfigurationName string

	// The origins that the client sets on every finding, "" for those of the report.
	DockerImageNameTag string
	EndpointURL        string
	KubernetesCluster  string

	Parser *model.Parser
	Report *parsers.Report
	// Digest is the digest of the uploaded file, nil if the report did not come as a file.
	Digest []byte

	User  model.ID
	Now   model.Time
	Today model.Date
}

// Result counts the findings that are active after the import, and those that were before and are resolved now.
type Result struct {
	New, Updated, Resolved int
}

// run is one import.
type run struct {
	Request
	tx       *db.Tx
	settings model.Settings
	editor   *observations.Editor
	check    *model.VulnerabilityCheck
	stored   stored
	result   Result
	// initial is the status of findings that nobody has looked at (import.md §3.7).
	initial model.Status
	others  *crossScanner // nil unless the deduplication over scanners is on
}

// Import runs the import algorithm for observations. The caller has checked the permission; an error leaves nothing behind if the
// transaction is rolled back.
func Import(tx *db.Tx, request Request) (Result, error) {
	r := &run{Request: request, tx: tx}
	if err := r.prepare(); err != nil {
		return Result{}, fmt.Errorf("prepare import: %w", err)
	}
	if err := r.findings(); err != nil {
		return Result{}, err
	}
	if err := r.resolveMissing(); err != nil {
		return Result{}, err
	}
	if err := r.finish(); err != nil {
		return Result{}, fmt.Errorf("finish import: %w", err)
	}
	return r.result, nil
}

func (r *run) prepare() error {
	var err error
	if r.settings, err = db.Settings.Get(r.tx); err != nil {
		return err
	}
	if err := r.resolveNames(); err != nil {
		return err
	}
	if r.initial, err = initialStatus(r.tx, r.Product); err != nil {
		return err
	}
	if r.check, err = r.findCheck(); err != nil {
		return err
	}
	if r.stored, err = loadStored(r.tx, r.check); err != nil {
		return err
	}
	if r.settings.FeatureCrossScannerDeduplication {
		if r.others, err = loadCrossScanner(r.tx, r.Product.ID, r.Branch, r.Service); err != nil {
			return err
		}
	}
	r.editor, err = observations.NewEditor(r.tx, r.User, r.Now, r.Today)
	return err
}

// resolveNames finds or creates the branch and the service. A new branch may have become the product's default branch.
func (r *run) resolveNames() error {
	if r.BranchName != "" {
		b, err := products.BranchByName(r.tx, r.Product, r.BranchName, r.Now)
		if err != nil {
			return err
		}
		r.Branch = b.ID
		if r.Product, err = db.Products.Get(r.tx, r.Product.ID); err != nil {
			return err
		}
	}
	if r.ServiceName == "" {
		return nil
	}
	s, err := products.ServiceByName(r.tx, r.Product.ID, r.ServiceName)
	if err != nil {
		return err
	}
	r.Service = s.ID
	return nil
}

func initialStatus(tx *db.Tx, p *model.Product) (model.Status, error) {
	group, err := products.Group(tx, p)
	if err != nil {
		return "", err
	}
	if p.NewObservationsInReview || group != nil && group.NewObservationsInReview {
		return model.StatusInReview, nil
	}
	return model.StatusOpen, nil
}

// findCheck returns the vulnerability check of the import; a new one is stored at once, because the observations refer to it.
func (r *run) findCheck() (*model.VulnerabilityCheck, error) {
	check := &model.VulnerabilityCheck{Product: r.Product.ID, Branch: r.Branch, Service: r.Service, Filename: r.Filename,
		APIConfigurationName: r.APIConfigurationName, FirstImport: r.Now}
	key := db.Key(check.Product, check.Branch, check.Service, check.Filename, check.APIConfigurationName)
	found, err := db.VulnerabilityChecks.Find(r.tx, "check", key)
	if !errors.Is(err, db.ErrNotFound) {
		return found, err
	}
	return check, db.VulnerabilityChecks.Insert(r.tx, check)
}

// finish does what follows the last finding (import.md §3.11, §3.12).
func (r *run) finish() error {
	r.check.Parser, r.check.Scanner = r.Parser.ID, r.Report.Scanner
	r.check.ReportDigest = r.reportDigest()
	return r.close()
}

// close evaluates the gate and notes the import with its branch and check.
func (r *run) close() error {
	if r.Branch == r.Product.RepositoryDefaultBranch {
		if err := r.editor.CheckGate(r.Product.ID); err != nil {
			return err
		}
	}
	if err := r.editor.Finish(); err != nil {
		return err
	}
	if err := r.touchBranch(); err != nil {
		return err
	}
	c := r.check
	c.LastImport, c.ObservationsLastSeen = r.Now, r.Now
	c.ObservationsStored = int(db.Observations.Referring(r.tx, "vulnerability_check", c.ID).GetCardinality())
	c.ObservationsNew, c.ObservationsUpdated, c.ObservationsResolved = &r.result.New, &r.result.Updated, &r.result.Resolved
	c.LicensesNew, c.LicensesUpdated, c.LicensesDeleted = nil, nil, nil
	return db.VulnerabilityChecks.Update(r.tx, c)
}

func (r *run) touchBranch() error {
	if r.Branch == 0 {
		return nil
	}
	b, err := db.Branches.Get(r.tx, r.Branch)
	if err != nil {
		return err
	}
	b.LastImport = r.Now
	return db.Branches.Update(r.tx, b)
}
