package licenses

import (
	"cmp"
	"fmt"
	"slices"

	"secobserve/db"
	"secobserve/model"
)

// conclusions are the conclusions that people have drawn for a product and for the other products of its group (licenses.md §6.5).
type conclusions struct {
	tx          *db.Tx
	product     model.ID
	byComponent map[component][]*model.ConcludedLicense // the latest first
	users       map[model.ID]string
	products    map[model.ID]string
}

// component identifies a component apart from its version.
type component struct{ purlType, name string }

func loadConclusions(tx *db.Tx, p *model.Product) (*conclusions, error) {
	c := &conclusions{tx: tx, product: p.ID, byComponent: make(map[component][]*model.ConcludedLicense), users: make(map[model.ID]string),
		products: make(map[model.ID]string)}
	ids := db.ConcludedLicenses.Referring(tx, "product", p.ID)
	if p.ProductGroup != 0 {
		t := db.ConcludedLicenses
		ids = t.Index(tx).AnyRef(t.Column("product"), db.Products.Referring(tx, "product_group", p.ProductGroup))
	}
	for row, err := range db.ConcludedLicenses.Select(tx, ids) {
		if err != nil {
			return nil, fmt.Errorf("load concluded licenses: %w", err)
		}
		key := component{row.ComponentPURLType, row.ComponentName}
		c.byComponent[key] = append(c.byComponent[key], row)
	}
	for _, rows := range c.byComponent {
		slices.SortFunc(rows, func(a, b *model.ConcludedLicense) int {
			return cmp.Or(cmp.Compare(b.LastUpdated, a.LastUpdated), cmp.Compare(b.ID, a.ID))
		})
	}
	return c, nil
}

// apply sets the conclusion that fits a component without one best: of the product before its sisters', of the same version before others'.
func (c *conclusions) apply(row *model.LicenseComponent) error {
	rows := c.byComponent[component{row.ComponentPURLType, row.ComponentName}]
	if len(rows) == 0 {
		return nil
	}
	own := func(l *model.ConcludedLicense) bool { return l.Product == c.product }
	same := func(l *model.ConcludedLicense) bool { return l.ComponentVersion == row.ComponentVersion }
	for _, fits := range []func(*model.ConcludedLicense) bool{
		func(l *model.ConcludedLicense) bool { return own(l) && same(l) },
		func(l *model.ConcludedLicense) bool { return !own(l) && same(l) },
		own,
		func(l *model.ConcludedLicense) bool { return !own(l) },
	} {
		if i := slices.IndexFunc(rows, fits); i >= 0 {
			return c.take(row, rows[i])
		}
	}
	return nil
}

// take copies a conclusion unless it says what holds for the component anyway.
func (c *conclusions) take(row *model.LicenseComponent, l *model.ConcludedLicense) error {
	if l.License.Equal(row.Effective()) {
		return nil
	}
	comment, err := c.comment(row, l)
	if err != nil {
		return err
	}
	row.ManualConcluded, row.ManualConcludedComment = l.License, model.ClipText(comment, maxComment)
	return nil
}

const maxComment = 255

// comment says where a conclusion comes from.
func (c *conclusions) comment(row *model.LicenseComponent, l *model.ConcludedLicense) (string, error) {
	user, err := nameOf(c.users, l.User, func() (string, error) { return username(c.tx, l.User) })
	if err != nil {
		return "", err
	}
	same := l.ComponentVersion == row.ComponentVersion
	if l.Product == c.product && same {
		return SetManually(user), nil
	}
	if l.Product == c.product {
		return fmt.Sprintf("Copied from version %s, set by %s", l.ComponentVersion, user), nil
	}
	product, err := nameOf(c.products, l.Product, func() (string, error) {
		p, err := db.Products.Get(c.tx, l.Product)
		if err != nil {
			return "", err
		}
		return p.Name, nil
	})
	if err != nil {
		return "", err
	}
	if same {
		return fmt.Sprintf("Copied from product %s, set by %s", product, user), nil
	}
	return fmt.Sprintf("Copied from product %s and version %s, set by %s", product, l.ComponentVersion, user), nil
}

// nameOf looks a name up once.
func nameOf(names map[model.ID]string, id model.ID, find func() (string, error)) (string, error) {
	if name, ok := names[id]; ok {
		return name, nil
	}
	name, err := find()
	names[id] = name
	return name, err
}

func username(tx *db.Tx, id model.ID) (string, error) {
	u, err := db.Users.Get(tx, id)
	if err != nil {
		return "", err
	}
	return u.Username, nil
}
