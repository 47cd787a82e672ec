package products

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"regexp"
	"time"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/db"
	"secobserve/model"
)

// Housekeeping deletes the branches that no import has touched for long and brings the flags of the products up to date
// (core-products.md §10). Each deletion is a transaction of its own. A branch or product that makes trouble is left as it is, with an
// entry in the log.
func Housekeeping(ctx context.Context, store *db.Store, log *slog.Logger, now time.Time) (message string, err error) {
	var ids []uint32
	err = store.View(ctx, func(tx *db.Tx) error {
		ids = db.Products.Index(tx).EqualInt(db.Products.Column("is_product_group"), 0).ToArray()
		return nil
	})
	if err != nil {
		return "", err
	}
	k := keeper{store: store, log: log, now: model.TimeOf(now)}
	for _, id := range ids {
		if err := k.keep(ctx, model.ID(id)); err != nil {
			return "", err
		}
	}
	message = fmt.Sprintf("Deleted %d inactive branches in %d products.", k.branches, k.products)
	if k.failures > 0 {
		message += fmt.Sprintf(" %d branches or products failed, see the log.", k.failures)
	}
	return message, nil
}

// keeper does the housekeeping and counts.
type keeper struct {
	store *db.Store
	log   *slog.Logger
	now   model.Time

	branches, products, failures int
}

// keep does the housekeeping of one product. Only the end of ctx is an error.
func (k *keeper) keep(ctx context.Context, product model.ID) error {
	inactive, err := k.inactive(ctx, product)
	if err != nil {
		return k.failed(ctx, "look for inactive branches", "data_product", product, err)
	}
	before := k.branches
	for _, branch := range inactive {
		if err := k.remove(ctx, branch); err != nil {
			if err := k.failed(ctx, "delete an inactive branch", "data_branch", branch, err); err != nil {
				return err
			}
		}
	}
	if k.branches > before {
		k.products++
	}
	if err := k.refreshFlags(ctx, product); err != nil {
		return k.failed(ctx, "refresh the flags of a product", "data_product", product, err)
	}
	return nil
}

// failed notes a failure; the end of ctx is the only one that stops the task.
func (k *keeper) failed(ctx context.Context, what, key string, id model.ID, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	k.failures++
	k.log.Error("branch housekeeping: "+what, key, id, "exception_message", err.Error())
	return nil
}

// inactive lists the branches of a product that have to go.
func (k *keeper) inactive(ctx context.Context, product model.ID) (ids []model.ID, err error) {
	err = k.store.View(ctx, func(tx *db.Tx) error {
		p, err := db.Products.Get(tx, product)
		if errors.Is(err, db.ErrNotFound) {
			return nil
		}
		if err != nil {
			return err
		}
		rule, err := retentionOf(tx, p)
		if err != nil || rule == nil {
			return err
		}
		for b, err := range db.Branches.ReferringRows(tx, "product", product) {
			if err != nil {
				return err
			}
			if rule.expired(b, k.now) {
				ids = append(ids, b.ID)
			}
		}
		return nil
	})
	return ids, err
}

// remove deletes a branch if it is still inactive.
func (k *keeper) remove(ctx context.Context, id model.ID) error {
	err := k.store.Update(ctx, func(tx *db.Tx) error {
		b, err := db.Branches.Get(tx, id)
		if errors.Is(err, db.ErrNotFound) {
			return errStillActive
		}
		if err != nil {
			return err
		}
		p, err := db.Products.Get(tx, b.Product)
		if err != nil {
			return err
		}
		rule, err := retentionOf(tx, p)
		if err != nil {
			return err
		}
		if rule == nil || !rule.expired(b, k.now) {
			return errStillActive
		}
		tx.OnCommit(func() {
			k.log.Info("branch deleted by housekeeping", "data_product", p.Name, "data_branch", b.Name)
		})
		return db.Branches.Delete(tx, id)
	})
	if errors.Is(err, errStillActive) {
		return nil
	}
	if err == nil {
		k.branches++
	}
	return err
}

// errStillActive rolls back: the branch has changed since it was found.
var errStillActive = errors.New("the branch is not inactive any more")

