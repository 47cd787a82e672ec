package handlers

import (
	"cmp"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/auth"
	"secobserve/db"
	"secobserve/db/columnar"
	"secobserve/handlers/rest"
	"secobserve/handlers/schema"
	"secobserve/model"
)

// getLicenseComponentForComponent shows the license component of an entry of the list of components.
//
//	@Summary	Shows the license component of an entry of the list of components
//	@ID	license_components_for_component_retrieve
//	@Tags	license_components
//	@Param	component	query	string	true	"id of the component"
//	@Produce	json
//	@Success	200	{object}	schema.LicenseComponentList
//	@Success	204
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_components/for_component/	[get]
func (s *Server) getLicenseComponentForComponent(c *call) (reply, error) {
	id, err := rest.QueryOf(c.r).Text("component")
	if err != nil {
		return reply{}, err
	}
	if id == "" {
		return reply{}, rest.BadRequest("No component id provided")
	}
	component, err := c.component(id)
	if err != nil {
		return reply{}, hidden(err, "Component")
	}
	row, err := c.licenseComponentOf(component)
	if err != nil || row == nil {
		return noContent(), err
	}
	p, err := newObservationPresenter(c)
	if err != nil {
		return reply{}, err
	}
	body, err := p.licenseComponent(row)
	return ok(body), err
}

// hidden has an object that the caller may not view look like one that does not exist.
func hidden(err error, class string) error {
	if errorAnswer(err).Status == http.StatusForbidden {
		return rest.NotFound(class)
	}
	return err
}

// licenseComponentOf is the first license component that is the component; nil if there is none.
func (c *call) licenseComponentOf(component *model.Component) (*model.LicenseComponent, error) {
	if component.LicenseComponents == 0 {
		return nil, nil
	}
	t, idx := db.LicenseComponents, db.LicenseComponents.Index(c.tx)
	place := roaring.And(t.Referring(c.tx, "product", component.Product), t.Referring(c.tx, "branch", component.Branch))
	place.And(t.Referring(c.tx, "origin_service", component.OriginService))
	name, text := t.Column("component_name_version"), component.ComponentNameVersion
	for it := place.Iterator(); it.HasNext(); {
		id := it.Next()
		if idx.Text(name, id) != text {
			continue
		}
		row, err := t.Get(c.tx, model.ID(id))
		if err != nil {
			return nil, err
		}
		if sameComponent(row, component) {
			return row, nil
		}
	}
	return nil, nil
}

func sameComponent(row *model.LicenseComponent, component *model.Component) bool {
	return row.ComponentPURL == component.ComponentPURL && row.ComponentCPE == component.ComponentCPE &&
		row.ComponentCycloneDXBOMLink == component.ComponentCycloneDXBOMLink &&
		string(row.ComponentDependencies) == string(component.ComponentDependencies)
}

// getLicenseOverview counts the components of a product by license.
//
//	@Summary	Counts the components of a product by license
//	@ID	license_components_license_overview_retrieve
//	@Tags	license_components
//	@Param	product	query	int	true	"product"
//	@Param	branch	query	int	false	"branch"
//	@Param	component_purl_type	query	string	false	"component purl type"
//	@Param	effective_license_name	query	string	false	"effective license name"
//	@Param	evaluation_result	query	string	false	"evaluation result" Enums(Allowed, Forbidden, Ignored, Review required, Unknown)
//	@Param	ordering	query	string	false	"ordering" Enums(-branch_name, -effective_license_name, -evaluation_result, branch_name, effective_license_name, evaluation_result)
//	@Param	origin_service	query	int	false	"origin service"
//	@Produce	json
//	@Success	200	{object}	schema.LicenseComponentOverview
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_components/license_overview/	[get]
func (s *Server) getLicenseOverview(c *call) (reply, error) {
	hits, err := c.overviewScope()
	if err != nil {
		return reply{}, err
	}
	rows, err := c.licenseGroups(hits)
	if err != nil {
		return reply{}, err
	}
	ordering, err := rest.QueryOf(c.r).Text("ordering")
	if err != nil {
		return reply{}, err
	}
	sortOverview(rows, ordering)
	return ok(schema.LicenseComponentOverview{Count: len(rows), Results: rows}), nil
}

// overviewScope are the license components that the request asks for.
func (c *call) overviewScope() (*roaring.Bitmap, error) {
	q := rest.QueryOf(c.r)
	p, err := c.overviewProduct(q)
	if err != nil {
		return nil, err
	}
	hits := c.licenseComponentsOf(p)
	branch, given, err := queryID(q, "branch", "Branch id is not an integer")
	if err != nil {
		return nil, err
	}
	if given {
		b, err := db.Branches.Get(c.tx, branch)
		if err != nil || b.Product != p.ID {
			return nil, rest.NotFoundText("Not found.")
		}
		hits = db.LicenseComponents.Referring(c.tx, "branch", branch)
	}
	for _, f := range overviewFilters {
		found, err := f.apply(c, q, f.name, hits)
		if err != nil {
			return nil, err
		}
		if found != nil {
			hits = roaring.And(hits, found)
		}
	}
	return hits, nil
}

