package handlers_test

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"testing"

	"secobserve/db"
	"secobserve/model"
)

// world is an installation with one of everybody: people and tokens with each role on the product "own" and on nothing of "other".
type world struct {
	t       *testing.T
	api     *api
	recipes map[string]recipe
	admin   string // Authorization header
	people  []*person
	own     *targetProduct
	other   *targetProduct
	members map[string]model.ID // users by the letter of the role that they have, tokens by "t" and the letter
	group   model.ID            // authorization group with the role Maintainer
	number  int                 // of unique texts so far
}

// person is a caller of the API.
type person struct {
	name, authorization string
	role                string // letter of testdata/access.txt, on the objects of the product "own"
	inGroup             string // the same on authorization groups
	token, superuser    bool
	stranger            bool   // is asked about the objects of the other product as well, where all but superusers are strangers
	refusal             string // message of the 401 for those who are not let in at all
}

// targetProduct is the product that a row of the table is tried with.
type targetProduct struct {
	name, marker string
	id, group    model.ID
	objects      map[string]map[string]any // those that still exist, by kind
}

// recipe makes an object by a request of a superuser.
type recipe struct{ method, path, body string }

const roleLetters = "RUWMO" // by number, from 1 on

func newWorld(t *testing.T, recipes map[string]recipe) *world {
	w := &world{t: t, api: newAPI(t), recipes: recipes, members: map[string]model.ID{}}
	w.admin = w.api.admin()
	w.api.do("PATCH", "/api/settings/1/", w.admin, map[string]any{"feature_multiple_api_tokens": true}).want(200, "")
	w.own, w.other = w.target("own"), w.target("other")
	w.addRoles()
	w.addOthers()
	w.addRefused()
	for _, p := range w.people {
		w.api.do("GET", "/api/status/version/", p.authorization, nil) // what a first request leaves behind is there now
	}
	return w
}

func (w *world) target(name string) *targetProduct {
	marker := name + "-marker"
	group := w.api.do("POST", "/api/product_groups/", w.admin, map[string]any{"name": marker + " group"}).want(201, "").id()
	product := w.api.do("POST", "/api/products/", w.admin, map[string]any{"name": marker, "product_group": group}).want(201, "").id()
	return &targetProduct{name: name, marker: marker, id: idOf(w.t, product), group: idOf(w.t, group), objects: map[string]map[string]any{}}
}

