package handlers

import (
	"errors"
	"math"

	"secobserve/db"
	"secobserve/handlers/rest"
	"secobserve/licenses"
	"secobserve/model"
)

// readCopyName reads the name of a copy.
func (c *call) readCopyName() (name string, err error) {
	f, err := c.form(rest.Create)
	if err != nil {
		return "", err
	}
	rest.Text(f, "name", &name, rest.TextRule{Required: true, Max: maxName})
	return name, f.Err()
}

// copyLicenseGroup copies a license group with its licenses and users.
//
//	@Summary	Copies a license group with its licenses and users
//	@ID	license_groups_copy_create
//	@Tags	license_groups
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.LicenseGroupCopyRequest	true	"request"
//	@Accept	json
//	@Produce	json
//	@Success	201	{object}	schema.LicenseGroup
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_groups/{id}/copy/	[post]
func (s *Server) copyLicenseGroup(c *call) (reply, error) {
	name, err := c.readCopyName()
	if err != nil {
		return reply{}, err
	}
	source, err := c.licenseGroupOfAction()
	if err != nil {
		return reply{}, err
	}
	group := model.LicenseGroup{Name: name, Description: source.Description, IsPublic: source.IsPublic}
	var taken *db.UniqueError
	if err := db.LicenseGroups.Insert(c.tx, &group); errors.As(err, &taken) {
		return reply{}, rest.BadRequest("License group with this name already exists")
	} else if err != nil {
		return reply{}, err
	}
	if _, err := licenses.SetGroupLicenses(c.tx, group.ID, groupLicenses(c, source.ID)); err != nil {
		return reply{}, err
	}
	for m, err := range db.LicenseGroupMembers.ReferringRows(c.tx, "license_group", source.ID) {
		if err != nil {
			return reply{}, err
		}
		if err := db.LicenseGroupMembers.Insert(c.tx, &model.LicenseGroupMember{LicenseGroup: group.ID, User: m.User, IsManager: m.IsManager}); err != nil {
			return reply{}, err
		}
	}
	if err := c.addLicenseGroupManager(group.ID); err != nil {
		return reply{}, err
	}
	return created(c.showLicenseGroup(&group)), nil
}

// licenseOfAction reads the license that is to be added to a group or removed, and finds both.
func (c *call) licenseOfAction() (*model.LicenseGroup, *model.License, error) {
	f, err := c.form(rest.Create)
	if err != nil {
		return nil, nil, err
	}
	var id model.ID
	rest.Int(f, "license", &id, 1, math.MaxInt64, true)
	if err := f.Err(); err != nil {
		return nil, nil, err
	}
	group, err := c.licenseGroupOfAction()
	if err != nil {
		return nil, nil, err
	}
	if !c.access.ManagesLicenseGroup(group.ID) {
		return nil, nil, rest.ForbiddenText("You are not a manager of this license group")
	}
	license, err := db.Licenses.Get(c.tx, id)
	if errors.Is(err, db.ErrNotFound) {
		return nil, nil, rest.BadRequestf("License %d not found", id)
	}
	return group, license, err
}

// addLicenseToGroup adds a license to a license group.
//
//	@Summary	Adds a license to a license group
//	@ID	license_groups_add_license_create
//	@Tags	license_groups
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.LicenseGroupLicenseAddRemoveRequest	true	"request"
//	@Accept	json
//	@Success	204
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_groups/{id}/add_license/	[post]
func (s *Server) addLicenseToGroup(c *call) (reply, error) {
	group, license, err := c.licenseOfAction()
	if err != nil {
		return reply{}, err
	}
	var contained *db.UniqueError
	err = db.LicenseGroupLicenses.Insert(c.tx, &model.LicenseGroupLicense{LicenseGroup: group.ID, License: license.ID})
	if errors.As(err, &contained) {
		return reply{}, rest.BadRequestf("License %s is already in this license group", license.SPDXID)
	}
	if err != nil {
		return reply{}, err
	}
	return noContent(), licenses.ReevaluateGroups(c.tx, []model.ID{group.ID}, c.moment())
}

// removeLicenseFromGroup removes a license from a license group.
//
//	@Summary	Removes a license from a license group
//	@ID	license_groups_remove_license_create
//	@Tags	license_groups
//	@Param	id	path	int	true	"id"
//	@Param	request	body	schema.LicenseGroupLicenseAddRemoveRequest	true	"request"
//	@Accept	json
//	@Success	204
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/license_groups/{id}/remove_license/	[post]
func (s *Server) removeLicenseFromGroup(c *call) (reply, error) {
	group, license, err := c.licenseOfAction()
	if err != nil {
		return reply{}, err
	}
	row, err := db.LicenseGroupLicenses.Find(c.tx, "license", db.Key(group.ID, license.ID))
	if errors.Is(err, db.ErrNotFound) {
		return noContent(), nil
	}
	if err != nil {
		return reply{}, err
	}
	if err := db.LicenseGroupLicenses.Delete(c.tx, row.ID); err != nil {
		return reply{}, err
	}
	return noContent(), licenses.ReevaluateGroups(c.tx, []model.ID{group.ID}, c.moment())
}
