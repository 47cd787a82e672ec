package handlers_test

import (
	"errors"
	"fmt"
	"net/url"
	"testing"
	"time"

	"secobserve/handlers"
)

// failGate makes the security gate of a product fail by a finding, which gives a notification.
func (a *api) failGate(token string, product string) {
	a.t.Helper()
	a.upload(token, "scan.sarif", sarif(finding("leak", "error", 1)), map[string]string{"product": product}).want(200, "")
}

func TestNotifications_SecurityGate(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "Shop")
	if n := len(a.do("GET", "/api/notifications/", admin, nil).want(200, "").rows()); n != 0 {
		t.Errorf("a new product gives %d notifications", n)
	}
	a.now = a.now.Add(time.Minute)
	a.failGate(admin, product)
	rows := a.do("GET", "/api/notifications/", admin, nil).want(200, "").rows()
	if len(rows) != 1 {
		t.Fatalf("%d notifications", len(rows))
	}
	check(t, "newest", rows[0], map[string]any{"type": "Security gate", "name": "Security gate has changed to Failed", "product_name": "Shop", "user": 1.0, "user_full_name": "admin",
		"message": "", "function": "", "arguments": "", "observation": nil, "observation_title": nil, "new_viewed": "New", "created": "2026-11-23T12:01:00.123456Z"})
	a.failGate(admin, product) // the same report changes nothing
	a.do("PATCH", "/api/products/"+product+"/", admin, map[string]any{"security_gate_active": false}).want(200, "")
	rows = a.do("GET", "/api/notifications/?product="+product, admin, nil).want(200, "").rows()
	if text(rows[0]["name"]) != "Security gate has changed to None" || text(rows[1]["name"]) != "Security gate has changed to Failed" {
		t.Errorf("notifications %v", rows)
	}
}

// TestOperations_Example16: who sees what, and what viewing means (operations.md §4.2, §4.3).
func TestOperations_Example16(t *testing.T) {
	var broken bool
	a := newAPIWith(t, func(_ *api, c *handlers.Config) {
		c.Room = func() (uint64, error) {
			if broken {
				panic(errors.New("the disk is gone: /secret/path"))
			}
			return 1 << 40, nil
		}
	})
	admin := a.admin()
	shop, hidden := a.newProduct(admin, "Shop"), a.newProduct(admin, "Hidden")
	mira, omar := a.member(admin, shop, "mira", 1), a.member(admin, shop, "omar", 1)
	a.failGate(admin, shop)
	a.failGate(admin, hidden)
	broken = true
	a.do("GET", "/api/status/ready/", "", nil).want(500, "")
	a.do("GET", "/api/status/ready/", "", nil).want(500, "")
	broken = false

	exceptions := a.do("GET", "/api/notifications/?type=Exception", admin, nil).want(200, "").rows()
	if len(exceptions) != 1 { // the second one within the hour is not told (example 17)
		t.Fatalf("%d exceptions for the administrator", len(exceptions))
	}
	if name, message := text(exceptions[0]["name"]), text(exceptions[0]["message"]); name != `Exception "Error" has occured` || message != "panic: the disk is gone: /secret/path" {
		t.Errorf("the exception is %q, %q", name, message)
	}
	seen := a.do("GET", "/api/notifications/", mira, nil).want(200, "").rows()
	for _, row := range seen {
		if text(row["product_name"]) != "Shop" || text(row["type"]) != "Security gate" {
			t.Errorf("a reader of Shop sees %v", row)
		}
	}
	if len(seen) == 0 {
		t.Fatal("a reader of Shop sees nothing")
	}
	foreign := a.do("GET", "/api/notifications/?product="+hidden, admin, nil).want(200, "").rows()[0]["id"]
	a.do("GET", fmt.Sprintf("/api/notifications/%v/", exceptions[0]["id"]), mira, nil).want(404, "No Notification matches the given query.")
	a.do("POST", fmt.Sprintf("/api/notifications/%v/mark_as_viewed/", foreign), mira, nil).want(404, "")
	a.do("GET", "/api/notifications/?message=secret", mira, nil).want(200, fmt.Sprintf(`{"count":%d,`, len(seen)))
	a.do("GET", "/api/notifications/?message=secret", admin, nil).want(200, `{"count":1,`)

	const bulk = "/api/notifications/bulk_mark_as_viewed/"
	a.do("POST", bulk, mira, map[string]any{}).want(400, "Notifications: This field is required.")
	a.do("POST", bulk, mira, map[string]any{"notifications": make([]int, 251)}).want(400, "Notifications: Ensure this field has no more than 250 elements.")
	a.do("POST", bulk, mira, map[string]any{"notifications": []any{seen[0]["id"], foreign}}).want(400, "Some notifications do not exist")
	if n := len(a.do("GET", "/api/notifications/?exclude_already_viewed=true", mira, nil).want(200, "").rows()); n != len(seen) {
		t.Errorf("a refused request has marked some: %d of %d are new", n, len(seen))
	}
	a.do("GET", "/api/status/inbox/", mira, nil).want(200, fmt.Sprintf(`{"reviews":0,"approvals":0,"notifications":%d}`, len(seen)))
	ids := []any{seen[0]["id"], seen[0]["id"]}
	for _, row := range seen {
		ids = append(ids, row["id"])
	}
	for range 2 {
		a.do("POST", bulk, mira, map[string]any{"notifications": ids}).want(204, "")
	}
	a.do("GET", "/api/notifications/?exclude_already_viewed=true", mira, nil).want(200, `{"count":0,`)
	a.do("GET", "/api/status/inbox/", mira, nil).want(200, `"notifications":0}`)
	a.do("GET", "/api/notifications/?exclude_already_viewed=false", mira, nil).want(200, fmt.Sprintf(`{"count":%d,`, len(seen)))
	a.do("GET", fmt.Sprintf("/api/notifications/%v/", seen[0]["id"]), mira, nil).want(200, `"new_viewed":"Viewed"`)
	a.do("GET", fmt.Sprintf("/api/notifications/%v/", seen[0]["id"]), omar, nil).want(200, `"new_viewed":"New"`)
	a.do("GET", "/api/notifications/?exclude_already_viewed=true", omar, nil).want(200, fmt.Sprintf(`{"count":%d,`, len(seen)))
}

