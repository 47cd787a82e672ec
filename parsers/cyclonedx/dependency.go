package cyclonedx

import (
	"secobserve/parsers"
	"secobserve/parsers/dependencies"
	"secobserve/parsers/rawjson"
)

// maxLabel bounds the name of a component in the texts of dependencies, in characters; it is beyond the length at which the import cuts the whole
// text (core-observations.md §2, origin_component_dependencies).
const maxLabel = 32769

// label is how a component is written in the texts of dependencies.
func label(d details) string {
	if d.version == "" {
		return prefix(d.name, maxLabel)
	}
	return prefix(d.name+":"+d.version, maxLabel)
}

// graph makes the graph of dependencies. References to components that are not in the document are nodes with an empty label.
func (b *bom) graph(list rawjson.Value) *dependencies.Graph {
	unknown := make(map[string]int)
	node := func(ref string) int {
		if i, ok := b.byRef[ref]; ok {
			return i
		}
		i, ok := unknown[ref]
		if !ok {
			i = len(b.labels)
			unknown[ref] = i
			b.labels = append(b.labels, "")
		}
		return i
	}
	type edge struct{ parent, child int32 }
	var edges []edge
	for d := range list.Elements() {
		parent := d.Get("ref").Text()
		for element := range d.Get("dependsOn").Elements() {
			if child := element.Text(); parent != "" && child != "" {
				edges = append(edges, edge{int32(node(parent)), int32(node(child))})
			}
		}
	}
	parsers.LogSkipped(name, "dependencies of unknown components", len(unknown))
	g := dependencies.New(b.labels)
	for _, e := range edges {
		g.Add(int(e.parent), int(e.child))
	}
	return g
}

// prefix is the text up to n characters.
func prefix(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}
