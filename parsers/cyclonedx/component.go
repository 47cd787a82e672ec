package cyclonedx

import (
	"secobserve/model"
	"secobserve/parsers"
	"secobserve/parsers/rawjson"
)

// component is a component of the document. Those without bom-ref are license components only.
type component struct {
	raw  rawjson.Value // with the nested ones, as long as these are within bounds
	own  rawjson.Value // without them
	text *parsers.Text // of raw, made when first needed
}

// details are what is used of a component (CycloneDX 1.6, component).
type details struct {
	ref, name, version, purl, cpe string
	kind                          model.ComponentType
	licenses                      rawjson.Value
}

var kinds = map[string]model.ComponentType{"application": "Application", "framework": "Framework", "library": "Library",
	"container": "Container", "platform": "Platform", "operating-system": "Operating system", "device": "Device",
	"device-driver": "Device driver", "firmware": "Firmware", "file": "File", "machine-learning-model": "Machine learning model", "data": "Data",
	"cryptographic-asset": "Cryptographic asset"}

func readDetails(own rawjson.Value) details {
	var d details
	for name, value := range own.Members() {
		switch string(name) {
		case "bom-ref":
			d.ref = value.Text()
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

// evidence is the component's text, the same one for all findings.
func (c *component) evidence() parsers.Evidence {
	if c.text == nil {
		c.text = parsers.NewText(c.raw)
	}
	return parsers.Evidence{Name: "Component", Text: c.text}
}

// maxNestedCopies bounds what components say together, in sizes of the document's part: a nested component is in the evidence of each one
// around it. Documents nest two or three levels; in one that goes deeper without end, evidences leave nested components out.
const maxNestedCopies = 16

// collect adds the components of a value, depth first, and their labels in the graph of dependencies. A later component with the same
// reference takes the place of the earlier one. Components without name and reference are of no use; it returns their number.
func (b *bom) collect(value rawjson.Value) (unusable int) {
	left := maxNestedCopies * len(value)
	for _, c := range nestedComponents(value) {
		d := readDetails(c.own)
		if d.name == "" && d.ref == "" {
			unusable++
			continue
		}
		if left -= len(c.raw); left < 0 {
			c.raw = c.own
		}
		i, again := b.byRef[d.ref]
		if !again {
			i = len(b.components)
			b.components, b.labels = append(b.components, component{}), append(b.labels, "")
			if d.ref != "" {
				b.byRef[d.ref] = i
			}
		}
		b.components[i], b.labels[i] = c, label(d)
	}
	return unusable
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
