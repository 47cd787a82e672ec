package auth

import "math/bits"

// Permission is the right to do one thing with one kind of object. The number is part of the API: it stands in the `permissions` lists of
// users, products and product groups (access.md §7.2).
type Permission int

// The permissions, by the names of access.md §7.2.
const (
	ProductGroupView   Permission = 1001
	ProductGroupEdit   Permission = 1002
	ProductGroupDelete Permission = 1003
	ProductGroupCreate Permission = 1004

	ProductView               Permission = 1101
	ProductEdit               Permission = 1102
	ProductDelete             Permission = 1103
	ProductCreate             Permission = 1104
	ProductImportObservations Permission = 1105
	ProductScanOSV            Permission = 1106

	ProductMemberView   Permission = 1201
	ProductMemberEdit   Permission = 1202
	ProductMemberDelete Permission = 1203
	ProductMemberCreate Permission = 1204

	ProductRuleView     Permission = 1301
	ProductRuleEdit     Permission = 1302
	ProductRuleDelete   Permission = 1303
	ProductRuleCreate   Permission = 1304
	ProductRuleApply    Permission = 1305
	ProductRuleApproval Permission = 1306

	BranchView   Permission = 1401
	BranchEdit   Permission = 1402
	BranchDelete Permission = 1403
	BranchCreate Permission = 1404

	ServiceView   Permission = 1501
	ServiceEdit   Permission = 1502
	ServiceDelete Permission = 1503
	ServiceCreate Permission = 1504

	ProductAuthorizationGroupMemberView   Permission = 1601
	ProductAuthorizationGroupMemberEdit   Permission = 1602
	ProductAuthorizationGroupMemberDelete Permission = 1603
	ProductAuthorizationGroupMemberCreate Permission = 1604

	ObservationView       Permission = 2001
	ObservationEdit       Permission = 2002
	ObservationDelete     Permission = 2003
	ObservationCreate     Permission = 2004
	ObservationAssessment Permission = 2005

	ObservationLogApproval Permission = 2101

	APIConfigurationView   Permission = 3001
	APIConfigurationEdit   Permission = 3002
	APIConfigurationDelete Permission = 3003
	APIConfigurationCreate Permission = 3004

	ProductAPITokenRevoke Permission = 4003
	ProductAPITokenCreate Permission = 4004

	VEXView   Permission = 5001
	VEXEdit   Permission = 5002
	VEXDelete Permission = 5003
	VEXCreate Permission = 5004

	LicenseComponentEdit   Permission = 6002
	LicenseComponentDelete Permission = 6003

	ConcludedLicenseView   Permission = 7001
	ConcludedLicenseEdit   Permission = 7002
	ConcludedLicenseDelete Permission = 7003
	ConcludedLicenseCreate Permission = 7004
)

// The columns of the matrix that occur: who has a permission.
var (
	viewers     = rolesOf(Reader, Writer, Maintainer, Owner)
	uploaders   = rolesOf(Upload, Writer, Maintainer, Owner)
	writers     = rolesOf(Writer, Maintainer, Owner)
	maintainers = rolesOf(Maintainer, Owner)
	owners      = rolesOf(Owner)
	// nobody: no role grants it; see UserPermissions.
	nobody = rolesOf()
)

