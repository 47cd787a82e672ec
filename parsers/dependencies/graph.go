package dependencies

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// The bounds of a text. A text of more than maxEdges lines is longer than the 32768 characters that the import keeps: then the walk ends, and
// the text has those edges that are nearest to the component. Texts end with the line that makes them longer than maxCharacters.
const (
	maxEdges      = 5000
	maxCharacters = 32768
)

// cacheBytes bounds the texts that are kept for further findings of the same component.
const cacheBytes = 32 << 20

// Graph is the dependency graph of an SBOM. Nodes are numbers from 0 on. It may be used by one goroutine at a time.
type Graph struct {
	labels []string
	edges  []edge // in the order of their lines, once prepared

	prepared bool
	first    []int32 // first[n] is the place in into where the edges that lead to node n begin
	into     []int32 // edges by child, in ascending order
	visited  []int32 // the walk that has visited a node last
	walk     int32

	cache  map[int]string
	cached int
}

type edge struct{ parent, child int32 }

// New makes a graph without edges, whose nodes have these labels.
func New(labels []string) *Graph {
	return &Graph{labels: labels, cache: make(map[int]string)}
}

// Add adds an edge. All edges have to be added before the first text is asked for.
func (g *Graph) Add(parent, child int) {
	g.edges = append(g.edges, edge{int32(parent), int32(child)})
}

// Text returns the lines for a node, "" if nothing depends on it. Cycles end where they meet themselves.
func (g *Graph) Text(node int) string {
	if text, ok := g.cache[node]; ok {
		return text
	}
	if !g.prepared {
		g.prepare()
	}
	text := g.write(g.above(node))
	if g.cached += len(text); g.cached > cacheBytes {
		clear(g.cache)
		g.cached = len(text)
	}
	g.cache[node] = text
	return text
}

// prepare sorts the edges by their lines and files them by child.
func (g *Graph) prepare() {
	g.prepared = true
	slices.SortFunc(g.edges, g.compare)
	g.first = make([]int32, len(g.labels)+1)
	for _, e := range g.edges {
		g.first[e.child+1]++
	}
	for n := range g.labels {
		g.first[n+1] += g.first[n]
	}
	next := slices.Clone(g.first)
	g.into = make([]int32, len(g.edges))
	for i, e := range g.edges {
		g.into[next[e.child]] = int32(i)
		next[e.child]++
	}
	g.visited = make([]int32, len(g.labels))
}

const arrow = " --> "

// compare orders edges as their lines, by code point. Only if one parent's label begins with the other's, what follows matters.
func (g *Graph) compare(x, y edge) int {
	px, py := g.labels[x.parent], g.labels[y.parent]
	if px == py {
		return strings.Compare(g.labels[x.child], g.labels[y.child])
	}
	if !strings.HasPrefix(px, py) && !strings.HasPrefix(py, px) {
		return strings.Compare(px, py)
	}
	return strings.Compare(px+arrow+g.labels[x.child], py+arrow+g.labels[y.child])
}

// above lists the edges on all ways from the node upwards, nearest first.
func (g *Graph) above(node int) []int32 {
	g.walk++
	g.visited[node] = g.walk
	queue := []int32{int32(node)}
	var found []int32
	for len(queue) > 0 {
		child := queue[0]
		queue = queue[1:]
		for _, e := range g.into[g.first[child]:g.first[child+1]] {
			if found = append(found, e); len(found) == maxEdges {
				return found
			}
			if parent := g.edges[e].parent; g.visited[parent] != g.walk {
				g.visited[parent] = g.walk
				queue = append(queue, parent)
			}
		}
	}
	return found
}

// write writes the lines of edges in their order, equal lines once.
func (g *Graph) write(edges []int32) string {
	slices.Sort(edges)
	var out strings.Builder
	out.Grow(min(len(edges)*64, maxCharacters+1024))
	last, characters := edge{-1, -1}, 0
	for _, i := range edges {
		e := g.edges[i]
		if last.parent >= 0 && g.compare(last, e) == 0 {
			continue
		}
		last = e
		if out.Len() > 0 {
			out.WriteByte('\n')
		}
		start := out.Len()
		out.WriteString(g.labels[e.parent])
		out.WriteString(arrow)
		out.WriteString(g.labels[e.child])
		if characters += 1 + utf8.RuneCountInString(out.String()[start:]); characters > maxCharacters+1 {
			break
		}
	}
	return out.String()
}
