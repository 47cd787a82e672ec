package observations

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"secobserve/db"
	"secobserve/model"
)

const expiredComment = "Risk acceptance has expired."

// expiryBatch observations are handled in one transaction.
const expiryBatch = 200

// ExpireRiskAcceptances takes back the acceptance of all risks that is due, today in the time zone of now (core-products.md §9.2). An
// observation that makes trouble is left as it is, with an entry in the log.
func ExpireRiskAcceptances(ctx context.Context, store *db.Store, log *slog.Logger, now time.Time) (message string, err error) {
	e := expiry{store: store, log: log, now: now}
	due, err := e.due(ctx)
	if err != nil {
		return "", err
	}
	for len(due) > 0 {
		batch := due[:min(len(due), expiryBatch)]
		due = due[len(batch):]
		if err := e.expire(ctx, batch); err != nil {
			return "", err
		}
	}
	message = fmt.Sprintf("Expired risk acceptances for %d observations.", e.expired)
	if e.failures > 0 {
		message += fmt.Sprintf(" %d observations failed, see the log.", e.failures)
	}
	return message, nil
}

// expiry takes back acceptances and counts.
type expiry struct {
	store *db.Store
	log   *slog.Logger
	now   time.Time

	expired, failures int
}

func (e *expiry) today() model.Date { return model.DateOf(e.now) }

// accepted is what finding the observations that are due needs of them.
type accepted struct {
	ID                       model.ID   `cbor:"id"`
	RiskAcceptanceExpiryDate model.Date `cbor:"risk_acceptance_expiry_date"`
}

func (e *expiry) due(ctx context.Context) (ids []model.ID, err error) {
	err = e.store.View(ctx, func(tx *db.Tx) error {
		all := db.Observations.Index(tx).EqualText(db.Observations.Column("current_status"), string(model.StatusRiskAccepted))
		for o, err := range db.Project[accepted](tx, db.Observations, all) {
			if err != nil {
				return err
			}
			if e.isDue(o.RiskAcceptanceExpiryDate) {
				ids = append(ids, o.ID)
			}
		}
		return nil
	})
	return ids, err
}

func (e *expiry) isDue(date model.Date) bool { return date != "" && date <= e.today() }

// expire handles a batch; if it fails as a whole, its observations one by one. Only the end of ctx is an error.
func (e *expiry) expire(ctx context.Context, batch []model.ID) error {
	n, err := e.attempt(ctx, batch)
	if err == nil {
		e.expired += n
		return nil
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if len(batch) == 1 {
		e.failures++
		e.log.Error("expire a risk acceptance", "data_observation", batch[0], "exception_message", err.Error())
		return nil
	}
	for i := range batch {
		if err := e.expire(ctx, batch[i:i+1]); err != nil {
			return err
		}
	}
	return nil
}

func (e *expiry) attempt(ctx context.Context, batch []model.ID) (n int, err error) {
	err = e.store.Update(ctx, func(tx *db.Tx) error {
		editor, err := NewEditor(tx, firstSuperuser(tx), model.TimeOf(e.now), e.today())
		if err != nil {
			return err
		}
		for _, id := range batch {
			done, err := e.one(tx, editor, id)
			if err != nil {
				return fmt.Errorf("observation %d: %w", id, err)
			}
			if done {
				n++
			}
		}
		return editor.Finish()
	})
	return n, err
}

// one takes back the acceptance of one observation, if it is still there and due.
func (e *expiry) one(tx *db.Tx, editor *Editor, id model.ID) (done bool, err error) {
	if !db.Observations.Exists(tx, id) {
		return false, nil
	}
	o, err := db.Observations.Get(tx, id)
	if err != nil || o.CurrentStatus != model.StatusRiskAccepted || !e.isDue(o.RiskAcceptanceExpiryDate) {
		return false, err
	}
	if o.Assessed() {
		return true, editor.RemoveAssessment(o, expiredComment)
	}
	return true, editor.reopen(o)
}

// reopen takes back an acceptance that no person has given. It waits for nobody's approval: the acceptance was given for a time only.
func (e *Editor) reopen(o *model.Observation) error {
	o.ParserStatus = model.StatusOpen
	o.AssessmentStatus = model.StatusOpen
	o.Derive()
	o.RiskAcceptanceExpiryDate = ""
	entry := &model.ObservationLog{Status: o.CurrentStatus, Comment: expiredComment, AssessmentStatus: model.AssessmentAutoApproved}
	if err := e.Save(o, entry); err != nil {
		return err
	}
	return e.CheckGate(o.Product)
}

// firstSuperuser is the author of what happens in the background (core-observations.md §10.4), 0 if there is none.
func firstSuperuser(tx *db.Tx) model.ID {
	superusers := db.Users.Index(tx).EqualInt(db.Users.Column("is_superuser"), 1)
	if superusers.IsEmpty() {
		return 0
	}
	return model.ID(superusers.Minimum())
}
