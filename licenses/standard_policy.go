package licenses

import (
	"errors"
	"strings"

	"secobserve/db"
	"secobserve/licenses/licensedata"
	"secobserve/model"
)

// The policy that a new installation has (licenses.md §3.4).
const (
	standardPolicy      = "Standard"
	standardDescription = "Created automatically during initial startup"
)

// FirstStart gives a data file without any license, license group and license policy the license data that are part of the binary, and the
// standard policy. It tells whether it has done so.
func FirstStart(tx *db.Tx, now model.Time) (done bool, err error) {
	if db.Licenses.Index(tx).Len()+db.LicenseGroups.Index(tx).Len()+db.LicensePolicies.Index(tx).Len() > 0 {
		return false, nil
	}
	documents, err := licensedata.Snapshot()
	if err != nil {
		return false, err
	}
	if _, err := Store(tx, documents, now); err != nil {
		return false, err
	}
	return true, createStandardPolicy(tx)
}

// createStandardPolicy makes the standard policy of the groups that are made of published data, unless there is a policy of this name.
func createStandardPolicy(tx *db.Tx) error {
	_, err := db.LicensePolicies.Find(tx, "name", db.Key(standardPolicy))
	if !errors.Is(err, db.ErrNotFound) {
		return err
	}
	policy := model.LicensePolicy{Name: standardPolicy, Description: standardDescription, IsPublic: true}
	if err := db.LicensePolicies.Insert(tx, &policy); err != nil {
		return err
	}
	return addStandardItems(tx, policy.ID)
}

// completeStandardPolicy adds the groups that have come now to the standard policy, or makes one. A policy that people have changed since it was
// made is theirs and stays as it is.
func completeStandardPolicy(tx *db.Tx) error {
	policy, err := db.LicensePolicies.Find(tx, "name", db.Key(standardPolicy))
	if errors.Is(err, db.ErrNotFound) {
		return createStandardPolicy(tx)
	}
	if err != nil {
		return err
	}
	untouched, err := isUntouched(tx, policy)
	if err != nil || !untouched {
		return err
	}
	return addStandardItems(tx, policy.ID)
}

// isUntouched tells whether a policy is as it was made: each item is one that [addStandardItems] makes.
func isUntouched(tx *db.Tx, policy *model.LicensePolicy) (bool, error) {
	if policy.Description != standardDescription || policy.Parent != 0 || policy.IgnoreComponentTypes != "" {
		return false, nil
	}
	items, err := Items(tx, policy.ID)
	if err != nil {
		return false, err
	}
	for _, item := range items {
		if item.LicenseGroup == 0 || item.Comment != "" {
			return false, nil
		}
		group, err := db.LicenseGroups.Get(tx, item.LicenseGroup)
		if err != nil {
			return false, err
		}
		if item.EvaluationResult != standardResult(group.Name) {
			return false, nil
		}
	}
	return len(items) > 0, nil
}

// addStandardItems adds an item for each group of published data that has none.
func addStandardItems(tx *db.Tx, policy model.ID) error {
	for group, err := range db.LicenseGroups.All(tx) {
		if err != nil {
			return err
		}
		result := standardResult(group.Name)
		if result == "" {
			continue
		}
		item := model.LicensePolicyItem{LicensePolicy: policy, LicenseGroup: group.ID, EvaluationResult: result}
		err = db.LicensePolicyItems.Insert(tx, &item)
		var exists *db.UniqueError
		if err != nil && !errors.As(err, &exists) {
			return err
		}
	}
	return nil
}

// standardResult is what the standard policy says of a group of published data; "" for other groups. The licenses of the Blue Oak Council's list
// are permissive; those it rates as Lead lack something essential.
func standardResult(group string) model.EvaluationResult {
	if rating, ok := strings.CutSuffix(group, blueOakSuffix); ok {
		if rating == "Lead" {
			return model.EvaluationReviewRequired
		}
		return model.EvaluationAllowed
	}
	category, ok := strings.CutSuffix(group, scanCodeSuffix)
	switch {
	case !ok:
		return ""
	case strings.HasPrefix(category, "Permissive"), strings.HasPrefix(category, "Public Domain"):
		return model.EvaluationAllowed
	case strings.HasPrefix(category, "Copyleft"):
		return model.EvaluationForbidden
	default:
		return model.EvaluationReviewRequired
	}
}
