package cyclonedx

import (
	"secobserve/parsers"
	"secobserve/parsers/dependencies"
	"secobserve/parsers/rawjson"
)

// maxLabel bounds the name of a component in the texts of dependencies, in characters; it is beyond the length at which the import cuts the whole
// text (core-observations.md §2, origin_component_dependencies).
const maxLabel = 32769

// label is how a component is written in the texts of dependencies; "" for references to what is no component of the document.
func (b *bom) label(ref uint32) string {
	if int(ref) >= len(b.byRef) {
		return ""
	}
	d := readDetails(b.own(&b.components[b.byRef[ref]]))
	if d.version == "" {
		return prefix(d.name, maxLabel)
	}
	return prefix(prefix(d.name, maxLabel)+":"+prefix(d.version, maxLabel), maxLabel)
}

// textBudget is the memory for texts of dependencies beside as much as the document takes, in bytes.
const textBudget = 16 << 20

// graph makes the graph of dependencies, whose nodes are the numbers of references. References to what is no component of the document are
// numbered behind those of components.
func (b *bom) graph(list rawjson.Value) *dependencies.Graph {
	edges := make([]dependencies.Edge, 0, countEdges(list))
	for d := range list.Elements() {
		ref := d.Get("ref")
		if ref.Text() == "" {
			continue
		}
		parent := none
		for child := range d.Get("dependsOn").Elements() {
			if child.Kind() != rawjson.Text || child.Empty() {
				continue
			}
			if parent == none {
				parent, _ = b.refs.Add(ref)
			}
			node, _ := b.refs.Add(child)
			edges = append(edges, dependencies.Edge{Parent: uint32(parent), Child: uint32(node)})
		}
	}
	parsers.LogSkipped(name, "dependencies of unknown components", b.refs.Len()-len(b.byRef))
	return dependencies.New(edges, len(b.byRef), textBudget+len(b.doc), b.label)
}

func countEdges(list rawjson.Value) (n int) {
	for d := range list.Elements() {
		for range d.Get("dependsOn").Elements() {
			n++
		}
	}
	return n
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
