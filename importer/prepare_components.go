package importer

import (
	"crypto/sha256"

	"secobserve/db"
	"secobserve/model"
	"secobserve/parsers"
)

// preparedComponent is a component on its way from the report to its row.
type preparedComponent struct {
	row          model.LicenseComponent
	dependencies string
	evidences    []parsers.Evidence
}

// The bounds of what a component may claim. They are far beyond what reports contain and what the API shows.
const (
	maxLicenseText  = 8192
	maxLicenseTexts = 1000
)

// prepareComponents normalises, classifies and hashes the components of the report in their order and sends them in batches, beside the
// transaction that stores them; it ends early when stop is closed.
func (c *componentRun) prepareComponents(out chan<- []*preparedComponent, stop <-chan struct{}) {
	defer close(out)
	batch := make([]*preparedComponent, 0, batchSize)
	send := func() bool {
		select {
		case out <- batch:
			batch = make([]*preparedComponent, 0, batchSize)
			return true
		case <-stop:
			return false
		}
	}
	for component := range c.Report.Components {
		batch = append(batch, c.prepareComponent(component))
		if len(batch) == batchSize && !send() {
			return
		}
	}
	if len(batch) > 0 {
		send()
	}
}

func (c *componentRun) prepareComponent(in *parsers.Component) *preparedComponent {
	p := &preparedComponent{evidences: in.Evidences, dependencies: model.ClipDependencies(in.Dependencies)}
	row := &p.row
	row.Product, row.Branch, row.OriginService = c.Product.ID, c.Branch, c.Service
	row.VulnerabilityCheck, row.UploadFilename = c.check.ID, c.Filename
	row.ComponentName, row.ComponentVersion, row.ComponentType = in.Name, in.Version, in.Type
	row.ComponentPURL, row.ComponentCPE, row.ComponentCycloneDXBOMLink = in.PURL, in.CPE, in.CycloneDXBOMLink
	row.Normalise()
	row.ComponentDependencies = db.TextKey(p.dependencies)
	row.DeclaredTexts, row.ConcludedTexts = licenseTexts(in.DeclaredLicenses), licenseTexts(in.ConcludedLicenses)
	c.deriver.Classify(row)
	row.IdentityHash = model.LicenseComponentHash(row.ComponentNameVersion, in.Dependencies, c.service, row.ComponentPURLType)
	row.ReportFingerprint = componentFingerprint(row, in.Evidences)
	return p
}

// licenseTexts are the texts within their bounds; nil for none.
func licenseTexts(texts []string) []string {
	var out []string
	for _, text := range texts {
		if len(out) == maxLicenseTexts {
			break
		}
		if text != "" {
			out = append(out, model.ClipText(text, maxLicenseText))
		}
	}
	return out
}

// componentFingerprint is a digest of what the report says about a component.
func componentFingerprint(row *model.LicenseComponent, evidences []parsers.Evidence) []byte {
	d := &digester{buf: []byte{algorithm}}
	for _, s := range []string{row.ComponentName, row.ComponentVersion, string(row.ComponentType), row.ComponentPURL, row.ComponentCPE,
		row.ComponentCycloneDXBOMLink, string(row.ComponentDependencies)} {
		d.text(s)
	}
	for _, texts := range [][]string{row.DeclaredTexts, row.ConcludedTexts} {
		for _, text := range texts {
			d.text(text)
		}
		d.text("")
	}
	for _, e := range evidences {
		d.text(e.Name)
		sum := e.Text.Sum()
		d.buf = append(d.buf, sum[:]...)
	}
	sum := sha256.Sum256(d.buf)
	return sum[:16]
}

// putDependencies stores the text that the row refers to.
func (p *preparedComponent) putDependencies(c *componentRun) error {
	if p.dependencies == "" {
		return nil
	}
	return db.PutText(c.tx, [16]byte(p.row.ComponentDependencies), func() string { return p.dependencies })
}
