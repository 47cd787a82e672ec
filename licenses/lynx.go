package licenses

import "secobserve/model"

// Mapping gives common spellings of licenses their canonical ids; false for a text that it does not know (licenses.md §3.5).
type Mapping func(text string) (id string, ok bool)

// concluded derives a conclusion for a component whose declared license, or else whose concluded one, is a spelling of a license of the
// catalogue, and replaces spellings among several licenses (licenses.md §6.6). The component has no conclusion.
func (d *Deriver) applyMapping(c *model.LicenseComponent) {
	if d.mapping == nil {
		return
	}
	if c.ImportedConcluded.Kind() == model.LicenseNone {
		d.mapOne(c, &c.ImportedDeclared)
		return
	}
	d.mapOne(c, &c.ImportedConcluded)
}

func (d *Deriver) mapOne(c *model.LicenseComponent, imported *model.ComponentLicense) {
	switch imported.Kind() {
	case model.LicenseNonSPDX:
		id, ok := d.mapping(imported.NonSPDX)
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
			if id, ok := d.mapping(text); ok {
				mapped[i] = id
			}
		}
		imported.Multiple = mapped
	}
}
