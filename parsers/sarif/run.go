package sarif

import (
	"strings"

	"secobserve/parsers"
	"secobserve/parsers/rawjson"
)

// run is a run (SARIF §3.14) with its rules ready to be looked up. Rules are remembered by their places in the document.
type run struct {
	doc     rawjson.Value
	scanner string
	tool    speciality
	results rawjson.Value

	// rules are those of the driver and, behind them, of the extensions, each list from its place in components on.
	rules, components []uint32
	// byID are rules by the numbers of their ids.
	ids  *rawjson.TextIndex
	byID []uint32
	// read are the rules that have been read last.
	read map[uint32]*rule
	// common is what the findings of the present result have in common.
	common sharedFinding
}

// speciality tells which tools are treated on their own: those with whose name the scanner begins (parsers.md §4.2).
type speciality struct{ trivy, semgrep, checkov, bandit, dependencyCheck bool }

// maxRead is the number of rules that are kept read.
const maxRead = 2000

func newRun(doc, raw rawjson.Value) *run {
	r := &run{doc: doc, ids: rawjson.NewTextIndex(doc), read: make(map[uint32]*rule)}
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
	r.scanner = scanner(driver)
	is := func(prefix string) bool { return strings.HasPrefix(strings.ToLower(r.scanner), prefix) }
	r.tool = speciality{is("trivy"), is("semgrep"), is("checkov"), is("bandit"), is("dependency-check")}
	r.addRules(driver)
	for extension := range tool.Get("extensions").Elements() {
		r.addRules(extension)
	}
	return r
}

func scanner(driver rawjson.Value) string {
	return parsers.NameVersion(driver.Get("name").Text(), parsers.First(driver.Get("version").Text(), driver.Get("semanticVersion").Text()))
}

// addRules adds the rules of a tool component. Ids of earlier components win; within a component the last one of equal ids does.
func (r *run) addRules(component rawjson.Value) {
	r.components = append(r.components, uint32(len(r.rules)))
	own := r.ids.Len()
	for raw := range component.Get("rules").Elements() {
		place := r.doc.Offset(raw)
		r.rules = append(r.rules, place)
		id := raw.Get("id")
		if id.Kind() != rawjson.Text || id.Empty() {
			continue
		}
		if number, added := r.ids.Add(id); added {
			r.byID = append(r.byID, place)
		} else if number >= own {
			r.byID[number] = place
		}
	}
}

// rule finds the rule of a result: by its id, else by its place in the list of the driver or of an extension (SARIF §3.52). A place only counts
// if the rule there has the result's id, or is a less specific one ("CA2101" for "CA2101/b").
func (r *run) rule(res *result) *rule {
	id := res.id()
	if number, ok := r.ids.Find([]byte(id)); ok {
		return r.readRule(r.byID[number])
	}
	component, index := 0, res.ruleIndex
	if i, ok := res.ruleReference.Get("toolComponent", "index").Float(); ok {
		component = 1 + int(i)
	}
	if i, ok := res.ruleReference.Get("index").Float(); ok {
		index = int(i)
	}
	rules := r.rulesOf(component)
	if index < 0 || index >= len(rules) {
		return unknownRule
	}
	found := r.readRule(rules[index])
	if id != "" && found.id != "" && !strings.HasPrefix(id, found.id+"/") {
		return unknownRule
	}
	return found
}

// rulesOf are the rules of the driver, 0, or of an extension, from 1 on.
func (r *run) rulesOf(component int) []uint32 {
	if component < 0 || component >= len(r.components) {
		return nil
	}
	end := uint32(len(r.rules))
	if component+1 < len(r.components) {
		end = r.components[component+1]
	}
	return r.rules[r.components[component]:end]
}

func (r *run) readRule(place uint32) *rule {
	if known := r.read[place]; known != nil {
		return known
	}
	if len(r.read) >= maxRead {
		clear(r.read)
	}
	found := newRule(r.doc.At(place))
	r.read[place] = found
	return found
}
