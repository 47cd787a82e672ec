package importer

import (
	"log/slog"

	"secobserve/db"
	"secobserve/model"
	"secobserve/parsers"
)

// findings files the findings of the report one by one, in their order (import.md §3.2).
func (r *run) findings() error {
	service, err := r.serviceName()
	if err != nil {
		return err
	}
	batches := make(chan []prepared, 4)
	stop := make(chan struct{})
	go r.prepareAll(service, batches, stop)
	defer func() {
		close(stop)
		for range batches { // wait until the report is no longer read
		}
	}()
	handled := make(map[identity]struct{}, len(r.stored.byIdentity))
	for batch := range batches {
		for i := range batch {
			if err := r.file(&batch[i], handled); err != nil {
				return err
			}
		}
	}
	return nil
}

func (r *run) serviceName() (string, error) {
	if r.Service == 0 {
		return "", nil
	}
	s, err := db.Services.Get(r.tx, r.Service)
	if err != nil {
		return "", err
	}
	return s.Name, nil
}

// file creates or updates the observation of one finding. Of several equal findings in a report the first one counts.
func (r *run) file(p *prepared, handled map[identity]struct{}) error {
	hash := p.identity()
	if _, again := handled[hash]; again {
		return nil
	}
	k := r.stored.byIdentity[hash]
	if k == nil && r.others.has(&p.observation) {
		slog.Info("Cross scanner deduplication / Observation already saved: " + p.observation.Title)
		return nil
	}
	handled[hash] = struct{}{}
	if k == nil {
		return r.create(p)
	}
	k.seen = true
	if p.unchanged != nil {
		r.countUpdated(k.CurrentStatus)
		return nil
	}
	return r.update(k.ID, p)
}

func (p *prepared) identity() identity {
	if p.unchanged != nil {
		return identityOf(p.unchanged.IdentityHash)
	}
	return identityOf(p.observation.IdentityHash)
}

func (r *run) countUpdated(status model.Status) {
	if status.Active() {
		r.result.Updated++
	}
}

// The comments of the logs that imports write (import.md §3); lists find by them what an import did.
const (
	CommentNew     = "Set by parser"
	CommentUpdated = "Updated by parser"
	CommentMissing = "Observation not found in latest scan"
)

// create stores a finding that the check has not had before (import.md §3.5).
func (r *run) create(p *prepared) error {
	o := &p.observation
	if o.ParserStatus == "" {
		o.ParserStatus = r.initial
	}
	o.Derive()
	if err := r.renewExpiry(o, ""); err != nil {
		return err
	}
	if err := r.setReferences(o, p.references); err != nil {
		return err
	}
	entry := &model.ObservationLog{Severity: o.CurrentSeverity, Status: o.CurrentStatus, Comment: CommentNew,
		AssessmentStatus: model.AssessmentAutoApproved, RiskAcceptanceExpiryDate: o.RiskAcceptanceExpiryDate}
	if err := r.editor.SaveNormalised(o, entry); err != nil {
		return err
	}
	if err := r.addEvidences(o.ID, p.evidences); err != nil {
		return err
	}
	if o.CurrentStatus.Active() {
		r.result.New++
	}
	return nil
}

// update brings a stored observation to what the report says now; what users, rules and VEX documents decided stays (import.md §3.3).
func (r *run) update(id model.ID, p *prepared) error {
	o, err := db.Observations.Get(r.tx, id)
	if err != nil {
		return err
	}
	oldSeverity, oldStatus := o.CurrentSeverity, o.CurrentStatus
	takeOver(o, &p.observation)
	switch {
	case p.delivered != "":
		o.ParserStatus = p.delivered
	case o.ParserStatus == model.StatusResolved:
		o.ParserStatus = r.initial
	}
	o.Derive()
	if err := r.renewExpiry(o, oldStatus); err != nil {
		return err
	}
	if !equalReferences(o.References, p.references) {
		if err := r.setReferences(o, p.references); err != nil {
			return err
		}
	}
	if err := r.editor.SaveNormalised(o, updateEntry(o, oldSeverity, oldStatus)); err != nil {
		return err
	}
	if err := r.renewEvidences(o.ID, p.evidences); err != nil {
		return err
	}
	r.countUpdated(o.CurrentStatus)
	if oldStatus == model.StatusResolved && o.CurrentStatus.Active() {
		r.result.Reopened++
	}
	return nil
}

