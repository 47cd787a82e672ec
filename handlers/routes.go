package handlers

import (
	"net/http"
	"strings"

	"github.com/gorilla/mux"

	"secobserve/handlers/rest"
)

// probes are the routes that machines ask all the time; requests are not counted.
const (
	healthPath = "/api/status/health/"
	readyPath  = "/api/status/ready/"
)

// methods of routes, in short.
type methods = map[string]endpoint

// routes is the table of all routes of the API.
func (s *Server) routes() []route {
	return []route{
		{path: healthPath, who: anyone, methods: methods{"GET": read(s.statusHealth)}},
		{path: readyPath, who: anyone, methods: methods{"GET": read(s.statusReady)}},
		{path: "/api/status/version/", who: users, methods: methods{"GET": read(s.statusVersion)}},
		{path: "/api/status/inbox/", who: users, methods: methods{"GET": read(s.statusInbox)}},
		{path: "/api/status/settings/", who: optional, methods: methods{"GET": read(s.statusSettings)}},
		{path: "/api/status/ui_configuration/", who: anyone, methods: methods{"GET": read(s.uiConfiguration)}},
		{path: "/api/oa3/schema/", who: optional, methods: methods{"GET": alone(s.apiSchema)}, offers: schemaTypes},

		{path: "/api/authentication/authenticate/", who: anyone, methods: methods{"POST": alone(s.login)}},
		{path: "/api/authentication/create_api_token/", who: anyone, methods: methods{"POST": alone(s.createAPIToken)}},
		{path: "/api/authentication/create_user_api_token/", who: anyone, methods: methods{"POST": alone(s.createUserAPIToken)}},
		{path: "/api/authentication/revoke_api_token/", who: anyone, methods: methods{"POST": alone(s.revokeAPIToken)}},
		{path: "/api/authentication/revoke_user_api_token/", who: anyone, methods: methods{"POST": alone(s.revokeUserAPIToken)}},
		{path: "/api/jwt_secret/reset/", who: users, methods: methods{"POST": write(s.resetJWTSecret)}},
		{path: "/api/api_tokens/", who: users, methods: methods{"GET": read(s.listAPITokens), "POST": write(s.createOwnAPIToken)}},
		{path: "/api/api_tokens/{id}/", who: users, methods: methods{"DELETE": write(s.deleteOwnAPIToken)}},
		{path: "/api/product_api_tokens/", who: users, methods: methods{"GET": read(s.listProductAPITokens), "POST": write(s.createProductAPIToken)}},
		{path: "/api/product_api_tokens/{id}/", who: users, methods: methods{"DELETE": write(s.deleteProductAPIToken)}},

		{path: "/api/users/", who: users, methods: methods{"GET": read(s.listUsers), "POST": write(s.createUser)}},
		{path: "/api/users/me/", who: users, methods: methods{"GET": read(s.getMe)}},
		{path: "/api/users/my_settings/", who: users, methods: methods{"PATCH": write(s.updateMySettings)}},
		{path: "/api/users/password_rules/", who: users, methods: methods{"GET": read(s.getPasswordRules)}},
		{path: "/api/users/{id}/", who: users, methods: change(s.getUser, s.updateUser, s.patchUser, s.deleteUser)},
		{path: "/api/users/{id}/change_password/", who: users, methods: methods{"PATCH": alone(s.changePassword)}},
		{path: "/api/authorization_groups/", who: users, methods: methods{"GET": read(s.listAuthorizationGroups), "POST": write(s.createAuthorizationGroup)}},
		{path: "/api/authorization_groups/{id}/", who: users,
			methods: change(s.getAuthorizationGroup, s.updateAuthorizationGroup, s.patchAuthorizationGroup, s.deleteAuthorizationGroup)},
		{path: "/api/authorization_group_members/", who: users,
			methods: methods{"GET": read(s.listAuthorizationGroupMembers), "POST": write(s.createAuthorizationGroupMember)}},
		{path: "/api/authorization_group_members/{id}/", who: users,
			methods: change(s.getAuthorizationGroupMember, s.updateAuthorizationGroupMember, s.patchAuthorizationGroupMember, s.deleteAuthorizationGroupMember)},

		{path: "/api/products/", who: users, methods: methods{"GET": read(s.listProducts), "POST": write(s.createProduct)}},
		{path: "/api/products/{id}/", who: users, methods: change(s.getProduct, s.updateProduct, s.patchProduct, s.deleteProduct)},
		{path: "/api/products/{id}/observations_bulk_assessment/", who: users, methods: methods{"POST": write(s.assessProductObservations)}},
		{path: "/api/products/{id}/observations_bulk_delete/", who: users, methods: methods{"POST": write(s.deleteProductObservations)}},
		{path: "/api/products/{id}/observations_bulk_mark_duplicates/", who: users, methods: methods{"POST": write(s.markDuplicates)}},
		{path: "/api/products/{id}/export_observations_csv/", who: users, methods: methods{"GET": stream(s.exportProductObservationsCSV)}, offers: csvTypes},
		{path: "/api/products/{id}/export_observations_excel/", who: users, methods: methods{"GET": stream(s.exportProductObservationsExcel)}, offers: excelTypes},
		{path: "/api/products/{id}/license_components_bulk_delete/", who: users, methods: methods{"POST": write(s.deleteProductLicenseComponents)}},
		{path: "/api/products/{id}/export_license_components_csv/", who: users, methods: methods{"GET": stream(s.exportLicenseComponentsCSV)}, offers: csvTypes},
		{path: "/api/products/{id}/export_license_components_excel/", who: users, methods: methods{"GET": stream(s.exportLicenseComponentsExcel)}, offers: excelTypes},
		{path: "/api/product_names/", who: users, methods: methods{"GET": read(s.listProductNames)}},
		{path: "/api/product_names/{id}/", who: users, methods: methods{"GET": read(s.getProductName)}},
		{path: "/api/product_groups/", who: users, methods: methods{"GET": read(s.listProductGroups), "POST": write(s.createProductGroup)}},
		{path: "/api/product_groups/{id}/", who: users, methods: change(s.getProductGroup, s.updateProductGroup, s.patchProductGroup, s.deleteProductGroup)},
		{path: "/api/product_group_names/", who: users, methods: methods{"GET": read(s.listProductGroupNames)}},
		{path: "/api/product_group_names/{id}/", who: users, methods: methods{"GET": read(s.getProductGroupName)}},
		{path: "/api/product_members/", who: users, methods: methods{"GET": read(s.listProductMembers), "POST": write(s.createProductMember)}},
		{path: "/api/product_members/{id}/", who: users, methods: change(s.getProductMember, s.updateProductMember, s.patchProductMember, s.deleteProductMember)},
		{path: "/api/product_authorization_group_members/", who: users,
			methods: methods{"GET": read(s.listProductAuthorizationGroupMembers), "POST": write(s.createProductAuthorizationGroupMember)}},
		{path: "/api/product_authorization_group_members/{id}/", who: users,
			methods: change(s.getProductAuthorizationGroupMember, s.updateProductAuthorizationGroupMember, s.patchProductAuthorizationGroupMember, s.deleteProductAuthorizationGroupMember)},
		{path: "/api/branches/", who: users, methods: methods{"GET": read(s.listBranches), "POST": write(s.createBranch)}},
		{path: "/api/branches/{id}/", who: users, methods: change(s.getBranch, s.updateBranch, s.patchBranch, s.deleteBranch)},
		{path: "/api/branch_names/", who: users, methods: methods{"GET": read(s.listBranchNames)}},
		{path: "/api/branch_names/{id}/", who: users, methods: methods{"GET": read(s.getBranchName)}},
		{path: "/api/services/", who: users, methods: methods{"GET": read(s.listServices), "POST": write(s.createService)}},
		{path: "/api/services/{id}/", who: users, methods: change(s.getService, s.updateService, s.patchService, s.deleteService)},
		{path: "/api/service_names/", who: users, methods: methods{"GET": read(s.listServiceNames)}},
		{path: "/api/service_names/{id}/", who: users, methods: methods{"GET": read(s.getServiceName)}},

		{path: "/api/observations/", who: users, methods: methods{"GET": read(s.listObservations), "POST": write(s.createObservation)}},
		{path: "/api/observations/bulk_assessment/", who: users, methods: methods{"POST": write(s.assessObservations)}},
		{path: "/api/observations/count_reviews/", who: users, methods: methods{"GET": read(s.countReviews)}},
		{path: "/api/observations/export_csv/", who: users, methods: methods{"GET": stream(s.exportObservationsCSV)}, offers: csvTypes},
		{path: "/api/observations/export_excel/", who: users, methods: methods{"GET": stream(s.exportObservationsExcel)}, offers: excelTypes},
		{path: "/api/observations/{id}/", who: users, methods: change(s.getObservation, s.updateObservation, s.patchObservation, s.deleteObservation)},
		{path: "/api/observations/{id}/assessment/", who: users, methods: methods{"PATCH": write(s.assessObservation)}},
		{path: "/api/observations/{id}/remove_assessment/", who: users, methods: methods{"PATCH": write(s.removeAssessment)}},
		{path: "/api/observation_titles/", who: users, methods: methods{"GET": read(s.listObservationTitles)}},
		{path: "/api/observation_titles/{id}/", who: users, methods: methods{"GET": read(s.getObservationTitle)}},
		{path: "/api/observation_logs/", who: users, methods: methods{"GET": read(s.listObservationLogs)}},
		{path: "/api/observation_logs/count_approvals/", who: users, methods: methods{"GET": read(s.countApprovals)}},
		{path: "/api/observation_logs/bulk_approval/", who: users, methods: methods{"POST": write(s.approveObservationLogs)}},
		{path: "/api/observation_logs/bulk_delete/", who: users, methods: methods{"DELETE": write(s.deleteObservationLogs)}},
		{path: "/api/observation_logs/{id}/approval/", who: users, methods: methods{"PATCH": write(s.approveObservationLog)}},
		{path: "/api/observation_logs/{id}/", who: users, methods: methods{"GET": read(s.getObservationLog)}},
		{path: "/api/potential_duplicates/", who: users, methods: methods{"GET": read(s.listPotentialDuplicates)}},
		{path: "/api/evidences/", who: users, methods: methods{"GET": read(s.listEvidences)}},
		{path: "/api/evidences/{id}/", who: users, methods: methods{"GET": read(s.getEvidence)}},

		{path: "/api/metrics/product_metrics_timeline/", who: users, methods: methods{"GET": read(s.listTimeline)}},
		{path: "/api/metrics/product_metrics_current/", who: users, methods: methods{"GET": read(s.getCurrentMetrics)}},
		{path: "/api/metrics/product_metrics_status/", who: users, methods: methods{"GET": read(s.getMetricsStatus)}},
		{path: "/api/metrics/export_csv/", who: users, methods: methods{"GET": stream(s.exportMetricsCSV)}, offers: csvTypes},
		{path: "/api/metrics/export_excel/", who: users, methods: methods{"GET": stream(s.exportMetricsExcel)}, offers: excelTypes},
		{path: "/api/metrics/export_codecharta/", who: users, methods: methods{"GET": stream(s.exportCodeCharta)}, offers: csvTypes},

		{path: "/api/import/file_upload_observations_by_id/", who: users, methods: methods{"POST": alone(s.uploadObservationsByID)}},
		{path: "/api/import/file_upload_observations_by_name/", who: users, methods: methods{"POST": alone(s.uploadObservationsByName)}},
		{path: "/api/import/file_upload_sbom_by_id/", who: users, methods: methods{"POST": alone(s.uploadSBOMByID)}},
		{path: "/api/import/file_upload_sbom_by_name/", who: users, methods: methods{"POST": alone(s.uploadSBOMByName)}},
		{path: "/api/parsers/", who: users, methods: methods{"GET": read(s.listParsers)}},
		{path: "/api/parsers/{id}/", who: users, methods: methods{"GET": read(s.getParser)}},
		{path: "/api/vulnerability_checks/", who: users, methods: methods{"GET": read(s.listVulnerabilityChecks)}},
		{path: "/api/import_runs/", who: users, methods: methods{"GET": read(s.listImportRuns)}},
		{path: "/api/import_runs/{id}/", who: users, methods: methods{"GET": read(s.getImportRun)}},
		{path: "/api/license_components/", who: users, methods: methods{"GET": read(s.listLicenseComponents)}},
		{path: "/api/license_components/for_component/", who: users, methods: methods{"GET": read(s.getLicenseComponentForComponent)}},
		{path: "/api/license_components/license_overview/", who: users, methods: methods{"GET": read(s.getLicenseOverview)}},
		{path: "/api/license_components/{id}/", who: users, methods: methods{"GET": read(s.getLicenseComponent)}},
		{path: "/api/license_components/{id}/concluded_license/", who: users, methods: methods{"PATCH": write(s.concludeLicense)}},
		{path: "/api/license_components/{id}/bulk_concluded_license/", who: users, methods: methods{"POST": write(s.bulkConcludeLicense)}},
		{path: "/api/license_component_ids/", who: users, methods: methods{"GET": read(s.listLicenseComponentIDs)}},
		{path: "/api/license_component_ids/{id}/", who: users, methods: methods{"GET": read(s.getLicenseComponentID)}},
		{path: "/api/license_component_evidences/", who: users, methods: methods{"GET": read(s.listLicenseComponentEvidences)}},
		{path: "/api/license_component_evidences/{id}/", who: users, methods: methods{"GET": read(s.getLicenseComponentEvidence)}},
		{path: "/api/concluded_licenses/", who: users, methods: methods{"GET": read(s.listConcludedLicenses)}},
		{path: "/api/concluded_licenses/{id}/", who: users, methods: methods{"GET": read(s.getConcludedLicense), "DELETE": write(s.deleteConcludedLicense)}},

		{path: "/api/components/", who: users, methods: methods{"GET": read(s.listComponents)}},
		{path: "/api/components/{id}/", who: users, methods: methods{"GET": read(s.getComponent)}},
		{path: "/api/component_names/", who: users, methods: methods{"GET": read(s.listComponentNames)}},
		{path: "/api/component_names/{id}/", who: users, methods: methods{"GET": read(s.getComponentName)}},
		{path: "/api/vulnerability_checks/{id}/", who: users, methods: methods{"GET": read(s.getVulnerabilityCheck)}},

		{path: "/api/purl_types/", who: users, methods: methods{"GET": read(s.listPURLTypes)}},
		{path: "/api/purl_types/{purl_type_id}/", who: users, methods: methods{"GET": read(s.getPURLType)}},
		{path: "/api/licenses/", who: users, methods: methods{"GET": read(s.listLicenses)}},
		{path: "/api/licenses/{id}/", who: users, methods: methods{"GET": read(s.getLicense)}},
		{path: "/api/license_groups/", who: users, methods: methods{"GET": read(s.listLicenseGroups), "POST": write(s.createLicenseGroup)}},
		{path: "/api/license_groups/{id}/", who: users, methods: change(s.getLicenseGroup, s.updateLicenseGroup, s.patchLicenseGroup, s.deleteLicenseGroup)},
		{path: "/api/license_groups/{id}/copy/", who: users, methods: methods{"POST": write(s.copyLicenseGroup)}},
		{path: "/api/license_groups/{id}/add_license/", who: users, methods: methods{"POST": write(s.addLicenseToGroup)}},
		{path: "/api/license_groups/{id}/remove_license/", who: users, methods: methods{"POST": write(s.removeLicenseFromGroup)}},
		{path: "/api/license_policies/", who: users, methods: methods{"GET": read(s.listLicensePolicies), "POST": write(s.createLicensePolicy)}},
		{path: "/api/license_policies/apply_product/", who: users, methods: methods{"POST": write(s.applyLicensePolicyToProduct)}},
		{path: "/api/license_policies/import/", who: users, methods: methods{"POST": write(s.importLicensePolicy)}},
		{path: "/api/license_policies/schema/", who: users, methods: methods{"GET": read(s.getLicensePolicySchema)}, offers: []string{"application/schema+json"}},
		{path: "/api/license_policies/{id}/", who: users, methods: change(s.getLicensePolicy, s.updateLicensePolicy, s.patchLicensePolicy, s.deleteLicensePolicy)},
		{path: "/api/license_policies/{id}/copy/", who: users, methods: methods{"POST": write(s.copyLicensePolicy)}},
		{path: "/api/license_policies/{id}/apply/", who: users, methods: methods{"POST": write(s.applyLicensePolicy)}},
		{path: "/api/license_policies/{id}/simulate/", who: users, methods: methods{"POST": alone(s.simulateLicensePolicy)}},
		{path: "/api/license_policies/{id}/export_json/", who: users, methods: methods{"GET": read(s.exportLicensePolicyJSON)}},
		{path: "/api/license_policies/{id}/export_yaml/", who: users, methods: methods{"GET": read(s.exportLicensePolicyYAML)}, offers: []string{"application/yaml"}},
		{path: "/api/license_policies/{id}/export_sbom_utility/", who: users, methods: methods{"GET": read(s.exportLicensePolicySBOMUtility)}},
		{path: "/api/license_policy_items/", who: users, methods: methods{"GET": read(s.listLicensePolicyItems), "POST": write(s.createLicensePolicyItem)}},
		{path: "/api/license_policy_items/{id}/", who: users,
			methods: change(s.getLicensePolicyItem, s.updateLicensePolicyItem, s.patchLicensePolicyItem, s.deleteLicensePolicyItem)},
		{path: "/api/license_group_members/", who: users, methods: methods{"GET": read(s.listLicenseGroupMembers), "POST": write(s.createLicenseGroupMember)}},
		{path: "/api/license_group_members/{id}/", who: users,
			methods: change(s.getLicenseGroupMember, s.updateLicenseGroupMember, s.patchLicenseGroupMember, s.deleteLicenseGroupMember)},
		{path: "/api/license_group_authorization_group_members/", who: users, methods: methods{"GET": read(s.listLicenseGroupAuthorizationGroupMembers), "POST": write(s.createLicenseGroupAuthorizationGroupMember)}},
		{path: "/api/license_group_authorization_group_members/{id}/", who: users,
			methods: change(s.getLicenseGroupAuthorizationGroupMember, s.updateLicenseGroupAuthorizationGroupMember, s.patchLicenseGroupAuthorizationGroupMember, s.deleteLicenseGroupAuthorizationGroupMember)},
		{path: "/api/license_policy_members/", who: users, methods: methods{"GET": read(s.listLicensePolicyMembers), "POST": write(s.createLicensePolicyMember)}},
		{path: "/api/license_policy_members/{id}/", who: users,
			methods: change(s.getLicensePolicyMember, s.updateLicensePolicyMember, s.patchLicensePolicyMember, s.deleteLicensePolicyMember)},
		{path: "/api/license_policy_authorization_group_members/", who: users, methods: methods{"GET": read(s.listLicensePolicyAuthorizationGroupMembers), "POST": write(s.createLicensePolicyAuthorizationGroupMember)}},
		{path: "/api/license_policy_authorization_group_members/{id}/", who: users,
			methods: change(s.getLicensePolicyAuthorizationGroupMember, s.updateLicensePolicyAuthorizationGroupMember, s.patchLicensePolicyAuthorizationGroupMember, s.deleteLicensePolicyAuthorizationGroupMember)},

		{path: "/api/settings/{id:[0-9]+}/", who: superuser, methods: methods{"GET": read(s.getSettings), "PATCH": write(s.updateSettings)}},
		{path: "/api/notifications/", who: users, methods: methods{"GET": read(s.listNotifications)}},
		{path: "/api/notifications/bulk_mark_as_viewed/", who: users, methods: methods{"POST": write(s.viewNotifications)}},
		{path: "/api/notifications/{id}/", who: users, methods: methods{"GET": read(s.getNotification), "DELETE": write(s.deleteNotification)}},
		{path: "/api/notifications/{id}/mark_as_viewed/", who: users, methods: methods{"POST": write(s.viewNotification)}},
		{path: "/api/periodic_tasks/", who: superuser, methods: methods{"GET": read(s.listPeriodicTasks)}},
		{path: "/api/periodic_tasks/{id}/", who: superuser, methods: methods{"GET": read(s.getPeriodicTask)}},
		{path: "/api/audit_logs/", who: superuser, methods: methods{"GET": read(s.listAuditLogs)}},
		{path: "/api/audit_logs/{id}/", who: superuser, methods: methods{"GET": read(s.getAuditLog)}},
		{path: "/api/backup/", who: superuser, methods: methods{"GET": read(s.downloadBackup)}, offers: []string{"application/octet-stream"}},
	}
}

