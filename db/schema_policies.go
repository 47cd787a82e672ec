package db

import "secobserve/model"

// The tables of the license catalogue, license groups and license policies.
var (
	// Licenses holds the license catalogue (licenses.md §3.1).
	Licenses = &Table[model.License]{
		name: "licenses", class: "License", plural: "Licenses",
		label:   func(r *model.License) string { return r.SPDXID },
		id:      func(r *model.License) *model.ID { return &r.ID },
		uniques: []Unique[model.License]{{Name: "spdx_id", Key: func(r *model.License) []byte { return Key(r.SPDXID) }}},
		columns: []Column[model.License]{
			text("spdx_id", func(r *model.License) string { return r.SPDXID }),
			text("name", func(r *model.License) string { return r.Name }),
			optionalFlag("is_osi_approved", func(r *model.License) *bool { return r.IsOSIApproved }),
			optionalFlag("is_deprecated", func(r *model.License) *bool { return r.IsDeprecated }),
		},
	}

	// LicenseGroups holds named sets of licenses (licenses.md §10.1).
	LicenseGroups = &Table[model.LicenseGroup]{
		name: "license_groups", class: "License_Group", plural: "License_Groups",
		audit: auditAll, label: func(r *model.LicenseGroup) string { return r.Name },
		id:      func(r *model.LicenseGroup) *model.ID { return &r.ID },
		uniques: []Unique[model.LicenseGroup]{{Name: "name", Key: func(r *model.LicenseGroup) []byte { return Key(r.Name) }}},
		columns: []Column[model.LicenseGroup]{
			text("name", func(r *model.LicenseGroup) string { return r.Name }),
			flag("is_public", func(r *model.LicenseGroup) bool { return r.IsPublic }),
		},
	}

	// LicenseGroupLicenses holds which license is in which group.
	LicenseGroupLicenses = &Table[model.LicenseGroupLicense]{
		name: "license_group_licenses", class: "License_Group_License", plural: "License_Group_Licenses",
		audit: auditAll,
		id:    func(r *model.LicenseGroupLicense) *model.ID { return &r.ID },
		uniques: []Unique[model.LicenseGroupLicense]{{Name: "license", Key: func(r *model.LicenseGroupLicense) []byte {
			return Key(r.LicenseGroup, r.License)
		}}},
		refs: []Ref[model.LicenseGroupLicense]{
			{Name: "license_group", To: "license_groups", OnDelete: Cascade, Get: func(r *model.LicenseGroupLicense) model.ID { return r.LicenseGroup }},
			{Name: "license", To: "licenses", OnDelete: Cascade, Get: func(r *model.LicenseGroupLicense) model.ID { return r.License }},
		},
	}

	// LicenseGroupMembers holds the users that see or manage a license group (licenses.md §10.2).
	LicenseGroupMembers = &Table[model.LicenseGroupMember]{
		name: "license_group_members", class: "License_Group_Member", plural: "License_Group_Members",
		audit: auditAll,
		id:    func(r *model.LicenseGroupMember) *model.ID { return &r.ID },
		uniques: []Unique[model.LicenseGroupMember]{{Name: "member", Key: func(r *model.LicenseGroupMember) []byte {
			return Key(r.LicenseGroup, r.User)
		}}},
		refs: []Ref[model.LicenseGroupMember]{
			{Name: "license_group", To: "license_groups", OnDelete: Cascade, Get: func(r *model.LicenseGroupMember) model.ID { return r.LicenseGroup }},
			{Name: "user", To: "users", OnDelete: Cascade, Get: func(r *model.LicenseGroupMember) model.ID { return r.User }},
		},
		columns: []Column[model.LicenseGroupMember]{flag("is_manager", func(r *model.LicenseGroupMember) bool { return r.IsManager })},
	}

	// LicenseGroupAuthorizationGroupMembers holds the authorization groups whose users see or manage a license group (licenses.md §10.2).
	LicenseGroupAuthorizationGroupMembers = &Table[model.LicenseGroupAuthorizationGroupMember]{
		name: "license_group_authorization_group_members", class: "License_Group_Authorization_Group_Member",
		plural: "License_Group_Authorization_Group_Members",
		audit:  auditAll,
		id:     func(r *model.LicenseGroupAuthorizationGroupMember) *model.ID { return &r.ID },
		uniques: []Unique[model.LicenseGroupAuthorizationGroupMember]{{Name: "member", Key: func(r *model.LicenseGroupAuthorizationGroupMember) []byte {
			return Key(r.LicenseGroup, r.AuthorizationGroup)
		}}},
		refs: []Ref[model.LicenseGroupAuthorizationGroupMember]{
			{Name: "license_group", To: "license_groups", OnDelete: Cascade,
				Get: func(r *model.LicenseGroupAuthorizationGroupMember) model.ID { return r.LicenseGroup }},
			{Name: "authorization_group", To: "authorization_groups", OnDelete: Cascade,
				Get: func(r *model.LicenseGroupAuthorizationGroupMember) model.ID { return r.AuthorizationGroup }},
		},
		columns: []Column[model.LicenseGroupAuthorizationGroupMember]{
			flag("is_manager", func(r *model.LicenseGroupAuthorizationGroupMember) bool { return r.IsManager }),
		},
	}

	// LicensePolicies holds the license policies (licenses.md §11.1).
	LicensePolicies = &Table[model.LicensePolicy]{
		name: "license_policies", class: "License_Policy", plural: "License_Policys",
		audit: auditAll, label: func(r *model.LicensePolicy) string { return r.Name },
		id:      func(r *model.LicensePolicy) *model.ID { return &r.ID },
		uniques: []Unique[model.LicensePolicy]{{Name: "name", Key: func(r *model.LicensePolicy) []byte { return Key(r.Name) }}},
		refs: []Ref[model.LicensePolicy]{
			{Name: "parent", To: "license_policies", OnDelete: Protect, Get: func(r *model.LicensePolicy) model.ID { return r.Parent }},
		},
		columns: []Column[model.LicensePolicy]{
			text("name", func(r *model.LicensePolicy) string { return r.Name }),
			flag("is_public", func(r *model.LicensePolicy) bool { return r.IsPublic }),
		},
	}

	// LicensePolicyItems holds the rules of license policies (licenses.md §11.4).
	LicensePolicyItems = &Table[model.LicensePolicyItem]{
		name: "license_policy_items", class: "License_Policy_Item", plural: "License_Policy_Items",
		audit: auditAll,
		id:    func(r *model.LicensePolicyItem) *model.ID { return &r.ID },
		uniques: []Unique[model.LicensePolicyItem]{{Name: "subject", Key: func(r *model.LicensePolicyItem) []byte {
			return Key(r.LicensePolicy, r.LicenseGroup, r.License, r.LicenseExpression, r.NonSPDXLicense)
		}}},
		refs: []Ref[model.LicensePolicyItem]{
			{Name: "license_policy", To: "license_policies", OnDelete: Cascade, Get: func(r *model.LicensePolicyItem) model.ID { return r.LicensePolicy }},
			{Name: "license_group", To: "license_groups", OnDelete: Protect, Get: func(r *model.LicensePolicyItem) model.ID { return r.LicenseGroup }},
			{Name: "license", To: "licenses", OnDelete: Protect, Get: func(r *model.LicensePolicyItem) model.ID { return r.License }},
		},
		columns: []Column[model.LicensePolicyItem]{
			text("license_expression", func(r *model.LicensePolicyItem) string { return r.LicenseExpression }),
			text("non_spdx_license", func(r *model.LicensePolicyItem) string { return r.NonSPDXLicense }),
			enumNumber("numerical_evaluation_result", func(r *model.LicensePolicyItem) int64 { return int64(r.EvaluationResult.Number()) }),
		},
	}

	// LicensePolicyMembers holds the users that see or manage a license policy (licenses.md §11.5).
	LicensePolicyMembers = &Table[model.LicensePolicyMember]{
		name: "license_policy_members", class: "License_Policy_Member", plural: "License_Policy_Members",
		audit: auditAll,
		id:    func(r *model.LicensePolicyMember) *model.ID { return &r.ID },
		uniques: []Unique[model.LicensePolicyMember]{{Name: "member", Key: func(r *model.LicensePolicyMember) []byte {
			return Key(r.LicensePolicy, r.User)
		}}},
		refs: []Ref[model.LicensePolicyMember]{
			{Name: "license_policy", To: "license_policies", OnDelete: Cascade, Get: func(r *model.LicensePolicyMember) model.ID { return r.LicensePolicy }},
			{Name: "user", To: "users", OnDelete: Cascade, Get: func(r *model.LicensePolicyMember) model.ID { return r.User }},
		},
		columns: []Column[model.LicensePolicyMember]{flag("is_manager", func(r *model.LicensePolicyMember) bool { return r.IsManager })},
	}

	// LicensePolicyAuthorizationGroupMembers holds the authorization groups whose users see or manage a license policy (licenses.md §11.5).
	LicensePolicyAuthorizationGroupMembers = &Table[model.LicensePolicyAuthorizationGroupMember]{
		name: "license_policy_authorization_group_members", class: "License_Policy_Authorization_Group_Member",
		plural: "License_Policy_Authorization_Group_Members",
		audit:  auditAll,
		id:     func(r *model.LicensePolicyAuthorizationGroupMember) *model.ID { return &r.ID },
		uniques: []Unique[model.LicensePolicyAuthorizationGroupMember]{{Name: "member", Key: func(r *model.LicensePolicyAuthorizationGroupMember) []byte {
			return Key(r.LicensePolicy, r.AuthorizationGroup)
		}}},
		refs: []Ref[model.LicensePolicyAuthorizationGroupMember]{
			{Name: "license_policy", To: "license_policies", OnDelete: Cascade,
				Get: func(r *model.LicensePolicyAuthorizationGroupMember) model.ID { return r.LicensePolicy }},
			{Name: "authorization_group", To: "authorization_groups", OnDelete: Cascade,
				Get: func(r *model.LicensePolicyAuthorizationGroupMember) model.ID { return r.AuthorizationGroup }},
		},
		columns: []Column[model.LicensePolicyAuthorizationGroupMember]{
			flag("is_manager", func(r *model.LicensePolicyAuthorizationGroupMember) bool { return r.IsManager }),
		},
	}
)

func optionalFlag[T any](name string, get func(*T) *bool) Column[T] {
	return Column[T]{Name: name, Bitmap: true, Int: func(r *T) (int64, bool) {
		if v := get(r); v != nil {
			return boolInt(*v), true
		}
		return 0, false
	}}
}
