package handlers

import (
	"secobserve/db"
	"secobserve/handlers/schema"
	"secobserve/model"
)

// The members of license groups and license policies.
var (
	licenseGroupMembers = newLicenseMembers(licenseGroupParent, userChild, db.LicenseGroupMembers,
		func(m *model.LicenseGroupMember) licenseMember {
			return licenseMember{&m.ID, &m.LicenseGroup, &m.User, &m.IsManager}
		},
		func(c *call, m *model.LicenseGroupMember) (any, error) {
			group, err := db.LicenseGroups.Get(c.tx, m.LicenseGroup)
			if err != nil {
				return nil, err
			}
			user, err := db.Users.Get(c.tx, m.User)
			if err != nil {
				return nil, err
			}
			return schema.LicenseGroupMember{ID: m.ID, LicenseGroupData: showLicenseGroupListed(group), UserData: c.showUserListed(user),
				IsManager: m.IsManager, LicenseGroup: m.LicenseGroup, User: m.User}, nil
		})

	licenseGroupAuthorizationGroupMembers = newLicenseMembers(licenseGroupParent, authorizationGroupChild, db.LicenseGroupAuthorizationGroupMembers,
		func(m *model.LicenseGroupAuthorizationGroupMember) licenseMember {
			return licenseMember{&m.ID, &m.LicenseGroup, &m.AuthorizationGroup, &m.IsManager}
		},
		func(c *call, m *model.LicenseGroupAuthorizationGroupMember) (any, error) {
			group, err := db.LicenseGroups.Get(c.tx, m.LicenseGroup)
			if err != nil {
				return nil, err
			}
			users, err := db.AuthorizationGroups.Get(c.tx, m.AuthorizationGroup)
			if err != nil {
				return nil, err
			}
			return schema.LicenseGroupAuthorizationGroupMember{ID: m.ID, LicenseGroupData: showLicenseGroupListed(group),
				AuthorizationGroupData: schema.AuthorizationGroupList{ID: users.ID, Name: users.Name, OIDCGroup: users.OIDCGroup},
				IsManager:              m.IsManager, LicenseGroup: m.LicenseGroup, AuthorizationGroup: m.AuthorizationGroup}, nil
		})

	licensePolicyMembers = newLicenseMembers(licensePolicyParent, userChild, db.LicensePolicyMembers,
		func(m *model.LicensePolicyMember) licenseMember {
			return licenseMember{&m.ID, &m.LicensePolicy, &m.User, &m.IsManager}
		},
		func(c *call, m *model.LicensePolicyMember) (any, error) {
			policy, err := c.showLicensePolicySmall(m.LicensePolicy)
			if err != nil {
				return nil, err
			}
			user, err := db.Users.Get(c.tx, m.User)
			if err != nil {
				return nil, err
			}
			return schema.LicensePolicyMember{ID: m.ID, LicensePolicyData: policy, UserData: c.showUserListed(user), IsManager: m.IsManager,
				LicensePolicy: m.LicensePolicy, User: m.User}, nil
		})

	licensePolicyAuthorizationGroupMembers = newLicenseMembers(licensePolicyParent, authorizationGroupChild, db.LicensePolicyAuthorizationGroupMembers,
		func(m *model.LicensePolicyAuthorizationGroupMember) licenseMember {
			return licenseMember{&m.ID, &m.LicensePolicy, &m.AuthorizationGroup, &m.IsManager}
		},
		func(c *call, m *model.LicensePolicyAuthorizationGroupMember) (any, error) {
			policy, err := c.showLicensePolicySmall(m.LicensePolicy)
			if err != nil {
				return nil, err
			}
			users, err := db.AuthorizationGroups.Get(c.tx, m.AuthorizationGroup)
			if err != nil {
				return nil, err
			}
			return schema.LicensePolicyAuthorizationGroupMember{ID: m.ID, LicensePolicyData: policy,
				AuthorizationGroupData: schema.AuthorizationGroupList{ID: users.ID, Name: users.Name, OIDCGroup: users.OIDCGroup},
				IsManager:              m.IsManager, LicensePolicy: m.LicensePolicy, AuthorizationGroup: m.AuthorizationGroup}, nil
		})
)

// listLicenseGroupMembers lists the users that see or manage a license group.
//
//	@Summary	Lists the users that see or manage a license group
//	@ID	license_group_members_list
//	@Tags	license_group_members
//	@Param	full_name	query	string	false	"full name"
//	@Param	is_manager	query	bool	false	"is manager"
//	@Param	license_group	query	int	false	"license group"
//	@Param	ordering	query	[]string	false	"ordering" Enums(-is_manager, -license_group, -user, -user_data.full_name, is_manager, license_group, user, user_data.full_name) collectionFormat(csv)
//	@Param	page	query	int	false	"page"
//	@Param	page_size	query	int	false	"page size"
//	@Param	search	query	string	false	"search"
//	@Param	user	query	int	false	"user"
//	@Param	username	query	string	false	"username"
//	@Produce	json
//	@Success	200	{object}	schema.Page[schema.LicenseGroupMember]
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_group_members/	[get]
func (s *Server) listLicenseGroupMembers(c *call) (reply, error) { return licenseGroupMembers.serve(c) }

