package handlers

import (
	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/auth"
	"secobserve/db"
	"secobserve/handlers/schema"
	"secobserve/model"
	"secobserve/products"
)

// productPresenter makes the representations of products and product groups for one request.
type productPresenter struct {
	*call
	settings model.Settings
	counter  *products.Counter
	licenses *products.LicenseCounter
}

func newProductPresenter(c *call) (*productPresenter, error) {
	settings, err := db.Settings.Get(c.tx)
	if err != nil {
		return nil, err
	}
	return &productPresenter{call: c, settings: settings, counter: products.NewCounter(c.tx), licenses: products.NewLicenseCounter(c.tx)}, nil
}

// maskedSecret stands for a secret that is set, for those who may change it. In a request it leaves the secret as it is.
const maskedSecret = "********"

// secrets hides the secrets of a product: those who may edit it see which are set.
type secrets struct{ mayEdit bool }

func (s secrets) show(secret model.Secret) string {
	if secret == "" || !s.mayEdit {
		return ""
	}
	return maskedSecret
}

func (p *productPresenter) list(row *model.Product) (schema.ProductList, error) {
	group, err := products.Group(p.tx, row)
	if err != nil {
		return schema.ProductList{}, err
	}
	branch, err := p.branchName(row.RepositoryDefaultBranch)
	if err != nil {
		return schema.ProductList{}, err
	}
	permissions := p.access.Permissions(row)
	hidden := secrets{permissions.Has(auth.ProductEdit)}
	return schema.ProductList{
		ID: row.ID, Permissions: permissions.Codes(), ObservationNotificationStatusList: statusTexts(row.ObservationNotificationStatuses),
		ProductObservationCounts: observationCounts(p.counter.Product(row)), ProductLicenseCounts: p.licenseCounts(row),
		ProductGroupName: nameOf(group), RepositoryDefaultBranchName: branch,
		Name: row.Name, Description: row.Description,
		ProductRepository: p.repository(row, hidden), ProductIssueTracker: p.issueTracker(row, hidden),
		NewObservationsInReview: row.NewObservationsInReview, ProductRules: p.rules(row),
	}, nil
}

// detail is the representation of one product; a new one has no counts yet.
func (p *productPresenter) detail(row *model.Product, created bool) (schema.Product, error) {
	l, err := p.list(row)
	if err != nil {
		return schema.Product{}, err
	}
	if created {
		l.ProductObservationCounts, l.ProductLicenseCounts = schema.ProductObservationCounts{}, schema.ProductLicenseCounts{}
	}
	group, err := products.Group(p.tx, row)
	if err != nil {
		return schema.Product{}, err
	}
	expiry, err := products.RiskAcceptanceExpiry(p.tx, &p.settings, row, p.today())
	if err != nil {
		return schema.Product{}, err
	}
	d := schema.Product{
		ID: l.ID, Permissions: l.Permissions, ObservationNotificationStatusList: l.ObservationNotificationStatusList,
		ProductObservationCounts: l.ProductObservationCounts, ProductLicenseCounts: l.ProductLicenseCounts,
		ProductGroupName: l.ProductGroupName, RepositoryDefaultBranchName: l.RepositoryDefaultBranchName,
		RiskAcceptanceExpiryDateCalculated: optionalDate(expiry),
		Name:                               l.Name, Description: l.Description,
		ProductRepository: l.ProductRepository, ProductIssueTracker: l.ProductIssueTracker,
		NewObservationsInReview: l.NewObservationsInReview, ProductRules: l.ProductRules,
	}
	if group != nil {
		d.ProductGroupRepositoryBranchHousekeepingActive = group.HousekeepingActive
		d.ProductGroupSecurityGateActive = group.SecurityGateActive
		d.ProductGroupAssessmentsNeedApproval = group.AssessmentsNeedApproval
		d.ProductGroupProductRulesNeedApproval = group.ProductRulesNeedApproval
		d.ProductGroupNewObservationsInReview = group.NewObservationsInReview
		d.ProductGroupLicensePolicy = optionalID(group.LicensePolicy)
	}
	p.addFacts(row, &d)
	return d, nil
}

