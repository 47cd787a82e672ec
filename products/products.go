package products

import (
	"fmt"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/db"
	"secobserve/model"
)

// Create stores a new product or group, makes its creator the owner and evaluates the gate.
func Create(tx *db.Tx, p *model.Product, creator model.ID) error {
	if err := db.Products.Insert(tx, p); err != nil {
		return err
	}
	if creator != 0 {
		owner := &model.ProductMember{Product: p.ID, User: creator, Role: model.RoleOwner}
		if err := db.ProductMembers.Insert(tx, owner); err != nil {
			return fmt.Errorf("make the creator the owner: %w", err)
		}
	}
	return CheckGate(tx, p)
}

// Update stores a changed product or group and evaluates the gates that may have changed.
func Update(tx *db.Tx, p *model.Product) error {
	if err := db.Products.Update(tx, p); err != nil {
		return err
	}
	return CheckGate(tx, p)
}

// Delete deletes a product or group with all that hangs on it, the hidden users of its API tokens included; one that is still named in
// logs of others is deactivated instead (core-products.md §11).
func Delete(tx *db.Tx, id model.ID) error {
	hidden := hiddenUsers(tx, id)
	if err := db.Products.Delete(tx, id); err != nil {
		return err
	}
	for _, user := range hidden {
		if err := dropHiddenUser(tx, user); err != nil {
			return err
		}
	}
	return nil
}

func hiddenUsers(tx *db.Tx, product model.ID) []model.ID {
	members := db.ProductMembers.Index(tx)
	userColumn := db.ProductMembers.Column("user")
	users := db.Users.Index(tx)
	tokens := users.EqualInt(db.Users.Column("is_product_token"), 1)
	var hidden []model.ID
	for it := db.ProductMembers.Referring(tx, "product", product).Iterator(); it.HasNext(); {
		if user := members.Ref(userColumn, it.Next()); tokens.Contains(uint32(user)) {
			hidden = append(hidden, model.ID(user))
		}
	}
	return hidden
}

func dropHiddenUser(tx *db.Tx, id model.ID) error {
	logs := db.ObservationLogs.Referring(tx, "user", id)
	approvals := db.ObservationLogs.Referring(tx, "approval_user", id)
	if logs.IsEmpty() && approvals.IsEmpty() {
		return db.Users.Delete(tx, id)
	}
	user, err := db.Users.Get(tx, id)
	if err != nil {
		return err
	}
	user.IsActive = false
	if err := db.Users.Update(tx, user); err != nil {
		return err
	}
	return db.APITokens.DeleteAll(tx, roaring.And(db.APITokens.Referring(tx, "user", id), db.APITokens.Index(tx).All()))
}
