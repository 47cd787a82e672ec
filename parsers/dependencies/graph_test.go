package dependencies

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func graph(labels string, edges ...[2]int) *Graph {
	g := New(strings.Split(labels, " "))
	for _, e := range edges {
		g.Add(e[0], e[1])
	}
	return g
}

func TestText(t *testing.T) {
	for _, test := range []struct {
		name  string
		graph *Graph
		node  int
		want  string
	}{
		{"two ways", graph("app:1 a:1 b:1 c:1", [2]int{0, 1}, [2]int{0, 2}, [2]int{1, 3}, [2]int{2, 3}), 3,
			"a:1 --> c:1\napp:1 --> a:1\napp:1 --> b:1\nb:1 --> c:1"},
		{"cycle", graph("a b", [2]int{0, 1}, [2]int{1, 0}), 0, "a --> b\nb --> a"},
		{"itself", graph("a", [2]int{0, 0}), 0, "a --> a"},
		{"nothing above", graph("a b", [2]int{0, 1}), 0, ""},
		{"not below", graph("a b c", [2]int{0, 1}, [2]int{1, 2}), 1, "a --> b"},
		{"edge given twice", graph("a b", [2]int{0, 1}, [2]int{0, 1}), 1, "a --> b"},
		{"equal labels", graph("a a b", [2]int{0, 2}, [2]int{1, 2}), 2, "a --> b"},
		{"order by the whole line", graph("a a! x", [2]int{0, 2}, [2]int{1, 2}), 2, "a --> x\na! --> x"},
	} {
		if got := test.graph.Text(test.node); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
		if got := test.graph.Text(test.node); got != test.want {
			t.Errorf("%s, second time: %q", test.name, got)
		}
	}
}

// A dense graph gives texts of the length that is kept, not of all its 300,000 edges.
func TestBounds(t *testing.T) {
	const nodes = 800
	labels := make([]string, nodes)
	for i := range labels {
		labels[i] = "comp\u00f6nent-" + strconv.Itoa(i)
	}
	g := New(labels)
	for parent := range nodes {
		for child := parent + 1; child < nodes; child++ {
			g.Add(parent, child)
		}
	}
	for _, node := range []int{nodes - 1, nodes / 2} {
		text := g.Text(node)
		if n := utf8.RuneCountInString(text); n <= maxCharacters || n > maxCharacters+100 {
			t.Errorf("text of node %d has %d characters", node, n)
		}
		if !slices.IsSorted(strings.Split(text, "\n")) {
			t.Errorf("lines of node %d are not sorted", node)
		}
	}
	for node := range nodes {
		g.Text(node)
	}
	if g.cached > cacheBytes {
		t.Errorf("%d bytes are cached", g.cached)
	}
}

// The text has the lines that following every edge once, as parsers.md §2.3 tells it, gives.
func TestTextFollowsEveryEdge(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 8).Draw(t, "nodes")
		labels := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", "a-", "a:1", "", "é"}), n, n).Draw(t, "labels")
		edges := rapid.SliceOf(rapid.Custom(func(t *rapid.T) edge {
			return edge{rapid.Int32Range(0, int32(n-1)).Draw(t, "parent"), rapid.Int32Range(0, int32(n-1)).Draw(t, "child")}
		})).Draw(t, "edges")
		g := New(labels)
		for _, e := range edges {
			g.Add(int(e.parent), int(e.child))
		}
		for node := range n {
			if got, want := g.Text(node), followed(labels, edges, node); got != want {
				t.Fatalf("node %d: %q, want %q", node, got, want)
			}
		}
	})
}

func followed(labels []string, edges []edge, node int) string {
	seen := map[edge]bool{}
	var lines []string
	for todo := []int32{int32(node)}; len(todo) > 0; {
		child := todo[0]
		todo = todo[1:]
		for _, e := range edges {
			if e.child == child && !seen[e] {
				seen[e] = true
				lines = append(lines, labels[e.parent]+" --> "+labels[e.child])
				todo = append(todo, e.parent)
			}
		}
	}
	slices.Sort(lines)
	return strings.Join(slices.Compact(lines), "\n")
}
