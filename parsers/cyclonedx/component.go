package cyclonedx

import (
	"cmp"
	"slices"

	"secobserve/model"
	"secobserve/parsers"
	"secobserve/parsers/rawjson"
)

// details are what is used of a component (CycloneDX 1.6, component), but for its reference.
type details struct {
	name, version, purl, cpe string
	kind                     model.ComponentType
	licenses                 rawjson.Value
}

var kinds = map[string]model.ComponentType{"application": "Application", "framework": "Framework", "library": "Library",
	"container": "Container", "platform": "Platform", "operating-system": "Operating system", "device": "Device",
	"device-driver": "Device driver", "firmware": "Firmware", "file": "File", "machine-learning-model": "Machine learning model", "data": "Data",
	"cryptographic-asset": "Cryptographic asset"}

func readDetails(own rawjson.Value) details {
	var d details
	for name, value := range own.Members() {
		switch string(name) {
		case "name":
			d.name = value.Text()
		case "version":
			d.version = value.Text()
		case "purl":
			d.purl = value.Text()
		case "cpe":
			d.cpe = value.Text()
		case "type":
			d.kind = kinds[value.Text()]
		case "licenses":
			d.licenses = value
		}
	}
	return d
}

// ref is the reference of a component, "" without.
func (b *bom) ref(c *component) string {
	if c.ref == 0 {
		return ""
	}
	return b.refs.Text(int(c.ref - 1))
}

// maxNestedCopies bounds what components say together, in sizes of the document's part: a nested component is in the evidence of each one
// around it. Documents nest two or three levels; in one that goes deeper without end, evidences leave nested components out.
const maxNestedCopies = 16

// collect adds the components of a part of the document. A later component with the same reference takes the place of the earlier one.
// Components without name and reference are of no use; it returns their number.
func (b *bom) collect(part rawjson.Value) (unusable int) {
	found, lists := scan(b.doc, part)
	if b.nested == nil {
		b.nested = lists
	} else {
		b.nested = append(b.nested, lists...)
	}
	slices.SortFunc(b.nested, func(x, y nestedList) int { return cmp.Or(cmp.Compare(x.of, y.of), cmp.Compare(x.start, y.start)) })
	if len(b.components) == 0 {
		b.components = found[:0] // in their place: what is kept of a component is never behind it
	}
	left := maxNestedCopies * len(part)
	for _, c := range found {
		var ref rawjson.Value
		if c.ref > 0 {
			ref = b.doc.At(c.ref)
		}
		if ref.Empty() {
			c.ref = 0
			if b.own(&c).Get("name").Text() == "" {
				unusable++
				continue
			}
		}
		if left -= int(c.end - c.start); left < 0 {
			b.hideNested(&c)
		}
		if c.ref == 0 {
			b.components = append(b.components, c)
			continue
		}
		number, added := b.refs.Add(ref)
		c.ref = uint32(number + 1)
		if added {
			b.byRef = append(b.byRef, uint32(len(b.components)))
			b.components = append(b.components, c)
		} else {
			b.components[b.byRef[number]] = c
		}
	}
	return unusable
}

// hideNested leaves the nested components out of the evidence of a component.
func (b *bom) hideNested(c *component) {
	if lists := b.nestedIn(c); len(lists) > 0 {
		lists[0].hidden = true
	}
}

// licenseTexts are the license texts as found: an expression stands alone.
func licenseTexts(licenses rawjson.Value) (declared, concluded []string) {
	seen := make(map[[2]string]bool)
	add := func(text string, acknowledgement rawjson.Value) {
		to, which := &declared, "declared"
		if acknowledgement.Is("concluded") {
			to, which = &concluded, "concluded"
		}
		if key := [2]string{which, text}; text != "" && !seen[key] {
			seen[key] = true
			*to = append(*to, text)
		}
	}
	if first := licenses.First(); first.Get("expression").Text() != "" {
		add(first.Get("expression").Text(), first.Get("acknowledgement"))
		return declared, concluded
	}
	for entry := range licenses.Elements() {
		license := entry.Get("license")
		add(parsers.First(license.Get("id").Text(), license.Get("name").Text()), license.Get("acknowledgement"))
	}
	return declared, concluded
}
