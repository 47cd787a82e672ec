package handlers

import (
	"errors"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/db"
	"secobserve/handlers/schema"
	"secobserve/licenses"
	"secobserve/model"
)

// licenseComponent is a license component as lists show it.
func (p *observationPresenter) licenseComponent(row *model.LicenseComponent) (schema.LicenseComponentList, error) {
	branch, err := p.branch(row.Branch)
	if err != nil {
		return schema.LicenseComponentList{}, err
	}
	service, err := p.service(row.OriginService)
	if err != nil {
		return schema.LicenseComponentList{}, err
	}
	fields, err := p.licenseComponentFields(row)
	shown := row.ShownComponent()
	return schema.LicenseComponentList{ID: row.ID, ComponentNameVersionType: &shown, BranchName: branch, OriginServiceName: service,
		LicenseComponentFields: fields}, err
}

func (p *observationPresenter) licenseComponentFields(row *model.LicenseComponent) (schema.LicenseComponentFields, error) {
	declared, concluded, manual, effective := &row.ImportedDeclared, &row.ImportedConcluded, &row.ManualConcluded, row.Effective()
	seen, err := p.componentsLastSeen(row)
	return schema.LicenseComponentFields{
		IdentityHash: row.IdentityHash, UploadFilename: row.UploadFilename,
		ComponentName: row.ComponentName, ComponentVersion: row.ComponentVersion, ComponentNameVersion: row.ComponentNameVersion,
		ComponentType: row.ComponentType, ComponentPURL: row.ComponentPURL, ComponentPURLType: row.ComponentPURLType,
		ComponentCPE: row.ComponentCPE, ComponentCycloneDXBOMLink: row.ComponentCycloneDXBOMLink,
		ImportedDeclaredLicenseName: declared.ShownName(), ImportedDeclaredLicenseExpression: declared.ShownExpression(),
		ImportedDeclaredNonSPDXLicense: declared.ShownNonSPDX(), ImportedDeclaredMultipleLicenses: declared.ShownMultiple(),
		ImportedConcludedLicenseName: concluded.ShownName(), ImportedConcludedLicenseExpression: concluded.ShownExpression(),
		ImportedConcludedNonSPDXLicense: concluded.ShownNonSPDX(), ImportedConcludedMultipleLicenses: concluded.ShownMultiple(),
		ManualConcludedLicenseName: manual.ShownName(), ManualConcludedLicenseExpression: manual.ShownExpression(),
		ManualConcludedNonSPDXLicense: manual.ShownNonSPDX(), ManualConcludedComment: row.ManualConcludedComment,
		EffectiveLicenseName: effective.ShownName(), EffectiveLicenseExpression: effective.ShownExpression(),
		EffectiveNonSPDXLicense: effective.ShownNonSPDX(), EffectiveMultipleLicenses: effective.ShownMultiple(),
		EvaluationResult: row.EvaluationResult, NumericalEvaluationResult: row.EvaluationResult.Number(),
		EvaluationReason: p.reason(&row.EvaluationReason),
		Created:          p.timestamp(row.Created), ImportLastSeen: p.timestamp(seen), LastChange: p.timestamp(row.LastChange),
		Product: row.Product, Branch: optionalID(row.Branch),
		ImportedDeclaredSPDXLicense: optionalID(declared.License), ImportedConcludedSPDXLicense: optionalID(concluded.License),
		ManualConcludedSPDXLicense: optionalID(manual.License), EffectiveSPDXLicense: optionalID(effective.License),
		OriginService: optionalID(row.OriginService),
	}, err
}

// reason says what decided the evaluation, without what the caller may not see of it (licenses.md §8).
func (p *observationPresenter) reason(r *model.EvaluationReason) schema.EvaluationReason {
	shown := schema.EvaluationReason{Decider: r.Decider, Subject: r.Subject, FromParent: r.FromParent}
	seen := p.licensesSeen()
	if seen.contains(seen.groups, r.Group) {
		shown.LicenseGroup = optionalID(r.Group)
	}
	policy := db.LicensePolicyItems.Index(p.tx).Ref(db.LicensePolicyItems.Column("license_policy"), uint32(r.Item))
	if seen.contains(seen.policies, model.ID(policy)) {
		shown.LicensePolicyItem = optionalID(r.Item)
	}
	return shown
}

