package handlers

import (
	"bytes"
	"slices"
	"strings"

	"secobserve/db"
	"secobserve/handlers/schema"
	"secobserve/model"
	"secobserve/observations"
)

// observationPresenter makes the representations of observations for one request. What many rows of a page have in common is looked up, and
// the nested product encoded, once.
type observationPresenter struct {
	*productPresenter
	productRows map[model.ID]*model.Product
	productJSON map[model.ID][]byte
	branches    map[model.ID]string
	services    map[model.ID]string
	parsers     map[model.ID]schema.Parser
	checks      map[model.ID]model.Time
	// componentChecks holds when the components of a check were last seen.
	componentChecks map[model.ID]model.Time
	seenLicenses    *licensesSeen
}

func newObservationPresenter(c *call) (*observationPresenter, error) {
	inner, err := newProductPresenter(c)
	if err != nil {
		return nil, err
	}
	return &observationPresenter{productPresenter: inner, productRows: make(map[model.ID]*model.Product), productJSON: make(map[model.ID][]byte),
		branches: make(map[model.ID]string), services: make(map[model.ID]string), parsers: make(map[model.ID]schema.Parser),
		checks: make(map[model.ID]model.Time), componentChecks: make(map[model.ID]model.Time)}, nil
}

// cached looks a value up once.
func cached[V any](values map[model.ID]V, id model.ID, find func() (V, error)) (V, error) {
	if v, ok := values[id]; ok {
		return v, nil
	}
	v, err := find()
	if err == nil {
		values[id] = v
	}
	return v, err
}

func (p *observationPresenter) productRow(id model.ID) (*model.Product, error) {
	return cached(p.productRows, id, func() (*model.Product, error) { return db.Products.Get(p.tx, id) })
}

func (p *observationPresenter) branch(id model.ID) (string, error) {
	return cached(p.branches, id, func() (string, error) { return p.branchName(id) })
}

func (p *observationPresenter) service(id model.ID) (string, error) {
	return cached(p.services, id, func() (string, error) {
		if id == 0 {
			return "", nil
		}
		s, err := db.Services.Get(p.tx, id)
		if err != nil {
			return "", err
		}
		return s.Name, nil
	})
}

func (p *observationPresenter) parser(id model.ID) (schema.Parser, error) {
	return cached(p.parsers, id, func() (schema.Parser, error) {
		row, err := db.Parsers.Get(p.tx, id)
		if err != nil {
			return schema.Parser{}, err
		}
		return showParser(row), nil
	})
}

// lastSeen is when an import last saw the observation: while it is part of the report, the time is kept with the check.
func (p *observationPresenter) lastSeen(o *model.Observation) (model.Time, error) {
	if o.VulnerabilityCheck == 0 {
		return o.ImportLastSeen, nil
	}
	check, err := cached(p.checks, o.VulnerabilityCheck, func() (model.Time, error) {
		row, err := db.VulnerabilityChecks.Get(p.tx, o.VulnerabilityCheck)
		if err != nil {
			return 0, err
		}
		return row.ObservationsLastSeen, nil
	})
	return o.LastSeen(check), err
}

// appendListed appends a row of the list of observations.
func (p *observationPresenter) appendListed(out *bytes.Buffer, o *model.Observation) error {
	product, err := p.encodedProduct(o.Product)
	if err != nil {
		return err
	}
	fields, err := p.listFields(o)
	if err != nil {
		return err
	}
	if err := appendJSON(out, struct {
		ID model.ID `json:"id"`
	}{o.ID}); err != nil {
		return err
	}
	out.Truncate(out.Len() - 1)
	out.WriteString(`,"product_data":`)
	out.Write(product)
	start := out.Len()
	if err := appendJSON(out, &fields); err != nil {
		return err
	}
	out.Bytes()[start] = ',' // the brace that begins the fields continues the row
	return nil
}

func (p *observationPresenter) encodedProduct(id model.ID) ([]byte, error) {
	return cached(p.productJSON, id, func() ([]byte, error) {
		row, err := p.productRow(id)
		if err != nil {
			return nil, err
		}
		nested, err := p.nestedList(row)
		if err != nil {
			return nil, err
		}
		var out bytes.Buffer
		err = appendJSON(&out, &nested)
		return out.Bytes(), err
	})
}

// common holds what the representations of an observation share.
type common struct {
	product         *model.Product
	branch, service string
	parser          schema.Parser
	lastSeen        model.Time
	sourceFileURL   *string
}

func (p *observationPresenter) common(o *model.Observation) (c common, err error) {
	if c.product, err = p.productRow(o.Product); err != nil {
		return c, err
	}
	if c.branch, err = p.branch(o.Branch); err != nil {
		return c, err
	}
	if c.service, err = p.service(o.OriginService); err != nil {
		return c, err
	}
	if c.parser, err = p.parser(o.Parser); err != nil {
		return c, err
	}
	c.sourceFileURL = optionalText(o.SourceFileURL(c.product.RepositoryPrefix, c.branch))
	c.lastSeen, err = p.lastSeen(o)
	return c, err
}

