package cyclonedx

import (
	"cmp"
	"slices"

	"secobserve/parsers/rawjson"
)

// component is a component of the document. Those without bom-ref are license components only.
type component struct {
	start, end uint32 // its place in the document
	ref        uint32 // number of its bom-ref + 1, 0 without
}

// nestedList is a list of components in a component; of is the begin of the latter.
type nestedList struct {
	of, start, end uint32
	hidden         bool // the evidence of the component leaves it out
}

// level is an object or list that the walk is in.
type level struct {
	start     uint32
	object    bool
	component int           // index of the component that this object is, or whose list of components this is; else none
	name      rawjson.Value // of the member that follows, in an object
	isName    bool          // a text that follows is a name
	used      bool          // there is a component in this list
}

const (
	none      = -1 // no component
	outermost = -2 // the list that the walk begins with
)

// scan finds the component objects of a part of the document, depth first: the part itself if it is an object or its elements if it is a list,
// and those in their "components". Components elsewhere, such as those in a pedigree, are none. It goes through the part once: looking into each
// level anew would take time with the square of the depth. The refs of the components are the places of their bom-refs.
func scan(doc, part rawjson.Value) (found []component, lists []nestedList) {
	first := int(doc.Offset(part))
	v := doc[:first+len(part)]
	var stack []level
	for i := first; i < len(v); i++ {
		var top *level
		if len(stack) > 0 {
			top = &stack[len(stack)-1]
		}
		switch v[i] {
		case '"':
			end := textEnd(v, i)
			switch {
			case top == nil:
			case top.isName:
				top.name, top.isName = v[i:end+1], false
			case top.object && top.component != none && top.name.Is("bom-ref"):
				found[top.component].ref = uint32(i)
			}
			i = end
		case ',':
			if top != nil {
				top.isName = top.object
			}
		case '{':
			l := level{start: uint32(i), object: true, isName: true, component: none}
			if top == nil || !top.object && top.component != none {
				l.component = len(found)
				if len(found) == cap(found) {
					found = grown(found, i-first, len(part))
				}
				found = append(found, component{start: uint32(i)})
				if top != nil {
					top.used = true
				}
			}
			stack = append(stack, l)
		case '[':
			l := level{start: uint32(i), component: none}
			switch {
			case top == nil:
				l.component = outermost
			case top.object && top.component != none && top.name.Is("components"):
				l.component = top.component
			}
			stack = append(stack, l)
		case '}':
			if top.component != none {
				found[top.component].end = uint32(i + 1)
			}
			stack = stack[:len(stack)-1]
		case ']':
			if top.component >= 0 && top.used {
				if len(lists) == cap(lists) {
					lists = grown(lists, i-first, len(part))
				}
				lists = append(lists, nestedList{of: found[top.component].start, start: top.start, end: uint32(i + 1)})
			}
			stack = stack[:len(stack)-1]
		}
	}
	return found, lists
}

// grown makes room for as many entries as are to be expected, if those so far were found in done bytes of all, and a few more.
func grown[T any](found []T, done, all int) []T {
	expected := 64
	if done > 0 {
		expected += len(found) * all / done
	}
	return slices.Grow(found, max(expected-len(found), 0)+expected/64)
}

// textEnd is the position of the quote that ends the text that starts at i.
func textEnd(v rawjson.Value, i int) int {
	for i++; i < len(v)-1 && v[i] != '"'; i++ {
		if v[i] == '\\' {
			i++
		}
	}
	return i
}

// whole is the text of a component with those in it.
func (b *bom) whole(c *component) rawjson.Value { return b.doc[c.start:c.end:c.end] }

// evidence is the text of a component as evidence.
func (b *bom) evidence(c *component) rawjson.Value {
	if lists := b.nestedIn(c); len(lists) > 0 && lists[0].hidden {
		return b.own(c)
	}
	return b.whole(c)
}

// own is the text of a component with empty lists of those in it.
func (b *bom) own(c *component) rawjson.Value {
	lists := b.nestedIn(c)
	if len(lists) == 0 {
		return b.whole(c)
	}
	size := c.end - c.start
	for _, l := range lists {
		size -= l.end - l.start - uint32(len("[]"))
	}
	own := make(rawjson.Value, 0, size)
	at := c.start
	for _, l := range lists {
		own = append(append(own, b.doc[at:l.start]...), "[]"...)
		at = l.end
	}
	return append(own, b.doc[at:c.end]...)
}

func (b *bom) nestedIn(c *component) []nestedList {
	byComponent := func(l nestedList, start uint32) int { return cmp.Compare(l.of, start) }
	from, found := slices.BinarySearchFunc(b.nested, c.start, byComponent)
	if !found {
		return nil
	}
	to := from + 1
	for to < len(b.nested) && b.nested[to].of == c.start {
		to++
	}
	return b.nested[from:to]
}
