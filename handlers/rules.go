package handlers

import (
	"fmt"
	"slices"

	"secobserve/auth"
	"secobserve/handlers/rest"
)

// rule says who may use a method of a route, beyond what the route demands of all its callers (access.md §9).
type rule struct {
	// who may call; dispatch refuses all others before the handler is asked.
	who callers
	// always are the permissions that the handler checks on the product that it is about, each of them. Dispatch fails a request that was
	// answered without all of these checks, so that a forgotten one lets nobody in.
	always []auth.Permission
	// sometimes are the permissions that the handler checks if the request demands it. A check of any other permission is a mistake in this
	// table, which dispatch reports as well.
	sometimes []auth.Permission
	// rows are those that the answer is made of (access.md §8), checks what the handler looks at besides permissions; both for readers.
	rows   rowSet
	checks string
}

// callers are kinds of users.
type callers int

const (
	allowedByRoute  callers = iota // whom the route admits
	internalCallers                // no external users, but superusers
	superusersOnly
)

// rowSet names the rows that a list shows.
type rowSet string

const (
	ofMembers           rowSet = "rows of products in M"
	viewable            rowSet = "rows of products in V"
	own                 rowSet = "the caller's own rows; superusers: all"
	everything          rowSet = "all rows"
	licenseGroupsSeen   rowSet = "visible license groups, and what hangs on them"
	licensePoliciesSeen rowSet = "visible license policies, and what hangs on them"
	notificationsSeen   rowSet = "notifications of products in V, but no exceptions; superusers: all"
	ofOwnGroups         rowSet = "rows of the authorization groups that the caller belongs to; superusers: all"
)

// The rules in short.

func rows(set rowSet) rule                   { return rule{rows: set} }
func on(permissions ...auth.Permission) rule { return rule{always: permissions} }
func checking(what string) rule              { return rule{checks: what} }

var (
	free       = rule{} // nothing beyond what the route demands
	internal   = rule{who: internalCallers}
	superusers = rule{who: superusersOnly}
)

// or adds permissions that are checked if the request demands it.
func (r rule) or(permissions ...auth.Permission) rule {
	r.sometimes = append(slices.Clone(r.sometimes), permissions...)
	return r
}

type access = map[string]rule // by method

// collection are the rules of a list that rows can be added to.
func collection(list, create rule) access { return access{"GET": list, "POST": create} }

// object are the rules of a detail route.
func object(view, change, remove rule) access {
	return access{"GET": view, "PUT": change, "PATCH": change, "DELETE": remove}
}

