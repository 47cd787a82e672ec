package handlers_test

import (
	"strings"
	"testing"

	"secobserve/products"
)

// TestExpressions_Evil: regular expressions that make engines with backtracking run for ever (CWE-1333) end, and those that grow by repetitions are
// refused wherever users give some.
func TestExpressions_Evil(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	product := "/api/products/" + a.newProduct(admin, "shop") + "/"
	group := "/api/product_groups/" + a.do("POST", "/api/product_groups/", admin, map[string]any{"name": "group"}).want(201, "").id() + "/"
	fields := []struct{ path, field string }{
		{product, "repository_branch_housekeeping_exempt_branches"}, {group, "repository_branch_housekeeping_exempt_branches"},
		{"/api/settings/1/", "branch_housekeeping_exempt_branches"}, {"/api/settings/1/", "internal_users"},
	}
	for _, pattern := range []string{`(a+)+$`, `([a-zA-Z]+)*$`, `(a|aa)+$`, `(a|a?)+$`, `(.*a){12}$`, `^(([a-z])+.)+[A-Z]([a-z])+$`, `((a*)*)*b`} {
		for _, f := range fields {
			a.do("PATCH", f.path, admin, map[string]any{f.field: pattern}).want(200, "")
		}
		exempt, err := products.CompileExempt(pattern)
		if err != nil {
			t.Fatal(err)
		}
		exempt.MatchString(strings.Repeat("a", 254) + "!") // does not come back where there is backtracking
	}
	for _, pattern := range []string{strings.Repeat(`(.?){999}`, 25), strings.Repeat(`\pL{999}`, 30), strings.Repeat(`(x{31}){32}`, 20)} {
		for _, f := range fields {
			a.do("PATCH", f.path, admin, map[string]any{f.field: pattern}).want(400, "Not a valid regular expression: the expression has too many repetitions")
		}
	}
	for _, pattern := range []string{`((a{1000}){1000})`, `a{1001}`, `(?<a>x)\1`, `(?=x)`} {
		for _, f := range fields {
			a.do("PATCH", f.path, admin, map[string]any{f.field: pattern}).want(400, "Not a valid regular expression: ")
		}
	}
	a.do("PATCH", product, admin, map[string]any{"repository_branch_housekeeping_exempt_branches": `release/\d{1,4}(\.\d{1,4}){0,3}|[\w./-]{1,255}-lts|main|dev.*`}).want(200, "")
}
