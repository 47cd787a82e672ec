package importer

import (
	"bytes"
	"crypto/sha256"
	"errors"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/db"
	"secobserve/model"
	"secobserve/observations"
)

// Repeat imports the very report that the vulnerability check had last time, without reading it: all its findings are stored and none of them
// can have changed. done is false if the report has to be read: it is another one, findings were deleted since, or findings depend on what
// other scanners have found meanwhile.
func Repeat(tx *db.Tx, request Request) (result Result, done bool, err error) {
	r := &run{Request: request, tx: tx}
	if r.check, err = r.lastTime(); err != nil || r.check == nil {
		return Result{}, false, err
	}
	if r.editor, err = observations.NewEditor(tx, r.User, r.Now, r.Today); err != nil {
		return Result{}, false, err
	}
	idx, active := db.Observations.Index(tx), roaring.New()
	for _, s := range model.ActiveStatuses {
		active.Or(idx.EqualText(db.Observations.Column("current_status"), string(s)))
	}
	r.result.Updated = int(active.AndCardinality(db.Observations.Referring(tx, "vulnerability_check", r.check.ID)))
	return r.result, true, r.close()
}

// Repeats tells whether Repeat can import the report, in the state that tx reads.
func Repeats(tx *db.Tx, request Request) (bool, error) {
	r := &run{Request: request, tx: tx}
	check, err := r.lastTime()
	return check != nil, err
}

// lastTime finds the check whose last import was this report; nil if there is none. Branch and Service of the request are set then.
func (r *run) lastTime() (*model.VulnerabilityCheck, error) {
	settings, err := db.Settings.Get(r.tx)
	if err != nil || settings.FeatureCrossScannerDeduplication || r.Digest == nil {
		return nil, err
	}
	if r.BranchName != "" {
		b, err := db.Branches.Find(r.tx, "name", db.Key(r.Product.ID, r.BranchName))
		if err != nil {
			return nil, ignoreMissing(err)
		}
		r.Branch = b.ID
	}
	if r.ServiceName != "" {
		s, err := db.Services.Find(r.tx, "name", db.Key(r.Product.ID, r.ServiceName))
		if err != nil {
			return nil, ignoreMissing(err)
		}
		r.Service = s.ID
	}
	check, err := db.VulnerabilityChecks.Find(r.tx, "check", db.Key(r.Product.ID, r.Branch, r.Service, r.Filename, r.APIConfigurationName))
	if err != nil {
		return nil, ignoreMissing(err)
	}
	stored := db.Observations.Referring(r.tx, "vulnerability_check", check.ID).GetCardinality()
	if !bytes.Equal(check.ReportDigest, r.reportDigest()) || int(stored) != check.ObservationsStored {
		return nil, nil
	}
	return check, nil
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
