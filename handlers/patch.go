package handlers

// PATCH does what PUT does, with fewer fields: the methods below give it a description of its own.

// patchBranch is updateBranch with the fields that change.
//
//	@Summary	Changes a branch, only the fields sent
//	@ID	branches_partial_update
//	@Tags	branches
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.PatchedBranchRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	200	{object}	schema.Branch
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/branches/{id}/	[patch]
func (s *Server) patchBranch(c *call) (reply, error) { return s.updateBranch(c) }

// patchUser is updateUser with the fields that change.
//
//	@Summary	Changes a user, only the fields sent
//	@ID	users_partial_update
//	@Tags	users
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.PatchedUserUpdateRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	200	{object}	schema.UserUpdate
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/users/{id}/	[patch]
func (s *Server) patchUser(c *call) (reply, error) { return s.updateUser(c) }

// patchService is updateService with the fields that change.
//
//	@Summary	Changes a service, only the fields sent
//	@ID	services_partial_update
//	@Tags	services
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.PatchedServiceRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	200	{object}	schema.Service
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/services/{id}/	[patch]
func (s *Server) patchService(c *call) (reply, error) { return s.updateService(c) }

// patchObservation is updateObservation with the fields that change.
//
//	@Summary	Changes an observation that a person has made, only the fields sent
//	@ID	observations_partial_update
//	@Tags	observations
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.PatchedObservationUpdateRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	200	{object}	schema.ObservationUpdate
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/observations/{id}/	[patch]
func (s *Server) patchObservation(c *call) (reply, error) { return s.updateObservation(c) }

// patchProduct is updateProduct with the fields that change.
//
//	@Summary	Changes a product, only the fields sent
//	@ID	products_partial_update
//	@Tags	products
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.PatchedProductRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	200	{object}	schema.Product
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/products/{id}/	[patch]
func (s *Server) patchProduct(c *call) (reply, error) { return s.updateProduct(c) }

// patchAuthorizationGroup is updateAuthorizationGroup with the fields that change.
//
//	@Summary	Changes an authorization group, only the fields sent
//	@ID	authorization_groups_partial_update
//	@Tags	authorization_groups
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.PatchedAuthorizationGroupRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	200	{object}	schema.AuthorizationGroup
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/authorization_groups/{id}/	[patch]
func (s *Server) patchAuthorizationGroup(c *call) (reply, error) {
	return s.updateAuthorizationGroup(c)
}

// patchAuthorizationGroupMember is updateAuthorizationGroupMember with the fields that change.
//
//	@Summary	Changes whether a member manages his authorization group, only the fields sent
//	@ID	authorization_group_members_partial_update
//	@Tags	authorization_group_members
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.PatchedAuthorizationGroupMemberRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	200	{object}	schema.AuthorizationGroupMember
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/authorization_group_members/{id}/	[patch]
func (s *Server) patchAuthorizationGroupMember(c *call) (reply, error) {
	return s.updateAuthorizationGroupMember(c)
}

// patchProductMember is updateProductMember with the fields that change.
//
//	@Summary	Changes the role of a user, only the fields sent
//	@ID	product_members_partial_update
//	@Tags	product_members
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.PatchedProductMemberRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	200	{object}	schema.ProductMember
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/product_members/{id}/	[patch]
func (s *Server) patchProductMember(c *call) (reply, error) { return s.updateProductMember(c) }

// patchProductAuthorizationGroupMember is updateProductAuthorizationGroupMember with the fields that change.
//
//	@Summary	Changes the role of an authorization group, only the fields sent
//	@ID	product_authorization_group_members_partial_update
//	@Tags	product_authorization_group_members
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.PatchedProductAuthorizationGroupMemberRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	200	{object}	schema.ProductAuthorizationGroupMember
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/product_authorization_group_members/{id}/	[patch]
func (s *Server) patchProductAuthorizationGroupMember(c *call) (reply, error) {
	return s.updateProductAuthorizationGroupMember(c)
}

// patchProductGroup is updateProductGroup with the fields that change.
//
//	@Summary	Changes a product group, only the fields sent
//	@ID	product_groups_partial_update
//	@Tags	product_groups
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.PatchedProductGroupRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	200	{object}	schema.ProductGroup
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/product_groups/{id}/	[patch]
func (s *Server) patchProductGroup(c *call) (reply, error) { return s.updateProductGroup(c) }
