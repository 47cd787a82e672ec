package spdx

import (
	"strings"

	"secobserve/model"
	"secobserve/parsers/rawjson"
)

// pkg is what is used of a package (SPDX 2.3 §7).
type pkg struct {
	id, name, version, purl, cpe string
	kind                         model.ComponentType
	declared, concluded          []string
}

// purposes are the purposes of packages (SPDX 2.3 §7.24) that are types of components.
var purposes = map[string]model.ComponentType{
	"APPLICATION": "Application", "FRAMEWORK": "Framework", "LIBRARY": "Library", "CONTAINER": "Container", "OPERATING_SYSTEM": "Operating system",
	"DEVICE": "Device", "FIRMWARE": "Firmware", "FILE": "File",
}

func readPackage(raw rawjson.Value) pkg {
	var p pkg
	for key, value := range raw.Members() {
		switch string(key) {
		case "SPDXID":
			p.id = value.Text()
		case "name":
			p.name = value.Text()
		case "versionInfo":
			p.version = value.Text()
		case "primaryPackagePurpose":
			p.kind = purposes[enumeration(value)]
		case "externalRefs":
			p.purl, p.cpe = externalRefs(value)
		case "licenseDeclared":
			p.declared = license(value)
		case "licenseConcluded":
			p.concluded = license(value)
		}
	}
	return p
}

// externalRefs are the first package URL and the first CPE (SPDX 2.3 §7.21).
func externalRefs(list rawjson.Value) (purl, cpe string) {
	for ref := range list.Elements() {
		switch ref.Get("referenceType").Text() {
		case "purl":
			if purl == "" {
				purl = ref.Get("referenceLocator").Text()
			}
		case "cpe23Type":
			if cpe == "" {
				cpe = ref.Get("referenceLocator").Text()
			}
		}
	}
	return purl, cpe
}

// license is the text of a license expression, none for the words that say that there is no information. A text that is no expression stays as
// it is.
func license(v rawjson.Value) []string {
	text := strings.TrimSpace(v.Text())
	if text == "" || strings.EqualFold(text, "NOASSERTION") || strings.EqualFold(text, "NONE") {
		return nil
	}
	if expression, ok := canonical(text); ok {
		text = expression
	}
	return []string{text}
}
