package handlers_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
)

// ladder is a product with a person of each role, for attempts to climb (CWE-269).
type ladder struct {
	*api
	t                             *testing.T
	admin                         string
	product, group                string            // the product is in the group
	people                        map[string]string // Authorization headers by role
	users, members                map[string]string // ids by role
	stranger, strangerID          string
	ownersGroup, ownersAssignment string // an authorization group with the Owner's role on the product, and the id of that assignment
}

func newLadder(t *testing.T) *ladder {
	a := newAPI(t)
	l := &ladder{api: a, t: t, admin: a.admin(), people: map[string]string{}, users: map[string]string{}, members: map[string]string{}}
	a.do("PATCH", "/api/settings/1/", l.admin, map[string]any{"feature_multiple_api_tokens": true}).want(200, "")
	l.group = a.do("POST", "/api/product_groups/", l.admin, map[string]any{"name": "group"}).want(201, "").id()
	l.product = a.do("POST", "/api/products/", l.admin, map[string]any{"name": "shop", "product_group": l.group}).want(201, "").id()
	for i, name := range []string{"reader", "upload", "writer", "maintainer", "owner"} {
		l.people[name], l.users[name] = a.newUser(l.admin, name, false)
		l.members[name] = a.do("POST", "/api/product_members/", l.admin, map[string]any{"product": l.product, "user": l.users[name], "role": i + 1}).want(201, "").id()
		token := a.do("POST", "/api/product_api_tokens/", l.admin, map[string]any{"product": l.product, "role": i + 1, "name": name}).want(201, "")
		l.people["token "+name] = "APIToken " + token.object()["token"].(string)
	}
	l.stranger, l.strangerID = a.newUser(l.admin, "stranger", false)
	l.ownersGroup = a.do("POST", "/api/authorization_groups/", l.admin, map[string]any{"name": "owners"}).want(201, "").id()
	l.ownersAssignment = a.do("POST", "/api/product_authorization_group_members/", l.admin,
		map[string]any{"product": l.product, "authorization_group": l.ownersGroup, "role": 5}).want(201, "").id()
	return l
}

// permissions are what a caller may do with the product, "" if he does not see it.
func (l *ladder) permissions(who string) string {
	l.t.Helper()
	got := l.do("GET", "/api/products/"+l.product+"/", l.people[who], nil)
	if got.status != http.StatusOK {
		return ""
	}
	return fmt.Sprint(got.object()["permissions"])
}

// roles are all memberships of all products and groups, as a superuser sees them.
func (l *ladder) roles() string {
	l.t.Helper()
	var all strings.Builder
	for _, path := range []string{"/api/product_members/", "/api/product_authorization_group_members/", "/api/authorization_group_members/", "/api/users/"} {
		all.WriteString(l.do("GET", path+"?page_size=1000", l.admin, nil).want(200, "").body)
	}
	return all.String()
}