func TestNotifications_Filters(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	shop := a.newProduct(admin, "Shop")
	a.failGate(admin, shop)
	count := func(query string) int {
		t.Helper()
		return int(a.object(admin, "/api/notifications/?"+query)["count"].(float64))
	}
	all := count("")
	newest := a.do("GET", "/api/notifications/", admin, nil).want(200, "").rows()[0]
	for query, want := range map[string]int{
		"name=FAILED": 1, "name=nothing": 0, "search=gate+failed": 1, "type=Security%20gate": all, "type=Task": 0, "function=task": 0, "user=1": all,
		"product=" + shop: all, "created=" + url.QueryEscape(text(newest["created"])): all,
	} {
		if got := count(query); got != want {
			t.Errorf("%s finds %d, want %d", query, got, want)
		}
	}
	for _, query := range []string{"type=Mail", "product=999", "observation=999", "user=999", "product=x"} {
		a.do("GET", "/api/notifications/?"+query, admin, nil).want(400, "")
	}
	for _, order := range []string{"name", "created", "message", "type", "function", "product_name", "observation_title", "user_full_name"} {
		a.do("GET", "/api/notifications/?ordering=-"+order, admin, nil).want(200, "")
	}
	a.do("POST", "/api/notifications/", admin, map[string]any{"name": "x"}).want(405, "")
	a.do("PATCH", fmt.Sprintf("/api/notifications/%v/", newest["id"]), admin, map[string]any{"name": "x"}).want(405, "")
	a.do("DELETE", fmt.Sprintf("/api/notifications/%v/", newest["id"]), admin, nil).want(204, "")
	if got := count(""); got != all-1 {
		t.Errorf("after a deletion %d of %d", got, all)
	}
	a.now = a.now.AddDate(0, 0, 91)
	admin = a.admin()
	if message := a.runTask(admin, "Prune notifications"); message != fmt.Sprintf("Deleted %d notifications.", all-1) {
		t.Error(message)
	}
	empty := a.newProduct(admin, "Empty")
	a.do("PATCH", "/api/products/"+empty+"/", admin, map[string]any{"security_gate_active": false}).want(200, "")
	if got := count("product=" + empty); got == 0 {
		t.Error("the product has no notification")
	}
	a.do("DELETE", "/api/products/"+empty+"/", admin, nil).want(204, "")
	if got := count(""); got != 0 {
		t.Errorf("the deleted product has left %d notifications", got)
	}
}
