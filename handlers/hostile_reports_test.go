package handlers_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"secobserve/parsers/parsertest"
)

// uploadsPerFixture wrong reports are uploaded for each right one.
const uploadsPerFixture = 8

// A report that is wrong somewhere is imported or refused with a reason; one that is refused leaves nothing, and none breaks the server.
func TestHostileReports(t *testing.T) {
	a := newAPI(t)
	admin := a.admin()
	a.newProduct(admin, "shop")
	stored := func() string {
		var counts []string
		for _, list := range []string{"observations", "evidences", "observation_logs", "license_components", "components", "vulnerability_checks", "branches"} {
			counts = append(counts, fmt.Sprint(list, a.do("GET", "/api/"+list+"/?page_size=1", admin, nil).want(200, "count").object()["count"]))
		}
		return strings.Join(counts, " ")
	}
	fixtures, err := filepath.Glob(filepath.Join("..", "parsers", "*", "testdata", "*.*"))
	if err != nil || len(fixtures) < 20 {
		t.Fatal(len(fixtures), err)
	}
	before, statuses := stored(), map[int]int{}
	for i, file := range fixtures {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		mutations := slices.Collect(parsertest.MutationsOf(file, content))
		for n := range uploadsPerFixture {
			report := mutations[(n*len(mutations)+i)/uploadsPerFixture]
			got := a.upload(admin, filepath.Base(file), string(report), map[string]string{"product_name": "shop", "branch_name": fmt.Sprint(i, ".", n)})
			statuses[got.status]++
			after := stored()
			switch {
			case got.status == 400 && (got.message() == "" || after != before):
				t.Errorf("%s: refused with %q, stored were %s, are %s: %.500q", file, got.message(), before, after, report)
			case got.status != 200 && got.status != 400:
				t.Errorf("%s: %d %s: %.500q", file, got.status, got.body, report)
			}
			before = after
		}
	}
	if statuses[200] == 0 || statuses[400] == 0 {
		t.Errorf("answers by status: %v", statuses)
	}
}