// TestEscalation_Roles has everybody below an Owner try to get more, for himself or for a friend.
func TestEscalation_Roles(t *testing.T) {
	l := newLadder(t)
	product := "/api/products/" + l.product + "/"
	member := func(role string) string { return "/api/product_members/" + l.members[role] + "/" }
	other := l.newProduct(l.stranger, "other")
	type attempt struct {
		what, method, path string
		body               map[string]any
	}
	attempts := func(who string) []attempt {
		role := strings.TrimPrefix(who, "token ")
		return []attempt{
			{"make himself Owner", "PATCH", member(role), map[string]any{"role": 5}},
			{"make himself Owner, as text", "PATCH", member(role), map[string]any{"role": "5"}},
			{"make himself more than Owner", "PATCH", member(role), map[string]any{"role": 6}},
			{"make himself nobody known", "PATCH", member(role), map[string]any{"role": 0}},
			{"replace his membership by an Owner's", "PUT", member(role), map[string]any{"product": l.product, "user": l.users[role], "role": 5}},
			{"add himself again as Owner", "POST", "/api/product_members/", map[string]any{"product": l.product, "user": l.users[role], "role": 5}},
			{"add himself to the group of products", "POST", "/api/product_members/", map[string]any{"product": l.group, "user": l.users[role], "role": 5}},
			{"add himself to the group of products as Reader", "POST", "/api/product_members/", map[string]any{"product": l.group, "user": l.users[role], "role": 1}},
			{"add a friend as Owner", "POST", "/api/product_members/", map[string]any{"product": l.product, "user": l.strangerID, "role": 5}},
			{"move his membership to another product", "PATCH", member(role), map[string]any{"product": other}},
			{"move the Owner's membership to himself", "PATCH", member("owner"), map[string]any{"user": l.users[role]}},
			{"lower the Owner", "PATCH", member("owner"), map[string]any{"role": 1}},
			{"remove the Owner", "DELETE", member("owner"), nil},
			{"make a group of users Owner", "POST", "/api/product_authorization_group_members/",
				map[string]any{"product": l.product, "authorization_group": l.ownGroup(who), "role": 5}},
			{"swap the Owners' group for his own", "PATCH", "/api/product_authorization_group_members/" + l.ownersAssignment + "/",
				map[string]any{"authorization_group": l.ownGroup(who)}},
			{"remove the Owners' group", "DELETE", "/api/product_authorization_group_members/" + l.ownersAssignment + "/", nil},
			{"join the Owners' group", "POST", "/api/authorization_group_members/", map[string]any{"authorization_group": l.ownersGroup, "user": l.users[role]}},
			{"make a token of an Owner", "POST", "/api/product_api_tokens/", map[string]any{"product": l.product, "role": 5, "name": "mine"}},
			{"make a token of his own role", "POST", "/api/product_api_tokens/", map[string]any{"product": l.product, "role": 1, "name": "mine"}},
			{"delete the product", "DELETE", product, nil},
			{"move the product into his own group", "PATCH", product, map[string]any{"product_group": l.ownProductGroup(who)}},
			{"make himself superuser", "PATCH", "/api/users/" + l.users[role] + "/", map[string]any{"is_superuser": true}},
			{"make himself superuser by his settings", "PATCH", "/api/users/my_settings/", map[string]any{"is_superuser": true, "setting_theme": "light"}},
			{"set the Owner's password", "PATCH", "/api/users/" + l.users["owner"] + "/change_password/",
				map[string]any{"current_password": adminPassword, "new_password_1": "New-Way-Home-7", "new_password_2": "New-Way-Home-7"}},
			{"void all sessions", "POST", "/api/jwt_secret/reset/", nil},
			{"change the settings", "PATCH", "/api/settings/1/", map[string]any{"feature_vex": false}},
		}
	}
	for _, who := range []string{"reader", "upload", "writer", "maintainer", "token reader", "token upload", "token writer", "token maintainer"} {
		may := l.permissions(who)
		for _, a := range attempts(who) {
			before := l.roles()
			var body any
			if a.body != nil {
				body = a.body
			}
			got := l.do(a.method, a.path, l.people[who], body)
			if got.status < 400 && !strings.Contains(a.what, "by his settings") {
				t.Errorf("%s may %s: %d %.200s", who, a.what, got.status, got.body)
			}
			if after := l.roles(); after != before && !strings.Contains(a.what, "by his settings") {
				t.Errorf("%s: to %s has changed roles or users", who, a.what)
			}
			if now := l.permissions(who); now != may {
				t.Errorf("%s: to %s has changed his permissions from %s to %s", who, a.what, may, now)
			}
		}
		if strings.Contains(l.do("GET", "/api/users/me/", l.people[who], nil).body, `"is_superuser":true`) {
			t.Errorf("%s is a superuser now", who)
		}
	}
}

// ownGroup is an authorization group that the caller manages.
func (l *ladder) ownGroup(who string) string { return l.own(who, "/api/authorization_groups/") }

// ownProductGroup is a product group that the caller owns.
func (l *ladder) ownProductGroup(who string) string { return l.own(who, "/api/product_groups/") }

func (l *ladder) own(who, path string) string {
	l.t.Helper()
	name := who + "'s"
	for _, row := range l.do("GET", path+"?name="+strings.ReplaceAll(name, " ", "%20"), l.people[who], nil).want(200, "").rows() {
		if row["name"] == name {
			return fmt.Sprint(row["id"])
		}
	}
	return l.do("POST", path, l.people[who], map[string]any{"name": name}).want(201, "").id()
}