func idOf(t *testing.T, text string) model.ID {
	t.Helper()
	id, err := strconv.ParseUint(text, 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return model.ID(id)
}

// addRoles adds a person and a token with each role.
func (w *world) addRoles() {
	for i, letter := range roleLetters {
		role, letter := i+1, string(letter)
		authorization, id := w.api.newUser(w.admin, "person-"+letter, false)
		w.members[letter] = idOf(w.t, id)
		w.api.do("POST", "/api/product_members/", w.admin, map[string]any{"product": w.own.id, "user": id, "role": role}).want(201, "")
		w.people = append(w.people, &person{name: "a person with the role " + letter, authorization: authorization, role: letter, inGroup: "F", stranger: letter == "O"})
		token := w.api.do("POST", "/api/product_api_tokens/", w.admin, map[string]any{"product": w.own.id, "role": role, "name": "token-" + letter}).want(201, "")
		w.members["t"+letter] = w.userNamed(model.ProductTokenUsername(w.own.id, "token-"+letter))
		w.people = append(w.people, &person{name: "a token with the role " + letter, authorization: "APIToken " + token.object()["token"].(string), role: letter,
			inGroup: "F", token: true, stranger: letter == "U" || letter == "O"})
	}
}

// addOthers adds those who have their roles by another way, or none.
func (w *world) addOthers() {
	byGroup, id := w.api.newUser(w.admin, "group-member", false)
	w.members["P"] = idOf(w.t, id)
	w.api.do("POST", "/api/product_members/", w.admin, map[string]any{"product": w.own.group, "user": id, "role": 3}).want(201, "")
	assigned, id := w.api.newUser(w.admin, "authorization-group-member", false)
	w.members["G"] = idOf(w.t, id)
	group := w.api.do("POST", "/api/authorization_groups/", w.admin, map[string]any{"name": "qa"}).want(201, "").id()
	w.group = idOf(w.t, group)
	w.api.do("POST", "/api/authorization_group_members/", w.admin, map[string]any{"authorization_group": group, "user": id}).want(201, "")
	w.api.do("POST", "/api/product_authorization_group_members/", w.admin, map[string]any{"product": w.own.id, "authorization_group": group, "role": 4}).want(201, "")
	manager, id := w.api.newUser(w.admin, "manager", false)
	w.members["A"] = idOf(w.t, id)
	foreign, _ := w.api.newUser(w.admin, "foreign", false)
	external, _ := w.api.newUser(w.admin, "external", true)
	w.people = append(w.people,
		&person{name: "a writer of the product group", authorization: byGroup, role: "W", inGroup: "F", stranger: true},
		&person{name: "a member of an authorization group with the role Maintainer", authorization: assigned, role: "M", inGroup: "g", stranger: true},
		&person{name: "a manager of an authorization group", authorization: manager, role: "F", inGroup: "a"},
		&person{name: "a foreign internal user", authorization: foreign, role: "F", inGroup: "F", stranger: true},
		&person{name: "a foreign external user", authorization: external, role: "X", inGroup: "X", stranger: true},
	)
}

// addRefused adds those who are not let in, and last the superuser, who may change what all others depend on.
func (w *world) addRefused() {
	deactivated, id := w.api.newUser(w.admin, "deactivated", false)
	deactivatedToken := w.api.do("POST", "/api/api_tokens/", deactivated, map[string]any{}).want(201, "").object()["token"].(string)
	w.api.do("PATCH", "/api/users/"+id+"/", w.admin, map[string]any{"is_active": false}).want(200, "")
	owner, _ := w.api.newUser(w.admin, "late", false)
	today := w.api.now.Format("2006-01-02")
	expired := w.api.do("POST", "/api/api_tokens/", owner, map[string]any{"expiration_date": today}).want(201, "").object()["token"].(string)
	late := map[string]any{"product": w.own.id, "role": 5, "name": "late", "expiration_date": today}
	expiredOwner := w.api.do("POST", "/api/product_api_tokens/", w.admin, late).want(201, "").object()["token"].(string)
	session := w.admin
	w.api.now = w.api.now.AddDate(0, 0, 1)
	w.admin = w.api.admin()
	w.people = append(w.people,
		&person{name: "anonymous", refusal: "Authentication credentials were not provided."},
		&person{name: "a deactivated user", authorization: deactivated, refusal: "User is deactivated."},
		&person{name: "a deactivated user's token", authorization: "APIToken " + deactivatedToken, refusal: "User is deactivated."},
		&person{name: "an expired token", authorization: "APIToken " + expired, refusal: "API token has expired."},
		&person{name: "an owner's expired token", authorization: "APIToken " + expiredOwner, refusal: "API token has expired."},
		&person{name: "an expired session", authorization: session, refusal: "Signature has expired"},
		&person{name: "an unknown token", authorization: "APIToken api_token_none", refusal: "Invalid API token."},
		&person{name: "a superuser", authorization: w.admin, superuser: true, stranger: true},
	)
}

// state tells states of the data apart.
func (w *world) state() (id int) {
	w.view(func(tx *db.Tx) error { id = tx.ID(); return nil })
	return id
}

// auditRecords is the number of records of the audit log.
func (w *world) auditRecords() (n int) {
	w.view(func(tx *db.Tx) error { n = db.AuditLogs.Index(tx).Len(); return nil })
	return n
}

func (w *world) view(read func(*db.Tx) error) {
	w.t.Helper()
	if err := w.api.store.View(context.Background(), read); err != nil {
		w.t.Fatal(err)
	}
}

func (w *world) update(write func(*db.Tx) error) {
	w.t.Helper()
	if err := w.api.store.Update(context.Background(), write); err != nil {
		w.t.Fatal(err)
	}
}

func (w *world) userNamed(name string) (id model.ID) {
	w.view(func(tx *db.Tx) error {
		u, err := db.Users.Find(tx, "username", db.Key(name))
		if err == nil {
			id = u.ID
		}
		return err
	})
	return id
}

// fill replaces the placeholders of a text; o is the object of {id}.
func (w *world) fill(text string, target *targetProduct, o map[string]any) string {
	w.t.Helper()
	return placeholder.ReplaceAllStringFunc(text, func(match string) string {
		switch name := match[1 : len(match)-1]; {
		case name == "id":
			return fmt.Sprint(o["id"])
		case len(name) > 3 && name[:3] == "id.":
			return fmt.Sprint(o[name[3:]])
		case name == "product":
			return fmt.Sprint(target.id)
		case name == "product_name", name == "marker":
			return target.marker
		case name == "unique":
			return w.unique()
		default:
			return fmt.Sprint(w.make(name, target)["id"])
		}
	})
}

func (w *world) unique() string {
	w.number++
	return "unique-" + strconv.Itoa(w.number)
}

// object returns an object of a kind that belongs to the product, the same one until it is spent; nil for the kind "-".
func (w *world) object(kind string, target *targetProduct) map[string]any {
	w.t.Helper()
	if kind == "-" {
		return nil
	}
	if target.objects[kind] == nil {
		target.objects[kind] = w.make(kind, target)
	}
	return target.objects[kind]
}

// spent forgets an object that a request has changed.
func (w *world) spent(kind string, target *targetProduct) { delete(target.objects, kind) }

func (w *world) make(kind string, target *targetProduct) map[string]any {
	w.t.Helper()
	if m, ok := makers[kind]; ok {
		return m.make(w, target)
	}
	r, ok := w.recipes[kind]
	if !ok {
		w.t.Fatalf("testdata/access.txt names %q, which no line and no function makes", kind)
	}
	return numbers(w.t, w.api.do(r.method, w.fill(r.path, target, nil), w.admin, w.fill(r.body, target, nil)).want(201, "").body)
}

// numbers decodes an object so that ids stay integers.
func numbers(t *testing.T, body string) map[string]any {
	t.Helper()
	var o map[string]json.RawMessage
	if err := json.Unmarshal([]byte(body), &o); err != nil {
		t.Fatal(err)
	}
	texts := map[string]any{}
	for name, value := range o {
		texts[name] = string(value)
	}
	return texts
}
