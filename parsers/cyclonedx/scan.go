package cyclonedx

import "secobserve/parsers/rawjson"

// level is an object or list that the walk is in.
type level struct {
	start     int
	object    bool
	component int           // index of the component that this object is, or whose list of components this is; else none
	name      rawjson.Value // of the member that follows, in an object
	isName    bool          // a text that follows is a name
	lists     [][2]int      // of nested components, in a component
}

const (
	none      = -1 // no component
	outermost = -2 // the list that the walk begins with
)

// nestedComponents finds the component objects of a value, depth first: the value itself if it is an object or its elements if it is a list, and
// those in their "components". Components elsewhere, such as those in a pedigree, are none. It goes through the value once and copies only
// components that have others in them: looking into each level anew would take time and memory with the square of the depth.
func nestedComponents(v rawjson.Value) []component {
	var found []component
	var stack []level
	for i := 0; i < len(v); i++ {
		var top *level
		if len(stack) > 0 {
			top = &stack[len(stack)-1]
		}
		switch v[i] {
		case '"':
			end := textEnd(v, i)
			if top != nil && top.isName {
				top.name, top.isName = v[i:end+1], false
			}
			i = end
		case ',':
			if top != nil {
				top.isName = top.object
			}
		case '{':
			l := level{start: i, object: true, isName: true, component: none}
			if top == nil || !top.object && top.component != none {
				l.component = len(found)
				found = append(found, component{})
			}
			stack = append(stack, l)
		case '[':
			l := level{start: i, component: none}
			switch {
			case top == nil:
				l.component = outermost
			case top.object && top.component != none && top.name.Is("components"):
				l.component = top.component
			}
			stack = append(stack, l)
		case '}':
			if top.component != none {
				found[top.component] = top.close(v, i+1)
			}
			stack = stack[:len(stack)-1]
		case ']':
			start, inside := top.start, top.component >= 0
			stack = stack[:len(stack)-1]
			if inside {
				parent := &stack[len(stack)-1]
				parent.lists = append(parent.lists, [2]int{start, i + 1})
			}
		}
	}
	return found
}

// close makes the component that ends here.
func (l *level) close(v rawjson.Value, end int) component {
	whole := v[l.start:end:end]
	if len(l.lists) == 0 {
		return component{raw: whole, own: whole}
	}
	size := len(whole)
	for _, list := range l.lists {
		size -= list[1] - list[0] - len("[]")
	}
	own := make(rawjson.Value, 0, size)
	at := l.start
	for _, list := range l.lists {
		own = append(append(own, v[at:list[0]]...), "[]"...)
		at = list[1]
	}
	return component{raw: whole, own: append(own, v[at:end]...)}
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
