package dependencies

import (
	"encoding/binary"
	"math/bits"
)

// maxWork bounds the search for all lines, in edges that are looked at: about a second.
const maxWork = 500_000_000

// blockSize is the number of nodes whose lines are found at a time, one bit of a word for each.
const blockSize = 64

// texts are the lines of all nodes, by their places among the edges. They are kept as differences, which mostly take a byte.
type texts struct {
	blocks [][]byte
	starts []uint32 // of the nodes in their block, and the end of each block
	buffer []uint32
}

// lines returns the lines of a node; they are valid until the next call.
func (t *texts) lines(node uint32) []uint32 {
	block, i := node/blockSize, node+node/blockSize // each block before has one end
	differences := t.blocks[block][t.starts[i]:t.starts[i+1]]
	t.buffer = t.buffer[:0]
	place := uint32(0)
	for len(differences) > 0 {
		d, n := binary.Uvarint(differences)
		differences = differences[n:]
		place += uint32(d)
		t.buffer = append(t.buffer, place)
	}
	return t.buffer
}

// allLines finds the lines of all nodes, up to the length of a text; nil if that would take too long or too much memory.
func (g *Graph) allLines() *texts {
	blocks := (g.wanted + blockSize - 1) / blockSize
	if blocks*2*len(g.edges) > maxWork {
		return nil
	}
	t := &texts{}
	r := newReach(g)
	var lines [blockSize][]byte
	size := 0
	for block := range blocks {
		first := block * blockSize
		nodes := min(blockSize, g.wanted-first)
		r.lead(first, nodes)
		r.collect(&lines, nodes)
		total := 0
		for i := range nodes {
			total += len(lines[i])
		}
		all := make([]byte, 0, total)
		for i := range nodes {
			t.starts = append(t.starts, uint32(len(all)))
			all = append(all, lines[i]...)
		}
		t.starts = append(t.starts, uint32(len(all)))
		t.blocks = append(t.blocks, all)
		if size += total; size > g.budget {
			return nil
		}
	}
	return t
}

// reach finds out which nodes lead to those of a block.
type reach struct {
	g        *Graph
	children children
	order    []uint32 // the nodes, children before parents but for cycles
	cycle    []uint32 // by node: the number of the cycle that it is part of, alone or with others
	leads    []uint64 // by cycle: the nodes of the block to which its nodes lead, and those in it
}

func newReach(g *Graph) *reach {
	r := &reach{g: g, children: newChildren(g.edges, len(g.group))}
	var count int
	r.order, r.cycle, count = cycles(r.children)
	r.leads = make([]uint64, count)
	return r
}

// lead fills leads for nodes that follow each other.
func (r *reach) lead(first, nodes int) {
	clear(r.leads)
	for i := range nodes {
		r.leads[r.cycle[first+i]] |= 1 << i
	}
	for _, node := range r.order {
		own := r.leads[r.cycle[node]]
		for _, child := range r.children.of(node) {
			own |= r.leads[r.cycle[child]]
		}
		r.leads[r.cycle[node]] = own
	}
}

// collect lists the lines of each node of the block in their order: all edges whose child leads to it.
func (r *reach) collect(lines *[blockSize][]byte, nodes int) {
	var characters [blockSize]int
	var last [blockSize]uint32
	open := ^uint64(0) >> (blockSize - nodes)
	for i := range nodes {
		lines[i] = lines[i][:0]
	}
	edges := r.g.edges
	for start := 0; start < len(edges) && open != 0; {
		line := edges[start]
		to := r.leads[r.cycle[line.Child]]
		end := start + 1
		for ; end < len(edges) && r.g.sameLine(line, edges[end]); end++ {
			to |= r.leads[r.cycle[edges[end].Child]]
		}
		for to &= open; to != 0; to &= to - 1 {
			i := bits.TrailingZeros64(to)
			lines[i] = binary.AppendUvarint(lines[i], uint64(uint32(start)-last[i]))
			last[i] = uint32(start)
			if characters[i] += r.g.lineLength(line); characters[i] > maxCharacters+1 {
				open &^= 1 << i
			}
		}
		start = end
	}
}
