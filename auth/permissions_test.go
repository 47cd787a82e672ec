package auth

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestMatrix(t *testing.T) {
	if len(matrix) > 64 {
		t.Fatalf("%d permissions do not fit a Set", len(matrix))
	}
	names := map[string]bool{}
	for i, row := range matrix {
		if i > 0 && row.permission <= matrix[i-1].permission {
			t.Errorf("%d stands behind %d", row.permission, matrix[i-1].permission)
		}
		if row.name == "" || names[row.name] || row.permission.String() != row.name {
			t.Errorf("%d is named %q and %q", row.permission, row.name, row.permission)
		}
		names[row.name] = true
	}
}

func TestRolePermissions(t *testing.T) {
	reader := []int{1001, 1101, 1201, 1301, 1401, 1501, 1601, 2001, 3001, 5001, 7001}
	writer := []int{1105, 1106, 2002, 2004, 2005, 2101, 6002, 7002, 7004}
	maintainer := []int{1002, 1102, 1202, 1203, 1204, 1302, 1303, 1304, 1305, 1306, 1402, 1403, 1404, 1502, 1503, 1504, 1602, 1603, 1604,
		3002, 3003, 3004, 5002, 5003, 5004, 6003, 7003}
	owner := []int{1003, 1103, 2003, 4003, 4004}
	for role, want := range map[Role]struct {
		total int
		codes []int
	}{
		0:          {0, []int{}},
		Reader:     {11, reader},
		Upload:     {1, []int{1105}},
		Writer:     {20, slices.Concat(reader, writer)},
		Maintainer: {47, slices.Concat(reader, writer, maintainer)},
		Owner:      {52, slices.Concat(reader, writer, maintainer, owner)},
		6:          {0, []int{}},
		-1:         {0, []int{}},
		1 << 40:    {0, []int{}},
	} {
		slices.Sort(want.codes)
		set := PermissionSet(role)
		if diff := cmp.Diff(want.codes, set.Codes()); diff != "" || set.Len() != want.total || len(want.codes) != want.total {
			t.Errorf("role %d has %d of %d permissions:\n%s", role, set.Len(), want.total, diff)
		}
		list := Permissions(role)
		if len(list) != want.total || !slices.IsSorted(list) {
			t.Errorf("role %d: Permissions = %v", role, list)
		}
		for _, p := range list {
			if !set.Has(p) {
				t.Errorf("role %d: %v is missing in the set", role, p)
			}
		}
		if ValidRole(role) != (want.total > 0) {
			t.Errorf("ValidRole(%d) = %v", role, ValidRole(role))
		}
	}
}

func TestUnknownPermissionsAreDenied(t *testing.T) {
	all := PermissionSet(Owner).Union(SetOf(ProductCreate, ProductGroupCreate))
	if all.Len() != 54 {
		t.Errorf("%d permissions", all.Len())
	}
	for _, p := range []Permission{-1, 0, 1, 1000, 1005, 4001, 4002, 6001, 6004, 7000, 7005, 1 << 40} {
		if all.Has(p) || p.String() != "" || SetOf(p) != (Set{}) {
			t.Errorf("%d is a permission: %q", p, p)
		}
	}
	for _, p := range []Permission{ProductCreate, ProductGroupCreate} {
		if PermissionSet(Owner).Has(p) {
			t.Errorf("a role grants %v", p)
		}
	}
}

func TestEffective(t *testing.T) {
	for name, test := range map[string]struct {
		roles   []Role
		total   int
		highest Role
	}{
		"none":                      {nil, 0, 0},
		"one":                       {[]Role{Writer}, 20, Writer},
		"reader and upload":         {[]Role{Reader, Upload}, 12, Upload},
		"upload and reader":         {[]Role{Upload, Reader}, 12, Upload},
		"writer covers both":        {[]Role{Reader, Writer, Upload}, 20, Writer},
		"reader twice":              {[]Role{Reader, Reader}, 11, Reader},
		"owner covers all":          {[]Role{Reader, Owner, Maintainer}, 52, Owner},
		"no role counts as nothing": {[]Role{0, 6, Upload, -3}, 1, Upload},
	} {
		set, highest := Effective(test.roles...)
		if set.Len() != test.total || highest != test.highest {
			t.Errorf("%s: %d permissions, highest %d", name, set.Len(), highest)
		}
	}
	both, _ := Effective(Reader, Upload)
	if !both.Has(ProductView) || !both.Has(ProductImportObservations) || both.Has(ObservationEdit) {
		t.Errorf("Reader and Upload: %v", both.Codes())
	}
}

func TestUserPermissions(t *testing.T) {
	for _, test := range []struct {
		external, superuser bool
		want                []int
	}{
		{false, false, []int{1004, 1104}},
		{false, true, []int{1004, 1104}},
		{true, false, []int{}},
		{true, true, []int{1004, 1104}},
	} {
		if diff := cmp.Diff(test.want, UserPermissions(test.external, test.superuser).Codes()); diff != "" {
			t.Errorf("%+v:\n%s", test, diff)
		}
	}
}
