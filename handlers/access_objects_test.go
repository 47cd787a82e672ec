package handlers_test

import (
	"crypto/sha256"
	"fmt"
	"strings"

	"secobserve/db"
	"secobserve/model"
)

// maker makes an object of testdata/access.txt that takes more than one request.
type maker struct {
	ofProduct bool // whether it belongs to the product in question
	make      func(*world, *targetProduct) map[string]any
}

// makers is completed by init, because makers call each other.
var makers map[string]maker

func init() {
	makers = map[string]maker{
		"api_token":            {false, (*world).makeAPIToken},
		"product_api_token":    {true, (*world).makeProductAPIToken},
		"group_of_both":        {false, (*world).makeGroup},
		"member_of_both":       {false, (*world).makeGroupMember},
		"full_product":         {true, func(w *world, t *targetProduct) map[string]any { return w.makeFull("/api/products/", t) }},
		"full_group":           {true, func(w *world, t *targetProduct) map[string]any { return w.makeFull("/api/product_groups/", t) }},
		"assessed_observation": {true, (*world).makeAssessed},
		"pending_log":          {true, (*world).makePendingLog},
		"potential_duplicate":  {true, (*world).makePotentialDuplicate},
		"evidence":             {true, (*world).makeEvidence},
		"vulnerability_check":  {true, (*world).makeVulnerabilityCheck},
		"audit_log":            {false, (*world).makeAuditLog},
		"import_run":           {true, (*world).makeImportRun},
		"notification":         {true, (*world).makeNotification},
		"component":            {true, (*world).makeComponent},
		"periodic_task":        {false, (*world).makeTaskRun},
		"license":              {false, func(*world, *targetProduct) map[string]any { return map[string]any{"id": 1} }},
		"license_group_of_both": {false, func(w *world, t *targetProduct) map[string]any {
			return w.makeLicenseObject("group", "/api/license_groups/", t)
		}},
		"fresh_license_group": {false, (*world).makeFreshLicenseGroup},
		"license_policy_of_both": {false, func(w *world, t *targetProduct) map[string]any {
			return w.makeLicenseObject("policy", "/api/license_policies/", t)
		}},
		"item_of_both":              {false, (*world).makeLicensePolicyItem},
		"license_group_user_member": {false, func(w *world, t *targetProduct) map[string]any { return w.makeLicenseMember("group", "user", t) }},
		"license_group_group_member": {false, func(w *world, t *targetProduct) map[string]any {
			return w.makeLicenseMember("group", "authorization_group", t)
		}},
		"license_policy_user_member": {false, func(w *world, t *targetProduct) map[string]any { return w.makeLicenseMember("policy", "user", t) }},
		"license_policy_group_member": {false, func(w *world, t *targetProduct) map[string]any {
			return w.makeLicenseMember("policy", "authorization_group", t)
		}},
		"parser": {false, func(*world, *targetProduct) map[string]any { return map[string]any{"id": 1} }},

		"license_component":          {true, (*world).makeLicenseComponent},
		"license_component_evidence": {true, (*world).makeLicenseComponentEvidence},
		"concluded_license":          {true, (*world).makeConcludedLicense},
	}
}

// makeAPIToken makes a token of a user who does not call.
func (w *world) makeAPIToken(target *targetProduct) map[string]any {
	user := idOf(w.t, fmt.Sprint(w.make("user", target)["id"]))
	row := &model.APIToken{User: user, Name: "default", Hash: digest(w.unique())}
	w.update(func(tx *db.Tx) error { return db.APITokens.Insert(tx, row) })
	return map[string]any{"id": row.ID}
}

func digest(text string) []byte {
	sum := sha256.Sum256([]byte(text))
	return sum[:]
}

