package dependencies

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// graph makes a graph of nodes with these labels, separated by blanks.
func graph(labels string, edges ...Edge) *Graph {
	return labelled(strings.Split(labels, " "), edges, 1<<20)
}

func labelled(labels []string, edges []Edge, budget int) *Graph {
	return New(slices.Clone(edges), len(labels), budget, func(node uint32) string { return labels[node] })
}

func TestText(t *testing.T) {
	for _, test := range []struct {
		name  string
		graph *Graph
		node  uint32
		want  string
	}{
		{"two ways", graph("app:1 a:1 b:1 c:1", Edge{0, 1}, Edge{0, 2}, Edge{1, 3}, Edge{2, 3}), 3,
			"a:1 --> c:1\napp:1 --> a:1\napp:1 --> b:1\nb:1 --> c:1"},
		{"cycle", graph("a b", Edge{0, 1}, Edge{1, 0}), 0, "a --> b\nb --> a"},
		{"below a cycle", graph("a b c", Edge{0, 1}, Edge{1, 0}, Edge{1, 2}), 2, "a --> b\nb --> a\nb --> c"},
		{"above a cycle", graph("a b c", Edge{0, 1}, Edge{1, 0}, Edge{2, 1}), 2, ""},
		{"itself", graph("a", Edge{0, 0}), 0, "a --> a"},
		{"nothing above", graph("a b", Edge{0, 1}), 0, ""},
		{"not below", graph("a b c", Edge{0, 1}, Edge{1, 2}), 1, "a --> b"},
		{"without edges", graph("a b c d", Edge{0, 2}), 1, ""},
		{"beyond all nodes", graph("a b c d", Edge{0, 2}), 3, ""},
		{"no edges at all", graph("a"), 0, ""},
		{"edge given twice", graph("a b", Edge{0, 1}, Edge{0, 1}), 1, "a --> b"},
		{"equal labels", graph("a a b", Edge{0, 2}, Edge{1, 2}), 2, "a --> b"},
		{"order by the whole line", graph("a a! x", Edge{0, 2}, Edge{1, 2}), 2, "a --> x\na! --> x"},
	} {
		for _, round := range []string{"first", "second"} {
			if got := test.graph.Text(test.node); got != test.want {
				t.Errorf("%s, %s time: %q, want %q", test.name, round, got, test.want)
			}
		}
	}
}

// Nodes whose texts nobody asks for are part of those of others only.
func TestUnwantedNodes(t *testing.T) {
	g := New([]Edge{{0, 1}, {2, 0}, {1, 2}}, 2, 1<<20, func(node uint32) string { return []string{"a", "b", ""}[node] })
	for node, want := range []string{" --> a\na --> b\nb --> ", " --> a\na --> b\nb --> ", ""} {
		if got := g.Text(uint32(node)); got != want {
			t.Errorf("node %d: %q, want %q", node, got, want)
		}
	}
}

// dense is a graph in which each node depends on all later ones.
func dense(nodes int) ([]string, []Edge) {
	labels := make([]string, nodes)
	var edges []Edge
	for parent := range nodes {
		labels[parent] = fmt.Sprintf("comp\u00f6nent-%d", parent)
		for child := parent + 1; child < nodes; child++ {
			edges = append(edges, Edge{uint32(parent), uint32(child)})
		}
	}
	return labels, edges
}

// A text has the first lines of all, up to the length that is kept, also in a graph of 300,000 edges.
func TestLongTexts(t *testing.T) {
	labels, edges := dense(800)
	g := labelled(labels, edges, 16<<20)
	for _, node := range []uint32{799, 400, 70} {
		text := g.Text(node)
		if n := utf8.RuneCountInString(text); n <= maxCharacters || n > maxCharacters+100 {
			t.Errorf("text of node %d has %d characters", node, n)
		}
		if want := followed(labels, edges, node); !strings.HasPrefix(want, text+"\n") {
			t.Errorf("text of node %d is not the begin of all its lines", node)
		}
	}
}