// TestEscalation_ProductGroup: a Maintainer may move a product, but not so that he becomes its Owner; Owners may do what they like.
func TestEscalation_ProductGroup(t *testing.T) {
	l := newLadder(t)
	path := "/api/products/" + l.product + "/"
	own, shared := l.ownProductGroup("maintainer"), l.ownProductGroup("owner")
	l.do("POST", "/api/product_members/", l.people["owner"], map[string]any{"product": shared, "user": l.users["maintainer"], "role": 4}).want(201, "")
	const text = "Product group: You are not permitted to become Owner by a product group"
	l.do("PATCH", path, l.people["maintainer"], map[string]any{"product_group": own}).want(400, text)
	l.do("PUT", path, l.people["maintainer"], map[string]any{"name": "shop", "product_group": own}).want(400, text)
	l.do("PATCH", path, l.people["maintainer"], map[string]any{"product_group": shared}).want(200, "")
	l.do("PATCH", path, l.people["maintainer"], map[string]any{"product_group": nil}).want(200, "")
	l.do("POST", "/api/product_members/", l.people["maintainer"], map[string]any{"product": own, "user": l.users["owner"], "role": 4}).want(201, "")
	l.do("PATCH", path, l.people["owner"], map[string]any{"product_group": own}).want(200, "")
	l.do("PATCH", path, l.people["maintainer"], map[string]any{"description": "now an Owner by his group"}).want(200, "")
}

// TestEscalation_Groups: members of authorization groups, license groups and license policies do not make themselves managers.
func TestEscalation_Groups(t *testing.T) {
	l := newLadder(t)
	for _, kind := range []struct{ objects, members, property string }{
		{"/api/authorization_groups/", "/api/authorization_group_members/", "authorization_group"},
		{"/api/license_groups/", "/api/license_group_members/", "license_group"},
		{"/api/license_policies/", "/api/license_policy_members/", "license_policy"},
	} {
		id := l.do("POST", kind.objects, l.people["owner"], map[string]any{"name": "common"}).want(201, "").id()
		membership := l.do("POST", kind.members, l.people["owner"], map[string]any{kind.property: id, "user": l.users["reader"]}).want(201, "").id()
		for what, got := range map[string]answer{
			"become a manager":        l.do("PATCH", kind.members+membership+"/", l.people["reader"], map[string]any{"is_manager": true}),
			"become a manager by PUT": l.do("PUT", kind.members+membership+"/", l.people["reader"], map[string]any{kind.property: id, "user": l.users["reader"], "is_manager": true}),
			"add a friend":            l.do("POST", kind.members, l.people["reader"], map[string]any{kind.property: id, "user": l.strangerID, "is_manager": true}),
			"rename it":               l.do("PATCH", kind.objects+id+"/", l.people["reader"], map[string]any{"name": "mine"}),
			"delete it":               l.do("DELETE", kind.objects+id+"/", l.people["reader"], nil),
			"join, as a stranger":     l.do("POST", kind.members, l.stranger, map[string]any{kind.property: id, "user": l.strangerID}),
		} {
			if got.status < 400 {
				t.Errorf("%s: a member may %s: %d %.200s", kind.objects, what, got.status, got.body)
			}
		}
		l.do("GET", kind.members+membership+"/", l.people["reader"], nil).want(200, `"is_manager":false`)
	}
}

// TestEscalation_SelfApproval: nobody approves his own assessment, and who may not approve does not decide by another way.
func TestEscalation_SelfApproval(t *testing.T) {
	l := newLadder(t)
	l.do("PATCH", "/api/products/"+l.product+"/", l.admin, map[string]any{"assessments_need_approval": true}).want(200, "")
	id := l.do("POST", "/api/observations/", l.admin,
		map[string]any{"product": l.product, "title": "weak", "parser_severity": "High", "parser_status": "Open"}).want(201, "").id()
	for _, who := range []string{"writer", "maintainer", "owner", "token owner"} {
		l.do("PATCH", "/api/observations/"+id+"/assessment/", l.people[who], map[string]any{"status": "Not affected", "severity": "None", "comment": "x"}).want(200, "")
		log := fmt.Sprint(l.do("GET", "/api/observation_logs/?assessment_status=Needs%20approval&observation="+id, l.people[who], nil).want(200, "").rows()[0]["id"])
		approval := map[string]any{"assessment_status": "Approved", "approval_remark": "x"}
		l.do("PATCH", "/api/observation_logs/"+log+"/approval/", l.people[who], approval).want(400, "Users cannot approve their own assessment")
		approval["observation_logs"] = []string{log}
		l.do("POST", "/api/observation_logs/bulk_approval/", l.people[who], approval).want(400, "")
		l.do("PATCH", "/api/observations/"+id+"/", l.people[who], map[string]any{"current_status": "Not affected", "assessment_status": "Not affected"})
		l.do("GET", "/api/observations/"+id+"/", l.admin, nil).want(200, `"current_status":"Open"`)
		l.do("PATCH", "/api/observation_logs/"+log+"/approval/", l.admin, map[string]any{"assessment_status": "Rejected", "approval_remark": "x"}).want(200, "")
	}
}