func (w *world) makeProductAPIToken(target *targetProduct) map[string]any {
	name := w.unique()
	w.api.do("POST", "/api/product_api_tokens/", w.admin, map[string]any{"product": target.id, "role": 1, "name": name}).want(201, "")
	for _, row := range w.api.do("GET", fmt.Sprintf("/api/product_api_tokens/?product=%d", target.id), w.admin, nil).want(200, "").rows() {
		if row["name"] == name {
			return row
		}
	}
	w.t.Fatalf("the token %s is not listed", name)
	return nil
}

// makeGroup makes an authorization group with the member and the manager among the callers.
func (w *world) makeGroup(target *targetProduct) map[string]any {
	group := w.make("authorization_group", target)
	for letter, manages := range map[string]bool{"G": false, "A": true} {
		w.api.do("POST", "/api/authorization_group_members/", w.admin, map[string]any{"authorization_group": group["id"], "user": w.members[letter],
			"is_manager": manages}).want(201, "")
	}
	return group
}

// makeGroupMember makes another member of such a group.
func (w *world) makeGroupMember(target *targetProduct) map[string]any {
	member := map[string]any{"authorization_group": w.makeGroup(target)["id"], "user": w.make("user", target)["id"]}
	return numbers(w.t, w.api.do("POST", "/api/authorization_group_members/", w.admin, member).want(201, "").body)
}

// makeFull makes a product or product group in which all callers have their roles; beside the other product nobody has one.
func (w *world) makeFull(path string, target *targetProduct) map[string]any {
	body := map[string]any{"name": target.marker + " " + w.unique()}
	if path == "/api/products/" {
		body["product_group"] = target.group
	}
	o := numbers(w.t, w.api.do("POST", path, w.admin, body).want(201, "").body)
	if target != w.own {
		return o
	}
	id := idOf(w.t, fmt.Sprint(o["id"]))
	w.update(func(tx *db.Tx) error {
		for letter, user := range w.members {
			role := model.Role(strings.Index(roleLetters, strings.TrimPrefix(letter, "t")) + 1)
			if letter == "P" && path == "/api/product_groups/" {
				role = model.RoleWriter
			}
			if role == 0 {
				continue
			}
			if err := db.ProductMembers.Insert(tx, &model.ProductMember{Product: id, User: user, Role: role}); err != nil {
				return err
			}
		}
		row := &model.ProductAuthorizationGroupMember{Product: id, AuthorizationGroup: w.group, Role: model.RoleMaintainer}
		return db.ProductAuthorizationGroupMembers.Insert(tx, row)
	})
	return o
}

func (w *world) makeAssessed(target *targetProduct) map[string]any {
	o := w.make("observation", target)
	w.api.do("PATCH", fmt.Sprintf("/api/observations/%v/assessment/", o["id"]), w.admin, map[string]any{"severity": "Low", "comment": "x"}).want(200, "")
	return o
}

// makePendingLog makes an assessment that waits for approval, by somebody who does not call.
func (w *world) makePendingLog(target *targetProduct) map[string]any {
	o := w.make("observation", target)
	author := idOf(w.t, fmt.Sprint(w.make("user", target)["id"]))
	row := &model.ObservationLog{Observation: idOf(w.t, fmt.Sprint(o["id"])), User: author, Severity: model.SeverityLow, Comment: "x", Created: model.TimeOf(w.api.now),
		AssessmentStatus: model.AssessmentNeedsApproval}
	w.update(func(tx *db.Tx) error { return db.ObservationLogs.Insert(tx, row) })
	return map[string]any{"id": row.ID}
}

// makePotentialDuplicate makes two observations that are alike.
func (w *world) makePotentialDuplicate(target *targetProduct) map[string]any {
	title := w.unique()
	var first string
	for _, component := range []string{"a:1", "b:2"} {
		body := map[string]any{"product": target.id, "title": title, "parser_severity": "High", "origin_component_name_version": component}
		first = w.api.do("POST", "/api/observations/", w.admin, body).want(201, "").id()
	}
	return w.api.do("GET", "/api/potential_duplicates/?observation="+first, w.admin, nil).want(200, "").rows()[0]
}

