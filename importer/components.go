package importer

import (
	"bytes"
	"reflect"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/db"
	"secobserve/licenses"
	"secobserve/model"
	"secobserve/parsers"
)

// Components counts the license components of an import: those that are new, those that were there before and still are, and those that the
// report does not have any more.
type Components struct{ New, Updated, Deleted int }

func (c Components) any() bool { return c != Components{} }

// componentRun is the import of the license components of a report (licenses.md §6.4).
type componentRun struct {
	*run
	deriver *licenses.Deriver
	service string

	stored  map[string]*model.LicenseComponent // of the check before the import, by identity
	unseen  *roaring.Bitmap                    // of these, those that the report has not had so far
	moved   map[place][]*model.LicenseComponent
	waiting []*preparedComponent // without an equal stored component, but perhaps with one whose dependencies changed
	handled map[string]struct{}
	counts  Components
}

// place identifies a component apart from its dependencies.
type place struct{ nameVersion, purl string }

// components imports the license components of the report, if the request and the settings say so.
func (r *run) components() error {
	if !r.wantsComponents() {
		return nil
	}
	c := &componentRun{run: r, unseen: roaring.New(), handled: make(map[string]struct{})}
	if err := c.load(); err != nil {
		return err
	}
	if r.Report.Components == nil && len(c.stored) == 0 {
		r.noteComponents(0)
		return nil
	}
	var err error
	if c.deriver, err = licenses.NewDeriver(r.tx, r.Product); err != nil {
		return err
	}
	if c.service, err = r.serviceName(); err != nil {
		return err
	}
	if r.Report.Components != nil {
		if err := c.file(); err != nil {
			return err
		}
	}
	return c.finish()
}

// wantsComponents tells whether license components are part of the import (import.md §1.6).
func (r *run) wantsComponents() bool {
	return r.settings.FeatureLicenseManagement && (r.Kind == model.ImportSBOM || !r.SuppressLicenses)
}

// load reads the components that the check has.
func (c *componentRun) load() error {
	c.unseen = db.LicenseComponents.Referring(c.tx, "vulnerability_check", c.check.ID).Clone()
	c.stored = make(map[string]*model.LicenseComponent, c.unseen.GetCardinality())
	c.moved = make(map[place][]*model.LicenseComponent, c.unseen.GetCardinality())
	for row, err := range db.LicenseComponents.Select(c.tx, c.unseen) {
		if err != nil {
			return err
		}
		c.stored[row.IdentityHash] = row
		at := placeOf(row)
		c.moved[at] = append(c.moved[at], row)
	}
	return nil
}

func placeOf(c *model.LicenseComponent) place { return place{c.ComponentNameVersion, c.ComponentPURL} }

// file stores the components of the report in their order. Those that are stored in another place of the dependencies come last, because only
// then it is known which stored ones are left over.
func (c *componentRun) file() error {
	batches, stop := make(chan []*preparedComponent, 4), make(chan struct{})
	go c.prepareComponents(batches, stop)
	defer func() {
		close(stop)
		for range batches { // wait until the report is no longer read
		}
	}()
	for batch := range batches {
		for _, p := range batch {
			if err := c.fileOne(p); err != nil {
				return err
			}
		}
	}
	for _, p := range c.waiting {
		if err := c.fileMoved(p); err != nil {
			return err
		}
	}
	return nil
}

// fileOne updates or creates the row of a component. Of several equal components in a report the first one counts.
func (c *componentRun) fileOne(p *preparedComponent) error {
	if _, again := c.handled[p.row.IdentityHash]; again {
		return nil
	}
	c.handled[p.row.IdentityHash] = struct{}{}
	if row := c.stored[p.row.IdentityHash]; row != nil {
		return c.update(row, p)
	}
	if len(c.moved[placeOf(&p.row)]) > 0 {
		c.waiting = append(c.waiting, p)
		return nil
	}
	return c.create(p)
}

// fileMoved stores a component of which there is none in this place of the dependencies: if exactly one equal component has lost its place, it
// is that one.
func (c *componentRun) fileMoved(p *preparedComponent) error {
	var left []*model.LicenseComponent
	for _, row := range c.moved[placeOf(&p.row)] {
		if c.unseen.Contains(uint32(row.ID)) {
			left = append(left, row)
		}
	}
	if len(left) == 1 {
		return c.update(left[0], p)
	}
	return c.create(p)
}