func (p *observationPresenter) listFields(o *model.Observation) (schema.ObservationListFields, error) {
	c, err := p.common(o)
	if err != nil {
		return schema.ObservationListFields{}, err
	}
	short := o.SourceFileShort()
	return schema.ObservationListFields{
		BranchName: c.branch, ParserData: c.parser, ScannerName: model.ScannerName(o.Scanner), OriginServiceName: c.service,
		OriginComponentNameVersion: o.ShownComponent(), OriginSourceFileShort: &short, OriginSourceFileURL: c.sourceFileURL,
		OriginCloudResourceURL: optionalText(o.CloudResourceURL()),
		VulnerabilityIDAliases: tagged("alias", o.VulnerabilityIDAliases), CVEFoundIn: tagged("source", o.CVEFoundIn),
		ObservationState: observationState(o), ObservationComponent: observationComponent(o), ObservationOrigins: p.origins(o, c.lastSeen),
	}, nil
}

// detail is the representation of one observation.
func (p *observationPresenter) detail(o *model.Observation) (schema.Observation, error) {
	c, err := p.common(o)
	if err != nil {
		return schema.Observation{}, err
	}
	product, err := p.nested(c.product)
	if err != nil {
		return schema.Observation{}, err
	}
	evidences, err := p.evidences(o.ID)
	if err != nil {
		return schema.Observation{}, err
	}
	return schema.Observation{
		ID: o.ID, ProductData: product, BranchName: c.branch, ParserData: c.parser, References: references(o), Evidences: evidences,
		OriginServiceName: c.service, OriginSourceFileURL: c.sourceFileURL, OriginCloudResourceURL: optionalText(o.CloudResourceURL()),
		IssueTrackerIssueURL: optionalText(c.product.IssueURL(o.IssueTrackerIssueID)), AssessmentNeedsApproval: optionalID(observations.PendingLog(p.tx, o.ID)),
		VulnerabilityIDAliases: tagged("alias", o.VulnerabilityIDAliases), CVEFoundIn: tagged("source", o.CVEFoundIn),
		ObservationState: observationState(o), OriginComponentNameVersion: o.OriginComponentNameVersion,
		ObservationComponent: observationComponent(o), OriginComponentDependencies: o.OriginComponentDependencies,
		ObservationOrigins: p.origins(o, c.lastSeen),
	}, nil
}

// nestedObservation is the representation of an observation inside of others.
func (p *observationPresenter) nestedObservation(o *model.Observation) (schema.NestedObservation, error) {
	service, err := p.service(o.OriginService)
	if err != nil {
		return schema.NestedObservation{}, err
	}
	lastSeen, err := p.lastSeen(o)
	return schema.NestedObservation{
		ID: o.ID, ScannerName: model.ScannerName(o.Scanner), OriginServiceName: service, OriginComponentNameVersion: o.ShownComponent(),
		CVEFoundIn: tagged("source", o.CVEFoundIn), ObservationState: observationState(o), VulnerabilityIDAliases: o.VulnerabilityIDAliases,
		ObservationComponent: observationComponent(o), OriginComponentDependencies: o.OriginComponentDependencies,
		ObservationOrigins: p.origins(o, lastSeen),
	}, err
}

func (p *observationPresenter) evidences(observation model.ID) ([]schema.NestedEvidence, error) {
	shown := []schema.NestedEvidence{}
	for e, err := range db.Evidences.ReferringRows(p.tx, "observation", observation) {
		if err != nil {
			return nil, err
		}
		shown = append(shown, schema.NestedEvidence{ID: e.ID, Name: e.Name})
	}
	slices.SortStableFunc(shown, func(a, b schema.NestedEvidence) int { return strings.Compare(a.Name, b.Name) })
	return shown, nil
}

func references(o *model.Observation) []schema.NestedReference {
	shown := make([]schema.NestedReference, len(o.References))
	for i, r := range o.References {
		shown[i] = schema.NestedReference{ID: r.ID, URL: r.URL}
	}
	return shown
}

// tagged shows a comma separated text as a list of objects with one member.
func tagged(name, text string) []map[string]string {
	list := []map[string]string{}
	for _, s := range model.SplitList(text) {
		list = append(list, map[string]string{name: s})
	}
	return list
}

