package demo

import (
	"fmt"
	"strings"
	"time"

	"secobserve/db"
	"secobserve/model"
)

// people are the accounts of the sample data.
type people struct {
	pipeline *model.User // uploads the reports
	users    []*model.User
}

// addPeople stores n users, all with the same password, and the user that the pipelines run as.
func addPeople(tx *db.Tx, n int, passwordHash string, now time.Time) (*people, error) {
	pipeline := model.NewUser("pipeline", model.TimeOf(now))
	pipeline.FullName = "Build pipeline"
	if err := db.Users.Insert(tx, &pipeline); err != nil {
		return nil, fmt.Errorf("add the user of the pipelines: %w", err)
	}
	all := &people{pipeline: &pipeline}
	for i := range n {
		u := model.NewUser(username(i), model.TimeOf(now))
		u.FirstName, u.LastName = firsts[i%len(firsts)], lasts[(i/len(firsts)+i)%len(lasts)]
		u.Email = u.Username + "@example.com"
		u.PasswordHash, u.PasswordChanged = passwordHash, u.DateJoined
		u.IsExternal = i%10 == 9
		u.DeriveFullName()
		if err := db.Users.Insert(tx, &u); err != nil {
			return nil, fmt.Errorf("add the user %s: %w", u.Username, err)
		}
		all.users = append(all.users, &u)
	}
	return all, nil
}

// username is the name with which the i-th user logs in.
func username(i int) string {
	name := strings.ToLower(firsts[i%len(firsts)])
	if round := i / len(firsts); round > 0 {
		name = fmt.Sprintf("%s%d", name, round+1)
	}
	return name
}

// join makes users members of the i-th product; the first one, who assesses, is its maintainer, the second one approves.
func (p *people) join(tx *db.Tx, product model.ID, i int) error {
	members := []model.ProductMember{{User: p.pipeline.ID, Role: model.RoleUpload}}
	roles := []model.Role{model.RoleMaintainer, model.RoleWriter, model.RoleWriter, model.RoleReader}
	for n, role := range roles[:min(len(roles), len(p.users))] {
		members = append(members, model.ProductMember{User: p.member(i, n).ID, Role: role})
	}
	for _, m := range members {
		m.Product = product
		if err := db.ProductMembers.Insert(tx, &m); err != nil {
			return fmt.Errorf("add a member: %w", err)
		}
	}
	return nil
}

// member is the n-th member of the i-th product.
func (p *people) member(i, n int) *model.User { return p.users[(i*3+n)%len(p.users)] }
