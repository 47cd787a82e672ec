package importer

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"

	"secobserve/db"
	"secobserve/licenses"
	"secobserve/model"
	"secobserve/observations"
)

// Repeat imports the very report that the vulnerability check had last time, without reading it: all its findings and components are stored,
// none of the findings can have changed, and the licenses of the components follow from what is stored. done is false if the report has to be
// read: it is another one, rows were deleted since, or findings depend on what other scanners have found meanwhile.
func Repeat(tx *db.Tx, request Request) (result Result, done bool, err error) {
	r := &run{Request: request, tx: tx}
	if known, err := r.lastTime(); err != nil || !known {
		return Result{}, false, err
	}
	if r.Kind != model.ImportSBOM {
		if err := r.repeatObservations(); err != nil {
			return Result{}, false, err
		}
	}
	if r.wantsComponents() {
		if err := r.repeatComponents(); err != nil {
			return Result{}, false, fmt.Errorf("derive licenses again: %w", err)
		}
	}
	return r.result, true, r.finish()
}

func (r *run) repeatObservations() error {
	if err := r.edit(); err != nil {
		return err
	}
	r.result.Updated = int(observations.Active(r.tx).AndCardinality(db.Observations.Referring(r.tx, "vulnerability_check", r.check.ID)))
	return r.finishObservations()
}

// repeatComponents derives the licenses of the check's components anew: the catalogue, the conclusions of people or the policy may have changed.
func (r *run) repeatComponents() error {
	ids := db.LicenseComponents.Referring(r.tx, "vulnerability_check", r.check.ID).Clone()
	if ids.IsEmpty() {
		return nil
	}
	deriver, err := licenses.NewDeriver(r.tx, r.Product)
	if err != nil {
		return err
	}
	for row, err := range db.LicenseComponents.Select(r.tx, ids) {
		if err != nil {
			return err
		}
		if err := deriver.Renew(row, r.Now); err != nil {
			return err
		}
	}
	r.check.ComponentsLastSeen = r.Now
	r.result.Components.Updated = int(ids.GetCardinality())
	return nil
}

// Repeats tells whether Repeat can import the report, in the state that tx reads.
func Repeats(tx *db.Tx, request Request) (bool, error) {
	return (&run{Request: request, tx: tx}).lastTime()
}

// lastTime finds the check whose last import was this report and tells whether all that is wanted of it is stored. Branch and Service of the
// request are set then.
func (r *run) lastTime() (bool, error) {
	var err error
	if r.settings, err = db.Settings.Get(r.tx); err != nil || r.Digest == nil {
		return false, err
	}
	if r.BranchName != "" {
		b, err := db.Branches.Find(r.tx, "name", db.Key(r.Product.ID, r.BranchName))
		if err != nil {
			return false, ignoreMissing(err)
		}
		r.Branch = b.ID
	}
	if r.ServiceName != "" {
		s, err := db.Services.Find(r.tx, "name", db.Key(r.Product.ID, r.ServiceName))
		if err != nil {
			return false, ignoreMissing(err)
		}
		r.Service = s.ID
	}
	r.check, err = db.VulnerabilityChecks.Find(r.tx, "check", db.Key(r.Product.ID, r.Branch, r.Service, r.Filename, r.APIConfigurationName))
	if err != nil {
		return false, ignoreMissing(err)
	}
	return (r.Kind == model.ImportSBOM || r.knowsObservations()) && (!r.wantsComponents() || r.knowsComponents()), nil
}

func (r *run) knowsObservations() bool {
	stored := db.Observations.Referring(r.tx, "vulnerability_check", r.check.ID).GetCardinality()
	return !r.settings.FeatureCrossScannerDeduplication && bytes.Equal(r.check.ReportDigest, r.reportDigest()) && int(stored) == r.check.ObservationsStored
}

func (r *run) knowsComponents() bool {
	stored := db.LicenseComponents.Referring(r.tx, "vulnerability_check", r.check.ID).GetCardinality()
	return bytes.Equal(r.check.ComponentsDigest, r.componentsDigest()) && int(stored) == r.check.ComponentsStored
}

func ignoreMissing(err error) error {
	if errors.Is(err, db.ErrNotFound) {
		return nil
	}
	return err
}

// reportDigest is the digest of the file and of all that the request says about it; nil without a file.
func (r *run) reportDigest() []byte {
	if r.Digest == nil {
		return nil
	}
	d := &digester{buf: []byte{algorithm}}
	for _, s := range []string{string(r.Digest), r.DockerImageNameTag, r.EndpointURL, r.KubernetesCluster} {
		d.text(s)
	}
	sum := sha256.Sum256(d.buf)
	return sum[:]
}

// componentsDigest is the digest of the file as far as license components are concerned; nil without a file.
func (r *run) componentsDigest() []byte {
	if r.Digest == nil {
		return nil
	}
	sum := sha256.Sum256(append([]byte{algorithm}, r.Digest...))
	return sum[:]
}