// addFacts fills what follows from the product's branches, services and observations.
func (p *productPresenter) addFacts(row *model.Product, d *schema.Product) {
	branches := db.Branches.Referring(p.tx, "product", row.ID)
	observations, idx := db.Observations.Referring(p.tx, "product", row.ID), db.Observations.Index(p.tx)
	d.HasBranches = !branches.IsEmpty()
	d.HasServices = !db.Services.Referring(p.tx, "product", row.ID).IsEmpty()
	d.HasBranchOSVLinuxDistribution = branches.Intersects(db.Branches.Index(p.tx).EqualInt(db.Branches.Column("has_osv_linux_distribution"), 1))
	d.HasLicenses, d.HasConcludedComments = products.HasLicenses(p.tx, row.ID)
	inReview := idx.EqualText(db.Observations.Column("current_status"), string(model.StatusInReview))
	d.ObservationReviews = int(observations.AndCardinality(inReview))
	d.HasPriorities = !roaring.AndNot(observations, idx.NullInt(db.Observations.Column("current_priority"))).IsEmpty()
	if row.AssessmentsNeedApproval || d.ProductGroupAssessmentsNeedApproval {
		d.ObservationLogApprovals = p.pendingApprovals(observations)
	}
}

// pendingApprovals counts history entries of the observations that wait for approval.
func (p *productPresenter) pendingApprovals(observations *roaring.Bitmap) int {
	logs := db.ObservationLogs.Index(p.tx)
	observation := db.ObservationLogs.Column("observation_id")
	pending := 0
	for it := logs.EqualText(db.ObservationLogs.Column("assessment_status"), string(model.AssessmentNeedsApproval)).Iterator(); it.HasNext(); {
		if observations.Contains(uint32(logs.Ref(observation, it.Next()))) {
			pending++
		}
	}
	return pending
}

func (p *productPresenter) group(row *model.Product, created bool) (schema.ProductGroup, error) {
	permissions := p.access.Permissions(row)
	hidden := secrets{permissions.Has(auth.ProductGroupEdit)}
	r := p.repository(row, hidden)
	g := schema.ProductGroup{
		ID: row.ID, Name: row.Name, Description: row.Description, Permissions: permissions.Codes(),
		ProductsCount:                      int(db.Products.Referring(p.tx, "product_group", row.ID).GetCardinality()),
		RepositoryBranchHousekeepingActive: row.HousekeepingActive, RepositoryBranchHousekeepingKeepInactiveDays: row.HousekeepingKeepInactiveDays,
		RepositoryBranchHousekeepingExemptBranches: row.HousekeepingExemptBranches,
		NotificationMSTeamsWebhook:                 r.NotificationMSTeamsWebhook, NotificationSlackWebhook: r.NotificationSlackWebhook,
		NotificationEmailTo: row.NotificationEmailTo, SecurityGateActive: row.SecurityGateActive,
		SecurityGateThresholdCritical: row.Thresholds[0], SecurityGateThresholdHigh: row.Thresholds[1],
		SecurityGateThresholdMedium: row.Thresholds[2], SecurityGateThresholdLow: row.Thresholds[3],
		SecurityGateThresholdNone: row.Thresholds[4], SecurityGateThresholdUnknown: row.Thresholds[5],
		AssessmentsNeedApproval: row.AssessmentsNeedApproval, ProductRulesNeedApproval: row.ProductRulesNeedApproval,
		RiskAcceptanceExpiryActive: row.RiskAcceptanceExpiryActive, RiskAcceptanceExpiryDays: row.RiskAcceptanceExpiryDays,
		NewObservationsInReview: row.NewObservationsInReview, LicensePolicy: optionalID(row.LicensePolicy),
		ObservationNotificationMinSeverity: row.ObservationNotificationMinSeverity,
		ObservationNotificationStatusList:  statusTexts(row.ObservationNotificationStatuses),
		ObservationNotificationMinPriority: row.ObservationNotificationMinPriority,
	}
	if !created {
		g.ProductObservationCounts, g.ProductLicenseCounts = observationCounts(p.counter.Product(row)), p.licenseCounts(row)
	}
	return g, nil
}