// change are the methods of a detail route whose object can be read, changed and deleted.
func change(get, update, patch, remove func(*call) (reply, error)) methods {
	return methods{"GET": read(get), "PUT": write(update), "PATCH": write(patch), "DELETE": write(remove)}
}

// Handler is the whole server: the API, its documentation and the web UI, behind the middleware.
func (s *Server) Handler() (http.Handler, error) {
	routes := s.routes()
	if err := checkRules(routes); err != nil {
		return nil, err
	}
	router := mux.NewRouter().SkipClean(true)
	for _, rt := range routes {
		router.Handle(strings.ReplaceAll(rt.path, "{id}", "{id:[^/.]+}"), s.serve(&rt))
	}
	s.documentation(router)
	router.PathPrefix("/api/").Handler(http.HandlerFunc(s.missingSlash(router)))
	router.Path("/api").Handler(http.HandlerFunc(notFound))
	router.PathPrefix("/").Handler(s.UI)
	compress, err := rest.Compress()
	if err != nil {
		return nil, err
	}
	limit := max(s.MaxUpload, s.MaxBody) + multipartOverhead
	return rest.Chain(router, rest.Client(s.TrustedProxies), rest.SecurityHeaders, rest.AccessLog(s.Log), rest.Recover(s.Log), rest.Hosts(s.AllowedHosts),
		rest.CORS(s.CORSAllowedOrigins), compress, rest.Decompress(limit)), nil
}