// Graphs that would take too much give texts of what is nearest, in bounded time.
func TestNearest(t *testing.T) {
	const nodes = 100_000
	labels := make([]string, nodes)
	var edges []Edge
	for i := range nodes {
		labels[i] = fmt.Sprintf("n%06d", i)
		for d := 1; d <= 20 && i+d < nodes; d++ {
			edges = append(edges, Edge{uint32(i), uint32(i + d)})
		}
	}
	g := labelled(labels, edges, 1<<20)
	lines := strings.Split(g.Text(nodes-1), "\n")
	if g.texts != nil || g.near == nil {
		t.Fatal("all lines were looked for")
	}
	if len(lines) != g.near.limit || !slices.IsSorted(lines) || !slices.Contains(lines, "n099998 --> n099999") {
		t.Errorf("%d lines from %s to %s", len(lines), lines[0], lines[len(lines)-1])
	}
	for node := range uint32(nodes) {
		g.Text(node)
	}
}

// Work is bounded before it begins, not only what is kept.
func TestTooMuchWork(t *testing.T) {
	g := &Graph{edges: make([]Edge, maxWork/1000), wanted: 1000 * blockSize}
	if g.allLines() != nil {
		t.Error("all lines were looked for")
	}
}

// The text has the lines that following every edge once, as parsers.md §2.3 tells it, gives.
func TestTextFollowsEveryEdge(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 9).Draw(t, "nodes")
		if rapid.Bool().Draw(t, "several blocks") {
			n += 2 * blockSize
		}
		labels := make([]string, n)
		for i := range labels {
			labels[i] = rapid.SampledFrom([]string{"a", "b", "a-", "a:1", "", "é", fmt.Sprint(i), fmt.Sprint(i, i)}).Draw(t, "label")
		}
		edges := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Edge {
			return Edge{rapid.Uint32Range(0, uint32(n-1)).Draw(t, "parent"), rapid.Uint32Range(0, uint32(n-1)).Draw(t, "child")}
		}), 0, 2*n).Draw(t, "edges")
		all, near := labelled(labels, edges, 1<<20), labelled(labels, edges, 0)
		for node := range uint32(n) {
			want := followed(labels, edges, node)
			if got := all.Text(node); got != want {
				t.Fatalf("node %d: %q, want %q", node, got, want)
			}
			if got := near.Text(node); got != want {
				t.Fatalf("node %d, the nearest: %q, want %q", node, got, want)
			}
		}
	})
}

// followed follows the edges one by one.
func followed(labels []string, edges []Edge, node uint32) string {
	into := map[uint32][]Edge{}
	for _, e := range edges {
		into[e.Child] = append(into[e.Child], e)
	}
	seen, visited := map[Edge]bool{}, map[uint32]bool{}
	var lines []string
	for todo := []uint32{node}; len(todo) > 0; {
		child := todo[0]
		todo = todo[1:]
		if visited[child] {
			continue // all its edges were seen
		}
		visited[child] = true
		for _, e := range into[child] {
			if !seen[e] {
				seen[e] = true
				lines = append(lines, labels[e.Parent]+" --> "+labels[e.Child])
				todo = append(todo, e.Parent)
			}
		}
	}
	slices.Sort(lines)
	return strings.Join(slices.Compact(lines), "\n")
}

func BenchmarkDense(b *testing.B) {
	labels, edges := dense(800)
	for b.Loop() {
		g := labelled(labels, edges, 16<<20)
		for node := range labels {
			g.Text(uint32(node))
		}
	}
}

// A graph as large projects have it: 5000 components, 200,000 edges.
func BenchmarkLarge(b *testing.B) {
	const nodes = 5000
	labels := make([]string, nodes)
	var edges []Edge
	for i := range nodes {
		labels[i] = fmt.Sprintf("org.example.group:artifact-%04d:1.%d.%d", i*7919%nodes, i%20, i%7)
		for d := range 40 {
			if child := i + 1 + (i*31+d*d*17)%400; child < nodes {
				edges = append(edges, Edge{uint32(i), uint32(child)})
			}
		}
	}
	for b.Loop() {
		g := labelled(labels, edges, 16<<20)
		for node := range labels {
			g.Text(uint32(node))
		}
	}
}