func (p *productPresenter) repository(row *model.Product, hidden secrets) schema.ProductRepository {
	return schema.ProductRepository{
		PURL: row.PURL, CPE23: row.CPE23, RepositoryPrefix: row.RepositoryPrefix,
		RepositoryBranchHousekeepingActive: row.HousekeepingActive, RepositoryBranchHousekeepingKeepInactiveDays: row.HousekeepingKeepInactiveDays,
		RepositoryBranchHousekeepingExemptBranches: row.HousekeepingExemptBranches,
		SecurityGatePassed:                         row.SecurityGatePassed, SecurityGateActive: row.SecurityGateActive,
		SecurityGateThresholdCritical: row.Thresholds[0], SecurityGateThresholdHigh: row.Thresholds[1],
		SecurityGateThresholdMedium: row.Thresholds[2], SecurityGateThresholdLow: row.Thresholds[3],
		SecurityGateThresholdNone: row.Thresholds[4], SecurityGateThresholdUnknown: row.Thresholds[5],
		ApplyGeneralRules:          row.ApplyGeneralRules,
		NotificationMSTeamsWebhook: hidden.show(row.NotificationMSTeamsWebhook), NotificationSlackWebhook: hidden.show(row.NotificationSlackWebhook),
		NotificationEmailTo: row.NotificationEmailTo, ObservationNotificationMinSeverity: row.ObservationNotificationMinSeverity,
	}
}

func (c *call) issueTracker(row *model.Product, hidden secrets) schema.ProductIssueTracker {
	return schema.ProductIssueTracker{
		ObservationNotificationMinPriority: row.ObservationNotificationMinPriority,
		IssueTrackerActive:                 row.IssueTrackerActive, IssueTrackerType: row.IssueTrackerType, IssueTrackerBaseURL: row.IssueTrackerBaseURL,
		IssueTrackerUsername: row.IssueTrackerUsername, IssueTrackerAPIKey: hidden.show(row.IssueTrackerAPIKey),
		IssueTrackerProjectID: row.IssueTrackerProjectID, IssueTrackerLabels: row.IssueTrackerLabels, IssueTrackerIssueType: row.IssueTrackerIssueType,
		IssueTrackerStatusClosed: row.IssueTrackerStatusClosed, IssueTrackerMinimumSeverity: row.IssueTrackerMinimumSeverity,
		LastObservationChange: c.timestamp(row.LastObservationChange), LastLicenseChange: c.timestamp(row.LastLicenseChange),
		AssessmentsNeedApproval: row.AssessmentsNeedApproval,
	}
}

func (c *call) rules(row *model.Product) schema.ProductRules {
	return schema.ProductRules{
		ProductRulesNeedApproval: row.ProductRulesNeedApproval, RiskAcceptanceExpiryActive: row.RiskAcceptanceExpiryActive,
		RiskAcceptanceExpiryDays: row.RiskAcceptanceExpiryDays,
		OSVEnabled:               row.OSVEnabled, OSVLinuxDistribution: row.OSVLinuxDistribution, OSVLinuxRelease: row.OSVLinuxRelease,
		AutomaticOSVScanningEnabled: row.AutomaticOSVScanningEnabled,
		HasCloudResource:            row.Flags.CloudResource, HasComponent: row.Flags.Component, HasDockerImage: row.Flags.DockerImage,
		HasEndpoint: row.Flags.Endpoint, HasKubernetesResource: row.Flags.KubernetesResource, HasSource: row.Flags.Source,
		HasPotentialDuplicates: row.Flags.PotentialDuplicates,
		ProductGroup:           optionalID(row.ProductGroup), RepositoryDefaultBranch: optionalID(row.RepositoryDefaultBranch),
		LicensePolicy: optionalID(row.LicensePolicy),
	}
}

