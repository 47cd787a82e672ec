package handlers

import (
	"secobserve/handlers/rest"
	"secobserve/handlers/schema"
	"secobserve/licenses"
	"secobserve/model"
)

// Bounds of a simulation.
const (
	maxPolicyItems      = 10_000
	simulatedComponents = 100
)

// simulateLicensePolicy says what a change of a license policy would change, and changes nothing.
//
//	@Summary	Says what a change of a license policy would change for the components that the caller sees, and stores nothing
//	@ID	license_policies_simulate_create
//	@Tags	license_policies
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.LicensePolicySimulationRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	200	{object}	schema.LicensePolicySimulation
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_policies/{id}/simulate/	[post]
func (s *Server) simulateLicensePolicy(c *call) (reply, error) {
	c.body = rest.ReadBody(c.r, s.MaxBody)
	var body schema.LicensePolicySimulation
	err := c.view(func() error {
		p, err := c.licensePolicyOfAction(true)
		if err != nil {
			return err
		}
		draft, err := c.readDraft(p)
		if err != nil {
			return err
		}
		simulation, err := licenses.Simulate(c.tx, draft, c.access.Visible(), simulatedComponents)
		if err != nil {
			return err
		}
		body, err = c.showSimulation(simulation)
		return err
	})
	return ok(body), err
}

// readDraft reads a policy as it might be.
func (c *call) readDraft(p *model.LicensePolicy) (licenses.Draft, error) {
	f, err := c.form(rest.Patch)
	if err != nil {
		return licenses.Draft{}, err
	}
	policy := *p
	var items []*model.LicensePolicyItem
	sent := f.Objects("items", maxPolicyItems, func(element *rest.Form) error {
		item := &model.LicensePolicyItem{LicensePolicy: p.ID}
		checkSubject := c.readItem(element, item)
		items = append(items, item)
		if !element.OK() {
			return nil
		}
		return checkSubject()
	})
	rest.Text(f, "ignore_component_types", &policy.IgnoreComponentTypes, rest.TextRule{Max: maxName, Check: validPURLTypes})
	rest.Ref(f, "parent", &policy.Parent, rest.RefRule{Nullable: true, Exists: func(id model.ID) bool { return id == p.Parent || seesLicensePolicy(c, id) }})
	if err := f.Err(); err != nil {
		return licenses.Draft{}, err
	}
	if policy.Parent != 0 && policy.Parent != p.Parent {
		if err := c.checkParent(&policy); err != nil {
			return licenses.Draft{}, err
		}
	}
	if !sent {
		items, err = licenses.Items(c.tx, p.ID)
	}
	return licenses.Draft{Policy: &policy, Items: items}, err
}

func (c *call) showSimulation(s *licenses.Simulation) (schema.LicensePolicySimulation, error) {
	shown := schema.LicensePolicySimulation{Changed: s.Changed, Products: []schema.SimulatedProduct{}, Components: []schema.SimulatedComponent{}}
	names := make(map[model.ID]string)
	for _, p := range s.Products {
		names[p.Product.ID] = p.Product.Name
		shown.Products = append(shown.Products, schema.SimulatedProduct{Product: p.Product.ID, ProductName: p.Product.Name, Changed: p.Changed,
			Before: evaluationCounts(p.Before), After: evaluationCounts(p.After)})
	}
	present, err := newObservationPresenter(c)
	if err != nil {
		return shown, err
	}
	for _, change := range s.Components {
		row := change.Component
		branch, err := present.branch(row.Branch)
		if err != nil {
			return shown, err
		}
		shown.Components = append(shown.Components, schema.SimulatedComponent{ID: row.ID, Product: row.Product, ProductName: names[row.Product],
			BranchName: branch, ComponentNameVersion: row.ComponentNameVersion, ComponentPURLType: row.ComponentPURLType,
			EffectiveLicenseName: row.Effective().ShownName(), Before: row.EvaluationResult, After: change.After.Result})
	}
	return shown, nil
}

func evaluationCounts(n licenses.Counts) schema.EvaluationCounts {
	return schema.EvaluationCounts{Forbidden: n[model.EvaluationForbidden], ReviewRequired: n[model.EvaluationReviewRequired],
		Unknown: n[model.EvaluationUnknown], Allowed: n[model.EvaluationAllowed], Ignored: n[model.EvaluationIgnored]}
}
