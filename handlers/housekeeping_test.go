package handlers_test

import (
	"fmt"
	"slices"
	"testing"
	"time"
)

// branchNames lists the names of a product's branches.
func (a *api) branchNames(admin, product string) []string {
	a.t.Helper()
	var names []string
	for _, row := range a.do("GET", "/api/branches/?ordering=name&product="+product, admin, nil).want(200, "").rows() {
		names = append(names, text(row["name"]))
	}
	return names
}

// newBranch creates a branch that was last imported into so many days ago; negative: never.
func (a *api) newBranch(admin, product, name string, days int, more map[string]any) string {
	a.t.Helper()
	body := map[string]any{"product": product, "name": name}
	if days >= 0 {
		body["last_import"] = a.now.AddDate(0, 0, -days).Format(time.RFC3339)
	}
	for key, value := range more {
		body[key] = value
	}
	return a.do("POST", "/api/branches/", admin, body).want(201, "").id()
}

func TestProducts_Example15(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Till")
	a.do("PATCH", "/api/products/"+product+"/", admin, map[string]any{"repository_branch_housekeeping_active": true,
		"repository_branch_housekeeping_keep_inactive_days": 9, "repository_branch_housekeeping_exempt_branches": "rel-"}).want(200, "")
	for _, name := range []string{"REL-1", "main-rel-", "old"} {
		a.newBranch(admin, product, name, 10, nil)
	}
	if message := a.runTask(admin, "Branch housekeeping"); message != "Deleted 2 inactive branches in 1 products." {
		t.Error(message)
	}
	if names := a.branchNames(admin, product); !slices.Equal(names, []string{"REL-1"}) {
		t.Errorf("left: %v", names)
	}
}

func TestOperations_Example25(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Till")
	a.do("PATCH", "/api/settings/1/", admin, map[string]any{"branch_housekeeping_exempt_branches": "release"}).want(200, `"branch_housekeeping_keep_inactive_days":30`)
	a.newBranch(admin, product, "release/1", 60, nil)
	a.newBranch(admin, product, "feature-x", 60, nil)
	a.newBranch(admin, product, "feature-y", 60, map[string]any{"housekeeping_protect": true})
	a.newBranch(admin, product, "new", -1, nil)
	a.newBranch(admin, product, "main", 60, map[string]any{"is_default_branch": true})
	if message := a.runTask(admin, "Branch housekeeping"); message != "Deleted 1 inactive branches in 1 products." {
		t.Error(message)
	}
	if names := a.branchNames(admin, product); !slices.Equal(names, []string{"feature-y", "main", "new", "release/1"}) {
		t.Errorf("left: %v", names)
	}
}

// Who decides which branches go: the group, then the product, then the settings.
func TestHousekeepingLevels(t *testing.T) {
	on, off := map[string]any{"repository_branch_housekeeping_active": true, "repository_branch_housekeeping_keep_inactive_days": 20},
		map[string]any{"repository_branch_housekeeping_active": false}
	standard := map[string]any{"repository_branch_housekeeping_active": nil}
	for i, test := range []struct {
		settings, group, product map[string]any
		deleted                  bool
	}{
		{nil, nil, standard, false}, // 25 days, the standard is 30
		{nil, nil, on, true},
		{nil, off, on, false},
		{nil, on, off, true},
		{nil, standard, on, true},
		{nil, standard, standard, false},
		{map[string]any{"branch_housekeeping_keep_inactive_days": 25}, standard, standard, true},
		{map[string]any{"branch_housekeeping_keep_inactive_days": 0}, nil, standard, false},
		{map[string]any{"branch_housekeeping_active": false, "branch_housekeeping_keep_inactive_days": 1}, nil, standard, false},
		{map[string]any{"branch_housekeeping_active": false}, nil, on, true},
	} {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			a := newAPI(t)
			admin := a.admin()
			if test.settings != nil {
				a.do("PATCH", "/api/settings/1/", admin, test.settings).want(200, "")
			}
			product := a.newProduct(admin, "Till")
			if test.group != nil {
				group := a.do("POST", "/api/product_groups/", admin, map[string]any{"name": "Shops"}).want(201, "").id()
				a.do("PATCH", "/api/product_groups/"+group+"/", admin, test.group).want(200, "")
				a.do("PATCH", "/api/products/"+product+"/", admin, map[string]any{"product_group": group}).want(200, "")
			}
			a.do("PATCH", "/api/products/"+product+"/", admin, test.product).want(200, "")
			a.newBranch(admin, product, "old", 25, nil)
			a.runTask(admin, "Branch housekeeping")
			if deleted := len(a.branchNames(admin, product)) == 0; deleted != test.deleted {
				t.Errorf("deleted %t, want %t", deleted, test.deleted)
			}
		})
	}
}

// Housekeeping takes back the flags of origins that no observation has any more.
func TestHousekeepingFlags(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Till")
	a.upload(admin, "scan.sarif", sarif(finding("R1", "error", 1)), map[string]string{"product": product}).want(200, "")
	a.do("GET", "/api/products/"+product+"/", admin, nil).want(200, `"has_source":true`)
	a.runTask(admin, "Branch housekeeping")
	a.do("GET", "/api/products/"+product+"/", admin, nil).want(200, `"has_source":true`)
	a.do("DELETE", "/api/observations/1/", admin, nil).want(204, "")
	a.do("GET", "/api/products/"+product+"/", admin, nil).want(200, `"has_source":true`)
	a.runTask(admin, "Branch housekeeping")
	a.do("GET", "/api/products/"+product+"/", admin, nil).want(200, `"has_source":false`)
}