// rules is the table of who may do what: each method of each route has a rule, or the server does not start. Its counterpart, what the
// specification says, is testdata/access.txt: a new route needs a line here and one there.
var rules = map[string]access{
	"/api/status/health/":           {"GET": free},
	"/api/status/ready/":            {"GET": free},
	"/api/status/version/":          {"GET": free},
	"/api/status/inbox/":            {"GET": rows(viewable)},
	"/api/status/settings/":         {"GET": free},
	"/api/status/ui_configuration/": {"GET": free},
	"/api/oa3/schema/":              {"GET": free},

	"/api/authentication/authenticate/":          {"POST": free},
	"/api/authentication/create_api_token/":      {"POST": free},
	"/api/authentication/create_user_api_token/": {"POST": free},
	"/api/authentication/revoke_api_token/":      {"POST": free},
	"/api/authentication/revoke_user_api_token/": {"POST": free},
	"/api/jwt_secret/reset/":                     {"POST": superusers},
	"/api/api_tokens/":                           collection(rows(own), checking("the caller does not use an API token himself")),
	"/api/api_tokens/{id}/":                      {"DELETE": checking("own token").or(auth.ProductAPITokenRevoke)},
	"/api/product_api_tokens/":                   collection(on(auth.ProductView), on(auth.ProductAPITokenCreate)),
	"/api/product_api_tokens/{id}/":              {"DELETE": on(auth.ProductAPITokenRevoke)},

	"/api/users/":                            collection(checking("visible users"), superusers),
	"/api/users/me/":                         {"GET": free},
	"/api/users/my_settings/":                {"PATCH": free},
	"/api/users/password_rules/":             {"GET": free},
	"/api/users/{id}/":                       object(checking("visible user"), superusers, superusers),
	"/api/users/{id}/change_password/":       {"PATCH": checking("the caller himself; superusers: anybody")},
	"/api/authorization_groups/":             collection(rows(ofOwnGroups), internal),
	"/api/authorization_groups/{id}/":        object(rows(ofOwnGroups), checking("manager"), checking("manager")),
	"/api/authorization_group_members/":      collection(rows(ofOwnGroups), checking("manager")),
	"/api/authorization_group_members/{id}/": object(rows(ofOwnGroups), checking("manager"), checking("manager")),

	"/api/products/":      collection(rows(ofMembers), internal),
	"/api/products/{id}/": object(on(auth.ProductView), on(auth.ProductEdit), on(auth.ProductDelete)),
	"/api/products/{id}/observations_bulk_assessment/":      {"POST": on(auth.ProductView, auth.ObservationAssessment)},
	"/api/products/{id}/observations_bulk_delete/":          {"POST": on(auth.ProductView, auth.ObservationDelete)},
	"/api/products/{id}/observations_bulk_mark_duplicates/": {"POST": on(auth.ProductView, auth.ObservationAssessment)},
	"/api/products/{id}/export_observations_csv/":           {"GET": on(auth.ProductView)},
	"/api/products/{id}/export_observations_excel/":         {"GET": on(auth.ProductView)},
	"/api/product_names/":                                   {"GET": rows(ofMembers)},
	"/api/product_names/{id}/":                              {"GET": on(auth.ProductView)},
	"/api/product_groups/":                                  collection(rows(viewable), internal),
	"/api/product_groups/{id}/":                             object(on(auth.ProductGroupView), on(auth.ProductGroupEdit), on(auth.ProductGroupDelete)),
	"/api/product_group_names/":                             {"GET": rows(viewable)},
	"/api/product_group_names/{id}/":                        {"GET": on(auth.ProductGroupView)},
	"/api/product_members/":                                 collection(rows(viewable), on(auth.ProductMemberCreate)),
	"/api/product_members/{id}/":                            object(on(auth.ProductMemberView), on(auth.ProductMemberEdit), on(auth.ProductMemberDelete)),
	"/api/product_authorization_group_members/":             collection(rows(viewable), on(auth.ProductAuthorizationGroupMemberCreate)),
	"/api/product_authorization_group_members/{id}/": object(on(auth.ProductAuthorizationGroupMemberView), on(auth.ProductAuthorizationGroupMemberEdit),
		on(auth.ProductAuthorizationGroupMemberDelete)),
	"/api/branches/":           collection(rows(ofMembers), on(auth.BranchCreate)),
	"/api/branches/{id}/":      object(on(auth.BranchView), on(auth.BranchEdit), on(auth.BranchDelete)),
	"/api/branch_names/":       {"GET": rows(viewable)},
	"/api/branch_names/{id}/":  {"GET": on(auth.BranchView)},
	"/api/services/":           collection(rows(viewable), on(auth.ServiceCreate)),
	"/api/services/{id}/":      object(on(auth.ServiceView), on(auth.ServiceEdit), on(auth.ServiceDelete)),
	"/api/service_names/":      {"GET": rows(viewable)},
	"/api/service_names/{id}/": {"GET": on(auth.ServiceView)},

	"/api/observations/":                        collection(rows(viewable), on(auth.ObservationCreate)),
	"/api/observations/bulk_assessment/":        {"POST": free.or(auth.ObservationAssessment, auth.ObservationView)},
	"/api/observations/count_reviews/":          {"GET": rows(viewable)},
	"/api/observations/export_csv/":             {"GET": rows(viewable)},
	"/api/observations/export_excel/":           {"GET": rows(viewable)},
	"/api/observations/{id}/":                   object(on(auth.ObservationView), on(auth.ObservationEdit), on(auth.ObservationDelete)),
	"/api/observations/{id}/assessment/":        {"PATCH": on(auth.ObservationAssessment)},
	"/api/observations/{id}/remove_assessment/": {"PATCH": on(auth.ObservationAssessment)},
	"/api/observation_titles/":                  {"GET": rows(viewable)},
	"/api/observation_titles/{id}/":             {"GET": on(auth.ObservationView)},
	"/api/observation_logs/":                    {"GET": rows(viewable)},
	"/api/observation_logs/bulk_approval/":      {"POST": free.or(auth.ObservationLogApproval)},
	"/api/observation_logs/bulk_delete/":        {"DELETE": checking("entries of the caller")},
	"/api/observation_logs/count_approvals/":    {"GET": rows(viewable)},
	"/api/observation_logs/{id}/":               {"GET": on(auth.ObservationView)},
	"/api/observation_logs/{id}/approval/":      {"PATCH": on(auth.ObservationLogApproval)},
	"/api/potential_duplicates/":                {"GET": rows(viewable)},
	"/api/evidences/":                           {"GET": rows(viewable)},
	"/api/evidences/{id}/":                      {"GET": on(auth.ObservationView)},

	"/api/metrics/product_metrics_timeline/": {"GET": rows(viewable).or(auth.ProductView)},
	"/api/metrics/product_metrics_current/":  {"GET": rows(viewable).or(auth.ProductView)},
	"/api/metrics/product_metrics_status/":   {"GET": free},
	"/api/metrics/export_csv/":               {"GET": rows(viewable).or(auth.ProductView)},
	"/api/metrics/export_excel/":             {"GET": rows(viewable).or(auth.ProductView)},
	"/api/metrics/export_codecharta/":        {"GET": free.or(auth.ProductView)},

	"/api/import/file_upload_observations_by_id/":   {"POST": on(auth.ProductImportObservations)},
	"/api/import/file_upload_observations_by_name/": {"POST": on(auth.ProductImportObservations)},
	"/api/import/file_upload_sbom_by_id/":           {"POST": on(auth.ProductImportObservations)},
	"/api/import/file_upload_sbom_by_name/":         {"POST": on(auth.ProductImportObservations)},
	"/api/import_runs/":                             {"GET": rows(viewable)},
	"/api/import_runs/{id}/":                        {"GET": on(auth.ProductView)},
	"/api/components/":                              {"GET": rows(viewable)},
	"/api/components/{id}/":                         {"GET": on(auth.ProductView)},
	"/api/component_names/":                         {"GET": rows(viewable)},
	"/api/component_names/{id}/":                    {"GET": on(auth.ProductView)},

	"/api/products/{id}/license_components_bulk_delete/":   {"POST": on(auth.ProductView, auth.LicenseComponentDelete)},
	"/api/products/{id}/export_license_components_csv/":    {"GET": on(auth.ProductView)},
	"/api/products/{id}/export_license_components_excel/":  {"GET": on(auth.ProductView)},
	"/api/license_components/":                             {"GET": rows(viewable)},
	"/api/license_components/for_component/":               {"GET": on(auth.ProductView)},
	"/api/license_components/license_overview/":            {"GET": on(auth.ProductView)},
	"/api/license_components/{id}/":                        {"GET": on(auth.ProductView)},
	"/api/license_components/{id}/concluded_license/":      {"PATCH": on(auth.LicenseComponentEdit)},
	"/api/license_components/{id}/bulk_concluded_license/": {"POST": on(auth.LicenseComponentEdit)},
	"/api/license_component_ids/":                          {"GET": rows(viewable)},
	"/api/license_component_ids/{id}/":                     {"GET": on(auth.ProductView)},
	"/api/license_component_evidences/":                    {"GET": rows(viewable)},
	"/api/license_component_evidences/{id}/":               {"GET": on(auth.ProductView)},
	"/api/concluded_licenses/":                             {"GET": rows(viewable)},
	"/api/concluded_licenses/{id}/":                        {"GET": on(auth.ConcludedLicenseView), "DELETE": on(auth.ConcludedLicenseDelete)},

	"/api/parsers/":                   {"GET": rows(everything)},
	"/api/parsers/{id}/":              {"GET": rows(everything)},
	"/api/vulnerability_checks/":      {"GET": rows(viewable)},
	"/api/vulnerability_checks/{id}/": {"GET": on(auth.ProductView)},

	"/api/purl_types/":                                      {"GET": on(auth.ProductView)},
	"/api/purl_types/{purl_type_id}/":                       {"GET": free},
	"/api/licenses/":                                        {"GET": rows(everything)},
	"/api/licenses/{id}/":                                   {"GET": rows(everything)},
	"/api/license_groups/":                                  collection(rows(licenseGroupsSeen), internal),
	"/api/license_groups/{id}/":                             object(rows(licenseGroupsSeen), checking("manager"), checking("manager")),
	"/api/license_groups/{id}/copy/":                        {"POST": internal},
	"/api/license_groups/{id}/add_license/":                 {"POST": checking("manager")},
	"/api/license_groups/{id}/remove_license/":              {"POST": checking("manager")},
	"/api/license_policies/":                                collection(rows(licensePoliciesSeen), internal),
	"/api/license_policies/apply_product/":                  {"POST": on(auth.ProductEdit)},
	"/api/license_policies/{id}/":                           object(rows(licensePoliciesSeen), checking("manager"), checking("manager")),
	"/api/license_policies/{id}/copy/":                      {"POST": internal},
	"/api/license_policies/{id}/apply/":                     {"POST": checking("manager")},
	"/api/license_policies/import/":                         {"POST": internal},
	"/api/license_policies/schema/":                         {"GET": free},
	"/api/license_policies/{id}/simulate/":                  {"POST": checking("manager")},
	"/api/license_policies/{id}/export_json/":               {"GET": rows(licensePoliciesSeen)},
	"/api/license_policies/{id}/export_yaml/":               {"GET": rows(licensePoliciesSeen)},
	"/api/license_policies/{id}/export_sbom_utility/":       {"GET": rows(licensePoliciesSeen)},
	"/api/license_policy_items/":                            collection(rows(licensePoliciesSeen), checking("manager of the policy")),
	"/api/license_policy_items/{id}/":                       object(rows(licensePoliciesSeen), checking("manager of the policy"), checking("manager of the policy")),
	"/api/license_group_members/":                           collection(rows(licenseGroupsSeen), checking("manager of the group")),
	"/api/license_group_members/{id}/":                      object(rows(licenseGroupsSeen), checking("manager of the group"), checking("manager of the group")),
	"/api/license_group_authorization_group_members/":       collection(rows(licenseGroupsSeen), checking("manager of the group")),
	"/api/license_group_authorization_group_members/{id}/":  object(rows(licenseGroupsSeen), checking("manager of the group"), checking("manager of the group")),
	"/api/license_policy_members/":                          collection(rows(licensePoliciesSeen), checking("manager of the policy")),
	"/api/license_policy_members/{id}/":                     object(rows(licensePoliciesSeen), checking("manager of the policy"), checking("manager of the policy")),
	"/api/license_policy_authorization_group_members/":      collection(rows(licensePoliciesSeen), checking("manager of the policy")),
	"/api/license_policy_authorization_group_members/{id}/": object(rows(licensePoliciesSeen), checking("manager of the policy"), checking("manager of the policy")),

	"/api/settings/{id:[0-9]+}/":              {"GET": superusers, "PATCH": superusers},
	"/api/audit_logs/":                        {"GET": superusers},
	"/api/audit_logs/{id}/":                   {"GET": superusers},
	"/api/backup/":                            {"GET": superusers},
	"/api/notifications/":                     {"GET": rows(notificationsSeen)},
	"/api/notifications/bulk_mark_as_viewed/": {"POST": checking("visible notifications")},
	"/api/notifications/{id}/":                {"GET": checking("visible notification").or(auth.ProductView), "DELETE": checking("visible notification").or(auth.ProductDelete)},
	"/api/notifications/{id}/mark_as_viewed/": {"POST": checking("visible notification").or(auth.ProductView)},
	"/api/periodic_tasks/":                    {"GET": superusers},
	"/api/periodic_tasks/{id}/":               {"GET": superusers},
}