var overviewFilters = []filter{
	reference(db.LicenseComponents, "origin_service", "origin_service", memberOfService),
	evaluationResult(db.LicenseComponents, "evaluation_result"),
	exact(db.LicenseComponents, "component_purl_type", "component_purl_type"),
	contains(db.LicenseComponents, "effective_license_name", "effective_license_name"),
}

func (c *call) overviewProduct(q rest.Query) (*model.Product, error) {
	id, given, err := queryID(q, "product", "Product id is not an integer")
	if err != nil {
		return nil, err
	}
	if !given {
		return nil, rest.BadRequest("No product id provided")
	}
	p, err := db.Products.Get(c.tx, id)
	if err != nil {
		return nil, rest.NotFoundText("Not found.")
	}
	return p, c.require(p, auth.ProductView)
}

// queryID is the id that a parameter gives; anything but a number is refused with the message.
func queryID(q rest.Query, name, message string) (id model.ID, given bool, err error) {
	text, err := q.Text(name)
	if err != nil || text == "" {
		return 0, false, err
	}
	n, err := strconv.ParseUint(text, 10, 64)
	if err != nil {
		return 0, false, rest.BadRequest(message)
	}
	return model.ID(n), true, nil
}

// licenseComponentsOf are the license components of a product, or of all products of a group.
func (c *call) licenseComponentsOf(p *model.Product) *roaring.Bitmap {
	t := db.LicenseComponents
	if p.IsProductGroup {
		return t.Index(c.tx).AnyRef(t.Column("product"), db.Products.Referring(c.tx, "product_group", p.ID))
	}
	return t.Referring(c.tx, "product", p.ID)
}

// licenseGroups counts license components by branch, license and result.
func (c *call) licenseGroups(hits *roaring.Bitmap) ([]schema.LicenseComponentOverviewElement, error) {
	t := db.LicenseComponents
	groups := t.Index(c.tx).Groups(hits, t.Column("branch"), t.Column("effective_license_kind"), t.Column("effective_license_name"),
		t.Column("numerical_evaluation_result"))
	rows := make([]schema.LicenseComponentOverviewElement, len(groups))
	names := make(map[model.ID]*string)
	for i, g := range groups {
		branch, err := cached(names, model.ID(g.Values[0].I), func() (*string, error) { return c.optionalBranchName(model.ID(g.Values[0].I)) })
		if err != nil {
			return nil, err
		}
		rows[i] = schema.LicenseComponentOverviewElement{BranchName: branch, EffectiveLicenseName: g.Values[2].S,
			EffectiveLicenseType: model.LicenseKinds[g.Values[1].I], EvaluationResult: string(model.EvaluationResults[g.Values[3].I-1]), NumComponents: g.Count}
	}
	return rows, nil
}

func (c *call) optionalBranchName(id model.ID) (*string, error) {
	if id == 0 {
		return nil, nil
	}
	name, err := c.branchName(id)
	return &name, err
}

// sortOverview sorts as the request asks for; unknown orders are the standard one.
func sortOverview(rows []schema.LicenseComponentOverviewElement, ordering string) {
	type order = func(a, b *schema.LicenseComponentOverviewElement) int
	result := func(a, b *schema.LicenseComponentOverviewElement) int {
		return cmp.Compare(model.EvaluationResult(a.EvaluationResult).Number(), model.EvaluationResult(b.EvaluationResult).Number())
	}
	name := func(a, b *schema.LicenseComponentOverviewElement) int {
		return compareTexts(a.EffectiveLicenseName, b.EffectiveLicenseName)
	}
	branch := func(a, b *schema.LicenseComponentOverviewElement) int {
		return compareOptional(a.BranchName, b.BranchName)
	}
	keys, desc := []order{result, name, branch}, strings.HasPrefix(ordering, "-")
	switch strings.TrimPrefix(ordering, "-") {
	case "effective_license_name":
		keys = []order{name, result, branch}
	case "branch_name":
		keys = []order{branch, name, result}
	case "evaluation_result":
	default:
		desc = false
	}
	slices.SortStableFunc(rows, func(a, b schema.LicenseComponentOverviewElement) int {
		for _, compare := range keys {
			if c := compare(&a, &b); c != 0 {
				if desc {
					return -c
				}
				return c
			}
		}
		return cmp.Compare(a.EffectiveLicenseType, b.EffectiveLicenseType)
	})
}

// compareTexts is the order of texts of all lists (http-conventions.md §5).
func compareTexts(a, b string) int {
	return cmp.Or(strings.Compare(columnar.Fold(a), columnar.Fold(b)), strings.Compare(a, b))
}

// compareOptional has null as the greatest value.
func compareOptional(a, b *string) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return 1
	case b == nil:
		return -1
	default:
		return compareTexts(*a, *b)
	}
}
