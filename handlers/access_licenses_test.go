package handlers_test

import "fmt"

// makeLicenseObject makes a license group or policy with the member and the manager among the callers.
func (w *world) makeLicenseObject(kind, path string, _ *targetProduct) map[string]any {
	made := numbers(w.t, w.api.do("POST", path, w.admin, map[string]any{"name": w.unique()}).want(201, "").body)
	for letter, manages := range map[string]bool{"G": false, "A": true} {
		w.api.do("POST", "/api/license_"+kind+"_members/", w.admin,
			map[string]any{"license_" + kind: made["id"], "user": w.members[letter], "is_manager": manages}).want(201, "")
	}
	return made
}

// makeFreshLicenseGroup is a group that each request finds without licenses.
func (w *world) makeFreshLicenseGroup(target *targetProduct) map[string]any {
	return w.makeLicenseObject("group", "/api/license_groups/", target)
}

func (w *world) makeLicensePolicyItem(target *targetProduct) map[string]any {
	policy := w.makeLicenseObject("policy", "/api/license_policies/", target)
	item := map[string]any{"license_policy": policy["id"], "non_spdx_license": w.unique(), "evaluation_result": "Allowed"}
	return numbers(w.t, w.api.do("POST", "/api/license_policy_items/", w.admin, item).want(201, "").body)
}

// makeLicenseMember makes another member of a license group or policy, seen by the callers who see it.
func (w *world) makeLicenseMember(kind, child string, target *targetProduct) map[string]any {
	path := map[string]string{"group": "/api/license_groups/", "policy": "/api/license_policies/"}[kind]
	parent := w.makeLicenseObject(kind, path, target)
	member := map[string]any{"license_" + kind: parent["id"]}
	collection := fmt.Sprintf("/api/license_%s_members/", kind)
	if child == "user" {
		member["user"] = w.make("user", target)["id"]
	} else {
		member["authorization_group"] = w.makeGroup(target)["id"]
		collection = fmt.Sprintf("/api/license_%s_authorization_group_members/", kind)
	}
	return numbers(w.t, w.api.do("POST", collection, w.admin, member).want(201, "").body)
}