// checkRules tells which methods of routes have no rule, and which rules no method.
func checkRules(routes []route) error {
	known := 0
	for _, rt := range routes {
		for method := range rt.methods {
			if _, ok := rules[rt.path][method]; !ok {
				return fmt.Errorf("%s %s has no line in the table of rules (handlers/rules.go)", method, rt.path)
			}
			known++
		}
	}
	for _, methods := range rules {
		known -= len(methods)
	}
	if known != 0 {
		return fmt.Errorf("the table of rules (handlers/rules.go) has %d rules for methods that no route has", -known)
	}
	return nil
}

// admits refuses callers whom the rule excludes whatever they ask for.
func (r *rule) admits(c *call) error {
	switch {
	case r.who == allowedByRoute || c.access.Superuser():
		return nil
	case r.who == internalCallers && !c.user().IsExternal:
		return nil
	default:
		return rest.Forbidden()
	}
}

// checked notes that a handler has looked at a permission.
func (c *call) checked(permission auth.Permission) {
	if !slices.Contains(c.permissions, permission) {
		c.permissions = append(c.permissions, permission)
	}
}

// obeyed tells whether the handler has checked what the rule demands, and nothing that the rule does not know.
func (c *call) obeyed(r *rule) error {
	for _, permission := range r.always {
		if !slices.Contains(c.permissions, permission) {
			return fmt.Errorf("%s %s was answered without a check of %s, which its rule demands", c.r.Method, c.r.URL.Path, permission)
		}
	}
	for _, permission := range c.permissions {
		if !slices.Contains(r.always, permission) && !slices.Contains(r.sometimes, permission) {
			return fmt.Errorf("%s %s was answered after a check of %s, which its rule does not name", c.r.Method, c.r.URL.Path, permission)
		}
	}
	return nil
}
