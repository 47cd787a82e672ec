package dependencies

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// maxCharacters is the length of a text that the import keeps. Texts end with the line that makes them longer.
const maxCharacters = 32768

// Edge is a dependency of a parent on a child.
type Edge struct{ Parent, Child uint32 }

// Graph is the dependency graph of an SBOM. It may be used by one goroutine at a time.
type Graph struct {
	nodes  []uint32 // by the caller's number: own number + 1, 0 for nodes without edges
	group  []uint32 // by node: the place of its label among all labels
	labels []string // by group, in the order of lines
	length []int32  // by group, in characters
	edges  []Edge   // in the order of their lines

	wanted int // own numbers of nodes whose texts may be asked for are below it
	budget int
	texts  *texts
	near   *nearest
}

// New makes a graph of these edges, which it takes over. Nodes are numbers that leave few gaps; texts are asked for of those below nodes. label
// names the ones that have edges. What is kept for the texts takes at most budget bytes.
func New(edges []Edge, nodes, budget int, label func(node uint32) string) *Graph {
	g := &Graph{edges: edges, budget: budget}
	var numbers []uint32
	g.nodes, numbers = number(edges)
	g.wanted, _ = slices.BinarySearch(numbers, uint32(nodes))
	g.name(numbers, label)
	slices.SortFunc(g.edges, g.compare)
	g.edges = slices.Compact(g.edges)
	return g
}

// Text returns the lines for a node, "" if nothing depends on it.
func (g *Graph) Text(node uint32) string {
	if int(node) >= len(g.nodes) || g.nodes[node] == 0 || int(g.nodes[node]) > g.wanted {
		return ""
	}
	if g.texts == nil && g.near == nil {
		g.prepare()
	}
	own := g.nodes[node] - 1
	if g.texts != nil {
		return g.write(g.texts.lines(own))
	}
	return g.write(g.near.lines(own))
}

// prepare finds the lines of all nodes, or prepares for finding those that are nearest.
func (g *Graph) prepare() {
	if g.texts = g.allLines(); g.texts == nil {
		g.near = g.newNearest()
	}
}

// number gives the nodes that have edges numbers of their own, in the order of the given ones, and puts these into the edges.
func number(edges []Edge) (nodes, given []uint32) {
	top := -1
	for _, e := range edges {
		top = max(top, int(e.Parent), int(e.Child))
	}
	nodes = make([]uint32, top+1)
	count := 0
	for _, e := range edges {
		for _, n := range [...]uint32{e.Parent, e.Child} {
			if nodes[n] == 0 {
				nodes[n] = 1
				count++
			}
		}
	}
	given = make([]uint32, 0, count)
	for n, used := range nodes {
		if used > 0 {
			given = append(given, uint32(n))
			nodes[n] = uint32(len(given))
		}
	}
	for i, e := range edges {
		edges[i] = Edge{nodes[e.Parent] - 1, nodes[e.Child] - 1}
	}
	return nodes, given
}

// name sorts the labels of the nodes.
func (g *Graph) name(numbers []uint32, label func(uint32) string) {
	labels := make([]string, len(numbers))
	order := make([]uint32, len(numbers))
	for i, n := range numbers {
		labels[i], order[i] = label(n), uint32(i)
	}
	slices.SortFunc(order, func(x, y uint32) int { return compareParents(labels[x], labels[y]) })
	isNew := func(i int) bool { return i == 0 || labels[order[i]] != labels[order[i-1]] }
	groups := 0
	for i := range order {
		if isNew(i) {
			groups++
		}
	}
	g.group, g.labels, g.length = make([]uint32, len(numbers)), make([]string, 0, groups), make([]int32, 0, groups)
	for i, n := range order {
		if isNew(i) {
			g.labels = append(g.labels, labels[n])
			g.length = append(g.length, int32(utf8.RuneCountInString(labels[n])))
		}
		g.group[n] = uint32(len(g.labels) - 1)
	}
}

const arrow = " --> "

// compareParents orders labels as lines that begin with them. Only if one begins with the other, what follows matters.
func compareParents(x, y string) int {
	if strings.HasPrefix(x, y) || strings.HasPrefix(y, x) {
		return strings.Compare(x+arrow, y+arrow)
	}
	return strings.Compare(x, y)
}

// compare orders edges as their lines; children whose labels are told apart by a control character behind the end of the shorter one are the
// only exception.
func (g *Graph) compare(x, y Edge) int {
	return cmp.Or(
		cmp.Compare(g.group[x.Parent], g.group[y.Parent]),
		cmp.Compare(g.group[x.Child], g.group[y.Child]),
		cmp.Compare(x.Parent, y.Parent),
		cmp.Compare(x.Child, y.Child))
}

// sameLine tells whether two edges are written alike.
func (g *Graph) sameLine(x, y Edge) bool {
	return g.group[x.Parent] == g.group[y.Parent] && g.group[x.Child] == g.group[y.Child]
}

// lineLength is the number of characters of an edge's line with the line break.
func (g *Graph) lineLength(e Edge) int {
	return int(g.length[g.group[e.Parent]]) + len(arrow) + int(g.length[g.group[e.Child]]) + 1
}

// write writes the lines of edges, which are given in order by their places among all edges.
func (g *Graph) write(places []uint32) string {
	size := 0
	for _, i := range places {
		e := g.edges[i]
		size += len(g.labels[g.group[e.Parent]]) + len(arrow) + len(g.labels[g.group[e.Child]]) + 1
	}
	var out strings.Builder
	out.Grow(size)
	for n, i := range places {
		if n > 0 {
			out.WriteByte('\n')
		}
		e := g.edges[i]
		out.WriteString(g.labels[g.group[e.Parent]])
		out.WriteString(arrow)
		out.WriteString(g.labels[g.group[e.Child]])
	}
	return out.String()
}