// getLicenseGroupMember shows a membership.
//
//	@Summary	Shows a membership
//	@ID	license_group_members_retrieve
//	@Tags	license_group_members
//	@Param	id	path	int	true	"id"
//	@Produce	json
//	@Success	200	{object}	schema.LicenseGroupMember
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_group_members/{id}/	[get]
func (s *Server) getLicenseGroupMember(c *call) (reply, error) { return licenseGroupMembers.get(c) }

// createLicenseGroupMember adds a user to a license group.
//
//	@Summary	Adds a user to a license group
//	@ID	license_group_members_create
//	@Tags	license_group_members
//	@Param	request	body	schema.LicenseGroupMemberRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	201	{object}	schema.LicenseGroupMember
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_group_members/	[post]
func (s *Server) createLicenseGroupMember(c *call) (reply, error) {
	return licenseGroupMembers.create(c)
}

// updateLicenseGroupMember changes whether a member manages the license group.
//
//	@Summary	Changes whether a member manages the license group
//	@ID	license_group_members_update
//	@Tags	license_group_members
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.LicenseGroupMemberRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	200	{object}	schema.LicenseGroupMember
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_group_members/{id}/	[put]
func (s *Server) updateLicenseGroupMember(c *call) (reply, error) {
	return licenseGroupMembers.update(c)
}

// patchLicenseGroupMember is updateLicenseGroupMember with the fields that change.
//
//	@Summary	Changes whether a member manages the license group, only the fields sent
//	@ID	license_group_members_partial_update
//	@Tags	license_group_members
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.PatchedLicenseGroupMemberRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	200	{object}	schema.LicenseGroupMember
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_group_members/{id}/	[patch]
func (s *Server) patchLicenseGroupMember(c *call) (reply, error) {
	return licenseGroupMembers.update(c)
}

// deleteLicenseGroupMember takes a user from a license group.
//
//	@Summary	Takes a user from a license group
//	@ID	license_group_members_destroy
//	@Tags	license_group_members
//	@Param	id	path	int	true	"id"
//	@Success	204
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_group_members/{id}/	[delete]
func (s *Server) deleteLicenseGroupMember(c *call) (reply, error) {
	return licenseGroupMembers.remove(c)
}

// listLicenseGroupAuthorizationGroupMembers lists the authorization groups that see or manage a license group.
//
//	@Summary	Lists the authorization groups that see or manage a license group
//	@ID	license_group_authorization_group_members_list
//	@Tags	license_group_authorization_group_members
//	@Param	authorization_group	query	int	false	"authorization group"
//	@Param	is_manager	query	bool	false	"is manager"
//	@Param	license_group	query	int	false	"license group"
//	@Param	name	query	string	false	"name"
//	@Param	ordering	query	[]string	false	"ordering" Enums(-authorization_group, -authorization_group_data.name, -is_manager, -license_group, authorization_group, authorization_group_data.name, is_manager, license_group) collectionFormat(csv)
//	@Param	page	query	int	false	"page"
//	@Param	page_size	query	int	false	"page size"
//	@Param	search	query	string	false	"search"
//	@Produce	json
//	@Success	200	{object}	schema.Page[schema.LicenseGroupAuthorizationGroupMember]
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_group_authorization_group_members/	[get]
func (s *Server) listLicenseGroupAuthorizationGroupMembers(c *call) (reply, error) {
	return licenseGroupAuthorizationGroupMembers.serve(c)
}

// getLicenseGroupAuthorizationGroupMember shows a membership.
//
//	@Summary	Shows a membership
//	@ID	license_group_authorization_group_members_retrieve
//	@Tags	license_group_authorization_group_members
//	@Param	id	path	int	true	"id"
//	@Produce	json
//	@Success	200	{object}	schema.LicenseGroupAuthorizationGroupMember
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_group_authorization_group_members/{id}/	[get]
func (s *Server) getLicenseGroupAuthorizationGroupMember(c *call) (reply, error) {
	return licenseGroupAuthorizationGroupMembers.get(c)
}

// createLicenseGroupAuthorizationGroupMember adds an authorization group to a license group.
//
//	@Summary	Adds an authorization group to a license group
//	@ID	license_group_authorization_group_members_create
//	@Tags	license_group_authorization_group_members
//	@Param	request	body	schema.LicenseGroupAuthorizationGroupMemberRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	201	{object}	schema.LicenseGroupAuthorizationGroupMember
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_group_authorization_group_members/	[post]
func (s *Server) createLicenseGroupAuthorizationGroupMember(c *call) (reply, error) {
	return licenseGroupAuthorizationGroupMembers.create(c)
}