// nested is the product inside an observation's detail; it never shows secrets.
func (p *productPresenter) nested(row *model.Product) (schema.NestedProduct, error) {
	group, err := products.Group(p.tx, row)
	if err != nil {
		return schema.NestedProduct{}, err
	}
	expiry, err := products.RiskAcceptanceExpiry(p.tx, &p.settings, row, p.today())
	if err != nil {
		return schema.NestedProduct{}, err
	}
	n := schema.NestedProduct{
		ID: row.ID, Permissions: p.access.Permissions(row).Codes(), RiskAcceptanceExpiryDateCalculated: optionalDate(expiry),
		Name: row.Name, Description: row.Description, IsProductGroup: row.IsProductGroup,
		ProductRepository: p.repository(row, secrets{}), ObservationNotificationStatuses: joinStatuses(row.ObservationNotificationStatuses),
		ProductIssueTracker:     p.issueTracker(row, secrets{}),
		NewObservationsInReview: row.NewObservationsInReview, ProductRules: p.rules(row),
	}
	if group != nil {
		n.ProductGroupAssessmentsNeedApproval = group.AssessmentsNeedApproval
		n.ProductGroupProductRulesNeedApproval = group.ProductRulesNeedApproval
	}
	return n, nil
}

// nestedList is the product inside a row of the list of observations.
func (p *productPresenter) nestedList(row *model.Product) (schema.NestedProductList, error) {
	group, err := products.Group(p.tx, row)
	if err != nil {
		return schema.NestedProductList{}, err
	}
	return schema.NestedProductList{
		ID: row.ID, Permissions: p.access.Permissions(row).Codes(), ProductGroupName: nameOf(group), Name: row.Name, Description: row.Description,
		ProductRepository: p.repository(row, secrets{}), ObservationNotificationStatuses: joinStatuses(row.ObservationNotificationStatuses),
		ProductIssueTracker: p.issueTracker(row, secrets{}), ProductRules: p.rules(row),
	}, nil
}

func nameOf(group *model.Product) string {
	if group == nil {
		return ""
	}
	return group.Name
}

func (c *call) branchName(id model.ID) (string, error) {
	if id == 0 {
		return "", nil
	}
	b, err := db.Branches.Get(c.tx, id)
	if err != nil {
		return "", err
	}
	return b.Name, nil
}

func observationCounts(n products.Counts) schema.ProductObservationCounts {
	return schema.ProductObservationCounts{
		ActiveCriticalObservationCount: &n[0], ActiveHighObservationCount: &n[1], ActiveMediumObservationCount: &n[2],
		ActiveLowObservationCount: &n[3], ActiveNoneObservationCount: &n[4], ActiveUnknownObservationCount: &n[5],
	}
}

// licenseCounts are null without license management.
func (p *productPresenter) licenseCounts(row *model.Product) schema.ProductLicenseCounts {
	if !p.settings.FeatureLicenseManagement {
		return schema.ProductLicenseCounts{}
	}
	n := p.licenses.Product(row)
	counts := schema.ProductLicenseCounts{ForbiddenLicensesCount: &n[0], ReviewRequiredLicensesCount: &n[1], UnknownLicensesCount: &n[2],
		AllowedLicensesCount: &n[3], IgnoredLicensesCount: &n[4]}
	if all := n.All(); all > 0 {
		counts.AllLicensesCount = &all
	}
	return counts
}

func statusTexts(statuses []model.Status) []string {
	texts := make([]string, len(statuses))
	for i, s := range statuses {
		texts[i] = string(s)
	}
	return texts
}
