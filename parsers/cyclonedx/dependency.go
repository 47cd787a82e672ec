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
// numbered behind those of components, if something depends on them in turn; otherwise they are of no use.
func (b *bom) graph(list rawjson.Value) *dependencies.Graph {
	count := 0
	for d := range list.Elements() {
		if n := countTexts(d.Get("dependsOn")); n > 0 {
			if ref := d.Get("ref"); ref.Text() != "" {
				count += n
				_, _ = b.refs.Add(ref)
			}
		}
	}
	edges := make([]dependencies.Edge, 0, count)
	unknown := 0
	for d := range list.Elements() {
		parent, ok := b.refs.FindValue(d.Get("ref"))
		if !ok {
			continue
		}
		for child := range d.Get("dependsOn").Elements() {
			if node, ok := b.refs.FindValue(child); ok {
				edges = append(edges, dependencies.Edge{Parent: uint32(parent), Child: uint32(node)})
			} else {
				unknown++
			}
		}
	}
	parsers.LogSkipped(name, "dependencies on unknown components", unknown)
	return dependencies.New(edges, len(b.byRef), textBudget+len(b.doc), b.label)
}

func countTexts(list rawjson.Value) (n int) {
	for element := range list.Elements() {
		if element.Kind() == rawjson.Text && !element.Empty() {
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