// licensesSeen are the license groups and policies that the caller may see.
type licensesSeen struct{ groups, policies *roaring.Bitmap }

// contains tells whether a set, of which nil means all, has an id.
func (licensesSeen) contains(set *roaring.Bitmap, id model.ID) bool {
	return set == nil || set.Contains(uint32(id))
}

// licensesSeen finds out once for all rows of a page.
func (p *observationPresenter) licensesSeen() *licensesSeen {
	if p.seenLicenses == nil {
		p.seenLicenses = &licensesSeen{p.access.LicenseGroups(), p.access.LicensePolicies()}
	}
	return p.seenLicenses
}

// componentsLastSeen is when an import last saw the component, which is kept with the check of its upload.
func (p *observationPresenter) componentsLastSeen(row *model.LicenseComponent) (model.Time, error) {
	if row.VulnerabilityCheck == 0 {
		return row.ImportLastSeen, nil
	}
	check, err := cached(p.componentChecks, row.VulnerabilityCheck, func() (model.Time, error) {
		check, err := db.VulnerabilityChecks.Get(p.tx, row.VulnerabilityCheck)
		if err != nil {
			return 0, err
		}
		return check.ComponentsLastSeen, nil
	})
	return row.LastSeen(check), err
}

// licenseComponentDetail is a license component with all that there is to it.
func (p *observationPresenter) licenseComponentDetail(row *model.LicenseComponent) (schema.LicenseComponent, error) {
	l, err := p.licenseComponent(row)
	if err != nil {
		return schema.LicenseComponent{}, err
	}
	product, err := p.productRow(row.Product)
	if err != nil {
		return schema.LicenseComponent{}, err
	}
	effective := row.Effective()
	d := schema.LicenseComponent{
		ID: l.ID, ComponentNameVersionType: l.ComponentNameVersionType, BranchName: l.BranchName, OriginServiceName: l.OriginServiceName,
		Evidences: []schema.NestedLicenseComponentEvidence{}, Title: effective.ShownName() + " / " + row.ComponentNameVersion,
		Permissions: p.access.Permissions(product).Codes(), LicenseComponentFields: l.LicenseComponentFields,
		ComponentDependencies: db.Text(p.tx, row.ComponentDependencies),
		DeclaredLicenses:      notNil(row.DeclaredTexts), ConcludedLicenses: notNil(row.ConcludedTexts),
	}
	if kind := effective.Kind(); kind != model.LicenseMultiple {
		d.EffectiveLicenseType = model.LicenseKinds[kind]
	}
	for e, err := range db.LicenseComponentEvidences.ReferringRows(p.tx, "license_component", row.ID) {
		if err != nil {
			return schema.LicenseComponent{}, err
		}
		d.Evidences = append(d.Evidences, schema.NestedLicenseComponentEvidence{ID: e.ID, Name: e.Name})
	}
	return d, p.addPolicy(product, row, &d)
}

// addPolicy names the policy that holds for a component, and the group that decided.
func (p *observationPresenter) addPolicy(product *model.Product, row *model.LicenseComponent, d *schema.LicenseComponent) error {
	id, err := licenses.PolicyOf(p.tx, product)
	if err != nil {
		return err
	}
	if id != 0 {
		policy, err := db.LicensePolicies.Get(p.tx, id)
		if err != nil {
			return err
		}
		d.LicensePolicyID, d.LicensePolicyName = policy.ID, policy.Name
	}
	if seen := p.licensesSeen(); !seen.contains(seen.groups, row.EvaluationReason.Group) {
		return nil
	}
	group, err := db.LicenseGroups.Get(p.tx, row.EvaluationReason.Group)
	if errors.Is(err, db.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	d.LicenseGroupName = group.Name
	return nil
}

// notNil is a list that JSON shows as one, even if it is empty.
func notNil(texts []string) []string {
	if texts == nil {
		return []string{}
	}
	return texts
}
