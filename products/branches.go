package products

import (
	"errors"
	"fmt"

	"secobserve/db"
	"secobserve/model"
)

// CreateBranch stores a new branch and follows the rules of the default branch.
func CreateBranch(tx *db.Tx, b *model.Branch, now model.Time) error {
	if err := db.Branches.Insert(tx, b); err != nil {
		return err
	}
	return followDefaultBranch(tx, b, now)
}

// UpdateBranch stores a changed branch; old is the stored one.
func UpdateBranch(tx *db.Tx, old, b *model.Branch, now model.Time) error {
	if err := db.Branches.Update(tx, b); err != nil {
		return err
	}
	if old.IsDefaultBranch == b.IsDefaultBranch {
		return nil
	}
	return followDefaultBranch(tx, b, now)
}

// followDefaultBranch keeps at most one default branch per product, tells the product and checks its gate, since the gate looks at the
// default branch (core-products.md §5).
func followDefaultBranch(tx *db.Tx, b *model.Branch, now model.Time) error {
	p, err := db.Products.Get(tx, b.Product)
	if err != nil {
		return err
	}
	before := p.RepositoryDefaultBranch
	if b.IsDefaultBranch {
		if err := clearOtherDefaults(tx, b); err != nil {
			return err
		}
		p.RepositoryDefaultBranch = b.ID
	} else if p.RepositoryDefaultBranch == b.ID {
		p.RepositoryDefaultBranch = 0
	}
	if p.RepositoryDefaultBranch == before {
		return nil
	}
	p.LastObservationChange = now
	if err := db.Products.Update(tx, p); err != nil {
		return fmt.Errorf("set the default branch of product %d: %w", p.ID, err)
	}
	return CheckGate(tx, p)
}

func clearOtherDefaults(tx *db.Tx, b *model.Branch) error {
	for other, err := range db.Branches.ReferringRows(tx, "product", b.Product) {
		if err != nil {
			return err
		}
		if other.ID == b.ID || !other.IsDefaultBranch {
			continue
		}
		other.IsDefaultBranch = false
		if err := db.Branches.Update(tx, other); err != nil {
			return fmt.Errorf("clear the default branch: %w", err)
		}
	}
	return nil
}

// BranchByName returns the product's branch of the given name, creating it if it does not exist; a created one becomes the default branch
// if the product has none (import.md §1.4).
func BranchByName(tx *db.Tx, p *model.Product, name string, now model.Time) (*model.Branch, error) {
	b, err := db.Branches.Find(tx, "name", db.Key(p.ID, name))
	if !errors.Is(err, db.ErrNotFound) {
		return b, err
	}
	b = &model.Branch{Product: p.ID, Name: name, IsDefaultBranch: p.RepositoryDefaultBranch == 0}
	if err := CreateBranch(tx, b, now); err != nil {
		return nil, fmt.Errorf("create branch %q: %w", name, err)
	}
	return b, nil
}

// ServiceByName returns the product's service of the given name, creating it if it does not exist (import.md §1.4).
func ServiceByName(tx *db.Tx, product model.ID, name string) (*model.Service, error) {
	s, err := db.Services.Find(tx, "name", db.Key(product, name))
	if !errors.Is(err, db.ErrNotFound) {
		return s, err
	}
	s = &model.Service{Product: product, Name: name}
	if err := db.Services.Insert(tx, s); err != nil {
		return nil, fmt.Errorf("create service %q: %w", name, err)
	}
	return s, nil
}
