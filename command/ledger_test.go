package command_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// claim is what a client may rely on: the last value whose change was acknowledged, and the one whose change was under way when the server
// died. Stored must be one of the two.
type claim[T comparable] struct {
	acknowledged T
	tried        *T
}

// is tells whether the stored value is one that the client can expect; from here on it is the acknowledged one.
func (c *claim[T]) is(stored T) bool {
	expected := stored == c.acknowledged || c.tried != nil && stored == *c.tried
	c.acknowledged, c.tried = stored, nil
	return expected
}

func (c claim[T]) String() string {
	if c.tried == nil {
		return fmt.Sprintf("%v", c.acknowledged)
	}
	return fmt.Sprintf("%v or, under way, %v", c.acknowledged, *c.tried)
}

// ledger is what one client has written: into a product of its own, which others leave alone.
type ledger struct {
	name        string
	product     int // 0 until it was made
	observation int // the one of the rule that all reports have
	description claim[int]
	severity    claim[string]    // as assessed
	logs        claim[int]       // of the observation
	report      claim[[2]int]    // first rule and number of rules beside the one that all reports have
	runs        claim[int]       // of imports
	extras      map[string]int   // further products, with their ids
	extra       claim[string]    // "+ name" or "- name": the last product that was made or deleted
	counts      map[string]int   // of what was done, by kind
	failures    map[string]error // unexpected answers
}

// expected fails if the answer is an error, other than that of a server that is gone, and tells whether the change was acknowledged.
func (l *ledger) expected(what string, want, status int, body []byte, err error) bool {
	if err != nil {
		return false
	}
	l.counts[what]++
	if status != want {
		l.failures[what] = fmt.Errorf("%d %.300s", status, body)
	}
	return status == want
}

// attempt does a change of a value and takes down what came of it.
func attempt[T comparable](l *ledger, c *claim[T], value T, what string, want int, change func() (int, []byte, error)) (ok bool) {
	c.tried = &value
	status, body, err := change()
	if !l.expected(what, want, status, body, err) {
		return false
	}
	c.acknowledged, c.tried = value, nil
	return true
}

// found takes down the observation that the first import has made, with one log.
func (l *ledger) found(observation int) {
	if l.observation == 0 {
		l.observation, l.severity.acknowledged, l.logs.acknowledged = observation, "High", 1
	}
}

// get reads JSON; found is false for 404.
func (p *process) get(path string, to any) (found bool, err error) {
	status, body, err := p.request("GET", path, "", nil)
	if err != nil || status == 404 {
		return false, err
	}
	if status != 200 {
		return false, fmt.Errorf("%s: %d %.300s", path, status, body)
	}
	return true, json.Unmarshal(body, to)
}

// compare holds what the server has stored against the ledger and names every difference.
func (l *ledger) compare(p *process) (differences []string, err error) {
	wrong := func(format string, values ...any) {
		differences = append(differences, l.name+": "+fmt.Sprintf(format, values...))
	}
	var products struct {
		Count   int
		Results []struct {
			ID          int
			Name        string
			Description string
		}
	}
	if _, err := p.get("/api/products/?page_size=1000&name="+l.name, &products); err != nil {
		return nil, err
	}
	extras := map[string]int{}
	for _, product := range products.Results {
		if product.Name != l.name {
			extras[product.Name] = product.ID
			continue
		}
		l.product = product.ID
		if wanted := l.description; !l.description.is(number(product.Description)) {
			wrong("the description is %q, want %v", product.Description, wanted)
		}
	}
	if products.Count != len(products.Results) {
		wrong("%d products are too many to compare", products.Count)
	}
	l.compareExtras(extras, wrong)
	if l.product == 0 {
		return differences, nil
	}
	return differences, l.compareReport(p, wrong)
}

func number(description string) (n int) {
	_, _ = fmt.Sscanf(description, "%d", &n)
	return n
}

// compareExtras allows one difference: what was under way.
func (l *ledger) compareExtras(stored map[string]int, wrong func(string, ...any)) {
	var under string
	if l.extra.tried != nil {
		under = *l.extra.tried
	}
	for name := range l.extras {
		if stored[name] == 0 && under != "- "+name {
			wrong("the product %q is lost", name)
		}
	}
	for name := range stored {
		if l.extras[name] == 0 && under != "+ "+name {
			wrong("the product %q was deleted, or never made, and is there", name)
		}
	}
	l.extras, l.extra = stored, claim[string]{}
}

// compareReport compares findings, their history and the runs of imports of the product.
func (l *ledger) compareReport(p *process, wrong func(string, ...any)) error {
	var open struct {
		Count   int
		Results []struct {
			ID    int
			Title string
		}
	}
	if _, err := p.get(fmt.Sprintf("/api/observations/?product=%d&current_status=Open&page_size=1000", l.product), &open); err != nil {
		return err
	}
	rules := make([]int, 0, len(open.Results))
	for _, o := range open.Results {
		var rule int
		_, _ = fmt.Sscanf(strings.TrimPrefix(o.Title, "R"), "%d", &rule)
		if rule == 0 {
			l.found(o.ID)
			continue
		}
		rules = append(rules, rule)
	}
	slices.Sort(rules)
	var report [2]int
	if len(rules) > 0 {
		report = [2]int{rules[0], len(rules)}
		if rules[len(rules)-1]-rules[0] != len(rules)-1 || open.Count != len(rules)+1 {
			wrong("half of a report is there: %v", rules)
		}
	}
	if wanted := l.report; !l.report.is(report) {
		wrong("%d findings from rule %d on, want %v", report[1], report[0], wanted)
	}
	var runs, logs struct{ Count int }
	if _, err := p.get(fmt.Sprintf("/api/import_runs/?product=%d&page_size=1", l.product), &runs); err != nil {
		return err
	}
	if wanted := l.runs; !l.runs.is(runs.Count) {
		wrong("%d runs of imports, want %v", runs.Count, wanted)
	}
	if l.observation == 0 {
		return nil
	}
	var first struct {
		Severity string `json:"current_severity"`
	}
	if _, err := p.get(fmt.Sprintf("/api/observations/%d/", l.observation), &first); err != nil {
		return err
	}
	if wanted := l.severity; !l.severity.is(first.Severity) {
		wrong("assessed as %s, want %v", first.Severity, wanted)
	}
	if _, err := p.get(fmt.Sprintf("/api/observation_logs/?observation=%d&page_size=1", l.observation), &logs); err != nil {
		return err
	}
	if wanted := l.logs; !l.logs.is(logs.Count) {
		wrong("%d logs, want %v", logs.Count, wanted)
	}
	return nil
}
