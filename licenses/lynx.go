package licenses

import "secobserve/model"

// applySpellings derives a conclusion for a component whose imported license is a common spelling of a license of the catalogue, and replaces
// spellings among several licenses (licenses.md §6.6). The component has no conclusion. A declared license only counts if the report concludes
// none.
func (d *Deriver) applySpellings(c *model.LicenseComponent) {
	if c.ImportedConcluded.Kind() == model.LicenseNone {
		d.spell(c, &c.ImportedDeclared)
		return
	}
	d.spell(c, &c.ImportedConcluded)
}

func (d *Deriver) spell(c *model.LicenseComponent, imported *model.ComponentLicense) {
	switch imported.Kind() {
	case model.LicenseNonSPDX:
		id, ok := d.spellings(imported.NonSPDX)
		if !ok {
			return
		}
		if license, ok := d.classifier.spdx(id); ok {
			c.ManualConcluded, c.ManualConcludedComment = license, SetByLicenseLynx
		}
	case model.LicenseMultiple:
		mapped := make([]string, len(imported.Multiple))
		for i, text := range imported.Multiple {
			mapped[i] = text
			if id, ok := d.spellings(text); ok {
				mapped[i] = id
			}
		}
		imported.Multiple = mapped
	}
}