// updateLicenseGroupAuthorizationGroupMember changes whether a member manages the license group.
//
//	@Summary	Changes whether a member manages the license group
//	@ID	license_group_authorization_group_members_update
//	@Tags	license_group_authorization_group_members
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.LicenseGroupAuthorizationGroupMemberRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	200	{object}	schema.LicenseGroupAuthorizationGroupMember
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_group_authorization_group_members/{id}/	[put]
func (s *Server) updateLicenseGroupAuthorizationGroupMember(c *call) (reply, error) {
	return licenseGroupAuthorizationGroupMembers.update(c)
}

// patchLicenseGroupAuthorizationGroupMember is updateLicenseGroupAuthorizationGroupMember with the fields that change.
//
//	@Summary	Changes whether a member manages the license group, only the fields sent
//	@ID	license_group_authorization_group_members_partial_update
//	@Tags	license_group_authorization_group_members
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.PatchedLicenseGroupAuthorizationGroupMemberRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	200	{object}	schema.LicenseGroupAuthorizationGroupMember
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_group_authorization_group_members/{id}/	[patch]
func (s *Server) patchLicenseGroupAuthorizationGroupMember(c *call) (reply, error) {
	return licenseGroupAuthorizationGroupMembers.update(c)
}

// deleteLicenseGroupAuthorizationGroupMember takes an authorization group from a license group.
//
//	@Summary	Takes an authorization group from a license group
//	@ID	license_group_authorization_group_members_destroy
//	@Tags	license_group_authorization_group_members
//	@Param	id	path	int	true	"id"
//	@Success	204
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_group_authorization_group_members/{id}/	[delete]
func (s *Server) deleteLicenseGroupAuthorizationGroupMember(c *call) (reply, error) {
	return licenseGroupAuthorizationGroupMembers.remove(c)
}

// listLicensePolicyMembers lists the users that see or manage a license policy.
//
//	@Summary	Lists the users that see or manage a license policy
//	@ID	license_policy_members_list
//	@Tags	license_policy_members
//	@Param	full_name	query	string	false	"full name"
//	@Param	is_manager	query	bool	false	"is manager"
//	@Param	license_policy	query	int	false	"license policy"
//	@Param	ordering	query	[]string	false	"ordering" Enums(-is_manager, -license_policy, -user, -user_data.full_name, is_manager, license_policy, user, user_data.full_name) collectionFormat(csv)
//	@Param	page	query	int	false	"page"
//	@Param	page_size	query	int	false	"page size"
//	@Param	search	query	string	false	"search"
//	@Param	user	query	int	false	"user"
//	@Param	username	query	string	false	"username"
//	@Produce	json
//	@Success	200	{object}	schema.Page[schema.LicensePolicyMember]
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_policy_members/	[get]
func (s *Server) listLicensePolicyMembers(c *call) (reply, error) {
	return licensePolicyMembers.serve(c)
}

// getLicensePolicyMember shows a membership.
//
//	@Summary	Shows a membership
//	@ID	license_policy_members_retrieve
//	@Tags	license_policy_members
//	@Param	id	path	int	true	"id"
//	@Produce	json
//	@Success	200	{object}	schema.LicensePolicyMember
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_policy_members/{id}/	[get]
func (s *Server) getLicensePolicyMember(c *call) (reply, error) { return licensePolicyMembers.get(c) }

// createLicensePolicyMember adds a user to a license policy.
//
//	@Summary	Adds a user to a license policy
//	@ID	license_policy_members_create
//	@Tags	license_policy_members
//	@Param	request	body	schema.LicensePolicyMemberRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	201	{object}	schema.LicensePolicyMember
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_policy_members/	[post]
func (s *Server) createLicensePolicyMember(c *call) (reply, error) {
	return licensePolicyMembers.create(c)
}

// updateLicensePolicyMember changes whether a member manages the license policy.
//
//	@Summary	Changes whether a member manages the license policy
//	@ID	license_policy_members_update
//	@Tags	license_policy_members
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.LicensePolicyMemberRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	200	{object}	schema.LicensePolicyMember
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_policy_members/{id}/	[put]
func (s *Server) updateLicensePolicyMember(c *call) (reply, error) {
	return licensePolicyMembers.update(c)
}

// patchLicensePolicyMember is updateLicensePolicyMember with the fields that change.
//
//	@Summary	Changes whether a member manages the license policy, only the fields sent
//	@ID	license_policy_members_partial_update
//	@Tags	license_policy_members
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.PatchedLicensePolicyMemberRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	200	{object}	schema.LicensePolicyMember
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_policy_members/{id}/	[patch]
func (s *Server) patchLicensePolicyMember(c *call) (reply, error) {
	return licensePolicyMembers.update(c)
}

