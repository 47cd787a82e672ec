package handlers_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
)

// Beside imports, assessments and deletes, readers are answered all the time, and always with one state: that of before a change or that
// after it.
func TestReadersBesideWriters(t *testing.T) {
	const findings, rounds = 40, 5
	a := newAPI(t)
	admin := a.admin()
	product := a.newProduct(admin, "shop")
	var results []string
	for i := range findings {
		results = append(results, fmt.Sprintf(`{"ruleId":"R%d","level":"error","message":{"text":"found"}}`, i))
	}
	sarif := func(results []string) string {
		return `{"$schema":"sarif","version":"2.1.0","runs":[{"tool":{"driver":{"name":"scan"}},"results":[` + strings.Join(results, ",") + `]}]}`
	}
	full, empty := sarif(results), sarif(nil)

	var (
		readers sync.WaitGroup
		stop    = make(chan struct{})
		seen    [2]atomic.Int64 // answers of products with all findings open, and with none
	)
	for i := range 4 {
		readers.Go(func() {
			for n := i; ; n++ {
				select {
				case <-stop:
					return
				default:
				}
				list := n%2 == 0
				open, err := a.openFindings(admin, product, list)
				switch {
				case err != nil:
					t.Error(err)
					return
				case open == findings && !list:
					seen[0].Add(1)
				case open == 0 && !list:
					seen[1].Add(1)
				case open != findings && open != 0:
					t.Errorf("a reader sees %d of %d findings open", open, findings)
					return
				}
			}
		})
	}
	defer readers.Wait()
	defer close(stop)
	for range rounds {
		for _, report := range []string{full, empty} {
			a.upload(admin, "scan.sarif", report, map[string]string{"product_name": "shop", "branch_name": "main"}).want(200, "observations_new")
		}
		a.upload(admin, "scan.sarif", empty, map[string]string{"product_name": "shop", "branch_name": "feature"}).want(200, "observations_new")
		branch := a.do("GET", "/api/branches/?name=feature&product="+product, admin, nil).rows()[0]["id"]
		a.do("DELETE", fmt.Sprintf("/api/branches/%v/", branch), admin, nil).want(204, "")
	}
	if seen[0].Load() == 0 || seen[1].Load() == 0 {
		t.Errorf("readers saw all findings open %d times, none %d times", seen[0].Load(), seen[1].Load())
	}
}

// openFindings asks for the number of open findings of a product: of the list, whose rows must be as many as it says, or of the product.
func (a *api) openFindings(authorization, product string, list bool) (int, error) {
	path := "/api/products/" + product + "/"
	if list {
		path = "/api/observations/?current_status=Open&page_size=1000&product=" + product
	}
	r := httptest.NewRequest(http.MethodGet, path, nil)
	r.Header.Set("Authorization", authorization)
	w := httptest.NewRecorder()
	a.handler.ServeHTTP(w, r)
	if w.Code != http.StatusOK {
		return 0, fmt.Errorf("GET %s: %d %.200s", path, w.Code, w.Body)
	}
	var got struct {
		Count   int
		Results []struct {
			CurrentStatus string `json:"current_status"`
		}
		High int `json:"active_high_observation_count"`
	}
	if err := json.Unmarshal(w.Body.Bytes(), &got); err != nil {
		return 0, fmt.Errorf("GET %s: %w", path, err)
	}
	if !list {
		return got.High, nil
	}
	for _, row := range got.Results {
		if row.CurrentStatus != "Open" {
			return 0, fmt.Errorf("a list of open findings has one that is %s", row.CurrentStatus)
		}
	}
	if len(got.Results) != got.Count {
		return 0, fmt.Errorf("a list of %d findings has %d rows", got.Count, len(got.Results))
	}
	return got.Count, nil
}
