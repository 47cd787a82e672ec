package handlers

import (
	"errors"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/db"
	"secobserve/db/columnar"
	"secobserve/handlers/rest"
	"secobserve/handlers/schema"
	"secobserve/model"
)

var licenseList = list[model.License]{
	table: db.Licenses,
	filters: []filter{
		contains(db.Licenses, "spdx_id", "spdx_id"),
		contains(db.Licenses, "name", "name"),
		flag(db.Licenses, "is_osi_approved", "is_osi_approved"),
		flag(db.Licenses, "is_deprecated", "is_deprecated"),
		{"license_groups", licensesOfGroups},
		{"exclude_license_group", licensesOutsideGroup},
		{"exclude_license_policy", licensesOutsidePolicy},
	},
	orders: map[string]func(*call) []columnar.Key{
		"spdx_id": by(db.Licenses, "spdx_id"), "name": by(db.Licenses, "name"),
		"is_osi_approved": by(db.Licenses, "is_osi_approved"), "is_deprecated": by(db.Licenses, "is_deprecated"),
	},
	search: []string{"spdx_id", "name"},
}

// licensesOfGroups keeps the licenses that are in any of the groups.
func licensesOfGroups(c *call, q rest.Query, name string, _ *roaring.Bitmap) (*roaring.Bitmap, error) {
	groups, err := q.References(name, func(id uint64) bool {
		return db.LicenseGroups.Exists(c.tx, model.ID(id)) && c.access.SeesLicenseGroup(model.ID(id))
	})
	if err != nil || len(groups) == 0 {
		return nil, err
	}
	found := roaring.New()
	for _, group := range groups {
		found.Or(groupLicenses(c, model.ID(group)))
	}
	return found, nil
}

func groupLicenses(c *call, group model.ID) *roaring.Bitmap {
	t := db.LicenseGroupLicenses
	return t.Index(c.tx).DistinctRefs(t.Column("license"), t.Referring(c.tx, "license_group", group))
}

func licensesOutsideGroup(c *call, q rest.Query, name string, within *roaring.Bitmap) (*roaring.Bitmap, error) {
	id, _, ok, err := q.Number(name)
	if err != nil || !ok {
		return nil, err
	}
	if !seesLicenseGroup(c, model.ID(id)) {
		return nil, nil // like an unknown one: it excludes nothing
	}
	return roaring.AndNot(within, groupLicenses(c, model.ID(id))), nil
}

func licensesOutsidePolicy(c *call, q rest.Query, name string, within *roaring.Bitmap) (*roaring.Bitmap, error) {
	id, _, ok, err := q.Number(name)
	if err != nil || !ok {
		return nil, err
	}
	if !seesLicensePolicy(c, model.ID(id)) {
		return nil, nil
	}
	t := db.LicensePolicyItems
	return roaring.AndNot(within, t.Index(c.tx).DistinctRefs(t.Column("license"), t.Referring(c.tx, "license_policy", model.ID(id)))), nil
}

// listLicenses lists the license catalogue.
//
//	@Summary	Lists the license catalogue
//	@ID	licenses_list
//	@Tags	licenses
//	@Param	exclude_license_group	query	string	false	"exclude license group"
//	@Param	exclude_license_policy	query	string	false	"exclude license policy"
//	@Param	is_deprecated	query	bool	false	"is deprecated"
//	@Param	is_osi_approved	query	bool	false	"is osi approved"
//	@Param	license_groups	query	[]int	false	"license groups" collectionFormat(multi)
//	@Param	name	query	string	false	"name"
//	@Param	ordering	query	[]string	false	"ordering" Enums(-is_deprecated, -is_osi_approved, -name, -spdx_id, is_deprecated, is_osi_approved, name, spdx_id) collectionFormat(csv)
//	@Param	page	query	int	false	"page"
//	@Param	page_size	query	int	false	"page size"
//	@Param	search	query	string	false	"search"
//	@Param	spdx_id	query	string	false	"spdx id"
//	@Produce	json
//	@Success	200	{object}	schema.Page[schema.LicenseList]
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/licenses/	[get]
func (s *Server) listLicenses(c *call) (reply, error) {
	return licenseList.serve(c, shown(func(l *model.License) (any, error) { return showLicenseListed(l), nil }))
}

func showLicenseListed(l *model.License) schema.LicenseList {
	return schema.LicenseList{ID: l.ID, SPDXIDName: l.SPDXID + " / " + l.Name, SPDXID: l.SPDXID, Name: l.Name, Reference: l.Reference,
		IsOSIApproved: l.IsOSIApproved, IsDeprecated: l.IsDeprecated}
}

// getLicense shows a license of the catalogue.
//
//	@Summary	Shows a license of the catalogue
//	@ID	licenses_retrieve
//	@Tags	licenses
//	@Param	id	path	int	true	"id"
//	@Produce	json
//	@Success	200	{object}	schema.License
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/licenses/{id}/	[get]
func (s *Server) getLicense(c *call) (reply, error) {
	id, err := c.pathID("License")
	if err != nil {
		return reply{}, err
	}
	l, err := db.Licenses.Get(c.tx, id)
	if errors.Is(err, db.ErrNotFound) {
		return reply{}, rest.NotFound("License")
	}
	if err != nil {
		return reply{}, err
	}
	return ok(schema.License{ID: l.ID, SPDXIDName: l.SPDXID + " / " + l.Name, SPDXID: l.SPDXID, Name: l.Name, Reference: l.Reference,
		IsInLicenseGroup:  !db.LicenseGroupLicenses.Referring(c.tx, "license", id).IsEmpty(),
		IsInLicensePolicy: !db.LicensePolicyItems.Referring(c.tx, "license", id).IsEmpty(),
		IsOSIApproved:     l.IsOSIApproved, IsDeprecated: l.IsDeprecated}), nil
}