// deleteLicensePolicyMember takes a user from a license policy.
//
//	@Summary	Takes a user from a license policy
//	@ID	license_policy_members_destroy
//	@Tags	license_policy_members
//	@Param	id	path	int	true	"id"
//	@Success	204
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_policy_members/{id}/	[delete]
func (s *Server) deleteLicensePolicyMember(c *call) (reply, error) {
	return licensePolicyMembers.remove(c)
}

// listLicensePolicyAuthorizationGroupMembers lists the authorization groups that see or manage a license policy.
//
//	@Summary	Lists the authorization groups that see or manage a license policy
//	@ID	license_policy_authorization_group_members_list
//	@Tags	license_policy_authorization_group_members
//	@Param	authorization_group	query	int	false	"authorization group"
//	@Param	is_manager	query	bool	false	"is manager"
//	@Param	license_policy	query	int	false	"license policy"
//	@Param	name	query	string	false	"name"
//	@Param	ordering	query	[]string	false	"ordering" Enums(-authorization_group, -authorization_group_data.name, -is_manager, -license_policy, authorization_group, authorization_group_data.name, is_manager, license_policy) collectionFormat(csv)
//	@Param	page	query	int	false	"page"
//	@Param	page_size	query	int	false	"page size"
//	@Param	search	query	string	false	"search"
//	@Produce	json
//	@Success	200	{object}	schema.Page[schema.LicensePolicyAuthorizationGroupMember]
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_policy_authorization_group_members/	[get]
func (s *Server) listLicensePolicyAuthorizationGroupMembers(c *call) (reply, error) {
	return licensePolicyAuthorizationGroupMembers.serve(c)
}

// getLicensePolicyAuthorizationGroupMember shows a membership.
//
//	@Summary	Shows a membership
//	@ID	license_policy_authorization_group_members_retrieve
//	@Tags	license_policy_authorization_group_members
//	@Param	id	path	int	true	"id"
//	@Produce	json
//	@Success	200	{object}	schema.LicensePolicyAuthorizationGroupMember
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_policy_authorization_group_members/{id}/	[get]
func (s *Server) getLicensePolicyAuthorizationGroupMember(c *call) (reply, error) {
	return licensePolicyAuthorizationGroupMembers.get(c)
}

// createLicensePolicyAuthorizationGroupMember adds an authorization group to a license policy.
//
//	@Summary	Adds an authorization group to a license policy
//	@ID	license_policy_authorization_group_members_create
//	@Tags	license_policy_authorization_group_members
//	@Param	request	body	schema.LicensePolicyAuthorizationGroupMemberRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	201	{object}	schema.LicensePolicyAuthorizationGroupMember
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_policy_authorization_group_members/	[post]
func (s *Server) createLicensePolicyAuthorizationGroupMember(c *call) (reply, error) {
	return licensePolicyAuthorizationGroupMembers.create(c)
}

// updateLicensePolicyAuthorizationGroupMember changes whether a member manages the license policy.
//
//	@Summary	Changes whether a member manages the license policy
//	@ID	license_policy_authorization_group_members_update
//	@Tags	license_policy_authorization_group_members
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.LicensePolicyAuthorizationGroupMemberRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	200	{object}	schema.LicensePolicyAuthorizationGroupMember
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_policy_authorization_group_members/{id}/	[put]
func (s *Server) updateLicensePolicyAuthorizationGroupMember(c *call) (reply, error) {
	return licensePolicyAuthorizationGroupMembers.update(c)
}

// patchLicensePolicyAuthorizationGroupMember is updateLicensePolicyAuthorizationGroupMember with the fields that change.
//
//	@Summary	Changes whether a member manages the license policy, only the fields sent
//	@ID	license_policy_authorization_group_members_partial_update
//	@Tags	license_policy_authorization_group_members
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.PatchedLicensePolicyAuthorizationGroupMemberRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	200	{object}	schema.LicensePolicyAuthorizationGroupMember
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_policy_authorization_group_members/{id}/	[patch]
func (s *Server) patchLicensePolicyAuthorizationGroupMember(c *call) (reply, error) {
	return licensePolicyAuthorizationGroupMembers.update(c)
}

// deleteLicensePolicyAuthorizationGroupMember takes an authorization group from a license policy.
//
//	@Summary	Takes an authorization group from a license policy
//	@ID	license_policy_authorization_group_members_destroy
//	@Tags	license_policy_authorization_group_members
//	@Param	id	path	int	true	"id"
//	@Success	204
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_policy_authorization_group_members/{id}/	[delete]
func (s *Server) deleteLicensePolicyAuthorizationGroupMember(c *call) (reply, error) {
	return licensePolicyAuthorizationGroupMembers.remove(c)
}