// takeOver overwrites the fields that every import refreshes, also with empty values. The title and the origins that make the identity are
// equal anyway.
func takeOver(o, imported *model.Observation) {
	o.Title, o.Description, o.Recommendation = imported.Title, imported.Description, imported.Recommendation
	o.ScannerObservationID = imported.ScannerObservationID
	o.VulnerabilityID, o.VulnerabilityIDAliases = imported.VulnerabilityID, imported.VulnerabilityIDAliases
	o.CVSS3Score, o.CVSS3Vector, o.CVSS4Score, o.CVSS4Vector = imported.CVSS3Score, imported.CVSS3Vector, imported.CVSS4Score, imported.CVSS4Vector
	o.CWE, o.Found, o.Scanner = imported.CWE, imported.Found, imported.Scanner
	o.OriginComponentType, o.OriginComponentDependencies = imported.OriginComponentType, imported.OriginComponentDependencies
	o.OriginComponentPURL, o.OriginComponentPURLType = imported.OriginComponentPURL, imported.OriginComponentPURLType
	o.OriginComponentCPE, o.OriginComponentCycloneDXBOMLink = imported.OriginComponentCPE, imported.OriginComponentCycloneDXBOMLink
	o.OriginDockerImageName, o.OriginDockerImageTag = imported.OriginDockerImageName, imported.OriginDockerImageTag
	o.OriginDockerImageNameTag, o.OriginDockerImageNameTagShort = imported.OriginDockerImageNameTag, imported.OriginDockerImageNameTagShort
	o.OriginDockerImageDigest = imported.OriginDockerImageDigest
	o.ParserSeverity = imported.ParserSeverity
	o.FixAvailable, o.UpdateImpactScore = imported.FixAvailable, imported.UpdateImpactScore
	o.ImportLastSeen, o.ReportFingerprint = imported.ImportLastSeen, imported.ReportFingerprint
}

// updateEntry is the history entry of an update, nil if neither status nor severity changed.
func updateEntry(o *model.Observation, severity model.Severity, status model.Status) *model.ObservationLog {
	if o.CurrentSeverity == severity && o.CurrentStatus == status {
		return nil
	}
	entry := &model.ObservationLog{Comment: CommentUpdated, AssessmentStatus: model.AssessmentAutoApproved,
		RiskAcceptanceExpiryDate: o.RiskAcceptanceExpiryDate}
	if o.CurrentSeverity != severity {
		entry.Severity = o.CurrentSeverity
	}
	if o.CurrentStatus != status {
		entry.Status = o.CurrentStatus
	}
	return entry
}

// renewExpiry gives a status that has just become Risk accepted its expiry date and takes the date from every other status.
func (r *run) renewExpiry(o *model.Observation, before model.Status) error {
	if o.CurrentStatus != model.StatusRiskAccepted {
		o.RiskAcceptanceExpiryDate = ""
		return nil
	}
	if before == model.StatusRiskAccepted {
		return nil
	}
	expiry, err := r.editor.RiskAcceptanceExpiry(o.Product)
	o.RiskAcceptanceExpiryDate = expiry
	return err
}

// resolveMissing resolves the observations of the check that the report does not have any more (import.md §3.4).
func (r *run) resolveMissing() error {
	for _, k := range r.stored.inOrder() {
		if k.seen || k.ParserStatus == model.StatusResolved {
			continue
		}
		if err := r.resolve(k); err != nil {
			return err
		}
	}
	return nil
}

func (r *run) resolve(k *known) error {
	o, err := db.Observations.Get(r.tx, k.ID)
	if err != nil {
		return err
	}
	before := o.CurrentStatus
	o.ParserStatus = model.StatusResolved
	o.ImportLastSeen = max(o.ImportLastSeen, r.check.ObservationsLastSeen)
	o.Derive()
	o.RiskAcceptanceExpiryDate = ""
	var entry *model.ObservationLog
	if before != model.StatusResolved {
		entry = &model.ObservationLog{Status: model.StatusResolved, Comment: CommentMissing,
			AssessmentStatus: model.AssessmentAutoApproved}
	}
	if err := r.editor.SaveNormalised(o, entry); err != nil {
		return err
	}
	if before.Active() {
		r.result.Resolved++
	}
	return nil
}

func equalReferences(stored []model.Reference, urls []string) bool {
	if len(stored) != len(urls) {
		return false
	}
	for i := range stored {
		if stored[i].URL != clippedReference(urls[i]) {
			return false
		}
	}
	return true
}

func (r *run) setReferences(o *model.Observation, urls []string) error {
	o.References = nil
	for _, url := range urls {
		id, err := db.NewReferenceID(r.tx)
		if err != nil {
			return err
		}
		o.References = append(o.References, model.Reference{ID: id, URL: clippedReference(url)})
	}
	return nil
}

// The limits of references and evidences (import.md §4.2).
const (
	maxReference    = 2048
	maxEvidenceName = 255
)

func clippedReference(url string) string { return model.ClipText(url, maxReference) }

func (r *run) addEvidences(observation model.ID, evidences []parsers.Evidence) error {
	for _, e := range evidences {
		sum := e.Text.Sum()
		if err := db.PutText(r.tx, sum, e.Text.String); err != nil {
			return err
		}
		row := &model.Evidence{Observation: observation, Name: model.ClipText(e.Name, maxEvidenceName), Text: sum[:]}
		if err := db.Evidences.Insert(r.tx, row); err != nil {
			return err
		}
	}
	return nil
}

// renewEvidences replaces the evidences of an observation unless they are the same.
func (r *run) renewEvidences(observation model.ID, evidences []parsers.Evidence) error {
	ids := db.Evidences.Referring(r.tx, "observation", observation)
	same := int(ids.GetCardinality()) == len(evidences)
	i := 0
	for row, err := range db.Evidences.Select(r.tx, ids) {
		if err != nil {
			return err
		}
		if !same {
			break
		}
		sum := evidences[i].Text.Sum()
		same = row.Name == evidences[i].Name && string(row.Text) == string(sum[:])
		i++
	}
	if same {
		return nil
	}
	if err := db.Evidences.DeleteAll(r.tx, ids); err != nil {
		return err
	}
	return r.addEvidences(observation, evidences)
}
