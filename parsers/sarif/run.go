package sarif

import (
	"strings"

	"secobserve/parsers"
	"secobserve/parsers/rawjson"
)

// run is a run (SARIF §3.14) with its rules ready to be looked up.
type run struct {
	scanner string
	tool    speciality
	results rawjson.Value

	// components are the lists of rules of the driver and, behind it, of the extensions; byID finds rules in all of them.
	components [][]rawjson.Value
	byID       map[string]rawjson.Value
	// read are the rules that have been read so far.
	read map[string]*rule
}

// speciality tells which tools are treated on their own: those with whose name the scanner begins (parsers.md §4.2).
type speciality struct{ trivy, semgrep, checkov, bandit, dependencyCheck bool }

// maxRead bounds the rules that are kept read.
const maxRead = 10_000

func newRun(raw rawjson.Value) *run {
	r := &run{byID: make(map[string]rawjson.Value), read: make(map[string]*rule)}
	var tool rawjson.Value
	for key, value := range raw.Members() {
		switch string(key) {
		case "tool":
			tool = value
		case "results":
			r.results = value
		}
	}
	driver := tool.Get("driver")
	r.scanner = parsers.NameVersion(driver.Get("name").Text(), parsers.First(driver.Get("version").Text(), driver.Get("semanticVersion").Text()))
	is := func(prefix string) bool { return strings.HasPrefix(strings.ToLower(r.scanner), prefix) }
	r.tool = speciality{is("trivy"), is("semgrep"), is("checkov"), is("bandit"), is("dependency-check")}
	r.addRules(driver)
	for extension := range tool.Get("extensions").Elements() {
		r.addRules(extension)
	}
	return r
}

// addRules adds the rules of a tool component. Ids of earlier components win; within a component the last one of equal ids does.
func (r *run) addRules(component rawjson.Value) {
	var ordered []rawjson.Value
	own := make(map[string]bool)
	for raw := range component.Get("rules").Elements() {
		ordered = append(ordered, raw)
		id := raw.Get("id").Text()
		if _, taken := r.byID[id]; id != "" && (!taken || own[id]) {
			r.byID[id], own[id] = raw, true
		}
	}
	r.components = append(r.components, ordered)
}

// rule finds the rule of a result: by its id, else by its place in the list of the driver or of an extension (SARIF §3.52). A place only counts
// if the rule there has the result's id, or is a less specific one ("CA2101" for "CA2101/b").
func (r *run) rule(res *result) *rule {
	id := res.id()
	if raw, ok := r.byID[id]; ok {
		return r.readRule(id, raw)
	}
	component, index := 0, res.ruleIndex
	if i, ok := res.ruleReference.Get("toolComponent", "index").Float(); ok {
		component = 1 + int(i)
	}
	if i, ok := res.ruleReference.Get("index").Float(); ok {
		index = int(i)
	}
	if component < 0 || component >= len(r.components) || index < 0 || index >= len(r.components[component]) {
		return unknownRule
	}
	raw := r.components[component][index]
	found := raw.Get("id").Text()
	if id != "" && found != "" && !strings.HasPrefix(id, found+"/") {
		return unknownRule
	}
	return r.readRule(found, raw)
}

func (r *run) readRule(id string, raw rawjson.Value) *rule {
	if known := r.read[id]; known != nil && id != "" {
		return known
	}
	if len(r.read) >= maxRead {
		clear(r.read)
	}
	found := newRule(id, raw)
	r.read[id] = found
	return found
}
