package handlers

import (
	"net/http/httptest"
	"strings"
	"testing"

	"secobserve/auth"
)

// A handler that forgets a check, or makes one that the table of rules does not know, answers nothing.
func TestRulesAreObeyed(t *testing.T) {
	tests := []struct {
		name    string
		rule    rule
		checked []auth.Permission
		want    string
	}{
		{"all checks", on(auth.ProductView, auth.ProductEdit), []auth.Permission{auth.ProductEdit, auth.ProductView}, ""},
		{"a check is missing", on(auth.ProductView, auth.ProductEdit), []auth.Permission{auth.ProductView}, "without a check of Product_Edit"},
		{"no check at all", on(auth.BranchDelete), nil, "without a check of Branch_Delete"},
		{"another check", on(auth.BranchDelete), []auth.Permission{auth.BranchDelete, auth.BranchEdit}, "a check of Branch_Edit, which its rule does not name"},
		{"a check that is made sometimes", free.or(auth.BranchView), []auth.Permission{auth.BranchView}, ""},
		{"a check that is not made this time", free.or(auth.BranchView), nil, ""},
		{"nothing to check", free, nil, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := &call{r: httptest.NewRequest("DELETE", "/api/branches/1/", nil)}
			for _, permission := range test.checked {
				c.checked(permission)
			}
			err := c.obeyed(&test.rule)
			if test.want == "" && err != nil || test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)) {
				t.Errorf("got %v, want %q", err, test.want)
			}
		})
	}
}

func TestRulesOfAllRoutes(t *testing.T) {
	s := New(Config{})
	if err := checkRules(s.routes()); err != nil {
		t.Error(err)
	}
	unknown := route{path: "/api/unknown/", methods: methods{"GET": read(s.statusVersion)}}
	if err := checkRules(append(s.routes(), unknown)); err == nil || !strings.Contains(err.Error(), "GET /api/unknown/ has no line") {
		t.Errorf("a route without a rule: %v", err)
	}
	if err := checkRules(s.routes()[1:]); err == nil || !strings.Contains(err.Error(), "1 rules for methods that no route has") {
		t.Errorf("a rule without a route: %v", err)
	}
}
