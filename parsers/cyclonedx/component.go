package cyclonedx

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"secobserve/model"
	"secobserve/parsers"
)

// entry is a component (CycloneDX 1.6, component).
type entry struct {
	BOMRef     parsers.String                        `json:"bom-ref"`
	Type       parsers.String                        `json:"type"`
	Name       parsers.String                        `json:"name"`
	Version    parsers.String                        `json:"version"`
	PURL       parsers.String                        `json:"purl"`
	CPE        parsers.String                        `json:"cpe"`
	Licenses   parsers.List[parsers.Object[license]] `json:"licenses"`
	Components parsers.List[json.RawMessage]         `json:"components"`
}

type license struct {
	Expression      parsers.String                    `json:"expression"`
	Acknowledgement parsers.String                    `json:"acknowledgement"`
	License         parsers.Object[identifiedLicense] `json:"license"`
}

type identifiedLicense struct {
	ID              parsers.String `json:"id"`
	Name            parsers.String `json:"name"`
	Acknowledgement parsers.String `json:"acknowledgement"`
}

// component is an entry with its text.
type component struct {
	entry
	ref  string // the bom-ref, or an internal one
	text *parsers.Text

	dependencies *string // cached
}

// collect walks through the components and their nested ones, depth first, with a stack of its own. A later component with the same
// reference takes the place of the earlier one.
func (b *bom) collect(entries []json.RawMessage) {
	stack := slices.Clone(entries)
	slices.Reverse(stack)
	for len(stack) > 0 {
		raw := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		var e parsers.Object[entry]
		if _ = e.UnmarshalJSON(raw); len(raw) == 0 || raw[0] != '{' {
			continue
		}
		b.add(&component{entry: e.V, text: parsers.NewText(raw)})
		for _, nested := range slices.Backward(e.V.Components) {
			stack = append(stack, nested)
		}
	}
}

func (b *bom) add(c *component) {
	c.Components = nil
	c.ref = string(c.BOMRef)
	if c.ref == "" {
		c.ref = "\x00" + strconv.Itoa(len(b.components)) // no reference of the document can look like this
	}
	if earlier := b.byRef[c.ref]; earlier != nil {
		*earlier = *c
		return
	}
	b.byRef[c.ref] = c
	b.components = append(b.components, c)
}

var kinds = map[parsers.String]model.ComponentType{"application": "Application", "framework": "Framework", "library": "Library",
	"container": "Container", "platform": "Platform", "operating-system": "Operating system", "device": "Device",
	"device-driver": "Device driver", "firmware": "Firmware", "file": "File", "machine-learning-model": "Machine learning model", "data": "Data",
	"cryptographic-asset": "Cryptographic asset"}

func (c *component) kind() model.ComponentType { return kinds[c.Type] }

// licenses are the license texts as found: an expression stands alone.
func (c *component) licenses() (declared, concluded []string) {
	add := func(text, acknowledgement parsers.String) {
		to := &declared
		if acknowledgement == "concluded" {
			to = &concluded
		}
		if text != "" && !slices.Contains(*to, string(text)) {
			*to = append(*to, string(text))
		}
	}
	for i := range c.Licenses {
		l := &c.Licenses[i].V
		if i == 0 && l.Expression != "" {
			add(l.Expression, l.Acknowledgement)
			break
		}
		text := l.License.V.ID
		if text == "" {
			text = l.License.V.Name
		}
		add(text, l.License.V.Acknowledgement)
	}
	return declared, concluded
}

// maxDependencyText bounds the text of a component's dependencies; what is stored is cut to less anyway.
const maxDependencyText = 64 << 10

// dependencyText lists the edges of the dependency graph on all ways from the component upwards, one line each, sorted. An edge is followed
// once, so that cycles end.
func (b *bom) dependencyText(c *component) string {
	if c.dependencies != nil {
		return *c.dependencies
	}
	type edge struct{ parent, child string }
	seen := make(map[edge]bool)
	stack := []string{c.ref}
	var lines []string
	size := 0
	for len(stack) > 0 && size < maxDependencyText {
		child := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		for _, parent := range b.parents[child] {
			e := edge{parent, child}
			if seen[e] {
				continue
			}
			seen[e] = true
			line := b.node(parent) + " --> " + b.node(child)
			lines = append(lines, line)
			size += len(line) + 1
			stack = append(stack, parent)
		}
	}
	slices.Sort(lines)
	text := strings.Join(slices.Compact(lines), "\n")
	c.dependencies = &text
	return text
}

// node is a component in the text of dependencies.
func (b *bom) node(ref string) string {
	c := b.byRef[ref]
	if c == nil {
		return ""
	}
	if c.Version == "" {
		return string(c.Name)
	}
	return string(c.Name + ":" + c.Version)
}