func optionalText(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func observationState(o *model.Observation) schema.ObservationState {
	return schema.ObservationState{
		Title: o.Title, Description: o.Description, Recommendation: o.Recommendation, CurrentSeverity: o.CurrentSeverity,
		ParserSeverity: o.ParserSeverity, RuleSeverity: o.RuleSeverity, RuleRegoSeverity: o.RuleRegoSeverity,
		AssessmentSeverity: o.AssessmentSeverity, CurrentStatus: o.CurrentStatus, ParserStatus: o.ParserStatus, VexStatus: o.VexStatus,
		RuleStatus: o.RuleStatus, RuleRegoStatus: o.RuleRegoStatus, AssessmentStatus: o.AssessmentStatus, CurrentPriority: o.CurrentPriority,
		RulePriority: o.RulePriority, RuleRegoPriority: o.RuleRegoPriority, AssessmentPriority: o.AssessmentPriority,
		ScannerObservationID: o.ScannerObservationID, VulnerabilityID: o.VulnerabilityID, OriginComponentName: o.OriginComponentName,
		OriginComponentVersion: o.OriginComponentVersion,
	}
}

func observationComponent(o *model.Observation) schema.ObservationComponent {
	return schema.ObservationComponent{
		OriginComponentType: o.OriginComponentType, OriginComponentPURL: o.OriginComponentPURL,
		OriginComponentPURLType: o.OriginComponentPURLType, OriginComponentCPE: o.OriginComponentCPE,
	}
}

func (p *observationPresenter) origins(o *model.Observation, lastSeen model.Time) schema.ObservationOrigins {
	return schema.ObservationOrigins{
		OriginComponentCyclonedxBOMLink: o.OriginComponentCycloneDXBOMLink, OriginDockerImageName: o.OriginDockerImageName,
		OriginDockerImageTag: o.OriginDockerImageTag, OriginDockerImageNameTag: o.OriginDockerImageNameTag,
		OriginDockerImageNameTagShort: o.OriginDockerImageNameTagShort, OriginDockerImageDigest: o.OriginDockerImageDigest,
		OriginEndpointURL: o.OriginEndpointURL, OriginEndpointScheme: o.OriginEndpointScheme, OriginEndpointHostname: o.OriginEndpointHostname,
		OriginEndpointPort: o.OriginEndpointPort, OriginEndpointPath: o.OriginEndpointPath, OriginEndpointParams: o.OriginEndpointParams,
		OriginEndpointQuery: o.OriginEndpointQuery, OriginEndpointFragment: o.OriginEndpointFragment, OriginSourceFile: o.OriginSourceFile,
		OriginSourceLineStart: o.OriginSourceLineStart, OriginSourceLineEnd: o.OriginSourceLineEnd, OriginCloudProvider: o.OriginCloudProvider,
		OriginCloudAccountSubscriptionProject: o.OriginCloudAccountSubscriptionProject, OriginCloudResource: o.OriginCloudResource,
		OriginCloudResourceType: o.OriginCloudResourceType, OriginCloudQualifiedResource: o.OriginCloudQualifiedResource,
		OriginKubernetesCluster: o.OriginKubernetesCluster, OriginKubernetesNamespace: o.OriginKubernetesNamespace,
		OriginKubernetesResourceType: o.OriginKubernetesResourceType, OriginKubernetesResourceName: o.OriginKubernetesResourceName,
		OriginKubernetesQualifiedResource: o.OriginKubernetesQualifiedResource, CVSS3Score: decimal(o.CVSS3Score, 1),
		CVSS3Vector: o.CVSS3Vector, CVSS4Score: decimal(o.CVSS4Score, 1), CVSS4Vector: o.CVSS4Vector, CWE: o.CWE,
		EPSSScore: decimal(o.EPSSScore, 3), EPSSPercentile: decimal(o.EPSSPercentile, 3), Found: optionalDate(o.Found), Scanner: o.Scanner,
		UploadFilename: o.UploadFilename, APIConfigurationName: o.APIConfigurationName, ImportLastSeen: p.timestamp(lastSeen),
		Created: p.timestamp(o.Created), Modified: p.timestamp(o.Modified), LastObservationLog: p.timestamp(o.LastObservationLog),
		IdentityHash: o.IdentityHash, IssueTrackerIssueID: o.IssueTrackerIssueID, IssueTrackerIssueClosed: o.IssueTrackerIssueClosed,
		HasPotentialDuplicates: o.HasPotentialDuplicates, CurrentVexJustification: o.CurrentVexJustification,
		ParserVexJustification: o.ParserVexJustification, VexVexJustification: o.VexVexJustification,
		RuleVexJustification: o.RuleVexJustification, RuleRegoVexJustification: o.RuleRegoVexJustification,
		AssessmentVexJustification: o.AssessmentVexJustification, RiskAcceptanceExpiryDate: optionalDate(o.RiskAcceptanceExpiryDate),
		UpdateImpactScore: o.UpdateImpactScore, FixAvailable: o.FixAvailable, Product: o.Product, Branch: optionalID(o.Branch),
		Parser: o.Parser, OriginService: optionalID(o.OriginService), GeneralRule: optionalID(o.GeneralRule),
		ProductRule: optionalID(o.ProductRule), GeneralRuleRego: optionalID(o.GeneralRuleRego), ProductRuleRego: optionalID(o.ProductRuleRego),
		VexStatement: optionalID(o.VexStatement),
	}
}
