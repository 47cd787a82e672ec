package dependencies

import "slices"

// The number of edges that are nearest, and how many edges are looked at in all nodes' searches together.
const (
	maxNearest  = 5000
	minNearest  = 50
	nearestWork = 20_000_000
)

// nearest finds the edges that are nearest to a node.
type nearest struct {
	g       *Graph
	limit   int
	first   []uint32 // first[n] is the place in into where the edges that lead to node n begin
	into    []uint32 // edges by child, in ascending order
	visited []uint32 // the search that has visited a node last
	search  uint32
	queue   []uint32
	found   []uint32
}

func (g *Graph) newNearest() *nearest {
	nodes := len(g.group)
	n := &nearest{g: g, limit: min(max(nearestWork/max(g.wanted, 1), minNearest), maxNearest), first: make([]uint32, nodes+1), into: make([]uint32, len(g.edges)),
		visited: make([]uint32, nodes)}
	for _, e := range g.edges {
		n.first[e.Child+1]++
	}
	for i := range nodes {
		n.first[i+1] += n.first[i]
	}
	next := slices.Clone(n.first)
	for i, e := range g.edges {
		n.into[next[e.Child]] = uint32(i)
		next[e.Child]++
	}
	return n
}

// lines returns the lines of a node; they are valid until the next call.
func (n *nearest) lines(node uint32) []uint32 {
	n.search++
	n.visited[node] = n.search
	n.queue, n.found = append(n.queue[:0], node), n.found[:0]
	for at := 0; at < len(n.queue) && len(n.found) < n.limit; at++ {
		child := n.queue[at]
		into := n.into[n.first[child]:n.first[child+1]]
		for _, e := range into[:min(len(into), n.limit-len(n.found))] {
			n.found = append(n.found, e)
			if parent := n.g.edges[e].Parent; n.visited[parent] != n.search {
				n.visited[parent] = n.search
				n.queue = append(n.queue, parent)
			}
		}
	}
	slices.Sort(n.found)
	n.found = slices.CompactFunc(n.found, func(x, y uint32) bool { return n.g.sameLine(n.g.edges[x], n.g.edges[y]) })
	characters := 0
	for i, e := range n.found {
		if characters += n.g.lineLength(n.g.edges[e]); characters > maxCharacters+1 {
			return n.found[:i+1]
		}
	}
	return n.found
}