func (w *world) makeEvidence(target *targetProduct) map[string]any {
	w.uploadTo(target)
	return w.newest("/api/evidences/", target)
}

func (w *world) makeVulnerabilityCheck(target *targetProduct) map[string]any {
	w.uploadTo(target)
	return w.newest("/api/vulnerability_checks/", target)
}

func (w *world) uploadTo(target *targetProduct) {
	w.api.upload(w.admin, "scan.sarif", sarif(finding(target.marker, "error", 1)), map[string]string{"product": fmt.Sprint(target.id)}).want(200, "")
}

// newest finds the newest row of a list that belongs to the product.
func (w *world) newest(path string, target *targetProduct) map[string]any {
	w.t.Helper()
	query := "?"
	if strings.Contains(path, "?") {
		query = "&"
	}
	rows := w.api.do("GET", path+query+"page_size=1000&product="+fmt.Sprint(target.id), w.admin, nil).want(200, "").rows()
	if len(rows) == 0 {
		w.t.Fatalf("%s has no row of the product %s", path, target.name)
	}
	return rows[len(rows)-1]
}

func (w *world) makeImportRun(target *targetProduct) map[string]any {
	w.uploadTo(target)
	return w.newest("/api/import_runs/", target)
}

// makeNotification makes one by a change of the product's security gate.
func (w *world) makeNotification(target *targetProduct) map[string]any {
	path := fmt.Sprintf("/api/products/%d/", target.id)
	for _, active := range []bool{true, false} {
		w.api.do("PATCH", path, w.admin, map[string]any{"security_gate_active": active}).want(200, "")
	}
	return w.newest("/api/notifications/?ordering=created", target)
}

// makeComponent makes a component, which exists as long as an observation has it.
func (w *world) makeComponent(target *targetProduct) map[string]any {
	body := map[string]any{"product": target.id, "title": w.unique(), "parser_severity": "High", "parser_status": "Open",
		"origin_component_name_version": target.marker + w.unique() + ":1.0"}
	w.api.do("POST", "/api/observations/", w.admin, body).want(201, "")
	return w.newest("/api/components/", target)
}

func (w *world) makeAuditLog(target *targetProduct) map[string]any {
	user := w.make("user", target)
	return w.api.do("GET", fmt.Sprintf("/api/audit_logs/?object_type=User&object=%v", user["id"]), w.admin, nil).want(200, "").rows()[0]
}

func (w *world) makeTaskRun(*targetProduct) map[string]any {
	row := &model.PeriodicTask{Task: "Test", StartTime: model.TimeOf(w.api.now), Status: model.TaskSuccess}
	w.update(func(tx *db.Tx) error { return db.PeriodicTasks.Insert(tx, row) })
	return map[string]any{"id": row.ID}
}

// makeLicenseComponent makes a component of an SBOM of its own.
func (w *world) makeLicenseComponent(target *targetProduct) map[string]any {
	name := w.unique()
	w.api.uploadSBOM(w.admin, name+".json", cyclonedx("", library(target.marker+name, "1.0", "")), map[string]string{"product": fmt.Sprint(target.id)}).want(200, "")
	return w.newest("/api/license_components/", target)
}

func (w *world) makeLicenseComponentEvidence(target *targetProduct) map[string]any {
	component := w.makeLicenseComponent(target)
	return w.newest(fmt.Sprintf("/api/license_component_evidences/?license_component=%v", component["id"]), target)
}

func (w *world) makeConcludedLicense(target *targetProduct) map[string]any {
	component := w.makeLicenseComponent(target)
	w.api.do("PATCH", fmt.Sprintf("/api/license_components/%v/concluded_license/", component["id"]), w.admin,
		map[string]any{"manual_concluded_non_spdx_license": "x"}).want(200, "")
	return w.newest("/api/concluded_licenses/", target)
}