// retention says which branches of a product are kept.
type retention struct {
	days   int
	exempt *regexp.Regexp // nil: none
}

// retentionOf is the rule that holds for a product, nil for none: the group decides first, then the product, then the settings.
func retentionOf(tx *db.Tx, p *model.Product) (*retention, error) {
	settings, err := db.Settings.Get(tx)
	if err != nil {
		return nil, err
	}
	group, err := Group(tx, p)
	if err != nil {
		return nil, err
	}
	active, days, exempt := &settings.BranchHousekeepingActive, &settings.BranchHousekeepingKeepInactiveDays, settings.BranchHousekeepingExemptBranches
	switch {
	case group != nil && group.HousekeepingActive != nil:
		active, days, exempt = group.HousekeepingActive, group.HousekeepingKeepInactiveDays, group.HousekeepingExemptBranches
	case p.HousekeepingActive != nil:
		active, days, exempt = p.HousekeepingActive, p.HousekeepingKeepInactiveDays, p.HousekeepingExemptBranches
	}
	if !*active || days == nil || *days == 0 {
		return nil, nil
	}
	r := &retention{days: *days}
	if exempt != "" {
		if r.exempt, err = CompileExempt(exempt); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// CompileExempt compiles the pattern of branches that housekeeping spares: without regard to case, from the begin of the name, not to its
// end (core-products.md §10.1).
func CompileExempt(pattern string) (*regexp.Regexp, error) {
	if _, err := regexp.Compile(pattern); err != nil { // first by itself: what is put around it could close a bracket
		return nil, fmt.Errorf("exempt branches: %w", err)
	}
	return regexp.Compile(`(?i)^(?:` + pattern + `)`)
}

func (r *retention) expired(b *model.Branch, now model.Time) bool {
	if b.IsDefaultBranch || b.HousekeepingProtect || b.LastImport == 0 {
		return false
	}
	if b.LastImport > model.TimeOf(now.Std().AddDate(0, 0, -r.days)) {
		return false
	}
	return r.exempt == nil || !r.exempt.MatchString(b.Name)
}

// refreshFlags recomputes the flags of a product, which saving observations only ever sets, and stores them if they have changed.
func (k *keeper) refreshFlags(ctx context.Context, product model.ID) error {
	changed := false
	err := k.store.View(ctx, func(tx *db.Tx) error {
		p, err := db.Products.Get(tx, product)
		if errors.Is(err, db.ErrNotFound) {
			return nil
		}
		changed = err == nil && p.Flags != flagsOf(tx, product)
		return err
	})
	if err != nil || !changed {
		return err
	}
	return k.store.Update(ctx, func(tx *db.Tx) error {
		p, err := db.Products.Get(tx, product)
		if errors.Is(err, db.ErrNotFound) {
			return nil
		}
		if err != nil {
			return err
		}
		p.Flags = flagsOf(tx, product)
		return db.Products.Update(tx, p)
	})
}

// flagsOf looks at the existing observations of a product.
func flagsOf(tx *db.Tx, product model.ID) model.ProductFlags {
	ids, idx := db.Observations.Referring(tx, "product", product), db.Observations.Index(tx)
	some := func(column string) bool {
		return someText(ids, func(id uint32) string { return idx.Text(db.Observations.Column(column), id) })
	}
	return model.ProductFlags{
		CloudResource:       some("origin_cloud_qualified_resource"),
		Component:           some("origin_component_name_version"),
		DockerImage:         some("origin_docker_image_name_tag_short"),
		Endpoint:            some("origin_endpoint_hostname"),
		KubernetesResource:  some("origin_kubernetes_qualified_resource"),
		Source:              some("origin_source_file"),
		PotentialDuplicates: ids.Intersects(idx.EqualInt(db.Observations.Column("has_potential_duplicates"), 1)),
	}
}

func someText(ids *roaring.Bitmap, text func(uint32) string) bool {
	for it := ids.Iterator(); it.HasNext(); {
		if text(it.Next()) != "" {
			return true
		}
	}
	return false
}
