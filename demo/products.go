package demo

import (
	"fmt"
	"strings"
	"time"

	"secobserve/db"
	"secobserve/model"
	"secobserve/products"
)

// productsPerGroup is how many products belong to one product group.
const productsPerGroup = 5

// needsApproval tells whether the assessments of the i-th product need the approval of a second person.
func needsApproval(i int) bool { return i%5 == 3 }

func productName(i int) string {
	name := goods[i%len(goods)] + " " + kinds[(i/len(goods)+i%len(goods))%len(kinds)]
	if round := i / (len(goods) * len(kinds)); round > 0 {
		name = fmt.Sprintf("%s %d", name, round+1)
	}
	return name
}

func productSlug(i int) string { return strings.ToLower(strings.ReplaceAll(productName(i), " ", "-")) }

// addProducts stores groups and products with their members and branches; the first branch of a product is its default branch.
func addProducts(tx *db.Tx, size Size, all *people, now time.Time) ([]*product, error) {
	policy, err := policyOf(tx)
	if err != nil {
		return nil, err
	}
	list := make([]*product, size.Products)
	var group *model.Product
	for i := range list {
		if i%productsPerGroup == 0 {
			if group, err = addGroup(tx, i/productsPerGroup, all, now); err != nil {
				return nil, err
			}
		}
		row := model.NewProduct(model.TimeOf(now))
		row.Name, row.ProductGroup = productName(i), group.ID
		row.Description = fmt.Sprintf("Sample data: the **%s** of an invented company.", productName(i))
		row.AssessmentsNeedApproval, row.LicensePolicy = needsApproval(i), policy
		row.RepositoryPrefix = "https://git.example.com/" + productSlug(i) + "/blob/main"
		if err := products.Create(tx, &row, 0); err != nil {
			return nil, fmt.Errorf("add the product %s: %w", row.Name, err)
		}
		if err := all.join(tx, row.ID, i); err != nil {
			return nil, fmt.Errorf("product %s: %w", row.Name, err)
		}
		if list[i], err = addBranches(tx, &product{number: i, id: row.ID}, size, now); err != nil {
			return nil, fmt.Errorf("product %s: %w", row.Name, err)
		}
	}
	return list, nil
}

func addGroup(tx *db.Tx, number int, all *people, now time.Time) (*model.Product, error) {
	group := model.NewProduct(model.TimeOf(now))
	group.Name, group.IsProductGroup = fmt.Sprintf("Team %s", adjectiveName(number)), true
	group.Description = "Sample data: the products of one team."
	if err := products.Create(tx, &group, 0); err != nil {
		return nil, fmt.Errorf("add the product group %s: %w", group.Name, err)
	}
	leader := &model.ProductMember{Product: group.ID, User: all.member(number*productsPerGroup, 0).ID, Role: model.RoleOwner}
	if err := db.ProductMembers.Insert(tx, leader); err != nil {
		return nil, fmt.Errorf("add the owner of the product group %s: %w", group.Name, err)
	}
	return &group, nil
}

func adjectiveName(number int) string {
	word := adjectives[number%len(adjectives)]
	name := strings.ToUpper(word[:1]) + word[1:]
	if round := number / len(adjectives); round > 0 {
		name = fmt.Sprintf("%s %d", name, round+1)
	}
	return name
}

// policyOf is the license policy that every data file begins with, 0 if there is none.
func policyOf(tx *db.Tx) (model.ID, error) {
	for policy, err := range db.LicensePolicies.All(tx) {
		if err != nil {
			return 0, fmt.Errorf("look for a license policy: %w", err)
		}
		return policy.ID, nil
	}
	return 0, nil
}

// addBranches stores the product's share of the branches and notes how many observations each gets.
func addBranches(tx *db.Tx, p *product, size Size, now time.Time) (*product, error) {
	observations := share(size.Observations, size.Products, p.number)
	n := share(size.Branches, size.Products, p.number)
	for i := range n {
		b := &model.Branch{Product: p.id, Name: branchName(i), IsDefaultBranch: i == 0}
		if err := products.CreateBranch(tx, b, model.TimeOf(now)); err != nil {
			return nil, fmt.Errorf("add the branch %s: %w", b.Name, err)
		}
		p.branches = append(p.branches, branch{id: b.ID, observations: share(observations, n, i)})
	}
	return p, nil
}

func branchName(i int) string {
	switch {
	case i == 0:
		return "main"
	case i%2 == 1:
		return fmt.Sprintf("release/%d.%d", 1+i/8, i/2%4)
	default:
		return fmt.Sprintf("feature/%s-%s", adjectives[i%len(adjectives)], nouns[i%len(nouns)])
	}
}
