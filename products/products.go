package products

import (
	"errors"
	"fmt"

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
	return firstGate(tx, p)
}

// Update stores a changed product or group and evaluates the gates that the change may decide; old is the stored one.
func Update(tx *db.Tx, old, p *model.Product) error {
	if err := db.Products.Update(tx, p); err != nil {
		return err
	}
	if sameGate(old, p) {
		return nil
	}
	return CheckGate(tx, p)
}

// Delete deletes a product or group with all that hangs on it, the hidden users of its API tokens included; one that is still named in
// logs of others is deactivated instead (core-products.md §11).
func Delete(tx *db.Tx, id model.ID) error {
	hidden, err := hiddenUsers(tx, id)
	if err != nil {
		return err
	}
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

// hiddenUsers are the users behind the product's own tokens; those of other products may be members, too, if they created it.
func hiddenUsers(tx *db.Tx, product model.ID) ([]model.ID, error) {
	var hidden []model.ID
	for member, err := range db.ProductMembers.ReferringRows(tx, "product", product) {
		if err != nil {
			return nil, err
		}
		user, err := db.Users.Get(tx, member.User)
		if err != nil {
			return nil, err
		}
		if user.IsTokenOf(product) {
			hidden = append(hidden, user.ID)
		}
	}
	return hidden, nil
}

// dropHiddenUser deletes a hidden user. One that others still name, such as the history of another product, is only deactivated and loses
// his tokens.
func dropHiddenUser(tx *db.Tx, id model.ID) error {
	err := db.Users.Delete(tx, id)
	var named *db.ProtectedError
	if !errors.As(err, &named) {
		return err
	}
	user, err := db.Users.Get(tx, id)
	if err != nil {
		return err
	}
	user.IsActive = false
	if err := db.Users.Update(tx, user); err != nil {
		return err
	}
	return db.APITokens.DeleteAll(tx, db.APITokens.Referring(tx, "user", id).Clone())
}
