package db

import (
	"fmt"
	"slices"
	"testing"

	"secobserve/model"
)

// What a delete of a product, branch, service or observation does to what refers to it (core-products.md §11): a change here is a change of
// the API.
func TestRelations(t *testing.T) {
	names := map[OnDelete]string{Cascade: "goes along", Protect: "protects", SetNull: "is set to null", Derived: "follows"}
	want := map[string][]string{
		"products": {
			"branches.product goes along", "components.product follows", "concluded_licenses.product goes along", "license_components.product protects",
			"observations.product protects", "product_authorization_group_members.product goes along", "product_members.product goes along",
			"products.product_group protects", "services.product goes along", "vulnerability_checks.product goes along",
		},
		"branches": {
			"components.branch follows", "license_components.branch goes along", "observations.branch goes along",
			"products.repository_default_branch is set to null", "vulnerability_checks.branch goes along",
		},
		"services": {
			"components.origin_service follows", "license_components.origin_service protects", "observations.origin_service protects",
			"vulnerability_checks.service goes along",
		},
		"observations": {
			"evidences.observation goes along", "observation_logs.observation goes along", "potential_duplicates.observation goes along",
			"potential_duplicates.potential_duplicate_observation goes along",
		},
	}
	for table, relations := range want {
		var got []string
		for _, r := range relationsTo[table] {
			got = append(got, fmt.Sprintf("%s.%s %s", r.from.tableName(), r.ref, names[r.onDelete]))
		}
		for _, line := range relations {
			if !slices.Contains(got, line) {
				t.Errorf("%s: wanted %q among %q", table, line, got)
			}
		}
	}
}

// Readers go on while a large delete is under way, and see all of it at once.
func TestReadersDuringADelete(t *testing.T) {
	s, path := open(t)
	update(t, s, fill)
	update(t, s, func(tx *Tx) error {
		if err := Branches.Delete(tx, 1); err != nil {
			return err
		}
		return s.View(t.Context(), func(reader *Tx) error {
			for id := range model.ID(2) {
				if o, err := Observations.Get(reader, id+1); err != nil || o.Branch != 1 {
					t.Errorf("a reader does not see observation %d before the commit: %v", id+1, err)
				}
			}
			if n := int(Observations.Referring(reader, "branch", 1).GetCardinality()); n != 2 {
				t.Errorf("a reader sees %d of 2 observations", n)
			}
			return nil
		})
	})
	if err := s.View(t.Context(), func(tx *Tx) error {
		if n := Observations.Index(tx).Len(); n != 0 {
			t.Errorf("%d observations are left", n)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	sound(t, path)
}