// multipartOverhead is the room for the other fields of a form around an uploaded file.
const multipartOverhead = 4 << 20

// missingSlash redirects reading requests for a known route without its slash; other methods are answered as if the slash were there, because
// clients turn redirected POSTs into GETs.
func (s *Server) missingSlash(router *mux.Router) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, "/") || !s.known(router, r) {
			notFound(w, r)
			return
		}
		if r.Method == http.MethodGet || r.Method == http.MethodHead {
			location := r.URL.EscapedPath() + "/"
			if r.URL.RawQuery != "" {
				location += "?" + r.URL.RawQuery
			}
			w.Header().Set("Location", location)
			w.WriteHeader(http.StatusMovedPermanently)
			return
		}
		router.ServeHTTP(w, withSlash(r))
	}
}

// known tells whether the path with a slash is a route of the API.
func (s *Server) known(router *mux.Router, r *http.Request) bool {
	var match mux.RouteMatch
	if !router.Match(withSlash(r), &match) || match.Route == nil {
		return false
	}
	path, err := match.Route.GetPathTemplate()
	return err == nil && path != "/api/" && path != "/"
}

func withSlash(r *http.Request) *http.Request {
	slashed := r.Clone(r.Context())
	slashed.URL.Path += "/"
	if slashed.URL.RawPath != "" {
		slashed.URL.RawPath += "/"
	}
	return slashed
}

func notFound(w http.ResponseWriter, r *http.Request) {
	_ = rest.WriteError(w, r, rest.NotFoundText("Not found."))
}