func (c *componentRun) create(p *preparedComponent) error {
	row := &p.row
	row.Created, row.LastChange, row.ImportLastSeen = c.Now, c.Now, c.Now
	if err := c.deriver.Derive(row); err != nil {
		return err
	}
	if err := p.putDependencies(c); err != nil {
		return err
	}
	if err := db.LicenseComponents.Insert(c.tx, row); err != nil {
		return err
	}
	c.counts.New++
	return c.addComponentEvidences(row.ID, p.evidences)
}

// update brings a stored component to what the report says now. The row is only written if something changed.
func (c *componentRun) update(row *model.LicenseComponent, p *preparedComponent) error {
	c.counts.Updated++
	c.unseen.Remove(uint32(row.ID))
	before := *row
	takeOverComponent(row, &p.row)
	if err := c.deriver.Derive(row); err != nil {
		return err
	}
	if row.EvaluationResult != before.EvaluationResult || !row.Effective().Equal(before.Effective()) {
		row.LastChange = c.Now
	}
	if reflect.DeepEqual(row, &before) {
		return nil
	}
	row.ImportLastSeen = c.Now
	if err := p.putDependencies(c); err != nil {
		return err
	}
	if err := db.LicenseComponents.Update(c.tx, row); err != nil {
		return err
	}
	if bytes.Equal(before.ReportFingerprint, p.row.ReportFingerprint) {
		return nil
	}
	return c.renewComponentEvidences(row.ID, p.evidences)
}

// takeOverComponent overwrites what every import refreshes. Conclusions of people stay.
func takeOverComponent(row, imported *model.LicenseComponent) {
	row.IdentityHash, row.ReportFingerprint = imported.IdentityHash, imported.ReportFingerprint
	row.ComponentType, row.ComponentPURL, row.ComponentPURLType = imported.ComponentType, imported.ComponentPURL, imported.ComponentPURLType
	row.ComponentCPE, row.ComponentCycloneDXBOMLink = imported.ComponentCPE, imported.ComponentCycloneDXBOMLink
	row.ComponentDependencies = imported.ComponentDependencies
	row.DeclaredTexts, row.ConcludedTexts = imported.DeclaredTexts, imported.ConcludedTexts
	row.ImportedDeclared, row.ImportedConcluded = imported.ImportedDeclared, imported.ImportedConcluded
}

// finish deletes the components that the report does not have any more and notes the import with its check and product.
func (c *componentRun) finish() error {
	c.counts.Deleted = int(c.unseen.GetCardinality())
	if c.counts.Deleted > 0 {
		if err := db.LicenseComponents.DeleteAll(c.tx, c.unseen); err != nil {
			return err
		}
	}
	c.result.Components = c.counts
	c.check.ComponentsLastSeen = c.Now
	c.noteComponents(c.counts.New + c.counts.Updated)
	if c.Report.Scanner != "" {
		c.check.Scanner = c.Report.Scanner
	}
	return nil
}

// noteComponents notes in the check how many components the report has, for the next import of the same one.
func (r *run) noteComponents(stored int) {
	r.check.ComponentsDigest, r.check.ComponentsStored = r.componentsDigest(), stored
}

func (c *componentRun) addComponentEvidences(component model.ID, evidences []parsers.Evidence) error {
	for _, e := range evidences {
		sum := e.Text.Sum()
		if err := db.PutText(c.tx, sum, e.Text.String); err != nil {
			return err
		}
		row := &model.LicenseComponentEvidence{LicenseComponent: component, Name: model.ClipText(e.Name, maxEvidenceName), Text: sum[:]}
		if err := db.LicenseComponentEvidences.Insert(c.tx, row); err != nil {
			return err
		}
	}
	return nil
}

func (c *componentRun) renewComponentEvidences(component model.ID, evidences []parsers.Evidence) error {
	old := db.LicenseComponentEvidences.Referring(c.tx, "license_component", component)
	if err := db.LicenseComponentEvidences.DeleteAll(c.tx, old); err != nil {
		return err
	}
	return c.addComponentEvidences(component, evidences)
}
