package dependencies

// children are the children of all nodes.
type children struct{ first, nodes []uint32 }

func newChildren(edges []Edge, nodes int) children {
	c := children{first: make([]uint32, nodes+1), nodes: make([]uint32, len(edges))}
	for _, e := range edges {
		c.first[e.Parent+1]++
	}
	for i := range nodes {
		c.first[i+1] += c.first[i]
	}
	next := append([]uint32(nil), c.first...)
	for _, e := range edges {
		c.nodes[next[e.Parent]] = e.Child
		next[e.Parent]++
	}
	return c
}

func (c *children) of(node uint32) []uint32 { return c.nodes[c.first[node]:c.first[node+1]] }

// cycles finds the nodes that lead to each other (Tarjan's strongly connected components, without recursion). Nodes of a cycle have the same
// number and follow each other in order; whatever they lead to comes before.
func cycles(c children) (order, cycle []uint32, count int) {
	n := len(c.first) - 1
	cycle = make([]uint32, n)
	order = make([]uint32, 0, n)
	seen := make([]uint32, n)   // when a node was first seen, from 1 on
	lowest := make([]uint32, n) // the node seen first that it leads back to
	next := append([]uint32(nil), c.first[:n]...)
	var path, waiting []uint32 // the way to where the search is; nodes whose cycle is not complete
	const complete = ^uint32(0)
	moment := uint32(0)
	enter := func(node uint32) {
		moment++
		seen[node], lowest[node] = moment, moment
		path, waiting = append(path, node), append(waiting, node)
	}
	for start := range uint32(n) {
		if seen[start] == 0 {
			enter(start)
		}
		for len(path) > 0 {
			node := path[len(path)-1]
			if next[node] < c.first[node+1] {
				child := c.nodes[next[node]]
				next[node]++
				if seen[child] == 0 {
					enter(child)
				} else if seen[child] != complete {
					lowest[node] = min(lowest[node], seen[child])
				}
				continue
			}
			path = path[:len(path)-1]
			if len(path) > 0 {
				parent := path[len(path)-1]
				lowest[parent] = min(lowest[parent], lowest[node])
			}
			if lowest[node] != seen[node] {
				continue
			}
			for last := ^node; last != node; {
				last = waiting[len(waiting)-1]
				waiting = waiting[:len(waiting)-1]
				seen[last], cycle[last] = complete, uint32(count)
				order = append(order, last)
			}
			count++
		}
	}
	return order, cycle, count
}
