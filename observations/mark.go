package observations

import (
	"secobserve/db"
	"secobserve/model"
)

// MarkDuplicates assesses the potential duplicates of an observation as its duplicates (core-observations.md §10.6). The pairs are those of
// the observation.
func (e *Editor) MarkDuplicates(original *model.Observation, pairs []*model.PotentialDuplicate) error {
	for _, p := range pairs {
		o, err := db.Observations.Get(e.tx, p.PotentialDuplicateObservation)
		if err != nil {
			return err
		}
		o.HasPotentialDuplicates = false // also while the assessment waits for approval: somebody has looked
		if err := e.Assess(o, model.Assessment{Status: model.StatusDuplicate, Comment: duplicateComment(original, p.Type)}); err != nil {
			return err
		}
	}
	e.refresh.Add(uint32(original.ID))
	return nil
}

func duplicateComment(original *model.Observation, kind model.DuplicateType) string {
	if kind == model.DuplicateSource {
		return "Duplicate of " + original.Title + " from scanner " + original.Scanner
	}
	return "Duplicate of " + original.OriginComponentNameVersion
}