// matrix is the table of access.md §7.2, ascending by number. It has at most 64 rows, one for each bit of a Set.
var matrix = [...]struct {
	permission Permission
	name       string
	roles      roleSet
}{
	{ProductGroupView, "Product_Group_View", viewers},
	{ProductGroupEdit, "Product_Group_Edit", maintainers},
	{ProductGroupDelete, "Product_Group_Delete", owners},
	{ProductGroupCreate, "Product_Group_Create", nobody},
	{ProductView, "Product_View", viewers},
	{ProductEdit, "Product_Edit", maintainers},
	{ProductDelete, "Product_Delete", owners},
	{ProductCreate, "Product_Create", nobody},
	{ProductImportObservations, "Product_Import_Observations", uploaders},
	{ProductScanOSV, "Product_Scan_OSV", writers},
	{ProductMemberView, "Product_Member_View", viewers},
	{ProductMemberEdit, "Product_Member_Edit", maintainers},
	{ProductMemberDelete, "Product_Member_Delete", maintainers},
	{ProductMemberCreate, "Product_Member_Create", maintainers},
	{ProductRuleView, "Product_Rule_View", viewers},
	{ProductRuleEdit, "Product_Rule_Edit", maintainers},
	{ProductRuleDelete, "Product_Rule_Delete", maintainers},
	{ProductRuleCreate, "Product_Rule_Create", maintainers},
	{ProductRuleApply, "Product_Rule_Apply", maintainers},
	{ProductRuleApproval, "Product_Rule_Approval", maintainers},
	{BranchView, "Branch_View", viewers},
	{BranchEdit, "Branch_Edit", maintainers},
	{BranchDelete, "Branch_Delete", maintainers},
	{BranchCreate, "Branch_Create", maintainers},
	{ServiceView, "Service_View", viewers},
	{ServiceEdit, "Service_Edit", maintainers},
	{ServiceDelete, "Service_Delete", maintainers},
	{ServiceCreate, "Service_Create", maintainers},
	{ProductAuthorizationGroupMemberView, "Product_Authorization_Group_Member_View", viewers},
	{ProductAuthorizationGroupMemberEdit, "Product_Authorization_Group_Member_Edit", maintainers},
	{ProductAuthorizationGroupMemberDelete, "Product_Authorization_Group_Member_Delete", maintainers},
	{ProductAuthorizationGroupMemberCreate, "Product_Authorization_Group_Member_Create", maintainers},
	{ObservationView, "Observation_View", viewers},
	{ObservationEdit, "Observation_Edit", writers},
	{ObservationDelete, "Observation_Delete", owners},
	{ObservationCreate, "Observation_Create", writers},
	{ObservationAssessment, "Observation_Assessment", writers},
	{ObservationLogApproval, "Observation_Log_Approval", writers},
	{APIConfigurationView, "Api_Configuration_View", viewers},
	{APIConfigurationEdit, "Api_Configuration_Edit", maintainers},
	{APIConfigurationDelete, "Api_Configuration_Delete", maintainers},
	{APIConfigurationCreate, "Api_Configuration_Create", maintainers},
	{ProductAPITokenRevoke, "Product_Api_Token_Revoke", owners},
	{ProductAPITokenCreate, "Product_Api_Token_Create", owners},
	{VEXView, "VEX_View", viewers},
	{VEXEdit, "VEX_Edit", maintainers},
	{VEXDelete, "VEX_Delete", maintainers},
	{VEXCreate, "VEX_Create", maintainers},
	{LicenseComponentEdit, "License_Component_Edit", writers},
	{LicenseComponentDelete, "License_Component_Delete", maintainers},
	{ConcludedLicenseView, "Concluded_License_View", viewers},
	{ConcludedLicenseEdit, "Concluded_License_Edit", writers},
	{ConcludedLicenseDelete, "Concluded_License_Delete", maintainers},
	{ConcludedLicenseCreate, "Concluded_License_Create", writers},
}

// bitOf gives the row of a permission in the matrix, plus one; 0 is a number that is no permission.
var bitOf = func() (rows [lastPermission + 1]uint8) {
	for i, row := range matrix {
		rows[row.permission] = uint8(i + 1)
	}
	return rows
}()

const lastPermission = ConcludedLicenseCreate

// setOf gives the permissions of each role.
var setOf = func() (sets [Owner + 1]Set) {
	for role := Reader; role <= Owner; role++ {
		for _, row := range matrix {
			if row.roles.has(role) {
				sets[role] = sets[role].Union(SetOf(row.permission))
			}
		}
	}
	return sets
}()

// String returns the name of access.md §7.2, such as "Product_View", and "" for a number that is no permission.
func (p Permission) String() string {
	row := p.row()
	if row < 0 {
		return ""
	}
	return matrix[row].name
}

// row is the place in the matrix, -1 for a number that is no permission.
func (p Permission) row() int {
	if p < 0 || p > lastPermission {
		return -1
	}
	return int(bitOf[p]) - 1
}

// Permissions returns what a role grants, ascending; empty for a number that is no role.
func Permissions(r Role) []Permission {
	var list []Permission
	for _, code := range PermissionSet(r).Codes() {
		list = append(list, Permission(code))
	}
	return list
}

// PermissionSet returns what a role grants; the empty set for a number that is no role.
func PermissionSet(r Role) Set {
	if !ValidRole(r) {
		return Set{}
	}
	return setOf[r]
}

// Set is a set of permissions. The zero value is empty; sets compare with ==.
type Set struct{ rows uint64 }

// SetOf returns the set of the given permissions. Numbers that are no permission are left out.
func SetOf(permissions ...Permission) Set {
	var s Set
	for _, p := range permissions {
		if row := p.row(); row >= 0 {
			s.rows |= 1 << row
		}
	}
	return s
}

// Union returns what is in either set.
func (s Set) Union(other Set) Set { return Set{s.rows | other.rows} }

// Has tells whether the permission is in the set; never for a number that is no permission.
func (s Set) Has(p Permission) bool {
	row := p.row()
	return row >= 0 && s.rows&(1<<row) != 0
}

// Len is the number of permissions in the set.
func (s Set) Len() int { return bits.OnesCount64(s.rows) }

// Codes returns the numbers ascending, as the API lists them; never nil.
func (s Set) Codes() []int {
	codes := make([]int, 0, s.Len())
	for rest := s.rows; rest != 0; rest &= rest - 1 {
		codes = append(codes, int(matrix[bits.TrailingZeros64(rest)].permission))
	}
	return codes
}
