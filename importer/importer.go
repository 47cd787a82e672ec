package importer

import (
	"errors"
	"fmt"
	"time"

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

	// Kind tells what is imported: observations, with the license components that the report has besides, or only these.
	Kind model.ImportKind
	// SuppressLicenses leaves the license components of a report with observations alone.
	SuppressLicenses bool

	Parser *model.Parser
	Report *parsers.Report
	// Digest is the digest of the uploaded file, nil if the report did not come as a file.
	Digest []byte

	// Size is that of the file in bytes.
	Size int64

	User  *model.User
	Now   model.Time
	Today model.Date
	// Elapsed tells how long the request takes so far; nil if nobody asks.
	Elapsed func() time.Duration
}

// Result is what an import did. It counts the findings that are active after the import, those of them that had been resolved, and those that
// were active before and are resolved now.
type Result struct {
	New, Updated, Resolved, Reopened int
	Components                       Components
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

// Import runs the import algorithms for observations and license components. The caller has checked the permission; an error leaves nothing
// behind if the transaction is rolled back.
func Import(tx *db.Tx, request Request) (Result, error) {
	r := &run{Request: request, tx: tx}
	if err := r.prepare(); err != nil {
		return Result{}, fmt.Errorf("prepare import: %w", err)
	}
	if r.Kind != model.ImportSBOM {
		if err := r.observations(); err != nil {
			return Result{}, err
		}
	}
	r.noteReport()
	if err := r.components(); err != nil {
		return Result{}, fmt.Errorf("import license components: %w", err)
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
	r.check, err = r.findCheck()
	return err
}

// observations creates, updates and resolves observations (import.md §3).
func (r *run) observations() error {
	if err := r.prepareObservations(); err != nil {
		return fmt.Errorf("prepare import of observations: %w", err)
	}
	if err := r.findings(); err != nil {
		return err
	}
	if err := r.resolveMissing(); err != nil {
		return err
	}
	return r.finishObservations()
}

func (r *run) prepareObservations() error {
	var err error
	if r.initial, err = initialStatus(r.tx, r.Product); err != nil {
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
	if err := r.edit(); err != nil {
		return err
	}
	r.editor.SearchDuplicates(r.Product.ID, r.Branch, r.Service)
	return nil
}

// edit begins the changes of observations.
func (r *run) edit() (err error) {
	r.editor, err = observations.NewEditor(r.tx, r.User.ID, r.Now, r.Today)
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

// noteReport notes in the check what the report is (import.md §3.12).
func (r *run) noteReport() {
	r.check.Scanner = ""
	if r.Kind == model.ImportSBOM {
		return
	}
	r.check.Parser, r.check.Scanner = r.Parser.ID, r.Report.Scanner
	r.check.ReportDigest = r.reportDigest()
}

// finishObservations evaluates the gate and notes what became of the check's observations (import.md §3.11).
func (r *run) finishObservations() error {
	if r.Branch == r.Product.RepositoryDefaultBranch {
		if err := r.editor.CheckGate(r.Product.ID); err != nil {
			return err
		}
	}
	if err := r.editor.Finish(); err != nil {
		return err
	}
	r.check.ObservationsLastSeen = r.Now
	r.check.ObservationsStored = int(db.Observations.Referring(r.tx, "vulnerability_check", r.check.ID).GetCardinality())
	return nil
}

// finish notes the import with its branch, check and product, and in the history of imports.
func (r *run) finish() error {
	if err := r.touchBranch(); err != nil {
		return err
	}
	if err := r.touchProduct(); err != nil {
		return err
	}
	c, n := r.check, &r.result
	c.LastImport = r.Now
	c.ObservationsNew, c.ObservationsUpdated, c.ObservationsResolved = nil, nil, nil
	if r.Kind != model.ImportSBOM {
		c.ObservationsNew, c.ObservationsUpdated, c.ObservationsResolved = &n.New, &n.Updated, &n.Resolved
	}
	c.LicensesNew, c.LicensesUpdated, c.LicensesDeleted = nil, nil, nil
	if n.Components.any() {
		c.LicensesNew, c.LicensesUpdated, c.LicensesDeleted = &n.Components.New, &n.Components.Updated, &n.Components.Deleted
	}
	if err := db.VulnerabilityChecks.Update(r.tx, c); err != nil {
		return err
	}
	return r.record()
}

// touchProduct notes that the licenses of the product have changed.
func (r *run) touchProduct() error {
	if !r.result.Components.any() {
		return nil
	}
	p, err := db.Products.Get(r.tx, r.Product.ID)
	if err != nil {
		return err
	}
	p.LastLicenseChange = r.Now
	return db.Products.Update(r.tx, p)
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
