package licenses

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"secobserve/db"
	"secobserve/licenses/licensedata"
	"secobserve/model"
)

// storeDocuments stores documents in a transaction of their own.
func storeDocuments(t testing.TB, store *db.Store, documents ...*licensedata.Document) (changes Changes) {
	t.Helper()
	update(t, store, func(tx *db.Tx) (err error) {
		changes, err = Store(tx, documents, 1)
		return err
	})
	return changes
}

func licenseList(licenses ...licensedata.License) *licensedata.Document {
	return &licensedata.Document{Kind: licensedata.KindSPDXLicenses, Licenses: licenses}
}

func TestStore_Licenses(t *testing.T) {
	store := openStore(t)
	yes, no := true, false
	first := licenseList(licensedata.License{ID: "A", Name: "A", IsOSI: &yes, IsDeprecated: &no}, licensedata.License{ID: "B"}, licensedata.License{ID: "C"})
	if diff := cmp.Diff(Changes{LicensesCreated: 3}, storeDocuments(t, store, first)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(Changes{}, storeDocuments(t, store, first)); diff != "" {
		t.Error(diff)
	}
	second := licenseList(licensedata.License{ID: "A", Name: "A", IsOSI: &yes, IsDeprecated: &yes}, licensedata.License{ID: "B", IsOSI: &no},
		licensedata.License{ID: "b", Reference: "https://b.example"})
	if diff := cmp.Diff(Changes{LicensesCreated: 1, LicensesUpdated: 2}, storeDocuments(t, store, second)); diff != "" {
		t.Error(diff)
	}
	var got []model.License
	view(t, store, func(tx *db.Tx) error {
		for l, err := range db.Licenses.All(tx) {
			if err != nil {
				return err
			}
			got = append(got, *l)
		}
		return nil
	})
	want := []model.License{{ID: 1, SPDXID: "A", Name: "A", IsOSIApproved: &yes, IsDeprecated: &yes}, {ID: 2, SPDXID: "B", IsOSIApproved: &no},
		{ID: 3, SPDXID: "C"}, {ID: 4, SPDXID: "b", Reference: "https://b.example"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// groupsOf lists the SPDX ids of each group's licenses, by the name of the group.
func groupsOf(t testing.TB, store *db.Store) map[string]string {
	t.Helper()
	groups := make(map[string]string)
	view(t, store, func(tx *db.Tx) error {
		for g, err := range db.LicenseGroups.All(tx) {
			if err != nil {
				return err
			}
			var ids []string
			for _, id := range GroupLicenses(tx, g.ID) {
				l, err := db.Licenses.Get(tx, id)
				if err != nil {
					return err
				}
				ids = append(ids, l.SPDXID)
			}
			groups[g.Name] = strings.Join(ids, " ")
		}
		return nil
	})
	return groups
}

func scanCode(licenses ...licensedata.ScanCodeLicense) *licensedata.Document {
	return &licensedata.Document{Kind: licensedata.KindScanCode, ScanCode: licenses}
}

func TestStore_ScanCode(t *testing.T) {
	store := openStore(t)
	catalogueOf(t, store, "MIT", "ISC", "GPL-2.0", "GPL-2.0-only", "LGPL-3.0-only")
	index := scanCode(
		licensedata.ScanCodeLicense{Category: "Permissive", Key: "MIT", OtherKeys: []string{"LicenseRef-MIT-TC"}},
		licensedata.ScanCodeLicense{Category: "Copyleft", Key: "GPL-2.0-only", OtherKeys: []string{"GPL-2.0", "GPL 2.0"}},
		licensedata.ScanCodeLicense{Category: "Copyleft Limited", Key: "LGPL-3.0-only"},
		licensedata.ScanCodeLicense{Category: "Commercial", Key: "LicenseRef-scancode-acme"},
		licensedata.ScanCodeLicense{Category: "Copyleft Limited", Key: "LicenseRef-scancode-acme-exception", IsException: true},
		licensedata.ScanCodeLicense{Key: "ISC"},
	)
	storeDocuments(t, store, index)
	want := map[string]string{"Permissive (ScanCode LicenseDB)": "MIT", "Copyleft (ScanCode LicenseDB)": "GPL-2.0 GPL-2.0-only",
		"Copyleft Limited (ScanCode LicenseDB)": "LGPL-3.0-only"}
	if diff := cmp.Diff(want, groupsOf(t, store)); diff != "" {
		t.Error(diff)
	}
	view(t, store, func(tx *db.Tx) error {
		g, err := db.LicenseGroups.Find(tx, "name", db.Key("Permissive (ScanCode LicenseDB)"))
		if err != nil {
			return err
		}
		if !g.IsPublic || !strings.Contains(g.Description, "CC-BY-4.0") || !strings.Contains(g.Description, "Do not edit") {
			t.Errorf("group %+v", g)
		}
		return nil
	})
	t.Run("keys become known to expressions", func(t *testing.T) {
		view(t, store, func(tx *db.Tx) error {
			v, err := LoadVocabulary(tx)
			if err != nil {
				return err
			}
			for text, want := range map[string]string{"licenseref-mit-tc": "MIT", "LicenseRef-scancode-ACME": "LicenseRef-scancode-acme",
				"MIT with licenseref-scancode-acme-exception": "MIT WITH LicenseRef-scancode-acme-exception"} {
				node, err := v.Parse(text)
				if err != nil {
					t.Errorf("%s: %v", text, err)
				} else if node.String() != want {
					t.Errorf("%s: got %s", text, node)
				}
			}
			return nil
		})
	})
	t.Run("nothing new", func(t *testing.T) {
		if diff := cmp.Diff(Changes{}, storeDocuments(t, store, index)); diff != "" {
			t.Error(diff)
		}
	})
	t.Run("only the set of an existing group is replaced", func(t *testing.T) {
		var group *model.LicenseGroup
		update(t, store, func(tx *db.Tx) (err error) {
			if group, err = db.LicenseGroups.Find(tx, "name", db.Key("Copyleft (ScanCode LicenseDB)")); err != nil {
				return err
			}
			group.Description, group.IsPublic = "ours", false
			return db.LicenseGroups.Update(tx, group)
		})
		changes := storeDocuments(t, store, scanCode(licensedata.ScanCodeLicense{Category: "Copyleft", Key: "LGPL-3.0-only"},
			licensedata.ScanCodeLicense{Category: "Copyleft", Key: "GPL-2.0"}))
		if diff := cmp.Diff([]model.ID{group.ID}, changes.Groups); diff != "" {
			t.Error(diff)
		}
		want["Copyleft (ScanCode LicenseDB)"] = "GPL-2.0 LGPL-3.0-only"
		if diff := cmp.Diff(want, groupsOf(t, store)); diff != "" { // groups of categories that have vanished stay
			t.Error(diff)
		}
		view(t, store, func(tx *db.Tx) error {
			after, err := db.LicenseGroups.Get(tx, group.ID)
			if err != nil {
				return err
			}
			if diff := cmp.Diff(group, after); diff != "" {
				t.Error(diff)
			}
			return nil
		})
	})
}

func TestStore_Spellings(t *testing.T) {
	store := openStore(t)
	spelled := func(text string) string {
		var find func(string) (string, bool)
		view(t, store, func(tx *db.Tx) (err error) {
			find, err = LoadSpellings(tx)
			return err
		})
		id, ok := find(text)
		if !ok {
			return "none"
		}
		return id
	}
	if got := spelled("MIT License"); got != "none" {
		t.Errorf("an empty mapping knows %s", got)
	}
	mapping := func(spellings ...licensedata.Spelling) *licensedata.Document {
		return &licensedata.Document{Kind: licensedata.KindLicenseLynx, Mapping: spellings}
	}
	storeDocuments(t, store, mapping(licensedata.Spelling{Text: "MIT License", ID: "MIT"}, licensedata.Spelling{Text: "Apache 2", ID: "Apache-2.0"}),
		mapping(licensedata.Spelling{Text: "Public Domain", ID: "public-domain"}, licensedata.Spelling{Text: "'New' BSD", ID: "BSD-3-Clause"},
			licensedata.Spelling{Text: "MIT License", ID: "ISC"}))
	for text, want := range map[string]string{"MIT License": "MIT", "Apache 2": "Apache-2.0", "Public Domain": "public-domain", "‘New’ BSD": "BSD-3-Clause",
		"“New” BSD": "BSD-3-Clause", "«New» BSD": "BSD-3-Clause", `"New" BSD`: "none", "mit license": "none", "MIT": "none", "MIT License\tMIT": "none", "": "none", "zzz": "none",
		" ": "none"} {
		if got := spelled(text); got != want {
			t.Errorf("%q: got %s, want %s", text, got, want)
		}
	}
}

// standardItems lists what the standard policy says of groups.
func standardItems(t testing.TB, store *db.Store) map[string]model.EvaluationResult {
	t.Helper()
	items := make(map[string]model.EvaluationResult)
	view(t, store, func(tx *db.Tx) error {
		p, err := db.LicensePolicies.Find(tx, "name", db.Key("Standard"))
		if err != nil {
			return err
		}
		if !p.IsPublic || p.Description != "Created automatically during initial startup" {
			t.Errorf("policy %+v", p)
		}
		list, err := Items(tx, p.ID)
		if err != nil {
			return err
		}
		for _, item := range list {
			g, err := db.LicenseGroups.Get(tx, item.LicenseGroup)
			if err != nil {
				return err
			}
			items[g.Name] = item.EvaluationResult
		}
		return nil
	})
	return items
}

func firstStart(t testing.TB, store *db.Store) (done bool) {
	t.Helper()
	update(t, store, func(tx *db.Tx) (err error) {
		done, err = FirstStart(tx, 1)
		return err
	})
	return done
}

var blueOakItems = map[string]model.EvaluationResult{
	"Model (Blue Oak Council)": model.EvaluationAllowed, "Gold (Blue Oak Council)": model.EvaluationAllowed, "Silver (Blue Oak Council)": model.EvaluationAllowed,
	"Bronze (Blue Oak Council)": model.EvaluationAllowed, "Lead (Blue Oak Council)": model.EvaluationReviewRequired,
}

func scanCodeCategories() *licensedata.Document {
	return scanCode(
		licensedata.ScanCodeLicense{Category: "Permissive", Key: "MIT"}, licensedata.ScanCodeLicense{Category: "Copyleft", Key: "GPL-2.0-only"},
		licensedata.ScanCodeLicense{Category: "Copyleft Limited", Key: "LGPL-2.1-only"}, licensedata.ScanCodeLicense{Category: "Public Domain", Key: "CC0-1.0"},
		licensedata.ScanCodeLicense{Category: "Source-available", Key: "BUSL-1.1"},
	)
}

// TestFirstStart_WithoutNetwork is the offline part of licenses.md §14, example 23: groups and policy are made of what the binary holds.
func TestFirstStart_WithoutNetwork(t *testing.T) {
	store := openStore(t)
	if !firstStart(t, store) {
		t.Error("nothing was done")
	}
	view(t, store, func(tx *db.Tx) error {
		if n := db.Licenses.Index(tx).Len(); n < 700 {
			t.Errorf("%d licenses", n)
		}
		v, err := LoadVocabulary(tx)
		if err != nil {
			return err
		}
		if _, err := v.Parse("GPL-2.0+ WITH Classpath-exception-2.0"); err != nil {
			t.Error(err)
		}
		return nil
	})
	if diff := cmp.Diff(blueOakItems, standardItems(t, store)); diff != "" {
		t.Error(diff)
	}
	if firstStart(t, store) {
		t.Error("the second start did it again")
	}
}

// TestLicenses_Example23 has the categories of the ScanCode LicenseDB come to an installation that has started without a network.
func TestLicenses_Example23(t *testing.T) {
	store := openStore(t)
	firstStart(t, store)
	storeDocuments(t, store, scanCodeCategories())
	want := map[string]model.EvaluationResult{
		"Permissive (ScanCode LicenseDB)": model.EvaluationAllowed, "Copyleft (ScanCode LicenseDB)": model.EvaluationForbidden,
		"Copyleft Limited (ScanCode LicenseDB)": model.EvaluationForbidden, "Public Domain (ScanCode LicenseDB)": model.EvaluationAllowed,
		"Source-available (ScanCode LicenseDB)": model.EvaluationReviewRequired,
	}
	for group, result := range blueOakItems {
		want[group] = result
	}
	if diff := cmp.Diff(want, standardItems(t, store)); diff != "" {
		t.Error(diff)
	}
	t.Run("later categories change no policy", func(t *testing.T) {
		storeDocuments(t, store, scanCode(licensedata.ScanCodeLicense{Category: "CLA", Key: "ISC"}))
		if diff := cmp.Diff(want, standardItems(t, store)); diff != "" {
			t.Error(diff)
		}
	})
}

func TestCompleteStandardPolicy_OnlyIfUntouched(t *testing.T) {
	tests := []struct {
		name   string
		change func(tx *db.Tx, p *model.LicensePolicy, items []*model.LicensePolicyItem) error
	}{
		{"another description", func(tx *db.Tx, p *model.LicensePolicy, _ []*model.LicensePolicyItem) error {
			p.Description = "ours"
			return db.LicensePolicies.Update(tx, p)
		}},
		{"an ignore list", func(tx *db.Tx, p *model.LicensePolicy, _ []*model.LicensePolicyItem) error {
			p.IgnoreComponentTypes = "apk"
			return db.LicensePolicies.Update(tx, p)
		}},
		{"another result", func(tx *db.Tx, _ *model.LicensePolicy, items []*model.LicensePolicyItem) error {
			items[0].EvaluationResult = model.EvaluationForbidden
			return db.LicensePolicyItems.Update(tx, items[0])
		}},
		{"a comment", func(tx *db.Tx, _ *model.LicensePolicy, items []*model.LicensePolicyItem) error {
			items[0].Comment = "ours"
			return db.LicensePolicyItems.Update(tx, items[0])
		}},
		{"an item for a text", func(tx *db.Tx, p *model.LicensePolicy, _ []*model.LicensePolicyItem) error {
			return db.LicensePolicyItems.Insert(tx, &model.LicensePolicyItem{LicensePolicy: p.ID, NonSPDXLicense: "x", EvaluationResult: model.EvaluationAllowed})
		}},
		{"no item left", func(tx *db.Tx, _ *model.LicensePolicy, items []*model.LicensePolicyItem) error {
			for _, item := range items {
				if err := db.LicensePolicyItems.Delete(tx, item.ID); err != nil {
					return err
				}
			}
			return nil
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			store := openStore(t)
			firstStart(t, store)
			var before int
			update(t, store, func(tx *db.Tx) error {
				p, err := db.LicensePolicies.Find(tx, "name", db.Key("Standard"))
				if err != nil {
					return err
				}
				items, err := Items(tx, p.ID)
				if err != nil {
					return err
				}
				return tt.change(tx, p, items)
			})
			view(t, store, func(tx *db.Tx) error {
				before = db.LicensePolicyItems.Index(tx).Len()
				return nil
			})
			storeDocuments(t, store, scanCodeCategories())
			view(t, store, func(tx *db.Tx) error {
				if after := db.LicensePolicyItems.Index(tx).Len(); after != before {
					t.Errorf("%d items, before %d", after, before)
				}
				return nil
			})
		})
	}
}
